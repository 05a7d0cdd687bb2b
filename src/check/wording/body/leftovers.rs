//! WRD031: sample text that nobody replaced: «…», «[tên]», «<tên>», «xxx», «Nguyễn Văn A», «Lê Thị H».
//!
//! A draft may have open places. An ellipsis counts where it stands for a missing word («giảm … hộ»), not after a
//! listing («A, B, …»); square brackets count around words, not around numbers. The blanks that a form prints for a
//! number or a date are no-break blanks and never come into question.

use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::document::Status;
use crate::vietnamese::text::beginning;

pub const RULE: TextRule = TextRule { rule: &rules::LEFTOVERS, rows: &[], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    if subject.checked.document().identity.status == Status::Draft {
        return;
    }
    let samples = subject.norm.texts(&["chu_mau"]).collect::<Vec<_>>();
    for paragraph in &subject.paragraphs {
        let text = paragraph.text.as_str();
        let sample = whole(text, &samples);
        let found = [
            sample,
            ellipsis(text),
            enclosed(text, '[', ']'),
            enclosed(text, '<', '>'),
            crosses(text),
            lettered(text),
        ];
        for (at, words) in found.into_iter().flatten() {
            let message = format!("còn chữ mẫu «{}» chưa thay", beginning(words));
            let finding = subject.finding(&rules::LEFTOVERS, paragraph, at, words, message);
            judge.remark(finding.help(rules::LEFTOVERS.mend));
        }
    }
}

/// The first place where one of the samples stands whole.
fn whole<'t>(text: &'t str, samples: &[&str]) -> Option<(usize, &'t str)> {
    let mut from = 0;
    loop {
        let rest = &text[from..];
        let found = samples.iter().find(|sample| {
            rest.starts_with(**sample) && !rest[sample.len()..].starts_with(char::is_alphanumeric)
        });
        if let Some(sample) = found {
            return Some((from, &rest[..sample.len()]));
        }
        // On to the next word, and past what opens it.
        from += rest.find([' ', '(', '«', '“', '\u{a0}'])?;
        from += text[from..].chars().next().map_or(1, char::len_utf8);
    }
}

/// Dots that stand for a word, or a row of more than three.
fn ellipsis(text: &str) -> Option<(usize, &str)> {
    let mut from = 0;
    while let Some(begins) = text[from..].find(['…', '.']).map(|at| from + at) {
        let length = text[begins..].find(|c: char| !matches!(c, '…' | '.')).unwrap_or(text.len() - begins);
        let dots = &text[begins..begins + length];
        from = begins + length;
        let is_ellipsis = dots.contains('…') || dots.len() > 2;
        // «./.» is the mark at the end.
        if !is_ellipsis || text[from..].starts_with('/') || text[..begins].ends_with('/') {
            continue;
        }
        let count: usize = dots.chars().map(|c| if c == '…' { 3 } else { 1 }).sum();
        let before = text[..begins].trim_end();
        let is_free = begins == 0 || text[..begins].ends_with(char::is_whitespace);
        let goes_on = text[from..].trim_start().starts_with(char::is_alphanumeric);
        let lists = before.ends_with([',', ';', ':', '[', '(']);
        if count > 4 || is_free && goes_on && !lists {
            return Some((begins, dots));
        }
    }
    None
}

/// «[tên]», «<số>»: words between brackets that stand close; «[1]», «[...]» and «a < b > c» are none.
fn enclosed(text: &str, open: char, close: char) -> Option<(usize, &str)> {
    const LONGEST: usize = 60;
    text.match_indices(open).find_map(|(at, _)| {
        let inner = &text[at + 1..];
        let length = inner.find(close)?;
        let words = &inner[..length];
        let is_place = words.chars().count() > 1
            && words.starts_with(char::is_alphabetic)
            && words.ends_with(|c: char| c.is_alphanumeric())
            && words.chars().count() <= LONGEST;
        is_place.then_some((at, &text[at..at + length + 2]))
    })
}

/// «Trần Văn B», «Lê Thị H»: a person who has a letter for a name.
fn lettered(text: &str) -> Option<(usize, &str)> {
    const MIDDLE: [&str; 2] = [" Văn ", " Thị "];
    MIDDLE.iter().find_map(|middle| {
        text.match_indices(middle).find_map(|(at, _)| {
            let family = text[..at].chars().rev().take_while(|c| c.is_alphabetic()).map(char::len_utf8);
            let begins = at - family.sum::<usize>();
            let ends = at + middle.len() + 1;
            let is_letter = text[at + middle.len()..].starts_with(|c: char| c.is_ascii_uppercase());
            let is_alone = !text.get(ends..)?.starts_with(|c: char| c.is_alphanumeric() || c == '\'');
            let has_family = text[begins..at].starts_with(char::is_uppercase);
            // «Nguyễn Thị A Lít» is a name; «Ví dụ: ông Nguyễn Văn A» says that it is none.
            let goes_on = text[ends..].trim_start().starts_with(char::is_uppercase);
            let is_example = text[..begins].to_lowercase().contains("ví dụ");
            (is_letter && is_alone && has_family && !goes_on && !is_example)
                .then_some((begins, &text[begins..ends]))
        })
    })
}

/// «xxx»; «XXX» may be a Roman number.
fn crosses(text: &str) -> Option<(usize, &str)> {
    if !text.contains("xxx") && !text.contains("XXXX") {
        return None;
    }
    let mut from = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let at = from;
        from += word.len() + text[from + word.len()..].chars().next().map_or(0, char::len_utf8);
        let is_crosses = word.len() > 2 && word.bytes().all(|b| b == b'x')
            || word.len() > 3 && word.bytes().all(|b| b == b'X');
        if is_crosses {
            return Some((at, word));
        }
    }
    None
}
