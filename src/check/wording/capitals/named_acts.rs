//! WRD050: the kind of a named act takes a capital, and the first syllable of its name (nd30.md §3 row 20): «Quyết định số
//! 86/QĐ-UBND», «Luật Đất đai».

use super::super::spelled::{judge_rows, wrong};
use super::super::{TextRule, TextSubject, acts};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

const ROW: Row = Row::Capitals(20);

pub const RULE: TextRule = TextRule { rule: &rules::CAPITALS_ACTS, rows: &[ROW], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge_rows(subject, judge, &rules::CAPITALS_ACTS, &[20]);
    for act in acts::find(subject) {
        let Some((kind, written)) = act.kind else { continue };
        if written == kind || written.chars().all(|c| !c.is_lowercase()) {
            judge.holds(ROW);
        } else {
            let end = act.start + written.len();
            wrong(subject, judge, &rules::CAPITALS_ACTS, ROW, (act.paragraph, act.start, end), kind);
        }
    }
}
