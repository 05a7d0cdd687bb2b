//! What a workbook holds, found without any declaration: its tables, their columns with guessed kinds, and the `bang:`
//! block that declares them.
//!
//! Comes in: a workbook's bytes. Goes out: what was understood, sheet by sheet, for `duthao inspect`. Every guessed
//! table is read back through its own block, as `check` would read it, before the block is handed out.

mod around;
mod block;
mod columns;
mod evidence;
mod ids;
mod kinds;
mod relations;
mod source;
mod tables;
mod trial;
mod words;

use rust_decimal::Decimal;

pub use around::SheetNotes;
pub use kinds::Kind;
pub use source::file;

use super::workbook::{self, Format, Limits, Sheet, WorkbookTrouble};
use crate::diag::{CellRange, CellRef, Finding};
use crate::model::table::PercentCell;
use tables::Ground;

/// What was understood of a workbook.
#[derive(Debug)]
pub struct Inspection {
    pub format: Format,
    /// In the order of their tabs; hidden ones only where nothing else holds a table.
    pub sheets: Vec<SheetReport>,
    pub hidden_sheets: Vec<String>,
    /// The `bang:` block; empty where there is no table.
    pub block: String,
}

/// One sheet.
#[derive(Debug)]
pub struct SheetReport {
    pub name: String,
    pub is_empty: bool,
    pub tables: Vec<TableReport>,
    pub notes: SheetNotes,
}

/// One table.
#[derive(Debug)]
pub struct TableReport {
    pub id: String,
    pub sheet: String,
    /// The title above it.
    pub caption: Option<String>,
    pub range: CellRange,
    /// First and last row of the head.
    pub head: (u32, u32),
    pub id_row: Option<u32>,
    pub unit_line: Option<(CellRef, String)>,
    pub number_column: Option<u32>,
    pub columns: Vec<ColumnReport>,
    pub rows: RowCounts,
    /// Lines under it that are no rows: row and text.
    pub lines_below: Vec<(u32, String)>,
    /// Written as `tu_dong` where the headings alone would lead to another table.
    pub from_row: Option<u32>,
    /// Written as `tu_cot`, likewise.
    pub from_column: Option<u32>,
    /// Why it is not in the block.
    pub left_out: Option<String>,
    /// What `check` will find when it reads the table through the block.
    pub findings: Vec<Finding>,
}

/// Rows by kind, with the first names of each.
#[derive(Debug, Default)]
pub struct RowCounts {
    pub units: (usize, Vec<String>),
    pub groups: (usize, Vec<String>),
    pub parts: (usize, Vec<String>),
    pub totals: (usize, Vec<String>),
}

/// How a column stands in the block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Declared,
    /// A column without any value: as a comment.
    Blank,
    LeftOut,
}

/// One column.
#[derive(Debug)]
pub struct ColumnReport {
    pub id: String,
    pub column: u32,
    /// Its labels from top to bottom.
    pub heading: Vec<String>,
    /// The part of them that is enough to find it.
    pub wanted: Vec<String>,
    pub kind: Kind,
    pub why: String,
    pub decimals: Option<u32>,
    pub unit: Option<String>,
    pub percent_cell: Option<PercentCell>,
    pub rate_of: Option<usize>,
    pub rate_over: Option<usize>,
    pub formula: Option<String>,
    pub standing: Standing,
    /// What the clerk should know of it.
    pub remark: Option<String>,
}

/// Reads a workbook and says what is in it; `file` is its name.
pub fn workbook(bytes: Vec<u8>, file: &str, limits: &Limits) -> Result<Inspection, WorkbookTrouble> {
    let mut book = workbook::open(bytes, limits)?;
    let entries = book.sheets().to_vec();
    let hidden_sheets: Vec<String> =
        entries.iter().filter(|entry| !entry.is_visible).map(|entry| entry.name.clone()).collect();
    let mut sheets = Vec::new();
    let mut ids: Vec<String> = Vec::new();
    for is_visible in [true, false] {
        let has_tables = sheets.iter().any(|sheet: &SheetReport| !sheet.tables.is_empty());
        if !is_visible && has_tables {
            break;
        }
        for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.is_visible == is_visible) {
            let mut sheet = book.sheet(at)?;
            if sheet.name.is_empty() {
                sheet.name.clone_from(&entry.name);
            }
            sheets.push(report(&sheet, file, &mut ids));
        }
    }
    let tables: Vec<&TableReport> = sheets.iter().flat_map(|sheet| &sheet.tables).collect();
    let block = block::bang(file, &tables);
    Ok(Inspection { format: book.format(), hidden_sheets, block, sheets })
}

fn report(sheet: &Sheet, file: &str, ids: &mut Vec<String>) -> SheetReport {
    let grounds = tables::find(sheet);
    let mut tables: Vec<TableReport> = Vec::new();
    let mut above = 0;
    for ground in &grounds {
        let Some(mut table) = table(sheet, ground, above, ids) else { continue };
        trial::read(&mut table, sheet, ground, file);
        if table.rows.units.0 == 0 && table.left_out.is_none() {
            continue;
        }
        if table.left_out.is_none() {
            ids.push(table.id.clone());
        }
        above = above.max(table.range.last.row);
        tables.push(table);
    }
    SheetReport {
        name: sheet.name.clone(),
        is_empty: sheet.last_row() == 0,
        notes: around::notes(sheet, &tables),
        tables,
    }
}

/// A table with its columns, before it is read; `None` where no row has figures or words under the head.
fn table(sheet: &Sheet, ground: &Ground, above: u32, ids: &[String]) -> Option<TableReport> {
    let unit_line = around::unit_line(sheet, ground, above);
    let units = unit_line.as_ref().map(|(_, line)| kinds::units_of_line(line)).unwrap_or_default();
    let id_row = around::id_row(sheet, ground);
    let rows = columns::rows(sheet, ground, id_row);
    let columns = columns::columns(sheet, ground, &rows, id_row, &units);
    let last_row = rows.last().copied()?;
    let caption = around::caption(sheet, ground, above);
    let at = |row: u32, column: u32| CellRef { row, column };
    Some(TableReport {
        id: ids::table(caption.as_deref(), &sheet.name, ids),
        sheet: sheet.name.clone(),
        caption,
        range: CellRange {
            first: at(ground.first_head_row, *ground.columns.start()),
            last: at(last_row, *ground.columns.end()),
        },
        head: (ground.first_head_row, ground.last_head_row()),
        id_row,
        unit_line,
        number_column: ground.number_column,
        columns,
        rows: RowCounts::default(),
        lines_below: Vec::new(),
        from_row: None,
        from_column: None,
        left_out: None,
        findings: Vec::new(),
    })
}

/// The number in a cell, for comparing columns.
type Value<'a> = &'a dyn Fn(u32, usize) -> Option<Decimal>;
