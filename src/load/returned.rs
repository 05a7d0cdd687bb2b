//! A workbook that came back from a unit: recognised by its hidden sheet, held against the dossier's table, its cells
//! read by the kinds of the columns. Nothing is guessed: what does not stand where it was sent is a finding.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::cells::{self, Cell};
use super::dossier::office_limits;
use super::grid::{self, Start};
use super::project::{Project, steady};
use super::workbook::{self, Book, Raw, Sheet, WorkbookTrouble};
use super::workbook_file::trouble_finding;
use crate::diag::{CellRef, Finding, Findings, Place, Sources, rules};
use crate::model::marks::{self, BadMarks, Marks, RowMarks, TableMarks};
use crate::model::returned::{Returned, ReturnedCell};
use crate::model::table::{Column, ColumnKind, RowKind, Table, Value};
use crate::vietnamese::text::{clean, fold};

/// A workbook that says which table it was made from.
pub struct Opened {
    file: String,
    pub marks: Marks,
    book: Box<dyn Book>,
}

/// The bytes of a file that lies anywhere.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    steady(path)
}

/// A sheet of the dossier's own workbook; `None` where it cannot be read any more.
pub fn own_sheet(project: &Project, path: &str, name: &str) -> Option<Sheet> {
    let bytes = project.read(path).ok()?;
    let mut book = workbook::open(bytes, &office_limits(project)).ok()?;
    let at = book.sheets().iter().position(|sheet| sheet.name == name)?;
    book.sheet(at).ok()
}

/// Opens a workbook; `file` is what messages call it.
pub fn open(project: &Project, file: &str, bytes: Vec<u8>) -> Result<Opened, Box<Finding>> {
    let trouble = |trouble| Box::new(trouble_finding(trouble, file));
    let mut book = workbook::open(bytes, &office_limits(project)).map_err(trouble)?;
    let hidden = book.sheets().iter().position(|sheet| clean(&sheet.name) == marks::SHEET);
    let Some(hidden) = hidden else {
        return Err(Box::new(strange(file, "không có trang ẩn mà chương trình ghi vào phụ lục gửi đi")));
    };
    let sheet = book.sheet(hidden).map_err(trouble)?;
    let marks = Marks::read(&lines(&sheet)).map_err(|bad| {
        Box::new(match bad {
            BadMarks::Version(version) => strange(
                file,
                &format!("trang ẩn ghi theo dạng «{version}», bản chương trình này không đọc được"),
            ),
            BadMarks::Line(line) => {
                strange(file, &format!("trang ẩn «{}» đã bị sửa (dòng {line})", marks::SHEET))
            }
        })
    })?;
    Ok(Opened { file: file.to_owned(), marks, book })
}

fn strange(file: &str, why: &str) -> Finding {
    Finding::new(
        &rules::NOT_RETURNED,
        Place::file(file),
        format!("không nhận ra đây là phụ lục đã gửi đi: {why}"),
    )
    .help("xin đơn vị điền vào đúng tệp Excel đã nhận và gửi lại chính tệp đó; không chép bảng sang tệp mới")
}

fn lines(sheet: &Sheet) -> Vec<Vec<String>> {
    let Some(last) = sheet.row_numbers().last() else { return Vec::new() };
    let cell = |row, column| sheet.cell(row, column).map(cells::as_text).unwrap_or_default();
    (1..=last).map(|row| (1..=sheet.last_column().max(1)).map(|column| cell(row, column)).collect()).collect()
}

impl Opened {
    /// The cells of every table that had open ones; `None` where the workbook is not what was sent.
    pub fn cells(
        mut self,
        tables: &BTreeMap<String, Arc<Table>>,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<Returned> {
        let marked = std::mem::take(&mut self.marks.tables);
        let is_open = |table: &&TableMarks| {
            table.columns.iter().any(|column| column.is_open) && table.rows.iter().any(|row| row.is_open)
        };
        let open: Vec<&TableMarks> = marked.iter().filter(is_open).collect();
        if open.is_empty() {
            let message = "phụ lục này không có ô nào mở cho đơn vị điền, nên không có gì để thu về";
            let finding = Finding::new(&rules::NOTHING_OPEN, Place::file(self.file.as_str()), message);
            findings.add(finding.help("thêm «bang_tinh: { mo: [<cột>] }» vào phụ lục trong tệp YAML, dựng lại rồi gửi tệp Excel mới"));
            return None;
        }
        let mut cells = Vec::new();
        for marks in open {
            let sheet = Arc::new(self.sheet(marks, findings)?);
            sources.add_sheet(&self.file, &sheet.name, Arc::<Sheet>::clone(&sheet));
            let Some(table) = tables.get(&marks.table) else {
                findings.add(self.older(&format!("hồ sơ không còn bảng «{}»", marks.table)));
                return None;
            };
            let reader = Reader { file: &self.file, marks, table, sheet: &sheet };
            cells.extend(reader.cells(findings)?);
        }
        Some(Returned { file: self.file, unit: self.marks.unit, cells })
    }

    fn sheet(&mut self, marks: &TableMarks, findings: &mut Findings) -> Option<Sheet> {
        let at = self.book.sheets().iter().position(|sheet| clean(&sheet.name) == clean(&marks.sheet));
        let Some(at) = at else {
            let message =
                format!("tệp không còn trang «{}» đã gửi đi: trang bị xóa hoặc đổi tên", marks.sheet);
            findings.add(changed(Place::file(self.file.as_str()), message));
            return None;
        };
        let read = self.book.sheet(at);
        let refused = |trouble: WorkbookTrouble| findings.add(trouble_finding(trouble, &self.file));
        read.map_err(refused).ok()
    }

    fn older(&self, why: &str) -> Finding {
        older(&self.file, why)
    }
}

/// One table of a returned workbook.
struct Reader<'a> {
    file: &'a str,
    marks: &'a TableMarks,
    table: &'a Table,
    sheet: &'a Sheet,
}

impl Reader<'_> {
    fn place(&self, row: u32, column: u32) -> Place {
        Place::cell(self.file, self.sheet.name.as_str(), CellRef { row, column })
    }

    fn cells(&self, findings: &mut Findings) -> Option<Vec<ReturnedCell>> {
        let columns = self.columns(findings)?;
        let rows = self.rows(findings)?;
        if !self.has_its_head(&columns, findings) || !self.has_its_names(&columns, &rows, findings) {
            return None;
        }
        let mut cells = Vec::new();
        for (marks, row) in &rows {
            for (at, column, is_open_column) in &columns {
                let is_open = marks.is_open && *is_open_column;
                // What stands in a closed cell is only compared: it was said once, when the dossier was checked.
                let mut aside = Findings::of_dossier();
                let heard = if is_open { &mut *findings } else { &mut aside };
                let value = if !is_open && self.sheet.cell(marks.at, *at) == Some(Raw::NoResult) {
                    None
                } else {
                    Some(self.value(marks.at, *at, *row, *column, heard))
                };
                cells.push(ReturnedCell {
                    table: self.table.id.clone(),
                    row: *row,
                    column: *column,
                    is_open,
                    value,
                    at: self.place(marks.at, *at),
                });
            }
        }
        Some(cells)
    }

    /// The marked columns: where they stand, which of the table's they are, whether they were open.
    fn columns(&self, findings: &mut Findings) -> Option<Vec<(u32, usize, bool)>> {
        let mut columns = Vec::new();
        for marks in &self.marks.columns {
            let Some(column) = self.table.column(&marks.id) else {
                findings
                    .add(older(self.file, &format!("bảng «{}» không còn cột «{}»", self.table.id, marks.id)));
                return None;
            };
            columns.push((marks.at, column, marks.is_open));
        }
        Some(columns)
    }

    /// The marked rows with those of the table: by the sheet's row where the name is still there, else by a name that
    /// only one row has.
    fn rows(&self, findings: &mut Findings) -> Option<Vec<(&RowMarks, usize)>> {
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut by_source: BTreeMap<u32, usize> = BTreeMap::new();
        for (at, row) in self.table.rows.iter().enumerate() {
            by_name.entry(fold(&self.table.label(at))).or_default().push(at);
            by_source.insert(row.sheet_row, at);
        }
        let mut rows = Vec::new();
        for marks in &self.marks.rows {
            let named = by_name.get(&fold(&marks.name)).map_or(&[] as &[usize], Vec::as_slice);
            let same_place = by_source.get(&marks.source).filter(|at| named.contains(at));
            match (same_place, named) {
                (Some(at), _) => rows.push((marks, *at)),
                (None, [only]) => rows.push((marks, *only)),
                _ => {
                    let why = format!("bảng «{}» không còn đúng một dòng «{}»", self.table.id, marks.name);
                    findings.add(older(self.file, &why));
                    return None;
                }
            }
        }
        Some(rows)
    }

    /// Whether every column still stands where it was sent.
    fn has_its_head(&self, columns: &[(u32, usize, bool)], findings: &mut Findings) -> bool {
        let headed = || columns.iter().filter(|(_, column, _)| !self.heading(*column).is_empty());
        let wanted: Vec<&[String]> = headed().map(|(_, column, _)| self.heading(*column)).collect();
        let head = grid::find_head(self.sheet, &wanted, Start::SHEET);
        for (at, column, _) in headed() {
            let found = head.as_ref().map(|head| head.find(self.heading(*column))).unwrap_or_default();
            if found.contains(at) {
                continue;
            }
            let title = self.table.columns[*column].title();
            let letters = CellRef::letters(*at);
            let message = match found.first() {
                Some(other) => format!(
                    "cột «{title}» gửi đi ở cột {letters}, nay ở cột {}: có cột bị chèn hoặc xóa",
                    CellRef::letters(*other)
                ),
                None => format!(
                    "không còn cột «{title}» (gửi đi ở cột {letters}): tiêu đề bị sửa hoặc cột bị xóa"
                ),
            };
            let first = self.marks.rows.first().map_or(1, |row| row.at);
            let row = head.as_ref().map_or(first.saturating_sub(1).max(1), |head| head.last_row);
            findings.add(changed(self.place(row, *at), message));
            return false;
        }
        true
    }

    fn heading(&self, column: usize) -> &[String] {
        &self.table.columns[column].heading
    }

    /// Whether every row still has its name.
    fn has_its_names(
        &self,
        columns: &[(u32, usize, bool)],
        rows: &[(&RowMarks, usize)],
        findings: &mut Findings,
    ) -> bool {
        let Some(name_column) = self.table.name_column() else { return true };
        let Some((at, ..)) = columns.iter().find(|(_, column, _)| *column == name_column) else {
            return true;
        };
        for (marks, row) in rows {
            let there = self.sheet.cell(marks.at, *at).map(cells::as_text).unwrap_or_default();
            let name = &self.table.rows[*row].name;
            if fold(&there) != fold(name) {
                let found = if there.is_empty() { "ô trống".to_owned() } else { format!("«{there}»") };
                let message = format!(
                    "dòng {} gửi đi là «{name}», nay là {found}: có dòng bị xóa, chèn, xếp lại hoặc đổi tên",
                    marks.at
                );
                findings.add(changed(self.place(marks.at, *at), message).unit(name.as_str()));
                return false;
            }
        }
        true
    }

    fn value(
        &self,
        row: u32,
        column: u32,
        of_row: usize,
        of_column: usize,
        findings: &mut Findings,
    ) -> Value {
        let raw = self.sheet.cell(row, column);
        let (label, own) = (self.table.label(of_row), &self.table.rows[of_row]);
        let whole = &self.table.rows[self.table.whole_of(of_row)];
        let is_figure = self.table.columns[of_column].kind == ColumnKind::RowFigure;
        let context = cells::Row {
            label: &label,
            name: &whole.name,
            unit: if is_figure { self.table.unit_of(of_row, of_column) } else { None },
            is_heading: matches!(own.kind, RowKind::Group { .. }) && self.table.has_indicators(),
            is_bare: false,
        };
        // The annex prints percentages, whatever the dossier's own cells hold.
        let printed = Column { percent_cell: None, ..self.table.columns[of_column].clone() };
        let at = CellRef { row, column };
        let cell = Cell {
            raw,
            look: self.sheet.look(row, column),
            covered_by: if raw.is_none() { self.sheet.merged(at) } else { None },
            column: &printed,
            row: &context,
            place: &|| self.place(row, column),
        };
        cells::value(&cell, findings)
    }
}

fn changed(place: Place, message: String) -> Finding {
    Finding::new(&rules::CHANGED_SHAPE, place, message)
        .help("xin đơn vị điền lại vào tệp đã nhận, chỉ gõ vào các ô nền vàng, không thêm bớt dòng, cột; hoặc tự đưa tệp về đúng dạng đã gửi rồi chạy lại")
}

fn older(file: &str, why: &str) -> Finding {
    let message = format!("tệp này lập từ bản cũ của hồ sơ: {why}");
    Finding::new(&rules::OLDER_BUILD, Place::file(file), message)
        .help("đưa ho-so.yaml và bảng tính về như lúc gửi rồi thu; hoặc dựng lại phụ lục và gửi tệp mới cho đơn vị này")
}
