//! A workbook of annexes held against the pages: every sheet says its annex from top to bottom, and nothing else.

use std::collections::BTreeMap;
use std::fmt::Display;

use rust_decimal::Decimal;

use super::printed::{Item, PrintedSection, PrintedText};
use super::same;
use crate::diag::CellRef;
use crate::load::workbook::{self, Limits, Look, Raw, Sheet};
use crate::model::blocks::TableBlock;
use crate::vietnamese::text::beginning;
use crate::vietnamese::{date, number};

/// The component of a section that has a sheet, if it prints a table and nothing else does.
const ANNEX: &str = "phu_luc";

/// The visible sheets of a workbook.
pub(super) fn read(bytes: Vec<u8>) -> Result<Vec<Sheet>, String> {
    let trouble = |trouble: workbook::WorkbookTrouble| match trouble {
        workbook::WorkbookTrouble::Unreadable { reason, .. } => reason,
        workbook::WorkbookTrouble::TooLarge { what, .. } => what,
    };
    let mut book = workbook::open(bytes, &Limits::unbounded()).map_err(trouble)?;
    let visible: Vec<usize> =
        (0..book.sheets().len()).filter(|sheet| book.sheets()[*sheet].is_visible).collect();
    visible.into_iter().map(|sheet| book.sheet(sheet).map_err(trouble)).collect()
}

/// Holds every sheet against the annex that begins with the same words; the first difference.
pub(super) fn compare(sheets: &[Sheet], printed: &PrintedText<'_>) -> Result<(), String> {
    let mut annexes = printed.sections.iter().filter(|section| section.component == ANNEX);
    for (at, sheet) in sheets.iter().enumerate() {
        let first = sheet.row_numbers().next().and_then(|row| sheet.row(row).next());
        let first = first.map(|(_, cell)| said(cell)).unwrap_or_default();
        let begins_so = |section: &&PrintedSection| match section.items.first() {
            Some(Item::Paragraph(number)) => same(&printed.paragraphs[*number], &first),
            _ => false,
        };
        let Some(annex) = annexes.find(begins_so) else {
            return Err(format!(
                "trang tính thứ {} mở đầu bằng «{}», không phụ lục nào in như vậy",
                at + 1,
                first
            ));
        };
        Walk { sheet, rows: sheet.row_numbers().collect(), next: 0, printed }
            .annex(annex)
            .map_err(|difference| format!("trang tính thứ {}, {difference}", at + 1))?;
    }
    Ok(())
}

/// A sheet that is read from top to bottom.
struct Walk<'a> {
    sheet: &'a Sheet,
    /// The rows with cells.
    rows: Vec<u32>,
    /// The next of them that has not been held against the pages.
    next: usize,
    printed: &'a PrintedText<'a>,
}

impl<'a> Walk<'a> {
    fn annex(&mut self, annex: &PrintedSection) -> Result<(), String> {
        for item in &annex.items {
            match item {
                Item::Paragraph(number) => {
                    let on_page = &self.printed.paragraphs[*number];
                    let (row, cells) = self.row();
                    let text = cells.values().map(|(cell, _)| said(*cell)).collect::<Vec<_>>().join(" ");
                    if !same(on_page, &text) {
                        return Err(differ(format!("dòng {row}"), on_page, &text));
                    }
                }
                Item::Table(number) => self.table(self.printed.tables[number])?,
            }
        }
        match self.row() {
            (row, cells) if !cells.is_empty() => {
                let text = cells.values().map(|(cell, _)| said(*cell)).collect::<Vec<_>>().join(" | ");
                Err(format!("dòng {row}: «{}» không có trên trang in", beginning(&text)))
            }
            _ => Ok(()),
        }
    }

    fn table(&mut self, table: &TableBlock) -> Result<(), String> {
        for row in &table.head {
            let (at, cells) = self.row();
            let on_page: Vec<&str> =
                row.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
            let read: Vec<String> = cells.values().map(|(cell, _)| said(*cell)).collect();
            if on_page.len() != read.len() || !on_page.iter().zip(&read).all(|(one, other)| same(one, other))
            {
                return Err(differ(format!("dòng {at}"), &on_page.join(" | "), &read.join(" | ")));
            }
        }
        for row in &table.rows {
            let (at, cells) = self.row();
            for (column, on_page) in (1..).zip(&row.cells) {
                let is_same = match cells.get(&column) {
                    None => on_page.trim().is_empty(),
                    Some((cell, look)) => is_printed(*cell, look, on_page),
                };
                if !is_same {
                    let read = cells.get(&column).map(|(cell, _)| said(*cell)).unwrap_or_default();
                    return Err(differ(format!("ô {}", CellRef { row: at, column }), on_page, &read));
                }
            }
            if let Some((column, (cell, _))) =
                cells.iter().find(|(column, _)| **column as usize > row.cells.len())
            {
                let at = CellRef { row: at, column: *column };
                return Err(format!("ô {at}: «{}» không có trên trang in", said(*cell)));
            }
        }
        Ok(())
    }

    /// The next row that says something, with its cells by column.
    fn row(&mut self) -> (u32, BTreeMap<u32, (Raw<'a>, &'a Look)>) {
        let sheet = self.sheet;
        while let Some(row) = self.rows.get(self.next).copied() {
            self.next += 1;
            let cells = sheet.row(row).filter(|(_, cell)| !said(*cell).trim().is_empty());
            let cells: BTreeMap<u32, (Raw<'a>, &'a Look)> =
                cells.map(|(column, cell)| (column, (cell, sheet.look(row, column)))).collect();
            if !cells.is_empty() {
                return (row, cells);
            }
        }
        (sheet.last_row(), BTreeMap::new())
    }
}

fn differ(at: impl Display, on_page: &str, read: &str) -> String {
    format!("{at}: trang in là «{}», tệp Excel là «{}»", beginning(on_page), beginning(read))
}

/// What a cell holds, without its format.
fn said(cell: Raw<'_>) -> String {
    match cell {
        Raw::Text(text) | Raw::Error(text) | Raw::Date(text) => text.to_owned(),
        Raw::Number(value) => value.to_string(),
        Raw::Bool(value) => value.to_string(),
        Raw::NoResult => "(chưa tính)".to_owned(),
    }
}

/// Whether a cell shows what is printed: a number with the printed decimals, a day, or the same words.
fn is_printed(cell: Raw<'_>, look: &Look, on_page: &str) -> bool {
    match cell {
        Raw::Number(value) => {
            let (Ok(printed), Some(value)) = (number::parse(on_page), exact(value)) else { return false };
            let value = if look.is_percent { value * Decimal::ONE_HUNDRED } else { value };
            let shown = look.decimals.map_or(printed.scale(), u32::from);
            shown == printed.scale()
                && value.round_dp_with_strategy(shown, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
                    == printed
        }
        Raw::Date(day) => match (date::parse(day), date::parse(on_page)) {
            (Ok(one), Ok(other)) => one == other,
            _ => same(day, on_page),
        },
        other => same(&said(other), on_page),
    }
}

/// The decimal that a cell's double stands for: the shortest one that gives this double.
fn exact(value: f64) -> Option<Decimal> {
    value.to_string().parse().ok()
}
