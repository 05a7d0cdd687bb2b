//! `duthao annotate`: a copy of a workbook with a comment on every cell that a finding is about.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::args::{Annotate, Common, Format};
use super::{FAILED, REFUSED, build, places, report, terminal};
use crate::annotate::{self, Comment, PackageKind};
use crate::diag::{Finding, Place, Severity, human};
use crate::discover;
use crate::fault::Fault;
use crate::load::Project;
use crate::load::whole::{self, Whole};
use crate::load::workbook;
use crate::output;
use crate::vietnamese::text::nfc;

/// What is printed as JSON when nothing was written.
pub const NOTHING: &str = "{\"out\":null,\"comments\":[]}";

/// Annotates one workbook; 1 when it cannot be read.
pub fn annotate(arguments: &Annotate) -> Result<u8, Fault> {
    let annotated = work(arguments);
    let (code, said) = match &annotated {
        Ok(Outcome::Annotated { comments, is_written }) => {
            let out = is_written.then(|| shown(&arguments.out));
            (0, serde_json::to_string_pretty(&object(out.as_deref(), comments)).ok())
        }
        Ok(Outcome::Stopped(code)) => (*code, None),
        Err(_) => (FAILED, None),
    };
    if arguments.format == Format::Json {
        terminal::data(said.as_deref().unwrap_or(NOTHING));
    }
    annotated.map(|_| code)
}

enum Outcome {
    Annotated {
        comments: Vec<Comment>,
        is_written: bool,
    },
    /// What stopped it is told.
    Stopped(u8),
}

/// A workbook of a project.
struct Own {
    root: PathBuf,
    /// Relative to the project.
    path: String,
}

fn work(arguments: &Annotate) -> Result<Outcome, Fault> {
    let current = places::current()?;
    let own = own(&current, arguments)?;
    let out = current.join(&arguments.out);
    refuse_out(&own.root, &out, &arguments.out)?;
    let common = Common {
        paths: dossier(&own).into_iter().collect(),
        project: Some(own.root.clone()),
        format: arguments.format,
        quiet: arguments.quiet,
        jobs: None,
        timings: false,
    };
    let found = build::find(&common)?;
    if found.code >= FAILED {
        return Ok(Outcome::Stopped(found.code));
    }
    // The YAML names the file, maybe in other letters than the folder does.
    let folded = |path: &str| nfc(path).to_lowercase();
    let read = found.inputs.iter().find(|input| input.path == own.path);
    let read = read.or_else(|| found.inputs.iter().find(|input| folded(&input.path) == folded(&own.path)));
    let Some(read) = read else { return Err(not_read(&own, &found.findings)) };
    let mut whole = match whole::open(&Project::new(&own.root), &read.path) {
        Ok(Ok(whole)) => whole,
        Ok(Err(finding)) => return Ok(refused(&finding)),
        Err(error) => return Err(Fault::io("không đọc được tệp", &own.path)(error)),
    };
    if whole.row != *read {
        return Err(Fault::Usage(format!(
            "«{}» vừa bị sửa trong lúc kiểm tra; lưu xong rồi chạy lại",
            own.path
        )));
    }
    let kind = package_kind(&whole);
    refuse_ending(kind.as_ref().is_some_and(|kind| kind.has_macros), &arguments.out)?;
    let comments = annotate::comments(&found.findings, &read.path);
    let mut told = Told { lines: Vec::new(), is_quiet: arguments.quiet };
    told.elsewhere(&found.findings, &read.path);
    if comments.is_empty() {
        told.lines.insert(0, format!("«{}» không có ô nào mang lỗi, cảnh báo; không ghi tệp", own.path));
        told.say();
        return Ok(Outcome::Annotated { comments, is_written: false });
    }
    let bytes = match copy(&mut whole, kind, &comments, &mut told)? {
        Ok(bytes) => bytes,
        Err(finding) => return Ok(refused(&finding)),
    };
    output::write_new(&out, &arguments.out, &bytes)?;
    told.lines.insert(0, summary(&arguments.out, &comments));
    told.say();
    Ok(Outcome::Annotated { comments, is_written: true })
}

fn refused(finding: &Finding) -> Outcome {
    terminal::error_line(human::text(std::slice::from_ref(finding), terminal::is_interactive()).trim_end());
    Outcome::Stopped(REFUSED)
}

/// The project that the workbook lies in, and its path there.
fn own(current: &Path, arguments: &Annotate) -> Result<Own, Fault> {
    let path = current.join(&arguments.workbook);
    let path = path.canonicalize().map_err(Fault::io("không đọc được tệp", &arguments.workbook))?;
    let root = match (&arguments.project, discover::project_root(current), path.parent()) {
        (Some(named), ..) => places::project(current, Some(named))?,
        (None, Some(root), _) => root,
        (None, None, folder) => places::project(folder.unwrap_or(current), None)?,
    };
    let inside =
        root.canonicalize().ok().and_then(|root| path.strip_prefix(root).ok().map(Path::to_path_buf));
    let inside = inside.filter(|path| path.starts_with("data"));
    match inside {
        Some(path) => Ok(Own { root, path: shown(&path) }),
        None => Err(Fault::Usage(format!(
            "«{}» không nằm trong data/ của dự án; ghi chú lấy từ kết quả kiểm tra hồ sơ, nên hãy chép bảng tính vào thư mục hồ sơ và khai báo trong ho-so.yaml (xem: duthao inspect)",
            shown(&arguments.workbook)
        ))),
    }
}

/// The folder of the workbook's dossier; `None` for one that all dossiers share.
fn dossier(own: &Own) -> Option<PathBuf> {
    let (dossier, _) = own.path.strip_prefix("data/")?.split_once('/')?;
    Some(own.root.join("data").join(dossier))
}

fn refuse_out(root: &Path, out: &Path, typed: &Path) -> Result<(), Fault> {
    let name = shown(typed);
    let refused = |why: &str| Err(Fault::Usage(format!("không ghi vào «{name}»: {why}")));
    if places::is_among_sources(root, out) {
        return refused("data/ và templates/ là chỗ của tệp gốc; ghi ra chỗ khác, ví dụ ghi-chu.xlsx");
    }
    if std::fs::symlink_metadata(out).is_ok() {
        return refused("đã có tệp cùng tên; xóa, đổi tên tệp đó, hoặc ghi ra tên khác");
    }
    if !["xlsx", "xlsm"].iter().any(|ending| has_ending(typed, ending)) {
        return refused("tên tệp phải kết thúc bằng .xlsx (bảng tính có macro: .xlsm)");
    }
    Ok(())
}

/// A workbook with macros opens only under its own ending, any other only without it.
fn refuse_ending(has_macros: bool, typed: &Path) -> Result<(), Fault> {
    let (wanted, why) = if has_macros {
        ("xlsm", "bảng tính có macro")
    } else {
        ("xlsx", "bảng tính không có macro")
    };
    if has_ending(typed, wanted) {
        return Ok(());
    }
    Err(Fault::Usage(format!(
        "không ghi vào «{}»: {why}, tên tệp phải kết thúc bằng .{wanted}",
        shown(typed)
    )))
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Why nothing can be said of a workbook that the check has not come to.
fn not_read(own: &Own, findings: &[Finding]) -> Fault {
    let is_in_the_way = |finding: &&Finding| {
        let path = finding.at.place.path();
        path.ends_with("/ho-so.yaml") || path == "data/chung.yaml" || path == own.path
    };
    Fault::Usage(if let Some(finding) = findings.iter().find(is_in_the_way) {
        format!(
            "«{}» chưa được đọc, vì: {} ({}); sửa xong rồi chạy lại",
            own.path, finding.message, finding.at.place
        )
    } else {
        format!(
            "không hồ sơ nào đọc «{}»; khai báo bảng tính này dưới «bang» của ho-so.yaml (xem: duthao inspect)",
            own.path
        )
    })
}

fn package_kind(whole: &Whole) -> Option<PackageKind> {
    let is_package = whole.format == workbook::Format::Xlsx;
    is_package.then(|| annotate::package_kind(whole.bytes.clone()).ok()).flatten()
}

/// The package with comments, or the values where it cannot be patched.
fn copy(
    whole: &mut Whole,
    kind: Option<PackageKind>,
    comments: &[Comment],
    told: &mut Told,
) -> Result<Result<Vec<u8>, Box<Finding>>, Fault> {
    let reason = match kind {
        Some(kind) => match annotate::patched(whole.bytes.clone(), comments) {
            Ok(bytes) => {
                told.of_package(kind);
                return Ok(Ok(bytes));
            }
            Err(reason) => format!("tệp gốc không chèn ghi chú được ({reason})"),
        },
        None => format!("định dạng {} không chèn ghi chú được", format_name(whole.format)),
    };
    let about = format!(
        "bản chép chỉ có số và chữ của các trang đang hiện, không có định dạng, công thức, hình: {reason}"
    );
    let (sheets, hidden) = match whole.visible_sheets() {
        Ok(read) => read,
        Err(finding) => return Ok(Err(finding)),
    };
    let mut front = vec![
        format!("Đây là {about}."),
        format!(
            "Tệp gốc: {}. Ô trong bản chép mang đúng chữ cột và số dòng của tệp gốc; sửa thì sửa ở tệp gốc.",
            whole.row.path
        ),
    ];
    if !hidden.is_empty() {
        front.push(format!("Các trang ẩn không được chép: {}.", hidden.join(", ")));
    }
    told.lines.push(about);
    annotate::copied(&sheets, comments, &front).map(Ok).map_err(Fault::Internal)
}

fn format_name(format: workbook::Format) -> &'static str {
    match format {
        workbook::Format::Xlsx => ".xlsx",
        workbook::Format::Xlsb => ".xlsb",
        workbook::Format::Xls => ".xls",
        workbook::Format::Ods => ".ods",
        workbook::Format::Csv => ".csv",
    }
}

/// What is told beside the file.
struct Told {
    lines: Vec<String>,
    is_quiet: bool,
}

impl Told {
    /// What the comments leave out.
    fn elsewhere(&mut self, findings: &[Finding], workbook: &str) {
        let is_here = |place: &Place| matches!(place, Place::Cell { file, .. } if file == workbook);
        let is_there = |finding: &&Finding| {
            !is_here(&finding.at.place) && !finding.also.iter().any(|label| is_here(&label.place))
        };
        let count = |waived: bool| findings.iter().filter(move |finding| finding.waived.is_some() == waived);
        let others = count(false).filter(is_there).count();
        if others > 0 {
            self.lines.push(format!("hồ sơ còn {others} lỗi, cảnh báo ở chỗ khác; xem: duthao check"));
        }
        let waived = count(true).filter(|finding| !is_there(finding)).count();
        if waived > 0 {
            self.lines.push(format!("{waived} lỗi, cảnh báo được bỏ qua (bo_qua) không ghi chú vào ô"));
        }
    }

    fn of_package(&mut self, kind: PackageKind) {
        if kind.is_signed {
            self.lines.push(
                "bảng tính có chữ ký số: bản chép có thêm ghi chú nên chữ ký không còn giá trị".to_owned(),
            );
        }
        if kind.has_threads {
            self.lines.push(
                "bảng tính có hội thoại (threaded comments): ở ô có hội thoại, Excel không hiện ghi chú thêm vào; xem danh sách trên".to_owned(),
            );
        }
    }

    fn say(&self) {
        if !self.is_quiet {
            self.lines.iter().for_each(|line| terminal::error_line(line));
        }
    }
}

/// What was written, and a line for every comment.
fn summary(out: &Path, comments: &[Comment]) -> String {
    let head = ["Trang", "Ô", "Mã", "Mức"].map(str::to_owned);
    let notes = comments.iter().flat_map(|comment| comment.notes.iter().map(move |note| (comment, note)));
    let rows = notes.map(|(comment, note)| {
        let severity = match note.severity {
            Severity::Error => "lỗi",
            Severity::Warning => "cảnh báo",
        };
        [comment.sheet.clone(), comment.cell.to_string(), note.code.clone(), severity.to_owned()]
    });
    let lines: Vec<[String; 4]> = std::iter::once(head).chain(rows).collect();
    format!("{}\n{} ô có ghi chú → {}", report::columns(&lines), comments.len(), shown(out))
}

fn object(out: Option<&str>, comments: &[Comment]) -> serde_json::Value {
    let notes = comments.iter().flat_map(|comment| comment.notes.iter().map(move |note| (comment, note)));
    let rows: Vec<_> = notes
        .map(|(comment, note)| {
            json!({
                "sheet": comment.sheet,
                "cell": comment.cell.to_string(),
                "code": note.code,
                "severity": note.severity,
            })
        })
        .collect();
    json!({ "out": out, "comments": rows })
}
