//! Whether what a dossier was made from is what lies there now.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::Side;
use crate::load::{OFFICE_FILE, Project};
use crate::model::input::InputRow;

/// Tells every input and template that has changed, is gone or is new: path and cause.
pub fn differences(root: &Path, side: &Side, templates: &[InputRow], tell: &mut impl FnMut(&str, &str)) {
    let manifest = &side.looked.recorded.manifest;
    let wanted: BTreeSet<&str> = side.rows().flat_map(|row| &row.inputs).map(String::as_str).collect();
    let inputs = manifest.inputs.iter().filter(|input| wanted.contains(input.path.as_str()));
    let (of_templates, of_data): (Vec<&InputRow>, Vec<&InputRow>) =
        inputs.partition(|input| input.path.starts_with("templates/"));
    let project = Project::new(root);
    for input in &of_data {
        match project.read_unrecorded(&input.path) {
            Ok(bytes) if InputRow::of(input.path.as_str(), &bytes) == **input => {}
            Ok(_) => tell(&input.path, "tệp nguồn đã đổi từ lần dựng"),
            Err(_) if fs::symlink_metadata(root.join(&input.path)).is_ok() => {
                tell(&input.path, "tệp nguồn không đọc được nữa");
            }
            Err(_) => tell(&input.path, "tệp nguồn không còn"),
        }
    }
    if root.join(OFFICE_FILE).is_file()
        && !of_data.is_empty()
        && of_data.iter().all(|input| input.path != OFFICE_FILE)
    {
        tell(OFFICE_FILE, "tệp nguồn mới, lần dựng trước chưa có");
    }
    for document in &side.job.documents {
        if side.rows().all(|row| row.document != document.id) {
            tell(&document.file, "chưa dựng được lần nào: văn bản mới, hoặc lần dựng nào cũng bị từ chối");
        }
    }
    let kind = |path: &str| {
        if path.starts_with("templates/fonts/") { "phông chữ" } else { "mẫu, thể thức" }
    };
    for input in &of_templates {
        match templates.iter().find(|now| now.path == input.path) {
            Some(now) if now == *input => {}
            Some(_) => tell(&input.path, &format!("{} đã đổi từ lần dựng", kind(&input.path))),
            None => tell(&input.path, &format!("{} không còn", kind(&input.path))),
        }
    }
    let is_known = |path: &str| of_templates.iter().any(|input| input.path == path);
    for now in templates.iter().filter(|now| !of_templates.is_empty() && !is_known(&now.path)) {
        tell(&now.path, &format!("{} mới, lần dựng trước chưa có", kind(&now.path)));
    }
}
