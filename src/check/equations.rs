//! EQN001: a column with a heading and a formula holds what the formula gives, in every row.
//!
//! Basis: nd30.md §6.2 «đầu kỳ − giảm (+ tăng) = cuối kỳ». The sheet's value is what is printed; the formula checks it.
//! Where figures are ranges, a sum says what is possible, and what is printed has to lie in it.

use rust_decimal::{Decimal, RoundingStrategy};

use super::bounds::{Bounds, plus, times, written};
use crate::diag::{Finding, Findings, rules};
use crate::model::formula::Formula;
use crate::model::habits::Habits;
use crate::model::table::{Column, Row, Table, Value};
use crate::vietnamese::number;

/// What a formula gives that is not what is printed.
pub(super) struct Mismatch {
    pub expected: String,
    /// How far off, or what it should be.
    label: String,
    /// Before it is rounded.
    pub computed: String,
}

/// EQN001, for every row of every checked column; rates are warned of among the other rates of their row (RAT003).
pub fn rows(table: &Table, findings: &mut Findings) {
    for (at, column) in table.columns.iter().enumerate() {
        let (Some(formula), Some(_)) = (&column.formula, column.sheet_column) else { continue };
        if column.kind.is_rate() {
            continue;
        }
        for number in 0..table.rows.len() {
            let found = mismatch(table, number, at, &formula.value);
            let Some(Mismatch { expected, label, computed }) = found else { continue };
            let filled = filled(&formula.value, table, number);
            let mut finding = Finding::new(
                &rules::EQUATION,
                table.place(number, at),
                format!(
                    "cột «{}» của «{}» ghi {}, tính theo công thức {} thì được {expected}",
                    column.title(),
                    table.label(number),
                    shown_value(&table.rows[number].cells[at], column),
                    formula.value,
                ),
            )
            .label(label)
            .note(format!("{filled} = {computed}"))
            .unit(table.rows[table.whole_of(number)].name.as_str())
            .help("sửa ô sai trong dòng này rồi lưu bảng tính");
            for name in formula.value.columns() {
                if let Some(read) = table.column(name) {
                    finding = finding.also(table.place(number, read), format!("cột {name}"));
                }
            }
            findings.add(finding);
        }
    }
}

/// What a formula gives for a cell, where that is not what is printed.
pub(super) fn mismatch(table: &Table, row: usize, column: usize, formula: &Formula) -> Option<Mismatch> {
    let (row, definition) = (&table.rows[row], &table.columns[column]);
    let cell = &row.cells[column];
    exact(table, row, definition, formula, cell)
        .unwrap_or_else(|| possible(table, row, definition, formula, cell))
}

/// The formula with the row's figures in place of its columns.
pub(super) fn filled(formula: &Formula, table: &Table, row: usize) -> String {
    let value = |name: &str| table.column(name).map(|column| shown(column, &table.rows[row], table));
    formula.write(&|name| value(name).unwrap_or_else(|| name.to_owned()), &|number| figure(number))
}

/// A cell in a message.
pub(super) fn shown_value(cell: &Value, column: &Column) -> String {
    cell.number().map_or_else(|| column.print_bare(cell, &Habits::default()), figure)
}

/// Where all are single numbers; `None` when they are not.
fn exact(
    table: &Table,
    row: &Row,
    column: &Column,
    formula: &Formula,
    cell: &Value,
) -> Option<Option<Mismatch>> {
    let value = |name: &str| table.column(name).and_then(|column| row.cells[column].number());
    let (printed, computed) = (cell.number()?, formula.evaluate(&value)?);
    let expected = rounded(computed, column.decimals.unwrap_or(printed.scale()));
    Some((expected != printed).then(|| Mismatch {
        expected: figure(expected),
        label: format!("lệch {}", figure(printed - expected)),
        computed: figure(computed),
    }))
}

/// Where some are ranges: what is printed must lie between what the ends give; where an end is open, it must be able to.
fn possible(table: &Table, row: &Row, column: &Column, formula: &Formula, cell: &Value) -> Option<Mismatch> {
    let printed = cell.bounds()?;
    let linear = formula.linear()?;
    let constant = (Some(linear.constant), Some(linear.constant));
    let computed = linear.factors.iter().try_fold(constant, |sum, (name, factor)| {
        let bounds = row.cells[table.column(name)?].bounds()?;
        Some(plus(sum, times(bounds, *factor)))
    })?;
    let scale = [printed.0, printed.1].into_iter().flatten().map(|end| end.scale()).max();
    let decimals = column.decimals.or(scale)?;
    let expected: Bounds =
        (computed.0.map(|end| rounded(end, decimals)), computed.1.map(|end| rounded(end, decimals)));
    let fits = match (printed, expected) {
        ((Some(min), Some(max)), (Some(least), Some(most))) => least <= min && max <= most,
        ((min, max), (least, most)) => {
            let is_below = |end: Option<Decimal>, other: Option<Decimal>| {
                end.zip(other).is_some_and(|(end, other)| end < other)
            };
            !is_below(max, least) && !is_below(most, min)
        }
    };
    (!fits).then(|| Mismatch {
        expected: written(expected),
        label: format!("tính ra {}", written(expected)),
        computed: written(computed),
    })
}

fn rounded(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// A number in a message.
pub(super) fn figure(value: Decimal) -> String {
    number::format(value.normalize())
}

/// A cell in the arithmetic of a note.
fn shown(column: usize, row: &Row, table: &Table) -> String {
    let cell = &row.cells[column];
    match cell {
        Value::Number(number) => figure(*number),
        Value::Range(_) => format!("({})", table.columns[column].print_bare(cell, &Habits::default())),
        _ => table.columns[column].id.clone(),
    }
}
