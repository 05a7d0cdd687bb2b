//! The texts and grids that were read, kept to show the lines around a place.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{CellRange, Place};

/// Some lines of a file with one stretch of them marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// The number of the first line (or sheet row).
    pub first_line: usize,
    pub text: String,
    /// The marked bytes of `text`.
    pub start: usize,
    pub end: usize,
}

/// A sheet whose cells can be shown as texts.
pub trait GridText: fmt::Debug {
    /// The texts of a row's cells from column A on; rows count from 1.
    fn row(&self, row: u32) -> Vec<String>;

    /// The number of the last row.
    fn last_row(&self) -> u32;
}

/// Everything that was read as text, by path; sheets as they were read.
#[derive(Debug, Default)]
pub struct Sources {
    texts: BTreeMap<String, Arc<str>>,
    /// By file and sheet.
    grids: BTreeMap<(String, String), Arc<dyn GridText>>,
}

impl Sources {
    pub fn add_text(&mut self, file: impl Into<String>, text: Arc<str>) {
        self.texts.insert(file.into(), text);
    }

    pub fn add_sheet(&mut self, file: &str, name: &str, sheet: Arc<dyn GridText>) {
        self.grids.insert((file.to_owned(), name.to_owned()), sheet);
    }

    /// The lines around a place, or `None` where there is nothing to show.
    pub fn excerpt(&self, place: &Place) -> Option<Excerpt> {
        match place {
            Place::Text { file, line, column, width } => {
                text_excerpt(self.texts.get(file)?, *line, *column, *width)
            }
            Place::Cell { file, sheet, cell } => {
                grid_excerpt(&**self.grids.get(&(file.clone(), sheet.clone()))?, *cell)
            }
            Place::Page { .. } | Place::File { .. } => None,
        }
    }
}

fn text_excerpt(text: &str, line: usize, column: usize, width: usize) -> Option<Excerpt> {
    let shown = text.lines().nth(line.checked_sub(1)?)?.replace('\t', " ");
    let byte_at = |chars: usize| shown.char_indices().nth(chars).map_or(shown.len(), |(at, _)| at);
    let start = byte_at(column.saturating_sub(1));
    let end = byte_at(column.saturating_sub(1) + width.max(1));
    Some(Excerpt { first_line: line, start, end, text: shown })
}

/// The row of the cell under the two rows before it, in aligned columns.
fn grid_excerpt(grid: &dyn GridText, cell: CellRange) -> Option<Excerpt> {
    const ROWS_BEFORE: u32 = 2;
    const WIDEST: usize = 28;
    if cell.first != cell.last {
        return None;
    }
    let row = cell.first.row;
    let first_row = row.saturating_sub(ROWS_BEFORE).max(1);
    let rows: Vec<Vec<String>> = (first_row..=row).map(|number| grid.row(number)).collect();
    let columns = rows.iter().map(|cells| cells.len()).max()?.max(cell.first.column as usize);
    let clip = |text: &str| text.chars().take(WIDEST).collect::<String>();
    let at = |cells: &[String], column: usize| cells.get(column).map_or(String::new(), |t| clip(t));
    let widths: Vec<usize> = (0..columns)
        .map(|column| rows.iter().map(|cells| at(cells, column).chars().count()).max().unwrap_or(0))
        .collect();
    let mut text = String::new();
    let (mut start, mut end) = (0, 0);
    for (offset, cells) in rows.iter().enumerate() {
        if offset > 0 {
            text.push('\n');
        }
        for (column, width) in widths.iter().enumerate() {
            let shown = at(cells, column);
            let begins = text.len();
            text.push_str(&shown);
            if offset + 1 == rows.len() && column + 1 == cell.first.column as usize {
                start = begins;
                end = text.len();
            }
            let padding = width.saturating_sub(shown.chars().count()) + 2;
            text.extend(std::iter::repeat_n(' ', padding));
        }
        text.truncate(text.trim_end().len().max(end));
    }
    if start == end {
        // A blank cell: mark the blank where it stands.
        text.push(' ');
        start = start.min(text.len() - 1);
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        end = text[start..].chars().next().map_or(start, |c| start + c.len_utf8());
    }
    Some(Excerpt { first_line: first_row as usize, text, start, end })
}
