//! The process that does the work: it loads a dossier, checks it and makes its documents one after another.
//!
//! The parent starts it with the hidden command `__worker` and talks to it over its standard input and output.
//! Never here: files written, decisions about what to publish.
//! Why: a hang, an exhausted stack or an abort costs one process and not the batch, and two processes typeset faster
//! than two threads (design: «Parallelism»).

mod handle;
mod protocol;

use std::io::{self, BufReader, Write};
use std::path::PathBuf;

pub use handle::{Worker, kill_all};
use protocol::FileHead;
pub use protocol::{Event, Payload, Request, SharedWaiver};

use crate::fault::Fault;
use crate::load::Project;
use crate::pipeline::Workshop;
use crate::stopwatch::{Stage, Stopwatch};

/// The hidden command that makes a process a worker.
pub const COMMAND: &str = "__worker";

/// Serves requests until the parent closes the pipe.
pub fn serve(root: PathBuf) -> io::Result<()> {
    // Each process typesets on one thread of its own.
    if let Err(error) = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global() {
        return Err(io::Error::other(error));
    }
    let mut requests = BufReader::new(io::stdin().lock());
    let mut events = io::stdout().lock();
    let mut workshop = Workshop::start(Project::new(root));
    while let Some(request) = protocol::read_request(&mut requests)? {
        dossier(&mut workshop, &request, &mut events)?;
        protocol::write_event(&mut events, &Event::Done, &[])?;
    }
    Ok(())
}

fn dossier(workshop: &mut Workshop, request: &Request, events: &mut impl Write) -> io::Result<()> {
    workshop.next_dossier();
    let mut watch = Stopwatch::start();
    let mut loaded = workshop.read(&request.dossier);
    watch.lap(Stage::Load);
    Workshop::check(&mut loaded);
    watch.lap(Stage::Content);
    if let Err(finding) = workshop.ready() {
        return protocol::write_event(events, &Event::Templates(finding), &[]);
    }
    if request.all.len() > 1 {
        workshop.meet(&mut loaded, &request.all);
    }
    watch.lap(Stage::Agreement);
    for document in &request.documents {
        match workshop.document(&mut loaded, document, &request.order) {
            Err(Fault::Internal(reason)) => protocol::write_event(events, &Event::Fault(reason), &[])?,
            Err(fault) => protocol::write_event(events, &Event::Fault(fault.to_string()), &[])?,
            Ok(outcome) => {
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
                            key: built.key,
                            inputs: built.inputs,
                            text: built.text,
                        };
                        (Some(Box::new(payload)), built.files.into_iter().map(|file| file.bytes).collect())
                    }
                };
                let event = Event::Document {
                    document: document.clone(),
                    findings: outcome.findings,
                    waivers: outcome.waivers,
                    verdicts: outcome.verdicts,
                    timings: outcome.timings,
                    payload,
                };
                protocol::write_event(events, &event, &bytes)?;
            }
        }
    }
    let waivers = loaded.dossier.waivers.iter().map(|waiver| SharedWaiver {
        unneeded: waiver.unneeded().with_excerpts(&loaded.sources),
        is_needed: loaded.findings.need(waiver),
    });
    let waivers = waivers.collect();
    let findings = loaded.findings.into_sorted(&loaded.sources);
    let (inputs, timings) = (workshop.inputs_read(), watch.timings());
    protocol::write_event(events, &Event::Dossier { findings, waivers, inputs, timings }, &[])
}
