//! The documents of a dossier read together, before the first of them is made: they must agree with each other.

use super::forms::Forms;
use super::open::Met;
use super::{OpenDossier, Workshop};
use crate::diag::Findings;
use crate::discover::DocumentFile;
use crate::load::{LoadedDossier, Project};
use crate::model::card::Card;
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
            let mut met = Met::of(&self.project, &forms.profiles, &mut open.loaded, file);
            watch.lap(Stage::Load);
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
        Self { document, findings, fanned_out, expanded: None }
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
        let expanded = expand::document(document, &loaded.dossier, profile, view.as_ref(), &mut findings);
        watch.lap(Stage::Expand);
        let seen = view.as_ref().map_or(&loaded.dossier, |view| &view.dossier);
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
