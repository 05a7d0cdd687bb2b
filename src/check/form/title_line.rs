//! FRM017: Quốc hiệu and Tiêu ngữ each stand on one line (nd30.md row 22: the shape of the box, said nowhere in words).

use super::PageRule;
use super::subject::PageSubject;
use super::tally::Tally;
use crate::check::judge::Judge;
use crate::diag::{Severity, rules};
use crate::model::verdict::Row;

pub const RULE: PageRule = PageRule { rule: &rules::TITLE_LINE, rows: &[Row::Form(22)], check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let mut tally = Tally::new(subject, RULE.rule);
    let mut met = false;
    for text in subject.of("quoc_hieu").chain(subject.of("tieu_ngu")) {
        let Some(first) = text.first() else { continue };
        met = true;
        if text.lines.len() == 1 {
            judge.holds(Row::Form(22));
        } else {
            let said = format!("{} bị ngắt thành {} dòng", text.called(), text.lines.len());
            tally.wrong(RULE.rows, first, Severity::Warning, said);
        }
    }
    tally.tell(judge);
    if !met {
        judge.not_applicable(Row::Form(22));
    }
}
