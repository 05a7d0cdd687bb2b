//! WRD041: names of persons (nd30.md §3 rows 2-4): the signatory's, whose every syllable takes a capital, and the names
//! that the profile lists. Any other name cannot be told from common words.

use super::super::spelled::{judge_rows, wrong};
use super::super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;
use crate::vietnamese::text::{APOSTROPHES, capitalise_first};

pub const RULE: TextRule = TextRule {
    rule: &rules::CAPITALS_PERSONS,
    rows: &[Row::Capitals(2), Row::Capitals(3), Row::Capitals(4)],
    check,
};

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge_rows(subject, judge, &rules::CAPITALS_PERSONS, &[2, 3, 4]);
    let row = Row::Capitals(2);
    for (place, paragraph) in subject.paragraphs.iter().enumerate() {
        let name = paragraph.text.as_str();
        if paragraph.component != "ho_ten" || !is_name(name) {
            continue;
        }
        let is_right = name.split_whitespace().all(|syllable| !syllable.starts_with(char::is_lowercase));
        if is_right {
            judge.holds(row);
        } else {
            let wanted: Vec<String> = name.split_whitespace().map(capitalise_first).collect();
            wrong(subject, judge, &rules::CAPITALS_PERSONS, row, (place, 0, name.len()), &wanted.join(" "));
        }
    }
}

/// Syllables of letters: what a form prints beside the name («(Đã ký)») is none.
fn is_name(text: &str) -> bool {
    const LONGEST: usize = 8;
    let count = text.split_whitespace().count();
    let is_sign = |c: char| c.is_whitespace() || APOSTROPHES.contains(&c) || matches!(c, '-' | '.');
    (1..=LONGEST).contains(&count) && text.chars().all(|c| c.is_alphabetic() || is_sign(c))
}
