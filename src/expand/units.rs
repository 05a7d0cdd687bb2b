//! The units of a fanned-out document, and what each of them may be made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::reads::reads;
use super::rows::{group_row, unit_row};
use crate::diag::{Finding, Findings, rules};
use crate::model::document::{Dossier, Loaded};
use crate::model::fan_out::{FanOut, Per, Reads, Unit, UnitView};
use crate::model::table::{RowKind, Table};
use crate::vietnamese::slug::slug;
use crate::vietnamese::text::fold;

/// A fanned-out document with its units.
#[derive(Debug)]
pub struct FannedOut {
    pub units: Vec<Unit>,
    table: String,
    reads: Reads,
    /// Of every table that is printed by units: its rows by folded name.
    by_name: BTreeMap<String, BTreeMap<String, Vec<usize>>>,
}

/// The units that `moi_dong` names, each once; what is wrong with them is reported.
pub fn units(loaded: &Loaded, dossier: &Dossier, findings: &mut Findings) -> Option<FannedOut> {
    let fan_out = loaded.fan_out.as_ref()?;
    let table = dossier.tables.get(&fan_out.table.text)?;
    let rows = rows(fan_out, table, findings)?;
    if rows.is_empty() {
        let message = "«moi_dong» không chọn được dòng nào, nên không có văn bản nào để lập";
        let finding = Finding::new(&rules::NO_UNITS, fan_out.place.clone(), message);
        findings.add(finding.help(match fan_out.per {
            Per::Group => {
                "«theo: nhom» cần các dòng nhóm (I, II, II.1) có đơn vị bên dưới; xem lại «loai», «nhom»"
            }
            Per::Unit => "xem lại «loai», «nhom»",
        }));
        return None;
    }
    let units = rows.into_iter().map(|row| {
        let name = table.rows[row].name.clone();
        Unit { slug: slug(&name), name, row }
    });
    let units: Vec<Unit> = units.collect();
    if let Some(number) = loaded.identity.number.filter(|_| units.len() > 1) {
        let place = loaded.keys.get("so").unwrap_or(&fan_out.place);
        let message = format!("số {number} sẽ in trên cả {} văn bản", units.len());
        let finding = Finding::new(&rules::ONE_NUMBER, place.clone(), message);
        findings.add(finding.help(format!(
            "để trống «so», hoặc ghi cột chứa số của từng văn bản: moi_dong: {{ bang: {}, so: <cột> }}",
            table.id
        )));
    }
    if !have_own_files(&units, fan_out, table, findings) {
        return None;
    }
    let reads = reads(loaded, dossier);
    let by_name = reads.own.iter().filter_map(|id| Some((id.clone(), by_name(dossier.tables.get(id)?))));
    Some(FannedOut { units, table: table.id.clone(), by_name: by_name.collect(), reads })
}

fn rows(fan_out: &FanOut, table: &Table, findings: &mut Findings) -> Option<Vec<usize>> {
    let within = match &fan_out.group {
        None => None,
        Some(group) => match group_row(table, &group.text) {
            Ok(row) => Some(table.family(row)),
            Err(trouble) => {
                findings.add(trouble.finding(group.place.clone()));
                return None;
            }
        },
    };
    let kinds: Vec<String> = fan_out.kinds.iter().map(|kind| format!("{} ", fold(&kind.text))).collect();
    let is_kind = |row: usize| {
        let name = fold(&table.rows[row].name);
        kinds.is_empty() || kinds.iter().any(|kind| name.starts_with(kind))
    };
    let chosen: Vec<usize> = match fan_out.per {
        Per::Unit => table.unit_rows().collect(),
        Per::Group => {
            let groups = (0..table.rows.len())
                .filter(|row| matches!(table.rows[*row].kind, RowKind::Group { .. }))
                .filter(|row| within.is_none() || within.as_ref().and_then(|own| own.first()) != Some(row));
            let groups = groups.filter(|row| is_kind(*row) && !table.units_of_group(*row).is_empty());
            outermost(groups.collect(), table)
        }
    };
    let is_within = |row: &usize| within.as_ref().is_none_or(|rows| rows.binary_search(row).is_ok());
    Some(chosen.into_iter().filter(is_within).filter(|row| is_kind(*row)).collect())
}

/// Of groups in groups the outer ones: a group makes one document, and its sub-groups belong to it.
fn outermost(groups: Vec<usize>, table: &Table) -> Vec<usize> {
    let level = |row: usize| match table.rows[row].kind {
        RowKind::Group { level } => level,
        _ => usize::MAX,
    };
    let least = groups.iter().map(|row| level(*row)).min();
    groups.into_iter().filter(|row| Some(level(*row)) == least).collect()
}

/// Two units that would share a file name lose one of the documents.
fn have_own_files(units: &[Unit], fan_out: &FanOut, table: &Table, findings: &mut Findings) -> bool {
    let mut first: BTreeMap<&str, &Unit> = BTreeMap::new();
    let mut is_fine = true;
    let name_column = table.name_column().unwrap_or(0);
    for unit in units {
        let place = table.place(unit.row, name_column);
        if unit.slug.is_empty() {
            is_fine = false;
            let message = format!("tên «{}» không có chữ nào để đặt tên tệp", unit.name);
            findings.add(Finding::new(&rules::SAME_FILE, place, message).help("ghi tên đơn vị trong ô này"));
        } else if let Some(other) = first.get(unit.slug.as_str()) {
            is_fine = false;
            let message = format!(
                "«{}» và «{}» cùng có tên tệp «{}»: một văn bản sẽ ghi đè văn bản kia",
                other.name, unit.name, unit.slug
            );
            findings.add(
                Finding::new(&rules::SAME_FILE, place, message)
                    .also(table.place(other.row, name_column), "đơn vị thứ nhất")
                    .also(fan_out.place.clone(), "mỗi dòng một văn bản")
                    .unit(unit.name.as_str())
                    .help("ghi tên khác nhau trong bảng tính, ví dụ thêm tên huyện; hoặc chọn bớt bằng «nhom», «loai»"),
            );
        } else {
            first.insert(&unit.slug, unit);
        }
    }
    is_fine
}

/// The unit and group rows of a table by folded name.
fn by_name(table: &Table) -> BTreeMap<String, Vec<usize>> {
    let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, row) in table.rows.iter().enumerate() {
        if matches!(row.kind, RowKind::Unit | RowKind::Group { .. }) {
            rows.entry(fold(&row.name)).or_default().push(at);
        }
    }
    rows
}

impl FannedOut {
    /// What the document of one unit may be made from; a table that says `cua: dong` and does not know the unit is a
    /// finding.
    pub fn view(
        &self,
        unit: &Unit,
        fan_out: &FanOut,
        dossier: &Dossier,
        findings: &mut Findings,
    ) -> UnitView {
        let mut own_rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut own = BTreeMap::new();
        let mut tables = BTreeMap::new();
        for (id, table) in &dossier.tables {
            let is_fanned = *id == self.table;
            let row = if is_fanned {
                Some(unit.row)
            } else if self.reads.own.contains(id) {
                self.row_of(unit, table, fan_out, findings)
            } else {
                None
            };
            let Some(row) = row else {
                tables.insert(id.clone(), Arc::clone(table));
                continue;
            };
            let family = table.family(row);
            if self.reads.own.contains(id) {
                own.insert(id.clone(), table.subset(family.clone()));
                own_rows.insert(id.clone(), family.clone());
            }
            let seen = if self.reads.whole.contains(id) {
                Arc::clone(table)
            } else {
                let calls_total = self.reads.totals.contains(id);
                let total = if calls_total { table.total_rows() } else { Vec::new() };
                Arc::new(table.subset(family.into_iter().chain(total).collect()))
            };
            tables.insert(id.clone(), seen);
        }
        UnitView {
            unit: unit.clone(),
            table: self.table.clone(),
            dossier: Arc::new(dossier.with_tables(tables)),
            own: Arc::new(own),
            own_rows,
        }
    }

    /// The tables of which the text calls the printed total: how that came about is part of what it reads.
    pub fn totals<'a>(&self, dossier: &'a Dossier) -> impl Iterator<Item = &'a Arc<Table>> {
        self.reads.totals.iter().filter_map(|id| dossier.tables.get(id))
    }

    /// The unit's row in another table.
    fn row_of(&self, unit: &Unit, table: &Table, fan_out: &FanOut, findings: &mut Findings) -> Option<usize> {
        let rows = self.by_name.get(&table.id)?;
        let found = match rows.get(&fold(&unit.name)).map_or(&[] as &[usize], Vec::as_slice) {
            [only] => Some(*only),
            [] => group_row(table, &unit.name).or_else(|_| unit_row(table, &unit.name)).ok(),
            _ => None,
        };
        if found.is_none() {
            let message = format!(
                "bảng «{}» không có đúng một dòng của «{}», nên không in được phần riêng của đơn vị này",
                table.id, unit.name
            );
            findings.add(
                Finding::new(&rules::NO_OWN_ROWS, fan_out.place.clone(), message)
                    .unit(unit.name.as_str())
                    .help("ghi tên đơn vị giống nhau trong hai bảng; mỗi đơn vị một dòng hoặc một nhóm"),
            );
        }
        found
    }
}
