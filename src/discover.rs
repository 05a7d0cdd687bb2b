//! Which dossiers and documents there are: folders under `data/` with a `ho-so.yaml`, in a fixed order.
//!
//! Comes in: the project's folder and the paths that the clerk named. Goes out: jobs. Nothing is read but names.
//! Links are not followed: a folder shared by two projects must not be found twice.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::fault::Fault;
use crate::vietnamese::text::nearest;

/// The file that makes a folder a dossier.
const DOSSIER_FILE: &str = "ho-so.yaml";

/// One dossier with the documents to make from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub dossier: String,
    pub documents: Vec<DocumentFile>,
    /// Whether every document of the dossier is wanted, not only named ones.
    pub is_whole: bool,
}

/// A document's YAML file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DocumentFile {
    /// The file's name without its ending.
    pub id: String,
    /// Relative to the project.
    pub file: String,
}

/// The project that a folder lies in: it or the nearest one above it with `data/`.
pub fn project_root(from: &Path) -> Option<PathBuf> {
    from.ancestors().find(|folder| folder.join("data").is_dir()).map(Path::to_path_buf)
}

/// All dossiers of a project, sorted by name, or those that the paths name.
pub fn jobs(root: &Path, current: &Path, paths: &[PathBuf]) -> Result<Vec<Job>, Fault> {
    let all = dossiers(root)?;
    if paths.is_empty() {
        return Ok(all);
    }
    let mut wanted: Vec<Job> = Vec::new();
    for path in paths {
        let job = select(root, current, path, &all)?;
        match wanted.iter_mut().find(|other| other.dossier == job.dossier) {
            Some(known) => {
                known.is_whole |= job.is_whole;
                known.documents.extend(job.documents);
                known.documents.sort_by(|a, b| a.id.cmp(&b.id));
                known.documents.dedup();
            }
            None => wanted.push(job),
        }
    }
    wanted.sort_by(|a, b| a.dossier.cmp(&b.dossier));
    Ok(wanted)
}

fn dossiers(root: &Path) -> Result<Vec<Job>, Fault> {
    let data = root.join("data");
    let mut jobs = Vec::new();
    for entry in WalkDir::new(&data).min_depth(1).max_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| unreadable(&data, error))?;
        let name = entry.file_name().to_string_lossy();
        if !entry.file_type().is_dir() || name.starts_with('.') || !entry.path().join(DOSSIER_FILE).is_file() {
            continue;
        }
        jobs.push(Job { documents: documents(entry.path(), &name)?, dossier: name.into_owned(), is_whole: true });
    }
    Ok(jobs)
}

fn documents(folder: &Path, dossier: &str) -> Result<Vec<DocumentFile>, Fault> {
    let mut documents = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| unreadable(folder, error))?;
        let name = entry.file_name().to_string_lossy();
        let id = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml"));
        let is_document = name != DOSSIER_FILE && !name.starts_with(['.', '~']);
        if let Some(id) = id.filter(|_| is_document && entry.file_type().is_file()) {
            documents.push(DocumentFile { id: id.to_owned(), file: format!("data/{dossier}/{name}") });
        }
    }
    Ok(documents)
}

fn unreadable(folder: &Path, error: walkdir::Error) -> Fault {
    Fault::io("không đọc được thư mục", folder)(error.into())
}

fn select(root: &Path, current: &Path, path: &Path, all: &[Job]) -> Result<Job, Fault> {
    let absolute = current.join(path);
    let missing = || {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let known = all.iter().map(|job| job.dossier.as_str());
        let help = match nearest(&name, known.clone()) {
            Some(near) => format!("có phải ý là «data/{near}»?"),
            None => format!("các hồ sơ: {}", known.collect::<Vec<_>>().join(", ")),
        };
        Fault::Usage(format!("«{}» không phải thư mục hồ sơ hay tệp văn bản trong data/; {help}", path.display()))
    };
    let (Ok(absolute), Ok(data)) = (absolute.canonicalize(), root.join("data").canonicalize()) else {
        return Err(missing());
    };
    let Ok(inside) = absolute.strip_prefix(&data) else { return Err(missing()) };
    let mut parts = inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    let (dossier, file) = (parts.next(), parts.next());
    let job = all.iter().find(|job| Some(&job.dossier) == dossier.as_ref()).ok_or_else(missing)?;
    match file {
        None => Ok(job.clone()),
        // The shared file stands for the dossier.
        Some(name) if name == DOSSIER_FILE => Ok(job.clone()),
        Some(name) => {
            let file = format!("data/{}/{name}", job.dossier);
            let document = job.documents.iter().find(|document| document.file == file).ok_or_else(missing)?;
            Ok(Job { dossier: job.dossier.clone(), documents: vec![document.clone()], is_whole: false })
        }
    }
}
