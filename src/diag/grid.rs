//! The cells of a sheet that one finding is about, cut out with what a reader needs to find them again.
//!
//! Comes in: a sheet whose cells can be shown as texts, where its tables stand, the cells of a finding. Goes out: a few
//! rows and columns as plain texts, which a worker hands to the parent. Never here: how it is drawn (`drawing.rs`).

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{CellRange, CellRef};

/// What a cell shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellText {
    pub text: String,
    /// A number stands at the right of its cell; what only looks like one, at the left.
    pub is_number: bool,
}

/// A sheet whose cells can be shown as texts.
pub trait GridText: fmt::Debug {
    /// What the cell itself shows, without regard to merging; `None` where nothing stands.
    fn text(&self, at: CellRef) -> Option<CellText>;

    /// The merged range that a cell lies in.
    fn merged_range(&self, at: CellRef) -> Option<CellRange>;

    /// The number of the last row with a cell.
    fn last_row(&self) -> u32;
}

/// Where a table stands on its sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFrame {
    /// First and last row of the head.
    pub head: (u32, u32),
    pub last_row: u32,
    /// The columns that name a row: its number, its unit.
    pub labels: Vec<u32>,
}

/// Why a cell is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// For orientation only.
    #[default]
    None,
    /// The finding is about it.
    At,
    /// It matters for the finding.
    Also,
}

/// Some rows and columns of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// Their numbers, in order.
    pub columns: Vec<u32>,
    pub file: String,
    pub rows: Vec<GridRow>,
    pub sheet: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridRow {
    /// Together they span the columns of the grid.
    pub cells: Vec<GridCell>,
    /// A row of the table's head: its texts are long, and may take several lines.
    #[serde(rename = "h", default, skip_serializing_if = "is_default")]
    pub is_head: bool,
    pub number: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridCell {
    #[serde(rename = "m", default, skip_serializing_if = "is_default")]
    pub mark: Mark,
    #[serde(rename = "n", default, skip_serializing_if = "is_default")]
    pub is_number: bool,
    /// How many columns of the grid it takes, where cells are merged.
    #[serde(rename = "s", default = "one", skip_serializing_if = "is_one")]
    pub span: usize,
    #[serde(rename = "t", default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn one() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_one(span: &usize) -> bool {
    *span == 1
}

/// More than this no screen shows at once.
const MOST_ROWS: usize = 16;
const MOST_COLUMNS: usize = 10;
/// No text of a cell is taken along further than this.
const LONGEST: usize = 60;

/// Cuts out the cells that a finding is about: `at` where it lies on this sheet, and the others.
pub fn cut(
    name: (&str, &str),
    sheet: &dyn GridText,
    frames: &[TableFrame],
    at: Option<CellRange>,
    also: &[CellRange],
) -> Option<Grid> {
    let first = at.or_else(|| also.first().copied())?;
    let frame = frame_of(frames, first.first);
    let wanted = |mut numbers: Vec<u32>, most: usize| {
        let mut seen = BTreeSet::new();
        numbers.retain(|number| *number > 0 && seen.insert(*number));
        numbers.truncate(most);
        numbers.sort_unstable();
        numbers
    };
    let marked = || at.iter().chain(also);
    // What matters most comes first: what does not fit is left out from the end.
    let head = || frame.filter(|frame| first.first.row > frame.head.1).into_iter();
    let mut rows: Vec<u32> = spread(first.first.row, first.last.row);
    rows.extend(head().flat_map(|frame| frame.head.0..=frame.head.1));
    rows.extend(marked().flat_map(|range| [range.first.row, range.last.row]));
    rows.extend(neighbours(first.first.row, first.last.row, frame, sheet.last_row()));
    rows.extend(marked().flat_map(|range| spread(range.first.row, range.last.row)));
    let mut columns: Vec<u32> = spread(first.first.column, first.last.column);
    match frame {
        Some(frame) => columns.extend(&frame.labels),
        None => columns.extend(first.first.column.saturating_sub(2)..=first.last.column.saturating_add(2)),
    }
    columns.extend(marked().flat_map(|range| spread(range.first.column, range.last.column)));
    let (rows, columns) = (wanted(rows, MOST_ROWS), wanted(columns, MOST_COLUMNS));
    let mark = |cell: CellRef| match at {
        Some(range) if range.holds(cell.into()) => Mark::At,
        _ if also.iter().any(|range| range.holds(cell.into())) => Mark::Also,
        _ => Mark::None,
    };
    let rows = rows.iter().enumerate().map(|(number, row)| GridRow {
        number: *row,
        is_head: frame.is_some_and(|frame| (frame.head.0..=frame.head.1).contains(row)),
        cells: cells_of_row(sheet, &rows[..number], *row, &columns, &mark),
    });
    let rows = rows.collect();
    Some(Grid { file: name.0.to_owned(), sheet: name.1.to_owned(), columns, rows })
}

/// The table that a cell lies in: the last one whose head begins above it, of several beside one another the nearest.
fn frame_of(frames: &[TableFrame], cell: CellRef) -> Option<&TableFrame> {
    let name_column = |frame: &TableFrame| frame.labels.iter().copied().min().unwrap_or(0);
    frames
        .iter()
        .filter(|frame| frame.head.0 <= cell.row && name_column(frame) <= cell.column)
        .max_by_key(|frame| (frame.head.0, name_column(frame)))
}

/// All of a few; of many the first and the last ones.
fn spread(first: u32, last: u32) -> Vec<u32> {
    const FEW: u32 = 8;
    if last.saturating_sub(first) < FEW {
        (first..=last).collect()
    } else {
        (first..=first + 2).chain(last - 1..=last).collect()
    }
}

/// The rows just above and below, as far as the table reaches.
fn neighbours(first: u32, last: u32, frame: Option<&TableFrame>, last_row: u32) -> Vec<u32> {
    let (top, bottom) = frame.map_or((1, last_row), |frame| (frame.head.0, frame.last_row));
    let above = first.saturating_sub(1);
    let below = last.saturating_add(1);
    [above, below].into_iter().filter(|row| (top..=bottom).contains(row)).collect()
}

/// The cells of one row; `above` are the rows that are shown over it.
fn cells_of_row(
    sheet: &dyn GridText,
    above: &[u32],
    row: u32,
    columns: &[u32],
    mark: &impl Fn(CellRef) -> Mark,
) -> Vec<GridCell> {
    let mut cells: Vec<GridCell> = Vec::new();
    let mut before: Option<CellRange> = None;
    for column in columns {
        let at = CellRef { row, column: *column };
        let merged = sheet.merged_range(at);
        if let (Some(merged), Some(cell)) = (merged.filter(|_| merged == before), cells.last_mut()) {
            cell.span += 1;
            if merged.holds(at.into()) && cell.mark == Mark::None {
                cell.mark = mark(at);
            }
            continue;
        }
        before = merged;
        let from = merged.map_or(at, |merged| merged.first);
        let is_said = above.iter().any(|above| (from.row..row).contains(above));
        let shown = if is_said { None } else { sheet.text(from) };
        let (text, is_number) = shown.map_or((String::new(), false), |shown| (shown.text, shown.is_number));
        let text = text.chars().take(LONGEST).collect();
        cells.push(GridCell { text, is_number, mark: mark(at), span: 1 });
    }
    cells
}
