//! Which numbers of a paragraph were typed, and the sentence that each stands in.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::check::wording::{Paragraph, TextSubject};
use crate::vietnamese::numerals::{self, Class, Measure, Numeral};

/// Text that speaks of figures: sentences, headings, notes.
const COMPONENTS: &[&str] = &[
    "doan",
    "dieu",
    "dieu_tieu_de",
    "khoan",
    "khoan_tieu_de",
    "diem",
    "gach",
    "cong",
    "muc_thong_tin",
    "can_cu",
    "trich_yeu",
    "trich_yeu_cong_van",
    "trich_yeu_kem_theo",
    "bang_tieu_de",
    "bang_ghi_chu",
    "phu_luc_tieu_de",
    "phu_luc_ghi_chu",
];

/// A number, or a range of two, as typed.
#[derive(Debug, Clone)]
pub struct Typed {
    /// Its bytes in the paragraph.
    pub start: usize,
    pub end: usize,
    /// `None` where the points and commas make no number: «0.960».
    pub value: Option<Decimal>,
    /// The greater end of a range.
    pub upper: Option<Decimal>,
    pub measure: Measure,
    /// The bytes of its sentence.
    pub sentence: Range<usize>,
    /// Where the clause begins that leads to it: behind the number before it, else with the sentence.
    pub clause: usize,
}

impl Typed {
    /// The same number where what it is measured in does not matter but for a percent sign.
    pub fn unmeasured(&self) -> Self {
        let measure = match &self.measure {
            Measure::Word(_) => Measure::None,
            measure => measure.clone(),
        };
        Self { measure, ..self.clone() }
    }

    /// As it stands in the text, with a percent sign that follows.
    pub fn written<'t>(&self, text: &'t str) -> &'t str {
        let end = if text[self.end..].starts_with('%') { self.end + 1 } else { self.end };
        &text[self.start..end]
    }
}

/// Whether the rules look at a paragraph.
pub fn is_read(paragraph: &Paragraph<'_>) -> bool {
    COMPONENTS.contains(&paragraph.component)
}

/// The figures of a paragraph that no reference printed; those of one sentence stand together and in order.
pub fn typed(paragraph: &Paragraph<'_>) -> Vec<Typed> {
    let has_digits = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    let literal = paragraph.runs.iter().filter(|run| run.figure.is_none());
    if !literal.into_iter().any(|run| has_digits(&run.text)) {
        return Vec::new();
    }
    let text = paragraph.text.as_str();
    let found = paragraph.numerals();
    let mut typed: Vec<Typed> = Vec::new();
    let mut skip = false;
    for (at, numeral) in found.iter().enumerate() {
        if std::mem::take(&mut skip) || numeral.class != Class::Figure {
            continue;
        }
        let value = numeral.value;
        let upper = upper_end(text, numeral, found.get(at + 1));
        skip = upper.is_some();
        if TextSubject::is_figure(paragraph, numeral.start) {
            continue;
        }
        let end = if skip { found[at + 1].end } else { numeral.end };
        let sentence = sentence(text, numeral.start);
        let before = found[..at].iter().rev().find(|before| before.class == Class::Figure);
        let clause = before.map_or(sentence.start, |before| before.end.max(sentence.start));
        typed.push(Typed {
            start: numeral.start,
            end,
            value,
            upper,
            measure: numeral.measure.clone(),
            sentence,
            clause,
        });
    }
    typed
}

fn upper_end(text: &str, numeral: &Numeral, next: Option<&Numeral>) -> Option<Decimal> {
    let next = next.filter(|next| next.class == Class::Figure)?;
    let joins = numerals::joins(&text[numeral.end..next.start]);
    next.value.filter(|upper| joins && numeral.value.is_some_and(|value| value < *upper))
}

/// The sentence around a place: from a sign that ends one to the next.
pub fn sentence(text: &str, at: usize) -> Range<usize> {
    let ends = |(sign, c): (usize, char)| {
        let behind = &text[sign + c.len_utf8()..];
        let divides = matches!(c, '.' | ';' | '!' | '?' | '\n')
            && (behind.is_empty() || behind.starts_with(char::is_whitespace));
        divides.then_some(sign + c.len_utf8())
    };
    let start = text[..at].char_indices().rev().find_map(ends).unwrap_or(0);
    let end = text[at..].char_indices().find_map(|(sign, c)| ends((at + sign, c))).unwrap_or(text.len());
    start..end
}
