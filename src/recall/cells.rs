//! The columns of `figures.json` as single cells, each with its row and its own cell of the workbook.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::diag::{CellRange, CellRef, Place};
use crate::record::FigureRow;
use crate::vietnamese::number;

/// The rows of a printed table, as its first column records them.
#[derive(Debug, Default)]
pub struct Rows<'a> {
    pub names: Vec<&'a str>,
    sheet_rows: Vec<u32>,
}

/// The rows of every printed table, by its id.
pub fn rows(figures: &[FigureRow]) -> BTreeMap<&str, Rows<'_>> {
    let mut found = BTreeMap::new();
    for row in figures {
        if let (Some(table), Some(names)) = (row.table.as_deref(), row.rows.as_deref()) {
            let sheet_rows = row.sheet_rows.as_deref().map(listed).unwrap_or_default();
            found.insert(table, Rows { names: names.split('\n').collect(), sheet_rows });
        }
    }
    found
}

/// The numbers of `4-10,12`.
fn listed(spans: &str) -> Vec<u32> {
    let ends = spans.split(',').filter_map(|span| {
        let (first, last) = span.split_once('-').unwrap_or((span, span));
        Some((first.parse::<u32>().ok()?, last.parse::<u32>().ok()?))
    });
    ends.flat_map(|(first, last)| first..=last).collect()
}

/// The workbook's cells behind one line of a column.
pub fn sources(column: &FigureRow, rows: &Rows<'_>, line: usize) -> Vec<Place> {
    let own = |place: &Place| match (place, rows.sheet_rows.get(line)) {
        (Place::Cell { file, sheet, cell }, Some(row)) => {
            let cell = CellRef { row: *row, column: cell.first.column };
            Place::Cell { file: file.clone(), sheet: sheet.clone(), cell: CellRange::from(cell) }
        }
        _ => place.clone(),
    };
    column.source.iter().map(own).collect()
}

/// One line of a column as a row of its own.
pub fn narrowed(column: &FigureRow, rows: &Rows<'_>, line: usize, text: &str) -> FigureRow {
    let steps = column.steps.get(line).filter(|steps| !steps.is_empty());
    let number = number::parse(text).ok();
    FigureRow {
        text: text.to_owned(),
        value: number.map_or(Value::Null, |number| Value::String(number.normalize().to_string())),
        source: sources(column, rows, line),
        row: rows.names.get(line).map(|name| (*name).to_owned()),
        rows: None,
        sheet_rows: None,
        steps: steps.map(|steps| steps.split('\n').map(str::to_owned).collect()).unwrap_or_default(),
        ..column.clone_head()
    }
}

impl FigureRow {
    /// What holds for every line of a column.
    fn clone_head(&self) -> Self {
        Self {
            unit: self.unit.clone(),
            page: self.page,
            file: self.file.clone(),
            formula: self.formula.clone(),
            rounding: self.rounding.clone(),
            table: self.table.clone(),
            column: self.column.clone(),
            annex: self.annex.clone(),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_column_leads_to_its_own_cell() {
        let range = Place::Cell {
            file: "a.xlsx".into(),
            sheet: "Biểu 1".into(),
            cell: CellRange { first: CellRef { row: 4, column: 5 }, last: CellRef { row: 9, column: 5 } },
        };
        let column = FigureRow {
            text: "90\n40\n4.990".into(),
            source: vec![range],
            table: Some("xa".into()),
            rows: Some("Tổng\nXã A\nXã B".into()),
            sheet_rows: Some("4-5,9".into()),
            steps: vec![String::new(), "một\nhai".into(), String::new()],
            ..FigureRow::default()
        };
        let figures = [column];
        let rows = rows(&figures);
        let cell = narrowed(&figures[0], &rows["xa"], 2, "4.990");
        assert_eq!(cell.source[0].to_string(), "a.xlsx, trang «Biểu 1», ô E9");
        assert_eq!((cell.row.as_deref(), &cell.value), (Some("Xã B"), &Value::String("4990".into())));
        assert_eq!(narrowed(&figures[0], &rows["xa"], 1, "40").steps, ["một", "hai"]);
    }
}
