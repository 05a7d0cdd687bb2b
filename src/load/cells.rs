//! Cells to values: what a column's kind makes of what stands there, and what is said where it makes nothing.

use rust_decimal::Decimal;

use super::figures::{self, Trouble};
use super::workbook::{Look, Raw};
use crate::diag::{CellRange, Finding, Findings, Place, Rule, rules};
use crate::model::table::{Column, ColumnKind, PART_MARKS, Value};
use crate::vietnamese::{date, number};

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

/// A cell on its way to a value.
pub struct Cell<'a> {
    pub raw: Option<Raw<'a>>,
    pub look: &'a Look,
    /// The merged range that covers it, where it is not the one that holds the value.
    pub covered_by: Option<CellRange>,
    pub column: &'a Column,
    pub row: &'a Row<'a>,
    pub place: &'a dyn Fn() -> Place,
}

/// Reads a cell as its column wants it; complains at its place and gives `Value::Unreadable` when it cannot.
pub fn value(cell: &Cell<'_>, findings: &mut Findings) -> Value {
    let kind = cell.column.kind;
    let Some(raw) = cell.raw else { return blank(cell, findings) };
    match raw {
        Raw::Error(error) => cell.refuse(
            &rules::ERROR_VALUE,
            &format!("chứa giá trị lỗi {error}"),
            "mở bảng tính, sửa công thức của ô này rồi lưu lại",
            findings,
        ),
        Raw::NoResult => cell.refuse(
            &rules::NO_RESULT,
            "là công thức chưa có kết quả",
            "mở bảng tính bằng Excel rồi lưu lại để có kết quả, hoặc gõ thẳng số vào ô",
            findings,
        ),
        raw if kind.is_text() => Value::Text(shown(raw).into()),
        raw if kind == ColumnKind::Date => match date::parse(&as_text(raw)) {
            Ok(date) => Value::Date(date),
            Err(bad) => cell.refuse(
                &rules::WRONG_DATE,
                &format!("ghi sai ngày: {bad}"),
                "ghi ngày dạng 15/3/2023",
                findings,
            ),
        },
        Raw::Text(text) if is_dash(text) => Value::Dash(text.into()),
        Raw::Text(text) if is_cross(text) => Value::NotApplicable(text.into()),
        raw => figures::figure(raw, cell.look, cell.column, cell.row)
            .unwrap_or_else(|trouble| not_a_figure(cell, raw, &trouble, findings)),
    }
}

fn blank(cell: &Cell<'_>, findings: &mut Findings) -> Value {
    let (kind, row) = (cell.column.kind, cell.row);
    if kind.is_text() || row.is_bare || row.is_heading && kind == ColumnKind::RowFigure {
        return Value::Empty;
    }
    match cell.covered_by {
        Some(range) => cell.refuse(
            &rules::MERGED_DATA,
            &format!("nằm trong ô gộp {range}, không rõ có phải cũng là số đó"),
            "bỏ gộp ô (Merge & Center) rồi ghi số vào từng ô",
            findings,
        ),
        None => cell.refuse(
            &rules::BLANK_CELL,
            &format!("để trống, cần một {}", noun(kind)),
            "điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả",
            findings,
        ),
    }
}

/// «-», «–», «---»: how offices write nothing.
pub fn is_dash(text: &str) -> bool {
    const MOST: usize = 3;
    const NO_DASHES: [char; 5] = ['•', '+', '*', '·', '▪'];
    text.chars().count() <= MOST && text.chars().all(|c| PART_MARKS.contains(&c) && !NO_DASHES.contains(&c))
}

/// «x»: not to be filled in.
pub fn is_cross(text: &str) -> bool {
    matches!(text, "x" | "X" | "×" | "х" | "Х")
}

impl Cell<'_> {
    /// Says what is wrong with the cell: «cột «…» của «…» …».
    fn refuse(&self, rule: &Rule, what: &str, help: &str, findings: &mut Findings) -> Value {
        let message = format!("cột «{}» của «{}» {what}", self.column.title(), self.row.label);
        findings.add(Finding::new(rule, (self.place)(), message).help(help).unit(self.row.name));
        Value::Unreadable
    }
}

fn not_a_figure(cell: &Cell<'_>, raw: Raw<'_>, trouble: &Trouble, findings: &mut Findings) -> Value {
    let Cell { column, row, .. } = cell;
    let takes_no_thousands = figures::takes_no_thousands(column, row);
    match trouble {
        Trouble::TooPrecise(number) => cell.refuse(
            &rules::TOO_PRECISE,
            &format!(
                "là {}, có nhiều hơn {} chữ số thập phân",
                number::format(number.normalize()),
                column.decimals.unwrap_or(0)
            ),
            if figures::may_be_ratio(*number, column, row) {
                "ô ghi tỷ số (0,0797 là 7,97%) thì khai báo «o: ty_so» cho cột; không thì làm tròn trong bảng tính"
            } else if column.decimals == Some(0) {
                "số đếm phải là số nguyên: sửa ô này trong bảng tính"
            } else {
                "làm tròn trong bảng tính, hoặc tăng «le» của cột trong ho-so.yaml"
            },
            findings,
        ),
        Trouble::Thousandth { as_decimal, as_whole } => cell.refuse(
            &rules::LOCALE_TRAP,
            &format!("hiểu được hai cách: {} hoặc {}", number::format(*as_decimal), number::format(*as_whole)),
            &format!(
                "«{}» gõ trong Excel tiếng Anh thành {}: nếu vậy thì gõ lại {}; nếu không thì số đếm phải tròn, sửa ô này",
                number::format(*as_whole),
                number::format(*as_decimal),
                as_whole.normalize()
            ),
            findings,
        ),
        Trouble::Scale { reason, help } => cell.refuse(&rules::PERCENT_SCALE, reason, help, findings),
        Trouble::Reversed(reason) => cell.refuse(
            &rules::REVERSED_RANGE,
            &format!("ghi sai: {reason}"),
            "ghi đầu nhỏ trước, ví dụ 6 - 7; chỉ tiêu là một số thì ghi một số",
            findings,
        ),
        Trouble::NotARange(reason) => cell.refuse(
            &rules::NOT_A_NUMBER,
            &format!("là «{}», không đọc được như một khoảng: {reason}", shown(raw)),
            match raw {
                raw if has_signs(raw) => SIGNS_HELP,
                raw if has_point(raw) && takes_no_thousands => POINT_HELP,
                _ => "ghi số và dấu kiểu Việt Nam, không kèm đơn vị, ví dụ 6 - 7; từ 6 đến 7; trên 20; 1.200 trở lên",
            },
            findings,
        ),
        Trouble::NotANumber(reason) => cell.refuse(
            &rules::NOT_A_NUMBER,
            &format!("là «{}», cần một {}: {reason}", shown(raw), noun(column.kind)),
            match (raw, column.kind) {
                _ if has_signs(raw) => SIGNS_HELP,
                _ if has_point(raw) && takes_no_thousands => POINT_HELP,
                (Raw::Date(_), _) => {
                    "khoảng như «6-7» gõ vào Excel thành ngày: gõ dấu nháy đơn ở đầu ô, '6 - 7; là số thì đổi định dạng ô"
                }
                (_, ColumnKind::RowFigure) => {
                    "ghi một số, hoặc một khoảng như «6 - 7», «trên 20»; chỉ tiêu không phải số thì khai báo cột «kieu: van_ban»"
                }
                _ => "gõ lại ô này bằng chữ số, ví dụ 1.234 hoặc 7,97",
            },
            findings,
        ),
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
    let found = raw.map_or("để trống".to_owned(), |raw| format!("ghi «{}»", shown(raw)));
    let message = format!(
        "cột «{}» của «{}» {found}, cần đơn vị tính của số liệu trong dòng",
        column.title(),
        row.label
    );
    Finding::new(&rules::BLANK_CELL, place, message)
        .help("ghi đơn vị tính của dòng này, ví dụ %, hộ, xã, triệu đồng")
        .unit(row.name)
}

fn noun(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Percent | ColumnKind::PercentPoint => "tỷ lệ",
        ColumnKind::Date => "ngày",
        _ => "số",
    }
}

/// A cell as text, e.g. for a unit's name or a row's number.
pub fn as_text(raw: Raw<'_>) -> String {
    match raw {
        Raw::Text(text) | Raw::Error(text) | Raw::Date(text) => text.to_owned(),
        Raw::NoResult => String::new(),
        Raw::Number(double) => double.to_string(),
        Raw::Bool(truth) => if truth { "TRUE" } else { "FALSE" }.to_owned(),
    }
}

/// A cell as the clerk sees it: with a comma before decimals.
pub fn shown(raw: Raw<'_>) -> String {
    match raw {
        Raw::Number(double) => figures::decimal(double)
            .map_or_else(|| double.to_string(), |number: Decimal| number.to_string().replace('.', ",")),
        raw => as_text(raw),
    }
}

/// A cell as it is shown on the clerk's screen, as far as its format is known; no decimal is hidden.
pub fn displayed(raw: Raw<'_>, look: &Look) -> String {
    let Raw::Number(double) = raw else { return as_text(raw) };
    let Some(number) = figures::decimal(double) else { return double.to_string() };
    let (number, sign) = match number.checked_mul(Decimal::ONE_HUNDRED) {
        Some(percent) if look.is_percent => (percent.normalize(), "%"),
        _ => (number, ""),
    };
    let decimals = number.scale().max(look.decimals.map_or(0, u32::from));
    let text = format!("{number:.width$}", width = decimals as usize);
    format!("{}{sign}", text.replace('.', ","))
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
            allocation: None,
            percent_cell: None,
            sheet_column: Some(1),
            place: Place::file("ho-so.yaml"),
        };
        let mut findings = Findings::of_dossier();
        let place = || Place::file("bang.xlsx");
        let cell = Cell {
            raw: Some(Raw::Date("2024-07-06")),
            look: &Look::default(),
            covered_by: None,
            column: &column,
            row: &row,
            place: &place,
        };
        assert_eq!(value(&cell, &mut findings), Value::Unreadable);
        let help: Vec<_> = findings.iter().filter_map(|finding| finding.help.as_deref()).collect();
        assert!(help.len() == 1 && help[0].contains("dấu nháy đơn"), "{help:?}");
    }
}
