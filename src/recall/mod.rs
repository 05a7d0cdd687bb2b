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

pub use align::{Step, align};
pub use causes::Known;
pub use cells::{Rows, narrowed, rows as table_rows, sources as cell_sources};
pub use changes::{Change, Changes, FigureChange, RowChange, SentenceChange, changes};
pub use query::{Hit, Query, Typed, hits, nearest, typed};
pub use sentences::{sentence_around, spans as sentence_spans};

use crate::model::input::InputRow;
use crate::record::{DocumentRow, FigureRow, Manifest, OutputRow, RowId, TextRow};

/// The file that makes a folder an output folder.
pub const MANIFEST: &str = "manifest.json";
/// How the name of a document's figures ends.
pub const FIGURES: &str = ".figures.json";

/// One built document.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// E.g. `ke-hoach`.
    pub id: RowId,
    /// What the names of its files begin with: `ke-hoach`, `quyet-dinh/huyen-tuy-duc`.
    pub stem: String,
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

impl Document {
    /// As a person reads it: its YAML, and the unit that it was made for.
    pub fn shown(&self) -> String {
        match &self.id.unit {
            None => self.file.clone(),
            Some(unit) => format!("{}, {unit}", self.file),
        }
    }
}

/// The documents of an output folder; `None` for a folder without a manifest that can be read.
pub fn folder(path: &Path) -> Option<Folder> {
    let manifest = manifest(path)?;
    let documents = manifest.documents.iter().map(|row| recorded(path, row, &manifest));
    let name = path.canonicalize().ok()?.file_name()?.to_string_lossy().into_owned();
    Some(Folder { name, documents: documents.collect() })
}

/// The folder's manifest.
pub fn manifest(path: &Path) -> Option<Manifest> {
    serde_json::from_slice(&fs::read(path.join(MANIFEST)).ok()?).ok()
}

/// One document of a folder: its figures, and what the manifest knows of it.
pub fn recorded(path: &Path, row: &DocumentRow, manifest: &Manifest) -> Document {
    let id = &row.document;
    let is_own =
        |path: &&String| ["yaml", "yml"].iter().any(|ending| path.ends_with(&format!("/{id}.{ending}")));
    let stem = row.outputs.iter().find_map(|file| file.path.strip_suffix(FIGURES)).unwrap_or(id);
    Document {
        id: row.id(),
        stem: stem.to_owned(),
        file: row.inputs.iter().find(is_own).map_or_else(|| id.to_owned(), Clone::clone),
        figures: figures(path, stem).unwrap_or_default(),
        text: row.text.clone(),
        outputs: row.outputs.clone(),
        inputs: manifest.inputs.iter().filter(|input| row.inputs.contains(&input.path)).cloned().collect(),
    }
}

/// A document whose files were copied without the manifest: its figures are all that is known. `None` without them.
pub fn alone(path: &Path, stem: &str) -> Option<Document> {
    Some(Document {
        id: RowId::whole(stem),
        stem: stem.to_owned(),
        file: stem.to_owned(),
        figures: figures(path, stem)?,
        ..Document::default()
    })
}

fn figures(path: &Path, stem: &str) -> Option<Vec<FigureRow>> {
    serde_json::from_slice(&fs::read(path.join(format!("{stem}{FIGURES}"))).ok()?).ok()
}
