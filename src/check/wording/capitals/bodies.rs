//! WRD044: names of bodies (nd30.md §3 rows 12-14), from the profile's lists: «Ủy ban nhân dân», «Sở Tài chính».

use super::super::spelled::judge_rows;
use super::super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row::Capitals;

pub const RULE: TextRule =
    TextRule { rule: &rules::CAPITALS_BODIES, rows: &[Capitals(12), Capitals(13), Capitals(14)], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge_rows(subject, judge, &rules::CAPITALS_BODIES, &[12, 13, 14]);
}
