//! The rows of a table: from the line under the head to its total, each with its kind and typed cells.

use super::cells::{self, Row as RowContext};
use super::grid::{self, Head};
use super::workbook::{RawCell, Sheet};
use crate::diag::{CellRef, Finding, Findings, Place, rules};
use crate::model::table::{Cell, ColumnKind, Row, RowKind, Table, Value, part_label};
use crate::vietnamese::text::fold;
use crate::vietnamese::{number, range};

/// A line of the sheet that is a row of the table, before its cells are read.
struct Line {
    kind: RowKind,
    number: String,
    name: String,
    row: u32,
    /// Whether it is a heading that may stand without figures: «Trong đó:».
    is_bare: bool,
}

/// Where a table lies on its sheet.
struct Ground<'a> {
    sheet: &'a Sheet,
    head: &'a Head,
    name_column: u32,
    value_columns: Vec<u32>,
    place: &'a dyn Fn(CellRef) -> Place,
}

/// Reads the rows under the head until the table ends.
pub fn read(
    table: &mut Table,
    sheet: &Sheet,
    head: &Head,
    place: &dyn Fn(CellRef) -> Place,
    findings: &mut Findings,
) {
    let Some(name_column) = table.name_column().and_then(|at| table.columns[at].sheet_column) else { return };
    let value_columns: Vec<u32> = table
        .columns
        .iter()
        .filter_map(|column| column.sheet_column)
        .filter(|column| *column != name_column)
        .collect();
    let ground = Ground { sheet, head, name_column, value_columns, place };
    for line in ground.lines(findings) {
        let cells = ground.cells(&line, table, findings);
        let number = if line.number == line.name { String::new() } else { line.number };
        table.rows.push(Row { kind: line.kind, number, name: line.name, cells, sheet_row: line.row });
    }
}

impl Ground<'_> {
    fn text(&self, row: u32, column: Option<u32>) -> String {
        column.and_then(|column| self.sheet.cell(row, column)).map(cells::as_text).unwrap_or_default()
    }

    fn has_figure(&self, row: u32) -> bool {
        self.value_columns.iter().any(|column| match self.sheet.cell(row, *column) {
            Some(RawCell::Number(_)) => true,
            Some(RawCell::Text(text)) => number::parse(text).is_ok() || range::parse(text).is_ok(),
            _ => false,
        })
    }

    /// The lines that are rows, down to the total and its parts.
    fn lines(&self, findings: &mut Findings) -> Vec<Line> {
        let number_column = self.head.number_column();
        let mut id_columns = vec![self.name_column];
        id_columns.extend(&self.value_columns);
        let mut lines: Vec<Line> = Vec::new();
        let mut closed_by: Option<CellRef> = None;
        for row in self.head.last_row + 1..=self.sheet.last_row() {
            if lines.is_empty() && grid::is_id_row(self.sheet, row, &id_columns) {
                continue;
            }
            let (number, mut name) = (self.text(row, number_column), self.text(row, Some(self.name_column)));
            let has_values = self.value_columns.iter().any(|column| self.sheet.cell(row, *column).is_some());
            let is_part = grid::is_part(&number, &name)
                && (has_values || grid::is_part_heading(&name))
                // Right under the row that it belongs to, or another part of it.
                && lines.last().is_some_and(|above| above.row + 1 == row);
            if let Some(total) = closed_by.filter(|_| !is_part) {
                // Under the total stand notes, signatures, or another table with a head of its own.
                if grid::is_number_heading(&number) {
                    break;
                }
                if self.has_figure(row) {
                    let place = (self.place)(CellRef { row, column: self.name_column });
                    findings.add(after_total(place, (self.place)(total), &name));
                    break;
                }
                continue;
            }
            let kind = if is_part { RowKind::Part } else { grid::row_kind(&number, &name) };
            // A line without figures is a blank spacer, a number that was filled in ahead, or a note.
            let is_note = name.is_empty() || number.is_empty() && looks_like_note(&name);
            if !has_values && !is_part && is_note {
                continue;
            }
            if name.is_empty() && kind == RowKind::Total {
                name.clone_from(&number);
            }
            if name.is_empty() {
                findings.add(nameless((self.place)(CellRef { row, column: self.name_column }), row));
                name = format!("dòng {row}");
            }
            if kind == RowKind::Total && lines.iter().any(|line| line.kind == RowKind::Unit) {
                closed_by = Some(CellRef { row, column: self.name_column });
            }
            lines.push(Line { kind, number, name, row, is_bare: is_part && !has_values });
        }
        decimal_groups(&mut lines);
        lines
    }

    fn cells(&self, line: &Line, table: &Table, findings: &mut Findings) -> Vec<Cell> {
        let unit_column = table.columns.iter().find(|column| column.kind == ColumnKind::RowUnit);
        // A unit merged over several rows counts for each of them.
        let spread = |column: u32| self.sheet.spread(line.row, column);
        let unit = unit_column.and_then(|column| spread(column.sheet_column?)).map(cells::as_text);
        let whole = table.rows.iter().rfind(|row| row.kind != RowKind::Part);
        let whole = whole.filter(|_| line.kind == RowKind::Part);
        let label = whole.map(|whole| part_label(&whole.name, &line.name));
        // A part that names no unit is measured as its whole is.
        let whole_unit = || whole.and_then(|whole| unit_of(whole, table));
        let context = RowContext {
            label: label.as_deref().unwrap_or(&line.name),
            name: whole.map_or(&line.name, |whole| &whole.name),
            unit: unit.as_deref().or_else(whole_unit),
            is_heading: matches!(line.kind, RowKind::Group { .. }) && table.has_indicators(),
            is_bare: line.is_bare,
        };
        let mut read = Vec::with_capacity(table.columns.len());
        for column in &table.columns {
            let Some(sheet_column) = column.sheet_column else {
                let place = column.formula.as_ref().map_or(&column.place, |formula| &formula.place);
                read.push(Cell { value: Value::Empty, place: place.clone(), computed_from: Vec::new() });
                continue;
            };
            let place = (self.place)(CellRef { row: line.row, column: sheet_column });
            let value = match column.kind {
                kind if kind.is_name() => Value::Text(line.name.clone()),
                ColumnKind::RowUnit => cells::value(spread(sheet_column), column, &context, &place, findings),
                _ => {
                    let raw = self.sheet.cell(line.row, sheet_column);
                    cells::value(raw, column, &context, &place, findings)
                }
            };
            read.push(Cell { value, place, computed_from: Vec::new() });
        }
        read
    }
}

fn unit_of<'a>(row: &'a Row, table: &Table) -> Option<&'a str> {
    let column = table.columns.iter().position(|column| column.kind == ColumnKind::RowUnit)?;
    match &row.cells[column].value {
        Value::Text(unit) => Some(unit),
        _ => None,
    }
}

/// «1» is a group when «1.1» follows it, with or without parts between them.
fn decimal_groups(lines: &mut [Line]) {
    let rows: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].kind != RowKind::Part).collect();
    for pair in rows.windows(2) {
        if let Some(level) = grid::decimal_group_level(&lines[pair[0]].number, &lines[pair[1]].number) {
            lines[pair[0]].kind = RowKind::Group { level };
        }
    }
}

fn nameless(place: Place, row: u32) -> Finding {
    Finding::new(&rules::NAMELESS_ROW, place, format!("dòng {row} có số liệu mà không có tên đơn vị"))
        .help("ghi tên đơn vị vào ô này; nếu là dòng tổng thì ghi «Tổng cộng»; nếu thừa thì xóa số liệu")
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
