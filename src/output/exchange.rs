//! The one step in which a new folder takes the place of the old one.
//!
//! Where the system can exchange two folders, that is the step. Elsewhere the old set steps aside first, to
//! `.duthao/<dossier>.old`: that folder is the journal, and who finds it knows that an exchange was cut off.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{MANIFEST, OWN_FOLDER};
use crate::fault::Fault;

/// The folder in which a dossier's new set is prepared; what is in it when it is dropped goes.
pub struct Prepared(PathBuf);

impl Prepared {
    /// Empties it of what an earlier build left.
    pub fn empty(output: &Path, dossier: &str) -> Result<Self, Fault> {
        let folder = output.join(OWN_FOLDER).join(format!("{dossier}.new"));
        remove(&folder)?;
        Ok(Self(folder))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Prepared {
    fn drop(&mut self) {
        // What cannot be removed now the next command removes.
        let _ = remove(&self.0);
    }
}

/// Puts the prepared folder in the old one's place and removes the old one.
pub fn exchange(output: &Path, dossier: &str, prepared: &Prepared) -> Result<(), Fault> {
    let place = output.join(dossier);
    if !place.exists() {
        return fs::rename(prepared.path(), &place).map_err(Fault::io("không chuyển được thư mục", &place));
    }
    // What has been prepared is the old set then, and goes with its guard.
    if swap(prepared.path(), &place).is_ok() {
        return Ok(());
    }
    step_aside(output, dossier, prepared)
}

/// The exchange in two steps: whatever happens between them, `recover` brings the old set back.
fn step_aside(output: &Path, dossier: &str, prepared: &Prepared) -> Result<(), Fault> {
    let (place, aside) = (output.join(dossier), aside(output, dossier));
    remove(&aside)?;
    fs::rename(&place, &aside).map_err(Fault::io("không thay được thư mục (có tệp đang mở?)", &place))?;
    if let Err(error) = fs::rename(prepared.path(), &place) {
        // Should that fail too, the next command does it.
        let _ = fs::rename(&aside, &place);
        return Err(Fault::io("không chuyển được thư mục", &place)(error));
    }
    // The new set is published: what is left of the old one is no reason to fail.
    let _ = remove(&aside);
    Ok(())
}

/// Where the old set waits while the new one takes its place.
pub fn aside(output: &Path, dossier: &str) -> PathBuf {
    output.join(OWN_FOLDER).join(format!("{dossier}.old"))
}

/// Cleans up after a build that was killed: a set that stepped aside comes back, prepared sets go.
pub fn recover(output: &Path) -> Result<(), Fault> {
    let own = output.join(OWN_FOLDER);
    let Ok(entries) = fs::read_dir(&own) else { return Ok(()) };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(dossier) = name.strip_suffix(".old") {
            bring_back(&path, &output.join(dossier))?;
        } else if name.ends_with(".new") {
            // The dossier that it is in the way of says so.
            let _ = remove(&path);
        }
    }
    Ok(())
}

/// Of an exchange that was cut off: the old set comes back, unless the new one stands in its place already.
fn bring_back(aside: &Path, place: &Path) -> Result<(), Fault> {
    if place.join(MANIFEST).is_file() {
        let _ = remove(aside);
        return Ok(());
    }
    // An empty folder somebody may have made where the set was missing.
    let _ = fs::remove_dir(place);
    if fs::symlink_metadata(place).is_ok() {
        return Err(Fault::Aside { aside: aside.to_path_buf(), place: place.to_path_buf() });
    }
    fs::rename(aside, place).map_err(Fault::io("không khôi phục được thư mục", place))
}

fn remove(folder: &Path) -> Result<(), Fault> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Fault::io("không xóa được thư mục", folder)(error))
        }
        _ => Ok(()),
    }
}

#[cfg(target_os = "linux")]
fn swap(one: &Path, other: &Path) -> std::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn swap(_one: &Path, _other: &Path) -> std::io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}
