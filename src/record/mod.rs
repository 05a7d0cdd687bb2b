//! What is written down about a build: every figure with its source, every input and output with its hash.
//!
//! Comes in: a checked document, its pages, its outputs. Goes out: `figures.json` and `manifest.json` as values.
//! Never here: writing files (`output` does), clocks, absolute paths.
//! Why: a figure on paper can be traced to its cell, and a build can be proven again from its record alone.

mod figures;
mod manifest;
mod text;

use sha2::{Digest, Sha256};

pub use figures::{FigureRow, PrintedFile, figures};
pub use manifest::{
    DocumentRow, Manifest, ManifestOptions, OutputRow, RowId, State, WaivedRow, inputs_sha256,
};
pub use text::{TextRecord, TextRow, text_record};

use crate::check::Checked;
use crate::model::blocks::{Blocks, Properties};
use crate::model::input::{InputRow, hex};

/// The key of a document: everything that its outputs are made of.
pub fn key(
    checked: &Checked,
    composed: &TextRecord,
    blocks: &Blocks,
    properties: &Properties,
    templates: &[InputRow],
    kinds: &[String],
) -> Result<String, serde_json::Error> {
    let mut digest = Sha256::new();
    let mut feed = |bytes: &[u8]| {
        digest.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
        digest.update(bytes);
    };
    feed(env!("CARGO_PKG_VERSION").as_bytes());
    feed(&serde_json::to_vec(blocks)?);
    feed(&serde_json::to_vec(properties)?);
    feed(&serde_json::to_vec(&figures(checked, composed, &[]))?);
    feed(&serde_json::to_vec(templates)?);
    feed(&serde_json::to_vec(kinds)?);
    feed(&serde_json::to_vec(&checked.document().form)?);
    feed(&serde_json::to_vec(&checked.document().waivers)?);
    feed(&serde_json::to_vec(&checked.dossier().waivers)?);
    for (printed, table) in checked.printed_tables() {
        // The workbook's formulas are not in the blocks.
        for at in &printed.columns {
            feed(table.arithmetic(*at).unwrap_or_default().as_bytes());
        }
    }
    Ok(hex(&digest.finalize()))
}
