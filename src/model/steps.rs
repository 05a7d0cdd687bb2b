//! How a value of a table came about, as lines of arithmetic that a clerk can follow with a calculator.

use rust_decimal::{Decimal, RoundingStrategy};

use super::formula::Formula;
use super::habits::Habits;
use super::table::{Column, Row, Table};
use crate::vietnamese::number;

/// So many summands are written out.
const MOST_ADDED: usize = 100;

impl Table {
    /// The steps behind a value, one a line: «dau - giam = 851 - 180 = 671», with «đối chiếu: » in front where the sheet
    /// has the value and the formula checks it. None for a value that was only read, or where the arithmetic cannot be
    /// written with single numbers.
    pub fn steps(&self, row: usize, column: usize) -> Vec<String> {
        let by_formula = || self.by_formula(row, column);
        let by_denominator = || self.by_denominator(row, column);
        self.by_allocation(row, column).or_else(by_formula).or_else(by_denominator).unwrap_or_default()
    }

    /// The sum of some rows in one column: «Xã An Bình 40 + Xã An Hòa 50 = 90».
    pub fn sum_steps(&self, rows: &[usize], column: usize) -> Vec<String> {
        let values: Option<Vec<Decimal>> =
            rows.iter().map(|row| self.rows[*row].cells[column].number()).collect();
        let Some(sum) = values.and_then(|values| {
            values.into_iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value))
        }) else {
            return Vec::new();
        };
        let definition = &self.columns[column];
        let summands: Vec<String> = rows
            .iter()
            .take(MOST_ADDED)
            .map(|row| {
                let value = definition.print_bare(&self.rows[*row].cells[column], &Habits::default());
                format!("{} {value}", self.label(*row))
            })
            .collect();
        let more = rows.len() - summands.len();
        let more = if more > 0 { format!(" + … ({more} số nữa)") } else { String::new() };
        vec![format!("{}{more} = {}", summands.join(" + "), figure(sum))]
    }

    /// Where the column has a formula: its arithmetic in this row, the rounding, and what the cell says instead.
    fn by_formula(&self, row: usize, column: usize) -> Option<Vec<String>> {
        let definition = &self.columns[column];
        let formula = &definition.formula.as_ref()?.value;
        let row = &self.rows[row];
        let value = |name: &str| row.cells[self.column(name)?].number();
        let exact = formula.evaluate(&value)?;
        let filled = self.filled(formula, row);
        Some(arithmetic(&format!("{formula} = {filled}"), exact, definition, row, column))
    }

    /// Where a rate's count and denominator both stand in the table.
    fn by_denominator(&self, row: usize, column: usize) -> Option<Vec<String>> {
        let definition = &self.columns[column];
        let (count, over) = (definition.rate_of?, definition.rate_over?);
        let row = &self.rows[row];
        let (part, whole) = (row.cells[count].number()?, row.cells[over].number()?);
        let exact = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
        let (count, over) = (&self.columns[count].id, &self.columns[over].id);
        let written = format!("{count} / {over} * 100 = {} / {} * 100", figure(part), figure(whole));
        Some(arithmetic(&written, exact, definition, row, column))
    }

    /// A formula with the row's figures in place of the columns.
    fn filled(&self, formula: &Formula, row: &Row) -> String {
        let value = |name: &str| {
            let number = self.column(name).and_then(|column| row.cells[column].number());
            number.map_or_else(|| name.to_owned(), bracketed)
        };
        formula.write(&value, &figure)
    }
}

/// Arithmetic with its exact result, what that is rounded to, and what the cell says where it says something else.
fn arithmetic(written: &str, exact: Decimal, definition: &Column, row: &Row, column: usize) -> Vec<String> {
    let Some(stands) = row.cells[column].number() else { return Vec::new() };
    let decimals = definition.decimals.unwrap_or_else(|| stands.normalize().scale());
    // What the sheet says is printed; the formula only checks it.
    let checks = if definition.sheet_column.is_some() { "đối chiếu: " } else { "" };
    let mut steps = vec![format!("{checks}{written} = {}", cut(exact, decimals))];
    steps.extend(rounding(exact, decimals));
    let rounded = half_up(exact, decimals);
    if rounded != stands {
        let (rounded, stands) = (figure(rounded), figure(stands));
        steps.push(format!("tính ra {rounded}, ô ghi {stands}: in đúng như ô"));
    }
    steps
}

/// What rounding does to a value: «làm tròn nửa lên, 2 chữ số thập phân: 7,9653 → 7,97»; nothing where it does nothing.
pub fn rounding(exact: Decimal, decimals: u32) -> Option<String> {
    if exact.normalize().scale() <= decimals {
        return None;
    }
    let rounded = number::format_scaled(exact, decimals);
    let to = match decimals {
        0 => "đến hàng đơn vị".to_owned(),
        decimals => format!("{decimals} chữ số thập phân"),
    };
    Some(format!("làm tròn nửa lên, {to}: {} → {rounded}", cut(exact, decimals)))
}

/// A value with two decimals more than are kept, cut and not rounded: what is shown decides the rounding.
fn cut(exact: Decimal, decimals: u32) -> String {
    let exact = exact.normalize();
    let shown = exact.trunc_with_scale(decimals + 2);
    if shown == exact { figure(exact) } else { format!("{}…", number::format(shown)) }
}

fn half_up(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

fn figure(value: Decimal) -> String {
    number::format(value.normalize())
}

fn bracketed(value: Decimal) -> String {
    if value.is_sign_negative() && !value.is_zero() { format!("({})", figure(value)) } else { figure(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_shows_the_digits_that_decide() {
        let value = |text: &str| text.parse::<Decimal>().expect("a number");
        let said = |text: &str, decimals| rounding(value(text), decimals).unwrap_or_default();
        assert_eq!(said("7.9653", 2), "làm tròn nửa lên, 2 chữ số thập phân: 7,9653 → 7,97");
        assert_eq!(said("12.5", 0), "làm tròn nửa lên, đến hàng đơn vị: 12,5 → 13");
        assert_eq!(said("3.333333333", 2), "làm tròn nửa lên, 2 chữ số thập phân: 3,3333… → 3,33");
        // 2,4949… is cut, never shown as the 2,495 that would round up.
        assert_eq!(said("2.4949999", 2), "làm tròn nửa lên, 2 chữ số thập phân: 2,4949… → 2,49");
        assert_eq!(said("2.50", 1), "");
    }
}
