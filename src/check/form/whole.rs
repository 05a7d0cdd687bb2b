//! LAY006: every word that was composed stands on a page. A changed template that drops a paragraph, a name or a row of
//! a table is told, whatever else it does; what the decree says of the page is worth nothing without it.

use std::collections::BTreeMap;

use super::PageRule;
use super::subject::PageSubject;
use crate::check::judge::Judge;
use crate::diag::{Finding, Place, rules};
use crate::model::blocks::{Block, TableBlock};
use crate::model::printed::PrintedLine;
use crate::vietnamese::text::beginning;

pub const RULE: PageRule = PageRule { rule: &rules::LOST_TEXT, rows: &[], check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    for text in &subject.texts {
        let runs = || text.runs.iter().map(|run| run.text.as_str());
        let composed = || std::iter::once(text.label).chain(runs());
        let printed = || text.lines.iter().map(|line| line.text.as_str());
        // Nearly every paragraph stands there as it was composed.
        if signs(composed()).eq(signs(printed())) {
            continue;
        }
        if !letters(printed()).contains(&letters(composed())) {
            let words = beginning(format!("{} {}", text.label, text.words()).trim());
            let message = match text.lines.is_empty() {
                true => format!("{} «{words}» không có trên trang in", text.called()),
                false => format!("{} «{words}» in không đủ chữ", text.called()),
            };
            judge.remark(finding(subject, text.number, text.component, &words, message));
        }
    }
    let tables = subject.leaves.iter().enumerate().filter_map(|(number, (_, block))| match block {
        Block::Table(table) => Some((number, table)),
        _ => None,
    });
    for (number, table) in tables {
        let lines = subject.printed.lines.iter().filter(|line| line.block == Some(number));
        if let Some(missing) = missing_from(table, lines) {
            let message = format!("bảng in thiếu chữ: có «{missing}» trong bảng mà không có trên trang in");
            judge.remark(finding(subject, number, &table.component, &missing, message));
        }
    }
}

fn finding(
    subject: &PageSubject<'_>,
    number: usize,
    component: &str,
    words: &str,
    message: String,
) -> Finding {
    let at = Place::file(subject.checked.document().file.as_str());
    let finding = Finding::new(RULE.rule, at, message).help(RULE.rule.mend);
    match subject.source(Some(number), component, words) {
        Place::File { .. } => finding,
        place => finding.also(place, "chữ này lấy ở đây"),
    }
}

/// The letters, digits and signs of some texts: a form may break them anywhere.
fn signs<'t>(texts: impl Iterator<Item = &'t str>) -> impl Iterator<Item = char> {
    const WORD_JOINER: char = '\u{2060}';
    texts.flat_map(str::chars).filter(|c| !c.is_whitespace() && *c != WORD_JOINER)
}

/// `signs` in lower case: a form may print in capitals.
fn letters<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    signs(texts).flat_map(char::to_lowercase).collect()
}

/// A cell of which a letter stands less often on the pages than in the table. The lines of a table run across its
/// cells, so letters are counted; a head that is repeated only adds to them.
fn missing_from<'a>(table: &TableBlock, lines: impl Iterator<Item = &'a PrintedLine>) -> Option<String> {
    let mut printed: Vec<char> = letters(lines.map(|line| line.text.as_str())).chars().collect();
    printed.sort_unstable();
    let head = table.head.iter().flatten().map(|cell| cell.text.as_str());
    let rows = table.rows.iter().flat_map(|row| row.cells.iter().map(String::as_str));
    let cells = || head.clone().chain(rows.clone());
    let mut composed: Vec<char> = letters(cells()).chars().collect();
    composed.sort_unstable();
    let mut rest = printed.iter();
    if composed.iter().all(|letter| rest.by_ref().find(|other| *other >= letter) == Some(letter)) {
        return None;
    }
    let mut counts: BTreeMap<char, usize> =
        printed.chunk_by(char::eq).map(|same| (same[0], same.len())).collect();
    let mut is_missing = |letter| match counts.get_mut(&letter).filter(|count| **count > 0) {
        Some(count) => {
            *count -= 1;
            false
        }
        None => true,
    };
    cells().find(|cell| letters(std::iter::once(*cell)).chars().any(&mut is_missing)).map(str::to_owned)
}
