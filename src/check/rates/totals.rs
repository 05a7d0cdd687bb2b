//! RAT005: the denominators of the rows add up to that of their group or total.
//!
//! Where the denominator stands nowhere, the rates of every row leave a range for it; the sum of the rows' ranges and
//! the range of the total must meet. Basis: nd30.md §6.2 «Σ communes = group», which holds for tổng số hộ as well.

use rust_decimal::Decimal;

use super::interval::{expected, from_to, rates, row_denominators};
use super::{Fault, Ground};
use crate::check::bounds::{Bounds, meet, plus};
use crate::check::sums::rows_range;
use crate::diag::rules;
use crate::vietnamese::number;

/// RAT005, for a group or total row whose rates have no denominator in the table.
pub(super) fn sum_of_denominators(ground: &Ground<'_>, row: usize) -> Option<Fault> {
    let table = ground.table;
    let children = ground.added.get(&row)?;
    let own = row_denominators(ground, row)?;
    let nothing: Bounds = (Some(Decimal::ZERO), Some(Decimal::ZERO));
    let any: Bounds = (Some(Decimal::ZERO), None);
    let sum = children
        .iter()
        .fold(nothing, |sum, child| plus(sum, row_denominators(ground, *child).unwrap_or(any)));
    if meet(own, sum).is_some() {
        return None;
    }
    let rate = rates(ground, row).find(|rate| rate.count > Decimal::ZERO)?;
    let unit = table.columns[rate.count_column].unit.as_deref().unwrap_or("đơn vị");
    let printed = number::format_scaled(rate.rate, rate.decimals);
    let expected = expected(&rate, sum)?;
    Some(Fault {
        rule: &rules::DENOMINATOR_SUM,
        column: rate.column,
        message: format!(
            "cột «{}» của «{}» ghi {printed}%, tính theo tổng số {unit} của các dòng thì phải là {expected}%",
            ground.title(rate.column),
            table.label(row),
        ),
        label: format!("tính ra {expected}"),
        also: vec![
            (table.place(row, rate.count_column), format!("số {unit} của tỷ lệ này")),
            (rows_range(table, children, rate.column), "tỷ lệ của các dòng được cộng".to_owned()),
        ],
        notes: vec![
            format!(
                "{} {unit} là {printed}% thì tổng số {unit} của cả dòng {}",
                number::format(rate.count),
                from_to(own)
            ),
            format!("theo tỷ lệ của {} dòng được cộng, tổng số {unit} {}", children.len(), from_to(sum)),
        ],
        help: "kiểm tra lại tỷ lệ của dòng này và của các dòng được cộng; văn bản vẫn in đúng số trong bảng tính",
    })
}
