//! FRM006: what is bold and what is not (the rows that `thanh_phan` names). In running text a clerk may stress words;
//! anywhere else the form alone decides.

use super::PageRule;
use super::subject::{PageSubject, PrintedText};
use super::tally::{LOOK, each_text};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::norm::ComponentNorm;
use crate::model::printed::{PrintedLine, PrintedPiece};

pub const RULE: PageRule = PageRule { rule: &rules::BOLD, rows: LOOK, check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    each_text(subject, judge, RULE.rule, RULE.rows, |_| true, wrong);
}

fn wrong<'a>(text: &PrintedText<'a>, norm: &ComponentNorm) -> Option<(&'a PrintedLine, String)> {
    let plain = |line: &&PrintedLine| line.pieces.iter().any(|piece| !piece.bold && piece.is_written());
    let bold = |line: &&PrintedLine| line.pieces.iter().any(|piece| piece.bold && piece.is_written());
    let lines = || text.lines.iter().copied();
    if norm.bold {
        let line = lines().find(plain)?;
        return Some((line, format!("{} phải in đậm", text.called())));
    }
    if norm.is_running() {
        let stressed = text.runs.iter().filter(|run| run.bold).map(|run| run.text.as_str());
        let label = norm.bold_label.then_some(text.label);
        let wanted = count(label.into_iter().chain(stressed));
        let found = count(lines().flat_map(|line| &line.pieces).filter(|p| p.bold).map(piece_text));
        if found == wanted {
            return None;
        }
        let said = match norm.bold_label {
            true if found < wanted => format!("nhãn «{}» phải in đậm", text.label),
            true => format!("{} chỉ in đậm nhãn «{}»", text.called(), text.label),
            false => format!("{} không in đậm", text.called()),
        };
        return Some((lines().find(bold).or(text.first())?, said));
    }
    let line = lines().find(bold)?;
    Some((line, format!("{} không in đậm", text.called())))
}

fn piece_text(piece: &PrintedPiece) -> &str {
    &piece.text
}

/// Letters and signs without blanks: where a blank falls between two styles is nobody's business.
fn count<'t>(texts: impl Iterator<Item = &'t str>) -> usize {
    texts.flat_map(str::chars).filter(|c| !c.is_whitespace() && *c != '\u{2060}').count()
}
