//! The workbook of a collection: the dossier's own sheets with the units' numbers in place of the old ones, every cell
//! where it was, and a sheet that lists the differences.
//!
//! - Holds: the copy of a sheet with live formulas; looks, since the original's formats are not known.
//! - In and out: sheets as read, tables with new values, what came of the collection in; the bytes of an XLSX file out.
//! - Never here: who answered, what contradicts what.
//! - Why: whoever puts the new workbook in the place of the old one has to change no line of `ho-so.yaml`.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Formula, Workbook, Worksheet, XlsxError};

use super::differences;
use super::formulas::{Formulas, Ground};
use super::looks::{self, Look, Looks, NumberLook, Side, TABLE_SIZE};
use super::sheet::number_look;
use super::{first_page, measure, names, page};
use crate::collect::Collected;
use crate::diag::{CellRange, CellRef};
use crate::load::workbook::{Raw, Sheet};
use crate::model::blocks::Align;
use crate::model::marks;
use crate::model::print::Sign;
use crate::model::profile::Paper;
use crate::model::table::{PercentCell, Row, Table, Value};

/// The margins of the decree; the table is no document.
const PAPER: Paper =
    Paper { top_mm: 20.0, bottom_mm: 20.0, left_mm: 30.0, right_mm: 15.0, page_number_pt: 14.0 };
/// A head has at most so many rows, with the row of column ids.
const MOST_HEAD_ROWS: u32 = 5;
/// Widths of columns, in characters.
const NARROWEST: usize = 8;
const WIDEST: usize = 40;

/// A sheet of the dossier's workbook with the tables on it that were filled in.
pub struct Source<'a> {
    pub sheet: &'a Sheet,
    pub tables: Vec<&'a Table>,
}

/// The new workbook; an error is a fault of the tool.
pub fn collected(sources: &[Source<'_>], collected: &Collected, year: i16) -> Result<Vec<u8>, String> {
    build(sources, collected, year)
        .and_then(|bytes| first_page::without_number(bytes, ""))
        .map_err(|error| format!("không lập được tệp Excel: {error}"))
}

fn build(sources: &[Source<'_>], collected: &Collected, year: i16) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let year = u16::try_from(year).unwrap_or(2020);
    let date = ExcelDateTime::from_ymd(year, 1, 1)?.and_hms(0, 0, 0)?;
    workbook.set_properties(&DocProperties::new().set_author("duthao").set_creation_datetime(&date));
    let (format, row_height, column_width) = looks::of_workbook();
    workbook.set_default_format(&format, row_height, column_width)?;
    let wanted: Vec<String> = sources.iter().map(|source| source.sheet.name.clone()).collect();
    for (source, name) in sources.iter().zip(names::of_sheets(&wanted)) {
        let worksheet = workbook.add_worksheet().set_name(name)?;
        Copy::new(worksheet, source).write()?;
    }
    let list = workbook.add_worksheet().set_name(marks::COLLECTED)?;
    differences::write(list, collected)?;
    workbook.save_to_buffer()
}

/// A sheet that is being copied.
struct Copy<'a, 'w> {
    to: &'w mut Worksheet,
    source: &'a Source<'a>,
    looks: Looks,
    formulas: Vec<Formulas<'a>>,
    /// By table: the columns whose cells hold 0.0797 for 7,97 %.
    ratios: Vec<BTreeSet<usize>>,
    /// The sheet's rows that are rows of a table: which table, which row of it.
    rows: BTreeMap<u32, (usize, usize)>,
    /// The sheet's columns that belong to a table: its column, or `None` for the row numbers.
    columns: Vec<BTreeMap<u32, Option<usize>>>,
    /// Which rows are the head of which table.
    heads: BTreeMap<u32, usize>,
    widths: BTreeMap<u32, u32>,
}

impl<'a, 'w> Copy<'a, 'w> {
    fn new(to: &'w mut Worksheet, source: &'a Source<'a>) -> Self {
        let mut copy = Self {
            to,
            source,
            looks: Looks::default(),
            formulas: Vec::new(),
            ratios: Vec::new(),
            rows: BTreeMap::new(),
            columns: Vec::new(),
            heads: BTreeMap::new(),
            widths: BTreeMap::new(),
        };
        for (at, table) in source.tables.iter().enumerate() {
            let on_sheet = table.columns.iter().enumerate();
            let on_sheet = on_sheet.filter_map(|(own, column)| Some((own, column.sheet_column?)));
            let ratios: BTreeSet<usize> = on_sheet
                .clone()
                .map(|(own, _)| own)
                .filter(|own| holds_ratios(source.sheet, table, *own))
                .collect();
            // A ratio is written a hundred times smaller than it is printed: no formula would give both.
            let plain = on_sheet.clone().filter(|(own, _)| !ratios.contains(own)).collect();
            copy.ratios.push(ratios);
            copy.formulas.push(Formulas::new(table, Ground { first_row: None, columns: plain }));
            copy.rows.extend(table.rows.iter().enumerate().map(|(row, own)| (own.sheet_row, (at, row))));
            let mut columns: BTreeMap<u32, Option<usize>> =
                on_sheet.map(|(own, column)| (column, Some(own))).collect();
            if let Some(number) = table.number_column {
                columns.entry(number).or_insert(None);
            }
            copy.columns.push(columns);
            copy.find_head(at, table);
        }
        copy
    }

    /// The rows right above the first one in which several of the table's columns are filled.
    fn find_head(&mut self, at: usize, table: &Table) {
        let Some(first) = table.rows.first().map(|row| row.sheet_row) else { return };
        let lowest = first.saturating_sub(MOST_HEAD_ROWS).max(1);
        for row in (lowest..first).rev() {
            let filled =
                self.columns[at].keys().filter(|column| self.source.sheet.cell(row, **column).is_some());
            if filled.count() < 2 {
                break;
            }
            self.heads.insert(row, at);
        }
    }

    /// Whether a cell of a column with ratios is one: where rows have units of their own, some are.
    fn is_ratio(&self, table: &Table, row: usize, column: usize) -> bool {
        let definition = &table.columns[column];
        let Some(sheet_column) = definition.sheet_column else { return false };
        let is_shown = self.source.sheet.look(table.rows[row].sheet_row, sheet_column).is_percent;
        let is_rate = definition.kind.is_rate() || table.sign_of(row, column) == Sign::Percent;
        is_shown || definition.percent_cell == Some(PercentCell::Ratio) && is_rate
    }

    fn write(mut self) -> Result<(), XlsxError> {
        self.set_widths()?;
        let sheet = self.source.sheet;
        let mut covered: Vec<CellRange> = sheet.merges().to_vec();
        covered.retain(|range| sheet.cell(range.first.row, range.first.column).is_some());
        for range in &covered {
            let look = self.merged_look(range.first);
            let format = self.looks.format(look);
            let (first, last) = (place(range.first)?, place(range.last)?);
            self.to.merge_range(first.0, first.1, last.0, last.1, "", format)?;
        }
        let firsts: BTreeSet<CellRef> = covered.iter().map(|range| range.first).collect();
        for row in sheet.row_numbers() {
            for (column, raw) in sheet.row(row) {
                let at = CellRef { row, column };
                let is_merged = firsts.contains(&at);
                self.cell(at, raw, is_merged)?;
            }
        }
        self.blanks()?;
        self.head_heights()?;
        if let (Some(first), 1) = (self.rows.keys().next(), self.source.tables.len()) {
            self.to.set_freeze_panes(first - 1, 0)?;
        }
        if let (Some(first), Some(last), 1) =
            (self.heads.keys().next(), self.heads.keys().last(), self.source.tables.len())
        {
            self.to.set_repeat_rows(first - 1, last - 1)?;
        }
        const PORTRAIT: u32 = 640;
        page::set_up(self.to, &PAPER, self.widths.values().sum::<u32>() > PORTRAIT, "");
        Ok(())
    }

    fn cell(&mut self, at: CellRef, raw: Raw<'_>, is_merged: bool) -> Result<(), XlsxError> {
        if let Some((table, row, column)) = self.in_table(at) {
            return self.table_cell(at, raw, table, row, column);
        }
        let look = if is_merged { self.merged_look(at) } else { self.look_around(at) };
        self.raw(at, raw, look)
    }

    /// The table that a cell belongs to, its row there, and its column unless it holds a row number.
    fn in_table(&self, at: CellRef) -> Option<(usize, usize, Option<usize>)> {
        let (table, row) = *self.rows.get(&at.row)?;
        Some((table, row, *self.columns[table].get(&at.column)?))
    }

    fn table_cell(
        &mut self,
        at: CellRef,
        raw: Raw<'_>,
        number: usize,
        row: usize,
        column: Option<usize>,
    ) -> Result<(), XlsxError> {
        let table = self.source.tables[number];
        let kind = table.rows[row].kind;
        let Some(column) = column else { return self.raw(at, raw, Look::in_row(Align::Center, kind)) };
        let definition = &table.columns[column];
        let value = &table.rows[row].cells[column];
        let align = if definition.kind.is_text() { Align::Left } else { Align::Right };
        let look = Look { number: NumberLook::General, ..Look::in_row(align, kind) };
        let Value::Number(figure) = value else { return self.value(at, raw, value, look) };
        let (sheet_row, sheet_column) = place(at)?;
        if self.ratios[number].contains(&column) && self.is_ratio(table, row, column) {
            let decimals = definition.decimals.unwrap_or(figure.normalize().scale());
            let ratio = figure.checked_div(Decimal::ONE_HUNDRED).unwrap_or_default();
            let format = self.looks.format(Look { number: NumberLook::Ratio(decimals), ..look });
            self.to.write_number_with_format(sheet_row, sheet_column, double(ratio), format)?;
            return Ok(());
        }
        let format = self.looks.format(Look { number: number_look(definition, value), ..look });
        match self.formulas[number].of_cell(row, column) {
            Some(formula) => {
                let formula = Formula::new(formula).set_result(figure.normalize().to_string());
                self.to.write_formula_with_format(sheet_row, sheet_column, formula, format)?;
            }
            None => {
                self.to.write_number_with_format(sheet_row, sheet_column, double(*figure), format)?;
            }
        }
        Ok(())
    }

    /// A cell of the table that holds no number: as it was, or as the unit wrote it.
    fn value(&mut self, at: CellRef, raw: Raw<'_>, value: &Value, look: Look) -> Result<(), XlsxError> {
        match value {
            Value::Text(text) | Value::Dash(text) | Value::NotApplicable(text) => {
                self.raw(at, Raw::Text(text), look)
            }
            Value::Range(_) | Value::Date(_) => {
                let (table, _, column) = self.in_table(at).unwrap_or_default();
                let column = column.map(|column| &self.source.tables[table].columns[column]);
                let text = column.map(|column| column.print_bare(value, &Default::default()));
                self.raw(at, Raw::Text(&text.unwrap_or_default()), look)
            }
            _ => self.raw(at, raw, look),
        }
    }

    fn raw(&mut self, at: CellRef, raw: Raw<'_>, look: Look) -> Result<(), XlsxError> {
        let (row, column) = place(at)?;
        match raw {
            Raw::Text(text) | Raw::Error(text) => {
                let text = looks::writable(text);
                let look = Look { quoted: text.starts_with(['=', '+', '-', '@']), ..look };
                self.to.write_string_with_format(row, column, text, self.looks.format(look))?;
            }
            Raw::Number(number) => {
                self.to.write_number_with_format(row, column, number, self.looks.format(look))?;
            }
            Raw::Bool(truth) => {
                self.to.write_boolean_with_format(row, column, truth, self.looks.format(look))?;
            }
            Raw::Date(date) => match ExcelDateTime::parse_from_str(date) {
                Ok(day) => {
                    let look = Look { number: NumberLook::Date { zero_month: true }, ..look };
                    self.to.write_datetime_with_format(row, column, &day, self.looks.format(look))?;
                }
                Err(_) => _ = self.to.write_string_with_format(row, column, date, self.looks.format(look))?,
            },
            Raw::NoResult => {}
        }
        Ok(())
    }

    /// The look of a cell outside the rows of a table: its head, or words around it.
    fn look_around(&self, at: CellRef) -> Look {
        let is_head =
            self.heads.get(&at.row).is_some_and(|table| self.columns[*table].contains_key(&at.column));
        if is_head {
            return Look::head();
        }
        Look { points: TABLE_SIZE, ..Look::of_component("") }
    }

    /// Of merged cells above the table, which are titles, in the middle; notes below it begin on the left.
    fn merged_look(&self, at: CellRef) -> Look {
        let look = self.look_around(at);
        let is_above = self.rows.keys().next().is_none_or(|first| at.row < *first);
        Look { align: if is_above { Side::Center } else { look.align }, ..look }
    }

    /// Cells of the table that are blank have borders too, and what a unit wrote into a blank one stands there.
    fn blanks(&mut self) -> Result<(), XlsxError> {
        for (sheet_row, (number, row)) in self.rows.clone() {
            let table = self.source.tables[number];
            for (sheet_column, column) in self.columns[number].clone() {
                let at = CellRef { row: sheet_row, column: sheet_column };
                if self.source.sheet.cell(sheet_row, sheet_column).is_some()
                    || self.source.sheet.merged(at).is_some()
                {
                    continue;
                }
                let value = column.map_or(&Value::Empty, |column| &table.rows[row].cells[column]);
                if *value == Value::Empty {
                    let format = self.looks.format(Look::in_row(Align::Left, table.rows[row].kind));
                    let (row, column) = place(at)?;
                    self.to.write_blank(row, column, format)?;
                } else {
                    self.table_cell(at, Raw::NoResult, number, row, column)?;
                }
            }
        }
        Ok(())
    }

    fn set_widths(&mut self) -> Result<(), XlsxError> {
        let mut characters: BTreeMap<u32, usize> = BTreeMap::new();
        for row in self.source.sheet.row_numbers().filter(|row| self.rows.contains_key(row)) {
            for (column, raw) in self.source.sheet.row(row) {
                let length = match raw {
                    Raw::Text(text) => text.chars().count(),
                    // With points between thousands.
                    Raw::Number(number) => number.to_string().chars().count().min(12) + 3,
                    _ => NARROWEST,
                };
                let widest = characters.entry(column).or_default();
                *widest = length.max(*widest);
            }
        }
        for (column, widest) in characters {
            let least =
                if self.columns.iter().any(|own| own.get(&column) == Some(&None)) { 4 } else { NARROWEST };
            let characters = u32::try_from(widest.clamp(least, WIDEST)).unwrap_or_default();
            let width = measure::natural(characters);
            self.to.set_column_width_pixels(place(CellRef { row: 1, column })?.1, width)?;
            self.widths.insert(column, width);
        }
        Ok(())
    }

    /// Merged cells never grow by themselves.
    fn head_heights(&mut self) -> Result<(), XlsxError> {
        let Some((first, last)) = self.heads.keys().next().copied().zip(self.heads.keys().last().copied())
        else {
            return Ok(());
        };
        let sheet = self.source.sheet;
        let mut cells = Vec::new();
        for row in first..=last {
            for (column, raw) in sheet.row(row) {
                let Raw::Text(text) = raw else { continue };
                let at = CellRef { row, column };
                let range = sheet.merged(at).unwrap_or(CellRange::from(at));
                let widths = (range.first.column..=range.last.column).filter_map(|own| self.widths.get(&own));
                let height = measure::height(text, TABLE_SIZE, widths.sum());
                let rows = range.last.row.min(last) - row + 1;
                cells.push((row - first, rows, height));
            }
        }
        for (row, height) in (first..).zip(measure::stacked(cells, last - first + 1)) {
            self.to.set_row_height_pixels(row - 1, height)?;
        }
        Ok(())
    }
}

/// Whether a column of rates holds ratios, by its declaration or the format of its cells.
fn holds_ratios(sheet: &Sheet, table: &Table, column: usize) -> bool {
    let definition = &table.columns[column];
    let Some(sheet_column) = definition.sheet_column.filter(|_| !definition.kind.adds_up()) else {
        return false;
    };
    let is_shown = |row: &Row| sheet.look(row.sheet_row, sheet_column).is_percent;
    definition.percent_cell == Some(PercentCell::Ratio) || table.rows.iter().any(is_shown)
}

/// Row and column as the library counts them.
fn place(at: CellRef) -> Result<(u32, u16), XlsxError> {
    let column = at.column.checked_sub(1).and_then(|column| u16::try_from(column).ok());
    at.row.checked_sub(1).zip(column).ok_or(XlsxError::RowColumnLimitError)
}

/// Excel's cells are floats; both read the same decimal text.
fn double(number: Decimal) -> f64 {
    number.to_string().parse().unwrap_or_default()
}
