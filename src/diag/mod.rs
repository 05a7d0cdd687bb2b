//! What the tool has to say about the clerk's files, and where.
//!
//! Holds: places, findings, the table of rules, and the two printers (for people and as JSON).
//! Comes in: values that the stages describe. Goes out: findings, and text made of them.
//! Never here: knowledge of a stage, file access, exit codes.
//! Why: a finding made in a worker is shown by the parent, so it must be a plain value that carries all that it shows.

mod drawing;
mod finding;
mod grid;
pub mod human;
pub mod json;
mod paint;
mod place;
pub mod rules;
mod sources;
mod surplus;
mod waiver;

pub use finding::{Finding, FindingKey, Findings, Label, Severity};
pub use grid::{CellText, Grid, GridCell, GridRow, GridText, Mark, TableFrame};
pub use place::{CellRange, CellRef, Located, Place};
pub use rules::Rule;
pub use sources::{Excerpt, Sources};
pub use waiver::{Waived, Waiver};
