//! The batch: dossiers handed to worker processes, their reports handed on in a fixed order.
//!
//! Comes in: jobs and an order. Goes out: one report a dossier, as soon as it is complete.
//! Never here: stage work, publishing, printing. Why: two processes typeset faster than two threads, and one that
//! dies costs its dossier and not the batch.

use std::collections::{BTreeSet, VecDeque};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError, mpsc};

use crate::diag::{Finding, FindingKey};
use crate::discover::{DocumentFile, Job};
use crate::fault::Fault;
use crate::model::input::InputRow;
use crate::model::verdict::RowVerdict;
use crate::model::waiving::WaiverUse;
use crate::pipeline::Order;
use crate::stopwatch::Timings;
use crate::worker::{Event, Payload, Request, SharedWaiver, Worker};

/// Set when the person asked to stop: what is running is finished or dropped, nothing new begins.
pub static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// One document's outcome.
pub struct DocumentReport {
    pub id: String,
    pub file: String,
    pub findings: Vec<Finding>,
    pub waivers: WaiverUse,
    /// What was decided on the decree's rows, where the order wants it.
    pub verdicts: Vec<RowVerdict>,
    pub timings: Timings,
    /// The payload's files by name, unless the document was refused or only checked.
    pub built: Option<(Payload, Vec<Vec<u8>>)>,
}

/// One dossier's outcome.
pub struct DossierReport {
    pub job: Job,
    /// Findings about what the documents share.
    pub findings: Vec<Finding>,
    pub documents: Vec<DocumentReport>,
    pub faults: Vec<Fault>,
    /// The files that were read.
    pub inputs: Vec<InputRow>,
    /// What loading took; each part of a dossier loads it.
    pub timings: Timings,
    /// The waivers of `ho-so.yaml`, with what every part says about them.
    waivers: Vec<SharedWaiver>,
}

impl DossierReport {
    /// Whether the document is refused: by a finding of its own, or by one of the dossier that it does not waive.
    pub fn refuses(&self, document: &DocumentReport, strict: bool) -> bool {
        let is_waived = |finding: &Finding| document.waivers.waived.iter().any(|waived| waived.is(finding));
        document.findings.iter().any(|finding| finding.weighs(strict))
            || self.findings.iter().any(|finding| finding.weighs(strict) && !is_waived(finding))
    }

    /// What can only be said when every document is through: which waivers of the dossier nothing needed, and what all
    /// documents waive.
    fn close(&mut self) {
        let documents = &self.documents;
        let all = documents.len() == self.job.documents.len() && !documents.is_empty();
        if !all {
            return;
        }
        for finding in self.findings.iter_mut().filter(|finding| finding.waived.is_none()) {
            let reason = |document: &DocumentReport| {
                let waived = document.waivers.waived.iter().find(|waived| waived.is(finding));
                waived.map(|waived| waived.reason.clone())
            };
            let reasons: Option<Vec<String>> = documents.iter().map(reason).collect();
            finding.waived = reasons.and_then(|reasons| reasons.into_iter().next());
        }
        if self.job.is_whole && documents.iter().all(|document| document.waivers.is_through) {
            let by_document = |at: &usize| documents.iter().any(|one| one.waivers.needed.contains(at));
            let waivers = self.waivers.iter().enumerate();
            let unneeded = waivers.filter(|(at, waiver)| !waiver.is_needed && !by_document(at));
            self.findings.extend(unneeded.map(|(_, waiver)| waiver.unneeded.clone()));
        }
    }
}

/// What a batch tells while it runs.
pub enum Progress {
    Document { dossier: String, id: String },
    Dossier(Box<DossierReport>),
}

/// Runs every job on `workers` processes; `on_progress` is called on this thread as results come in.
pub fn run(
    root: &Path,
    jobs: Vec<Job>,
    order: &Order,
    workers: usize,
    mut on_progress: impl FnMut(Progress) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let queue: VecDeque<(usize, Part)> = parts(&jobs, workers).into();
    let mut reports: Vec<Pending> = Vec::new();
    for (at, job) in jobs.into_iter().enumerate() {
        let open_parts = queue.iter().filter(|(of, _)| *of == at).count();
        let report = DossierReport {
            job,
            findings: Vec::new(),
            documents: Vec::new(),
            faults: Vec::new(),
            inputs: Vec::new(),
            timings: Timings::default(),
            waivers: Vec::new(),
        };
        reports.push(Pending { report: Some(report), open_parts, said: BTreeSet::new() });
    }
    let workers = workers.clamp(1, queue.len().max(1));
    let queue = Mutex::new(queue);
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..workers {
            let (sender, queue) = (sender.clone(), &queue);
            scope.spawn(move || serve_queue(root, queue, order, &sender));
        }
        drop(sender);
        let mut first_fault = Ok(());
        for message in receiver {
            let told = match message {
                Message::Document { dossier, id } => Some(Progress::Document { dossier, id }),
                Message::Part(at, part) => reports[at].take(part),
            };
            if let (Some(progress), Ok(())) = (told, &first_fault) {
                first_fault = on_progress(progress);
                if first_fault.is_err() {
                    INTERRUPTED.store(true, Ordering::SeqCst);
                }
            }
        }
        first_fault
    })
}

/// A dossier of which some documents are still in work.
struct Pending {
    report: Option<DossierReport>,
    open_parts: usize,
    /// The findings that the report has.
    said: BTreeSet<FindingKey>,
}

impl Pending {
    /// Adds a part's outcome; the report once it is complete.
    fn take(&mut self, part: PartReport) -> Option<Progress> {
        self.open_parts = self.open_parts.saturating_sub(1);
        let report = self.report.as_mut()?;
        for finding in part.findings {
            // Every part loads the dossier and finds the same in it.
            if self.said.insert(finding.key()) {
                report.findings.push(finding);
            }
        }
        report.documents.extend(part.documents);
        report.faults.extend(part.faults);
        report.inputs.extend(part.inputs);
        report.timings.add(&part.timings);
        if report.waivers.is_empty() {
            report.waivers = part.waivers;
        }
        if self.open_parts > 0 {
            return None;
        }
        report.close();
        self.report.take().map(|report| Progress::Dossier(Box::new(report)))
    }
}

/// What one worker made of one part of a dossier.
#[derive(Default)]
struct PartReport {
    findings: Vec<Finding>,
    documents: Vec<DocumentReport>,
    faults: Vec<Fault>,
    inputs: Vec<InputRow>,
    timings: Timings,
    waivers: Vec<SharedWaiver>,
}

enum Message {
    Document { dossier: String, id: String },
    Part(usize, PartReport),
}

/// The dossiers cut into parts, so that no process is idle when there are fewer dossiers than processes. A dossier
/// without documents is one part: its shared files are still checked.
fn parts(jobs: &[Job], workers: usize) -> Vec<(usize, Part)> {
    let parts_each = workers.div_ceil(jobs.len().max(1)).max(1);
    let mut parts = Vec::new();
    for (at, job) in jobs.iter().enumerate() {
        let size = job.documents.len().div_ceil(parts_each).max(1);
        let chunks = job.documents.chunks(size).map(<[_]>::to_vec);
        let chunks: Vec<_> = if job.documents.is_empty() { vec![Vec::new()] } else { chunks.collect() };
        parts.extend(
            chunks.into_iter().map(|documents| {
                (at, Part { dossier: job.dossier.clone(), documents, all: job.all.clone() })
            }),
        );
    }
    parts
}

/// Some documents of one dossier.
struct Part {
    dossier: String,
    documents: Vec<DocumentFile>,
    /// Every document of the dossier.
    all: Vec<DocumentFile>,
}

fn serve_queue(
    root: &Path,
    queue: &Mutex<VecDeque<(usize, Part)>>,
    order: &Order,
    sender: &mpsc::Sender<Message>,
) {
    let mut worker: Option<Worker> = None;
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let Some((at, part)) = next.filter(|_| !INTERRUPTED.load(Ordering::SeqCst)) else { return };
        let Part { dossier, documents, all } = part;
        let request = Request { dossier, documents, all, order: order.clone() };
        let mut report = PartReport::default();
        let result = match worker.take().map_or_else(|| Worker::start(root), Ok) {
            Err(error) => Err(error.to_string()),
            Ok(mut started) => {
                let result = started.serve(&request, |event, files| {
                    take(event, files, &request.dossier, &mut report, sender);
                });
                if result.is_ok() {
                    worker = Some(started);
                }
                result
            }
        };
        // A worker that the person's own interrupt has ended is no fault.
        if let Err(reason) = result
            && !INTERRUPTED.load(Ordering::SeqCst)
        {
            report.faults.push(Fault::Worker { dossier: request.dossier, reason });
        }
        if sender.send(Message::Part(at, report)).is_err() {
            return;
        }
    }
}

fn take(
    event: Event,
    files: Vec<Vec<u8>>,
    dossier: &str,
    report: &mut PartReport,
    sender: &mpsc::Sender<Message>,
) {
    match event {
        Event::Templates(finding) => report.findings.push(*finding),
        Event::Dossier { findings, waivers, inputs, timings } => {
            report.timings = timings;
            report.inputs = inputs;
            report.findings.extend(findings);
            report.waivers = waivers;
        }
        Event::Fault(reason) => report.faults.push(Fault::Internal(reason)),
        Event::Document { document, findings, waivers, verdicts, timings, payload } => {
            let told = Message::Document { dossier: dossier.to_owned(), id: document.id.clone() };
            // Nobody listens any more when the batch is being stopped.
            let _ = sender.send(told);
            let built = payload.map(|payload| (*payload, files));
            let DocumentFile { id, file } = document;
            report.documents.push(DocumentReport { id, file, findings, waivers, verdicts, timings, built });
        }
        Event::Done => {}
    }
}
