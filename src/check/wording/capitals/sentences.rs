//! WRD040: a sentence and a new line begin with a capital (nd30.md §3 row 1).
//!
//! Judged only where a sentence surely begins: after «.», «?», «!» that close no abbreviation and no number, and at the
//! first word of a paragraph that goes on from no other.

use super::super::prose::{Standing, Word};
use super::super::spelled::wrong;
use super::super::{BODY, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;
use crate::vietnamese::text::capitalise_first;

const ROW: Row = Row::Capitals(1);

pub const RULE: TextRule = TextRule { rule: &rules::CAPITALS_SENTENCE, rows: &[ROW], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(ROW);
    let mut goes_on = false;
    for (place, (paragraph, words)) in subject.paragraphs.iter().zip(subject.prose()).enumerate() {
        if !BODY.contains(&paragraph.component) {
            goes_on = false;
            continue;
        }
        let text = paragraph.text.as_str();
        for (nth, word) in words.iter().enumerate() {
            let skipped = nth == 0 && goes_on && paragraph.label.is_empty();
            if word.standing != Standing::First || word.quoted || skipped {
                continue;
            }
            let written = &text[word.start..word.end];
            if is_lower_word(written, &text[word.end..], words.get(nth + 1))
                && !TextSubject::is_figure(paragraph, word.start)
            {
                let wanted = capitalise_first(written);
                wrong(subject, judge, &rules::CAPITALS_SENTENCE, ROW, (place, word.start, word.end), &wanted);
            } else {
                judge.holds(ROW);
            }
        }
        // The decree wants a capital on every new line; only a line that stops in the middle of a sentence is left open.
        goes_on = text.trim_end().ends_with(',');
    }
}

/// A word in small letters that is no label («a)»), no unit («m2»), no name («eOffice») and no address.
fn is_lower_word(word: &str, after: &str, next: Option<&Word>) -> bool {
    // «ý», «ở» are words; a plain letter alone is a label.
    let is_word = (word.chars().count() > 1 || !word.is_ascii()) && word.chars().all(char::is_lowercase);
    let is_label = after.starts_with([')', '.', '/', '@', '_', '-', '\'', '’']) || after.starts_with("://");
    is_word && !is_label && next.is_some()
}
