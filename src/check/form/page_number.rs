//! FRM013: page numbers (nd30.md rows 14-18, 101): Arabic, from 1 in every document and annex, centred in the top
//! margin, 13-14 upright, none on the first page. Tolerance 1 mm for the centre, which may be the text's or the paper's.

#![expect(clippy::float_arithmetic, reason = "lengths on paper are no figures")]

use super::subject::PageSubject;
use super::tally::Tally;
use super::{PageRule, SAME_PT, decimal};
use crate::check::judge::Judge;
use crate::diag::{Severity, rules};
use crate::model::printed::PrintedLine;
use crate::model::verdict::Row;

pub const RULE: PageRule = PageRule {
    rule: &rules::PAGE_NUMBER,
    rows: &[Row::Form(14), Row::Form(15), Row::Form(16), Row::Form(17), Row::Form(18), Row::Form(101)],
    check,
};

const CENTRE_MM: f64 = 1.0;

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let mut tally = Tally::new(subject, RULE.rule);
    let (mut follows, mut annexes) = (false, false);
    for section in &subject.sections {
        let is_annex = section.section.component == "phu_luc";
        for page in section.first_page..=section.last_page {
            let number = page - section.first_page + 1;
            let mut printed =
                subject.printed.lines.iter().filter(|line| line.page == page && line.component == "so_trang");
            let line = printed.next();
            if let Some(again) = printed.next() {
                let said = "số trang in hai lần trên một trang".to_owned();
                tally.wrong(&[Row::Form(15)], again, Severity::Error, said);
            }
            if number == 1 {
                match line {
                    Some(line) => {
                        let said = "trang đầu không hiện số trang".to_owned();
                        tally.wrong(&[Row::Form(17)], line, Severity::Error, said);
                    }
                    None => judge.holds(Row::Form(17)),
                }
                continue;
            }
            follows = true;
            annexes |= is_annex;
            let counts: &[Row] = match is_annex {
                true => &[Row::Form(14), Row::Form(18), Row::Form(101)],
                false => &[Row::Form(14)],
            };
            let Some(line) = line else {
                let said = format!("trang này không có số trang, phải là {number}");
                judge.broken_all(counts, subject.finding_on_page(RULE.rule, page, said));
                continue;
            };
            if line.text.trim() == number.to_string() {
                counts.iter().for_each(|row| judge.holds(*row));
            } else {
                let said = format!("số trang in là «{}», phải là «{number}»", line.text.trim());
                tally.wrong(counts, line, Severity::Error, said);
            }
            place(subject, judge, &mut tally, line);
            look(subject, judge, &mut tally, line);
        }
    }
    tally.tell(judge);
    for (rows, met) in [(&[14, 15, 16][..], follows), (&[18, 101][..], annexes)] {
        if !met {
            rows.iter().for_each(|row| judge.not_applicable(Row::Form(*row)));
        }
    }
}

fn place<'a>(
    subject: &PageSubject<'a>,
    judge: &mut Judge<'_>,
    tally: &mut Tally<'_, 'a>,
    line: &'a PrintedLine,
) {
    let Some(area) = subject.area(line.page) else { return };
    let width = subject.printed.paper_mm.get(line.page - 1).map_or(0.0, |(width, _)| *width);
    let centres = [area.centre_mm(), width / 2.0];
    if line.baseline_mm > area.top_mm {
        let said = "số trang phải ở lề trên".to_owned();
        tally.wrong(&[Row::Form(15)], line, Severity::Error, said);
    } else if !centres.iter().any(|centre| (centre - line.centre_mm()).abs() < CENTRE_MM) {
        let said = "số trang phải canh giữa theo chiều ngang".to_owned();
        tally.wrong(&[Row::Form(15)], line, Severity::Error, said);
    } else {
        judge.holds(Row::Form(15));
    }
}

fn look<'a>(
    subject: &PageSubject<'a>,
    judge: &mut Judge<'_>,
    tally: &mut Tally<'_, 'a>,
    line: &'a PrintedLine,
) {
    let limit = |end: &str| subject.norm.number(&["so_trang", end]);
    let (Some(from), Some(to)) = (limit("tu"), limit("den")) else { return };
    let said = if line.size_pt < from - SAME_PT || line.size_pt > to + SAME_PT {
        let size = decimal(line.size_pt);
        format!("số trang in cỡ chữ {size}, phải từ {} đến {}", decimal(from), decimal(to))
    } else if line.italic || line.bold {
        "số trang phải in chữ đứng, không đậm".to_owned()
    } else {
        judge.holds(Row::Form(16));
        return;
    };
    tally.wrong(&[Row::Form(16)], line, Severity::Error, said);
}
