//! The days that a document sets for tasks: «… gửi danh sách trước ngày 29/02/2024».

use super::clause;
use crate::check::cited::ends_with;
use crate::check::passages::{Part, Passage};
use crate::diag::{Located, Place};
use crate::model::card::{Deadline, Limit};
use crate::model::document::{Dossier, Expanded};
use crate::model::table::{Column, ColumnKind, Row, Value};
use crate::vietnamese::date::in_text::{self, Written};
use crate::vietnamese::text::beginning;
use crate::vietnamese::tokens::tokens;

/// What stands before a day that a task is to be done by.
const DUE: [&str; 9] = [
    "trước",
    "chậm nhất",
    "muộn nhất",
    "hạn cuối",
    "hạn chót",
    "thời hạn",
    "hạn nộp",
    "hạn gửi",
    "hạn hoàn thành",
];
const UNTIL: [&str; 3] = ["đến hết", "hết", "đến"];
/// What may stand between the two.
const LINKS: [&str; 6] = ["là", "vào", "đến", "trong", "hết", ":"];
/// Parts of a sentence that only say to whom the result goes.
const TO_WHOM: [&str; 6] = ["gửi", "báo cáo", "trình", "về", "để báo cáo", "để tổng hợp"];
/// Words of any task.
const COMMON: [&str; 30] = [
    "và", "các", "của", "để", "là", "vào", "cho", "với", "theo", "tại", "về", "được", "những", "một", "tổng",
    "hợp", "báo", "cáo", "gửi", "phải", "do", "này", "hoàn", "thành", "thời", "hạn", "trước", "xong", "ngày",
    "nêu",
];
const FEWEST: usize = 5;

pub fn of(expanded: &Expanded, dossier: &Dossier, passages: &[Passage<'_>]) -> Vec<Deadline> {
    let mut deadlines = Vec::new();
    for passage in passages {
        if !matches!(passage.part, Part::Body | Part::Title) {
            continue;
        }
        for written in in_text::find(&passage.text) {
            deadlines.extend(deadline(expanded, dossier, passages, passage, &written));
        }
    }
    deadlines
}

fn deadline(
    expanded: &Expanded,
    dossier: &Dossier,
    passages: &[Passage<'_>],
    passage: &Passage<'_>,
    written: &Written,
) -> Option<Deadline> {
    let text = passage.text.as_str();
    let (limit, marker) = marker(&text[..written.start])?;
    let (start, end) = clause(text, written.start);
    let start = start.max(text[start..marker.max(start)].rfind(": ").map_or(0, |colon| start + colon + 2));
    let own = text[start..marker.max(start)].trim().trim_end_matches(',');
    let mut task = own.to_owned();
    let mut words = task_words(own);
    if words.is_empty() && text[written.end..end].starts_with(',') {
        // «Trước ngày 10/3/2026, Ủy ban nhân dân các xã lập danh sách …»
        task = text[written.end + 1..end].trim().to_owned();
        words = task_words(&task);
    }
    if words.len() < FEWEST
        && let Some(title) = passage.under.map(|under| passages[under].text.as_str())
    {
        task = title.to_owned();
        words = task_words(title);
    }
    let numbers = words.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).cloned();
    let numbers = numbers.collect();
    if words.len() < FEWEST {
        return None;
    }
    let typed = &text[written.start..written.end];
    Some(Deadline {
        limit,
        date: Located { value: written.date, place: passage.place(expanded, written.start, typed) },
        sources: cells(expanded, dossier, passage, written, &task),
        words,
        numbers,
        task: beginning(&task),
    })
}

/// The cells that a date was read from: those of the document's tables that hold it in the row of the task.
fn cells(
    expanded: &Expanded,
    dossier: &Dossier,
    passage: &Passage<'_>,
    written: &Written,
    task: &str,
) -> Vec<Place> {
    let is_typed = expanded.source_at(passage.runs, written.start).is_none_or(|source| {
        !source.text.text.get(source.start..).is_some_and(|text| text.starts_with("{{"))
    });
    if is_typed {
        return Vec::new();
    }
    let tables = expanded.tables.iter().filter_map(|id| dossier.tables.get(id));
    let dated = tables.flat_map(|table| {
        let is_date = |(_, column): &(usize, &Column)| column.kind == ColumnKind::Date;
        table.columns.iter().enumerate().filter(is_date).map(move |(at, _)| (table, at))
    });
    dated
        .flat_map(|(table, column)| {
            let holds = move |(_, row): &(usize, &Row)| {
                row.cells[column] == Value::Date(written.date) && task.contains(row.name.trim())
            };
            table.rows.iter().enumerate().filter(holds).map(move |(row, _)| table.place(row, column))
        })
        .collect()
}

/// Where the words begin that make the day behind them the end of a task: «chậm nhất», «trước ngày».
pub fn due_before(before: &str) -> Option<usize> {
    marker(before).filter(|(limit, _)| *limit == Limit::Due).map(|(_, at)| at)
}

/// What kind of limit the words before a date make it, and where those words begin.
fn marker(before: &str) -> Option<(Limit, usize)> {
    let mut rest = before.trim_end();
    if let Some(less) = strip(rest, "ngày") {
        rest = less;
    }
    // «trước 17 giờ ngày 10/3/2026»
    if let Some(less) = strip(rest, "giờ").or_else(|| strip(rest, "phút")) {
        rest = less.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
        if let Some(less) = strip(rest, "giờ") {
            rest = less.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
        }
    }
    let until = UNTIL.iter().find_map(|word| strip(rest, word));
    let mut due = rest;
    loop {
        if let Some(found) = DUE.iter().find_map(|word| strip(due, word)) {
            return Some((Limit::Due, found.len()));
        }
        match LINKS.iter().find_map(|word| strip(due, word)) {
            Some(less) => due = less,
            None => break,
        }
    }
    until.map(|found| (Limit::Until, found.len()))
}

fn strip<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    if word == ":" {
        return text.strip_suffix(':').map(str::trim_end);
    }
    ends_with(text, word).map(|found| text[..text.len() - found.len()].trim_end())
}

/// The words that tell a task from others.
fn task_words(text: &str) -> Vec<String> {
    let is_for_somebody = |part: &&str| {
        let part = part.trim_start().to_lowercase();
        TO_WHOM.iter().any(|opening| part.strip_prefix(opening).is_some_and(|rest| rest.starts_with(' ')))
    };
    let parts: Vec<&str> = text.split(',').filter(|part| !is_for_somebody(part)).collect();
    let bodies = ["Ủy ban nhân dân", "Hội đồng nhân dân"];
    let told = bodies.iter().fold(parts.join(" "), |text, body| text.replace(body, " "));
    let words = tokens(&told).into_iter().map(|token| token.key);
    words.filter(|word| !COMMON.contains(&word.as_str())).collect()
}
