//! Where the project is, and where its own files are, which no output may take the place of.

use std::path::{Component, Path, PathBuf};

use super::project_at;
use crate::discover;
use crate::fault::Fault;

/// The folder that the program was started in.
pub fn current() -> Result<PathBuf, Fault> {
    std::env::current_dir().map_err(Fault::io("không vào được thư mục", "."))
}

/// The project that is named, or the nearest one.
pub fn project(current: &Path, named: Option<&Path>) -> Result<PathBuf, Fault> {
    match named {
        Some(named) => project_at(current, named),
        None => discover::project_root(current).ok_or_else(|| {
            Fault::Usage(
                "không thấy thư mục data/ ở đây hay ở thư mục phía trên; dùng --project THƯ_MỤC".into(),
            )
        }),
    }
}

/// Whether a path lies where the clerk's own files are: an output could take the place of a workbook.
pub fn is_among_sources(root: &Path, path: &Path) -> bool {
    let (root, path) = (resolved(root), resolved(path));
    ["data", "templates"].iter().any(|own| path.starts_with(root.join(own)))
}

/// Outputs never go where a clerk's own files are.
pub fn refuse_sources(root: &Path, output: &Path, shown: &str) -> Result<(), Fault> {
    if is_among_sources(root, output) || resolved(output) == resolved(root) {
        return Err(Fault::Usage(format!(
            "--output {shown} là chỗ của tệp gốc (dữ liệu, mẫu) của dự án; chọn một thư mục khác, ví dụ output"
        )));
    }
    Ok(())
}

/// Where a path leads, whether it exists yet or not: `..` undone, links followed as far as there are any.
pub fn resolved(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            other => plain.push(other),
        }
    }
    let existing = plain.ancestors().find_map(|there| Some((there.canonicalize().ok()?, there)));
    match existing {
        Some((real, there)) => plain.strip_prefix(there).map_or(plain.clone(), |rest| real.join(rest)),
        None => plain,
    }
}
