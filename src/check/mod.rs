//! The rules: what must hold before a document may be composed.
//!
//! Comes in: a dossier's tables, an expanded document. Goes out: findings, and `Checked`, which only a passed check
//! can make. Never here: changing what is read, files, wording of a document.
//! Why: one rule is one file, so that a clerk's question «why is this wrong?» has one place that answers it.

mod bounds;
mod equations;
pub mod layout;
mod parts;
mod rates;
mod rates_over;
mod sums;

use std::sync::Arc;

use crate::diag::Findings;
use crate::model::body::{PrintedTable, Written};
use crate::model::document::{AnnexContent, Document, Dossier, Expanded};
use crate::model::figure::Figure;
use crate::model::table::Table;
use crate::model::text::RichText;

/// A rule over the tables of a dossier.
type TableRule = fn(&Table, &mut Findings);

/// Every rule over tables, in the order in which they are run.
const TABLE_RULES: &[TableRule] = &[
    sums::groups,
    sums::total,
    sums::hidden_total,
    parts::within_whole,
    equations::rows,
    rates::shared_denominator,
    rates_over::of_denominator,
];

/// Runs every rule over the tables of a dossier.
pub fn tables(dossier: &Dossier, findings: &mut Findings) {
    for table in dossier.tables.values() {
        for rule in TABLE_RULES {
            rule(table, findings);
        }
    }
}

/// A document that has passed every check, with the dossier that its figures come from.
#[derive(Debug, Clone)]
pub struct Checked {
    expanded: Expanded,
    dossier: Arc<Dossier>,
}

impl Checked {
    pub fn document(&self) -> &Document<RichText, Written> {
        &self.expanded.document
    }

    pub fn figures(&self) -> &[Figure] {
        &self.expanded.figures
    }

    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// A table of the dossier.
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.dossier.tables.get(id)
    }

    /// Every table that the document prints, in the order of its pages: in the text, in attached documents, in annexes.
    pub fn printed_tables(&self) -> Vec<(&PrintedTable<RichText>, &Table)> {
        fn of_body<'a>(body: &'a [Written], found: &mut Vec<&'a PrintedTable<RichText>>) {
            for block in body {
                found.extend(&block.table);
                of_body(&block.children, found);
            }
        }
        let document = self.document();
        let mut found = Vec::new();
        of_body(&document.body, &mut found);
        for attachment in &document.attachments {
            of_body(&attachment.body, &mut found);
        }
        for annex in &document.annexes {
            match &annex.content {
                AnnexContent::Table(table) => found.push(table),
                AnnexContent::Body(body) => of_body(body, &mut found),
            }
        }
        found.into_iter().filter_map(|printed| Some((printed, self.table(&printed.table)?))).collect()
    }
}

/// Lets a document pass when neither it nor its dossier has a finding that refuses it.
pub fn content(
    expanded: Expanded,
    dossier: &Arc<Dossier>,
    of_dossier: &Findings,
    of_document: &Findings,
) -> Option<Checked> {
    let passes = !of_dossier.refuse() && !of_document.refuse();
    passes.then(|| Checked { expanded, dossier: Arc::clone(dossier) })
}
