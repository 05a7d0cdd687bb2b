//! BND002: a share is not more than 100 %.
//!
//! What was reached of a plan, a speed, this year in hundredths of last year may be: the heading says so.

use rust_decimal::Decimal;

use crate::check::stocks::may_pass_hundred;
use crate::diag::{Finding, Findings, rules};
use crate::model::document::Dossier;
use crate::model::habits::Habits;
use crate::model::print::Sign;
use crate::model::table::{ColumnKind, Table};
use crate::vietnamese::number;
use crate::vietnamese::text::fold;

/// BND002, for every constant that is a rate; its source may say that it is one of last year or of a plan.
pub fn constants(dossier: &Dossier, findings: &mut Findings) {
    for (name, constant) in &dossier.constants {
        let is_rate = constant
            .unit
            .as_deref()
            .is_some_and(|unit| Sign::of_unit(unit) == Sign::Percent || fold(unit) == fold("phần trăm"));
        // A plan that the figure is from says nothing; that it is one of a plan does.
        let words = [name.replace('_', " "), constant.source.clone(), String::new()];
        if is_rate && constant.value > Decimal::ONE_HUNDRED && !may_pass_hundred(&words) {
            let value = number::format(constant.value.normalize());
            findings.add(
                Finding::new(
                    &rules::RATE_OVER_HUNDRED,
                    constant.place.clone(),
                    format!("hằng số «{name}» ghi {value}%, lớn hơn 100%"),
                )
                .label("lớn hơn 100%")
                .help("sửa «gia_tri»; tỷ lệ so với kế hoạch hoặc năm trước thì ghi rõ «đạt», «so với …» ở «nguon»"),
            );
        }
    }
}

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
