//! Which cells of the sheet are formulas: sums down a column, and a column's own formula across a row.
//!
//! - Holds: the formula of a cell as Excel reads it, e.g. `SUM(C9:C14)` or `C9-E9`.
//! - In and out: a typed table, its printed columns and their place on the sheet in; formula text or nothing out.
//! - Never here: cells, formats; a new value: a formula that would not give the printed value is not written.
//! - Why: a sum that a clerk accepted although it does not add up (`bo_qua`) must not change when Excel recalculates.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::diag::CellRef;
use crate::model::formula::Formula;
use crate::model::table::{RowKind, Table, Value};

/// A function of Excel takes at most so many arguments.
const MOST_ARGUMENTS: usize = 255;
/// A formula of Excel has at most 8,192 characters.
const LONGEST: usize = 8_192;
/// Excel keeps 15 digits; greater amounts would change.
const TOO_LARGE: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);

/// The formulas of one table.
pub(super) struct Formulas<'a> {
    table: &'a Table,
    /// Positions in the table of the printed columns.
    columns: &'a [usize],
    /// Where the table's first row and first printed column stand on the sheet; both count from 1.
    first: CellRef,
    /// The columns, by their position in the table, whose formula can be written.
    along: Vec<usize>,
}

/// A cell's value as a number that Excel can hold exactly enough; «-» stands on the sheet as a text.
pub(super) fn number(cell: &Value) -> Option<Decimal> {
    match cell {
        Value::Number(number) => Some(*number).filter(|number| number.abs() < TOO_LARGE),
        _ => None,
    }
}

/// What a cell adds to a `SUM`, which passes over texts.
fn added(cell: &Value) -> Option<Decimal> {
    match cell {
        Value::Dash(_) | Value::NotApplicable(_) => Some(Decimal::ZERO),
        cell => number(cell),
    }
}

impl<'a> Formulas<'a> {
    pub(super) fn new(table: &'a Table, columns: &'a [usize], first: CellRef) -> Self {
        Self { table, columns, first, along: writable(table, columns) }
    }

    /// The formula of a cell without the equals sign; `None`: its value is written as it is.
    pub(super) fn of_cell(&self, row: usize, column: usize) -> Option<String> {
        let printed = number(&self.table.rows[row].cells[column])?;
        let adds_up = self.table.columns[column].kind.adds_up();
        let text = match self.table.rows[row].kind {
            RowKind::Unit | RowKind::Part => self.along(row, column, printed),
            // The rate of a total is no sum, and where counts do not add up their own formula may still hold.
            _ if adds_up => self.sum(row, column, printed).or_else(|| self.along(row, column, printed)),
            _ => None,
        };
        text.filter(|text| text.len() < LONGEST)
    }

    /// Whether the cells of a column differ from one another in their formulas without being wrong.
    pub(super) fn has_own_formula(&self, column: usize) -> bool {
        self.along.contains(&column)
    }

    /// `SUM` over the rows that a group or total row adds up.
    fn sum(&self, row: usize, column: usize, printed: Decimal) -> Option<String> {
        let children = self.table.children(row);
        let mut added = children.iter().map(|child| added(&self.table.rows[*child].cells[column]));
        // Excel takes a range, which is text, for nothing: such a sum is not written.
        let sum = added.try_fold(Decimal::ZERO, |sum, child| sum.checked_add(child?))?;
        if children.is_empty() || sum != printed {
            return None;
        }
        let ranges: Vec<String> = children
            .chunk_by(|above, below| above + 1 == *below)
            .filter_map(|run| {
                let (first, last) = (self.cell(*run.first()?, column)?, self.cell(*run.last()?, column)?);
                Some(if first == last { first } else { format!("{first}:{last}") })
            })
            .collect();
        let sums: Vec<String> =
            ranges.chunks(MOST_ARGUMENTS).map(|some| format!("SUM({})", some.join(","))).collect();
        Some(sums.join("+"))
    }

    /// The column's own formula over the cells of the row, rounded where the printed value is.
    fn along(&self, row: usize, column: usize, printed: Decimal) -> Option<String> {
        if !self.along.contains(&column) {
            return None;
        }
        let Column { formula, decimals } = self.formula(column)?;
        let value = |name: &str| number(&self.table.rows[row].cells[self.table.column(name)?]);
        let exact = formula.evaluate(&value)?;
        let cell = |name: &str| {
            self.table.column(name).and_then(|column| self.cell(row, column)).unwrap_or_default()
        };
        let text = formula.write(&cell, &|number| number.normalize().to_string()).replace(' ', "");
        let decimals = decimals.unwrap_or(printed.scale());
        let rounded = exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        match printed {
            _ if exact == printed => Some(text),
            _ if rounded == printed => Some(format!("ROUND({text},{decimals})")),
            _ => None,
        }
    }

    fn formula(&self, column: usize) -> Option<Column<'a>> {
        let column = &self.table.columns[column];
        column.formula.as_ref().map(|formula| Column { formula: &formula.value, decimals: column.decimals })
    }

    /// The cell on the sheet, e.g. `C9`.
    fn cell(&self, row: usize, column: usize) -> Option<String> {
        let across = self.columns.iter().position(|printed| *printed == column)?;
        let row = self.first.row.checked_add(u32::try_from(row).ok()?)?;
        let column = self.first.column.checked_add(u32::try_from(across).ok()?)?;
        Some(CellRef { row, column }.to_string())
    }
}

/// A column's formula and the decimals that its values are rounded to.
struct Column<'a> {
    formula: &'a Formula,
    decimals: Option<u32>,
}

/// The printed columns whose formula reads only printed columns and never, by way of another formula, itself:
/// «cuối = đầu - giảm» and «giảm = đầu - cuối» may both be checked, but Excel can compute only one of them.
fn writable(table: &Table, columns: &[usize]) -> Vec<usize> {
    let mut writable = Vec::new();
    for column in columns {
        let reads = reads(table, *column);
        let is_known = reads.iter().all(|read| read.is_some_and(|read| columns.contains(&read)));
        if !reads.is_empty() && is_known && !reaches(table, &writable, *column, *column) {
            writable.push(*column);
        }
    }
    writable
}

/// The columns that a column's formula reads; an unknown name is `None`.
fn reads(table: &Table, column: usize) -> Vec<Option<usize>> {
    let formula = table.columns[column].formula.as_ref();
    formula.map_or_else(Vec::new, |formula| {
        formula.value.columns().into_iter().map(|name| table.column(name)).collect()
    })
}

/// Whether the formula of `from` reads `target`, itself or through the formulas of the columns in `through`.
fn reaches(table: &Table, through: &[usize], from: usize, target: usize) -> bool {
    let mut seen = Vec::new();
    let mut open = vec![from];
    while let Some(column) = open.pop() {
        for read in reads(table, column).into_iter().flatten() {
            if read == target {
                return true;
            }
            if through.contains(&read) && !seen.contains(&read) {
                seen.push(read);
                open.push(read);
            }
        }
    }
    false
}
