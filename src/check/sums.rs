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
        let is_computed = column.sheet_column.is_none();
        // A computed average or share is no sum.
        let is_ratio = column.formula.as_ref().is_some_and(|formula| formula.value.is_ratio());
        if !column.kind.adds_up() || is_computed && is_ratio {
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
            .help(if is_computed {
                "xem lại «cong_thuc» của cột này: tính ở dòng tổng và cộng các dòng phải ra một số"
            } else {
                "sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính"
            }),
        );
    }
}

/// TOT003: without a named total row, a first or last unit row that is the sum of all others in every counted column.
///
/// Such a row is a total under a name that is not known («Tỉnh Đắk Nông»): read as a unit it would double every sum.
pub fn hidden_total(table: &Table, findings: &mut Findings) {
    let units: Vec<usize> = table.unit_rows().collect();
    let counted: Vec<usize> = (0..table.columns.len())
        .filter(|at| table.columns[*at].kind.adds_up() && table.columns[*at].sheet_column.is_some())
        .collect();
    // With fewer rows or columns of zeros, a sum may well be chance.
    if table.total_row().is_some() || units.len() < 3 || counted.is_empty() {
        return;
    }
    let (Some(first), Some(last)) = (units.first(), units.last()) else { return };
    for suspect in [*last, *first] {
        let is_sum = counted.iter().all(|column| {
            let others = units.iter().filter(|row| **row != suspect);
            let sum = others
                .map(|row| table.rows[*row].cells[*column].number())
                .try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value?));
            sum.is_some_and(|sum| {
                sum > Decimal::ZERO && Some(sum) == table.rows[suspect].cells[*column].number()
            })
        });
        if let Some(name_column) = table.name_column().filter(|_| is_sum) {
            let row = &table.rows[suspect];
            findings.add(
                Finding::new(
                    &rules::HIDDEN_TOTAL,
                    row.cells[name_column].place.clone(),
                    format!("«{}» bằng tổng mọi dòng khác của bảng «{}»: có phải là dòng tổng?", row.name, table.id),
                )
                .unit(row.name.as_str())
                .help("nếu là dòng tổng thì ghi tên là «Tổng cộng» hoặc «Toàn tỉnh»; nếu là đơn vị thì thêm dòng tổng"),
            );
            return;
        }
    }
}

/// The cells of some rows in one column, as the range from the first to the last.
fn rows_range(table: &Table, rows: &[usize], column: usize) -> Place {
    if table.columns[column].sheet_column.is_none() {
        return table.columns[column].place.clone();
    }
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
