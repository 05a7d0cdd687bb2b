//! A document's key: everything that its outputs are made of, as one digest.
//!
//! It is known before the document is made, so that what has not changed need not be made again. A document sees its
//! own YAML, what the dossier shares, the cards of the other documents, the templates, and of the tables those that its
//! text reads; a unit's document sees no other unit's rows.

use std::collections::BTreeMap;
use std::fmt::Write;

use sha2::{Digest as _, Sha256};

use crate::model::fan_out::Unit;
use crate::model::input::{InputRow, hex};
use crate::model::table::{RowKind, Table, Value};

/// A digest of something that goes into keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest([u8; 32]);

/// What a key is made of beside the tables.
pub struct KeyOf<'a> {
    /// What was ordered: kinds of files, how a PDF is written.
    pub order: &'a str,
    pub templates: &'a [InputRow],
    /// The document's own file and those that all documents share, without workbooks of tables.
    pub files: &'a [InputRow],
    pub cards: &'a Digest,
    pub unit: Option<&'a Unit>,
}

/// The key of a document that sees `tables` and prints the unit's `own` ones.
pub fn key(of: &KeyOf<'_>, tables: &[Digest], own: &BTreeMap<String, Table>) -> String {
    let mut feed = Feed::default();
    feed.text(env!("CARGO_PKG_VERSION"));
    feed.text(of.order);
    for input in of.templates.iter().chain(of.files) {
        feed.text(&input.path);
        feed.text(&input.sha256);
    }
    feed.bytes(&of.cards.0);
    if let Some(unit) = of.unit {
        feed.text(&unit.name);
        feed.text(&unit.slug);
    }
    for digest in tables {
        feed.bytes(&digest.0);
    }
    for table in own.values() {
        feed.table(table);
    }
    hex(&feed.digest.finalize())
}

/// The digest of plain data as it is written for debugging: it has every field.
pub fn debug_digest(value: &impl std::fmt::Debug) -> Digest {
    let mut feed = Feed::default();
    // Writing into a digest cannot fail.
    let _ = write!(feed, "{value:?}");
    Digest(feed.digest.finalize().into())
}

/// The digest of a table: every cell with its place, whatever it was computed from.
pub fn table_digest(table: &Table) -> Digest {
    let mut feed = Feed::default();
    feed.table(table);
    Digest(feed.digest.finalize().into())
}

/// The digest of a table's printed total: its cells, and the arithmetic behind those that are computed.
pub fn total_digest(table: &Table) -> Digest {
    let mut feed = Feed::default();
    for row in table.total_rows() {
        feed.table(&table.subset(vec![row]));
        for column in (0..table.columns.len()).filter(|at| table.columns[*at].sheet_column.is_none()) {
            table.steps(row, column).iter().for_each(|step| feed.text(step));
        }
    }
    Digest(feed.digest.finalize().into())
}

#[derive(Default)]
struct Feed {
    digest: Sha256,
}

impl Write for Feed {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.digest.update(text.as_bytes());
        Ok(())
    }
}

impl Feed {
    fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.digest.update(bytes);
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn number(&mut self, number: usize) {
        self.digest.update(u64::try_from(number).unwrap_or(u64::MAX).to_le_bytes());
    }

    fn table(&mut self, table: &Table) {
        self.text(&table.id);
        self.text(&table.file);
        self.text(&table.sheet);
        // What a column is declared as is in the YAML; here is what the sheet decides.
        self.number(table.columns.len());
        for column in &table.columns {
            self.number(column.sheet_column.map_or(0, |at| at as usize));
            let splits = column.allocation.as_ref().and_then(|allocation| allocation.outcome.as_ref());
            if let Some(outcome) = splits {
                let _ = write!(self, "{:?}", outcome.splits);
                let _ = write!(self, "{:?}", outcome.portions);
            }
        }
        self.number(table.number_column.map_or(0, |at| at as usize));
        let _ = write!(self, "{:?}{:?}{:?}", table.column_ids, table.above, table.least);
        self.number(table.rows.len());
        for row in &table.rows {
            self.text(&row.number);
            self.text(&row.name);
            self.number(row.sheet_row as usize);
            match row.kind {
                RowKind::Unit => self.number(0),
                RowKind::Total => self.number(1),
                RowKind::Part => self.number(2),
                RowKind::Group { level } => self.number(3 + level),
            }
            row.cells.iter().for_each(|value| self.value(value));
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Number(number) => {
                self.number(1);
                // Decimals count: 5 and 5,00 are printed differently.
                self.digest.update(number.serialize());
            }
            Value::Empty => self.number(0),
            Value::Text(text) => {
                self.number(2);
                self.text(text);
            }
            Value::Dash(text) | Value::NotApplicable(text) => {
                self.number(if matches!(value, Value::Dash(_)) { 3 } else { 4 });
                self.text(text);
            }
            Value::Range(_) | Value::Date(_) | Value::Unreadable => {
                let _ = write!(self, "{value:?}");
            }
        }
    }
}
