//! BND008: no target lies below the rule that the plan itself states (`muc_toi_thieu`).
//!
//! In Ia Grai a commune above the district's average rate has to fall by more than 1,2 points.

use rust_decimal::Decimal;

use crate::diag::{Finding, Findings, rules};
use crate::model::habits::Habits;
use crate::model::least::{Least, Limit, Side, When};
use crate::model::table::{Table, Value};
use crate::vietnamese::number;

/// BND008, for every unit row that a rule of the plan is about.
pub fn targets(table: &Table, findings: &mut Findings) {
    for least in &table.least {
        for row in table.unit_rows() {
            let cell = &table.rows[row].cells[least.column];
            let condition = match &least.when {
                None => None,
                Some(when) => match reason(table, row, when) {
                    Some(reason) => Some((when, reason)),
                    None => continue,
                },
            };
            if is_enough(cell, least) {
                continue;
            }
            let column = &table.columns[least.column];
            let asked = format!(
                "{} {}{}",
                if least.is_strict { "trên" } else { "từ" },
                number::format(least.value.normalize()),
                if least.is_strict { "" } else { " trở lên" }
            );
            let mut finding = Finding::new(
                &rules::BELOW_OWN_RULE,
                table.place(row, least.column),
                format!(
                    "cột «{}» của «{}» ghi {}, kế hoạch quy định {asked}",
                    column.title(),
                    table.label(row),
                    column.print_bare(cell, &Habits::default())
                ),
            )
            .label(format!("phải {asked}"))
            .also(least.place.clone(), "mức khai báo ở đây")
            .unit(table.rows[row].name.as_str())
            .help("sửa chỉ tiêu của đơn vị này, hoặc sửa «muc_toi_thieu» nếu quy định đã khác");
            if let Some((when, (note, limit))) = condition {
                finding =
                    finding.also(table.place(row, when.column), "thuộc diện phải đạt mức này").note(note);
                if let Some(limit) = limit {
                    finding = finding.also(table.place(limit, when.column), "so với dòng tổng");
                }
            }
            findings.add(finding.note(format!("mức quy định: {}", least.source)));
        }
    }
}

/// Why the rule is about a row, and the total row that says so; `None` where it is not.
fn reason(table: &Table, row: usize, when: &When) -> Option<(String, Option<usize>)> {
    let value = table.rows[row].cells[when.column].number()?;
    let (limit, total) = match when.limit {
        Limit::Number(number) => (number, None),
        Limit::Total => {
            let total = table.total_row()?;
            (table.rows[total].cells[when.column].number()?, Some(total))
        }
    };
    let (holds, words) = match when.side {
        Side::Above => (value > limit, "cao hơn"),
        Side::Below => (value < limit, "thấp hơn"),
        Side::AtLeast => (value >= limit, "không thấp hơn"),
        Side::AtMost => (value <= limit, "không cao hơn"),
    };
    let what = if total.is_some() { "mức chung " } else { "" };
    let column = &table.columns[when.column];
    let shown = |number: Decimal| column.print_bare(&Value::Number(number), &Habits::default());
    let note = format!("«{}» là {}, {words} {what}{}", column.title(), shown(value), shown(limit));
    holds.then_some((note, total))
}

fn is_enough(cell: &Value, least: &Least) -> bool {
    let is_range = cell.number().is_none();
    match cell.bounds() {
        // «trên 1,2» is more than 1,2.
        Some((Some(min), _)) => min > least.value || min == least.value && (is_range || !least.is_strict),
        Some((None, max)) => max.is_none_or(|max| max > least.value),
        None => true,
    }
}
