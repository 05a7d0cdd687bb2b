//! The cells of one sheet of an `.xlsb`, and what stands around them.

use super::bytes::Bytes;
use super::sheet::Raw;
use super::tokens::{BIFF12, reads};
use super::values::{Style, Styles, error, packed};
use super::xlsb::{Globals, Records, short};
use super::{SheetBuilder, WorkbookTrouble, damaged};
use crate::diag::{CellRange, CellRef};

/// Reads a sheet.
pub fn read(
    records: Records<'_>,
    globals: &Globals,
    builder: &mut SheetBuilder<'_>,
) -> Result<(), WorkbookTrouble> {
    let styles = globals.formats.styles(builder);
    let mut cells = Cells { globals, styles, builder, row: 0, column: 0, filter: None };
    for record in records {
        let (kind, data) = record?;
        let is_read = match kind {
            // A blank cell.
            1 | 12 => cells.head(kind, data).map(|_| ()),
            2..=11 | 13..=18 | 62 => cells.cell(kind, data)?,
            _ => cells.around(kind, data),
        };
        is_read.ok_or_else(|| short(kind))?;
    }
    Ok(())
}

struct Cells<'a, 'b, 'l> {
    globals: &'a Globals,
    styles: Styles,
    builder: &'b mut SheetBuilder<'l>,
    /// From 1.
    row: u32,
    column: u32,
    /// The range with arrows for a filter, which hides nothing before there is a criterion.
    filter: Option<CellRange>,
}

impl Cells<'_, '_, '_> {
    /// The place and the style; a short cell is the one behind the last.
    fn head<'d>(&mut self, kind: u16, mut data: Bytes<'d>) -> Option<(Style, Bytes<'d>)> {
        self.column = if (12..=18).contains(&kind) {
            self.column.checked_add(1)?
        } else {
            data.u32()?.checked_add(1)?
        };
        let style = usize::try_from(data.u32()? & 0x00FF_FFFF).ok()?;
        Some((self.styles.style(style), data))
    }

    /// `None` for a record that is too short.
    fn cell(&mut self, kind: u16, data: Bytes<'_>) -> Result<Option<()>, WorkbookTrouble> {
        let Some((style, mut data)) = self.head(kind, data) else { return Ok(None) };
        let (row, column, look) = (self.row, self.column, style.look);
        match kind {
            2 | 13 => {
                let Some(bits) = data.u32() else { return Ok(None) };
                self.styles.push_number(self.builder, (row, column), packed(bits), style)?;
            }
            5 | 9 | 16 => {
                let Some(double) = data.f64() else { return Ok(None) };
                self.styles.push_number(self.builder, (row, column), double, style)?;
            }
            3 | 11 | 14 => {
                let Some(code) = data.u8() else { return Ok(None) };
                self.builder.push(row, column, Raw::Error(error(code)), look)?;
            }
            4 | 10 | 15 => {
                let Some(truth) = data.u8() else { return Ok(None) };
                self.builder.push(row, column, Raw::Bool(truth != 0), look)?;
            }
            7 | 18 => {
                let Some(at) = data.u32() else { return Ok(None) };
                let text = usize::try_from(at).ok().and_then(|at| self.globals.texts.get(at));
                let text = text.ok_or_else(|| {
                    let cell = CellRef { row, column };
                    damaged(format!("chữ của ô {cell} không có trong bảng chữ chung"))
                })?;
                self.builder.push(row, column, Raw::Text(text), look)?;
            }
            _ => {
                // A text with runs of formatting has a flag before it.
                let flag = if kind == 62 { data.u8() } else { Some(0) };
                let Some(text) = flag.and_then(|_| data.wide()) else { return Ok(None) };
                self.builder.push(row, column, Raw::Text(&text), look)?;
            }
        }
        if (8..=11).contains(&kind) {
            self.external(data);
        }
        Ok(Some(()))
    }

    fn external(&mut self, mut rest: Bytes<'_>) {
        let elsewhere = &self.globals.elsewhere;
        if !elsewhere.contains(&true) || self.builder.facts().external.is_some() {
            return;
        }
        let formula = rest
            .skip(2)
            .and_then(|()| rest.u32())
            .and_then(|length| rest.take(usize::try_from(length).ok()?));
        let leads = |sheet: u16| elsewhere.get(usize::from(sheet)).is_some_and(|leads| *leads);
        if formula.is_some_and(|formula| reads(formula, BIFF12, leads)) {
            self.builder.facts().external = Some(CellRef { row: self.row, column: self.column });
        }
    }

    fn around(&mut self, kind: u16, mut data: Bytes<'_>) -> Option<()> {
        match kind {
            0 => {
                const HIDDEN: u8 = 0x10;
                self.row = data.u32()?.checked_add(1)?;
                self.column = 0;
                data.skip(7)?;
                if data.u8()? & HIDDEN != 0 {
                    self.builder.facts().hidden_rows.push(self.row);
                }
            }
            60 => {
                let (first, last) = (data.u32()?.checked_add(1)?, data.u32()?.checked_add(1)?);
                data.skip(8)?;
                if data.u16()? & 1 != 0 && first <= last {
                    self.builder.facts().hidden_columns.push((first, last));
                }
            }
            176 => {
                let range = range(data)?;
                self.builder.merge(range);
            }
            161 => self.filter = Some(range(data)?),
            163 => self.builder.facts().filter = self.filter,
            _ => {}
        }
        Some(())
    }
}

/// First and last row, first and last column, from 0.
fn range(mut data: Bytes<'_>) -> Option<CellRange> {
    let mut next = || data.u32()?.checked_add(1);
    let (first_row, last_row, first_column, last_column) = (next()?, next()?, next()?, next()?);
    let first = CellRef { row: first_row, column: first_column };
    let last = CellRef { row: last_row, column: last_column };
    (first.row <= last.row && first.column <= last.column).then_some(CellRange { first, last })
}
