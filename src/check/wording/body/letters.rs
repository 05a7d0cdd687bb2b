//! WRD032: letters that only look Vietnamese: Cyrillic, Greek or Icelandic ones within a word, and what is left of texts
//! in the code tables from before Unicode («C¸c së»). Basis: Times New Roman in Unicode (nd30.md row 7); such a word is
//! found by no search.

use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

const ROW: Row = Row::Form(7);

pub const RULE: TextRule = TextRule { rule: &rules::FOREIGN_LETTERS, rows: &[ROW], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    for paragraph in &subject.paragraphs {
        let text = paragraph.text.as_str();
        if text.is_ascii() {
            continue;
        }
        let words = text.split_whitespace();
        let found =
            words.filter_map(|word| Some((word, word.chars().find(|c| is_foreign(word, *c))?))).next();
        let Some((word, letter)) = found else { continue };
        let at = text.find(word).unwrap_or_default();
        let code = u32::from(letter);
        let said = format!("chữ «{word}» có ký tự «{letter}» (U+{code:04X}) không phải chữ tiếng Việt");
        let finding = subject.finding(RULE.rule, paragraph, at, word, said);
        judge.broken(ROW, finding.help(RULE.rule.mend));
    }
    judge.holds(ROW);
}

/// A letter of another script beside Latin ones, or a sign that the old tables used for a letter, within a word.
fn is_foreign(word: &str, c: char) -> bool {
    // Eth looks like «Đ»; Greek and Cyrillic letters look like Latin ones.
    let is_look_alike = matches!(c, 'Ð' | '\u{370}'..='\u{3FF}' | '\u{400}'..='\u{4FF}');
    let has_latin = || word.chars().any(|other| other.is_ascii_alphabetic());
    // What the old tables have for «á», «ả», «ă», «ơ» and «Ư» has no business within a word.
    let is_old = matches!(c, '¸' | '¶' | '¨' | '¬' | '¦');
    (is_look_alike || is_old) && has_latin()
}
