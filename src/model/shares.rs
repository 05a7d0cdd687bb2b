//! The arithmetic behind a share of a total (`phan_bo`), line by line, as a clerk would do it by hand.

use super::allocation::{Allocation, Bound, Outcome, Portion, Split, decimal};
use super::apportion::Share;
use super::formula::Formula;
use super::table::{Table, Value};
use crate::vietnamese::number;

/// More decimals are never shown.
const MOST_DECIMALS: u32 = 9;

impl Table {
    /// How the share of a row came about, one step a line; a group or total row adds up its rows. `None` where the column
    /// splits nothing. A column that is read and checked (`phan_bo` with `tieu_de`) has the steps of what should stand there.
    pub(super) fn by_allocation(&self, row: usize, column: usize) -> Option<Vec<String>> {
        let definition = &self.columns[column];
        let allocation = definition.allocation.as_ref()?;
        let Some(outcome) = &allocation.outcome else { return Some(Vec::new()) };
        match outcome.portions.get(row) {
            Some(Some(portion)) => {
                let unit = definition.unit.as_deref().unwrap_or_default();
                let told = Told { table: self, allocation, outcome, unit, decimals: outcome.scale };
                Some(told.portion(row, portion))
            }
            _ if definition.sheet_column.is_none() => {
                // «x» says that nothing is given to the unit.
                let is_counted = |child: &usize| self.rows[*child].cells[column].counts();
                let children: Vec<usize> = self.children(row).into_iter().filter(is_counted).collect();
                Some(if children.is_empty() { Vec::new() } else { self.sum_steps(&children, column) })
            }
            _ => Some(Vec::new()),
        }
    }
}

/// The steps of one column, in its words.
struct Told<'a> {
    table: &'a Table,
    allocation: &'a Allocation,
    outcome: &'a Outcome,
    /// «hộ», or nothing.
    unit: &'a str,
    /// Of the shares.
    decimals: u32,
}

impl Told<'_> {
    fn portion(&self, row: usize, portion: &Portion) -> Vec<String> {
        let split = &self.outcome.splits[portion.split];
        let mut steps: Vec<String> = self.without_bound(split).into_iter().collect();
        let amount = self.amount(portion.share.amount(&portion.claim));
        let product = (portion.claim.weight, split.free_total, split.free_weight);
        let places = quotient_decimals(product, split.decimals);
        let factors = [
            self.amount(split.free_total),
            self.weight(portion.claim.weight),
            self.weight(split.free_weight),
        ];
        let quotient = self.quotient(product, places);
        // Where every unit lies at a bound, nothing is split by weight.
        if split.free_weight > 0 {
            steps.push(format!("{} × {} / {} = {quotient}", factors[0], factors[1], factors[2]));
        }
        match portion.share {
            Share::Floor => {
                let bound = portion.floor.and_then(|at| self.allocation.floors.get(at));
                steps.extend(bound.and_then(|bound| self.bound(row, bound, "tối thiểu", "lên", &amount)));
                steps.push(if split.free_weight > 0 {
                    format!("{quotient} nhỏ hơn mức tối thiểu {amount} → {amount}")
                } else {
                    format!("lấy mức tối thiểu → {amount}")
                });
            }
            Share::Cap => {
                let bound = portion.cap.and_then(|at| self.allocation.caps.get(at));
                steps.extend(bound.and_then(|bound| self.bound(row, bound, "tối đa", "xuống", &amount)));
                steps.push(if split.free_weight > 0 {
                    format!("{quotient} lớn hơn mức tối đa {amount} → {amount}")
                } else {
                    format!("lấy mức tối đa → {amount}")
                });
            }
            Share::Free { rank: 0, .. } => steps.push(format!("không có phần dư → {amount}")),
            Share::Free { whole, remainder, rank, is_raised } => {
                let rest = self.quotient((1, remainder, split.free_weight), places);
                let kept = if self.decimals == 0 { "lấy phần nguyên" } else { "lấy tròn xuống" };
                steps.push(format!("{kept} {}; phần dư {rest}", self.amount(whole)));
                steps.extend(self.remainder(split, rank, is_raised, &amount));
            }
        }
        steps
    }

    /// Whether a remainder is among those that get one more.
    fn remainder(&self, split: &Split, rank: usize, is_raised: bool, amount: &str) -> Vec<String> {
        let who = if is_raised { "được thêm" } else { "không được thêm" };
        let one = self.of_unit(self.amount(1));
        let left = match split.raised {
            1 => format!("cộng lại còn thiếu {one}, thêm cho phần dư lớn nhất"),
            several => format!(
                "cộng lại còn thiếu {}, thêm mỗi đơn vị {one} cho {several} phần dư lớn nhất",
                self.of_unit(self.amount(i128::try_from(several).unwrap_or(i128::MAX)))
            ),
        };
        let step = format!("{left}: phần dư này đứng thứ {rank}, {who} → {amount}");
        let is_at_edge = split.raised == rank || split.raised + 1 == rank;
        let tie = "phần dư bằng nhau: đơn vị có số lớn hơn ở cột chia được trước, rồi đến dòng đứng trên";
        let tie = Some(tie.to_owned()).filter(|_| split.is_tied && is_at_edge);
        std::iter::once(step).chain(tie).collect()
    }

    /// What the units at their bounds take out of the total and of the weights.
    fn without_bound(&self, split: &Split) -> Option<String> {
        let bounds = [(split.at_floor, "tối thiểu"), (split.at_cap, "tối đa")];
        let taken: Vec<_> = bounds.into_iter().filter(|((count, _), _)| *count > 0).collect();
        if taken.is_empty() {
            return None;
        }
        let who: Vec<String> = taken
            .iter()
            .map(|((count, amount), what)| {
                let each = if *count == 1 { "" } else { "cộng " };
                format!("{count} đơn vị nhận mức {what} ({each}{})", self.amount(*amount))
            })
            .collect();
        let less: String =
            taken.iter().map(|((_, amount), _)| format!(" - {}", self.amount(*amount))).collect();
        let left =
            format!("{}{less} = {}", self.amount(split.total), self.of_unit(self.amount(split.free_total)));
        let others = if split.free_weight == 0 {
            format!("còn {left}")
        } else {
            format!(
                "các đơn vị khác chia nhau {left}, cột «{}» của các đơn vị này cộng được {}",
                self.table.columns[self.allocation.weights].title(),
                self.weight(split.free_weight)
            )
        };
        Some(format!("{}; {others}", who.join(", ")))
    }

    /// «tối thiểu 2.734 × 1,21 / 100 = 33,0814, làm tròn lên 34»; nothing for a bound that is a whole number as typed.
    fn bound(&self, row: usize, bound: &Bound, what: &str, way: &str, amount: &str) -> Option<String> {
        let formula = &bound.formula.value;
        let exact = number::format(bound.value(self.table, row)?.round_dp(MOST_DECIMALS).normalize());
        let cell = |name: &str| match self.table.column(name).map(|at| &self.table.rows[row].cells[at]) {
            Some(Value::Number(value)) => number::format(value.normalize()),
            Some(Value::Dash(_)) => "0".to_owned(),
            _ => name.to_owned(),
        };
        let filled = formula.write(&cell, &|value| number::format(value.normalize())).replace(" * ", " × ");
        let written = match formula {
            Formula::Number(_) if exact == amount => return None,
            Formula::Number(_) => format!("{what} {exact}"),
            Formula::Column(name) => format!("{what} {exact} (cột {name})"),
            _ => format!("{what} {filled} = {exact}"),
        };
        Some(if exact == amount { written } else { format!("{written}, làm tròn {way} {amount}") })
    }

    fn amount(&self, amount: i128) -> String {
        shown(amount, self.outcome.scale)
    }

    fn weight(&self, weight: i128) -> String {
        shown(weight, self.outcome.weight_scale)
    }

    fn of_unit(&self, amount: String) -> String {
        if self.unit.is_empty() { amount } else { format!("{amount} {}", self.unit) }
    }

    /// A product over a divisor, as a share: rounded half up to some more decimals than a share has.
    fn quotient(&self, (a, b, over): (i128, i128, i128), decimals: u32) -> String {
        let (rounded, scale) = (scaled(a, b, over, decimals), self.outcome.scale + decimals);
        if over == 0 || a * b % over == 0 {
            return shown(rounded, scale);
        }
        // «20,80» says that there is more behind it.
        decimal(rounded, scale).map_or_else(|| rounded.to_string(), number::format)
    }
}

/// How many more decimals than a share has a quotient needs: so many that a remainder never looks like a whole.
fn quotient_decimals((a, b, over): (i128, i128, i128), least: u32) -> u32 {
    if over == 0 || a * b % over == 0 {
        return least.min(MOST_DECIMALS);
    }
    let looks_whole = |decimals: &u32| scaled(a, b, over, *decimals) % 10_i128.pow(*decimals) == 0;
    (least..MOST_DECIMALS).find(|decimals| !looks_whole(decimals)).unwrap_or(MOST_DECIMALS)
}

/// `a * b / over` in units of the last of some decimals, half up.
fn scaled(a: i128, b: i128, over: i128, decimals: u32) -> i128 {
    if over == 0 {
        return 0;
    }
    let ten = 10_i128.pow(decimals);
    let (whole, rest) = (a * b / over, a * b % over);
    let digits = rest.checked_mul(ten * 2).and_then(|twice| twice.checked_add(over));
    whole.saturating_mul(ten).saturating_add(digits.map_or(0, |twice| twice / (over * 2)))
}

/// By how many decimals two remainders over the same divisor can be told apart when they are rounded.
pub fn telling_decimals(larger: i128, smaller: i128, over: i128) -> u32 {
    const USUAL: u32 = 2;
    if larger == smaller {
        return USUAL;
    }
    let differ = |decimals: &u32| scaled(larger, 1, over, *decimals) != scaled(smaller, 1, over, *decimals);
    (USUAL..MOST_DECIMALS).find(differ).unwrap_or(MOST_DECIMALS)
}

fn shown(amount: i128, scale: u32) -> String {
    decimal(amount, scale).map_or_else(|| amount.to_string(), |value| number::format(value.normalize()))
}
