//! What is wanted of a dossier, and what of it an earlier build has made.

use std::collections::BTreeMap;

use crate::diag::Finding;
use crate::discover::{DocumentFile, Job};
use crate::model::fan_out::Unit;
use crate::model::waiving::WaiverUse;
use crate::pipeline::Work;
use crate::record::RowId;
use crate::vietnamese::slug::slug;
use crate::vietnamese::text::fold;
use crate::worker::Opened;

/// A dossier with what is wanted of it.
#[derive(Debug, Clone)]
pub struct Task {
    pub job: Job,
    /// The documents whose outputs are whole, with what is known of them.
    pub known: BTreeMap<RowId, Known>,
    /// `--only-unit`: of fanned-out documents that of this unit, of others none.
    pub only_unit: Option<String>,
}

/// What an earlier build noted of a document.
#[derive(Debug, Clone)]
pub struct Known {
    pub key: String,
    pub findings: Vec<Finding>,
    pub font: String,
    /// As progress names it.
    pub shown: String,
    pub waivers: WaiverUse,
}

impl Task {
    /// Of what there is to make, what is up to date and what is not; what nobody wants is neither. A document that
    /// something in its dossier refuses is not up to date.
    pub fn sorted_out(&self, opened: &Opened, strict: bool) -> (Vec<Work>, Vec<Work>) {
        let is_refused = |known: &Known| {
            let is_waived = |finding: &Finding| known.waivers.waived.iter().any(|waived| waived.is(finding));
            opened.findings.iter().any(|finding| finding.weighs(strict) && !is_waived(finding))
        };
        let is_current = |work: &Work| {
            self.known.get(&work.id()).is_some_and(|known| known.key == work.key && !is_refused(known))
        };
        let wanted = opened.works.iter().filter(|work| self.wants(work.unit.as_ref())).cloned();
        wanted.partition(is_current)
    }

    pub fn wants(&self, unit: Option<&Unit>) -> bool {
        match (&self.only_unit, unit) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(wanted), Some(unit)) => is_called(&unit.name, wanted),
        }
    }
}

/// «Tuy Đức» and «huyen-tuy-duc» mean «Huyện Tuy Đức».
pub fn is_called(unit: &str, wanted: &str) -> bool {
    let (name, wanted_name) = (fold(unit), fold(wanted));
    name == wanted_name
        || slug(unit) == slug(wanted)
        || !wanted_name.is_empty()
            && name.strip_suffix(&wanted_name).is_some_and(|before| before.ends_with(' '))
}

impl Work {
    pub fn id(&self) -> RowId {
        RowId { document: self.document.id.clone(), unit: self.unit.as_ref().map(|unit| unit.name.clone()) }
    }

    /// As a person reads it: «quyet-dinh.yaml, Huyện Tuy Đức».
    pub fn shown(&self) -> String {
        shown(&self.document, self.unit.as_ref())
    }
}

fn shown(document: &DocumentFile, unit: Option<&Unit>) -> String {
    match unit {
        None => document.file.clone(),
        Some(unit) => format!("{}, {}", document.file, unit.name),
    }
}
