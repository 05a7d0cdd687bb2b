//! `duthao inspect`: the `bang:` block of a workbook to standard output, what was understood to standard error.

mod notes;
mod object;
mod text;

use std::path::{Path, PathBuf};

use super::args::{Format, Inspect};
use super::{REFUSED, project_at, terminal};
use crate::diag::{Finding, human, json};
use crate::discover;
use crate::fault::Fault;
use crate::load::inspect;

/// What is printed as JSON when the workbook was not read.
pub const NOTHING: &str = "{\"tables\":[],\"bang\":\"\"}";

/// Inspects one workbook; 1 when it cannot be read.
pub fn inspect(arguments: &Inspect) -> Result<u8, Fault> {
    let inspected = open(arguments).inspect_err(|_| {
        if arguments.format == Format::Json {
            terminal::data(NOTHING);
        }
    })?;
    match (&inspected, arguments.format) {
        (Err(finding), Format::Json) => {
            terminal::data(&object::refused(&json::array(&[(**finding).clone()])))
        }
        (Err(finding), Format::Human) => refuse(finding),
        (Ok(found), Format::Json) => terminal::data(&object::object(found)),
        (Ok(found), Format::Human) => {
            if !arguments.quiet {
                terminal::error_line(&text::text(found, &name(&arguments.workbook)));
            }
            if !found.block.is_empty() {
                terminal::data(&found.block);
            }
        }
    }
    Ok(if inspected.is_ok() { 0 } else { REFUSED })
}

fn refuse(finding: &Finding) {
    let findings = [finding.clone()];
    terminal::error_line(human::text(&findings, terminal::is_interactive()).trim_end());
}

fn open(arguments: &Inspect) -> Result<Result<inspect::Inspection, Box<Finding>>, Fault> {
    let current = std::env::current_dir().map_err(Fault::io("không vào được thư mục", "."))?;
    let root = match &arguments.project {
        Some(project) => Some(project_at(&current, project)?),
        None => discover::project_root(&current),
    };
    let path = current.join(&arguments.workbook);
    let shown = shown(root.as_deref(), &path, &arguments.workbook);
    inspect::file(root.as_deref(), &path, &shown)
}

/// Relative to the project where it lies in one, else as it was typed.
fn shown(root: Option<&Path>, path: &Path, typed: &Path) -> String {
    let inside = || -> Option<PathBuf> {
        let (root, path) = (root?.canonicalize().ok()?, path.canonicalize().ok()?);
        path.strip_prefix(root).ok().map(Path::to_path_buf)
    };
    inside().unwrap_or_else(|| typed.to_path_buf()).to_string_lossy().replace('\\', "/")
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
