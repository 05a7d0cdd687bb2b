//! A workbook that came back from a unit, as plain values.

use crate::diag::Place;
use crate::model::table::Value;

/// The tables of one returned workbook.
#[derive(Debug, Clone)]
pub struct Returned {
    /// As messages call it.
    pub file: String,
    /// The unit that it was made for; `None` where all units got the same one.
    pub unit: Option<String>,
    pub cells: Vec<ReturnedCell>,
}

/// A cell of it that belongs to a figure, text or day of the dossier's table.
#[derive(Debug, Clone)]
pub struct ReturnedCell {
    /// The table's id.
    pub table: String,
    /// Its row and column there.
    pub row: usize,
    pub column: usize,
    /// Whether the unit was to fill it in.
    pub is_open: bool,
    /// `None` for a formula that was not calculated.
    pub value: Option<Value>,
    pub at: Place,
}
