//! A CSV file as a workbook of one sheet.

use super::{Charset, CsvTrouble, Decoded, decode, each_cell};
use crate::load::workbook::{
    Book, Format, Limits, Look, Raw, Sheet, SheetBuilder, SheetEntry, Untold, WorkbookTrouble, unreadable,
};

/// An opened file.
pub struct CsvBook {
    decoded: Decoded,
    sheets: [SheetEntry; 1],
    limits: Limits,
}

impl CsvBook {
    /// The name of the only sheet; `trang` need not be said.
    const SHEET: &str = "CSV";

    pub fn open(bytes: &[u8], limits: &Limits) -> Result<Self, WorkbookTrouble> {
        let sheets = [SheetEntry { name: Self::SHEET.to_owned(), is_visible: true }];
        Ok(Self { decoded: decode(bytes)?, sheets, limits: *limits })
    }
}

impl Book for CsvBook {
    fn format(&self) -> Format {
        Format::Csv
    }

    fn sheets(&self) -> &[SheetEntry] {
        &self.sheets
    }

    fn sheet(&mut self, _at: usize) -> Result<Sheet, WorkbookTrouble> {
        let mut builder = SheetBuilder::new(Self::SHEET, &self.limits);
        let encoding = match self.decoded.charset {
            Charset::Legacy(encoding) => Some(encoding),
            _ => None,
        };
        let look = builder.look(Look { encoding, ..Look::default() });
        let layout = each_cell(&self.decoded.text, |row, column, text| {
            builder.push(row, column, Raw::Text(text), look)
        })?;
        let facts = builder.facts();
        facts.untold = vec![
            Untold::NumberFormats,
            Untold::HiddenRows,
            Untold::HiddenColumns,
            Untold::Filters,
            Untold::Merges,
            Untold::Formulas,
        ];
        facts.charset = Some(self.decoded.charset.name());
        facts.separator = Some(layout.separator.name());
        // A row that is too short is a title or a note; one that is too long has a comma too many.
        facts.split_row = layout.uneven.filter(|uneven| uneven.cells > uneven.usual).map(|uneven| uneven.row);
        Ok(builder.finish())
    }
}

impl From<CsvTrouble> for WorkbookTrouble {
    fn from(trouble: CsvTrouble) -> Self {
        unreadable(trouble.to_string(), "mở bằng Excel, chọn Save As, dạng «CSV UTF-8» hoặc .xlsx")
    }
}
