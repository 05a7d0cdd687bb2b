//! The only code that creates files: a dossier's folder is exchanged as a whole, or not at all.
//!
//! Comes in: the bytes of built documents, one after another as they are made, and the names of those that are refused
//! or up to date. Goes out: `output/<dossier>/` with its manifest. Never here: what the bytes mean, names of contents.
//! Why: a clerk must never find half a set; the new set stands ready beside the old one before they change places.
//!
//! The way: `Recorded::read` (the last build's manifest) → `look` (what has become of its files) → `Staging::open` →
//! `add`, `up_to_date`, `refreshed`, `refused` in any order → `publish`. A staging that is dropped leaves all as it was.

mod carry;
mod exchange;
mod lock;
mod recorded;
mod set;
mod single;
mod staging;
#[cfg(test)]
mod tests;

pub use exchange::restore;
pub use lock::Lock;
pub use recorded::{Look, Looked, Recorded};
pub use set::{BuiltDocument, Facts, NewFile, Published, Scope, Set};
pub use single::write_new;
pub use staging::Staging;

/// The folder inside the output folder that only the tool uses.
const OWN_FOLDER: &str = ".duthao";
/// The record of a dossier's folder.
pub const MANIFEST: &str = "manifest.json";
