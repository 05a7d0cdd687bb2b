//! FRM019: the contact line stands at the foot of the first page, under a line over the full width of the text (nd30.md
//! row 109). Tolerance 0,5 mm.

#![expect(clippy::float_arithmetic, reason = "lengths on paper are no figures")]

use super::subject::{PageSubject, PrintedText};
use super::tally::Tally;
use super::{PageRule, decimal};
use crate::check::judge::Judge;
use crate::diag::{Severity, rules};
use crate::model::verdict::Row;

pub const RULE: PageRule = PageRule { rule: &rules::CONTACT_LINE, rows: &[Row::Form(109)], check };

const TOLERANCE_MM: f64 = 0.5;

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let mut tally = Tally::new(subject, RULE.rule);
    let mut met = false;
    for text in subject.of("lien_he") {
        let Some(line) = text.first() else { continue };
        met = true;
        match wrong(subject, text) {
            Some(said) => tally.wrong(RULE.rows, line, Severity::Error, said),
            None => judge.holds(Row::Form(109)),
        }
    }
    tally.tell(judge);
    if !met {
        judge.not_applicable(Row::Form(109));
    }
}

fn wrong(subject: &PageSubject<'_>, text: &PrintedText<'_>) -> Option<String> {
    let line = text.first()?;
    let area = subject.area(line.page)?;
    if subject.sections.get(text.at).is_some_and(|section| section.first_page != line.page) {
        return Some("dòng địa chỉ liên hệ phải ở trang đầu".to_owned());
    }
    let others = subject.printed.lines.iter().filter(|other| other.page == line.page);
    let lowest = others.filter(|other| other.component != "lien_he").map(|other| other.baseline_mm);
    if lowest.fold(0.0, f64::max) > line.baseline_mm {
        return Some("dòng địa chỉ liên hệ phải ở cuối trang đầu".to_owned());
    }
    let above: Vec<_> = text.rules.iter().filter(|rule| rule.y_mm < line.baseline_mm).collect();
    let [rule] = above.as_slice() else {
        return Some("trên dòng địa chỉ liên hệ phải có một đường kẻ ngang".to_owned());
    };
    let width = area.right_mm - area.left_mm;
    let differs = !rule.solid || (rule.length_mm() - width).abs() > TOLERANCE_MM;
    let (drawn, wanted) = (decimal(rule.length_mm()), decimal(width));
    differs.then(|| {
        format!(
            "đường kẻ trên dòng địa chỉ liên hệ dài {drawn} mm, phải là nét liền hết bề ngang {wanted} mm"
        )
    })
}
