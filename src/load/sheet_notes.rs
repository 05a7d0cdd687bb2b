//! What a clerk must know of the sheet that a table was read from: what is hidden, filtered, or of another workbook.
//!
//! Hidden rows are read like any other (nd30.md §7 row 18): leaving them out would change sums in silence, and reading
//! them in silence would print what nobody saw. So they are read and said.

use super::grid::Head;
use super::workbook::{Sheet, row_spans};
use crate::diag::{CellRange, CellRef, Finding, Findings, Place, rules};
use crate::model::table::Table;

/// Adds a warning for everything around the cells that the clerk may not have seen.
pub fn notes(table: &Table, sheet: &Sheet, head: &Head, is_visible: bool, findings: &mut Findings) {
    let place = |cell: CellRef| Place::cell(table.file.as_str(), table.sheet.as_str(), cell);
    let (Some(first), Some(last)) = (table.rows.first(), table.rows.last()) else { return };
    if !is_visible {
        findings.add(
            Finding::new(
                &rules::HIDDEN_SHEET,
                Place::file(table.file.as_str()),
                format!("bảng «{}» lấy từ trang «{}» đang bị ẩn", table.id, table.sheet),
            )
            .help("bỏ ẩn trang (chuột phải vào tên trang, Unhide) nếu đúng là bảng cần dùng; nếu không thì sửa «trang»"),
        );
    }
    let rows: Vec<u32> =
        table.rows.iter().map(|row| row.sheet_row).filter(|row| sheet.facts.is_hidden_row(*row)).collect();
    if let Some(first) = rows.first() {
        let filter = match sheet.facts.filter {
            Some(range) => format!(" vì bộ lọc ở {range} đang bật"),
            None => String::new(),
        };
        findings.add(
            Finding::new(
                &rules::HIDDEN_ROWS,
                place(CellRef { row: *first, column: 1 }),
                format!(
                    "bảng «{}» có {} dòng bị ẩn (dòng {}){filter}; vẫn được đọc và in",
                    table.id,
                    rows.len(),
                    row_spans(&rows)
                ),
            )
            .help("bỏ ẩn dòng, tắt bộ lọc rồi xem lại; dòng không thuộc bảng thì xóa hẳn"),
        );
    } else if let Some(range) = sheet
        .facts
        .filter
        .filter(|range| range.first.row <= last.sheet_row && first.sheet_row <= range.last.row)
    {
        findings.add(
            Finding::new(
                &rules::HIDDEN_ROWS,
                Place::Cell { file: table.file.clone(), sheet: table.sheet.clone(), cell: range },
                format!("bảng «{}» có bộ lọc đang bật ở {range}; mọi dòng vẫn được đọc và in", table.id),
            )
            .help("tắt bộ lọc (Data, Clear) rồi xem lại các dòng"),
        );
    }
    let hidden = table
        .columns
        .iter()
        .filter(|column| column.sheet_column.is_some_and(|column| sheet.facts.is_hidden_column(column)));
    for column in hidden {
        let at = CellRef { row: head.last_row, column: column.sheet_column.unwrap_or(1) };
        findings.add(
            Finding::new(
                &rules::HIDDEN_COLUMN,
                place(at),
                format!("cột «{}» của bảng «{}» đang bị ẩn, vẫn được đọc", column.title(), table.id),
            )
            .also(column.place.clone(), "cột khai báo ở đây")
            .help("bỏ ẩn cột rồi xem lại số liệu; không dùng thì bỏ cột khỏi «cot»"),
        );
    }
    letters(table, sheet, head, findings);
    let split = sheet.facts.split_row.filter(|row| (first.sheet_row..=last.sheet_row).contains(row));
    if let Some(row) = split {
        findings.add(
            Finding::new(
                &rules::SPLIT_ROW,
                place(CellRef { row, column: 1 }),
                format!("dòng {row} bị tách thành nhiều ô hơn các dòng khác; số của dòng có thể lệch cột"),
            )
            .help("số có dấu phẩy trong tệp ngăn bằng dấu phẩy phải đặt trong ngoặc kép: \"7,97\"; hoặc lưu lại dạng .xlsx"),
        );
    }
    if let Some(cell) = sheet.facts.external {
        findings.add(
            Finding::new(
                &rules::EXTERNAL_LINK,
                place(cell),
                format!("trang «{}» có công thức lấy số từ tệp khác; số đọc được là số của lần cập nhật cuối", table.sheet),
            )
            .help("mở bảng tính, cập nhật liên kết (Data, Edit Links) rồi lưu lại; tốt hơn là dán thành giá trị"),
        );
    }
}

/// Columns that were written with old fonts.
fn letters(table: &Table, sheet: &Sheet, head: &Head, findings: &mut Findings) {
    let place = |cell: CellRef| Place::cell(table.file.as_str(), table.sheet.as_str(), cell);
    let is_read = |column: u32| {
        table.columns.iter().any(|read| read.sheet_column == Some(column))
            || head.number_column() == Some(column)
    };
    for told in sheet.facts.conversions.iter().filter(|told| is_read(told.column)) {
        findings.add(
            Finding::new(
                &rules::OLD_LETTERS,
                place(told.first),
                told.to_string(),
            )
            .help("xem lại tên đơn vị trong bản in; muốn hết cảnh báo thì chuyển bảng tính sang Unicode (Unikey) rồi lưu lại"),
        );
    }
    for (column, encoding) in sheet.facts.unclear.iter().filter(|(column, _)| is_read(*column)) {
        findings.add(
            Finding::new(
                &rules::MIXED_LETTERS,
                place(CellRef { row: head.last_row, column: *column }),
                format!(
                    "cột {} có ô viết bằng mã {} lẫn với ô Unicode, không rõ ô nào là ô nào",
                    CellRef::letters(*column),
                    encoding.name()
                ),
            )
            .help("chuyển cả cột sang Unicode (Unikey, Ctrl+Shift+F6) rồi lưu lại"),
        );
    }
}

/// Two tables with the same head on one sheet, and nothing that says which one is meant.
pub fn two_tables(table: &Table, head: &Head, other: u32, name_column: u32) -> Finding {
    let at = |row: u32| CellRef { row, column: name_column };
    let place = |row: u32| Place::Cell {
        file: table.file.clone(),
        sheet: table.sheet.clone(),
        cell: CellRange::from(at(row)),
    };
    Finding::new(
        &rules::TWO_TABLES,
        place(head.first_row),
        format!(
            "trang «{}» có hai bảng cùng đầu bảng, ở dòng {} và dòng {other}",
            table.sheet, head.first_row
        ),
    )
    .also(place(other), "đầu bảng thứ hai")
    .help(format!(
        "thêm «tu_dong: {}» vào bảng «{}» để đọc bảng trên, «tu_dong: {other}» để đọc bảng dưới; đầu bảng chỉ lặp lại cho trang in thì xóa đi",
        head.first_row, table.id
    ))
}
