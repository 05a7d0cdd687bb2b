//! A copy of a clerk's workbook with a comment on every cell that a finding is about, and everything else as it was.
//!
//! Comes in: findings, the bytes of the workbook (`.xlsx`, `.xlsm`), or its sheets where the format cannot be patched.
//! Goes out: bytes. Never here: files, checking.
//! Why: a package is patched and not written anew, because whatever would write it anew loses what it does not know:
//! charts, macros, print settings, the comments of others.

mod comments_part;
mod drawing_part;
mod package;
mod parts;
mod patch;
mod sheet_part;
mod texts;
mod values;
mod xml;

pub use patch::{PackageKind, package_kind, patched};
pub use texts::{Comment, Note, comments};
pub use values::copied;

/// Who speaks in a comment.
const AUTHOR: &str = "duthao";
/// What stands between two comments of one cell.
const DIVIDER: &str = "―――――";
