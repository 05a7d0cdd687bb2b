//! What parent and worker say to each other: JSON messages with their length in front, files as raw bytes behind.

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::diag::Finding;
use crate::discover::DocumentFile;
use crate::model::fan_out::Unit;
use crate::model::input::InputRow;
use crate::model::verdict::RowVerdict;
use crate::model::waiving::WaiverUse;
use crate::pipeline::{Order, Work};
use crate::record::TextRow;
use crate::stopwatch::Timings;

/// What the parent asks of a worker.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Request {
    /// Open this dossier, in place of the one before.
    Open {
        dossier: String,
        /// What is wanted of it.
        documents: Vec<DocumentFile>,
        /// Every document of the dossier, those that are wanted among them: they must agree.
        all: Vec<DocumentFile>,
        order: Order,
        /// Whether to tell what was found and what there is to make; of several workers one tells it.
        tells: bool,
    },
    /// Make these, of the dossier that is open.
    Make(Vec<Making>),
}

/// One document to make.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Making {
    pub document: DocumentFile,
    pub unit: Option<Unit>,
}

/// What a worker reports while it serves a request; `Done` comes last.
#[derive(Debug, Serialize, Deserialize)]
pub enum Event {
    /// How long it may be silent from now on, in seconds.
    Patience(u64),
    /// The templates are broken: nothing can be made.
    Templates(Box<Finding>),
    /// A dossier is open.
    Opened(Box<Opened>),
    /// A document is through.
    Document(Box<Through>),
    /// The tool failed at a document.
    Fault(String),
    Done,
}

/// What came of a document; without a payload it was refused or only checked.
#[derive(Debug, Serialize, Deserialize)]
pub struct Through {
    pub document: DocumentFile,
    pub unit: Option<Unit>,
    pub findings: Vec<Finding>,
    pub waivers: WaiverUse,
    /// By row and rule, where the order wants them.
    pub verdicts: Vec<RowVerdict>,
    pub timings: Timings,
    pub payload: Option<Payload>,
}

/// What a worker tells of a dossier that it has opened.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Opened {
    /// About what the documents share.
    pub findings: Vec<Finding>,
    /// Those of `ho-so.yaml`, in their order.
    pub waivers: Vec<SharedWaiver>,
    /// What was read.
    pub inputs: Vec<InputRow>,
    pub timings: Timings,
    /// What there is to make.
    pub works: Vec<Work>,
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
    if let Event::Document(through) = &event
        && let Some(payload) = &through.payload
    {
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
