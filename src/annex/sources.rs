//! Comments that name the cell of the dossier's own workbook that a figure comes from (`ghi_nguon`).

use rust_xlsxwriter::Note;

use crate::diag::Place;
use crate::model::table::{Table, Value};

/// In pixels.
const WIDTH: u32 = 260;
const LINE: u32 = 20;
/// Characters that a line of the comment takes.
const ACROSS: usize = 36;

/// The comment of a cell; `None` for words and blanks.
pub(super) fn note(table: &Table, row: usize, column: usize) -> Option<Note> {
    let text = text(table, row, column)?;
    let lines = u32::try_from(text.chars().count() / ACROSS + 2).unwrap_or(LINE);
    let note = Note::new(text).set_author("duthao").add_author_prefix(false);
    Some(note.set_font_name("Times New Roman").set_width(WIDTH).set_height(lines * LINE))
}

/// «bang.xlsx, trang Biểu 1, ô E12»; of a computed figure the cells that it is computed from.
fn text(table: &Table, row: usize, column: usize) -> Option<String> {
    let is_figure = table.columns[column].kind.is_number();
    if !is_figure || matches!(table.rows[row].cells[column], Value::Empty | Value::Unreadable) {
        return None;
    }
    let cells: Vec<String> = table
        .sources(row, column)
        .iter()
        .filter_map(|place| match place {
            Place::Cell { cell, .. } => Some(cell.to_string()),
            _ => None,
        })
        .collect();
    if cells.is_empty() {
        return None;
    }
    let is_computed = table.columns[column].sheet_column.is_none();
    let file = table.file.rsplit('/').next().unwrap_or(&table.file);
    let said = if is_computed { "Tính từ " } else { "" };
    Some(format!("{said}{file}, trang {}, ô {}", table.sheet, cells.join(", ")))
}
