//! What the last build left in a dossier's folder, and what has become of it since.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use sha2::{Digest, Sha256};

use super::{MANIFEST, exchange};
use crate::model::input::hex;
use crate::record::{DocumentRow, Manifest, OutputRow, RowId};

/// The manifest of the last build; empty where there is none that can be read.
#[derive(Debug, Default)]
pub struct Recorded {
    pub manifest: Manifest,
    /// The manifest as it stands in the folder.
    pub(super) bytes: Vec<u8>,
    pub(super) place: PathBuf,
}

/// What has become of an output, or of all outputs of a document together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    Intact,
    Missing,
    /// Other bytes than were written, or a folder or a link instead of the file.
    Edited,
}

/// The last build, with a look at every output.
#[derive(Debug, Default)]
pub struct Looked {
    pub recorded: Recorded,
    /// By row, then by output, in the manifest's order.
    looks: Vec<Vec<Look>>,
    /// When a file was last changed as the file system says it, by its name: whether it is the file that was looked at.
    stamps: BTreeMap<String, Option<SystemTime>>,
    rows: BTreeMap<RowId, usize>,
    /// Row and output by the file's name.
    files: BTreeMap<String, (usize, usize)>,
}

impl Recorded {
    /// Reads what the last build recorded of a dossier.
    pub fn read(output: &Path, dossier: &str) -> Self {
        Self::at(&output.join(dossier))
    }

    /// The same, of a folder wherever it lies.
    pub fn at(place: &Path) -> Self {
        let bytes = fs::read(place.join(MANIFEST)).unwrap_or_default();
        let manifest: Manifest = serde_json::from_slice(&bytes).unwrap_or_default();
        // A name that leads out of the folder is none that we wrote.
        let mut outputs = manifest.documents.iter().flat_map(|row| &row.outputs);
        let manifest =
            if outputs.all(|output| is_inside(&output.path)) { manifest } else { Manifest::default() };
        Self { manifest, bytes, place: place.to_path_buf() }
    }

    /// Reads and looks while others may be building: never half of one set and half of the next.
    pub fn steady(output: &Path, dossier: &str) -> Looked {
        // Each time that a build comes between, another set is there; nobody builds that often.
        const TRIES: usize = 20;
        const PAUSE: Duration = Duration::from_millis(20);
        let mut looked = Self::read(output, dossier).look();
        for _ in 0..TRIES {
            let again = Self::read(output, dossier);
            let is_between = again.bytes.is_empty() && exchange::is_aside(output, dossier);
            if again.bytes == looked.recorded.bytes && !is_between {
                break;
            }
            std::thread::sleep(PAUSE);
            looked = Self::read(output, dossier).look();
        }
        looked
    }

    /// Whether there is a manifest, readable or not.
    pub fn is_there(&self) -> bool {
        !self.bytes.is_empty()
    }

    /// Whether these are the bytes that the manifest was read from.
    pub fn has_bytes(&self, bytes: &[u8]) -> bool {
        self.bytes == bytes
    }

    /// Whether the manifest is written as a build writes it.
    pub fn is_canonical(&self) -> bool {
        self.manifest.to_text().is_ok_and(|text| text.as_bytes() == self.bytes)
    }

    /// Hashes every output, on several threads.
    pub fn look(self) -> Looked {
        let outputs: Vec<&OutputRow> = self.manifest.documents.iter().flat_map(|row| &row.outputs).collect();
        let seen = look_at(&self.place, &outputs);
        let stamps = outputs.iter().zip(&seen).map(|(output, (_, stamp))| (output.path.clone(), *stamp));
        let stamps = stamps.collect();
        let mut looks = seen.into_iter().map(|(look, _)| look);
        let documents = &self.manifest.documents;
        let looks: Vec<Vec<Look>> =
            documents.iter().map(|row| looks.by_ref().take(row.outputs.len()).collect()).collect();
        let rows = documents.iter().enumerate().map(|(at, row)| (row.id(), at)).collect();
        let files = documents.iter().enumerate().flat_map(|(at, row)| {
            row.outputs.iter().enumerate().map(move |(file, output)| (output.path.clone(), (at, file)))
        });
        let files = files.collect();
        Looked { recorded: self, looks, stamps, rows, files }
    }
}

impl Looked {
    /// What the last build recorded of a document.
    pub fn row(&self, id: &RowId) -> Option<&DocumentRow> {
        Some(&self.recorded.manifest.documents[*self.rows.get(id)?])
    }

    /// What has become of a document's outputs: the worst of all; `None` for a document that the last build did not
    /// know.
    pub fn look(&self, id: &RowId) -> Option<Look> {
        let looks = &self.looks[*self.rows.get(id)?];
        Some(looks.iter().copied().max().unwrap_or(Look::Intact))
    }

    /// A document's outputs, each with what has become of it.
    pub fn outputs(&self, id: &RowId) -> impl Iterator<Item = (&OutputRow, Look)> {
        let at = self.rows.get(id).copied();
        let of_row = at.map(|at| (&self.recorded.manifest.documents[at].outputs, &self.looks[at]));
        of_row.into_iter().flat_map(|(outputs, looks)| outputs.iter().zip(looks.iter().copied()))
    }

    /// What has become of a file that the last build wrote, by its name.
    pub fn file(&self, name: &str) -> Option<Look> {
        let (row, file) = self.files.get(name)?;
        Some(self.looks[*row][*file])
    }

    /// Whether a file is still the one that was looked at.
    pub(super) fn is_as_seen(&self, name: &str) -> bool {
        let now = fs::symlink_metadata(self.recorded.place.join(name)).ok();
        let now = now.and_then(|there| there.modified().ok());
        now.is_some() && self.stamps.get(name).copied().flatten() == now
    }

    /// Whether the last build wrote any file into this subfolder.
    pub(super) fn wrote_into(&self, folder: &str) -> bool {
        let inside = format!("{folder}/");
        self.files.range(inside.clone()..).next().is_some_and(|(name, _)| name.starts_with(&inside))
    }
}

/// Whether a name stays inside the folder that it is relative to.
pub(super) fn is_inside(name: &str) -> bool {
    let path = Path::new(name);
    !name.is_empty() && path.components().all(|part| matches!(part, Component::Normal(_)))
}

fn look_at(place: &Path, outputs: &[&OutputRow]) -> Vec<Seen> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    // Starting a thread costs as much as hashing some small files.
    let threads = threads.min(outputs.len() / 8).max(1);
    let next = AtomicUsize::new(0);
    let looks = Mutex::new(vec![(Look::Missing, None); outputs.len()]);
    let work = || {
        let mut seen = Vec::new();
        while let Some((at, output)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, outputs.get(at)?)))
        {
            seen.push((at, look(place, output)));
        }
        let mut looks = looks.lock().unwrap_or_else(PoisonError::into_inner);
        for (at, look) in seen {
            looks[at] = look;
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    looks.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// The SHA-256 of a file, which is read piece by piece: memory that is used again costs less than memory that is new.
fn hash_of(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut digest = Sha256::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(hex(&digest.finalize())),
            length => digest.update(&piece[..length]),
        }
    }
}

/// What has become of a file, and when it was last changed.
type Seen = (Look, Option<SystemTime>);

fn look(place: &Path, output: &OutputRow) -> Seen {
    let path = place.join(&output.path);
    let there = match fs::symlink_metadata(&path) {
        Ok(there) => there,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return (Look::Missing, None);
        }
        Err(_) => return (Look::Edited, None),
    };
    let is_ours = there.is_file()
        && there.len() == output.size
        // What cannot be read must not be overwritten either.
        && hash_of(&path).is_ok_and(|hash| hash == output.sha256);
    (if is_ours { Look::Intact } else { Look::Edited }, there.modified().ok())
}
