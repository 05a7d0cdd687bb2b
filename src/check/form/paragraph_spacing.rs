//! FRM011: at least 6 pt between two paragraphs of the text, headings among them (nd30.md row 11), over and above the line spacing.
//! Tolerance 0,3 pt.

#![expect(clippy::float_arithmetic, reason = "lengths on paper are no figures")]

use super::line_spacing::{POINTS_A_MM, single_pt};
use super::subject::{PageSubject, PrintedText};
use super::tally::Tally;
use super::{PageRule, decimal};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::norm::{ComponentNorm, Spacing};
use crate::model::verdict::Row;

pub const RULE: PageRule = PageRule { rule: &rules::PARAGRAPH_SPACING, rows: &[Row::Form(11)], check };

const TOLERANCE_PT: f64 = 0.3;

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let Some(least) = subject.norm.number(&["doan", "cach_doan_pt", "tu"]) else { return };
    let pitch = pitch(subject);
    let is_paragraph = |text: &PrintedText<'_>| {
        let is_text = |norm: &ComponentNorm| norm.indented && norm.spacing == Spacing::Body;
        text.norm.is_some_and(|norm| norm.basis.is_some() && is_text(norm)) && !text.in_column
    };
    let mut tally = Tally::new(subject, RULE.rule);
    let mut met = false;
    for pair in subject.texts.windows(2) {
        let (above, below) = (&pair[0], &pair[1]);
        if below.number != above.number + 1 || !is_paragraph(above) || !is_paragraph(below) {
            continue;
        }
        let (Some(last), Some(first)) = (above.last(), below.first()) else { continue };
        if last.page != first.page {
            continue;
        }
        met = true;
        let apart = (first.baseline_mm - last.baseline_mm) * POINTS_A_MM;
        let gap = apart - pitch * single_pt(subject.norm, first.size_pt);
        if gap > least - TOLERANCE_PT {
            judge.holds(Row::Form(11));
        } else {
            let said = format!(
                "{} cách đoạn trên {} pt, phải từ {} pt trở lên",
                below.called(),
                decimal(gap.max(0.0)),
                decimal(least)
            );
            tally.wrong(RULE.rows, first, crate::diag::Severity::Error, said);
        }
    }
    tally.tell(judge);
    if !met {
        judge.not_applicable(Row::Form(11));
    }
}

/// The line pitch of the running text in single lines: as measured in the first paragraph of several lines.
fn pitch(subject: &PageSubject<'_>) -> f64 {
    let running = subject.texts.iter().filter(|text| text.norm.is_some_and(ComponentNorm::is_running));
    let pairs = running.flat_map(|text| text.lines.windows(2));
    let mut measured = pairs.filter(|pair| pair[0].page == pair[1].page).map(|pair| {
        (pair[1].baseline_mm - pair[0].baseline_mm) * POINTS_A_MM / single_pt(subject.norm, pair[1].size_pt)
    });
    measured.next().unwrap_or(1.0)
}
