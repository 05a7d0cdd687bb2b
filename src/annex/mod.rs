//! The annexes of a document as a workbook that a clerk can go on using: one sheet an annex.
//!
//! Comes in: a checked document, its blocks and the properties of its outputs. Goes out: the bytes of an XLSX file.
//! Never here: files, the clock, totals of our own: a formula is written only where it gives the printed value.
//! The only place that knows rust_xlsxwriter.
//! Why: whoever receives the table changes a number and sees its totals follow, instead of typing the annex again.

mod collected;
mod differences;
mod first_page;
mod formulas;
mod hidden;
mod looks;
mod measure;
mod names;
mod page;
mod sheet;
mod sources;

pub use collected::{Source, collected};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::check::Checked;
use crate::model::blocks::{Block, Blocks, Properties, Section, TableBlock};
use crate::model::document::SheetOptions;
use crate::model::habits::Habits;
use crate::model::marks::Marks;
use crate::model::profile::Paper;
use crate::model::table::{RowKind, Table};
use crate::model::text::words;

/// The component of a section that holds an annex.
const ANNEX: &str = "phu_luc";
/// The component of the line «Phụ lục I».
const LABEL: &str = "phu_luc_nhan";

/// The component of the line «Số: 12/KH-UBND».
const SYMBOL: &str = "so_ky_hieu";

/// A sheet takes 1.3 kB of memory a row.
const IN_MEMORY: usize = 20_000;

/// One annex with all that its sheet shows: the section's words, and the values behind its table.
struct Annexed<'a> {
    section: &'a Section,
    /// The section's table as the page prints it; its head and its shape are used here.
    printed: &'a TableBlock,
    table: &'a Table,
    /// Positions in `table` of the printed columns, without the TT column.
    columns: &'a [usize],
    options: &'a SheetOptions,
    /// The rows whose cells are open in the columns that are.
    open_rows: Vec<usize>,
    habits: &'a Habits,
}

impl Annexed<'_> {
    /// How many columns stand before the table's own: the TT column or none.
    fn offset(&self) -> usize {
        usize::from(self.table.number_column.is_some())
    }

    /// The printed columns by their position in the table, with their place on the sheet, from 1.
    fn places(&self) -> impl Iterator<Item = (usize, u32)> {
        let first = if self.table.number_column.is_some() { 2_u32 } else { 1 };
        self.columns.iter().copied().zip(first..)
    }

    /// Whether whoever receives the workbook fills this cell in.
    fn is_open(&self, row: usize, column: usize) -> bool {
        self.options.open.contains(&column) && self.open_rows.binary_search(&row).is_ok()
    }
}

/// The workbook of a document's annexes, or `None` when it has none; an error is a fault of the tool.
pub fn workbook(
    checked: &Checked,
    blocks: &Blocks,
    properties: &Properties,
    paper: &Paper,
) -> Result<Option<Vec<u8>>, String> {
    let annexes = annexes(checked, blocks)?;
    if annexes.is_empty() {
        return Ok(None);
    }
    let document = checked.document();
    let mut marks = Marks {
        dossier: checked.dossier().id.clone(),
        document: document.id.clone(),
        unit: checked.unit().map(|unit| unit.name.clone()),
        tables: Vec::new(),
    };
    let symbol = symbol(blocks);
    let bytes = build(&annexes, properties, paper, &symbol, &mut marks, IN_MEMORY)
        .and_then(|bytes| first_page::without_number(bytes, &symbol))
        .map_err(|error| format!("không lập được tệp Excel: {error}"))?;
    Ok(Some(bytes))
}

/// A sheet of more than `in_memory` rows goes through a nameless temporary file, row by row: it says the same, its
/// formats are numbered otherwise.
fn build(
    annexes: &[Annexed],
    properties: &Properties,
    paper: &Paper,
    symbol: &str,
    marks: &mut Marks,
    in_memory: usize,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&document_properties(properties)?);
    let (format, row_height, column_width) = looks::of_workbook();
    workbook.set_default_format(&format, row_height, column_width)?;
    let labels: Vec<String> = annexes.iter().map(|annex| label(annex.section)).collect();
    for (annex, name) in annexes.iter().zip(names::of_sheets(&labels)) {
        let stands = if annex.table.rows.len() > in_memory {
            let worksheet = workbook.add_worksheet_with_low_memory()?.set_name(&name)?;
            let stands = sheet::write(worksheet, annex, paper, symbol)?;
            // The library writes a last row that has a height of its own twice: it must not be the last.
            worksheet.write_blank(stands.end, 0, &Format::new().set_text_wrap())?;
            stands
        } else {
            sheet::write(workbook.add_worksheet().set_name(&name)?, annex, paper, symbol)?
        };
        marks.tables.push(hidden::marks(annex, name, stands.first_row));
    }
    hidden::write(&mut workbook, marks, in_memory)?;
    workbook.save_to_buffer()
}

/// Every annex of the document with its section and its table; they must fit one another.
fn annexes<'a>(checked: &'a Checked, blocks: &'a Blocks) -> Result<Vec<Annexed<'a>>, String> {
    let sections: Vec<&Section> =
        blocks.sections.iter().filter(|section| section.component == ANNEX).collect();
    let annexes = &checked.document().annexes;
    let habits = &checked.document().habits;
    if sections.len() != annexes.len() {
        return Err(format!("văn bản có {} phụ lục nhưng mẫu in ra {}", annexes.len(), sections.len()));
    }
    sections
        .into_iter()
        .zip(annexes)
        // An annex of text has no sheet.
        .filter_map(|(section, annex)| Some((section, annex.table()?, &annex.sheet)))
        .map(|(section, wanted, options)| {
            let table = checked
                .table(wanted)
                .ok_or_else(|| format!("không có bảng «{}» mà phụ lục in ra", wanted.table))?;
            let printed = only_table(section)
                .ok_or_else(|| format!("phụ lục của bảng «{}» phải in đúng một bảng", wanted.table))?;
            let annexed = Annexed {
                section,
                printed,
                table,
                columns: &wanted.columns,
                options,
                open_rows: open_rows(checked, table, options),
                habits,
            };
            let is_same_shape = printed.rows.len() == table.rows.len()
                && printed.columns.len() == annexed.offset() + wanted.columns.len();
            if is_same_shape {
                Ok(annexed)
            } else {
                Err(format!("bảng «{}» trên trang in khác số dòng hoặc số cột với số liệu", wanted.table))
            }
        })
        .collect()
}

/// The rows that may be filled in: of a document for one unit its own, wherever the annex prints more of the table.
fn open_rows(checked: &Checked, table: &Table, options: &SheetOptions) -> Vec<usize> {
    if options.open.is_empty() {
        return Vec::new();
    }
    let is_filled_in = |row: &usize| matches!(table.rows[*row].kind, RowKind::Unit | RowKind::Part);
    let Some(unit) = checked.unit() else { return (0..table.rows.len()).filter(is_filled_in).collect() };
    let own = (0..table.rows.len()).filter(|row| table.rows[*row].name == unit.name);
    let mut rows: Vec<usize> = own.flat_map(|row| table.family(row)).filter(is_filled_in).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// The document's number and symbol, e.g. «Số: 12/KH-UBND».
fn symbol(blocks: &Blocks) -> String {
    let mut queue: Vec<&Block> = blocks.sections.iter().flat_map(|section| &section.blocks).rev().collect();
    while let Some(block) = queue.pop() {
        match block {
            Block::Paragraph { component, runs, .. } if component == SYMBOL => {
                let text = words(runs);
                return text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" /", " …/");
            }
            Block::Columns { left, right, .. } => queue.extend(right.iter().rev().chain(left.iter().rev())),
            _ => {}
        }
    }
    String::new()
}

fn only_table(section: &Section) -> Option<&TableBlock> {
    let mut tables = section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let first = tables.next()?;
    tables.next().is_none().then_some(first)
}

/// The text of the line «Phụ lục I», or nothing.
fn label(section: &Section) -> String {
    let label = section.blocks.iter().find_map(|block| match block {
        Block::Paragraph { component, runs, .. } if component == LABEL => Some(words(runs)),
        _ => None,
    });
    label.unwrap_or_default()
}

/// The date stands for the clock: without it the library would write the present moment.
fn document_properties(properties: &Properties) -> Result<DocProperties, XlsxError> {
    let out_of_range = |_| XlsxError::DateTimeRangeError("the document's date".to_owned());
    let date = ExcelDateTime::from_ymd(
        u16::try_from(properties.year).map_err(out_of_range)?,
        u8::try_from(properties.month).map_err(out_of_range)?,
        u8::try_from(properties.day).map_err(out_of_range)?,
    )?;
    Ok(DocProperties::new()
        .set_title(looks::writable(&properties.title))
        .set_author(looks::writable(&properties.author))
        .set_creation_datetime(&date.and_hms(0, 0, 0)?))
}

#[cfg(test)]
mod tests;
