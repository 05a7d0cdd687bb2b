//! Cells to values: what a column's kind makes of the number, text or error that stands there.

use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};

use super::workbook::RawCell;
use crate::diag::{Finding, Findings, Place, Rule, rules};
use crate::model::table::{Column, ColumnKind, PercentCell, Value};
use crate::vietnamese::{date, number};

/// A double holds about 15 decimal digits; what lies beyond is residue of binary arithmetic.
const RESIDUE_DECIMALS: u32 = 9;

/// Reads a cell as its column wants it; complains at `place` and gives `Value::Unreadable` when it cannot.
pub fn value(
    raw: Option<&RawCell>,
    column: &Column,
    unit: &str,
    place: &Place,
    findings: &mut Findings,
) -> Value {
    let title = column.title();
    let mut complain = |rule: &Rule, message: String, help: &str| {
        findings.add(Finding::new(rule, place.clone(), message).help(help).unit(unit));
        Value::Unreadable
    };
    match (raw, column.kind) {
        (Some(RawCell::Error(error)), _) => complain(
            &rules::ERROR_VALUE,
            format!("cột «{title}» của «{unit}» chứa giá trị lỗi {error}"),
            "mở bảng tính, sửa công thức của ô này rồi lưu lại",
        ),
        (None, ColumnKind::UnitName | ColumnKind::Text) => Value::Empty,
        (None, _) => complain(
            &rules::BLANK_CELL,
            format!("cột «{title}» của «{unit}» để trống, cần một {}", noun(column.kind)),
            "điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả",
        ),
        (Some(raw), ColumnKind::UnitName | ColumnKind::Text) => Value::Text(as_text(raw)),
        (Some(raw), ColumnKind::Date) => match date::parse(&as_text(raw)) {
            Ok(date) => Value::Date(date),
            Err(bad) => complain(
                &rules::WRONG_DATE,
                format!("cột «{title}» của «{unit}»: {bad}"),
                "ghi ngày dạng 15/3/2023",
            ),
        },
        (Some(raw), _) => match as_number(raw, column) {
            Ok(number) => match within_decimals(number, column.decimals) {
                Some(exact) => Value::Number(exact),
                None => complain(
                    &rules::TOO_PRECISE,
                    format!(
                        "cột «{title}» của «{unit}» là {}, có nhiều hơn {} chữ số thập phân",
                        number::format(number.normalize()),
                        column.decimals.unwrap_or(0)
                    ),
                    if column.decimals == Some(0) {
                        "số đếm phải là số nguyên; «2.900» gõ trong Excel tiếng Anh thành 2,9: gõ lại 2900"
                    } else {
                        "làm tròn trong bảng tính, hoặc tăng «le» của cột trong ho-so.yaml"
                    },
                ),
            },
            Err(reason) => complain(
                &rules::NOT_A_NUMBER,
                format!(
                    "cột «{title}» của «{unit}» là «{}», cần một {}: {reason}",
                    as_text(raw),
                    noun(column.kind)
                ),
                "gõ lại ô này bằng chữ số, ví dụ 1.234 hoặc 7,97",
            ),
        },
    }
}

fn noun(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Percent | ColumnKind::PercentPoint => "tỷ lệ",
        ColumnKind::Date => "ngày",
        _ => "số",
    }
}

/// A cell as text, e.g. for a unit's name.
pub fn as_text(raw: &RawCell) -> String {
    match raw {
        RawCell::Text(text) | RawCell::Error(text) | RawCell::Date(text) => text.clone(),
        RawCell::Number(double) => double.to_string(),
        RawCell::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
    }
}

fn as_number(raw: &RawCell, column: &Column) -> Result<Decimal, String> {
    let number = match raw {
        RawCell::Number(double) => decimal(*double).ok_or("số quá lớn hoặc quá nhỏ")?,
        RawCell::Text(text) => {
            let number = number::parse(text).map_err(|bad| bad.to_string())?;
            // «7,97%» typed as text is a percentage, whatever the other cells of the column hold.
            return if text.ends_with('%') && !column.kind.is_rate() {
                Err("có dấu % trong cột không phải tỷ lệ".to_owned())
            } else if text.ends_with('%') {
                Ok(number)
            } else {
                in_percent(number, column)
            };
        }
        RawCell::Date(_) => return Err("là ngày tháng".to_owned()),
        RawCell::Error(_) | RawCell::Bool(_) => return Err("không phải số".to_owned()),
    };
    in_percent(number, column)
}

fn in_percent(number: Decimal, column: &Column) -> Result<Decimal, String> {
    if column.kind.is_rate() && column.percent_cell == PercentCell::Ratio {
        number.checked_mul(Decimal::ONE_HUNDRED).ok_or_else(|| "số quá lớn".to_owned())
    } else {
        Ok(number)
    }
}

/// The shortest decimal that the double stands for.
fn decimal(double: f64) -> Option<Decimal> {
    let text = double.to_string();
    Decimal::from_str(&text).or_else(|_| Decimal::from_scientific(&text)).ok()
}

/// Drops the residue of binary arithmetic; `None` when real digits stand beyond the declared decimals.
fn within_decimals(number: Decimal, decimals: Option<u32>) -> Option<Decimal> {
    let clean =
        number.round_dp_with_strategy(RESIDUE_DECIMALS, RoundingStrategy::MidpointAwayFromZero).normalize();
    match decimals {
        Some(decimals) if clean.scale() > decimals => None,
        _ => Some(clean),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
