//! From a path to a figure: constants, totals, groups, unit rows and the row of a repetition.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::print::{Found, Resolved, no_filter, print};
use super::reference::{Filter, Reference, Step};
use super::rows;
use super::trouble::{Trouble, misfit, suggestion, unknown};
use crate::diag::Place;
use crate::model::document::Dossier;
use crate::model::figure::Origin;
use crate::model::habits::Habits;
use crate::model::print::Sign;
use crate::model::table::{Table, Value};
use crate::vietnamese::range::Range;

/// What a path may refer to at one place of the text.
pub struct Scope<'a> {
    pub dossier: &'a Dossier,
    pub year: i16,
    pub row: Option<(&'a Table, usize)>,
    pub habits: Habits,
}

/// Resolves a reference and prints it.
pub fn resolve(reference: &Reference, scope: &Scope<'_>) -> Result<Resolved, Trouble> {
    let found = match reference.path.as_slice() {
        [Step::Name(name)] if name == "nam" => {
            return plain(reference, scope.year.to_string());
        }
        [Step::Name(table), rest @ .., Step::Name(last)] if last == "cac_ten" => {
            if let Some((table, rows)) = units(table, rest, scope)? {
                return names(table, rows, &reference.filters);
            }
            said_already()
        }
        path => find(path, scope)?,
    };
    print(found, &reference.filters, &scope.habits)
}

/// The value that a path leads to: a constant, or a cell.
pub fn find<'a>(path: &[Step], scope: &Scope<'a>) -> Result<Found<'a>, Trouble> {
    match path {
        [Step::Name(first), Step::Name(name)] if first == "hang_so" => constant(name, scope),
        [Step::Name(first), rest @ ..] if first == "dong" && !rest.is_empty() => match scope.row {
            Some((table, row)) => in_row(table, row, "dong", rest),
            None => Err(unknown(
                "«dong» chỉ dùng được bên trong «lap»".to_owned(),
                Some("gọi một dòng theo tên: huyen.dong['Tuy Đức'].giam".to_owned()),
            )),
        },
        [Step::Name(table), rest @ ..] => in_table(table, rest, scope),
        _ => Err(unknown_path(scope)),
    }
}

/// The figure that a reference stands for outside of any text: a constant, or a cell of a table.
pub fn figure<'a>(reference: &Reference, dossier: &'a Dossier) -> Result<Found<'a>, Trouble> {
    no_filter(&reference.filters)?;
    let scope = Scope { dossier, year: 0, row: None, habits: Habits::default() };
    match reference.path.as_slice() {
        [Step::Name(_), _, ..] => find(&reference.path, &scope),
        _ => Err(unknown_path(&scope)),
    }
}

/// The table of this name; `None` for one that is declared but could not be read, which has been said.
fn table<'a>(name: &str, scope: &Scope<'a>) -> Result<Option<&'a Table>, Trouble> {
    if matches!(name, "nam" | "hang_so" | "dong" | "xem") {
        return Err(unknown(
            format!("«{name}» không dùng được như vậy"),
            Some("viết {{ nam }}, {{ hang_so.<tên> }}, {{ xem.<tên khối> }}, hoặc {{ dong.<cột> }} bên trong «lap»".to_owned()),
        ));
    }
    let table = scope.dossier.tables.get(name);
    if table.is_none() && !scope.dossier.declared_tables.iter().any(|declared| declared == name) {
        let mut known: Vec<&str> = scope.dossier.tables.keys().map(String::as_str).collect();
        known.extend(["nam", "hang_so", "dong"]);
        return Err(unknown(format!("không có bảng «{name}»"), Some(suggestion(name, &known, "có thể gọi"))));
    }
    Ok(table.map(AsRef::as_ref))
}

fn in_table<'a>(name: &str, rest: &[Step], scope: &Scope<'a>) -> Result<Found<'a>, Trouble> {
    let Some(table) = table(name, scope)? else { return Ok(said_already()) };
    match rest {
        [Step::Name(total), rest @ ..] if total == "tong" && !rest.is_empty() => {
            match (table.total_row(), rest) {
                (Some(row), rest) => in_row(table, row, &format!("{name}.tong"), rest),
                (None, [Step::Name(column)]) => sum(table, column),
                (None, _) => Err(unknown(
                    format!("bảng «{name}» không có dòng tổng"),
                    Some("thêm dòng tổng vào bảng tính".to_owned()),
                )),
            }
        }
        [Step::Name(group), Step::Key(key), rest @ ..] if group == "nhom" && !rest.is_empty() => {
            in_row(table, rows::group_row(table, key)?, &format!("{name}.nhom['{key}']"), rest)
        }
        [Step::Name(row), Step::Key(key), rest @ ..] if row == "dong" && !rest.is_empty() => {
            in_row(table, rows::unit_row(table, key)?, &format!("{name}.dong['{key}']"), rest)
        }
        _ => Err(unknown(
            format!("không hiểu phần đứng sau «{name}»"),
            Some(format!(
                "viết {name}.tong.<cột>, {name}.nhom['I'].<cột> hoặc {name}.dong['tên đơn vị'].<cột>"
            )),
        )),
    }
}

/// A column of a row, or of one of its parts; `path` is how the row was called.
fn in_row<'a>(table: &'a Table, row: usize, path: &str, rest: &[Step]) -> Result<Found<'a>, Trouble> {
    match rest {
        [Step::Name(column)] if column != "trong_do" || table.column(column).is_some() => {
            cell(table, row, column)
        }
        [Step::Name(part), Step::Name(column)] if part == "trong_do" => {
            cell(table, rows::part_row(table, row, None)?, column)
        }
        [Step::Name(part), Step::Key(key), Step::Name(column)] if part == "trong_do" => {
            cell(table, rows::part_row(table, row, Some(key))?, column)
        }
        _ => Err(unknown(
            format!("không hiểu phần đứng sau «{path}»"),
            Some(format!("viết {path}.<cột>, {path}.trong_do.<cột> hoặc {path}.trong_do['Hộ DTTS'].<cột>")),
        )),
    }
}

/// The unit rows that `cac_ten` lists: a table's, or a group's.
fn units<'a>(
    name: &str,
    rest: &[Step],
    scope: &Scope<'a>,
) -> Result<Option<(&'a Table, Vec<usize>)>, Trouble> {
    let Some(table) = table(name, scope)? else { return Ok(None) };
    let rows = match rest {
        [] => table.unit_rows().collect(),
        [Step::Name(group), Step::Key(key)] if group == "nhom" => {
            table.units_of_group(rows::group_row(table, key)?)
        }
        _ => {
            return Err(unknown(
                "«cac_ten» liệt kê các đơn vị của cả bảng hoặc của một nhóm".to_owned(),
                Some(format!("viết {name}.cac_ten hoặc {name}.nhom['I'].cac_ten")),
            ));
        }
    };
    Ok(Some((table, rows)))
}

fn names(table: &Table, mut rows: Vec<usize>, filters: &[Filter]) -> Result<Resolved, Trouble> {
    match filters {
        [] => {}
        [Filter::Sorted] => table.sort_by_name(&mut rows),
        _ => return Err(misfit("«cac_ten» chỉ dùng bộ lọc sap_xep")),
    }
    Ok(Resolved::Text(rows::names(table, &rows)))
}

/// Stands for what is declared but could not be read: its finding has been made.
fn said_already<'a>() -> Found<'a> {
    Found {
        value: Value::Unreadable,
        column: None,
        row: None,
        unit: None,
        sign: Sign::None,
        source: Vec::new(),
        formula: None,
        origin: Origin::default(),
        steps: Vec::new(),
    }
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
        row: None,
        // Points are a matter of wording: the clerk writes «điểm %» behind such a constant.
        sign: if constant.unit.as_deref() == Some("%") { Sign::Percent } else { Sign::None },
        unit: constant.unit.clone(),
        source: vec![constant.place.clone()],
        formula: None,
        origin: Origin { table: Some("hang_so".to_owned()), row: None, column: Some(name.to_owned()) },
        steps: vec![format!("nguồn: {}", constant.source)],
    })
}

fn cell<'a>(table: &'a Table, row: usize, column: &str) -> Result<Found<'a>, Trouble> {
    let at = column_of(table, column)?;
    let definition = &table.columns[at];
    let value = &table.rows[row].cells[at];
    if *value == Value::Empty && definition.kind.is_number() {
        return Err(unknown(
            format!("dòng «{}» không có số liệu ở cột «{column}»", table.rows[row].name),
            Some("điền ô này trong bảng tính, hoặc gọi một dòng có số liệu".to_owned()),
        ));
    }
    let source = sources(table, &[row], at);
    let is_computed = definition.sheet_column.is_none();
    let formula = table.arithmetic(at).filter(|_| is_computed);
    Ok(Found {
        value: value.clone(),
        column: Some(definition),
        row: Some(table.rows[table.whole_of(row)].name.as_str()),
        unit: table.unit_of(row, at).map(str::to_owned),
        sign: table.sign_of(row, at),
        source,
        formula,
        origin: origin(table, Some(row), at),
        steps: table.steps(row, at),
    })
}

/// The sum of a column where the sheet prints no total row.
fn sum<'a>(table: &'a Table, column: &str) -> Result<Found<'a>, Trouble> {
    let at = column_of(table, column)?;
    let definition = &table.columns[at];
    if !definition.kind.adds_up() {
        return Err(unknown(
            format!("bảng «{}» không có dòng tổng và cột «{column}» không cộng dồn được", table.id),
            Some("thêm dòng tổng vào bảng tính".to_owned()),
        ));
    }
    let rows = table.top_rows();
    let rows: Vec<usize> = rows.into_iter().filter(|row| table.rows[*row].cells[at].counts()).collect();
    let cells: Vec<&Value> = rows.iter().map(|row| &table.rows[*row].cells[at]).collect();
    let is_unreadable = cells.iter().any(|cell| cell.bounds().is_none());
    let total = if is_unreadable { Value::Unreadable } else { total(&cells, table, column)? };
    Ok(Found {
        value: total,
        column: Some(definition),
        row: None,
        unit: definition.unit.clone(),
        sign: definition.sign(),
        source: sources(table, &rows, at),
        formula: Some(format!("tổng cột {column}")),
        origin: origin(table, None, at),
        steps: table.sum_steps(&rows, at),
    })
}

fn origin(table: &Table, row: Option<usize>, column: usize) -> Origin {
    Origin {
        table: Some(table.id.clone()),
        row: row.map(|row| table.label(row)),
        column: Some(table.columns[column].title()),
    }
}

/// The cells that some cells were read or computed from, each once.
fn sources(table: &Table, rows: &[usize], column: usize) -> Vec<Place> {
    let mut seen = BTreeSet::new();
    let places = rows.iter().flat_map(|row| table.sources(*row, column));
    places.filter(|place| seen.insert(place.clone())).collect()
}

/// The sum of numbers, or of ranges end by end.
fn total(cells: &[&Value], table: &Table, column: &str) -> Result<Value, Trouble> {
    let bounds: Vec<_> = cells.iter().filter_map(|cell| cell.bounds()).collect();
    let (least, most): (Vec<_>, Vec<_>) = bounds.into_iter().unzip();
    let sum = |ends: Vec<Option<Decimal>>| {
        ends.into_iter().try_fold(Decimal::ZERO, |sum, end| sum.checked_add(end?))
    };
    let (min, max) = (sum(least), sum(most));
    match (min, max) {
        (Some(min), Some(max)) if min == max => Ok(Value::Number(min.normalize())),
        (Some(min), Some(max)) => Ok(Value::Range(Box::new(Range::between(min, max)))),
        _ => Err(unknown(
            format!(
                "bảng «{}» không có dòng tổng và cột «{column}» có giá trị để mở một đầu (như «trên 20»)",
                table.id
            ),
            Some("thêm dòng tổng vào bảng tính".to_owned()),
        )),
    }
}

pub fn column_of(table: &Table, column: &str) -> Result<usize, Trouble> {
    table.column(column).ok_or_else(|| {
        let known: Vec<&str> = table.columns.iter().map(|column| column.id.as_str()).collect();
        unknown(
            format!("bảng «{}» không có cột «{column}»", table.id),
            Some(suggestion(column, &known, "các cột")),
        )
    })
}

fn plain(reference: &Reference, text: String) -> Result<Resolved, Trouble> {
    no_filter(&reference.filters).map(|()| Resolved::Text(text))
}

fn unknown_path(scope: &Scope<'_>) -> Trouble {
    let tables: Vec<&str> = scope.dossier.tables.keys().map(String::as_str).collect();
    unknown(
        "tham chiếu không chỉ đến số liệu nào".to_owned(),
        Some(format!("có thể gọi: nam, hang_so.<tên>, dong.<cột>, các bảng {}", tables.join(", "))),
    )
}
