//! The parent's end of a worker process.

use std::io::{self, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use super::protocol::{self, Event, Request};

/// How long a worker may be silent before it has told what the office allows.
const PATIENCE: Duration = Duration::from_secs(120);

/// Every process that is running, so that an interrupt can end one that is stuck.
static RUNNING: Mutex<Vec<Weak<Running>>> = Mutex::new(Vec::new());

/// A process with the moment by which it must have said something.
struct Running {
    child: Mutex<Child>,
    deadline: Mutex<Option<Instant>>,
    is_overdue: AtomicBool,
}

impl Running {
    fn kill(&self) {
        // One that has ended by itself needs no killing.
        let _ = locked(&self.child).kill();
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends every running worker; what it was making is dropped.
pub fn kill_all() {
    locked(&RUNNING).iter().filter_map(Weak::upgrade).for_each(|running| running.kill());
}

/// Ends the workers that have been silent for too long. To be called now and then while workers are at work.
pub fn kill_overdue() {
    let now = Instant::now();
    for running in locked(&RUNNING).iter().filter_map(Weak::upgrade) {
        if locked(&running.deadline).is_some_and(|deadline| deadline < now) {
            running.is_overdue.store(true, Ordering::SeqCst);
            running.kill();
        }
    }
}

/// A running worker; dropping it ends the process.
pub struct Worker {
    running: Arc<Running>,
    requests: Option<ChildStdin>,
    events: BufReader<ChildStdout>,
    patience: Duration,
}

impl Worker {
    /// Starts this very program as a worker for a project.
    pub fn start(root: &Path) -> io::Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg(super::COMMAND)
            .arg(root)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let (Some(requests), Some(events)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::Error::other("không nối được với tiến trình con"));
        };
        let running = Arc::new(Running {
            child: Mutex::new(child),
            deadline: Mutex::default(),
            is_overdue: false.into(),
        });
        let mut all = locked(&RUNNING);
        all.retain(|running| running.strong_count() > 0);
        all.push(Arc::downgrade(&running));
        Ok(Self { running, requests: Some(requests), events: BufReader::new(events), patience: PATIENCE })
    }

    /// Serves one request, handing every event on as it comes; the error says why the worker stopped short.
    pub fn serve(
        &mut self,
        request: &Request,
        mut on_event: impl FnMut(Event, Vec<Vec<u8>>),
    ) -> Result<(), String> {
        let sent = match &mut self.requests {
            Some(requests) => protocol::write_request(requests, request),
            None => Err(io::ErrorKind::BrokenPipe.into()),
        };
        if let Err(error) = sent {
            return Err(self.obituary(&error.to_string()));
        }
        loop {
            *locked(&self.running.deadline) = Some(Instant::now() + self.patience);
            let event = protocol::read_event(&mut self.events);
            *locked(&self.running.deadline) = None;
            match event {
                Ok(Some((Event::Done, _))) => return Ok(()),
                Ok(Some((Event::Patience(seconds), _))) => self.patience = Duration::from_secs(seconds),
                Ok(Some((event, files))) => on_event(event, files),
                Ok(None) => return Err(self.obituary("tiến trình kết thúc bất ngờ")),
                Err(error) => return Err(self.obituary(&error.to_string())),
            }
        }
    }

    /// Why the process ended, with the last line that it said.
    fn obituary(&mut self, reason: &str) -> String {
        self.requests = None;
        let mut child = locked(&self.running.child);
        let status = child.wait().map(|status| status.to_string()).unwrap_or_default();
        if self.running.is_overdue.load(Ordering::SeqCst) {
            return format!("quá {} giây mà chưa xong", self.patience.as_secs());
        }
        let mut said = String::new();
        if let Some(mut errors) = child.stderr.take() {
            // What it said before it died is the best there is; a broken pipe here adds nothing.
            let _ = errors.read_to_string(&mut said);
        }
        if said.contains("memory allocation of") {
            return "hết bộ nhớ cho phép".to_owned();
        }
        if said.contains("stack overflow") {
            return "nội dung hoặc mẫu lồng nhau quá sâu".to_owned();
        }
        let last = said.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
        [reason, &status, last].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // A closed pipe ends an idle worker; one that is busy is not waited for.
        self.requests = None;
        let mut child = locked(&self.running.child);
        if !matches!(child.try_wait(), Ok(Some(_))) {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
