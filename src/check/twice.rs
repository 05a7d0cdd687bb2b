//! REG008: one unit in two groups of a table.
//!
//! Groups may list units anew (programmes, sources of money), and two districts may each have a commune of one name. So
//! it is said only where the groups are areas, share few names, and the name is the only one of its kind in the whole.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Finding, Findings, rules};
use crate::model::document::Dossier;
use crate::model::table::{RowKind, Table};
use crate::vietnamese::listed::{Words, holds};
use crate::vietnamese::text::fold;
use crate::vietnamese::unit_name::{Level, UnitName};

/// What the name of a group begins with that is a part of the whole area.
static AREAS: Words = Words::of(&[
    "khu vực",
    "vùng",
    "miền",
    "hải đảo",
    "đồng bằng",
    "đô thị",
    "nông thôn",
    "các huyện",
    "các xã",
    "các phường",
    "các thị trấn",
    "huyện",
    "thành phố",
    "thị xã",
    "xã",
    "phường",
    "thị trấn",
]);
static NO_AREAS: Words = Words::of(&["xã hội"]);
/// What the total row is called where communes lie in one district.
const DISTRICTS: [&str; 4] = ["huyện", "thị xã", "quận", "thành phố"];
const PROVINCES: [&str; 2] = ["tỉnh", "thành phố"];
/// The first whole year without districts: a province has no two communes of one name and kind.
const WITHOUT_DISTRICTS: i16 = 2026;

/// Reports every unit row whose name another group of its table has already.
pub fn in_two_groups(dossier: &Dossier, findings: &mut Findings) {
    for table in dossier.tables.values().filter(|table| !table.has_indicators()) {
        let Some(name_column) = table.name_column() else { continue };
        let grouped = Grouped { table, rows: rows_with_group(table), year: dossier.year };
        for (first, second) in grouped.doubled() {
            let place = |row: usize| table.place(row, name_column);
            let group = |row: usize| grouped.rows.get(&row).map_or("", |at| table.rows[*at].name.as_str());
            let name = &table.rows[second].name;
            findings.add(
                Finding::new(
                    &rules::UNIT_IN_TWO_GROUPS,
                    place(second),
                    format!(
                        "«{name}» có ở hai nhóm của bảng «{}»: «{}» và «{}»",
                        table.id,
                        group(first),
                        group(second)
                    ),
                )
                .unit(name.as_str())
                .also(place(first), "lần đầu ở đây")
                .help("sửa tên dòng ghi nhầm, hoặc xóa dòng thừa"),
            );
        }
    }
}

/// The unit rows that lie in a group, each with its innermost group's row.
fn rows_with_group(table: &Table) -> BTreeMap<usize, usize> {
    let mut group = None;
    let mut rows = BTreeMap::new();
    for (at, row) in table.rows.iter().enumerate() {
        match row.kind {
            RowKind::Group { .. } => group = Some(at),
            RowKind::Unit => rows.extend(group.map(|group| (at, group))),
            RowKind::Total | RowKind::Part => {}
        }
    }
    rows
}

struct Grouped<'d> {
    table: &'d Table,
    rows: BTreeMap<usize, usize>,
    year: Option<i16>,
}

impl Grouped<'_> {
    /// Pairs of rows that are one unit, by the second of them.
    fn doubled(&self) -> Vec<(usize, usize)> {
        // By the text itself: names are taken apart only where two are equal.
        let mut named: Vec<(&str, usize)> =
            self.rows.keys().map(|at| (self.table.rows[*at].name.trim(), *at)).collect();
        named.sort_unstable();
        let same = named.chunk_by(|one, other| one.0 == other.0).filter(|rows| rows.len() > 1);
        let mut same: Vec<(usize, usize)> = same
            .flat_map(|rows| rows.iter().skip(1).map(|row| (rows[0].1, row.1)))
            .filter(|(first, second)| self.rows[first] != self.rows[second])
            .collect();
        if same.is_empty() || !self.has_areas() {
            return Vec::new();
        }
        same.sort_unstable_by_key(|(_, second)| *second);
        let total = self.table.total_row().map(|row| fold(&self.table.rows[row].name)).unwrap_or_default();
        same.retain(|(first, second)| self.is_unique(*first, &total) && self.share_few(*first, *second));
        same
    }

    /// Whether every group is a part of the area, and none a unit with others in it.
    fn has_areas(&self) -> bool {
        let groups: BTreeSet<usize> = self.rows.values().copied().collect();
        groups.into_iter().all(|group| {
            let name = &self.table.rows[group].name;
            let folded = fold(name);
            AREAS.behind(&folded).is_some()
                && NO_AREAS.behind(&folded).is_none()
                && UnitName::parse(name).kind.is_none()
        })
    }

    /// Whether the whole area has only one unit of this name.
    fn is_unique(&self, row: usize, total: &str) -> bool {
        let name = UnitName::parse(&self.table.rows[row].name);
        if name.is_former() {
            return false;
        }
        let is_of = |levels: &[&str]| levels.iter().any(|level| holds(total, &fold(level)));
        match name.kind.map(|kind| kind.level()) {
            Some(Level::District) => true,
            Some(Level::Commune) => {
                is_of(&DISTRICTS)
                    || is_of(&PROVINCES) && self.year.is_some_and(|year| year >= WITHOUT_DISTRICTS)
            }
            Some(Level::Province | Level::Village) | None => false,
        }
    }

    /// Whether the groups of two rows have less than half of the smaller one's names in common, or this one only where
    /// the row numbers run on from group to group: else they list units anew.
    fn share_few(&self, first: usize, second: usize) -> bool {
        let names = |group: usize| -> BTreeSet<&str> {
            let own = self.rows.range(group..).take_while(|(_, of)| **of == group);
            own.map(|(at, _)| self.table.rows[*at].name.trim()).collect()
        };
        let (first, second) = (names(self.rows[&first]), names(self.rows[&second]));
        let shared = first.intersection(&second).count();
        shared * 2 < first.len().min(second.len()) || shared == 1 && self.runs_on()
    }

    /// Whether the units are numbered through: 1, 2, 3 … over all groups.
    fn runs_on(&self) -> bool {
        let numbers = self.rows.keys().map(|row| self.table.rows[*row].number.trim().parse::<usize>().ok());
        numbers.enumerate().all(|(at, number)| number == Some(at + 1))
    }
}
