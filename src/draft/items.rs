//! The blocks with the numbers by which a draft that comes back leads to what it was built from.

use crate::model::blocks::{Block, Blocks, Section, TableBlock};
use crate::model::text::{Run, words};

/// A section with its numbered parts.
pub(super) struct Numbered<'a> {
    pub section: &'a Section,
    pub items: Vec<Item<'a>>,
}

pub(super) enum Item<'a> {
    Paragraph(Said<'a>),
    Columns { component: &'a str, left: Vec<Said<'a>>, right: Vec<Said<'a>> },
    Table(&'a TableBlock),
}

/// A paragraph.
pub(super) struct Said<'a> {
    pub component: &'a str,
    pub label: Option<&'a str>,
    pub runs: &'a [Run],
    /// Its text without the label.
    pub text: String,
    /// Its number among the paragraphs with text, as the manifest lists them; blank room has none.
    pub number: Option<usize>,
}

/// Numbers the paragraphs in reading order.
pub(super) fn numbered(blocks: &Blocks) -> Result<Vec<Numbered<'_>>, String> {
    let mut count = 0;
    let mut sections = Vec::with_capacity(blocks.sections.len());
    for section in &blocks.sections {
        sections.push(Numbered { section, items: items_of(section, &mut count)? });
    }
    Ok(sections)
}

fn items_of<'a>(section: &'a Section, count: &mut usize) -> Result<Vec<Item<'a>>, String> {
    let mut items = Vec::with_capacity(section.blocks.len());
    for block in &section.blocks {
        items.push(match block {
            Block::Paragraph { .. } => Item::Paragraph(said(block, count)?),
            Block::Columns { component, left, right } => {
                let mut column = |blocks: &'a [Block]| {
                    blocks.iter().map(|block| said(block, count)).collect::<Result<_, _>>()
                };
                Item::Columns { component, left: column(left)?, right: column(right)? }
            }
            Block::Table(table) => Item::Table(table),
        });
    }
    Ok(items)
}

fn said<'a>(block: &'a Block, count: &mut usize) -> Result<Said<'a>, String> {
    let Block::Paragraph { component, label, runs } = block else {
        return Err("a column of a head or foot holds more than paragraphs".to_owned());
    };
    let text = words(runs);
    let number = (!text.trim().is_empty()).then_some(*count);
    *count += usize::from(number.is_some());
    Ok(Said { component, label: label.as_deref(), runs, text, number })
}
