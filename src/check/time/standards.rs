//! TIM005: figures that two poverty standards count are not compared without a word about it.
//!
//! «Đầu năm 2027» is what the review at the end of 2026 found, so it goes by the standard of 2026.

use super::{OnDay, years};
use crate::check::passages::Part;
use crate::diag::{Finding, Place, rules};
use crate::model::table::{ColumnKind, Table};
use crate::model::timeline::Standard;

/// What compares in a sentence.
const COMPARES: [&str; 5] = ["so với", "giảm từ", "tăng từ", "xuống còn", "xuống"];

pub fn check(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    let tables = subject.expanded.tables.iter().filter_map(|id| subject.dossier.tables.get(id));
    for table in tables {
        let Some((old, new)) = across(&columns(subject, table)) else { continue };
        if says_so(subject, new.0) {
            continue;
        }
        let (old_title, new_title) = (title(table, old.1), title(table, new.1));
        let place = table.column_range(new.1).unwrap_or_else(|| table.columns[new.1].place.clone());
        let message = format!(
            "bảng «{}» đặt «{new_title}» cạnh «{old_title}»: hai cột theo hai chuẩn nghèo, không so sánh được",
            table.id
        );
        let mut finding = finding(place, message, old.0, new.0);
        if let Some(place) = table.column_range(old.1) {
            finding = finding.also(place, format!("theo {}", old.0.act));
        }
        findings.push(finding);
    }
    in_text(subject, findings);
}

fn finding(place: Place, message: String, old: &Standard, new: &Standard) -> Finding {
    Finding::new(&rules::STANDARDS_MIXED, place, message)
        .note(format!("đến hết năm {}: {}; {}", old.to_year, old.act, old.trust.note(&old.source)))
        .note(format!("từ năm {}: {}; {}", new.from_year, new.act, new.trust.note(&new.source)))
        .help(format!(
            "ghi chú dưới bảng hoặc trong lời văn: từ năm {} áp dụng chuẩn nghèo theo {}, không so sánh trực tiếp với các năm trước",
            new.from_year, new.act
        ))
}

/// The columns about the poor, each with the standard that counts them.
fn columns<'s>(subject: &'s OnDay<'_>, table: &Table) -> Vec<(&'s Standard, usize)> {
    let speaks_of_poor = |text: &str| text.to_lowercase().contains("nghèo");
    let is_about_poor = speaks_of_poor(&subject.card.subject)
        || table.columns.iter().any(|column| column.heading.iter().any(|part| speaks_of_poor(part)));
    let has_poor_rows = || table.rows.iter().any(|row| speaks_of_poor(&row.name));
    let is_counted = |kind: ColumnKind| match kind {
        ColumnKind::Count => is_about_poor,
        ColumnKind::Percent | ColumnKind::PercentPoint => is_about_poor,
        ColumnKind::RowFigure => has_poor_rows(),
        _ => false,
    };
    let columns = table.columns.iter().enumerate().filter(|(_, column)| is_counted(column.kind));
    columns
        .filter_map(|(at, column)| {
            let year = year_of(&column.heading.join(" ").to_lowercase(), subject.card.year)?;
            Some((subject.timeline.standard(year)?, at))
        })
        .collect()
}

/// The year whose end a heading speaks of.
fn year_of(heading: &str, own: i16) -> Option<i16> {
    let named = years(heading).0.last().copied();
    if heading.contains("đầu năm") || heading.contains("đầu kỳ") {
        return Some(named.unwrap_or(own) - 1);
    }
    if heading.contains("cuối năm") || heading.contains("cuối kỳ") {
        return Some(named.unwrap_or(own));
    }
    named
}

/// A column of an older and one of a newer standard.
#[expect(clippy::type_complexity, reason = "a pair of columns with their standards, used once")]
fn across<'s>(columns: &[(&'s Standard, usize)]) -> Option<((&'s Standard, usize), (&'s Standard, usize))> {
    let old = columns.iter().min_by_key(|(standard, _)| standard.from_year)?;
    let new = columns.iter().max_by_key(|(standard, at)| (standard.from_year, std::cmp::Reverse(*at)))?;
    (old.0.from_year != new.0.from_year).then_some((*old, *new))
}

fn title(table: &Table, column: usize) -> String {
    table.columns[column].heading.join(" › ")
}

/// Whether the document names the newer standard's act, or says that the two are not compared.
fn says_so(subject: &OnDay<'_>, new: &Standard) -> bool {
    let number = new.act.rsplit(' ').next().unwrap_or(&new.act);
    let is_named = subject.card.mentions.iter().filter_map(|mention| mention.number.as_ref());
    let mut named = is_named.map(|named| named.value.as_str());
    named.any(|named| named == number)
        || subject.passages.iter().any(|passage| {
            let text = passage.text.to_lowercase();
            text.contains("không so sánh") && text.contains("chuẩn")
        })
}

fn in_text(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    for passage in subject.passages.iter().filter(|passage| matches!(passage.part, Part::Body | Part::Title))
    {
        if !passage.text.contains("nghèo") {
            continue;
        }
        let mut from = 0;
        for sentence in passage.text.split_inclusive(['.', ';']) {
            let start = from;
            from += sentence.len();
            if !sentence.contains("nghèo") || !COMPARES.iter().any(|word| sentence.contains(word)) {
                continue;
            }
            let known: Vec<(&Standard, i16)> = years(sentence)
                .0
                .into_iter()
                .filter_map(|year| Some((subject.timeline.standard(year)?, year)))
                .collect();
            let old = known.iter().min_by_key(|(standard, _)| standard.from_year);
            let new = known.iter().max_by_key(|(standard, _)| standard.from_year);
            let (Some(old), Some(new)) = (old, new) else { continue };
            if old.0.from_year == new.0.from_year || says_so(subject, new.0) {
                continue;
            }
            let year = new.1.to_string();
            let at = start + sentence.find(&year).unwrap_or_default();
            let message = format!(
                "câu này so sánh năm {} với năm {}: hai năm theo hai chuẩn nghèo, không so sánh được",
                new.1, old.1
            );
            findings.push(finding(passage.place(subject.expanded, at, &year), message, old.0, new.0));
        }
    }
}
