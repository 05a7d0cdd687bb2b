//! Columns that have a formula and no heading: their values, computed in decimals row by row.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::diag::{Finding, Findings, rules};
use crate::model::table::{Column, ColumnKind, Table, Value};
use crate::vietnamese::number;

/// Fills the columns that have a formula and no heading.
pub fn fill(table: &mut Table, findings: &mut Findings) {
    for at in 0..table.columns.len() {
        if table.columns[at].sheet_column.is_some() {
            continue;
        }
        let Some(formula) = table.columns[at].formula.clone() else {
            // The formula could not be read, which has been said.
            table.rows.iter_mut().for_each(|row| row.cells[at] = Value::Unreadable);
            continue;
        };
        let read: Vec<usize> = formula.value.columns().iter().filter_map(|name| table.column(name)).collect();
        for row in 0..table.rows.len() {
            let cells = &table.rows[row].cells;
            if read.iter().any(|column| cells[*column] == Value::Unreadable) {
                table.rows[row].cells[at] = Value::Unreadable;
                continue;
            }
            // A heading without figures has nothing to compute from.
            let is_blank =
                |column: &usize| table.columns[*column].kind.is_number() && cells[*column] == Value::Empty;
            if read.iter().any(is_blank) {
                table.rows[row].cells[at] = Value::Empty;
                continue;
            }
            let range = read.iter().find(|column| matches!(cells[**column], Value::Range(_)));
            let range = range.map(|column| table.columns[*column].title());
            let number = |name: &str| table.column(name).and_then(|column| cells[column].number());
            let label = table.label(row);
            let unit = &table.rows[table.whole_of(row)].name;
            let value = computed(formula.value.evaluate(&number), &table.columns[at]).map(Value::Number);
            let value = value.unwrap_or_else(|reason| {
                findings.add(
                    Finding::new(
                        &rules::COMPUTED,
                        formula.place.clone(),
                        match range {
                            Some(column) => format!(
                                "công thức «{}» của «{label}» không tính được: cột «{column}» là một khoảng",
                                formula.value
                            ),
                            None => format!("công thức «{}» của «{label}» {reason}", formula.value),
                        },
                    )
                    .unit(unit.as_str())
                    .help("xem lại các ô mà công thức đọc (ô không phải số, chia cho 0); tỷ lệ và số lượng lẻ thì khai báo «le»"),
                );
                Value::Unreadable
            });
            table.rows[row].cells[at] = value;
        }
    }
}

/// A computed value as its column holds it: a count is whole, a rate is rounded half up to its declared decimals.
fn computed(value: Option<Decimal>, column: &Column) -> Result<Decimal, String> {
    const MOST_DECIMALS: u32 = 6;
    let exact = value.ok_or("không tính được")?.normalize();
    let decimals = column.decimals.unwrap_or(MOST_DECIMALS);
    if exact.scale() <= decimals {
        return Ok(exact);
    }
    let is_whole = column.kind == ColumnKind::Count && column.decimals == Some(0);
    if is_whole || column.decimals.is_none() {
        let shown = exact.round_dp(MOST_DECIMALS).normalize();
        return Err(format!("cho {}, cần một số tròn", number::format(shown)));
    }
    Ok(exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero))
}
