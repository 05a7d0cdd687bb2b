//! BND002: a share is not more than 100 %.
//!
//! What was reached of a plan, a speed, this year in hundredths of last year may be: the heading says so.

use rust_decimal::Decimal;

use crate::check::stocks::may_pass_hundred;
use crate::diag::{Finding, Findings, rules};
use crate::model::habits::Habits;
use crate::model::print::Sign;
use crate::model::table::{ColumnKind, Table};

/// BND002, for every rate.
pub fn rates(table: &Table, findings: &mut Findings) {
    for (at, column) in table.columns.iter().enumerate() {
        let is_checked = column.kind.is_rate() || column.kind == ColumnKind::RowFigure;
        if !is_checked || may_pass_hundred(&column.heading) && column.kind != ColumnKind::RowFigure {
            continue;
        }
        for (number, row) in table.rows.iter().enumerate() {
            let Some((min, max)) = row.cells[at].bounds() else { continue };
            let is_over = [min, max].into_iter().flatten().any(|end| end > Decimal::ONE_HUNDRED);
            if !is_over {
                continue;
            }
            let is_figure = column.kind == ColumnKind::RowFigure;
            if is_figure
                && (table.sign_of(number, at) == Sign::None || may_pass_hundred(&[table.label(number)]))
            {
                continue;
            }
            findings.add(
                Finding::new(
                    &rules::RATE_OVER_HUNDRED,
                    table.place(number, at),
                    format!(
                        "cột «{}» của «{}» ghi {}, lớn hơn 100%",
                        column.title(),
                        table.label(number),
                        column.print(&row.cells[at], table.sign_of(number, at), &Habits::default())
                    ),
                )
                .label("lớn hơn 100%")
                .unit(table.rows[table.whole_of(number)].name.as_str())
                .help("sửa tỷ lệ rồi lưu bảng tính; tỷ lệ so với kế hoạch hoặc năm trước thì ghi rõ «Đạt», «So với …» ở đầu cột"),
            );
        }
    }
}
