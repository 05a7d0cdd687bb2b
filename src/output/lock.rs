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
        let folder = output.join(super::OWN_FOLDER);
        std::fs::create_dir_all(&folder).map_err(Fault::io("không tạo được thư mục", &folder))?;
        let path = folder.join("lock");
        let file = File::create(&path).map_err(Fault::io("không ghi được tệp", &path))?;
        let began = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if began.elapsed() < PATIENCE => std::thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => {
                    return Err(Fault::Busy { path: output.to_path_buf(), seconds: PATIENCE.as_secs() });
                }
                Err(TryLockError::Error(error)) => return Err(Fault::io("không khóa được tệp", &path)(error)),
            }
        }
        super::exchange::recover(output)?;
        Ok(Self { _file: file })
    }

    /// Removes the tool's own folder when nothing is left in it but the lock.
    pub fn release(self, output: &Path) {
        let folder = output.join(super::OWN_FOLDER);
        drop(self);
        // Another build may have come in: then the folder is not empty, or locked, and stays.
        let _ = std::fs::remove_file(folder.join("lock"));
        let _ = std::fs::remove_dir(folder);
    }
}
