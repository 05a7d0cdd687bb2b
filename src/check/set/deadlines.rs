//! SET003: the documents of the set give one task one day.
//!
//! Two sentences speak of one task when most of the words of the shorter one stand in the other, several of them in a
//! row. Where a document sets several days for like tasks, each is held against the one that it is paired with.

use std::collections::BTreeSet;

use super::{name_of, short};
use crate::diag::{Finding, rules};
use crate::model::card::{Card, Deadline, Limit};

/// How many of ten words must be common.
const COMMON: usize = 7;
/// How many of them must stand in a row.
const IN_A_ROW: usize = 4;

pub fn check(card: &Card, others: &[&Card], findings: &mut Vec<Finding>) {
    for own in &card.deadlines {
        for other in others {
            let like: Vec<&Deadline> = other.deadlines.iter().filter(|one| is_one_task(own, one)).collect();
            if like.iter().any(|one| one.date.value.agrees(&own.date.value)) {
                continue;
            }
            let is_paired = |one: &Deadline| {
                card.deadlines
                    .iter()
                    .any(|mine| mine.date.value.agrees(&one.date.value) && is_one_task(mine, one))
            };
            let Some(differs) = like.into_iter().find(|one| !is_paired(one)) else { continue };
            findings.push(finding(own, other, differs));
        }
    }
}

fn finding(own: &Deadline, other: &Card, differs: &Deadline) -> Finding {
    let (day, other_day) = (short(&own.date.value), short(&differs.date.value));
    let name = name_of(other);
    let mut finding = Finding::new(
        &rules::DEADLINE_DIFFERS,
        own.date.place.clone(),
        format!("«{}» ở đây có hạn ngày {day}, ở {name} là ngày {other_day}", own.task),
    )
    .also(differs.date.place.clone(), format!("ngày {other_day}"));
    for source in &own.sources {
        finding = finding.also(source.clone(), format!("ngày {day} lấy từ ô này"));
    }
    for source in &differs.sources {
        finding = finding.also(source.clone(), format!("ngày {other_day} lấy từ ô này"));
    }
    finding.note(format!("{name} viết: «{}»", differs.task)).help(
        "sửa một trong hai ngày cho khớp; nếu là hai việc khác nhau thì ghi rõ việc, hoặc bỏ qua có lý do",
    )
}

/// Whether two sentences set a day for one task.
fn is_one_task(one: &Deadline, other: &Deadline) -> bool {
    if one.limit != other.limit {
        return false;
    }
    let is_other_part = !one.numbers.is_empty()
        && !other.numbers.is_empty()
        && !one.numbers.iter().any(|number| other.numbers.contains(number));
    let end = |deadline: &Deadline| deadline.words.iter().rev().take(2).cloned().collect::<Vec<_>>();
    if is_other_part || one.limit == Limit::Until && end(one) != end(other) {
        return false;
    }
    let (words, other_words): (BTreeSet<&String>, BTreeSet<&String>) =
        (one.words.iter().collect(), other.words.iter().collect());
    let common = words.intersection(&other_words).count();
    let least = words.len().min(other_words.len());
    10 * common >= COMMON * least && longest_run(&one.words, &other.words) >= IN_A_ROW
}

/// The most words in a row that both texts have.
fn longest_run(one: &[String], other: &[String]) -> usize {
    let mut longest = 0;
    let mut above = vec![0; other.len() + 1];
    for word in one {
        let mut row = vec![0; other.len() + 1];
        for (at, same) in other.iter().enumerate() {
            if word == same {
                row[at + 1] = above[at] + 1;
                longest = longest.max(row[at + 1]);
            }
        }
        above = row;
    }
    longest
}
