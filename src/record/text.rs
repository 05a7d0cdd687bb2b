//! The document's text, paragraph by paragraph: with every figure it prints, and where it was written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::check::Checked;
use crate::diag::Place;
use crate::model::blocks::{Block, Blocks};
use crate::model::text::{Run, words};

/// One paragraph as printed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TextRow {
    /// The component's name in `nd30.yaml`.
    pub component: String,
    /// «I.», «Điều 1.», «a)»: given by the program, so no part of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Where it begins; null for what the form itself says.
    pub source: Option<Place>,
    pub text: String,
}

/// A document's paragraphs, and where in them and between them its figures and tables stand.
#[derive(Debug, Default)]
pub struct Composed {
    pub paragraphs: Vec<TextRow>,
    /// The paragraph (from 0) in which a figure first stands and how many characters stand before it, by its number.
    pub figures: BTreeMap<usize, (usize, usize)>,
    /// The label of the annex that a table stands in, by the table's number.
    pub annexes: BTreeMap<usize, String>,
}

/// Reads a document's blocks as text.
pub fn composed(checked: &Checked, blocks: &Blocks) -> Composed {
    let mut composed = Composed::default();
    for section in &blocks.sections {
        let mut annex = None;
        composed.blocks(checked, &section.blocks, &mut annex);
    }
    composed
}

impl Composed {
    fn blocks(&mut self, checked: &Checked, blocks: &[Block], annex: &mut Option<String>) {
        for block in blocks {
            match block {
                Block::Paragraph { component, label, runs } => {
                    if component == "phu_luc_nhan" {
                        *annex = Some(words(runs));
                    }
                    self.paragraph(checked, component, label.as_deref(), runs);
                }
                Block::Columns { left, right, .. } => {
                    self.blocks(checked, left, annex);
                    self.blocks(checked, right, annex);
                }
                Block::Table(table) => {
                    self.annexes.extend(annex.clone().map(|annex| (table.number, annex)));
                }
            }
        }
    }

    fn paragraph(&mut self, checked: &Checked, component: &str, label: Option<&str>, runs: &[Run]) {
        let text = words(runs);
        if text.trim().is_empty() {
            return;
        }
        let mut before = 0;
        for run in runs {
            if let Some(figure) = run.figure {
                self.figures.entry(figure).or_insert((self.paragraphs.len(), before));
            }
            before += run.text.chars().count();
        }
        let written = runs.iter().find_map(|run| checked.source(run.source?));
        self.paragraphs.push(TextRow {
            component: component.to_owned(),
            label: label.map(str::to_owned),
            source: written.map(|source| source.place_of(0, "")),
            text,
        });
    }
}
