//! The project's folder, read-only: a path in the YAML never leads out of it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::model::input::InputRow;

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
    pub fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let full = self.root.join(path);
        // A pipe or a device would never end.
        if !std::fs::metadata(&full)?.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let bytes = std::fs::read(full)?;
        self.inputs.borrow_mut().insert(path.to_owned(), InputRow::of(path, &bytes));
        Ok(bytes)
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
