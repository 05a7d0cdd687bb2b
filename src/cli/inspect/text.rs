//! What was understood of a workbook, for the clerk: short, table by table, column by column.

use super::notes;
use crate::cli::report::columns;
use crate::diag::CellRef;
use crate::load::inspect::{ColumnReport, Inspection, Kind, SheetReport, Standing, TableReport};
use crate::model::table::PercentCell;

/// The whole report.
pub fn text(found: &Inspection, file: &str) -> String {
    let tables: usize = found.sheets.iter().map(|sheet| sheet.tables.len()).sum();
    let declared =
        found.sheets.iter().flat_map(|sheet| &sheet.tables).filter(|table| table.left_out.is_none()).count();
    let mut text = format!("{file}: {}, {tables} bảng\n", notes::of_format(found.format));
    for sheet in &found.sheets {
        text.push('\n');
        text.push_str(&of_sheet(sheet));
    }
    let mut closing: Vec<String> = Vec::new();
    if !found.hidden_sheets.is_empty() {
        let is_read = |name: &&String| found.sheets.iter().any(|sheet| sheet.name == **name);
        let (read, unread): (Vec<&String>, Vec<&String>) =
            found.hidden_sheets.iter().partition(|name| is_read(name));
        if !unread.is_empty() {
            closing.push(format!("trang đang ẩn, không đọc: {}", names(&unread)));
        }
        if !read.is_empty() {
            closing.push(format!("trang đang ẩn, đọc vì các trang khác không có bảng: {}", names(&read)));
        }
    }
    closing.extend(found.sheets.first().and_then(|sheet| notes::untold(&sheet.notes.facts, found.format)));
    closing.push(if declared > 0 {
        "dán khối bang: dưới đây vào ho-so.yaml, cạnh bảng tính; xem lại kieu của từng cột, rồi chạy: duthao check".to_owned()
    } else {
        "không nhận ra bảng nào: cần một dòng đầu bảng có cột TT và cột tên (Địa phương, Đơn vị, Chỉ tiêu…), các dòng số liệu ở dưới".to_owned()
    });
    text.push('\n');
    for line in closing {
        text.push_str(&line);
        text.push('\n');
    }
    text
}

fn names(names: &[&String]) -> String {
    names.iter().map(|name| format!("«{name}»")).collect::<Vec<_>>().join(", ")
}

fn of_sheet(sheet: &SheetReport) -> String {
    let mut text = format!("Trang «{}»", sheet.name);
    if sheet.tables.is_empty() {
        text.push_str(if sheet.is_empty { ": trống" } else { ": không có bảng" });
    }
    text.push('\n');
    for note in notes::of_sheet(&sheet.notes) {
        text.push_str(&format!("  ! {note}\n"));
    }
    for table in &sheet.tables {
        text.push_str(&of_table(table));
    }
    text
}

fn of_table(table: &TableReport) -> String {
    let caption =
        table.caption.as_deref().map(|caption| format!(" ({})", beginning(caption))).unwrap_or_default();
    let mut text = format!("  Bảng {}{caption}, vùng {}\n", table.id, table.range);
    let (first, last) = table.head;
    let mut head = vec![if first == last {
        format!("đầu bảng dòng {first}")
    } else {
        format!("đầu bảng dòng {first}-{last}")
    }];
    head.extend(table.id_row.map(|row| format!("dòng ký hiệu cột {row}")));
    head.extend(table.unit_line.as_ref().map(|(cell, line)| format!("«{line}» ở {cell}")));
    head.extend(table.number_column.map(|column| format!("số thứ tự ở cột {}", CellRef::letters(column))));
    text.push_str(&format!("    {}\n", head.join("; ")));
    let lines: Vec<[String; 5]> = table.columns.iter().map(|column| line(column, table)).collect();
    for line in columns(&lines).lines() {
        text.push_str(&format!("      {line}\n"));
    }
    text.push_str(&format!("    dòng: {}\n", rows(table)));
    if !table.lines_below.is_empty() {
        let below: Vec<String> = table
            .lines_below
            .iter()
            .take(3)
            .map(|(row, line)| format!("{row} «{}»", beginning(line)))
            .collect();
        let more = if table.lines_below.len() > 3 { ", …" } else { "" };
        text.push_str(&format!("    dưới bảng, không đọc: dòng {}{more}\n", below.join(", ")));
    }
    for note in notes::of_table(table) {
        text.push_str(&format!("    ! {note}\n"));
    }
    text
}

/// Letter, heading, id, kind with what belongs to it, why.
fn line(column: &ColumnReport, table: &TableReport) -> [String; 5] {
    let id = |at: Option<usize>| at.and_then(|at| table.columns.get(at)).map(|column| column.id.clone());
    let mut kind = vec![column.kind.word().to_owned()];
    kind.extend(column.decimals.map(|decimals| format!("le {decimals}")));
    if column.kind == Kind::Money || column.kind == Kind::Quantity {
        kind.extend(column.unit.clone());
    }
    if column.percent_cell == Some(PercentCell::Ratio) {
        kind.push("o ty_so".to_owned());
    }
    kind.extend(match (id(column.rate_of), id(column.rate_over)) {
        (Some(count), Some(total)) => Some(format!("= {count} / {total}")),
        (Some(count), None) => Some(format!("của {count}")),
        _ => None,
    });
    kind.extend(column.formula.as_ref().map(|formula| format!("= {formula}")));
    let id =
        if column.standing == Standing::Declared { column.id.clone() } else { format!("({})", column.id) };
    [CellRef::letters(column.column), column.heading.join(" › "), id, kind.join(" "), column.why.clone()]
}

fn rows(table: &TableReport) -> String {
    let said = |(count, examples): &(usize, Vec<String>), what: &str| {
        let more = if *count > examples.len() { ", …" } else { "" };
        (*count > 0).then(|| format!("{count} {what} ({}{more})", examples.join(", ")))
    };
    let parts = [
        said(&table.rows.units, "đơn vị"),
        said(&table.rows.groups, "nhóm"),
        said(&table.rows.parts, "trong đó"),
        said(&table.rows.totals, "tổng"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "chưa đọc được".to_owned() } else { parts.join("; ") }
}

/// The first words of a line.
fn beginning(line: &str) -> String {
    const LONGEST: usize = 64;
    if line.chars().count() <= LONGEST {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LONGEST).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words))
}
