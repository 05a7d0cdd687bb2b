//! What was understood of a workbook as the JSON object of the contract.

use serde_json::{Value, json};

use super::{NOTHING, notes};
use crate::diag::CellRef;
use crate::load::inspect::{ColumnReport, Inspection, Standing, TableReport};
use crate::model::table::PercentCell;

/// `{"tables":[…],"bang":TEXT,…}`.
pub fn object(found: &Inspection) -> String {
    let tables = found.sheets.iter().flat_map(|sheet| &sheet.tables).map(table);
    let sheets = found.sheets.iter().map(|sheet| {
        let mut said = notes::of_sheet(&sheet.notes);
        said.extend(notes::untold(&sheet.notes.facts, found.format));
        json!({ "name": sheet.name, "notes": said })
    });
    written(&json!({
        "tables": tables.collect::<Vec<_>>(),
        "bang": found.block,
        "format": notes::of_format(found.format),
        "sheets": sheets.collect::<Vec<_>>(),
        "hidden_sheets": found.hidden_sheets,
        "findings": [],
    }))
}

/// The object of a workbook that cannot be read, with the finding that says why.
pub fn refused(findings: &Value) -> String {
    written(&json!({ "tables": [], "bang": "", "findings": findings }))
}

fn written(object: &Value) -> String {
    serde_json::to_string_pretty(object).unwrap_or_else(|_| NOTHING.to_owned())
}

fn table(table: &TableReport) -> Value {
    let id = |at: Option<usize>| at.and_then(|at| table.columns.get(at)).map(|column| column.id.as_str());
    let column = |column: &ColumnReport| {
        json!({
            "id": column.id,
            "letter": CellRef::letters(column.column),
            "heading": column.heading,
            "tieu_de": column.wanted,
            "kind": column.kind.word(),
            "le": column.decimals,
            "don_vi": column.unit,
            "o": (column.percent_cell == Some(PercentCell::Ratio)).then_some("ty_so"),
            "cua": id(column.rate_of),
            "tren": id(column.rate_over),
            "cong_thuc": column.formula,
            "why": column.why,
            "declared": column.standing == Standing::Declared,
        })
    };
    let below = table.lines_below.iter().map(|(row, text)| json!({ "row": row, "text": text }));
    json!({
        "name": table.id,
        "sheet": table.sheet,
        "caption": table.caption,
        "range": table.range.to_string(),
        "head": { "first": table.head.0, "last": table.head.1 },
        "id_row": table.id_row,
        "unit_line": table.unit_line.as_ref().map(|(cell, text)| json!({ "cell": cell.to_string(), "text": text })),
        "number_column": table.number_column.map(CellRef::letters),
        "columns": table.columns.iter().map(column).collect::<Vec<_>>(),
        "rows": {
            "units": table.rows.units.0,
            "groups": table.rows.groups.0,
            "parts": table.rows.parts.0,
            "totals": table.rows.totals.0,
        },
        "lines_below": below.collect::<Vec<_>>(),
        "declared": table.left_out.is_none(),
        "notes": notes::of_table(table),
    })
}
