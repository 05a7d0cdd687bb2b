//! Numbers in figures: a dot between thousands, a comma before decimals.
//!
//! - Holds: writing a `Decimal` («13.342», «7,97») and reading one as a clerk types it.
//! - In and out: `Decimal` in, text out; text in, `Decimal` or `NotANumber` out.
//! - Never here: units, percent scale, floats, the place where the text stood (the caller adds it).
//! - Why: «2.90» has two readings, and a tool that guesses one of them prints a wrong plan.

use std::error::Error;
use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};

use super::text;

/// Why a text is not a number, e.g. «2.90» in a column of households.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotANumber {
    /// Nothing is written, or only blanks.
    Empty,
    /// Letters, a lone dash, a range such as «950-1050».
    NotNumeric { text: String },
    /// One dot that does not set off thousands: «2.90» is 2,90 or 290.
    AmbiguousSeparator { text: String, as_decimal: String, as_whole: String },
    /// Commas between thousands, as in «1,234.5»; `vietnamese` is how it should be written.
    EnglishSeparators { text: String, vietnamese: String },
    /// Groups that are not of three digits, as in «1.23.456» or «12 34».
    BadGroups { text: String },
    /// More digits than can be held exactly (28).
    TooLong { text: String },
}

impl fmt::Display for NotANumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "còn trống, chưa có số"),
            Self::NotNumeric { text } => write!(f, "«{text}» không phải là một số"),
            Self::AmbiguousSeparator { text, as_decimal, as_whole } => {
                write!(f, "dấu chấm trong «{text}» hiểu được hai cách: {as_decimal} hoặc {as_whole}")
            }
            Self::EnglishSeparators { text, vietnamese } => {
                write!(f, "«{text}» dùng dấu kiểu tiếng Anh; viết là «{vietnamese}»")
            }
            Self::BadGroups { text } => {
                write!(f, "«{text}» không chia đúng từng nhóm ba chữ số")
            }
            Self::TooLong { text } => write!(f, "«{text}» có quá nhiều chữ số"),
        }
    }
}

impl Error for NotANumber {}

/// Writes the value with the decimals it has: 13342 → «13.342», 6.10 → «6,10».
pub fn format(value: Decimal) -> String {
    render(value, 0)
}

/// Writes the value with exactly `decimals` decimals, half away from zero: 0.125 → «0,13».
pub fn format_scaled(value: Decimal, decimals: u32) -> String {
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    render(rounded, decimals)
}

/// Writes whole numbers from 1 to 9 with a zero before them, as «Số: 04» wants; others as `format`.
pub fn leading_zero(value: Decimal) -> String {
    if value.is_integer() && value >= Decimal::ONE && value < Decimal::TEN {
        format!("0{}", value.normalize())
    } else {
        format(value)
    }
}

/// A way to read a number.
pub type Reader = fn(&str) -> Result<Decimal, NotANumber>;

/// Reads a rate: a lone point may stand before its decimals, so that «7.970» is 7,97 as well as 7970.
pub fn parse_rate(typed: &str) -> Result<Decimal, NotANumber> {
    let value = parse(typed)?;
    let figure: String =
        to_ascii(typed).chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    if figure.matches('.').count() != 1 || figure.contains(',') {
        return Ok(value);
    }
    Err(why_not(&figure, value.is_sign_negative(), typed.trim()))
}

/// Reads a number that must be whole: «2,900» is 2900 there, with commas between thousands as in English.
pub fn parse_whole(typed: &str) -> Result<Decimal, NotANumber> {
    let ascii = to_ascii(typed);
    let groups: Vec<&str> = ascii.trim_start_matches(['-', '+']).split(',').collect();
    let is_digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = groups.len() > 1
        && (1..=3).contains(&groups[0].len())
        && !groups[0].starts_with('0')
        && groups[1..].iter().all(|group| group.len() == 3)
        && groups.iter().all(is_digits);
    if is_grouped { parse(&ascii.replace(',', ".")) } else { parse(typed) }
}

/// Reads a number as offices type it: «2.900», «7,97%», «1 234», «-5», «'12».
pub fn parse(typed: &str) -> Result<Decimal, NotANumber> {
    let typed = typed.trim();
    let ascii = to_ascii(typed);
    let unquoted = ascii.strip_prefix(text::APOSTROPHES).unwrap_or(&ascii).trim_start();
    if unquoted.is_empty() {
        return Err(NotANumber::Empty);
    }
    let without_percent = unquoted.strip_suffix('%').unwrap_or(unquoted).trim_end();
    let (is_negative, figure) = match without_percent.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, without_percent.strip_prefix('+').unwrap_or(without_percent)),
    };
    let has_digit_at = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ');
    if !has_digit_at(figure.chars().next())
        || !has_digit_at(figure.chars().next_back())
        || !figure.chars().all(allowed)
    {
        return Err(NotANumber::NotNumeric { text: typed.into() });
    }
    let plain = match plain_digits(figure) {
        Some(plain) => plain,
        None => return Err(why_not(figure, is_negative, typed)),
    };
    exact(&plain, is_negative).ok_or_else(|| NotANumber::TooLong { text: typed.into() })
}

fn render(value: Decimal, least_decimals: u32) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::with_capacity(text.len() + 8);
    if value.is_sign_negative() && !value.is_zero() {
        out.push('-');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    let width = least_decimals as usize;
    if !fraction.is_empty() || width > 0 {
        out.push(',');
        out.push_str(&format!("{fraction:0<width$}"));
    }
    out
}

/// One ASCII sign for each of its look-alikes. A line break stays: two lines in a cell are two numbers.
fn to_ascii(text: &str) -> String {
    text.trim()
        .chars()
        .filter(|c| !matches!(c, '\u{200B}'..='\u{200D}' | '\u{FEFF}'))
        .map(|c| match c {
            '\u{A0}' | '\u{202F}' | '\u{2007}' | '\u{2009}' => ' ',
            // Minus sign, and the dash that Word puts for a typed hyphen.
            '\u{2212}' | '\u{2013}' => '-',
            // Full-width digits and signs lie at a fixed distance from ASCII.
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            other => other,
        })
        .collect::<String>()
        .trim()
        .to_owned()
}

/// «1.234,5» → «1234.5»; `None` if the separators do not stand as Vietnamese writing has them.
fn plain_digits(figure: &str) -> Option<String> {
    let (whole, fraction) = match figure.split_once(',') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (figure, None),
    };
    let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let separator = if whole.contains(' ') { ' ' } else { '.' };
    let groups: Vec<&str> = whole.split(separator).collect();
    let grouped = groups[0].len() <= 3
        && !groups[0].starts_with('0')
        && groups[1..].iter().all(|group| group.len() == 3);
    if !groups.iter().all(|group| all_digits(group)) || (groups.len() > 1 && !grouped) {
        return None;
    }
    match fraction {
        Some(fraction) if all_digits(fraction) => Some(format!("{}.{fraction}", groups.concat())),
        Some(_) => None,
        None => Some(groups.concat()),
    }
}

fn why_not(figure: &str, is_negative: bool, typed: &str) -> NotANumber {
    let text = typed.to_owned();
    let dots = figure.matches('.').count();
    if dots == 1 && !figure.contains([',', ' ']) {
        let as_decimal = exact(figure, is_negative);
        let as_whole = exact(&figure.replace('.', ""), is_negative);
        return match (as_decimal, as_whole) {
            (Some(as_decimal), Some(as_whole)) => NotANumber::AmbiguousSeparator {
                text,
                as_decimal: format(as_decimal),
                as_whole: format(as_whole),
            },
            _ => NotANumber::TooLong { text },
        };
    }
    if figure.contains(' ') {
        return NotANumber::BadGroups { text };
    }
    let swapped: String = figure
        .chars()
        .map(|c| match c {
            '.' => ',',
            ',' => '.',
            other => other,
        })
        .collect();
    match plain_digits(&swapped).and_then(|plain| exact(&plain, is_negative)) {
        Some(value) => NotANumber::EnglishSeparators { text, vietnamese: format(value) },
        None => NotANumber::BadGroups { text },
    }
}

fn exact(plain: &str, is_negative: bool) -> Option<Decimal> {
    let value = Decimal::from_str_exact(plain).ok()?;
    Some(if is_negative && !value.is_zero() { -value } else { value })
}

#[cfg(test)]
mod tests;
