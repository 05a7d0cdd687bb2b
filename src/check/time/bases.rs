//! TIM001, TIM002: a legal basis is older than the document that rests on it, and in force on its day.

use super::{OnDay, short};
use crate::check::set::document_of;
use crate::diag::{Finding, rules};
use crate::model::card::Mention;
use crate::model::timeline::ActRecord;

fn bases<'s>(subject: &'s OnDay<'_>) -> impl Iterator<Item = &'s Mention> {
    // What lies in the dossier itself is held against its own date.
    let is_of_set = |mention: &Mention| {
        document_of(mention, subject.card, &subject.others).is_some_and(|basis| basis.date.is_some())
    };
    subject.card.mentions.iter().filter(move |mention| mention.is_basis && !is_of_set(mention))
}

/// TIM001; a month whose day is still blank counts to its end.
pub fn after(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    for mention in bases(subject) {
        let Some(date) = &mention.date else { continue };
        if date.value.first_day() <= subject.last {
            continue;
        }
        findings.push(
            Finding::new(
                &rules::BASIS_AFTER,
                date.place.clone(),
                format!(
                    "căn cứ «{}» ghi ngày {}; đây là {}",
                    mention.name(),
                    short(date.value.first_day()),
                    subject.words()
                ),
            )
            .also(subject.date_place(), "ngày của văn bản này")
            .help("sửa ngày của căn cứ hoặc `ngay` của văn bản"),
        );
    }
}

/// TIM002.
pub fn in_force(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    for mention in bases(subject) {
        let Some(record) = subject.timeline.acts.iter().find(|record| record.is(mention)) else { continue };
        let (name, aside) = (mention.name(), record.trust.aside());
        let message = match (record.ended, record.from) {
            (Some(ended), _) if ended <= subject.first => {
                format!(
                    "căn cứ «{name}» hết hiệu lực từ ngày {}{aside}; đây là {}",
                    short(ended),
                    subject.words()
                )
            }
            (_, Some(from)) if subject.last < from => {
                format!(
                    "căn cứ «{name}» có hiệu lực từ ngày {}{aside}; đây là {}",
                    short(from),
                    subject.words()
                )
            }
            _ => continue,
        };
        findings.push(finding(subject, mention, record, message));
    }
}

fn finding(subject: &OnDay<'_>, mention: &Mention, record: &ActRecord, message: String) -> Finding {
    let finding = Finding::new(&rules::BASIS_NOT_IN_FORCE, mention.place.clone(), message)
        .also(subject.date_place(), "ngày của văn bản này")
        .note(record.trust.note(&record.source));
    match &record.replaced_by {
        Some(new) => finding.help(format!("thay bằng {new}, sau khi đối chiếu nội dung viện dẫn")),
        None => finding.help("xem lại căn cứ hoặc `ngay` của văn bản"),
    }
}
