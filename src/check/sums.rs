//! TOT001 and TOT002: a group row is the sum of its rows, the total row is the sum of the groups and units.
//!
//! Basis: nd30.md §6.2 «Σ communes = group; Σ groups = total». Rates never add up and are left to other rules.

use rust_decimal::Decimal;

use crate::diag::{CellRange, CellRef, Finding, Findings, Place, Rule, rules};
use crate::model::table::{RowKind, Table};
use crate::vietnamese::number;

/// TOT001, for every group row.
pub fn groups(table: &Table, findings: &mut Findings) {
    for (at, row) in table.rows.iter().enumerate() {
        if matches!(row.kind, RowKind::Group { .. }) {
            compare(table, at, &rules::GROUP_SUM, findings);
        }
    }
}

/// TOT002, for every total row.
pub fn total(table: &Table, findings: &mut Findings) {
    for (at, row) in table.rows.iter().enumerate() {
        if row.kind == RowKind::Total {
            compare(table, at, &rules::TOTAL_SUM, findings);
        }
    }
}

fn compare(table: &Table, parent: usize, rule: &Rule, findings: &mut Findings) {
    let children = table.children(parent);
    if children.is_empty() {
        return;
    }
    for (at, column) in table.columns.iter().enumerate() {
        // A computed column adds up when the columns that it reads do.
        if !column.kind.adds_up() || column.sheet_column.is_none() {
            continue;
        }
        let cell = &table.rows[parent].cells[at];
        let parts: Option<Vec<Decimal>> =
            children.iter().map(|row| table.rows[*row].cells[at].number()).collect();
        // A cell that could not be read has its own finding.
        let (Some(printed), Some(parts)) = (cell.number(), parts) else { continue };
        let Some(sum) = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part)) else {
            continue;
        };
        if sum == printed {
            continue;
        }
        let name = &table.rows[parent].name;
        let what = if rule == &rules::TOTAL_SUM { "dòng tổng" } else { "dòng nhóm" };
        let written: Vec<String> = parts.iter().map(|part| number::format(part.normalize())).collect();
        let difference = number::format((printed - sum).normalize());
        findings.add(
            Finding::new(
                rule,
                cell.place.clone(),
                format!(
                    "{what} «{name}», cột «{}» ghi {}, tổng các dòng là {}",
                    column.title(),
                    number::format(printed.normalize()),
                    number::format(sum.normalize())
                ),
            )
            .label(format!("lệch {difference}"))
            .also(rows_range(table, &children, at), "các dòng được cộng")
            .note(format!("{} = {}", written.join(" + "), number::format(sum.normalize())))
            .unit(name.as_str())
            .help("sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính"),
        );
    }
}

/// The cells of some rows in one column, as the range from the first to the last.
fn rows_range(table: &Table, rows: &[usize], column: usize) -> Place {
    let row_of = |at: Option<&usize>| at.map_or(1, |at| table.rows[*at].sheet_row);
    let sheet_column = table.columns[column].sheet_column.unwrap_or(1);
    Place::Cell {
        file: table.file.clone(),
        sheet: table.sheet.clone(),
        cell: CellRange {
            first: CellRef { row: row_of(rows.first()), column: sheet_column },
            last: CellRef { row: row_of(rows.last()), column: sheet_column },
        },
    }
}
