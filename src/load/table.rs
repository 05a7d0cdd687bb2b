//! One `bang:` of `ho-so.yaml` and its sheet to a `Table`.

use rust_decimal::{Decimal, RoundingStrategy};

use super::cells;
use super::columns::{self, Declared};
use super::fields::Fields;
use super::grid::{self, Head};
use super::project::Project;
use super::workbook::{self, RawCell, Sheet, WorkbookTrouble};
use super::yaml::Node;
use crate::diag::{CellRef, Finding, Findings, Place, Sources, rules};
use crate::model::table::{Cell, Column, ColumnKind, Row, RowKind, Table, Value};
use crate::model::text::ClerkText;
use crate::vietnamese::number;
use crate::vietnamese::text::{fold, nearest};

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
    rows(&mut table, &sheet, &head, &place, findings);
    compute(&mut table, findings);
    remember(&sheet, &path, sources);
    if table.unit_rows().next().is_none() {
        let under = CellRef { row: head.last_row + 1, column: 1 };
        findings.add(
            Finding::new(&rules::NO_ROWS, place(under), format!("{what} không có dòng đơn vị nào dưới đầu bảng"))
                .also(fields.place.clone(), "bảng khai báo ở đây")
                .help("xem lại «trang» và «tieu_de» của các cột"),
        );
    }
    duplicates(&table, findings);
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
            findings.add(unreadable(&path, file, &format!("không mở được tệp: {}", crate::fault::reason(&error))));
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

fn unreadable(path: &str, file: &ClerkText, reason: &str) -> Finding {
    Finding::new(&rules::UNREADABLE_WORKBOOK, Place::file(path), format!("không đọc được bảng tính: {reason}"))
        .also(file.place.clone(), "bảng tính này được gọi ở đây")
        .help("mở bằng Excel, lưu lại dạng .xlsx không mật khẩu")
}

fn sheet_finding(
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
    if !columns.iter().any(|column| column.kind == ColumnKind::UnitName) {
        is_complete = false;
        if let Some(first) = columns.first() {
            findings.add(
                Finding::new(
                    &rules::MISSING_KEY,
                    first.place.clone(),
                    "bảng không có cột tên đơn vị (kieu: dia_phuong)",
                )
                .help("khai báo cột tên, ví dụ: ten: { tieu_de: Địa phương, kieu: dia_phuong }"),
            );
        }
    }
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

/// Reads the rows under the head until the table ends.
fn rows(
    table: &mut Table,
    sheet: &Sheet,
    head: &Head,
    place: &dyn Fn(CellRef) -> Place,
    findings: &mut Findings,
) {
    let number_column = head.number_column();
    let Some(name_column) = table.name_column().and_then(|at| table.columns[at].sheet_column) else { return };
    let value_columns: Vec<u32> = table
        .columns
        .iter()
        .filter_map(|column| column.sheet_column)
        .filter(|column| *column != name_column)
        .collect();
    let mut id_columns = vec![name_column];
    id_columns.extend(&value_columns);
    let figure = |row: u32, column: &u32| match sheet.cell(row, *column) {
        Some(RawCell::Number(_)) => true,
        Some(RawCell::Text(text)) => number::parse(text).is_ok(),
        _ => false,
    };
    let mut closed_by: Option<CellRef> = None;
    for row in head.last_row + 1..=sheet.last_row() {
        if table.rows.is_empty() && grid::is_id_row(sheet, row, &id_columns) {
            continue;
        }
        let text = |column: Option<u32>| {
            column.and_then(|column| sheet.cell(row, column)).map(cells::as_text).unwrap_or_default()
        };
        let (number, mut name) = (text(number_column), text(Some(name_column)));
        let has_values = value_columns.iter().any(|column| sheet.cell(row, *column).is_some());
        if let Some(total) = closed_by {
            // Under the total stand notes, signatures, or another table with a head of its own.
            if grid::is_number_heading(&number) {
                break;
            }
            if value_columns.iter().any(|column| figure(row, column)) {
                findings.add(after_total(place(CellRef { row, column: name_column }), place(total), &name));
                break;
            }
            continue;
        }
        let kind = grid::row_kind(&number, &name);
        // A line without figures is a blank spacer, a number that was filled in ahead, or a note.
        if !has_values && (name.is_empty() || number.is_empty() && looks_like_note(&name)) {
            continue;
        }
        if name.is_empty() && kind == RowKind::Total {
            name.clone_from(&number);
        }
        if name.is_empty() {
            let cell = CellRef { row, column: name_column };
            findings.add(
                Finding::new(&rules::NAMELESS_ROW, place(cell), format!("dòng {row} có số liệu mà không có tên đơn vị"))
                    .help("ghi tên đơn vị vào ô này; nếu là dòng tổng thì ghi «Tổng cộng»; nếu thừa thì xóa số liệu"),
            );
            name = format!("dòng {row}");
        }
        if kind == RowKind::Total && table.rows.iter().any(|row| row.kind == RowKind::Unit) {
            closed_by = Some(CellRef { row, column: name_column });
        }
        let cells = table
            .columns
            .iter()
            .map(|column| {
                let Some(sheet_column) = column.sheet_column else {
                    let place = column.formula.as_ref().map_or(&column.place, |formula| &formula.place);
                    return Cell { value: Value::Empty, place: place.clone(), computed_from: Vec::new() };
                };
                let place = place(CellRef { row, column: sheet_column });
                let value = if column.kind == ColumnKind::UnitName {
                    Value::Text(name.clone())
                } else {
                    cells::value(sheet.cell(row, sheet_column), column, &name, &place, findings)
                };
                Cell { value, place, computed_from: Vec::new() }
            })
            .collect();
        let number = if number == name { String::new() } else { number };
        table.rows.push(Row { kind, number, name, cells, sheet_row: row });
    }
    for at in 0..table.rows.len().saturating_sub(1) {
        let next = &table.rows[at + 1].number;
        if let Some(level) = grid::decimal_group_level(&table.rows[at].number, next) {
            table.rows[at].kind = RowKind::Group { level };
        }
    }
}

fn after_total(place: Place, total: Place, name: &str) -> Finding {
    Finding::new(&rules::AFTER_TOTAL, place, format!("dòng «{name}» có số liệu nhưng nằm dưới dòng tổng"))
        .also(total, "dòng tổng khép bảng ở đây")
        .help("đưa dòng này lên trên dòng tổng, hoặc chuyển sang trang khác nếu không thuộc bảng")
}

fn looks_like_note(name: &str) -> bool {
    const BEGINNINGS: [&str; 6] = ["ghi chú", "nguồn", "người lập", "chú thích", "lưu ý", "số liệu"];
    let folded = fold(name);
    folded.starts_with(['*', '(', '-']) || BEGINNINGS.iter().any(|words| folded.starts_with(&fold(words)))
}

/// Fills the columns that have a formula and no heading.
fn compute(table: &mut Table, findings: &mut Findings) {
    for at in 0..table.columns.len() {
        if table.columns[at].sheet_column.is_some() {
            continue;
        }
        let Some(formula) = table.columns[at].formula.clone() else {
            // The formula could not be read, which has been said.
            table.rows.iter_mut().for_each(|row| row.cells[at].value = Value::Unreadable);
            continue;
        };
        let read: Vec<usize> =
            formula.value.columns().iter().filter_map(|name| table.column(name)).collect();
        for row in 0..table.rows.len() {
            let cells = &table.rows[row].cells;
            if read.iter().any(|column| cells[*column].value == Value::Unreadable) {
                table.rows[row].cells[at].value = Value::Unreadable;
                continue;
            }
            let number = |name: &str| table.column(name).and_then(|column| cells[column].number());
            let computed_from = read.iter().map(|column| cells[*column].place.clone()).collect();
            let unit = &table.rows[row].name;
            let value = computed(formula.value.evaluate(&number), &table.columns[at]).map(Value::Number);
            let value = value.unwrap_or_else(|reason| {
                findings.add(
                    Finding::new(
                        &rules::COMPUTED,
                        formula.place.clone(),
                        format!("công thức «{}» của «{unit}» {reason}", formula.value),
                    )
                    .unit(unit.as_str())
                    .help("xem lại các ô mà công thức đọc (ô không phải số, chia cho 0), hoặc khai báo «le» để làm tròn"),
                );
                Value::Unreadable
            });
            table.rows[row].cells[at] = Cell { value, place: formula.place.clone(), computed_from };
        }
    }
}

/// A computed value as its column holds it: a count is whole, a rate is rounded half up to its declared decimals.
fn computed(value: Option<Decimal>, column: &Column) -> Result<Decimal, String> {
    const MOST_DECIMALS: u32 = 6;
    let exact = value.ok_or("không tính được")?.normalize();
    let decimals = column.decimals.unwrap_or(MOST_DECIMALS);
    if exact.scale() <= decimals {
        return Ok(exact);
    }
    if column.kind == ColumnKind::Count || column.decimals.is_none() {
        return Err(format!("cho {}, cần một số tròn", number::format_scaled(exact, MOST_DECIMALS)));
    }
    Ok(exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero))
}

/// Two unit rows of one group with the same folded name.
fn duplicates(table: &Table, findings: &mut Findings) {
    let Some(name_column) = table.name_column() else { return };
    let mut group = None;
    let mut seen: Vec<(Option<usize>, String, usize)> = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        match row.kind {
            RowKind::Group { .. } => group = Some(at),
            RowKind::Total => {}
            RowKind::Unit => {
                let name = fold(&row.name);
                match seen.iter().find(|(other, known, _)| *other == group && *known == name) {
                    Some((.., first)) => findings.add(
                        Finding::new(
                            &rules::DUPLICATE_UNIT,
                            row.cells[name_column].place.clone(),
                            format!("đơn vị «{}» ghi hai lần trong bảng «{}»", row.name, table.id),
                        )
                        .unit(row.name.as_str())
                        .also(table.rows[*first].cells[name_column].place.clone(), "lần đầu ở đây")
                        .help("xóa dòng thừa hoặc sửa tên đơn vị"),
                    ),
                    None => seen.push((group, name, at)),
                }
            }
        }
    }
}

/// Keeps the sheet's rows for the lines around a place.
fn remember(sheet: &Sheet, path: &str, sources: &mut Sources) {
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
