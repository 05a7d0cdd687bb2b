//! The only code that creates files: a dossier's folder is exchanged as a whole, or not at all.
//!
//! Comes in: the bytes of built documents and the names of refused ones. Goes out: `output/<dossier>/` with its
//! manifest. Never here: what the bytes mean, names of contents.
//! Why: a clerk must never find half a set; the new set stands ready beside the old one before they change places.

mod exchange;
mod lock;
mod publish;
mod single;

pub use lock::Lock;
pub use publish::{BuiltDocument, NewFile, Published, Set, publish};
pub use single::write_new;

/// The folder inside the output folder that only the tool uses.
const OWN_FOLDER: &str = ".duthao";
/// The record of a dossier's folder.
pub const MANIFEST: &str = "manifest.json";
