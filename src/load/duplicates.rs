//! Two rows of one group that name the same unit (nd30.md §7 rows 7 and 8), or the same indicator.
//!
//! Names are compared as `unit_name` does: «UBND xã Hoà An» doubles «Hòa An», «Thị trấn Hòa An» does not.

use std::collections::BTreeMap;

use crate::diag::{Finding, Findings, rules};
use crate::model::table::{RowKind, Table};
use crate::vietnamese::text::fold;
use crate::vietnamese::unit_name::{Age, UnitKind, UnitName, coarse};

/// What two rows have in common that may be one unit: their group, and their name but for the unit word.
type Key = (Option<usize>, String, Option<(Age, Option<String>)>);

/// Reports every unit row whose group has its name already.
pub fn find(table: &Table, findings: &mut Findings) {
    let Some(name_column) = table.name_column() else { return };
    let has_units = !table.has_indicators();
    let mut named: BTreeMap<Key, Vec<(Option<UnitKind>, usize)>> = BTreeMap::new();
    for (group, at) in suspects(table) {
        let name = &table.rows[at].name;
        if has_units {
            let UnitName { core, age, remark, kind } = UnitName::parse(name);
            named.entry((group, core, Some((age, remark)))).or_default().push((kind, at));
        } else {
            named.entry((group, fold(name), None)).or_default().push((None, at));
        }
    }
    // By row, as a clerk reads the sheet.
    let mut doubled: BTreeMap<usize, usize> = BTreeMap::new();
    for ((group, ..), rows) in &named {
        let has_bare_names = rows.len() > 1 && has_units && writes_bare_names(table, *group);
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

/// The unit rows whose name may stand twice in their group, with the group's row; most names can be told from all others
/// without taking them apart.
fn suspects(table: &Table) -> Vec<(Option<usize>, usize)> {
    let mut group = None;
    let mut rows: Vec<(Option<usize>, u64, usize)> = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        match row.kind {
            RowKind::Group { .. } => group = Some(at),
            RowKind::Unit => rows.push((group, coarse(&row.name), at)),
            RowKind::Total | RowKind::Part => {}
        }
    }
    rows.sort_unstable();
    let alike =
        rows.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)).filter(|rows| rows.len() > 1);
    let mut suspects: Vec<(Option<usize>, usize)> =
        alike.flatten().map(|(group, _, at)| (*group, *at)).collect();
    suspects.sort_unstable();
    suspects
}

/// Whether a group writes more than one name without its unit word.
fn writes_bare_names(table: &Table, group: Option<usize>) -> bool {
    let rows = table.rows.iter().skip(group.map_or(0, |group| group + 1));
    let own = rows.take_while(|row| !matches!(row.kind, RowKind::Group { .. }));
    let bare = own.filter(|row| row.kind == RowKind::Unit && UnitName::parse(&row.name).kind.is_none());
    bare.take(2).count() > 1
}

/// Whether two names with the same core are one unit: the same unit word, or one leaves it out. In a list of bare names
/// «TT. Tân Lập» is written so to tell it from the commune «Tân Lập».
fn is_one_unit(left: Option<UnitKind>, right: Option<UnitKind>, has_bare_names: bool) -> bool {
    match (left, right) {
        (None, Some(kind)) | (Some(kind), None) => !(has_bare_names && kind.is_exception_among_bare_names()),
        (left, right) => left == right,
    }
}
