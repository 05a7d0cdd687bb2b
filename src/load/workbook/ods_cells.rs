//! The cells of one sheet of an `.ods`, and what stands around them.
//!
//! A run of equal cells or rows is one element with a number; blank runs, which reach to the end of the sheet, cost
//! nothing here, and runs of values are held to the limits cell by cell.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::limits::Limits;
use super::ods_styles::Styles;
use super::sheet::Raw;
use super::{SheetBuilder, WorkbookTrouble, damaged};
use crate::diag::{CellRange, CellRef};

/// Reads the element of a sheet.
pub fn read(
    xml: &str,
    styles: &Styles,
    limits: &Limits,
    builder: &mut SheetBuilder<'_>,
) -> Result<(), WorkbookTrouble> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut table = Table {
        styles,
        limits,
        builder,
        looks: BTreeMap::new(),
        columns: Vec::new(),
        row: Row::default(),
        next_row: 1,
    };
    let mut is_inside = false;
    loop {
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::Start(tag) => match tag.name().as_ref() {
                "table:table" if !is_inside => is_inside = true,
                "table:table-column" => table.column(&tag),
                "table:table-row" => table.open_row(&tag),
                "table:table-cell" | "table:covered-table-cell" => {
                    let cell = Cell::read(&tag, &mut reader)?;
                    table.cell(cell);
                }
                "table:table-header-rows"
                | "table:table-rows"
                | "table:table-row-group"
                | "table:table-header-columns"
                | "table:table-columns"
                | "table:table-column-group" => {}
                // Forms, shapes, titles, protection.
                _ => {
                    reader.read_to_end(tag.name()).map_err(|error| broken(&error))?;
                }
            },
            Event::End(tag) if tag.name().as_ref() == "table:table-row" => table.close_row()?,
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn broken(error: &dyn std::fmt::Display) -> WorkbookTrouble {
    damaged(format!("phần «content.xml» sai cấu trúc ({error})"))
}

struct Table<'a, 'b, 'l> {
    styles: &'a Styles,
    limits: &'a Limits,
    builder: &'b mut SheetBuilder<'l>,
    /// Looks by the name of the style and whether the value is a percentage.
    looks: BTreeMap<(String, bool), u16>,
    /// The last column of each run of columns, and the style of cells that name none.
    columns: Vec<(u32, Option<String>)>,
    row: Row,
    next_row: u32,
}

#[derive(Default)]
struct Row {
    repeats: u32,
    style: Option<String>,
    next_column: u32,
    cells: Vec<(u32, Cell)>,
}

impl Table<'_, '_, '_> {
    fn column(&mut self, tag: &BytesStart<'_>) {
        let (mut repeats, mut style, mut is_hidden) = (1, None, false);
        each_attribute(tag, |key, value| match key {
            "table:number-columns-repeated" => repeats = number(value),
            "table:default-cell-style-name" => style = Some(value.to_owned()),
            "table:visibility" => is_hidden = value != "visible",
            _ => {}
        });
        let first = self.columns.last().map_or(1, |(last, _)| last.saturating_add(1));
        let last = first.saturating_add(repeats - 1);
        self.columns.push((last, style));
        if is_hidden {
            self.builder.facts().hidden_columns.push((first, last));
        }
    }

    fn open_row(&mut self, tag: &BytesStart<'_>) {
        let (mut repeats, mut is_hidden) = (1, false);
        self.row.cells.clear();
        self.row.style = None;
        self.row.next_column = 1;
        let row = &mut self.row;
        each_attribute(tag, |key, value| match key {
            "table:number-rows-repeated" => repeats = number(value),
            "table:default-cell-style-name" => row.style = Some(value.to_owned()),
            "table:visibility" => is_hidden = value != "visible",
            _ => {}
        });
        row.repeats = repeats;
        if is_hidden {
            let behind = self.next_row.saturating_add(repeats).min(self.limits.rows.saturating_add(1));
            self.builder.facts().hidden_rows.extend(self.next_row..behind);
        }
    }

    fn cell(&mut self, cell: Cell) {
        let column = self.row.next_column;
        self.row.next_column = column.saturating_add(cell.repeats);
        if cell.columns_spanned > 1 || cell.rows_spanned > 1 {
            let first = CellRef { row: self.next_row, column };
            let last = CellRef {
                row: first.row.saturating_add(cell.rows_spanned - 1),
                column: first.column.saturating_add(cell.columns_spanned - 1),
            };
            self.builder.merge(CellRange { first, last });
        }
        let facts = self.builder.facts();
        if cell.is_external && facts.external.is_none() {
            facts.external = Some(CellRef { row: self.next_row, column });
        }
        if !matches!(cell.value, Value::Blank) {
            self.row.cells.push((column, cell));
        }
    }

    fn close_row(&mut self) -> Result<(), WorkbookTrouble> {
        let cells = std::mem::take(&mut self.row.cells);
        if !cells.is_empty() {
            let looks: Vec<u16> = cells.iter().map(|(column, cell)| self.look(*column, cell)).collect();
            for row in self.next_row..self.next_row.saturating_add(self.row.repeats) {
                for ((first, cell), look) in cells.iter().zip(&looks) {
                    for column in *first..first.saturating_add(cell.repeats) {
                        self.builder.push(row, column, cell.value.raw(), *look)?;
                    }
                }
            }
        }
        self.row.cells = cells;
        self.next_row = self.next_row.saturating_add(self.row.repeats);
        Ok(())
    }

    /// A cell that names no style has that of its row, or that of its column.
    fn look(&mut self, column: u32, cell: &Cell) -> u16 {
        let of_column = || {
            let at = self.columns.partition_point(|(last, _)| *last < column);
            self.columns.get(at).and_then(|(_, style)| style.as_ref())
        };
        let style = cell.style.as_ref().or(self.row.style.as_ref()).or_else(of_column);
        let key = (style.cloned().unwrap_or_default(), cell.is_percentage);
        if let Some(known) = self.looks.get(&key) {
            return *known;
        }
        let mut look = self.styles.look(&key.0);
        look.is_percent |= cell.is_percentage;
        let number = self.builder.look(look);
        self.looks.insert(key, number);
        number
    }
}

/// One element of cells, all the same.
struct Cell {
    repeats: u32,
    columns_spanned: u32,
    rows_spanned: u32,
    style: Option<String>,
    is_percentage: bool,
    is_external: bool,
    value: Value,
}

enum Value {
    Blank,
    Text(String),
    Number(f64),
    Error(String),
    Date(String),
    Bool(bool),
    NoResult,
}

impl Value {
    fn raw(&self) -> Raw<'_> {
        match self {
            Self::Blank => Raw::Text(""),
            Self::Text(text) => Raw::Text(text),
            Self::Number(double) => Raw::Number(*double),
            Self::Error(error) => Raw::Error(error),
            Self::Date(date) => Raw::Date(date),
            Self::Bool(truth) => Raw::Bool(*truth),
            Self::NoResult => Raw::NoResult,
        }
    }
}

impl Cell {
    /// Reads a cell to its end.
    fn read(tag: &BytesStart<'_>, reader: &mut Reader<&[u8]>) -> Result<Self, WorkbookTrouble> {
        let mut cell = Self {
            repeats: 1,
            columns_spanned: 1,
            rows_spanned: 1,
            style: None,
            is_percentage: false,
            is_external: false,
            value: Value::Blank,
        };
        let (mut kind, mut stored, mut text) = (String::new(), None, None);
        let (mut is_error, mut is_formula) = (false, false);
        each_attribute(tag, |key, value| match key {
            "table:number-columns-repeated" => cell.repeats = number(value),
            "table:number-columns-spanned" => cell.columns_spanned = number(value),
            "table:number-rows-spanned" => cell.rows_spanned = number(value),
            "table:style-name" => cell.style = Some(value.to_owned()),
            "table:formula" => {
                is_formula = true;
                cell.is_external = value.contains("'#") || value.contains("[file:");
            }
            "office:value-type" => value.clone_into(&mut kind),
            "calcext:value-type" => is_error = value == "error",
            "office:value" | "office:date-value" | "office:time-value" | "office:boolean-value" => {
                stored = Some(value.to_owned());
            }
            "office:string-value" => text = Some(value.to_owned()),
            _ => {}
        });
        let shown = shown(reader)?;
        let stored = stored.unwrap_or_default();
        cell.is_percentage = kind == "percentage";
        cell.value = match kind.as_str() {
            _ if is_error => Value::Error(shown),
            "float" | "percentage" | "currency" => match stored.trim().parse::<f64>() {
                Ok(double) if double.is_finite() => Value::Number(double),
                _ => return Err(broken(&format!("số «{stored}»"))),
            },
            "date" => Value::Date(stored.chars().take(10).collect()),
            "boolean" => Value::Bool(stored == "true"),
            "time" => Value::Text(if shown.is_empty() { stored } else { shown }),
            "" if is_formula => Value::NoResult,
            // Excel writes an error as the text that it shows.
            _ if is_formula && ERRORS.contains(&shown.as_str()) => Value::Error(shown),
            _ => Value::Text(text.unwrap_or(shown)),
        };
        if matches!(&cell.value, Value::Text(text) if text.is_empty()) {
            cell.value = Value::Blank;
        }
        Ok(cell)
    }
}

const ERRORS: [&str; 7] = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

/// The text of a cell, up to the end of the cell: its paragraphs, without comments and shapes.
fn shown(reader: &mut Reader<&[u8]>) -> Result<String, WorkbookTrouble> {
    let mut text = String::new();
    let mut has_paragraph = false;
    // Inside how many elements of a paragraph.
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::Start(tag) => match tag.name().as_ref() {
                "text:p" | "text:h" if depth == 0 => {
                    if has_paragraph {
                        text.push('\n');
                    }
                    (has_paragraph, depth) = (true, 1);
                }
                // However many blanks: they count as one.
                "text:s" | "text:tab" if depth > 0 => {
                    text.push(' ');
                    depth += 1;
                }
                "text:line-break" if depth > 0 => {
                    text.push('\n');
                    depth += 1;
                }
                name if depth == 0
                    || name.starts_with("draw:")
                    || matches!(name, "office:annotation" | "text:note" | "text:ruby-text") =>
                {
                    reader.read_to_end(tag.name()).map_err(|error| broken(&error))?;
                }
                _ => depth += 1,
            },
            Event::End(_) if depth == 0 => return Ok(text),
            Event::End(_) => depth -= 1,
            Event::Text(part) if depth > 0 => text.push_str(&part.xml10_content()),
            Event::CData(part) if depth > 0 => text.push_str(&part.xml10_content()),
            Event::GeneralRef(name) if depth > 0 => text.push_str(&entity(&name)),
            Event::Eof => return Err(broken(&"hết tệp giữa một ô")),
            _ => {}
        }
    }
}

fn entity(name: &BytesRef<'_>) -> String {
    match name.resolve_char_ref() {
        Ok(Some(c)) => c.to_string(),
        _ => resolve_predefined_entity(&name.xml10_content()).unwrap_or_default().to_owned(),
    }
}

/// Hands over every attribute that can be read.
fn each_attribute(tag: &BytesStart<'_>, mut see: impl FnMut(&str, &str)) {
    for attribute in tag.attributes().with_checks(false).flatten() {
        if let Ok(value) = quick_xml::escape::unescape(&attribute.value) {
            see(attribute.key.as_ref(), &value);
        }
    }
}

/// A number of repetitions: at least one.
fn number(text: &str) -> u32 {
    text.parse().unwrap_or(1).max(1)
}
