//! How a value of a table is printed: with the decimals of its column, its sign, and the office's habits.

use rust_decimal::Decimal;

use super::habits::{Habits, PointSign};
use super::table::{Column, ColumnKind, Table, Value};
use crate::vietnamese::text::fold;
use crate::vietnamese::{date, number};

/// What stands behind a figure in running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    None,
    /// 7,97%
    Percent,
    /// 2,2% or 2,2 điểm %, by habit.
    Points,
}

impl Sign {
    /// The sign that a unit of measure asks for.
    pub fn of_unit(unit: &str) -> Self {
        match fold(unit).as_str() {
            "%" => Self::Percent,
            unit if unit == fold("điểm %") || unit == fold("điểm phần trăm") => Self::Points,
            _ => Self::None,
        }
    }

    pub fn text(self, habits: &Habits) -> &'static str {
        match (self, habits.points) {
            (Self::None, _) => "",
            (Self::Percent, _) | (Self::Points, PointSign::Percent) => "%",
            (Self::Points, PointSign::Points) => " điểm %",
        }
    }
}

impl Table {
    /// The unit of measure of a cell: its row's for `so_lieu`, else its column's.
    pub fn unit_of(&self, row: usize, column: usize) -> Option<&str> {
        let own = self.columns[column].unit.as_deref();
        if self.columns[column].kind == ColumnKind::RowFigure { self.row_unit(row).or(own) } else { own }
    }

    /// What stands in the row's `don_vi_tinh`; a part without one is measured as its whole is.
    fn row_unit(&self, row: usize) -> Option<&str> {
        let column = self.columns.iter().position(|column| column.kind == ColumnKind::RowUnit)?;
        let unit = |row: usize| match &self.rows[row].cells[column] {
            Value::Text(unit) => Some(&**unit),
            _ => None,
        };
        unit(row).or_else(|| unit(self.whole_of(row)))
    }

    /// What stands behind a cell's figure in running text.
    pub fn sign_of(&self, row: usize, column: usize) -> Sign {
        match self.columns[column].kind {
            ColumnKind::RowFigure => self.unit_of(row, column).map_or(Sign::None, Sign::of_unit),
            _ => self.columns[column].sign(),
        }
    }
}

impl Column {
    /// The heading as one line, e.g. `Hộ nghèo đầu năm › Số hộ`.
    pub fn title(&self) -> String {
        if self.heading.is_empty() { self.id.clone() } else { self.heading.join(" › ") }
    }

    /// What stands behind every figure of the column in running text.
    pub fn sign(&self) -> Sign {
        match self.kind {
            ColumnKind::Percent => Sign::Percent,
            ColumnKind::PercentPoint => Sign::Points,
            _ => Sign::None,
        }
    }

    /// A value as an annex prints it: without a sign, which the head states.
    pub fn print_bare(&self, value: &Value, habits: &Habits) -> String {
        self.print(value, Sign::None, habits)
    }

    /// A value as running text prints it: 4.990; 7,97%; trên 20.
    pub fn print(&self, value: &Value, sign: Sign, habits: &Habits) -> String {
        let sign = sign.text(habits);
        match value {
            Value::Empty | Value::Unreadable => String::new(),
            Value::Text(text) | Value::Dash(text) | Value::NotApplicable(text) => text.to_string(),
            Value::Number(number) => format!("{}{sign}", self.print_number(*number, self.two_digits)),
            Value::Range(range) => {
                let two_digits = self.two_digits && range.is_whole();
                range.print(habits.dash, sign, &|end| self.print_number(end, two_digits))
            }
            Value::Date(date) => date::short(date, habits.short_date),
        }
    }

    fn print_number(&self, number: Decimal, two_digits: bool) -> String {
        if two_digits && self.decimals.unwrap_or(0) == 0 && number.is_integer() {
            return number::leading_zero(number.normalize());
        }
        match self.decimals {
            Some(decimals) => number::format_scaled(number, decimals),
            None => number::format(number),
        }
    }
}
