//! Blocks as the layout reads them: small, with everything that is cheaper to know here than to work out there.

use serde_json::{Value, json};

use crate::model::blocks::{Block, Blocks};
use crate::model::text::{Run, words};

/// The sections of a document as the layout's data.
pub fn sections(blocks: &Blocks) -> Value {
    blocks
        .sections
        .iter()
        .map(|section| {
            json!({
                "component": section.component,
                "landscape": section.landscape,
                "blocks": section.blocks.iter().map(block).collect::<Vec<_>>(),
            })
        })
        .collect()
}

/// The form as the layout reads it: without the kinds, the permitted ranges and the places in the decree, which only
/// rules read. The typesetter hashes what a function captures, so what it does not need costs time.
pub fn profile(all: &Value) -> Value {
    const NOT_DRAWN: [&str; 8] =
        ["loai", "tu", "den", "cho_phep", "dieu", "dong_bang", "can_cu", "ngay_hieu_luc"];
    match all {
        Value::Object(map) => {
            // «can_cu» is also a component.
            let drawn =
                map.iter().filter(|(key, value)| value.is_object() || !NOT_DRAWN.contains(&key.as_str()));
            let drawn = drawn.filter(|(key, _)| key.as_str() != "loai");
            Value::Object(drawn.map(|(key, value)| (key.clone(), profile(value))).collect())
        }
        other => other.clone(),
    }
}

fn block(block: &Block) -> Value {
    match block {
        Block::Paragraph { component, label, runs } => json!({
            "kind": "paragraph",
            "component": component,
            "label": label,
            "plain": words(runs),
            "length": words(runs).chars().count(),
            "announces": words(runs).ends_with(':'),
            "runs": runs.iter().flat_map(pieces).collect::<Vec<_>>(),
        }),
        Block::Columns { component, left, right } => json!({
            "kind": "columns",
            "component": component,
            "left": left.iter().map(self::block).collect::<Vec<_>>(),
            "right": right.iter().map(self::block).collect::<Vec<_>>(),
        }),
        Block::Table(_) => json!(block),
    }
}

/// A run as a bare string where it is plain text; a reference number («11/2022/NQ-HĐND») and a number with the word
/// before it («tháng 3») as pieces of their own that must not break across lines.
fn pieces(run: &Run) -> Vec<Value> {
    let piece = |text: &str, whole: bool| {
        if run.figure.is_none() && !run.bold && !run.italic && !whole {
            json!(text)
        } else {
            json!({
                "text": text, "bold": run.bold, "italic": run.italic, "figure": run.figure, "whole": whole,
            })
        }
    };
    if run.figure.is_some() || !run.text.contains(|c: char| c.is_ascii_digit()) {
        return vec![piece(&run.text, false)];
    }
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut words = run.text.split(' ').peekable();
    while let Some(word) = words.next() {
        // A blank day is joined to its month by no-break blanks: the last part is the word.
        let last = word.rsplit('\u{a0}').next().unwrap_or(word).trim_start_matches(['(', '«']);
        let keeps_next = KEEP_WITH_NUMBER.contains(&last)
            && words.peek().is_some_and(|next| {
                let length = last.chars().count() + next.chars().count();
                next.starts_with(|c: char| c.is_ascii_digit()) && length <= LONGEST_PAIR
            });
        let mut whole = String::new();
        if keeps_next || is_reference_number(word) {
            whole.push_str(word);
        }
        if keeps_next && let Some(number) = words.next() {
            whole.push(' ');
            whole.push_str(number);
        }
        if whole.is_empty() {
            plain.push_str(word);
        } else {
            if !plain.is_empty() {
                pieces.push(piece(&std::mem::take(&mut plain), false));
            }
            pieces.push(piece(&whole, true));
        }
        if words.peek().is_some() {
            plain.push(' ');
        }
    }
    if !plain.is_empty() {
        pieces.push(piece(&plain, false));
    }
    pieces
}

/// A longer pair («số 11/2022/NQ-HĐND») may break: on the line before it would leave a gap that justification cannot
/// hide.
const LONGEST_PAIR: usize = 12;

/// Words that no line break may part from the number after them: «tháng 3», «Điều 3».
const KEEP_WITH_NUMBER: [&str; 12] =
    ["ngày", "tháng", "năm", "Năm", "số", "Số", "Điều", "khoản", "điểm", "Chương", "Phần", "lục"];

/// `147/KH-UBND`, `29/02/2024`: a slash between digits or capitals. Short enough to stand on one line.
fn is_reference_number(word: &str) -> bool {
    if !word.contains('/') {
        return false;
    }
    const LONGEST: usize = 40;
    let solid = |c: char| c.is_ascii_digit() || c.is_uppercase();
    let mut neighbours = word.chars().zip(word.chars().skip(1)).zip(word.chars().skip(2));
    word.chars().count() <= LONGEST
        && neighbours.any(|((before, middle), after)| middle == '/' && solid(before) && solid(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_the_word_before_it() {
        let drawn: Vec<String> =
            pieces(&Run::plain("Quyết định số 24/2021/QĐ-TTg ngày 16 tháng 7 năm 2021 của 02 xã"))
                .iter()
                .map(|piece| match piece.as_str() {
                    Some(plain) => plain.to_owned(),
                    None => format!("[{}]", piece["text"].as_str().unwrap_or_default()),
                })
                .collect();
        assert_eq!(drawn.concat(), "Quyết định số [24/2021/QĐ-TTg] [ngày 16] [tháng 7] [năm 2021] của 02 xã");
    }

    #[test]
    fn reference_numbers_and_dates_stay_whole() {
        for (word, whole) in [
            ("147/KH-UBND", true),
            ("11/2022/NQ-HĐND;", true),
            ("29/02/2024", true),
            ("/QĐ-UBND", false),
            ("và/hoặc", false),
            ("./.", false),
        ] {
            assert_eq!(is_reference_number(word), whole, "{word}");
        }
    }
}
