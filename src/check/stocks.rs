//! Which columns of a table are a stock, a cut of it and what is left: `ngheo_cuoi: ngheo_dau - giam`.

use rust_decimal::Decimal;

use crate::model::table::{Column, Table};
use crate::vietnamese::listed::Words;
use crate::vietnamese::text::fold;

/// A column that is another one less a third.
pub struct Stock {
    pub stock: usize,
    pub cut: usize,
}

/// Every `a - b` over counts whose result is something that is left.
pub fn of_table(table: &Table) -> Vec<Stock> {
    let results = table.columns.iter().filter(|column| column.kind.adds_up() && !is_change(column));
    results
        .filter_map(|column| {
            let linear = column.formula.as_ref()?.value.linear()?;
            let [(first, one), (second, other)] = linear.factors[..] else { return None };
            let (plus, less) = (Decimal::ONE, Decimal::NEGATIVE_ONE);
            let (stock, cut) = if (one, other) == (plus, less) {
                (first, second)
            } else if (one, other) == (less, plus) {
                (second, first)
            } else {
                return None;
            };
            let is_plain = linear.constant.is_zero();
            Some(Stock { stock: table.column(stock)?, cut: table.column(cut)? }).filter(|_| is_plain)
        })
        .collect()
}

/// Words of a heading over figures whose sign says which way they went.
static SIGNED: Words =
    Words::of(&["tăng", "chênh lệch", "so sánh", "so với", "biến động", "thay đổi", "điều chỉnh", "tốc độ"]);
/// Words of a heading over rates that may well pass 100 %: what was reached of a plan, this year of last year.
static REACHED: Words = Words::of(&["đạt", "hoàn thành", "chỉ số", "cùng kỳ", "năm trước", "vượt", "bằng"]);
/// Words that say so only right above the rates: «Kế hoạch năm 2024 › Tỷ lệ hộ nghèo» is a share.
static OF_PLAN: Words = Words::of(&["thực hiện", "kế hoạch"]);
/// Words of a heading over what is left.
static LEFT: Words = Words::of(&["còn", "cuối", "tồn", "dư"]);
static CUT: Words = Words::of(&["giảm"]);

/// Whether the figures below such words may be negative.
pub fn is_signed(words: &str) -> bool {
    SIGNED.within(&fold(words)).is_some()
}

/// Whether rates below a heading (from top to bottom) may pass 100 %.
pub fn may_pass_hundred(heading: &[String]) -> bool {
    let of_plan = heading.last().is_some_and(|label| OF_PLAN.within(&fold(label)).is_some());
    of_plan || heading.iter().any(|label| is_signed(label) || REACHED.within(&fold(label)).is_some())
}

/// Whether words speak of a cut, which is negative where something grew.
pub fn is_cut(words: &str) -> bool {
    CUT.within(&fold(words).replace(&fold("giảm nghèo"), "")).is_some()
}

/// Whether a column holds a change, whose sign says which way, and not what is left.
pub fn is_change(column: &Column) -> bool {
    let last = column.heading.last().map(|label| fold(label)).unwrap_or_default();
    let title = column.title();
    LEFT.within(&last).is_none() && (is_signed(&title) || is_cut(&title))
}
