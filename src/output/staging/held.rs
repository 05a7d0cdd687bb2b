//! What a person has changed or put in the way: the document keeps its files, and the place is told.

use std::fs;

use super::{Outcome, Staging};
use crate::diag::{Finding, Place, rules};
use crate::fault::Fault;
use crate::model::input::sha256;
use crate::output::recorded::Look;
use crate::output::set::{NewFile, names};
use crate::record::{DocumentRow, RowId};

impl Staging {
    /// Whether something of a person's is in the way of a document: then it is told, and the document keeps its files.
    pub(super) fn is_held(&mut self, id: &RowId, files: &[NewFile]) -> Result<bool, Fault> {
        let known: Vec<String> = self.looked.row(id).map(names).unwrap_or_default();
        let edited = self.looked.outputs(id).filter(|(_, look)| *look == Look::Edited);
        let mut in_the_way: Vec<(String, Obstacle)> = Vec::new();
        for path in edited.map(|(file, _)| file.path.clone()) {
            let is_folder = self.place.join(&path).is_dir() && !self.place.join(&path).is_symlink();
            in_the_way.push((path, if is_folder { Obstacle::Folder } else { Obstacle::Edited }));
        }
        for file in files.iter().filter(|file| !known.contains(&file.name)) {
            in_the_way.extend(self.foreign(file)?);
        }
        for file in files {
            in_the_way.extend(self.folder_in_the_way(&file.name));
        }
        in_the_way.retain(|(_, obstacle)| *obstacle != Obstacle::Edited || !self.set.force);
        if in_the_way.is_empty() {
            return Ok(false);
        }
        self.hold(id, in_the_way)?;
        Ok(true)
    }

    fn hold(&mut self, id: &RowId, mut in_the_way: Vec<(String, Obstacle)>) -> Result<(), Fault> {
        in_the_way.sort();
        in_the_way.dedup();
        for (path, obstacle) in &in_the_way {
            let shown = format!("{}/{}/{path}", self.set.shown, self.set.dossier);
            self.published.findings.push(obstacle.finding(&shown));
        }
        let stay = match self.looked.row(id) {
            Some(row) => names(row),
            None => in_the_way.into_iter().map(|(path, _)| path).collect(),
        };
        self.published.kept.push((id.clone(), stay));
        self.settle(id, Outcome::Held)
    }

    /// Looks again, just before the exchange, at what stands where documents were written: a build may take minutes, and
    /// people go on working.
    pub(super) fn hold_meanwhile(&mut self) -> Result<(), Fault> {
        if self.set.force {
            return Ok(());
        }
        let built = self.outcomes.iter().filter_map(|(id, outcome)| match outcome {
            Outcome::Built(row) => Some((id, row)),
            _ => None,
        });
        let changed = built.map(|(id, row)| (id.clone(), self.changed_meanwhile(id, row)));
        let changed: Vec<(RowId, Vec<String>)> = changed.filter(|(_, files)| !files.is_empty()).collect();
        for (id, files) in changed {
            self.hold(&id, files.into_iter().map(|file| (file, Obstacle::Edited)).collect())?;
        }
        Ok(())
    }

    /// The files of a document, old and new, that are no longer as they were when it was added.
    fn changed_meanwhile(&self, id: &RowId, row: &DocumentRow) -> Vec<String> {
        let old = self.looked.outputs(id).filter(|(_, look)| *look == Look::Intact).map(|(file, _)| file);
        let old = old.filter(|file| !self.looked.is_as_seen(&file.path)).map(|file| file.path.clone());
        let new = row.outputs.iter().filter(|file| self.looked.file(&file.path) != Some(Look::Intact));
        let new = new.filter(|file| {
            let path = self.place.join(&file.path);
            let is_there = fs::symlink_metadata(&path).is_ok();
            is_there && !fs::read(&path).is_ok_and(|bytes| sha256(&bytes) == file.sha256)
        });
        old.chain(new.map(|file| file.path.clone())).collect()
    }

    /// A file that would be overwritten and is not known to be ours: of another document, or of nobody.
    fn foreign(&self, file: &NewFile) -> Result<Option<(String, Obstacle)>, Fault> {
        let path = self.place.join(&file.name);
        let Ok(there) = fs::symlink_metadata(&path) else { return Ok(None) };
        let obstacle = if there.is_dir() {
            Some(Obstacle::Folder)
        } else if there.is_symlink() {
            Some(Obstacle::Edited)
        } else if let Some(look) = self.looked.file(&file.name) {
            (look == Look::Edited).then_some(Obstacle::Edited)
        } else {
            let bytes = fs::read(&path).map_err(Fault::output("không đọc được tệp", path))?;
            (bytes != file.bytes).then_some(Obstacle::Edited)
        };
        Ok(obstacle.map(|obstacle| (file.name.clone(), obstacle)))
    }

    /// A file or a link where a subfolder has to be.
    fn folder_in_the_way(&mut self, name: &str) -> Option<(String, Obstacle)> {
        for (end, _) in name.match_indices('/') {
            let folder = &name[..end];
            if self.free_folders.contains(folder) {
                continue;
            }
            if fs::symlink_metadata(self.place.join(folder)).is_ok_and(|there| !there.is_dir()) {
                return Some((folder.to_owned(), Obstacle::NoFolder));
            }
            self.free_folders.insert(folder.to_owned());
        }
        None
    }
}

/// What keeps an output from being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Obstacle {
    /// A file that a person has changed or put there; `--force` overwrites it.
    Edited,
    /// A folder instead of a file; never overwritten.
    Folder,
    /// A file or a link instead of a folder; never overwritten.
    NoFolder,
}

impl Obstacle {
    fn finding(self, path: &str) -> Finding {
        let taken = |what: &str| {
            Finding::new(&rules::TAKEN, Place::file(path), format!("«{path}» {what}"))
                .note("được giữ nguyên, văn bản này không dựng lại; --force cũng không xóa")
                .help("chuyển sang chỗ khác hoặc đổi tên, rồi dựng lại")
        };
        match self {
            Self::Edited => Finding::new(
                &rules::EDITED,
                Place::file(path),
                format!("«{path}» đã bị sửa bằng tay, hoặc không do chương trình ghi"),
            )
            .note("tệp được giữ nguyên, văn bản này không dựng lại")
            .help("chuyển tệp đã sửa sang chỗ khác rồi dựng lại, hoặc dùng --force để ghi đè"),
            Self::Folder => taken("là một thư mục, chiếm chỗ của tệp kết quả cùng tên"),
            Self::NoFolder => taken("là một tệp hoặc liên kết, chiếm chỗ của thư mục kết quả cùng tên"),
        }
    }
}
