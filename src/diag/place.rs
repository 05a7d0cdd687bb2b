//! Places: a YAML line, a cell, a printed page, or a file as a whole.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize};

/// Where something stands, in the shape of the JSON contract.
///
/// Paths are relative to the project and use `/`; lines, columns and pages count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(from = "Keys")]
pub enum Place {
    /// A place in a text file, e.g. `data/dak-nong-2023/ke-hoach.yaml` line 12, column 9.
    Text {
        file: String,
        line: usize,
        column: usize,
        /// How many characters the caret underlines; only for the human printer, never written.
        width: usize,
    },
    /// A cell or a range of cells, e.g. `C14` or `C6:C13` on sheet «Biểu 1».
    Cell { file: String, sheet: String, cell: CellRange },
    /// A line on a printed page; `file` is the document's YAML.
    Page { file: String, page: usize, text: String },
    /// A file as a whole.
    File { file: String },
}

impl Place {
    /// The whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Self::File { file: file.into() }
    }

    /// One cell of a workbook.
    pub fn cell(file: impl Into<String>, sheet: impl Into<String>, cell: CellRef) -> Self {
        Self::Cell { file: file.into(), sheet: sheet.into(), cell: CellRange::from(cell) }
    }

    /// Whether another place is this one or lies inside it.
    pub fn holds(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Cell { file, sheet, cell },
                Self::Cell { file: of_file, sheet: of_sheet, cell: inside },
            ) => (file, sheet) == (of_file, of_sheet) && cell.holds(*inside),
            _ => self == other,
        }
    }

    /// The file that the place lies in.
    pub fn path(&self) -> &str {
        match self {
            Self::Text { file, .. }
            | Self::Cell { file, .. }
            | Self::Page { file, .. }
            | Self::File { file } => file,
        }
    }
}

/// With sorted keys; the order of the fields above is the order in which places are told.
impl Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut keys = serializer.serialize_struct("Place", 3)?;
        match self {
            Self::Text { file, line, column, width: _ } => {
                keys.serialize_field("column", column)?;
                keys.serialize_field("file", file)?;
                keys.serialize_field("line", line)?;
            }
            Self::Cell { file, sheet, cell } => {
                keys.serialize_field("cell", cell)?;
                keys.serialize_field("file", file)?;
                keys.serialize_field("sheet", sheet)?;
            }
            Self::Page { file, page, text } => {
                keys.serialize_field("file", file)?;
                keys.serialize_field("page", page)?;
                keys.serialize_field("text", text)?;
            }
            Self::File { file } => keys.serialize_field("file", file)?,
        }
        keys.end()
    }
}

/// Every key that a place may have: which ones are there says which place it is. Trying one variant after another, as
/// serde does by itself, takes three times as long, and a manifest of many documents holds a hundred thousand places.
#[derive(Deserialize)]
struct Keys {
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    sheet: Option<String>,
    cell: Option<CellRange>,
    page: Option<usize>,
    text: Option<String>,
}

impl From<Keys> for Place {
    fn from(keys: Keys) -> Self {
        let file = keys.file;
        if let (Some(line), Some(column)) = (keys.line, keys.column) {
            Self::Text { file, line, column, width: 0 }
        } else if let (Some(sheet), Some(cell)) = (keys.sheet, keys.cell) {
            Self::Cell { file, sheet, cell }
        } else if let (Some(page), Some(text)) = (keys.page, keys.text) {
            Self::Page { file, page, text }
        } else {
            Self::File { file }
        }
    }
}

/// As a clerk would say it, e.g. `data/x/chi-tieu.xlsx, trang «Biểu 1», ô C14`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { file, line, column, .. } => write!(f, "{file}:{line}:{column}"),
            Self::Cell { file, sheet, cell } => write!(f, "{file}, trang «{sheet}», ô {cell}"),
            Self::Page { file, page, text } => write!(f, "{file}, trang in {page}: «{text}»"),
            Self::File { file } => f.write_str(file),
        }
    }
}

/// A value together with the place that it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Located<T> {
    pub value: T,
    pub place: Place,
}

/// An absolute cell position; row and column count from 1 (`C14` is row 14, column 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRef {
    pub row: u32,
    pub column: u32,
}

impl CellRef {
    /// The column's letters: 1 is `A`, 28 is `AB`.
    pub fn letters(column: u32) -> String {
        let mut rest = column;
        let mut letters = Vec::new();
        while rest > 0 {
            let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
            letters.push(char::from(b'A' + digit));
            rest = (rest - 1) / 26;
        }
        letters.iter().rev().collect()
    }

    /// The cell that is called so, e.g. `C14`.
    pub fn parse(text: &str) -> Option<Self> {
        parse_cell(text).filter(|cell| cell.row > 0)
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", Self::letters(self.column), self.row)
    }
}

/// A rectangle of cells; written `C14` when it is a single one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRange {
    pub first: CellRef,
    pub last: CellRef,
}

impl CellRange {
    /// Whether another range lies inside this one.
    pub fn holds(self, other: Self) -> bool {
        let rows = self.first.row <= other.first.row && other.last.row <= self.last.row;
        let columns = self.first.column <= other.first.column && other.last.column <= self.last.column;
        rows && columns
    }
}

impl From<CellRef> for CellRange {
    fn from(cell: CellRef) -> Self {
        Self { first: cell, last: cell }
    }
}

impl fmt::Display for CellRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last { self.first.fmt(f) } else { write!(f, "{}:{}", self.first, self.last) }
    }
}

impl Serialize for CellRange {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CellRange {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let (first, last) = text.split_once(':').unwrap_or((&text, &text));
        match (parse_cell(first), parse_cell(last)) {
            (Some(first), Some(last)) => Ok(Self { first, last }),
            _ => Err(serde::de::Error::custom(format!("not a cell range: {text}"))),
        }
    }
}

fn parse_cell(text: &str) -> Option<CellRef> {
    let split = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = text.split_at(split);
    let mut column: u32 = 0;
    for letter in letters.bytes() {
        if !letter.is_ascii_uppercase() {
            return None;
        }
        column = column.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1)?;
    }
    let row = digits.parse().ok()?;
    (column > 0).then_some(CellRef { row, column })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_written_as_in_a_spreadsheet_and_read_back() {
        for (row, column, text) in [(14, 3, "C14"), (1, 26, "Z1"), (2, 27, "AA2"), (9, 702, "ZZ9")] {
            assert_eq!(CellRef { row, column }.to_string(), text);
            assert_eq!(parse_cell(text), Some(CellRef { row, column }));
        }
    }

    #[test]
    fn a_place_survives_json() {
        let range = CellRange { first: CellRef { row: 6, column: 3 }, last: CellRef { row: 13, column: 3 } };
        let place = Place::Cell { file: "a.xlsx".into(), sheet: "Biểu 1".into(), cell: range };
        let json = serde_json::to_string(&place).expect("a place is plain data");
        assert_eq!(json, r#"{"cell":"C6:C13","file":"a.xlsx","sheet":"Biểu 1"}"#);
        assert_eq!(serde_json::from_str::<Place>(&json).expect("it was just written"), place);
    }
}
