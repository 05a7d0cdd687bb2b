//! TXT: numbers and names of units that a clerk typed into text, held against the tables of the dossier.
//!
//! One rule a file. Comes in: the composed paragraphs with their runs. Goes out: findings at the YAML line. A number that a
//! reference printed has its cell and is not looked at; dates, years, acts, articles, ordinals and spans of time are no
//! figures (`vietnamese::numerals`).

mod cells;
mod context;
mod counted;
mod misspelt;
mod named;
mod numbers;
mod spelled;
mod terms;
mod verdicts;

use std::cell::OnceCell;

use crate::check::wording::{Paragraph, TextSubject};
use crate::diag::Findings;

/// Runs every rule over the numbers and names of a composed document's text.
pub fn check(subject: &TextSubject<'_>, findings: &mut Findings) {
    spelled::against_digits(subject, findings);
    let names = OnceCell::new();
    verdicts::of_typed_numbers(subject, &names, findings);
    counted::against_lists(subject, &names, findings);
    misspelt::names(subject, &names, findings);
}

/// The components that hold others, from the outermost; text that stands under one is about what it names.
const LEVELS: [&str; 9] = ["phan", "chuong", "muc", "tieu_muc", "dieu", "khoan", "diem", "gach", "cong"];

/// How deep a paragraph stands; running text stands under whatever is above it.
fn level(paragraph: &Paragraph<'_>) -> Option<usize> {
    let component = paragraph.component.trim_end_matches("_tieu_de");
    LEVELS.iter().position(|level| *level == component)
}
