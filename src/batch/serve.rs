//! One thread and its worker: opens dossiers, has documents made, tells what came of them.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Sender;

use super::INTERRUPTED;
use super::queue::{Next, Queue};
use super::report::DocumentReport;
use super::task::Task;
use crate::fault::Fault;
use crate::pipeline::{Order, Work};
use crate::worker::{Event, Making, Opened, Request, Through, Worker};

/// What a thread tells the batch, with the dossier's number.
pub enum Message {
    /// What was found in a dossier, and what of it is up to date.
    Opened(usize, Box<Opened>, Vec<Work>),
    Document(usize, Box<DocumentReport>),
    Fault(usize, Fault),
    Finished(usize),
}

impl Message {
    pub fn job(&self) -> usize {
        match self {
            Self::Opened(at, ..) | Self::Document(at, _) | Self::Fault(at, _) | Self::Finished(at) => *at,
        }
    }
}

/// Works until there is nothing left.
pub fn serve(root: &Path, queue: &Queue, order: &Order, sender: &Sender<Message>) {
    let mut hand = Hand { root, queue, order, sender, worker: None, open: None };
    loop {
        match queue.next(hand.open) {
            Next::Nothing => return,
            Next::Open { at, task, tells } => hand.open(at, &task, tells),
            Next::Make { at, works, is_last_try } => hand.make(at, works, is_last_try),
        }
    }
}

struct Hand<'a> {
    root: &'a Path,
    queue: &'a Queue,
    order: &'a Order,
    sender: &'a Sender<Message>,
    worker: Option<Worker>,
    /// The dossier that the worker has open.
    open: Option<usize>,
}

impl Hand<'_> {
    /// Nobody listens any more when the batch is being stopped.
    fn tell(&self, message: Message) {
        let _ = self.sender.send(message);
    }

    /// Has the worker serve a request; one that dies is forgotten.
    fn ask(
        &mut self,
        request: &Request,
        on_event: &mut dyn FnMut(Event, Vec<Vec<u8>>),
    ) -> Result<(), String> {
        let worker = match self.worker.take() {
            Some(worker) => Ok(worker),
            None => Worker::start(self.root).map_err(|error| error.to_string()),
        };
        let result = worker.and_then(|mut worker| {
            worker.serve(request, on_event)?;
            Ok(worker)
        });
        match result {
            Ok(worker) => {
                self.worker = Some(worker);
                Ok(())
            }
            Err(reason) => {
                self.open = None;
                Err(reason)
            }
        }
    }

    fn open(&mut self, at: usize, task: &Task, tells: bool) {
        let job = &task.job;
        let dossier = job.dossier.clone();
        let request = Request::Open {
            dossier: dossier.clone(),
            documents: job.documents.clone(),
            all: job.all.clone(),
            order: self.order.clone(),
            tells,
        };
        let mut opened = None;
        let result = self.ask(&request, &mut |event, _| match event {
            Event::Opened(told) => opened = Some(told),
            Event::Templates(finding) => {
                opened = Some(Box::new(Opened { findings: vec![*finding], ..Opened::default() }));
            }
            _ => {}
        });
        match result {
            Ok(()) => {
                self.open = Some(at);
                if let Some(opened) = opened.filter(|_| tells) {
                    let (current, works) = task.sorted_out(&opened, self.order.strict);
                    self.tell(Message::Opened(at, opened, current));
                    self.queue.opened(at, works);
                }
            }
            // A worker that the person's own interrupt has ended is no fault.
            Err(_) if INTERRUPTED.load(Ordering::SeqCst) => {}
            // Whoever came to help and failed leaves it to the first.
            Err(_) if !tells => {}
            Err(reason) => {
                if !self.queue.not_opened(at) {
                    self.tell(Message::Fault(at, Fault::Worker { dossier, reason }));
                }
            }
        }
        self.finish(at);
    }

    fn make(&mut self, at: usize, works: Vec<Work>, is_last_try: bool) {
        let count = works.len();
        let list = works.iter();
        let list = list.map(|work| Making { document: work.document.clone(), unit: work.unit.clone() });
        let request = Request::Make(list.collect());
        let mut left: VecDeque<Work> = works.into();
        let sender = self.sender.clone();
        let result = self.ask(&request, &mut |event, files| match event {
            Event::Document(through) => {
                let Through { document, unit, findings, waivers, verdicts, timings, payload } = *through;
                let key = left.pop_front().map(|work| work.key).unwrap_or_default();
                let built = payload.map(|payload| (payload, files));
                let report = DocumentReport {
                    id: document.id,
                    file: document.file,
                    unit,
                    key,
                    findings,
                    is_refused: false,
                    waivers,
                    verdicts,
                    timings,
                    built,
                };
                let _ = sender.send(Message::Document(at, Box::new(report)));
            }
            Event::Fault(reason) => {
                left.pop_front();
                let _ = sender.send(Message::Fault(at, Fault::Internal(reason)));
            }
            _ => {}
        });
        if let Err(reason) = result
            && let Some(suspect) = left.front().filter(|_| is_last_try)
            && !INTERRUPTED.load(Ordering::SeqCst)
        {
            let document = suspect.shown();
            self.tell(Message::Fault(at, Fault::Document { document, reason }));
        }
        self.queue.through(at, count, left.into(), is_last_try);
        self.finish(at);
    }

    fn finish(&self, at: usize) {
        if self.queue.finishes(at) {
            self.tell(Message::Finished(at));
        }
    }
}
