//! Something that a thread makes while the main one goes on.

use std::panic::resume_unwind;
use std::thread::JoinHandle;

/// Something that takes as long to make as a dossier takes to load, so a thread of its own makes it meanwhile.
pub enum Making<T> {
    Starting(Option<JoinHandle<T>>),
    Ready(T),
}

impl<T: Send + 'static> Making<T> {
    pub fn start(make: impl FnOnce() -> T + Send + 'static) -> Self {
        Self::Starting(Some(std::thread::spawn(make)))
    }

    /// Waits for the thread the first time; should it have panicked, so does the caller.
    pub fn ready(&mut self) -> &mut T {
        if let Self::Starting(thread) = self {
            let made = thread.take().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
            *self = Self::Ready(made.expect("the thread is taken once, and its result replaces it at once"));
        }
        match self {
            Self::Ready(made) => made,
            Self::Starting(_) => unreachable!("made ready above"),
        }
    }
}
