//! SET002: one act has the same number, date, issuer and subject wherever the documents of the set name it.
//!
//! Where most places agree, only the others are told. Documents of the set itself are SET001's.

use super::citations::document_of;
use super::likeness::{self, Likeness, is_abridged, may_be_one_body, subject_words};
use super::{date_place, name_of, short};
use crate::diag::{Finding, Place, rules};
use crate::model::card::{Card, Mention, Subject};
use crate::vietnamese::date::IssueDate;

/// A mention with the document that makes it and its place in that document's order.
#[derive(Clone, Copy)]
struct Seen<'c> {
    card: &'c Card,
    at: usize,
    mention: &'c Mention,
}

pub fn check(card: &Card, others: &[&Card], findings: &mut Vec<Finding>) {
    let all: Vec<Seen<'_>> = std::iter::once(card).chain(others.iter().copied()).flat_map(seen).collect();
    for own in seen(card) {
        if own.mention.key.is_empty() || document_of(own.mention, card, others).is_some() {
            continue;
        }
        let same = all.iter().copied().filter(|other| other.mention.key == own.mention.key);
        let same: Vec<Seen<'_>> = same.filter(|other| is_one_act(own, *other)).collect();
        for detail in [Detail::Date, Detail::Issuer, Detail::Subject] {
            told(own, &same, detail, findings);
        }
        let renumbered = all.iter().copied();
        let renumbered: Vec<Seen<'_>> = renumbered
            .filter(|other| other.mention.key == own.mention.key || is_renumbered(own, *other))
            .collect();
        told(own, &renumbered, Detail::Number, findings);
    }
}

fn seen(card: &Card) -> impl Iterator<Item = Seen<'_>> {
    card.mentions.iter().enumerate().map(move |(at, mention)| Seen { card, at, mention })
}

/// What may differ.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    Number,
    Date,
    Issuer,
    Subject,
}

impl Detail {
    /// Whether two mentions differ in it; `None` where one of them does not say.
    fn differs(self, one: &Mention, other: &Mention) -> Option<bool> {
        match self {
            Self::Number => Some(one.key != other.key),
            Self::Date => Some(!one.date.as_ref()?.value.agrees(&other.date.as_ref()?.value)),
            Self::Issuer => {
                Some(!may_be_one_body(&one.issuer.as_ref()?.value, &other.issuer.as_ref()?.value))
            }
            Self::Subject => differs_in_subject(one.subject.as_ref()?, other.subject.as_ref()?),
        }
    }

    /// As a message says it, with the place where it stands.
    fn words(self, mention: &Mention) -> (String, Place) {
        match self {
            Self::Number => (format!("số «{}»", said(mention.number.as_ref())), mention.place.clone()),
            Self::Date => {
                let date = mention.date.as_ref().map(|date| short(&date.value)).unwrap_or_default();
                (format!("ngày {date}"), date_place(mention))
            }
            Self::Issuer => {
                let place = mention.issuer.as_ref().map_or(&mention.place, |issuer| &issuer.place);
                (format!("cơ quan ban hành «{}»", said(mention.issuer.as_ref())), place.clone())
            }
            Self::Subject => match &mention.subject {
                Some(Subject::Given(text) | Subject::Follows(text)) => {
                    (format!("trích yếu «{}»", text.value), text.place.clone())
                }
                None => (String::new(), mention.place.clone()),
            },
        }
    }
}

fn said(part: Option<&crate::diag::Located<String>>) -> &str {
    part.map(|part| part.value.as_str()).unwrap_or_default()
}

/// Adds a finding where a mention differs from others and they are not the fewer.
fn told(own: Seen<'_>, same: &[Seen<'_>], detail: Detail, findings: &mut Vec<Finding>) {
    let with = |differs: bool| {
        same.iter().copied().filter(move |other| detail.differs(own.mention, other.mention) == Some(differs))
    };
    let against: Vec<Seen<'_>> = with(true).collect();
    let is_own = |other: &&Seen<'_>| other.card.file == own.card.file;
    let Some(first) = against.first() else { return };
    let (support, opposed) = (with(false).count(), against.len());
    // The fewer are wrong; of two places in one document the later one is told.
    let is_later = against.iter().filter(is_own).any(|other| other.at < own.at);
    let is_told =
        support < opposed || support == opposed && (is_later || !against.iter().all(|other| is_own(&other)));
    if !is_told {
        return;
    }
    const SHOWN: usize = 3;
    let (own_words, place) = detail.words(own.mention);
    let (other_words, _) = detail.words(first.mention);
    let whole = match detail {
        Detail::Number => {
            let kind = own.mention.kind.as_deref().unwrap_or("văn bản");
            format!("cùng một {kind} mà ở đây ghi {own_words}")
        }
        _ => format!("«{}» ở đây ghi {own_words}", own.mention.name()),
    };
    let mut finding = Finding::new(
        &rules::ACT_DIFFERS,
        place,
        format!("{whole}, ở {} ghi {other_words}", name_of(first.card)),
    );
    for other in against.iter().take(SHOWN) {
        let (words, place) = detail.words(other.mention);
        finding = finding.also(place, words);
    }
    findings.push(finding.help("tra văn bản gốc rồi sửa chỗ ghi sai; mọi văn bản trong bộ ghi như nhau"));
}

/// Whether two mentions with one number speak of one act: a number without a year begins anew each year, and every
/// issuer has its own.
fn is_one_act(one: Seen<'_>, other: Seen<'_>) -> bool {
    if one.mention.has_year() {
        return true;
    }
    let is_alike =
        likeness::of_subjects(one.mention.subject.as_ref(), other.mention.subject.as_ref()) != Likeness::Far;
    let (one, other) = (one.mention, other.mention);
    let may_be_of_one_time = match (&one.date, &other.date) {
        (Some(one_date), Some(other_date)) if one.number.is_some() => {
            is_alike || one_date.value.year() == other_date.value.year()
        }
        // Of two laws of one name, one may have replaced the other.
        (Some(one_date), Some(other_date)) => is_slip(&one_date.value, &other_date.value),
        _ => true,
    };
    let may_be_of_one_body = match (&one.issuer, &other.issuer) {
        (Some(one_issuer), Some(other_issuer)) => {
            is_alike || may_be_one_body(&one_issuer.value, &other_issuer.value)
        }
        _ => true,
    };
    may_be_of_one_time && may_be_of_one_body
}

/// Whether only one of day, month and year differs.
fn is_slip(one: &IssueDate, other: &IssueDate) -> bool {
    let (one, other) = (one.first_day(), other.first_day());
    let parts = [one.day() == other.day(), one.month() == other.month(), one.year() == other.year()];
    parts.iter().filter(|same| **same).count() >= 2
}

/// Whether two mentions agree in everything but the number.
fn is_renumbered(one: Seen<'_>, other: Seen<'_>) -> bool {
    let (one, other) = (one.mention, other.mention);
    let symbol = |mention: &Mention| {
        let key = mention.key.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
        mention.number.is_some().then_some(key)
    };
    let same_day = match (&one.date, &other.date) {
        (Some(one), Some(other)) => one.value == other.value,
        _ => false,
    };
    same_day
        && one.kind == other.kind
        && symbol(one).is_some_and(|symbol_one| Some(symbol_one) == symbol(other))
        && likeness::of_subjects(one.subject.as_ref(), other.subject.as_ref()) == Likeness::Same
}

/// Two given subjects must be the same, or one the short form of the other; of text that follows only a slip is sure.
fn differs_in_subject(one: &Subject, other: &Subject) -> Option<bool> {
    if let (Subject::Given(one), Subject::Given(other)) = (one, other) {
        let (one, other) = (subject_words(&one.value), subject_words(&other.value));
        return Some(!is_abridged(&one, &other));
    }
    match likeness::of_subjects(Some(one), Some(other)) {
        Likeness::Same => Some(false),
        Likeness::Near => Some(true),
        Likeness::Far => None,
    }
}
