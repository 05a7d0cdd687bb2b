//! The program's own rules over a changed dossier: as in a real check, but without laying pages out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use duthao::diag::{CellRange, CellRef, Finding, FindingKey, Place};
use duthao::discover::{DocumentFile, Job};
use duthao::load;
use duthao::pipeline::{Course, OpenDossier, Workshop};
use duthao::stopwatch::Stopwatch;
use tempfile::TempDir;

use super::references::right_values;
use super::sample::{Mutation, Sample, Spot, data};

/// Threads that check changed dossiers at once.
const THREADS: usize = 2;

/// What became of one change.
pub struct Outcome {
    /// The first new finding that names the changed place.
    pub caught: Option<String>,
    /// Every new finding when none names it.
    pub others: Vec<String>,
}

/// A copy of the samples that one thread changes and mends again.
struct Bench {
    root: TempDir,
    workshop: Workshop,
    jobs: Vec<Job>,
    /// The dossiers as they are, for changes that are made in a document.
    whole: BTreeMap<String, OpenDossier>,
}

#[expect(clippy::disallowed_methods, reason = "the clerk writes files, whatever the program may do")]
fn write(path: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
    std::fs::write(path, bytes).expect("the file can be written");
}

impl Bench {
    fn new() -> Self {
        let root = tempfile::tempdir().expect("a temporary folder");
        for (name, bytes) in crate::harness::files(&data()) {
            write(&root.path().join("data").join(name), &bytes);
        }
        let workshop = Workshop::open(load::Project::new(root.path())).expect("the templates are whole");
        let jobs = duthao::discover::jobs(root.path(), root.path(), &[]).expect("the samples are there").0;
        Self { root, workshop, jobs, whole: BTreeMap::new() }
    }

    fn load(&self, dossier: &str) -> OpenDossier {
        self.workshop.next_dossier();
        self.workshop.dossier(dossier)
    }

    /// The findings of a dossier, in steps: its shared files, then every document that is wanted, as long as `goes_on`
    /// says so.
    fn check(
        &mut self,
        loaded: &mut OpenDossier,
        wants: impl Fn(&str) -> Option<u8>,
        mut goes_on: impl FnMut(&Finding) -> bool,
    ) {
        if !loaded.loaded.findings.iter().all(&mut goes_on) {
            return;
        }
        self.workshop.next_dossier();
        let dossier = &loaded.loaded.dossier.id;
        let job = self.jobs.iter().find(|job| job.dossier == *dossier).expect("the dossier is there");
        let mut documents: Vec<DocumentFile> = job.documents.clone();
        if loaded.loaded.cards.is_empty() {
            self.workshop.meet(loaded, &documents, &mut Stopwatch::start());
        }
        // The changed document first: mostly the finding is there.
        documents.retain(|document| wants(&document.file).is_some());
        documents.sort_by_key(|document| wants(&document.file));
        for document in documents {
            for unit in loaded.units(&document.file) {
                let mut course = Course::of_unit(&document, unit);
                let _ = self.workshop.compose(loaded, &document, &mut course);
                if !course.findings.iter().all(&mut goes_on) {
                    return;
                }
            }
        }
    }

    /// A dossier as it is, with the cards of its documents.
    fn whole(&mut self, dossier: &str) -> OpenDossier {
        if let Some(whole) = self.whole.remove(dossier) {
            return whole;
        }
        let mut loaded = self.load(dossier);
        let job = self.jobs.iter().find(|job| job.dossier == dossier).expect("the dossier is there");
        self.workshop.meet(&mut loaded, &job.documents, &mut Stopwatch::start());
        loaded
    }

    fn document(&self, file: &str) -> Option<DocumentFile> {
        self.jobs.iter().flat_map(|job| &job.documents).find(|document| document.file == file).cloned()
    }

    fn baseline(&mut self, dossier: &str) -> Vec<Finding> {
        let mut all: Vec<Finding> = Vec::new();
        let mut loaded = self.load(dossier);
        self.check(
            &mut loaded,
            |_| Some(0),
            |finding| {
                if !all.iter().any(|known| known.key() == finding.key()) {
                    all.push(finding.clone());
                }
                true
            },
        );
        all
    }

    fn outcome(&mut self, sample: &Sample, mutation: &Mutation, known: &BTreeSet<FindingKey>) -> Outcome {
        let file = format!("data/{}/{}", mutation.dossier, mutation.file);
        let path = self.root.path().join(&file);
        let original = std::fs::read(&path).expect("the sample is there");
        let mut outcome = Outcome { caught: None, others: Vec::new() };
        // A cell whose change could be true is looked at no further; a line is looked at in its own document.
        let is_shared = !file.ends_with(".yaml") || mutation.file == "ho-so.yaml";
        let wants = |document: &str| match document == file {
            true => Some(0),
            false => mutation.fault.is_some().then_some(1),
        };
        let kept = (!is_shared).then(|| self.whole(&mutation.dossier));
        write(&path, &sample.bytes(mutation));
        let mut loaded = kept.unwrap_or_else(|| self.load(&mutation.dossier));
        // What was read of the document for another change is no longer what stands there.
        self.workshop.next_dossier();
        let cards = loaded.loaded.cards.clone();
        loaded.loaded.cards.retain(|card| card.file != file);
        if let Some(changed) = self.document(&file).filter(|_| !loaded.loaded.cards.is_empty()) {
            self.workshop.meet(&mut loaded, &[changed], &mut Stopwatch::start());
        }
        self.check(&mut loaded, wants, |finding| {
            if known.contains(&finding.key()) {
                return true;
            }
            let said = format!("{}: {}", finding.code, finding.message);
            if names(finding, &file, &mutation.spot) {
                outcome.caught = Some(said);
            } else if !outcome.others.contains(&said) {
                outcome.others.push(said);
            }
            outcome.caught.is_none()
        });
        write(&path, &original);
        if !is_shared {
            // Cards that were made while the line was changed are no use for the next change.
            loaded.loaded.cards = cards;
            loaded.forget(&file);
            self.whole.insert(mutation.dossier.clone(), loaded);
        }
        outcome
    }
}

/// Whether a finding names the changed cell, a range around it, or the changed line.
fn names(finding: &Finding, file: &str, spot: &Spot) -> bool {
    let labels = std::iter::once(&finding.at).chain(&finding.also);
    labels.into_iter().any(|label| match (&label.place, spot) {
        (Place::Text { file: of, line, .. }, Spot::Line(changed)) => of == file && line == changed,
        (Place::Cell { file: of, sheet, cell }, Spot::Cell { sheet: changed, at }) => {
            let column = u32::from(at.0) - u32::from('A') + 1;
            let inside = CellRange::from(CellRef { row: at.1, column });
            of == file && sheet == changed && cell.holds(inside)
        }
        _ => false,
    })
}

/// The findings of every untouched sample.
pub fn untouched(samples: &[Sample]) -> Vec<(String, Vec<Finding>)> {
    let mut bench = Bench::new();
    samples.iter().map(|sample| (sample.dossier.clone(), bench.baseline(&sample.dossier))).collect()
}

/// What is said of documents in which every reference is typed by hand as it is, and how many references there are.
pub fn typed_by_hand(samples: &[Sample], untouched: &[(String, Vec<Finding>)]) -> (usize, Vec<String>) {
    let mut bench = Bench::new();
    let (mut count, mut said) = (0, Vec::new());
    for (sample, (_, known)) in samples.iter().zip(untouched) {
        for (file, lines, references) in right_values(sample) {
            count += references;
            let file = format!("data/{}/{file}", sample.dossier);
            let path = bench.root.path().join(&file);
            let original = std::fs::read(&path).expect("the sample is there");
            write(&path, format!("{}\n", lines.join("\n")).as_bytes());
            let mut loaded = bench.load(&sample.dossier);
            bench.check(
                &mut loaded,
                |document| (document == file).then_some(0),
                |finding| {
                    if !known.iter().any(|known| known.key() == finding.key()) {
                        said.push(format!("{}: {}: {}", finding.at.place, finding.code, finding.message));
                    }
                    true
                },
            );
            write(&path, &original);
        }
    }
    (count, said)
}

/// What became of every change, in their order.
pub fn outcomes(
    samples: &[Sample],
    mutations: &[Mutation],
    untouched: &[(String, Vec<Finding>)],
) -> Vec<Outcome> {
    let known: Vec<(&String, BTreeSet<FindingKey>)> =
        untouched.iter().map(|(name, list)| (name, list.iter().map(Finding::key).collect())).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut bench = Bench::new();
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(mutation) = mutations.get(at) else { return done };
            let of = |name: &str| name == mutation.dossier;
            let sample = samples.iter().find(|sample| of(&sample.dossier)).expect("the sample is there");
            let (_, known) = known.iter().find(|(name, _)| of(name)).expect("the sample was checked");
            done.push((at, bench.outcome(sample, mutation, known)));
        }
    };
    let mut done: Vec<(usize, Outcome)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("a thread ends")).collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, outcome)| outcome).collect()
}
