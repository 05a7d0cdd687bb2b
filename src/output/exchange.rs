//! The one step in which a new folder takes the place of the old one.

use std::fs;
use std::path::{Path, PathBuf};

use super::OWN_FOLDER;
use crate::fault::Fault;

/// Where a dossier's new set is prepared, emptied of what an earlier build left.
pub fn staging(output: &Path, dossier: &str) -> Result<PathBuf, Fault> {
    let folder = output.join(OWN_FOLDER).join(format!("{dossier}.new"));
    remove(&folder)?;
    fs::create_dir_all(&folder).map_err(Fault::io("không tạo được thư mục", &folder))?;
    Ok(folder)
}

/// Puts the prepared folder in the old one's place and removes the old one.
pub fn exchange(output: &Path, dossier: &str, prepared: &Path) -> Result<(), Fault> {
    let place = output.join(dossier);
    if !place.exists() {
        return fs::rename(prepared, &place).map_err(Fault::io("không chuyển được thư mục", &place));
    }
    if swap(prepared, &place).is_ok() {
        return remove(prepared);
    }
    // Without an exchange in one step: the old set steps aside first; `recover` brings it back after a kill.
    let aside = output.join(OWN_FOLDER).join(format!("{dossier}.old"));
    remove(&aside)?;
    fs::rename(&place, &aside).map_err(Fault::io("không thay được thư mục (có tệp đang mở?)", &place))?;
    if let Err(error) = fs::rename(prepared, &place) {
        let _ = fs::rename(&aside, &place);
        return Err(Fault::io("không chuyển được thư mục", &place)(error));
    }
    remove(&aside)
}

/// Cleans up after a build that was killed: a set that stepped aside comes back, prepared sets go.
pub fn recover(output: &Path) -> Result<(), Fault> {
    let own = output.join(OWN_FOLDER);
    let Ok(entries) = fs::read_dir(&own) else { return Ok(()) };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(dossier) = name.strip_suffix(".old") {
            let place = output.join(dossier);
            if place.exists() {
                remove(&path)?;
            } else {
                fs::rename(&path, &place).map_err(Fault::io("không khôi phục được thư mục", &place))?;
            }
        } else if name.ends_with(".new") {
            remove(&path)?;
        }
    }
    Ok(())
}

fn remove(folder: &Path) -> Result<(), Fault> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
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
    Err(std::io::ErrorKind::Unsupported.into())
}
