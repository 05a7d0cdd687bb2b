//! A list of the documents that were made one for every row of a table (`danh_sach`), as a table that an annex prints.

use std::sync::Arc;

use super::document::Loaded;
use super::fan_out::Unit;
use super::table::{Column, ColumnKind, Row, RowKind, Table, Value};
use crate::diag::Place;

/// The columns: the unit, number and symbol, date, file.
const COLUMNS: [(&str, &str, ColumnKind); 4] = [
    ("ten", "Đơn vị", ColumnKind::UnitName),
    ("so", "Số, ký hiệu", ColumnKind::Text),
    ("ngay", "Ngày", ColumnKind::Date),
    ("tep", "Tệp", ColumnKind::Text),
];

/// The ids of the columns of every list.
pub fn columns() -> impl Iterator<Item = &'static str> + Clone {
    COLUMNS.iter().map(|(id, ..)| *id)
}

/// The id of the list of a document's units; no clerk can name a table so.
pub fn id_of(document: &str) -> String {
    format!("danh_sach {document}")
}

/// The list of a fanned-out document: a row for every unit, each cell where the fan-out's own table has it.
pub fn list(listed: &Loaded, units: &[Unit], symbol: &str, of: &Table, place: &Place) -> Option<Arc<Table>> {
    let fan_out = listed.fan_out.as_ref()?;
    let sheet_column = |at: Option<usize>| at.and_then(|at| of.columns[at].sheet_column);
    let columns = COLUMNS.iter().map(|(id, heading, kind)| Column {
        id: (*id).to_owned(),
        heading: vec![(*heading).to_owned()],
        kind: *kind,
        decimals: None,
        two_digits: false,
        unit: None,
        rate_of: None,
        rate_over: None,
        formula: None,
        allocation: None,
        percent_cell: None,
        sheet_column: match *id {
            "ten" => sheet_column(of.name_column()),
            "so" => sheet_column(fan_out.number),
            "ngay" => sheet_column(fan_out.date),
            _ => None,
        },
        place: place.clone(),
    });
    let rows = units.iter().enumerate().map(|(at, unit)| {
        let cells = &of.rows[unit.row].cells;
        let number = fan_out.number.and_then(|column| cells[column].number());
        let number = number.map_or_else(|| "…".to_owned(), |number| format!("{:02}", number.normalize()));
        let date = match fan_out.date {
            Some(column) => cells[column].clone(),
            None => listed.identity.date.as_ref().map_or(Value::Empty, |date| Value::Date(date.value)),
        };
        Row {
            kind: RowKind::Unit,
            number: (at + 1).to_string(),
            name: unit.name.clone(),
            cells: vec![
                Value::Text(unit.name.as_str().into()),
                Value::Text(format!("{number}/{symbol}").into()),
                date,
                Value::Text(format!("{}/{}.pdf", listed.id, unit.slug).into()),
            ],
            sheet_row: of.rows[unit.row].sheet_row,
        }
    });
    Some(Arc::new(Table {
        id: id_of(&listed.id),
        file: of.file.clone(),
        sheet: of.sheet.clone(),
        columns: columns.collect(),
        rows: rows.collect(),
        number_column: of.number_column.or(Some(1)),
        column_ids: Vec::new(),
        least: Vec::new(),
        above: Vec::new(),
    }))
}
