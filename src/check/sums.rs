//! TOT001 and TOT002: a group row is the sum of its rows, the total row is the sum of the groups and units.
//!
//! Basis: nd30.md §6.2 «Σ communes = group; Σ groups = total». Rates never add up and are left to other rules.
//! A range is compared end by end. A part («Trong đó») of a total is the sum of the same parts of its rows.

use rust_decimal::Decimal;

use super::bounds::written;
use crate::diag::{CellRange, CellRef, Finding, Findings, Place, Rule, rules};
use crate::model::habits::Habits;
use crate::model::table::{Column, RowKind, Table, Value};
use crate::vietnamese::number;
use crate::vietnamese::text::fold;

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
    let what = if rule == &rules::TOTAL_SUM { "dòng tổng" } else { "dòng nhóm" };
    for (sum, rows) in added(table, parent) {
        compare_rows(table, sum, &rows, what, rule, findings);
    }
}

/// A group or total row with the rows that it adds up, and each of its parts with the same parts of those rows.
pub(super) fn added(table: &Table, parent: usize) -> Vec<(usize, Vec<usize>)> {
    let children = table.children(parent);
    let parts = table.parts(parent).into_iter().filter_map(|part| {
        // Only where every row says its part does the sum say something about this one.
        let name = fold(table.part_name(part));
        let same = |row: &usize| {
            let parts = table.parts(*row).into_iter();
            let mut named = parts.filter(|part| fold(table.part_name(*part)) == name);
            named.next().filter(|_| named.next().is_none())
        };
        Some((part, children.iter().map(same).collect::<Option<Vec<usize>>>()?))
    });
    let mut added: Vec<(usize, Vec<usize>)> = parts.collect();
    added.insert(0, (parent, children));
    added
}

fn compare_rows(
    table: &Table,
    parent: usize,
    children: &[usize],
    what: &str,
    rule: &Rule,
    findings: &mut Findings,
) {
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
        let cells = children.iter().map(|row| &table.rows[*row].cells[at]);
        let cells: Vec<&Value> = cells.filter(|cell| cell.counts()).collect();
        // Where «x» says of every row that there is nothing to count, this row alone has a figure.
        if cells.is_empty() {
            continue;
        }
        let Some(mismatch) = mismatch(column, cell, &cells) else { continue };
        let name = table.label(parent);
        let mut finding = Finding::new(
            rule,
            table.place(parent, at),
            format!(
                "{what} «{name}», cột «{}» ghi {}, tổng các dòng là {}",
                column.title(),
                mismatch.printed,
                mismatch.sum
            ),
        )
        .label(mismatch.label)
        .also(rows_range(table, children, at), "các dòng được cộng")
        .unit(table.rows[table.whole_of(parent)].name.as_str())
        .help(if is_computed {
            "xem lại «cong_thuc» của cột này: tính ở dòng tổng và cộng các dòng phải ra một số"
        } else {
            "sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính"
        });
        for note in mismatch.notes {
            finding = finding.note(note);
        }
        findings.add(finding);
    }
}

/// So many summands are written out.
const MOST_ADDED: usize = 100;

/// A sum that is not what is printed, in words.
struct Mismatch {
    printed: String,
    sum: String,
    label: String,
    notes: Vec<String>,
}

/// Compares a cell with the sum of others; `None` when it fits, or when nothing can be said: a cell that could not be
/// read has its own finding, and an end that is open in one of the rows is open in their sum.
fn mismatch(column: &Column, cell: &Value, others: &[&Value]) -> Option<Mismatch> {
    let shown = |value: Decimal| number::format(value.normalize());
    let (min, max) = cell.bounds()?;
    let bounds: Vec<_> = others.iter().map(|cell| cell.bounds()).collect::<Option<_>>()?;
    let (least, most): (Vec<_>, Vec<_>) = bounds.into_iter().unzip();
    let added =
        |ends: &[Option<Decimal>]| ends.iter().try_fold(Decimal::ZERO, |sum, end| sum.checked_add((*end)?));
    let note = |ends: &[Option<Decimal>], sum: Decimal| {
        let written: Vec<String> = ends.iter().flatten().map(|end| shown(*end)).collect();
        match written.split_at_checked(MOST_ADDED) {
            Some((first, rest @ [_, ..])) => {
                format!("{} + … ({} số nữa) = {}", first.join(" + "), rest.len(), shown(sum))
            }
            _ => format!("{} = {}", written.join(" + "), shown(sum)),
        }
    };
    let (low, high) = (added(&least), added(&most));
    if let (Some(printed), Some(low), Some(high)) = (cell.number(), low, high)
        && low == high
    {
        return (low != printed).then(|| Mismatch {
            printed: shown(printed),
            sum: shown(low),
            label: format!("lệch {}", shown(printed - low)),
            notes: vec![note(&least, low)],
        });
    }
    // A single number fits ranges when it lies between their sums; a range has to have their very ends.
    let is_number = cell.number().is_some();
    let fits =
        |end: Option<Decimal>, sum: Option<Decimal>, is_inside: &dyn Fn(Decimal, Decimal) -> bool| match (
            end, sum,
        ) {
            (Some(end), Some(sum)) => end == sum || is_number && is_inside(end, sum),
            _ => true,
        };
    let (low_fits, high_fits) =
        (fits(min, low, &|end, sum| end > sum), fits(max, high, &|end, sum| end < sum));
    if low_fits && high_fits {
        return None;
    }
    let ends = [(low_fits, &least, low, "đầu nhỏ"), (high_fits, &most, high, "đầu lớn")];
    Some(Mismatch {
        printed: column.print_bare(cell, &Habits::default()),
        sum: written((low, high)),
        label: format!("tổng là {}", written((low, high))),
        notes: ends
            .into_iter()
            .filter(|(fits, ..)| !fits)
            .filter_map(|(_, ends, sum, what)| Some(format!("{what}: {}", note(ends, sum?))))
            .collect(),
    })
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
                    table.place(suspect, name_column),
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
pub(super) fn rows_range(table: &Table, rows: &[usize], column: usize) -> Place {
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
