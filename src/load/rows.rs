//! The rows of a table: from the line under the head to its total, each with its kind and typed cells.

use super::cells;
use super::grid::{self, Head};
use super::workbook::{RawCell, Sheet};
use crate::diag::{CellRef, Finding, Findings, Place, rules};
use crate::model::table::{Cell, ColumnKind, Row, RowKind, Table, Value};
use crate::vietnamese::number;
use crate::vietnamese::text::fold;

/// Reads the rows under the head until the table ends.
pub fn read(
    table: &mut Table,
    sheet: &Sheet,
    head: &Head,
    place: &dyn Fn(CellRef) -> Place,
    findings: &mut Findings,
) {
    let number_column = head.number_column();
    let Some(name_column) = table.name_column().and_then(|at| table.columns[at].sheet_column) else { return };
    let value_columns: Vec<u32> = table
        .columns
        .iter()
        .filter_map(|column| column.sheet_column)
        .filter(|column| *column != name_column)
        .collect();
    let mut id_columns = vec![name_column];
    id_columns.extend(&value_columns);
    let figure = |row: u32, column: &u32| match sheet.cell(row, *column) {
        Some(RawCell::Number(_)) => true,
        Some(RawCell::Text(text)) => number::parse(text).is_ok(),
        _ => false,
    };
    let mut closed_by: Option<CellRef> = None;
    for row in head.last_row + 1..=sheet.last_row() {
        if table.rows.is_empty() && grid::is_id_row(sheet, row, &id_columns) {
            continue;
        }
        let text = |column: Option<u32>| {
            column.and_then(|column| sheet.cell(row, column)).map(cells::as_text).unwrap_or_default()
        };
        let (number, mut name) = (text(number_column), text(Some(name_column)));
        let has_values = value_columns.iter().any(|column| sheet.cell(row, *column).is_some());
        if let Some(total) = closed_by {
            // Under the total stand notes, signatures, or another table with a head of its own.
            if grid::is_number_heading(&number) {
                break;
            }
            if value_columns.iter().any(|column| figure(row, column)) {
                findings.add(after_total(place(CellRef { row, column: name_column }), place(total), &name));
                break;
            }
            continue;
        }
        let kind = grid::row_kind(&number, &name);
        // A line without figures is a blank spacer, a number that was filled in ahead, or a note.
        if !has_values && (name.is_empty() || number.is_empty() && looks_like_note(&name)) {
            continue;
        }
        if name.is_empty() && kind == RowKind::Total {
            name.clone_from(&number);
        }
        if name.is_empty() {
            let cell = CellRef { row, column: name_column };
            findings.add(
                Finding::new(&rules::NAMELESS_ROW, place(cell), format!("dòng {row} có số liệu mà không có tên đơn vị"))
                    .help("ghi tên đơn vị vào ô này; nếu là dòng tổng thì ghi «Tổng cộng»; nếu thừa thì xóa số liệu"),
            );
            name = format!("dòng {row}");
        }
        if kind == RowKind::Total && table.rows.iter().any(|row| row.kind == RowKind::Unit) {
            closed_by = Some(CellRef { row, column: name_column });
        }
        let cells = table
            .columns
            .iter()
            .map(|column| {
                let Some(sheet_column) = column.sheet_column else {
                    let place = column.formula.as_ref().map_or(&column.place, |formula| &formula.place);
                    return Cell { value: Value::Empty, place: place.clone(), computed_from: Vec::new() };
                };
                let place = place(CellRef { row, column: sheet_column });
                let value = if column.kind == ColumnKind::UnitName {
                    Value::Text(name.clone())
                } else {
                    cells::value(sheet.cell(row, sheet_column), column, &name, &place, findings)
                };
                Cell { value, place, computed_from: Vec::new() }
            })
            .collect();
        let number = if number == name { String::new() } else { number };
        table.rows.push(Row { kind, number, name, cells, sheet_row: row });
    }
    for at in 0..table.rows.len().saturating_sub(1) {
        let next = &table.rows[at + 1].number;
        if let Some(level) = grid::decimal_group_level(&table.rows[at].number, next) {
            table.rows[at].kind = RowKind::Group { level };
        }
    }
}

fn after_total(place: Place, total: Place, name: &str) -> Finding {
    Finding::new(&rules::AFTER_TOTAL, place, format!("dòng «{name}» có số liệu nhưng nằm dưới dòng tổng"))
        .also(total, "dòng tổng khép bảng ở đây")
        .help("đưa dòng này lên trên dòng tổng, hoặc chuyển sang trang khác nếu không thuộc bảng")
}

fn looks_like_note(name: &str) -> bool {
    const BEGINNINGS: [&str; 6] = ["ghi chú", "nguồn", "người lập", "chú thích", "lưu ý", "số liệu"];
    let folded = fold(name);
    folded.starts_with(['*', '(', '-']) || BEGINNINGS.iter().any(|words| folded.starts_with(&fold(words)))
}
