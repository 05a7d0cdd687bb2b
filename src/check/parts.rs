//! TOT004: a part («Trong đó») is not greater than the row that it is part of.
//!
//! Basis: nd30.md §6.2, «trong đó DTTS» beside the whole. Parts may overlap, so their sum says nothing.

use crate::diag::{Finding, Findings, rules};
use crate::model::habits::Habits;
use crate::model::table::{Table, Value};

/// TOT004, for every counted column of every part.
pub fn within_whole(table: &Table, findings: &mut Findings) {
    for (whole, row) in table.rows.iter().enumerate() {
        for part in table.parts(whole) {
            for (at, column) in table.columns.iter().enumerate() {
                let (cell, limit) = (&table.rows[part].cells[at], &row.cells[at]);
                let (Some((Some(least), _)), Some((_, Some(most)))) = (cell.bounds(), limit.bounds()) else {
                    continue;
                };
                if !column.kind.adds_up() || least <= most {
                    continue;
                }
                let shown = |cell: &Value| column.print_bare(cell, &Habits::default());
                findings.add(
                    Finding::new(
                        &rules::PART_EXCEEDS,
                        table.place(part, at),
                        format!(
                            "«{}» là một phần của «{}» mà cột «{}» ghi {}, nhiều hơn {}",
                            table.rows[part].name,
                            row.name,
                            column.title(),
                            shown(cell),
                            shown(limit)
                        ),
                    )
                    .also(table.place(whole, at), format!("cả dòng «{}»", row.name))
                    .unit(row.name.as_str())
                    .help("sửa ô sai rồi lưu bảng tính; nếu dòng này không phải là «trong đó» thì bỏ gạch đầu tên hoặc đánh số thứ tự"),
                );
            }
        }
    }
}
