//! The tables that a document prints, numbered in the order in which its view names them.

use serde::Serialize;

use super::runs::{RunView, runs, unended};
use super::table;
use crate::check::Checked;
use crate::model::blocks::TableBlock;
use crate::model::body::PrintedTable;
use crate::model::text::RichText;

/// A table as a template sees it; `so` is what the tag `<bang>` names it by.
#[derive(Serialize)]
pub struct TableView {
    pub so: usize,
    pub don_vi_tinh: Option<Vec<RunView>>,
    pub ghi_chu: Option<Vec<RunView>>,
}

/// Collects tables while the view is made; the tag `<bang so>` names them by their number.
pub struct Tables<'a> {
    checked: &'a Checked,
    /// How many characters a portrait page takes.
    limit: u32,
    pub blocks: Vec<TableBlock>,
}

impl<'a> Tables<'a> {
    pub fn new(checked: &'a Checked, limit: u32) -> Self {
        Self { checked, limit, blocks: Vec::new() }
    }

    /// Takes the next table.
    pub fn view(&mut self, printed: &PrintedTable<RichText>) -> Option<TableView> {
        let table = self.checked.table(printed)?;
        let number = self.blocks.len();
        self.blocks.push(table::block(printed, table, &self.checked.document().habits, number, self.limit));
        Some(TableView {
            so: number,
            don_vi_tinh: printed.unit_line.as_ref().map(|text| runs(text)),
            ghi_chu: printed.note.as_ref().map(|text| runs(&unended(text))),
        })
    }

    /// Whether a table that was taken needs a landscape page.
    pub fn is_wide(&self, view: &TableView) -> bool {
        self.blocks.get(view.so).is_some_and(|block| table::is_wide(block, self.limit))
    }
}
