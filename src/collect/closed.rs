//! Cells that were not to be filled in: they must hold what was sent, or what follows from the open ones.

use super::Tables;
use super::recompute::recompute;
use crate::diag::{Finding, Findings, rules};
use crate::model::habits::Habits;
use crate::model::returned::{Returned, ReturnedCell};
use crate::model::table::{Table, Value};

/// Whether every closed cell is as it was; each one that is not is a finding.
pub(super) fn is_untouched(tables: &Tables, one: &Returned, findings: &mut Findings) -> bool {
    if one.cells.iter().any(|cell| cell.is_open && cell.value == Some(Value::Unreadable)) {
        return false;
    }
    let mut is_untouched = true;
    let mut ids: Vec<&str> = one.cells.iter().map(|cell| cell.table.as_str()).collect();
    ids.dedup();
    for id in ids {
        let old = &tables[id];
        let own: Vec<&ReturnedCell> = one.cells.iter().filter(|cell| cell.table == id).collect();
        let mut new = Table::clone(old);
        for cell in own.iter().filter(|cell| cell.is_open) {
            if let Some(value) = &cell.value {
                new.rows[cell.row].cells[cell.column] = value.clone();
            }
        }
        recompute(old, &mut new);
        for cell in own.iter().filter(|cell| !cell.is_open) {
            let Some(value) = &cell.value else { continue };
            let (sent, computed) =
                (&old.rows[cell.row].cells[cell.column], &new.rows[cell.row].cells[cell.column]);
            // A workbook for one unit has sums of its own rows only.
            if same(value, sent) || same(value, computed) {
                continue;
            }
            is_untouched = false;
            findings.add(touched(old, cell, value, (sent, computed)));
        }
    }
    is_untouched
}

/// Whether two cells say the same; blanks of all kinds do.
fn same(one: &Value, other: &Value) -> bool {
    let is_blank = |value: &Value| match value {
        Value::Empty => true,
        Value::Text(text) => text.trim().is_empty(),
        _ => false,
    };
    one == other || is_blank(one) && is_blank(other)
}

/// `sent` is what the cell held, and what it comes to with the open cells as they are now.
fn touched(table: &Table, cell: &ReturnedCell, value: &Value, sent: (&Value, &Value)) -> Finding {
    let (sent, computed) = sent;
    let column = &table.columns[cell.column];
    let shown = |value: &Value| match value {
        Value::Unreadable => "giá trị không đọc được".to_owned(),
        Value::Empty => "trống".to_owned(),
        value => column.print_bare(value, &Habits::default()),
    };
    let follows = if same(sent, computed) {
        String::new()
    } else {
        format!(", theo các ô vừa điền phải là {}", shown(computed))
    };
    let message = format!(
        "cột «{}» của «{}» không mở cho đơn vị điền: gửi đi {}{follows}, nay là {}",
        column.title(),
        table.label(cell.row),
        shown(sent),
        shown(value)
    );
    Finding::new(&rules::CLOSED_CELL, cell.at.clone(), message)
        .also(table.place(cell.row, cell.column), format!("hồ sơ ghi {}", shown(sent)))
        .unit(table.rows[table.whole_of(cell.row)].name.as_str())
        .help(format!(
            "đơn vị sửa nhầm thì ghi lại {} vào ô này của tệp thu về; hồ sơ đã đổi sau khi gửi, hoặc số của đơn vị đúng, thì sửa ô của hồ sơ, dựng và gửi lại",
            shown(computed)
        ))
}
