//! What is still to be done, shared by the threads that each talk to one worker.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::INTERRUPTED;
use super::task::Task;
use crate::pipeline::Work;

/// How often a dossier or a document is tried: once among others, once alone.
const TRIES: u8 = 2;
/// How many documents a worker is asked for at a time at most.
const MOST_AT_ONCE: usize = 8;
/// About what making a document takes, in milliseconds (docs/performance.md).
const A_DOCUMENT_MS: u32 = 20;

pub struct Queue {
    states: Mutex<Vec<State>>,
    changed: Condvar,
    workers: usize,
}

/// How far a dossier has come.
struct State {
    task: Task,
    stage: Stage,
    /// How often opening it has failed.
    failed_openings: u8,
    /// Workers that have been told to open it beside the first.
    helpers: usize,
    /// When the first worker began to open it, and how long that took.
    began: Option<Instant>,
    opening: Duration,
    /// Whether the worker that opened it has come back for the first documents.
    is_taken_up: bool,
    waiting: VecDeque<Work>,
    /// What a worker died of: tried once more, each alone, when everything else is done.
    suspects: VecDeque<Work>,
    /// Handed out and not yet through.
    in_hand: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Untouched,
    Opening,
    Open,
    Finished,
}

/// What a thread is to do next.
pub enum Next {
    /// Open a dossier; the first to do so tells what there is to make.
    Open {
        at: usize,
        task: Box<Task>,
        tells: bool,
    },
    /// Make these of the dossier that is open.
    Make {
        at: usize,
        works: Vec<Work>,
        is_last_try: bool,
    },
    Nothing,
}

impl Queue {
    pub fn of(tasks: Vec<Task>, workers: usize) -> Self {
        let states = tasks.into_iter().map(|task| State {
            task,
            stage: Stage::Untouched,
            failed_openings: 0,
            helpers: 0,
            began: None,
            opening: Duration::ZERO,
            is_taken_up: false,
            waiting: VecDeque::new(),
            suspects: VecDeque::new(),
            in_hand: 0,
        });
        Self { states: Mutex::new(states.collect()), changed: Condvar::new(), workers }
    }

    /// How many processes could have something to do.
    pub fn most_workers(&self, wanted: usize) -> usize {
        let states = self.locked();
        // A dossier may turn out to hold a fanned-out document, which nobody knows before it is open.
        if states.is_empty() { 0 } else { wanted.max(1) }
    }

    fn locked(&self) -> MutexGuard<'_, Vec<State>> {
        self.states.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has every waiting thread look again.
    pub fn wake(&self) {
        self.changed.notify_all();
    }

    /// Waits for something to do; `open` is the dossier that the thread's worker has open.
    pub fn next(&self, open: Option<usize>) -> Next {
        let mut states = self.locked();
        loop {
            if INTERRUPTED.load(Ordering::SeqCst) {
                return Next::Nothing;
            }
            if let Some(next) = self.pick(&mut states, open) {
                return next;
            }
            if states.iter().all(|state| state.stage == Stage::Finished) {
                self.changed.notify_all();
                return Next::Nothing;
            }
            states = self.changed.wait(states).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn pick(&self, states: &mut [State], open: Option<usize>) -> Option<Next> {
        if let Some(at) = open {
            states[at].is_taken_up = true;
            if let Some(next) = states[at].make(at, self.workers) {
                return Some(next);
            }
        }
        if let Some(at) = states.iter().position(|state| state.stage == Stage::Untouched) {
            let state = &mut states[at];
            state.stage = Stage::Opening;
            state.began = Some(Instant::now());
            return Some(Next::Open { at, task: Box::new(state.task.clone()), tells: true });
        }
        // With fewer dossiers than processes several of them work at one.
        let needs_help = |state: &State| match state.stage {
            Stage::Opening => state.helpers + 1 < state.task.job.documents.len(),
            Stage::Open => state.is_worth_opening() || state.is_orphaned(),
            _ => false,
        };
        let at = (0..states.len())
            .filter(|at| Some(*at) != open && needs_help(&states[*at]))
            .max_by_key(|at| states[*at].left())?;
        let state = &mut states[at];
        state.helpers += 1;
        Some(Next::Open { at, task: Box::new(state.task.clone()), tells: false })
    }

    /// A dossier is open: what there is to make of it.
    pub fn opened(&self, at: usize, works: Vec<Work>) {
        let mut states = self.locked();
        let state = &mut states[at];
        state.stage = Stage::Open;
        state.opening = state.began.map_or(Duration::ZERO, |began| began.elapsed());
        state.is_taken_up = false;
        state.waiting = works.into();
        self.changed.notify_all();
    }

    /// Opening failed; whether it may be tried again.
    pub fn not_opened(&self, at: usize) -> bool {
        let mut states = self.locked();
        let state = &mut states[at];
        state.failed_openings += 1;
        let again = state.failed_openings < TRIES;
        state.stage = if again { Stage::Untouched } else { Stage::Open };
        self.changed.notify_all();
        again
    }

    /// Some of what was handed out is through; what its worker did not come to goes back, first what it died of.
    pub fn through(&self, at: usize, handed_out: usize, mut left: Vec<Work>, is_last_try: bool) {
        let mut states = self.locked();
        let state = &mut states[at];
        state.in_hand -= handed_out;
        if !left.is_empty() && !is_last_try {
            state.suspects.push_back(left.remove(0));
        }
        if !is_last_try {
            left.into_iter().rev().for_each(|work| state.waiting.push_front(work));
        }
        self.changed.notify_all();
    }

    /// Whether a dossier has just been finished: said to one thread only.
    pub fn finishes(&self, at: usize) -> bool {
        let mut states = self.locked();
        let state = &mut states[at];
        let is_done = state.stage == Stage::Open && state.in_hand == 0 && state.left() == 0;
        if is_done {
            state.stage = Stage::Finished;
            self.changed.notify_all();
        }
        is_done
    }
}

impl State {
    fn left(&self) -> usize {
        self.waiting.len() + self.suspects.len()
    }

    /// Whether another worker gets more done than opening costs it: of a province of which one cell has changed, reading
    /// takes longer than making what that cell touches.
    fn is_worth_opening(&self) -> bool {
        let making = u32::try_from(self.waiting.len()).unwrap_or(u32::MAX).saturating_mul(A_DOCUMENT_MS);
        self.waiting.len() > 1 && Duration::from_millis(making.into()) > self.opening
    }

    /// Whether nobody is left who has it open.
    fn is_orphaned(&self) -> bool {
        self.is_taken_up && self.in_hand == 0 && self.left() > 0
    }

    fn make(&mut self, at: usize, workers: usize) -> Option<Next> {
        if self.stage != Stage::Open {
            return None;
        }
        if !self.waiting.is_empty() {
            let share = self.waiting.len() / (workers.max(1) * 4);
            let count = share.clamp(1, MOST_AT_ONCE);
            let works: Vec<Work> = self.waiting.drain(..count).collect();
            self.in_hand += works.len();
            return Some(Next::Make { at, works, is_last_try: false });
        }
        let suspect = self.suspects.pop_front()?;
        self.in_hand += 1;
        Some(Next::Make { at, works: vec![suspect], is_last_try: true })
    }
}
