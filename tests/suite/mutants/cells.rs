//! Changes of cells: a digit of a count, a sum, a rate, points, a target; a row's or a column's number; a deadline.

use super::calendar::Day;
use super::chance::Chance;
use super::number::Printed;
use super::package::{At, cell_name};
use super::sample::{Mutation, Sample, Spot};
use super::tables::Table;

/// What a cell of a table is called in the report.
fn kind(table: &Table, column: char, row: char) -> &'static str {
    if table.figures.contains(column) {
        return "khoảng, mức, ô chỉ tiêu";
    }
    if table.rates.iter().any(|rate| rate.column == column) {
        return "tỷ lệ";
    }
    if table.points.iter().any(|points| points.column == column) {
        return "điểm phần trăm";
    }
    match row {
        '1' | '2' => "dòng nhóm",
        'T' => "dòng tổng",
        'p' => "dòng «trong đó»",
        _ => "số của đơn vị",
    }
}

/// The cell as it shows: rates and points with all their places.
fn shown(table: &Table, column: char, text: &str) -> String {
    let of_rate = table.rates.iter().find(|rate| rate.column == column).map(|rate| rate.places);
    let of_points =
        table.points.iter().find(|points| points.column == column).and_then(|points| points.places);
    match (of_rate.or(of_points), Printed::read(text)) {
        (Some(places), Some(number)) => number.rounded(places).with_point(),
        (None, Some(number)) => number.with_point(),
        _ => text.to_owned(),
    }
}

fn change(sample: &Sample, table: &Table, kind: &'static str, at: At, old: &str, new: String) -> Mutation {
    let fault = sample.cell_fault(table.book, table.sheet, at, &new);
    Mutation {
        kind,
        dossier: sample.dossier.clone(),
        file: table.book.to_owned(),
        spot: Spot::Cell { sheet: table.sheet.to_owned(), at },
        old: old.to_owned(),
        new: new.clone(),
        content: new,
        fault,
    }
}

/// Every figure of every table with another digit; of every second one, two digits exchanged as well.
pub fn figures(sample: &Sample, chance: &mut Chance) -> Vec<Mutation> {
    let mut changes = Vec::new();
    for table in sample.tables() {
        let columns = table.counts.chars().chain(table.rates.iter().map(|rate| rate.column));
        let columns: Vec<char> = columns
            .chain(table.points.iter().map(|points| points.column))
            .chain(table.figures.chars())
            .collect();
        for (row, letter) in (table.first_row..).zip(table.rows.chars()) {
            for column in &columns {
                let at = (*column, row);
                let old = shown(table, *column, sample.cell(table.book, table.sheet, at));
                let mut values: Vec<String> = chance.other_digit(&old).into_iter().collect();
                if chance.below(2) == 0 {
                    values.extend(chance.exchanged(&old).filter(|new| !values.contains(new)));
                }
                let kind = kind(table, *column, letter);
                changes.extend(values.into_iter().map(|new| change(sample, table, kind, at, &old, new)));
            }
        }
    }
    changes
}

/// Every second row's number and every column's number with another digit.
pub fn numbers(sample: &Sample, chance: &mut Chance) -> Vec<Mutation> {
    let mut changes = Vec::new();
    for table in sample.tables() {
        for (row, letter) in (table.first_row..).zip(table.rows.chars()) {
            let at = ('A', row);
            let old = sample.cell(table.book, table.sheet, at);
            if "u.".contains(letter) && chance.below(2) == 0 {
                let new = chance.other_digit(old).expect("a row has a number");
                changes.push(change(sample, table, "số thứ tự, số cột", at, old, new));
            }
        }
        for column in 'C'..='I' {
            let Some(row) = table.ids else { continue };
            let at = (column, row);
            let old = sample.cell(table.book, table.sheet, at);
            if old.parse::<u32>().is_ok() {
                let new = chance.other_digit(old).expect("a column has a number");
                changes.push(change(sample, table, "số thứ tự, số cột", at, old, new));
            }
        }
    }
    changes
}

/// The deadlines of the list of tasks: another day, month or year.
pub fn deadlines(sample: &Sample, chance: &mut Chance) -> Vec<Mutation> {
    let (book, sheet) = ("nhiem-vu.xlsx", "Biểu 1");
    if !sample.books.contains_key(book) {
        return Vec::new();
    }
    let mut changes = Vec::new();
    for at in (7..=13).map(|row| ('E', row)) {
        let serial = sample.cell(book, sheet, at);
        let day = Day::of_serial(serial.parse().expect("a day"));
        let others = [
            Day { day: 1 + i64::try_from(chance.below(28)).unwrap_or(0), ..day },
            Day { month: 1 + i64::try_from(chance.below(12)).unwrap_or(0), ..day },
            Day { year: day.year - 1, ..day },
        ];
        for other in others.into_iter().filter(|other| *other != day && other.exists()) {
            let new = other.serial().to_string();
            changes.push(Mutation {
                kind: "thời hạn",
                dossier: sample.dossier.clone(),
                file: book.to_owned(),
                spot: Spot::Cell { sheet: sheet.to_owned(), at },
                old: day.to_string(),
                new: other.to_string(),
                fault: sample.cell_fault(book, sheet, at, &new),
                content: new,
            });
        }
    }
    changes
}

impl Mutation {
    /// `chi-tieu.xlsx «Biểu 1» C14`, `ke-hoach.yaml:12`.
    pub fn place(&self) -> String {
        match &self.spot {
            Spot::Cell { sheet, at } => {
                format!("{}/{} «{sheet}» {}", self.dossier, self.file, cell_name(*at))
            }
            Spot::Line(line) => format!("{}/{}:{line}", self.dossier, self.file),
        }
    }
}
