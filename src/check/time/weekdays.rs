//! TIM009: a weekday beside a day is that day's: «02/4/2024 (thứ Ba)», «thứ Ba, ngày 02/4/2024».

use super::{OnDay, short};
use crate::check::cited::ends_with;
use crate::diag::{Finding, rules};
use crate::vietnamese::date::{Day, in_text};

/// From Monday on, as people write them.
const NAMES: [&[&str]; 7] = [
    &["thứ Hai", "thứ 2"],
    &["thứ Ba", "thứ 3"],
    &["thứ Tư", "thứ 4"],
    &["thứ Năm", "thứ 5"],
    &["thứ Sáu", "thứ 6"],
    &["thứ Bảy", "thứ 7"],
    &["Chủ nhật", "Chúa nhật"],
];

pub fn check(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    for passage in &subject.passages {
        for written in in_text::find(&passage.text) {
            let (before, behind) = (&passage.text[..written.start], &passage.text[written.end..]);
            let Some(said) = behind_it(behind).or_else(|| before_it(before)) else { continue };
            let day = written.date.first_day();
            if said == weekday(day) {
                continue;
            }
            let typed = &passage.text[written.start..written.end];
            findings.push(
                Finding::new(
                    &rules::WRONG_WEEKDAY,
                    passage.place(subject.expanded, written.start, typed),
                    format!(
                        "ngày {} là {}, ở đây ghi {}",
                        short(day),
                        NAMES[weekday(day)][0],
                        NAMES[said][0]
                    ),
                )
                .help("sửa thứ hoặc sửa ngày"),
            );
        }
    }
}

/// From 0, Monday.
fn weekday(day: Day) -> usize {
    usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default()
}

/// «02/4/2024 (thứ Ba)».
fn behind_it(behind: &str) -> Option<usize> {
    let inside = behind.trim_start().strip_prefix('(')?.split_once(')')?.0.trim();
    NAMES.iter().position(|names| names.iter().any(|name| same(inside, name)))
}

/// «thứ Ba, ngày 02/4/2024», «thứ Ba (ngày 02/4/2024)».
fn before_it(before: &str) -> Option<usize> {
    let before = before.trim_end();
    let before = ends_with(before, "ngày").map_or(before, |word| &before[..before.len() - word.len()]);
    let before = before.trim_end().trim_end_matches([',', '(']).trim_end();
    NAMES.iter().position(|names| names.iter().any(|name| ends_with(before, name).is_some()))
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}
