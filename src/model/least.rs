//! A rule that a plan states about its own targets (`muc_toi_thieu`): the least that a unit may be given.

use rust_decimal::Decimal;

use crate::diag::Place;

/// «Communes above the average fall by more than 1,2 points.»
#[derive(Debug, Clone)]
pub struct Least {
    /// The column of the targets.
    pub column: usize,
    pub value: Decimal,
    /// `tren`, and not `tu`.
    pub is_strict: bool,
    /// Which rows it is about; all units where it is absent.
    pub when: Option<When>,
    /// What states it, for messages.
    pub source: String,
    pub place: Place,
}

/// The rows whose value in a column lies on one side of a limit.
#[derive(Debug, Clone)]
pub struct When {
    pub column: usize,
    pub side: Side,
    pub limit: Limit,
}

/// `cao_hon`, `thap_hon`, `tu`, `den`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Above,
    Below,
    AtLeast,
    AtMost,
}

/// What is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    Number(Decimal),
    /// `tong`: the same column of the total row.
    Total,
}
