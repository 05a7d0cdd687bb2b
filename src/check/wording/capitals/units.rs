//! WRD042: administrative units (nd30.md §3 rows 5-7): «tỉnh Nam Định» inside a sentence, but «Quận 1» and «Phường Điện
//! Biên Phủ»; «Thủ đô Hà Nội», «Thành phố Hồ Chí Minh».
//!
//! A capital before what may be a person's name is never called wrong, nor a small letter before a number that may count
//! things («gồm 02 phường 3 xã»).

use super::super::prose::{Standing, Word};
use super::super::spelled::{judge_rows, wrong};
use super::super::{TextRule, TextSubject, is_written};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::capitals::Capitals;
use crate::model::verdict::Row;
use crate::vietnamese::text::capitalise_first;

const PLAIN: Row = Row::Capitals(5);
const NUMBERED: Row = Row::Capitals(6);

pub const RULE: TextRule =
    TextRule { rule: &rules::CAPITALS_UNITS, rows: &[PLAIN, NUMBERED, Row::Capitals(7)], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(PLAIN);
    judge.not_applicable(NUMBERED);
    judge_rows(subject, judge, &rules::CAPITALS_UNITS, &[7]);
    let capitals = &subject.norm.capitals;
    for (place, (paragraph, words)) in subject.paragraphs.iter().zip(subject.prose()).enumerate() {
        if !is_written(paragraph.component) {
            continue;
        }
        let text = paragraph.text.as_str();
        let mut next = 0;
        while next < words.len() {
            let at = next;
            let length = unit_at(text, words, at, &capitals.units);
            next += length.unwrap_or(1);
            let Some(length) = length.filter(|_| !words[at].quoted) else { continue };
            let (start, end) = (words[at].start, words[at + length - 1].end);
            let written = &text[start..end];
            let place = (place, start, end);
            match named(text, words, at + length, capitals) {
                Named::Place
                    if words[at].standing == Standing::Inside
                        && !in_company_name(text, words, at)
                        && !in_longer_name(text, words, at)
                        && !may_be_person(text, words, at + length, written) =>
                {
                    if written.chars().any(char::is_uppercase) {
                        wrong(subject, judge, &rules::CAPITALS_UNITS, PLAIN, place, &written.to_lowercase());
                    } else {
                        judge.holds(PLAIN);
                    }
                }
                Named::Eponym => {
                    numbered(subject, judge, place, written);
                }
                Named::Number
                    if capitals.numbered_units.contains(&written.to_lowercase())
                        && !counts(at.checked_sub(1).map(|before| &words[before]), capitals) =>
                {
                    numbered(subject, judge, place, written);
                }
                _ => {}
            }
        }
    }
}

fn numbered(subject: &TextSubject<'_>, judge: &mut Judge<'_>, place: (usize, usize, usize), written: &str) {
    if written.starts_with(char::is_lowercase) {
        wrong(subject, judge, &rules::CAPITALS_UNITS, NUMBERED, place, &capitalise_first(written));
    } else {
        judge.holds(NUMBERED);
    }
}

/// How many words the unit word at a place has.
fn unit_at(text: &str, words: &[Word], at: usize, units: &[String]) -> Option<usize> {
    let fits = |unit: &&String| {
        unit.split(' ').enumerate().all(|(nth, part)| {
            words.get(at + nth).is_some_and(|word| {
                word.key == part && (nth == 0 || &text[words[at + nth - 1].end..word.start] == " ")
            })
        })
    };
    let first = words[at].key.as_str();
    let unit =
        units.iter().filter(|unit| unit.starts_with(first)).filter(fits).max_by_key(|unit| unit.len())?;
    Some(unit.split(' ').count())
}

/// What follows a unit word.
enum Named {
    Place,
    /// A person or an event that the profile lists.
    Eponym,
    /// A number that is surely a name.
    Number,
    /// Nothing, a common word, or what may be a person's name.
    Unknown,
}

fn named(text: &str, words: &[Word], at: usize, capitals: &Capitals) -> Named {
    let Some(next) = words.get(at) else { return Named::Unknown };
    if at == 0 || &text[words[at - 1].end..next.start] != " " {
        return Named::Unknown;
    }
    let rest = &text[next.start..];
    if capitals.eponyms.iter().any(|name| begins_with(rest, name)) {
        return Named::Eponym;
    }
    let word = &text[next.start..next.end];
    if word.len() < 3 && word.bytes().all(|b| b.is_ascii_digit()) {
        // «tại phường 3 hộ …» counts households: only a sign or the next unit behind the number makes it a name.
        let follows = rest[word.len()..].trim_start();
        let is_name = follows.is_empty()
            || follows.starts_with([',', '.', ';', ')', ':'])
            || words.get(at + 1).is_some_and(|next| text[next.start..].starts_with("Thành phố Hồ"));
        return if is_name { Named::Number } else { Named::Unknown };
    }
    // «Tỉnh Đoàn», «Tỉnh Ủy» are bodies.
    const BODIES: [&str; 4] = ["đoàn", "ủy", "đội", "hội"];
    let is_name = word.starts_with(char::is_uppercase)
        && word.chars().any(char::is_lowercase)
        && !BODIES.contains(&next.key.as_str())
        && !capitals.family_names.iter().any(|family| family == word);
    if is_name { Named::Place } else { Named::Unknown }
}

fn begins_with(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// «05 phường», «các phường 1, 2».
fn counts(before: Option<&Word>, capitals: &Capitals) -> bool {
    before.is_some_and(|word| {
        word.key.bytes().all(|b| b.is_ascii_digit()) || capitals.plurals.contains(&word.key)
    })
}

/// «đường Bà Huyện Thanh Quan», «phường Phường Đúc»: the unit's word is part of a name.
fn in_longer_name(text: &str, words: &[Word], at: usize) -> bool {
    at.checked_sub(1).map(|before| &words[before]).is_some_and(|before| {
        &text[before.end..words[at].start] == " "
            && (text[before.start..].starts_with(char::is_uppercase) || before.key == "phường")
    })
}

/// «Phường Hà Huy Tập»: two syllables and more behind a small unit may be a person, an event or a common name.
fn may_be_person(text: &str, words: &[Word], at: usize, unit: &str) -> bool {
    let is_small = matches!(unit.to_lowercase().as_str(), "phường" | "quận" | "thị trấn");
    let is_great = |word: &Word| text[word.start..].starts_with(char::is_uppercase);
    is_small && words.get(at + 1).is_some_and(is_great)
}

/// «Công ty Cấp nước Thành phố …»: a company writes its name as it is registered.
fn in_company_name(text: &str, words: &[Word], at: usize) -> bool {
    const NEAR: usize = 8;
    let before = words[..=at].windows(2).rev().take(NEAR);
    let mut same_name = before.take_while(|pair| &text[pair[0].end..pair[1].start] == " ");
    same_name.any(|pair| pair[0].key == "ty" || pair[0].key == "quỹ")
}
