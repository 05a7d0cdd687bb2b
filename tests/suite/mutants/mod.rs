//! Mutations: one digit, name, day or word of a sample is changed at a time. An oracle that shares nothing with the rules
//! decides whether everything printed could still be true; where it could not, a rule must name the changed place.
//! `docs/mutants.md` is the report (`UPDATE=1 cargo test --release --test suite mutants` writes it; `MISSED=list.txt`
//! beside it lists every change that no rule named).

mod calendar;
mod cells;
mod chance;
mod examples;
mod facts;
mod names;
mod number;
mod oracle;
mod package;
mod references;
mod report;
mod run;
mod sample;
mod tables;
mod typed;
mod wording;

use chance::Chance;
use report::Report;
use sample::{Mutation, Sample};

/// Of ten thousand changes that cannot be true, so many are named at least.
const LEAST_CAUGHT: usize = 9_900;

/// The samples in `data/`.
const DOSSIERS: [&str; 6] = [
    "chon-thanh-2024",
    "dak-nong-2023",
    "ia-grai-2021",
    "minh-hoa-2026",
    "quang-nam-2024",
    "quang-ngai-2024",
];

/// Any number; another one makes other changes.
const SEED: u64 = 30_2020;

fn samples() -> Vec<Sample> {
    DOSSIERS.iter().map(|dossier| Sample::read(dossier)).collect()
}

/// Every change of one sample.
fn mutations(sample: &Sample) -> Vec<Mutation> {
    let mut chance = Chance::of(SEED);
    let mut all = cells::figures(sample, &mut chance);
    all.extend(cells::numbers(sample, &mut chance));
    all.extend(cells::deadlines(sample, &mut chance));
    all.extend(names::in_cells(sample, &mut chance));
    all.extend(names::in_text(sample, &mut chance));
    all.extend(typed::other_days(sample, &mut chance));
    all.extend(typed::other_numbers(sample, &mut chance));
    all.extend(typed::other_years(sample));
    all.extend(typed::other_constants(sample, &mut chance));
    all.extend(references::other_values(sample, &mut chance));
    all.extend(references::other_words(sample, &mut chance));
    all
}

#[test]
fn a_change_that_cannot_be_true_is_named() {
    let samples = samples();
    let untouched = run::untouched(&samples);
    let mutations: Vec<Mutation> = samples.iter().flat_map(mutations).collect();
    let outcomes = run::outcomes(&samples, &mutations, &untouched);
    let report = Report::of(&mutations, &outcomes, run::typed_by_hand(&samples, &untouched));
    report.hold();
    report.assert_caught(LEAST_CAUGHT);
    let warned: Vec<(&str, &str)> = untouched
        .iter()
        .flat_map(|(dossier, list)| list.iter().map(|finding| (dossier.as_str(), finding.code.as_str())))
        .collect();
    assert_eq!(warned, [("dak-nong-2023", "RAT001"); 4], "false alarms");
    assert!(mutations.len() >= 1_000, "{} changes", mutations.len());
}
