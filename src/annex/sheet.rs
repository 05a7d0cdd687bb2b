//! One sheet: the lines above the table, its head and rows, the lines below.
//!
//! - Holds: the way from top to bottom of an annex's sheet.
//! - In and out: an empty worksheet and an annex in; the filled worksheet out.
//! - Never here: the hidden sheet, the arithmetic of formulas, sizes of letters, the choice of what an annex says.
//! - Why: it reads in the order in which the sheet is read.

use rust_xlsxwriter::{ExcelDateTime, Formula, IgnoreError, ProtectionOptions, Worksheet, XlsxError};

use super::Annexed;
use super::formulas::{self, Formulas, Ground};
use super::looks::{self, Look, Looks, NumberLook, TABLE_SIZE};
use super::{measure, page, sources};
use crate::model::blocks::{Block, TableBlock};
use crate::model::profile::Paper;
use crate::model::table::{Column, Value};
use crate::model::text::words;
use crate::vietnamese::date::{IssueDate, ShortDate};

/// Below the title block, in pixels.
const GAP: u32 = 12;

/// Where an annex came to stand on its sheet; rows count from 0.
pub(super) struct Stands {
    /// The table's first row.
    pub(super) first_row: u32,
    /// The row below everything.
    pub(super) end: u32,
}

/// Fills a worksheet with an annex.
pub(super) fn write(
    worksheet: &mut Worksheet,
    annex: &Annexed,
    paper: &Paper,
    symbol: &str,
) -> Result<Stands, XlsxError> {
    let characters: Vec<u32> = annex.printed.columns.iter().map(|column| column.width).collect();
    let widths = measure::column_widths(&characters, annex.section.landscape);
    for (column, width) in widths.iter().enumerate() {
        worksheet.set_column_width_pixels(across(column)?, *width)?;
    }
    let mut writer = Writer { worksheet, annex, widths, looks: Looks::default(), row: 0, first_row: 0 };
    writer.blocks(&annex.section.blocks)?;
    let Writer { worksheet, widths, row: end, first_row, .. } = writer;
    if let (Some(last_row), Some(last)) = (end.checked_sub(1), widths.len().checked_sub(1)) {
        worksheet.set_print_area(0, 0, last_row, across(last)?)?;
    }
    page::set_up(worksheet, paper, annex.section.landscape, symbol);
    if annex.options.is_locked {
        // Whoever fills it in may make a column wider to see a number.
        let allowed =
            ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() };
        worksheet.protect_with_options(&allowed);
    }
    Ok(Stands { first_row, end })
}

/// A worksheet that is being filled from top to bottom; `row` is the next free one, from 0.
struct Writer<'a, 'w> {
    worksheet: &'w mut Worksheet,
    annex: &'a Annexed<'a>,
    widths: Vec<u32>,
    looks: Looks,
    row: u32,
    /// The table's first row, once it is known.
    first_row: u32,
}

impl Writer<'_, '_> {
    fn blocks(&mut self, blocks: &[Block]) -> Result<(), XlsxError> {
        for block in blocks {
            match block {
                // The place of the signature that the office's system prints on the PDF.
                Block::Paragraph { component, .. } if component == "chu_ky_so" => {}
                Block::Paragraph { component, label, runs } => {
                    let label = label.as_ref().map(|label| format!("{label} ")).unwrap_or_default();
                    self.line(component, &format!("{label}{}", words(runs)))?;
                }
                // One column after the other: a sheet has no room beside the table.
                Block::Columns { left, right, .. } => {
                    self.blocks(left)?;
                    self.blocks(right)?;
                }
                Block::Table(table) => self.table(table)?,
            }
        }
        Ok(())
    }

    /// A line of text across the whole table.
    fn line(&mut self, component: &str, text: &str) -> Result<(), XlsxError> {
        let text = if component == "phu_luc_tieu_de" { text.to_uppercase() } else { text.to_owned() };
        let look = Look::of_component(component);
        let row = self.row;
        self.text(Area { row, column: 0, rows: 1, columns: self.widths.len() }, &text, look)?;
        let height = measure::height(&text, look.points, self.widths.iter().sum());
        self.worksheet.set_row_height_pixels(row, height)?;
        self.row = down(row, 1)?;
        if component == "phu_luc_kem_theo" {
            self.worksheet.set_row_height_pixels(self.row, GAP)?;
            self.row = down(self.row, 1)?;
        }
        Ok(())
    }

    fn table(&mut self, printed: &TableBlock) -> Result<(), XlsxError> {
        let head_row = self.row;
        self.head(printed)?;
        let first_row = self.row;
        if first_row > head_row {
            self.worksheet.set_repeat_rows(head_row, first_row - 1)?;
        }
        self.worksheet.set_freeze_panes(first_row, 0)?;
        let annex = self.annex;
        self.first_row = first_row;
        let ground = Ground { first_row: Some(down(first_row, 1)?), columns: annex.places().collect() };
        let formulas = Formulas::new(annex.table, ground);
        for row in 0..annex.table.rows.len() {
            self.unit(printed, &formulas, row)?;
        }
        self.unmark(&formulas, first_row)
    }

    /// Excel would put a green mark on a total that leaves out its neighbours, or differs from their formulas.
    fn unmark(&mut self, formulas: &Formulas, first_row: u32) -> Result<(), XlsxError> {
        let annex = self.annex;
        if self.row == first_row {
            return Ok(());
        }
        for (place, column) in annex.columns.iter().enumerate() {
            let has_formula = formulas.has_own_formula(*column);
            if has_formula || annex.table.columns[*column].kind.adds_up() {
                let place = across(annex.offset() + place)?;
                let error =
                    if has_formula { IgnoreError::FormulaDiffers } else { IgnoreError::FormulaOmitsCells };
                self.worksheet.ignore_error_range(first_row, place, self.row - 1, place, error)?;
            }
        }
        Ok(())
    }

    /// The stacked head; merged cells never grow by themselves, so every row gets its height.
    fn head(&mut self, printed: &TableBlock) -> Result<(), XlsxError> {
        let top = self.row;
        let look = Look::head();
        self.head_heights(printed, top)?;
        for cell in printed.head.iter().flatten() {
            let area =
                Area { row: down(top, cell.y)?, column: cell.x, rows: cell.rowspan, columns: cell.colspan };
            self.text(area, &cell.text, look)?;
        }
        self.row = down(top, printed.head.len())?;
        Ok(())
    }

    /// A row's height must be told before anything below it is written.
    fn head_heights(&mut self, printed: &TableBlock, top: u32) -> Result<(), XlsxError> {
        let number = |count: usize| down(0, count);
        let cells = printed.head.iter().flatten().map(|cell| {
            let width = self.widths.iter().skip(cell.x).take(cell.colspan).sum();
            let needed = measure::height(&cell.text, TABLE_SIZE, width);
            Ok((number(cell.y)?, number(cell.rowspan)?, needed))
        });
        let cells = cells.collect::<Result<Vec<_>, XlsxError>>()?;
        for (at, height) in measure::stacked(cells, number(printed.head.len())?).into_iter().enumerate() {
            self.worksheet.set_row_height_pixels(down(top, at)?, height)?;
        }
        Ok(())
    }

    /// One row of the table; sub-totals and totals are bold.
    fn unit(&mut self, printed: &TableBlock, formulas: &Formulas, at: usize) -> Result<(), XlsxError> {
        let annex = self.annex;
        let (table, offset) = (annex.table, annex.offset());
        let row = &table.rows[at];
        if table.number_column.is_some() {
            let look = Look::in_row(printed.columns[0].align, row.kind);
            self.row_number(&row.number, look)?;
        }
        for (place, column) in annex.columns.iter().enumerate() {
            let place = offset + place;
            let open = annex.is_open(at, *column);
            let look = Look { open, ..Look::in_row(printed.columns[place].align, row.kind) };
            let cell = &row.cells[*column];
            match formulas.of_cell(at, *column) {
                Some(formula) => self.formula(place, &table.columns[*column], cell, &formula, look)?,
                None => self.cell(place, &table.columns[*column], cell, look)?,
            }
            if annex.options.tells_sources
                && let Some(note) = sources::note(table, at, *column)
            {
                self.worksheet.insert_note(self.row, across(place)?, &note)?;
            }
        }
        self.row = down(self.row, 1)?;
        Ok(())
    }

    /// The TT column: «1» as a number, so that Excel does not mark it as one kept as text; «II.1» as text.
    fn row_number(&mut self, text: &str, look: Look) -> Result<(), XlsxError> {
        let is_plain = !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse::<u16>() {
            Ok(number) if is_plain => {
                let look = Look { number: NumberLook::Plain(0), ..look };
                self.worksheet.write_number_with_format(self.row, 0, number, self.looks.format(look))?;
            }
            _ => self.text(Area::cell(self.row, 0), text, look)?,
        }
        Ok(())
    }

    fn formula(
        &mut self,
        place: usize,
        column: &Column,
        cell: &Value,
        formula: &str,
        look: Look,
    ) -> Result<(), XlsxError> {
        let look = Look { number: number_look(column, cell), ..look };
        // What a reader shows that does not calculate: the printed value.
        let formula = Formula::new(formula).set_result(cell_number(cell).unwrap_or_default().to_string());
        let format = self.looks.format(look);
        self.worksheet.write_formula_with_format(self.row, across(place)?, formula, format)?;
        Ok(())
    }

    /// A value; what Excel has no kind of value for (a range, words) stands there as the page prints it.
    fn cell(&mut self, place: usize, column: &Column, cell: &Value, look: Look) -> Result<(), XlsxError> {
        let at = across(place)?;
        if let Some(number) = cell_number(cell) {
            let look = Look { number: number_look(column, cell), ..look };
            self.worksheet.write_number_with_format(self.row, at, number, self.looks.format(look))?;
            return Ok(());
        }
        if let Some((date, month)) = date(cell) {
            let zero_month = month < 3 || self.annex.habits.short_date == ShortDate::TwoDigits;
            let look = Look { number: NumberLook::Date { zero_month }, ..look };
            self.worksheet.write_datetime_with_format(self.row, at, date, self.looks.format(look))?;
            return Ok(());
        }
        self.text(Area::cell(self.row, place), &column.print_bare(cell, self.annex.habits), look)
    }

    /// Text over one cell or several; it stays text even if it begins like a formula.
    fn text(&mut self, area: Area, text: &str, look: Look) -> Result<(), XlsxError> {
        let text = looks::writable(text);
        let look = Look { quoted: text.starts_with(['=', '+', '-', '@']), ..look };
        let format = self.looks.format(look);
        let (row, column) = (area.row, across(area.column)?);
        if area.rows * area.columns <= 1 {
            self.worksheet.write_string_with_format(row, column, text, format)?;
            return Ok(());
        }
        let last_row = down(row, area.rows - 1)?;
        let last_column = across(area.column + area.columns - 1)?;
        self.worksheet.merge_range(row, column, last_row, last_column, &text, format)?;
        Ok(())
    }
}

/// Cells that hold one text: the upper left one, and how many down and across.
#[derive(Clone, Copy)]
struct Area {
    row: u32,
    column: usize,
    rows: usize,
    columns: usize,
}

impl Area {
    fn cell(row: u32, column: usize) -> Self {
        Self { row, column, rows: 1, columns: 1 }
    }
}

/// As many decimals as the page prints.
pub(super) fn number_look(column: &Column, cell: &Value) -> NumberLook {
    let own = || cell.number().map_or(0, |number| number.scale());
    let decimals = column.decimals.unwrap_or_else(own);
    let is_negative = cell.number().is_some_and(|number| number.is_sign_negative());
    match column.kind {
        kind if kind.is_rate() => NumberLook::Plain(decimals),
        // Spreadsheets drop the minus sign where a format tells zero from the rest.
        _ if column.two_digits && decimals == 0 && !is_negative => NumberLook::TwoDigits,
        _ => NumberLook::Grouped(decimals),
    }
}

/// The only place where a decimal becomes a float: Excel's cells are floats. Both read the same decimal text.
fn cell_number(cell: &Value) -> Option<f64> {
    formulas::number(cell)?.to_string().parse().ok()
}

/// A whole date that Excel can hold, and its month.
fn date(value: &Value) -> Option<(ExcelDateTime, u8)> {
    let Value::Date(IssueDate::Day(date)) = value else { return None };
    let year = u16::try_from(date.year()).ok().filter(|year| *year > 1900)?;
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Some((ExcelDateTime::from_ymd(year, month, day).ok()?, month))
}

fn across(column: usize) -> Result<u16, XlsxError> {
    u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)
}

fn down(row: u32, rows: usize) -> Result<u32, XlsxError> {
    u32::try_from(rows).ok().and_then(|rows| row.checked_add(rows)).ok_or(XlsxError::RowColumnLimitError)
}
