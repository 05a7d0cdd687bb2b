//! Where a document writes the words whose capitals the decree fixes, and whether it writes them right.

use super::TextSubject;
use super::prose::{Standing, Word, in_address};
use crate::check::judge::Judge;
use crate::diag::Rule;
use crate::model::capitals::{Capitals, Group, Phrase};
use crate::model::verdict::Row;
use crate::vietnamese::text::capitalise_first;

/// One place where listed words stand.
pub struct Spelled {
    pub row: u16,
    paragraph: usize,
    start: usize,
    end: usize,
    /// What should stand there; none where it does.
    wanted: Option<String>,
}

/// Every place in the document; of several spellings that fit a place the longest is meant.
pub fn find(subject: &TextSubject<'_>) -> Vec<Spelled> {
    let capitals = &subject.norm.capitals;
    let mut found = Vec::new();
    for (paragraph, words) in subject.prose().iter().enumerate() {
        let text = subject.paragraphs[paragraph].text.as_str();
        let mut at = 0;
        while at < words.len() {
            let hit = capitals.beginning_with(&words[at].key).iter().find_map(|phrase| {
                let wanted = judged(text, words, at, phrase, capitals)?;
                Some((phrase, wanted))
            });
            let Some((phrase, wanted)) = hit else {
                at += 1;
                continue;
            };
            let last = at + phrase.words.len() - 1;
            found.push(Spelled {
                row: capitals.group(phrase).row,
                paragraph,
                start: words[at].start,
                end: words[last].end,
                wanted,
            });
            at = last + 1;
        }
    }
    found
}

/// `None` where the phrase does not stand at a word or is not surely meant; then what should stand there, if it does not.
fn judged(
    text: &str,
    words: &[Word],
    at: usize,
    phrase: &Phrase,
    capitals: &Capitals,
) -> Option<Option<String>> {
    let here = words.get(at..at + phrase.words.len())?;
    let group = capitals.group(phrase);
    let fits = here.iter().zip(&phrase.words).all(|(word, (key, _))| word.key == *key)
        && here.windows(2).zip(&phrase.gaps).all(|(pair, gap)| text[pair[0].end..pair[1].start] == **gap);
    if !fits || here[0].quoted || is_excluded(words, at, phrase, group) || in_address(text, here[0].start) {
        return None;
    }
    if is_in_longer_name(text, words, at, phrase, group) {
        return None;
    }
    let written: Vec<&str> = here.iter().map(|word| &text[word.start..word.end]).collect();
    let first_is_free = group.any_first || here[0].standing != Standing::Inside;
    if is_shouted(&written) && !is_shouted(&phrase.words.iter().map(|(_, w)| w.as_str()).collect::<Vec<_>>())
    {
        return None;
    }
    let has_capital = written.iter().enumerate().any(|(nth, word)| {
        let skipped = usize::from(nth == 0 && first_is_free);
        word.chars().skip(skipped).any(char::is_uppercase)
    });
    let same = written.iter().zip(&phrase.words).enumerate().all(|(nth, (word, (_, right)))| {
        same_case(word, right)
            || nth == 0
                && first_is_free
                && (group.any_first || right.starts_with(char::is_lowercase))
                && same_case(&word[first_length(word)..], &right[first_length(right)..])
    });
    // At the beginning of a sentence the first letter stays what it is.
    let wanted = || {
        let is_free = here[0].standing != Standing::Inside && written[0].starts_with(char::is_uppercase);
        if is_free { capitalise_first(&phrase.text) } else { phrase.text.clone() }
    };
    match (same, has_capital || group.even_lower) {
        (true, _) => Some(None),
        (false, true) => Some(Some(wanted())),
        (false, false) => None,
    }
}

fn is_excluded(words: &[Word], at: usize, phrase: &Phrase, group: &Group) -> bool {
    let is_in = |list: &[String], word: Option<&Word>| word.is_some_and(|word| list.contains(&word.key));
    is_in(&group.not_after, at.checked_sub(1).and_then(|before| words.get(before)))
        || is_in(&group.not_before, words.get(at + phrase.words.len()))
}

/// «Nguyễn Quốc Khánh», «tỉnh Hà Nam kỳ họp», «bà Triệu Thị Mùi»: the words belong to a name that goes on before or
/// behind them. A name of three syllables and more is told from its neighbours.
fn is_in_longer_name(text: &str, words: &[Word], at: usize, phrase: &Phrase, group: &Group) -> bool {
    const HISTORIC_NAMES: u16 = 3;
    let is_great = |word: &Word| text[word.start..].starts_with(char::is_uppercase);
    let close = |one: &Word, other: &Word| &text[one.end..other.start] == " ";
    let last = at + phrase.words.len() - 1;
    let goes_on = group.row == HISTORIC_NAMES
        && words.get(last + 1).is_some_and(|next| close(&words[last], next) && is_great(next));
    let before = at.checked_sub(1).map(|before| &words[before]);
    let has_bearer = before.is_some_and(|before| {
        close(before, &words[at])
            && (is_great(before)
                || matches!(before.key.as_str(), "ông" | "bà" | "xã" | "thôn" | "trường" | "đường"))
    });
    goes_on || phrase.words.len() < 3 && is_great(&words[at]) && has_bearer
}

/// Whether every letter is a capital, and there are several.
fn is_shouted(words: &[&str]) -> bool {
    let letters = || words.iter().flat_map(|word| word.chars()).filter(|c| c.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

fn first_length(word: &str) -> usize {
    word.chars().next().map_or(0, char::len_utf8)
}

fn same_case(one: &str, other: &str) -> bool {
    one.chars().map(char::is_uppercase).eq(other.chars().map(char::is_uppercase))
}

/// Judges the listed spellings of some rows; a row whose words the document never uses is not applicable.
pub fn judge_rows(subject: &TextSubject<'_>, judge: &mut Judge<'_>, rule: &Rule, rows: &[u16]) {
    for row in rows {
        judge.not_applicable(Row::Capitals(*row));
    }
    for place in subject.spelled().iter().filter(|place| rows.contains(&place.row)) {
        let row = Row::Capitals(place.row);
        match &place.wanted {
            None => judge.holds(row),
            Some(wanted) => {
                wrong(subject, judge, rule, row, (place.paragraph, place.start, place.end), wanted);
            }
        }
    }
}

/// A finding at some words of a paragraph that should be written otherwise.
pub fn wrong(
    subject: &TextSubject<'_>,
    judge: &mut Judge<'_>,
    rule: &Rule,
    row: Row,
    (paragraph, start, end): (usize, usize, usize),
    wanted: &str,
) {
    let paragraph = &subject.paragraphs[paragraph];
    let written = &paragraph.text[start..end];
    let message = format!("viết là «{written}», phải viết «{wanted}»");
    let finding = subject.finding(rule, paragraph, start, written, message);
    judge.broken(row, finding.help(format!("sửa thành «{wanted}»; {}", rule.mend)));
}
