//! FRM020: a signature never stands alone on a page, and its parts stand on one page. The decree says nothing of it
//! (practice of every office): a page with nothing but a signature could be put under any text.

use super::PageRule;
use super::subject::{PageSubject, PrintedText};
use super::tally::Tally;
use crate::check::judge::Judge;
use crate::diag::{Severity, rules};
use crate::model::printed::PrintedLine;

pub const RULE: PageRule = PageRule { rule: &rules::LONELY_SIGNATURE, rows: &[], check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let mut tally = Tally::new(subject, RULE.rule);
    for at in 0..subject.sections.len() {
        let of = |component: &'static str| subject.of(component).filter(move |text| text.at == at);
        let Some(post) = of("chuc_vu").find_map(PrintedText::first) else { continue };
        let body = lines_of_text(subject, at);
        if !body.is_empty() && body.iter().all(|line| line.page != post.page) {
            let said = "phần ký đứng một mình ở trang này, không có dòng lời văn nào đi cùng";
            tally.wrong(RULE.rows, post, Severity::Warning, said.to_owned());
        }
        for name in of("ho_ten").filter_map(PrintedText::first).filter(|name| name.page != post.page) {
            let said = "họ tên người ký đứng khác trang với chức vụ".to_owned();
            tally.wrong(RULE.rows, name, Severity::Warning, said);
        }
    }
    tally.tell(judge);
}

/// The lines of a section's text and tables: everything but head, foot and margins.
fn lines_of_text<'a>(subject: &PageSubject<'a>, at: usize) -> Vec<&'a PrintedLine> {
    let mut outside = vec![false; subject.leaves.len()];
    for text in &subject.texts {
        outside[text.number] = text.in_column || text.in_margin();
    }
    let own = |number: usize| subject.leaves.get(number).is_some_and(|(section, _)| *section == at);
    subject
        .printed
        .lines
        .iter()
        .filter(|line| line.block.is_some_and(|number| own(number) && !outside[number]))
        .collect()
}
