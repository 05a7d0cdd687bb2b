//! What a clerk should know of a sheet or a table beside its columns, in one sentence each.

use crate::diag::{CellRef, Finding};
use crate::load::inspect::{SheetNotes, Standing, TableReport};
use crate::load::workbook::{Facts, Format, Untold, row_spans};

/// What is hidden on a sheet, what its cells do not hold, and what the format cannot tell.
pub fn of_sheet(notes: &SheetNotes) -> Vec<String> {
    let mut said = Vec::new();
    let facts = &notes.facts;
    said.extend(hidden_rows(facts));
    said.extend(hidden_columns(facts));
    if let Some(range) = facts.filter {
        said.push(format!("bộ lọc đang bật ở {range}: các dòng bị lọc ẩn vẫn được đọc và cộng"));
    }
    if let Some((count, first)) = notes.no_results {
        said.push(format!(
            "{count} ô công thức chưa có kết quả (đầu tiên: {first}): mở bằng Excel rồi lưu lại"
        ));
    }
    if let Some((count, first, error)) = &notes.errors {
        said.push(format!(
            "{count} ô mang giá trị lỗi (đầu tiên: {first} {error}): sửa công thức rồi lưu lại"
        ));
    }
    if let Some(cell) = facts.external {
        said.push(format!(
            "ô {cell} lấy số từ tệp khác: giá trị là của lần cập nhật cuối, mở bằng Excel để cập nhật"
        ));
    }
    said.extend(facts.conversions.iter().map(ToString::to_string));
    for (column, encoding) in &facts.unclear {
        said.push(format!(
            "cột {}: có ô viết bằng mã {}, có ô Unicode, không rõ ô nào nên chưa chuyển: thống nhất phông của cột",
            CellRef::letters(*column),
            encoding.name()
        ));
    }
    let charset = facts.charset.map(|name| format!("bảng mã {name}"));
    let separator = facts.separator.map(|sign| format!("các cột ngăn bằng {sign}"));
    let text_file: Vec<String> = charset.into_iter().chain(separator).collect();
    if !text_file.is_empty() {
        said.push(text_file.join(", "));
    }
    if let Some(row) = facts.split_row {
        said.push(format!(
            "dòng {row} bị tách thành nhiều ô hơn các dòng khác: số có dấu phẩy phải đặt trong ngoặc kép"
        ));
    }
    if !notes.nameless.is_empty() {
        let letters: Vec<String> = notes.nameless.iter().map(|column| CellRef::letters(*column)).collect();
        said.push(format!("cột {} có giá trị mà không có tiêu đề: không được đọc", letters.join(", ")));
    }
    if notes.has_more {
        said.push("trang có rất nhiều bảng: chỉ xem các bảng đầu, tách trang để xem tiếp".to_owned());
    }
    said
}

fn hidden_rows(facts: &Facts) -> Option<String> {
    let rows = &facts.hidden_rows;
    (!rows.is_empty())
        .then(|| format!("{} dòng đang ẩn (dòng {}): vẫn được đọc và cộng", rows.len(), row_spans(rows)))
}

fn hidden_columns(facts: &Facts) -> Option<String> {
    let letters = |(first, last): &(u32, u32)| {
        let (first, last) = (CellRef::letters(*first), CellRef::letters(*last));
        if first == last { first } else { format!("{first}-{last}") }
    };
    let shown: Vec<String> = facts.hidden_columns.iter().map(letters).collect();
    (!shown.is_empty()).then(|| format!("cột đang ẩn ({}): vẫn được đọc", shown.join(", ")))
}

/// What the format cannot tell, for the whole workbook.
pub fn untold(facts: &Facts, format: Format) -> Option<String> {
    let what = |untold: &Untold| match untold {
        Untold::NumberFormats => "định dạng số (ô hiện %)",
        Untold::HiddenRows => "dòng ẩn",
        Untold::HiddenColumns => "cột ẩn",
        Untold::Links => "ô nào lấy số từ tệp khác",
        Untold::Filters => "bộ lọc",
        Untold::Merges => "ô gộp",
        Untold::Formulas => "ô nào là công thức",
    };
    let list: Vec<&str> = facts.untold.iter().map(what).collect();
    (!list.is_empty()).then(|| format!("tệp {} không cho biết: {}", of_format(format), list.join(", ")))
}

pub fn of_format(format: Format) -> &'static str {
    match format {
        Format::Xlsx => "Excel (.xlsx)",
        Format::Xlsb => "Excel nhị phân (.xlsb)",
        Format::Xls => "Excel 97-2003 (.xls)",
        Format::Ods => "OpenDocument (.ods)",
        Format::Csv => "văn bản (.csv)",
    }
}

/// Remarks about columns, then what `check` will find, code by code.
pub fn of_table(table: &TableReport) -> Vec<String> {
    let mut said = Vec::new();
    said.extend(table.left_out.as_ref().map(|reason| format!("bảng không đưa vào khối bang: {reason}")));
    if table.from_row.is_some() {
        let keys = if table.from_column.is_some() { "«tu_dong», «tu_cot»" } else { "«tu_dong»" };
        said.push(format!("trên trang có bảng khác cùng tiêu đề: {keys} chỉ chỗ bảng này bắt đầu"));
    }
    for column in &table.columns {
        let letter = CellRef::letters(column.column);
        let what = match column.standing {
            Standing::Blank => Some("cột trống, ghi trong khối bang sau dấu #".to_owned()),
            Standing::Declared | Standing::LeftOut => None,
        };
        let remarks = what.into_iter().chain(column.remark.clone());
        said.extend(remarks.map(|remark| format!("cột {letter} ({}): {remark}", column.id)));
    }
    let mut codes: Vec<(&str, &Finding, usize)> = Vec::new();
    for finding in &table.findings {
        match codes.iter_mut().find(|(code, ..)| *code == finding.code) {
            Some((.., count)) => *count += 1,
            None => codes.push((&finding.code, finding, 1)),
        }
    }
    for (code, first, count) in codes {
        let cell = match &first.at.place {
            crate::diag::Place::Cell { cell, .. } => format!("ô {cell}: "),
            _ => String::new(),
        };
        let more = if count > 1 { format!(" (và {} chỗ nữa)", count - 1) } else { String::new() };
        said.push(format!("check sẽ báo {code}: {cell}{}{more}", first.message));
    }
    said
}
