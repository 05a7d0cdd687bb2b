//! A table of targets: columns with their meaning, rows with their kind, every cell with its place.

use rust_decimal::Decimal;

use super::formula::Formula;
use crate::diag::{CellRange, CellRef, Located, Place};
use crate::vietnamese::date::IssueDate;
use crate::vietnamese::number;

/// What a column holds; decides how a cell is read, printed and summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// `dia_phuong`: the unit's name.
    UnitName,
    /// `so_ho`, `so_nguoi`, `so_luong`: counts, e.g. 4.990.
    Count,
    /// `tien`: an amount of money.
    Money,
    /// `phan_tram`: a rate, e.g. 7,97%.
    Percent,
    /// `diem_phan_tram`: a difference of two rates, e.g. 2,2%.
    PercentPoint,
    /// `ngay`.
    Date,
    /// `van_ban`.
    Text,
}

impl ColumnKind {
    /// Whether the rows of a group add up in this column.
    pub fn adds_up(self) -> bool {
        matches!(self, Self::Count | Self::Money)
    }

    pub fn is_number(self) -> bool {
        self.adds_up() || self.is_rate()
    }

    /// Whether the value is printed with a percent sign in running text.
    pub fn is_rate(self) -> bool {
        matches!(self, Self::Percent | Self::PercentPoint)
    }
}

/// How a percent cell of the workbook is written (`o`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PercentCell {
    /// 7,97 % stands as 7.97.
    Percent,
    /// 7,97 % stands as 0.0797.
    Ratio,
}

/// One column of a table, as `ho-so.yaml` declares it.
#[derive(Debug, Clone)]
pub struct Column {
    /// The id by which text refers to it, e.g. `ngheo_dau`.
    pub id: String,
    /// The path through the stacked head, e.g. `["Hộ nghèo đầu năm", "Số hộ"]`.
    pub heading: Vec<String>,
    pub kind: ColumnKind,
    /// `le`: how many decimals; without it a value keeps the decimals of its cell.
    pub decimals: Option<u32>,
    pub unit: Option<String>,
    /// `cua`: the count that this rate is of.
    pub rate_of: Option<usize>,
    /// `tren`: the column of the rate's denominator.
    pub rate_over: Option<usize>,
    pub formula: Option<Located<Formula>>,
    pub percent_cell: PercentCell,
    /// The sheet's column; `None` when the values are computed by `formula` alone.
    pub sheet_column: Option<u32>,
    pub place: Place,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Empty,
    Text(String),
    Number(Decimal),
    Date(IssueDate),
    /// A cell that could not be read; its finding has been made, so the dossier is refused anyway.
    Unreadable,
}

/// A value with the cell that it came from, or the place of the formula that made it.
#[derive(Debug, Clone)]
pub struct Cell {
    pub value: Value,
    pub place: Place,
    /// The formula and the cells it read, for a computed value.
    pub computed_from: Vec<Place>,
}

impl Cell {
    pub fn number(&self) -> Option<Decimal> {
        match self.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A place (or indicator) with its own figures.
    Unit,
    /// A sub-total over the rows below it; `II` has level 1, `II.1` level 2.
    Group {
        level: usize,
    },
    Total,
}

/// One row of a table.
#[derive(Debug, Clone)]
pub struct Row {
    pub kind: RowKind,
    /// The text of the TT column, e.g. `1` or `II.1`; empty when there is none.
    pub number: String,
    /// The unit's or group's name as the sheet has it.
    pub name: String,
    /// One cell a column, in the table's column order.
    pub cells: Vec<Cell>,
    pub sheet_row: u32,
}

/// A table as read and typed, in the sheet's row order.
#[derive(Debug, Clone)]
pub struct Table {
    pub id: String,
    pub file: String,
    pub sheet: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Whether the sheet numbers its rows (a TT column).
    pub numbered: bool,
}

impl Table {
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    /// The column that names the units.
    pub fn name_column(&self) -> Option<usize> {
        self.columns.iter().position(|column| column.kind == ColumnKind::UnitName)
    }

    pub fn total_row(&self) -> Option<usize> {
        self.rows.iter().position(|row| row.kind == RowKind::Total)
    }

    pub fn unit_rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.rows.iter().enumerate().filter(|(_, row)| row.kind == RowKind::Unit).map(|(at, _)| at)
    }

    /// The rows that a group or total row adds up: its sub-groups and the units that lie directly in it.
    pub fn children(&self, parent: usize) -> Vec<usize> {
        match self.rows[parent].kind {
            RowKind::Unit => Vec::new(),
            RowKind::Group { level } => self.highest_of(self.rows_of_group(parent, level), level),
            RowKind::Total => self.top_rows(),
        }
    }

    /// The rows that the whole table adds up to: its top groups and the units outside any group.
    pub fn top_rows(&self) -> Vec<usize> {
        self.highest_of((0..self.rows.len()).collect(), 0)
    }

    /// Of some rows in order, those that no other one of them contains; `level` is that of their parent.
    fn highest_of(&self, rows: Vec<usize>, level: usize) -> Vec<usize> {
        let mut children = Vec::new();
        let mut inside_subgroup = None;
        for at in rows {
            match self.rows[at].kind {
                RowKind::Total => {}
                RowKind::Group { level: own } => {
                    if inside_subgroup.is_none_or(|outer| own <= outer) && own > level {
                        children.push(at);
                        inside_subgroup = Some(own);
                    }
                }
                RowKind::Unit => {
                    if inside_subgroup.is_none() {
                        children.push(at);
                    }
                }
            }
        }
        children
    }

    /// The unit rows anywhere below a group row.
    pub fn units_of_group(&self, group: usize) -> Vec<usize> {
        match self.rows[group].kind {
            RowKind::Group { level } => self
                .rows_of_group(group, level)
                .into_iter()
                .filter(|at| self.rows[*at].kind == RowKind::Unit)
                .collect(),
            RowKind::Total => self.unit_rows().collect(),
            RowKind::Unit => Vec::new(),
        }
    }

    fn rows_of_group(&self, group: usize, level: usize) -> Vec<usize> {
        (group + 1..self.rows.len())
            .take_while(|at| match self.rows[*at].kind {
                RowKind::Unit => true,
                RowKind::Group { level: own } => own > level,
                RowKind::Total => false,
            })
            .collect()
    }

    /// The cells of one column from the first to the last row, as a range of the sheet.
    pub fn column_range(&self, column: usize) -> Option<Place> {
        let sheet_column = self.columns[column].sheet_column?;
        let first = self.rows.first()?.sheet_row;
        let last = self.rows.last()?.sheet_row;
        Some(Place::Cell {
            file: self.file.clone(),
            sheet: self.sheet.clone(),
            cell: CellRange {
                first: CellRef { row: first, column: sheet_column },
                last: CellRef { row: last, column: sheet_column },
            },
        })
    }
}

impl Column {
    /// The heading as one line, e.g. `Hộ nghèo đầu năm › Số hộ`.
    pub fn title(&self) -> String {
        if self.heading.is_empty() { self.id.clone() } else { self.heading.join(" › ") }
    }

    /// A cell's value as an annex prints it: without the percent sign, which the head states.
    pub fn print_bare(&self, value: &Value) -> String {
        match value {
            Value::Empty | Value::Unreadable => String::new(),
            Value::Text(text) => text.clone(),
            Value::Number(number) => self.print_number(*number),
            Value::Date(date) => crate::vietnamese::date::short(date),
        }
    }

    /// A cell's value as running text prints it: 4.990; 7,97%.
    pub fn print_in_text(&self, value: &Value) -> String {
        match value {
            Value::Number(number) if self.kind.is_rate() => format!("{}%", self.print_number(*number)),
            other => self.print_bare(other),
        }
    }

    fn print_number(&self, number: Decimal) -> String {
        match self.decimals {
            Some(decimals) => number::format_scaled(number, decimals),
            None => number::format(number.normalize()),
        }
    }
}
