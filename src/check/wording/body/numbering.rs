//! WRD024: the numbers of parts, chapters, sections, articles, clauses and points (nd30.md rows 61-66): the right kind of
//! figure, one after the other without a gap.
//!
//! The program numbers by itself, so what can go wrong is a changed template, a number that a clerk types before a text
//! that already has one, and lists numbered by hand. A list may begin anew anywhere.

use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;
use crate::vietnamese::roman::roman;

pub const RULE: TextRule = TextRule {
    rule: &rules::NUMBERING,
    rows: &[Row::Form(61), Row::Form(62), Row::Form(63), Row::Form(64), Row::Form(65), Row::Form(66)],
    check,
};

/// The letters of points in their order (nd30.md row 65).
const POINTS: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v",
    "x", "y",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Figures {
    Roman,
    Arabic,
    Letter,
}

/// A level of numbering: its component, row, word in `cum_tu`, figures, and what stands behind the figure.
struct Level {
    components: &'static [&'static str],
    row: u16,
    word: &'static str,
    figures: Figures,
    end: &'static str,
}

/// From the highest to the lowest.
const LEVELS: [Level; 8] = [
    Level { components: &["phan"], row: 61, word: "phan", figures: Figures::Roman, end: "" },
    Level { components: &["chuong"], row: 61, word: "chuong", figures: Figures::Roman, end: "" },
    Level { components: &["muc_giua"], row: 62, word: "muc", figures: Figures::Arabic, end: "" },
    Level { components: &["tieu_muc"], row: 62, word: "tieu_muc", figures: Figures::Arabic, end: "" },
    Level { components: &["muc"], row: 66, word: "", figures: Figures::Roman, end: "." },
    Level {
        components: &["dieu", "dieu_tieu_de"],
        row: 63,
        word: "dieu",
        figures: Figures::Arabic,
        end: ".",
    },
    Level { components: &["khoan", "khoan_tieu_de"], row: 64, word: "", figures: Figures::Arabic, end: "." },
    Level { components: &["diem"], row: 65, word: "", figures: Figures::Letter, end: ")" },
];

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    for row in RULE.rows {
        judge.not_applicable(*row);
    }
    let mut counts = [0_usize; LEVELS.len()];
    let mut section = usize::MAX;
    let mut typed = Typed::default();
    for paragraph in &subject.paragraphs {
        if paragraph.at != section {
            section = paragraph.at;
            counts = [0; LEVELS.len()];
            typed = Typed::default();
        }
        let level = LEVELS.iter().position(|level| level.components.contains(&paragraph.component));
        let Some(at) = level else {
            by_hand(subject, judge, paragraph, &mut typed);
            continue;
        };
        let level = &LEVELS[at];
        let word = subject.norm.phrase(level.word);
        // Chapters and articles number on through the document, whatever stands above them.
        for (lower, count) in counts.iter_mut().enumerate().skip(at + 1) {
            if !(LEVELS[lower].word == "dieu" || LEVELS[lower].word == "chuong") {
                *count = 0;
            }
        }
        let stacked = paragraph.label.is_empty();
        let label = if stacked { paragraph.text.trim() } else { paragraph.label };
        let wanted = format_label(level, word, counts[at] + 1);
        let first = format_label(level, word, 1);
        judge.check(Row::Form(level.row), label == wanted || label == first, || {
            let message = if counts[at] == 0 || label_number(level, word, label).is_none() {
                format!("số thứ tự in là «{label}», phải là «{wanted}»")
            } else {
                format!("sau «{}» là «{label}», phải là «{wanted}»", format_label(level, word, counts[at]))
            };
            subject.finding(&rules::NUMBERING, paragraph, 0, "", message).help(rules::NUMBERING.mend)
        });
        counts[at] = label_number(level, word, label).unwrap_or(counts[at] + 1);
        if !stacked {
            doubled(subject, judge, paragraph, level);
        }
    }
}

fn format_label(level: &Level, word: &str, number: usize) -> String {
    let figure = match level.figures {
        Figures::Roman => roman(number),
        Figures::Arabic => number.to_string(),
        // After the last letter the alphabet is doubled: the decree says nothing of so many points.
        Figures::Letter => POINTS[(number - 1) % POINTS.len()].repeat((number - 1) / POINTS.len() + 1),
    };
    if word.is_empty() { format!("{figure}{}", level.end) } else { format!("{word} {figure}{}", level.end) }
}

fn label_number(level: &Level, word: &str, label: &str) -> Option<usize> {
    const MOST: usize = 400;
    (1..=MOST).find(|number| format_label(level, word, *number) == label)
}

/// «1. 1. Mục tiêu»: a number typed before a text that has one of its own.
fn doubled(subject: &TextSubject<'_>, judge: &mut Judge<'_>, paragraph: &Paragraph<'_>, level: &Level) {
    let is_doubled = match level.figures {
        Figures::Letter => typed_letter(&paragraph.text).is_some(),
        Figures::Arabic if level.word.is_empty() => typed_number(&paragraph.text).is_some(),
        Figures::Arabic => {
            paragraph.text.starts_with("Điều ") && paragraph.text[..].starts_with(paragraph.label)
        }
        Figures::Roman => paragraph.text.starts_with(paragraph.label),
    };
    if is_doubled && paragraph.runs.first().is_some_and(|run| run.figure.is_none()) {
        let typed = paragraph.text.split(' ').next().unwrap_or_default();
        let message = format!("số thứ tự in hai lần: «{} {typed}»", paragraph.label);
        let finding = subject.finding(&rules::NUMBERING, paragraph, 0, typed, message);
        judge.broken(Row::Form(level.row), finding.help("bỏ số thứ tự ở đầu câu: chương trình tự đánh số"));
    }
}

/// The last number and letter that a clerk typed before a paragraph.
#[derive(Default)]
struct Typed {
    number: usize,
    letter: Option<usize>,
}

/// Lists numbered by hand in plain paragraphs.
fn by_hand(subject: &TextSubject<'_>, judge: &mut Judge<'_>, paragraph: &Paragraph<'_>, typed: &mut Typed) {
    if paragraph.component != "doan" {
        return;
    }
    if let Some(letter) = typed_letter(&paragraph.text) {
        let place = POINTS.iter().position(|point| *point == letter);
        let wanted = typed.letter.map(|last| POINTS[(last + 1) % POINTS.len()]);
        let holds = place == Some(0) || place.is_some() && (wanted.is_none() || wanted == Some(letter));
        judge.check(Row::Form(65), holds, || {
            let message = match wanted {
                Some(wanted) => format!(
                    "sau điểm «{})» là «{letter})», phải là «{wanted})»",
                    POINTS[typed.letter.unwrap_or_default()]
                ),
                None => {
                    format!("điểm đánh bằng chữ «{letter})» không có trong thứ tự a, b, c, d, đ, e, g, h …")
                }
            };
            subject.finding(&rules::NUMBERING, paragraph, 0, letter, message).help(rules::NUMBERING.mend)
        });
        typed.letter = place.or(typed.letter.map(|last| last + 1));
    } else if let Some(number) = typed_number(&paragraph.text) {
        let last = typed.number;
        let holds = number == 1 || last == 0 || number == last + 1;
        judge.check(Row::Form(64), holds, || {
            let message = format!("sau khoản «{last}.» là «{number}.», phải là «{}.»", last + 1);
            let figure = number.to_string();
            subject.finding(&rules::NUMBERING, paragraph, 0, &figure, message).help(rules::NUMBERING.mend)
        });
        typed.number = number;
        typed.letter = None;
    }
}

/// «a) Nội dung».
fn typed_letter(text: &str) -> Option<&str> {
    let (letter, rest) = text.split_once(')')?;
    let mut letters = letter.chars();
    let is_letter = letters.next().is_some_and(char::is_lowercase) && letters.next().is_none();
    (is_letter && rest.starts_with(' ')).then_some(letter)
}

/// «1. Nội dung»; «1.234» is a figure.
fn typed_number(text: &str) -> Option<usize> {
    let (number, rest) = text.split_once('.')?;
    let is_title = rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    if number.len() > 2 || !is_title { None } else { number.parse().ok().filter(|number| *number > 0) }
}
