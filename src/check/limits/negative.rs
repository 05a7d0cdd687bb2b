//! BND003: counts and rates are not negative.
//!
//! Points may be, and so may money that is taken back and what a heading calls a change or a comparison.

use rust_decimal::Decimal;

use crate::check::stocks::{is_cut, is_signed};
use crate::diag::{Finding, Findings, rules};
use crate::model::habits::Habits;
use crate::model::print::Sign;
use crate::model::table::{Column, ColumnKind, Table};

/// BND003, for every count and every rate.
pub fn figures(table: &Table, findings: &mut Findings) {
    for (at, column) in table.columns.iter().enumerate().filter(|(_, column)| is_checked(column)) {
        for (number, row) in table.rows.iter().enumerate() {
            let Some((min, max)) = row.cells[at].bounds() else { continue };
            let is_negative = [min, max].into_iter().flatten().any(|end| end < Decimal::ZERO);
            if !is_negative || column.kind == ColumnKind::RowFigure && may_be(table, number, at) {
                continue;
            }
            findings.add(
                Finding::new(
                    &rules::NEGATIVE,
                    table.place(number, at),
                    format!(
                        "cột «{}» của «{}» ghi {}, là số âm",
                        column.title(),
                        table.label(number),
                        column.print_bare(&row.cells[at], &Habits::default())
                    ),
                )
                .label("số âm")
                .unit(table.rows[table.whole_of(number)].name.as_str())
                .help("sửa ô sai rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột"),
            );
        }
    }
}

/// What is less something else is negative where more is taken than there is, which is said of that (BND001).
fn is_checked(column: &Column) -> bool {
    let linear = column.formula.as_ref().and_then(|formula| formula.value.linear());
    let is_difference =
        linear.is_some_and(|linear| linear.factors.iter().any(|(_, factor)| factor.is_sign_negative()));
    let is_figure = matches!(column.kind, ColumnKind::Count | ColumnKind::Percent | ColumnKind::RowFigure);
    is_figure && !is_difference && !is_signed(&column.title())
}

/// A figure of a table of indicators: points, and what its name calls a change.
fn may_be(table: &Table, row: usize, column: usize) -> bool {
    let words = table.label(row);
    table.sign_of(row, column) == Sign::Points || is_signed(&words) || is_cut(&words)
}
