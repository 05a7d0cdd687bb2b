//! BND001: no more is taken away than there is.
//!
//! In `ngheo_dau - giam` the cut is not greater than the stock; in 9 = 1 - 2 - 3 - 4 + 5 + 6 + 7 + 8 all that is taken
//! away is not more than what was there with all that came. Differences that may be negative (a change, a comparison)
//! are told by their heading.

use rust_decimal::Decimal;

use crate::check::bounds::{Bounds, plus, times};
use crate::check::equations::{figure, shown_value};
use crate::check::stocks::is_change;
use crate::diag::{Finding, Findings, rules};
use crate::model::table::Table;

/// BND001, for every row of every column of counts that is what is left of others.
pub fn over_stock(table: &Table, findings: &mut Findings) {
    for (result, column) in table.columns.iter().enumerate() {
        let linear = column.formula.as_ref().and_then(|formula| formula.value.linear());
        let Some(linear) = linear.filter(|_| column.kind.adds_up() && !is_change(column)) else { continue };
        let terms = linear.factors.iter().map(|(name, factor)| Some((table.column(name)?, *factor)));
        let Some(terms) = terms.collect::<Option<Vec<_>>>() else { continue };
        let (taken, given): (Vec<_>, Vec<_>) =
            terms.into_iter().partition(|(_, factor)| factor.is_sign_negative());
        let Some((stock, _)) = given.first().copied() else { continue };
        for row in 0..table.rows.len() {
            let cells = &table.rows[row].cells;
            let sum = |terms: &[(usize, Decimal)]| {
                let nothing: Bounds = (Some(Decimal::ZERO), Some(Decimal::ZERO));
                terms.iter().try_fold(nothing, |sum, (column, factor)| {
                    Some(plus(sum, times(cells[*column].bounds()?, factor.abs())))
                })
            };
            let (Some((least, _)), Some((_, most))) = (sum(&taken), sum(&given)) else { continue };
            let most = most.and_then(|most| most.checked_add(linear.constant));
            if least.zip(most).is_none_or(|(least, most)| least <= most) {
                continue;
            }
            let value = |column: usize| cells[column].bounds().and_then(|bounds| bounds.0);
            let Some((cut, _)) = taken.iter().copied().max_by_key(|(column, _)| value(*column)) else {
                continue;
            };
            let shown = |column: usize| shown_value(&cells[column], &table.columns[column]);
            let title = |column: usize| table.columns[column].title();
            let list = |terms: &[(usize, Decimal)]| {
                terms.iter().map(|(column, _)| shown(*column)).collect::<Vec<_>>().join(" + ")
            };
            let is_plain = taken.len() == 1 && given.len() == 1;
            let message = if is_plain {
                format!(
                    "cột «{}» của «{}» ghi {}, nhiều hơn «{}» là {}",
                    title(cut),
                    table.label(row),
                    shown(cut),
                    title(stock),
                    shown(stock)
                )
            } else {
                format!(
                    "«{}» và các số phải trừ khác của «{}» cộng lại là {}, nhiều hơn «{}» và các số được cộng là {}",
                    title(cut),
                    table.label(row),
                    least.map_or(String::new(), figure),
                    title(stock),
                    most.map_or(String::new(), figure)
                )
            };
            let mut finding = Finding::new(&rules::CUT_OVER_STOCK, table.place(row, cut), message)
            .label(format!("nhiều hơn {}", list(&given)))
            .unit(table.rows[table.whole_of(row)].name.as_str())
            .note(format!("trừ đi {}, trong khi chỉ có {}", list(&taken), list(&given)))
            .help("sửa ô sai trong dòng này rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột");
            for (column, _) in given.iter().chain(&taken).filter(|(column, _)| *column != cut) {
                finding = finding.also(table.place(row, *column), title(*column));
            }
            if column.sheet_column.is_some() {
                finding = finding.also(table.place(row, result), "phần còn lại");
            }
            findings.add(finding);
        }
    }
}
