//! Bounds (`BND`): what no figure, no row number and no column id of a table may be.

pub mod column_ids;
pub mod cut;
pub mod least;
pub mod negative;
pub mod over_hundred;
pub mod row_numbers;
