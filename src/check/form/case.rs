//! FRM008: what is set in capitals and what in lower case (the rows that `thanh_phan` names): the layout must not
//! change the case of what is «in thường», and nobody may type it in capitals.

use super::PageRule;
use super::subject::{PageSubject, PrintedText};
use super::tally::{LOOK, each_text};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::norm::ComponentNorm;
use crate::model::printed::PrintedLine;

pub const RULE: PageRule = PageRule { rule: &rules::CASE, rows: LOOK, check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    each_text(subject, judge, RULE.rule, RULE.rows, |_| true, wrong);
}

fn wrong<'a>(text: &PrintedText<'a>, norm: &ComponentNorm) -> Option<(&'a PrintedLine, String)> {
    let lower = |line: &&PrintedLine| line.text.chars().any(char::is_lowercase);
    let lines = || text.lines.iter().copied();
    if norm.upper {
        let line = lines().find(lower)?;
        return Some((line, format!("{} phải in hoa", text.called())));
    }
    let typed = || std::iter::once(text.label).chain(text.runs.iter().map(|run| run.text.as_str()));
    let capitals = |text: &str| text.chars().filter(|c| c.is_uppercase()).count();
    let printed: usize = lines().map(|line| capitals(&line.text)).sum();
    if printed <= typed().map(capitals).sum() && !is_all_capitals(typed()) {
        return None;
    }
    let line = lines().find(|line| !lower(line)).or(text.first())?;
    Some((line, format!("{} phải in chữ thường, không in hoa toàn bộ", text.called())))
}

/// Two words or more, all in capitals: an abbreviation («UBND») or a symbol is none.
fn is_all_capitals<'t>(mut parts: impl Iterator<Item = &'t str> + Clone) -> bool {
    const LEAST: usize = 8;
    if parts.clone().flat_map(str::chars).any(char::is_lowercase) {
        return false;
    }
    let text: String = parts.by_ref().collect();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    // Abbreviations («TT HĐND TP») have no marks.
    let is_word = text.chars().any(|c| c.is_alphabetic() && !c.is_ascii() && c != 'Đ');
    is_word && letters >= LEAST && text.trim().contains(' ')
}
