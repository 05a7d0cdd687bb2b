//! The output folders of a run: what the last build left of every dossier, and the new set that takes its place.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::report::{self, Row};
use crate::batch::{DocumentReport, DossierReport, Known};
use crate::diag::Finding;
use crate::discover::Job;
use crate::fault::Fault;
use crate::load::{OFFICE_FILE, Project};
use crate::model::input::InputRow;
use crate::model::waiving::WaiverUse;
use crate::output::{BuiltDocument, Facts, Look, Looked, NewFile, Recorded, Scope, Set, Staging};
use crate::pipeline::Order;
use crate::record::{DocumentRow, Manifest, ManifestOptions, RowId, State};
use crate::templates::Templates;

/// Where the sets of a run go.
pub struct Folders {
    pub output: PathBuf,
    /// As messages name it.
    pub shown: String,
    force: bool,
    options: ManifestOptions,
    is_strict: bool,
    templates: Vec<InputRow>,
    /// The sets that are being made, by dossier; one that could not be written has what stopped it.
    pub open: BTreeMap<String, Result<Staging, Fault>>,
}

/// What the last build left of a dossier.
pub struct Folder {
    looked: Looked,
}

impl Folders {
    pub fn new(root: &Path, output: PathBuf, shown: String, order: &Order, force: bool) -> Self {
        let templates = Templates::of(&Project::new(root));
        Self {
            output,
            shown,
            force,
            options: ManifestOptions {
                only: order.kinds.clone(),
                pdf_standard: order.pdf_standard.clone(),
                untagged: order.untagged,
            },
            is_strict: order.strict,
            templates: templates.inputs(),
            open: BTreeMap::new(),
        }
    }

    /// Begins a dossier's new set.
    pub fn open(&mut self, job: &Job, folder: Folder) -> Result<(), Fault> {
        let set = Set {
            output: self.output.clone(),
            shown: self.shown.clone(),
            dossier: job.dossier.clone(),
            options: self.options.clone(),
            force: self.force,
        };
        let staging = Staging::open(set, folder.looked)?;
        self.open.insert(job.dossier.clone(), Ok(staging));
        Ok(())
    }

    /// Writes a document's files; what cannot be written is told when the dossier is published.
    pub fn add(&mut self, dossier: &str, document: &mut DocumentReport) {
        let Some(Ok(staging)) = self.open.get_mut(dossier) else { return };
        let Some(built) = built(document) else { return };
        if let Err(fault) = staging.add(built) {
            self.open.insert(dossier.to_owned(), Err(fault));
        }
    }

    /// Puts a complete dossier's set in the old one's place; what a person has changed is told and kept.
    pub fn publish(&mut self, report: &DossierReport, rows: &mut [Row]) -> Result<Vec<Finding>, Fault> {
        let Some(staging) = self.open.remove(&report.task.job.dossier) else { return Ok(Vec::new()) };
        let mut staging = staging?;
        let mut at: BTreeMap<RowId, usize> = BTreeMap::new();
        at.extend(rows.iter().enumerate().map(|(at, row)| (row.id.clone(), at)));
        let read: BTreeMap<&str, &InputRow> =
            report.inputs.iter().chain(&self.templates).map(|input| (input.path.as_str(), input)).collect();
        for work in &report.current {
            let id = work.id();
            let Some(row) = staging.looked().row(&id) else { continue };
            if let Some(at) = at.get(&id) {
                rows[*at] = Row::current(&report.task.job.dossier, row);
            }
            match inputs_now(row, &read) {
                Some(inputs) => staging.refreshed(&id, inputs)?,
                None => staging.up_to_date(&id)?,
            }
        }
        let keeps =
            |row: &&Row| !matches!(row.result, report::Result::Built { .. } | report::Result::Current { .. });
        let job = &report.task.job;
        for row in rows.iter().filter(keeps) {
            if report.works.is_empty() {
                staging.refused_whole(&row.id.document)?
            } else {
                staging.refused(&row.id)?
            }
        }
        // Where nobody knows which units there are, none goes.
        let is_whole = report.task.only_unit.is_none();
        let is_known = |id: &String| {
            report.works.iter().filter(|work| work.document.id == *id).all(|work| work.is_settled)
        };
        let ids: Vec<String> = job.documents.iter().map(|document| document.id.clone()).collect();
        for id in ids.iter().filter(|id| !is_known(id)) {
            staging.refused_whole(id)?;
        }
        let scope = Scope {
            documents: (job.is_whole && is_whole).then(|| ids.clone()),
            whole: if is_whole { ids.into_iter().filter(is_known).collect() } else { Vec::new() },
        };
        let published = staging.publish(&scope, report.findings.clone())?;
        for (id, files) in published.kept {
            if let Some(at) = at.get(&id) {
                rows[*at].result = report::Result::Refused { kept: true };
                rows[*at].files = files;
            }
        }
        Ok(published.findings)
    }
}

impl Folder {
    /// Looks at what the last build left.
    pub fn look(folders: &Folders, job: &Job) -> Self {
        Self { looked: Recorded::read(&folders.output, &job.dossier).look() }
    }

    pub fn manifest(&self) -> &Manifest {
        &self.looked.recorded.manifest
    }

    /// Whether every output is as the last build left it, and everything that it was made from is the same: then
    /// nothing need be read.
    pub fn is_current(&self, folders: &Folders, root: &Path, job: &Job) -> bool {
        let manifest = self.manifest();
        let is_whole = |row: &DocumentRow| {
            row.state == State::Built
                && self.looked.look(&row.id()) == Some(Look::Intact)
                && manifest.is_of_these_inputs(row)
        };
        let has_rows = |id: &String| manifest.documents.iter().any(|row| row.document == *id);
        let mut told =
            manifest.findings.iter().chain(manifest.documents.iter().flat_map(|row| &row.findings));
        !folders.force
            && manifest.tool == Manifest::tool()
            && manifest.options == folders.options
            && !manifest.documents.is_empty()
            && manifest.documents.iter().all(is_whole)
            && manifest.documents.iter().all(|row| job.all.iter().any(|document| document.id == row.document))
            && job.all.iter().all(|document| has_rows(&document.id))
            && !told.any(|finding| finding.weighs(folders.is_strict))
            && are_same(&manifest.inputs, &folders.templates, root)
    }

    /// The documents that need not be made again if their keys are the same.
    pub fn known(&self, folders: &Folders) -> BTreeMap<RowId, Known> {
        let manifest = self.manifest();
        if folders.force || manifest.tool != Manifest::tool() || manifest.options != folders.options {
            return BTreeMap::new();
        }
        let is_whole = |row: &&DocumentRow| {
            row.state == State::Built
                && self.looked.look(&row.id()) == Some(Look::Intact)
                && !row.findings.iter().any(|finding| finding.weighs(folders.is_strict))
        };
        let rows = manifest.documents.iter().filter(is_whole);
        rows.map(|row| (row.id(), known(row))).collect()
    }
}

/// What a document's report leaves to be published: its bytes are taken out of it.
pub fn built(document: &mut DocumentReport) -> Option<BuiltDocument> {
    let id = document.id();
    let (payload, bytes) = document.built.as_mut()?;
    let files = payload.files.iter().zip(std::mem::take(bytes));
    let files = files.map(|(file, bytes)| NewFile { name: file.name.clone(), bytes, pages: file.pages });
    Some(BuiltDocument {
        id,
        files: files.collect(),
        facts: Facts {
            findings: document.findings.clone(),
            font: payload.font.clone(),
            inputs: std::mem::take(&mut payload.inputs),
            key: document.key.clone(),
            needed: document.waivers.needed.clone(),
            text: std::mem::take(&mut payload.text),
            waived: document.waivers.waived.iter().cloned().map(Into::into).collect(),
        },
    })
}

/// The inputs of a document that need not be made, where they are others than those that it was made from: then the
/// manifest must name them anew.
fn inputs_now(row: &DocumentRow, read: &BTreeMap<&str, &InputRow>) -> Option<Vec<InputRow>> {
    let inputs = row.inputs.iter().filter_map(|path| read.get(path.as_str()).copied());
    let inputs: Vec<InputRow> = inputs.cloned().collect();
    let is_same = row.state == State::Built && row.has_inputs(&inputs);
    (!is_same).then_some(inputs)
}

fn known(row: &DocumentRow) -> Known {
    Known {
        key: row.key.clone(),
        findings: row.findings.clone(),
        font: row.font.clone(),
        shown: row.id().shown(),
        waivers: WaiverUse {
            is_through: true,
            needed: row.needed.clone(),
            waived: row.waived.iter().cloned().map(Into::into).collect(),
        },
    }
}

/// Whether the files on disk are those that were read, with nothing added that would be read too.
fn are_same(inputs: &[InputRow], templates: &[InputRow], root: &Path) -> bool {
    let (of_templates, of_data): (Vec<&InputRow>, Vec<&InputRow>) =
        inputs.iter().partition(|input| input.path.starts_with("templates/"));
    let has_office = of_data.iter().any(|input| input.path == OFFICE_FILE);
    of_templates.into_iter().eq(templates)
        && root.join(OFFICE_FILE).is_file() == has_office
        && of_data.iter().all(|input| {
            let path = root.join(&input.path);
            let is_file =
                fs::symlink_metadata(&path).is_ok_and(|there| there.is_file() && there.len() == input.size);
            is_file && fs::read(&path).is_ok_and(|bytes| InputRow::of(input.path.as_str(), &bytes) == **input)
        })
}
