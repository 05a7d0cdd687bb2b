//! BND005: no rate over nothing, and no cut of nothing.

use rust_decimal::Decimal;

use super::{Fault, Ground};
use crate::check::stocks;
use crate::diag::rules;
use crate::model::habits::Habits;
use crate::model::table::{ColumnKind, Table, Value};

/// BND005, for a row whose denominator, count or stock is 0 while a rate is printed over it.
pub(super) fn not_zero(ground: &Ground<'_>, row: usize) -> Option<Fault> {
    let cells = &ground.table.rows[row].cells;
    let is_nothing = |column: usize| cells[column].number().is_some_and(|number| number.is_zero());
    let over = ground.over.iter().map(|(rate, _, total)| (*rate, *total));
    let of = ground.shared.iter().copied();
    let cuts = ground.cuts.iter().copied();
    let (rate, base) =
        over.chain(of).chain(cuts).find(|(rate, base)| is_nothing(*base) && is_something(&cells[*rate]))?;
    let printed = ground.table.columns[rate].print_bare(&cells[rate], &Habits::default());
    let (title, base_title) = (ground.title(rate), ground.title(base));
    Some(Fault {
        rule: &rules::ZERO_BASE,
        column: rate,
        message: format!(
            "cột «{title}» của «{}» ghi {printed}, mà «{base_title}» là 0",
            ground.table.label(row)
        ),
        label: "tính trên số 0".to_owned(),
        also: vec![(ground.table.place(row, base), "số 0".to_owned())],
        notes: vec![format!("«{base_title}» là 0 thì «{title}» chỉ có thể là 0 hoặc «-»")],
        help: "sửa số 0 nếu gõ thiếu, hoặc ghi 0 hay «-» ở ô tỷ lệ",
    })
}

/// Whether a value cannot be 0.
fn is_something(cell: &Value) -> bool {
    cell.bounds().is_some_and(|(min, max)| {
        min.is_some_and(|min| min > Decimal::ZERO) || max.is_some_and(|max| max < Decimal::ZERO)
    })
}

/// Points that no formula gives, with the stock that they are a cut of: their count (`cua`) is taken from it, or they
/// are the only points beside the only cut.
pub(super) fn cuts(table: &Table) -> Vec<(usize, usize)> {
    let stocks = stocks::of_table(table);
    let points =
        table.columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::PercentPoint);
    let is_only = points.clone().count() == 1;
    let points = points.filter(|(_, column)| column.formula.is_none());
    points
        .filter_map(|(at, column)| {
            let stock = match (column.rate_of, &stocks[..]) {
                (Some(count), _) => stocks.iter().find(|stock| stock.cut == count)?,
                (None, [only]) if is_only => only,
                (None, _) => return None,
            };
            Some((at, stock.stock))
        })
        .collect()
}
