//! ALC002: a column with a heading and `phan_bo` holds the share of every unit.
//!
//! Basis: nd30.md §6.2, the units' targets add up to the total. The sheet's value is what is printed; the split checks
//! it. Sums of groups and totals are the business of TOT001 and TOT002.

use crate::diag::{Finding, Findings, rules};
use crate::model::habits::Habits;
use crate::model::table::{RowKind, Table, Value};
use crate::vietnamese::number;

/// ALC002, for every unit row of every column that is read and split.
pub fn shares(table: &Table, findings: &mut Findings) {
    for (at, column) in table.columns.iter().enumerate() {
        let (Some(allocation), Some(_)) = (&column.allocation, column.sheet_column) else { continue };
        let Some(outcome) = &allocation.outcome else { continue };
        for (number, row) in table.rows.iter().enumerate().filter(|(_, row)| row.kind == RowKind::Unit) {
            let cell = &row.cells[at];
            // A unit that takes no part has nothing, be it written as 0, «-» or «x».
            let share = outcome.amount(number).unwrap_or_default();
            let is_right = match cell {
                Value::Unreadable => true,
                Value::NotApplicable(_) => share.is_zero(),
                cell => cell.number() == Some(share),
            };
            if is_right {
                continue;
            }
            let share = number::format(share.normalize());
            let printed = column.print_bare(cell, &Habits::default());
            let mut finding = Finding::new(
                &rules::SHARE,
                table.place(number, at),
                format!("cột «{}» của «{}» ghi {printed}, phân bổ thì được {share}", column.title(), row.name),
            )
            .label(format!("phân bổ được {share}"))
            .unit(row.name.as_str())
            .help("sửa ô này rồi lưu bảng tính; nếu số trong bảng đúng thì xem lại cột «theo», «tong» và các mức trong «phan_bo»");
            for read in allocation.columns(table) {
                let what =
                    if read == allocation.weights { "chia theo ô này" } else { "mức tính từ ô này" };
                finding = finding.also(table.place(number, read), what);
            }
            let portion = outcome.portions[number].as_ref();
            for place in portion.map(|portion| &outcome.splits[portion.split].sources).into_iter().flatten() {
                finding = finding.also(place.clone(), "tổng phải chia");
            }
            finding = finding.also(allocation.place.clone(), "phân bổ khai báo ở đây");
            for step in table.steps(number, at) {
                finding = finding.note(step);
            }
            findings.add(finding);
        }
    }
}
