//! RAT003: a rate with a formula holds what the formula gives; points are the difference of the two printed rates.
//!
//! Rounded half up to the decimals of the column, else of the cell itself. Points for which nobody declared a formula
//! are checked where there is no doubt: the only points of a table with the only two rates, before and after a cut.

use super::{Fault, Ground};
use crate::check::equations::{Mismatch, filled, mismatch, shown_value};
use crate::diag::rules;
use crate::model::formula::{Formula, Operator};
use crate::model::table::{ColumnKind, Table};

/// RAT003, for every rate and every points of a row that a formula gives.
pub(super) fn of_formula(ground: &Ground<'_>, row: usize) -> Option<Fault> {
    let table = ground.table;
    let mut wrong = ground
        .formulas
        .iter()
        .filter_map(|(column, formula)| Some((*column, formula, mismatch(table, row, *column, formula)?)));
    let first = wrong.next()?;
    let all: Vec<(usize, &Formula, Mismatch)> = std::iter::once(first).chain(wrong).collect();
    let (column, formula, Mismatch { expected, .. }) = &all[0];
    let printed = |column: usize| shown_value(&table.rows[row].cells[column], &table.columns[column]);
    let mut also = Vec::new();
    let mut notes = Vec::new();
    for (number, (column, formula, mismatch)) in all.iter().enumerate() {
        if number > 0 {
            also.push((table.place(row, *column), format!("tính ra {}", mismatch.expected)));
        }
        for name in formula.columns() {
            if let Some(read) = table.column(name) {
                also.push((table.place(row, read), format!("cột {name}")));
            }
        }
        let rounded = if mismatch.computed == mismatch.expected {
            String::new()
        } else {
            format!(", làm tròn là {}", mismatch.expected)
        };
        notes.push(format!(
            "{} = {}{rounded}; bảng ghi {}",
            filled(formula, table, row),
            mismatch.computed,
            printed(*column)
        ));
    }
    let how = match difference(formula, table) {
        Some((minuend, subtrahend)) => {
            format!("lấy «{}» trừ «{}»", ground.title(minuend), ground.title(subtrahend))
        }
        None => format!("tính theo công thức {formula}"),
    };
    Some(Fault {
        rule: &rules::RATE_NOT_FORMULA,
        column: *column,
        message: format!(
            "cột «{}» của «{}» ghi {}, {how} thì được {expected}",
            ground.title(*column),
            table.label(row),
            printed(*column)
        ),
        label: format!("tính ra {expected}"),
        also,
        notes,
        help: "đối chiếu các tỷ lệ trong dòng với nguồn, sửa ô sai; văn bản vẫn in đúng số trong bảng tính",
    })
}

/// The rates of a table that are read from the sheet and have a formula, declared or beyond doubt.
pub(super) fn of_table(table: &Table) -> Vec<(usize, Formula)> {
    let declared = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.kind.is_rate() && column.sheet_column.is_some());
    let declared = declared.filter_map(|(at, column)| Some((at, column.formula.as_ref()?.value.clone())));
    declared.chain(undeclared_points(table)).collect()
}

/// The columns of `a - b`.
fn difference(formula: &Formula, table: &Table) -> Option<(usize, usize)> {
    match formula {
        Formula::Binary(left, Operator::Subtract, right) => match (&**left, &**right) {
            (Formula::Column(left), Formula::Column(right)) => {
                Some((table.column(left)?, table.column(right)?))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Points without a formula and the difference that they are.
fn undeclared_points(table: &Table) -> Option<(usize, Formula)> {
    let of = |kind: ColumnKind| -> Vec<usize> {
        let columns = table.columns.iter().enumerate();
        columns.filter(|(_, column)| column.kind == kind).map(|(at, _)| at).collect()
    };
    let [points] = of(ColumnKind::PercentPoint)[..] else { return None };
    let [one, other] = of(ColumnKind::Percent)[..] else { return None };
    let column = &table.columns[points];
    if column.formula.is_some() || column.rate_of.is_some() || column.sheet_column.is_none() {
        return None;
    }
    // The count after the cut is the count before it less something.
    let comes_from = |after: usize, before: usize| {
        let (after, before) = (&table.columns[after], &table.columns[before]);
        let id = before.rate_of.map(|count| table.columns[count].id.as_str());
        let formula = after.rate_of.and_then(|count| table.columns[count].formula.as_ref());
        let linear = formula.and_then(|formula| formula.value.linear());
        after.rate_over == before.rate_over
            && linear.is_some_and(|linear| {
                linear.factors.iter().any(|(name, factor)| Some(*name) == id && factor.is_sign_positive())
                    && linear.factors.iter().any(|(_, factor)| factor.is_sign_negative())
            })
    };
    let (before, after) = match (comes_from(other, one), comes_from(one, other)) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        _ => return None,
    };
    let id = |column: usize| Box::new(Formula::Column(table.columns[column].id.clone()));
    let formula = Formula::Binary(id(before), Operator::Subtract, id(after));
    // Points that are mostly something else are not this.
    let with_all = (0..table.rows.len()).filter(|row| {
        [points, before, after].iter().all(|column| table.rows[*row].cells[*column].number().is_some())
    });
    let (fit, miss): (Vec<usize>, Vec<usize>) =
        with_all.partition(|row| mismatch(table, *row, points, &formula).is_none());
    (fit.len() > miss.len()).then_some((points, formula))
}
