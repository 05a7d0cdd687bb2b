//! A figure as a person types it, and every place of a document where it stands.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::cells::{self, Rows};
use super::{Document, sentences};
use crate::diag::Place;
use crate::record::FigureRow;
use crate::vietnamese::number::{self, NotANumber};
use crate::vietnamese::text::{clean, edit_distance, fold};
use crate::vietnamese::words::{self, in_words};

/// What is looked for: «4.990», «4990», «7,97%», «03», «4.990 hộ», «bốn nghìn chín trăm chín mươi».
#[derive(Debug, Clone)]
pub struct Query {
    pub typed: String,
    /// What it may mean as a number; empty for words and ranges.
    values: Vec<Decimal>,
    is_percent: bool,
    /// The words behind it, folded.
    unit: String,
}

/// A place where the figure stands: a row of `figures.json`, narrowed to one cell where it is a column.
#[derive(Debug, Clone)]
pub struct Hit {
    pub row: FigureRow,
    values: Vec<Decimal>,
}

/// The same number in a sentence, but typed there and taken from no cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    pub sentence: String,
    pub source: Option<Place>,
}

impl Query {
    pub fn parse(typed: &str) -> Self {
        let typed = clean(typed);
        let ends = |c: char| c.is_alphabetic() || c == '%';
        let (number, unit) = typed.split_at(typed.find(ends).unwrap_or(typed.len()));
        let is_percent = unit.contains('%');
        let unit = fold(unit.replace('%', " ").trim());
        Self { values: readings(number.trim()), is_percent, unit, typed }
    }

    fn fits(&self, hit: &Hit) -> bool {
        let is_rate =
            || hit.row.text.contains('%') || hit.row.unit.as_deref().is_some_and(|unit| unit.contains('%'));
        hit.values.iter().any(|value| self.values.contains(value)) && (!self.is_percent || is_rate())
    }

    /// Whether words that were typed are this figure: as printed, or read out.
    fn reads(&self, hit: &Hit) -> bool {
        let same = |text: &str| words_key(text) == words_key(&self.typed);
        let read = |value: &Decimal| in_words(*value, &words::Habits::default());
        same(&hit.row.text) || hit.values.iter().filter_map(read).any(|words| same(&words))
    }
}

/// What a figure that somebody types may mean: «7.97» is 7,97, «2,900» is 2,9 or 2900.
fn readings(typed: &str) -> Vec<Decimal> {
    let mut found: Vec<Decimal> = Vec::new();
    match number::parse(typed) {
        Ok(value) => found.push(value),
        Err(NotANumber::AmbiguousSeparator { as_decimal, .. }) => found.extend(number::parse(&as_decimal)),
        Err(_) => {}
    }
    found.extend(number::parse_whole(typed));
    let mut found: Vec<Decimal> = found.into_iter().map(|value| value.normalize()).collect();
    found.dedup();
    found
}

/// Words as they are compared: without blanks, and whichever words an office takes for 1.000 and for a zero in between.
fn words_key(text: &str) -> String {
    let key = fold(text).replace("ngàn", "nghìn").replace("lẻ", "linh");
    key.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '–' || c == '—' { '-' } else { c }).collect()
}

/// Every place where the figure stands, in the order of `figures.json`.
pub fn hits(document: &Document, query: &Query) -> Vec<Hit> {
    let all = everything(document);
    let found: Vec<Hit> = if query.values.is_empty() {
        let mut values = BTreeSet::new();
        for hit in all.iter().filter(|hit| query.reads(hit)) {
            values.extend(hit.values.iter().copied());
        }
        let means = |hit: &Hit| hit.values.iter().copied().collect::<BTreeSet<_>>() == values;
        all.into_iter().filter(|hit| !values.is_empty() && means(hit) || query.reads(hit)).collect()
    } else {
        all.into_iter().filter(|hit| query.fits(hit)).collect()
    };
    let is_of_unit =
        |hit: &Hit| hit.row.unit.as_deref().is_some_and(|unit| query.unit.starts_with(&fold(unit)));
    if !query.unit.is_empty() && !query.values.is_empty() && found.iter().any(is_of_unit) {
        return found.into_iter().filter(is_of_unit).collect();
    }
    found
}

/// Every figure of the document: those in the text, then every cell of every column.
fn everything(document: &Document) -> Vec<Hit> {
    let rows = cells::rows(&document.figures);
    let none = Rows::default();
    let mut all = Vec::new();
    for row in &document.figures {
        if !row.is_column() {
            all.push(Hit { values: own_values(row), row: row.clone() });
            continue;
        }
        let rows = row.table.as_deref().and_then(|table| rows.get(table)).unwrap_or(&none);
        for (line, text) in row.text.split('\n').enumerate() {
            let values = numbers(text);
            if !values.is_empty() {
                all.push(Hit { row: cells::narrowed(row, rows, line, text), values });
            }
        }
    }
    all
}

fn own_values(row: &FigureRow) -> Vec<Decimal> {
    let end = |value: Option<&serde_json::Value>| value.and_then(|end| end.as_str()?.parse::<Decimal>().ok());
    let found = match row.value.as_str() {
        Some(text) => vec![text.parse().ok()],
        None => vec![end(row.value.get("min")), end(row.value.get("max"))],
    };
    found.into_iter().flatten().map(|value| value.normalize()).collect()
}

/// The numbers of a printed cell: one, or the ends of a range, or those inside a text; a date has none.
fn numbers(text: &str) -> Vec<Decimal> {
    match number::parse(text) {
        Ok(value) => vec![value.normalize()],
        Err(_) => numerals(text).into_iter().map(|(_, value)| value).collect(),
    }
}

/// The numerals of a text with the characters before each; no part of a date or a document's number.
fn numerals(text: &str) -> Vec<(usize, Decimal)> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let is_inner =
            |at: usize| matches!(chars[at], '.' | ',') && chars.get(at + 1).is_some_and(char::is_ascii_digit);
        while at < chars.len() && (chars[at].is_ascii_digit() || is_inner(at)) {
            at += 1;
        }
        let is_part = |c: Option<&char>| c.is_some_and(|c| *c == '/' || c.is_alphabetic());
        let before = start.checked_sub(1).and_then(|at| chars.get(at));
        let is_symbol = chars.get(at) == Some(&'-') && chars.get(at + 1).is_some_and(|c| c.is_alphabetic());
        if is_part(before) || is_part(chars.get(at)) || is_symbol {
            continue;
        }
        let numeral: String = chars[start..at].iter().collect();
        if let Ok(value) = number::parse(&numeral) {
            found.push((start, value.normalize()));
        }
    }
    found
}

/// What is counted by a number that says nothing of the plan: days and months, articles, clauses.
const COUNTED: [&str; 5] = ["ngày", "tháng", "điều", "khoản", "mục"];

/// Where the same number stands in a sentence without being a figure: typed there, a year, an ordinal.
pub fn typed(document: &Document, query: &Query) -> Vec<Typed> {
    let mut figures: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for row in &document.figures {
        if let (Some(paragraph), Some(offset)) = (row.paragraph, row.offset) {
            figures.entry(paragraph).or_default().push((offset, offset + row.text.chars().count()));
        }
    }
    let mut found = Vec::new();
    for (number, paragraph) in document.text.iter().enumerate() {
        let taken = figures.get(&(number + 1)).map_or(&[][..], Vec::as_slice);
        for (at, value) in numerals(&paragraph.text) {
            let words = paragraph.text.chars().take(at).collect::<String>();
            if words.split_whitespace().next_back().is_some_and(|word| COUNTED.contains(&fold(word).as_str()))
            {
                continue;
            }
            let is_figure = taken.iter().any(|(first, last)| (*first..*last).contains(&at));
            if !is_figure && query.values.contains(&value) {
                let sentence = sentences::sentence_around(&paragraph.text, at);
                found.push(Typed { sentence, source: paragraph.source.clone() });
            }
        }
    }
    found
}

/// The printed figures that look most like the one that was asked for.
pub fn nearest(document: &Document, query: &Query) -> Vec<String> {
    const MOST: usize = 5;
    let Some(wanted) = query.values.first() else { return Vec::new() };
    let digits = |value: Decimal| value.to_string().chars().filter(char::is_ascii_digit).collect::<Vec<_>>();
    let mut near: BTreeMap<(usize, Decimal), String> = BTreeMap::new();
    for hit in everything(document) {
        for value in hit.values {
            let apart = edit_distance(&digits(*wanted), &digits(value));
            near.entry((apart, (value - wanted).abs())).or_insert(hit.row.text.clone());
        }
    }
    let mut said: Vec<String> = Vec::new();
    for text in near.into_values() {
        if said.len() < MOST && !said.contains(&text) {
            said.push(text);
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_may_be_typed_with_or_without_points_and_signs() {
        for (typed, value) in [
            ("4990", "4990"),
            ("4.990", "4990"),
            ("7,97%", "7.97"),
            ("7.97", "7.97"),
            ("03", "3"),
            ("4.990 hộ", "4990"),
        ] {
            let value: Decimal = value.parse().expect("a number");
            assert_eq!(Query::parse(typed).values, [value], "{typed}");
        }
        assert!(Query::parse("trên 20").values.is_empty());
    }

    #[test]
    fn dates_and_numbers_of_documents_are_no_numerals() {
        let found = |text: &str| numerals(text).into_iter().map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(found("ngày 31/12/2026, số 07/2021/NĐ-CP, 13-NQ/TU"), [0; 0]);
        assert_eq!(found("từ 1,58 - 1,60%; 4.990 hộ."), [3, 10, 17]);
    }
}
