//! FRM002: the four margins (nd30.md rows 3, 4, 5), and that no text stands in them. Tolerance 0,3 mm.

#![expect(clippy::float_arithmetic, reason = "lengths on paper are no figures")]

use super::subject::PageSubject;
use super::tally::Tally;
use super::{PageRule, SAME_MM, decimal};
use crate::check::judge::Judge;
use crate::diag::{Severity, rules};
use crate::model::verdict::Row;

pub const RULE: PageRule =
    PageRule { rule: &rules::MARGINS, rows: &[Row::Form(3), Row::Form(4), Row::Form(5)], check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    for (at, (width, height)) in subject.printed.paper_mm.iter().enumerate() {
        let page = at + 1;
        let Some(area) = subject.area(page) else {
            let said = "không đo được lề: templates/layout/trang.typ không còn nhãn c-khung_chu";
            judge.remark(subject.finding_on_page(RULE.rule, page, said));
            continue;
        };
        let mut measures = vec![
            ("dưới", "le_duoi", Row::Form(3), height - area.bottom_mm),
            ("trái", "le_trai", Row::Form(4), area.left_mm),
            ("phải", "le_phai", Row::Form(5), width - area.right_mm),
        ];
        if area.top_mm.is_finite() {
            measures.push(("trên", "le_tren", Row::Form(3), area.top_mm));
        }
        for (side, key, row, margin) in measures {
            let limit = |end: &str| subject.norm.number(&["trang", key, end]);
            let (Some(from), Some(to)) = (limit("tu"), limit("den")) else { continue };
            judge.check(row, margin > from - SAME_MM && margin < to + SAME_MM, || {
                let (margin, from, to) = (decimal(margin), decimal(from), decimal(to));
                let said = format!("lề {side} {margin} mm, phải từ {from} đến {to} mm");
                subject.finding_on_page(RULE.rule, page, said)
            });
        }
    }
    beyond(subject, judge);
}

/// Text that sticks out of the text area: an overlong word, a line that a template has moved.
fn beyond(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    const OUTSIDE: [&str; 5] = ["so_trang", "pham_vi", "lien_he", "chu_ky_so", "khung_chu"];
    let mut tally = Tally::new(subject, RULE.rule);
    for line in &subject.printed.lines {
        let Some(area) = subject.area(line.page) else { continue };
        if OUTSIDE.contains(&line.component.as_str()) || line.text.trim().is_empty() {
            continue;
        }
        let sides = [
            ("trái", Row::Form(4), area.left_mm - line.left_mm),
            ("phải", Row::Form(5), line.right_mm - area.right_mm),
            ("dưới", Row::Form(3), line.baseline_mm - area.bottom_mm),
        ];
        for (side, row, out) in sides.into_iter().filter(|(_, _, out)| *out > SAME_MM) {
            let said = format!("chữ lấn sang lề {side} {} mm", decimal(out));
            tally.wrong(&[row], line, Severity::Error, said);
        }
    }
    tally.tell(judge);
}
