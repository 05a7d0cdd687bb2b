//! From a path to a figure: constants, totals, groups, unit rows and the row of a repetition.

use rust_decimal::Decimal;

use super::reference::{Filter, Reference, Step};
use super::trouble::Trouble;
use crate::diag::{Place, rules};
use crate::model::document::Dossier;
use crate::model::figure::Figure;
use crate::model::table::{Cell, Column, RowKind, Table, Value};
use crate::vietnamese::text::{fold, nearest};
use crate::vietnamese::words::{Habits, in_words};
use crate::vietnamese::{date, number};

/// What a path may refer to at one place of the text.
pub struct Scope<'a> {
    pub dossier: &'a Dossier,
    pub year: i16,
    pub row: Option<(&'a Table, usize)>,
}

/// What a reference stands for.
pub enum Resolved {
    Text(String),
    Figure(Box<Figure>),
}

/// A value on its way to print.
struct Found<'a> {
    value: Value,
    column: Option<&'a Column>,
    unit: Option<String>,
    source: Vec<Place>,
    formula: Option<String>,
}

/// Resolves a reference and prints it.
pub fn resolve(reference: &Reference, scope: &Scope<'_>) -> Result<Resolved, Trouble> {
    let found = match reference.path.as_slice() {
        [Step::Name(name)] if name == "nam" => {
            return plain(reference, scope.year.to_string());
        }
        [Step::Name(first), Step::Name(name)] if first == "hang_so" => constant(name, scope)?,
        [Step::Name(first), Step::Name(column)] if first == "dong" => match scope.row {
            Some((table, row)) => cell(table, row, column)?,
            None => {
                return Err(unknown(
                    "«dong» chỉ dùng được bên trong «lap»".to_owned(),
                    Some("gọi một dòng theo tên: huyen.dong['Tuy Đức'].giam".to_owned()),
                ));
            }
        },
        [Step::Name(table), rest @ ..] => in_table(table, rest, scope)?,
        _ => return Err(unknown_path(scope)),
    };
    print(found, &reference.filters)
}

fn in_table<'a>(name: &str, rest: &[Step], scope: &Scope<'a>) -> Result<Found<'a>, Trouble> {
    if matches!(name, "nam" | "hang_so" | "dong" | "xem") {
        return Err(unknown(
            format!("«{name}» không dùng được như vậy"),
            Some("viết {{ nam }}, {{ hang_so.<tên> }}, {{ xem.<tên khối> }}, hoặc {{ dong.<cột> }} bên trong «lap»".to_owned()),
        ));
    }
    let Some(table) = scope.dossier.tables.get(name) else {
        if scope.dossier.declared_tables.iter().any(|declared| declared == name) {
            return Ok(said_already());
        }
        let mut known: Vec<&str> = scope.dossier.tables.keys().map(String::as_str).collect();
        known.extend(["nam", "hang_so", "dong"]);
        return Err(unknown(format!("không có bảng «{name}»"), Some(suggestion(name, &known, "có thể gọi"))));
    };
    match rest {
        [Step::Name(total), Step::Name(column)] if total == "tong" => match table.total_row() {
            Some(row) => cell(table, row, column),
            None => sum(table, column),
        },
        [Step::Name(group), Step::Key(key), Step::Name(column)] if group == "nhom" => {
            cell(table, group_row(table, key)?, column)
        }
        [Step::Name(row), Step::Key(key), Step::Name(column)] if row == "dong" => {
            cell(table, unit_row(table, key)?, column)
        }
        _ => Err(unknown(
            format!("không hiểu phần đứng sau «{name}»"),
            Some(format!(
                "viết {name}.tong.<cột>, {name}.nhom['I'].<cột> hoặc {name}.dong['tên đơn vị'].<cột>"
            )),
        )),
    }
}

/// Stands for what is declared but could not be read: its finding has been made.
fn said_already<'a>() -> Found<'a> {
    Found { value: Value::Unreadable, column: None, unit: None, source: Vec::new(), formula: None }
}

fn constant<'a>(name: &str, scope: &Scope<'a>) -> Result<Found<'a>, Trouble> {
    let Some(constant) = scope.dossier.constants.get(name) else {
        if scope.dossier.declared_constants.iter().any(|declared| declared == name) {
            return Ok(said_already());
        }
        let known: Vec<&str> = scope.dossier.constants.keys().map(String::as_str).collect();
        return Err(unknown(
            format!("không có hằng số «{name}» trong «hang_so»"),
            Some(suggestion(name, &known, "các hằng số")),
        ));
    };
    Ok(Found {
        value: Value::Number(constant.value),
        column: None,
        unit: constant.unit.clone(),
        source: vec![constant.place.clone()],
        formula: None,
    })
}

fn cell<'a>(table: &'a Table, row: usize, column: &str) -> Result<Found<'a>, Trouble> {
    let at = column_position(table, column)?;
    let definition = &table.columns[at];
    let Cell { value, place, computed_from } = &table.rows[row].cells[at];
    let source = if computed_from.is_empty() { vec![place.clone()] } else { computed_from.clone() };
    let formula = definition
        .formula
        .as_ref()
        .filter(|_| definition.sheet_column.is_none())
        .map(|formula| formula.value.to_string());
    Ok(Found {
        value: value.clone(),
        column: Some(definition),
        unit: definition.unit.clone(),
        source,
        formula,
    })
}

/// The sum of a column where the sheet prints no total row.
fn sum<'a>(table: &'a Table, column: &str) -> Result<Found<'a>, Trouble> {
    let at = column_position(table, column)?;
    let definition = &table.columns[at];
    if !definition.kind.adds_up() {
        return Err(unknown(
            format!("bảng «{}» không có dòng tổng và cột «{column}» không cộng dồn được", table.id),
            Some("thêm dòng tổng vào bảng tính".to_owned()),
        ));
    }
    let rows = table.top_rows();
    let cells: Vec<&Cell> = rows.iter().map(|row| &table.rows[*row].cells[at]).collect();
    let total = cells.iter().try_fold(Decimal::ZERO, |sum, cell| sum.checked_add(cell.number()?));
    Ok(Found {
        value: total.map_or(Value::Unreadable, Value::Number),
        column: Some(definition),
        unit: definition.unit.clone(),
        source: cells.iter().map(|cell| cell.place.clone()).collect(),
        formula: Some(format!("tổng cột {column}")),
    })
}

fn column_position(table: &Table, column: &str) -> Result<usize, Trouble> {
    table.column(column).ok_or_else(|| {
        let known: Vec<&str> = table.columns.iter().map(|column| column.id.as_str()).collect();
        unknown(
            format!("bảng «{}» không có cột «{column}»", table.id),
            Some(suggestion(column, &known, "các cột")),
        )
    })
}

/// The group row with this number (`II.1`) or name.
pub fn group_row(table: &Table, key: &str) -> Result<usize, Trouble> {
    let groups =
        || table.rows.iter().enumerate().filter(|(_, row)| matches!(row.kind, RowKind::Group { .. }));
    let found: Vec<usize> = groups()
        .filter(|(_, row)| row.number == key || fold(&row.name) == fold(key))
        .map(|(at, _)| at)
        .collect();
    match found.as_slice() {
        [row] => Ok(*row),
        [] => {
            let known: Vec<&str> = groups().map(|(_, row)| row.number.as_str()).collect();
            Err(unknown(
                format!("bảng «{}» không có nhóm «{key}»", table.id),
                Some(if known.is_empty() {
                    "bảng tính không có dòng nhóm (I, II, II.1) nào".to_owned()
                } else {
                    suggestion(key, &known, "các nhóm")
                }),
            ))
        }
        several => Err(unknown(
            format!("«{key}» là tên của {} nhóm trong bảng «{}»", several.len(), table.id),
            Some("gọi nhóm theo số, ví dụ nhom['II.1']".to_owned()),
        )),
    }
}

/// The unit row with this name, with or without its unit word («Huyện Tuy Đức» or «Tuy Đức»).
fn unit_row(table: &Table, key: &str) -> Result<usize, Trouble> {
    let wanted = fold(key);
    let whole: Vec<usize> = table.unit_rows().filter(|row| fold(&table.rows[*row].name) == wanted).collect();
    let ending: Vec<usize> = table
        .unit_rows()
        .filter(|row| {
            fold(&table.rows[*row].name).strip_suffix(&wanted).is_some_and(|before| before.ends_with(' '))
        })
        .collect();
    match (whole.as_slice(), ending.as_slice()) {
        ([row], _) | ([], [row]) => Ok(*row),
        ([_, _, ..], _) => Err(same_name(table, key, whole.len())),
        ([], []) => {
            let known: Vec<&str> = table.unit_rows().map(|row| table.rows[row].name.as_str()).collect();
            Err(unknown(
                format!("bảng «{}» không có đơn vị «{key}»", table.id),
                Some(suggestion(key, &known, "các đơn vị")),
            ))
        }
        ([], [first, rest @ ..])
            if rest.iter().all(|row| fold(&table.rows[*row].name) == fold(&table.rows[*first].name)) =>
        {
            Err(same_name(table, &table.rows[*first].name, rest.len() + 1))
        }
        ([], several) => {
            let names: Vec<&str> = several.iter().map(|row| table.rows[*row].name.as_str()).collect();
            Err(unknown(
                format!("«{key}» có thể là nhiều đơn vị: {}", names.join(", ")),
                Some("ghi đủ tên như trong bảng tính".to_owned()),
            ))
        }
    }
}

fn same_name(table: &Table, name: &str, count: usize) -> Trouble {
    unknown(
        format!("bảng «{}» có {count} đơn vị cùng tên «{name}»", table.id),
        Some(
            "đặt tên khác nhau trong bảng tính, ví dụ thêm tên huyện, hoặc dùng «lap» với «nhom»".to_owned(),
        ),
    )
}

fn print(found: Found<'_>, filters: &[Filter]) -> Result<Resolved, Trouble> {
    let number = match &found.value {
        // The cell's own finding has been made.
        Value::Unreadable => return Ok(Resolved::Text(String::new())),
        Value::Text(text) => return no_filter(filters).map(|()| Resolved::Text(text.clone())),
        Value::Empty => return no_filter(filters).map(|()| Resolved::Text(String::new())),
        Value::Date(value) => {
            return match filters {
                [] => Ok(Resolved::Text(date::short(value))),
                [Filter::LongDate] => Ok(Resolved::Text(date::long(value))),
                _ => Err(misfit("ngày tháng chỉ dùng bộ lọc ngay_dai")),
            };
        }
        Value::Number(number) => *number,
    };
    let is_percent = found.column.map_or(found.unit.as_deref() == Some("%"), |column| column.kind.is_rate());
    let sign = if is_percent { "%" } else { "" };
    let (text, rounding) = match filters {
        [] => match found.column {
            Some(column) => (column.print_in_text(&found.value), None),
            None => (format!("{}{sign}", number::format(number)), None),
        },
        [Filter::Words] => (
            in_words(number, &Habits::default()).ok_or_else(|| misfit("số này quá lớn để đọc bằng chữ"))?,
            Some("đọc bằng chữ".to_owned()),
        ),
        [Filter::LeadingZero] => (format!("{}{sign}", number::leading_zero(number)), None),
        [Filter::Decimals(decimals)] => (
            format!("{}{sign}", number::format_scaled(number, *decimals)),
            Some(format!("{decimals} chữ số thập phân")),
        ),
        [Filter::LongDate] => return Err(misfit("ngay_dai chỉ dùng cho cột kiểu ngay")),
        [Filter::OwnPart] => return Err(misfit("rieng chỉ dùng khi viện dẫn: {{ xem.<tên> | rieng }}")),
        _ => return Err(misfit("mỗi tham chiếu chỉ dùng một bộ lọc")),
    };
    Ok(Resolved::Figure(Box::new(Figure {
        text,
        value: Some(number),
        unit: found.unit,
        source: found.source,
        formula: found.formula,
        rounding,
    })))
}

fn plain(reference: &Reference, text: String) -> Result<Resolved, Trouble> {
    no_filter(&reference.filters).map(|()| Resolved::Text(text))
}

fn no_filter(filters: &[Filter]) -> Result<(), Trouble> {
    if filters.is_empty() { Ok(()) } else { Err(misfit("bộ lọc chỉ dùng cho số và ngày tháng")) }
}

fn misfit(message: &str) -> Trouble {
    Trouble {
        rule: &rules::WRONG_FILTER,
        message: message.to_owned(),
        help: Some("bỏ bộ lọc, hoặc gọi một cột số".to_owned()),
    }
}

fn unknown(message: String, help: Option<String>) -> Trouble {
    Trouble { rule: &rules::UNKNOWN_PATH, message, help }
}

fn unknown_path(scope: &Scope<'_>) -> Trouble {
    let tables: Vec<&str> = scope.dossier.tables.keys().map(String::as_str).collect();
    unknown(
        "tham chiếu không chỉ đến số liệu nào".to_owned(),
        Some(format!("có thể gọi: nam, hang_so.<tên>, dong.<cột>, các bảng {}", tables.join(", "))),
    )
}

fn suggestion(wanted: &str, known: &[&str], listed_as: &str) -> String {
    match nearest(wanted, known.iter().copied()) {
        Some(near) => format!("có phải ý là «{near}»?"),
        None if known.is_empty() => "ho-so.yaml chưa khai báo mục này".to_owned(),
        None => format!("{listed_as}: {}", known.join(", ")),
    }
}
