//! The cells of one sheet of an `.xls`, and what stands around them.

use super::biff::{Record, Records, Version, long_text};
use super::bytes::Bytes;
use super::sheet::Raw;
use super::tokens::{BIFF8, reads};
use super::values::{Style, Styles, error, packed};
use super::xls::{Globals, range};
use super::{SheetBuilder, WorkbookTrouble, damaged};
use crate::diag::CellRef;

/// Reads a sheet; whether a filter is at work on it.
pub fn read(
    mut records: Records<'_>,
    globals: &Globals,
    builder: &mut SheetBuilder<'_>,
) -> Result<bool, WorkbookTrouble> {
    let styles = globals.formats.styles(builder);
    let mut cells = Cells { globals, styles, builder, awaited: None, has_filter: false };
    while let Some(record) = records.next()? {
        let is_read = match record.kind {
            // The text that the formula before it gives.
            0x0207 => {
                let mut parts = vec![record.data];
                parts.extend(records.continued()?);
                cells.result(&parts)?
            }
            _ => cells.record(record)?,
        };
        if is_read.is_none() {
            return Err(damaged(format!("bản ghi 0x{:04X} ngắn hơn quy định", record.kind)));
        }
    }
    cells.no_result()?;
    Ok(cells.has_filter)
}

struct Cells<'a, 'b, 'l> {
    globals: &'a Globals,
    styles: Styles,
    builder: &'b mut SheetBuilder<'l>,
    /// A formula whose result is a text that has not come yet.
    awaited: Option<(u32, u32, Style)>,
    has_filter: bool,
}

/// `None` for a record that is too short.
type Read = Result<Option<()>, WorkbookTrouble>;

impl Cells<'_, '_, '_> {
    fn record(&mut self, record: Record<'_>) -> Read {
        let data = Bytes(record.data);
        match record.kind {
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x00BD | 0x0006 => {
                self.no_result()?;
                self.cell(record.kind, data)
            }
            0x0208 => Ok(self.row(data)),
            0x007D => Ok(self.columns(data)),
            0x00E5 => Ok(self.merges(data)),
            // A filter at work; the criterion of a column.
            0x009B | 0x009E => {
                self.has_filter = true;
                Ok(Some(()))
            }
            _ => Ok(Some(())),
        }
    }

    fn cell(&mut self, kind: u16, mut data: Bytes<'_>) -> Read {
        let (Some(row), Some(column)) = (data.u16(), data.u16()) else { return Ok(None) };
        let (row, column) = (u32::from(row) + 1, u32::from(column) + 1);
        if kind == 0x00BD {
            return self.many(row, column, data);
        }
        let Some(style) = data.u16() else { return Ok(None) };
        let style = self.styles.style(usize::from(style));
        match kind {
            0x0203 => {
                let Some(double) = data.f64() else { return Ok(None) };
                self.number(row, column, double, style)?;
            }
            0x027E => {
                let Some(bits) = data.u32() else { return Ok(None) };
                self.number(row, column, packed(bits), style)?;
            }
            0x0205 => {
                let (Some(value), Some(is_error)) = (data.u8(), data.u8()) else { return Ok(None) };
                let value = if is_error == 1 { Raw::Error(error(value)) } else { Raw::Bool(value != 0) };
                self.builder.push(row, column, value, style.look)?;
            }
            0x00FD => {
                let Some(at) = data.u32() else { return Ok(None) };
                let text = usize::try_from(at).ok().and_then(|at| self.globals.texts.get(at));
                let text = text.ok_or_else(|| {
                    let cell = CellRef { row, column };
                    damaged(format!("chữ của ô {cell} không có trong bảng chữ chung"))
                })?;
                self.builder.push(row, column, Raw::Text(text), style.look)?;
            }
            0x0204 | 0x00D6 => {
                let Some(text) = self.text(&[data.0], style) else { return Ok(None) };
                self.builder.push(row, column, Raw::Text(&text), style.look)?;
            }
            _ => return self.formula(row, column, style, data),
        }
        Ok(Some(()))
    }

    /// Numbers side by side, each with its style.
    fn many(&mut self, row: u32, first: u32, mut data: Bytes<'_>) -> Read {
        for column in first.. {
            // The number of the last column stands behind.
            if data.0.len() < 6 {
                break;
            }
            let (Some(style), Some(bits)) = (data.u16(), data.u32()) else { return Ok(None) };
            let style = self.styles.style(usize::from(style));
            self.number(row, column, packed(bits), style)?;
        }
        Ok(Some(()))
    }

    fn formula(&mut self, row: u32, column: u32, style: Style, mut data: Bytes<'_>) -> Read {
        /// The writing program did not calculate.
        const CALCULATE_ON_LOAD: u16 = 2;
        let (Some(value), Some(flags)) = (data.take(8), data.u16()) else { return Ok(None) };
        self.external(row, column, data);
        let look = style.look;
        match *value {
            [0, .., 0xFF, 0xFF] => self.awaited = Some((row, column, style)),
            [1, _, truth, .., 0xFF, 0xFF] => {
                self.builder.push(row, column, Raw::Bool(truth != 0), look)?;
            }
            [2, _, code, .., 0xFF, 0xFF] => {
                self.builder.push(row, column, Raw::Error(error(code)), look)?;
            }
            // A blank text.
            [3, .., 0xFF, 0xFF] => {}
            [0, 0, 0, 0, 0, 0, 0, 0] if flags & CALCULATE_ON_LOAD != 0 => {
                self.builder.push(row, column, Raw::NoResult, look)?;
            }
            _ => {
                let Some(double) = Bytes(value).f64() else { return Ok(None) };
                self.number(row, column, double, style)?;
            }
        }
        Ok(Some(()))
    }

    fn external(&mut self, row: u32, column: u32, mut rest: Bytes<'_>) {
        let elsewhere = &self.globals.elsewhere;
        if !elsewhere.contains(&true) || self.builder.facts().external.is_some() {
            return;
        }
        let formula = rest.skip(4).and_then(|()| rest.u16()).and_then(|length| rest.take(length.into()));
        let leads = |sheet: u16| elsewhere.get(usize::from(sheet)).is_some_and(|leads| *leads);
        if formula.is_some_and(|formula| reads(formula, BIFF8, leads)) {
            self.builder.facts().external = Some(CellRef { row, column });
        }
    }

    fn result(&mut self, parts: &[&[u8]]) -> Read {
        let Some((row, column, style)) = self.awaited.take() else { return Ok(Some(())) };
        let Some(text) = self.text(parts, style) else { return Ok(None) };
        self.builder.push(row, column, Raw::Text(&text), style.look).map(Some)
    }

    /// A formula that gives a text, and the text did not come.
    fn no_result(&mut self) -> Result<(), WorkbookTrouble> {
        match self.awaited.take() {
            Some((row, column, style)) => self.builder.push(row, column, Raw::NoResult, style.look),
            None => Ok(()),
        }
    }

    fn text(&self, parts: &[&[u8]], style: Style) -> Option<String> {
        match self.globals.version {
            Version::Biff8 => long_text(parts),
            Version::Biff5 => {
                let all = parts.concat();
                let mut data = Bytes(&all);
                let length = usize::from(data.u16()?);
                let bytes = data.take(length)?;
                // Bytes of TCVN3 and VNI are those of the Western page, whatever page the file names.
                let letters =
                    if style.is_old_font { encoding_rs::WINDOWS_1252 } else { self.globals.letters };
                Some(letters.decode_without_bom_handling(bytes).0.into_owned())
            }
        }
    }

    fn number(&mut self, row: u32, column: u32, double: f64, style: Style) -> Result<(), WorkbookTrouble> {
        self.styles.push_number(self.builder, (row, column), double, style)
    }

    fn row(&mut self, mut data: Bytes<'_>) -> Option<()> {
        const HIDDEN: u16 = 0x20;
        let row = u32::from(data.u16()?) + 1;
        data.skip(10)?;
        if data.u16()? & HIDDEN != 0 {
            self.builder.facts().hidden_rows.push(row);
        }
        Some(())
    }

    fn columns(&mut self, mut data: Bytes<'_>) -> Option<()> {
        let (first, last) = (u32::from(data.u16()?) + 1, u32::from(data.u16()?) + 1);
        data.skip(4)?;
        if data.u16()? & 1 != 0 && first <= last {
            self.builder.facts().hidden_columns.push((first, last));
        }
        Some(())
    }

    fn merges(&mut self, mut data: Bytes<'_>) -> Option<()> {
        for _ in 0..data.u16()? {
            let rows = [data.u16()?, data.u16()?];
            let columns = [data.u16()?, data.u16()?];
            if let Some(range) = range(rows, columns) {
                self.builder.merge(range);
            }
        }
        Some(())
    }
}
