//! The annex workbooks read back: names of sheets, merged ranges, values and formulas.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use crate::harness::{PLAN, Project, files};
use crate::pages::golden;

/// A workbook as text: a cell is its value, with its formula in front where it has one.
pub fn drawn(bytes: &[u8]) -> String {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let mut text = String::new();
    for name in workbook.sheet_names() {
        text.push_str(&format!("[{name}]\n"));
        let formulas = workbook.worksheet_formula(&name).expect("formulas");
        let range = workbook.worksheet_range(&name).expect("cells");
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, cells) in range.rows().enumerate() {
            let row = first_row + u32::try_from(row).expect("a row");
            let shown: Vec<String> = cells
                .iter()
                .enumerate()
                .map(|(column, value)| {
                    let column = first_column + u32::try_from(column).expect("a column");
                    let value = match value {
                        Data::Empty => String::new(),
                        Data::Float(number) => number.to_string().replace('.', ","),
                        Data::String(string) => format!("«{string}»"),
                        other => format!("{other:?}"),
                    };
                    match formulas.get_value((row, column)).filter(|formula| !formula.is_empty()) {
                        Some(formula) => format!("={formula} → {value}"),
                        None => value,
                    }
                })
                .collect();
            text.push_str(format!("{} | {}", row + 1, shown.join(" | ")).trim_end());
            text.push('\n');
        }
        let merged = workbook.merge_cells_by_sheet_name(&name).expect("merged ranges");
        let mut ranges: Vec<String> = merged
            .iter()
            .map(|range| format!("{}:{}", cell(range.start.0, range.start.1), cell(range.end.0, range.end.1)))
            .collect();
        ranges.sort();
        text.push_str(&format!("gộp: {}\n", ranges.join(" ")));
    }
    text
}

fn cell(row: u32, column: u32) -> String {
    duthao::diag::CellRef { row: row + 1, column: column + 1 }.to_string()
}

#[test]
fn the_samples_have_the_expected_workbooks() {
    let project = Project::new();
    for (path, bytes) in files(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data")) {
        project.file(&format!("data/{path}"), bytes);
    }
    project.build();
    // Of a document that there is for every commune one stands for all.
    let is_drawn = |path: &str| path.matches('/').count() == 1 || path.ends_with("/xa-deo-mau.xlsx");
    let workbooks = project.files("output");
    let workbooks = workbooks.iter().filter(|(path, _)| path.ends_with(".xlsx") && is_drawn(path));
    for (path, bytes) in workbooks {
        let name = path.trim_end_matches(".xlsx").replace('/', ".");
        golden(&format!("{name}.annex"), &drawn(bytes));
    }
}

#[test]
fn the_small_sample_is_drawn_in_full() {
    let project = Project::sample();
    project.build();
    insta::assert_snapshot!(drawn(&project.files("output/mau")["ke-hoach.xlsx"]), @r"
    [Phụ lục]
    1 | «Phụ lục» |  |  |  |  |  |
    2 | «CHỈ TIÊU GIẢM NGHÈO NĂM 2024» |  |  |  |  |  |
    3 | «(Kèm theo Kế hoạch số 12/KH-UBND ngày 15 tháng 3 năm 2024 của Ủy ban nhân dân huyện Tân Lập)» |  |  |  |  |  |
    4 |  |  |  |  |  |  |
    5 | «Đơn vị tính: hộ, %» |  |  |  |  |  |
    6 | «TT» | «Địa phương» | «Đầu năm» |  | «Chỉ tiêu giảm» | «Cuối năm» |
    7 |  |  | «Số hộ» | «Tỷ lệ» |  | «Số hộ» | «Tỷ lệ»
    8 | «I» | «Khu vực đồng bằng» | =SUM(C9:C10) → 300 | 5 | =SUM(E9:E10) → 90 | =SUM(F9:F10) → 210 | 3,5
    9 | 1 | «Xã An Bình» | 100 | 5 | 40 | =C9-E9 → 60 | 3
    10 | 2 | «Xã An Hòa» | 200 | 5 | 50 | =C10-E10 → 150 | 3,75
    11 | «II» | «Khu vực miền núi» | =SUM(C12:C13) → 1700 | 12,14 | =SUM(E12:E13) → 500 | =SUM(F12:F13) → 1200 | 8,57
    12 | 1 | «Xã Yên Lạc» | 1200 | 12 | 400 | =C12-E12 → 800 | 8
    13 | 2 | «Xã Yên Minh» | 500 | 12,5 | 100 | =C13-E13 → 400 | 10
    14 |  | «Toàn huyện» | =SUM(C8,C11) → 2000 | 10 | =SUM(E8,E11) → 590 | =SUM(F8,F11) → 1410 | 7,05
    15 | «Ghi chú: Số liệu rà soát cuối năm trước./.» |  |  |  |  |  |
    gộp: A15:G15 A1:G1 A2:G2 A3:G3 A5:G5 A6:A7 B6:B7 C6:D6 E6:E7 F6:G6
    ");
}

#[test]
fn every_annex_is_a_sheet_and_a_document_without_one_has_no_workbook() {
    let project = Project::sample();
    let more = "  - { tieu_de: Tỷ lệ, bang: xa, cot: [ten, ty_le_dau] }\n";
    project.file("data/mau/ke-hoach.yaml", format!("{PLAN}{more}"));
    project.plan("thực hiện Phụ lục kèm theo", "thực hiện các Phụ lục kèm theo");
    project.build();
    let workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(project.files("output/mau")["ke-hoach.xlsx"].clone())).expect("a workbook");
    assert_eq!(workbook.sheet_names(), ["Phụ lục I", "Phụ lục II"]);
    assert!(!project.exists("output/mau/bao-cao.xlsx"));
}

#[test]
fn every_formula_gives_the_printed_value_once_more() {
    let project = Project::sample();
    project.build();
    let text = drawn(&project.files("output/mau")["ke-hoach.xlsx"]);
    let formulas: Vec<&str> = text.split(" | ").filter(|cell| cell.starts_with('=')).collect();
    assert!(!formulas.is_empty());
    assert!(
        formulas.iter().all(|cell| !cell.trim().ends_with('→')),
        "every formula has its value stored: {formulas:?}"
    );
}
