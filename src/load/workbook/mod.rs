//! Workbooks of every format as sheets of plain cells.
//!
//! The format is told by the bytes, not by the name. calamine reads the values of `.xlsx`; what it would do without a
//! bound (unzipping, ranges as large as the sheet) is looked at before it sees the bytes, and what it does not tell
//! (merged cells, hidden rows, filters) is read beside it. Of the other formats it tells so little, or reads so much
//! more than is asked for, that they are read here (`values.rs`, `ods.rs` say why). Nothing is interpreted.

mod biff;
mod builder;
mod bytes;
mod compound;
mod csv;
mod guard;
mod kind;
mod letters;
mod limits;
mod look;
mod ods;
mod ods_cells;
mod ods_styles;
mod package;
mod sheet;
mod tokens;
mod values;
mod xls;
mod xls_cells;
mod xlsb;
mod xlsb_cells;
mod xlsx;
mod xlsx_facts;
mod xlsx_runs;

pub use builder::SheetBuilder;
pub use limits::{Limits, MEGABYTE};
pub use sheet::{Conversion, Facts, Look, Raw, Sheet, Untold, row_spans};

use compound::Compound;
use guard::{Guarded, guarded};
use kind::Shape;
use package::Package;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `.xlsx`, `.xlsm`
    Xlsx,
    Xlsb,
    /// BIFF5 to BIFF8
    Xls,
    Ods,
    Csv,
}

/// A sheet of a workbook that has not been read yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetEntry {
    pub name: String,
    pub is_visible: bool,
}

/// An opened workbook.
pub trait Book {
    fn format(&self) -> Format;

    /// The sheets with cells, in the order of their tabs.
    fn sheets(&self) -> &[SheetEntry];

    /// Reads the sheet at that place of `sheets`.
    fn sheet(&mut self, at: usize) -> Result<Sheet, WorkbookTrouble>;
}

/// Why a workbook could not be read; the caller knows the file and the YAML line that names it.
#[derive(Debug, PartialEq, Eq)]
pub enum WorkbookTrouble {
    /// Not a workbook of a kind that is read, or damaged: why, and what to do about it, in Vietnamese.
    Unreadable { reason: String, help: String },
    /// It passes a limit: what it is, and the key of `gioi_han` that raises the limit.
    TooLarge { what: String, key: &'static str },
}

impl WorkbookTrouble {
    fn password() -> Self {
        unreadable("tệp có mật khẩu", "mở bằng Excel, bỏ mật khẩu (File, Info, Protect Workbook) rồi lưu lại")
    }
}

fn unreadable(reason: impl Into<String>, help: impl Into<String>) -> WorkbookTrouble {
    WorkbookTrouble::Unreadable { reason: reason.into(), help: help.into() }
}

fn damaged(reason: impl Into<String>) -> WorkbookTrouble {
    let reason = format!("tệp bị hỏng hoặc thiếu phần: {}", reason.into());
    unreadable(reason, "chép lại tệp từ nguồn; mở bằng Excel được thì lưu lại dạng .xlsx")
}

fn too_large(what: impl Into<String>, key: &'static str) -> WorkbookTrouble {
    WorkbookTrouble::TooLarge { what: what.into(), key }
}

/// Opens a workbook; its format is told by its bytes.
pub fn open(bytes: Vec<u8>, limits: &Limits) -> Result<Box<dyn Book>, WorkbookTrouble> {
    let size = bytes.len() as u64;
    if size > limits.file_bytes {
        let (size, most) = (size.div_ceil(MEGABYTE), limits.file_bytes / MEGABYTE);
        return Err(too_large(format!("tệp nặng {size} MB, nhiều hơn {most} MB"), "tep_mb"));
    }
    if bytes.is_empty() {
        return Err(unreadable("tệp rỗng", "chép lại tệp từ nguồn"));
    }
    let book = guarded(|| by_content(bytes, limits))?;
    Ok(Box::new(Guarded(book)))
}

fn by_content(bytes: Vec<u8>, limits: &Limits) -> Result<Box<dyn Book>, WorkbookTrouble> {
    Ok(match kind::shape(&bytes)? {
        Shape::Zip => {
            let mut package = Package::open(bytes, limits)?;
            match kind::zipped(&mut package)? {
                Format::Ods => Box::new(ods::OdsBook::open(package, limits)?),
                Format::Xlsb => Box::new(xlsb::XlsbBook::open(package, limits)?),
                _ => Box::new(xlsx::XlsxBook::open(package, limits)?),
            }
        }
        Shape::Ole => {
            let file = Compound::open(&bytes)?;
            kind::ole(&file)?;
            Box::new(xls::XlsBook::open(&file, limits)?)
        }
        Shape::Records => Box::new(xls::XlsBook::of_stream(bytes, limits)?),
        Shape::Other => Box::new(self::csv::CsvBook::open(&bytes, limits)?),
    })
}
