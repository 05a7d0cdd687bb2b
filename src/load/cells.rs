//! Cells to values: what a column's kind makes of the number, text or error that stands there.

use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};

use super::workbook::Raw;
use crate::diag::{Finding, Findings, Place, Rule, rules};
use crate::model::print::Sign;
use crate::model::table::{Column, ColumnKind, PercentCell, Value};
use crate::vietnamese::range::{self, NotARange};
use crate::vietnamese::{date, number};

/// A double holds about 15 decimal digits; what lies beyond is residue of binary arithmetic.
const RESIDUE_DECIMALS: u32 = 9;

/// What a cell must know of its row.
pub struct Row<'a> {
    /// How messages call it: «Xã An Bình», «Xã An Bình › Hộ DTTS».
    pub label: &'a str,
    /// The unit that it is about.
    pub name: &'a str,
    /// The row's unit of measure (`don_vi_tinh`).
    pub unit: Option<&'a str>,
    /// A group of indicators, whose figures may be blank.
    pub is_heading: bool,
    /// «Trong đó:» alone, without any figure.
    pub is_bare: bool,
}

/// Reads a cell as its column wants it; complains at `place` and gives `Value::Unreadable` when it cannot.
pub fn value(
    raw: Option<Raw<'_>>,
    column: &Column,
    row: &Row<'_>,
    place: &Place,
    findings: &mut Findings,
) -> Value {
    let (title, unit) = (column.title(), row.label);
    let mut complain = |rule: &Rule, message: String, help: &str| {
        findings.add(Finding::new(rule, place.clone(), message).help(help).unit(row.name));
        Value::Unreadable
    };
    let may_be_blank =
        column.kind.is_text() || row.is_bare || row.is_heading && column.kind == ColumnKind::RowFigure;
    match (raw, column.kind) {
        (Some(Raw::Error(error)), _) => complain(
            &rules::ERROR_VALUE,
            format!("cột «{title}» của «{unit}» chứa giá trị lỗi {error}"),
            "mở bảng tính, sửa công thức của ô này rồi lưu lại",
        ),
        (Some(Raw::NoResult), _) => complain(
            &rules::NO_RESULT,
            format!("cột «{title}» của «{unit}» là công thức chưa có kết quả"),
            "mở bảng tính bằng Excel rồi lưu lại để có kết quả, hoặc gõ thẳng số vào ô",
        ),
        (None, _) if may_be_blank => Value::Empty,
        (None, _) => complain(
            &rules::BLANK_CELL,
            format!("cột «{title}» của «{unit}» để trống, cần một {}", noun(column.kind)),
            "điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả",
        ),
        (Some(Raw::Number(double)), ColumnKind::Text) => Value::Text(double.to_string().replace('.', ",")),
        (Some(raw), kind) if kind.is_text() => Value::Text(as_text(raw)),
        (Some(raw), ColumnKind::Date) => match date::parse(&as_text(raw)) {
            Ok(date) => Value::Date(date),
            Err(bad) => complain(
                &rules::WRONG_DATE,
                format!("cột «{title}» của «{unit}»: {bad}"),
                "ghi ngày dạng 15/3/2023",
            ),
        },
        (Some(raw), _) => figure(raw, column, row).unwrap_or_else(|trouble| match trouble {
            Trouble::TooPrecise(number) => complain(
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
            Trouble::Reversed(reason) => complain(
                &rules::REVERSED_RANGE,
                format!("cột «{title}» của «{unit}»: {reason}"),
                "ghi đầu nhỏ trước, ví dụ 6 - 7; chỉ tiêu là một số thì ghi một số",
            ),
            Trouble::NotARange(reason) => complain(
                &rules::NOT_A_NUMBER,
                format!("cột «{title}» của «{unit}» là «{}», không đọc được như một khoảng: {reason}", as_text(raw)),
                match raw {
                    raw if has_signs(raw) => SIGNS_HELP,
                    raw if has_point(raw) && takes_no_thousands(column, row) => POINT_HELP,
                    _ => "ghi số và dấu kiểu Việt Nam, không kèm đơn vị, ví dụ 6 - 7; từ 6 đến 7; trên 20; 1.200 trở lên",
                },
            ),
            Trouble::NotANumber(reason) => complain(
                &rules::NOT_A_NUMBER,
                format!(
                    "cột «{title}» của «{unit}» là «{}», cần một {}: {reason}",
                    as_text(raw),
                    noun(column.kind)
                ),
                match (raw, column.kind) {
                    _ if has_signs(raw) => SIGNS_HELP,
                    _ if has_point(raw) && takes_no_thousands(column, row) => POINT_HELP,
                    (Raw::Date(_), _) => {
                        "khoảng như «6-7» gõ vào Excel thành ngày: gõ dấu nháy đơn ở đầu ô, '6 - 7; là số thì đổi định dạng ô"
                    }
                    (_, ColumnKind::RowFigure) => {
                        "ghi một số, hoặc một khoảng như «6 - 7», «trên 20»; chỉ tiêu không phải số thì khai báo cột «kieu: van_ban»"
                    }
                    _ => "gõ lại ô này bằng chữ số, ví dụ 1.234 hoặc 7,97",
                },
            ),
        }),
    }
}

const SIGNS_HELP: &str =
    "mức để mở một đầu thì ghi bằng chữ: viết «trên 20», «từ 20 trở lên», «dưới 20», «không quá 20»";

const POINT_HELP: &str = "ghi dấu phẩy trước phần lẻ, ví dụ 7,97; trên một nghìn thì ghi liền, ví dụ 1580";

fn has_point(raw: Raw<'_>) -> bool {
    matches!(raw, Raw::Text(text) if text.contains('.'))
}

/// Whether a bound is written with signs: «>20», «≥ 20», «20+».
fn has_signs(raw: Raw<'_>) -> bool {
    const SIGNS: [char; 5] = ['>', '<', '≥', '≤', '+'];
    matches!(raw, Raw::Text(text) if text.contains(SIGNS) && text.contains(|c: char| c.is_ascii_digit()))
}

/// Figures of a row whose unit of measure is blank, or a number.
pub fn no_unit(raw: Option<Raw<'_>>, column: &Column, row: &Row<'_>, place: Place) -> Finding {
    let found =
        raw.map_or("để trống".to_owned(), |raw| format!("ghi «{}»", as_text(raw).replace('.', ",")));
    let message = format!(
        "cột «{}» của «{}» {found}, cần đơn vị tính của số liệu trong dòng",
        column.title(),
        row.label
    );
    Finding::new(&rules::BLANK_CELL, place, message)
        .help("ghi đơn vị tính của dòng này, ví dụ %, hộ, xã, triệu đồng")
        .unit(row.name)
}

/// Why a cell holds no figure.
enum Trouble {
    NotANumber(String),
    NotARange(String),
    TooPrecise(Decimal),
    Reversed(String),
}

fn is_percent(column: &Column, row: &Row<'_>) -> bool {
    column.kind.is_rate()
        || column.kind == ColumnKind::RowFigure && row.unit.map(Sign::of_unit) == Some(Sign::Percent)
}

/// Whether a lone point may stand before decimals: rates, and differences of two.
fn takes_no_thousands(column: &Column, row: &Row<'_>) -> bool {
    let is_points = column.kind == ColumnKind::RowFigure && row.unit.map(Sign::of_unit) == Some(Sign::Points);
    is_points || is_percent(column, row)
}

/// A number, or a range that is written as text.
fn figure(raw: Raw<'_>, column: &Column, row: &Row<'_>) -> Result<Value, Trouble> {
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
    let number = in_percent(number, column, is_percent(column, row))?;
    within_decimals(number, column.decimals).map(Value::Number).ok_or(Trouble::TooPrecise(number))
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
    // «7.970» is a rate of 7,97 as well as one of 7970.
    let read: number::Reader =
        if takes_no_thousands(column, row) { number::parse_rate } else { number::parse };
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
                Ok(Value::Range(range))
            }
            Err(NotARange::NoRange) => Err(Trouble::NotANumber(bad.to_string())),
            Err(reversed @ NotARange::Reversed { .. }) => Err(Trouble::Reversed(reversed.to_string())),
            Err(bad) => Err(Trouble::NotARange(bad.to_string())),
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
pub fn as_text(raw: Raw<'_>) -> String {
    match raw {
        Raw::Text(text) | Raw::Error(text) | Raw::Date(text) => text.to_owned(),
        Raw::NoResult => String::new(),
        Raw::Number(double) => double.to_string(),
        Raw::Bool(truth) => if truth { "TRUE" } else { "FALSE" }.to_owned(),
    }
}

fn in_percent(number: Decimal, column: &Column, is_percent: bool) -> Result<Decimal, Trouble> {
    if is_percent && column.percent_cell == PercentCell::Ratio {
        let percent = number.checked_mul(Decimal::ONE_HUNDRED);
        // What was typed keeps its decimals: «0,0160» is 1,60%.
        let percent = percent.map(|percent| percent.round_dp(number.scale().saturating_sub(2)));
        percent.ok_or_else(|| Trouble::NotANumber("số quá lớn".to_owned()))
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
    fn a_range_that_excel_took_for_a_date_is_said_so() {
        let row = Row { label: "Xã A", name: "Xã A", unit: None, is_heading: false, is_bare: false };
        let column = Column {
            id: "giam".to_owned(),
            heading: vec!["Giảm".to_owned()],
            kind: ColumnKind::Count,
            decimals: Some(0),
            two_digits: false,
            unit: None,
            rate_of: None,
            rate_over: None,
            formula: None,
            percent_cell: PercentCell::Percent,
            sheet_column: Some(1),
            place: Place::file("ho-so.yaml"),
        };
        let mut findings = Findings::of_dossier();
        let raw = Raw::Date("2024-07-06");
        assert_eq!(
            value(Some(raw), &column, &row, &Place::file("bang.xlsx"), &mut findings),
            Value::Unreadable
        );
        let help: Vec<_> = findings.iter().filter_map(|finding| finding.help.as_deref()).collect();
        assert!(help.len() == 1 && help[0].contains("dấu nháy đơn"), "{help:?}");
    }

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
