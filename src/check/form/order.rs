//! FRM015: what stands on the page follows the order of the composed document (nd30.md §1.2: the boxes of the
//! schematic): a changed template may draw the parts in another order than the form has them.

use super::PageRule;
use super::subject::{PageSubject, PrintedText};
use super::tally::Tally;
use crate::check::judge::Judge;
use crate::diag::{Severity, rules};

pub const RULE: PageRule = PageRule { rule: &rules::ORDER, rows: &[], check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let mut tally = Tally::new(subject, RULE.rule);
    let mut above: Option<&PrintedText<'_>> = None;
    for text in subject.texts.iter().filter(|text| !text.lines.is_empty() && !text.in_margin()) {
        if let Some(above) = above.filter(|above| above.at == text.at && follows(above, text))
            && let (Some(last), Some(first)) = (above.last(), text.first())
            && (last.page, last.baseline_mm) >= (first.page, first.baseline_mm)
        {
            let said = format!("{} phải đứng dưới {}", text.called(), above.called());
            tally.wrong(RULE.rows, first, Severity::Error, said);
        }
        above = Some(text);
    }
    tally.tell(judge);
}

/// Whether the second must stand below the first: both go across the page, or stand in one column.
fn follows(above: &PrintedText<'_>, below: &PrintedText<'_>) -> bool {
    let left = |text: &PrintedText<'_>| text.areas.first().map(|area| area.left_mm);
    match (above.in_column, below.in_column) {
        (false, false) => true,
        (true, true) => left(above) == left(below),
        _ => false,
    }
}
