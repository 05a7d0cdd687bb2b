//! Which dossiers and documents there are: folders under `data/` with a `ho-so.yaml`, in a fixed order.
//!
//! Comes in: the project's folder and the paths that the clerk named. Goes out: jobs. Nothing is read but names.
//! Links are not followed: a folder shared by two projects must not be found twice.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::diag::{Finding, Place, rules};
use crate::fault::Fault;
use crate::model::input::is_lock_file;
use crate::vietnamese::text::{nearest, nfc};

/// The file that makes a folder a dossier.
const DOSSIER_FILE: &str = "ho-so.yaml";

/// One dossier with the documents to make from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub dossier: String,
    pub documents: Vec<DocumentFile>,
    /// Every document of the dossier, wanted or not: those that are wanted must agree with them.
    pub all: Vec<DocumentFile>,
    /// Whether every document of the dossier is wanted, not only named ones.
    pub is_whole: bool,
}

impl Job {
    /// Whether a document of this id is wanted.
    pub fn names(&self, id: &str) -> bool {
        self.documents.iter().any(|document| document.id == id)
    }
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

/// All dossiers of a project, sorted by name, or those that the paths name, with what is wrong with their file names.
pub fn jobs(root: &Path, current: &Path, paths: &[PathBuf]) -> Result<(Vec<Job>, Vec<Finding>), Fault> {
    let (all, findings) = dossiers(root)?;
    if paths.is_empty() {
        return Ok((all, findings));
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
    let concerns = |finding: &Finding| {
        wanted.iter().any(|job| finding.at.place.path().starts_with(&format!("data/{}/", job.dossier)))
    };
    Ok((wanted.clone(), findings.into_iter().filter(|finding| concerns(finding)).collect()))
}

fn dossiers(root: &Path) -> Result<(Vec<Job>, Vec<Finding>), Fault> {
    let data = root.join("data");
    let (mut jobs, mut findings) = (Vec::new(), Vec::new());
    for entry in WalkDir::new(&data).min_depth(1).max_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| unreadable(&data, error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || name == "chung.yaml" {
            continue;
        }
        let path = format!("data/{name}");
        if entry.path_is_symlink() && entry.path().is_dir() {
            findings.push(skipped(
                path,
                "thư mục là một liên kết, không được đọc",
                "chép hẳn thư mục vào data/",
            ));
        } else if !entry.file_type().is_dir() {
            if is_yaml_like(&name) {
                findings.push(skipped(
                    path,
                    "tệp nằm ngoài thư mục hồ sơ",
                    "chuyển tệp vào data/<tên hồ sơ>/",
                ));
            }
        } else if entry.path().join(DOSSIER_FILE).is_file() {
            let all = documents(entry.path(), &name, &mut findings)?;
            jobs.push(Job { dossier: name, documents: all.clone(), all, is_whole: true });
        } else if let Some(found) = yaml_in(entry.path()) {
            findings.push(skipped(
                format!("{path}/{found}"),
                "thư mục không có tệp «ho-so.yaml» nên không được đọc",
                "đặt tên tệp chung của hồ sơ đúng là «ho-so.yaml» (chữ thường, không có .txt phía sau)",
            ));
        }
    }
    if jobs.is_empty() && findings.is_empty() {
        findings.push(skipped(
            "data".to_owned(),
            "không có hồ sơ nào trong data/",
            "tạo thư mục data/<tên hồ sơ>/ có tệp «ho-so.yaml» và tệp văn bản",
        ));
    }
    Ok((jobs, findings))
}

/// The files that Excel and LibreOffice lay beside a workbook while somebody has it open, relative to the project.
pub fn lock_files(root: &Path, jobs: &[Job]) -> Vec<String> {
    let mut found = Vec::new();
    for job in jobs {
        let folder = format!("data/{}", job.dossier);
        let entries = WalkDir::new(root.join(&folder)).min_depth(1).max_depth(1).sort_by_file_name();
        let names = entries.into_iter().filter_map(Result::ok);
        let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
        found.extend(names.filter(|name| is_lock_file(name)).map(|name| format!("{folder}/{name}")));
    }
    found
}

fn documents(folder: &Path, dossier: &str, findings: &mut Vec<Finding>) -> Result<Vec<DocumentFile>, Fault> {
    let mut documents: Vec<DocumentFile> = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| unreadable(folder, error))?;
        let name = entry.file_name().to_string_lossy();
        if name == DOSSIER_FILE || name.starts_with(['.', '~']) || !is_yaml_like(&name) {
            continue;
        }
        let file = format!("data/{dossier}/{name}");
        let id = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml"));
        if id.is_some_and(|id| id.to_lowercase() == "ho-so") {
            findings.push(skipped(
                file,
                "thư mục đã có «ho-so.yaml»; tệp này không được đọc",
                "xóa tệp này, hoặc chuyển nội dung sang «ho-so.yaml»",
            ));
            continue;
        }
        let Some(id) = id.filter(|_| entry.file_type().is_file()) else {
            findings.push(skipped(
                file,
                "không phải tệp văn bản thường có tên tận cùng .yaml hoặc .yml nên không được đọc",
                "đổi tên tệp: chữ thường, tận cùng đúng .yaml; tệp chung của hồ sơ là «ho-so.yaml»",
            ));
            continue;
        };
        let same = |other: &&DocumentFile| nfc(&other.id).to_lowercase() == nfc(id).to_lowercase();
        if let Some(first) = documents.iter().find(same) {
            findings.push(
                Finding::new(
                    &rules::TWO_FILES,
                    Place::file(file),
                    format!("văn bản «{id}» có hai tệp; tệp này không được đọc"),
                )
                .also(Place::file(first.file.as_str()), "tệp được đọc")
                .help("xóa hoặc đổi tên một trong hai tệp"),
            );
            continue;
        }
        if let Some(document) = part_of(id) {
            findings.push(
                Finding::new(
                    &rules::NAME_OF_PART,
                    Place::file(file),
                    format!("tên tệp trùng với tệp riêng của phụ lục, văn bản kèm theo của «{document}»"),
                )
                .help("đổi tên tệp, ví dụ bỏ phần sau dấu chấm"),
            );
            continue;
        }
        documents.push(DocumentFile { id: id.to_owned(), file });
    }
    Ok(documents)
}

/// `ke-hoach.phu-luc-1` is what the first annex of `ke-hoach` is called as a file of its own.
fn part_of(id: &str) -> Option<&str> {
    let (document, part) = id.rsplit_once('.')?;
    let number = part.strip_prefix("phu-luc-").or_else(|| part.strip_prefix("kem-theo-"))?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(document)
}

fn skipped(path: String, what: &str, help: &str) -> Finding {
    Finding::new(&rules::MISNAMED, Place::file(path), what).help(help)
}

/// `ke-hoach.yaml`, but also `vb.YAML`, `ho-so.yml`, `ho-so.yaml.txt`: what a clerk meant as YAML.
fn is_yaml_like(name: &str) -> bool {
    let lower = name.to_lowercase();
    let stem = lower.strip_suffix(".txt").unwrap_or(&lower);
    stem.ends_with(".yaml") || stem.ends_with(".yml")
}

fn yaml_in(folder: &Path) -> Option<String> {
    WalkDir::new(folder)
        .min_depth(1)
        .max_depth(1)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| is_yaml_like(name))
}

fn unreadable(folder: &Path, error: walkdir::Error) -> Fault {
    Fault::io("không đọc được thư mục", folder)(error.into())
}

fn select(root: &Path, current: &Path, path: &Path, all: &[Job]) -> Result<Job, Fault> {
    let absolute = current.join(path);
    let missing = || {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let known = all.iter().map(|job| job.dossier.as_str());
        let files = all.iter().flat_map(|job| &job.documents).map(|document| document.file.as_str());
        let file_names = files.clone().map(|file| file.rsplit('/').next().unwrap_or(file));
        let near_file = nearest(&name, file_names)
            .filter(|_| is_yaml_like(&name))
            .and_then(|near| files.clone().find(|file| file.ends_with(&format!("/{near}"))));
        let help = match (near_file, nearest(&name, known.clone())) {
            (Some(near), _) => format!("có phải ý là «{near}»?"),
            (None, Some(near)) => format!("có phải ý là «data/{near}»?"),
            (None, None) => format!("các hồ sơ: {}", known.collect::<Vec<_>>().join(", ")),
        };
        Fault::Usage(format!(
            "«{}» không phải thư mục hồ sơ hay tệp văn bản trong data/; {help}",
            path.display()
        ))
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
            Ok(Job { documents: vec![document.clone()], is_whole: false, ..job.clone() })
        }
    }
}
