//! REG007: one unit that two tables of a dossier write in two ways.
//!
//! Two tables that list the same units each have a name that the other lacks, and the two are one slip of the fingers
//! apart. Where any table has both, or the register knows one of them, they are no two writings, or it is said already.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Finding, Findings, rules};
use crate::model::document::Dossier;
use crate::model::table::Table;
use crate::vietnamese::slips::are_one_slip_apart;
use crate::vietnamese::unit_name::{Age, UnitName};

/// A row of a table.
type RowOf<'d> = (&'d Table, usize);
/// The rows of either writing, by both cores.
type Pairs<'d> = BTreeMap<[String; 2], [Vec<RowOf<'d>>; 2]>;

/// More names than these that only one of two tables has are two lists, not slips.
const MOST_OWN: usize = 200;

/// Reports every pair of writings once, at the one that fewer tables have.
pub fn of_tables(dossier: &Dossier, findings: &mut Findings) {
    let tables: Vec<&Table> = dossier
        .tables
        .values()
        .map(AsRef::as_ref)
        .filter(|table| !table.has_indicators() && table.name_column().is_some())
        .collect();
    let mut pairs = Pairs::new();
    for (at, left) in tables.iter().enumerate() {
        for right in &tables[at + 1..] {
            compare(left, right, &mut pairs);
        }
    }
    for (cores, [left, right]) in pairs {
        if has_both(&tables, &cores) || is_registered(dossier, &cores) {
            continue;
        }
        let (odd, usual) = if left.len() < right.len() { (left, right) } else { (right, left) };
        if let Some(finding) = told(&odd, &usual) {
            findings.add(finding);
        }
    }
}

/// How a pair is told.
fn told(odd: &[RowOf<'_>], usual: &[RowOf<'_>]) -> Option<Finding> {
    let place = |(table, row): &RowOf<'_>| table.name_column().map(|column| table.place(*row, column));
    let name = |(table, row): &RowOf<'_>| table.rows[*row].name.clone();
    let ([first, rest @ ..], [other, ..]) = (odd, usual) else { return None };
    let message = format!(
        "bảng «{}» ghi «{}», bảng «{}» ghi «{}»: hai bảng viết khác nhau",
        first.0.id,
        name(first),
        other.0.id,
        name(other)
    );
    let finding = Finding::new(&rules::TWO_WRITINGS, place(first)?, message).unit(name(first));
    let finding = usual.iter().chain(rest).fold(finding, |finding, row| match place(row) {
        Some(place) => finding.also(place, format!("tên trong bảng «{}»", row.0.id)),
        None => finding,
    });
    Some(finding.help("sửa tên ở bảng viết sai; đúng là hai đơn vị khác nhau thì bỏ qua có lý do"))
}

/// Adds the writings of two tables that list the same units.
fn compare<'d>(left: &'d Table, right: &'d Table, pairs: &mut Pairs<'d>) {
    let (own_left, own_right) = (raw_names(left), raw_names(right));
    let only = |names: &BTreeMap<&str, usize>, others: &BTreeMap<&str, usize>| -> Vec<usize> {
        names.iter().filter(|(name, _)| !others.contains_key(*name)).map(|(_, row)| *row).collect()
    };
    let (left_rows, right_rows) = (only(&own_left, &own_right), only(&own_right, &own_left));
    if left_rows.is_empty() || left_rows.len().max(right_rows.len()) > MOST_OWN {
        return;
    }
    let (mut left_names, mut right_names) = (parsed(left, left_rows), parsed(right, right_rows));
    // «An Bình» in one table is «Xã An Bình» in the other.
    let written: [BTreeSet<String>; 2] =
        [&left_names, &right_names].map(|names| names.iter().map(|(_, name)| name.core.clone()).collect());
    left_names.retain(|(_, name)| !written[1].contains(&name.core));
    right_names.retain(|(_, name)| !written[0].contains(&name.core));
    let fewer = own_left.len().min(own_right.len());
    let own = left_names.len().min(right_names.len());
    let shared = fewer.saturating_sub(own);
    if shared < 2 || shared * 2 < fewer {
        return;
    }
    let is_pair = |one: &UnitName, other: &UnitName| {
        let (one_words, other_words): (Vec<&str>, Vec<&str>) =
            (one.core.split(' ').collect(), other.core.split(' ').collect());
        let same_kind = one.kind == other.kind || one.kind.is_none() || other.kind.is_none();
        same_kind && are_one_slip_apart(&one_words, &other_words)
    };
    for (row, name) in &left_names {
        let like: Vec<_> = right_names.iter().filter(|(_, other)| is_pair(name, other)).collect();
        let [(other_row, other)] = like.as_slice() else { continue };
        if left_names.iter().filter(|(_, left)| is_pair(left, other)).count() > 1 {
            continue;
        }
        let is_turned = name.core > other.core;
        let mut cores = [name.core.clone(), other.core.clone()];
        let mut rows = [(left, *row), (right, *other_row)];
        if is_turned {
            cores.reverse();
            rows.reverse();
        }
        let known = pairs.entry(cores).or_default();
        for (known, row) in known.iter_mut().zip(rows) {
            if !known.iter().any(|(table, at)| std::ptr::eq(*table, row.0) && *at == row.1) {
                known.push(row);
            }
        }
    }
}

/// The unit rows by what is written in them.
fn raw_names(table: &Table) -> BTreeMap<&str, usize> {
    table.unit_rows().map(|row| (table.rows[row].name.trim(), row)).collect()
}

/// The names of some rows, but for units that are no more or that only their remark tells apart.
fn parsed(table: &Table, rows: Vec<usize>) -> Vec<(usize, UnitName)> {
    let named = rows.into_iter().map(|row| (row, UnitName::parse(&table.rows[row].name)));
    named.filter(|(_, name)| name.age == Age::Unsaid && name.remark.is_none()).collect()
}

/// Whether any table has units of both names.
fn has_both(tables: &[&Table], cores: &[String; 2]) -> bool {
    tables.iter().any(|table| {
        let names: Vec<String> =
            table.unit_rows().map(|row| UnitName::parse(&table.rows[row].name).core).collect();
        cores.iter().all(|core| names.contains(core))
    })
}

/// Whether the register knows one of them: then the other one is unknown there, and said to be.
fn is_registered(dossier: &Dossier, cores: &[String; 2]) -> bool {
    let Some(register) = &dossier.register else { return false };
    register.entries().any(|(_, entry)| cores.contains(&entry.key.core))
}
