//! A table as a block: head grid, aligned columns, printed cells.

use crate::model::blocks::{Align, TableBlock, TableColumn, TableRow, TableRowKind};
use crate::model::body::PrintedTable;
use crate::model::habits::Habits;
use crate::model::head::{self, HeadCell};
use crate::model::table::{ColumnKind, RowKind, Table};
use crate::model::text::RichText;

/// The heading of the column of row numbers.
const NUMBER_HEADING: &str = "TT";
/// A column of text wraps beyond this many characters.
const WIDEST_TEXT: usize = 30;
/// A portrait page may wrap it beyond so many.
const WRAPPED_TEXT: u32 = 20;
/// A head may take so many lines before it widens its column.
const HEAD_LINES: usize = 2;

/// Whether a block of a table needs a landscape page.
pub fn is_wide(block: &TableBlock, limit: u32) -> bool {
    block.columns.iter().map(|column| column.width).sum::<u32>() > limit
}

/// The block of a table, by its number among the document's; `limit` is how many characters a portrait page takes.
pub fn block(
    printed: &PrintedTable<RichText>,
    table: &Table,
    habits: &Habits,
    number: usize,
    limit: u32,
) -> TableBlock {
    let mut paths: Vec<Vec<String>> = Vec::new();
    let mut aligns = Vec::new();
    if table.number_column.is_some() {
        paths.push(vec![NUMBER_HEADING.to_owned()]);
        aligns.push(Align::Center);
    }
    for at in &printed.columns {
        let column = &table.columns[*at];
        paths.push(if column.heading.is_empty() { vec![column.id.clone()] } else { column.heading.clone() });
        aligns.push(match column.kind {
            ColumnKind::Date | ColumnKind::RowUnit => Align::Center,
            kind if kind.is_text() => Align::Left,
            _ => Align::Right,
        });
    }
    let rows: Vec<TableRow> = table
        .rows
        .iter()
        .map(|row| {
            let (kind, level) = match row.kind {
                RowKind::Unit => (TableRowKind::Unit, 0),
                RowKind::Group { level } => (TableRowKind::Group, level),
                RowKind::Total => (TableRowKind::Total, 0),
                RowKind::Part => (TableRowKind::Part, 0),
            };
            let number = table.number_column.is_some().then(|| row.number.clone());
            let printed =
                printed.columns.iter().map(|at| table.columns[*at].print_bare(&row.cells[*at], habits));
            TableRow { kind, level, cells: number.into_iter().chain(printed).collect() }
        })
        .collect();
    let mut columns: Vec<TableColumn> = aligns
        .iter()
        .enumerate()
        .map(|(at, align)| {
            let least = least(&paths[at], &rows, at, *align);
            TableColumn { align: *align, width: width(&paths[at], &rows, at).max(least), least }
        })
        .collect();
    let head = head::grid(&paths);
    widen_for_spanning_heads(&head, &mut columns);
    wrap_to(limit, &mut columns);
    TableBlock { component: "bang".to_owned(), number, columns, head, rows }
}

/// Words wrap: where columns of text in a few more lines let the table stand on a portrait page, they give up so much
/// and no more.
fn wrap_to(limit: u32, columns: &mut [TableColumn]) {
    let wrapped = |column: &TableColumn| match column.align {
        Align::Left => column.width.min(column.least.max(WRAPPED_TEXT)),
        _ => column.width,
    };
    let whole: u32 = columns.iter().map(|column| column.width).sum();
    if whole > limit && columns.iter().map(wrapped).sum::<u32>() <= limit {
        let mut too_much = whole - limit;
        for column in columns {
            let given = too_much.min(column.width - wrapped(column));
            column.width -= given;
            too_much -= given;
        }
    }
}

/// A head cell over several columns, or over the only printed one of them, needs room as well.
fn widen_for_spanning_heads(head: &[Vec<HeadCell>], columns: &mut [TableColumn]) {
    for cell in head.iter().flatten() {
        let Some(under) = columns.get_mut(cell.x..cell.x + cell.colspan) else { continue };
        let wanted = head_width(&cell.text);
        let given: u32 = under.iter().map(|column| column.width).sum();
        let count = u32::try_from(under.len()).unwrap_or(u32::MAX).max(1);
        let more = wanted.saturating_sub(given).div_ceil(count);
        under.iter_mut().for_each(|column| column.width += more);
    }
}

/// The characters that a head's text wants: its longest word, and all of it in a few lines.
fn head_width(text: &str) -> u32 {
    let length = |text: &str| text.chars().count();
    let word = text.split_whitespace().map(length).max().unwrap_or(0);
    u32::try_from(length(text).div_ceil(HEAD_LINES).max(word)).unwrap_or(u32::MAX)
}

/// How many characters a column cannot do without: a number never breaks, a name breaks between its words.
fn least(path: &[String], rows: &[TableRow], column: usize, align: Align) -> u32 {
    // «12/TB-UBND» must not break at its hyphen, and its capitals are wider than other letters.
    let length = |word: &str| {
        let capitals = word.chars().filter(|c| word.contains('/') && c.is_uppercase()).count();
        word.chars().count() + capitals.div_ceil(2)
    };
    let longest_word = |text: &str| text.split_whitespace().map(length).max().unwrap_or(0);
    let of_cell =
        |text: &String| if align == Align::Left { longest_word(text) } else { text.chars().count() };
    let cells = rows.iter().map(|row| of_cell(&row.cells[column])).max().unwrap_or(0);
    let head = path.last().map_or(0, |text| longest_word(text));
    u32::try_from(cells.max(head)).unwrap_or(u32::MAX)
}

/// How many characters a column wants: its longest cell, and its head in a few lines.
fn width(path: &[String], rows: &[TableRow], column: usize) -> u32 {
    let length = |text: &str| text.chars().count();
    let cells = rows.iter().map(|row| length(&row.cells[column])).max().unwrap_or(0).min(WIDEST_TEXT);
    let head = head_width(path.last().map_or("", String::as_str));
    u32::try_from(cells.max(3)).unwrap_or(u32::MAX).max(head)
}
