//! Documents built once more in memory, each held against its row of the manifest.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use super::{Difference, EDITED, Mend, Side, foremost};
use crate::batch::{self, DocumentReport, DossierReport, Task};
use crate::cli::folder;
use crate::cli::progress::Progress;
use crate::cli::terminal;
use crate::diag::Finding;
use crate::output::{Look, MANIFEST, NewFile};
use crate::pipeline::Order;
use crate::record::{DocumentRow, ManifestOptions, RowId, State};

const UNKNOWN: &str = "dựng lại ra tệp khác, không rõ nguyên nhân";

/// What a build was ordered with.
pub fn order(options: &ManifestOptions) -> Order {
    Order {
        kinds: options.only.clone(),
        strict: false,
        verdicts: false,
        pdf_standard: options.pdf_standard.clone(),
        untagged: options.untagged,
    }
}

/// Some dossiers in the course of being built again.
pub struct Rebuilt {
    pub sides: Vec<Side>,
    pub has_failed: bool,
    output: PathBuf,
    shown: String,
    progress: Progress,
    differences: Vec<Difference>,
    /// The documents that came, by dossier.
    seen: BTreeSet<(String, RowId)>,
}

impl Rebuilt {
    pub fn new(output: &Path, shown: &str, sides: Vec<Side>, is_quiet: bool) -> Self {
        Self {
            sides,
            has_failed: false,
            output: output.to_path_buf(),
            shown: shown.to_owned(),
            progress: Progress::new(is_quiet),
            differences: Vec::new(),
            seen: BTreeSet::new(),
        }
    }

    /// What is to be built again, which progress expects from now on.
    pub fn tasks(&mut self) -> Vec<Task> {
        let tasks: Vec<Task> = self.sides.iter().map(Side::task).collect();
        self.progress.expect(tasks.iter().map(|task| task.job.documents.len()).sum(), 0);
        tasks
    }

    pub fn take(&mut self, told: batch::Progress<'_>) {
        if batch::INTERRUPTED.load(Ordering::SeqCst) {
            return;
        }
        match told {
            batch::Progress::Opened(report) => {
                self.progress.expect(report.wanted().count(), report.task.job.documents.len());
            }
            batch::Progress::Document { dossier, document } => {
                let dossier = &dossier.task.job.dossier;
                self.progress.document(dossier, &document.shown());
                self.document(dossier, document);
            }
            batch::Progress::Dossier(report) => self.dossier(&report),
        }
    }

    /// Everything that differs, in the order of the paths.
    pub fn finish(&mut self) -> Vec<Difference> {
        self.progress.finish();
        let mut found = std::mem::take(&mut self.differences);
        found.sort_by(|a, b| a.path.cmp(&b.path));
        found
    }

    fn document(&mut self, dossier: &str, document: &mut DocumentReport) {
        let id = document.id();
        self.seen.insert((dossier.to_owned(), id.clone()));
        let Some(side) = self.sides.iter().find(|side| side.job.dossier == dossier) else { return };
        let row = side.looked.row(&id);
        // What is known to differ is told already.
        if row.is_some_and(|row| !side.is_of_now(row)) {
            return;
        }
        let tell = |name: &str, cause: String, mend| {
            Some(Difference { path: format!("{}/{dossier}/{name}", self.shown), cause, mend })
        };
        let found = if document.is_refused {
            let codes = document.findings.iter().filter(|finding| finding.weighs(false));
            let codes: BTreeSet<&str> = codes.map(|finding| finding.code.as_str()).collect();
            let codes: Vec<&str> = codes.into_iter().collect();
            let cause = format!("dựng lại thì bị từ chối: {}", codes.join(", "));
            tell(row.map_or(MANIFEST, foremost), cause, Mend::Report)
        } else if let Some(built) = folder::built(document) {
            let new = built.row();
            match row {
                None => tell(foremost(&new), "chưa dựng".to_owned(), Mend::Build),
                Some(row) => unlike(row, &new).and_then(|(name, cause, mend)| {
                    let byte = self.first_byte(dossier, name, &built.files);
                    let byte = byte.map_or(String::new(), |byte| format!(" (từ byte thứ {byte})"));
                    tell(name, format!("{cause}{byte}"), mend)
                }),
            }
        } else {
            None
        };
        // An output that was edited or is missing is told already.
        if row.is_none() || side.looked.look(&id) == Some(Look::Intact) {
            self.differences.extend(found);
        }
    }

    /// Where the bytes of a file on disk and of one built again part, counted from 1.
    fn first_byte(&self, dossier: &str, name: &str, files: &[NewFile]) -> Option<usize> {
        let new = &files.iter().find(|file| file.name == name)?.bytes;
        let old = fs::read(self.output.join(dossier).join(name)).ok()?;
        let same = old.iter().zip(new).take_while(|(a, b)| a == b).count();
        (same < old.len().max(new.len())).then_some(same + 1)
    }

    fn dossier(&mut self, report: &DossierReport) {
        for fault in &report.faults {
            terminal::error_line(&format!("sự cố: {fault}"));
            self.has_failed = true;
        }
        let dossier = &report.task.job.dossier;
        let Some(side) = self.sides.iter().find(|side| side.job.dossier == *dossier) else { return };
        if !report.faults.is_empty() {
            return;
        }
        let of_dossier = format!("{}/{dossier}/", self.shown);
        let before = self.differences.len();
        let rows = side.rows().filter(|row| side.is_of_now(row));
        for row in rows.filter(|row| !self.seen.contains(&(dossier.clone(), row.id()))) {
            let path = format!("{of_dossier}{}", foremost(row));
            let cause = "dựng lại thì không còn văn bản này, không rõ nguyên nhân".to_owned();
            self.differences.push(Difference { path, cause, mend: Mend::Report });
        }
        let is_told = self.differences.len() > before
            || self.differences.iter().any(|found| found.path.starts_with(&of_dossier));
        let is_same = sorted(&report.findings) == sorted(&side.looked.recorded.manifest.findings)
            && side.looked.recorded.is_canonical();
        if side.job.is_whole && side.rows().all(|row| side.is_of_now(row)) && !is_told && !is_same {
            let path = format!("{of_dossier}{MANIFEST}");
            self.differences.push(Difference { path, cause: EDITED.to_owned(), mend: Mend::Force });
        }
    }
}

/// The findings of a dossier; they come in the order in which its files were looked at.
fn sorted(findings: &[Finding]) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for finding in findings {
        *counted.entry(format!("{finding:?}")).or_insert(0) += 1;
    }
    counted
}

/// The first file in which a document built again is another than its row says, what is printed before what is recorded,
/// and why.
fn unlike<'a>(row: &'a DocumentRow, new: &'a DocumentRow) -> Option<(&'a str, &'static str, Mend)> {
    let differing = row.outputs.iter().filter(|file| !new.outputs.contains(file));
    if let Some(file) = differing.min_by_key(|file| file.pages.is_none()) {
        return Some((&file.path, UNKNOWN, Mend::Report));
    }
    if let Some(file) = new.outputs.iter().find(|file| !row.outputs.contains(file)) {
        return Some((&file.path, "thiếu: dựng lại thì có thêm tệp này", Mend::Build));
    }
    (row != new).then_some((MANIFEST, EDITED, Mend::Force))
}

impl Side {
    /// Whether a row says of itself that it was built from what the manifest names.
    fn is_of_now(&self, row: &DocumentRow) -> bool {
        row.state == State::Built && self.looked.recorded.manifest.is_of_these_inputs(row)
    }
}
