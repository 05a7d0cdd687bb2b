//! One build at a time in one output folder.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::fault::Fault;

/// How long a second build waits for the first.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(100);

/// Holds the output folder until dropped; the lock goes with the process, however it ends.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Creates the output folder and takes it, waiting while another build holds it.
    pub fn take(output: &Path) -> Result<Self, Fault> {
        Self::take_within(output, PATIENCE)
    }

    /// The same, waiting no longer than `patience`.
    pub fn take_within(output: &Path, patience: Duration) -> Result<Self, Fault> {
        let folder = output.join(super::OWN_FOLDER);
        let path = folder.join("lock");
        let began = Instant::now();
        let file = loop {
            // The build before may remove the folder between these two steps: then both are taken again.
            let opened = std::fs::create_dir_all(&folder).and_then(|()| File::create(&path));
            let file = match opened {
                Ok(file) => file,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound && began.elapsed() < patience => {
                    continue;
                }
                Err(error) => {
                    return Err(Fault::output("không ghi được vào thư mục kết quả", output)(
                        error,
                    ));
                }
            };
            match file.try_lock() {
                // A lock on a file that has been removed since it was opened guards nothing.
                Ok(()) if is_same_file(&file, &path) => break file,
                Ok(()) => {}
                Err(TryLockError::WouldBlock) if began.elapsed() < patience => std::thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => {
                    return Err(Fault::Busy { path: output.to_path_buf(), seconds: patience.as_secs() });
                }
                Err(TryLockError::Error(error)) => {
                    return Err(Fault::output("không khóa được thư mục kết quả", output)(error));
                }
            }
        };
        super::exchange::recover(output)?;
        Ok(Self { _file: file })
    }

    /// Removes the tool's own folder when nothing is left in it but the lock.
    pub fn release(self, output: &Path) {
        let folder = output.join(super::OWN_FOLDER);
        // Removed while still held: whoever waits for this file finds it gone and takes a new one. Where an open file
        // cannot be removed, it stays, and the next build uses it.
        let _ = std::fs::remove_file(folder.join("lock"));
        let _ = std::fs::remove_dir(folder);
        drop(self);
    }
}

#[cfg(unix)]
fn is_same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |data: std::fs::Metadata| (data.dev(), data.ino());
    let held = file.metadata().map(identity).ok();
    held.is_some() && held == std::fs::metadata(path).map(identity).ok()
}

/// Elsewhere an open file cannot be removed.
#[cfg(not(unix))]
fn is_same_file(_file: &File, _path: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_that_holds_the_folder_too_long_is_named_and_nothing_is_touched() {
        let output = tempfile::tempdir().expect("a temporary folder");
        let held = Lock::take(output.path()).expect("nobody holds it");
        let refused =
            Lock::take_within(output.path(), Duration::from_millis(300)).err().map(|fault| fault.to_string());
        let refused = refused.unwrap_or_default().replace(&output.path().display().to_string(), "output");
        insta::assert_snapshot!(refused, @"một lần dựng khác đang chạy trong «output» (đã chờ 0 giây); chờ lần đó xong rồi chạy lại");
        held.release(output.path());
        assert!(!output.path().join(crate::output::OWN_FOLDER).exists());
        assert!(Lock::take_within(output.path(), Duration::ZERO).is_ok());
    }
}
