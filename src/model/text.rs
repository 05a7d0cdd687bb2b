//! Running text: as the clerk typed it, and as runs once references are resolved.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diag::Place;

/// A piece of text from a YAML file that remembers where every part of it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct ClerkText {
    pub text: String,
    /// The place of its first character.
    pub place: Place,
    /// The source between the value's ends, when it differs from `text` (quotes, several lines); then a part is
    /// found by searching. `None`: the text stands verbatim on one line.
    pub source: Option<String>,
}

impl ClerkText {
    /// The place of the part that begins at byte `start` of `text` and is `part.len()` bytes long.
    pub fn place_of(&self, start: usize, part: &str) -> Place {
        let Place::Text { file, line, column, .. } = &self.place else {
            return self.place.clone();
        };
        let width = part.chars().count().max(1);
        let (line, column) = match &self.source {
            None => (*line, column + self.text[..start].chars().count()),
            Some(source) => {
                let nth = self.text[..start].matches(part).count();
                match source.match_indices(part).nth(nth) {
                    Some((at, _)) => {
                        let before = &source[..at];
                        let lines = before.matches('\n').count();
                        let chars = before.chars().rev().take_while(|c| *c != '\n').count();
                        (line + lines, if lines == 0 { column + chars } else { chars + 1 })
                    }
                    None => (*line, *column),
                }
            }
        };
        Place::Text { file: file.clone(), line, column, width }
    }

    /// The text with line breaks turned into blanks.
    pub fn one_line(&self) -> String {
        self.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A stretch of text in one style; a figure is a run of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    pub text: String,
    pub bold: bool,
    pub italic: bool,
    /// The figure that the text prints: its number in the document's list of figures.
    pub figure: Option<usize>,
    /// Where it was written: its number among the document's sources. What the form itself says has none. Never part
    /// of a document's key: a line that moves changes no output.
    #[serde(skip)]
    pub source: Option<usize>,
}

impl Run {
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false, italic: false, figure: None, source: None }
    }
}

/// Where a run was written: the clerk's text and the byte in it at which the run begins.
#[derive(Debug, Clone)]
pub struct RunSource {
    pub text: Arc<ClerkText>,
    pub start: usize,
}

impl RunSource {
    /// The place of a word of the run that begins about `offset` bytes into it: blanks may have been taken out on the
    /// way to the page, so of several the nearest one is meant.
    pub fn place_of(&self, offset: usize, word: &str) -> Place {
        let from = self.text.text.get(self.start..).map_or(0, |_| self.start);
        let found = self.text.text[from..]
            .match_indices(word)
            .min_by_key(|(at, _)| at.abs_diff(offset))
            .filter(|_| !word.is_empty());
        match found {
            Some((at, _)) => self.text.place_of(from + at, word),
            None => self.text.place_of(from, &self.text.text[from..from]),
        }
    }
}

/// Text as runs.
pub type RichText = Vec<Run>;

/// The words of the runs without their styles.
pub fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Whether a line announces what follows («gồm:») and so must not end a page. A paragraph of many lines may: keeping
/// all of it with the list after it would leave half a page blank.
pub fn announces(runs: &[Run]) -> bool {
    const FEW_LINES: usize = 170;
    let text = words(runs);
    text.ends_with(':') && text.chars().count() <= FEW_LINES
}
