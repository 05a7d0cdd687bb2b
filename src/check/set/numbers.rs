//! SET005: no two documents of the set have one number, and none is older than the document of the set that it rests on.

use super::citations::document_of;
use super::{name_of, short};
use crate::diag::{Finding, rules};
use crate::model::card::{Card, Mention};
use crate::vietnamese::date::IssueDate;

pub fn check(card: &Card, others: &[&Card], findings: &mut Vec<Finding>) {
    doubled(card, others, findings);
    let Some(own) = &card.date else { return };
    for mention in card.mentions.iter().filter(|mention| mention.is_basis) {
        let Some(basis) = document_of(mention, card, others).filter(|basis| basis.file != card.file) else {
            continue;
        };
        let Some(date) = &basis.date else { continue };
        if own.value.last_day() >= date.value.first_day() {
            continue;
        }
        findings.push(
            Finding::new(
                &rules::OLDER_THAN_BASIS,
                mention.place.clone(),
                format!(
                    "căn cứ «{}» ghi ngày {}; đây là văn bản ngày {}",
                    basis.name(),
                    short(&date.value),
                    short(&own.value)
                ),
            )
            .also(own.place.clone(), "ngày của văn bản này")
            .also(date.place.clone(), format!("ngày của {}", name_of(basis)))
            .help("sửa ngày ghi sai ở một trong hai văn bản"),
        );
    }
}

fn doubled(card: &Card, others: &[&Card], findings: &mut Vec<Finding>) {
    let Some(number) = card.number else { return };
    let year = |card: &Card| {
        card.date.as_ref().map_or(card.year, |date: &crate::diag::Located<IssueDate>| date.value.year())
    };
    let same = others.iter().find(|other| {
        other.number == Some(number)
            && Mention::number_key(&other.symbol) == Mention::number_key(&card.symbol)
            && other.issuer.to_lowercase() == card.issuer.to_lowercase()
            && year(other) == year(card)
    });
    let Some(same) = same else { return };
    findings.push(
        Finding::new(
            &rules::OLDER_THAN_BASIS,
            card.place(&["so"]),
            format!("số «{number:02}/{}» cũng là số của {}", card.symbol, name_of(same)),
        )
        .also(same.place(&["so"]), "văn bản kia ghi số này")
        .help("mỗi số, ký hiệu của một cơ quan trong một năm chỉ cấp cho một văn bản: xem lại sổ văn bản đi"),
    );
}
