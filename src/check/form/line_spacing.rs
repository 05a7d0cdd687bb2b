//! FRM012: line spacing from single to 1,5 lines (nd30.md row 12), single between Quốc hiệu and Tiêu ngữ (row 24) and
//! within long names of offices (row 31). Tolerance 3 parts of a hundred.

#![expect(clippy::float_arithmetic, reason = "lengths on paper are no figures")]

use super::subject::PageSubject;
use super::tally::Tally;
use super::{PageRule, decimal};
use crate::check::judge::Judge;
use crate::diag::{Severity, rules};
use crate::model::norm::Norm;
use crate::model::printed::PrintedLine;
use crate::model::verdict::Row;

pub const RULE: PageRule =
    PageRule { rule: &rules::LINE_SPACING, rows: &[Row::Form(12), Row::Form(24), Row::Form(31)], check };

pub const POINTS_A_MM: f64 = 72.0 / 25.4;
const TOLERANCE: f64 = 0.03;

/// The height of a single line of text of this size: what a line takes above and below its baseline.
pub fn single_pt(norm: &Norm, size_pt: f64) -> f64 {
    let (above, below) = edges(norm);
    (above + below) * size_pt
}

/// What a line of text takes above and below its baseline, in parts of its size.
fn edges(norm: &Norm) -> (f64, f64) {
    let part = |key: &str| norm.number(&["chu", key]);
    (part("tren_chan_em").unwrap_or(0.9), part("duoi_chan_em").unwrap_or(0.25))
}

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let limit = |key: &str| subject.norm.number(&["doan", "gian_dong", key]);
    let (Some(least), Some(most)) = (limit("tu"), limit("den")) else { return };
    let mut tally = Tally::new(subject, RULE.rule);
    let (mut lines, mut names) = (false, false);
    for text in &subject.texts {
        if text.norm.is_none_or(|norm| norm.basis.is_none()) || !text.frames.is_empty() {
            continue;
        }
        let is_name = matches!(text.component, "co_quan" | "co_quan_chu_quan");
        for pair in text.lines.windows(2).filter(|pair| pair[0].page == pair[1].page) {
            let apart = (pair[1].baseline_mm - pair[0].baseline_mm) * POINTS_A_MM;
            let ratio = apart / single_pt(subject.norm, pair[1].size_pt.max(pair[0].size_pt));
            lines = true;
            if ratio > least - TOLERANCE && ratio < most + TOLERANCE {
                judge.holds(Row::Form(12));
            } else {
                let said = format!(
                    "{} giãn dòng {} dòng đơn, phải từ {} đến {}",
                    text.called(),
                    hundredths(ratio),
                    decimal(least),
                    decimal(most)
                );
                tally.wrong(&[Row::Form(12)], pair[1], Severity::Error, said);
            }
            if is_name {
                names = true;
                single(judge, &mut tally, Row::Form(31), ratio, pair[1], text.called());
            }
        }
    }
    let mut mottos = false;
    for motto in subject.of("tieu_ngu") {
        let Some(title) = subject.in_section(motto.at, "quoc_hieu") else { continue };
        let (Some(above), Some(below)) = (title.last(), motto.first()) else { continue };
        mottos = true;
        let (top, foot) = edges(subject.norm);
        let apart = (below.baseline_mm - above.baseline_mm) * POINTS_A_MM;
        let ratio = apart / (foot * above.size_pt + top * below.size_pt);
        single(judge, &mut tally, Row::Form(24), ratio, below, motto.called());
    }
    tally.tell(judge);
    for (row, met) in [(12, lines), (24, mottos), (31, names)] {
        if !met {
            judge.not_applicable(Row::Form(row));
        }
    }
}

fn single<'a>(
    judge: &mut Judge<'_>,
    tally: &mut Tally<'_, 'a>,
    row: Row,
    ratio: f64,
    line: &'a PrintedLine,
    called: &str,
) {
    if (ratio - 1.0).abs() < TOLERANCE {
        judge.holds(row);
    } else {
        let said = format!("{called} cách dòng trên {} dòng đơn, phải là dòng đơn", hundredths(ratio));
        tally.wrong(&[row], line, Severity::Error, said);
    }
}

/// «1,15».
fn hundredths(ratio: f64) -> String {
    format!("{ratio:.2}").replace('.', ",")
}
