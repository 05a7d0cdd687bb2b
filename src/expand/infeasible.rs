//! ALC001: why a total cannot be split, with the arithmetic, the units, and every place that has to do with it.

use rust_decimal::Decimal;

use super::allocation::Stop;
use crate::diag::{Finding, Place, rules};
use crate::model::allocation::{Allocation, Bound, decimal};
use crate::model::apportion::{Claim, Infeasible};
use crate::model::table::{Table, Value};
use crate::vietnamese::number;

/// So many units are named.
const MOST_NAMED: usize = 20;

/// The column that is split.
pub struct Told<'a> {
    pub table: &'a Table,
    pub at: usize,
    pub allocation: &'a Allocation,
}

/// A total that could not be split.
pub struct Attempt<'a> {
    pub total: i128,
    pub scale: u32,
    pub weight_scale: u32,
    pub sources: &'a [Place],
    /// The group or total row that it is for.
    pub row: Option<usize>,
    pub units: &'a [usize],
    pub claims: &'a [Claim],
}

impl Told<'_> {
    /// A finding at `phan_bo`, with the total and the column of the weights.
    fn finding(&self, message: &str, total: &[Place]) -> Finding {
        let title = self.table.columns[self.at].title();
        let message = format!("không phân bổ được cột «{title}»: {message}");
        let mut finding = Finding::new(&rules::NOT_ALLOCATED, self.allocation.place.clone(), message);
        for place in total {
            finding = finding.also(place.clone(), "tổng phải chia");
        }
        finding
    }

    /// The columns that the shares depend on.
    fn with_columns(&self, mut finding: Finding, columns: &[usize]) -> Finding {
        for column in columns {
            if let Some(range) = self.table.column_range(*column) {
                let what = if *column == self.allocation.weights {
                    "chia theo cột này"
                } else {
                    "mức tính từ cột này"
                };
                finding = finding.also(range, what);
            }
        }
        finding
    }

    fn unit(&self, row: usize) -> &str {
        &self.table.rows[row].name
    }

    /// The total as a number.
    pub fn total(&self, value: &Value, sources: &[Place]) -> Result<Decimal, Stop> {
        let shown = match value {
            Value::Unreadable => return Err(Stop::Said),
            Value::Range(_) => "là một khoảng",
            Value::Empty => "để trống",
            value => match value.number() {
                Some(number) => return Ok(number),
                None => "không phải là một số",
            },
        };
        let finding = self.finding(&format!("tổng phải chia {shown}"), sources);
        Err(finding.help("tổng phải chia là một số: sửa ô được gọi, hoặc gọi số liệu khác ở «tong»").into())
    }

    pub fn not_whole(&self, total: Decimal, sources: &[Place]) -> Finding {
        let decimals = self.table.columns[self.at].decimals.unwrap_or(0);
        let shown = number::format(total.normalize());
        let message = match decimals {
            0 => format!("tổng {shown} không phải là số nguyên"),
            _ => format!("tổng {shown} có nhiều hơn {decimals} chữ số thập phân"),
        };
        let help = "sửa «tong»; cột được chia đến phần lẻ (ví dụ tiền tính bằng tỷ đồng) thì khai báo «le»";
        self.finding(&message, sources).help(help)
    }

    /// A unit outside of every group, where each group splits its own total.
    pub fn no_group(&self, row: usize, column: usize) -> Finding {
        let id = &self.table.columns[column].id;
        self.finding(&format!("«{}» không thuộc nhóm nào nên không có tổng để chia", self.unit(row)), &[])
            .also(self.table.place(row, column), "dòng này")
            .unit(self.unit(row))
            .help(format!(
                "«tong: {id}» chia số của từng dòng nhóm cho các đơn vị trong nhóm; chia một số cho cả bảng thì ghi số đó, hoặc {}.tong.{id}",
                self.table.id
            ))
    }

    pub fn no_number(&self, row: usize, column: usize) -> Finding {
        let id = &self.table.columns[column].id;
        self.finding(&format!("«{}» không có một số ở cột «{id}»", self.unit(row)), &[])
            .also(self.table.place(row, column), "ô này")
            .unit(self.unit(row))
            .help("«theo» cần một số ở mỗi đơn vị, không phải khoảng; đơn vị không được chia thì ghi «x»")
    }

    pub fn no_bound(&self, row: usize, bound: &Bound, is_floor: bool) -> Finding {
        let what = if is_floor { "tối thiểu" } else { "tối đa" };
        let formula = &bound.formula.value;
        let message = format!("mức {what} «{formula}» của «{}» không tính được", self.unit(row));
        let mut finding = self.finding(&message, &[]).also(bound.formula.place.clone(), "công thức");
        for column in formula.columns().into_iter().filter_map(|name| self.table.column(name)) {
            finding = finding.also(self.table.place(row, column), "ô được đọc");
        }
        finding
            .unit(self.unit(row))
            .help("xem lại các ô mà công thức đọc (ô không phải số, khoảng, chia cho 0)")
    }

    pub fn too_large(&self) -> Finding {
        let finding = self.finding("số quá lớn hoặc quá nhiều chữ số thập phân để chia đúng", &[]);
        let finding = self.with_columns(finding, &self.allocation.columns(self.table));
        finding.help("dùng đơn vị tính lớn hơn, hoặc bớt chữ số thập phân của cột «theo»")
    }

    /// What the arithmetic says.
    pub fn infeasible(&self, reason: &Infeasible, attempt: &Attempt<'_>) -> Finding {
        let amount = |amount: i128| shown(amount, attempt.scale);
        let total = amount(attempt.total);
        let whose = attempt.row.map(|row| format!(" của «{}»", self.unit(row))).unwrap_or_default();
        let weights = &[self.allocation.weights][..];
        let bounds: Vec<usize> = self.allocation.columns(self.table).into_iter().skip(1).collect();
        let all = self.allocation.columns(self.table);
        let about = |message: &str, columns: &[usize]| {
            self.with_columns(self.finding(message, attempt.sources), columns)
        };
        let sum = |amounts: Vec<(usize, i128)>, result: i128| self.sum(&amounts, result, attempt);
        match reason {
            Infeasible::TooLarge => self.too_large(),
            Infeasible::NegativeTotal => {
                about(&format!("tổng {total}{whose} nhỏ hơn 0"), &[]).help("sửa tổng phải chia")
            }
            Infeasible::NegativeWeights(rows) => self
                .each(
                    about(&format!("cột «theo» có số nhỏ hơn 0 ở {} đơn vị", rows.len()), &[]),
                    rows,
                    attempt,
                    &|at| shown(attempt.claims[at].weight, attempt.weight_scale),
                )
                .help("sửa các ô này: số dùng để chia không thể nhỏ hơn 0"),
            Infeasible::CrossedBounds(rows) => self
                .each(
                    about(&format!("mức tối thiểu lớn hơn mức tối đa ở {} đơn vị", rows.len()), &bounds),
                    rows,
                    attempt,
                    &|at| {
                        let Claim { floor, cap, .. } = attempt.claims[at];
                        format!("tối thiểu {}, tối đa {}", amount(floor), amount(cap.unwrap_or(floor)))
                    },
                )
                .help("sửa «toi_thieu», «toi_da» hoặc các ô mà hai mức đọc"),
            Infeasible::FloorsExceed(floors) => {
                let held = attempt.claims.iter().enumerate().filter(|(_, claim)| claim.floor > 0);
                let more = amount(floors - attempt.total);
                about(
                    &format!(
                        "các mức tối thiểu cộng lại {} lớn hơn tổng {total}{whose}, thừa {more}",
                        amount(*floors)
                    ),
                    &bounds,
                )
                .note(sum(held.map(|(at, claim)| (at, claim.floor)).collect(), *floors))
                .help("hạ «toi_thieu», hoặc tăng tổng phải chia")
            }
            Infeasible::CapsFallShort(most) => {
                let amounts = attempt.claims.iter().enumerate().map(|(at, claim)| {
                    (at, if claim.weight > 0 { claim.cap.unwrap_or(claim.floor) } else { claim.floor })
                });
                let missing = amount(attempt.total - most);
                about(&format!("các mức tối đa cộng lại {} nhỏ hơn tổng {total}{whose}, thiếu {missing}", amount(*most)),
                    &all,
                )
                .note(sum(amounts.filter(|(_, amount)| *amount != 0).collect(), *most))
                .help("tăng «toi_da», hoặc hạ tổng phải chia; đơn vị có số 0 ở cột «theo» chỉ nhận mức tối thiểu")
            }
            Infeasible::NoWeight => about(
                &format!("tổng {total}{whose} không chia được vì mọi đơn vị có số 0 ở cột «theo»"),
                weights,
            )
            .help("điền cột «theo», hoặc chia theo cột khác"),
        }
    }

    /// «34 (Xã A) + 29 (Xã B) = 63».
    fn sum(&self, amounts: &[(usize, i128)], result: i128, attempt: &Attempt<'_>) -> String {
        let named = amounts.iter().take(MOST_NAMED);
        let mut added: Vec<String> = named
            .map(|(at, amount)| {
                format!("{} ({})", shown(*amount, attempt.scale), self.unit(attempt.units[*at]))
            })
            .collect();
        if amounts.len() > MOST_NAMED {
            added.push(format!("… ({} đơn vị nữa)", amounts.len() - MOST_NAMED));
        }
        format!("{} = {}", added.join(" + "), shown(result, attempt.scale))
    }

    /// A note for each of some units, and the cell of its weight.
    fn each(
        &self,
        mut finding: Finding,
        rows: &[usize],
        attempt: &Attempt<'_>,
        note: &dyn Fn(usize) -> String,
    ) -> Finding {
        for at in rows.iter().take(MOST_NAMED) {
            let row = attempt.units[*at];
            finding = finding.also(self.table.place(row, self.allocation.weights), "").note(format!(
                "{}: {}",
                self.unit(row),
                note(*at)
            ));
        }
        if rows.len() > MOST_NAMED {
            finding = finding.note(format!("… và {} đơn vị nữa", rows.len() - MOST_NAMED));
        }
        finding
    }
}

fn shown(amount: i128, scale: u32) -> String {
    decimal(amount, scale).map_or_else(|| amount.to_string(), |value| number::format(value.normalize()))
}
