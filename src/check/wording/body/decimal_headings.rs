//! WRD026: «1.1», «1.1.1» typed before a heading: the decree numbers with khoản and điểm (nd30.md row 69).

use super::{BODY, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

const ROW: Row = Row::Form(69);

pub const RULE: TextRule = TextRule { rule: &rules::DECIMAL_HEADINGS, rows: &[ROW], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(ROW);
    for paragraph in subject.paragraphs.iter().filter(|paragraph| BODY.contains(&paragraph.component)) {
        // A sentence that begins with a figure of the tables is no heading.
        if paragraph.runs.first().is_some_and(|run| run.figure.is_some()) {
            continue;
        }
        let number = decimal(&paragraph.text);
        judge.check(ROW, number.is_none(), || {
            let number = number.unwrap_or_default();
            let message = format!("đề mục đánh số «{number}», Nghị định không có cấp này");
            subject
                .finding(&rules::DECIMAL_HEADINGS, paragraph, 0, number, message)
                .help(rules::DECIMAL_HEADINGS.mend)
        });
    }
}

/// «1.1.», «2.3.1» before a capital. «1.234 hộ» and «1.5 triệu» are figures.
fn decimal(text: &str) -> Option<&str> {
    let length = text.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let number = &text[..length];
    let levels: Vec<&str> = number.trim_end_matches('.').split('.').collect();
    let is_level = |level: &&str| matches!(level.len(), 1 | 2) && !level.starts_with('0');
    let title = text[length..].strip_prefix(' ')?.trim_start();
    (levels.len() > 1 && levels.iter().all(is_level) && title.starts_with(char::is_uppercase))
        .then_some(number)
}
