//! Changes of sentences: a reference replaced by its value typed by hand, with a digit or a word that is not the table's.

use std::ops::Range;

use super::chance::Chance;
use super::number::Printed;
use super::sample::{Mutation, Sample};
use super::tables::Table;
use super::typed::{constants, lines};

/// A reference in a line that stands for one value.
pub struct Reference {
    pub file: String,
    pub line: usize,
    pub span: Range<usize>,
    /// As a clerk would type the value.
    pub value: String,
    pub in_words: bool,
}

/// What stands for a value in every document: references to a cell of their own, and to constants.
pub fn references(sample: &Sample) -> Vec<Reference> {
    let mut found = Vec::new();
    for (file, line, text) in lines(sample) {
        for (start, _) in text.match_indices("{{ ") {
            let Some(length) = text[start..].find(" }}") else { continue };
            let inside = &text[start + 3..start + length];
            let (path, filter) = inside.split_once(" | ").unwrap_or((inside, ""));
            let value = path
                .strip_prefix("hang_so.")
                .map_or_else(|| of_table(sample, path), |key| of_constant(sample, key, filter));
            let span = start..start + length + 3;
            found.extend(value.map(|value| Reference {
                file: file.clone(),
                line,
                span,
                value,
                in_words: filter == "chu",
            }));
        }
    }
    found
}

fn of_constant(sample: &Sample, key: &str, filter: &str) -> Option<String> {
    let (_, _, value, unit) = constants(sample).into_iter().find(|(name, ..)| name == key)?;
    let value = if filter == "hai_so" { format!("{value:0>2}") } else { value };
    let number = value.parse::<i64>().ok().filter(|number| *number > 999);
    let value = number.map_or(value, |units| Printed { units, places: 0 }.with_comma());
    Some(if unit == "%" { value + "%" } else { value })
}

/// `xa.tong.giam`, `xa.nhom['II'].trong_do.giam`, `xa.dong['Hòn Mẫu'].giam`.
fn of_table(sample: &Sample, path: &str) -> Option<String> {
    let (id, rest) = path.split_once('.')?;
    let table = sample.tables().find(|table| table.id == id)?;
    let text = |column: char, row: u32| sample.cell(table.book, table.sheet, (column, row));
    let mut rows = (table.first_row..).zip(table.rows.chars());
    let named = |start: &str| rest.strip_prefix(start)?.split_once("'].");
    let (row, rest) = if let Some(rest) = rest.strip_prefix("tong.") {
        (rows.find(|(_, kind)| *kind == 'T')?.0, rest)
    } else if let Some((number, rest)) = named("nhom['") {
        (rows.find(|(row, kind)| "12".contains(*kind) && text('A', *row) == number)?.0, rest)
    } else {
        let (name, rest) = named("dong['")?;
        (
            rows.find(|(row, _)| text('B', *row) == name || text('B', *row).ends_with(&format!(" {name}")))?
                .0,
            rest,
        )
    };
    let (row, rest) = rest.strip_prefix("trong_do.").map_or((row, rest), |rest| (row + 1, rest));
    let (_, column) = table.names.iter().find(|(name, _)| *name == rest)?;
    Some(printed(sample, table, *column, text(*column, row), text('C', row)))
}

/// A cell as a document prints it.
fn printed(sample: &Sample, table: &Table, column: char, text: &str, unit: &str) -> String {
    let points_unit = if sample.dossier == "minh-hoa-2026" { " điểm %" } else { "%" };
    let Some(number) = Printed::read(text) else {
        let suffix = match (table.rows.contains('.'), unit) {
            (true, "%") => "%",
            (true, "điểm %") | (false, _) => points_unit,
            _ => "",
        };
        return format!("{text}{suffix}");
    };
    if let Some(rate) = table.rates.iter().find(|rate| rate.column == column) {
        return number.rounded(rate.places).with_comma() + "%";
    }
    if let Some(points) = table.points.iter().find(|points| points.column == column) {
        return points.places.map_or(number, |places| number.rounded(places)).with_comma() + points_unit;
    }
    let text = number.with_comma();
    if table.figures.contains(column) && ["%", "điểm %"].contains(&unit) {
        return format!("{text}{}", if unit == "%" { "%" } else { points_unit });
    }
    if table.two_digits.contains(column) { format!("{text:0>2}") } else { text }
}

/// Every reference typed by hand with another digit, and with two exchanged.
pub fn other_values(sample: &Sample, chance: &mut Chance) -> Vec<Mutation> {
    let mut changes = Vec::new();
    for reference in references(sample).iter().filter(|reference| !reference.in_words) {
        let value = &reference.value;
        let values = [chance.other_digit(value), chance.exchanged(value)];
        for new in values.into_iter().flatten() {
            changes.push(typed(sample, reference, "số gõ trong câu", &new, true));
        }
    }
    changes
}

fn typed(sample: &Sample, reference: &Reference, kind: &'static str, new: &str, is_wrong: bool) -> Mutation {
    let Reference { file, line, span, value, .. } = reference;
    let mut change = sample.line_change(kind, file, *line, span.clone(), new);
    change.old.clone_from(value);
    change.fault = is_wrong.then(|| format!("bảng hoặc hằng số ghi {value}"));
    change
}

/// Every document's lines with every reference typed by hand as it is: nothing may be said of that. Beside the file,
/// how many references there were.
pub fn right_values(sample: &Sample) -> Vec<(String, Vec<String>, usize)> {
    let mut all: Vec<(String, Vec<String>, usize)> = Vec::new();
    // From the end of a line, so that the spans before it stay true.
    for reference in references(sample).iter().rev() {
        let Reference { file, line, span, value, in_words } = reference;
        if !all.iter().any(|(name, ..)| name == file) {
            all.push((file.clone(), sample.files[file].clone(), 0));
        }
        let (_, lines, count) = all.iter_mut().find(|(name, ..)| name == file).expect("pushed above");
        let words = in_words.then(|| words_of(value)).flatten();
        lines[line - 1].replace_range(span.clone(), words.as_deref().unwrap_or(value));
        *count += 1;
    }
    all
}

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// The samples' numbers in words.
fn words_of(value: &str) -> Option<String> {
    let words = match value {
        "03" => "ba",
        "250" => "hai trăm năm mươi",
        "760" => "bảy trăm sáu mươi",
        "2.900" => "hai nghìn chín trăm",
        _ => return None,
    };
    Some(words.to_owned())
}

/// What words say, if they are a number: thousands, hundreds, tens and ones in this order.
pub fn number_of(words: &str) -> Option<i64> {
    let (mut sum, mut last, mut scale) = (0, None, i64::MAX);
    for word in words.split(' ') {
        let digit = DIGITS.iter().position(|name| *name == word).and_then(|digit| i64::try_from(digit).ok());
        let unit = match word {
            "nghìn" | "ngàn" => Some(1000),
            "trăm" => Some(100),
            "mươi" => Some(10),
            _ => None,
        };
        match (digit, unit, last) {
            (Some(digit), _, None) => last = Some(digit),
            (_, Some(unit), Some(digit)) if unit < scale => {
                (sum, last, scale) = (sum + digit * unit, None, unit);
            }
            _ => return None,
        }
    }
    Some(sum + last.unwrap_or(0))
}

/// Every number in words with one word another, or with one word too few.
pub fn other_words(sample: &Sample, chance: &mut Chance) -> Vec<Mutation> {
    let mut changes = Vec::new();
    for reference in references(sample).iter().filter(|reference| reference.in_words) {
        let right = words_of(&reference.value).expect("a number in words is in the list");
        let words: Vec<&str> = right.split(' ').collect();
        let mut values = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let mut replace = |new: Option<&str>| {
                let kept = words
                    .iter()
                    .enumerate()
                    .filter_map(|(other, word)| if other == at { new } else { Some(*word) });
                values.push(kept.collect::<Vec<_>>().join(" "));
            };
            match *word {
                "nghìn" => replace(Some("trăm")),
                "trăm" => replace(Some("nghìn")),
                "mươi" => replace(Some("trăm")),
                _ => (0..4).for_each(|_| replace(chance.one_of(&DIGITS[1..]).copied())),
            }
            if words.len() > 1 {
                replace(None);
            }
        }
        values.sort();
        values.dedup();
        for new in values.iter().filter(|new| **new != right) {
            let is_wrong = number_of(new) != number_of(&right);
            changes.push(typed(sample, reference, "số bằng chữ", new, is_wrong));
        }
    }
    changes
}

#[test]
fn words_are_numbers() {
    assert_eq!(number_of("hai nghìn chín trăm"), Some(2_900));
    assert_eq!(number_of("bảy trăm sáu mươi"), Some(760));
    assert_eq!(number_of("ba"), Some(3));
    assert_eq!(number_of("hai trăm chín nghìn"), None);
    assert_eq!(number_of("hai trăm năm"), Some(205));
}
