//! SET008: invitation, minutes and whatever speaks of the meeting give it one day.
//!
//! A set may speak of several meetings, so only a day is told that is one slip away from the one that an invitation or
//! minutes give, and that no other document of the set has.

use std::collections::BTreeSet;

use super::likeness::subject_words;
use super::{name_of, short, slips};
use crate::diag::{Finding, rules};
use crate::model::card::{Card, Meeting};

pub fn check(card: &Card, others: &[&Card], findings: &mut Vec<Finding>) {
    let all = || std::iter::once(card).chain(others.iter().copied());
    for own in &card.meetings {
        let seen = || all().flat_map(|other| other.meetings.iter().map(move |meeting| (other, meeting)));
        let is_shared = seen().any(|(other, meeting)| {
            other.file != card.file && meeting.date.value == own.date.value && meeting.kind == own.kind
        });
        if is_shared {
            continue;
        }
        let against: Vec<(&Card, &Meeting)> = seen()
            .filter(|(other, meeting)| may_be_one(card, own, other, meeting))
            .filter(|(_, meeting)| slips::in_date(&own.date.value, &meeting.date.value))
            .collect();
        let Some((first, differs)) = against.first() else { continue };
        let where_ =
            if first.file == card.file { "chỗ khác trong văn bản này" } else { name_of(first) };
        let mut finding = Finding::new(
            &rules::MEETING_DAYS,
            own.date.place.clone(),
            format!(
                "cuộc họp ở đây ghi ngày {}, ở {where_} ghi ngày {}",
                short(&own.date.value),
                short(&differs.date.value)
            ),
        );
        const SHOWN: usize = 3;
        for (_, meeting) in against.iter().take(SHOWN) {
            finding =
                finding.also(meeting.date.place.clone(), format!("ngày {}", short(&meeting.date.value)));
        }
        findings.push(finding.help("sửa chỗ ghi sai; nếu là hai cuộc họp thì bỏ qua có lý do"));
    }
}

/// Whether two days may be said of one meeting: one of them by its own papers, of like subjects where both are.
fn may_be_one(card: &Card, own: &Meeting, other: &Card, meeting: &Meeting) -> bool {
    if own.kind != meeting.kind || !own.is_own && !meeting.is_own {
        return false;
    }
    let both_own = own.is_own && meeting.is_own && card.file != other.file;
    !both_own || card.kind != other.kind && is_one_subject(&card.subject, &other.subject)
}

fn is_one_subject(one: &str, other: &str) -> bool {
    let words = |text: &str| subject_words(text).into_iter().collect::<BTreeSet<String>>();
    let (one, other) = (words(one), words(other));
    let common = one.intersection(&other).count();
    10 * common >= 7 * one.len().min(other.len())
}
