//! RAT001: the rates of one row fit the counts and one another.
//!
//! Where the denominator (tổng số hộ) is not in the table, a printed rate and its count leave only a range of
//! denominators; every other rate of the row must be possible with one of them. Basis: nd30.md §6.2 «rate = hộ/tổng
//! hộ to 2 decimals, half up».

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Fault, Ground};
use crate::check::bounds::{Bounds, hull, meet};
use crate::diag::rules;
use crate::vietnamese::number;

/// A printed rate with its count.
pub(super) struct Rate {
    pub column: usize,
    pub count_column: usize,
    pub rate: Decimal,
    pub count: Decimal,
    pub decimals: u32,
    /// Whether there are only whole denominators: households, and not money.
    is_whole: bool,
}

/// RAT001, for a row with at least two rates whose denominator stands nowhere.
pub(super) fn shared_denominator(ground: &Ground<'_>, row: usize) -> Option<Fault> {
    // Nearly every row is in order, and needs none of the words below.
    let mut all = rates(ground, row).filter_map(|rate| denominators(&rate));
    let first = all.next()?;
    if all.try_fold(first, meet).is_some() {
        return None;
    }
    let (table, mut rates) = (ground.table, rates(ground, row));
    let (reference, mut known) = rates.find_map(|rate| denominators(&rate).map(|known| (rate, known)))?;
    let unit = table.columns[reference.count_column].unit.as_deref().unwrap_or("đơn vị");
    let says = |rate: &Rate, bounds: Bounds| {
        format!(
            "{} {unit} là {}% khi tổng số {unit} {}",
            number::format(rate.count),
            number::format_scaled(rate.rate, rate.decimals),
            from_to(bounds)
        )
    };
    let mut notes = vec![says(&reference, known)];
    let mut compared = vec![
        (table.place(row, reference.column), "tỷ lệ dùng để đối chiếu".to_owned()),
        (table.place(row, reference.count_column), format!("số {unit} của tỷ lệ đó")),
    ];
    let mut wrong: Vec<(Rate, String)> = Vec::new();
    for other in rates {
        let Some(own) = denominators(&other) else { continue };
        if let Some(narrower) = meet(known, own) {
            if narrower != known {
                notes.push(says(&other, own));
                compared.push((table.place(row, other.column), "tỷ lệ dùng để đối chiếu".to_owned()));
                compared.push((table.place(row, other.count_column), format!("số {unit} của tỷ lệ đó")));
            }
            known = narrower;
            continue;
        }
        let expected = expected(&other, known)?;
        notes.push(format!(
            "{} {unit} trên {} {unit} là {expected}%; bảng ghi {}%",
            number::format(other.count),
            on(known),
            number::format_scaled(other.rate, other.decimals)
        ));
        wrong.push((other, expected));
    }
    let (first, expected) = wrong.first()?;
    // Only a rate that is wrong needs what it was compared with, and what narrowed the range later says nothing.
    let mut also = vec![(table.place(row, first.count_column), format!("số {unit} của tỷ lệ này"))];
    also.append(&mut compared);
    for (other, expected) in &wrong[1..] {
        also.push((table.place(row, other.column), format!("tính ra {expected}")));
    }
    Some(Fault {
        rule: &rules::RATE_OUT_OF_RANGE,
        column: first.column,
        message: format!(
            "cột «{}» của «{}» ghi {}%, tính theo số {unit} thì phải là {expected}%",
            ground.title(first.column),
            table.label(row),
            number::format_scaled(first.rate, first.decimals)
        ),
        label: format!("tính ra {expected}"),
        also,
        notes,
        help: "kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính",
    })
}

/// The denominators that the rates of a row allow together; where they contradict one another, any that one of them
/// allows. `None` where no rate says anything.
pub(super) fn row_denominators(ground: &Ground<'_>, row: usize) -> Option<Bounds> {
    let all: Vec<Bounds> = rates(ground, row).filter_map(|rate| denominators(&rate)).collect();
    let first = *all.first()?;
    let together = all.iter().try_fold(first, |known, own| meet(known, *own));
    Some(together.unwrap_or_else(|| all.iter().fold(first, |known, own| hull(known, *own))))
}

/// The rates of a row whose denominator stands nowhere.
pub(super) fn rates<'a>(ground: &'a Ground<'_>, row: usize) -> impl Iterator<Item = Rate> + 'a {
    let table = ground.table;
    let cells = &table.rows[row].cells;
    ground.shared.iter().filter_map(move |(column, count_column)| {
        let (rate, count) = (cells[*column].number()?, cells[*count_column].number()?);
        let counted = &table.columns[*count_column];
        Some(Rate {
            column: *column,
            count_column: *count_column,
            rate,
            count,
            decimals: table.columns[*column].decimals.unwrap_or(rate.scale()),
            is_whole: counted.kind.adds_up() && counted.decimals == Some(0),
        })
    })
}

/// The least and the greatest denominator with which the count rounds to the rate, half up; `None` where any does, or
/// where none can: a rate of nothing, a negative one.
fn denominators(rate: &Rate) -> Option<Bounds> {
    const DECIMALS: u32 = 4;
    let half = Decimal::new(5, rate.decimals + 1);
    let hundredfold = rate.count.checked_mul(Decimal::ONE_HUNDRED)?;
    if rate.rate < Decimal::ZERO || rate.count <= Decimal::ZERO {
        return None;
    }
    // rate - half <= 100 count / D < rate + half
    let least = hundredfold.checked_div(rate.rate.checked_add(half)?)?;
    let lower = rate.rate.checked_sub(half)?;
    let most = if lower > Decimal::ZERO { Some(hundredfold.checked_div(lower)?) } else { None };
    if rate.is_whole {
        let least = least.floor().checked_add(Decimal::ONE)?;
        let most = most.map(|most| most.floor());
        return most.is_none_or(|most| least <= most).then_some((Some(least), most));
    }
    let to = |end: Decimal, strategy| end.round_dp_with_strategy(DECIMALS, strategy);
    Some((
        Some(to(least, RoundingStrategy::ToZero)),
        most.map(|most| to(most, RoundingStrategy::AwayFromZero)),
    ))
}

/// What the rate should be over these denominators, in words: «13,76», «19,79-19,80».
pub(super) fn expected(rate: &Rate, (least, most): Bounds) -> Option<String> {
    let rounded = |denominator: Decimal| {
        let exact = rate.count.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(denominator)?;
        Some(exact.round_dp_with_strategy(rate.decimals, RoundingStrategy::MidpointAwayFromZero))
    };
    let (high, low) = (rounded(least?)?, most.map_or(Some(Decimal::ZERO), rounded)?);
    let shown = |value| number::format_scaled(value, rate.decimals);
    Some(match (low == high, (low..=high).contains(&rate.rate)) {
        (true, _) => shown(low),
        // Between two denominators there is none that gives it.
        (false, true) => format!("{} hoặc {}", shown(low), shown(high)),
        (false, false) => format!("{}-{}", shown(low), shown(high)),
    })
}

/// «từ 1.999 đến 2.002».
pub(super) fn from_to((least, most): Bounds) -> String {
    let shown = |value: Option<Decimal>| number::format(value.unwrap_or_default().normalize());
    match most {
        Some(_) => format!("từ {} đến {}", shown(least), shown(most)),
        None => format!("từ {} trở lên", shown(least)),
    }
}

/// «1.999 đến 2.002» as a denominator.
fn on((least, most): Bounds) -> String {
    let shown = |value: Option<Decimal>| number::format(value.unwrap_or_default().normalize());
    match most {
        Some(_) => format!("{} đến {}", shown(least), shown(most)),
        None => format!("ít nhất {}", shown(least)),
    }
}
