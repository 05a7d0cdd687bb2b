//! FRM005: the size of every component (nd30.md §1.2-§1.9; the rows that `thanh_phan` names), and that articles,
//! clauses and points have the size of the running text (rows 63-65).

#![expect(clippy::float_arithmetic, reason = "sizes on paper are no figures")]

use super::subject::{PageSubject, PrintedText};
use super::tally::{LOOK, each_text};
use super::{PageRule, SAME_PT, decimal};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::norm::ComponentNorm;
use crate::model::printed::PrintedLine;

pub const RULE: PageRule = PageRule { rule: &rules::SIZE, rows: LOOK, check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let body = body_size(subject);
    each_text(subject, judge, RULE.rule, RULE.rows, |_| true, |text, norm| wrong(text, norm, body));
}

fn wrong<'a>(
    text: &PrintedText<'a>,
    norm: &ComponentNorm,
    body: Option<f64>,
) -> Option<(&'a PrintedLine, String)> {
    let (from, to) = (norm.from_pt?, norm.to_pt?);
    let inside = |size: f64| size > from - SAME_PT && size < to + SAME_PT;
    let pieces = || {
        let lines = text.lines.iter();
        lines.flat_map(|line| line.pieces.iter().map(move |piece| (*line, piece)))
    };
    let written = || pieces().filter(|(_, piece)| !piece.text.trim().is_empty());
    if let Some((line, piece)) = written().find(|(_, piece)| !inside(piece.size_pt)) {
        let allowed =
            if from < to { format!("từ {} đến {}", decimal(from), decimal(to)) } else { decimal(from) };
        let said = format!("{} in cỡ chữ {}, phải là {allowed}", text.called(), decimal(piece.size_pt));
        return Some((line, said));
    }
    let body = body.filter(|_| norm.is_running() || norm.indented)?;
    let (line, piece) = written().find(|(_, piece)| (piece.size_pt - body).abs() >= SAME_PT)?;
    let (own, body) = (decimal(piece.size_pt), decimal(body));
    Some((line, format!("{} in cỡ chữ {own}, phải bằng cỡ chữ {body} của lời văn", text.called())))
}

/// The size in which most lines of running text are set.
fn body_size(subject: &PageSubject<'_>) -> Option<f64> {
    let mut sizes: Vec<(f64, usize)> = Vec::new();
    for text in &subject.texts {
        if !text.norm.is_some_and(ComponentNorm::is_running) {
            continue;
        }
        for line in &text.lines {
            match sizes.iter_mut().find(|(size, _)| (size - line.size_pt).abs() < SAME_PT) {
                Some((_, count)) => *count += 1,
                None => sizes.push((line.size_pt, 1)),
            }
        }
    }
    sizes.into_iter().max_by_key(|(_, count)| *count).map(|(size, _)| size)
}
