//! Where offices differ in how they write figures (`thoi_quen`); the default is the official style of nd30.md §4.

use crate::vietnamese::date::ShortDate;
use crate::vietnamese::range::Dash;
use crate::vietnamese::words;

/// The habits of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Habits {
    /// `linh`, `nghin`, `tu`, `ty`.
    pub words: words::Habits,
    /// `ngay_ngan`.
    pub short_date: ShortDate,
    /// `ngay_can_cu`.
    pub basis_date: BasisDate,
    /// `diem`.
    pub points: PointSign,
    /// `khoang`.
    pub dash: Dash,
}

/// How the date of a legal basis is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BasisDate {
    /// «ngày 16 tháng 7 năm 2021»
    #[default]
    Long,
    /// «ngày 16/7/2021»
    Short,
}

/// What stands behind percentage points in running text (nd30.md §4 row 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PointSign {
    /// «giảm 2,2%»
    #[default]
    Percent,
    /// «giảm 2,2 điểm %»
    Points,
}
