//! What the new set takes over from the old one: files of rows that stay, and everything that nobody listed.

use std::collections::BTreeSet;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

use super::MANIFEST;
use super::recorded::{Look, Looked};
use crate::fault::Fault;

/// Links the old set's files into the new one.
pub struct Carry<'a> {
    pub looked: &'a Looked,
    /// The files of rows that stay, by name.
    pub stay: &'a BTreeSet<String>,
    /// What the new set has already.
    pub written: &'a BTreeSet<String>,
    pub from: &'a Path,
    pub to: &'a Path,
}

impl Carry<'_> {
    pub fn over(&self) -> Result<(), Fault> {
        self.folder("")
    }

    fn folder(&self, inside: &str) -> Result<(), Fault> {
        let from = self.from.join(inside);
        let unreadable = || Fault::output("không đọc được thư mục", &from);
        let entries = match fs::read_dir(&from) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            entries => entries.map_err(unreadable())?,
        };
        for entry in entries {
            let entry = entry.map_err(unreadable())?;
            // A name that is no text is listed nowhere.
            let name = entry.file_name().into_string().ok().map(|name| match inside {
                "" => name,
                inside => format!("{inside}/{name}"),
            });
            match name {
                Some(name) => self.entry(&entry, &name)?,
                None => link(&entry.path(), &self.to.join(inside).join(entry.file_name()))?,
            }
        }
        Ok(())
    }

    fn entry(&self, entry: &DirEntry, name: &str) -> Result<(), Fault> {
        let is_folder =
            entry.file_type().map_err(Fault::output("không đọc được tệp", entry.path()))?.is_dir();
        if name == MANIFEST || self.written.contains(name) {
            return Ok(());
        }
        // What a manifest listed goes with its document, unless a person has changed it since.
        let look = self.looked.file(name);
        let is_ours = look == Some(Look::Intact) && self.looked.is_as_seen(name);
        if is_ours && !self.stay.contains(name) {
            return Ok(());
        }
        if is_folder && look.is_none() && self.looked.wrote_into(name) {
            // Ours: it is there as long as something is in it.
            return self.folder(name);
        }
        let to = self.to.join(name);
        if is_folder && to.is_dir() {
            return self.folder(name);
        }
        link(&entry.path(), &to)
    }
}

/// A file, a link or a whole folder at a second place; bytes are copied only where there are no hard links.
fn link(from: &Path, to: &Path) -> Result<(), Fault> {
    if let Some(folder) = to.parent() {
        make_folder(folder)?;
    }
    let kind = fs::symlink_metadata(from).map_err(Fault::output("không đọc được tệp", from))?.file_type();
    if kind.is_symlink() {
        // The link itself is taken along, never what it points to.
        return fs::hard_link(from, to).map_err(Fault::output("không chép được liên kết", to));
    }
    if kind.is_dir() {
        make_folder(to)?;
        let entries = fs::read_dir(from).map_err(Fault::output("không đọc được thư mục", from))?;
        for entry in entries {
            let entry = entry.map_err(Fault::output("không đọc được thư mục", from))?;
            link(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    fs::hard_link(from, to)
        .or_else(|_| fs::copy(from, to).map(|_| ()))
        .map_err(Fault::output("không chép được tệp", to))
}

pub(super) fn make_folder(folder: &Path) -> Result<(), Fault> {
    fs::create_dir_all(folder).map_err(Fault::output("không tạo được thư mục", PathBuf::from(folder)))
}
