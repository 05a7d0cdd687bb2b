//! One sheet as plain cells, packed: text, number, error, each with the look that its format gives it.
//!
//! A province's sheet has two million cells, so a cell is 24 bytes here and a text is kept once. Nothing is interpreted.

use std::fmt;
use std::sync::Arc;

use crate::diag::{CellRange, CellRef};
use crate::vietnamese::legacy::Encoding;

/// What stands in a cell, before anybody asks what it means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Raw<'a> {
    /// Cleaned text (NFC, single blanks).
    Text(&'a str),
    /// The double as the file holds it.
    Number(f64),
    /// `#REF!` and its like, as Excel writes it.
    Error(&'a str),
    /// A date, as `2023-03-15`.
    Date(&'a str),
    Bool(bool),
    /// A formula whose result the file does not hold.
    NoResult,
}

/// How a cell is shown, as far as its meaning hangs on it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    /// Whether the number format ends in a percent sign: 0.0797 is shown as 7,97%.
    pub is_percent: bool,
    /// How many decimals the number format shows; `None` where it does not say («General»).
    pub decimals: Option<u8>,
    /// The code page of its font, where that is one of those with Vietnamese letters of their own (TCVN3, VNI).
    pub encoding: Option<Encoding>,
}

/// What a file's format does not tell about a sheet; `inspect` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Untold {
    NumberFormats,
    HiddenRows,
    HiddenColumns,
    /// Which formulas read another workbook.
    Links,
    Filters,
    Merges,
    /// Whether a formula was ever calculated: one that was not looks blank, or zero.
    Formulas,
}

/// What stands around the cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// First and last, in order.
    pub hidden_columns: Vec<(u32, u32)>,
    /// In order.
    pub hidden_rows: Vec<u32>,
    /// The range of a filter that hides rows at the moment.
    pub filter: Option<CellRange>,
    /// The first formula that reads another workbook: its value is that of the last update.
    pub external: Option<CellRef>,
    pub untold: Vec<Untold>,
    /// Columns with cells that were written in an old code page, and are converted.
    pub conversions: Vec<Conversion>,
    /// Columns where some cells are in an old code page and some in Unicode, and some could be either: nothing is
    /// converted there.
    pub unclear: Vec<(u32, Encoding)>,
    /// Of a text file: what its bytes were taken for, and what stands between its cells.
    pub charset: Option<&'static str>,
    pub separator: Option<&'static str>,
    /// Of a text file: the first row that is cut into more cells than the others.
    pub split_row: Option<u32>,
}

/// Cells of one column that were converted from an old code page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversion {
    pub column: u32,
    pub encoding: Encoding,
    /// Whether the cells' font said so (or the file as a whole), and not only the letters of the column.
    pub is_told: bool,
    pub cells: usize,
    /// The first of them, and what it was read as.
    pub first: CellRef,
    pub before: Box<str>,
    pub after: Box<str>,
}

/// «Cột B có 6 ô …, đã chuyển sang Unicode: «X·» thành «Xã»», without its capital.
impl fmt::Display for Conversion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = if self.is_told { "theo phông của ô" } else { "theo chữ của cả cột" };
        let (column, code_page) = (CellRef::letters(self.column), self.encoding.name());
        let Self { cells, before, after, .. } = self;
        write!(
            f,
            "cột {column} có {cells} ô viết bằng mã {code_page}, đã chuyển sang Unicode ({by}): «{before}» thành «{after}»"
        )
    }
}

/// Rows in order as a clerk says them: «7, 9-12»; the first few of many.
pub fn row_spans(rows: &[u32]) -> String {
    const MOST: usize = 8;
    let mut runs = rows.chunk_by(|row, next| row + 1 == *next);
    let shown: Vec<String> = runs
        .by_ref()
        .take(MOST)
        .map(|run| match run {
            [first, .., last] => format!("{first}-{last}"),
            run => run.iter().map(ToString::to_string).collect(),
        })
        .collect();
    let rest = if runs.next().is_some() { ", …" } else { "" };
    format!("{}{rest}", shown.join(", "))
}

impl Facts {
    pub fn is_hidden_column(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }

    pub fn is_hidden_row(&self, row: u32) -> bool {
        self.hidden_rows.binary_search(&row).is_ok()
    }
}

/// One sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    pub name: String,
    pub facts: Facts,
    /// In order.
    pub(super) rows: Vec<Row>,
    pub(super) texts: Vec<Arc<str>>,
    pub(super) looks: Vec<Look>,
    /// Ranges of more than one cell, by their first row.
    pub(super) merges: Vec<CellRange>,
    /// The last row that any of the merged ranges up to this one reaches.
    pub(super) merges_reach: Vec<u32>,
    pub(super) last_column: u32,
}

#[derive(Debug)]
pub(super) struct Row {
    pub number: u32,
    /// By column.
    pub cells: Box<[Stored]>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Stored {
    pub column: u16,
    pub look: u16,
    pub value: Packed,
}

/// A value in 16 bytes; texts by their number.
#[derive(Debug, Clone, Copy)]
pub(super) enum Packed {
    Text(u32),
    Number(f64),
    Error(u32),
    Date(u32),
    Bool(bool),
    NoResult,
}

impl Sheet {
    /// The cell itself, without regard to merging; row and column count from 1.
    pub fn cell(&self, row: u32, column: u32) -> Option<Raw<'_>> {
        self.stored(row, column).map(|cell| self.raw(cell.value))
    }

    /// The cell, or the one whose merged range covers it.
    pub fn spread(&self, row: u32, column: u32) -> Option<Raw<'_>> {
        self.cell(row, column).or_else(|| {
            let merged = self.merged(CellRef { row, column })?;
            self.cell(merged.first.row, merged.first.column)
        })
    }

    /// The merged range that a cell lies in.
    pub fn merged(&self, at: CellRef) -> Option<CellRange> {
        let above = self.merges.partition_point(|merge| merge.first.row <= at.row);
        (0..above)
            .rev()
            .take_while(|number| self.merges_reach[*number] >= at.row)
            .map(|number| self.merges[number])
            .find(|merge| merge.holds(CellRange::from(at)))
    }

    /// The merged ranges, by their first row.
    pub fn merges(&self) -> &[CellRange] {
        &self.merges
    }

    /// Whether any cells are merged, as far as the file tells.
    pub fn has_merges(&self) -> bool {
        !self.merges.is_empty()
    }

    /// How the cell is shown; the plain look where nothing is known of it.
    pub fn look(&self, row: u32, column: u32) -> &Look {
        const PLAIN: &Look = &Look { is_percent: false, decimals: None, encoding: None };
        self.stored(row, column).and_then(|cell| self.looks.get(cell.look as usize)).unwrap_or(PLAIN)
    }

    /// The number of the last row with a cell; 0 on an empty sheet.
    pub fn last_row(&self) -> u32 {
        self.rows.last().map_or(0, |row| row.number)
    }

    pub fn last_column(&self) -> u32 {
        self.last_column
    }

    /// The filled cells of a row, by column.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, Raw<'_>)> {
        let cells = self.row_at(row).map_or(&[] as &[Stored], |row| &row.cells);
        cells.iter().map(|cell| (u32::from(cell.column), self.raw(cell.value)))
    }

    /// The numbers of the rows that have cells, in order.
    pub fn row_numbers(&self) -> impl Iterator<Item = u32> + '_ {
        self.rows.iter().map(|row| row.number)
    }

    fn row_at(&self, row: u32) -> Option<&Row> {
        // Rows mostly follow each other without a gap.
        let first = self.rows.first()?.number;
        let guess = row.checked_sub(first)? as usize;
        match self.rows.get(guess) {
            Some(found) if found.number == row => Some(found),
            _ => self.rows.binary_search_by_key(&row, |row| row.number).ok().map(|at| &self.rows[at]),
        }
    }

    fn stored(&self, row: u32, column: u32) -> Option<&Stored> {
        let cells = &self.row_at(row)?.cells;
        let column = u16::try_from(column).ok()?;
        match cells.get(usize::from(column).wrapping_sub(1)) {
            Some(found) if found.column == column => Some(found),
            _ => cells.binary_search_by_key(&column, |cell| cell.column).ok().map(|at| &cells[at]),
        }
    }

    fn raw(&self, value: Packed) -> Raw<'_> {
        let text = |at: u32| &*self.texts[at as usize];
        match value {
            Packed::Text(at) => Raw::Text(text(at)),
            Packed::Number(double) => Raw::Number(double),
            Packed::Error(at) => Raw::Error(text(at)),
            Packed::Date(at) => Raw::Date(text(at)),
            Packed::Bool(truth) => Raw::Bool(truth),
            Packed::NoResult => Raw::NoResult,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::row_spans;

    #[test]
    fn rows_are_said_in_spans() {
        assert_eq!(row_spans(&[7, 9, 10, 11]), "7, 9-11");
        let every_other: Vec<u32> = (0..20).map(|row| row * 2).collect();
        assert!(row_spans(&every_other).ends_with("14, …"));
    }
}
