//! Lists of words that texts are compared with: folded once, for a long sheet asks for many texts.
//!
//! - Holds: the list, and the ways to look a folded text up in it.
//! - In and out: a text that `text::fold` has written; whether, or where, one of the words stands in it.
//! - Never here: the lists themselves, which belong to those who ask.
//! - Why: folding is what costs, and every row of a sheet is asked.

use std::sync::OnceLock;

use super::text::fold;

/// Words that are compared in folded form.
pub struct Words {
    written: &'static [&'static str],
    folded: OnceLock<Vec<String>>,
}

impl Words {
    pub const fn of(written: &'static [&'static str]) -> Self {
        Self { written, folded: OnceLock::new() }
    }

    fn folded(&self) -> &[String] {
        self.folded.get_or_init(|| self.written.iter().map(|word| fold(word)).collect())
    }

    /// Whether the folded text is one of them.
    pub fn are(&self, folded: &str) -> bool {
        self.folded().iter().any(|word| word == folded)
    }

    /// Whether the folded text begins with one of them.
    pub fn begin(&self, folded: &str) -> bool {
        self.folded().iter().any(|word| folded.starts_with(word.as_str()))
    }

    /// What follows the first of them that begins the folded text as whole words, without the blank between.
    pub fn behind<'t>(&self, folded: &'t str) -> Option<&'t str> {
        self.folded().iter().find_map(|word| {
            let rest = folded.strip_prefix(word.as_str())?;
            (!rest.starts_with(char::is_alphabetic)).then(|| rest.trim_start())
        })
    }

    /// What stands before the longest of them that ends the folded text as whole words, without the blank between.
    pub fn before<'t>(&self, folded: &'t str) -> Option<&'t str> {
        let ends = self.folded().iter().filter_map(|word| {
            let rest = folded.strip_suffix(word.as_str())?;
            (!rest.ends_with(char::is_alphanumeric)).then(|| rest.trim_end())
        });
        ends.min_by_key(|rest| rest.len())
    }

    /// The first of them that stands in the folded text as whole words.
    pub fn within(&self, folded: &str) -> Option<&str> {
        self.folded().iter().map(String::as_str).find(|word| holds(folded, word))
    }
}

/// Whether whole words stand in a text; both folded.
pub fn holds(folded: &str, words: &str) -> bool {
    folded.match_indices(words).any(|(at, _)| {
        let before = folded[..at].chars().next_back();
        let after = folded[at + words.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
