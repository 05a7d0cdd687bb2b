//! The sheet of a collection that says what changed: who answered, which cells, what it comes to.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::looks::{Look, Looks, NumberLook, TABLE_SIZE, writable};
use super::{measure, page};
use crate::collect::Collected;
use crate::diag::Place;
use crate::model::blocks::Align;
use crate::model::profile::Paper;
use crate::model::table::RowKind;

const PAPER: Paper =
    Paper { top_mm: 20.0, bottom_mm: 20.0, left_mm: 30.0, right_mm: 15.0, page_number_pt: 14.0 };
/// In characters.
const WIDTHS: [u32; 6] = [26, 26, 14, 14, 30, 12];

/// Fills the sheet.
pub(super) fn write(worksheet: &mut Worksheet, collected: &Collected) -> Result<(), XlsxError> {
    for (column, width) in (0_u16..).zip(WIDTHS) {
        worksheet.set_column_width_pixels(column, measure::natural(width))?;
    }
    let mut list = List { worksheet, looks: Looks::default(), row: 0 };
    list.title(&collected.headline())?;
    list.sums(collected)?;
    list.changes(collected)?;
    list.missing(collected)?;
    page::set_up(list.worksheet, &PAPER, true, "");
    Ok(())
}

struct List<'w> {
    worksheet: &'w mut Worksheet,
    looks: Looks,
    row: u32,
}

impl List<'_> {
    fn title(&mut self, text: &str) -> Result<(), XlsxError> {
        self.line(text, Look { bold: true, points: TABLE_SIZE, ..Look::of_component("") })
    }

    fn note(&mut self, text: &str) -> Result<(), XlsxError> {
        self.line(text, Look { italic: true, points: TABLE_SIZE, ..Look::of_component("") })
    }

    fn line(&mut self, text: &str, look: Look) -> Result<(), XlsxError> {
        // Words run on over the blank cells beside them.
        let format = self.looks.format(look).clone().unset_text_wrap();
        self.worksheet.write_string_with_format(self.row, 0, writable(text), &format)?;
        self.row += 1;
        Ok(())
    }

    fn head(&mut self, labels: &[&str]) -> Result<(), XlsxError> {
        for (column, label) in (0_u16..).zip(labels) {
            self.worksheet.write_string_with_format(
                self.row,
                column,
                *label,
                self.looks.format(Look::head()),
            )?;
        }
        self.row += 1;
        Ok(())
    }

    fn text(&mut self, column: u16, text: &str, align: Align) -> Result<(), XlsxError> {
        let text = writable(text);
        let look = Look::in_row(align, RowKind::Unit);
        let look = Look { quoted: text.starts_with(['=', '+', '-', '@']), ..look };
        self.worksheet.write_string_with_format(self.row, column, text, self.looks.format(look))?;
        Ok(())
    }

    fn number(&mut self, column: u16, number: Decimal) -> Result<(), XlsxError> {
        let look = Look::in_row(Align::Right, RowKind::Unit);
        let look = Look { number: NumberLook::Grouped(number.normalize().scale()), ..look };
        let double: f64 = number.to_string().parse().unwrap_or_default();
        self.worksheet.write_number_with_format(self.row, column, double, self.looks.format(look))?;
        Ok(())
    }

    fn sums(&mut self, collected: &Collected) -> Result<(), XlsxError> {
        self.row += 1;
        self.title("Tổng các đơn vị so với chỉ tiêu của hồ sơ")?;
        self.head(&["Cột", "Bảng", "Chỉ tiêu", "Tổng thu về", "Chênh lệch"])?;
        for sum in &collected.sums {
            self.text(0, &sum.column, Align::Left)?;
            self.text(1, &sum.table, Align::Left)?;
            self.number(2, sum.target)?;
            self.number(3, sum.sum)?;
            self.number(4, sum.sum - sum.target)?;
            self.row += 1;
        }
        if !collected.missing.is_empty() {
            self.note(Collected::STILL_SENT)?;
        }
        Ok(())
    }

    fn changes(&mut self, collected: &Collected) -> Result<(), XlsxError> {
        self.row += 1;
        self.title(&format!("Các ô thay đổi: {}", collected.changed.len()))?;
        self.head(&["Đơn vị", "Cột", "Đã gửi", "Thu về", "Tệp thu về", "Ô"])?;
        for change in &collected.changed {
            self.text(0, &change.unit, Align::Left)?;
            self.text(1, &change.column, Align::Left)?;
            self.text(2, &change.old, Align::Right)?;
            self.text(3, &change.new, Align::Right)?;
            let file = change.at.path().rsplit('/').next().unwrap_or_default();
            self.text(4, file, Align::Left)?;
            let cell = match &change.at {
                Place::Cell { cell, .. } => cell.to_string(),
                _ => String::new(),
            };
            self.text(5, &cell, Align::Center)?;
            self.row += 1;
        }
        Ok(())
    }

    fn missing(&mut self, collected: &Collected) -> Result<(), XlsxError> {
        if collected.missing.is_empty() {
            return Ok(());
        }
        self.row += 1;
        self.title(&format!("Đơn vị chưa có số thu về: {}", collected.missing.len()))?;
        for unit in &collected.missing {
            self.text(0, unit, Align::Left)?;
            self.row += 1;
        }
        Ok(())
    }
}
