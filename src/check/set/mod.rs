//! SET: the documents of one dossier must agree. One rule a file.
//!
//! Comes in: the card of the document at hand and those of the whole dossier. Goes out: findings of that document, with
//! the place in the other one beside. Why: a leader signs the set as one; what differs between two of its papers is
//! wrong in one of them.

mod act_years;
mod acts;
mod citations;
mod deadlines;
mod heads;
mod likeness;
mod meetings;
mod near_numbers;
mod numbers;
mod slips;

use crate::diag::{Finding, Place};
use crate::model::card::{Card, Mention};
use crate::vietnamese::date::{self, IssueDate, ShortDate};
pub use citations::document_of;

/// A rule over one document among the others of its dossier; `others` does not hold the document itself.
type SetRule = fn(&Card, &[&Card], &mut Vec<Finding>);

const RULES: &[SetRule] = &[
    citations::check,
    acts::check,
    deadlines::check,
    heads::check,
    numbers::check,
    act_years::check,
    near_numbers::check,
    meetings::check,
];

/// What of one document does not agree with the other documents of its dossier.
pub fn agreement(card: &Card, cards: &[Card]) -> Vec<Finding> {
    let others: Vec<&Card> = cards.iter().filter(|other| other.file != card.file).collect();
    let mut findings = Vec::new();
    for rule in RULES {
        rule(card, &others, &mut findings);
    }
    findings
}

/// «ke-hoach.yaml».
fn name_of(card: &Card) -> &str {
    card.file.rsplit('/').next().unwrap_or(&card.file)
}

fn short(date: &IssueDate) -> String {
    date::short(date, ShortDate::Decree)
}

/// The place of a mention's date, or of the mention itself.
fn date_place(mention: &Mention) -> Place {
    mention.date.as_ref().map_or_else(|| mention.place.clone(), |date| date.place.clone())
}
