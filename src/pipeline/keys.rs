//! What there is to make of a dossier, each with its key.

use std::sync::Arc;

use super::open::{Met, OpenDossier, Work};
use super::{Order, Workshop};
use crate::diag::Findings;
use crate::discover::DocumentFile;
use crate::model::input::InputRow;
use crate::record::{self, Digest, KeyOf};

impl Workshop {
    /// Everything that is made from these documents of a dossier that has met, in order.
    pub fn works(&mut self, open: &mut OpenDossier, files: &[DocumentFile], order: &Order) -> Vec<Work> {
        let templates = self.typesetting.ready().inputs.clone();
        let inputs = self.project.inputs();
        let order = order.outputs();
        let mut works = Vec::new();
        for file in files {
            let Some(met) = open.met.remove(&file.file) else {
                works.push(Work {
                    document: file.clone(),
                    unit: None,
                    key: String::new(),
                    is_settled: false,
                    lists: Vec::new(),
                });
                continue;
            };
            let own: Vec<InputRow> =
                inputs.iter().filter(|input| open.concerns(&input.path, &file.file)).cloned().collect();
            let cards = open.cards.clone().unwrap_or_else(|| record::debug_digest(&()));
            for unit in met.units() {
                let of = KeyOf {
                    order: &order,
                    templates: &templates,
                    files: &own,
                    cards: &cards,
                    unit: unit.as_ref(),
                };
                let key = open.key(&of, &met);
                works.push(Work {
                    document: file.clone(),
                    unit,
                    key,
                    is_settled: met.is_settled(),
                    lists: met.listed(),
                });
            }
            open.met.insert(file.file.clone(), met);
        }
        works
    }
}

impl OpenDossier {
    /// Whether a file that was read goes into the key of a document as it is: other documents speak through their
    /// cards, and the sheets of tables through the tables.
    fn concerns(&self, path: &str, own: &str) -> bool {
        let dossier = &self.loaded.dossier;
        let is_register = dossier.register.as_ref().is_some_and(|register| register.file == path);
        let is_sheet = dossier.tables.values().any(|table| table.file == path);
        path == own || is_register || !is_sheet && !self.met.contains_key(path)
    }

    fn key(&mut self, of: &KeyOf<'_>, met: &Met) -> String {
        let mut told_later = Findings::of_dossier();
        let view = of.unit.and_then(|unit| met.view(unit, &self.loaded, &mut told_later));
        let whole = &self.loaded.dossier.tables;
        let is_whole = |id: &str, table| whole.get(id).is_some_and(|all| Arc::ptr_eq(all, table));
        let seen = view.as_ref().map_or(whole, |view| &view.dossier.tables);
        let mut digests: Vec<Digest> = Vec::new();
        for (id, table) in seen {
            digests.push(if is_whole(id, table) {
                Self::digest_of(&mut self.tables, table)
            } else {
                record::table_digest(table)
            });
        }
        digests.extend(met.lists.values().map(|list| record::table_digest(list)));
        let totals = met.fanned_out.iter().flat_map(|fanned_out| fanned_out.totals(&self.loaded.dossier));
        for table in totals {
            let address = Arc::as_ptr(table).addr();
            let digest = self.totals.entry(address).or_insert_with(|| record::total_digest(table));
            digests.push(digest.clone());
        }
        let own = view.map(|view| view.own).unwrap_or_default();
        record::key(of, &digests, &own)
    }
}
