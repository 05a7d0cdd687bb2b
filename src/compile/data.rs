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
    const NOT_DRAWN: [&str; 8] = ["loai", "tu", "den", "cho_phep", "dieu", "dong_bang", "can_cu", "ngay_hieu_luc"];
    match all {
        Value::Object(map) => {
            // «can_cu» is also a component.
            let drawn = map.iter().filter(|(key, value)| value.is_object() || !NOT_DRAWN.contains(&key.as_str()));
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

/// A run as a bare string where it is plain text; a reference number («11/2022/NQ-HĐND») as a piece of its own that
/// must not break across lines.
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
    if run.figure.is_some() || !run.text.contains('/') {
        return vec![piece(&run.text, false)];
    }
    let mut pieces = Vec::new();
    let mut plain = String::new();
    for (at, word) in run.text.split(' ').enumerate() {
        if at > 0 {
            plain.push(' ');
        }
        if is_reference_number(word) {
            if !plain.is_empty() {
                pieces.push(piece(&std::mem::take(&mut plain), false));
            }
            pieces.push(piece(word, true));
        } else {
            plain.push_str(word);
        }
    }
    if !plain.is_empty() {
        pieces.push(piece(&plain, false));
    }
    pieces
}

/// `147/KH-UBND`, `29/02/2024`: a slash between digits or capitals. Short enough to stand on one line.
fn is_reference_number(word: &str) -> bool {
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
