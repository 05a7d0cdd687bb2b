//! Targets that are no single number: «1,58 - 1,60%», «từ 6 đến 7», «trên 20», «80 trở lên».
//!
//! - Holds: reading such a target as a clerk types it, writing it in the same words, in figures or in number words.
//! - In and out: text in, `Typed` or `NotARange` out; a `Range` and the way to write one number in, text out.
//! - Never here: units, columns, a lone number (that is `number`), what the target means for a sum.
//! - Why: «trên 20» is not 20; a tool that drops the word prints another target than the one that was set.

use std::error::Error;
use std::fmt;

use rust_decimal::Decimal;

use super::number::{self, NotANumber};
use super::text::{clean, fold};

/// A target between two ends, or with one end open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// With the decimals that were typed; `None` for «dưới 5».
    pub min: Option<Decimal>,
    /// `None` for «trên 20».
    pub max: Option<Decimal>,
    wording: Wording,
}

/// The words around the figures, as the clerk chose them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wording {
    before: &'static str,
    join: Join,
    after: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    Dash,
    To,
}

/// How offices write the dash of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dash {
    /// «6 - 7»
    #[default]
    Spaced,
    /// «6-7»
    Close,
}

/// A range as it stood in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed {
    pub range: Range,
    /// Whether a percent sign was typed, at either end.
    pub has_percent: bool,
}

/// Why a text is not a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotARange {
    /// Nothing in it is like a range: the text is to be judged as a number.
    NoRange,
    /// It has the words of a range around something that is no number, e.g. «trên hai chục».
    BadEnd(NotANumber),
    /// «1.58 - 1.60» is 1,58 - 1,60 or 158 - 160.
    Ambiguous { text: String, as_decimal: String, as_whole: String },
    /// «7 - 6» or «6 - 6».
    Reversed { text: String, is_equal: bool },
}

impl fmt::Display for NotARange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRange => write!(f, "không phải là một khoảng"),
            Self::BadEnd(bad) => bad.fmt(f),
            Self::Ambiguous { text, as_decimal, as_whole } => {
                write!(f, "dấu chấm trong «{text}» hiểu được hai cách: {as_decimal} hoặc {as_whole}")
            }
            Self::Reversed { text, is_equal: true } => write!(f, "khoảng «{text}» có hai đầu bằng nhau"),
            Self::Reversed { text, is_equal: false } => {
                write!(f, "khoảng «{text}» có đầu lớn đứng trước đầu nhỏ")
            }
        }
    }
}

impl Error for NotARange {}

/// Which end the words give.
#[derive(Clone, Copy)]
enum End {
    Min,
    Max,
}

/// The words of an open bound, around the figure. What begins alike stands with the longer one first.
const BOUNDS: &[(&str, &str, End)] = &[
    ("từ", "trở lên", End::Min),
    ("từ", "trở xuống", End::Max),
    ("", "trở lên", End::Min),
    ("", "trở xuống", End::Max),
    ("trên", "", End::Min),
    ("hơn", "", End::Min),
    ("ít nhất", "", End::Min),
    ("tối thiểu", "", End::Min),
    ("không dưới", "", End::Min),
    ("không ít hơn", "", End::Min),
    ("dưới", "", End::Max),
    ("không quá", "", End::Max),
    ("không vượt quá", "", End::Max),
    ("không trên", "", End::Max),
    ("tối đa", "", End::Max),
    ("nhiều nhất", "", End::Max),
];

/// The hyphen and the dashes that Word and phones put in its place.
const DASHES: [char; 6] = ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}', '\u{2212}'];

/// Reads «1,58 - 1,60», «6-7%», «từ 6 đến 7», «trên 20», «từ 20 trở lên» and their like.
pub fn parse(typed: &str) -> Result<Typed, NotARange> {
    parse_with(typed, number::parse)
}

/// The same, each end read by `read`.
pub fn parse_with(typed: &str, read: number::Reader) -> Result<Typed, NotARange> {
    let cleaned = clean(typed);
    let text = cleaned.strip_prefix(super::text::APOSTROPHES).unwrap_or(&cleaned).trim();
    let mut bad_end = None;
    for (before, after, end) in BOUNDS {
        let Some(figure) = between(text, before, after) else { continue };
        match read(figure) {
            Ok(value) => {
                let (min, max) = match end {
                    End::Min => (Some(value), None),
                    End::Max => (None, Some(value)),
                };
                let wording = Wording { before, join: Join::Dash, after };
                return Ok(Typed { range: Range { min, max, wording }, has_percent: figure.ends_with('%') });
            }
            // «từ 20 trở lên» may also be read as «… trở lên» around «từ 20»: the longer words count.
            Err(bad) => bad_end = bad_end.or(Some(bad)),
        }
    }
    if let Some(bad) = bad_end {
        return Err(NotARange::BadEnd(bad));
    }
    let (before, inner) = match after_word(text, "từ") {
        Some(inner) => ("từ", inner),
        None => ("", text),
    };
    match ends(inner) {
        Some((left, join, right)) => closed(text, (left, right), Wording { before, join, after: "" }, read),
        None if before.is_empty() => Err(NotARange::NoRange),
        // «từ 20» alone does not say whether there is an upper end.
        None => Err(NotARange::BadEnd(NotANumber::NotNumeric { text: text.to_owned() })),
    }
}

/// Two ends that are dashes or «đến» apart; a dash before the first figure is its sign.
fn ends(text: &str) -> Option<(&str, Join, &str)> {
    for (at, _) in text.char_indices().filter(|(_, c)| c.is_whitespace()) {
        if let Some(right) = after_word(text[at..].trim_start(), "đến") {
            return Some((&text[..at], Join::To, right));
        }
    }
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let (first, last) = (text.find(is_digit)?, text.rfind(is_digit)?);
    text.match_indices(DASHES)
        .find(|(at, _)| first < *at && *at < last)
        .map(|(at, dash)| (text[..at].trim_end(), text[at + dash.len()..].trim_start()))
        .map(|(left, right)| (left, Join::Dash, right))
}

fn closed(
    text: &str,
    (left, right): (&str, &str),
    wording: Wording,
    read: number::Reader,
) -> Result<Typed, NotARange> {
    let has_percent = left.ends_with('%') || right.ends_with('%');
    let range = |min: Decimal, max: Decimal| Range { min: Some(min), max: Some(max), wording };
    match (read(left), read(right)) {
        (Ok(min), Ok(max)) if min < max => Ok(Typed { range: range(min, max), has_percent }),
        (Ok(min), Ok(max)) => Err(NotARange::Reversed { text: text.to_owned(), is_equal: min == max }),
        (
            Err(NotANumber::AmbiguousSeparator { as_decimal: a, as_whole: c, .. }),
            Err(NotANumber::AmbiguousSeparator { as_decimal: b, as_whole: d, .. }),
        ) => Err(NotARange::Ambiguous {
            text: text.to_owned(),
            as_decimal: format!("{a} - {b}"),
            as_whole: format!("{c} - {d}"),
        }),
        (Err(bad), _) | (_, Err(bad)) => Err(NotARange::BadEnd(bad)),
    }
}

/// What stands between the two words, in whatever case and with whichever place of the tone mark.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let inner = if before.is_empty() { text } else { after_word(text, before)? };
    if after.is_empty() {
        return Some(inner);
    }
    // As many words from the end as there are in `after`: to try every place would make a long cell slow.
    let blanks = inner.char_indices().filter(|(_, c)| c.is_whitespace());
    let (at, _) = blanks.rev().nth(after.split(' ').count() - 1)?;
    (fold(&inner[at..]) == fold(after)).then(|| inner[..at].trim_end())
}

/// What follows the word at the beginning of a text.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let end = text
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(at, _)| at)
        .nth(word.split(' ').count() - 1)?;
    (fold(&text[..end]) == fold(word)).then(|| text[end..].trim_start())
}

impl Range {
    /// A range between two ends that was computed and not typed.
    pub fn between(min: Decimal, max: Decimal) -> Self {
        Self { min: Some(min), max: Some(max), wording: Wording { before: "", join: Join::Dash, after: "" } }
    }

    /// The range with every end changed; its words stay.
    pub fn try_map<E>(self, change: &dyn Fn(Decimal) -> Result<Decimal, E>) -> Result<Self, E> {
        let (min, max) = (self.min.map(change).transpose()?, self.max.map(change).transpose()?);
        Ok(Self { min, max, ..self })
    }

    /// The ends that are there.
    pub fn ends(&self) -> impl Iterator<Item = Decimal> {
        [self.min, self.max].into_iter().flatten()
    }

    /// The range in its words, each figure written by `figure`; `sign` (a percent sign or nothing) follows the last one.
    pub fn print(&self, dash: Dash, sign: &str, figure: &dyn Fn(Decimal) -> String) -> String {
        let Wording { before, join, after } = self.wording;
        let figures: Vec<String> = self.ends().map(figure).collect();
        let figures = figures.join(match (join, dash) {
            (Join::To, _) => " đến ",
            (Join::Dash, Dash::Spaced) => " - ",
            (Join::Dash, Dash::Close) => "-",
        });
        wrapped(before, &format!("{figures}{sign}"), after)
    }

    /// The range with its figures read out; a dash is read «đến». `None` where a figure cannot be read.
    pub fn in_words(&self, figure: &dyn Fn(Decimal) -> Option<String>) -> Option<String> {
        let Wording { before, after, .. } = self.wording;
        let figures: Vec<String> = self.ends().map(figure).collect::<Option<_>>()?;
        let before = if figures.len() == 2 { "từ" } else { before };
        Some(wrapped(before, &figures.join(" đến "), after))
    }

    /// Whether both ends are whole numbers: only then may a figure take a zero before it.
    pub fn is_whole(&self) -> bool {
        self.ends().all(|end| end.scale() == 0)
    }
}

fn wrapped(before: &str, middle: &str, after: &str) -> String {
    [before, middle, after].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
