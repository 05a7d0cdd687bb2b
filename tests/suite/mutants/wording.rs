//! Whether everything that a sample's texts type can be true at once: days that exist and follow one another, and facts
//! that are the same wherever they are typed.

use std::collections::BTreeMap;

use super::calendar::{Day, Typed, act_at, acts, day_at, days};
use super::facts::{FACTS, Spot};
use super::oracle::Faults;

/// The lines of a dossier's documents as they are read, by file name without ending; a workbook's days stand as lines
/// like `E7: …`.
pub type Texts = BTreeMap<String, Vec<String>>;

/// What a clerk reads of a line: no comments.
pub fn said(line: &str) -> &str {
    let line = if line.trim_start().starts_with('#') { "" } else { line };
    line.split(" # ").next().unwrap_or_default().trim_end()
}

/// The first and the last day that a document may be of.
fn dated(lines: &[String]) -> Option<(Day, Day)> {
    let value = lines.iter().find_map(|line| line.strip_prefix("ngay: "))?.trim();
    match day_at(value) {
        Some((day, _)) => Some((day, day)),
        None => {
            let (year, month) = value.split_once('-')?;
            let (year, month) = (year.parse().ok()?, month.parse().ok()?);
            Some((Day { year, month, day: 1 }, Day::last_of_month(year, month)))
        }
    }
}

/// A line that was changed: its file, its place in it from 0, and its old words.
pub type Changed<'t> = (&'t str, usize, &'t str);

/// Everything in the texts of a dossier that contradicts itself; after a change, what can have come of it.
pub fn faults(dossier: &str, texts: &Texts, changed: Option<Changed<'_>>) -> Faults {
    let mut faults = Faults::new();
    for (file, lines) in texts {
        let document = if file == "nhiem-vu" { "quyet-dinh" } else { file };
        let dated = texts.get(document).and_then(|lines| dated(lines));
        for (at, line) in lines.iter().enumerate() {
            // A document's own day is held against every other.
            let is_touched = changed.is_none_or(|(of, other, old)| {
                (of, other) == (file.as_str(), at) || of == document && old.starts_with("ngay: ")
            });
            for day in days(line).into_iter().filter(|_| is_touched) {
                of_day(file, line, &day, dated, &mut faults);
            }
        }
    }
    for fact in FACTS.iter().filter(|fact| fact.dossier == dossier) {
        let is_touched = changed.is_none_or(|(file, at, old)| {
            let words = |spot: &Spot| spot.1.split("{}").next().unwrap_or_default().trim_start_matches('^');
            fact.spots.iter().map(words).any(|words| old.contains(words) || texts[file][at].contains(words))
        });
        if !is_touched {
            continue;
        }
        let mut values: Vec<String> = fact.spots.iter().flat_map(|spot| found(texts, *spot)).collect();
        values.sort();
        values.dedup();
        if values.len() > 1 {
            faults.insert(format!("{}: {}", fact.name, values.join(", ")));
        }
    }
    leave(texts, &mut faults);
    faults
}

/// The values that stand at a spot, in one spelling each.
pub fn found(texts: &Texts, (file, pattern): (&str, &str)) -> Vec<String> {
    let (before, after) = pattern.split_once("{}").expect("a pattern has a value");
    let of_line = |line: &str| -> Vec<String> {
        let value = |rest: &str| {
            let (value, length) = match day_at(rest) {
                Some((day, length)) => (day.to_string(), length),
                None => act_at(rest).map(|(act, length)| (act.to_string(), length))?,
            };
            rest[length..].starts_with(after).then_some(value)
        };
        match before.strip_prefix('^') {
            Some(before) => line.strip_prefix(before).and_then(value).into_iter().collect(),
            None => {
                line.match_indices(before).filter_map(|(at, _)| value(&line[at + before.len()..])).collect()
            }
        }
    };
    let files = texts.iter().filter(|(name, _)| file == "*" || file == name.as_str());
    files.flat_map(|(_, lines)| lines.iter().flat_map(|line| of_line(line))).collect()
}

fn of_day(file: &str, line: &str, day: &Typed<Day>, dated: Option<(Day, Day)>, faults: &mut Faults) {
    let value = day.value;
    let (before, after) = (&line[..day.span.start], &line[day.span.end..]);
    let mut fault = |what: &str| {
        faults.insert(format!("{file}: {what} {value}"));
    };
    if !value.exists() {
        fault("không có ngày");
        return;
    }
    let weekday = after.strip_prefix(" (").and_then(|rest| rest.split(')').next());
    if weekday.is_some_and(|name| name.starts_with("thứ") && name != value.weekday()) {
        fault("sai thứ");
    }
    let cited = acts(before).pop();
    let is_basis = line.trim_start().starts_with("- { loai:");
    // «/NĐ-CP ngày »: nothing else stands between the symbol and the day.
    let is_cited = is_basis
        || cited.as_ref().is_some_and(|act| {
            let between = &before[act.span.end..];
            between.split(' ').count() == 3 && between.ends_with(" ngày ")
        });
    if is_cited && cited.and_then(|act| act.value.year).is_some_and(|year| year != value.year) {
        fault("khác năm của số");
    }
    let Some((first, last)) = dated else { return };
    let is_past = before.ends_with("Ngày ") || before.ends_with("thông qua ngày ");
    if (is_cited || is_past) && value > last {
        fault("sau ngày của văn bản");
    }
    let is_deadline =
        ["trước ngày ", "chậm nhất ngày ", "đến hết ngày "].iter().any(|words| before.ends_with(words))
            || before.starts_with('E')
            || ["gia_tri_den: ", "tu_ngay: ", "den_ngay: ", "thoi_gian: "]
                .iter()
                .any(|key| before.starts_with(key));
    if is_deadline && value < first {
        fault("trước ngày của văn bản");
    }
    if before.starts_with("ngay_don: ") && value > last {
        fault("đơn sau giấy");
    }
}

/// A leave lasts as many days as it says.
fn leave(texts: &Texts, faults: &mut Faults) {
    let Some(lines) = texts.get("giay-nghi-phep") else { return };
    let value = |key: &str| lines.iter().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
    let (from, to) = (day_at(value("tu_ngay: ")), day_at(value("den_ngay: ")));
    let named: Option<i64> = value("thoi_gian: ").split(' ').next().and_then(|days| days.parse().ok());
    let counted = from.zip(to).map(|((from, _), (to, _))| to.serial() - from.serial() + 1);
    if named != counted {
        faults.insert(format!("nghỉ {named:?} ngày, tính ra {counted:?}"));
    }
}
