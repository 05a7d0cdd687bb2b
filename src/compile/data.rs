//! Blocks as the layout reads them: small, with everything that is cheaper to know here than to work out there.

use serde_json::{Value, json};

use crate::model::blocks::{Block, Blocks};
use crate::model::table_widths::{TableForm, text_width_pt};
use crate::model::text::{Run, announces, words};

/// What the form says of tables, and the widths that they may take.
#[derive(Debug, Clone, Default)]
pub struct TableLayout {
    form: TableForm,
    portrait_pt: f64,
    landscape_pt: f64,
}

impl TableLayout {
    pub fn of(profile: &Value) -> Self {
        Self {
            form: TableForm::of(profile),
            portrait_pt: text_width_pt(profile, false),
            landscape_pt: text_width_pt(profile, true),
        }
    }
}

/// The sections of a document as the layout's data.
pub fn sections(blocks: &Blocks, layout: &TableLayout) -> Value {
    let mut count = 0;
    blocks
        .sections
        .iter()
        .map(|section| {
            let width = if section.landscape { layout.landscape_pt } else { layout.portrait_pt };
            let mut block = |each| block(each, &mut count, &layout.form, width);
            json!({
                "component": section.component,
                "landscape": section.landscape,
                "blocks": section.blocks.iter().map(&mut block).collect::<Vec<_>>(),
            })
        })
        .collect()
}

/// The label by which a paragraph or table is found on the page: its component, and its number among those of the file.
pub fn label(component: &str, number: usize) -> String {
    format!("c-{component}.{number}")
}

/// Component and number of a label; without a number for what the layout itself adds (`c-so_trang`).
pub fn read_label(label: &str) -> (&str, Option<usize>) {
    let name = label.strip_prefix("c-").unwrap_or(label);
    match name.rsplit_once('.') {
        Some((component, number)) => (component, number.parse().ok()),
        None => (name, None),
    }
}

/// The form as the layout reads it: without the kinds, the permitted ranges and the places in the decree, which only
/// rules read. The typesetter hashes what a function captures, so what it does not need costs time.
pub fn profile(all: &Value) -> Value {
    const NOT_READ: [&str; 3] = ["loai", "mau", "cong_tac"];
    match all {
        Value::Object(map) => map
            .iter()
            .filter(|(key, _)| !NOT_READ.contains(&key.as_str()))
            .map(|(key, value)| (key.clone(), drawn(value)))
            .collect(),
        other => other.clone(),
    }
}

fn drawn(value: &Value) -> Value {
    const NOT_DRAWN: [&str; 11] = [
        "tu",
        "den",
        "cho_phep",
        "dieu",
        "dong_bang",
        "can_cu",
        "ngay_hieu_luc",
        "goi",
        "chi_mau",
        "tu_do",
        "thay_the",
    ];
    match value {
        // «can_cu» is also a component.
        Value::Object(map) => map
            .iter()
            .filter(|(key, value)| value.is_object() || !NOT_DRAWN.contains(&key.as_str()))
            .map(|(key, value)| (key.clone(), drawn(value)))
            .collect(),
        other => other.clone(),
    }
}

fn block(block: &Block, count: &mut usize, form: &TableForm, width_pt: f64) -> Value {
    let mut next = |component: &str| {
        *count += 1;
        label(component, *count - 1)
    };
    match block {
        Block::Paragraph { component, label, runs } => {
            let is_centred = is_centred(component);
            let pieces: Vec<Value> = joined(runs).iter().flat_map(|run| pieces(run, is_centred)).collect();
            let mut paragraph = json!({
                "kind": "paragraph",
                "component": component,
                "id": next(component),
                "label": label,
                "plain": words(runs),
                "length": words(runs).chars().count(),
                "announces": announces(runs),
            });
            if is_centred {
                paragraph["flow"] = json!(flow(&pieces));
            }
            paragraph["runs"] = json!(pieces);
            paragraph
        }
        Block::Columns { component, left, right } => json!({
            "kind": "columns",
            "component": component,
            "left": left.iter().map(|each| self::block(each, count, form, width_pt)).collect::<Vec<_>>(),
            "right": right.iter().map(|each| self::block(each, count, form, width_pt)).collect::<Vec<_>>(),
        }),
        Block::Table(table) => {
            let mut data = json!(block);
            data["id"] = json!(next(&table.component));
            let widths = form.widths(&table.columns, width_pt);
            data["size"] = json!(widths.size_pt);
            data["widths"] = json!(widths.text_pt);
            data["fits"] = json!(widths.fits);
            data
        }
    }
}

/// Plain runs of one style that follow each other as one: who wrote them makes no difference on the page.
fn joined(runs: &[Run]) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        match joined.last_mut() {
            Some(last)
                if last.figure.is_none()
                    && run.figure.is_none()
                    && (last.bold, last.italic) == (run.bold, run.italic) =>
            {
                last.text.push_str(&run.text);
            }
            _ => joined.push(run.clone()),
        }
    }
    joined
}

/// The words of a centred line with no-break blanks in what must stay whole, by which the layout finds its last line.
fn flow(pieces: &[Value]) -> String {
    pieces
        .iter()
        .map(|piece| match piece.as_str() {
            Some(plain) => plain.to_owned(),
            None => {
                let text = piece["text"].as_str().unwrap_or_default();
                if piece["whole"] == json!(true) { text.replace(' ', "\u{a0}") } else { text.to_owned() }
            }
        })
        .collect()
}

/// Centred lines break where it reads best; in justified text a pair that does not stretch would show.
fn is_centred(component: &str) -> bool {
    ["trich_yeu", "phu_luc", "kem_theo", "bang"].iter().any(|beginning| component.starts_with(beginning))
}

/// A run as a bare string where it is plain text; a reference number («11/2022/NQ-HĐND») as a piece of its own that
/// must not break across lines; likewise, in centred lines, a number with the word before it and a whole date
/// («tháng 3», «ngày 15 tháng 3 năm 2023»).
fn pieces(run: &Run, is_centred: bool) -> Vec<Value> {
    let piece = |text: &str, whole: bool| {
        if run.figure.is_none() && !run.bold && !run.italic && !whole {
            json!(text)
        } else {
            json!({
                "text": text, "bold": run.bold, "italic": run.italic, "figure": run.figure, "whole": whole,
            })
        }
    };
    if run.figure.is_some() {
        // «1,58 - 1,60%», «4,29 điểm %», «trên 20»; a number in words may break.
        return vec![piece(&run.text, run.text.contains(' ') && run.text.chars().count() <= LONGEST_FIGURE)];
    }
    let may_cite = || CITED.iter().any(|word| run.text.contains(word));
    if !run.text.contains(|c: char| c.is_ascii_digit() || c == '/') && !may_cite() {
        return vec![piece(&run.text, false)];
    }
    let mut stretches: Vec<(String, Stretch)> = Vec::new();
    let mut words = run.text.split(' ').peekable();
    while let Some(word) = words.next() {
        let next =
            words.peek().copied().filter(|next| cites(word, next) || is_centred && keeps_next(word, next));
        let (text, stretch) = match next {
            Some(number) => {
                words.next();
                (format!("{word} {number}"), Stretch::Pair)
            }
            None if is_reference_number(word) => (word.to_owned(), Stretch::Number),
            None => (word.to_owned(), Stretch::Plain),
        };
        let blank = if words.peek().is_some() { " " } else { "" };
        match stretches.as_mut_slice() {
            // «ngày 15» and «tháng 3» follow each other with one blank between them: one date.
            [.., (date, Stretch::Pair), (gap, Stretch::Plain)]
                if stretch == Stretch::Pair && gap == " " && date.ends_with(char::is_alphanumeric) =>
            {
                date.push(' ');
                date.push_str(&text);
                gap.clear();
                gap.push_str(blank);
            }
            [.., (plain, Stretch::Plain)] if stretch == Stretch::Plain => {
                plain.push_str(&text);
                plain.push_str(blank);
            }
            _ if stretch == Stretch::Plain => stretches.push((format!("{text}{blank}"), stretch)),
            _ => stretches.extend([(text, stretch), (blank.to_owned(), Stretch::Plain)]),
        }
    }
    let printed = stretches.iter().filter(|(text, _)| !text.is_empty());
    printed.map(|(text, stretch)| piece(text, *stretch != Stretch::Plain)).collect()
}

/// What a stretch of a run is: only plain text may break across lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stretch {
    Plain,
    /// A reference number.
    Number,
    /// A word with its number, or a date made of such pairs.
    Pair,
}

fn keeps_next(word: &str, next: &str) -> bool {
    // A blank day is joined to its month by no-break blanks: the last part is the word.
    let last = word.rsplit('\u{a0}').next().unwrap_or(word).trim_start_matches(['(', '«']);
    let length = last.chars().count() + next.chars().count();
    KEEP_WITH_NUMBER.contains(&last)
        && next.starts_with(|c: char| c.is_ascii_digit())
        && length <= LONGEST_PAIR
}

/// Parts of an act: no line may end between one and its number, or the number would look like a clause («khoản / 4.»).
const CITED: [&str; 8] = ["khoản", "điểm", "Điều", "Mục", "Chương", "Phần", "lục", "Bảng"];

/// «khoản 4», «điểm đ», «Mục III».
fn cites(word: &str, next: &str) -> bool {
    let word = word.trim_start_matches(['(', '«', '"', '“']);
    let number = next.trim_end_matches(['.', ',', ';', ':', ')', '»', '"', '”']);
    let is_roman = |text: &str| text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    let is_letter =
        |text: &str| word == "điểm" && text.chars().count() == 1 && text.chars().all(char::is_lowercase);
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() <= 3;
    CITED.contains(&word)
        && !number.is_empty()
        && (is_number(number) || is_roman(number) || is_letter(number))
}

/// A longer figure may break.
const LONGEST_FIGURE: usize = 20;

/// A longer pair («số 11/2022/NQ-HĐND») may break: on the line before it would leave a gap that justification cannot
/// hide.
const LONGEST_PAIR: usize = 12;

/// Words that no line break may part from the number after them: «tháng 3», «Điều 3».
const KEEP_WITH_NUMBER: [&str; 12] =
    ["ngày", "tháng", "năm", "Năm", "số", "Số", "Điều", "khoản", "điểm", "Chương", "Phần", "lục"];

/// `147/KH-UBND`, `29/02/2024`: a slash between digits or capitals. Short enough to stand on one line; «(b/c)» too.
fn is_reference_number(word: &str) -> bool {
    if !word.contains('/') {
        return false;
    }
    if word.starts_with('(') && word.contains(')') {
        return true;
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
    fn a_number_keeps_the_word_before_it_in_centred_lines() {
        let drawn = |is_centred: bool| -> String {
            pieces(&Run::plain("Quyết định số 24/2021/QĐ-TTg ngày 16 tháng 7 năm 2021 của 02 xã"), is_centred)
                .iter()
                .map(|piece| match piece.as_str() {
                    Some(plain) => plain.to_owned(),
                    None => format!("[{}]", piece["text"].as_str().unwrap_or_default()),
                })
                .collect()
        };
        assert_eq!(drawn(true), "Quyết định số [24/2021/QĐ-TTg] [ngày 16 tháng 7 năm 2021] của 02 xã");
        assert_eq!(drawn(false), "Quyết định số [24/2021/QĐ-TTg] ngày 16 tháng 7 năm 2021 của 02 xã");
        let cited = |text: &str| -> String {
            let runs = pieces(&Run::plain(text), false);
            let texts = runs.iter().map(|piece| match piece.as_str() {
                Some(plain) => plain.to_owned(),
                None => format!("[{}]", piece["text"].as_str().unwrap_or_default()),
            });
            texts.collect()
        };
        assert_eq!(
            cited("theo điểm a khoản 2 Điều 3, Mục III; Điều lệ"),
            "theo [điểm a khoản 2 Điều 3,] [Mục III;] Điều lệ"
        );
        assert_eq!(cited("quan điểm của Phần mềm, một điểm a"), "quan điểm của Phần mềm, một [điểm a]");
    }

    #[test]
    fn reference_numbers_and_dates_stay_whole() {
        for (word, whole) in [
            ("147/KH-UBND", true),
            ("11/2022/NQ-HĐND;", true),
            ("29/02/2024", true),
            ("/QĐ-UBND", false),
            ("và/hoặc", false),
            ("(b/c);", true),
            ("./.", false),
        ] {
            assert_eq!(is_reference_number(word), whole, "{word}");
        }
    }
}
