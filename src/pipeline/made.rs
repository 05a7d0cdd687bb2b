//! What the stages have made of a document, as far as it has come.

use crate::diag::Finding;
use crate::model::blocks::{Blocks, Properties};
use crate::model::input::InputRow;
use crate::model::profile::Paper;
use crate::model::verdict::RowVerdict;
use crate::model::waiving::WaiverUse;
use crate::record::TextRow;
use crate::stopwatch::Timings;
use crate::{check, compile};

/// One finished file.
pub struct BuiltFile {
    /// E.g. `ke-hoach.pdf`.
    pub name: String,
    pub bytes: Vec<u8>,
    /// Sheets of a PDF.
    pub pages: Option<usize>,
}

/// The finished files of one document.
pub struct Built {
    pub files: Vec<BuiltFile>,
    /// The font that its text is set in.
    pub font: String,
    pub inputs: Vec<InputRow>,
    /// Its paragraphs, for the manifest.
    pub text: Vec<TextRow>,
}

/// One PDF of a document, laid out.
pub struct PdfFile {
    /// Which part of the document it is, e.g. `phu-luc-1`; `None` is the document itself.
    pub part: Option<String>,
    pub pages: compile::Pages,
}

/// A document that has passed every check up to its blocks: what a rule over words can be told of.
pub struct Composed {
    pub checked: check::Checked,
    pub blocks: Blocks,
    pub properties: Properties,
}

/// A document that has passed every check up to its pages; every output is made from this.
pub struct LaidOut {
    pub checked: check::Checked,
    pub blocks: Blocks,
    pub properties: Properties,
    pub paper: Paper,
    /// The document itself first.
    pub pdfs: Vec<PdfFile>,
}

/// A document's outcome: its findings, and its files unless it was refused.
pub struct Outcome {
    pub findings: Vec<Finding>,
    pub waivers: WaiverUse,
    /// By row and rule, where the order wants them.
    pub verdicts: Vec<RowVerdict>,
    pub timings: Timings,
    pub built: Option<Built>,
}

impl LaidOut {
    /// The pages of the document itself, without annexes that are files of their own.
    pub fn into_pages(mut self) -> compile::Pages {
        self.pdfs.swap_remove(0).pages
    }
}

impl PdfFile {
    /// The file's name: `ke-hoach.pdf`, or `ke-hoach.phu-luc-1.pdf`.
    pub fn name(&self, document: &str) -> String {
        match &self.part {
            None => format!("{document}.pdf"),
            Some(part) => format!("{document}.{part}.pdf"),
        }
    }
}
