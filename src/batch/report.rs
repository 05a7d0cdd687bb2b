//! What came of a dossier and its documents.

use std::collections::{BTreeMap, BTreeSet};

use super::task::Task;
use crate::diag::{Finding, Place, rules};
use crate::fault::Fault;
use crate::model::fan_out::Unit;
use crate::model::input::InputRow;
use crate::model::verdict::RowVerdict;
use crate::model::waiving::WaiverUse;
use crate::pipeline::Work;
use crate::record::RowId;
use crate::stopwatch::Timings;
use crate::worker::{Opened, Payload, SharedWaiver};

/// One document's outcome.
pub struct DocumentReport {
    pub id: String,
    pub file: String,
    /// The unit that it is for, where it is fanned out.
    pub unit: Option<Unit>,
    /// Everything that it was made from, as one digest.
    pub key: String,
    pub findings: Vec<Finding>,
    /// Whether a finding of its own or of its dossier refuses it.
    pub is_refused: bool,
    pub waivers: WaiverUse,
    /// What was decided on the decree's rows, where the order wants it.
    pub verdicts: Vec<RowVerdict>,
    pub timings: Timings,
    /// The payload's files by name, unless the document was refused or only checked.
    pub built: Option<(Payload, Vec<Vec<u8>>)>,
}

/// One dossier's outcome.
pub struct DossierReport {
    pub task: Task,
    /// Findings about what the documents share.
    pub findings: Vec<Finding>,
    pub documents: Vec<DocumentReport>,
    pub faults: Vec<Fault>,
    /// The files that were read.
    pub inputs: Vec<InputRow>,
    /// What loading took.
    pub timings: Timings,
    /// What there is to make; empty until the dossier has been opened.
    pub works: Vec<Work>,
    /// What of it is up to date: nothing was made.
    pub current: Vec<Work>,
    /// The waivers of `ho-so.yaml`, with what the dossier says about them.
    waivers: Vec<SharedWaiver>,
}

impl DossierReport {
    pub(super) fn of(task: Task) -> Self {
        Self {
            task,
            findings: Vec::new(),
            documents: Vec::new(),
            faults: Vec::new(),
            inputs: Vec::new(),
            timings: Timings::default(),
            works: Vec::new(),
            current: Vec::new(),
            waivers: Vec::new(),
        }
    }

    pub(super) fn open(&mut self, opened: Opened, current: Vec<Work>) {
        let Opened { findings, waivers, inputs, timings, works, .. } = opened;
        self.findings = findings;
        self.waivers = waivers;
        self.inputs = inputs;
        self.timings = timings;
        self.works = works;
        self.current = current;
    }

    /// What there is to make of it that somebody wants. A dossier that could not be opened has its documents' files.
    pub fn wanted(&self) -> impl Iterator<Item = &Work> {
        self.works.iter().filter(|work| self.task.wants(work.unit.as_ref()))
    }

    /// Whether the document is refused: by a finding of its own, or by one of the dossier that it does not waive.
    pub(super) fn refuses(&self, document: &DocumentReport, strict: bool) -> bool {
        let is_waived = |finding: &Finding| document.waivers.waived.iter().any(|waived| waived.is(finding));
        document.findings.iter().any(|finding| finding.weighs(strict))
            || self.findings.iter().any(|finding| finding.weighs(strict) && !is_waived(finding))
    }

    /// What can only be said when every document is through: which waivers of the dossier nothing needed, and what all
    /// documents waive. `known` is what an earlier build noted of those that are up to date.
    pub(super) fn close(&mut self) {
        self.documents.sort_by(|a, b| a.order().cmp(&b.order()));
        self.refuse_lists();
        let findings = self.documents.iter_mut().map(|document| {
            let unit = document.unit.as_ref().map(|unit| unit.name.clone());
            (unit, std::mem::take(&mut document.findings))
        });
        let mut findings: Vec<_> = findings.collect();
        join_units(&mut findings);
        for (document, (_, joined)) in self.documents.iter_mut().zip(findings) {
            document.findings = joined;
        }
        let current: Vec<&WaiverUse> = self
            .current
            .iter()
            .filter_map(|work| self.task.known.get(&work.id()))
            .map(|known| &known.waivers)
            .collect();
        let uses: Vec<&WaiverUse> =
            self.documents.iter().map(|document| &document.waivers).chain(current).collect();
        let all = uses.len() == self.works.len() && !uses.is_empty();
        if !all {
            return;
        }
        for finding in self.findings.iter_mut().filter(|finding| finding.waived.is_none()) {
            let reason = |one: &&WaiverUse| {
                let waived = one.waived.iter().find(|waived| waived.is(finding));
                waived.map(|waived| waived.reason.clone())
            };
            let reasons: Option<Vec<String>> = uses.iter().map(reason).collect();
            finding.waived = reasons.and_then(|reasons| reasons.into_iter().next());
        }
        if self.task.job.is_whole && uses.iter().all(|one| one.is_through) {
            let by_document = |at: &usize| uses.iter().any(|one| one.needed.contains(at));
            let waivers = self.waivers.iter().enumerate();
            let unneeded = waivers.filter(|(at, waiver)| !waiver.is_needed && !by_document(at));
            let unneeded: Vec<Finding> = unneeded.map(|(_, waiver)| waiver.unneeded.clone()).collect();
            self.findings.extend(unneeded);
        }
    }
}

impl DossierReport {
    /// A list must not name a document that was not made.
    fn refuse_lists(&mut self) {
        const NAMED: usize = 3;
        let made = self.documents.iter().filter(|document| !document.is_refused).map(DocumentReport::id);
        let made: BTreeSet<RowId> = made.chain(self.current.iter().map(Work::id)).collect();
        let mut unmade: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for work in self.works.iter().filter(|work| self.task.wants(work.unit.as_ref())) {
            if let Some(unit) = work.unit.as_ref().filter(|_| !made.contains(&work.id())) {
                unmade.entry(&work.document.id).or_default().push(&unit.name);
            }
        }
        for work in self.works.iter().filter(|work| !work.lists.is_empty()) {
            let Some(list) = self.documents.iter_mut().find(|one| one.id() == work.id()) else { continue };
            for (id, place) in &work.lists {
                let Some(names) = unmade.get(id.as_str()) else { continue };
                let shown = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
                let more = if names.len() > NAMED { ", …" } else { "" };
                let message = format!("{} văn bản trong danh sách «{id}» chưa lập được", names.len());
                let finding = Finding::new(&rules::UNMADE_IN_LIST, place.clone(), message);
                list.findings.push(Finding {
                    document: Some(list.file.clone()),
                    ..finding
                        .note(format!("chưa lập được: {shown}{more}"))
                        .help("sửa lỗi của các văn bản ấy rồi dựng lại")
                });
                list.is_refused = true;
            }
        }
    }
}

/// What is wrong in the one YAML of many units' documents is said once, with how many it concerns; each comes with its
/// unit, where it has one.
pub fn join_units(documents: &mut [(Option<String>, Vec<Finding>)]) {
    const NAMED: usize = 3;
    let mut others: BTreeMap<JoinKey, (usize, Vec<String>)> = BTreeMap::new();
    for (unit, findings) in documents.iter_mut() {
        let Some(unit) = unit else { continue };
        findings.retain(|finding| match others.get_mut(&join_key(finding)) {
            None => {
                others.insert(join_key(finding), (0, Vec::new()));
                true
            }
            Some((count, names)) => {
                // What is wrong for every unit names none.
                *count += usize::from(finding.unit.is_some());
                if names.len() < NAMED {
                    names.push(unit.clone());
                }
                false
            }
        });
    }
    for finding in documents.iter_mut().filter(|(unit, _)| unit.is_some()).flat_map(|(_, list)| list) {
        let Some((count, names)) = others.get(&join_key(finding)).filter(|(count, _)| *count > 0) else {
            continue;
        };
        let more = if *count > names.len() { ", …" } else { "" };
        finding.notes.push(format!("cũng ở {count} văn bản khác của «moi_dong»: {}{more}", names.join(", ")));
    }
}

/// One rule at one place of the YAML, whatever its message says of the unit.
type JoinKey = (Place, String);

fn join_key(finding: &Finding) -> JoinKey {
    let place = match finding.at.place.clone() {
        Place::Page { file, page, .. } => Place::Page { file, page, text: String::new() },
        place => place,
    };
    (place, finding.code.clone())
}

impl DocumentReport {
    pub fn id(&self) -> RowId {
        RowId { document: self.id.clone(), unit: self.unit.as_ref().map(|unit| unit.name.clone()) }
    }

    /// As progress names it: `ke-hoach`, or `quyet-dinh/huyen-tuy-duc`.
    pub fn shown(&self) -> String {
        match &self.unit {
            None => self.id.clone(),
            Some(unit) => format!("{}/{}", self.id, unit.slug),
        }
    }

    /// In the order of the table.
    fn order(&self) -> (&str, usize) {
        (&self.id, self.unit.as_ref().map_or(0, |unit| unit.row))
    }
}
