//! The numbers of a running text, and which of them are figures.
//!
//! - Holds: finding every group of digits with its separators, and telling by the words around it what it is.
//! - In and out: a paragraph's text in; its numerals with their places and classes out.
//! - Never here: whether a figure is right, where it came from.
//! - Why: «ngày 15/3/2024», «Điều 3», «147/KH-UBND» and «lần thứ 2» hold digits that no table explains; «giảm 4.990 hộ»
//!   has to come from one.

mod around;
mod lists;

use rust_decimal::Decimal;

use super::{number, symbol};

/// What a group of digits is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A quantity, with or without a unit behind it.
    Figure,
    /// Part of a day, a month, a year, a time of day or a span of time: «ngày 15/3/2024», «năm 2024», «17 giờ»,
    /// «10 ngày làm việc».
    Time,
    /// Part of the number of an act, or of what it has: «147/KH-UBND», «Điều 3», «khoản 2», «Phụ lục 1».
    Reference,
    /// A place in an order, or a name: «lần thứ 2», «Quận 1», «Dự án 3», «Chương trình 135», «QH15».
    Ordinal,
    /// Part of an address, a telephone or an account number.
    Address,
}

/// What a figure is measured in, as the words behind it say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    None,
    /// «%», «phần trăm».
    Percent,
    /// «điểm %», «điểm phần trăm».
    Points,
    /// The word that follows, folded: «hộ», «xã», «triệu đồng».
    Word(String),
}

/// One group of digits.
#[derive(Debug, Clone, PartialEq)]
pub struct Numeral {
    /// Its bytes in the text.
    pub start: usize,
    pub end: usize,
    pub class: Class,
    /// `None` where the separators make no number.
    pub value: Option<Decimal>,
    pub measure: Measure,
}

/// Every group of digits of a text, in order.
pub fn find(text: &str) -> Vec<Numeral> {
    let mut numerals: Vec<Numeral> = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(|c: char| c.is_ascii_digit()) {
        let start = from + at;
        let end = end_of(text, start);
        let class = around::class(text, start, end, numerals.last());
        // What is no figure is measured in nothing.
        let measure = if class == Class::Figure { around::measure(&text[end..]) } else { Measure::None };
        numerals.push(Numeral { start, end, class, value: number::parse(&text[start..end]).ok(), measure });
        from = end;
    }
    // «1,58 - 1,60%» is measured by what stands behind its second end.
    for at in (1..numerals.len()).rev() {
        let (before, behind) = numerals.split_at_mut(at);
        let (Some(left), Some(right)) = (before.last_mut(), behind.first()) else { continue };
        if left.measure == Measure::None
            && left.class == Class::Figure
            && right.class == Class::Figure
            && joins(&text[left.end..right.start])
        {
            left.measure = right.measure.clone();
        }
    }
    numerals
}

/// Whether two figures with this between them are the ends of one range.
pub fn joins(between: &str) -> bool {
    matches!(between.trim(), "-" | "–" | "—" | "đến")
}

/// Whether a text begins with something that is counted: «hộ nghèo», «đồng», «phần trăm».
pub fn is_counted(text: &str) -> bool {
    around::measure(text) != Measure::None
}

/// Digits, and points and commas between digits.
fn end_of(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(byte) = bytes.get(end) {
        let is_separator = matches!(byte, b'.' | b',') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_digit() && !is_separator {
            break;
        }
        end += 1;
    }
    // «các năm 2023,2024»: a comma without a blank between two years.
    let years: Vec<&str> = text[start..end].split(',').collect();
    if years.len() > 1 && years.iter().all(|year| around::is_year(year)) {
        return start + years[0].len();
    }
    end
}

/// Whether the word around a place is the symbol of an act, with signs around it taken off.
fn in_symbol(text: &str, start: usize) -> bool {
    let (from, to) = word_at(text, start);
    let word = text[from..to].trim_start_matches(['(', '«', '“', '"', '[']);
    symbol::is_symbol(word.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// What stands without a blank around a place.
fn word_at(text: &str, at: usize) -> (usize, usize) {
    let from = text[..at]
        .rfind(char::is_whitespace)
        .map_or(0, |blank| blank + text[blank..].chars().next().map_or(1, char::len_utf8));
    let to = text[at..].find(char::is_whitespace).map_or(text.len(), |blank| at + blank);
    (from, to)
}

#[cfg(test)]
mod tests;
