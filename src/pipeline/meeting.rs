//! The documents of a dossier read together, before the first of them is made: they must agree with each other.

use super::forms::Forms;
use super::open::Met;
use super::{OpenDossier, Workshop};
use std::collections::BTreeMap;

use crate::diag::{Finding, Findings, rules};
use crate::discover::DocumentFile;
use crate::load::{LoadedDossier, Project};
use crate::model::card::Card;
use crate::model::fan_out::Unit;
use crate::model::listing;
use crate::model::profile::{FormChoice, Profile, Profiles};
use crate::record;
use crate::stopwatch::{Stage, Stopwatch};
use crate::{check, expand, load};

impl Workshop {
    /// Reads documents of a dossier and makes a card of each, in place of what it has of them. What is wrong with a
    /// document is told in its own turn; one that does not load has no card.
    pub fn meet(&mut self, open: &mut OpenDossier, files: &[DocumentFile], watch: &mut Stopwatch) {
        if open.loaded.is_unreadable {
            return;
        }
        let Ok(forms) = self.forms.ready() else { return };
        let mut chosen = None;
        for file in files {
            let met = Met::of(&self.project, &forms.profiles, &mut open.loaded, file);
            open.met.insert(file.file.clone(), met);
        }
        watch.lap(Stage::Load);
        for file in files {
            let Some(mut met) = open.met.remove(&file.file) else { continue };
            met.list(&open.met, &open.loaded, &forms.profiles);
            let card = met.introduce(forms, &open.loaded, &mut chosen, watch);
            open.loaded.cards.retain(|card| card.file != file.file);
            open.loaded.cards.extend(card);
            open.met.insert(file.file.clone(), met);
        }
        open.cards = Some(record::debug_digest(&open.loaded.cards));
    }
}

impl Met {
    /// Reads a document, and finds its units where it is one for every row of a table.
    pub fn of(
        project: &Project,
        profiles: &Profiles,
        loaded: &mut LoadedDossier,
        file: &DocumentFile,
    ) -> Self {
        let mut findings = Findings::of_document(file.file.as_str());
        let document = load::document(project, loaded, &file.id, &file.file, profiles, &mut findings);
        let fanned_out = document.as_ref().and_then(|one| expand::units(one, &loaded.dossier, &mut findings));
        Self { document, findings, fanned_out, lists: BTreeMap::new(), expanded: None }
    }

    /// Makes the lists of fanned-out documents that its annexes print.
    fn list(&mut self, others: &BTreeMap<String, Self>, loaded: &LoadedDossier, profiles: &Profiles) {
        let Some(document) = &self.document else { return };
        for wanted in &document.lists {
            let by_id = |met: &&Self| met.document.as_ref().is_some_and(|one| one.id == wanted.text);
            let Some(other) = others.values().find(by_id) else {
                let fanned_out = others.values().filter_map(|met| met.document.as_ref());
                let ids = fanned_out.filter(|one| one.is_fanned_out()).map(|one| one.id.as_str());
                let ids: Vec<&str> = ids.collect();
                let message = format!("«danh_sach» gọi «{}», nhưng hồ sơ không có văn bản này", wanted.text);
                let finding = Finding::new(&rules::UNKNOWN_WORD, wanted.place.clone(), message);
                self.findings.add(finding.help(if ids.is_empty() {
                    "danh sách chỉ kê các văn bản lập theo «moi_dong»; hồ sơ chưa có văn bản nào như vậy"
                        .to_owned()
                } else {
                    format!("chọn một trong: {}", ids.join(", "))
                }));
                continue;
            };
            let Some(listed) = other.document.as_ref() else { continue };
            if !listed.is_fanned_out() {
                let message =
                    format!("«{}» là một văn bản, không phải loạt văn bản theo «moi_dong»", wanted.text);
                let finding = Finding::new(&rules::UNKNOWN_WORD, wanted.place.clone(), message);
                self.findings.add(finding.help("danh sách chỉ kê các văn bản lập theo «moi_dong»"));
                continue;
            }
            // Where its units are not known, that has been said.
            let units = other.fanned_out.as_ref().map_or(&[] as &[Unit], |fanned_out| &fanned_out.units);
            let table = listed.fan_out.as_ref().and_then(|of| loaded.dossier.tables.get(&of.table.text));
            let kind = profiles.chosen(&listed.form);
            let kind = kind.kind(&listed.identity.kind).and_then(|kind| kind.viet_tat.clone());
            let symbol = listed.identity.symbol(kind.as_deref());
            let list = table.and_then(|table| listing::list(listed, units, &symbol, table, &wanted.place));
            match list {
                Some(list) => _ = self.lists.insert(list.id.clone(), list),
                None => {
                    let message = format!("chưa biết «{}» gồm những văn bản nào", wanted.text);
                    let finding = Finding::new(&rules::UNMADE_IN_LIST, wanted.place.clone(), message);
                    self.findings.add(finding.help("sửa lỗi của «moi_dong» trong văn bản ấy rồi dựng lại"));
                }
            }
        }
    }

    /// Its card. A fanned-out document is introduced by that of its first unit; what a date decides about the tables
    /// that it reads is the same for all of its units, and found here.
    fn introduce(
        &mut self,
        forms: &Forms,
        loaded: &LoadedDossier,
        chosen: &mut Option<(FormChoice, Profile)>,
        watch: &mut Stopwatch,
    ) -> Option<Card> {
        let document = self.document.as_ref()?;
        // Without a unit there is nothing that its text could mean.
        if document.is_fanned_out() && self.fanned_out.is_none() {
            return None;
        }
        if chosen.as_ref().is_none_or(|(choice, _)| *choice != document.form) {
            *chosen = Some((document.form.clone(), forms.profiles.chosen(&document.form)));
        }
        let (_, profile) = chosen.as_ref()?;
        let norm = forms.profiles.norm(&document.form);
        let mut findings = self.findings.clone();
        let first = self.fanned_out.as_ref().and_then(|fanned_out| fanned_out.units.first());
        let view = first.and_then(|unit| self.view(unit, loaded, &mut findings));
        let all = self.dossier(loaded);
        let expanded = expand::document(document, &all, profile, view.as_ref(), &mut findings);
        watch.lap(Stage::Expand);
        let seen = view.as_ref().map_or(&all, |view| &view.dossier);
        let card = check::card(&expanded, seen, profile, norm);
        if first.is_some() {
            check::units(&expanded, &loaded.dossier, &mut self.findings);
        } else if !document.is_fanned_out() {
            self.expanded = Some((expanded, findings));
        }
        watch.lap(Stage::Agreement);
        Some(card)
    }
}
