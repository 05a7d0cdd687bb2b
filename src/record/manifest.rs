//! `manifest.json`: what a dossier's outputs were made from, and what they are.
//!
//! The fields of everything that is written stand in alphabetical order: the file has sorted keys without a detour.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::text::TextRow;
use crate::diag::{Finding, Place, Waived};
use crate::model::input::{InputRow, hex};

/// The record of one dossier's folder.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    pub documents: Vec<DocumentRow>,
    /// What was found in the files that the documents share.
    #[serde(default)]
    pub findings: Vec<Finding>,
    pub inputs: Vec<InputRow>,
    pub options: ManifestOptions,
    /// Name and version of the program.
    pub tool: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestOptions {
    pub only: Vec<String>,
    pub pdf_standard: Option<String>,
    #[serde(default)]
    pub untagged: bool,
}

/// Whether a document's files are of this build or the last good ones of a refused document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Built,
    Kept,
}

/// Which document: its id, and the unit that it was made for where there is one for each unit.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowId {
    pub document: String,
    pub unit: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentRow {
    /// The document's id, e.g. `ke-hoach`.
    pub document: String,
    /// What was found in the document, to be told again when it need not be built.
    #[serde(default)]
    pub findings: Vec<Finding>,
    /// The font that its text is set in.
    #[serde(default)]
    pub font: String,
    /// The paths of its inputs.
    pub inputs: Vec<String>,
    /// The digest of its inputs as they were when it was built: the list above may name a shared file as a later build
    /// of another document has read it.
    #[serde(default)]
    pub inputs_sha256: String,
    pub key: String,
    /// The waivers of `ho-so.yaml` that it needs, by their numbers.
    #[serde(default)]
    pub needed: Vec<usize>,
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
    #[serde(default)]
    pub message: String,
    pub place: Place,
    pub reason: String,
}

impl From<Waived> for WaivedRow {
    fn from(waived: Waived) -> Self {
        Self { code: waived.code, message: waived.message, place: waived.place, reason: waived.reason }
    }
}

impl From<WaivedRow> for Waived {
    fn from(row: WaivedRow) -> Self {
        Self { code: row.code, place: row.place, message: row.message, reason: row.reason }
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

impl RowId {
    /// A document that is one for all units.
    pub fn whole(document: impl Into<String>) -> Self {
        Self { document: document.into(), unit: None }
    }

    /// As a person reads it: `ke-hoach`, or `quyet-dinh/Huyện Tuy Đức`.
    pub fn shown(&self) -> String {
        match &self.unit {
            None => self.document.clone(),
            Some(unit) => format!("{}/{unit}", self.document),
        }
    }

    pub fn of_unit(document: impl Into<String>, unit: impl Into<String>) -> Self {
        Self { document: document.into(), unit: Some(unit.into()) }
    }
}

impl DocumentRow {
    pub fn id(&self) -> RowId {
        RowId { document: self.document.clone(), unit: self.unit.clone() }
    }

    /// Whether it was built from these inputs.
    pub fn has_inputs(&self, inputs: &[InputRow]) -> bool {
        inputs_sha256(inputs) == self.inputs_sha256
    }
}

impl Manifest {
    /// Name and version of this program, as it stands in `tool`.
    pub fn tool() -> String {
        format!("duthao {}", env!("CARGO_PKG_VERSION"))
    }

    /// The file's text: sorted keys, two blanks a step, a line end.
    pub fn to_text(&self) -> Result<String, serde_json::Error> {
        Ok(format!("{}\n", serde_json::to_string_pretty(self)?))
    }

    /// Whether a document was built from the very inputs that the manifest names.
    pub fn is_of_these_inputs(&self, row: &DocumentRow) -> bool {
        let named = |path: &String| {
            let at = self.inputs.binary_search_by(|input| input.path.cmp(path)).ok()?;
            Some(&self.inputs[at])
        };
        let inputs: Option<Vec<&InputRow>> = row.inputs.iter().map(named).collect();
        inputs.is_some_and(|inputs| inputs_sha256(inputs) == row.inputs_sha256)
    }
}

/// One digest of all inputs of a document, in the order of their paths.
pub fn inputs_sha256<'a>(inputs: impl IntoIterator<Item = &'a InputRow>) -> String {
    let mut digest = Sha256::new();
    for input in inputs {
        // No path holds a line end, no hash a blank.
        for part in [input.sha256.as_str(), " ", input.path.as_str(), "\n"] {
            digest.update(part.as_bytes());
        }
    }
    hex(&digest.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{CellRef, Excerpt, Grid, GridCell, GridRow, Mark, rules};

    fn finding() -> Finding {
        let cell = Place::cell("data/mau/bang.xlsx", "Biểu 1", CellRef { row: 4, column: 3 });
        let text = Place::Text { file: "data/mau/ho-so.yaml".into(), line: 3, column: 9, width: 0 };
        let page = Place::Page { file: "data/mau/ke-hoach.yaml".into(), page: 2, text: "Nơi nhận".into() };
        let mut finding = Finding::new(&rules::EDITED, text, "một lỗi").label("ở đây").note("2 + 2 = 4");
        finding = finding.also(cell, "và đây").also(page, "").also(Place::file("a"), "").unit("Xã An Bình");
        finding.at.excerpt = Some(Excerpt { first_line: 3, text: "nam: 2024".into(), start: 5, end: 9 });
        let shown = GridCell { text: "40".into(), is_number: true, mark: Mark::Also, span: 2 };
        let row = GridRow { number: 4, is_head: true, cells: vec![shown] };
        finding.grids.push(Grid {
            file: "a".into(),
            sheet: "b".into(),
            columns: vec![3, 4],
            rows: vec![row],
        });
        finding.waived = Some("đã duyệt".into());
        finding.help("sửa ở dòng 3")
    }

    /// A manifest in which nothing is left out.
    fn everything() -> Manifest {
        let input = InputRow::of("data/mau/ho-so.yaml", b"nam: 2024");
        let place = Place::cell("data/mau/bang.xlsx", "Biểu 1", CellRef { row: 4, column: 3 });
        let row = DocumentRow {
            document: "quyet-dinh".into(),
            findings: vec![finding()],
            font: "Liberation Serif".into(),
            inputs: vec![input.path.clone()],
            inputs_sha256: inputs_sha256([&input]),
            key: "k".into(),
            needed: vec![0],
            outputs: vec![OutputRow { pages: Some(2), path: "a.pdf".into(), sha256: "0".into(), size: 3 }],
            state: State::Kept,
            text: vec![TextRow {
                component: "gach".into(),
                label: Some("-".into()),
                source: Some(place.clone()),
                text: "Xã An Bình: giảm 40 hộ.".into(),
            }],
            unit: Some("Xã An Bình".into()),
            waived: vec![WaivedRow {
                code: "TOT001".into(),
                message: "tổng lệch".into(),
                place,
                reason: "làm tròn".into(),
            }],
        };
        Manifest {
            documents: vec![row],
            findings: vec![finding()],
            inputs: vec![input],
            options: ManifestOptions {
                only: vec!["pdf".into()],
                pdf_standard: Some("a-2b".into()),
                untagged: true,
            },
            tool: "duthao 1".into(),
        }
    }

    #[test]
    fn every_key_stands_in_its_alphabetical_place() {
        let manifest = everything();
        let text = manifest.to_text().expect("a manifest is plain data");
        let sorted = serde_json::to_value(&manifest).expect("a manifest is plain data");
        let sorted = serde_json::to_string_pretty(&sorted).expect("a value is JSON");
        assert_eq!(text, format!("{sorted}\n"));
        assert_eq!(serde_json::from_str::<Manifest>(&text).expect("it was just written"), manifest);
    }

    #[test]
    fn a_row_knows_whether_a_later_build_has_read_another_file() {
        let mut manifest = everything();
        assert!(manifest.is_of_these_inputs(&manifest.documents[0]));
        manifest.inputs[0] = InputRow::of("data/mau/ho-so.yaml", b"nam: 2025");
        assert!(!manifest.is_of_these_inputs(&manifest.documents[0]));
    }
}
