//! One `bang:` of `ho-so.yaml` and its sheet to a `Table`.

use super::columns::{self, Declared};
use super::duplicates;
use super::fields::Fields;
use super::grid::{self, Head, Start};
use super::least;
use super::project::Project;
use super::rows::{self, End};
use super::sheet_notes;
use super::workbook::{Limits, Raw, Sheet};
use super::workbook_file::{self, Named, Opened};
use super::yaml::Node;
use crate::diag::{CellRef, Finding, Findings, Located, Place, Sources, TableFrame, rules};
use crate::model::column_id::ColumnId;
use crate::model::table::{Column, RowKind, Table};
use crate::model::text::ClerkText;
use crate::vietnamese::text::nearest;

const KEYS: &[&str] = &["tep", "trang", "tu_dong", "tu_cot", "cot", least::KEY];

/// Reads one declared table; `None` when so much is wrong that there is no table to speak of.
pub fn table(
    project: &Project,
    dossier: &str,
    id: &str,
    node: &Node,
    limits: &Limits,
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
    let Some(path) = Project::inside_dossier(dossier, &file.text) else {
        findings.add(outside(&file));
        return None;
    };
    let named = Named { file: &file, sheet: wanted_sheet.as_ref(), path: &path };
    let (from_row, from_column) = (from_row(&fields, findings), from_column(&fields, findings));
    let Opened { sheet, is_visible } = workbook_file::sheet(project, &named, limits, sources, findings)?;
    if columns.is_empty() {
        return None;
    }
    let start = Start { row: from_row.unwrap_or(1), column: from_column };
    let (mut table, head, end) = on_sheet(id, columns, start, &sheet, &path, findings)?;
    let name_column = table.name_column().and_then(|at| table.columns[at].sheet_column);
    let frame = TableFrame {
        head: (head.first_row, head.last_row),
        last_row: table.rows.last().map_or(head.last_row, |row| row.sheet_row),
        labels: head.number_column().into_iter().chain(name_column).collect(),
    };
    sources.add_table(&path, &sheet.name, frame);
    if let (Some(other), None) = (end.same_head, from_row) {
        let name_column = table.name_column().and_then(|at| table.columns[at].sheet_column).unwrap_or(1);
        findings.add(sheet_notes::two_tables(&table, &head, other, name_column));
    }
    sheet_notes::notes(&table, &sheet, &head, is_visible, findings);
    table.least = least::least(&fields, &table, findings);
    if table.unit_rows().next().is_none() {
        let has_parts = table.rows.iter().any(|row| row.kind == RowKind::Part);
        let under = CellRef { row: head.last_row + 1, column: 1 };
        findings.add(
            Finding::new(
                &rules::NO_ROWS,
                Place::cell(path.as_str(), sheet.name.as_str(), under),
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

/// Finds the declared columns on a sheet and reads the rows under them.
pub fn on_sheet(
    id: &str,
    columns: Vec<Declared>,
    start: Start,
    sheet: &Sheet,
    path: &str,
    findings: &mut Findings,
) -> Option<(Table, Head, End)> {
    let place = |cell: CellRef| Place::cell(path, sheet.name.as_str(), cell);
    let (columns, head) = locate(columns, start, sheet, path, findings)?;
    let mut table = Table {
        id: id.to_owned(),
        file: path.to_owned(),
        sheet: sheet.name.clone(),
        number_column: head.number_column(),
        column_ids: Vec::new(),
        least: Vec::new(),
        above: above(sheet, &head, &place),
        columns,
        rows: Vec::new(),
    };
    let end = rows::read(&mut table, sheet, &head, &place, findings);
    table.column_ids = column_ids(&table, sheet, &head);
    Some((table, head, end))
}

/// The ids in the rows between the head and the first row of a table.
fn column_ids(table: &Table, sheet: &Sheet, head: &Head) -> Vec<ColumnId> {
    let first = table.rows.first().map_or(u32::MAX, |row| row.sheet_row);
    let columns: Vec<u32> = table.columns.iter().filter_map(|column| column.sheet_column).collect();
    let between = sheet.row_numbers().skip_while(|row| *row <= head.last_row).take_while(|row| *row < first);
    between.filter_map(|row| grid::id_row(sheet, head, row, &columns)).next().unwrap_or_default()
}

/// The texts over the head: the table's title, what it is issued with, the unit of measure.
fn above(sheet: &Sheet, head: &Head, place: &dyn Fn(CellRef) -> Place) -> Vec<Located<String>> {
    const ROWS: u32 = 8;
    let rows = head.first_row.saturating_sub(ROWS).max(1)..head.first_row;
    let cells = rows.flat_map(|row| sheet.row(row).map(move |(column, raw)| (CellRef { row, column }, raw)));
    cells
        .filter_map(|(cell, raw)| match raw {
            Raw::Text(text) => Some(Located { value: text.to_owned(), place: place(cell) }),
            _ => None,
        })
        .collect()
}

/// `tu_cot`: the column from which on the headings are looked for, where tables with the same ones stand side by side.
fn from_column(fields: &Fields<'_>, findings: &mut Findings) -> Option<u32> {
    let text = fields.text("tu_cot", findings)?;
    let column = CellRef::parse(&format!("{}1", text.text.to_uppercase())).map(|cell| cell.column);
    if column.is_none() {
        findings.add(
            Finding::new(
                &rules::WRONG_SHAPE,
                text.place.clone(),
                format!("«tu_cot» phải là chữ của một cột trên trang tính, ở đây là «{}»", text.text),
            )
            .help("ghi chữ ở đầu cột của Excel, ví dụ tu_cot: F"),
        );
    }
    column
}

/// `tu_dong`: the row from which the head is looked for, where a sheet has several tables with the same one.
fn from_row(fields: &Fields<'_>, findings: &mut Findings) -> Option<u32> {
    let text = fields.text("tu_dong", findings)?;
    let row = text.text.parse().ok().filter(|row| *row > 0);
    if row.is_none() {
        findings.add(
            Finding::new(
                &rules::WRONG_SHAPE,
                text.place.clone(),
                format!("«tu_dong» phải là số của một dòng trên trang tính, ở đây là «{}»", text.text),
            )
            .help("ghi số dòng ở lề trái của Excel, ví dụ tu_dong: 25"),
        );
    }
    row
}

fn outside(file: &ClerkText) -> Finding {
    Finding::new(
        &rules::MISSING_WORKBOOK,
        file.place.clone(),
        format!("«tep: {}» phải là tên một tệp nằm trong thư mục hồ sơ", file.text),
    )
    .help("chép bảng tính vào cạnh ho-so.yaml và chỉ ghi tên tệp")
}

/// Finds the head and every declared column; reports those that are not there.
fn locate(
    declared: Vec<Declared>,
    start: Start,
    sheet: &Sheet,
    path: &str,
    findings: &mut Findings,
) -> Option<(Vec<Column>, Head)> {
    let wanted: Vec<&[String]> = declared
        .iter()
        .filter(|declared| declared.heading_place.is_some())
        .map(|declared| declared.column.heading.as_slice())
        .collect();
    let head = grid::find_head(sheet, &wanted, start);
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
