//! BND004: a target that is a range of rates or points agrees with the households of its row.
//!
//! «6,5 - 7,2% (tương ứng 840 - 930 hộ)»: over the row's denominator the households must give the rates, end by end and
//! rounded as those are written; where one side is a single number or open at an end, they must be able to.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Fault, Ground};
use crate::check::bounds::{Bounds, meet, times, written_with};
use crate::diag::rules;
use crate::model::habits::Habits;
use crate::model::print::Sign;
use crate::vietnamese::number;

/// BND004, for a rate with `cua` and `tren` where the rate or its count is a range.
pub(super) fn against_counts(ground: &Ground<'_>, row: usize) -> Option<Fault> {
    ground.over.iter().find_map(|columns| of_rate(ground, row, *columns))
}

fn of_rate(
    ground: &Ground<'_>,
    row: usize,
    (column, count_column, total_column): (usize, usize, usize),
) -> Option<Fault> {
    let table = ground.table;
    let cells = &table.rows[row].cells;
    let (rate, count, total) = (&cells[column], &cells[count_column], cells[total_column].number()?);
    if rate.number().is_some() && count.number().is_some() || total <= Decimal::ZERO {
        return None;
    }
    let (rates, counts) = (rate.bounds()?, count.bounds()?);
    let finest = [rates.0, rates.1].into_iter().flatten().map(|end| end.scale()).max()?;
    let decimals = table.columns[column].decimals.unwrap_or(finest);
    let rounded = |end: Decimal| {
        let exact = end.checked_div(total)?;
        Some(exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero))
    };
    let hundredfold = times(counts, Decimal::ONE_HUNDRED);
    let given: Bounds = (hundredfold.0.and_then(rounded), hundredfold.1.and_then(rounded));
    if fits(rates, given, decimals) {
        return None;
    }
    let shown = |column: usize| table.columns[column].print_bare(&cells[column], &Habits::default());
    let printed = table.columns[column].print(rate, Sign::Percent, &Habits::default());
    let given = written_with(given, "%");
    let counted = shown(count_column);
    let filled = if count.number().is_some() { counted.clone() } else { format!("({counted})") };
    Some(Fault {
        rule: &rules::RANGE_AGAINST_COUNTS,
        column,
        message: format!(
            "cột «{}» của «{}» ghi {printed}, «{}» là {counted} thì phải là {given}",
            ground.title(column),
            table.label(row),
            ground.title(count_column),
        ),
        label: format!("tính ra {given}"),
        also: vec![
            (table.place(row, count_column), "tử số".to_owned()),
            (table.place(row, total_column), "mẫu số".to_owned()),
        ],
        notes: vec![format!("{filled} × 100 / {} = {given}; bảng ghi {printed}", number::format(total))],
        help: "sửa khoảng tỷ lệ, khoảng số hộ («cua») hoặc mẫu số («tren») trong dòng này",
    })
}

/// Two whole ranges agree at both ends, give or take one in the last place, for either was rounded from the other.
fn fits(rates: Bounds, given: Bounds, decimals: u32) -> bool {
    let Some((low, high)) = meet(rates, given) else { return false };
    let is_range = |(min, max): Bounds| min.is_some() && max.is_some() && min != max;
    if !is_range(rates) || !is_range(given) || low > high {
        return low.zip(high).is_none_or(|(low, high)| low <= high);
    }
    let is_near = |one: Option<Decimal>, other: Option<Decimal>| {
        one.zip(other).is_some_and(|(one, other)| (one - other).abs() <= Decimal::new(1, decimals))
    };
    is_near(rates.0, given.0) && is_near(rates.1, given.1)
}
