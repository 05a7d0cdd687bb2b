//! `doi_chieu`: what each of the references says, cell for cell where whole columns are compared.

use std::collections::BTreeMap;

use super::lookup::{Scope, column_of, find};
use super::reference::{self, Step};
use super::trouble::{Trouble, misfit};
use crate::diag::{Findings, rules};
use crate::model::document::Dossier;
use crate::model::habits::Habits;
use crate::model::same_fact::{FoundFact, Said, SameFact};
use crate::model::table::{RowKind, Table, Value};
use crate::model::text::ClerkText;
use crate::vietnamese::number;
use crate::vietnamese::text::fold;

/// A reference to one value, or to a column of a table (`xa.giam`).
enum Side<'a> {
    Value(Said),
    Column(&'a Table, usize),
}

/// Looks up what must be the same; a reference that leads nowhere is reported at its line.
pub fn same_facts(dossier: &Dossier, findings: &mut Findings) -> Vec<FoundFact> {
    let scope = Scope { dossier, year: 0, row: None, habits: Habits::default() };
    let mut found = Vec::new();
    for fact in &dossier.same_facts {
        let sides: Option<Vec<Side<'_>>> = fact
            .references
            .iter()
            .map(|text| match side(text, &scope) {
                Ok(side) => side,
                Err(trouble) => {
                    findings.add(trouble.finding(text.place.clone()));
                    None
                }
            })
            .collect();
        let Some(sides) = sides else { continue };
        match facts(fact, sides) {
            Ok(facts) => found.extend(facts),
            Err(trouble) => findings.add(trouble.finding(fact.place.clone())),
        }
    }
    found
}

/// What a reference stands for; `None` where the finding has been made.
fn side<'a>(text: &ClerkText, scope: &Scope<'a>) -> Result<Option<Side<'a>>, Trouble> {
    let inner = text.text.trim().trim_start_matches("{{").trim_end_matches("}}").trim();
    let reference = reference::parse(inner)?;
    if !reference.filters.is_empty() {
        return Err(misfit("«doi_chieu» so sánh giá trị, không dùng bộ lọc"));
    }
    if let [Step::Name(table), Step::Name(column)] = reference.path.as_slice()
        && let Some(table) = scope.dossier.tables.get(table)
    {
        return Ok(Some(Side::Column(table, column_of(table, column)?)));
    }
    let found = find(&reference.path, scope)?;
    let text = match (&found.value, found.column) {
        (Value::Unreadable, _) => return Ok(None),
        (value, Some(column)) => column.print_bare(value, &Habits::default()),
        (Value::Number(number), None) => number::format(*number),
        _ => String::new(),
    };
    Ok(Some(Side::Value(Said {
        name: inner.to_owned(),
        value: found.value,
        text,
        source: found.source,
        unit: found.row.map(str::to_owned),
    })))
}

fn facts(fact: &SameFact, sides: Vec<Side<'_>>) -> Result<Vec<FoundFact>, Trouble> {
    let mut values = Vec::new();
    let mut columns = Vec::new();
    for side in sides {
        match side {
            Side::Value(said) => values.push(said),
            Side::Column(table, column) => columns.push((table, column)),
        }
    }
    let found = |said: Vec<Said>| FoundFact { said, place: fact.place.clone() };
    match (values.is_empty(), columns.split_first()) {
        (false, None) => Ok(vec![found(values)]),
        (true, Some(((table, column), others))) => {
            Ok(by_row(table, *column, others).into_iter().map(found).collect())
        }
        _ => Err(Trouble {
            rule: &rules::WRONG_SHAPE,
            message:
                "một mục của «doi_chieu» so các số với nhau hoặc so các cột với nhau, không trộn hai loại"
                    .to_owned(),
            help: Some(
                "tách thành hai mục; một số của bảng thì ghi xa.tong.giam, cả cột thì ghi xa.giam".to_owned(),
            ),
        }),
    }
}

/// Every row of one table with the rows of the same name in the others.
fn by_row(table: &Table, column: usize, others: &[(&Table, usize)]) -> Vec<Vec<Said>> {
    type Key = (u8, String, String);
    let key = |table: &Table, row: usize| -> Option<Key> {
        let own = &table.rows[row];
        match own.kind {
            RowKind::Total => Some((0, String::new(), String::new())),
            RowKind::Group { .. } => Some((1, own.number.clone(), fold(&own.name))),
            RowKind::Unit => Some((2, String::new(), fold(&own.name))),
            // A part is called by its whole and its own name.
            RowKind::Part => None,
        }
    };
    let others: Vec<(&Table, usize, BTreeMap<Key, usize>)> = others
        .iter()
        .map(|(table, column)| {
            let rows = (0..table.rows.len()).filter_map(|row| Some((key(table, row)?, row)));
            (*table, *column, rows.collect())
        })
        .collect();
    let said = |table: &Table, row: usize, column: usize| Said {
        name: format!("{}.{}", table.id, table.columns[column].id),
        value: table.rows[row].cells[column].clone(),
        text: table.columns[column].print_bare(&table.rows[row].cells[column], &Habits::default()),
        source: table.sources(row, column),
        unit: Some(table.rows[row].name.clone()),
    };
    let rows = (0..table.rows.len()).filter_map(|row| Some((row, key(table, row)?)));
    rows.map(|(row, key)| {
        let same =
            others.iter().filter_map(|(other, column, rows)| Some(said(other, *rows.get(&key)?, *column)));
        std::iter::once(said(table, row, column)).chain(same).collect::<Vec<_>>()
    })
    .filter(|said| said.len() > 1)
    .collect()
}
