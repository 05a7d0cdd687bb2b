//! WRD004: «ngày 05 tháng 3 năm 2020» (nd30.md rows 45, 46). Blanks stand for what is not known yet.

use super::parts::one_line;
use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

pub const RULE: TextRule = TextRule { rule: &rules::DATE_WORDING, rows: &[WORDS, ZEROS], check };

const WORDS: Row = Row::Form(45);
const ZEROS: Row = Row::Form(46);

/// A written date; `None` is a blank.
pub struct WrittenDate<'a> {
    pub day: Option<&'a str>,
    pub month: Option<&'a str>,
}

/// Reads «ngày … tháng … năm …», which must be all that the text says.
pub fn read(text: &str) -> Option<WrittenDate<'_>> {
    let mut tokens = text.split_whitespace().peekable();
    let mut part = |word: &str| -> Option<Option<&str>> {
        if tokens.next()? != word {
            return None;
        }
        let figures = tokens.next_if(|token| !token.starts_with(char::is_alphabetic));
        let is_room = |figures: &&str| figures.chars().all(|c| matches!(c, '.' | '…' | '_'));
        match figures.filter(|figures| !is_room(figures)) {
            Some(figures) if !figures.bytes().all(|b| b.is_ascii_digit()) => None,
            figures => Some(figures),
        }
    };
    let (day, month, year) = (part("ngày")?, part("tháng")?, part("năm")?);
    let is_whole = tokens.next().is_none() && year.is_none_or(|year| year.len() == 4);
    is_whole.then_some(WrittenDate { day, month })
}

impl WrittenDate<'_> {
    /// Whether day and month are still open.
    pub fn is_blank(&self) -> bool {
        self.day.is_none() && self.month.is_none()
    }

    /// Whether the zeros stand where the decree wants them: days below 10, months 1 and 2.
    pub fn has_its_zeros(&self) -> bool {
        let right = |figures: Option<&str>, least: usize| {
            figures.is_none_or(|figures| {
                let bare = figures.trim_start_matches('0');
                figures
                    == if bare.parse::<usize>().is_ok_and(|number| number < least) {
                        format!("0{bare}")
                    } else {
                        bare.to_owned()
                    }
            })
        };
        right(self.day, 10) && right(self.month, 3)
    }
}

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let mut is_there = false;
    for paragraph in subject.main_of("dia_danh_ngay") {
        is_there = true;
        let text = one_line(&paragraph.text);
        let written = text.find("ngày").map_or(text.as_str(), |at| &text[at..]);
        let finding = |message: String| subject.finding_at_key(&rules::DATE_WORDING, &["ngay"], message);
        let date = read(written);
        judge.check(WORDS, date.is_some(), || {
            finding(format!(
                "thời gian in là «{written}», phải là «ngày … tháng … năm …», ghi đủ chữ, bằng chữ số Ả Rập"
            ))
        });
        match date {
            Some(date) if date.day.or(date.month).is_some() => {
                judge.check(ZEROS, date.has_its_zeros(), || {
                    finding(format!(
                        "thời gian in là «{written}»: số 0 chỉ thêm trước ngày dưới 10 và tháng 1, tháng 2"
                    ))
                })
            }
            _ => judge.not_applicable(ZEROS),
        }
    }
    if !is_there {
        judge.not_applicable(WORDS);
        judge.not_applicable(ZEROS);
    }
}
