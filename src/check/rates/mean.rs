//! RAT004: the rate of a total lies between the least and the greatest rate of its rows, and is not their plain mean.
//!
//! Only where neither counts nor a formula say what it is: it is a mean of the rows' rates weighed by households, and
//! the plain mean is what a clerk gets who averages the column. Basis: nd30.md §6.2 «rates of total ≠ Σ or mean of rates».

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Fault, Ground};
use crate::check::bounds::{Bounds, written};
use crate::check::sums::rows_range;
use crate::diag::rules;
use crate::model::habits::Habits;
use crate::model::print::Sign;
use crate::model::table::Value;

/// RAT004, for a group or total row.
pub(super) fn between_rows(ground: &Ground<'_>, row: usize) -> Option<Fault> {
    let children = ground.added.get(&row)?;
    ground.bare.iter().find_map(|column| of_column(ground, row, *column, children))
}

fn of_column(ground: &Ground<'_>, row: usize, column: usize, children: &[usize]) -> Option<Fault> {
    let table = ground.table;
    let cell = &table.rows[row].cells[column];
    let (min, max) = cell.bounds()?;
    let cells = children.iter().map(|row| &table.rows[*row].cells[column]);
    let cells: Vec<Bounds> = cells.filter(|cell| cell.counts()).map(Value::bounds).collect::<Option<_>>()?;
    let (least, most): (Vec<_>, Vec<_>) = cells.iter().copied().unzip();
    let least = least.into_iter().collect::<Option<Vec<Decimal>>>().and_then(|ends| ends.into_iter().min());
    let most = most.into_iter().collect::<Option<Vec<Decimal>>>().and_then(|ends| ends.into_iter().max());
    // Shares of a whole add up to it.
    let sum = cells.iter().try_fold(Decimal::ZERO, |sum, cell| sum.checked_add(cell.0?));
    let is_hundred = cell.number() == Some(Decimal::ONE_HUNDRED);
    if cells.is_empty() || is_hundred || cells.len() > 1 && sum == min && min == max {
        return None;
    }
    let is_below =
        |end: Option<Decimal>, other: Option<Decimal>| end.zip(other).is_some_and(|(end, other)| end < other);
    let printed = table.columns[column].print(cell, Sign::Percent, &Habits::default());
    let (what, label, note) = if is_below(max, least) || is_below(most, min) {
        let range = written((least, most));
        let label = format!("các dòng từ {range}");
        (
            format!("nằm ngoài khoảng {range} của các dòng được gộp"),
            label,
            format!(
                "tỷ lệ thấp nhất và cao nhất của các dòng: {range}; tỷ lệ chung luôn nằm giữa hai số này"
            ),
        )
    } else if is_plain_mean(ground, row, column) {
        (
            "bằng đúng trung bình cộng tỷ lệ của các dòng".to_owned(),
            "trung bình cộng".to_owned(),
            format!("cộng tỷ lệ của {} dòng rồi chia {} được {printed}", cells.len(), cells.len()),
        )
    } else {
        return None;
    };
    Some(Fault {
        rule: &rules::RATE_OF_TOTAL,
        column,
        message: format!("cột «{}» của «{}» ghi {printed}, {what}", ground.title(column), table.label(row)),
        label,
        also: vec![(rows_range(table, children, column), "các dòng được gộp".to_owned())],
        notes: vec![note],
        help: "tính lại tỷ lệ từ số hộ và tổng số hộ của cả dòng; bảng có cột số hộ thì khai báo «cua», «tren» để chương trình tính",
    })
}

/// Whether a total's rate is the plain mean of its rows' rates, and that is hardly chance: at least three rows that
/// differ by more than rounding.
pub(super) fn is_plain_mean(ground: &Ground<'_>, row: usize, column: usize) -> bool {
    const FEWEST: usize = 3;
    let decided = || {
        let table = ground.table;
        let rows = ground.added.get(&row)?;
        let cells = rows.iter().map(|row| &table.rows[*row].cells[column]).filter(|cell| cell.counts());
        let rates: Vec<Decimal> = cells.map(Value::number).collect::<Option<_>>()?;
        let printed = table.rows[row].cells[column].number()?;
        let finest = rates.iter().chain([&printed]).map(Decimal::scale).max()?;
        let decimals = table.columns[column].decimals.unwrap_or(finest);
        let spread = rates.iter().max()?.checked_sub(*rates.iter().min()?)?;
        let sum = rates.iter().try_fold(Decimal::ZERO, |sum, rate| sum.checked_add(*rate))?;
        let mean = sum.checked_div(Decimal::from(rates.len()))?;
        let mean = mean.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        Some(rates.len() >= FEWEST && decimals > 0 && spread >= Decimal::new(10, decimals) && mean == printed)
    };
    decided().unwrap_or(false)
}
