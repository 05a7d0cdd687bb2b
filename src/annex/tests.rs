//! Workbooks read back: what a clerk sees, and what Excel would calculate.

use std::io::{Cursor, Read};

use super::workbook;
use crate::model::blocks::Properties;
use crate::model::marks::Marks;
use crate::model::profile::Paper;
use crate::model::table::{Column, ColumnKind, Table};

mod sample;
use sample::{blocks, checked, column, drawn, table};

const PAPER: Paper =
    Paper { top_mm: 20.0, bottom_mm: 20.0, left_mm: 30.0, right_mm: 15.0, page_number_pt: 14.0 };

fn properties() -> Properties {
    Properties {
        title: "Quyết định giao chỉ tiêu".to_owned(),
        author: "Ủy ban nhân dân tỉnh".to_owned(),
        year: 2024,
        month: 1,
        day: 8,
    }
}

fn bytes(table: Table, annexes: &[&[usize]], labels: &[&str]) -> Vec<u8> {
    let checked = checked(table, annexes);
    let blocks = blocks(&checked, labels);
    workbook(&checked, &blocks, &properties(), &PAPER).expect("no fault").expect("there are annexes")
}

/// The cells of one sheet's column among the given rows, e.g. `C9 250`.
fn column_of(drawing: &str, letter: char) -> Vec<&str> {
    drawing.lines().filter(|line| line.starts_with(letter)).collect()
}

fn targets() -> Vec<Column> {
    vec![
        column("ten", &["Địa phương"], ColumnKind::UnitName, None, ""),
        column("dau", &["Hộ nghèo đầu năm", "Số hộ"], ColumnKind::Count, None, ""),
        column("ty_le", &["Hộ nghèo đầu năm", "Tỷ lệ"], ColumnKind::Percent, Some(2), ""),
        column("giam", &["Chỉ tiêu giảm"], ColumnKind::Count, None, ""),
        column("cuoi", &["Còn lại"], ColumnKind::Count, None, "dau - giam"),
    ]
}

fn districts() -> Table {
    table(
        targets(),
        &[
            "I | Đồng bằng | 1500 | 2.5 | 250 | 1250",
            "1 | Tam Kỳ | 500 | 2.1 | 100 | 400",
            "2 | Hội An | 1000 | 2.9 | 150 | 850",
            "II | Miền núi | 13342 | 7.97 | 2900 | 10442",
            "II.1 | Huyện nghèo | 13000 | 8.1 | 2800 | 10200",
            "3 | Nam Giang | 13000 | 8.1 | 2800 | 10200",
            "II.2 | Núi thấp | 342 | 3 | 100 | 242",
            "4 | Nông Sơn | 342 | 3 | 100 | 242",
            "| Tổng cộng | 14842 | 4.97 | 3150 | 11692",
        ],
    )
}

#[test]
fn an_annex_is_a_sheet_with_live_totals() {
    let drawing = drawn(bytes(districts(), &[&[0, 1, 2, 3, 4]], &["Phụ lục"]));
    let expected = "\
[Phụ lục]
A1 «Phụ lục»
A2 «CHỈ TIÊU GIẢM NGHÈO NĂM 2024»
A3 «(Kèm theo Quyết định số 12/QĐ-UBND)»
A5 «Đơn vị tính: hộ»
A6 «TT»
B6 «Địa phương»
C6 «Hộ nghèo đầu năm»
E6 «Chỉ tiêu giảm»
F6 «Còn lại»
C7 «Số hộ»
D7 «Tỷ lệ»
A8 «I»
B8 «Đồng bằng»
C8 =SUM(C9:C10) → 1500
D8 2.5
E8 =SUM(E9:E10) → 250
F8 =SUM(F9:F10) → 1250
A9 1
B9 «Tam Kỳ»
C9 500
D9 2.1
E9 100
F9 =C9-E9 → 400
A10 2
B10 «Hội An»
C10 1000
D10 2.9
E10 150
F10 =C10-E10 → 850
A11 «II»
B11 «Miền núi»
C11 =SUM(C12,C14) → 13342
D11 7.97
E11 =SUM(E12,E14) → 2900
F11 =SUM(F12,F14) → 10442
A12 «II.1»
B12 «Huyện nghèo»
C12 =SUM(C13) → 13000
D12 8.1
E12 =SUM(E13) → 2800
F12 =SUM(F13) → 10200
A13 3
B13 «Nam Giang»
C13 13000
D13 8.1
E13 2800
F13 =C13-E13 → 10200
A14 «II.2»
B14 «Núi thấp»
C14 =SUM(C15) → 342
D14 3
E14 =SUM(E15) → 100
F14 =SUM(F15) → 242
A15 4
B15 «Nông Sơn»
C15 342
D15 3
E15 100
F15 =C15-E15 → 242
B16 «Tổng cộng»
C16 =SUM(C8,C11) → 14842
D16 4.97
E16 =SUM(E8,E11) → 3150
F16 =SUM(F8,F11) → 11692
A17 «Ghi chú: số liệu minh họa.»
gộp A1:F1 A2:F2 A3:F3 A5:F5 A6:A7 B6:B7 C6:D6 E6:E7 F6:F7 A17:F17
";
    assert_eq!(drawing, expected);
}

#[test]
fn two_builds_give_the_same_bytes() {
    let build = || bytes(districts(), &[&[0, 1, 2, 3, 4], &[0, 1]], &["Phụ lục I", "Phụ lục II"]);
    assert_eq!(build(), build());
}

#[test]
fn every_annex_has_its_sheet_and_a_formula_needs_its_columns() {
    let drawing = drawn(bytes(districts(), &[&[0, 4], &[0, 3, 1, 4]], &["Phụ lục I", "Phụ lục I"]));
    let second = drawing.find("[Phụ lục I (2)]").expect("names of sheets differ");
    let (first, second) = drawing.split_at(second);
    // Without the columns that it reads the value stands alone; the columns' order is the annex's.
    assert_eq!(column_of(first, 'C')[2..4], ["C8 400", "C9 850"]);
    assert_eq!(column_of(second, 'E')[2..4], ["E9 =D9-C9 → 400", "E10 =D10-C10 → 850"]);
}

#[test]
fn a_sum_that_does_not_add_up_stays_as_it_is() {
    // The finding was waived: the printed figure is 260 and must stay 260 when Excel recalculates.
    let rows = ["I | Đồng bằng | 260", "1 | Tam Kỳ | 100", "2 | Hội An | 150", "| Tổng | 260"];
    let columns = || targets().into_iter().take(2).collect();
    let drawing = drawn(bytes(table(columns(), &rows), &[&[0, 1]], &["Phụ lục"]));
    assert_eq!(column_of(&drawing, 'C')[2..], ["C8 260", "C9 100", "C10 150", "C11 =SUM(C8) → 260"]);
}

#[test]
fn two_formulas_that_read_one_another_are_written_once() {
    let mut columns = targets();
    columns[3] = column("giam", &["Chỉ tiêu giảm"], ColumnKind::Count, None, "dau - cuoi");
    let drawing =
        drawn(bytes(table(columns, &["1 | Tam Kỳ | 500 | 2.1 | 100 | 400"]), &[&[0, 1, 3, 4]], &[""]));
    assert_eq!(column_of(&drawing, 'D')[1..], ["D8 =C8-E8 → 100"]);
    assert_eq!(column_of(&drawing, 'E')[1..], ["E8 400"]);
}

#[test]
fn a_rounded_quotient_is_rounded_in_excel_too() {
    let columns = vec![
        column("ten", &["Địa phương"], ColumnKind::UnitName, None, ""),
        column("ho", &["Số hộ"], ColumnKind::Count, None, ""),
        column("tong", &["Tổng số hộ"], ColumnKind::Count, None, ""),
        column("ty_le", &["Tỷ lệ"], ColumnKind::Percent, Some(2), "ho / tong * 100"),
        column("tien", &["Kinh phí"], ColumnKind::Money, Some(1), "(ho + 1) * 0.5"),
    ];
    let rows =
        ["1 | Tam Kỳ | 1 | 3 | 33.33 | 1", "2 | Hội An | 1 | 4 | 25 | 9", "| Tổng | 2 | 7 | 28.57 | 10"];
    let drawing = drawn(bytes(table(columns, &rows), &[&[0, 1, 2, 3, 4]], &["Phụ lục"]));
    assert_eq!(
        column_of(&drawing, 'E')[1..],
        ["E7 =ROUND(C7/D7*100,2) → 33.33", "E8 =ROUND(C8/D8*100,2) → 25", "E9 =ROUND(C9/D9*100,2) → 28.57"]
    );
    // Hội An's 9 is not what the formula gives, so it stays.
    assert_eq!(column_of(&drawing, 'F')[1..], ["F7 =ROUND((C7+1)*0.5,1) → 1", "F8 9", "F9 =SUM(F7:F8) → 10"]);
}

#[test]
fn text_stays_text_and_dates_are_dates() {
    let columns = vec![
        column("ten", &["Địa phương"], ColumnKind::UnitName, None, ""),
        column("han", &["Thời hạn"], ColumnKind::Date, None, ""),
        column("viec", &["Việc"], ColumnKind::Text, None, ""),
        column("ho", &["Số hộ"], ColumnKind::Count, None, ""),
    ];
    let rows = [
        "01 | =1+1 | 29/2/2024 | @SUM(A1) | -",
        "2 | Hội An | 3/2024 | #-5 | 1000000000000000",
        "| Tổng | - | - | 1000000000000000",
    ];
    let drawing = drawn(bytes(table(columns, &rows), &[&[0, 1, 2, 3]], &["Phụ lục"]));
    let body: Vec<&str> = drawing.lines().filter(|line| line[1..].starts_with(['7', '8', '9'])).collect();
    assert_eq!(
        body,
        [
            "A7 «01»",
            "B7 «=1+1»",
            // The day that Excel counts as 45351, shown as 29/02/2024.
            "C7 45351",
            "D7 «@SUM(A1)»",
            "A8 2",
            "B8 «Hội An»",
            "C8 «3/2024»",
            "D8 «-5»",
            // Excel would change the sixteenth digit.
            "E8 «1.000.000.000.000.000»",
            "B9 «Tổng»",
            "E9 «1.000.000.000.000.000»"
        ]
    );
}

#[test]
fn a_sum_of_many_scattered_rows_keeps_within_the_limits_of_excel() {
    let rows: Vec<String> = (1..=300)
        .flat_map(|group| [format!("I | Nhóm {group} | 2"), format!("{group} | Xã {group} | 2")])
        .chain(["| Tổng cộng | 600".to_owned()])
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let columns = targets().into_iter().take(2).collect();
    let drawing = drawn(bytes(table(columns, &rows), &[&[0, 1]], &["Phụ lục"]));
    let total = column_of(&drawing, 'C').pop().expect("the total is last").to_owned();
    assert!(total.starts_with("C608 =SUM(C8,C10,") && total.ends_with("C606) → 600"), "{total}");
    assert_eq!(total.matches("SUM(").count(), 2);
}

#[test]
fn a_document_without_annexes_has_no_workbook() {
    let checked = checked(districts(), &[]);
    assert_eq!(workbook(&checked, &blocks(&checked, &[]), &properties(), &PAPER), Ok(None));
}

#[test]
fn blocks_that_do_not_fit_the_document_are_a_fault() {
    let checked = checked(districts(), &[&[0, 1]]);
    let mut blocks = blocks(&checked, &["Phụ lục"]);
    blocks.sections[0].blocks.truncate(4);
    assert!(workbook(&checked, &blocks, &properties(), &PAPER).is_err());
    blocks.sections.clear();
    assert!(workbook(&checked, &blocks, &properties(), &PAPER).is_err());
}

#[test]
fn a_sheet_that_goes_through_a_file_says_the_same_and_has_the_same_bytes_each_time() {
    let checked = checked(districts(), &[&[0, 1, 2, 3, 4]]);
    let blocks = blocks(&checked, &["Phụ lục"]);
    let annexes = super::annexes(&checked, &blocks).expect("an annex");
    let built = |in_memory| {
        let mut marks = Marks {
            dossier: "mau".to_owned(),
            document: "quyet-dinh".to_owned(),
            unit: None,
            tables: Vec::new(),
        };
        super::build(&annexes, &properties(), &PAPER, "", &mut marks, in_memory).expect("no fault")
    };
    assert_eq!(drawn(built(usize::MAX)), drawn(built(0)));
    assert!(built(0) == built(0));
    let mut package = zip::ZipArchive::new(Cursor::new(built(0))).expect("a package");
    let mut sheet = String::new();
    let mut part = package.by_name("xl/worksheets/sheet1.xml").expect("a sheet");
    part.read_to_string(&mut sheet).expect("XML");
    let rows: Vec<&str> = sheet.split("<row r=\"").skip(1).filter_map(|row| row.split('"').next()).collect();
    let mut once = rows.clone();
    once.dedup();
    assert_eq!(rows, once, "Excel repairs a sheet that has a row twice");
}

/// `cargo test --release --lib annex::tests::memory -- --ignored --nocapture`, each size in a process of its own
/// (`ROWS=100000`).
#[test]
#[ignore = "measures memory, checks nothing"]
#[expect(clippy::print_stderr, reason = "a measurement reports to the person who started it")]
fn memory() {
    let rows: usize = std::env::vars()
        .find_map(|(name, rows)| (name == "ROWS").then(|| rows.parse().ok())?)
        .unwrap_or(10_000);
    let lines: Vec<String> = (1..=rows)
        .map(|row| format!("{row} | Xã số {row} | {} | 2.5 | {} | {}", 500 + row, row, 500))
        .chain([format!("| Tổng cộng | {rows} | 4.97 | {rows} | {rows}")])
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let checked = checked(table(targets(), &lines), &[&[0, 1, 2, 3, 4]]);
    let blocks = blocks(&checked, &["Phụ lục"]);
    let peak = || {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or_default()
    };
    let before = peak();
    let bytes = workbook(&checked, &blocks, &properties(), &PAPER).expect("no fault").expect("an annex");
    eprintln!(
        "{rows} rows: {} kB more than the {before} kB of the table itself, file {} kB",
        peak() - before,
        bytes.len() / 1024
    );
}
