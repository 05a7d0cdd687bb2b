//! Paragraphs as sentences, each with its figures, so that a sentence whose figures alone differ is the same sentence.

use super::Document;
use crate::record::{FigureRow, TextRow};

/// The most characters of a sentence that are quoted before and behind a figure.
const QUOTED: usize = 60;

/// One sentence of a document.
#[derive(Debug, Clone)]
pub struct Sentence<'a> {
    pub paragraph: &'a TextRow,
    pub text: String,
    /// The text with «{}» for every figure, without what closes it.
    pub skeleton: String,
    pub figures: Vec<&'a FigureRow>,
}

/// The sentences of a document in the order of its pages.
pub fn sentences(document: &Document) -> Vec<Sentence<'_>> {
    let mut figures: Vec<Vec<&FigureRow>> = vec![Vec::new(); document.text.len()];
    for row in &document.figures {
        let paragraph = row.paragraph.and_then(|number| number.checked_sub(1));
        if let Some(of_paragraph) = paragraph.and_then(|at| figures.get_mut(at)) {
            of_paragraph.push(row);
        }
    }
    let mut found = Vec::new();
    for (paragraph, mut figures) in document.text.iter().zip(figures) {
        figures.sort_by_key(|row| row.offset);
        let chars: Vec<char> = paragraph.text.chars().collect();
        for (start, end) in spans(&chars) {
            let inside = |row: &&&FigureRow| row.offset.is_some_and(|at| (start..end).contains(&at));
            let figures: Vec<&FigureRow> = figures.iter().filter(inside).copied().collect();
            found.push(Sentence {
                paragraph,
                text: chars[start..end].iter().collect::<String>().trim().to_owned(),
                skeleton: skeleton(&chars[..end], start, &figures),
                figures,
            });
        }
    }
    found
}

fn skeleton(chars: &[char], start: usize, figures: &[&FigureRow]) -> String {
    let mut text = String::new();
    let mut at = start;
    for row in figures {
        let offset = row.offset.unwrap_or(at).clamp(at, chars.len());
        text.extend(&chars[at..offset]);
        text.push_str("{}");
        at = (offset + row.text.chars().count()).min(chars.len());
    }
    text.extend(&chars[at..]);
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', '/', ';', ',', ' ']).to_owned()
}

/// Where sentences begin and end: behind a mark that closes a word, before a blank; «TM. ỦY BAN» stays whole.
pub fn spans(chars: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..chars.len() {
        let is_end = matches!(chars[at], '.' | ';' | '!' | '?')
            && chars.get(at + 1).is_some_and(|c| c.is_whitespace())
            && at.checked_sub(1).is_some_and(|before| {
                chars[before].is_lowercase()
                    || chars[before].is_ascii_digit()
                    || !chars[before].is_alphanumeric()
            });
        if is_end {
            found.push((start, at + 1));
            start = at + 1;
        }
    }
    if chars[start..].iter().any(|c| !c.is_whitespace()) {
        found.push((start, chars.len()));
    }
    found
}

/// The sentence that a character stands in, a long one cut around it.
pub fn sentence_around(text: &str, offset: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (start, end) = spans(&chars).into_iter().find(|(_, end)| offset < *end).unwrap_or((0, chars.len()));
    let word = |from: usize, step: &dyn Fn(usize) -> Option<usize>| {
        let mut at = from;
        while at > start && at < end && !chars[at].is_whitespace() {
            let Some(next) = step(at) else { break };
            at = next;
        }
        at
    };
    let from = offset.saturating_sub(QUOTED).max(start);
    let from = if from > start { word(from, &|at| at.checked_add(1)) } else { start };
    let to = (offset + QUOTED).min(end);
    let to = if to < end { word(to, &|at| at.checked_sub(1)) } else { end };
    let (from, to) = (from.min(offset), to.max(offset));
    let words = chars[from..to].iter().collect::<String>();
    let mark = |is_cut: bool, mark: &'static str| if is_cut { mark } else { "" };
    format!("{}{}{}", mark(from > start, "… "), words.trim(), mark(to < end, " …"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let parts = spans(&chars).into_iter();
        parts.map(|(start, end)| chars[start..end].iter().collect::<String>().trim().to_owned()).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_pauses() {
        assert_eq!(
            split("Giảm 4.990 hộ. Còn 7,97%; riêng xã A tăng."),
            ["Giảm 4.990 hộ.", "Còn 7,97%;", "riêng xã A tăng."]
        );
        assert_eq!(split("TM. ỦY BAN NHÂN DÂN"), ["TM. ỦY BAN NHÂN DÂN"]);
        assert_eq!(split("Hết./."), ["Hết./."]);
    }

    #[test]
    fn a_long_sentence_is_quoted_around_the_figure() {
        let text = format!("{}590 hộ{}", "một câu rất dài ".repeat(10), " và còn nữa".repeat(10));
        let quoted = sentence_around(&text, 160);
        assert!(quoted.starts_with("… ") && quoted.ends_with(" …") && quoted.contains("590 hộ"), "{quoted}");
        assert!(quoted.chars().count() < 130, "{quoted}");
        assert_eq!(sentence_around("Câu một. Giảm 590 hộ. Câu ba.", 14), "Giảm 590 hộ.");
    }
}
