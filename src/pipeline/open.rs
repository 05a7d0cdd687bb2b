//! A dossier with its documents read: what they are made of, one after another, in one process.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Findings, Place};
use crate::discover::DocumentFile;
use crate::expand::FannedOut;
use crate::load::LoadedDossier;
use crate::model::document::{Dossier, Expanded, Loaded};
use crate::model::fan_out::{Unit, UnitView};
use crate::model::table::Table;
use crate::record::Digest;

/// A dossier that has been read.
pub struct OpenDossier {
    pub loaded: LoadedDossier,
    /// Its documents by file, once they have met.
    pub(super) met: BTreeMap<String, Met>,
    /// What the cards of all documents say, as one digest; for their keys.
    pub(super) cards: Option<Digest>,
    /// Digests of whole tables, by where they lie: they stay in place while the dossier is open.
    pub(super) tables: BTreeMap<usize, Digest>,
    /// Digests of the printed totals of whole tables.
    pub(super) totals: BTreeMap<usize, Digest>,
}

/// A document that has been read, before it is made.
pub(super) struct Met {
    /// `None` where the file is no YAML mapping.
    pub document: Option<Loaded>,
    /// What is wrong with it, whatever unit it is made for.
    pub findings: Findings,
    /// Its units, where it is one document for every row of a table; `None` where that went wrong.
    pub fanned_out: Option<FannedOut>,
    /// The lists that its annexes print, by table id.
    pub lists: BTreeMap<String, Arc<Table>>,
    /// Its text as it was resolved for its card, with what was found on the way.
    pub expanded: Option<(Expanded, Findings)>,
}

/// One document to be made: a plain one, or that of one unit.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Work {
    pub document: DocumentFile,
    pub unit: Option<Unit>,
    /// Everything that it is made from, as one digest.
    pub key: String,
    /// Whether it is known which documents there are: not so where `moi_dong` is wrong.
    pub is_settled: bool,
    /// The fanned-out documents that it lists, each with where it says so.
    pub lists: Vec<(String, Place)>,
}

impl OpenDossier {
    pub fn of(loaded: LoadedDossier) -> Self {
        Self { loaded, met: BTreeMap::new(), cards: None, tables: BTreeMap::new(), totals: BTreeMap::new() }
    }

    /// What is made from a document that has met: itself, or one for each of its units.
    pub fn units(&self, file: &str) -> Vec<Option<Unit>> {
        self.met.get(file).map_or_else(|| vec![None], Met::units)
    }

    /// Forgets what was read of a document whose file has changed: it is read again when it is made.
    pub fn forget(&mut self, file: &str) {
        self.met.remove(file);
    }

    /// The digest of a table that stays where it is.
    pub(super) fn digest_of(tables: &mut BTreeMap<usize, Digest>, table: &Arc<Table>) -> Digest {
        let address = Arc::as_ptr(table).addr();
        tables.entry(address).or_insert_with(|| crate::record::table_digest(table)).clone()
    }
}

impl Met {
    /// The dossier as this document sees it, be it for all units: with the lists that it prints.
    pub fn dossier(&self, loaded: &LoadedDossier) -> Arc<Dossier> {
        if self.lists.is_empty() {
            return Arc::clone(&loaded.dossier);
        }
        let tables = loaded.dossier.tables.clone().into_iter().chain(self.lists.clone());
        Arc::new(loaded.dossier.with_tables(tables.collect()))
    }

    /// The fanned-out documents that it lists, each with where it says so.
    pub fn listed(&self) -> Vec<(String, Place)> {
        let lists = self.document.iter().flat_map(|document| &document.lists);
        lists.map(|list| (list.text.clone(), list.place.clone())).collect()
    }

    /// Whether it is known which documents it makes.
    pub fn is_settled(&self) -> bool {
        let is_plain = self.document.as_ref().is_some_and(|document| !document.is_fanned_out());
        self.fanned_out.is_some() || is_plain
    }

    /// What is made from this document: itself, or one for each of its units.
    pub fn units(&self) -> Vec<Option<Unit>> {
        match &self.fanned_out {
            Some(fanned_out) => fanned_out.units.iter().cloned().map(Some).collect(),
            None => vec![None],
        }
    }

    /// What the document of a unit may be made from.
    pub fn view(&self, unit: &Unit, loaded: &LoadedDossier, findings: &mut Findings) -> Option<UnitView> {
        let fan_out = self.document.as_ref()?.fan_out.as_ref()?;
        Some(self.fanned_out.as_ref()?.view(unit, fan_out, &loaded.dossier, findings))
    }
}
