//! `check` and `build`: find the jobs, run the batch, publish, report.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use super::args::{Build, Check, Common, Format, Kind};
use super::conformity::{self, Conformity};
use super::progress::Progress;
use super::report::{self, Row};
use super::timings::Times;
use super::waived::{self, OfDocument};
use super::{FAILED, INTERRUPTED, REFUSED, places, terminal};
use crate::batch::{self, DossierReport};
use crate::diag::{Finding, FindingKey, human, json};
use crate::discover::{self, Job};
use crate::fault::Fault;
use crate::model::input::InputRow;
use crate::model::pdf_standard::PdfStandard;
use crate::output::{self, BuiltDocument, Lock, NewFile, Set};
use crate::pipeline::Order;

/// The font that the decree asks for (nd30.md row 7).
const DECREE_FONT: &str = "Times New Roman";

/// `duthao check`.
pub fn check(arguments: &Check) -> Result<u8, Fault> {
    let order = Order { verdicts: arguments.form, ..Order::default() };
    open_and_run(&arguments.common, None, order, false)
}

/// `duthao build`.
pub fn build(arguments: &Build) -> Result<u8, Fault> {
    let mut kinds = if arguments.only.is_empty() { Kind::ALL.to_vec() } else { arguments.only.clone() };
    kinds.sort();
    kinds.dedup();
    let order = Order {
        kinds: kinds.into_iter().map(|kind| kind.name().to_owned()).collect(),
        strict: arguments.strict,
        pdf_standard: arguments.pdf_standard.clone(),
        untagged: arguments.untagged,
        ..Order::default()
    };
    refuse_untagged(&order)?;
    let output = arguments.output.clone().map_or(Target::OfProject, Target::Named);
    open_and_run(&arguments.common, Some(output), order, arguments.force)
}

fn open_and_run(common: &Common, target: Option<Target>, order: Order, force: bool) -> Result<u8, Fault> {
    let wants_form = order.verdicts;
    match Session::open(common, target, order, force) {
        Ok(session) => session.run(),
        Err(fault) => {
            if common.format == Format::Json {
                terminal::data(if wants_form { conformity::NOTHING } else { "[]" });
            }
            Err(fault)
        }
    }
}

/// A standard that asks for structure cannot do without it.
fn refuse_untagged(order: &Order) -> Result<(), Fault> {
    let standard = order.pdf_standard.as_deref().and_then(PdfStandard::named);
    match standard.filter(|standard| order.untagged && standard.needs_tags()) {
        None => Ok(()),
        Some(standard) => Err(Fault::Usage(format!(
            "--untagged không dùng được với --pdf-standard {}: {} đòi hỏi cấu trúc của văn bản; bỏ một trong hai tham số",
            standard.name(),
            standard.title()
        ))),
    }
}

/// What a check found, and the files that it read.
pub struct Found {
    pub findings: Vec<Finding>,
    pub inputs: Vec<InputRow>,
    /// As after `check`.
    pub code: u8,
}

/// Checks as `duthao check` does, and hands over what was found instead of telling it.
pub fn find(common: &Common) -> Result<Found, Fault> {
    let mut session = Session::open(common, None, Order::default(), false)?;
    let code = session.work_through()?;
    session.sort();
    Ok(Found { findings: session.findings, inputs: session.inputs, code })
}

enum Target {
    OfProject,
    Named(PathBuf),
}

/// 1 when a finding refuses something, else 0.
fn exit_code(findings: &[Finding], order: &Order) -> u8 {
    if findings.iter().any(|finding| finding.weighs(order.strict)) { REFUSED } else { 0 }
}

struct Session {
    root: PathBuf,
    jobs: Vec<Job>,
    order: Order,
    /// Where files go, and how messages name it; `None` for a check.
    output: Option<(PathBuf, String)>,
    force: bool,
    workers: usize,
    format: Format,
    quiet: bool,
    findings: Vec<Finding>,
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

impl Session {
    fn open(common: &Common, target: Option<Target>, order: Order, force: bool) -> Result<Self, Fault> {
        let current = places::current()?;
        let root = places::project(&current, common.project.as_deref())?;
        let (jobs, findings) = discover::jobs(&root, &current, &common.paths)?;
        let output = target.map(|target| match target {
            Target::OfProject => (root.join("output"), "output".to_owned()),
            Target::Named(named) => (current.join(&named), named.display().to_string()),
        });
        if let Some((folder, shown)) = &output {
            places::refuse_sources(&root, folder, shown)?;
        }
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Ok(Self {
            workers: common.jobs.map_or(cores, usize::from),
            format: common.format,
            quiet: common.quiet,
            code: exit_code(&findings, &order),
            findings,
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
            output,
            force,
        })
    }

    fn run(mut self) -> Result<u8, Fault> {
        let result = self.work_through();
        // Whatever happened, what was found is told, and standard output is valid JSON.
        self.tell();
        result
    }

    /// Does the work with a bar or lines of progress; the exit code.
    fn work_through(&mut self) -> Result<u8, Fault> {
        let total = self.jobs.iter().map(|job| job.documents.len()).sum();
        let mut progress = Progress::new(total, self.quiet);
        let result = self.work(&mut progress);
        progress.finish();
        result?;
        if batch::INTERRUPTED.load(Ordering::SeqCst) {
            return Ok(INTERRUPTED);
        }
        Ok(self.code)
    }

    fn work(&mut self, progress: &mut Progress) -> Result<(), Fault> {
        let lock = match &self.output {
            Some((folder, _)) => Some((Lock::take(folder)?, folder.clone())),
            None => None,
        };
        let jobs = std::mem::take(&mut self.jobs);
        let (root, order, workers) = (self.root.clone(), self.order.clone(), self.workers);
        let result = batch::run(&root, jobs, &order, workers, |told| match told {
            batch::Progress::Document { dossier, id } => {
                progress.document(&dossier, &id);
                Ok(())
            }
            batch::Progress::Dossier(report) => self.dossier(*report),
        });
        if let Some((lock, folder)) = lock {
            lock.release(&folder);
        }
        result
    }

    /// Takes one dossier's report: publishes what was built, remembers what was found.
    fn dossier(&mut self, report: DossierReport) -> Result<(), Fault> {
        if batch::INTERRUPTED.load(Ordering::SeqCst) {
            return Ok(());
        }
        if let Some(times) = &mut self.times {
            times.add(&report);
        }
        let strict = self.order.strict;
        let refused: Vec<bool> =
            report.documents.iter().map(|document| report.refuses(document, strict)).collect();
        let DossierReport { job, findings, documents, faults, inputs, .. } = report;
        self.inputs.extend(inputs);
        for fault in &faults {
            terminal::error_line(&format!("sự cố: {fault}"));
            self.code = self.code.max(FAILED);
        }
        let mut set = Set {
            dossier: job.dossier.clone(),
            built: Vec::new(),
            refused: Vec::new(),
            all: job.is_whole.then(|| job.documents.iter().map(|document| document.id.clone()).collect()),
            kinds: self.order.kinds.clone(),
            pdf_standard: self.order.pdf_standard.clone(),
            force: self.force,
        };
        let mut rows: Vec<Row> = Vec::new();
        for wanted in &job.documents {
            let row = |result, files| Row {
                dossier: job.dossier.clone(),
                document: wanted.id.clone(),
                result,
                files,
            };
            let found = documents
                .iter()
                .zip(&refused)
                .find(|(document, _)| document.id == wanted.id && document.file == wanted.file);
            rows.push(match found {
                Some((_, true)) => {
                    set.refused.push(wanted.id.clone());
                    row(report::Result::Refused { kept: false }, Vec::new())
                }
                Some((document, false)) => match &document.built {
                    Some((payload, _)) => {
                        let pages = payload.files.iter().filter_map(|file| file.pages).sum();
                        let names = payload.files.iter().map(|file| file.name.clone()).collect();
                        row(report::Result::Built { pages }, names)
                    }
                    None => row(report::Result::Checked, Vec::new()),
                },
                // The templates are broken: nothing was tried.
                None if faults.is_empty() => {
                    set.refused.push(wanted.id.clone());
                    row(report::Result::Refused { kept: false }, Vec::new())
                }
                None => {
                    set.refused.push(wanted.id.clone());
                    row(report::Result::Failed, Vec::new())
                }
            });
        }
        if self.order.verdicts {
            let reports = job
                .documents
                .iter()
                .map(|wanted| (wanted, documents.iter().find(|document| document.file == wanted.file)));
            self.form.extend(reports.map(|(wanted, report)| Conformity::of(wanted, report)));
        }
        self.remember(findings);
        for document in documents {
            self.remember(document.findings);
            self.waived.push(OfDocument {
                document: format!("{}/{}", job.dossier, document.id),
                waived: document.waivers.waived.clone(),
            });
            if let Some((payload, files)) = document.built {
                if payload.font != DECREE_FONT {
                    self.substitute = Some(payload.font.clone());
                }
                set.built.push(BuiltDocument {
                    id: document.id,
                    files: payload
                        .files
                        .into_iter()
                        .zip(files)
                        .map(|(file, bytes)| NewFile { name: file.name, bytes, pages: file.pages })
                        .collect(),
                    key: payload.key,
                    inputs: payload.inputs,
                    text: payload.text,
                    waived: document.waivers.waived,
                });
            }
        }
        if let Some((folder, shown)) = self.output.clone() {
            self.publish(&folder, &shown, set, &mut rows)?;
        }
        self.rows.append(&mut rows);
        Ok(())
    }

    fn publish(&mut self, folder: &Path, shown: &str, set: Set, rows: &mut [Row]) -> Result<(), Fault> {
        match output::publish(folder, shown, set) {
            Ok(published) => {
                for (document, files) in published.kept {
                    for row in rows.iter_mut().filter(|row| row.document == document) {
                        row.result = report::Result::Refused { kept: true };
                        row.files.clone_from(&files);
                    }
                }
                self.remember(published.edited);
            }
            Err(fault) => {
                // One dossier that cannot be written must not stop the others.
                terminal::error_line(&format!("sự cố: {fault}"));
                self.code = self.code.max(FAILED);
                for row in rows {
                    row.result = report::Result::Failed;
                    row.files.clear();
                }
            }
        }
        Ok(())
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

    /// Dossiers finish in any order; what is told is sorted.
    fn sort(&mut self) {
        let key = |finding: &Finding| {
            let place = finding.at.place.clone();
            (place.path().to_owned(), place, finding.code.clone(), finding.document.clone())
        };
        self.findings.sort_by_cached_key(key);
        self.rows.sort_by(|a, b| (&a.dossier, &a.document).cmp(&(&b.dossier, &b.document)));
        self.form.sort_by(|a, b| a.document.cmp(&b.document));
    }

    fn tell(&mut self) {
        self.sort();
        match self.format {
            Format::Json if self.order.verdicts => {
                let object = conformity::object(&self.findings, &self.form);
                let text = serde_json::to_string_pretty(&object);
                terminal::data(text.as_deref().unwrap_or(conformity::NOTHING));
            }
            Format::Json => {
                let text = serde_json::to_string_pretty(&json::array(&self.findings));
                terminal::data(text.as_deref().unwrap_or("[]"));
            }
            Format::Human => {
                if self.order.verdicts {
                    terminal::data(&conformity::text(&self.form));
                }
                let text = human::text(&self.findings, terminal::is_interactive());
                if !text.is_empty() {
                    terminal::error_line(text.trim_end());
                    terminal::error_line("");
                }
            }
        }
        for path in self.lock_files.iter().filter(|_| !self.quiet) {
            terminal::error_line(&format!(
                "«{path}» là tệp khóa tạm, được bỏ qua: bảng tính đang mở ở đâu đó, số chưa lưu thì chưa được đọc"
            ));
        }
        if let Some(font) = self.substitute.as_ref().filter(|_| !self.quiet) {
            terminal::error_line(&format!(
                "phông chữ: {font} thay cho {DECREE_FONT} (cùng bề rộng chữ); đặt tệp phông của cơ quan vào templates/fonts"
            ));
        }
        if !self.quiet {
            let output = self.output.as_ref().map(|(_, shown)| shown.as_str());
            terminal::error_line(&report::summary(&self.rows, &self.findings, output, self.order.strict));
            let waived = waived::lines(&self.findings, &self.waived);
            waived.iter().for_each(|line| terminal::error_line(line));
        }
        if let Some(times) = &mut self.times {
            terminal::error_line(&format!("\n{}", times.text()));
        }
    }
}
