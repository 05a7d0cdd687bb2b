//! TIM: what holds on the day of a document. One rule a file; every date comes from the timeline's records.
//!
//! Comes in: an expanded document with its card, the records. Goes out: warnings. Never here: a date in code.

mod bases;
mod bodies;
mod calendar;
mod far_years;
mod leave;
mod levels;
mod not_yet;
mod passed;
mod standards;
mod weekdays;
mod workbooks;

use std::ops::Range;

use super::passages::{self, Passage};
use crate::diag::Finding;
use crate::model::card::Card;
use crate::model::document::{Dossier, Expanded};
use crate::model::timeline::Timeline;
use crate::vietnamese::date::{self, Day, IssueDate, ShortDate};
pub use workbooks::check as workbooks;

/// A document on its day.
struct OnDay<'a> {
    expanded: &'a Expanded,
    dossier: &'a Dossier,
    card: &'a Card,
    others: Vec<&'a Card>,
    timeline: &'a Timeline,
    passages: Vec<Passage<'a>>,
    /// The first and the last day on which it may be issued: its day is blank as long as nobody has signed.
    first: Day,
    last: Day,
}

type TimeRule = fn(&OnDay<'_>, &mut Vec<Finding>);

const RULES: &[TimeRule] = &[
    bases::after,
    bases::in_force,
    bodies::check,
    levels::check,
    standards::check,
    calendar::check,
    far_years::check,
    weekdays::check,
    passed::check,
    not_yet::check,
    leave::check,
];

/// What does not hold on the day of a document.
pub fn on_day(
    expanded: &Expanded,
    dossier: &Dossier,
    card: &Card,
    cards: &[Card],
    timeline: &Timeline,
) -> Vec<Finding> {
    let (first, last) = card.days();
    let others = cards.iter().filter(|other| other.file != card.file).collect();
    let passages = passages::of(expanded);
    let subject = OnDay { expanded, dossier, card, others, timeline, passages, first, last };
    let mut findings = Vec::new();
    for rule in RULES {
        rule(&subject, &mut findings);
    }
    findings
}

fn short(day: Day) -> String {
    date::short(&IssueDate::Day(day), ShortDate::Decree)
}

impl OnDay<'_> {
    /// «văn bản ngày 15/3/2024», «văn bản của năm 2024».
    fn words(&self) -> String {
        match &self.card.date {
            Some(date) => format!("văn bản ngày {}", date::short(&date.value, ShortDate::Decree)),
            None => format!("văn bản của năm {}", self.card.year),
        }
    }

    fn date_place(&self) -> crate::diag::Place {
        self.card.date.as_ref().map_or_else(|| self.card.place(&["ngay"]), |date| date.place.clone())
    }
}

/// Whether «(cũ)» or «trước đây» stands behind a name.
fn is_former(text: &str, name: &Range<usize>) -> bool {
    const NEAR: usize = 60;
    let behind: String =
        text[name.end..].chars().take(NEAR).take_while(|c| !matches!(c, ';' | '.')).collect();
    behind.contains("(cũ)") || behind.trim_start().starts_with("cũ") || behind.contains("trước đây")
}

/// Whether byte `at` lies between quotation marks.
fn is_quoted(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let opened = before.matches(['«', '“']).count();
    opened > before.matches(['»', '”']).count() || before.matches('"').count() % 2 == 1
}

/// The years that a text names in figures, with those of a period apart.
fn years(text: &str) -> (Vec<i16>, Vec<(i16, i16)>) {
    let tokens = crate::vietnamese::tokens::tokens(text);
    let year =
        |key: &str| key.parse::<i16>().ok().filter(|year| key.len() == 4 && (1990..=2099).contains(year));
    let (mut single, mut periods) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        // «07/2021/NĐ-CP» is a number.
        let Some(first) = year(&token.key).filter(|_| !text[token.end..].starts_with('/')) else { continue };
        let next = tokens.get(at).filter(|next| {
            let gap = text[token.end..next.start].trim();
            gap.chars().count() == 1 && gap.chars().all(crate::vietnamese::tokens::is_dash)
        });
        match next.and_then(|next| year(&next.key)) {
            Some(last) => {
                periods.push((first, last));
                at += 1;
            }
            None => single.push(first),
        }
    }
    (single, periods)
}
