//! Columns without cells of their own: computed in decimals row by row, or split from a total.

use std::sync::Arc;

use rust_decimal::{Decimal, RoundingStrategy};

use super::allocation;
use crate::diag::{Finding, Findings, rules};
use crate::model::document::Dossier;
use crate::model::table::{Column, ColumnKind, Table, Value};
use crate::vietnamese::number;

/// A column of a table of the dossier.
type ColumnOf = (String, usize);

/// Fills every column that is computed, each after those that it reads, and splits every total.
pub fn tables(dossier: &mut Dossier, findings: &mut Findings) {
    let mut open: Vec<ColumnOf> = Vec::new();
    for (id, table) in &dossier.tables {
        let computed = table.columns.iter().enumerate();
        let computed =
            computed.filter(|(_, column)| column.sheet_column.is_none() || column.allocation.is_some());
        open.extend(computed.map(|(at, _)| (id.clone(), at)));
    }
    while let Some(next) = open.iter().position(|column| is_ready(dossier, column, &open)) {
        let (id, at) = open.remove(next);
        let Some(table) = dossier.tables.get_mut(&id).map(Arc::make_mut) else { continue };
        if table.columns[at].allocation.is_some() {
            allocation::split(dossier, &id, at, findings);
        } else {
            fill(table, at, findings);
        }
    }
    // What is left reads itself, by whatever way.
    for (id, at) in open {
        let Some(table) = dossier.tables.get_mut(&id).map(Arc::make_mut) else { continue };
        let column = &table.columns[at];
        let place = match (&column.formula, &column.allocation) {
            (Some(formula), _) => formula.place.clone(),
            (None, Some(allocation)) => allocation.place.clone(),
            (None, None) => column.place.clone(),
        };
        let rule = if column.allocation.is_some() { &rules::NOT_ALLOCATED } else { &rules::COMPUTED };
        findings.add(
            Finding::new(rule, place, format!("cột «{}» tính ra từ chính nó, trực tiếp hoặc qua cột khác", column.id))
                .help("mỗi cột tính được phải bắt đầu từ số đọc trong bảng tính hoặc hằng số: sửa «cong_thuc», «tong» của một trong các cột này"),
        );
        table.rows.iter_mut().for_each(|row| row.cells[at] = Value::Unreadable);
    }
}

/// Whether all that a column reads is there; what is read from a sheet always is.
fn is_ready(dossier: &Dossier, (id, at): &ColumnOf, open: &[ColumnOf]) -> bool {
    let Some(table) = dossier.tables.get(id) else { return true };
    let is_open = |(of, column): &ColumnOf| {
        let is_computed =
            |table: &Table| table.columns.get(*column).is_some_and(|column| column.sheet_column.is_none());
        dossier.tables.get(of).is_some_and(|table| is_computed(table))
            && open.contains(&(of.clone(), *column))
    };
    let own = table.columns_read(*at).into_iter().map(|column| (id.clone(), column));
    let total = table.columns[*at].allocation.as_ref();
    let total = total.and_then(|own| allocation::total_column(dossier, id, own));
    !own.chain(total).any(|read| is_open(&read))
}

/// Fills a column by its formula.
fn fill(table: &mut Table, at: usize, findings: &mut Findings) {
    let Some(formula) = table.columns[at].formula.clone() else {
        // What it is computed by could not be read, which has been said.
        table.rows.iter_mut().for_each(|row| row.cells[at] = Value::Unreadable);
        return;
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
