//! WRD: what the decree says about words, read from the composed blocks of a document.
//!
//! One rule a file, one table of rules. Comes in: the blocks, the document that they were composed from, the decree's
//! own profile. Goes out: findings at the YAML line whose words stand there, and a verdict for every row.

mod acts;
mod body;
mod capitals;
mod given;
mod head;
mod prose;
mod spelled;

use std::cell::OnceCell;

use super::Checked;
use super::judge::{FormRule, Judge};
use crate::diag::{Finding, Place, Rule};
use crate::model::blocks::{Block, Blocks, Section};
use crate::model::norm::Norm;
use crate::model::text::{Run, words};
use crate::vietnamese::numerals::{self, Numeral};

/// Every rule over the wording, in the order in which they are run.
pub const RULES: &[TextRule] = &[
    given::RULE,
    head::motto::RULE,
    head::reference::RULE,
    head::place_name::RULE,
    head::date::RULE,
    head::issuer::RULE,
    head::abbreviation::RULE,
    head::subject::RULE,
    head::authority::RULE,
    head::addressees::RULE,
    head::recipients::RULE,
    head::first_recipient::RULE,
    head::archive::RULE,
    head::signing::RULE,
    head::signer::RULE,
    head::components::RULE,
    head::attached::RULE,
    head::annex_label::RULE,
    head::pointer::RULE,
    head::marks::RULE,
    body::basis_endings::RULE,
    body::basis_content::RULE,
    body::mentions::RULE,
    body::number_word::RULE,
    body::numbering::RULE,
    body::article_titles::RULE,
    body::decimal_headings::RULE,
    body::end_mark::RULE,
    body::announced::RULE,
    body::references::RULE,
    body::spacing::RULE,
    body::leftovers::RULE,
    body::letters::RULE,
    capitals::SENTENCES,
    capitals::PERSONS,
    capitals::UNITS,
    capitals::PLACES,
    capitals::BODIES,
    capitals::PEOPLE_AND_STATE,
    capitals::HONOURS,
    capitals::POSTS,
    capitals::PERSONIFIED,
    capitals::DAYS,
    capitals::NAMED_ACTS,
    capitals::CITED_PARTS,
    capitals::EVENTS,
    capitals::WORKS,
];

/// The blocks of the text itself.
const BODY: &[&str] = &[
    "doan",
    "dieu",
    "dieu_tieu_de",
    "khoan",
    "khoan_tieu_de",
    "diem",
    "gach",
    "cong",
    "muc_thong_tin",
    "noi_den_dau",
    "noi_den_muc",
];
/// What else is written in sentences or lists; the head, labels and names are not.
const BESIDE_BODY: &[&str] = &[
    "can_cu",
    "trich_yeu",
    "trich_yeu_cong_van",
    "trich_yeu_kem_theo",
    "kinh_gui",
    "kinh_gui_muc",
    "noi_nhan_muc",
    "bang_tieu_de",
    "bang_ghi_chu",
    "phu_luc_ghi_chu",
];

/// Whether a component is written in sentences or lists.
fn is_written(component: &str) -> bool {
    BODY.contains(&component) || BESIDE_BODY.contains(&component)
}

/// A rule over the words of a document.
pub type TextRule = FormRule<fn(&TextSubject<'_>, &mut Judge<'_>)>;

/// A document's words, as the rules read them.
pub struct TextSubject<'a> {
    pub checked: &'a Checked,
    pub norm: &'a Norm,
    /// Every paragraph in reading order; the left column of a head or foot before its right one.
    pub paragraphs: Vec<Paragraph<'a>>,
    prose: OnceCell<Vec<Vec<prose::Word>>>,
    spelled: OnceCell<Vec<spelled::Spelled>>,
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
    numerals: OnceCell<Vec<Numeral>>,
}

impl Paragraph<'_> {
    /// The groups of digits of its text; found once, for more than one rule asks.
    pub fn numerals(&self) -> &[Numeral] {
        self.numerals.get_or_init(|| numerals::find(&self.text))
    }
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
                        numerals: OnceCell::new(),
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
        Self { checked, norm, paragraphs, prose: OnceCell::new(), spelled: OnceCell::new() }
    }

    /// The words of every paragraph; none for one that is set in capitals or holds no running text.
    fn prose(&self) -> &[Vec<prose::Word>] {
        self.prose.get_or_init(|| {
            let is_read = |paragraph: &Paragraph<'_>| is_written(paragraph.component);
            let words = |paragraph| prose::words(paragraph, &self.norm.capitals);
            self.paragraphs.iter().map(|p| if is_read(p) { words(p) } else { Vec::new() }).collect()
        })
    }

    /// Where the words stand whose capitals the decree fixes.
    fn spelled(&self) -> &[spelled::Spelled] {
        self.spelled.get_or_init(|| spelled::find(self))
    }

    /// Whether what stands at byte `at` of a paragraph is a figure of the tables.
    pub fn is_figure(paragraph: &Paragraph<'_>, at: usize) -> bool {
        let mut ends = 0;
        let run = paragraph.runs.iter().find(|run| {
            ends += run.text.len();
            at < ends
        });
        run.is_some_and(|run| run.figure.is_some())
    }

    /// Where the figure at byte `at` of a paragraph comes from; nothing for what was typed.
    pub fn sources_of(&self, paragraph: &Paragraph<'_>, at: usize) -> Vec<Place> {
        let mut ends = 0;
        let run = paragraph.runs.iter().find(|run| {
            ends += run.text.len();
            at < ends
        });
        let figure = run.and_then(|run| self.checked.figures().get(run.figure?));
        figure.map(|figure| figure.source.clone()).unwrap_or_default()
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
        let whole = format!("{} {}", paragraph.label, paragraph.text);
        Finding::new(rule, self.place(paragraph, at, part), message).words(whole)
    }

    /// Where the words stand in the YAML: the run that they begin in, else the nearest run of the paragraph that a
    /// clerk wrote, else the key that the component prints, else the document's file.
    pub fn place(&self, paragraph: &Paragraph<'_>, at: usize, part: &str) -> Place {
        self.checked
            .place_in(paragraph.runs, at, part)
            .unwrap_or_else(|| super::place_of_component(self.checked, paragraph.component))
    }
}
