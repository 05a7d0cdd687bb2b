//! LAY007: text on a page that belongs to no component, and pages with nothing on them: a changed layout may print what
//! no rule can see, or what no clerk wrote.

use super::PageRule;
use super::subject::PageSubject;
use super::tally::Tally;
use crate::check::judge::Judge;
use crate::diag::{Severity, rules};

pub const RULE: PageRule = PageRule { rule: &rules::STRAY_TEXT, rows: &[], check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    const PAGE_NUMBER: &str = "so_trang";
    let mut tally = Tally::new(subject, RULE.rule);
    let mut is_empty = vec![true; subject.printed.paper_mm.len()];
    for line in subject.printed.lines.iter().filter(|line| !line.text.trim().is_empty()) {
        if line.component == PAGE_NUMBER {
            continue;
        }
        if let Some(page) = line.page.checked_sub(1).and_then(|page| is_empty.get_mut(page)) {
            *page = false;
        }
        if line.block.is_none() {
            let said = "chữ trên trang không thuộc thành phần nào của văn bản".to_owned();
            tally.wrong(RULE.rows, line, Severity::Error, said);
        }
    }
    for (page, _) in is_empty.iter().enumerate().filter(|(_, is_empty)| **is_empty) {
        judge.remark(subject.finding_on_page(RULE.rule, page + 1, "trang này không có chữ nào"));
    }
    tally.tell(judge);
}
