//! Two rows of one group that name the same unit (nd30.md §7 rows 7 and 8), or the same indicator.
//!
//! Names are compared as `unit_name` does: «UBND xã Hoà An» doubles «Hòa An», «Thị trấn Hòa An» does not.

use std::collections::BTreeMap;

use crate::diag::{Finding, Findings, rules};
use crate::model::table::{RowKind, Table};
use crate::vietnamese::text::fold;
use crate::vietnamese::unit_name::{Age, UnitKind, UnitName};

/// What two rows have in common that may be one unit: their group, and their name but for the unit word.
type Key = (Option<usize>, String, Option<(Age, Option<String>)>);

/// Reports every unit row whose group has its name already.
pub fn find(table: &Table, findings: &mut Findings) {
    let Some(name_column) = table.name_column() else { return };
    let has_units = !table.has_indicators();
    let mut group = None;
    let mut bare_names: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    let mut named: BTreeMap<Key, Vec<(Option<UnitKind>, usize)>> = BTreeMap::new();
    for (at, row) in table.rows.iter().enumerate() {
        match row.kind {
            RowKind::Group { .. } => group = Some(at),
            RowKind::Total | RowKind::Part => {}
            RowKind::Unit if has_units => {
                let UnitName { core, age, remark, kind } = UnitName::parse(&row.name);
                if kind.is_none() {
                    *bare_names.entry(group).or_default() += 1;
                }
                named.entry((group, core, Some((age, remark)))).or_default().push((kind, at));
            }
            RowKind::Unit => named.entry((group, fold(&row.name), None)).or_default().push((None, at)),
        }
    }
    // By row, as a clerk reads the sheet.
    let mut doubled: BTreeMap<usize, usize> = BTreeMap::new();
    for ((group, ..), rows) in &named {
        let has_bare_names = bare_names.get(group).is_some_and(|count| *count > 1);
        for (at, (kind, row)) in rows.iter().enumerate() {
            let same = |other: &&(Option<UnitKind>, usize)| is_one_unit(*kind, other.0, has_bare_names);
            if let Some((_, first)) = rows[..at].iter().find(same) {
                doubled.insert(*row, *first);
            }
        }
    }
    for (row, first) in doubled {
        let place = |row: usize| table.place(row, name_column);
        let (name, known) = (&table.rows[row].name, &table.rows[first].name);
        let as_what =
            if fold(name) == fold(known) { String::new() } else { format!(", lần đầu là «{known}»") };
        findings.add(
            Finding::new(
                &rules::DUPLICATE_UNIT,
                place(row),
                format!("đơn vị «{name}» ghi hai lần trong bảng «{}»{as_what}", table.id),
            )
            .unit(name.as_str())
            .also(place(first), "lần đầu ở đây")
            .help("xóa dòng thừa hoặc sửa tên đơn vị"),
        );
    }
}

/// Whether two names with the same core are one unit: the same unit word, or one leaves it out. In a list of bare names
/// «TT. Tân Lập» is written so to tell it from the commune «Tân Lập».
fn is_one_unit(left: Option<UnitKind>, right: Option<UnitKind>, has_bare_names: bool) -> bool {
    match (left, right) {
        (None, Some(kind)) | (Some(kind), None) => !(has_bare_names && kind.is_exception_among_bare_names()),
        (left, right) => left == right,
    }
}
