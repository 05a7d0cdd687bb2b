//! WRD051: capitals when parts of an act are cited (nd30.md §3 row 21): Phần, Chương, Mục, Tiểu mục, Điều; khoản, điểm in
//! small letters, except where they begin a sentence.
//!
//! A small «điều», «mục» is judged only where it surely cites: before a Roman number, or behind a cited clause.

use super::super::prose::{Standing, Word};
use super::super::spelled::wrong;
use super::super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;
use crate::vietnamese::text::{capitalise_first, lower_first};

const ROW: Row = Row::Capitals(21);

pub const RULE: TextRule = TextRule { rule: &rules::CAPITALS_CITED, rows: &[ROW], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(ROW);
    for (place, (paragraph, words)) in subject.paragraphs.iter().zip(subject.prose()).enumerate() {
        let text = paragraph.text.as_str();
        for (at, word) in words.iter().enumerate() {
            let Some(cited) = cited(text, words, at) else { continue };
            if word.quoted {
                continue;
            }
            let written = &text[word.start..word.end];
            // «THEO KHOẢN 2» in capitals says nothing of the case of «khoản».
            if written.chars().all(char::is_uppercase) {
                continue;
            }
            let is_capital = written.starts_with(char::is_uppercase);
            let holds = match cited {
                Part::Small => !is_capital || word.standing != Standing::Inside,
                Part::Great => is_capital,
            };
            if holds {
                judge.holds(ROW);
            } else {
                let wanted = if is_capital { lower_first(written) } else { capitalise_first(written) };
                wrong(subject, judge, &rules::CAPITALS_CITED, ROW, (place, word.start, word.end), &wanted);
            }
        }
    }
}

enum Part {
    /// khoản, điểm
    Small,
    /// Phần, Chương, Mục, Điều
    Great,
}

/// Whether the word at a place cites a part of an act.
fn cited(text: &str, words: &[Word], at: usize) -> Option<Part> {
    let (word, next) = (&words[at], words.get(at + 1)?);
    // Citations that the program writes keep their words together by no-break blanks.
    if !matches!(&text[word.end..next.start], " " | "\u{a0}") {
        return None;
    }
    let number = &text[next.start..next.end];
    // «Khoản 281» is a code of the budget.
    let is_arabic = number.len() < 3 && number.bytes().all(|b| b.is_ascii_digit());
    let is_roman = number.chars().all(|c| "IVX".contains(c)) && !is_in_word(words, at);
    let is_written_great = text[word.start..].starts_with(char::is_uppercase);
    match word.key.as_str() {
        "khoản" if is_arabic => Some(Part::Small),
        // «điểm a khoản 1», «điểm đ Điều 4»: a letter alone may be a name («Điểm A»).
        "điểm" => {
            let is_letter = number.chars().count() == 1 && number.chars().all(char::is_lowercase);
            let after = words.get(at + 2)?;
            (is_letter && matches!(after.key.as_str(), "khoản" | "điều" | "mục")).then_some(Part::Small)
        }
        "chương" | "phần" | "mục" if is_roman => Some(Part::Great),
        "điều" if is_arabic && (is_written_great || is_behind_clause(words, at)) => Some(Part::Great),
        _ => None,
    }
}

/// «danh mục I», «học phần II», «tiểu mục I»: the syllable belongs to another word.
fn is_in_word(words: &[Word], at: usize) -> bool {
    const FIRST: &[&str] =
        &["danh", "hạng", "đề", "chuyên", "học", "thành", "khẩu", "cổ", "tài", "bưu", "tiểu", "văn"];
    at.checked_sub(1).is_some_and(|before| FIRST.contains(&words[before].key.as_str()))
}

/// «khoản 2 điều 5», «điểm a điều 5».
fn is_behind_clause(words: &[Word], at: usize) -> bool {
    at.checked_sub(2).is_some_and(|from| matches!(words[from].key.as_str(), "khoản" | "điểm"))
        && words[at].standing == Standing::Inside
}
