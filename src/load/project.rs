//! The project's folder, read-only: a path in the YAML never leads out of it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::model::input::InputRow;

/// The bytes of a plain file that nobody writes at the same time.
pub(super) fn steady(path: &Path) -> io::Result<Vec<u8>> {
    let before = std::fs::metadata(path)?;
    if before.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // A pipe or a device would never end.
    if !before.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let bytes = std::fs::read(path)?;
    let after = std::fs::metadata(path)?;
    let is_same = before.len() == after.len() && before.modified().ok() == after.modified().ok();
    if is_same && bytes.len() as u64 == after.len() { Ok(bytes) } else { Err(being_written()) }
}

fn being_written() -> io::Error {
    io::Error::other("tệp đang bị chương trình khác ghi trong lúc đọc; lưu xong rồi chạy lại")
}

/// A folder with `data/`; every other path is relative to it and written with `/`.
#[derive(Debug)]
pub struct Project {
    root: PathBuf,
    /// What was read, with the hash of the very bytes that were parsed.
    inputs: RefCell<BTreeMap<String, InputRow>>,
}

impl Project {
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), inputs: RefCell::default() }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The bytes of a file of the project; remembered as an input.
    ///
    /// Refused are links, which may lead out of the project, and a file that another program writes at the same time:
    /// its one half would be old and its other new, or two documents of one dossier would be made from two versions.
    pub fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.refuse_links(path)?;
        let bytes = steady(&self.root.join(path))?;
        let row = InputRow::of(path, &bytes);
        if self.inputs.borrow().get(path).is_some_and(|known| *known != row) {
            return Err(being_written());
        }
        self.inputs.borrow_mut().insert(path.to_owned(), row);
        Ok(bytes)
    }

    fn refuse_links(&self, path: &str) -> io::Result<()> {
        let mut full = self.root.clone();
        for part in Path::new(path).components() {
            full.push(part);
            if std::fs::symlink_metadata(&full)?.is_symlink() {
                return Err(io::Error::other("là một liên kết (shortcut), không phải tệp thật"));
            }
        }
        Ok(())
    }

    /// The bytes of a file that is no input of a dossier (a template, which is hashed with all templates).
    pub fn read_unrecorded(&self, path: &str) -> io::Result<Vec<u8>> {
        std::fs::read(self.root.join(path))
    }

    /// Everything read so far, sorted by path.
    pub fn inputs(&self) -> Vec<InputRow> {
        self.inputs.borrow().values().cloned().collect()
    }

    /// Forgets what was read, before the next dossier.
    pub fn forget_inputs(&self) {
        self.inputs.borrow_mut().clear();
    }

    /// The path of a file that a clerk names inside a dossier, or `None` when it leads elsewhere.
    pub fn inside_dossier(dossier: &str, name: &str) -> Option<String> {
        is_inside(name).then(|| format!("data/{dossier}/{name}"))
    }

    /// The path of a file that all dossiers share, or `None` when it leads elsewhere.
    pub fn inside_data(name: &str) -> Option<String> {
        is_inside(name).then(|| format!("data/{name}"))
    }

    /// The names of the files that lie directly in a folder, sorted.
    pub fn files_in(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> = walkdir::WalkDir::new(self.root.join(folder))
            .min_depth(1)
            .max_depth(1)
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| entry.file_name().to_str().map(str::to_owned))
            .collect();
        names.sort();
        names
    }
}

/// Whether a clerk's path stays in the folder that it is read from.
fn is_inside(name: &str) -> bool {
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    let portable = !name.contains(['\\', ':']);
    plain && portable && !name.is_empty()
}
