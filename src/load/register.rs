//! The register of units that `dia_ban` names in `chung.yaml` or `ho-so.yaml`: a table like any other, found by its head.
//!
//! Everything but the name may be left out: a list of names alone tells at least which units there are.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells;
use super::fields::Fields;
use super::grid::{self, Head};
use super::project::Project;
use super::rows;
use super::workbook::{Limits, Sheet};
use super::workbook_file::{self, Named};
use super::yaml::{Content, Node};
use crate::diag::{CellRef, Finding, Findings, Place, Sources, TableFrame, rules};
use crate::model::register::{Entry, Parent, Register};
use crate::model::table::RowKind;
use crate::model::text::ClerkText;
use crate::vietnamese::date::{self, Day};
use crate::vietnamese::text::{fold, nearest};
use crate::vietnamese::unit_name::{UnitKind, UnitName};

/// The key, in `chung.yaml` and `ho-so.yaml` alone.
pub const KEY: &str = "dia_ban";
const KEYS: &[&str] = &["tep", "trang", "cot"];

/// The columns: their key, and the headings by which they are found where the clerk names none.
const COLUMNS: [(&str, &[&str]); 7] = [
    ("ma", &["Mã", "Mã số", "Mã đơn vị", "Mã đơn vị hành chính", "Mã ĐVHC"]),
    (
        "ten",
        &[
            "Tên",
            "Tên đơn vị",
            "Tên đơn vị hành chính",
            "Tên ĐVHC",
            "Đơn vị hành chính",
            "Đơn vị",
            "Địa phương",
        ],
    ),
    ("loai", &["Cấp", "Loại", "Cấp/Loại", "Loại đơn vị", "Loại hình", "Cấp đơn vị"]),
    (
        "cha",
        &["Trực thuộc", "Cấp trên", "Trực thuộc/Cấp trên", "Thuộc", "Đơn vị cấp trên", "Đơn vị trực thuộc"],
    ),
    (
        "tu",
        &["Hiệu lực từ", "Có hiệu lực từ", "Từ ngày", "Ngày hiệu lực", "Ngày có hiệu lực", "Ngày thành lập"],
    ),
    (
        "den",
        &[
            "Hiệu lực đến",
            "Đến ngày",
            "Hết hiệu lực",
            "Hết hiệu lực từ",
            "Ngày hết hiệu lực",
            "Hiệu lực đến/Hết hiệu lực",
        ],
    ),
    ("ghi_chu", &["Ghi chú", "Thay bằng", "Đơn vị mới", "Nay là", "Sáp nhập vào"]),
];
const NAME: usize = 1;
/// A day under «Hết hiệu lực» is the first one without the unit; under «Hiệu lực đến» it is the last one with it.
const FIRST_WITHOUT: &str = "hết hiệu lực";

/// Where a register lies: beside the dossiers, or in one of them.
pub enum Home<'a> {
    Data,
    Dossier(&'a str),
}

/// Reads the register that a file names; `None` when there is none, or nothing to speak of.
pub fn register(
    project: &Project,
    home: &Home<'_>,
    fields: &Fields<'_>,
    limits: &Limits,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Register> {
    let node = fields.get(KEY)?;
    let what = format!("«{KEY}»");
    let (file, sheet_name, columns) = match &node.content {
        Content::Scalar(file) => (file.clone(), None, Columns::default()),
        _ => {
            let fields = Fields::of(node, &what, KEYS, findings)?;
            let file = fields.required_text("tep", &what, findings);
            let columns =
                fields.get("cot").map_or_else(|| Some(Columns::default()), |node| declared(node, findings));
            (file?, fields.text("trang", findings), columns?)
        }
    };
    let (path, sheet) = sheet_of(project, home, &file, sheet_name.as_ref(), limits, sources, findings)?;
    let read =
        Reading { sheet: &sheet, path: &path, columns: locate(&sheet, &path, &file, &columns, findings)? };
    let head_row = read.columns.head_row;
    let labels = read.columns.columns[NAME].into_iter().collect();
    let frame = TableFrame { head: (head_row, head_row), last_row: sheet.last_row(), labels };
    sources.add_table(&path, &sheet.name, frame);
    let mut troubles = Findings::of_dossier();
    let entries = read.entries(&mut troubles);
    said_once(&entries, &mut troubles);
    if !troubles.is_empty() {
        // Whatever a faulty register said about a table would be a second fault.
        troubles.iter().cloned().for_each(|finding| findings.add(finding));
        return None;
    }
    if entries.is_empty() {
        findings.add(
            Finding::new(
                &rules::NO_ROWS,
                Place::file(path.as_str()),
                "danh mục đơn vị hành chính không có đơn vị nào",
            )
            .also(file.place.clone(), "danh mục được khai báo ở đây")
            .help("xem lại «trang» và tiêu đề cột tên"),
        );
        return None;
    }
    Some(Register::new(path, entries))
}

/// The headings that the clerk names, by the column's key.
type Columns = BTreeMap<&'static str, ClerkText>;

fn declared(node: &Node, findings: &mut Findings) -> Option<Columns> {
    let keys: Vec<&str> = COLUMNS.iter().map(|(key, _)| *key).collect();
    let fields = Fields::of(node, "«cot» của danh mục", &keys, findings)?;
    Some(keys.into_iter().filter_map(|key| Some((key, fields.text(key, findings)?))).collect())
}

/// The only place here that knows how a workbook is opened.
fn sheet_of(
    project: &Project,
    home: &Home<'_>,
    file: &ClerkText,
    wanted: Option<&ClerkText>,
    limits: &Limits,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<(String, Arc<Sheet>)> {
    let (path, folder) = match home {
        Home::Data => (Project::inside_data(&file.text), "thư mục data"),
        Home::Dossier(dossier) => (Project::inside_dossier(dossier, &file.text), "thư mục hồ sơ"),
    };
    let Some(path) = path else {
        let message = format!("danh mục «{}» phải là tên một tệp nằm trong {folder}", file.text);
        findings.add(
            Finding::new(&rules::MISSING_WORKBOOK, file.place.clone(), message)
                .help(format!("chép danh mục vào {folder} và chỉ ghi tên tệp")),
        );
        return None;
    };
    let named = Named { file, sheet: wanted, path: &path };
    let sheet = workbook_file::sheet(project, &named, limits, sources, findings)?;
    Some((path, sheet.sheet))
}

/// Where the columns stand, in the order of `COLUMNS`.
struct Located {
    head_row: u32,
    columns: [Option<u32>; COLUMNS.len()],
    /// Whether a day in the last column is the first one without the unit.
    ends_before: bool,
}

fn locate(
    sheet: &Sheet,
    path: &str,
    file: &ClerkText,
    declared: &Columns,
    findings: &mut Findings,
) -> Option<Located> {
    let headings = |key: &str, usual: &[&str]| -> Vec<String> {
        match declared.get(key) {
            Some(named) => vec![named.one_line()],
            None => usual.iter().map(|heading| (*heading).to_owned()).collect(),
        }
    };
    let wanted: Vec<Vec<String>> =
        COLUMNS.iter().flat_map(|(key, usual)| headings(key, usual)).map(|heading| vec![heading]).collect();
    let paths: Vec<&[String]> = wanted.iter().map(Vec::as_slice).collect();
    let head = grid::find_head(sheet, &paths, grid::Start::SHEET);
    let titles = head.as_ref().map(Head::titles).unwrap_or_default();
    let mut located = Located { head_row: 0, columns: [None; COLUMNS.len()], ends_before: false };
    let mut is_complete = true;
    for (at, (key, usual)) in COLUMNS.iter().enumerate() {
        let named = declared.get(key);
        let found = head.as_ref().and_then(|head| {
            headings(key, usual).into_iter().find_map(|heading| match head.find(&[heading]).as_slice() {
                [only] => Some(*only),
                _ => None,
            })
        });
        located.columns[at] = found;
        if let (Some(column), Some(head), "den") = (found, &head, *key) {
            located.ends_before = fold(&head.title(column)).contains(&fold(FIRST_WITHOUT));
        }
        if found.is_none() && (named.is_some() || at == NAME) {
            is_complete = false;
            let heading = named.map_or_else(|| usual[0].to_owned(), ClerkText::one_line);
            let place = named.map_or_else(|| file.place.clone(), |named| named.place.clone());
            let message = format!("không tìm thấy cột «{heading}» trên trang «{}» của danh mục", sheet.name);
            let finding =
                Finding::new(&rules::MISSING_COLUMN, place, message).also(Place::file(path), "trong tệp này");
            findings.add(match nearest(&heading, titles.iter().map(String::as_str)) {
                Some(near) => finding.help(format!("có phải ý là «{near}»? ghi «cot: {{ {key}: {near} }}»")),
                None if titles.is_empty() => finding.help("không nhận ra đầu bảng nào; xem lại «trang»"),
                None => {
                    finding.help(format!("ghi «cot: {{ {key}: … }}»; các cột đang có: {}", titles.join("; ")))
                }
            });
        }
    }
    located.head_row = head?.last_row;
    is_complete.then_some(located)
}

/// The sheet of a register with its columns.
struct Reading<'a> {
    sheet: &'a Sheet,
    path: &'a str,
    columns: Located,
}

impl Reading<'_> {
    fn place(&self, row: u32, column: usize) -> Place {
        let column = self.columns.columns[column].or(self.columns.columns[NAME]).unwrap_or(1);
        Place::cell(self.path, self.sheet.name.as_str(), CellRef { row, column })
    }

    fn text(&self, row: u32, column: usize) -> Option<String> {
        let cell = self.sheet.cell(row, self.columns.columns[column]?)?;
        Some(cells::as_text(cell)).filter(|text| !text.is_empty())
    }

    fn entries(&self, findings: &mut Findings) -> Vec<Entry> {
        let [code, _, kind, parent, from, to, note] = [0, NAME, 2, 3, 4, 5, 6];
        let mut entries = Vec::new();
        let mut parents: Vec<Option<String>> = Vec::new();
        for row in self.columns.head_row + 1..=self.sheet.last_row() {
            let Some(name) = self.text(row, NAME) else {
                // A line without any of these is a spacer or a note.
                if self.text(row, code).is_some() && self.text(row, kind).or(self.text(row, parent)).is_some()
                {
                    findings.add(
                        Finding::new(
                            &rules::NAMELESS_ROW,
                            self.place(row, NAME),
                            format!("dòng {row} của danh mục có mã mà không có tên đơn vị"),
                        )
                        .help("ghi tên đơn vị vào ô này, hoặc xóa dòng"),
                    );
                }
                continue;
            };
            let is_alone =
                (0..COLUMNS.len()).all(|column| column == NAME || self.text(row, column).is_none());
            let is_first_id = entries.is_empty() && is_id(&name);
            let is_total = grid::row_kind("", &name) == RowKind::Total;
            if is_first_id || is_total || is_alone && rows::looks_like_note(&name) {
                continue;
            }
            let word = self.text(row, kind).and_then(|text| UnitKind::of_word(&text));
            let mut key = UnitName::parse(&name);
            let name = match (key.kind, word) {
                (None, Some(word)) => format!("{} {name}", word.word()),
                _ => name,
            };
            key.kind = key.kind.or(word);
            let (from, to) =
                (self.day(row, from, &name, false, findings), self.day(row, to, &name, true, findings));
            if let (Some(from), Some(to)) = (from, to)
                && to < from
            {
                findings.add(
                    Finding::new(
                        &rules::WRONG_DATE,
                        self.place(row, 5),
                        format!("«{name}» hết hiệu lực trước khi có hiệu lực"),
                    )
                    .also(self.place(row, 4), "ngày có hiệu lực")
                    .help("sửa một trong hai ngày của danh mục"),
                );
            }
            parents.push(self.text(row, parent));
            entries.push(Entry {
                code: self.text(row, code),
                kind: key.kind,
                parent: None,
                from,
                to,
                note: self.text(row, note),
                place: self.place(row, NAME),
                name,
                key,
            });
        }
        with_parents(entries, &parents)
    }

    /// The first or the last day with the unit.
    fn day(&self, row: u32, column: usize, name: &str, is_end: bool, findings: &mut Findings) -> Option<Day> {
        let text = self.text(row, column).filter(|text| !matches!(text.as_str(), "-" | "–" | "—"))?;
        match date::parse(&text) {
            Ok(date) if is_end && self.columns.ends_before => date.first_day().yesterday().ok(),
            Ok(date) if is_end => Some(date.last_day()),
            Ok(date) => Some(date.first_day()),
            Err(bad) => {
                let finding = Finding::new(
                    &rules::WRONG_DATE,
                    self.place(row, column),
                    format!("ngày hiệu lực của «{name}»: {bad}"),
                );
                findings.add(finding.help("ghi ngày dạng 01/7/2025; không giới hạn thì để trống"));
                None
            }
        }
    }
}

/// What stands over the names in a row of column ids (A, B, 1, 2) under the head.
fn is_id(name: &str) -> bool {
    let inner = name.trim_matches(['(', ')']);
    inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Names the parents: a register gives them by name, or by code.
fn with_parents(mut entries: Vec<Entry>, parents: &[Option<String>]) -> Vec<Entry> {
    let mut coded: BTreeMap<String, String> = BTreeMap::new();
    for entry in &entries {
        if let Some(code) = &entry.code {
            coded.entry(code.clone()).or_insert_with(|| entry.name.clone());
        }
    }
    for (entry, parent) in entries.iter_mut().zip(parents) {
        entry.parent = parent.as_ref().map(|text| {
            let name = coded.get(text);
            let key = UnitName::parse(name.unwrap_or(text));
            Parent { name: name.unwrap_or(text).clone(), key, code: name.map(|_| text.clone()) }
        });
    }
    entries
}

/// Reports entries that say the same unit for the same days.
fn said_once(entries: &[Entry], findings: &mut Findings) {
    let mut seen: BTreeMap<(&UnitName, Option<&Parent>), Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        let same = seen.entry((&entry.key, entry.parent.as_ref())).or_default();
        if let Some(first) = same.iter().find(|first| first.overlaps(entry)) {
            findings.add(
                Finding::new(
                    &rules::DUPLICATE_UNIT,
                    entry.place.clone(),
                    format!("danh mục ghi «{}» hai lần cho cùng một thời gian", entry.name),
                )
                .unit(entry.name.as_str())
                .also(first.place.clone(), "lần đầu ở đây")
                .help("xóa dòng thừa, ghi ngày hết hiệu lực của dòng cũ, hoặc ghi cấp trên của từng đơn vị"),
            );
        }
        same.push(entry);
    }
}
