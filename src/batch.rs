//! The batch: dossiers handed to worker processes, their reports handed on in a fixed order.
//!
//! Comes in: jobs and an order. Goes out: one report a dossier, as soon as it is complete.
//! Never here: stage work, publishing, printing. Why: two processes typeset faster than two threads, and one that
//! dies costs its dossier and not the batch.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError, mpsc};

use crate::diag::Finding;
use crate::discover::Job;
use crate::fault::Fault;
use crate::pipeline::Order;
use crate::worker::{Event, Payload, Request, Worker};

/// Set when the person asked to stop: what is running is finished or dropped, nothing new begins.
pub static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// One document's outcome.
pub struct DocumentReport {
    pub id: String,
    pub file: String,
    pub findings: Vec<Finding>,
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
    let workers = workers.clamp(1, jobs.len().max(1));
    let queue = Mutex::new(VecDeque::from(jobs));
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..workers {
            let (sender, queue) = (sender.clone(), &queue);
            scope.spawn(move || serve_queue(root, queue, order, &sender));
        }
        drop(sender);
        let mut first_fault = Ok(());
        for progress in receiver {
            if first_fault.is_ok() {
                first_fault = on_progress(progress);
                if first_fault.is_err() {
                    INTERRUPTED.store(true, Ordering::SeqCst);
                }
            }
        }
        first_fault
    })
}

fn serve_queue(root: &Path, queue: &Mutex<VecDeque<Job>>, order: &Order, sender: &mpsc::Sender<Progress>) {
    let mut worker: Option<Worker> = None;
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let Some(job) = next.filter(|_| !INTERRUPTED.load(Ordering::SeqCst)) else { return };
        let request =
            Request { dossier: job.dossier.clone(), documents: job.documents.clone(), order: order.clone() };
        let mut report =
            DossierReport { job, findings: Vec::new(), documents: Vec::new(), faults: Vec::new() };
        let result = match worker.take().map_or_else(|| Worker::start(root), Ok) {
            Err(error) => Err(error.to_string()),
            Ok(mut started) => {
                let result = started.serve(&request, |event, files| take(event, files, &mut report, sender));
                if result.is_ok() {
                    worker = Some(started);
                }
                result
            }
        };
        if let Err(reason) = result {
            report.faults.push(Fault::Worker { dossier: report.job.dossier.clone(), reason });
        }
        if sender.send(Progress::Dossier(Box::new(report))).is_err() {
            return;
        }
    }
}

fn take(event: Event, files: Vec<Vec<u8>>, report: &mut DossierReport, sender: &mpsc::Sender<Progress>) {
    match event {
        Event::Templates(finding) => report.findings.push(*finding),
        Event::Dossier(findings) => report.findings.extend(findings),
        Event::Fault(reason) => report.faults.push(Fault::Internal(reason)),
        Event::Document { document, findings, payload } => {
            let told = Progress::Document { dossier: report.job.dossier.clone(), id: document.id.clone() };
            // Nobody listens any more when the batch is being stopped.
            let _ = sender.send(told);
            let built = payload.map(|payload| (payload, files));
            report.documents.push(DocumentReport { id: document.id, file: document.file, findings, built });
        }
        Event::Done => {}
    }
}
