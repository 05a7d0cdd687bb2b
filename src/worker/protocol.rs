//! What parent and worker say to each other: JSON messages with their length in front, files as raw bytes behind.

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::diag::Finding;
use crate::discover::DocumentFile;
use crate::model::input::InputRow;
use crate::model::verdict::RowVerdict;
use crate::model::waiving::WaiverUse;
use crate::pipeline::Order;
use crate::record::TextRow;
use crate::stopwatch::Timings;

/// Make these documents of this dossier.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Request {
    pub dossier: String,
    pub documents: Vec<DocumentFile>,
    /// Every document of the dossier, those of this request among them: they must agree.
    pub all: Vec<DocumentFile>,
    pub order: Order,
}

/// What a worker reports while it serves a request; `Done` comes last.
#[derive(Debug, Serialize, Deserialize)]
pub enum Event {
    /// The templates are broken: nothing can be made.
    Templates(Box<Finding>),
    /// A document is through; without a payload it was refused or only checked.
    Document {
        document: DocumentFile,
        findings: Vec<Finding>,
        waivers: WaiverUse,
        /// By row and rule, where the order wants them.
        verdicts: Vec<RowVerdict>,
        timings: Timings,
        payload: Option<Box<Payload>>,
    },
    /// The findings about what the documents share, its waivers in their order, what was read, and the time that it
    /// took.
    Dossier {
        findings: Vec<Finding>,
        waivers: Vec<SharedWaiver>,
        inputs: Vec<InputRow>,
        timings: Timings,
    },
    /// The tool failed at a document.
    Fault(String),
    Done,
}

/// A waiver of `ho-so.yaml`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SharedWaiver {
    /// What is to be said should no document need it either.
    pub unneeded: Finding,
    /// Whether what the documents share needs it.
    pub is_needed: bool,
}

/// One file that follows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FileHead {
    pub name: String,
    pub length: usize,
    /// Sheets of a PDF.
    pub pages: Option<usize>,
}

/// The files that follow a `Document` event as raw bytes, in this order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Payload {
    pub files: Vec<FileHead>,
    pub font: String,
    pub key: String,
    pub inputs: Vec<InputRow>,
    pub text: Vec<TextRow>,
}

pub fn write_request(to: &mut impl Write, request: &Request) -> io::Result<()> {
    write_message(to, request)?;
    to.flush()
}

pub fn read_request(from: &mut impl Read) -> io::Result<Option<Request>> {
    read_message(from)
}

pub fn write_event(to: &mut impl Write, event: &Event, files: &[Vec<u8>]) -> io::Result<()> {
    write_message(to, event)?;
    for bytes in files {
        to.write_all(bytes)?;
    }
    to.flush()
}

/// The next event with the files that follow it; `None` when the worker is gone.
pub fn read_event(from: &mut impl Read) -> io::Result<Option<(Event, Vec<Vec<u8>>)>> {
    let Some(event) = read_message::<Event>(from)? else { return Ok(None) };
    let mut files = Vec::new();
    if let Event::Document { payload: Some(payload), .. } = &event {
        for file in &payload.files {
            let mut bytes = vec![0; file.length];
            from.read_exact(&mut bytes)?;
            files.push(bytes);
        }
    }
    Ok(Some((event, files)))
}

fn write_message<T: Serialize>(to: &mut impl Write, message: &T) -> io::Result<()> {
    let bytes = serde_json::to_vec(message)?;
    let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(&bytes)
}

fn read_message<T: DeserializeOwned>(from: &mut impl Read) -> io::Result<Option<T>> {
    let mut length = [0; 4];
    match from.read_exact(&mut length) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let mut bytes = vec![0; u32::from_le_bytes(length) as usize];
    from.read_exact(&mut bytes)?;
    Ok(Some(serde_json::from_slice(&bytes)?))
}
