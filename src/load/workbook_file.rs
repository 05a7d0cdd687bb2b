//! From the YAML lines that name a workbook and a sheet to the sheet, with a finding for everything that is in the way.

use std::sync::Arc;

use super::cells;
use super::project::Project;
use super::workbook::{self, Limits, Raw, Sheet, WorkbookTrouble};
use crate::diag::{CellRange, CellRef, CellText, Finding, Findings, GridText, Place, Sources, rules};
use crate::model::input::is_lock_file;
use crate::model::marks::COLLECTED;
use crate::model::text::ClerkText;
use crate::vietnamese::text::{clean, nearest};

/// The endings of the files that are read.
const ENDINGS: [&str; 6] = [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv"];

/// Whether a file is a workbook by its name, and not the lock file of one.
pub fn is_named_as_workbook(name: &str) -> bool {
    let lower = name.to_lowercase();
    ENDINGS.iter().any(|ending| lower.ends_with(ending)) && !is_lock_file(name)
}

/// A workbook, or a sheet of it, as the YAML names it.
pub struct Named<'a> {
    pub file: &'a ClerkText,
    pub sheet: Option<&'a ClerkText>,
    /// The path of the file, relative to the project.
    pub path: &'a str,
}

/// A sheet that was read, and whether its tab is shown.
pub struct Opened {
    pub sheet: Arc<Sheet>,
    pub is_visible: bool,
}

/// Reads the sheet that is named, or the only visible one; its rows are remembered for the lines around a place.
pub fn sheet(
    project: &Project,
    named: &Named<'_>,
    limits: &Limits,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Opened> {
    let own_name = named.path.rsplit('/').next().unwrap_or(named.path);
    if is_lock_file(own_name) {
        findings.add(lock_file(named));
        return None;
    }
    let bytes = bytes(project, named, findings)?;
    let read = workbook::open(bytes, limits).and_then(|mut book| {
        let wanted = named.sheet.map(|wanted| wanted.text.as_str());
        match which(book.sheets(), wanted) {
            Ok(at) => book.sheet(at).map(|sheet| Ok((sheet, book.sheets()[at].is_visible))),
            Err(names) => Ok(Err(names)),
        }
    });
    match read {
        Ok(Ok((sheet, is_visible))) => {
            let sheet = Arc::new(sheet);
            sources.add_sheet(named.path, &sheet.name, Arc::<Sheet>::clone(&sheet));
            Some(Opened { sheet, is_visible })
        }
        Ok(Err(names)) => {
            findings.add(which_sheet(&names, named));
            None
        }
        Err(trouble) => {
            findings.add(called_here(trouble_finding(trouble, named.path), named));
            None
        }
    }
}

fn bytes(project: &Project, named: &Named<'_>, findings: &mut Findings) -> Option<Vec<u8>> {
    match project.read(named.path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            findings.add(missing(project, named));
            None
        }
        Err(error) => {
            let reason = format!("không mở được tệp: {}", crate::fault::reason(&error));
            let help = "xem lại tên tệp, quyền đọc; đóng chương trình đang ghi tệp rồi chạy lại";
            findings.add(called_here(unreadable(&reason, help, named.path), named));
            None
        }
    }
}

fn missing(project: &Project, named: &Named<'_>) -> Finding {
    let folder = named.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    // What all dossiers share lies beside them.
    let (whose, beside) = if folder == "data" {
        ("thư mục data", "vào thư mục data")
    } else {
        ("thư mục hồ sơ", "vào cạnh ho-so.yaml")
    };
    let there = project.files_in(folder);
    let workbooks: Vec<&str> =
        there.iter().map(String::as_str).filter(|name| is_named_as_workbook(name)).collect();
    let finding = Finding::new(
        &rules::MISSING_WORKBOOK,
        named.file.place.clone(),
        format!("không có bảng tính «{}» trong {whose}", named.file.text),
    );
    match nearest(&named.file.text, workbooks.iter().copied()) {
        Some(near) => finding.help(format!("có phải ý là «{near}»?")),
        None if workbooks.is_empty() => finding.help(format!("chép bảng tính {beside}")),
        None => finding.help(format!("các bảng tính đang có: {}", workbooks.join(", "))),
    }
}

/// `~$bang.xlsx`, which Excel writes beside a workbook that somebody has open.
fn lock_file(named: &Named<'_>) -> Finding {
    Finding::new(
        &rules::MISSING_WORKBOOK,
        named.file.place.clone(),
        format!("«{}» là tệp khóa tạm của Excel, không phải bảng tính", named.file.text),
    )
    .help("bỏ «~$» ở đầu tên; tệp này tự mất khi đóng Excel")
}

fn unreadable(reason: &str, help: &str, path: &str) -> Finding {
    Finding::new(
        &rules::UNREADABLE_WORKBOOK,
        Place::file(path),
        format!("không đọc được bảng tính: {reason}"),
    )
    .help(help)
}

/// What is said of a workbook that cannot be read.
pub fn trouble_finding(trouble: WorkbookTrouble, path: &str) -> Finding {
    match trouble {
        WorkbookTrouble::Unreadable { reason, help } => unreadable(&reason, &help, path),
        WorkbookTrouble::TooLarge { what, key } => Finding::new(
            &rules::TOO_LARGE,
            Place::file(path),
            format!("bảng tính vượt giới hạn: {what}"),
        )
        .help(format!(
            "chép riêng bảng chỉ tiêu sang một tệp mới; cần đọc cả tệp lớn thì nâng «gioi_han: {{ {key}: … }}» trong data/chung.yaml"
        )),
    }
}

fn called_here(finding: Finding, named: &Named<'_>) -> Finding {
    finding.also(named.file.place.clone(), "bảng tính này được gọi ở đây")
}

/// The place of the sheet, or the names to choose from.
fn which(sheets: &[workbook::SheetEntry], wanted: Option<&str>) -> Result<usize, Vec<String>> {
    let names = |all: bool| {
        sheets.iter().filter(|sheet| all || sheet.is_visible).map(|sheet| sheet.name.clone()).collect()
    };
    match wanted {
        Some(wanted) => {
            let found = sheets.iter().position(|sheet| clean(&sheet.name) == clean(wanted));
            found.ok_or_else(|| names(true))
        }
        None => {
            // The list that `collect` writes beside a table is none.
            let is_table = |sheet: &workbook::SheetEntry| sheet.is_visible && sheet.name != COLLECTED;
            let mut visible = sheets.iter().enumerate().filter(|(_, sheet)| is_table(sheet));
            match (visible.next(), visible.next()) {
                (Some((only, _)), None) => Ok(only),
                _ => Err(names(false)),
            }
        }
    }
}

fn which_sheet(names: &[String], named: &Named<'_>) -> Finding {
    let finding = |message| {
        let at = named.sheet.unwrap_or(named.file).place.clone();
        Finding::new(&rules::MISSING_SHEET, at, message).also(Place::file(named.path), "trong tệp này")
    };
    let Some(wanted) = named.sheet else {
        let message = format!("bảng tính có {} trang đang hiện, cần nói rõ đọc trang nào", names.len());
        return finding(message).help(match names.first() {
            Some(first) => format!("thêm dòng «trang: {first}» (các trang: {})", names.join(", ")),
            None => "bỏ ẩn trang chứa bảng".to_owned(),
        });
    };
    let finding = finding(format!("bảng tính không có trang «{}»", wanted.text));
    match nearest(&wanted.text, names.iter().map(String::as_str)) {
        Some(near) => finding.help(format!("có phải ý là «{near}»?")),
        None => finding.help(format!("các trang đang có: {}", names.join(", "))),
    }
}

impl GridText for Sheet {
    fn text(&self, at: CellRef) -> Option<CellText> {
        let raw = self.cell(at.row, at.column)?;
        let look = self.look(at.row, at.column);
        Some(CellText { text: cells::displayed(raw, look), is_number: matches!(raw, Raw::Number(_)) })
    }

    fn merged_range(&self, at: CellRef) -> Option<CellRange> {
        self.merged(at)
    }

    fn last_row(&self) -> u32 {
        self.last_row()
    }
}
