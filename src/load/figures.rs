//! Numbers and ranges out of cells: what a double stands for, and what a clerk typed.
//!
//! Never guessed: a point or a comma with two readings, a rate that may be a ratio. «2,900» in a column of whole
//! numbers has one reading; the double 2.9 there may be «2.900» typed in an English Excel, which is said.

use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};

use super::cells::Row;
use super::workbook::{Look, Raw};
use crate::model::print::Sign;
use crate::model::table::{Column, ColumnKind, PercentCell, Value};
use crate::vietnamese::number;
use crate::vietnamese::range::{self, NotARange};

/// A double holds about 15 decimal digits; what lies beyond is residue of binary arithmetic.
const RESIDUE_DECIMALS: u32 = 9;

/// Why a cell holds no figure.
#[derive(Debug, PartialEq)]
pub enum Trouble {
    NotANumber(String),
    NotARange(String),
    TooPrecise(Decimal),
    Reversed(String),
    /// A broken number below 1,000 in a column of whole ones: «2.900» that an English Excel took for 2.9.
    Thousandth {
        as_decimal: Decimal,
        as_whole: Decimal,
    },
    /// The column and the cell's format disagree about what 0.0797 means.
    Scale {
        reason: String,
        help: &'static str,
    },
}

/// A number, or a range that is written as text.
pub fn figure(raw: Raw<'_>, look: &Look, column: &Column, row: &Row<'_>) -> Result<Value, Trouble> {
    let number = match raw {
        Raw::Number(double) => {
            decimal(double).ok_or_else(|| Trouble::NotANumber("số quá lớn hoặc quá nhỏ".to_owned()))?
        }
        Raw::Text(text) => return typed(text, column, row),
        Raw::Date(_) => return Err(Trouble::NotANumber("là ngày tháng".to_owned())),
        Raw::Error(_) | Raw::Bool(_) | Raw::NoResult => {
            return Err(Trouble::NotANumber("không phải số".to_owned()));
        }
    };
    let is_scaled = look.is_percent || is_percent(column, row);
    let number = if is_scaled { scaled(number, look, column, row)? } else { number };
    match within_decimals(number, column.decimals) {
        Some(number) => Ok(Value::Number(number)),
        None => Err(thousandth(number, column).unwrap_or(Trouble::TooPrecise(number))),
    }
}

/// What a cell with a percent sign in its format, or in a column of rates, comes to in percent.
fn scaled(number: Decimal, look: &Look, column: &Column, row: &Row<'_>) -> Result<Decimal, Trouble> {
    let hundredfold = || times_hundred(number);
    if !takes_no_thousands(column, row) {
        let shown = number::format(hundredfold()?.normalize());
        return Err(Trouble::Scale {
            reason: format!("có định dạng phần trăm (ô hiện {shown}%) mà cột không phải tỷ lệ"),
            help: "bỏ định dạng % của ô rồi xem lại số, hoặc sửa «kieu» của cột",
        });
    }
    match (column.percent_cell, look.is_percent) {
        (Some(PercentCell::Ratio), true) | (None, true) => hundredfold(),
        (None, false) | (Some(PercentCell::Percent), false) => Ok(number),
        (Some(PercentCell::Ratio), false) => {
            let percent = hundredfold()?;
            // A ratio over 1 would be more than the whole.
            if column.kind == ColumnKind::Percent && percent.abs() > Decimal::ONE_HUNDRED {
                return Err(Trouble::Scale {
                    reason: format!(
                        "ghi {}, theo «o: ty_so» thì thành {}%",
                        number::format(number.normalize()),
                        number::format(percent.normalize())
                    ),
                    help: "ô ghi thẳng phần trăm thì bỏ «o: ty_so» của cột; ô ghi tỷ số thì sửa số",
                });
            }
            Ok(percent)
        }
        (Some(PercentCell::Percent), true) => Err(Trouble::Scale {
            reason: format!(
                "hiện {}% (ô ghi {}), mà «o: phan_tram» nói ô ghi thẳng phần trăm",
                number::format(hundredfold()?.normalize()),
                number::format(number.normalize())
            ),
            help: "bỏ «o: phan_tram» để chương trình theo định dạng của ô, hoặc bỏ định dạng % của ô rồi xem lại số",
        }),
    }
}

/// A figure that was typed as text: it keeps the decimals that were typed.
fn typed(text: &str, column: &Column, row: &Row<'_>) -> Result<Value, Trouble> {
    let is_percent = is_percent(column, row);
    let allowed = |has_percent: bool| match (has_percent && !is_percent, column.kind) {
        (false, _) => Ok(()),
        (true, ColumnKind::RowFigure) => {
            Err(Trouble::NotANumber("có dấu % mà đơn vị tính của dòng không phải %".to_owned()))
        }
        (true, _) => Err(Trouble::NotANumber("có dấu % trong cột không phải tỷ lệ".to_owned())),
    };
    let kept = |number: Decimal| match within_decimals(number, column.decimals) {
        Some(clean) if column.decimals.is_some() || number.scale() > RESIDUE_DECIMALS => Ok(clean),
        Some(_) => Ok(number),
        None => Err(Trouble::TooPrecise(number)),
    };
    // «7.970» is a rate of 7,97 as well as one of 7970; «2,900» among whole numbers can only be 2900.
    let read: number::Reader = if takes_no_thousands(column, row) {
        number::parse_rate
    } else if column.decimals == Some(0) {
        number::parse_whole
    } else {
        number::parse
    };
    match read(text) {
        Ok(number) => {
            // «7,97%» typed as text is a percentage, whatever the other cells of the column hold.
            let has_percent = text.ends_with('%');
            allowed(has_percent)?;
            let number = if has_percent { number } else { in_percent(number, column, is_percent)? };
            kept(number).map(Value::Number)
        }
        Err(bad) => match range::parse_with(text, read) {
            Ok(typed) => {
                allowed(typed.has_percent)?;
                let percent = |end| {
                    let is_scaled = is_percent && !typed.has_percent;
                    in_percent(end, column, is_scaled)
                };
                let range = typed.range.try_map(&percent)?;
                range.ends().try_for_each(|end| kept(end).map(|_| ()))?;
                Ok(Value::Range(Box::new(range)))
            }
            Err(NotARange::NoRange) => Err(Trouble::NotANumber(bad.to_string())),
            Err(reversed @ NotARange::Reversed { .. }) => Err(Trouble::Reversed(reversed.to_string())),
            Err(bad) => Err(Trouble::NotARange(bad.to_string())),
        },
    }
}

fn is_percent(column: &Column, row: &Row<'_>) -> bool {
    column.kind.is_rate()
        || column.kind == ColumnKind::RowFigure && row.unit.map(Sign::of_unit) == Some(Sign::Percent)
}

/// Whether a lone point may stand before decimals: rates, and differences of two.
pub fn takes_no_thousands(column: &Column, row: &Row<'_>) -> bool {
    let is_points = column.kind == ColumnKind::RowFigure && row.unit.map(Sign::of_unit) == Some(Sign::Points);
    is_points || is_percent(column, row)
}

/// Whether a rate with too many decimals would have the right number of them if the cell held a ratio.
pub fn may_be_ratio(number: Decimal, column: &Column, row: &Row<'_>) -> bool {
    let is_small = number.abs() <= Decimal::ONE && !number.is_zero();
    is_percent(column, row)
        && column.percent_cell.is_none()
        && is_small
        && times_hundred(number).is_ok_and(|percent| within_decimals(percent, column.decimals).is_some())
}

fn in_percent(number: Decimal, column: &Column, is_percent: bool) -> Result<Decimal, Trouble> {
    let is_ratio = is_percent && column.percent_cell == Some(PercentCell::Ratio);
    if is_ratio { times_hundred(number) } else { Ok(number) }
}

fn times_hundred(number: Decimal) -> Result<Decimal, Trouble> {
    let percent = number.checked_mul(Decimal::ONE_HUNDRED);
    // What was typed keeps its decimals: «0,0160» is 1,60%.
    let percent = percent.map(|percent| percent.round_dp(number.scale().saturating_sub(2)));
    percent.ok_or_else(|| Trouble::NotANumber("số quá lớn".to_owned()))
}

/// Both readings of a broken number in a column of whole ones, where it may be thousands.
fn thousandth(number: Decimal, column: &Column) -> Option<Trouble> {
    const LEAST: Decimal = Decimal::ONE;
    const MOST: Decimal = Decimal::ONE_THOUSAND;
    let clean = without_residue(number);
    let is_counted = column.kind.adds_up() && column.decimals == Some(0);
    let may_be_thousands = is_counted && (LEAST..MOST).contains(&clean.abs()) && clean.scale() <= 3;
    let as_whole = clean.checked_mul(Decimal::ONE_THOUSAND)?.normalize();
    may_be_thousands.then_some(Trouble::Thousandth { as_decimal: clean, as_whole })
}

/// The shortest decimal that the double stands for.
#[expect(clippy::float_arithmetic, clippy::float_cmp, reason = "only an exact match is taken")]
pub fn decimal(double: f64) -> Option<Decimal> {
    // Most cells hold a whole number or one with few decimals: `m / 10^k` that gives the very double is its shortest
    // form, for division rounds correctly and a double has but one neighbour that near. Longer ones go by their text.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    for (decimals, power) in [(0, 1.0), (1, 10.0), (2, 100.0), (3, 1_000.0), (4, 10_000.0)] {
        let digits = (double * power).round();
        if digits.abs() < EXACT && digits / power == double {
            #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2^53")]
            let digits = digits as i64;
            return Some(Decimal::new(digits, decimals));
        }
    }
    let text = double.to_string();
    Decimal::from_str(&text).or_else(|_| Decimal::from_scientific(&text)).ok()
}

/// The number without what lies beyond the digits that a double holds.
pub fn without_residue(number: Decimal) -> Decimal {
    number.round_dp_with_strategy(RESIDUE_DECIMALS, RoundingStrategy::MidpointAwayFromZero).normalize()
}

/// Drops the residue of binary arithmetic; `None` when real digits stand beyond the declared decimals.
fn within_decimals(number: Decimal, decimals: Option<u32>) -> Option<Decimal> {
    if number.scale() == 0
        || decimals.is_some_and(|decimals| number.scale() <= decimals) && number.scale() < 5
    {
        return Some(number.normalize());
    }
    let clean = without_residue(number);
    match decimals {
        Some(decimals) if clean.scale() > decimals => None,
        _ => Some(clean),
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, decimal, within_decimals};

    #[test]
    fn binary_residue_goes_and_real_digits_stay() {
        for (double, decimals, expected) in [
            (4.32, Some(2), Some("4.32")),
            (0.1 + 0.2, Some(2), Some("0.3")),
            (13342.0, Some(0), Some("13342")),
            (2.9, Some(0), None),
            (4.321, Some(2), None),
            (11.3, None, Some("11.3")),
        ] {
            let read = decimal(double).and_then(|number| within_decimals(number, decimals));
            assert_eq!(read.map(|n| n.to_string()).as_deref(), expected, "{double}");
        }
    }

    #[test]
    fn a_double_is_the_shortest_decimal_that_stands_for_it() {
        let mut doubles =
            vec![0.0, -0.0, 1e15, 9_007_199_254_740_991.0, 1e16, 0.1, 4.35, 1.005, 1e-7, 12_345.678_9];
        doubles.extend((0..20_000).map(|whole| f64::from(whole) / 100.0));
        doubles.extend((0..20_000).map(|whole| f64::from(whole) * 0.01));
        for double in doubles {
            let text = double.to_string();
            let expected: Decimal = text.parse().expect("a decimal");
            assert_eq!(
                decimal(double).map(|number| number.normalize()),
                Some(expected.normalize()),
                "{text}"
            );
        }
        assert_eq!(decimal(f64::NAN), None);
        assert_eq!(decimal(f64::INFINITY), None);
        assert_eq!(decimal(1e300), None);
    }
}
