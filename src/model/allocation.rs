//! `phan_bo`: a column whose values are shares of a total, as declared and as split.

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};

use super::apportion::{Claim, Share};
use super::formula::Formula;
use super::table::{RowKind, Table};
use super::text::ClerkText;
use crate::diag::{CellRange, CellRef, Located, Place};

/// A column that splits a total over the unit rows of its table.
#[derive(Debug, Clone)]
pub struct Allocation {
    /// Where `phan_bo` stands.
    pub place: Place,
    pub total: Total,
    /// `theo`: the column of the weights.
    pub weights: usize,
    /// `toi_thieu`; of several that hold for a unit the greatest counts.
    pub floors: Vec<Bound>,
    /// `toi_da`; of several that hold for a unit the least counts.
    pub caps: Vec<Bound>,
    /// Once it has been split; `None` where it cannot be, which has been said.
    pub outcome: Option<Outcome>,
}

/// `tong`: what is split.
#[derive(Debug, Clone)]
pub enum Total {
    Number(Located<Decimal>),
    /// A figure as text refers to it, e.g. `hang_so.giam` or `xa.tong.giam`.
    Reference(ClerkText),
    /// What every group row has in this column is split over the units of that group; without groups, the total row's.
    OfGroups {
        column: usize,
        place: Place,
    },
}

/// A floor or a cap, for all units or for those of a group.
#[derive(Debug, Clone)]
pub struct Bound {
    /// `nhom`: the group's number or name.
    pub group: Option<ClerkText>,
    pub formula: Located<Formula>,
}

/// A total that has been split.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// One, or one for each group.
    pub splits: Vec<Split>,
    /// One for every row of the table: `None` where nothing is given out.
    pub portions: Vec<Option<Portion>>,
    /// Decimals of the weights as the portions hold them.
    pub weight_scale: u32,
    /// Decimals of the shares.
    pub scale: u32,
}

/// One total and what came of it, in the least amount that is given out.
#[derive(Debug, Clone)]
pub struct Split {
    pub total: i128,
    /// The cells and lines that the total was read from.
    pub sources: Vec<Place>,
    pub weight: i128,
    pub free_total: i128,
    pub free_weight: i128,
    /// How many units were raised by what was left.
    pub raised: usize,
    /// How many units lie at their floor, and what they get; the same of the caps.
    pub at_floor: (usize, i128),
    pub at_cap: (usize, i128),
    /// Decimals by which the last raised remainder differs from the first that was not.
    pub decimals: u32,
    /// Whether these two are equal.
    pub is_tied: bool,
}

/// A unit's part in a split.
#[derive(Debug, Clone)]
pub struct Portion {
    /// Which split.
    pub split: usize,
    pub claim: Claim,
    /// The floor and the cap that the claim is held to, by their place in the declaration.
    pub floor: Option<usize>,
    pub cap: Option<usize>,
    pub share: Share,
}

impl Outcome {
    /// What a row gets.
    pub fn amount(&self, row: usize) -> Option<Decimal> {
        let portion = self.portions.get(row)?.as_ref()?;
        decimal(portion.share.amount(&portion.claim), self.scale)
    }
}

impl Bound {
    /// Its value for a row; `None` where a cell that it reads has no number.
    pub fn value(&self, table: &Table, row: usize) -> Option<Decimal> {
        let cells = &table.rows[row].cells;
        let number = |name: &str| table.column(name).and_then(|column| cells[column].number());
        self.formula.value.evaluate(&number)
    }
}

/// In the least amount that is given out; `None` where it is no whole number of them, or far too large.
pub fn whole(value: Decimal, scale: u32) -> Option<i128> {
    let value = value.normalize();
    let missing = scale.checked_sub(value.scale())?;
    10_i128.checked_pow(missing)?.checked_mul(value.mantissa())
}

/// The reverse of `whole`.
pub fn decimal(amount: i128, scale: u32) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(amount, scale).ok()
}

/// A floor in the least amount that is given out: rounded up, and never below nothing.
pub fn floor(value: Decimal, scale: u32) -> Option<i128> {
    let value = value.round_dp_with_strategy(scale, RoundingStrategy::ToPositiveInfinity);
    whole(value, scale).map(|amount| amount.max(0))
}

/// A cap in the least amount that is given out: rounded down.
pub fn cap(value: Decimal, scale: u32) -> Option<i128> {
    whole(value.round_dp_with_strategy(scale, RoundingStrategy::ToNegativeInfinity), scale)
}

impl Allocation {
    /// The columns of its table that it reads in the row of a unit: the weights, then those of the bounds.
    pub fn columns(&self, table: &Table) -> Vec<usize> {
        self.columns_of(table, self.floors.iter().chain(&self.caps))
    }

    fn columns_of<'a>(&self, table: &Table, bounds: impl Iterator<Item = &'a Bound>) -> Vec<usize> {
        let mut columns = vec![self.weights];
        for bound in bounds {
            for column in bound.formula.value.columns().into_iter().filter_map(|name| table.column(name)) {
                if !columns.contains(&column) {
                    columns.push(column);
                }
            }
        }
        columns
    }

    /// What it does, in the words of the declaration: «phân bổ hang_so.giam theo ngheo_dau, phần dư lớn nhất».
    pub fn words(&self, table: &Table) -> String {
        let id = |column: usize| table.columns[column].id.as_str();
        let total: &dyn fmt::Display = match &self.total {
            Total::Number(number) => &crate::vietnamese::number::format(number.value),
            Total::Reference(reference) => &reference.one_line(),
            Total::OfGroups { column, .. } => &format!("{} của dòng nhóm", id(*column)),
        };
        format!("phân bổ {total} theo {}, phần dư lớn nhất", id(self.weights))
    }

    /// Where the totals were read, each once.
    pub fn total_places(&self) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for place in self.outcome.iter().flat_map(|outcome| &outcome.splits).flat_map(|split| &split.sources)
        {
            if !places.contains(place) {
                places.push(place.clone());
            }
        }
        places
    }
}

impl Table {
    /// How the values of a column that has no cells of its own come about, in the words of its declaration.
    pub fn arithmetic(&self, column: usize) -> Option<String> {
        let definition = &self.columns[column];
        let formula = definition.formula.as_ref().map(|formula| formula.value.to_string());
        formula.or_else(|| Some(definition.allocation.as_ref()?.words(self)))
    }

    /// The columns of this table that the values of a column are computed from.
    pub fn columns_read(&self, column: usize) -> Vec<usize> {
        let definition = &self.columns[column];
        match (&definition.formula, &definition.allocation) {
            (Some(formula), _) => {
                formula.value.columns().into_iter().filter_map(|name| self.column(name)).collect()
            }
            (None, Some(allocation)) => allocation.columns(self),
            (None, None) => Vec::new(),
        }
    }

    /// What a share was split from: a unit's weight and bounds, a sum's weights, and the total.
    pub(super) fn allocation_sources(&self, row: usize, allocation: &Allocation) -> Vec<Place> {
        let portion = allocation.outcome.as_ref().and_then(|outcome| outcome.portions.get(row)?.as_ref());
        let mut sources: Vec<Place> = match portion {
            Some(portion) => {
                let floor = portion.floor.and_then(|at| allocation.floors.get(at));
                let cap = portion.cap.and_then(|at| allocation.caps.get(at));
                let bounds = floor.into_iter().chain(cap);
                let columns = allocation.columns_of(self, bounds);
                columns.into_iter().map(|column| self.place(row, column)).collect()
            }
            None => self.weights_below(row, allocation.weights).into_iter().collect(),
        };
        let of_split = portion.zip(allocation.outcome.as_ref());
        sources.extend(match of_split {
            Some((portion, outcome)) => outcome.splits[portion.split].sources.clone(),
            None => allocation.total_places(),
        });
        sources
    }

    /// The weights of the units that a group or total row adds up, as a range.
    fn weights_below(&self, row: usize, weights: usize) -> Option<Place> {
        if self.rows[row].kind == RowKind::Total {
            return self.column_range(weights);
        }
        let units = self.units_of_group(row);
        let column = self.columns[weights].sheet_column?;
        let cell = |at: &usize| CellRef { row: self.rows[*at].sheet_row, column };
        let cell = CellRange { first: cell(units.first()?), last: cell(units.last()?) };
        Some(Place::Cell { file: self.file.clone(), sheet: self.sheet.clone(), cell })
    }
}
