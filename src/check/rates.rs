//! RAT001: the rates of one row fit the counts and one another.
//!
//! Where the denominator (tổng số hộ) is not in the table, the first printed rate and its count leave only a range of
//! denominators; every other rate of the row must be possible with one of them. Basis: nd30.md §6.2 «rate = hộ/tổng
//! hộ to 2 decimals, half up». All that is wrong in one row is one finding.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::diag::{Finding, Findings, rules};
use crate::model::table::{Row, Table};
use crate::vietnamese::number;

/// A printed rate with its count.
struct Rate {
    column: usize,
    count_column: usize,
    rate: Decimal,
    count: Decimal,
    decimals: u32,
}

/// RAT001, for every row with at least two rates whose denominator stands nowhere.
pub fn shared_denominator(table: &Table, findings: &mut Findings) {
    for (at, row) in table.rows.iter().enumerate() {
        let rates = rates(table, row);
        let Some((reference, others)) = rates.split_first() else { continue };
        let Some((least, most)) = denominators(reference) else { continue };
        let unit = table.columns[reference.count_column].unit.as_deref().unwrap_or("đơn vị");
        let mut notes = vec![format!(
            "{} {unit} là {}% khi tổng số {unit} từ {} đến {}",
            number::format(reference.count),
            number::format_scaled(reference.rate, reference.decimals),
            number::format(Decimal::from(least)),
            number::format(Decimal::from(most))
        )];
        let mut wrong: Vec<(&Rate, String)> = Vec::new();
        for other in others {
            let (Some(low), Some(high)) = (rounded(other, most), rounded(other, least)) else { continue };
            if (low..=high).contains(&other.rate) {
                continue;
            }
            let shown = |value| number::format_scaled(value, other.decimals);
            let expected = if low == high { shown(low) } else { format!("{}-{}", shown(low), shown(high)) };
            notes.push(format!(
                "{} {unit} trên {} đến {} {unit} là {expected}%; bảng ghi {}%",
                number::format(other.count),
                number::format(Decimal::from(least)),
                number::format(Decimal::from(most)),
                shown(other.rate)
            ));
            wrong.push((other, expected));
        }
        let Some((first, expected)) = wrong.first() else { continue };
        let mut finding = Finding::new(
            &rules::RATE_OUT_OF_RANGE,
            table.place(at, first.column),
            format!(
                "cột «{}» của «{}» ghi {}%, tính theo số {unit} thì phải là {expected}%",
                table.columns[first.column].title(),
                table.label(at),
                number::format_scaled(first.rate, first.decimals)
            ),
        )
        .label(format!("tính ra {expected}"))
        .also(table.place(at, first.count_column), format!("số {unit} của tỷ lệ này"))
        .also(table.place(at, reference.column), "tỷ lệ dùng để đối chiếu")
        .also(table.place(at, reference.count_column), format!("số {unit} của tỷ lệ đó"))
        .unit(table.rows[table.whole_of(at)].name.as_str())
        .help("kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính");
        for (other, expected) in &wrong[1..] {
            finding = finding.also(table.place(at, other.column), format!("tính ra {expected}"));
        }
        for note in notes {
            finding = finding.note(note);
        }
        findings.add(finding);
    }
}

fn rates(table: &Table, row: &Row) -> Vec<Rate> {
    table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.kind.is_rate() && column.rate_over.is_none())
        .filter_map(|(at, column)| {
            let count_column = column.rate_of?;
            let rate = row.cells[at].number()?;
            Some(Rate {
                column: at,
                count_column,
                rate,
                count: row.cells[count_column].number()?,
                decimals: column.decimals.unwrap_or(rate.scale()),
            })
        })
        .collect()
}

/// The least and the greatest whole number of households with which the count rounds to the rate, half up.
fn denominators(rate: &Rate) -> Option<(u64, u64)> {
    let half = Decimal::new(5, rate.decimals + 1);
    let hundredfold = rate.count.checked_mul(Decimal::ONE_HUNDRED)?;
    let lower = rate.rate.checked_sub(half)?;
    if lower <= Decimal::ZERO || rate.count <= Decimal::ZERO {
        return None;
    }
    // rate - half <= 100 count / D < rate + half
    let least = hundredfold.checked_div(rate.rate.checked_add(half)?)?.floor().to_u64()?.checked_add(1)?;
    let most = hundredfold.checked_div(lower)?.floor().to_u64()?;
    (least <= most).then_some((least, most))
}

fn rounded(rate: &Rate, denominator: u64) -> Option<Decimal> {
    let exact = rate.count.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(Decimal::from(denominator))?;
    Some(exact.round_dp_with_strategy(rate.decimals, RoundingStrategy::MidpointAwayFromZero))
}
