//! What the pages say, in the order of the blocks: the paragraphs with text and the tables of all of a document's PDFs.

use std::collections::BTreeMap;

use crate::model::blocks::{Block, Blocks, TableBlock};
use crate::model::printed::Printed;
use crate::model::text::words;

/// The text of the laid-out pages of a document.
#[derive(Debug, Default)]
pub struct PrintedText<'a> {
    /// The paragraphs with text, numbered as in `manifest.json`: their lines one after another.
    pub(super) paragraphs: Vec<String>,
    /// The tables by number, as they were composed.
    pub(super) tables: BTreeMap<usize, &'a TableBlock>,
    /// The sections in order.
    pub(super) sections: Vec<PrintedSection>,
}

/// What the office's system prints on a PDF that is signed by itself; no sheet has it.
const SIGNATURE_PLACE: &str = "chu_ky_so";

/// What a section prints, from top to bottom, as far as a sheet says it too.
#[derive(Debug)]
pub(super) struct PrintedSection {
    /// `van_ban`, `kem_theo` or `phu_luc`.
    pub component: String,
    pub items: Vec<Item>,
}

/// A paragraph with text or a table, by its number.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item {
    Paragraph(usize),
    Table(usize),
}

/// Where a document's paragraphs stand: the file (from 0, the document itself first) and the number there.
struct Counting<'a> {
    found: PrintedText<'a>,
    /// The lines of every file by the number of their paragraph or table.
    lines: Vec<BTreeMap<usize, String>>,
    /// The paragraphs and tables of every file so far.
    leaves: Vec<usize>,
}

impl<'a> PrintedText<'a> {
    /// Gathers the pages' text. `files` are the document's PDFs in the order of `Blocks::files`.
    ///
    /// Tables are those that were composed: LAY006 has held every letter of theirs against the pages, whose lines run
    /// across cells.
    pub fn of(blocks: &'a Blocks, files: &[&Printed]) -> Self {
        let names: Vec<Option<&String>> = std::iter::once(None)
            .chain(blocks.sections.iter().filter_map(|section| section.own_file.as_ref()).map(Some))
            .collect();
        let mut counting = Counting {
            found: PrintedText::default(),
            lines: files.iter().map(|printed| lines(printed)).collect(),
            leaves: vec![0; files.len()],
        };
        for section in &blocks.sections {
            let file = names.iter().position(|name| *name == section.own_file.as_ref()).unwrap_or(0);
            let component = section.component.clone();
            counting.found.sections.push(PrintedSection { component, items: Vec::new() });
            counting.blocks(file, &section.blocks);
        }
        counting.found
    }
}

/// The text of every paragraph and table of a file.
fn lines(printed: &Printed) -> BTreeMap<usize, String> {
    let mut texts: BTreeMap<usize, String> = BTreeMap::new();
    for line in &printed.lines {
        if let Some(number) = line.block {
            let text = texts.entry(number).or_default();
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&line.text);
        }
    }
    texts
}

impl<'a> Counting<'a> {
    fn blocks(&mut self, file: usize, blocks: &'a [Block]) {
        for block in blocks {
            match block {
                Block::Columns { left, right, .. } => {
                    self.blocks(file, left);
                    self.blocks(file, right);
                }
                Block::Paragraph { component, runs, .. } => {
                    let text = self.next(file);
                    if !words(runs).trim().is_empty() {
                        if component != SIGNATURE_PLACE {
                            self.item(Item::Paragraph(self.found.paragraphs.len()));
                        }
                        self.found.paragraphs.push(text);
                    }
                }
                Block::Table(table) => {
                    self.next(file);
                    self.item(Item::Table(table.number));
                    self.found.tables.insert(table.number, table);
                }
            }
        }
    }

    fn item(&mut self, item: Item) {
        self.found.sections.last_mut().into_iter().for_each(|section| section.items.push(item));
    }

    /// What the pages print of the next paragraph or table of a file.
    fn next(&mut self, file: usize) -> String {
        let (Some(leaf), Some(lines)) = (self.leaves.get_mut(file), self.lines.get_mut(file)) else {
            return String::new();
        };
        *leaf += 1;
        lines.remove(&(*leaf - 1)).unwrap_or_default()
    }
}
