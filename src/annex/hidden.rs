//! The very hidden sheet by which a workbook that comes back is recognised; what it says is `model::marks`.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::{Annexed, looks};
use crate::model::marks::{self, ColumnMarks, Marks, RowMarks, TableMarks};

/// What the hidden sheet says of an annex whose first row stands at `first_row`, from 0.
pub(super) fn marks(annex: &Annexed, sheet: String, first_row: u32) -> TableMarks {
    let columns = annex.places().map(|(column, at)| ColumnMarks {
        at,
        id: annex.table.columns[column].id.clone(),
        is_open: annex.options.open.contains(&column),
    });
    let rows = annex.table.rows.iter().enumerate().zip(first_row + 1..).map(|((row, own), at)| RowMarks {
        at,
        source: own.sheet_row,
        name: annex.table.label(row),
        is_open: !annex.options.open.is_empty() && annex.open_rows.binary_search(&row).is_ok(),
    });
    TableMarks { sheet, table: annex.table.id.clone(), columns: columns.collect(), rows: rows.collect() }
}

/// Adds the sheet behind all others.
pub(super) fn write(workbook: &mut Workbook, marks: &Marks, in_memory: usize) -> Result<(), XlsxError> {
    let lines = marks.lines();
    let worksheet = if lines.len() > in_memory {
        workbook.add_worksheet_with_low_memory()?
    } else {
        workbook.add_worksheet()
    };
    worksheet.set_name(marks::SHEET)?.set_very_hidden(true);
    for (row, line) in (0_u32..).zip(&lines) {
        for (column, cell) in (0_u16..).zip(line) {
            worksheet.write_string(row, column, looks::writable(cell))?;
        }
    }
    Ok(())
}
