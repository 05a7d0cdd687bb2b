//! The parent's end of a worker process.

use std::io::{self, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use super::protocol::{self, Event, Request};

/// Every process that is running, so that an interrupt can end one that is stuck.
static RUNNING: Mutex<Vec<Weak<Mutex<Child>>>> = Mutex::new(Vec::new());

/// Ends every running worker; what it was making is dropped.
pub fn kill_all() {
    for child in RUNNING.lock().unwrap_or_else(PoisonError::into_inner).iter().filter_map(Weak::upgrade) {
        // One that has ended by itself needs no killing.
        let _ = child.lock().unwrap_or_else(PoisonError::into_inner).kill();
    }
}

/// A running worker; dropping it ends the process.
pub struct Worker {
    child: Arc<Mutex<Child>>,
    requests: Option<ChildStdin>,
    events: BufReader<ChildStdout>,
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
        let child = Arc::new(Mutex::new(child));
        RUNNING.lock().unwrap_or_else(PoisonError::into_inner).push(Arc::downgrade(&child));
        Ok(Self { child, requests: Some(requests), events: BufReader::new(events) })
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
            match protocol::read_event(&mut self.events) {
                Ok(Some((Event::Done, _))) => return Ok(()),
                Ok(Some((event, files))) => on_event(event, files),
                Ok(None) => return Err(self.obituary("tiến trình kết thúc bất ngờ")),
                Err(error) => return Err(self.obituary(&error.to_string())),
            }
        }
    }

    /// Why the process ended, with the last line that it said.
    fn obituary(&mut self, reason: &str) -> String {
        self.requests = None;
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        let status = child.wait().map(|status| status.to_string()).unwrap_or_default();
        let mut said = String::new();
        if let Some(mut errors) = child.stderr.take() {
            // What it said before it died is the best there is; a broken pipe here adds nothing.
            let _ = errors.read_to_string(&mut said);
        }
        let last = said.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
        [reason, &status, last].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // A closed pipe ends an idle worker; one that is busy is not waited for.
        self.requests = None;
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        if !matches!(child.try_wait(), Ok(Some(_))) {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
