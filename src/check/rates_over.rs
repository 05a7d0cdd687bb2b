//! RAT002: a rate whose count and denominator both stand in its row is the count over the denominator.
//!
//! Basis: nd30.md §6.2 «rate = hộ/tổng hộ to 2 decimals, half up». All that is wrong in one row is one finding.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::diag::{Finding, Findings, rules};
use crate::model::table::{Row, Table};
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

/// RAT002, for every row of every rate with both `cua` and `tren`.
pub fn of_denominator(table: &Table, findings: &mut Findings) {
    for (at, row) in table.rows.iter().enumerate() {
        let wrong = wrong_rates(table, row);
        let Some(first) = wrong.first() else { continue };
        let title = |column: usize| table.columns[column].title();
        let mut finding = Finding::new(
            &rules::RATE_NOT_COUNT_OVER_TOTAL,
            table.place(at, first.column),
            format!(
                "cột «{}» của «{}» ghi {}%, lấy «{}» chia «{}» thì được {}%",
                title(first.column),
                table.label(at),
                first.printed,
                title(first.count_column),
                title(first.total_column),
                first.expected
            ),
        )
        .label(format!("tính ra {}", first.expected))
        .unit(table.rows[table.whole_of(at)].name.as_str())
        .help("sửa tỷ lệ, tử số («cua») hoặc mẫu số («tren») trong dòng này; văn bản vẫn in đúng số trong bảng tính");
        for (number, rate) in wrong.iter().enumerate() {
            if number > 0 {
                let place = table.place(at, rate.column);
                finding = finding.also(place, format!("tính ra {}", rate.expected));
            }
            for (column, what) in [(rate.count_column, "tử số"), (rate.total_column, "mẫu số")] {
                let place = table.place(at, column);
                if finding.also.iter().all(|label| label.place != place) {
                    finding = finding.also(place, what);
                }
            }
            finding = finding.note(format!(
                "{} × 100 / {} = {}%; bảng ghi {}%",
                number::format(rate.count),
                number::format(rate.total),
                rate.expected,
                rate.printed
            ));
        }
        findings.add(finding);
    }
}

fn wrong_rates(table: &Table, row: &Row) -> Vec<Wrong> {
    let rates = table.columns.iter().enumerate().filter(|(_, column)| column.kind.is_rate());
    rates
        .filter_map(|(at, column)| {
            let (count_column, total_column) = (column.rate_of?, column.rate_over?);
            let (count, total) = (row.cells[count_column].number()?, row.cells[total_column].number()?);
            let rate = row.cells[at].number()?;
            let decimals = column.decimals.unwrap_or(rate.scale());
            // A total of nothing has no rate.
            let exact = count.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(total)?;
            let expected = exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
            let shown = |value| number::format_scaled(value, decimals);
            let (printed, expected) = (expected != rate).then(|| (shown(rate), shown(expected)))?;
            Some(Wrong { column: at, count_column, total_column, count, total, printed, expected })
        })
        .collect()
}
