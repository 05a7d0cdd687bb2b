//! EQN001: a column with a heading and a formula holds what the formula gives, in every row.
//!
//! Basis: nd30.md §6.2 «đầu kỳ − giảm (+ tăng) = cuối kỳ». The sheet's value is what is printed; the formula checks it.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::diag::{Finding, Findings, rules};
use crate::model::table::Table;
use crate::vietnamese::number;

/// EQN001, for every row of every checked column.
pub fn rows(table: &Table, findings: &mut Findings) {
    for (at, column) in table.columns.iter().enumerate() {
        let (Some(formula), Some(_)) = (&column.formula, column.sheet_column) else { continue };
        for (number, row) in table.rows.iter().enumerate() {
            let value = |name: &str| table.column(name).and_then(|column| row.cells[column].number());
            let cell = &row.cells[at];
            let (Some(printed), Some(computed)) = (cell.number(), formula.value.evaluate(&value)) else {
                continue;
            };
            let decimals = column.decimals.unwrap_or(printed.scale());
            let expected = computed.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
            if expected == printed {
                continue;
            }
            let shown = |value: Decimal| number::format(value.normalize());
            let filled =
                formula.value.write(&|name| value(name).map_or_else(|| name.to_owned(), shown), &shown);
            let mut finding = Finding::new(
                &rules::EQUATION,
                cell.place.clone(),
                format!(
                    "cột «{}» của «{}» ghi {}, tính theo công thức {} thì được {}",
                    column.title(),
                    table.label(number),
                    shown(printed),
                    formula.value,
                    shown(expected)
                ),
            )
            .label(format!("lệch {}", shown(printed - expected)))
            .note(format!("{filled} = {}", shown(computed)))
            .unit(table.rows[table.whole_of(number)].name.as_str())
            .help("sửa ô sai trong dòng này rồi lưu bảng tính");
            for name in formula.value.columns() {
                if let Some(read) = table.column(name) {
                    finding = finding.also(row.cells[read].place.clone(), format!("cột {name}"));
                }
            }
            findings.add(finding);
        }
    }
}
