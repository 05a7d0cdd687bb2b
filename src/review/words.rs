//! Text as words and signs, so that a figure that changed is told as a figure and not as a sentence.

use std::collections::BTreeSet;

use crate::recall::sentence_spans;
use crate::vietnamese::text::nfc;

/// A word or a sign, and where it stands in the text, in characters.
#[derive(Debug, Clone)]
pub struct Token {
    pub text: String,
    pub start: usize,
    pub end: usize,
}

/// The text with single blanks.
pub fn squeezed(text: &str) -> String {
    nfc(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words with the signs around them apart: «(590,» is «(», «590», «,».
pub fn tokens(text: &str) -> Vec<Token> {
    const BEFORE: [char; 6] = ['(', '[', '«', '"', '“', '‘'];
    const BEHIND: [char; 11] = ['.', ',', ';', ':', ')', ']', '»', '"', '”', '!', '?'];
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut add = |start: usize, end: usize| {
        if start < end {
            found.push(Token { text: letters[start..end].iter().collect(), start, end });
        }
    };
    let mut at = 0;
    while at < letters.len() {
        if letters[at].is_whitespace() {
            at += 1;
            continue;
        }
        let end = (at..letters.len()).find(|place| letters[*place].is_whitespace()).unwrap_or(letters.len());
        let (mut first, mut last) = (at, end);
        while first < last && BEFORE.contains(&letters[first]) {
            add(first, first + 1);
            first += 1;
        }
        while last > first && BEHIND.contains(&letters[last - 1]) {
            last -= 1;
        }
        add(first, last);
        (last..end).for_each(|place| add(place, place + 1));
        at = end;
    }
    found
}

/// The sentences of a text, each with its words in which «{}» stands for figures.
pub fn sentences(text: &str, tokens: &[Token], figures: &BTreeSet<usize>) -> Vec<(String, String)> {
    let letters: Vec<char> = text.chars().collect();
    let said = |(start, end): (usize, usize)| {
        let mut words: Vec<&str> = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            if token.start < start || token.start >= end {
                continue;
            }
            let word = if figures.contains(&at) { "{}" } else { token.text.as_str() };
            if word != "{}" || words.last() != Some(&"{}") {
                words.push(word);
            }
        }
        (squeezed(&letters[start..end].iter().collect::<String>()), words.join(" "))
    };
    sentence_spans(&letters).into_iter().map(said).collect()
}
