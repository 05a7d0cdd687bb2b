//! The process that does the work: it loads a dossier, checks it and makes its documents one after another.
//!
//! The parent starts it with the hidden command `__worker` and talks to it over its standard input and output.
//! Never here: files written, decisions about what to publish.
//! Why: a hang, an exhausted stack or an abort costs one process and not the batch, and two processes typeset faster
//! than two threads (design: «Parallelism»).

mod handle;
mod limit;
mod protocol;

use std::io::{self, BufReader, Write};
use std::path::PathBuf;

pub use handle::{Worker, kill_all, kill_overdue};
use protocol::FileHead;
pub use protocol::{Event, Making, Opened, Payload, Request, SharedWaiver, Through};

use crate::fault::Fault;
use crate::load::{self, Project};
use crate::pipeline::{OpenDossier, Order, Workshop};
use crate::stopwatch::{Stage, Stopwatch};

/// The hidden command that makes a process a worker.
pub const COMMAND: &str = "__worker";

/// Serves requests until the parent closes the pipe.
pub fn serve(root: PathBuf) -> io::Result<()> {
    // Each process typesets on one thread of its own.
    if let Err(error) = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global() {
        return Err(io::Error::other(error));
    }
    let project = Project::new(root);
    let limits = load::process_limits(&project);
    limit::memory(limits.memory_bytes);
    let mut requests = BufReader::new(io::stdin().lock());
    let mut events = io::stdout().lock();
    let mut bench = Bench { workshop: Workshop::start(project), open: None, seconds: limits.seconds };
    while let Some(request) = protocol::read_request(&mut requests)? {
        bench.serve(request, &mut events)?;
        protocol::write_event(&mut events, &Event::Done, &[])?;
    }
    Ok(())
}

/// What a worker has in its hands.
struct Bench {
    workshop: Workshop,
    /// The open dossier, with what was ordered of it.
    open: Option<(OpenDossier, Order)>,
    seconds: u64,
}

impl Bench {
    fn serve(&mut self, request: Request, events: &mut impl Write) -> io::Result<()> {
        match request {
            Request::Open { dossier, documents, all, order, tells } => {
                protocol::write_event(events, &Event::Patience(self.seconds), &[])?;
                // The one before goes first: two large ones at a time would be one too many.
                self.open = None;
                self.workshop.next_dossier();
                let mut watch = Stopwatch::start();
                let mut open = self.workshop.read(&dossier);
                watch.lap(Stage::Load);
                Workshop::check(&mut open);
                watch.lap(Stage::Content);
                if let Err(finding) = self.workshop.ready() {
                    return protocol::write_event(events, &Event::Templates(finding), &[]);
                }
                watch.lap(Stage::Ready);
                self.workshop.meet(&mut open, &all, &mut watch);
                if tells {
                    let works = self.workshop.works(&mut open, &documents, &order);
                    watch.lap(Stage::Record);
                    let opened = Opened {
                        findings: open.loaded.findings.clone().into_sorted(&open.loaded.sources),
                        waivers: waivers(&open),
                        inputs: self.workshop.inputs_read(),
                        timings: watch.timings(),
                        works,
                    };
                    protocol::write_event(events, &Event::Opened(Box::new(opened)), &[])?;
                }
                self.open = Some((open, order));
                Ok(())
            }
            Request::Make(list) => list.iter().try_for_each(|one| self.make(one, events)),
        }
    }

    fn make(&mut self, making: &Making, events: &mut impl Write) -> io::Result<()> {
        let Some((open, order)) = &mut self.open else {
            let fault = Event::Fault("chưa mở hồ sơ nào".to_owned());
            return protocol::write_event(events, &fault, &[]);
        };
        let Making { document, unit } = making;
        let outcome = match self.workshop.document_of(open, document, unit.as_ref(), order) {
            Ok(outcome) => outcome,
            Err(Fault::Internal(reason)) => {
                return protocol::write_event(events, &Event::Fault(reason), &[]);
            }
            Err(fault) => return protocol::write_event(events, &Event::Fault(fault.to_string()), &[]),
        };
        let (payload, bytes) = match outcome.built {
            None => (None, Vec::new()),
            Some(built) => {
                let files = built.files.iter().map(|file| FileHead {
                    name: file.name.clone(),
                    length: file.bytes.len(),
                    pages: file.pages,
                });
                let payload = Payload {
                    files: files.collect(),
                    font: built.font,
                    inputs: built.inputs,
                    text: built.text,
                };
                (Some(payload), built.files.into_iter().map(|file| file.bytes).collect())
            }
        };
        let event = Event::Document(Box::new(Through {
            document: document.clone(),
            unit: unit.clone(),
            findings: outcome.findings,
            waivers: outcome.waivers,
            verdicts: outcome.verdicts,
            timings: outcome.timings,
            payload,
        }));
        protocol::write_event(events, &event, &bytes)
    }
}

fn waivers(open: &OpenDossier) -> Vec<SharedWaiver> {
    let loaded = &open.loaded;
    let waivers = loaded.dossier.waivers.iter().map(|waiver| SharedWaiver {
        unneeded: waiver.unneeded().with_excerpts(&loaded.sources),
        is_needed: loaded.findings.need(waiver),
    });
    waivers.collect()
}
