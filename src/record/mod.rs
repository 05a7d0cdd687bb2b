//! What is written down about a build: every figure with its source, every input and output with its hash.
//!
//! Comes in: a checked document, its pages, its outputs. Goes out: `figures.json` and `manifest.json` as values.
//! Never here: writing files (`output` does), clocks, absolute paths.
//! Why: a figure on paper can be traced to its cell, and a build can be proven again from its record alone.

mod figures;
mod key;
mod manifest;
mod text;

pub use figures::{FigureRow, PrintedFile, figures};
pub use key::{Digest, KeyOf, debug_digest, key, table_digest, total_digest};
pub use manifest::{
    DocumentRow, Manifest, ManifestOptions, OutputRow, RowId, State, WaivedRow, inputs_sha256,
};
pub use text::{TextRecord, TextRow, text_record};
