//! What is handed over for a dossier's folder, and what became of it.

use std::path::PathBuf;

use crate::diag::Finding;
use crate::model::input::{InputRow, sha256};
use crate::record::{
    DocumentRow, ManifestOptions, OutputRow, RowId, State, TextRow, WaivedRow, inputs_sha256,
};

/// A file to be written.
pub struct NewFile {
    /// Relative to the dossier's folder, with `/`: `ke-hoach.pdf`, `quyet-dinh/huyen-tuy-duc.pdf`.
    pub name: String,
    pub bytes: Vec<u8>,
    /// Sheets of a PDF.
    pub pages: Option<usize>,
}

/// What the manifest says of a document beside its files.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub findings: Vec<Finding>,
    pub font: String,
    pub inputs: Vec<InputRow>,
    pub key: String,
    /// The waivers of `ho-so.yaml` that it needs, by their numbers.
    pub needed: Vec<usize>,
    pub text: Vec<TextRow>,
    pub waived: Vec<WaivedRow>,
}

/// A document that was built.
pub struct BuiltDocument {
    pub id: RowId,
    pub files: Vec<NewFile>,
    pub facts: Facts,
}

impl BuiltDocument {
    /// The row that the manifest has of it.
    pub fn row(&self) -> DocumentRow {
        let mut outputs: Vec<OutputRow> = self.files.iter().map(NewFile::row).collect();
        outputs.sort_by(|a, b| a.path.cmp(&b.path));
        self.facts.clone().into_row(self.id.clone(), outputs)
    }
}

/// The folder that is to be published, and how.
#[derive(Debug, Clone)]
pub struct Set {
    /// The output folder, and how messages name it.
    pub output: PathBuf,
    pub shown: String,
    pub dossier: String,
    pub options: ManifestOptions,
    /// Overwrite outputs that were edited by hand.
    pub force: bool,
}

/// Which rows of the last build go when nothing is said about them.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Every document that the dossier has now, if all were asked for: files of others go. `None`: only some were.
    pub documents: Option<Vec<String>>,
    /// Documents of which every unit was asked for: units that nothing is said about go.
    pub whole: Vec<String>,
}

/// What was published.
#[derive(Debug, Default)]
pub struct Published {
    /// Documents whose old files were kept, with those files' names.
    pub kept: Vec<(RowId, Vec<String>)>,
    /// One finding for every output that was edited by hand, or whose place is taken.
    pub findings: Vec<Finding>,
    /// Whether anything in the folder is another than before.
    pub is_changed: bool,
}

impl Scope {
    /// Whether the files of a row that nothing was said about go.
    pub(super) fn drops(&self, id: &RowId) -> bool {
        let is_gone = self.documents.as_ref().is_some_and(|all| !all.contains(&id.document));
        is_gone || self.whole.contains(&id.document)
    }
}

impl Facts {
    /// The row of a document with these facts.
    pub(super) fn into_row(self, id: RowId, outputs: Vec<OutputRow>) -> DocumentRow {
        DocumentRow {
            document: id.document,
            findings: self.findings,
            font: self.font,
            inputs_sha256: inputs_sha256(&self.inputs),
            inputs: self.inputs.into_iter().map(|input| input.path).collect(),
            key: self.key,
            needed: self.needed,
            outputs,
            state: State::Built,
            text: self.text,
            unit: id.unit,
            waived: self.waived,
        }
    }
}

impl NewFile {
    pub(super) fn row(&self) -> OutputRow {
        OutputRow {
            pages: self.pages,
            path: self.name.clone(),
            sha256: sha256(&self.bytes),
            size: u64::try_from(self.bytes.len()).unwrap_or(u64::MAX),
        }
    }
}

/// The names of a row's files.
pub(super) fn names(row: &DocumentRow) -> Vec<String> {
    row.outputs.iter().map(|file| file.path.clone()).collect()
}
