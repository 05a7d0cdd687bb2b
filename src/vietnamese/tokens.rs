//! Words of running text by their places, for finding a name however it is typed.
//!
//! - Holds: cutting a text into words; finding a run of words.
//! - In and out: text in, words with their bytes out.
//! - Never here: what a word means.
//! - Why: «Sở Lao động – Thương binh và Xã hội» and «SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI» are one name.

use std::ops::Range;

use super::text::{is_word_sign, word_key};

/// One word: letters and digits without a sign between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub start: usize,
    pub end: usize,
    /// In lower case, with the tone mark in one place.
    pub key: String,
}

/// The words of a text in order.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut from = 0;
    while let Some(begins) = text[from..].find(is_word_sign) {
        let start = from + begins;
        let rest = &text[start..];
        let end = start + rest.find(|c| !is_word_sign(c)).unwrap_or(rest.len());
        tokens.push(Token { start, end, key: word_key(&text[start..end]) });
        from = end;
    }
    tokens
}

/// The words alone.
pub fn keys(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.key).collect()
}

/// Where a run of words stands: what lies between two of them is blanks, a dash or «&».
pub fn find(text: &str, tokens: &[Token], wanted: &[String]) -> Vec<Range<usize>> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let is_joint = |pair: &[Token]| {
        text[pair[0].end..pair[1].start].chars().all(|c| c.is_whitespace() || is_dash(c) || c == '&')
    };
    tokens
        .windows(wanted.len())
        .filter(|run| run.iter().zip(wanted).all(|(token, key)| token.key == *key))
        .filter(|run| run.windows(2).all(is_joint))
        .map(|run| run[0].start..run[run.len() - 1].end)
        .collect()
}

/// A hyphen, or one of the dashes that Word and phones put in its place.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::{find, keys, tokens};

    #[test]
    fn a_name_is_found_however_its_dashes_are_typed() {
        let wanted = keys("Sở Lao động - Thương binh và Xã hội");
        for text in [
            "Giao Sở Lao động - Thương binh và Xã hội chủ trì",
            "Giao SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI",
            "Giao Sở Lao động-Thương binh và Xã hội.",
        ] {
            assert_eq!(find(text, &tokens(text), &wanted).len(), 1, "{text}");
        }
        let text = "Sở Lao động, Thương binh và Xã hội";
        assert!(find(text, &tokens(text), &wanted).is_empty());
        let text = "Bộ LĐ-TB&XH";
        assert_eq!(find(text, &tokens(text), &keys("Bộ LĐ-TB&XH")).len(), 1);
    }
}
