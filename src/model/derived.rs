//! Which columns follow from others in their row, by a formula of their own or as a rate of one count over another.

use rust_decimal::{Decimal, RoundingStrategy};

use super::formula::{Formula, Operator};
use super::table::{ColumnKind, Table, Value};

impl Table {
    /// What a column is computed by: `cong_thuc`, or `cua` and `tren` of a rate.
    pub fn derivation(&self, column: usize) -> Option<Formula> {
        let definition = &self.columns[column];
        if let Some(formula) = &definition.formula {
            return Some(formula.value.clone());
        }
        let (count, over) = (definition.rate_of?, definition.rate_over?);
        let named = |at: usize| Box::new(Formula::Column(self.columns[at].id.clone()));
        let ratio = Formula::Binary(named(count), Operator::Divide, named(over));
        let hundred = Box::new(Formula::Number(Decimal::ONE_HUNDRED));
        (definition.kind == ColumnKind::Percent)
            .then(|| Formula::Binary(Box::new(ratio), Operator::Multiply, hundred))
    }
}

/// A computed value as it is printed: halves away from zero.
pub fn rounded(exact: Decimal, decimals: u32) -> Decimal {
    exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// What a cell adds to a sum that passes over texts; `None` for a range and what else cannot be added.
pub fn added(cell: &Value) -> Option<Decimal> {
    match cell {
        Value::Empty | Value::Dash(_) | Value::NotApplicable(_) => Some(Decimal::ZERO),
        Value::Number(number) => Some(*number),
        _ => None,
    }
}
