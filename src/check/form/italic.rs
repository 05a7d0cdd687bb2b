//! FRM007: what slopes and what stands upright (the rows that `thanh_phan` names). Words within running text may be
//! stressed; a whole paragraph that slopes is no longer «kiểu chữ đứng», unless it is a remark in brackets.

use super::PageRule;
use super::subject::{PageSubject, PrintedText};
use super::tally::{LOOK, each_text};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::norm::ComponentNorm;
use crate::model::printed::{PrintedLine, PrintedPiece};

pub const RULE: PageRule = PageRule { rule: &rules::ITALIC, rows: LOOK, check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    each_text(subject, judge, RULE.rule, RULE.rows, |_| true, wrong);
}

fn wrong<'a>(text: &PrintedText<'a>, norm: &ComponentNorm) -> Option<(&'a PrintedLine, String)> {
    // The end mark that the form adds is no word of the clerk's.
    let is_word = |piece: &PrintedPiece| piece.text.chars().any(char::is_alphanumeric);
    let upright = |line: &&PrintedLine| line.pieces.iter().any(|piece| !piece.italic && is_word(piece));
    let sloping = |line: &&PrintedLine| line.pieces.iter().any(|piece| piece.italic && piece.is_written());
    let lines = || text.lines.iter().copied();
    if norm.italic {
        let line = lines().find(upright)?;
        return Some((line, format!("{} phải in nghiêng", text.called())));
    }
    let line = lines().find(sloping)?;
    if norm.is_running() {
        let stressed = text.runs.iter().any(|run| run.italic && !run.text.trim().is_empty());
        let is_remark = text.words().trim_start().starts_with('(');
        if stressed && (is_remark || lines().any(|line| upright(&line))) {
            return None;
        }
    }
    Some((line, format!("{} phải in chữ đứng, không in nghiêng", text.called())))
}
