//! Acts that a text cites by number and symbol: «Nghị định số 30/2020/NĐ-CP», «Nghị quyết số 13-NQ/TU».

use crate::vietnamese::symbol::is_symbol;

/// One mention of an act in a text.
#[derive(Debug, Clone, Copy)]
pub struct Cited<'t> {
    /// Where it begins: the kind, or the number where no known kind stands before it.
    pub start: usize,
    /// The kind as the profile writes it, and as the text does.
    pub kind: Option<(&'t str, &'t str)>,
    /// Whether «số» stands before the number.
    pub has_word: bool,
    pub number: &'t str,
    pub number_at: usize,
}

impl Cited<'_> {
    pub fn end(&self) -> usize {
        self.number_at + self.number.len()
    }
}

/// Every mention in a text, in order.
pub fn find<'t>(text: &'t str, kinds: &[&'t str]) -> Vec<Cited<'t>> {
    let mut found = Vec::new();
    if !text.contains('/') {
        return found;
    }
    let mut from = 0;
    for token in text.split(char::is_whitespace) {
        let start = from;
        from += token.len() + text[from + token.len()..].chars().next().map_or(0, char::len_utf8);
        let opened = token.trim_start_matches(['(', '«', '“', '"', '[']);
        let number = opened.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !is_symbol(number) {
            continue;
        }
        let number_at = start + token.len() - opened.len();
        let before = text[..number_at].trim_end();
        let without = ["số", "Số"].iter().find_map(|word| before.strip_suffix(word));
        let has_word = without.is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace));
        let before = if has_word { without.unwrap_or(before).trim_end() } else { before };
        let kind = kinds.iter().find_map(|kind| Some((*kind, ends_with(before, kind)?)));
        let begins = kind.map_or(number_at, |(_, written)| before.len() - written.len());
        found.push(Cited { start: begins, kind, has_word, number, number_at });
    }
    found
}

/// The end of a text that is a word of the list, whatever the case of its letters.
pub fn ends_with<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (at, _) = text.char_indices().rev().nth(word.chars().count() - 1)?;
    let end = &text[at..];
    let stands_alone = !text[..at].ends_with(char::is_alphanumeric);
    (stands_alone && end.chars().flat_map(char::to_lowercase).eq(word.chars().flat_map(char::to_lowercase)))
        .then_some(end)
}
