//! A figure: a value with a unit and the cells or the line that it came from.

use rust_decimal::Decimal;

use crate::diag::Place;
use crate::vietnamese::range::Range;

/// The exact value of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    Number(Decimal),
    Range(Range),
}

/// Which value of the dossier a figure prints.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The table's id; `hang_so` for a constant.
    pub table: Option<String>,
    /// The row's name; `None` for a constant and for the sum of a column.
    pub row: Option<String>,
    /// The column's heading as one line, or the constant's name.
    pub column: Option<String>,
}

/// One printed figure of a document, e.g. «4.990» from cell F15 of `chi-tieu-huyen.xlsx`.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// As printed.
    pub text: String,
    /// The exact value; `None` for the cells of an annex column, which are recorded as one range.
    pub value: Option<Amount>,
    /// The column's `don_vi`, or its row's in a table of indicators.
    pub unit: Option<String>,
    pub source: Vec<Place>,
    /// How the value was computed from `source`, e.g. `ngheo_dau - giam`.
    pub formula: Option<String>,
    /// How the value was rounded or rewritten for print, e.g. `2 chữ số thập phân` or `đọc bằng chữ`.
    pub rounding: Option<String>,
    pub origin: Origin,
    /// The arithmetic behind the value, one step a line; where a constant's own source is told.
    pub steps: Vec<String>,
}
