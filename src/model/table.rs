//! A table of targets: columns with their meaning, rows with their kind, every cell with its place.

use rust_decimal::Decimal;

use super::allocation::Allocation;
use super::column_id::ColumnId;
use super::formula::Formula;
use super::least::Least;
use crate::diag::{CellRange, CellRef, Located, Place};
use crate::vietnamese::collation;
use crate::vietnamese::date::IssueDate;
use crate::vietnamese::range::Range;
use crate::vietnamese::text::fold;

/// What a column holds; decides how a cell is read, printed and summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// `dia_phuong`: the unit's name.
    UnitName,
    /// `chi_tieu`: the indicator's name.
    IndicatorName,
    /// `don_vi_tinh`: the unit of measure of the row's figures.
    RowUnit,
    /// `so_lieu`: a figure whose unit of measure is the row's; such figures never add up.
    RowFigure,
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
        self.adds_up() || self.is_rate() || self == Self::RowFigure
    }

    /// Whether it says what a row is about.
    pub fn is_name(self) -> bool {
        matches!(self, Self::UnitName | Self::IndicatorName)
    }

    /// Whether its cells are words.
    pub fn is_text(self) -> bool {
        self.is_name() || matches!(self, Self::RowUnit | Self::Text)
    }

    /// Whether every value is a percentage or a difference of two.
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
    /// `hai_so`: 3 is printed 03.
    pub two_digits: bool,
    pub unit: Option<String>,
    /// `cua`: the count that this rate is of.
    pub rate_of: Option<usize>,
    /// `tren`: the column of the rate's denominator.
    pub rate_over: Option<usize>,
    pub formula: Option<Located<Formula>>,
    /// `phan_bo`: its values are shares of a total.
    pub allocation: Option<Box<Allocation>>,
    /// `o`; without it a cell goes by its own number format.
    pub percent_cell: Option<PercentCell>,
    /// The sheet's column; `None` when the values are computed by `formula` or `allocation` alone.
    pub sheet_column: Option<u32>,
    pub place: Place,
}

/// What stands in a cell. A province's table has two million of them, so what is long lies behind a pointer.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Empty,
    Text(Box<str>),
    Number(Decimal),
    /// «1,58 - 1,60», «trên 20».
    Range(Box<Range>),
    Date(IssueDate),
    /// «-»: nothing, counted as 0 and printed as it was typed.
    Dash(Box<str>),
    /// «x»: the column does not concern the row; left out of sums and printed as it was typed.
    NotApplicable(Box<str>),
    /// A cell that could not be read; its finding has been made, so the dossier is refused anyway.
    Unreadable,
}

impl Value {
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Dash(_) => Some(Decimal::ZERO),
            _ => None,
        }
    }

    /// The least and the greatest value that it allows, each `None` where it is open; `None` for what is no figure.
    pub fn bounds(&self) -> Option<(Option<Decimal>, Option<Decimal>)> {
        match self {
            Self::Range(range) => Some((range.min, range.max)),
            _ => self.number().map(|number| (Some(number), Some(number))),
        }
    }

    /// Whether it takes part in sums: everything but «x», which says that there is nothing to count.
    pub fn counts(&self) -> bool {
        !matches!(self, Self::NotApplicable(_))
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
    /// «Trong đó», «- Hộ DTTS»: part of the unit, group or total row above it; never added up.
    Part,
}

/// One row of a table.
#[derive(Debug, Clone)]
pub struct Row {
    pub kind: RowKind,
    /// The text of the TT column, e.g. `1` or `II.1`; empty when there is none.
    pub number: String,
    /// The unit's or group's name as the sheet has it.
    pub name: String,
    /// One value a column, in the table's column order.
    pub cells: Vec<Value>,
    pub sheet_row: u32,
}

/// What a part row is about: «Trong đó: hộ DTTS» and «- Hộ DTTS» are both about «hộ DTTS», but for case.
pub fn part_name(name: &str) -> &str {
    after_part_words(name).unwrap_or_else(|| name.trim_start_matches(is_around_part))
}

/// What stands behind the «Trong đó» that begins a name, after a dash or without one; `None` where it does not.
pub fn after_part_words(name: &str) -> Option<&str> {
    let name = name.trim_start_matches(is_around_part);
    // Every row is asked, and folding is what costs.
    if !name.starts_with(['T', 't']) {
        return None;
    }
    let ends = name.char_indices().filter(|(_, c)| !c.is_alphabetic()).map(|(at, _)| at);
    ends.chain([name.len()]).find_map(|at| {
        let words: String = fold(&name[..at]).chars().filter(|c| !matches!(c, '.' | ' ')).collect();
        PART_WORDS.contains(&words.as_str()).then(|| name[at..].trim_matches(is_around_part))
    })
}

fn is_around_part(c: char) -> bool {
    PART_MARKS.contains(&c) || matches!(c, ':' | ' ')
}

/// A part row's name in a message: «Xã An Bình › Hộ DTTS».
pub fn part_label(whole: &str, part: &str) -> String {
    let own = part_name(part);
    format!("{whole} › {}", if own.is_empty() { part } else { own })
}

/// The words that begin a part row, folded, without points and blanks: «Trong đó», «Tr. đó», «T.đó», «Trong do».
const PART_WORDS: [&str; 4] = ["trongđó", "trđó", "tđó", "trongdo"];

/// What offices put before a part's name: a hyphen, the dashes that Word and phones put in its place, bullets.
pub const PART_MARKS: [char; 11] =
    ['-', '\u{2010}', '\u{2011}', '–', '—', '\u{2212}', '•', '+', '*', '·', '▪'];

/// A table as read and typed, in the sheet's row order.
#[derive(Debug, Clone)]
pub struct Table {
    pub id: String,
    pub file: String,
    pub sheet: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// The column in which the sheet numbers its rows (TT), where it does.
    pub number_column: Option<u32>,
    /// The ids under the head (A, B, 1, 2), from left to right.
    pub column_ids: Vec<ColumnId>,
    /// `muc_toi_thieu`: what the plan itself asks of its targets.
    pub least: Vec<Least>,
    /// The texts over the head, e.g. the title.
    pub above: Vec<Located<String>>,
}

impl Table {
    /// Where a value stands: its cell, or the formula of a column that is computed by it alone.
    pub fn place(&self, row: usize, column: usize) -> Place {
        let definition = &self.columns[column];
        match (definition.sheet_column, &definition.formula, &definition.allocation) {
            (Some(column), ..) => {
                let cell = CellRef { row: self.rows[row].sheet_row, column };
                Place::cell(self.file.as_str(), self.sheet.as_str(), cell)
            }
            (None, Some(formula), _) => formula.place.clone(),
            (None, None, Some(allocation)) => allocation.place.clone(),
            (None, None, None) => definition.place.clone(),
        }
    }

    /// The cells that a value was read or computed from.
    pub fn sources(&self, row: usize, column: usize) -> Vec<Place> {
        let definition = &self.columns[column];
        let has_value = !matches!(self.rows[row].cells[column], Value::Empty | Value::Unreadable);
        let is_computed = definition.sheet_column.is_none() && has_value;
        match (&definition.formula, &definition.allocation) {
            (Some(formula), _) if is_computed => {
                let read = formula.value.columns().into_iter().filter_map(|name| self.column(name));
                read.map(|read| self.place(row, read)).collect()
            }
            (None, Some(allocation)) if is_computed => self.allocation_sources(row, allocation),
            _ => vec![self.place(row, column)],
        }
    }

    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    /// The column that names the units or indicators.
    pub fn name_column(&self) -> Option<usize> {
        self.columns.iter().position(|column| column.kind.is_name())
    }

    /// Whether its rows are indicators: then a group row may be a heading without figures.
    pub fn has_indicators(&self) -> bool {
        self.columns.iter().any(|column| column.kind == ColumnKind::IndicatorName)
    }

    /// The part rows («Trong đó») of a row; a heading «Trong đó:» without figures is none of them.
    pub fn parts(&self, whole: usize) -> Vec<usize> {
        let end = if self.rows[whole].kind == RowKind::Part { whole } else { self.rows.len() };
        (whole + 1..end)
            .take_while(|at| self.rows[*at].kind == RowKind::Part)
            .filter(|at| !self.part_name(*at).is_empty() || self.has_figures(*at))
            .collect()
    }

    /// What a part row is about.
    pub fn part_name(&self, row: usize) -> &str {
        part_name(&self.rows[row].name)
    }

    /// The row that a part row belongs to; any other row is its own.
    pub fn whole_of(&self, row: usize) -> usize {
        (0..=row).rev().find(|at| self.rows[*at].kind != RowKind::Part).unwrap_or(row)
    }

    /// A row's name in a message: «Xã An Bình», or «Xã An Bình › Hộ DTTS» for a part of it.
    pub fn label(&self, row: usize) -> String {
        let (whole, own) = (self.whole_of(row), &self.rows[row].name);
        if whole == row { own.clone() } else { part_label(&self.rows[whole].name, own) }
    }

    /// Whether any cell of the row holds a figure.
    fn has_figures(&self, row: usize) -> bool {
        let mut cells = self.columns.iter().zip(&self.rows[row].cells);
        cells.any(|(column, value)| column.kind.is_number() && *value != Value::Empty)
    }

    /// Puts rows into the alphabetical order of their names.
    pub fn sort_by_name(&self, rows: &mut [usize]) {
        rows.sort_by_cached_key(|row| (collation::key(&self.rows[*row].name), *row));
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
            RowKind::Unit | RowKind::Part => Vec::new(),
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
                RowKind::Total | RowKind::Part => {}
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
            RowKind::Unit | RowKind::Part => Vec::new(),
        }
    }

    pub(super) fn rows_of_group(&self, group: usize, level: usize) -> Vec<usize> {
        (group + 1..self.rows.len())
            .take_while(|at| match self.rows[*at].kind {
                RowKind::Unit | RowKind::Part => true,
                RowKind::Group { level: own } => own > level,
                RowKind::Total => false,
            })
            .collect()
    }

    /// The cells of one column from the first to the last row, as a range of the sheet.
    pub fn column_range(&self, column: usize) -> Option<Place> {
        self.range_of(self.columns[column].sheet_column?)
    }

    /// The row numbers and the ids of the columns, as ranges of the sheet.
    pub fn numbering(&self) -> Vec<Place> {
        let ids = self.column_ids.iter().map(|id| self.cells(id.cell, id.cell));
        ids.chain(self.number_column.and_then(|column| self.range_of(column))).collect()
    }

    fn range_of(&self, column: u32) -> Option<Place> {
        let (first, last) = (self.rows.first()?.sheet_row, self.rows.last()?.sheet_row);
        Some(self.cells(CellRef { row: first, column }, CellRef { row: last, column }))
    }

    fn cells(&self, first: CellRef, last: CellRef) -> Place {
        Place::Cell { file: self.file.clone(), sheet: self.sheet.clone(), cell: CellRange { first, last } }
    }
}
