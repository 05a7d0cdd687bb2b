//! Units of the register that a table has no row for, where it all but lists them all.
//!
//! A table may well name some units only; a warning is worth its place where two thirds of them are there.

use std::collections::BTreeSet;

use super::resolve::Unit;
use super::{AtDate, Roll};
use crate::diag::{Finding, Findings, rules};
use crate::model::register::Parent;

impl Roll<'_> {
    pub fn missing(&self, units: &[Unit], at: &AtDate, findings: &mut Findings) {
        // A list with former units in it is about another day than the document's.
        if self.rows.iter().any(|row| row.name.is_former()) {
            return;
        }
        let present: BTreeSet<usize> =
            units.iter().filter(|unit| unit.counts).filter_map(|unit| unit.entry).collect();
        // A misspelt name is said to be unknown; its unit is not missing besides.
        let misspelt: BTreeSet<usize> = self
            .rows
            .iter()
            .filter(|row| row.entries.is_empty())
            .enumerate()
            .filter_map(|(count, row)| self.nearest(row, count))
            .collect();
        let groups: BTreeSet<Option<usize>> = self.rows.iter().map(|row| row.group).collect();
        let of_table = self.area(units, &|_| true);
        let areas = match of_table {
            Some(area) => vec![area],
            None => groups.iter().filter_map(|group| self.area(units, &|of| of == *group)).collect(),
        };
        let mut said = BTreeSet::new();
        for parent in areas {
            if !said.insert(parent) {
                continue;
            }
            self.missing_under(parent, &present, &misspelt, at, findings);
        }
    }

    /// The one parent of all units of the table or of a group; the inner `None` where the register has no parents.
    fn area(&self, units: &[Unit], is_meant: &dyn Fn(Option<usize>) -> bool) -> Option<Option<&Parent>> {
        let meant = self.rows.iter().zip(units).filter(|(row, _)| is_meant(row.group));
        let mut parents =
            meant.filter(|(_, unit)| unit.counts).filter_map(|(_, unit)| unit.entry).map(|e| self.parent(e));
        let first = parents.next()?;
        let is_common = parents.all(|parent| parent == first);
        (is_common && first.is_some() == self.register.has_parents()).then_some(first)
    }

    fn missing_under(
        &self,
        parent: Option<&Parent>,
        present: &BTreeSet<usize>,
        misspelt: &BTreeSet<usize>,
        at: &AtDate,
        findings: &mut Findings,
    ) {
        let is_here = |entry: usize| self.parent(entry) == parent;
        let kinds: BTreeSet<_> = present
            .iter()
            .filter(|entry| is_here(**entry))
            .map(|entry| self.register.entry(*entry).kind)
            .collect();
        let all: Vec<usize> = self
            .register
            .entries()
            .filter(|(entry, unit)| is_here(*entry) && kinds.contains(&unit.kind) && unit.is_in_force(at.day))
            .map(|(entry, _)| entry)
            .collect();
        let missing: Vec<usize> = all
            .iter()
            .copied()
            .filter(|entry| !present.contains(entry) && !misspelt.contains(entry))
            .collect();
        let there = all.iter().filter(|entry| present.contains(entry)).count();
        if missing.is_empty() || there * 3 < all.len() * 2 {
            return;
        }
        const SHOWN: usize = 10;
        let mut names: Vec<&str> =
            missing.iter().take(SHOWN).map(|entry| self.register.entry(*entry).name.as_str()).collect();
        if missing.len() > SHOWN {
            names.push("…");
        }
        let whose = parent.map_or_else(|| "danh mục".to_owned(), |parent| format!("«{}»", parent.name));
        let place = self.table.column_range(self.name_column);
        let Some(place) = place.or_else(|| self.rows.first().map(|row| self.place(row.row))) else { return };
        let mut finding = Finding::new(
            &rules::MISSING_UNIT,
            place,
            format!(
                "bảng «{}» thiếu {} đơn vị của {whose}: {}",
                self.table.id,
                missing.len(),
                names.join(", ")
            ),
        )
        .note(format!(
            "bảng có {there} trong {} đơn vị cùng loại của {whose} vào {}",
            all.len(),
            at.words
        ));
        for entry in missing.iter().take(SHOWN) {
            finding = finding.also(self.register.entry(*entry).place.clone(), "đơn vị trong danh mục");
        }
        findings
            .add(finding.help("thêm dòng còn thiếu; đơn vị không được giao chỉ tiêu thì bỏ qua có lý do"));
    }
}
