//! SET007: an act that is named by its number alone is not one digit away from one that the set describes.
//!
//! The first mention of an act gives its date, its issuer and what it is about, so a bare number belongs to an act that
//! was described. What is cited as a document of the set is SET001's.

use super::citations::document_of;
use super::{name_of, slips};
use crate::diag::{Finding, Place, rules};
use crate::model::card::{Card, Mention};
use crate::vietnamese::date::IssueDate;

/// An act of which the set says more than its number.
struct Described<'c> {
    card: &'c Card,
    kind: Option<&'c str>,
    number: String,
    name: String,
    date: Option<IssueDate>,
    place: Place,
}

pub fn check(card: &Card, others: &[&Card], findings: &mut Vec<Finding>) {
    let all = || std::iter::once(card).chain(others.iter().copied());
    let bare: Vec<&Mention> = card
        .mentions
        .iter()
        .filter(|mention| mention.number.is_some() && !is_described(mention))
        .filter(|mention| document_of(mention, card, others).is_none())
        .collect();
    if bare.is_empty() {
        return;
    }
    let described: Vec<Described<'_>> = all().flat_map(of_card).collect();
    let year = card.days().1.year().max(card.year);
    let mut told: Vec<&str> = Vec::new();
    for mention in bare {
        let Some(number) = &mention.number else { continue };
        let key = mention.key.as_str();
        let is_known = described.iter().any(|one| Mention::number_key(&one.number) == key);
        let is_later = mention.year_of_number().is_some_and(|named| named > year);
        if is_known || is_later || told.contains(&key) {
            continue;
        }
        let Some(near) = described.iter().find(|one| is_near(mention, &number.value, one)) else { continue };
        told.push(key);
        let mut finding = Finding::new(
            &rules::NUMBER_SLIP,
            number.place.clone(),
            format!(
                "«{}» không được nêu đủ ngày, cơ quan, trích yếu ở đâu trong bộ; gần giống «{}» ở {}",
                mention.name(),
                near.name,
                name_of(near.card)
            ),
        )
        .also(near.place.clone(), "văn bản được nêu ở đây");
        for same in card.mentions.iter().filter(|same| same.key == key && same.place != mention.place) {
            finding = finding.also(same.place.clone(), "cũng ghi số này");
        }
        findings.push(finding.help(
            "số gõ nhầm thì sửa; nếu là văn bản khác thì lần dẫn đầu ghi đủ ngày, cơ quan ban hành, trích yếu",
        ));
    }
}

fn is_described(mention: &Mention) -> bool {
    mention.date.is_some() && mention.subject.is_some()
}

fn of_card(card: &Card) -> Vec<Described<'_>> {
    let own = card.number.map(|number| Described {
        card,
        kind: Some(card.kind_name.as_str()),
        number: format!("{number}/{}", card.symbol),
        name: card.name(),
        date: card.date.as_ref().map(|date| date.value),
        place: card.place(&["so"]),
    });
    let named = card.mentions.iter().filter(|mention| is_described(mention)).filter_map(|mention| {
        Some(Described {
            card,
            kind: mention.kind.as_deref(),
            number: mention.number.as_ref()?.value.clone(),
            name: mention.name(),
            date: mention.date.as_ref().map(|date| date.value),
            place: mention.place.clone(),
        })
    });
    named.chain(own).collect()
}

fn is_near(mention: &Mention, number: &str, one: &Described<'_>) -> bool {
    let same_kind = match (mention.kind.as_deref(), one.kind) {
        (Some(kind), Some(other)) => kind == other,
        _ => true,
    };
    let same_day = match (&mention.date, &one.date) {
        (Some(date), Some(other)) => date.value.agrees(other),
        _ => true,
    };
    same_kind && same_day && slips::in_number(number, &one.number)
}
