//! `duthao collect`: annex workbooks that came back, merged into a new workbook of the dossier's table.

use std::path::{Path, PathBuf};

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::args::{Collect, Format};
use super::report::columns;
use super::{REFUSED, places, terminal};
use crate::collect::Collected;
use crate::diag::{Finding, Place, Severity, human, json};
use crate::discover;
use crate::fault::Fault;
use crate::load::Project;
use crate::load::returned;
use crate::model::input::is_lock_file;
use crate::output;
use crate::pipeline::{Collection, Workshop};
use crate::vietnamese::number;

/// What is printed as JSON when nothing was collected.
pub const NOTHING: &str =
    "{\"answered\":[],\"missing\":[],\"changed\":[],\"sums\":[],\"findings\":[],\"to\":null}";

/// A unit may save what it got in another format; a text file has no hidden sheet.
const ENDINGS: [&str; 5] = [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"];

/// Collects; 1 when a workbook cannot be used.
pub fn collect(arguments: &Collect) -> Result<u8, Fault> {
    let done = work(arguments);
    if arguments.format == Format::Json {
        let text = done.as_ref().ok().map(|done| object(done, &arguments.to));
        let text = text.and_then(|object| serde_json::to_string_pretty(&object).ok());
        terminal::data(text.as_deref().unwrap_or(NOTHING));
    }
    let done = done?;
    if arguments.format == Format::Human {
        if !done.findings.is_empty() {
            terminal::error_line(human::text(&done.findings, terminal::is_interactive()).trim_end());
        }
        if !arguments.quiet {
            terminal::data(&text(&done, &arguments.to));
        }
    }
    let is_refused = done.findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if is_refused { REFUSED } else { 0 })
}

fn work(arguments: &Collect) -> Result<Collection, Fault> {
    let current = places::current()?;
    let root = places::project(&current, arguments.project.as_deref())?;
    let to = current.join(&arguments.to);
    refuse_to(&root, &to, &arguments.to)?;
    let mut files = Vec::new();
    let mut read: Vec<PathBuf> = Vec::new();
    for workbook in arguments.workbooks.iter().flat_map(|named| files_of(&current, named)) {
        let path = current.join(&workbook);
        let name = workbook.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if is_lock_file(&name) {
            terminal::error_line(&format!("bỏ qua tệp khóa tạm của Excel: {}", shown(&workbook)));
            continue;
        }
        // One file that is named twice answers once.
        let real = places::resolved(&path);
        if read.contains(&real) {
            continue;
        }
        let bytes = returned::bytes(&path).map_err(Fault::io("không đọc được tệp", &workbook))?;
        read.push(real);
        files.push((shown(&workbook), bytes));
    }
    if files.is_empty() {
        return Err(Fault::Usage("không có bảng tính nào để thu".to_owned()));
    }
    let (jobs, _) = discover::jobs(&root, &root, &[])?;
    let mut workshop = Workshop::start(Project::new(&root));
    let done = workshop.collect(&jobs, files)?;
    if let Some(bytes) = &done.workbook {
        output::write_new(&to, &arguments.to, bytes)?;
    }
    Ok(done)
}

/// The workbooks of a folder, or those that a `*` in the name means where the shell leaves that to the program.
fn files_of(current: &Path, named: &Path) -> Vec<PathBuf> {
    let pattern = named.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (folder, begin, end) = if current.join(named).is_dir() {
        (named, "", "")
    } else if let Some((begin, end)) = pattern.split_once('*').filter(|_| !current.join(named).exists()) {
        (named.parent().unwrap_or(Path::new("")), begin, end)
    } else {
        return vec![named.to_path_buf()];
    };
    let (begin, end) = (begin.to_lowercase(), end.to_lowercase());
    let inside = walkdir::WalkDir::new(current.join(folder)).min_depth(1).max_depth(1).sort_by_file_name();
    let names = inside.into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned()).filter(|name| {
        let lower = name.to_lowercase();
        let is_workbook = ENDINGS.iter().any(|ending| lower.ends_with(ending));
        is_workbook && lower.starts_with(&begin) && lower.ends_with(&end)
    });
    names.map(|name| folder.join(name)).collect()
}

fn refuse_to(root: &Path, to: &Path, typed: &Path) -> Result<(), Fault> {
    let refused = |why: &str| Err(Fault::Usage(format!("không ghi vào «{}»: {why}", shown(typed))));
    if places::is_among_sources(root, to) {
        return refused(
            "data/ và templates/ là chỗ của tệp gốc; ghi ra chỗ khác, xem lại rồi mới chép vào hồ sơ",
        );
    }
    if std::fs::symlink_metadata(to).is_ok() {
        return refused("đã có tệp cùng tên; xóa, đổi tên tệp đó, hoặc ghi ra tên khác");
    }
    if !typed.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        return refused("tên tệp phải kết thúc bằng .xlsx");
    }
    Ok(())
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn text(done: &Collection, to: &Path) -> String {
    let collected = &done.collected;
    let mut text = format!("{}\n", collected.headline());
    if !collected.missing.is_empty() {
        text.push_str(&format!("Chưa có số thu về: {}\n", collected.missing.join(", ")));
    }
    if !collected.sums.is_empty() {
        let head = ["Cột", "Chỉ tiêu", "Tổng thu về", "Chênh lệch"].map(str::to_owned);
        let lines = collected.sums.iter().map(|sum| {
            [sum.column.clone(), figure(sum.target), figure(sum.sum), signed(sum.sum - sum.target)]
        });
        let lines: Vec<[String; 4]> = std::iter::once(head).chain(lines).collect();
        text.push_str(&format!("\n{}", columns(&lines)));
        if !collected.missing.is_empty() {
            text.push_str(&format!("{}\n", Collected::STILL_SENT));
        }
    }
    if !collected.changed.is_empty() {
        let head = ["Đơn vị", "Cột", "Đã gửi", "Thu về", "Ở"].map(str::to_owned);
        let lines = collected.changed.iter().map(|change| {
            [
                change.unit.clone(),
                change.column.clone(),
                change.old.clone(),
                change.new.clone(),
                short(&change.at),
            ]
        });
        let lines: Vec<[String; 5]> = std::iter::once(head).chain(lines).collect();
        text.push_str(&format!("\n{}", columns(&lines)));
    }
    text.push_str(&match (&done.workbook, &done.source) {
        (Some(_), Some(source)) => format!("\nĐã ghi {}; {source} vẫn như cũ", shown(to)),
        _ => "\nKhông ghi tệp nào: không tệp thu về nào dùng được".to_owned(),
    });
    text
}

/// A place by the file's own name: `xa-an-binh.xlsx Phụ lục!E9`.
fn short(place: &Place) -> String {
    let name = place.path().rsplit('/').next().unwrap_or_default();
    match place {
        Place::Cell { sheet, cell, .. } => format!("{name} {sheet}!{cell}"),
        _ => name.to_owned(),
    }
}

fn figure(number: Decimal) -> String {
    number::format(number.normalize())
}

fn signed(number: Decimal) -> String {
    if number > Decimal::ZERO { format!("+{}", figure(number)) } else { figure(number) }
}

fn object(done: &Collection, to: &Path) -> Value {
    let Collected { answered, missing, changed, sums, .. } = &done.collected;
    let findings: &[Finding] = &done.findings;
    json!({
        "answered": answered
            .iter()
            .map(|one| json!({ "unit": one.unit, "files": one.files, "changed": one.changed }))
            .collect::<Vec<_>>(),
        "missing": missing,
        "changed": changed
            .iter()
            .map(|one| json!({
                "unit": one.unit,
                "table": one.table,
                "column": one.column,
                "old": one.old,
                "new": one.new,
                "at": one.at,
                "cell": one.cell,
            }))
            .collect::<Vec<_>>(),
        "sums": sums
            .iter()
            .map(|one| json!({
                "table": one.table,
                "column": one.column,
                "target": one.target.normalize().to_string(),
                "sum": one.sum.normalize().to_string(),
                "difference": (one.sum - one.target).normalize().to_string(),
                "at": one.at,
            }))
            .collect::<Vec<_>>(),
        "findings": json::array(findings),
        "to": done.workbook.as_ref().map(|_| shown(to)),
    })
}
