//! TXT: numbers that a clerk typed into text, held against the tables of the dossier.
//!
//! One rule a file. Comes in: the composed paragraphs with their runs. Goes out: findings at the YAML line. A number that a
//! reference printed has its cell and is not looked at; dates, years, acts, articles, ordinals and spans of time are no
//! figures (`vietnamese::numerals`).

mod cells;
mod context;
mod counted;
mod named;
mod numbers;
mod spelled;
mod terms;
mod verdicts;

use crate::check::Checked;
use crate::check::wording::{Paragraph, TextSubject};
use crate::diag::Findings;
use crate::model::blocks::Blocks;
use crate::model::norm::Norm;
use crate::model::text::words;
use named::Names;

/// Runs every rule over the numbers of a composed document's text.
pub fn check(checked: &Checked, blocks: &Blocks, norm: &Norm, findings: &mut Findings) {
    let subject = TextSubject::new(checked, blocks, norm);
    spelled::against_digits(&subject, findings);
    verdicts::of_typed_numbers(&subject, findings);
    counted::against_lists(&subject, findings);
}

/// The components that hold others, from the outermost; text that stands under one is about what it names.
const LEVELS: [&str; 9] = ["phan", "chuong", "muc", "tieu_muc", "dieu", "khoan", "diem", "gach", "cong"];

/// How deep a paragraph stands; running text stands under whatever is above it.
fn level(paragraph: &Paragraph<'_>) -> Option<usize> {
    let component = paragraph.component.trim_end_matches("_tieu_de");
    LEVELS.iter().position(|level| *level == component)
}

/// The names of the dossier's rows, as a document of its issuer calls them.
fn names_for<'d>(subject: &TextSubject<'d>) -> Names<'d> {
    let identity = &subject.checked.document().identity;
    let issuer = words(&identity.issuer);
    let parent = identity.parent.as_ref().map(|parent| words(parent)).unwrap_or_default();
    Names::of(subject.checked.dossier(), &format!("{issuer} {parent}"))
}
