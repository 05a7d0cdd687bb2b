//! RAT002: a rate whose count and denominator both stand in its row is the count over the denominator.
//!
//! Basis: nd30.md §6.2 «rate = hộ/tổng hộ to 2 decimals, half up».

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Fault, Ground, mean};
use crate::diag::{Place, rules};
use crate::vietnamese::number;

/// A printed rate that is not what its row gives.
struct Wrong {
    column: usize,
    count_column: usize,
    total_column: usize,
    count: Decimal,
    total: Decimal,
    printed: String,
    expected: String,
}

/// RAT002, for every rate of a row with both `cua` and `tren`.
pub(super) fn of_denominator(ground: &Ground<'_>, row: usize) -> Option<Fault> {
    let table = ground.table;
    let wrong: Vec<Wrong> =
        ground.over.iter().filter_map(|columns| wrong_rate(ground, row, *columns)).collect();
    let first = wrong.first()?;
    let mut also: Vec<(Place, String)> = Vec::new();
    let mut notes = Vec::new();
    for (number, rate) in wrong.iter().enumerate() {
        if number > 0 {
            also.push((table.place(row, rate.column), format!("tính ra {}", rate.expected)));
        }
        also.push((table.place(row, rate.count_column), "tử số".to_owned()));
        also.push((table.place(row, rate.total_column), "mẫu số".to_owned()));
        notes.push(format!(
            "{} × 100 / {} = {}%; bảng ghi {}%",
            number::format(rate.count),
            number::format(rate.total),
            rate.expected,
            rate.printed
        ));
        if mean::is_plain_mean(ground, row, rate.column) {
            notes.push(format!(
                "{}% là trung bình cộng tỷ lệ của các dòng; tỷ lệ của dòng tổng tính từ số hộ, không lấy trung bình",
                rate.printed
            ));
        }
    }
    Some(Fault {
        rule: &rules::RATE_NOT_COUNT_OVER_TOTAL,
        column: first.column,
        message: format!(
            "cột «{}» của «{}» ghi {}%, lấy «{}» chia «{}» thì được {}%",
            ground.title(first.column),
            table.label(row),
            first.printed,
            ground.title(first.count_column),
            ground.title(first.total_column),
            first.expected
        ),
        label: format!("tính ra {}", first.expected),
        also,
        notes,
        help: "sửa tỷ lệ, tử số («cua») hoặc mẫu số («tren») trong dòng này; văn bản vẫn in đúng số trong bảng tính",
    })
}

fn wrong_rate(
    ground: &Ground<'_>,
    row: usize,
    (column, count_column, total_column): (usize, usize, usize),
) -> Option<Wrong> {
    let cells = &ground.table.rows[row].cells;
    let (count, total) = (cells[count_column].number()?, cells[total_column].number()?);
    let rate = cells[column].number()?;
    let decimals = ground.table.columns[column].decimals.unwrap_or(rate.scale());
    // A total of nothing has no rate.
    let exact = count.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(total)?;
    let expected = exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let shown = |value| number::format_scaled(value, decimals);
    let (printed, expected) = (expected != rate).then(|| (shown(rate), shown(expected)))?;
    Some(Wrong { column, count_column, total_column, count, total, printed, expected })
}
