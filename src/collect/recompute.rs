//! What follows from changed cells: columns with a formula, sums of groups and of the whole table.
//!
//! A cell follows only where it followed before: a sum that a clerk lets stand although it does not add up stays.

use rust_decimal::Decimal;

use crate::model::derived::{added, rounded};
use crate::model::formula::Formula;
use crate::model::table::{RowKind, Table, Value};

/// Computes again, in `new`, every cell that was computed in `old` from cells that have changed.
pub(super) fn recompute(old: &Table, new: &mut Table) {
    let formulas: Vec<Option<Formula>> =
        (0..old.columns.len()).map(|column| old.derivation(column)).collect();
    let children: Vec<Vec<usize>> = (0..old.rows.len()).map(|row| old.children(row)).collect();
    // Groups stand in groups and formulas read one another: as often as something still changes, but never for ever.
    for _ in 0..old.columns.len() + 8 {
        let mut is_settled = true;
        for row in (0..old.rows.len()).rev() {
            for (column, formula) in formulas.iter().enumerate() {
                let value = follows(old, new, row, column, formula.as_ref(), &children[row]);
                if let Some(value) = value.filter(|value| *value != new.rows[row].cells[column]) {
                    new.rows[row].cells[column] = value;
                    is_settled = false;
                }
            }
        }
        if is_settled {
            return;
        }
    }
}

/// The new value of a cell that was computed before.
fn follows(
    old: &Table,
    new: &Table,
    row: usize,
    column: usize,
    formula: Option<&Formula>,
    children: &[usize],
) -> Option<Value> {
    let Value::Number(before) = old.rows[row].cells[column] else { return None };
    let kind = old.columns[column].kind;
    let is_sum = !matches!(old.rows[row].kind, RowKind::Unit | RowKind::Part);
    if is_sum && kind.adds_up() && !children.is_empty() {
        let sum = |table: &Table| {
            let mut cells = children.iter().map(|child| added(&table.rows[*child].cells[column]));
            cells.try_fold(Decimal::ZERO, |sum, cell| sum.checked_add(cell?))
        };
        if sum(old) == Some(before) {
            return sum(new).map(Value::Number);
        }
    }
    if is_sum && !kind.adds_up() && !kind.is_rate() {
        return None;
    }
    let formula = formula?;
    let exact =
        |table: &Table| formula.evaluate(&|name: &str| table.rows[row].cells[table.column(name)?].number());
    let decimals = old.columns[column].decimals.unwrap_or(before.scale());
    let printed = |exact: Decimal| if formula.is_whole() { exact } else { rounded(exact, decimals) };
    (rounded(exact(old)?, decimals) == before).then(|| exact(new).map(printed).map(Value::Number))?
}
