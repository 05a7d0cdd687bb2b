//! Some rows of a table as a table: what belongs to one unit of a fanned-out document.

use super::allocation::{Allocation, Outcome};
use super::table::{Column, RowKind, Table};

impl Table {
    /// A row with everything below it: its parts, and for a group its rows.
    pub fn family(&self, row: usize) -> Vec<usize> {
        let mut rows = vec![row];
        match self.rows[row].kind {
            RowKind::Group { level } => rows.extend(self.rows_of_group(row, level)),
            _ => {
                rows.extend((row + 1..self.rows.len()).take_while(|at| self.rows[*at].kind == RowKind::Part))
            }
        }
        rows
    }

    /// The total row with its parts.
    pub fn total_rows(&self) -> Vec<usize> {
        // It closes the table.
        let total = self.rows.iter().rposition(|row| row.kind == RowKind::Total);
        total.map(|row| self.family(row)).unwrap_or_default()
    }

    /// The table with these rows only, in the sheet's order.
    #[must_use]
    pub fn subset(&self, mut rows: Vec<usize>) -> Self {
        rows.sort_unstable();
        rows.dedup();
        Self {
            id: self.id.clone(),
            file: self.file.clone(),
            sheet: self.sheet.clone(),
            columns: self.columns.iter().map(|column| of_rows(column, &rows)).collect(),
            rows: rows.into_iter().map(|row| self.rows[row].clone()).collect(),
            number_column: self.number_column,
            column_ids: self.column_ids.clone(),
            least: self.least.clone(),
            above: self.above.clone(),
        }
    }
}

/// A column as it is for some rows: a share knows its row by number.
fn of_rows(column: &Column, rows: &[usize]) -> Column {
    let outcome = |all: &Outcome| Outcome {
        splits: all.splits.clone(),
        portions: rows.iter().map(|row| all.portions.get(*row).cloned().flatten()).collect(),
        weight_scale: all.weight_scale,
        scale: all.scale,
    };
    let allocation = column.allocation.as_ref().map(|all| {
        Box::new(Allocation {
            place: all.place.clone(),
            total: all.total.clone(),
            weights: all.weights,
            floors: all.floors.clone(),
            caps: all.caps.clone(),
            outcome: all.outcome.as_ref().map(outcome),
        })
    });
    Column {
        id: column.id.clone(),
        heading: column.heading.clone(),
        kind: column.kind,
        decimals: column.decimals,
        two_digits: column.two_digits,
        unit: column.unit.clone(),
        rate_of: column.rate_of,
        rate_over: column.rate_over,
        formula: column.formula.clone(),
        allocation,
        percent_cell: column.percent_cell,
        sheet_column: column.sheet_column,
        place: column.place.clone(),
    }
}
