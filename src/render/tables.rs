//! The tables that a document prints, numbered in the order in which its view names them.

use super::body::TableView;
use super::runs::{runs, unended};
use super::table;
use crate::check::Checked;
use crate::model::blocks::TableBlock;
use crate::model::document::PrintedTable;
use crate::model::text::RichText;

/// Collects tables while the view is made; the tag `<bang so>` names them by their number.
pub struct Tables<'a> {
    checked: &'a Checked,
    pub blocks: Vec<TableBlock>,
}

impl<'a> Tables<'a> {
    pub fn new(checked: &'a Checked) -> Self {
        Self { checked, blocks: Vec::new() }
    }

    /// Takes the next table.
    pub fn view(&mut self, printed: &PrintedTable<RichText>) -> Option<TableView> {
        let table = self.checked.table(&printed.table)?;
        let number = self.blocks.len();
        self.blocks.push(table::block(printed, table, &self.checked.document().habits, number));
        Some(TableView {
            so: number,
            don_vi_tinh: printed.unit_line.as_ref().map(|text| runs(text)),
            ghi_chu: printed.note.as_ref().map(|text| runs(&unended(text))),
        })
    }

    /// Whether a table needs a landscape page.
    pub fn is_wide(&self, printed: &PrintedTable<RichText>, limit: u32) -> bool {
        self.checked
            .table(&printed.table)
            .is_some_and(|table| table::is_wide(printed, table, &self.checked.document().habits, limit))
    }
}
