//! The texts and grids that were read, kept to show the lines around a place.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::grid::{self, Grid, GridText, TableFrame};
use super::{CellRange, Finding, Place};

/// Some lines of a file with one stretch of them marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// Where the marked bytes of `text` end.
    pub end: usize,
    /// The number of the first line.
    pub first_line: usize,
    /// Where the marked bytes of `text` begin.
    pub start: usize,
    pub text: String,
}

/// Everything that was read as text, by path; sheets as they were read.
#[derive(Debug, Default)]
pub struct Sources {
    texts: BTreeMap<String, Arc<str>>,
    /// By file and sheet.
    sheets: BTreeMap<(String, String), Shown>,
}

/// A sheet, and where the tables on it stand.
#[derive(Debug)]
struct Shown {
    sheet: Arc<dyn GridText>,
    frames: Vec<TableFrame>,
}

impl Sources {
    pub fn add_text(&mut self, file: impl Into<String>, text: Arc<str>) {
        self.texts.insert(file.into(), text);
    }

    pub fn add_sheet(&mut self, file: &str, name: &str, sheet: Arc<dyn GridText>) {
        // A sheet that is read for a second table is the same sheet.
        let known = self.sheets.remove(&(file.to_owned(), name.to_owned()));
        let frames = known.map(|known| known.frames).unwrap_or_default();
        self.sheets.insert((file.to_owned(), name.to_owned()), Shown { sheet, frames });
    }

    /// Where a table stands on a sheet that was added.
    pub fn add_table(&mut self, file: &str, sheet: &str, frame: TableFrame) {
        if let Some(shown) = self.sheets.get_mut(&(file.to_owned(), sheet.to_owned())) {
            shown.frames.push(frame);
        }
    }

    /// The lines around a place in a text, or `None` where there is nothing to show.
    pub fn excerpt(&self, place: &Place) -> Option<Excerpt> {
        match place {
            Place::Text { file, line, column, width } => {
                text_excerpt(self.texts.get(file)?, *line, *column, *width)
            }
            Place::Cell { .. } | Place::Page { .. } | Place::File { .. } => None,
        }
    }

    /// The cells that a finding is about: one grid for every sheet that it names.
    pub fn grids(&self, finding: &Finding) -> Vec<Grid> {
        let mut sheets: Vec<(&str, &str, Option<CellRange>, Vec<CellRange>)> = Vec::new();
        for (number, label) in std::iter::once(&finding.at).chain(&finding.also).enumerate() {
            let Place::Cell { file, sheet, cell } = &label.place else { continue };
            match sheets.iter_mut().find(|(of, name, ..)| (*of, *name) == (file, sheet)) {
                Some((.., also)) => also.push(*cell),
                None if number == 0 => sheets.push((file, sheet, Some(*cell), Vec::new())),
                None => sheets.push((file, sheet, None, vec![*cell])),
            }
        }
        sheets
            .into_iter()
            .filter_map(|(file, name, at, also)| {
                let shown = self.sheets.get(&(file.to_owned(), name.to_owned()))?;
                grid::cut((file, name), &*shown.sheet, &shown.frames, at, &also)
            })
            .collect()
    }
}

fn text_excerpt(text: &str, line: usize, column: usize, width: usize) -> Option<Excerpt> {
    let shown = text.lines().nth(line.checked_sub(1)?)?.replace('\t', " ");
    let byte_at = |chars: usize| shown.char_indices().nth(chars).map_or(shown.len(), |(at, _)| at);
    let start = byte_at(column.saturating_sub(1));
    let end = byte_at(column.saturating_sub(1) + width.max(1));
    Some(Excerpt { first_line: line, start, end, text: shown })
}
