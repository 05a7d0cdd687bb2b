//! CSV files: from bytes to cells as they were typed.
//!
//! - Holds: the characters that the bytes stand for, the separator, the cells with their rows as Excel counts them.
//! - In and out: bytes in; text, cells, and what had to be found out about the file, or a named trouble.
//! - Never here: numbers, dates, cleaning of text; a cell is the text that was typed.
//! - Why: a CSV file says neither its code page nor its separator, and a wrong guess moves a figure to another column.

mod book;
mod cells;
mod separator;
#[cfg(test)]
mod tests;
mod text;

pub use book::CsvBook;
use cells::each_cell;
use separator::Separator;
use text::{Charset, Decoded, decode};

/// Why a file is not read, in words for the clerk.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CsvTrouble {
    #[error("tệp rỗng")]
    Empty,
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
