//! LAY001: a character that the font has no glyph for; it would be a blank box on the page.

use super::PageRule;
use super::subject::PageSubject;
use crate::check::judge::Judge;
use crate::diag::rules;

pub const RULE: PageRule = PageRule { rule: &rules::MISSING_GLYPH, rows: &[], check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    for line in subject.printed.lines.iter().filter(|line| !line.missing.is_empty()) {
        let said = format!("phông chữ không có ký tự «{}»", line.missing);
        judge.remark(subject.finding(RULE.rule, line, said));
    }
}
