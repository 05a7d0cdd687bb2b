//! TIM007: every day that a text names is a day of the calendar.

use super::OnDay;
use crate::diag::{Finding, rules};
use crate::vietnamese::date::in_text;

pub fn check(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    for passage in &subject.passages {
        for day in in_text::impossible(&passage.text) {
            let typed = &passage.text[day.start..day.end];
            findings.push(
                Finding::new(
                    &rules::NO_SUCH_DAY,
                    passage.place(subject.expanded, day.start, typed),
                    format!("«{typed}»: {}", day.why),
                )
                .help("sửa ngày hoặc tháng"),
            );
        }
    }
}
