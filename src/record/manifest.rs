//! `manifest.json`: what a dossier's outputs were made from, and what they are.

use serde::{Deserialize, Serialize};

use super::text::TextRow;
use crate::diag::{Place, Waived};
use crate::model::input::InputRow;

/// The record of one dossier's folder.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    pub documents: Vec<DocumentRow>,
    pub inputs: Vec<InputRow>,
    pub options: ManifestOptions,
    /// Name and version of the program.
    pub tool: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestOptions {
    pub only: Vec<String>,
    pub pdf_standard: Option<String>,
}

/// Whether a document's files are of this build or the last good ones of a refused document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Built,
    Kept,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentRow {
    /// The document's id, e.g. `ke-hoach`.
    pub document: String,
    /// The paths of its inputs.
    pub inputs: Vec<String>,
    pub key: String,
    pub outputs: Vec<OutputRow>,
    pub state: State,
    /// What it says, paragraph by paragraph: what `trace` quotes and `diff` compares.
    #[serde(default)]
    pub text: Vec<TextRow>,
    /// The unit of a fanned-out document.
    pub unit: Option<String>,
    /// What was let stand, with the clerk's reasons.
    pub waived: Vec<WaivedRow>,
}

/// A finding that a waiver (`bo_qua`) covers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WaivedRow {
    pub code: String,
    pub place: Place,
    pub reason: String,
}

impl From<Waived> for WaivedRow {
    fn from(waived: Waived) -> Self {
        Self { code: waived.code, place: waived.place, reason: waived.reason }
    }
}

/// A written file, relative to the manifest's folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputRow {
    /// Sheets of a PDF; `None` for other files.
    pub pages: Option<usize>,
    pub path: String,
    pub sha256: String,
    pub size: u64,
}

impl Manifest {
    /// The file's text: sorted keys, two blanks a step, a line end.
    pub fn to_text(&self) -> Result<String, serde_json::Error> {
        // Through a value: its maps are sorted.
        let value = serde_json::to_value(self)?;
        Ok(format!("{}\n", serde_json::to_string_pretty(&value)?))
    }
}
