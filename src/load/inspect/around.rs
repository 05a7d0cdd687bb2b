//! What stands around a table: its title, the unit line, the row of column ids, lines under it; and what a sheet hides.

use std::ops::RangeInclusive;

use super::TableReport;
use super::tables::{self, Ground};
use super::words;
use crate::diag::CellRef;
use crate::load::grid;
use crate::load::workbook::{Facts, Raw, Sheet};
use crate::vietnamese::listed::Words;
use crate::vietnamese::text::fold;

/// A title stands at most this many rows above its head.
const TITLE_WITHIN: u32 = 12;

static NO_TITLES: Words = Words::of(&[
    "kèm theo",
    "(kèm theo",
    "( kèm theo",
    "ban hành kèm",
    "(ban hành kèm",
    "phụ lục",
    "biểu số",
    "biểu mẫu",
    "mẫu số",
    "ubnd",
    "ủy ban nhân dân",
    "sở ",
    "phòng ",
    "số:",
    "ngày ",
    "độc lập",
    "cộng hòa",
    "(số liệu",
    "(theo",
    "tỉnh ",
    "huyện ",
]);

/// What a sheet says beside its tables.
#[derive(Debug, Default)]
pub struct SheetNotes {
    pub facts: Facts,
    /// Formulas without a result: how many, and the first.
    pub no_results: Option<(usize, CellRef)>,
    /// Error values: how many, the first and what it says.
    pub errors: Option<(usize, CellRef, String)>,
    /// Whether there may be more tables than were told.
    pub has_more: bool,
    /// Columns with values and without a heading, in a table.
    pub nameless: Vec<u32>,
}

/// The unit line above a table, below the one before it.
pub fn unit_line(sheet: &Sheet, ground: &Ground, above: u32) -> Option<(CellRef, String)> {
    let first = (above + 1).max(ground.first_head_row.saturating_sub(TITLE_WITHIN)).max(1);
    (first..ground.first_head_row).rev().find_map(|row| {
        sheet.row(row).find_map(|(column, raw)| match raw {
            Raw::Text(text) if words::is_unit_line(text) => Some((CellRef { row, column }, text.to_owned())),
            _ => None,
        })
    })
}

/// The title above a table: the lines in capitals nearest to it, else the nearest line.
pub fn caption(sheet: &Sheet, ground: &Ground, above: u32) -> Option<String> {
    let first = (above + 1).max(ground.first_head_row.saturating_sub(TITLE_WITHIN)).max(1);
    let mut lines: Vec<(u32, String)> = Vec::new();
    for row in (first..ground.first_head_row).rev() {
        let texts: Vec<(u32, &str)> = sheet
            .row(row)
            .filter_map(|(column, raw)| match raw {
                Raw::Text(text) => Some((column, text)),
                _ => None,
            })
            .filter(|(column, _)| *column <= *ground.columns.end())
            .collect();
        let [(_, text)] = texts.as_slice() else { continue };
        let folded = fold(text);
        if words::is_unit_line(text) || words::is_letterhead(text) || NO_TITLES.begin(&folded) {
            continue;
        }
        lines.push((row, (*text).to_owned()));
    }
    let is_capital = |text: &str| text.to_uppercase() == text && text.chars().any(char::is_alphabetic);
    let begin = lines.iter().position(|(_, text)| is_capital(text));
    let Some(begin) = begin else { return lines.into_iter().next().map(|(_, text)| text) };
    let mut title = vec![lines[begin].1.clone()];
    for pair in lines[begin..].windows(2) {
        if pair[1].0 + 1 != pair[0].0 || !is_capital(&pair[1].1) {
            break;
        }
        title.push(pair[1].1.clone());
    }
    title.reverse();
    Some(title.join(" "))
}

/// The row of column ids right under the head.
pub fn id_row(sheet: &Sheet, ground: &Ground) -> Option<u32> {
    let mut declared = ground.labelled();
    declared.sort_by_key(|column| *column != ground.name_column);
    let row = ground.last_head_row() + 1;
    // A name of a place is no id; columns at the end may have none.
    let filled: Vec<u32> = declared.into_iter().filter(|column| sheet.cell(row, *column).is_some()).collect();
    grid::is_id_row(sheet, &ground.head, row, &filled).then_some(row)
}

/// The first lines of text among some rows.
pub fn lines(sheet: &Sheet, first: u32, last: u32, columns: &RangeInclusive<u32>) -> Vec<(u32, String)> {
    const MOST: usize = 12;
    let text = |row: u32| {
        let texts: Vec<&str> = sheet
            .row(row)
            .filter(|(column, _)| columns.contains(column))
            .filter_map(|(_, raw)| match raw {
                Raw::Text(text) => Some(text),
                _ => None,
            })
            .collect();
        (!texts.is_empty()).then(|| (row, texts.join(" | ")))
    };
    let below = sheet.row_numbers().skip_while(|row| *row < first).take_while(|row| *row <= last);
    below.filter_map(text).take(MOST).collect()
}

/// What is to be said of a whole sheet.
pub fn notes(sheet: &Sheet, reports: &[TableReport]) -> SheetNotes {
    let has_more = reports.len() >= tables::MOST_TABLES;
    let mut notes = SheetNotes { facts: sheet.facts.clone(), has_more, ..SheetNotes::default() };
    for row in sheet.row_numbers() {
        for (column, raw) in sheet.row(row) {
            let at = CellRef { row, column };
            match raw {
                Raw::NoResult => {
                    notes.no_results = Some((
                        notes.no_results.map_or(1, |(count, _)| count + 1),
                        notes.no_results.map_or(at, |(_, first)| first),
                    ))
                }
                Raw::Error(error) => match &mut notes.errors {
                    Some((count, ..)) => *count += 1,
                    None => notes.errors = Some((1, at, error.to_owned())),
                },
                _ => {}
            }
        }
    }
    for table in reports {
        let (first, last) = (table.range.first.column, table.range.last.column);
        let is_known = |column: &u32| {
            Some(*column) == table.number_column || table.columns.iter().any(|own| own.column == *column)
        };
        let is_filled = |column: &u32| {
            let rows = table.head.1 + 1..=table.range.last.row;
            rows.take(200).any(|row| sheet.cell(row, *column).is_some())
        };
        notes.nameless.extend((first..=last).filter(|column| !is_known(column) && is_filled(column)));
    }
    notes
}
