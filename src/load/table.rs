//! One `bang:` of `ho-so.yaml` and its sheet to a `Table`.

use super::cells;
use super::columns::{self, Declared};
use super::computed;
use super::duplicates;
use super::fields::Fields;
use super::grid::{self, Head};
use super::project::Project;
use super::rows;
use super::workbook::{self, RawCell, Sheet, WorkbookTrouble};
use super::yaml::Node;
use crate::diag::{CellRef, Finding, Findings, Place, Sources, rules};
use crate::model::table::{Column, RowKind, Table};
use crate::model::text::ClerkText;
use crate::vietnamese::text::nearest;

const KEYS: &[&str] = &["tep", "trang", "cot"];

/// Reads one declared table; `None` when so much is wrong that there is no table to speak of.
pub fn table(
    project: &Project,
    dossier: &str,
    id: &str,
    node: &Node,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Table> {
    let what = format!("bảng «{id}»");
    let fields = Fields::of(node, &what, KEYS, findings)?;
    let file = fields.required_text("tep", &what, findings);
    let (columns, all_read) = match fields.get("cot") {
        Some(node) => columns::declared(node, findings),
        None => {
            fields.missing("cot", &what, findings);
            (Vec::new(), false)
        }
    };
    let file = file?;
    let wanted_sheet = fields.text("trang", findings);
    let (path, sheet) = read_sheet(project, dossier, &file, wanted_sheet.as_ref(), findings)?;
    if columns.is_empty() {
        return None;
    }
    let place = |cell: CellRef| Place::cell(path.as_str(), sheet.name.as_str(), cell);
    let Some((columns, head)) = locate(columns, &sheet, &path, findings) else {
        remember(&sheet, &path, sources);
        return None;
    };
    let mut table = Table {
        id: id.to_owned(),
        file: path.clone(),
        sheet: sheet.name.clone(),
        numbered: head.number_column().is_some(),
        columns,
        rows: Vec::new(),
    };
    rows::read(&mut table, &sheet, &head, &place, findings);
    computed::fill(&mut table, findings);
    remember(&sheet, &path, sources);
    if table.unit_rows().next().is_none() {
        let has_parts = table.rows.iter().any(|row| row.kind == RowKind::Part);
        let under = CellRef { row: head.last_row + 1, column: 1 };
        findings.add(
            Finding::new(
                &rules::NO_ROWS,
                place(under),
                format!("{what} không có dòng đơn vị nào dưới đầu bảng"),
            )
            .also(fields.place.clone(), "bảng khai báo ở đây")
            .help(if has_parts {
                "dòng «- …» không có số thứ tự là dòng «trong đó»; nếu là đơn vị thì bỏ gạch đầu tên hoặc đánh số thứ tự"
            } else {
                "xem lại «trang» và «tieu_de» của các cột"
            }),
        );
    }
    duplicates::find(&table, findings);
    // With a column missing, every reference to it would look like a fault of its own.
    all_read.then_some(table)
}

fn read_sheet(
    project: &Project,
    dossier: &str,
    file: &ClerkText,
    wanted: Option<&ClerkText>,
    findings: &mut Findings,
) -> Option<(String, Sheet)> {
    let Some(path) = Project::inside_dossier(dossier, &file.text) else {
        findings.add(
            Finding::new(
                &rules::MISSING_WORKBOOK,
                file.place.clone(),
                format!("«tep: {}» phải là tên một tệp nằm trong thư mục hồ sơ", file.text),
            )
            .help("chép bảng tính vào cạnh ho-so.yaml và chỉ ghi tên tệp"),
        );
        return None;
    };
    let bytes = match project.read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let there = project.files_in(&format!("data/{dossier}"));
            let workbooks: Vec<&str> = there
                .iter()
                .map(String::as_str)
                .filter(|name| name.to_lowercase().ends_with(".xlsx") && !name.starts_with("~$"))
                .collect();
            let finding = Finding::new(
                &rules::MISSING_WORKBOOK,
                file.place.clone(),
                format!("không có bảng tính «{}» trong thư mục hồ sơ", file.text),
            );
            findings.add(match nearest(&file.text, workbooks.iter().copied()) {
                Some(near) => finding.help(format!("có phải ý là «{near}»?")),
                None if workbooks.is_empty() => finding.help("chép bảng tính vào cạnh ho-so.yaml"),
                None => finding.help(format!("các bảng tính đang có: {}", workbooks.join(", "))),
            });
            return None;
        }
        Err(error) => {
            findings.add(unreadable(
                &path,
                file,
                &format!("không mở được tệp: {}", crate::fault::reason(&error)),
            ));
            return None;
        }
    };
    match workbook::sheet(&bytes, wanted.map(|wanted| wanted.text.as_str())) {
        Ok(sheet) => Some((path, sheet)),
        Err(trouble) => {
            findings.add(sheet_finding(trouble, &path, file, wanted));
            None
        }
    }
}

pub(super) fn unreadable(path: &str, file: &ClerkText, reason: &str) -> Finding {
    Finding::new(
        &rules::UNREADABLE_WORKBOOK,
        Place::file(path),
        format!("không đọc được bảng tính: {reason}"),
    )
    .also(file.place.clone(), "bảng tính này được gọi ở đây")
    .help("mở bằng Excel, lưu lại dạng .xlsx không mật khẩu")
}

pub(super) fn sheet_finding(
    trouble: WorkbookTrouble,
    path: &str,
    file: &ClerkText,
    wanted: Option<&ClerkText>,
) -> Finding {
    let at = wanted.unwrap_or(file).place.clone();
    match trouble {
        WorkbookTrouble::Unreadable(reason) => unreadable(path, file, &reason),
        WorkbookTrouble::TooLarge(limit) => {
            Finding::new(&rules::TOO_LARGE, Place::file(path), format!("bảng tính vượt giới hạn: {limit}"))
                .also(file.place.clone(), "bảng tính này được gọi ở đây")
                .help("chép riêng bảng chỉ tiêu sang một tệp mới")
        }
        WorkbookTrouble::NoSuchSheet(names) => {
            let wanted = wanted.map_or("", |wanted| wanted.text.as_str());
            let finding =
                Finding::new(&rules::MISSING_SHEET, at, format!("bảng tính không có trang «{wanted}»"))
                    .also(Place::file(path), "trong tệp này");
            match nearest(wanted, names.iter().map(String::as_str)) {
                Some(near) => finding.help(format!("có phải ý là «{near}»?")),
                None => finding.help(format!("các trang đang có: {}", names.join(", "))),
            }
        }
        WorkbookTrouble::WhichSheet(names) => Finding::new(
            &rules::MISSING_SHEET,
            at,
            format!("bảng tính có {} trang đang hiện, cần nói rõ đọc trang nào", names.len()),
        )
        .also(Place::file(path), "trong tệp này")
        .help(match names.first() {
            Some(first) => format!("thêm dòng «trang: {first}» (các trang: {})", names.join(", ")),
            None => "bỏ ẩn trang chứa bảng".to_owned(),
        }),
    }
}

/// Finds the head and every declared column; reports those that are not there.
fn locate(
    declared: Vec<Declared>,
    sheet: &Sheet,
    path: &str,
    findings: &mut Findings,
) -> Option<(Vec<Column>, Head)> {
    let wanted: Vec<&[String]> = declared
        .iter()
        .filter(|declared| declared.heading_place.is_some())
        .map(|declared| declared.column.heading.as_slice())
        .collect();
    let head = grid::find_head(sheet, &wanted);
    let titles = head.as_ref().map(Head::titles).unwrap_or_default();
    let mut is_complete = true;
    let mut columns = Vec::new();
    for mut declared in declared {
        if let Some(place) = declared.heading_place {
            let found = head.as_ref().map(|head| head.find(&declared.column.heading)).unwrap_or_default();
            match (found.as_slice(), &head) {
                ([only], _) => declared.column.sheet_column = Some(*only),
                ([], _) | (_, None) => {
                    is_complete = false;
                    findings.add(missing_column(&declared.column, place, path, sheet, &titles));
                }
                (several, Some(head)) => {
                    is_complete = false;
                    findings.add(ambiguous_column(&declared.column, place, path, sheet, head, several));
                }
            }
        }
        columns.push(declared.column);
    }
    is_complete &= columns::belong_together(&columns, findings);
    head.filter(|_| is_complete).map(|head| (columns, head))
}

fn missing_column(column: &Column, place: Place, path: &str, sheet: &Sheet, titles: &[String]) -> Finding {
    let wanted = column.heading.join(" › ");
    let finding = Finding::new(
        &rules::MISSING_COLUMN,
        place,
        format!("không tìm thấy cột «{wanted}» trên trang «{}»", sheet.name),
    )
    .also(Place::file(path), "trong tệp này");
    match nearest(&wanted, titles.iter().map(String::as_str)) {
        Some(near) => finding.help(format!("có phải ý là «{near}»?")),
        None if titles.is_empty() => finding.help("không nhận ra đầu bảng nào; xem lại «trang» và «tieu_de»"),
        None => finding.help(format!("các cột đang có: {}", titles.join("; "))),
    }
}

fn ambiguous_column(
    column: &Column,
    place: Place,
    path: &str,
    sheet: &Sheet,
    head: &Head,
    found: &[u32],
) -> Finding {
    let wanted = column.heading.join(" › ");
    let candidates: Vec<String> =
        found.iter().map(|at| format!("{} «{}»", CellRef::letters(*at), head.title(*at))).collect();
    let mut finding = Finding::new(
        &rules::AMBIGUOUS_COLUMN,
        place,
        format!("«{wanted}» là tiêu đề của {} cột trên trang «{}»", found.len(), sheet.name),
    )
    .note(format!("các cột: {}", candidates.join("; ")))
    .help("ghi cả đường dẫn qua đầu bảng nhiều tầng, ví dụ tieu_de: [Hộ nghèo đầu năm, Số hộ]");
    for at in found {
        let cell = CellRef { row: head.last_row, column: *at };
        finding = finding.also(Place::cell(path, sheet.name.as_str(), cell), "");
    }
    finding
}

/// Keeps the sheet's rows for the lines around a place.
pub(super) fn remember(sheet: &Sheet, path: &str, sources: &mut Sources) {
    let mut row: (u32, Vec<String>) = (0, Vec::new());
    for (at, cell) in &sheet.cells {
        if at.row != row.0 {
            if row.0 > 0 {
                sources.add_row(path, &sheet.name, row.0, std::mem::take(&mut row.1));
            }
            row = (at.row, Vec::new());
        }
        row.1.resize(at.column as usize - 1, String::new());
        row.1.push(match cell {
            RawCell::Number(double) => double.to_string().replace('.', ","),
            other => cells::as_text(other),
        });
    }
    if row.0 > 0 {
        sources.add_row(path, &sheet.name, row.0, row.1);
    }
}
