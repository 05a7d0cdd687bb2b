//! `phan_bo`: from a total, weights and bounds to the share of every unit (ALC001 where there is none).

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::reference::{self, Reference, Step};
use super::trouble::Trouble;
use super::{infeasible, lookup, rows};
use crate::diag::{Finding, Findings, Place};
use crate::model::allocation::{Allocation, Bound, Outcome, Portion, Split, Total, cap, floor, whole};
use crate::model::apportion::{Apportioned, Claim, Share, apportion};
use crate::model::document::Dossier;
use crate::model::shares::telling_decimals;
use crate::model::table::{RowKind, Table, Value};
use crate::model::text::ClerkText;

/// Why there are no shares.
pub enum Stop {
    /// A cell or a name that could not be read, which has been said.
    Said,
    Finding(Box<Finding>),
}

impl From<Finding> for Stop {
    fn from(finding: Finding) -> Self {
        Self::Finding(Box::new(finding))
    }
}

/// Units that share one total.
struct Pool {
    total: Decimal,
    sources: Vec<Place>,
    /// The group or total row that the total was read from, where it stands in this table's rows.
    row: Option<usize>,
    units: Vec<usize>,
}

/// Splits the total of a column; a column without cells of its own takes the shares as its values.
pub fn split(dossier: &mut Dossier, id: &str, at: usize, findings: &mut Findings) {
    let outcome = dossier.tables.get(id).and_then(|table| {
        let allocation = table.columns[at].allocation.as_ref()?;
        match outcome(dossier, table, at, allocation) {
            Ok(outcome) => Some(outcome),
            Err(Stop::Said) => None,
            Err(Stop::Finding(finding)) => {
                findings.add(*finding);
                None
            }
        }
    });
    let Some(table) = dossier.tables.get_mut(id).map(Arc::make_mut) else { return };
    if table.columns[at].sheet_column.is_none() {
        fill(table, at, outcome.as_ref());
    }
    if let Some(allocation) = &mut table.columns[at].allocation {
        allocation.outcome = outcome;
    }
}

/// The column that the total is read from, where it is a cell of a table.
pub fn total_column(dossier: &Dossier, own: &str, allocation: &Allocation) -> Option<(String, usize)> {
    match &allocation.total {
        Total::Number(_) => None,
        Total::OfGroups { column, .. } => Some((own.to_owned(), *column)),
        Total::Reference(text) => {
            let path = parsed(text).ok()?.path;
            let [Step::Name(table), .., Step::Name(column)] = path.as_slice() else { return None };
            Some((table.clone(), dossier.tables.get(table)?.column(column)?))
        }
    }
}

/// Shares for the units, sums for groups and totals; parts («trong đó») have no share of their own.
fn fill(table: &mut Table, at: usize, outcome: Option<&Outcome>) {
    let Some(outcome) = outcome else {
        table.rows.iter_mut().for_each(|row| row.cells[at] = Value::Unreadable);
        return;
    };
    let weights = table.columns[at].allocation.as_ref().map(|allocation| allocation.weights);
    for row in 0..table.rows.len() {
        let value = match (table.rows[row].kind, outcome.amount(row), weights) {
            (RowKind::Part, ..) => Value::Empty,
            (RowKind::Unit, Some(amount), _) => Value::Number(amount),
            // «x»: as it stands beside.
            (RowKind::Unit, None, Some(weights)) => table.rows[row].cells[weights].clone(),
            (RowKind::Unit, None, None) => Value::Empty,
            (RowKind::Group { .. } | RowKind::Total, ..) => {
                let units = table.units_of_group(row);
                Value::Number(units.iter().filter_map(|unit| outcome.amount(*unit)).sum())
            }
        };
        table.rows[row].cells[at] = value;
    }
}

fn outcome(dossier: &Dossier, table: &Table, at: usize, allocation: &Allocation) -> Result<Outcome, Stop> {
    let told = infeasible::Told { table, at, allocation };
    let scale = table.columns[at].decimals.unwrap_or(0);
    let pools = pools(dossier, &told)?;
    let (weights, weight_scale) = weights(&told)?;
    let floors = bounds(&told, &allocation.floors, true, scale)?;
    let caps = bounds(&told, &allocation.caps, false, scale)?;
    let mut outcome =
        Outcome { splits: Vec::new(), portions: vec![None; table.rows.len()], weight_scale, scale };
    for (number, pool) in pools.into_iter().enumerate() {
        let total = whole(pool.total, scale).ok_or_else(|| told.not_whole(pool.total, &pool.sources))?;
        let units: Vec<usize> = pool.units.iter().copied().filter(|row| weights.contains_key(row)).collect();
        let claims: Vec<Claim> = units
            .iter()
            .map(|row| Claim {
                weight: weights[row],
                floor: floors[*row].map_or(0, |(amount, _)| amount),
                cap: caps[*row].map(|(amount, _)| amount),
            })
            .collect();
        let shared = apportion(total, &claims).map_err(|reason| {
            let split = infeasible::Attempt {
                total,
                scale,
                weight_scale,
                sources: &pool.sources,
                row: pool.row,
                units: &units,
                claims: &claims,
            };
            told.infeasible(&reason, &split)
        })?;
        outcome.splits.push(told_split(total, pool.sources, &claims, &shared));
        for ((row, claim), share) in units.iter().zip(&claims).zip(&shared.shares) {
            outcome.portions[*row] = Some(Portion {
                split: number,
                claim: *claim,
                floor: floors[*row].map(|(_, bound)| bound),
                cap: caps[*row].map(|(_, bound)| bound),
                share: *share,
            });
        }
    }
    Ok(outcome)
}

/// What the steps of the units say of their common total.
fn told_split(total: i128, sources: Vec<Place>, claims: &[Claim], shared: &Apportioned) -> Split {
    let at = |bound: Share| {
        let held = shared.shares.iter().zip(claims).filter(|(share, _)| **share == bound);
        held.fold((0, 0), |(count, sum), (share, claim)| (count + 1, sum + share.amount(claim)))
    };
    let remainder = |place: usize| {
        shared.shares.iter().find_map(|share| match share {
            Share::Free { remainder, rank, .. } if *rank == place => Some(*remainder),
            _ => None,
        })
    };
    let edge = (shared.raised > 0).then(|| remainder(shared.raised).zip(remainder(shared.raised + 1)));
    let (last, next) = edge.flatten().unwrap_or((1, 0));
    Split {
        total,
        sources,
        weight: claims.iter().map(|claim| claim.weight).sum(),
        free_total: shared.free_total,
        free_weight: shared.free_weight,
        raised: shared.raised,
        at_floor: at(Share::Floor),
        at_cap: at(Share::Cap),
        decimals: telling_decimals(last, next, shared.free_weight),
        is_tied: last == next,
    }
}

/// The totals with the units that share them: one for the table, or one for each of its groups.
fn pools(dossier: &Dossier, told: &infeasible::Told<'_>) -> Result<Vec<Pool>, Stop> {
    let table = told.table;
    let all = || table.unit_rows().collect();
    let column = match &told.allocation.total {
        Total::Number(number) => {
            let sources = vec![number.place.clone()];
            return Ok(vec![Pool { total: number.value, sources, row: None, units: all() }]);
        }
        Total::Reference(text) => {
            let found = parsed(text).and_then(|reference| lookup::figure(&reference, dossier));
            let found = found.map_err(|trouble| trouble.finding(text.place.clone()))?;
            let total = told.total(&found.value, &found.source)?;
            return Ok(vec![Pool { total, sources: found.source, row: None, units: all() }]);
        }
        Total::OfGroups { column, .. } => *column,
    };
    // Every unit belongs to the nearest group row above it.
    let mut pools: Vec<Pool> = Vec::new();
    let mut outside = Vec::new();
    let mut group = None;
    for (at, row) in table.rows.iter().enumerate() {
        match row.kind {
            RowKind::Group { .. } => group = Some(at),
            RowKind::Total => group = None,
            RowKind::Part => {}
            RowKind::Unit => match (group, pools.last_mut()) {
                (Some(group), Some(pool)) if pool.row == Some(group) => pool.units.push(at),
                (Some(group), _) => {
                    let sources = table.sources(group, column);
                    let total = told.total(&table.rows[group].cells[column], &sources)?;
                    pools.push(Pool { total, sources, row: Some(group), units: vec![at] });
                }
                (None, _) => outside.push(at),
            },
        }
    }
    if let Some(first) = outside.first() {
        let Some(total) = table.total_row().filter(|_| pools.is_empty()) else {
            return Err(told.no_group(*first, column).into());
        };
        let sources = table.sources(total, column);
        let value = told.total(&table.rows[total].cells[column], &sources)?;
        pools.push(Pool { total: value, sources, row: Some(total), units: outside });
    }
    Ok(pools)
}

/// The weights of the units as whole numbers of one size, and how many decimals they have; a unit with «x» has none.
fn weights(told: &infeasible::Told<'_>) -> Result<(BTreeMap<usize, i128>, u32), Stop> {
    let (table, column) = (told.table, told.allocation.weights);
    let mut read = Vec::new();
    for row in table.unit_rows() {
        match &table.rows[row].cells[column] {
            Value::NotApplicable(_) => {}
            Value::Unreadable => return Err(Stop::Said),
            cell => match cell.number() {
                Some(number) => read.push((row, number.normalize())),
                None => return Err(told.no_number(row, column).into()),
            },
        }
    }
    let scale = read.iter().map(|(_, number)| number.scale()).max().unwrap_or(0);
    let sized = read.into_iter().map(|(row, number)| Some((row, whole(number, scale)?)));
    let sized = sized.collect::<Option<_>>().ok_or_else(|| told.too_large())?;
    Ok((sized, scale))
}

/// A bound in the least amount that is given out, and which of the declared ones it is.
type Held = Option<(i128, usize)>;

/// For every row the strictest of the bounds that hold for it.
fn bounds(
    told: &infeasible::Told<'_>,
    declared: &[Bound],
    is_floor: bool,
    scale: u32,
) -> Result<Vec<Held>, Stop> {
    let table = told.table;
    let mut held: Vec<Held> = vec![None; table.rows.len()];
    for (number, bound) in declared.iter().enumerate() {
        let units: Vec<usize> = match &bound.group {
            None => table.unit_rows().collect(),
            Some(group) => {
                let row = rows::group_row(table, &group.text)
                    .map_err(|trouble| trouble.finding(group.place.clone()))?;
                table.units_of_group(row)
            }
        };
        let read: Vec<usize> =
            bound.formula.value.columns().into_iter().filter_map(|name| table.column(name)).collect();
        for row in units {
            let cells = &table.rows[row].cells;
            if cells[told.allocation.weights] == Value::Unreadable
                || read.iter().any(|column| cells[*column] == Value::Unreadable)
            {
                return Err(Stop::Said);
            }
            if matches!(cells[told.allocation.weights], Value::NotApplicable(_)) {
                continue;
            }
            let value = bound.value(table, row).ok_or_else(|| told.no_bound(row, bound, is_floor))?;
            let amount = if is_floor { floor(value, scale) } else { cap(value, scale) };
            let amount = amount.ok_or_else(|| told.too_large())?;
            let is_stricter =
                |(known, _): (i128, usize)| if is_floor { amount > known } else { amount < known };
            if held[row].is_none_or(is_stricter) {
                held[row] = Some((amount, number));
            }
        }
    }
    Ok(held)
}

/// A reference, with or without the braces that it has in text.
fn parsed(text: &ClerkText) -> Result<Reference, Trouble> {
    let typed = text.text.trim();
    let inner = typed.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
    reference::parse(inner.unwrap_or(typed).trim())
}
