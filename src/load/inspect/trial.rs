//! Reads a guessed table back through its own block, as `check` would: what is printed loads as it stands.

use super::tables::Ground;
use super::{RowCounts, Standing, TableReport, block};
use crate::diag::Findings;
use crate::load::grid::{Head, Start};
use crate::load::rows::End;
use crate::load::workbook::Sheet;
use crate::load::yaml::{self, Content, Node};
use crate::load::{columns, table};
use crate::model::formula::Formula;
use crate::model::table::{RowKind, Table};

/// Counts the table's rows by kind; what does not lead back to the table is left out of the block, with the reason.
pub fn read(report: &mut TableReport, sheet: &Sheet, ground: &Ground, file: &str) {
    leave_out_ambiguous(report, ground);
    let (row, column) = (ground.first_head_row, *ground.columns.start());
    for (from_row, from_column) in [(None, None), (Some(row), None), (Some(row), Some(column))] {
        (report.from_row, report.from_column) = (from_row, from_column);
        let mut findings = Findings::of_dossier();
        let Some((table, head, end)) = loaded(report, sheet, file, &mut findings) else { continue };
        // Where the same head stands again, `check` asks which of the two is meant.
        let is_settled = end.same_head.is_none() || from_row.is_some();
        if is_settled && leads_back(report, ground, &table, &head) {
            count(report, sheet, ground, &table);
            report.findings = findings.iter().cloned().collect();
            return;
        }
    }
    (report.from_row, report.from_column) = (None, None);
    report.left_out =
        Some("đầu bảng có cột trùng tên hoặc không đọc lại được; sửa tiêu đề cột rồi chạy lại".to_owned());
}

/// Two columns of one table with the same path: a name that finds both finds neither.
fn leave_out_ambiguous(report: &mut TableReport, ground: &Ground) {
    let headings: Vec<Vec<String>> = report.columns.iter().map(|column| column.heading.clone()).collect();
    for (at, column) in report.columns.iter_mut().enumerate() {
        let is_first = headings.iter().position(|heading| *heading == column.heading) == Some(at);
        let twins = headings.iter().filter(|heading| **heading == column.heading).count();
        if twins > 1 && !(is_first && column.column == ground.name_column) {
            column.standing = Standing::LeftOut;
            column.remark = Some("trùng tiêu đề với cột khác: đặt tên khác nhau trong bảng tính".to_owned());
        }
    }
    drop_references(report);
}

/// A column that is not in the block is not referred to.
fn drop_references(report: &mut TableReport) {
    let out: Vec<bool> = report.columns.iter().map(|column| column.standing != Standing::Declared).collect();
    let names: Vec<String> = report.columns.iter().map(|column| column.id.clone()).collect();
    let is_left_out = |name: &str| names.iter().zip(&out).any(|(id, out)| *out && id == name);
    for column in &mut report.columns {
        let is_out = |at: &Option<usize>| at.is_some_and(|at| out[at]);
        if is_out(&column.rate_of) || is_out(&column.rate_over) {
            (column.rate_of, column.rate_over) = (None, None);
        }
        let reads_out = |formula: &String| {
            let read = Formula::parse(formula);
            read.is_ok_and(|read| read.columns().iter().any(|name| is_left_out(name)))
        };
        column.formula = column.formula.take().filter(|formula| !reads_out(formula));
    }
}

/// The table as the block gives it.
fn loaded(
    report: &TableReport,
    sheet: &Sheet,
    file: &str,
    findings: &mut Findings,
) -> Option<(Table, Head, End)> {
    let text = block::bang(file, &[report]);
    let node = yaml::parse("ho-so.yaml", &text).ok()?;
    let columns = child(child(child(&node, "bang")?, &report.id)?, "cot")?;
    let (declared, is_complete) = columns::declared(columns, findings);
    let start = Start { row: report.from_row.unwrap_or(1), column: report.from_column };
    let found = table::on_sheet(&report.id, declared, start, sheet, file, findings)?;
    is_complete.then_some(found)
}

fn child<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    let Content::Map { entries, .. } = &node.content else { return None };
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

/// Whether every column is the one that was meant, under the head that was meant.
fn leads_back(report: &TableReport, ground: &Ground, table: &Table, head: &Head) -> bool {
    let is_meant = |column: &super::ColumnReport| {
        let found = table.columns.iter().find(|found| found.id == column.id);
        column.standing != Standing::Declared
            || found.is_some_and(|found| found.sheet_column == Some(column.column))
    };
    head.last_row == ground.last_head_row() && report.columns.iter().all(is_meant)
}

fn count(report: &mut TableReport, sheet: &Sheet, ground: &Ground, table: &Table) {
    const EXAMPLES: usize = 3;
    let mut rows = RowCounts::default();
    for row in &table.rows {
        let (count, examples) = match row.kind {
            RowKind::Unit => &mut rows.units,
            RowKind::Group { .. } => &mut rows.groups,
            RowKind::Part => &mut rows.parts,
            RowKind::Total => &mut rows.totals,
        };
        *count += 1;
        let number = matches!(row.kind, RowKind::Group { .. }).then(|| format!("{} ", row.number));
        if examples.len() < EXAMPLES {
            let example = format!("{}{}", number.unwrap_or_default(), row.name);
            if !examples.contains(&example) {
                examples.push(example);
            }
        }
    }
    report.rows = rows;
    let last = table.rows.last().map_or(ground.last_head_row(), |row| row.sheet_row);
    report.range.last.row = last;
    report.lines_below = super::around::lines(sheet, last + 1, ground.last_row, &ground.columns);
}
