//! The file that a clerk names, in a project or anywhere else, to what was understood of it.

use std::io;
use std::path::{Path, PathBuf};

use super::{Inspection, workbook};
use crate::diag::{Finding, Place, rules};
use crate::fault::Fault;
use crate::load::dossier::office_limits;
use crate::load::project::{Project, steady};
use crate::load::workbook::Limits;
use crate::load::workbook_file::{is_named_as_workbook, trouble_finding};
use crate::model::input::is_lock_file;
use crate::vietnamese::text::{nearest, nfc};

/// Reads and inspects a file; `shown` is what messages call it. Inside is the finding that refuses it.
///
/// The limits are those of the project's `chung.yaml`, where there is a project.
pub fn file(
    root: Option<&Path>,
    path: &Path,
    shown: &str,
) -> Result<Result<Inspection, Box<Finding>>, Fault> {
    let name = path.file_name().map(|name| nfc(&name.to_string_lossy()).into_owned()).unwrap_or_default();
    if is_lock_file(&name) {
        return Ok(Err(Box::new(lock_file(shown, &name))));
    }
    let bytes = match steady(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(Fault::Usage(missing(path, shown, &name)));
        }
        Err(error) => return Err(Fault::io("không đọc được tệp", shown)(error)),
    };
    let limits = root.map_or_else(Limits::default, |root| office_limits(&Project::new(root)));
    Ok(workbook(bytes, &name, &limits).map_err(|trouble| Box::new(trouble_finding(trouble, shown))))
}

fn lock_file(shown: &str, name: &str) -> Finding {
    let book = name.trim_start_matches("~$");
    Finding::new(
        &rules::UNREADABLE_WORKBOOK,
        Place::file(shown),
        "không đọc được bảng tính: đây là tệp khóa mà Excel tạo ra khi đang mở bảng tính, không có số liệu",
    )
    .help(format!("ghi tên bảng tính thật, ví dụ {book}"))
}

fn missing(path: &Path, shown: &str, name: &str) -> String {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .map_or(PathBuf::from("."), PathBuf::from);
    let mut there: Vec<String> = walkdir::WalkDir::new(folder)
        .min_depth(1)
        .max_depth(1)
        .into_iter()
        .filter_map(Result::ok)
        .filter_map(|entry| entry.file_name().to_str().map(str::to_owned))
        .filter(|name| is_named_as_workbook(name))
        .collect();
    there.sort();
    match nearest(name, there.iter().map(String::as_str)) {
        Some(near) => format!("không có tệp «{shown}»; có phải ý là «{near}»?"),
        None if there.is_empty() => format!("không có tệp «{shown}»"),
        None => format!("không có tệp «{shown}»; các bảng tính đang có: {}", there.join(", ")),
    }
}
