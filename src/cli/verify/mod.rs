//! `duthao verify`: whether the outputs are what a build would make of the files as they are now, byte for byte.

mod inputs;
mod rebuilt;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

use serde::Serialize;

use super::args::{Format, Verify};
use super::build::default_output;
use super::report::columns;
use super::{FAILED, INTERRUPTED, REFUSED, places, terminal};
use crate::batch::{self, Task};
use crate::discover::{self, Job};
use crate::fault::Fault;
use crate::load::Project;
use crate::model::input::InputRow;
use crate::output::{self, Look, Looked, MANIFEST, Recorded};
use crate::record::{DocumentRow, Manifest, ManifestOptions, State};
use crate::templates::Templates;
use rebuilt::Rebuilt;

/// What is printed as JSON when nothing could be compared.
pub const NOTHING: &str = "{\"ok\":false,\"differences\":[]}";

/// One thing that is not as the last build left it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Difference {
    path: String,
    cause: String,
    #[serde(skip)]
    mend: Mend,
}

/// What to do about a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mend {
    Build,
    /// Keep what a person has changed, then build with `--force`.
    Force,
    /// Nobody has changed anything: the program must answer for it.
    Report,
}

impl Mend {
    fn words(self) -> &'static str {
        match self {
            Self::Build => "Dựng lại cho khớp: duthao build.",
            Self::Force => {
                "Tệp bị sửa bằng tay: giữ bản đã sửa ở chỗ khác, rồi duthao build --force để có lại bản dựng."
            }
            Self::Report => "Chỗ không rõ nguyên nhân: gửi hồ sơ cho người phụ trách chương trình.",
        }
    }
}

#[derive(Serialize)]
struct Answer<'a> {
    ok: bool,
    differences: &'a [Difference],
}

/// Compares every output; 1 when anything differs.
pub fn verify(arguments: &Verify) -> Result<u8, Fault> {
    let result = Verification::open(arguments).and_then(|mut verification| {
        let code = verification.work(arguments)?;
        Ok((code, verification))
    });
    let text = result.as_ref().ok().and_then(|(code, verification)| {
        let differences = verification.differences.as_slice();
        serde_json::to_string_pretty(&Answer { ok: *code == 0, differences }).ok()
    });
    if arguments.common.format == Format::Json {
        terminal::data(text.as_deref().unwrap_or(NOTHING));
    }
    let (code, verification) = result?;
    if arguments.common.format == Format::Human {
        terminal::data(&verification.text(code));
    }
    Ok(code)
}

const EDITED: &str = "đã bị sửa bằng tay từ lần dựng";

/// The file that a person knows a document by.
fn foremost(row: &DocumentRow) -> &str {
    let pdf = row.outputs.iter().find(|file| file.pages.is_some());
    pdf.or(row.outputs.first()).map_or(MANIFEST, |file| file.path.as_str())
}

/// What is verified, and what was found.
struct Verification {
    root: PathBuf,
    output: PathBuf,
    /// The output folder as messages name it.
    shown: String,
    jobs: Vec<Job>,
    /// The templates as they are now.
    templates: Vec<InputRow>,
    differences: Vec<Difference>,
    documents: usize,
    files: usize,
}

/// A dossier whose inputs are those that its outputs were made from.
struct Side {
    job: Job,
    looked: Looked,
}

impl Verification {
    fn open(arguments: &Verify) -> Result<Self, Fault> {
        let current = places::current()?;
        let root = places::project(&current, arguments.common.project.as_deref())?;
        // What is wrong with files' names is told by `check`.
        let (jobs, _) = discover::jobs(&root, &current, &arguments.common.paths)?;
        let (output, shown) = match &arguments.output {
            None => (default_output(&root), "output".to_owned()),
            Some(named) => (current.join(named), named.display().to_string()),
        };
        output::restore(&output)?;
        let templates = Templates::of(&Project::new(&root)).inputs();
        Ok(Self { root, output, shown, jobs, templates, differences: Vec::new(), documents: 0, files: 0 })
    }

    fn work(&mut self, arguments: &Verify) -> Result<u8, Fault> {
        let mut sides: Vec<Side> = Vec::new();
        for job in std::mem::take(&mut self.jobs) {
            let looked = Recorded::steady(&self.output, &job.dossier);
            let side = Side { job, looked };
            if self.is_provable(&side) {
                sides.push(side);
            }
        }
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let workers = arguments.common.jobs.map_or(cores, usize::from);
        let mut code = 0;
        for (options, sides) in by_options(sides) {
            let mut rebuilt = Rebuilt::new(&self.output, &self.shown, sides, arguments.common.quiet);
            let tasks = rebuilt.tasks();
            let order = rebuilt::order(&options);
            let result = batch::run(&self.root, tasks, &order, workers, |told| {
                rebuilt.take(told);
                Ok(())
            });
            self.differences.extend(rebuilt.finish());
            code = code.max(if rebuilt.has_failed { FAILED } else { 0 });
            self.is_still(&rebuilt)?;
            result?;
        }
        if batch::INTERRUPTED.load(Ordering::SeqCst) {
            return Ok(INTERRUPTED);
        }
        Ok(code.max(if self.differences.is_empty() { 0 } else { REFUSED }))
    }

    /// Whether a dossier can be proven by building it again; if not, why is told.
    fn is_provable(&mut self, side: &Side) -> bool {
        let manifest = &side.looked.recorded.manifest;
        let dossier = &side.job.dossier;
        let of_manifest = format!("{}/{dossier}/{MANIFEST}", self.shown);
        let mut told: Vec<Difference> = Vec::new();
        let mut tell = |path: &str, cause: &str| {
            told.push(Difference { path: path.to_owned(), cause: cause.to_owned(), mend: Mend::Build });
        };
        if !side.looked.recorded.is_there() {
            if !side.job.documents.is_empty() {
                tell(&of_manifest, "không có: hồ sơ chưa dựng, hoặc tệp đã bị xóa");
            }
        } else if manifest.tool.is_empty() {
            tell(&of_manifest, "không đọc được: đã bị sửa bằng tay");
        } else {
            inputs::differences(&self.root, side, &self.templates, &mut tell);
            if manifest.tool != Manifest::tool() {
                let cause =
                    format!("dựng bằng {}, chương trình đang chạy là {}", manifest.tool, Manifest::tool());
                tell(&of_manifest, &cause);
            }
        }
        let is_provable = told.is_empty() && side.looked.recorded.is_there();
        // A file that dossiers share is told once.
        told.retain(|found| !self.differences.contains(found));
        self.differences.append(&mut told);
        for row in side.rows() {
            self.documents += 1;
            self.files += row.outputs.len();
            self.outputs(side, row);
        }
        is_provable
    }

    /// What has become of a document's files.
    fn outputs(&mut self, side: &Side, row: &DocumentRow) {
        let path = |name: &str| format!("{}/{}/{name}", self.shown, side.job.dossier);
        let mut told = Vec::new();
        for (file, look) in side.looked.outputs(&row.id()) {
            let (cause, mend) = match look {
                Look::Intact => continue,
                Look::Missing => ("thiếu: đã bị xóa hoặc chuyển đi", Mend::Build),
                Look::Edited => (EDITED, Mend::Force),
            };
            told.push(Difference { path: path(&file.path), cause: cause.to_owned(), mend });
        }
        if told.is_empty() {
            let manifest = &side.looked.recorded.manifest;
            let cause = if row.state == State::Kept {
                Some("bản cũ được giữ: lần dựng gần nhất văn bản này bị từ chối")
            } else if manifest.is_of_these_inputs(row) {
                None
            } else {
                Some("chưa dựng lại từ khi một tệp nguồn dùng chung đổi")
            };
            told.extend(cause.map(|cause| Difference {
                path: path(foremost(row)),
                cause: cause.to_owned(),
                mend: Mend::Build,
            }));
        }
        self.differences.append(&mut told);
    }

    /// What was read at the beginning must still be there: a build that ran meanwhile has made another set.
    fn is_still(&self, rebuilt: &Rebuilt) -> Result<(), Fault> {
        for side in &rebuilt.sides {
            let now = fs::read(self.output.join(&side.job.dossier).join(MANIFEST)).unwrap_or_default();
            if !side.looked.recorded.has_bytes(&now) {
                return Err(Fault::Usage(format!(
                    "«{}/{}» vừa được dựng lại trong lúc đối chiếu; chạy lại duthao verify",
                    self.shown, side.job.dossier
                )));
            }
        }
        Ok(())
    }

    fn text(&self, code: u8) -> String {
        if self.differences.is_empty() {
            return match code {
                0 => format!("{} văn bản, {} tệp: dựng lại ra đúng từng byte.", self.documents, self.files),
                _ => "Chưa đối chiếu hết.".to_owned(),
            };
        }
        let head = ["Tệp", "Vì sao khác"].map(str::to_owned);
        let lines = self.differences.iter().map(|found| [found.path.clone(), found.cause.clone()]);
        let lines: Vec<[String; 2]> = std::iter::once(head).chain(lines).collect();
        let mut text = format!("{}\n{} chỗ khác.", columns(&lines), self.differences.len());
        for mend in [Mend::Build, Mend::Force, Mend::Report] {
            if self.differences.iter().any(|found| found.mend == mend) {
                text.push(' ');
                text.push_str(mend.words());
            }
        }
        text
    }
}

impl Side {
    /// The rows of the documents that are asked for.
    fn rows(&self) -> impl Iterator<Item = &DocumentRow> {
        let rows = self.looked.recorded.manifest.documents.iter();
        rows.filter(|row| self.job.is_whole || self.job.names(&row.document))
    }

    fn task(&self) -> Task {
        Task { job: self.job.clone(), known: BTreeMap::new(), only_unit: None }
    }
}

/// Dossiers that were built with the same options are built again together.
fn by_options(sides: Vec<Side>) -> Vec<(ManifestOptions, Vec<Side>)> {
    let mut groups: Vec<(ManifestOptions, Vec<Side>)> = Vec::new();
    for side in sides {
        let options = side.looked.recorded.manifest.options.clone();
        match groups.iter_mut().find(|(of, _)| *of == options) {
            Some((_, group)) => group.push(side),
            None => groups.push((options, vec![side])),
        }
    }
    groups
}
