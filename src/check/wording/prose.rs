//! Running text as words: where each stands in its sentence, and whether it is quoted.
//!
//! Many rules ask the same of every word, so the words are made once for a document.

use super::Paragraph;
use crate::model::capitals::Capitals;
use crate::vietnamese::text::{is_word_sign, word_key};

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It begins a sentence.
    First,
    /// It may begin one: after a colon, a bracket, an abbreviation. Both cases of its first letter pass.
    Free,
    Inside,
}

/// One word: letters and digits without a sign between them.
#[derive(Debug)]
pub struct Word {
    pub start: usize,
    pub end: usize,
    /// In lower case, with the tone mark in one place.
    pub key: String,
    pub standing: Standing,
    /// Between quotation marks: a title or somebody else's words.
    pub quoted: bool,
}

/// The words of one paragraph; none where its text is set in capitals or is no running text.
pub fn words(paragraph: &Paragraph<'_>, capitals: &Capitals) -> Vec<Word> {
    let text = paragraph.text.as_str();
    let mut words: Vec<Word> = Vec::new();
    let mut quotes = 0_usize;
    let mut straight = false;
    let mut from = 0;
    let mut rest = text;
    while let Some(begins) = rest.find(is_word_sign) {
        let gap = &rest[..begins];
        for c in gap.chars() {
            match c {
                '«' | '“' => quotes += 1,
                '»' | '”' => quotes = quotes.saturating_sub(1),
                '"' => straight = !straight,
                _ => {}
            }
        }
        let standing = match words.last() {
            None => opening(paragraph, gap),
            Some(before) => after(&text[before.start..before.end], &before.key, gap, capitals),
        };
        let start = from + begins;
        let word = &text[start..];
        let length = word.find(|c| !is_word_sign(c)).unwrap_or(word.len());
        let end = start + length;
        let quoted = quotes > 0 || straight;
        words.push(Word { start, end, key: word_key(&text[start..end]), standing, quoted });
        from = end;
        rest = &text[end..];
    }
    words
}

/// The first word begins a sentence unless the label before it already did («Tới dự», «Chủ trì:»).
fn opening(paragraph: &Paragraph<'_>, gap: &str) -> Standing {
    let goes_on =
        paragraph.label.chars().filter(|c| c.is_alphabetic()).count() > 1 && !paragraph.label.ends_with('.');
    if goes_on || !gap.trim().is_empty() { Standing::Free } else { Standing::First }
}

/// How the signs between two words divide them.
fn after(word: &str, key: &str, gap: &str, capitals: &Capitals) -> Standing {
    if gap == " " {
        return Standing::Inside;
    }
    let signs = gap.trim_start();
    let is_abbreviation = || {
        word.chars().count() == 1
            || word.chars().all(|c| c.is_ascii_digit())
            || word.chars().skip(1).any(char::is_uppercase)
            || capitals.abbreviations.iter().any(|abbreviation| abbreviation == key)
    };
    let ends =
        |sign: char| signs.strip_prefix(sign).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    if ends('!') || ends('?') || ends('.') && !is_abbreviation() {
        return Standing::First;
    }
    let divides = |c: char| {
        matches!(
            c,
            '.' | ':' | ';' | '!' | '?' | '(' | '[' | '«' | '“' | '"' | '–' | '—' | '/' | '…' | '\n' | '+'
        )
    };
    if gap.contains(divides) || gap.contains(" - ") { Standing::Free } else { Standing::Inside }
}

/// Whether a place of a text lies in an address of a site or of mail, or in a file's name.
pub fn in_address(text: &str, at: usize) -> bool {
    let (from, to) = token(text, at);
    let token = &text[from..to];
    token.contains('@')
        || token.contains("://")
        || token.contains("www.")
        || token.contains(".org")
        || token.contains(".vn")
        || token.contains('\\')
}

fn token(text: &str, at: usize) -> (usize, usize) {
    let before = text[..at].chars().rev().take_while(|c| !c.is_whitespace()).map(char::len_utf8);
    let from = at - before.sum::<usize>();
    let to = text[at..].find(char::is_whitespace).map_or(text.len(), |blank| at + blank);
    (from, to.max(from))
}
