//! The one step in which a new folder takes the place of the old one.
//!
//! Where the system can exchange two folders, that is the step. Elsewhere the old set steps aside first, to
//! `.duthao/<dossier>.old`: that folder is the journal, and who finds it knows that an exchange was cut off.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Lock, MANIFEST, OWN_FOLDER};
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
        return fs::rename(prepared.path(), &place)
            .map_err(Fault::output("không chuyển được thư mục", &place));
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
    fs::rename(&place, &aside).map_err(Fault::output("không thay được thư mục (có tệp đang mở?)", &place))?;
    if let Err(error) = fs::rename(prepared.path(), &place) {
        // Should that fail too, the next command does it.
        let _ = fs::rename(&aside, &place);
        return Err(Fault::output("không chuyển được thư mục", &place)(error));
    }
    // The new set is published: what is left of the old one is no reason to fail.
    let _ = remove(&aside);
    Ok(())
}

/// Where the old set waits while the new one takes its place.
fn aside(output: &Path, dossier: &str) -> PathBuf {
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

/// How long a reading command waits for a build that is just between the two steps.
const MOMENT: Duration = Duration::from_secs(2);

/// For commands that read outputs: where an exchange was cut off and the old set is nowhere but aside, it comes back
/// before anything is read. `path` is what they were asked to read.
pub fn restore(path: &Path) -> Result<(), Fault> {
    // The output folder, a dossier's, a document's, a file.
    const DEEPEST: usize = 4;
    let is_aside = |name: &std::ffi::OsStr| Path::new(name).extension().is_some_and(|ending| ending == "old");
    for output in path.ancestors().take(DEEPEST) {
        let Ok(mut entries) = fs::read_dir(output.join(OWN_FOLDER)) else { continue };
        if entries.any(|entry| entry.is_ok_and(|entry| is_aside(&entry.file_name()))) {
            return match Lock::take_within(output, MOMENT) {
                Ok(lock) => {
                    lock.release(output);
                    Ok(())
                }
                // A build is at work: it has put things right when it took the folder.
                Err(Fault::Busy { .. }) => Ok(()),
                Err(fault) => Err(fault),
            };
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
    fs::rename(aside, place).map_err(Fault::output("không đưa được bản đã dựng về chỗ cũ", place))
}

fn remove(folder: &Path) -> Result<(), Fault> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Fault::output("không xóa được thư mục", folder)(error))
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

#[cfg(test)]
mod tests {
    use super::*;

    /// An output folder with an old set, and a new one prepared.
    struct Half {
        folder: tempfile::TempDir,
        prepared: Prepared,
    }

    fn put(folder: &Path, version: &str) {
        fs::create_dir_all(folder).expect("a folder");
        for name in [MANIFEST, "ke-hoach.pdf"] {
            let written = fs::File::create(folder.join(name));
            let written =
                written.and_then(|mut file| std::io::Write::write_all(&mut file, version.as_bytes()));
            written.expect("the file can be written");
        }
    }

    impl Half {
        fn new() -> Self {
            let folder = tempfile::tempdir().expect("a temporary folder");
            put(&folder.path().join("mau"), "cũ");
            let prepared = Prepared::empty(folder.path(), "mau").expect("it is empty");
            put(prepared.path(), "mới");
            Self { folder, prepared }
        }

        fn path(&self) -> &Path {
            self.folder.path()
        }

        fn move_aside(&self) {
            fs::rename(self.path().join("mau"), aside(self.path(), "mau")).expect("the first step");
        }

        /// What stands in the dossier's folder, and what in the tool's own.
        fn state(&self) -> (String, Vec<String>) {
            let place = self.path().join("mau");
            let [one, other] = [MANIFEST, "ke-hoach.pdf"]
                .map(|name| fs::read_to_string(place.join(name)).unwrap_or_default());
            assert_eq!(one, other, "a whole set");
            let own = fs::read_dir(self.path().join(OWN_FOLDER)).into_iter().flatten().flatten();
            (one, own.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
        }
    }

    #[test]
    fn a_set_steps_aside_where_folders_cannot_be_exchanged() {
        let half = Half::new();
        step_aside(half.path(), "mau", &half.prepared).expect("two renames");
        assert_eq!(half.state(), ("mới".to_owned(), Vec::new()));
    }

    #[test]
    fn killed_between_the_two_steps_the_next_command_brings_the_old_set_back() {
        let half = Half::new();
        half.move_aside();
        recover(half.path()).expect("it can be cleaned up");
        assert_eq!(half.state(), ("cũ".to_owned(), Vec::new()));
    }

    #[test]
    fn killed_after_the_second_step_the_new_set_stays() {
        let half = Half::new();
        half.move_aside();
        fs::rename(half.prepared.path(), half.path().join("mau")).expect("the second step");
        recover(half.path()).expect("it can be cleaned up");
        assert_eq!(half.state(), ("mới".to_owned(), Vec::new()));
    }

    #[test]
    fn an_empty_folder_in_the_old_sets_place_makes_way_and_a_full_one_is_told() {
        let half = Half::new();
        half.move_aside();
        fs::create_dir(half.path().join("mau")).expect("a folder");
        recover(half.path()).expect("it can be cleaned up");
        assert_eq!(half.state().0, "cũ");
        half.move_aside();
        fs::create_dir_all(half.path().join("mau/rieng")).expect("a folder");
        let told = recover(half.path()).err().map(|fault| fault.to_string()).unwrap_or_default();
        insta::assert_snapshot!(told.replace(&half.path().display().to_string(), "output"), @"lần dựng trước bị ngắt, bản đã dựng còn ở «output/.duthao/mau.old» nhưng chỗ của nó, «output/mau», đã có thứ khác; chuyển thứ đó đi rồi chạy lại");
        assert!(aside(half.path(), "mau").join(MANIFEST).is_file(), "the only copy stays");
    }

    #[test]
    fn whoever_reads_brings_the_old_set_back_first() {
        for asked in ["", "mau", "mau/ke-hoach.pdf", "mau/quyet-dinh/xa-an.pdf"] {
            let half = Half::new();
            half.move_aside();
            restore(&half.path().join(asked)).expect("it comes back");
            assert_eq!(half.state(), ("cũ".to_owned(), Vec::new()), "{asked}");
        }
        let half = Half::new();
        restore(&half.path().join("mau")).expect("nothing is to be done");
        assert_eq!(
            half.state(),
            ("cũ".to_owned(), vec!["mau.new".to_owned()]),
            "nobody's staging is touched"
        );
    }
}
