//! What a group of digits is, by the words around it.

use super::lists::{
    COUNTED, DAYS, EACH, LABELS, MONEY, NUMBERS, ORDERS, PERCENT, POINTS, SPANS, THOUSANDS, TIMES,
};
use super::{Class, Measure, Numeral, in_symbol, word_at};
use crate::vietnamese::listed::Words;
use crate::vietnamese::text::fold;

/// What the numeral at these bytes is; `before` is the numeral before it.
pub fn class(text: &str, start: usize, end: usize, before: Option<&Numeral>) -> Class {
    let digits = &text[start..end];
    // «0255 3 822 217»: no figure begins with a zero and has four digits, and a number goes on behind a blank.
    let goes_on =
        |before: &Numeral| before.class == Class::Address && text[before.end..start].trim().is_empty();
    let first = digits.split(['.', ',']).next().unwrap_or_default();
    let is_number = first.len() > 3 && first.starts_with('0') && !digits.contains(',');
    if is_number || before.is_some_and(goes_on) || is_address(text, start) {
        return Class::Address;
    }
    if in_symbol(text, start) {
        return Class::Reference;
    }
    let next = text[end..].chars().next();
    // What most numbers of a text are; nothing has to be folded to see it.
    if is_year(digits) && next != Some('%') && text[..start].trim_end().ends_with("năm") {
        return Class::Time;
    }
    if let Some(class) = glued(text, start, end) {
        return class;
    }
    if is_part_of_date(text, start) {
        return Class::Time;
    }
    let following = following(&text[end..]);
    let is_counted = next == Some('%') || COUNTED.behind(&following).is_some();
    let chained = before.filter(|_| !is_counted).and_then(|before| {
        let is_list = matches!(
            text[before.end..start].trim(),
            "," | ";" | "và" | "hoặc" | "-" | "–" | "đến" | ", và" | "/"
        );
        (is_list && before.class != Class::Figure && before.class != Class::Address).then_some(before.class)
    });
    let preceding = preceding(&text[..start]);
    let time = ends_with(&preceding, &TIMES);
    match time {
        Some(rest) if is_year(digits) || !ends_with_any(rest, &EACH) && !is_counted => return Class::Time,
        _ => {}
    }
    if is_year(digits) && !is_counted || is_span(&text[end..], &following) {
        return Class::Time;
    }
    if is_counted {
        return Class::Figure;
    }
    if ends_with_any(&preceding, &NUMBERS) || digits.bytes().filter(u8::is_ascii_digit).count() > 15 {
        return Class::Address;
    }
    if ends_with_any(&preceding, &LABELS) {
        return Class::Reference;
    }
    if ends_with_any(&preceding, &ORDERS) || is_marker(text, start, end) {
        return Class::Ordinal;
    }
    chained.unwrap_or(Class::Figure)
}

/// What stands directly at the digits: letters of a name («QH15», «COVID-19», «30a»), a time («17h30», «14:00»).
fn glued(text: &str, start: usize, end: usize) -> Option<Class> {
    let before = text[..start].chars().next_back();
    let next = text[end..].chars().next();
    let is_time_sign = |c: char| matches!(c, 'h' | 'H' | ':' | 'g');
    let ends_in_digit = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    match (before, next) {
        (_, Some(sign)) if is_time_sign(sign) && ends_in_digit(&text[end + 1..]) => Some(Class::Time),
        (_, Some('h')) if !text[end + 1..].starts_with(char::is_alphanumeric) => Some(Class::Time),
        (Some(sign), _)
            if is_time_sign(sign) && text[..start - 1].ends_with(|c: char| c.is_ascii_digit()) =>
        {
            Some(Class::Time)
        }
        (Some(letter), _) if letter.is_alphabetic() => Some(Class::Ordinal),
        (_, Some(letter)) if letter.is_alphabetic() && !is_unit_letter(&text[end..]) => Some(Class::Ordinal),
        (Some('-'), _) if text[..start - 1].ends_with(char::is_alphabetic) => Some(Class::Ordinal),
        _ => None,
    }
}

/// «5kg», «12ha»: a unit may stand at the digits.
fn is_unit_letter(rest: &str) -> bool {
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    COUNTED.are(&fold(&word))
}

fn is_address(text: &str, at: usize) -> bool {
    let (from, to) = word_at(text, at);
    let word = &text[from..to];
    ["@", "://", "www.", ".vn", ".org", ".com", "\\"].iter().any(|mark| word.contains(mark))
        || word.matches('.').count() > 2 && word.starts_with('0')
}

/// «15/3/2024», «3/2024», «30/4», «2-9»: digits between slashes, or hyphens behind «ngày».
fn is_part_of_date(text: &str, at: usize) -> bool {
    let is_inside = |c: char| c.is_ascii_digit() || matches!(c, '/' | '-');
    let from = text[..at]
        .rfind(|c: char| !is_inside(c))
        .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8));
    let to = text[at..].find(|c: char| !is_inside(c)).map_or(text.len(), |after| at + after);
    let word = text[from..to].trim_matches(['-', '/']);
    let parts = |sign: char| -> Option<Vec<u32>> { word.split(sign).map(|part| part.parse().ok()).collect() };
    let is_date = |parts: &[u32]| match parts {
        [day, month, year] => (1..=31).contains(day) && (1..=12).contains(month) && *year > 1800,
        [month, year] if *year > 1800 => (1..=12).contains(month),
        [day, month] => (1..=31).contains(day) && (1..=12).contains(month),
        _ => false,
    };
    if !is_inside(text[..at].chars().next_back().unwrap_or(' '))
        && !text[at..].chars().find(|c| !c.is_ascii_digit()).is_some_and(is_inside)
    {
        return false;
    }
    let slashes = word.contains('/').then(|| parts('/')).flatten().filter(|parts| is_date(parts));
    let is_fraction = || COUNTED.behind(&following(&text[to..])).is_some();
    if let Some(parts) = slashes {
        return parts.len() == 3 || parts.last().is_some_and(|last| *last > 1800) || !is_fraction();
    }
    // «1/10/2021-31/12/2025»
    if word.split('-').all(|day| {
        let parts: Option<Vec<u32>> = day.split('/').map(|part| part.parse().ok()).collect();
        day.contains('/') && parts.is_some_and(|parts| is_date(&parts))
    }) {
        return true;
    }
    let is_day = ends_with_any(&preceding(&text[..from]), &DAYS);
    is_day && parts('-').is_some_and(|parts| is_date(&parts))
}

/// Four digits of a year of our times.
pub fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.parse::<u16>().is_ok_and(|year| (1900..=2100).contains(&year))
}

/// «10 ngày», «03 tháng đầu năm», «17 giờ».
fn is_span(rest: &str, following: &str) -> bool {
    rest.starts_with(char::is_whitespace) && SPANS.behind(following).is_some()
}

/// «(7)», «1)», and «1.» that begins a text.
fn is_marker(text: &str, start: usize, end: usize) -> bool {
    let is_short = end - start <= 2 && text[start..end].bytes().all(|byte| byte.is_ascii_digit());
    let opens =
        text[..start].ends_with('(') && !text[..start].trim_end_matches('(').ends_with(char::is_alphanumeric);
    let begins = text[..start].trim().is_empty();
    let rest = &text[end..];
    // «quy định. 2. Yêu cầu»: a heading that was typed with its number.
    let behind = text[..start].trim_end().chars().next_back();
    let is_heading = rest.strip_prefix(". ").is_some_and(|rest| rest.starts_with(char::is_uppercase))
        && behind.is_none_or(|c| matches!(c, '.' | ':' | ';') || c.is_uppercase());
    let is_listed = begins && (rest.starts_with(") ") || rest.starts_with(". "));
    is_short && (is_heading || is_listed || opens && rest.starts_with(')') && !is_counted_behind(&rest[1..]))
}

/// «ba (03) xã».
fn is_counted_behind(rest: &str) -> bool {
    COUNTED.behind(&following(rest)).is_some()
}

/// What a figure is measured in.
pub fn measure(rest: &str) -> Measure {
    let following = following(rest);
    if following.starts_with('%') || PERCENT.behind(&following).is_some() {
        return Measure::Percent;
    }
    if POINTS.begin(&following) {
        return Measure::Points;
    }
    let Some(behind) = COUNTED.behind(&following) else { return Measure::None };
    let word = following[..following.len() - behind.len()].trim_end();
    // Money is counted in more than one word.
    if let Some(behind) = MONEY.behind(behind).filter(|_| THOUSANDS.are(word)) {
        return Measure::Word(following[..following.len() - behind.len()].trim_end().to_owned());
    }
    Measure::Word(word.to_owned())
}

/// The words behind a place, folded; as many as any list needs. A sign that divides ends them.
fn following(rest: &str) -> String {
    const LONGEST: usize = 24;
    let end = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at);
    fold(rest[..end].trim_start())
}

/// The words before a place, folded.
fn preceding(text: &str) -> String {
    const LONGEST: usize = 28;
    let from = text.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
    let words = text[from..].trim_end();
    fold(words.trim_end_matches(['(', '«', '“', '"', ':', '.']).trim_end())
}

fn ends_with_any(folded: &str, words: &Words) -> bool {
    ends_with(folded, words).is_some()
}

/// What stands before the listed word that ends a folded text.
fn ends_with<'t>(folded: &'t str, words: &Words) -> Option<&'t str> {
    words.before(folded)
}
