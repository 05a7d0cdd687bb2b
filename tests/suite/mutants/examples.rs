//! The oracle itself: hand-made tables where a change can be explained and where it cannot, and the samples as they are.

use super::oracle::of_table;
use super::package::Values;
use super::tables::{PLAIN, Points, Table, minus, open_rate};
use super::{mutations, samples};

/// Poor households and their rate before, the cut in points and households, and both after; whoever took the rates
/// knows how many households there are, the table does not say.
const OPEN: Table = Table {
    first_row: 1,
    rows: "uuT",
    counts: "BEF",
    rates: &[open_rate('C', 'B'), open_rate('G', 'F')],
    points: &[Points { column: 'D', from: 'C', to: 'G', places: Some(2) }],
    equations: &[minus('F', 'B', 'E')],
    within: &[('E', 'B')],
    ..PLAIN
};

/// The columns that `OPEN` speaks of, row by row: about 2.000 and 3.077 households.
const ROWS: &str = "1 100 5.00 2.00 40 60 3.00\n2 3 0.10 0.04 1 2 0.06\n. 103 2.03 0.81 41 62 1.22";

fn faults_after(old: &str, new: &str) -> Vec<String> {
    assert_eq!(ROWS.matches(old).count(), 1, "«{old}» stands once");
    let rows = ROWS.replace(old, new);
    let cells = (1..).zip(rows.lines()).flat_map(|(row, line)| {
        ('A'..).zip(line.split(' ')).map(move |(column, text)| {
            ((column, row), text.replace('.', if column == 'A' { "" } else { "." }))
        })
    });
    of_table(&OPEN, &cells.collect::<Values>()).into_iter().collect()
}

#[test]
fn a_rate_that_another_base_explains_is_no_fault() {
    assert_eq!(faults_after("0.06", "0.06"), [""; 0]);
    // 2 of 3.076 households are 0,07 %, and 3 of them still 0,10 %; but then the points are 0,03.
    assert_eq!(faults_after("0.04 1 2 0.06", "0.03 1 2 0.07"), [""; 0]);
    assert_eq!(faults_after("0.06", "0.07").len(), 1);
    // 60 of 1.998 to 2.002 households are 3,00 % and nothing else.
    assert_eq!(faults_after("2.00 40 60 3.00", "1.99 40 60 3.01").len(), 1);
    // Units of 2.000 and about 3.000 households cannot be 4.100 together.
    assert_eq!(faults_after("2.03 0.81 41 62 1.22", "2.51 1.00 41 62 1.51").len(), 1);
}

#[test]
fn counts_have_no_excuse() {
    assert!(!faults_after("100", "101").is_empty());
    assert!(!faults_after("41 62", "42 61").is_empty());
    assert_eq!(faults_after("1 100", "3 100").len(), 2, "the rows are numbered 3, 2");
}

#[test]
fn the_changes_are_the_same_every_time_and_spread_over_everything() {
    let samples = samples();
    let said = || -> Vec<String> {
        samples
            .iter()
            .flat_map(mutations)
            .map(|change| format!("{} {}", change.place(), change.content))
            .collect()
    };
    let all = said();
    assert_eq!(all, said());
    for sample in &samples {
        let count = all.iter().filter(|said| said.starts_with(&sample.dossier)).count();
        assert!(count >= 100, "{}: {count}", sample.dossier);
    }
}

#[test]
fn the_samples_are_true_but_for_the_four_rows_of_dak_nong() {
    let said: Vec<String> = samples()
        .iter()
        .flat_map(|sample| {
            let (tables, texts) = sample.faults();
            tables.iter().chain(texts).map(|fault| format!("{}: {fault}", sample.dossier)).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(
        said,
        [
            "dak-nong-2023: huyen: dòng 14: mẫu số Some((17696, 17702)) và Some((17794, 17806))",
            "dak-nong-2023: huyen: dòng 15: mẫu số Some((15021, 15025)) và Some((15248, 15255))",
            "dak-nong-2023: huyen: dòng 16: mẫu số Some((20001, 20353)) và Some((20482, 20987))",
            "dak-nong-2023: huyen: dòng 17: mẫu số Some((167298, 167507)) và Some((167880, 168217))",
        ]
    );
}
