//! From a number in a binary file and the format of its cell to a value: a date, a share, an error.
//!
//! calamine gives neither the format nor the font of a cell of these files, drops the error of a formula in `.xlsb`, and
//! builds every sheet of an `.xls` in memory as large as its farthest cell. So their records are read here; calamine
//! is the second witness in `tests/suite/workbooks.rs`.

use calamine::{ExcelDateTime, ExcelDateTimeType};

use super::SheetBuilder;
use super::WorkbookTrouble;
use super::look::{self, Shown};
use super::sheet::Raw;

/// How the cells of one style are shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Style {
    /// The number of its look in the sheet.
    pub look: u16,
    pub shown: Shown,
    /// Whether its font has letters of its own.
    pub is_old_font: bool,
}

/// The cell formats of a workbook, as the number format and the font of each.
#[derive(Debug, Default)]
pub struct Formats {
    pub is_1904: bool,
    pub fonts: Vec<String>,
    /// By the file's number of the format.
    pub codes: std::collections::BTreeMap<u16, String>,
    /// Font and number format of each style.
    pub cells: Vec<(usize, u16)>,
}

impl Formats {
    /// The styles with their looks made known to a sheet.
    pub fn styles(&self, builder: &mut SheetBuilder<'_>) -> Styles {
        let styles = self.cells.iter().map(|(font, code)| {
            let code = self.codes.get(code).map_or_else(|| look::built_in(*code), String::as_str);
            let look = look::look(code, self.fonts.get(*font).map(String::as_str));
            let is_old_font = look.encoding.is_some();
            Style { look: builder.look(look), shown: look::shown(code), is_old_font }
        });
        Styles { styles: styles.collect(), is_1904: self.is_1904 }
    }
}

/// The styles of a sheet's cells.
pub struct Styles {
    styles: Vec<Style>,
    is_1904: bool,
}

impl Styles {
    pub fn style(&self, number: usize) -> Style {
        self.styles.get(number).copied().unwrap_or_default()
    }

    /// Adds a number, or the date that it is shown as.
    pub fn push_number(
        &self,
        builder: &mut SheetBuilder<'_>,
        (row, column): (u32, u32),
        double: f64,
        style: Style,
    ) -> Result<(), WorkbookTrouble> {
        let kind = match style.shown {
            Shown::Date => Some(ExcelDateTimeType::DateTime),
            Shown::Span => Some(ExcelDateTimeType::TimeDelta),
            Shown::Number => None,
        };
        let date = kind.and_then(|kind| look::date(&ExcelDateTime::new(double, kind, self.is_1904)));
        let value = match &date {
            _ if !double.is_finite() => Raw::Error("#NUM!"),
            Some(date) => Raw::Date(date),
            None => Raw::Number(double),
        };
        builder.push(row, column, value, style.look)
    }
}

/// A number that is packed into 30 bits: a whole one or the upper half of a double, either maybe in hundredths.
pub fn packed(bits: u32) -> f64 {
    let double = if bits & 2 == 2 {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & !3) << 32)
    };
    #[expect(
        clippy::float_arithmetic,
        reason = "the file says that the number is this double divided by 100"
    )]
    if bits & 1 == 1 { double / 100.0 } else { double }
}

/// The error of a code, as Excel writes it.
pub fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => "#VALUE!",
    }
}

#[cfg(test)]
mod tests {
    use super::packed;

    #[test]
    fn packed_numbers_are_those_that_were_typed() {
        for (bits, double) in [
            (0x3FF0_0000, 1.0),
            (0x3FF0_0001, 0.01),
            ((2900 << 2) | 2, 2900.0),
            ((797 << 2) | 3, 7.97),
            ((-5_i32 << 2).cast_unsigned() | 2, -5.0),
        ] {
            assert_eq!(packed(bits).to_bits(), f64::to_bits(double), "{bits:#x}");
        }
    }
}
