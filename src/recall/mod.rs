//! Output folders read back: where a printed figure came from, and what differs between two builds.
//!
//! Comes in: a folder with a `manifest.json` and the `figures.json` beside it. Goes out: hits of a figure, changes.
//! Never here: the inputs' contents, writing files, printing.
//! Why: paper goes from hand to hand for years; what was built must answer for itself, wherever its folder lies.

mod align;
mod causes;
mod cells;
mod changes;
mod query;
mod sentences;

use std::fs;
use std::path::Path;

pub use causes::Known;
pub use changes::{Change, Changes, FigureChange, RowChange, SentenceChange, changes};
pub use query::{Hit, Query, Typed, hits, nearest, typed};
pub use sentences::sentence_around;

use crate::model::input::InputRow;
use crate::record::{FigureRow, Manifest, OutputRow, TextRow};

/// The file that makes a folder an output folder.
pub const MANIFEST: &str = "manifest.json";
/// How the name of a document's figures ends.
pub const FIGURES: &str = ".figures.json";

/// One built document.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// E.g. `ke-hoach`.
    pub id: String,
    /// Its YAML, relative to the project; its id where the manifest does not say.
    pub file: String,
    pub figures: Vec<FigureRow>,
    pub text: Vec<TextRow>,
    pub outputs: Vec<OutputRow>,
    /// What it was made from, with the hashes of that time.
    pub inputs: Vec<InputRow>,
}

/// The outputs of one dossier.
#[derive(Debug, Clone, Default)]
pub struct Folder {
    /// The folder's own name.
    pub name: String,
    pub documents: Vec<Document>,
}

/// The documents of an output folder; `None` for a folder without a manifest that can be read.
pub fn folder(path: &Path) -> Option<Folder> {
    let manifest = manifest(path)?;
    let documents = manifest.documents.iter().map(|row| document(path, &row.document, Some(&manifest)));
    let name = path.canonicalize().ok()?.file_name()?.to_string_lossy().into_owned();
    Some(Folder { name, documents: documents.map(Option::unwrap_or_default).collect() })
}

/// The folder's manifest.
pub fn manifest(path: &Path) -> Option<Manifest> {
    serde_json::from_slice(&fs::read(path.join(MANIFEST)).ok()?).ok()
}

/// One document of a folder: its figures, and what the manifest knows of it. `None` where neither is there.
pub fn document(path: &Path, id: &str, manifest: Option<&Manifest>) -> Option<Document> {
    let row = manifest.and_then(|manifest| manifest.documents.iter().find(|row| row.document == id));
    let figures = fs::read(path.join(format!("{id}{FIGURES}"))).ok();
    let figures: Option<Vec<FigureRow>> = figures.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let (Some(manifest), Some(row)) = (manifest, row) else {
        return Some(Document {
            id: id.to_owned(),
            file: id.to_owned(),
            figures: figures?,
            ..Document::default()
        });
    };
    let is_own =
        |path: &&String| ["yaml", "yml"].iter().any(|ending| path.ends_with(&format!("/{id}.{ending}")));
    Some(Document {
        id: id.to_owned(),
        file: row.inputs.iter().find(is_own).map_or_else(|| id.to_owned(), Clone::clone),
        figures: figures.unwrap_or_default(),
        text: row.text.clone(),
        outputs: row.outputs.clone(),
        inputs: manifest.inputs.iter().filter(|input| row.inputs.contains(&input.path)).cloned().collect(),
    })
}
