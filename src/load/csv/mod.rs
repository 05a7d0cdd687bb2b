//! CSV files: from bytes to cells as they were typed.
//!
//! - Holds: the characters that the bytes stand for, the separator, the cells with their rows as Excel counts them.
//! - In and out: bytes and limits in; text, cells, and what had to be found out about the file, or a named trouble.
//! - Never here: numbers, dates, cleaning of text; a cell is the text that was typed.
//! - Why: a CSV file says neither its code page nor its separator, and a wrong guess moves a figure to another column.

mod cells;
mod separator;
#[cfg(test)]
mod tests;
mod text;

pub use cells::{Layout, Uneven, each_cell};
pub use separator::Separator;
pub use text::{Charset, Decoded, decode};

/// What a file may not pass; the settings and their defaults belong to all workbooks.
#[derive(Debug, Clone, Copy)]
pub struct CsvLimits {
    pub bytes: usize,
    pub rows: u32,
    pub columns: u32,
    /// Cells with something in them.
    pub cells: usize,
    /// Characters of one cell; Excel itself holds 32,767.
    pub cell_characters: usize,
}

/// Why a file is not read, in words for the clerk.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CsvTrouble {
    #[error("tệp rỗng")]
    Empty,
    #[error("tệp có {found} byte, quá {most} byte")]
    TooManyBytes { found: usize, most: usize },
    #[error("tệp có hơn {most} dòng")]
    TooManyRows { most: u32 },
    #[error("dòng {row} có {found} cột, quá {most} cột")]
    TooManyColumns { row: u32, found: usize, most: u32 },
    #[error("tệp có hơn {most} ô có nội dung")]
    TooManyCells { most: usize },
    #[error("ô ở dòng {row}, cột {column} dài hơn {most} ký tự")]
    CellTooLong { row: u32, column: u32, most: usize },
    #[error("dòng {line} có ký tự điều khiển (mã {code}): tệp không phải văn bản CSV, hoặc đã hỏng")]
    Control { line: usize, code: u32 },
    #[error(
        "tệp ghi là {charset} nhưng có chỗ không phải {charset}, bắt đầu từ dòng {line}: tệp đã hỏng hoặc bị cắt"
    )]
    Broken { charset: &'static str, line: usize },
    #[error(
        "không rõ bảng mã chữ của tệp (không phải UTF-8, UTF-16, Windows-1258; không đủ chữ để nhận ra TCVN3, VNI), ví dụ dòng \
         {line}: «{sample}»; hãy lưu lại bằng «CSV UTF-8»"
    )]
    UnknownCharset { line: usize, sample: String },
    #[error(
        "dấu ngoặc kép mở ở dòng {line} không được đóng đúng chỗ: bên trong ô, mỗi dấu ngoặc kép phải viết hai lần"
    )]
    Quotes { line: usize },
    #[error(
        "dòng đầu «{found}» chỉ một dấu phân cách không đọc được; dùng được: sep=, sep=; sep=| hoặc phím Tab"
    )]
    StrangeSeparator { found: String },
}

impl CsvTrouble {
    /// A limit was passed; the file itself may be in order.
    pub fn is_too_large(&self) -> bool {
        matches!(
            self,
            Self::TooManyBytes { .. }
                | Self::TooManyRows { .. }
                | Self::TooManyColumns { .. }
                | Self::TooManyCells { .. }
                | Self::CellTooLong { .. }
        )
    }
}
