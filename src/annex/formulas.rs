//! Which cells of the sheet are formulas: sums down a column, and a column's own formula across a row.
//!
//! - Holds: the formula of a cell as Excel reads it, e.g. `SUM(C9:C14)` or `C9-E9`.
//! - In and out: a typed table, its printed columns and their place on the sheet in; formula text or nothing out.
//! - Never here: cells, formats; a new value: a formula that would not give the printed value is not written.
//! - Why: a sum that a clerk accepted although it does not add up (`bo_qua`) must not change when Excel recalculates.

use rust_decimal::Decimal;

use crate::diag::CellRef;
use crate::model::derived::rounded;
use crate::model::formula::Formula;
use crate::model::table::{RowKind, Table, Value};

/// A function of Excel takes at most so many arguments.
const MOST_ARGUMENTS: usize = 255;
/// A formula of Excel has at most 8,192 characters.
const LONGEST: usize = 8_192;
/// Excel keeps 15 digits; greater amounts would change.
const TOO_LARGE: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);

/// Where a table's cells stand on the sheet that is written; rows and columns count from 1.
pub(super) struct Ground {
    /// The first row, where the rows follow one another; `None`: every row stands where the dossier's own sheet has it.
    pub(super) first_row: Option<u32>,
    /// The columns that are written, by their position in the table, with their place on the sheet.
    pub(super) columns: Vec<(usize, u32)>,
}

/// The formulas of one table.
pub(super) struct Formulas<'a> {
    table: &'a Table,
    ground: Ground,
    /// The columns, by their position in the table, whose formula can be written.
    along: Vec<(usize, Formula)>,
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
    pub(super) fn new(table: &'a Table, ground: Ground) -> Self {
        let columns: Vec<usize> = ground.columns.iter().map(|(column, _)| *column).collect();
        Self { table, ground, along: writable(table, &columns) }
    }

    /// The formula of a cell without the equals sign; `None`: its value is written as it is.
    pub(super) fn of_cell(&self, row: usize, column: usize) -> Option<String> {
        let printed = number(&self.table.rows[row].cells[column])?;
        let kind = self.table.columns[column].kind;
        let text = match self.table.rows[row].kind {
            RowKind::Unit | RowKind::Part => self.along(row, column, printed),
            // Where counts do not add up their own formula may still hold.
            _ if kind.adds_up() => {
                self.sum(row, column, printed).or_else(|| self.along(row, column, printed))
            }
            // The rate of a total is no sum: it follows from the counts of the total.
            _ if kind.is_rate() => self.along(row, column, printed),
            _ => None,
        };
        text.filter(|text| text.len() < LONGEST)
    }

    /// Whether the cells of a column differ from one another in their formulas without being wrong.
    pub(super) fn has_own_formula(&self, column: usize) -> bool {
        self.along.iter().any(|(own, _)| *own == column)
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
        let (_, formula) = self.along.iter().find(|(own, _)| *own == column)?;
        let value = |name: &str| number(&self.table.rows[row].cells[self.table.column(name)?]);
        let exact = formula.evaluate(&value)?;
        let cell = |name: &str| {
            self.table.column(name).and_then(|column| self.cell(row, column)).unwrap_or_default()
        };
        let text = formula.write(&cell, &|number| number.normalize().to_string()).replace(' ', "");
        let decimals = self.table.columns[column].decimals.unwrap_or(printed.scale());
        // What fits without rounding today would not with another number in the row.
        match printed {
            _ if rounded(exact, decimals) != printed => None,
            _ if exact == printed && formula.is_whole() => Some(text),
            _ => Some(format!("ROUND({text},{decimals})")),
        }
    }

    /// The cell on the sheet, e.g. `C9`.
    fn cell(&self, row: usize, column: usize) -> Option<String> {
        let (_, across) = self.ground.columns.iter().find(|(own, _)| *own == column)?;
        let row = match self.ground.first_row {
            Some(first) => first.checked_add(u32::try_from(row).ok()?)?,
            None => self.table.rows[row].sheet_row,
        };
        Some(CellRef { row, column: *across }.to_string())
    }
}

/// The written columns with a formula that reads only written columns and never, by way of another formula, itself:
/// «cuối = đầu - giảm» and «giảm = đầu - cuối» may both be checked, but Excel can compute only one of them.
fn writable(table: &Table, columns: &[usize]) -> Vec<(usize, Formula)> {
    let mut writable: Vec<(usize, Formula)> = Vec::new();
    for column in columns {
        let Some(formula) = table.derivation(*column) else { continue };
        let reads = reads(table, &formula);
        let is_known = reads.iter().all(|read| read.is_some_and(|read| columns.contains(&read)));
        if !reads.is_empty() && is_known && !reaches(table, &writable, &formula, *column) {
            writable.push((*column, formula));
        }
    }
    writable
}

/// The columns that a formula reads; an unknown name is `None`.
fn reads(table: &Table, formula: &Formula) -> Vec<Option<usize>> {
    formula.columns().into_iter().map(|name| table.column(name)).collect()
}

/// Whether a formula reads `target`, itself or through the formulas of the columns in `through`.
fn reaches(table: &Table, through: &[(usize, Formula)], formula: &Formula, target: usize) -> bool {
    let mut seen = Vec::new();
    let mut open = vec![formula];
    while let Some(formula) = open.pop() {
        for read in reads(table, formula).into_iter().flatten() {
            if read == target {
                return true;
            }
            if let Some((_, next)) = through.iter().find(|(own, _)| *own == read)
                && !seen.contains(&read)
            {
                seen.push(read);
                open.push(next);
            }
        }
    }
    false
}
