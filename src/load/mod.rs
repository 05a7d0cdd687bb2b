//! From files to values: YAML and workbooks to a dossier and its documents, every value with its place.
//!
//! Comes in: a folder name and file names that `discover` found. Goes out: `Dossier`, `Loaded` documents, findings.
//! Never here: judging values against one another (that is `check`), resolving references (`expand`), writing.
//! Why: parsing happens once, at the edge; what passes it is typed and can be trusted.

mod allocation;
mod body;
mod cells;
mod columns;
mod document;
mod dossier;
mod duplicates;
mod fan_out;
mod fields;
mod figures;
mod form;
mod grid;
mod habits;
mod head;
pub mod inspect;
mod json;
mod layers;
mod least;
mod limits;
mod part_rows;
mod parts;
mod printed;
mod project;
mod register;
pub mod returned;
mod rows;
mod same_facts;
mod sheet_notes;
mod sheet_options;
mod table;
mod timeline;
mod waivers;
pub mod whole;
pub mod workbook;
mod workbook_file;
mod yaml;

pub use document::document;
pub use dossier::{LoadedDossier, OFFICE_FILE, dossier, process_limits};
pub use json::to_json;
pub use project::Project;
