//! Finished files read back from their bytes and held against the laid-out pages, before anything is published.
//!
//! Comes in: the bytes of a draft or a workbook, the blocks they were made from, what stands on the pages. Goes out:
//! nothing, or the first difference in the clerk's language.
//! Never here: how a file is written: a mistake of a writer must not be made again by its reader.
//! Why: a leader reads the PDF, districts compute in the workbook, and all of them must say the same.

mod docx;
mod printed;
mod xlsx;

pub use printed::PrintedText;

use crate::model::blocks::TableBlock;
use crate::vietnamese::text::beginning;

/// Holds a Word draft against the pages, paragraph by paragraph and cell by cell.
pub fn draft(bytes: &[u8], printed: &PrintedText<'_>) -> Result<(), String> {
    let read = docx::read(bytes).map_err(|reason| format!("không đọc lại được bản Word: {reason}"))?;
    if !read.stray.trim().is_empty() {
        return Err(format!("bản Word có chữ «{}» mà trang in không có", beginning(read.stray.trim())));
    }
    for (number, on_page) in printed.paragraphs.iter().enumerate() {
        let in_draft = read.paragraphs.get(&number).map_or("", String::as_str);
        if !same(in_draft, on_page) {
            return Err(format!(
                "đoạn thứ {}: trang in là «{}», bản Word là «{}»",
                number + 1,
                around(on_page, in_draft),
                around(in_draft, on_page)
            ));
        }
    }
    if let Some((number, text)) =
        read.paragraphs.iter().find(|(number, _)| **number >= printed.paragraphs.len())
    {
        return Err(format!("bản Word thừa đoạn thứ {}: «{}»", number + 1, beginning(text)));
    }
    if read.tables.len() != printed.tables.len() {
        return Err(format!("trang in có {} bảng, bản Word có {}", printed.tables.len(), read.tables.len()));
    }
    for (number, table) in &printed.tables {
        let in_draft = read.tables.get(number).map_or(&[][..], Vec::as_slice);
        if let Some((row, on_page, in_draft)) = other_row(table, in_draft) {
            return Err(format!(
                "bảng thứ {}, dòng thứ {row}: trang in là «{}», bản Word là «{}»",
                number + 1,
                on_page.join(" | "),
                in_draft.join(" | ")
            ));
        }
    }
    Ok(())
}

/// Holds a workbook of annexes against the pages, cell by cell: the results of its formulas too.
pub fn workbook(bytes: &[u8], printed: &PrintedText<'_>) -> Result<(), String> {
    let sheets =
        xlsx::read(bytes.to_vec()).map_err(|reason| format!("không đọc lại được tệp Excel: {reason}"))?;
    xlsx::compare(&sheets, printed)
}

/// The first row (from 1, with those of the head) whose cells differ: as printed, and as read back.
fn other_row(table: &TableBlock, read: &[Vec<String>]) -> Option<(usize, Vec<String>, Vec<String>)> {
    let said = |cells: &[String]| cells.iter().filter(|cell| !cell.is_empty()).cloned().collect();
    // What stands below a cell over several rows of the head is a cell with nothing in it.
    let head = table.head.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>());
    let head =
        head.enumerate().map(|(at, cells)| (said(&cells), said(read.get(at).map_or(&[], Vec::as_slice))));
    let below =
        table.rows.iter().enumerate().map(|(at, row)| {
            (row.cells.clone(), read.get(table.head.len() + at).cloned().unwrap_or_default())
        });
    let beyond = read.iter().skip(table.head.len() + table.rows.len()).map(|row| (Vec::new(), row.clone()));
    let is_other = |(printed, read): &(Vec<String>, Vec<String>)| {
        printed.len() != read.len() || !printed.iter().zip(read).all(|(one, other)| same(one, other))
    };
    let mut all = head.chain(below).chain(beyond).enumerate();
    all.find(|(_, pair)| is_other(pair)).map(|(at, (printed, read))| (at + 1, printed, read))
}

/// Whether two texts have the same letters, digits and signs: lines may end anywhere, and a layout may print in capitals.
fn same(one: &str, other: &str) -> bool {
    one == other || letters(one).eq(letters(other))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    const WORD_JOINER: char = '\u{2060}';
    text.chars().filter(|sign| !sign.is_whitespace() && *sign != WORD_JOINER).flat_map(char::to_lowercase)
}

/// The words of a text around the first place where another one differs.
fn around(text: &str, other: &str) -> String {
    const BEFORE: usize = 24;
    const LENGTH: usize = 64;
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (text, other) = (words(text), words(other));
    let alike = text.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let from = alike.saturating_sub(BEFORE);
    let cut: String = text.chars().skip(from).take(LENGTH).collect();
    let (start, end) =
        (if from > 0 { "…" } else { "" }, if text.chars().count() > from + LENGTH { "…" } else { "" });
    format!("{start}{}{end}", cut.trim())
}
