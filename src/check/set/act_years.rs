//! SET006: the year in an act's number is the year of its date, and not a later one than the document's.

use super::{date_place, short};
use crate::diag::{Finding, rules};
use crate::model::card::{Card, Mention};
use crate::vietnamese::date::in_text;

pub fn check(card: &Card, _others: &[&Card], findings: &mut Vec<Finding>) {
    for mention in &card.mentions {
        let (Some(year), Some(number)) = (mention.year_of_number(), &mention.number) else { continue };
        let name = mention.name();
        let finding = match mention.date.as_ref().filter(|_| is_beside(mention)) {
            Some(date) if date.value.year() == year => continue,
            Some(date) => Finding::new(
                &rules::ACT_YEAR,
                number.place.clone(),
                format!("«{name}» mang số của năm {year}, mà ghi ngày {}", short(&date.value)),
            )
            .also(date_place(mention), "ngày ghi cho văn bản ấy"),
            None if card.year > 0 && year > card.days().1.year().max(card.year) => Finding::new(
                &rules::ACT_YEAR,
                number.place.clone(),
                format!("«{name}» mang số của năm {year}, sau năm của văn bản này"),
            )
            .also(card.place(&["ngay"]), "ngày của văn bản này"),
            None => continue,
        };
        findings.push(finding.help("tra văn bản gốc rồi sửa số hoặc ngày"));
    }
}

/// Whether the date is said of the act itself: «Ngày 15/3/2023, … ban hành Kế hoạch thực hiện Nghị định số …» opens a
/// sentence.
fn is_beside(mention: &Mention) -> bool {
    in_text::find(&mention.before).is_empty()
}
