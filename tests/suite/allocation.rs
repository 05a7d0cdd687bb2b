//! Columns that split a total (`phan_bo`): what is printed, what Excel recalculates, where it came from, step by step.

use std::sync::Arc;

use duthao::diag::{Findings, Located, Place};
use duthao::load::Project;
use duthao::model::allocation::{Allocation, Bound, Total};
use duthao::model::document::Dossier;
use duthao::model::formula::Formula;
use duthao::model::table::{Column, ColumnKind, Row, RowKind, Table, Value};
use duthao::pipeline::Workshop;
use rust_decimal::Decimal;

use crate::figures::{project, record, table, text};
use crate::harness;

const COLUMNS: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
tong_ho: { tieu_de: Tổng số hộ, kieu: so_ho }
ngheo: { tieu_de: Hộ nghèo, kieu: so_ho }
con: { kieu: so_ho, cong_thuc: ngheo - giam }
giam: { kieu: so_ho, phan_bo: { tong: hang_so.giam, theo: ngheo, toi_thieu: { nhom: I, muc: tong_ho * 0.0121 }, toi_da: [ngheo, 90], lam_tron: phan_du_lon_nhat } }";

const SHEET: &str = "
| TT | Địa phương | Tổng số hộ | Hộ nghèo |
| I | Miền núi | 7100 | 560 |
| 1 | Xã Yên Lạc | 1200 | 400 |
| 2 | Xã Yên Minh | 5900 | 160 |
| | - Hộ DTTS | 300 | 90 |
| II | Đồng bằng | 7000 | 301 |
| 3 | Xã An Bình | 2500 | 200 |
| 4 | Xã An Hòa | 1500 | 41 |
| 5 | Xã An Phú | 1500 | 41 |
| 6 | Xã An Sơn | 1500 | 19 |
| 7 | Xã An Tây | x | x |
| | Toàn huyện | 14100 | 861 |";

const TOTAL: &str = "hang_so: { giam: { gia_tri: 251, don_vi: hộ, nguon: Nghị quyết } }\n";

/// The steps of every row of a column, as `trace` tells them.
fn steps(project: &harness::Project, column: &str) -> String {
    let workshop = Workshop::open(Project::new(project.root())).expect("the templates are whole");
    let loaded = workshop.dossier("so");
    let table = &loaded.loaded.dossier.tables["bang"];
    let column = table.column(column).expect("the column");
    let mut drawn = String::new();
    for (at, row) in table.rows.iter().enumerate() {
        drawn.push_str(&format!("{}\n", row.name));
        for step in table.steps(at, column) {
            drawn.push_str(&format!("  {step}\n"));
        }
    }
    drawn
}

#[test]
fn a_total_is_split_to_the_last_household() {
    let lines = [
        "{{ bang.tong.giam }} hộ, nhóm I {{ bang.nhom['I'].giam }}",
        "An Hòa {{ bang.dong['An Hòa'].giam }}, còn {{ bang.dong['An Hòa'].con }}",
    ];
    let sheet = SHEET.replace("| 7 | Xã An Tây | x | x |\n", "");
    let project = project(COLUMNS, &sheet, TOTAL, &lines);
    insta::assert_snapshot!(text(&project), @"
    251 hộ, nhóm I 162
    An Hòa 12, còn 29./.
    ");
    insta::assert_snapshot!(table(&project), @"
    5 | «TT» | «Địa phương» | «Tổng số hộ» | «Hộ nghèo» | «con» | «giam»
    6 | «I» | «Miền núi» | =SUM(C7:C8) → 7100 | =SUM(D7:D8) → 560 | =SUM(E7:E8) → 398 | =SUM(F7:F8) → 162
    7 | 1 | «Xã Yên Lạc» | 1200 | 400 | =D7-F7 → 310 | 90
    8 | 2 | «Xã Yên Minh» | 5900 | 160 | =D8-F8 → 88 | 72
    9 |  | «- Hộ DTTS» | 300 | 90 |  |
    10 | «II» | «Đồng bằng» | =SUM(C11:C14) → 7000 | =SUM(D11:D14) → 301 | =SUM(E11:E14) → 212 | =SUM(F11:F14) → 89
    11 | 3 | «Xã An Bình» | 2500 | 200 | =D11-F11 → 141 | 59
    12 | 4 | «Xã An Hòa» | 1500 | 41 | =D12-F12 → 29 | 12
    13 | 5 | «Xã An Phú» | 1500 | 41 | =D13-F13 → 29 | 12
    14 | 6 | «Xã An Sơn» | 1500 | 19 | =D14-F14 → 13 | 6
    15 |  | «Toàn huyện» | =SUM(C6,C10) → 14100 | =SUM(D6,D10) → 861 | =SUM(E6,E10) → 610 | =SUM(F6,F10) → 251
    16 | «./.» |  |  |  |  |
    ");
    insta::assert_snapshot!(record(&project), @r#"
    "251" = "251" ("hộ")
    "162" = "162" ("hộ")
    "12" = "12" ("hộ")
    "29" = "29" ("hộ")
    "#);
    let rows = project.json("output/so/bao-cao.figures.json");
    let rows: Vec<String> = rows
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| format!("{} {} {}", row["text"], row["formula"], row["source"]))
        .collect();
    insta::assert_snapshot!(rows.join("\n"), @r#"
    "251" "phân bổ hang_so.giam theo ngheo, phần dư lớn nhất" [{"cell":"D2:D11","file":"data/so/bang.xlsx","sheet":"Biểu"},{"column":29,"file":"data/so/ho-so.yaml","line":5}]
    "162" "phân bổ hang_so.giam theo ngheo, phần dư lớn nhất" [{"cell":"D3:D4","file":"data/so/bang.xlsx","sheet":"Biểu"},{"column":29,"file":"data/so/ho-so.yaml","line":5}]
    "12" "phân bổ hang_so.giam theo ngheo, phần dư lớn nhất" [{"cell":"D8","file":"data/so/bang.xlsx","sheet":"Biểu"},{"column":29,"file":"data/so/ho-so.yaml","line":5}]
    "29" "ngheo - giam" [{"cell":"D8","file":"data/so/bang.xlsx","sheet":"Biểu"},{"column":37,"file":"data/so/ho-so.yaml","line":15}]
    "7.100\n1.200\n5.900\n300\n7.000\n2.500\n1.500\n1.500\n1.500\n14.100" null [{"cell":"C2:C11","file":"data/so/bang.xlsx","sheet":"Biểu"}]
    "560\n400\n160\n90\n301\n200\n41\n41\n19\n861" null [{"cell":"D2:D11","file":"data/so/bang.xlsx","sheet":"Biểu"}]
    "398\n310\n88\n\n212\n141\n29\n29\n13\n610" "ngheo - giam" [{"cell":"D2:D11","file":"data/so/bang.xlsx","sheet":"Biểu"}]
    "162\n90\n72\n\n89\n59\n12\n12\n6\n251" "phân bổ hang_so.giam theo ngheo, phần dư lớn nhất" [{"cell":"D2:D11","file":"data/so/bang.xlsx","sheet":"Biểu"},{"cell":"C2:C11","file":"data/so/bang.xlsx","sheet":"Biểu"},{"column":29,"file":"data/so/ho-so.yaml","line":5}]
    "#);
}

#[test]
fn every_unit_has_its_steps() {
    let columns = COLUMNS.replace("con: { kieu: so_ho, cong_thuc: ngheo - giam }\n", "");
    let project = project(&columns, SHEET, TOTAL, &["Giảm"]);
    insta::assert_snapshot!(steps(&project, "giam"), @"
    Miền núi
      Xã Yên Lạc 90 + Xã Yên Minh 72 = 162
    Xã Yên Lạc
      1 đơn vị nhận mức tối thiểu (72), 1 đơn vị nhận mức tối đa (90); các đơn vị khác chia nhau 251 - 72 - 90 = 89 hộ, cột «Hộ nghèo» của các đơn vị này cộng được 301
      89 × 400 / 301 = 118,27
      118,27 lớn hơn mức tối đa 90 → 90
    Xã Yên Minh
      1 đơn vị nhận mức tối thiểu (72), 1 đơn vị nhận mức tối đa (90); các đơn vị khác chia nhau 251 - 72 - 90 = 89 hộ, cột «Hộ nghèo» của các đơn vị này cộng được 301
      89 × 160 / 301 = 47,31
      tối thiểu 5.900 × 0,0121 = 71,39, làm tròn lên 72
      47,31 nhỏ hơn mức tối thiểu 72 → 72
    - Hộ DTTS
    Đồng bằng
      Xã An Bình 59 + Xã An Hòa 12 + Xã An Phú 12 + Xã An Sơn 6 = 89
    Xã An Bình
      1 đơn vị nhận mức tối thiểu (72), 1 đơn vị nhận mức tối đa (90); các đơn vị khác chia nhau 251 - 72 - 90 = 89 hộ, cột «Hộ nghèo» của các đơn vị này cộng được 301
      89 × 200 / 301 = 59,14
      lấy phần nguyên 59; phần dư 0,14
      cộng lại còn thiếu 1 hộ, thêm cho phần dư lớn nhất: phần dư này đứng thứ 2, không được thêm → 59
    Xã An Hòa
      1 đơn vị nhận mức tối thiểu (72), 1 đơn vị nhận mức tối đa (90); các đơn vị khác chia nhau 251 - 72 - 90 = 89 hộ, cột «Hộ nghèo» của các đơn vị này cộng được 301
      89 × 41 / 301 = 12,12
      lấy phần nguyên 12; phần dư 0,12
      cộng lại còn thiếu 1 hộ, thêm cho phần dư lớn nhất: phần dư này đứng thứ 3, không được thêm → 12
    Xã An Phú
      1 đơn vị nhận mức tối thiểu (72), 1 đơn vị nhận mức tối đa (90); các đơn vị khác chia nhau 251 - 72 - 90 = 89 hộ, cột «Hộ nghèo» của các đơn vị này cộng được 301
      89 × 41 / 301 = 12,12
      lấy phần nguyên 12; phần dư 0,12
      cộng lại còn thiếu 1 hộ, thêm cho phần dư lớn nhất: phần dư này đứng thứ 4, không được thêm → 12
    Xã An Sơn
      1 đơn vị nhận mức tối thiểu (72), 1 đơn vị nhận mức tối đa (90); các đơn vị khác chia nhau 251 - 72 - 90 = 89 hộ, cột «Hộ nghèo» của các đơn vị này cộng được 301
      89 × 19 / 301 = 5,62
      lấy phần nguyên 5; phần dư 0,62
      cộng lại còn thiếu 1 hộ, thêm cho phần dư lớn nhất: phần dư này đứng thứ 1, được thêm → 6
    Xã An Tây
    Toàn huyện
      Miền núi 162 + Đồng bằng 89 = 251
    ");
}

#[test]
fn money_is_split_to_the_decimals_of_its_column() {
    let columns = "
    ten: { tieu_de: Địa phương, kieu: dia_phuong }
    ty_le: { tieu_de: Tỷ lệ, kieu: phan_tram, le: 2 }
    von: { kieu: tien, le: 1, don_vi: tỷ đồng, phan_bo: { tong: '12,5', theo: ty_le, toi_thieu: '1,25', lam_tron: phan_du_lon_nhat } }";
    let sheet = "
| Địa phương | Tỷ lệ |
| Xã Yên Lạc | 25,68 |
| Xã Yên Minh | 30,78 |
| Xã An Bình | 0,57 |
| Xã An Hòa | 4,32 |";
    let project = project(columns, sheet, "", &["Tổng {{ bang.tong.von }}"]);
    insta::assert_snapshot!(text(&project), @"Tổng 12,5./.");
    insta::assert_snapshot!(steps(&project, "von"), @"
    Xã Yên Lạc
      2 đơn vị nhận mức tối thiểu (cộng 2,6); các đơn vị khác chia nhau 12,5 - 2,6 = 9,9 tỷ đồng, cột «Tỷ lệ» của các đơn vị này cộng được 56,46
      9,9 × 25,68 / 56,46 = 4,503
      lấy tròn xuống 4,5; phần dư 0,003
      cộng lại còn thiếu 0,1 tỷ đồng, thêm cho phần dư lớn nhất: phần dư này đứng thứ 2, không được thêm → 4,5
    Xã Yên Minh
      2 đơn vị nhận mức tối thiểu (cộng 2,6); các đơn vị khác chia nhau 12,5 - 2,6 = 9,9 tỷ đồng, cột «Tỷ lệ» của các đơn vị này cộng được 56,46
      9,9 × 30,78 / 56,46 = 5,397
      lấy tròn xuống 5,3; phần dư 0,097
      cộng lại còn thiếu 0,1 tỷ đồng, thêm cho phần dư lớn nhất: phần dư này đứng thứ 1, được thêm → 5,4
    Xã An Bình
      2 đơn vị nhận mức tối thiểu (cộng 2,6); các đơn vị khác chia nhau 12,5 - 2,6 = 9,9 tỷ đồng, cột «Tỷ lệ» của các đơn vị này cộng được 56,46
      9,9 × 0,57 / 56,46 = 0,0999
      tối thiểu 1,25, làm tròn lên 1,3
      0,0999 nhỏ hơn mức tối thiểu 1,3 → 1,3
    Xã An Hòa
      2 đơn vị nhận mức tối thiểu (cộng 2,6); các đơn vị khác chia nhau 12,5 - 2,6 = 9,9 tỷ đồng, cột «Tỷ lệ» của các đơn vị này cộng được 56,46
      9,9 × 4,32 / 56,46 = 0,757
      tối thiểu 1,25, làm tròn lên 1,3
      0,757 nhỏ hơn mức tối thiểu 1,3 → 1,3
    ");
}

#[test]
fn each_group_splits_its_own_total_and_the_total_of_another_table_is_called() {
    let columns = "
    ten: { tieu_de: Địa phương, kieu: dia_phuong }
    ngheo: { tieu_de: Hộ nghèo, kieu: so_ho }
    chi_tieu: { tieu_de: Chỉ tiêu, kieu: so_ho }
    giam: { kieu: so_ho, phan_bo: { tong: chi_tieu, theo: ngheo, lam_tron: phan_du_lon_nhat } }";
    let sheet = "
| TT | Địa phương | Hộ nghèo | Chỉ tiêu |
| I | Miền núi | 560 | 137 |
| 1 | Xã Yên Lạc | 400 | x |
| 2 | Xã Yên Minh | 160 | x |
| II | Đồng bằng | 282 | 18 |
| 3 | Xã An Bình | 200 | x |
| 4 | Xã An Hòa | 41 | x |
| 5 | Xã An Phú | 41 | x |";
    let project = project(columns, sheet, "", &["Tổng {{ bang.tong.giam }}"]);
    insta::assert_snapshot!(text(&project), @"Tổng 155./.");
    insta::assert_snapshot!(steps(&project, "giam"), @"
    Miền núi
      Xã Yên Lạc 98 + Xã Yên Minh 39 = 137
    Xã Yên Lạc
      137 × 400 / 560 = 97,86
      lấy phần nguyên 97; phần dư 0,86
      cộng lại còn thiếu 1 hộ, thêm cho phần dư lớn nhất: phần dư này đứng thứ 1, được thêm → 98
    Xã Yên Minh
      137 × 160 / 560 = 39,14
      lấy phần nguyên 39; phần dư 0,14
      cộng lại còn thiếu 1 hộ, thêm cho phần dư lớn nhất: phần dư này đứng thứ 2, không được thêm → 39
    Đồng bằng
      Xã An Bình 13 + Xã An Hòa 3 + Xã An Phú 2 = 18
    Xã An Bình
      18 × 200 / 282 = 12,77
      lấy phần nguyên 12; phần dư 0,77
      cộng lại còn thiếu 2 hộ, thêm mỗi đơn vị 1 hộ cho 2 phần dư lớn nhất: phần dư này đứng thứ 1, được thêm → 13
    Xã An Hòa
      18 × 41 / 282 = 2,62
      lấy phần nguyên 2; phần dư 0,62
      cộng lại còn thiếu 2 hộ, thêm mỗi đơn vị 1 hộ cho 2 phần dư lớn nhất: phần dư này đứng thứ 2, được thêm → 3
      phần dư bằng nhau: đơn vị có số lớn hơn ở cột chia được trước, rồi đến dòng đứng trên
    Xã An Phú
      18 × 41 / 282 = 2,62
      lấy phần nguyên 2; phần dư 0,62
      cộng lại còn thiếu 2 hộ, thêm mỗi đơn vị 1 hộ cho 2 phần dư lớn nhất: phần dư này đứng thứ 3, không được thêm → 2
      phần dư bằng nhau: đơn vị có số lớn hơn ở cột chia được trước, rồi đến dòng đứng trên
    ");
}

/// A table of two numbers a row and a column that splits a million.
fn large(rows: u32) -> Dossier {
    let place = || Place::file("ho-so.yaml");
    let column = |id: &str, kind, sheet_column| Column {
        id: id.to_owned(),
        heading: Vec::new(),
        kind,
        decimals: Some(0),
        two_digits: false,
        unit: None,
        rate_of: None,
        rate_over: None,
        formula: None,
        allocation: None,
        percent_cell: None,
        sheet_column,
        place: place(),
    };
    let bound = |text| Bound {
        group: None,
        formula: Located { value: Formula::parse(text).expect("a formula"), place: place() },
    };
    let mut share = column("giam", ColumnKind::Count, None);
    share.allocation = Some(Box::new(Allocation {
        place: place(),
        total: Total::Number(Located { value: 1_000_000.into(), place: place() }),
        weights: 2,
        floors: vec![bound("tong_ho * 0.0121")],
        caps: vec![bound("ngheo")],
        outcome: None,
    }));
    let row = |at: u32| Row {
        kind: RowKind::Unit,
        number: at.to_string(),
        name: format!("Thôn {at}"),
        cells: vec![
            Value::Text("".into()),
            Value::Number((50 + at * 7_919 % 351).into()),
            Value::Number((5 + at * 104_729 % 46).into()),
            Value::Empty,
        ],
        sheet_row: at,
    };
    let table = Table {
        id: "thon".to_owned(),
        file: "bang.xlsx".to_owned(),
        sheet: "Biểu".to_owned(),
        columns: vec![
            column("ten", ColumnKind::UnitName, Some(1)),
            column("tong_ho", ColumnKind::Count, Some(2)),
            column("ngheo", ColumnKind::Count, Some(3)),
            share,
        ],
        rows: (1..=rows).map(row).collect(),
        number_column: None,
        column_ids: Vec::new(),
        least: Vec::new(),
        above: Vec::new(),
    };
    Dossier { tables: [("thon".to_owned(), Arc::new(table))].into(), ..Dossier::default() }
}

#[test]
fn a_hundred_thousand_rows_are_split_in_a_moment() {
    let mut dossier = large(100_000);
    let mut findings = Findings::of_dossier();
    let begin = std::time::Instant::now();
    duthao::expand::tables(&mut dossier, &mut findings);
    let took = begin.elapsed();
    assert!(findings.is_empty());
    let table = &dossier.tables["thon"];
    let sum: Decimal = table.rows.iter().filter_map(|row| row.cells[3].number()).sum();
    assert_eq!(sum, Decimal::from(1_000_000));
    assert!(!table.steps(99_999, 3).is_empty());
    // A fraction of a second; on a busy machine and without optimisation more. Comparing each with each takes minutes.
    assert!(took.as_secs() < 20, "{took:?}");
}
