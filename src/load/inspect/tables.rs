//! Finds the tables of a sheet without knowing their columns: a row of labels with a TT column or a column of names,
//! what is merged above and below it, and the columns that belong to it (nd30.md §7 rows 9, 10, 19, 20).

use std::ops::RangeInclusive;

use super::words;
use crate::diag::CellRef;
use crate::load::grid::{self, Head};
use crate::load::workbook::{Raw, Sheet};

/// The deepest head.
const MOST_HEAD_ROWS: u32 = 4;
/// More tables than this are no annex.
pub const MOST_TABLES: usize = 40;

/// Where a table lies.
#[derive(Debug)]
pub struct Ground {
    pub head: Head,
    pub first_head_row: u32,
    pub columns: RangeInclusive<u32>,
    pub number_column: Option<u32>,
    pub name_column: u32,
    /// The row before the next table, or the sheet's last.
    pub last_row: u32,
}

impl Ground {
    pub fn last_head_row(&self) -> u32 {
        self.head.last_row
    }

    /// The columns that have a heading, but for the row numbers.
    pub fn labelled(&self) -> Vec<u32> {
        let is_labelled = |column: &u32| !self.head.path(*column).is_empty();
        self.columns
            .clone()
            .filter(is_labelled)
            .filter(|column| Some(*column) != self.number_column)
            .collect()
    }
}

/// The tables of a sheet, from top to bottom and left to right.
///
/// Of a sheet with more than `MOST_TABLES` the first ones are told.
pub fn find(sheet: &Sheet) -> Vec<Ground> {
    let mut found: Vec<Ground> = Vec::new();
    for row in sheet.row_numbers() {
        if found.len() >= MOST_TABLES {
            break;
        }
        if found.iter().any(|ground| ground.last_head_row() >= row) {
            continue;
        }
        let mut starts = starts(sheet, row);
        // Right under a row of a table stands another row of it, not a head without a TT column.
        starts.retain(|start| {
            let is_inside = |ground: &Ground| ground.columns.contains(&start.column());
            let is_under = row > 1 && sheet.spread(row - 1, start.column()).is_some();
            matches!(start, Start::Numbers(_)) || !(is_under && found.iter().any(is_inside))
        });
        for (at, start) in starts.iter().enumerate() {
            let end = starts.get(at + 1).map_or(sheet.last_column(), |next| next.column() - 1);
            found.extend(ground(sheet, row, *start, end));
        }
    }
    if found.is_empty() {
        found.extend(without_known_words(sheet));
    }
    bound(&mut found);
    found
}

/// Every table ends before the next one below it.
fn bound(found: &mut [Ground]) {
    for at in 0..found.len() {
        let (own, columns) = (found[at].last_head_row(), found[at].columns.clone());
        let below = found.iter().filter(|other| {
            let beside = other.columns.start() > columns.end() || other.columns.end() < columns.start();
            other.first_head_row > own && !beside
        });
        if let Some(next) = below.map(|other| other.first_head_row).min() {
            found[at].last_row = next - 1;
        }
    }
}

/// Where a table begins in a row of labels.
#[derive(Debug, Clone, Copy)]
enum Start {
    Numbers(u32),
    Names(u32),
}

impl Start {
    fn column(self) -> u32 {
        match self {
            Self::Numbers(column) | Self::Names(column) => column,
        }
    }
}

fn starts(sheet: &Sheet, row: u32) -> Vec<Start> {
    // What holds a number is a row of figures; a year may stand over a column.
    let is_figure = |raw: Raw<'_>| match raw {
        Raw::Number(_) => grid::year(raw).is_none(),
        Raw::Text(text) => text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && text.len() != 4,
        _ => true,
    };
    let texts = sheet.row(row).filter(|(_, raw)| matches!(raw, Raw::Text(_))).count();
    if texts < 2 || sheet.row(row).any(|(_, raw)| is_figure(raw)) {
        return Vec::new();
    }
    let written = |(column, raw)| match raw {
        Raw::Text(text) => Some((column, text)),
        _ => None,
    };
    let labels = || sheet.row(row).filter_map(written);
    let numbered: Vec<Start> = labels()
        .filter(|(_, text)| text.len() <= LONGEST_NUMBER_LABEL && grid::is_number_heading(text))
        .map(|(column, _)| Start::Numbers(column))
        .collect();
    if !numbered.is_empty() {
        return numbered;
    }
    // Names begin a table at its left end, or right of a column without a heading; a code may stand before them.
    const LOOKED_AT: usize = 40;
    let mut starts: Vec<Start> = Vec::new();
    let mut before: Option<u32> = None;
    let mut segment: Vec<u32> = Vec::new();
    for (column, text) in labels().take(LOOKED_AT) {
        if before.is_some_and(|before| spread_end(sheet, row, before) + 1 < column) {
            segment.clear();
        }
        segment.push(column);
        before = Some(column);
        if segment.len() <= 2 && words::is_name_heading(text) {
            let first = segment[0];
            if starts.last().is_none_or(|last| last.column() < first) {
                starts.push(Start::Names(first));
            }
        }
    }
    starts
}

/// In bytes; longer texts are not folded.
const LONGEST_NUMBER_LABEL: usize = 20;

/// The last column that a cell covers.
fn spread_end(sheet: &Sheet, row: u32, column: u32) -> u32 {
    sheet.merged(CellRef { row, column }).map_or(column, |merged| merged.last.column)
}

/// The table whose row of labels this is, if rows follow.
fn ground(sheet: &Sheet, row: u32, start: Start, end: u32) -> Option<Ground> {
    let is_letterhead =
        |(_, raw): (u32, Raw<'_>)| matches!(raw, Raw::Text(text) if words::is_letterhead(text));
    if sheet.row(row).any(is_letterhead) {
        return None;
    }
    let first = start.column();
    let merged_down = sheet.merged(CellRef { row, column: first }).map_or(row, |merged| merged.last.row);
    let mut bottom = merged_down.min(row + MOST_HEAD_ROWS - 1);
    // Where nothing is merged down, further labels stand right under the row, beside blanks.
    let name_guess = match start {
        Start::Numbers(column) => spread_end(sheet, row, column) + 1,
        Start::Names(column) => column,
    };
    let is_blank = |row: u32, column: u32| sheet.spread(row, column).is_none();
    while bottom + 1 - row < MOST_HEAD_ROWS
        && is_blank(bottom + 1, first)
        && is_blank(bottom + 1, name_guess)
        && holds_labels_only(sheet, bottom + 1, name_guess + 1, end)
    {
        bottom += 1;
    }
    let mut top = row;
    while top > 1
        && bottom - top + 2 <= MOST_HEAD_ROWS
        && is_blank(top - 1, first)
        && is_blank(top - 1, name_guess)
        && is_group_row(sheet, top - 1, name_guess + 1, end)
    {
        top -= 1;
    }
    let head = grid::head_of(sheet, top, bottom);
    let labelled = |column: &u32| !head.path(*column).is_empty();
    // A gap of more than one column without a heading ends the table.
    let mut last = first;
    for column in (first..=end).filter(labelled) {
        if column > last + 2 {
            break;
        }
        last = column;
    }
    let number_column = match start {
        Start::Numbers(column) => Some(column),
        Start::Names(_) => None,
    };
    let name_column = name_column(sheet, &head, bottom, first..=last, number_column)?;
    let last_row = sheet.last_row();
    (last > first && bottom < last_row).then_some(Ground {
        head,
        first_head_row: top,
        columns: first..=last,
        number_column,
        name_column,
        last_row,
    })
}

/// Whether a row holds labels, and nothing else, in some columns.
fn holds_labels_only(sheet: &Sheet, row: u32, first: u32, last: u32) -> bool {
    let mut cells = sheet.row(row).filter(|(column, _)| (first..=last).contains(column)).peekable();
    cells.peek().is_some()
        && cells.all(|(_, raw)| match raw {
            Raw::Text(text) => !text.starts_with(|c: char| c.is_ascii_digit()),
            raw => grid::year(raw).is_some(),
        })
}

/// Whether a row above the labels holds headings over several of them, and is no title and no unit line.
fn is_group_row(sheet: &Sheet, row: u32, first: u32, last: u32) -> bool {
    let texts: Vec<(u32, &str)> = sheet
        .row(row)
        .filter_map(|(column, raw)| match raw {
            Raw::Text(text) => Some((column, text)),
            _ => None,
        })
        .collect();
    let is_line = texts.iter().any(|(_, text)| words::is_unit_line(text) || text.starts_with('('));
    let is_over_several =
        texts.iter().any(|(column, _)| spread_end(sheet, row, *column) > *column) || texts.len() > 1;
    !is_line && is_over_several && holds_labels_only(sheet, row, first, last)
}

/// The column of names: one with such a heading, else the first that holds words.
fn name_column(
    sheet: &Sheet,
    head: &Head,
    bottom: u32,
    columns: RangeInclusive<u32>,
    number_column: Option<u32>,
) -> Option<u32> {
    let labelled =
        || columns.clone().filter(|column| Some(*column) != number_column && !head.path(*column).is_empty());
    let is_named =
        |column: &u32| head.path(*column).last().is_some_and(|label| words::is_name_heading(label));
    // Of «Huyện» and «Xã» the one with a name in every row is meant.
    let filled = |column: &u32| words_in(sheet, bottom, *column);
    let mut named: Vec<(u32, usize)> = labelled().filter(is_named).map(|c| (c, filled(&c))).collect();
    named.sort_by_key(|(column, filled)| (std::cmp::Reverse(*filled), *column));
    let first_named = named.first().filter(|(_, filled)| *filled > 0).map(|(column, _)| *column);
    first_named.or_else(|| labelled().find(|column| filled(column) > 0)).or_else(|| labelled().next())
}

/// How many of the first rows under the head hold words in a column.
fn words_in(sheet: &Sheet, bottom: u32, column: u32) -> usize {
    const ROWS: u32 = 40;
    let is_word = |row: u32| match sheet.cell(row, column) {
        // The id row has a letter of its own.
        Some(Raw::Text(text)) => text.chars().filter(|c| c.is_alphabetic()).count() > 1,
        _ => false,
    };
    (bottom + 1..=(bottom + ROWS).min(sheet.last_row())).filter(|row| is_word(*row)).count()
}

/// A table with headings that nobody foresaw: the first row of labels with a row of figures right under it.
fn without_known_words(sheet: &Sheet) -> Option<Ground> {
    const ROWS: usize = 60;
    let is_number = |row: u32, column: u32| matches!(sheet.cell(row, column), Some(Raw::Number(_)));
    let is_text = |row: u32, column: u32| matches!(sheet.cell(row, column), Some(Raw::Text(_)));
    sheet.row_numbers().take(ROWS).find_map(|row| {
        let labels: Vec<u32> = sheet.row(row).map(|(column, _)| column).collect();
        let figures = labels.iter().filter(|column| is_number(row + 1, **column)).count();
        let first = *labels.first()?;
        let names = labels.iter().any(|column| is_text(row + 1, *column));
        let holds = holds_labels_only(sheet, row, first, sheet.last_column());
        (labels.len() > 1 && figures > 0 && names && holds)
            .then(|| ground(sheet, row, Start::Names(first), sheet.last_column()))
            .flatten()
    })
}
