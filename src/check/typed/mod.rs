//! TXT: numbers and names of units that a clerk typed into text, held against the tables of the dossier.
//!
//! One rule a file. Comes in: the composed paragraphs with their runs. Goes out: findings at the YAML line. A number that a
//! reference printed has its cell and is not looked at; dates, years, acts, articles, ordinals and spans of time are no
//! figures (`vietnamese::numerals`). What a form asks for in fields of its own («05 ngày» of a leave) is the document's own
//! fact and is not looked at either.

mod cells;
mod context;
mod misspelt;
mod named;
mod numbers;
mod spelled;
mod terms;
mod verdicts;

use std::cell::OnceCell;

use crate::check::Checked;
use crate::check::wording::TextSubject;
use crate::diag::Findings;
use crate::model::blocks::Blocks;
use crate::model::norm::Norm;

/// Runs every rule over the numbers and names of a composed document's text.
pub fn check(checked: &Checked, blocks: &Blocks, norm: &Norm, findings: &mut Findings) {
    let subject = TextSubject::new(checked, blocks, norm);
    spelled::against_digits(&subject, findings);
    let names = OnceCell::new();
    verdicts::of_typed_numbers(&subject, &names, findings);
    misspelt::names(&subject, &names, findings);
}
