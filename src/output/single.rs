//! One file at a place that the clerk names: whole or not at all, and never in the place of another.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

use crate::fault::Fault;

/// Writes a new file; refuses where one stands. `shown` is what messages call it.
pub fn write_new(path: &Path, shown: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let prepared = path.with_file_name(format!(".{name}.duthao-tam"));
    let written = File::create(&prepared).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    // A link never takes the place of a file, as renaming would; where there are no links, a look must do.
    let published = written.and_then(|()| match fs::hard_link(&prepared, path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists && !path.exists() => {
            fs::rename(&prepared, path)
        }
        linked => linked,
    });
    let _ = fs::remove_file(&prepared);
    published.map_err(Fault::io("không ghi được tệp", shown))
}
