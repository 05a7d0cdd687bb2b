//! One run over a project: the jobs, the batch, what it publishes, what is told at the end.

mod telling;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::Ordering;

use super::args::{Common, Format};
use super::build::{Found, default_output};
use super::conformity::Conformity;
use super::folder::{Folder, Folders};
use super::progress::Progress;
use super::report::{self, Row};
use super::timings::Times;
use super::waived::OfDocument;
use super::{FAILED, INTERRUPTED, REFUSED, places};
use crate::batch::{self, DocumentReport, DossierReport, Task, is_called};
use crate::diag::{Finding, FindingKey};
use crate::discover::{self, Job};
use crate::fault::Fault;
use crate::model::input::InputRow;
use crate::output::Lock;
use crate::pipeline::{Order, Work};
use crate::record::RowId;
use crate::vietnamese::text::nearest;

/// The font that the decree asks for (nd30.md row 7).
const DECREE_FONT: &str = "Times New Roman";

/// Where files go; a check has none.
pub struct Target {
    /// `--output`.
    pub folder: Option<PathBuf>,
    pub force: bool,
    /// `--only-unit`.
    pub only_unit: Option<String>,
}

/// One run.
pub struct Session {
    root: PathBuf,
    jobs: Vec<Job>,
    order: Order,
    folders: Option<Folders>,
    only_unit: Option<String>,
    /// The units of fanned-out documents, by name: those that `--only-unit` can mean.
    units: BTreeSet<String>,
    workers: usize,
    format: Format,
    quiet: bool,
    findings: Vec<Finding>,
    /// What went wrong outside the documents.
    faults: Vec<String>,
    /// The files that were read.
    inputs: Vec<InputRow>,
    /// The keys of the findings.
    said: BTreeSet<FindingKey>,
    /// Files of programs that have a workbook open.
    lock_files: Vec<String>,
    /// What every document lets stand.
    waived: Vec<OfDocument>,
    rows: Vec<Row>,
    /// What `check --form` prints.
    form: Vec<Conformity>,
    /// What `--timings` prints.
    times: Option<Times>,
    /// A font that stands in for the decree's.
    substitute: Option<String>,
    code: u8,
}

/// 1 when a finding refuses something, else 0.
fn exit_code(findings: &[Finding], order: &Order) -> u8 {
    if findings.iter().any(|finding| finding.weighs(order.strict)) { REFUSED } else { 0 }
}

impl Session {
    pub fn open(common: &Common, target: Option<Target>, order: Order) -> Result<Self, Fault> {
        let current = places::current()?;
        let root = places::project(&current, common.project.as_deref())?;
        let (jobs, findings) = discover::jobs(&root, &current, &common.paths)?;
        let only_unit = target.as_ref().and_then(|target| target.only_unit.clone());
        let folders = match target {
            None => None,
            Some(target) => {
                let (folder, shown) = match &target.folder {
                    None => (default_output(&root), "output".to_owned()),
                    Some(named) => (current.join(named), named.display().to_string()),
                };
                places::refuse_sources(&root, &folder, &shown)?;
                Some(Folders::new(&root, folder, shown, &order, target.force))
            }
        };
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Ok(Self {
            workers: common.jobs.map_or(cores, usize::from),
            format: common.format,
            quiet: common.quiet,
            code: exit_code(&findings, &order),
            findings,
            faults: Vec::new(),
            inputs: Vec::new(),
            said: BTreeSet::new(),
            waived: Vec::new(),
            rows: Vec::new(),
            form: Vec::new(),
            times: common.timings.then(Times::default),
            substitute: None,
            lock_files: discover::lock_files(&root, &jobs),
            root,
            jobs,
            order,
            folders,
            only_unit,
            units: BTreeSet::new(),
        })
    }

    /// Does the work and tells what was found; the exit code.
    pub fn run(mut self) -> Result<u8, Fault> {
        let result = self.work_through();
        // Whatever happened, what was found is told, and standard output is valid JSON.
        self.tell();
        result
    }

    /// Does the work and hands over what was found.
    pub fn find(mut self) -> Result<Found, Fault> {
        let code = self.work_through()?;
        self.sort();
        self.tell_faults();
        Ok(Found { findings: self.findings, inputs: self.inputs, code })
    }

    /// Does the work with a bar or lines of progress; the exit code.
    fn work_through(&mut self) -> Result<u8, Fault> {
        let mut progress = Progress::new(self.quiet);
        let result = self.work(&mut progress);
        progress.finish();
        result?;
        if batch::INTERRUPTED.load(Ordering::SeqCst) {
            return Ok(INTERRUPTED);
        }
        self.unknown_unit()?;
        Ok(self.code)
    }

    fn work(&mut self, progress: &mut Progress) -> Result<(), Fault> {
        let lock = match &self.folders {
            Some(folders) => Some((Lock::take(&folders.output)?, folders.output.clone())),
            None => None,
        };
        let mut tasks: Vec<Task> = Vec::new();
        for job in std::mem::take(&mut self.jobs) {
            tasks.extend(self.task(job));
        }
        for task in &tasks {
            // Until it is known what there is to make, a file is a document.
            progress.expect(task.job.documents.len(), 0);
        }
        let (root, order, workers) = (self.root.clone(), self.order.clone(), self.workers);
        let result = batch::run(&root, tasks, &order, workers, |told| match told {
            batch::Progress::Opened(report) => {
                self.units
                    .extend(report.works.iter().filter_map(|work| Some(work.unit.as_ref()?.name.clone())));
                let count = report.wanted().count().saturating_sub(report.current.len());
                progress.expect(count, report.task.job.documents.len());
                Ok(())
            }
            batch::Progress::Document { dossier, document } => {
                progress.document(&dossier.task.job.dossier, &document.shown());
                self.document(dossier, document);
                Ok(())
            }
            batch::Progress::Dossier(report) => {
                self.dossier(*report);
                Ok(())
            }
        });
        if let Some(folders) = &mut self.folders {
            // What is still open was interrupted: the old sets stay.
            folders.open.clear();
        }
        if let Some((lock, folder)) = lock {
            lock.release(&folder);
        }
        result
    }

    /// What is to be done for a dossier; nothing where all is as the last build left it.
    fn task(&mut self, job: Job) -> Option<Task> {
        let mut known = BTreeMap::new();
        if let Some(folders) = &mut self.folders {
            let folder = Folder::look(folders, &job);
            if self.only_unit.is_none() && folder.is_current(folders, &self.root, &job) {
                self.tell_again(&job, &folder);
                return None;
            }
            known = folder.known(folders);
            if let Err(fault) = folders.open(&job, folder) {
                self.failed(&fault);
                self.rows.extend(job.documents.iter().map(|document| {
                    let id = RowId::whole(document.id.as_str());
                    Row {
                        dossier: job.dossier.clone(),
                        id,
                        result: report::Result::Failed,
                        files: Vec::new(),
                    }
                }));
                return None;
            }
        }
        Some(Task { job, known, only_unit: self.only_unit.clone() })
    }

    /// Tells of a dossier of which nothing has changed what the last build told.
    fn tell_again(&mut self, job: &Job, folder: &Folder) {
        let manifest = folder.manifest();
        let rows = || manifest.documents.iter().filter(|row| job.names(&row.document));
        let findings = rows().map(|row| (row.unit.clone(), row.findings.clone()));
        let mut findings: Vec<_> = findings.collect();
        batch::join_units(&mut findings);
        self.remember(manifest.findings.clone());
        for (row, (_, findings)) in rows().zip(findings) {
            self.font(&row.font);
            let waived = row.waived.iter().cloned().map(Into::into).collect();
            self.waived
                .push(OfDocument { document: format!("{}/{}", job.dossier, row.id().shown()), waived });
            self.remember(findings);
            self.rows.push(Row::current(&job.dossier, row));
        }
    }

    /// Takes a document that is through: its files are written as they come.
    fn document(&mut self, dossier: &DossierReport, document: &mut DocumentReport) {
        if batch::INTERRUPTED.load(Ordering::SeqCst) || document.is_refused {
            return;
        }
        if let Some((payload, _)) = &document.built {
            let font = payload.font.clone();
            self.font(&font);
        }
        if let Some(folders) = &mut self.folders {
            folders.add(&dossier.task.job.dossier, document);
        }
    }

    /// Takes a complete dossier: publishes its set, remembers what was found.
    fn dossier(&mut self, report: DossierReport) {
        if batch::INTERRUPTED.load(Ordering::SeqCst) {
            return;
        }
        if let Some(times) = &mut self.times {
            times.add(&report);
        }
        report.faults.iter().for_each(|fault| self.failed(fault));
        let mut rows = self.results(&report);
        let job = report.task.job.clone();
        if self.order.verdicts {
            let by_name: BTreeMap<RowId, &DocumentReport> =
                report.documents.iter().map(|document| (document.id(), document)).collect();
            let form =
                report.wanted().map(|work| Conformity::of(&work.document, by_name.get(&work.id()).copied()));
            self.form.extend(form);
            if report.works.is_empty() {
                self.form.extend(job.documents.iter().map(|document| Conformity::of(document, None)));
            }
        }
        if let Some(folders) = &mut self.folders {
            match folders.publish(&report, &mut rows) {
                Ok(findings) => self.remember(findings),
                Err(fault) => {
                    // One dossier that cannot be written must not stop the others.
                    self.failed(&fault);
                    for row in &mut rows {
                        row.result = report::Result::Failed;
                        row.files.clear();
                    }
                }
            }
        }
        let current: Vec<_> =
            report.current.iter().filter_map(|work| report.task.known.get(&work.id())).cloned().collect();
        let DossierReport { findings, documents, inputs, .. } = report;
        self.inputs.extend(inputs);
        self.remember(findings);
        for document in documents {
            self.waived.push(OfDocument {
                document: format!("{}/{}", job.dossier, document.shown()),
                waived: document.waivers.waived,
            });
            self.remember(document.findings);
        }
        for known in current {
            self.font(&known.font);
            self.waived.push(OfDocument {
                document: format!("{}/{}", job.dossier, known.shown),
                waived: known.waivers.waived,
            });
            self.remember(known.findings);
        }
        self.rows.append(&mut rows);
    }

    /// What became of every document that is wanted.
    fn results(&self, report: &DossierReport) -> Vec<Row> {
        let by_name: BTreeMap<RowId, &DocumentReport> =
            report.documents.iter().map(|document| (document.id(), document)).collect();
        let current: BTreeSet<RowId> = report.current.iter().map(Work::id).collect();
        let dossier = &report.task.job.dossier;
        let row = |id: RowId| {
            let (mut files, mut result) = (Vec::new(), report::Result::Refused { kept: false });
            match by_name.get(&id) {
                Some(document) if document.is_refused => {}
                Some(document) => match &document.built {
                    Some((payload, _)) => {
                        let pages = payload.files.iter().filter_map(|file| file.pages).sum();
                        files = payload.files.iter().map(|file| file.name.clone()).collect();
                        result = report::Result::Built { pages };
                    }
                    None => result = report::Result::Checked,
                },
                None if current.contains(&id) => result = report::Result::Current { pages: 0 },
                // The templates are broken: nothing was tried.
                None if report.faults.is_empty() => {}
                None => result = report::Result::Failed,
            }
            Row { dossier: dossier.clone(), id, result, files }
        };
        if report.works.is_empty() {
            let documents = report.task.job.documents.iter();
            return documents.map(|document| row(RowId::whole(document.id.as_str()))).collect();
        }
        report.wanted().map(|work| row(work.id())).collect()
    }

    fn failed(&mut self, fault: &Fault) {
        self.faults.push(fault.to_string());
        self.code = self.code.max(FAILED);
    }

    fn font(&mut self, font: &str) {
        if font != DECREE_FONT && !font.is_empty() {
            self.substitute = Some(font.to_owned());
        }
    }

    /// `--only-unit` names a unit of some document.
    fn unknown_unit(&self) -> Result<(), Fault> {
        let Some(wanted) = &self.only_unit else { return Ok(()) };
        if self.units.iter().any(|unit| is_called(unit, wanted)) || self.code != 0 {
            return Ok(());
        }
        let help = match nearest(wanted, self.units.iter().map(String::as_str)) {
            Some(near) => format!("có phải ý là «{near}»?"),
            None if self.units.is_empty() => "không văn bản nào ở đây có «moi_dong»".to_owned(),
            None => "ghi tên như trong bảng tính".to_owned(),
        };
        Err(Fault::Usage(format!("không văn bản nào lập cho đơn vị «{wanted}»; {help}")))
    }

    /// Keeps findings to be told at the end; one about shared files is told once.
    fn remember(&mut self, findings: Vec<Finding>) {
        self.code = self.code.max(exit_code(&findings, &self.order));
        for finding in findings {
            if self.said.insert(finding.key()) {
                self.findings.push(finding);
            }
        }
    }
}
