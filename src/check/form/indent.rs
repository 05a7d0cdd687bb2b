//! FRM010: the first line of running text begins 1 cm or 1,27 cm in, two values and no range (nd30.md rows 10, 63).
//! Tolerance 0,3 mm.

#![expect(clippy::float_arithmetic, reason = "lengths on paper are no figures")]

use super::subject::PageSubject;
use super::tally::Tally;
use super::{PageRule, SAME_MM, decimal};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

pub const RULE: PageRule = PageRule { rule: &rules::INDENT, rows: &[Row::Form(10), Row::Form(63)], check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let allowed = subject.norm.numbers(&["doan", "thut_dau_dong_mm", "cho_phep"]);
    let (mut met, mut articles) = (false, false);
    let mut tally = Tally::new(subject, RULE.rule);
    for text in &subject.texts {
        let Some(norm) = text.norm.filter(|norm| norm.basis.is_some() && norm.indented) else { continue };
        let Some((line, area)) = text.first().and_then(|line| Some((line, text.area_of(line)?))) else {
            continue;
        };
        met = true;
        let is_article = norm.row() == Some(Row::Form(63));
        articles |= is_article;
        let rows: &[Row] = if is_article { RULE.rows } else { &RULE.rows[..1] };
        let indent = line.left_mm - area.left_mm;
        if allowed.iter().any(|allowed| (indent - allowed).abs() < SAME_MM) {
            rows.iter().for_each(|row| judge.holds(*row));
        } else {
            let allowed: Vec<String> = allowed.iter().map(|value| decimal(*value)).collect();
            let said = format!(
                "{} thụt đầu dòng {} mm, phải là {} mm",
                text.called(),
                decimal(indent),
                allowed.join(" hoặc ")
            );
            tally.wrong(rows, line, norm.severity(), said);
        }
    }
    tally.tell(judge);
    if !met {
        judge.not_applicable(Row::Form(10));
    }
    if !articles {
        judge.not_applicable(Row::Form(63));
    }
}
