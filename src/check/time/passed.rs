//! TIM010: what is still to be done is not due before the document's own day.
//!
//! Only where the words set a task: «… gửi danh sách trước ngày 10/3/2024»; «ban hành trước ngày 01/7/2021» is a fact. A
//! report tells what was, so it is left alone.

use super::{OnDay, short};
use crate::check::card::{clause, due_before};
use crate::check::passages::Part;
use crate::diag::{Finding, Place, rules};
use crate::model::document::Field;
use crate::model::table::{ColumnKind, Value};
use crate::model::text::words;
use crate::vietnamese::date::{Day, in_text};

/// Kinds that tell what was.
const OF_THE_PAST: [&str; 1] = ["bao-cao"];
/// What somebody is to do.
const TO_DO: [&str; 10] =
    ["gửi", "báo cáo", "trình", "nộp", "hoàn thành", "xong", "lập", "giao", "ban hành", "tổng hợp"];
/// What makes the day that of a fact.
const FACTS: [&str; 8] =
    ["đã ", "được ", "sinh ", "hiệu lực", "phát sinh", "tuyển dụng", "nghỉ hưu", "những "];

pub fn check(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    if OF_THE_PAST.contains(&subject.card.kind.as_str()) {
        return;
    }
    let in_cells = in_tables(subject, findings);
    in_text_of(subject, &in_cells, findings);
    meeting(subject, findings);
}

/// Days that a sentence takes from a cell are told at the cell.
fn in_text_of(subject: &OnDay<'_>, in_cells: &[Day], findings: &mut Vec<Finding>) {
    for passage in subject.passages.iter().filter(|passage| passage.part == Part::Body) {
        let text = passage.text.as_str();
        for written in in_text::find(text) {
            let day = written.date.first_day();
            let source = subject.expanded.source_at(passage.runs, written.start);
            let is_typed = source.is_none_or(|source| {
                !source.text.text.get(source.start..).is_some_and(|text| text.starts_with("{{"))
            });
            if day >= subject.first || !is_typed && in_cells.contains(&day) {
                continue;
            }
            let Some(marker) = due_before(&text[..written.start]) else { continue };
            let (start, end) = clause(text, written.start);
            let said = text[start..marker.max(start)].to_lowercase();
            let is_task = TO_DO.iter().any(|verb| said.contains(verb));
            let is_fact = FACTS.iter().any(|word| said.contains(word));
            // «có hiệu lực trước ngày», «ban hành trước ngày»: the word right before says of what the day is.
            if !is_task || is_fact || said.trim_end().ends_with("ban hành") {
                continue;
            }
            let typed = &text[written.start..written.end];
            let place = passage.place(subject.expanded, written.start, typed);
            findings.push(finding(subject, place, "có hạn", &text[start..end], day));
        }
    }
}

/// Columns of days whose heading says that something is due; gives the days that are too early.
fn in_tables(subject: &OnDay<'_>, findings: &mut Vec<Finding>) -> Vec<Day> {
    let mut early = Vec::new();
    let tables = subject.expanded.tables.iter().filter_map(|id| subject.dossier.tables.get(id));
    for table in tables {
        for (at, column) in table.columns.iter().enumerate() {
            let heading = column.heading.join(" ").to_lowercase();
            let is_due = heading.contains("hạn") && !heading.contains("hiệu lực");
            if column.kind != ColumnKind::Date || !is_due {
                continue;
            }
            for (row, cells) in table.rows.iter().enumerate() {
                let Value::Date(date) = &cells.cells[at] else { continue };
                if date.last_day() < subject.first {
                    early.push(date.first_day());
                    let place = table.place(row, at);
                    findings.push(finding(subject, place, "có hạn", &cells.name, date.first_day()));
                }
            }
        }
    }
    early
}

/// The day to which an invitation bids.
fn meeting(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    let document = &subject.expanded.document;
    let Some(Field::Texts(texts)) = document.fields.get("thoi_gian") else { return };
    for text in texts.iter().filter(|_| subject.card.kind == "giay-moi") {
        let said = words(text);
        let early = in_text::find(&said).into_iter().find(|written| written.date.first_day() < subject.first);
        if let (Some(written), Some(place)) = (early, document.keys.get("thoi_gian")) {
            findings.push(finding(subject, place.clone(), "họp", &said, written.date.first_day()));
        }
    }
}

fn finding(subject: &OnDay<'_>, place: Place, what: &str, said: &str, day: Day) -> Finding {
    Finding::new(
        &rules::DEADLINE_PASSED,
        place,
        format!(
            "«{}» {what} ngày {}, trước ngày ban hành: đây là {}",
            crate::vietnamese::text::beginning(said.trim()),
            short(day),
            subject.words()
        ),
    )
    .also(subject.date_place(), "ngày của văn bản này")
    .help("sửa ngày này, hoặc sửa `ngay` của văn bản")
}
