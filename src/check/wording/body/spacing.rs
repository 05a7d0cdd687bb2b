//! WRD030: doubled blanks and blanks on the wrong side of a sign.
//!
//! Offices' practice, so a warning. What may be a number, a time, an address or an abbreviation is left alone: «1.234,5»,
//! «2-9», «TP.HCM», «30/2020/NĐ-CP», «./.», «…», addresses of sites and of mail. Blanks that a clerk doubles in one value
//! are made one when it is read; what doubles them is a form, or two values that meet.

use super::prose::in_address;
use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;

pub const RULE: TextRule = TextRule { rule: &rules::SPACING, rows: &[], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    for paragraph in &subject.paragraphs {
        let mut reported = 0;
        for (at, words, what) in faults(paragraph) {
            // One slip of the pen is told once, and a paragraph full of them not forever.
            const MOST: usize = 3;
            reported += 1;
            if reported > MOST {
                break;
            }
            let message = format!("{what}: «{words}»");
            let finding = subject.finding(&rules::SPACING, paragraph, at, words, message);
            judge.remark(finding.help(rules::SPACING.mend));
        }
    }
}

/// Where a fault stands, the words around it, and what it is.
fn faults<'p>(paragraph: &'p Paragraph<'_>) -> Vec<(usize, &'p str, &'static str)> {
    let text = paragraph.text.as_str();
    let mut faults = Vec::new();
    let mut before = ('\0', '\0');
    let mut signs = text.char_indices().peekable();
    while let Some((at, c)) = signs.next() {
        let next = signs.peek().map_or('\0', |(_, next)| *next);
        let rest = &text[at + c.len_utf8()..];
        let what = match c {
            ' ' if next == ' ' && before.0 != ' ' && !beside_nothing(paragraph, at) => {
                Some("hai dấu cách liền nhau")
            }
            ' ' if is_closing(next) && !is_ellipsis(rest) && before.0 != '\0' => {
                Some("dấu cách đứng trước dấu câu")
            }
            '(' | '[' | '«' | '“' if next == ' ' => Some("dấu cách đứng sau dấu mở ngoặc"),
            ',' | ';' | ':' | '!' | '?'
                if (before.0.is_alphabetic()
                    || c == ',' && matches!(before.0, '0'..='9' | '%' | ')' | '»'))
                    && next.is_alphabetic()
                    && !in_address(text, at) =>
            {
                Some("thiếu dấu cách sau dấu câu")
            }
            '.' if glued(before, rest) && !in_address(text, at) => Some("thiếu dấu cách sau dấu chấm"),
            ',' | ';' | ':' if matches!(next, ',' | ';' | ':') || next == '.' && !is_ellipsis(rest) => {
                Some("hai dấu câu liền nhau")
            }
            '.' if next == '.'
                && before.0 != '.'
                && !is_ellipsis(&text[at..])
                && !rest.starts_with("./.") =>
            {
                Some("hai dấu câu liền nhau")
            }
            '.' if matches!(next, ';' | ',') && before.0.is_lowercase() && before.1.is_lowercase() => {
                Some("hai dấu câu liền nhau")
            }
            _ => None,
        };
        if let Some(what) = what {
            let words = around(text, at);
            faults.push((at - (at - words.0), &text[words.0..words.1], what));
        }
        before = (c, before.0);
    }
    faults
}

/// A sign before which no blank stands. A point may begin a figure or a file's ending; it is left to the others.
fn is_closing(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '!' | '?' | ')' | ']' | '»' | '”')
}

fn is_ellipsis(text: &str) -> bool {
    text.starts_with("...") || text.starts_with("./.") || text.starts_with('…')
}

/// «nghèo.Các»: a small word, a point, a sentence; not «TP.HCM», «v.v», «Th.S».
fn glued(before: (char, char), rest: &str) -> bool {
    let mut after = rest.chars();
    before.0.is_lowercase()
        && before.1.is_lowercase()
        && after.next().is_some_and(char::is_uppercase)
        && after.next().is_some_and(char::is_lowercase)
}

/// A blank beside a figure that prints nothing: the cell is blank, the sentence is not at fault.
fn beside_nothing(paragraph: &Paragraph<'_>, at: usize) -> bool {
    let mut ends = 0;
    paragraph.runs.iter().any(|run| {
        ends += run.text.len();
        run.text.is_empty() && ends.abs_diff(at) <= 1
    })
}

/// The word before and after a place.
fn around(text: &str, at: usize) -> (usize, usize) {
    let begins = text[..at]
        .trim_end()
        .rfind(char::is_whitespace)
        .map_or(0, |blank| blank + text[blank..].chars().next().map_or(1, char::len_utf8));
    let after = text[at..].find(|c: char| c.is_alphanumeric()).map_or(text.len(), |word| at + word);
    let ends = text[after..].find(char::is_whitespace).map_or(text.len(), |blank| after + blank);
    (begins, ends)
}
