//! TXT003: a number in words is the number in digits beside it («4.990 hộ (bằng chữ: …)», «ba (03) xã»).
//!
//! Both may be typed or printed by a reference. Words in brackets count when nothing but a number, or a number and what is
//! counted, stands there; behind «bằng chữ» they always do.

use rust_decimal::Decimal;

use super::numbers::is_read;
use crate::check::wording::{Paragraph, TextSubject};
use crate::diag::{Findings, rules};
use crate::vietnamese::number;
use crate::vietnamese::numerals::{self, Class, Measure, Numeral};
use crate::vietnamese::text::fold;
use crate::vietnamese::words::read;

/// A number in words: its bytes, and what it says; `None` where the words behind «bằng chữ» make no number.
struct InWords {
    start: usize,
    end: usize,
    value: Option<Decimal>,
}

/// TXT003, for every figure of the text with words beside it.
pub fn against_digits(subject: &TextSubject<'_>, findings: &mut Findings) {
    for paragraph in subject.paragraphs.iter().filter(|paragraph| is_read(paragraph)) {
        if !paragraph.text.contains('(') && !paragraph.text.contains("chữ") {
            continue;
        }
        let numerals = paragraph.numerals();
        for (at, numeral) in numerals.iter().enumerate().filter(|(_, one)| one.class == Class::Figure) {
            let until = numerals.get(at + 1).map_or(paragraph.text.len(), |next| next.start);
            let behind = behind(&paragraph.text, numeral, until);
            let Some(in_words) = behind.or_else(|| before(&paragraph.text, numeral)) else { continue };
            judge(subject, paragraph, numeral, &in_words, findings);
        }
    }
}

fn judge(
    subject: &TextSubject<'_>,
    paragraph: &Paragraph<'_>,
    numeral: &Numeral,
    in_words: &InWords,
    findings: &mut Findings,
) {
    let text = paragraph.text.as_str();
    let Some(value) = numeral.value else { return };
    let fits = |said: Decimal| {
        said == value || scale(&numeral.measure).is_some_and(|scale| value.checked_mul(scale) == Some(said))
    };
    if in_words.value.is_some_and(fits) {
        return;
    }
    let (digits, words) = (&text[numeral.start..numeral.end], &text[in_words.start..in_words.end]);
    let said = in_words.value.map_or_else(
        || "không đọc được thành số".to_owned(),
        |said| format!("là {}", number::format(said.normalize())),
    );
    let figure = if TextSubject::is_figure(paragraph, numeral.start) { "" } else { "số hoặc " };
    findings.add(
        subject
            .finding(
                &rules::WORDS_AGAINST_DIGITS,
                paragraph,
                in_words.start,
                words,
                format!("số ghi {digits} mà chữ «{words}» {said}"),
            )
            .also(subject.place(paragraph, numeral.start, digits), format!("bằng số: {digits}"))
            .help(format!("sửa {figure}chữ cho khớp; chắc nhất là để chương trình đọc: {{{{ … | chu }}}}")),
    );
}

/// «triệu đồng» before the words of an amount in đồng.
fn scale(measure: &Measure) -> Option<Decimal> {
    let Measure::Word(word) = measure else { return None };
    [
        ("nghìn", 1_000_i64),
        ("ngàn", 1_000),
        ("triệu", 1_000_000),
        ("tỷ", 1_000_000_000),
        ("tỉ", 1_000_000_000),
    ]
    .iter()
    .find(|(name, _)| word.starts_with(&fold(name)))
    .map(|(_, scale)| Decimal::from(*scale))
}

/// Words behind the digits, before the next number: behind «bằng chữ», or all that a bracket holds.
fn behind(text: &str, numeral: &Numeral, until: usize) -> Option<InWords> {
    let between = &text[numeral.end..until];
    let sentence = between.find(". ").map_or(between, |end| &between[..end]);
    if let Some(from) = behind_label(sentence) {
        let rest = sentence[from..].trim_start_matches(|c: char| c == ':' || c.is_whitespace());
        let start = numeral.end + sentence.len() - rest.len();
        let rest = &rest[..rest.find([')', ';']).unwrap_or(rest.len())];
        // «năm chăm chín mươi hộ» is no 5: what follows a number is what is counted.
        let said = read(rest).filter(|said| {
            let behind = rest[length(rest, said.words)..].trim_start();
            behind.is_empty() || behind.starts_with(['.', ',', '%']) || numerals::is_counted(behind)
        });
        let length = said.map_or(rest.trim_end().len(), |said| length(rest, said.words));
        return Some(InWords { start, end: start + length, value: said.map(|said| said.value) });
    }
    let opens = sentence.find('(')?;
    let content = &sentence[opens + 1..];
    let content = &content[..content.find(')')?];
    // Only what is counted may stand between: «4.990 hộ nghèo (…)».
    if sentence[..opens].split_whitespace().count() > 4 || sentence[..opens].contains([',', ';']) {
        return None;
    }
    let said = read(content)?;
    let rest = content[length(content, said.words)..].trim();
    let is_counted = match &numeral.measure {
        Measure::Word(word) => fold(rest).starts_with(word.as_str()),
        Measure::Percent | Measure::Points => matches!(rest, "%" | "phần trăm"),
        Measure::None => false,
    };
    let start = numeral.end + opens + 1;
    let end = start + length(content, said.words);
    (rest.is_empty() || is_counted).then_some(InWords { start, end, value: Some(said.value) })
}

/// Where the words begin that stand behind «bằng chữ», in whatever case it is written. Found letter by letter: a text may
/// be longer or shorter in small letters.
fn behind_label(sentence: &str) -> Option<usize> {
    const LABEL: &str = "bằng chữ";
    let length = LABEL.chars().count();
    sentence.match_indices(['b', 'B']).find_map(|(at, _)| {
        let behind = sentence[at..].char_indices().nth(length).map_or(sentence.len(), |(end, _)| at + end);
        let is_label = sentence[at..behind].chars().flat_map(char::to_lowercase).eq(LABEL.chars());
        is_label.then_some(behind)
    })
}

/// «ba (03) xã»: the longest run of number words before a bracket that holds the digits alone.
fn before(text: &str, numeral: &Numeral) -> Option<InWords> {
    let rest = text[..numeral.start].strip_suffix('(')?.trim_end();
    if !text[numeral.end..].starts_with(')') {
        return None;
    }
    let starts: Vec<usize> = rest
        .char_indices()
        .filter(|(at, c)| {
            !c.is_whitespace() && rest[..*at].chars().next_back().is_none_or(char::is_whitespace)
        })
        .map(|(at, _)| at)
        .collect();
    let mut longest = starts.iter().rev().take(16).filter_map(|start| {
        let words = &rest[*start..];
        let said = read(words).filter(|said| said.words == words.split_whitespace().count())?;
        Some(InWords { start: *start, end: rest.len(), value: Some(said.value) })
    });
    longest.next_back()
}

/// How long so many words of a text are, without the sign behind the last one.
fn length(text: &str, words: usize) -> usize {
    let mut rest = text;
    for _ in 0..words {
        rest = rest.trim_start();
        rest = &rest[rest.find(char::is_whitespace).unwrap_or(rest.len())..];
    }
    text[..text.len() - rest.len()].trim_end_matches([')', '.', ',', ';', ':']).len()
}
