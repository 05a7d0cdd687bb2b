//! The rates of a row: everything that is wrong with them is one finding.
//!
//! Every rule over rates looks at one row and says what it misses; the finding takes code and words of the first one and
//! the cells and the arithmetic of all. Rates that do not fit are what a published plan may well contain: a warning.

mod base;
mod formulas;
mod interval;
mod mean;
mod over;
mod spans;
mod totals;

use std::collections::BTreeMap;

use super::sums;
use crate::diag::{Finding, Findings, Place, Rule};
use crate::model::formula::Formula;
use crate::model::table::{Column, ColumnKind, Table};

/// What a rule says about the rates of one row.
struct Fault {
    rule: &'static Rule,
    /// Where: the printed rate.
    column: usize,
    message: String,
    /// What it should be.
    label: String,
    also: Vec<(Place, String)>,
    notes: Vec<String>,
    help: &'static str,
}

/// A table as the rules over rates see it.
struct Ground<'a> {
    table: &'a Table,
    /// Rates whose denominator stands nowhere, with their counts.
    shared: Vec<(usize, usize)>,
    /// Rates with count and denominator.
    over: Vec<(usize, usize, usize)>,
    /// Rates and points that a formula over the row gives.
    formulas: Vec<(usize, Formula)>,
    /// Rates of which nothing is known but their rows.
    bare: Vec<usize>,
    /// Points with the stock that they are a cut of.
    cuts: Vec<(usize, usize)>,
    /// Group and total rows (and their parts) with the rows that they sum up.
    added: BTreeMap<usize, Vec<usize>>,
}

/// In the order in which a finding takes its words from them.
const RATE_RULES: &[fn(&Ground<'_>, usize) -> Option<Fault>] = &[
    interval::shared_denominator,
    over::of_denominator,
    formulas::of_formula,
    mean::between_rows,
    totals::sum_of_denominators,
    spans::against_counts,
    base::not_zero,
];

/// Every rule over rates, for every row.
pub fn rows(table: &Table, findings: &mut Findings) {
    let Some(ground) = Ground::of(table) else { return };
    for row in 0..table.rows.len() {
        let mut faults = RATE_RULES.iter().filter_map(|rule| rule(&ground, row));
        if let Some(first) = faults.next() {
            findings.add(joined(table, row, first, faults));
        }
    }
}

impl<'a> Ground<'a> {
    /// `None` where the table has no rates.
    fn of(table: &'a Table) -> Option<Self> {
        let rates = || table.columns.iter().enumerate().filter(|(_, column)| column.kind.is_rate());
        rates().next()?;
        let is_unknown = |column: &Column| {
            column.kind == ColumnKind::Percent
                && column.rate_of.is_none()
                && column.formula.is_none()
                && !table.has_indicators()
        };
        let parents = (0..table.rows.len()).filter(|row| !table.children(*row).is_empty());
        Some(Self {
            table,
            shared: rates()
                .filter(|(_, column)| column.rate_over.is_none())
                .filter_map(|(at, column)| Some((at, column.rate_of?)))
                .collect(),
            over: rates().filter_map(|(at, column)| Some((at, column.rate_of?, column.rate_over?))).collect(),
            formulas: formulas::of_table(table),
            bare: rates().filter(|(_, column)| is_unknown(column)).map(|(at, _)| at).collect(),
            cuts: base::cuts(table),
            added: parents.flat_map(|parent| sums::added(table, parent)).collect(),
        })
    }

    fn title(&self, column: usize) -> String {
        self.table.columns[column].title()
    }
}

fn joined(table: &Table, row: usize, first: Fault, rest: impl Iterator<Item = Fault>) -> Finding {
    let at = table.place(row, first.column);
    let mut finding = Finding::new(first.rule, at.clone(), first.message)
        .label(first.label)
        .unit(table.rows[table.whole_of(row)].name.as_str())
        .help(first.help);
    let mut also = first.also;
    let mut notes = first.notes;
    for fault in rest {
        // One row, one finding: it says all that is wrong.
        finding.message = format!("{}; {}", finding.message, fault.message);
        also.push((table.place(row, fault.column), fault.label));
        also.extend(fault.also);
        notes.extend(fault.notes);
    }
    for (place, text) in also {
        if place != at && finding.also.iter().all(|label| label.place != place) {
            finding = finding.also(place, text);
        }
    }
    for note in notes {
        if !finding.notes.contains(&note) {
            finding = finding.note(note);
        }
    }
    finding
}
