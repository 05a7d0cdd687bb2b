//! A workbook's sheets as plain cells: text, number, error; merged cells spread over their range.
//!
//! The only place that knows calamine. Cells are streamed: a file whose used range is the whole sheet must not
//! allocate it. Nothing is interpreted here.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::diag::CellRef;
use crate::vietnamese::text::clean;

/// The largest sheet that is read; a target table is far below it.
pub const MOST_ROWS: u32 = 200_000;
pub const MOST_COLUMNS: u32 = 1_000;
const MERGED_WITHIN: u32 = 100;
const MOST_CELLS: usize = 5_000_000;

/// What stands in a cell, before anybody asks what it means.
#[derive(Debug, Clone, PartialEq)]
pub enum RawCell {
    /// Cleaned text (NFC, single blanks).
    Text(String),
    /// The double as the file holds it.
    Number(f64),
    /// `#REF!` and its like, as Excel writes it.
    Error(String),
    /// A date, as `2023-03-15`.
    Date(String),
    Bool(bool),
}

/// One sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    pub name: String,
    pub cells: BTreeMap<CellRef, RawCell>,
    /// Merged ranges: the position of every covered cell → the cell that holds the value.
    merged: BTreeMap<CellRef, CellRef>,
}

impl Sheet {
    /// The cell itself, without regard to merging.
    pub fn cell(&self, row: u32, column: u32) -> Option<&RawCell> {
        self.cells.get(&CellRef { row, column })
    }

    /// The cell, or the one whose merged range covers it.
    pub fn spread(&self, row: u32, column: u32) -> Option<&RawCell> {
        let at = CellRef { row, column };
        self.cells.get(&at).or_else(|| self.cells.get(self.merged.get(&at)?))
    }

    pub fn last_row(&self) -> u32 {
        self.cells.keys().map(|at| at.row).max().unwrap_or(0)
    }

    pub fn last_column(&self) -> u32 {
        self.cells.keys().map(|at| at.column).max().unwrap_or(0)
    }
}

/// Why a workbook could not be read; the caller knows the file and the YAML line that names it.
#[derive(Debug, PartialEq, Eq)]
pub enum WorkbookTrouble {
    /// Not a workbook of a kind that is read, or damaged; the reason in Vietnamese.
    Unreadable(String),
    /// No sheet of that name; the names that there are.
    NoSuchSheet(Vec<String>),
    /// No name was given and there is not exactly one visible sheet.
    WhichSheet(Vec<String>),
    /// The sheet passes a limit, named in Vietnamese.
    TooLarge(String),
}

/// Reads one sheet of an `.xlsx` or `.xlsm` file: the named one, or the only visible one.
pub fn sheet(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, WorkbookTrouble> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(bytes, &error))?;
    let visible: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .filter(|sheet| wanted.is_some() || sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let name = match (wanted, visible.as_slice()) {
        (Some(wanted), names) => names.iter().find(|name| clean(name) == clean(wanted)),
        (None, [only]) => Some(only),
        (None, _) => return Err(WorkbookTrouble::WhichSheet(visible)),
    };
    let Some(name) = name.cloned() else {
        return Err(WorkbookTrouble::NoSuchSheet(visible));
    };
    let merges = workbook.merge_cells_by_sheet_name(&name).map_err(|error| unreadable(bytes, &error))?;
    let mut sheet = Sheet { name: name.clone(), ..Sheet::default() };
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(|error| unreadable(bytes, &error))?;
    while let Some(cell) = cells.next_cell().map_err(|error| unreadable(bytes, &error))? {
        let (row, column) = cell.get_position();
        let Some(value) = raw(cell.get_value()) else { continue };
        if row >= MOST_ROWS || column >= MOST_COLUMNS || sheet.cells.len() >= MOST_CELLS {
            let at = CellRef { row: row + 1, column: column + 1 };
            return Err(WorkbookTrouble::TooLarge(format!(
                "ô {at} nằm ngoài {MOST_ROWS} dòng, {MOST_COLUMNS} cột hoặc {MOST_CELLS} ô"
            )));
        }
        sheet.cells.insert(CellRef { row: row + 1, column: column + 1 }, value);
    }
    for merge in merges {
        let first = CellRef { row: merge.start.0 + 1, column: merge.start.1 + 1 };
        if merge.end.0 >= MOST_ROWS || merge.end.1 >= MOST_COLUMNS || !sheet.cells.contains_key(&first) {
            continue;
        }
        // Only heads are read through their merges, and a head lies near the top.
        for row in merge.start.0..=merge.end.0.min(MERGED_WITHIN) {
            for column in merge.start.1..=merge.end.1 {
                sheet.merged.insert(CellRef { row: row + 1, column: column + 1 }, first);
            }
        }
    }
    Ok(sheet)
}

fn raw(value: &DataRef<'_>) -> Option<RawCell> {
    let text =
        |text: &str| Some(RawCell::Text(clean(text))).filter(|cell| *cell != RawCell::Text(String::new()));
    match value {
        DataRef::Empty => None,
        DataRef::Int(whole) => whole.to_string().parse().ok().map(RawCell::Number),
        DataRef::Float(double) => Some(RawCell::Number(*double)),
        DataRef::String(string) => text(string),
        DataRef::SharedString(string) => text(string),
        DataRef::Bool(truth) => Some(RawCell::Bool(*truth)),
        DataRef::DateTime(date) => Some(match date.to_ymd_hms_milli() {
            (year, month, day, ..) if date.is_datetime() => {
                RawCell::Date(format!("{year:04}-{month:02}-{day:02}"))
            }
            _ => RawCell::Number(date.as_f64()),
        }),
        DataRef::DateTimeIso(iso) => Some(RawCell::Date(iso.chars().take(10).collect())),
        DataRef::DurationIso(iso) => text(iso),
        DataRef::Error(error) => Some(RawCell::Error(error.to_string())),
    }
}

fn unreadable(bytes: &[u8], error: &XlsxError) -> WorkbookTrouble {
    const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    WorkbookTrouble::Unreadable(match (bytes, error) {
        ([], _) => "tệp rỗng".to_owned(),
        (_, XlsxError::Password) => "tệp có mật khẩu".to_owned(),
        (bytes, _) if bytes.starts_with(&OLE) => {
            "tệp là bảng tính Excel 97-2003 (.xls) hoặc có mật khẩu, không phải .xlsx".to_owned()
        }
        (bytes, _) if !bytes.starts_with(b"PK") => "tệp không phải bảng tính .xlsx".to_owned(),
        _ => format!("tệp bị hỏng hoặc thiếu phần ({error})"),
    })
}
