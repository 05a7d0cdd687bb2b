//! The batch: what there is to make handed to worker processes, their reports handed on as they come.
//!
//! Comes in: tasks and an order. Goes out: every document's report, and one for a dossier once it is complete.
//! Never here: stage work, publishing, printing. Why: two processes typeset faster than two threads, and one that hangs
//! or dies costs the document in its hands and not the batch.

mod queue;
mod report;
mod serve;
mod task;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use crate::fault::Fault;
use crate::pipeline::Order;
use crate::worker;
use queue::Queue;
pub use report::{DocumentReport, DossierReport, join_units};
use serve::Message;
pub use task::{Known, Task, is_called};

/// Set when the person asked to stop: what is running is finished or dropped, nothing new begins.
pub static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// How often silent workers are looked for.
const WATCH: Duration = Duration::from_millis(50);

/// What a batch tells while it runs.
pub enum Progress<'a> {
    /// A dossier has been read; what of it is up to date is known.
    Opened(&'a DossierReport),
    /// A document is through; its files may be taken out of it.
    Document { dossier: &'a DossierReport, document: &'a mut DocumentReport },
    /// A dossier is complete.
    Dossier(Box<DossierReport>),
}

/// Runs every task on `workers` processes; `on_progress` is called on this thread as results come in.
pub fn run(
    root: &Path,
    tasks: Vec<Task>,
    order: &Order,
    workers: usize,
    mut on_progress: impl FnMut(Progress<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let reports = tasks.iter().cloned().map(DossierReport::of).map(Some);
    let mut reports: Vec<Option<DossierReport>> = reports.collect();
    let queue = Queue::of(tasks, workers);
    let (sender, receiver) = mpsc::channel();
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..queue.most_workers(workers) {
            let (sender, queue) = (sender.clone(), &queue);
            scope.spawn(move || serve::serve(root, queue, order, &sender));
        }
        drop(sender);
        let watcher = scope.spawn(|| {
            while !is_over.load(Ordering::SeqCst) {
                worker::kill_overdue();
                std::thread::park_timeout(WATCH);
            }
        });
        let mut first_fault = Ok(());
        for message in receiver {
            let at = message.job();
            let Some(report) = &mut reports[at] else { continue };
            // After a fault nothing more is handed on.
            let mut tell =
                |progress: Progress<'_>| if first_fault.is_ok() { on_progress(progress) } else { Ok(()) };
            let told = match message {
                Message::Opened(_, opened, current) => {
                    report.open(*opened, current);
                    tell(Progress::Opened(report))
                }
                Message::Document(_, mut document) => {
                    document.is_refused = report.refuses(&document, order.strict);
                    let told = tell(Progress::Document { dossier: report, document: &mut document });
                    report.documents.push(*document);
                    told
                }
                Message::Fault(_, fault) => {
                    report.faults.push(fault);
                    Ok(())
                }
                Message::Finished(_) => match reports[at].take() {
                    None => Ok(()),
                    Some(mut report) => {
                        report.close();
                        tell(Progress::Dossier(Box::new(report)))
                    }
                },
            };
            if let Err(fault) = told {
                first_fault = Err(fault);
                INTERRUPTED.store(true, Ordering::SeqCst);
                queue.wake();
            }
        }
        is_over.store(true, Ordering::SeqCst);
        // It may have just begun to wait.
        watcher.thread().unpark();
        first_fault
    })
}
