//! The days that a document gives to meetings: an invitation and minutes to their own, any text to one that it names.

use super::clause;
use crate::check::cited::ends_with;
use crate::check::passages::{Part, Passage};
use crate::diag::Located;
use crate::model::card::{Meeting, MeetingKind};
use crate::model::document::{Expanded, Field};
use crate::model::text::words;
use crate::vietnamese::date::IssueDate;
use crate::vietnamese::date::in_text::{self, Written};

const NAMES: [(&str, MeetingKind); 2] =
    [("cuộc họp", MeetingKind::Meeting), ("hội nghị", MeetingKind::Conference)];
/// A meeting may last some days, and its minutes be signed when it is over.
const LONGEST: i32 = 3;

pub fn of(expanded: &Expanded, passages: &[Passage<'_>]) -> Vec<Meeting> {
    let mut meetings = own(expanded);
    for passage in passages.iter().filter(|passage| passage.part == Part::Body) {
        for written in in_text::find(&passage.text) {
            let Some(kind) = named(&passage.text, &written) else { continue };
            let typed = &passage.text[written.start..written.end];
            let place = passage.place(expanded, written.start, typed);
            let date = Located { value: written.date, place };
            meetings.push(Meeting { kind, date, is_own: false });
        }
    }
    meetings
}

/// The meeting of an invitation, or of minutes.
fn own(expanded: &Expanded) -> Vec<Meeting> {
    let document = &expanded.document;
    let is_conference = words(&document.subject).to_lowercase().contains("hội nghị");
    let kind = if is_conference { MeetingKind::Conference } else { MeetingKind::Meeting };
    let day = |key: &str| {
        let Some(Field::Texts(texts)) = document.fields.get(key) else { return None };
        let written = texts.iter().find_map(|text| in_text::find(&words(text)).into_iter().next())?;
        Some(Located { value: written.date, place: document.keys.get(key)?.clone() })
    };
    let found = match document.identity.kind.as_str() {
        "giay-moi" => vec![day("thoi_gian")],
        "bien-ban" => {
            let begins = day("bat_dau");
            let lasts = |end: &Located<IssueDate>| {
                begins.as_ref().is_some_and(|begins| is_soon_after(&begins.value, &end.value))
            };
            let ends = day("ket_thuc").filter(|end| !lasts(end));
            let is_day = |date: &Located<IssueDate>| matches!(date.value, IssueDate::Day(_));
            let signed = document.identity.date.clone().filter(|date| is_day(date) && !lasts(date));
            vec![begins, ends, signed]
        }
        _ => Vec::new(),
    };
    found.into_iter().flatten().map(|date| Meeting { kind, date, is_own: true }).collect()
}

fn is_soon_after(one: &IssueDate, other: &IssueDate) -> bool {
    let (one, other) = (one.first_day(), other.first_day());
    one < other && one.until(other).is_ok_and(|span| span.get_days() <= LONGEST)
}

/// «tại cuộc họp ngày 14/01/2026», «Ngày 24/3/2021, Ủy ban nhân dân huyện tổ chức Hội nghị».
fn named(text: &str, written: &Written) -> Option<MeetingKind> {
    let (start, end) = clause(text, written.start);
    let before = text[start..written.start].trim_end();
    let before = &before[..before.len() - ends_with(before, "ngày")?.len()];
    if before.trim().is_empty() {
        let behind = text[written.end..end].to_lowercase();
        let is_held =
            |name: &str| ["chủ trì", "tổ chức"].iter().any(|verb| behind.contains(&format!("{verb} {name}")));
        return NAMES.iter().find(|(name, _)| is_held(name)).map(|(_, kind)| *kind);
    }
    NAMES.iter().find(|(name, _)| ends_with(before.trim_end(), name).is_some()).map(|(_, kind)| *kind)
}
