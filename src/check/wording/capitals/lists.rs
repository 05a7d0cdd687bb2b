//! WRD043, WRD045, WRD046, WRD048, WRD052, WRD053: words that the profile lists (nd30.md §3 rows 8-11, 15, 16, 18, 25, 26).

use super::super::spelled::judge_rows;
use super::super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row::Capitals;

pub const PLACES: TextRule = TextRule {
    rule: &rules::CAPITALS_PLACES,
    rows: &[Capitals(8), Capitals(9), Capitals(10), Capitals(11)],
    check: |subject: &TextSubject<'_>, judge: &mut Judge<'_>| {
        judge_rows(subject, judge, &rules::CAPITALS_PLACES, &[8, 9, 10, 11]);
    },
};

pub const PEOPLE_AND_STATE: TextRule = TextRule {
    rule: &rules::CAPITALS_PEOPLE,
    rows: &[Capitals(15)],
    check: |subject: &TextSubject<'_>, judge: &mut Judge<'_>| {
        judge_rows(subject, judge, &rules::CAPITALS_PEOPLE, &[15]);
    },
};

pub const HONOURS: TextRule = TextRule {
    rule: &rules::CAPITALS_HONOURS,
    rows: &[Capitals(16)],
    check: |subject: &TextSubject<'_>, judge: &mut Judge<'_>| {
        judge_rows(subject, judge, &rules::CAPITALS_HONOURS, &[16]);
    },
};

pub const PERSONIFIED: TextRule = TextRule {
    rule: &rules::CAPITALS_PERSONIFIED,
    rows: &[Capitals(18)],
    check: |subject: &TextSubject<'_>, judge: &mut Judge<'_>| {
        judge_rows(subject, judge, &rules::CAPITALS_PERSONIFIED, &[18]);
    },
};

pub const EVENTS: TextRule = TextRule {
    rule: &rules::CAPITALS_EVENTS,
    rows: &[Capitals(25)],
    check: |subject: &TextSubject<'_>, judge: &mut Judge<'_>| {
        judge_rows(subject, judge, &rules::CAPITALS_EVENTS, &[25]);
    },
};

pub const WORKS: TextRule = TextRule {
    rule: &rules::CAPITALS_WORKS,
    rows: &[Capitals(26)],
    check: |subject: &TextSubject<'_>, judge: &mut Judge<'_>| {
        judge_rows(subject, judge, &rules::CAPITALS_WORKS, &[26]);
    },
};
