//! A dossier's new set: what was built, the last good files of what was refused, everything else untouched.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{MANIFEST, exchange};
use crate::diag::{Finding, Place, Waived, rules};
use crate::fault::Fault;
use crate::model::input::{InputRow, sha256};
use crate::record::{DocumentRow, Manifest, ManifestOptions, OutputRow, State, TextRow};

/// A file to be written.
pub struct NewFile {
    pub name: String,
    pub bytes: Vec<u8>,
    /// Sheets of a PDF.
    pub pages: Option<usize>,
}

/// A document that was built.
pub struct BuiltDocument {
    pub id: String,
    pub files: Vec<NewFile>,
    pub key: String,
    pub inputs: Vec<InputRow>,
    pub text: Vec<TextRow>,
    pub waived: Vec<Waived>,
}

/// What is to be published for one dossier.
pub struct Set {
    pub dossier: String,
    pub built: Vec<BuiltDocument>,
    /// Documents that were refused: their last good files stay.
    pub refused: Vec<String>,
    /// Every document that the dossier has now; files of others go. `None`: only some were asked for, nothing goes.
    pub all: Option<Vec<String>>,
    pub kinds: Vec<String>,
    pub pdf_standard: Option<String>,
    /// Overwrite outputs that were edited by hand.
    pub force: bool,
}

/// What was published.
#[derive(Debug, Default)]
pub struct Published {
    /// Documents whose old files were kept, with those files' names.
    pub kept: Vec<(String, Vec<String>)>,
    /// One finding for every output that was edited by hand.
    pub edited: Vec<Finding>,
}

/// Writes a dossier's set and exchanges it for the old one; `shown` is the output folder as messages name it.
pub fn publish(output: &Path, shown: &str, set: Set) -> Result<Published, Fault> {
    let place = output.join(&set.dossier);
    // A link or a file of that name is somebody's own: it is neither followed nor replaced.
    if fs::symlink_metadata(&place).is_ok_and(|there| !there.is_dir()) {
        return Err(Fault::io("không ghi được vào", &place)(std::io::ErrorKind::NotADirectory.into()));
    }
    let old = read_manifest(&place);
    let mut published = Published::default();
    let mut rows: Vec<DocumentRow> = Vec::new();
    let mut new_files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut built_inputs: Vec<InputRow> = Vec::new();
    let mut kept_files: Vec<String> = Vec::new();
    let keep = |row: &DocumentRow, state: State, kept_files: &mut Vec<String>| {
        kept_files.extend(names(row));
        DocumentRow { state, ..row.clone() }
    };
    for document in set.built {
        let known = old.documents.iter().find(|row| row.document == document.id);
        let mut edited = Vec::new();
        if !set.force {
            edited = known.map(|row| edited_files(&place, row)).unwrap_or_default();
            edited.extend(foreign_files(&place, &document, &old));
        }
        if !edited.is_empty() {
            let files = known.map(names).unwrap_or_else(|| edited.clone());
            for path in &edited {
                published.edited.push(edited_finding(&format!("{shown}/{}/{path}", set.dossier)));
            }
            if let Some(row) = known {
                rows.push(keep(row, State::Kept, &mut kept_files));
            }
            published.kept.push((document.id.clone(), files));
            continue;
        }
        built_inputs.extend(document.inputs.iter().cloned());
        rows.push(row(&document));
        new_files.extend(document.files.into_iter().map(|file| (file.name, file.bytes)));
    }
    for row in &old.documents {
        if rows.iter().any(|other| other.document == row.document) {
            continue;
        }
        let is_refused = set.refused.contains(&row.document);
        let still_there = set.all.as_ref().is_none_or(|all| all.contains(&row.document));
        if is_refused {
            rows.push(keep(row, State::Kept, &mut kept_files));
            published.kept.push((row.document.clone(), names(row)));
        } else if still_there {
            rows.push(keep(row, row.state, &mut kept_files));
        }
    }
    if new_files.is_empty() && old.documents.is_empty() {
        return Ok(published);
    }
    rows.sort_by(|a, b| a.document.cmp(&b.document));
    // What was read now counts; a kept document's inputs stand as they were where nothing has read them since.
    let of_kept = old.inputs.iter().filter(|input| rows.iter().any(|row| row.inputs.contains(&input.path)));
    let inputs: BTreeMap<String, InputRow> =
        of_kept.cloned().chain(built_inputs).map(|input| (input.path.clone(), input)).collect();
    let manifest = Manifest {
        tool: format!("duthao {}", env!("CARGO_PKG_VERSION")),
        options: ManifestOptions { only: set.kinds, pdf_standard: set.pdf_standard },
        documents: rows,
        inputs: inputs.into_values().collect(),
    };
    let text = manifest.to_text().map_err(|error| Fault::Internal(error.to_string()))?;
    new_files.push((MANIFEST.to_owned(), text.into_bytes()));

    let prepared = exchange::staging(output, &set.dossier)?;
    for (name, bytes) in &new_files {
        let path = prepared.join(name);
        write(&path, bytes).map_err(Fault::io("không ghi được tệp", &path))?;
    }
    carry_over(&place, &prepared, &old, &kept_files)?;
    exchange::exchange(output, &set.dossier, &prepared)?;
    Ok(published)
}

/// The one place where bytes become files.
#[expect(clippy::disallowed_methods, reason = "output is the module that writes")]
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    fs::write(path, bytes)
}

fn read_manifest(place: &Path) -> Manifest {
    fs::read(place.join(MANIFEST))
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

fn names(row: &DocumentRow) -> Vec<String> {
    row.outputs.iter().map(|file| file.path.clone()).collect()
}

fn row(document: &BuiltDocument) -> DocumentRow {
    let mut outputs: Vec<OutputRow> = document
        .files
        .iter()
        .map(|file| OutputRow {
            pages: file.pages,
            path: file.name.clone(),
            sha256: sha256(&file.bytes),
            size: u64::try_from(file.bytes.len()).unwrap_or(u64::MAX),
        })
        .collect();
    outputs.sort_by(|a, b| a.path.cmp(&b.path));
    DocumentRow {
        document: document.id.clone(),
        inputs: document.inputs.iter().map(|input| input.path.clone()).collect(),
        key: document.key.clone(),
        outputs,
        state: State::Built,
        text: document.text.clone(),
        unit: None,
        waived: document.waived.iter().cloned().map(Into::into).collect(),
    }
}

/// The files of a document that differ from what was written; a missing one is no edit.
fn edited_files(place: &Path, row: &DocumentRow) -> Vec<String> {
    row.outputs
        .iter()
        .filter(|file| fs::read(place.join(&file.path)).is_ok_and(|bytes| sha256(&bytes) != file.sha256))
        .map(|file| file.path.clone())
        .collect()
}

/// Files of a new document's names that no manifest proves to be ours, and that differ from what would be written.
fn foreign_files(place: &Path, document: &BuiltDocument, old: &Manifest) -> Vec<String> {
    let listed = |name: &str| old.documents.iter().flat_map(|row| &row.outputs).any(|file| file.path == name);
    document
        .files
        .iter()
        .filter(|file| !listed(&file.name))
        .filter(|file| fs::read(place.join(&file.name)).is_ok_and(|there| there != file.bytes))
        .map(|file| file.name.clone())
        .collect()
}

fn edited_finding(path: &str) -> Finding {
    Finding::new(
        &rules::EDITED,
        Place::file(path),
        format!("«{path}» đã bị sửa bằng tay, hoặc không do chương trình ghi"),
    )
    .note("tệp được giữ nguyên, văn bản này không dựng lại")
    .help("chuyển tệp đã sửa sang chỗ khác rồi dựng lại, hoặc dùng --force để ghi đè")
}

/// Takes along the files of documents that stay, and files that no manifest listed.
fn carry_over(place: &Path, prepared: &Path, old: &Manifest, kept: &[String]) -> Result<(), Fault> {
    let Ok(entries) = fs::read_dir(place) else { return Ok(()) };
    // What a manifest listed goes with its document, unless a person has changed it since.
    let goes = |name: &str, path: &Path| {
        let row = old.documents.iter().flat_map(|row| &row.outputs).find(|file| file.path == name);
        name == MANIFEST
            || row.is_some_and(|file| fs::read(path).is_ok_and(|bytes| sha256(&bytes) == file.sha256))
    };
    for entry in entries {
        let entry = entry.map_err(Fault::io("không đọc được thư mục", place))?;
        let name = entry.file_name();
        let to = prepared.join(&name);
        let text = name.to_string_lossy();
        let stays = kept.iter().any(|kept| *kept == text) || !goes(&text, &entry.path());
        if stays && !to.exists() {
            copy(&entry.path(), &to)?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &PathBuf) -> Result<(), Fault> {
    let kind = fs::symlink_metadata(from).map_err(Fault::io("không đọc được tệp", from))?.file_type();
    if kind.is_symlink() {
        // The link itself is taken along, never what it points to.
        return fs::hard_link(from, to).map_err(Fault::io("không chép được liên kết", to));
    }
    if kind.is_dir() {
        fs::create_dir_all(to).map_err(Fault::io("không tạo được thư mục", to))?;
        let entries = fs::read_dir(from).map_err(Fault::io("không đọc được thư mục", from))?;
        for entry in entries.flatten() {
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    fs::hard_link(from, to)
        .or_else(|_| fs::copy(from, to).map(|_| ()))
        .map_err(Fault::io("không chép được tệp", to))
}
