//! Blocks as the layout reads them: small, with everything that is cheaper to know here than to work out there.

use serde_json::{Value, json};

use crate::model::blocks::{Block, Blocks};
use crate::model::table_widths::{TableForm, text_width_pt};
use crate::model::text::{Run, announces, words};
use crate::model::whole::{is_centred, stretches};

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

/// A run as a bare string where it is plain text; what must not break across lines as a piece of its own.
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
    stretches(run, is_centred).iter().map(|(text, whole)| piece(text, *whole)).collect()
}
