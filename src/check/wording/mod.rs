//! WRD: what the decree says about words, read from the composed blocks of a document.
//!
//! One rule a file, one table of rules. Comes in: the blocks, the document that they were composed from, the decree's
//! own profile. Goes out: findings at the YAML line whose words stand there, and a verdict for every row.

mod abbreviation;
mod addressees;
mod annex_label;
mod archive;
mod attached;
mod authority;
mod components;
mod date;
mod first_recipient;
mod issuer;
mod marks;
mod motto;
mod parts;
mod place_name;
mod pointer;
mod recipients;
mod reference;
mod signer;
mod signing;
mod subject;
mod unit;

use super::Checked;
use super::judge::{FormRule, Judge};
use crate::diag::{Finding, Place, Rule};
use crate::model::blocks::{Block, Blocks, Section};
use crate::model::norm::Norm;
use crate::model::text::{Run, words};

/// Every rule over the wording, in the order in which they are run.
pub const RULES: &[TextRule] = &[
    motto::RULE,
    reference::RULE,
    place_name::RULE,
    date::RULE,
    issuer::RULE,
    abbreviation::RULE,
    subject::RULE,
    authority::RULE,
    addressees::RULE,
    recipients::RULE,
    first_recipient::RULE,
    archive::RULE,
    signing::RULE,
    signer::RULE,
    components::RULE,
    attached::RULE,
    annex_label::RULE,
    pointer::RULE,
    marks::RULE,
];

/// A rule over the words of a document.
pub type TextRule = FormRule<fn(&TextSubject<'_>, &mut Judge<'_>)>;

/// A document's words, as the rules read them.
pub struct TextSubject<'a> {
    pub checked: &'a Checked,
    pub norm: &'a Norm,
    /// Every paragraph in reading order; the left column of a head or foot before its right one.
    pub paragraphs: Vec<Paragraph<'a>>,
}

/// One paragraph with its section.
pub struct Paragraph<'a> {
    /// Its section's number among the document's sections, from 0, and what that section is.
    pub at: usize,
    pub section: &'a Section,
    pub component: &'a str,
    /// «I.», «Điều 1.», «a)», «-»; empty where there is none.
    pub label: &'a str,
    pub runs: &'a [Run],
    /// The words of the runs, without the label.
    pub text: String,
}

impl<'a> TextSubject<'a> {
    pub fn new(checked: &'a Checked, blocks: &'a Blocks, norm: &'a Norm) -> Self {
        fn collect<'a>(
            at: usize,
            section: &'a Section,
            blocks: &'a [Block],
            paragraphs: &mut Vec<Paragraph<'a>>,
        ) {
            for block in blocks {
                match block {
                    Block::Paragraph { component, label, runs } => paragraphs.push(Paragraph {
                        at,
                        section,
                        component,
                        label: label.as_deref().unwrap_or_default(),
                        runs,
                        text: words(runs),
                    }),
                    Block::Columns { left, right, .. } => {
                        collect(at, section, left, paragraphs);
                        collect(at, section, right, paragraphs);
                    }
                    Block::Table(_) => {}
                }
            }
        }
        let mut paragraphs = Vec::new();
        for (at, section) in blocks.sections.iter().enumerate() {
            collect(at, section, &section.blocks, &mut paragraphs);
        }
        Self { checked, norm, paragraphs }
    }

    /// The paragraphs of one component.
    pub fn of<'s>(&'s self, component: &'s str) -> impl Iterator<Item = &'s Paragraph<'a>> {
        self.paragraphs.iter().filter(move |paragraph| paragraph.component == component)
    }

    /// A finding at the words that begin at byte `at` of a paragraph's text and are `part`.
    pub fn finding(
        &self,
        rule: &Rule,
        paragraph: &Paragraph<'_>,
        at: usize,
        part: &str,
        message: impl Into<String>,
    ) -> Finding {
        Finding::new(rule, self.place(paragraph, at, part), message)
    }

    /// Where the words stand in the YAML: the run that they begin in, else the nearest run of the paragraph that a
    /// clerk wrote, else the key that the component prints, else the document's file.
    pub fn place(&self, paragraph: &Paragraph<'_>, at: usize, part: &str) -> Place {
        let mut begins = 0;
        let mut nearest: Option<(usize, Place)> = None;
        for run in paragraph.runs {
            let ends = begins + run.text.len();
            if let Some(source) = run.source.and_then(|number| self.checked.source(number)) {
                if (begins..ends).contains(&at) {
                    return source.place_of(at - begins, part);
                }
                let distance = if at < begins { begins - at } else { at - ends };
                if nearest.as_ref().is_none_or(|(least, _)| distance < *least) {
                    nearest = Some((distance, source.place_of(0, "")));
                }
            }
            begins = ends;
        }
        match nearest {
            Some((_, place)) => place,
            None => super::place_of_component(self.checked, paragraph.component),
        }
    }
}
