//! FRM: what the decree says about the form, measured on the laid-out pages of one file.
//!
//! One rule a file, one table of rules. Comes in: pages as lines, blocks, drawn rules and frames; the blocks that they
//! were made from; the decree's own profile. Goes out: findings at the printed line, with the YAML line whose text
//! stands there, and a verdict for every row. Lengths are compared with a tolerance that each rule states.

mod paper;

use super::Checked;
use super::judge::{FormRule, Judge};
use crate::compile::Pages;
use crate::diag::{Finding, Place, Rule};
use crate::model::blocks::{Block, Blocks, Section};
use crate::model::norm::Norm;
use crate::model::printed::{Printed, PrintedBlock, PrintedLine};
use crate::vietnamese::text::beginning;

/// Every rule over the pages, in the order in which they are run.
pub const RULES: &[PageRule] = &[paper::RULE];

/// A rule over the pages of one file.
pub type PageRule = FormRule<fn(&PageSubject<'_>, &mut Judge<'_>)>;

/// Two places on a page are the same when they differ by less: a margin of 850 twips is 14,993 mm.
pub const SAME_MM: f64 = 0.3;
/// Two sizes are the same when they differ by less.
pub const SAME_PT: f64 = 0.05;

/// One file of a document, as the rules read it.
pub struct PageSubject<'a> {
    pub checked: &'a Checked,
    pub norm: &'a Norm,
    pub printed: &'a Printed,
    /// The sections of this file: the document itself, or one annex or attached document with a file of its own.
    pub sections: Vec<PageSection<'a>>,
    /// Every paragraph and table of the file by its number, with its section's number.
    pub leaves: Vec<(usize, &'a Block)>,
}

/// A section and the pages that it takes.
pub struct PageSection<'a> {
    pub section: &'a Section,
    pub first_page: usize,
    pub last_page: usize,
}

impl<'a> PageSubject<'a> {
    pub fn new(checked: &'a Checked, blocks: &'a Blocks, pages: &'a Pages, norm: &'a Norm) -> Self {
        fn collect<'a>(at: usize, blocks: &'a [Block], leaves: &mut Vec<(usize, &'a Block)>) {
            for block in blocks {
                match block {
                    Block::Columns { left, right, .. } => {
                        collect(at, left, leaves);
                        collect(at, right, leaves);
                    }
                    leaf => leaves.push((at, leaf)),
                }
            }
        }
        let printed = &pages.printed;
        let mut leaves = Vec::new();
        let mut sections = Vec::new();
        for (at, section) in blocks.sections.iter().enumerate() {
            let first = leaves.len();
            collect(at, &section.blocks, &mut leaves);
            let numbers = first..leaves.len();
            let on_pages = || {
                let own =
                    printed.blocks.iter().filter(|block| block.block.is_some_and(|n| numbers.contains(&n)));
                own.map(|block| block.page)
            };
            let first_page = on_pages().min().unwrap_or(1);
            let last_page = on_pages().max().unwrap_or(first_page);
            sections.push(PageSection { section, first_page, last_page });
        }
        Self { checked, norm, printed, sections, leaves }
    }

    /// The lines of one component.
    pub fn lines<'s>(&'s self, component: &'s str) -> impl Iterator<Item = &'a PrintedLine> + use<'s, 'a> {
        self.printed.lines.iter().filter(move |line| line.component == component)
    }

    /// The blocks of one component, one for each page on which it stands.
    pub fn blocks<'s>(&'s self, component: &'s str) -> impl Iterator<Item = &'a PrintedBlock> + use<'s, 'a> {
        self.printed.blocks.iter().filter(move |block| block.component == component)
    }

    /// A finding at a printed line, with the place of the text that stands there.
    pub fn finding(&self, rule: &Rule, line: &PrintedLine, message: impl Into<String>) -> Finding {
        self.finding_at(rule, line.page, &line.text, line.block, &line.component, message)
    }

    /// A finding at a page as a whole.
    pub fn finding_on_page(&self, rule: &Rule, page: usize, message: impl Into<String>) -> Finding {
        Finding::new(rule, self.page_place(page, ""), message).help(rule.mend)
    }

    /// A finding at some text of a block, with the place that it was written.
    pub fn finding_at(
        &self,
        rule: &Rule,
        page: usize,
        text: &str,
        block: Option<usize>,
        component: &str,
        message: impl Into<String>,
    ) -> Finding {
        let finding = Finding::new(rule, self.page_place(page, text), message).help(rule.mend);
        match self.source(block, component) {
            Place::File { .. } => finding,
            place => finding.also(place, "chữ này lấy ở đây"),
        }
    }

    fn page_place(&self, page: usize, text: &str) -> Place {
        Place::Page { file: self.checked.document().file.clone(), page, text: beginning(text) }
    }

    /// Where the text of a block was written: its first run of a clerk's, else the key that the component prints.
    pub fn source(&self, block: Option<usize>, component: &str) -> Place {
        let runs = match block.and_then(|number| self.leaves.get(number)) {
            Some((_, Block::Paragraph { runs, .. })) => runs.as_slice(),
            _ => &[],
        };
        let written = runs.iter().find_map(|run| self.checked.source(run.source?));
        match written {
            Some(source) => source.place_of(0, ""),
            None => super::place_of_component(self.checked, component),
        }
    }
}
