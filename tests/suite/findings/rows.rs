//! Which rows of a sheet are units, groups, the total or nothing of the table (`XLS009`, `XLS012`-`XLS014`, `TOT003`).

use duthao::load;
use duthao::model::table::RowKind;
use duthao::pipeline::Workshop;

use super::{drawn, refused};
use crate::harness::{Project, SHEET};

/// The sample's head over other rows.
fn under_the_head(rows: &str) -> String {
    let head: Vec<&str> = SHEET.lines().take(5).collect();
    format!("{}\n{rows}", head.join("\n"))
}

fn with_rows(project: &Project, rows: &str) {
    project.workbook("data/mau/bang.xlsx", &under_the_head(rows));
}

/// What the rows under the head are taken for, after seeing that nothing is found wrong with them.
fn taken_for(rows: &str) -> String {
    let project = Project::sample();
    with_rows(&project, rows);
    let run = project.run(["check", "--format", "json", "--quiet"]);
    let mut findings = run.findings();
    findings.retain(|finding| finding["severity"] == "error");
    assert_eq!(drawn(&findings), "");
    let workshop =
        Workshop::open(load::Project::new(project.root())).unwrap_or_else(|finding| panic!("{finding:?}"));
    let loaded = workshop.dossier("mau");
    let mut text = String::new();
    for row in &loaded.loaded.dossier.tables["xa"].rows {
        let kind = match row.kind {
            RowKind::Unit => "đơn vị".to_owned(),
            RowKind::Group { level } => format!("nhóm bậc {level}"),
            RowKind::Total => "tổng".to_owned(),
            RowKind::Part => "trong đó".to_owned(),
        };
        text.push_str(format!("{kind}: {} {}", row.number, row.name).trim_end());
        text.push('\n');
    }
    text
}

#[test]
fn my_total_row_is_called_otherwise() {
    for label in
        ["Tổng toàn tỉnh:", "Cộng (1+2)", "Cả tỉnh", "TỔNG CỘNG", "Tổng số", "Cộng:", "Toàn thành phố", "∑"]
    {
        let project = Project::sample();
        project.sheet("Toàn huyện", label);
        let run = project.run(["check", "--format", "json", "--quiet"]);
        assert_eq!((run.code, run.stdout.trim()), (0, "[]"), "«{label}» is the total");
    }
}

#[test]
fn the_last_row_is_the_province_and_i_did_not_say_that_it_is_the_total() {
    let rows = "
| 1 | Xã An Bình | 100 | 5,00 | 40 | 60 | 3,00 |
| 2 | Xã An Hòa | 200 | 5,00 | 50 | 150 | 3,75 |
| 3 | Tỉnh Mẫu | 300 | 5,00 | 90 | 210 | 3,50 |";
    insta::assert_snapshot!(refused(|p| with_rows(p, rows)), @r"
    TOT003 bang.xlsx [Biểu 1] B6 (Tỉnh Mẫu)
      «Tỉnh Mẫu» bằng tổng mọi dòng khác của bảng «xa»: có phải là dòng tổng?
      cách sửa: nếu là dòng tổng thì ghi tên là «Tổng cộng» hoặc «Toàn tỉnh»; nếu là đơn vị thì thêm dòng tổng
    REF001 ke-hoach.yaml:11:82 <ke-hoach.yaml>
      bảng «xa» không có dòng tổng và cột «ty_le_cuoi» không cộng dồn được
      cách sửa: thêm dòng tổng vào bảng tính
    ");
}

#[test]
fn my_groups_are_numbered_with_letters_above_roman_numbers() {
    insta::assert_snapshot!(taken_for("
| A | Thành thị | 100 | 5,00 | 40 | 60 | 3,00 |
| I | Khu vực I | 100 | 5,00 | 40 | 60 | 3,00 |
| 1 | Phường An Bình | 100 | 5,00 | 40 | 60 | 3,00 |
| B | Nông thôn | 900 | 5,00 | 140 | 760 | 4,22 |
| I | Khu vực I | 200 | 5,00 | 40 | 160 | 4,00 |
| 1 | Xã An Hòa | 200 | 5,00 | 40 | 160 | 4,00 |
| II | Khu vực II | 700 | 5,00 | 100 | 600 | 4,29 |
| 1 | Xã Yên Lạc | 500 | 5,00 | 50 | 450 | 4,50 |
| 2 | Xã Yên Minh | 200 | 5,00 | 50 | 150 | 3,75 |
| | Tổng cộng | 1000 | 5,00 | 180 | 820 | 4,10 |"), @r"
    nhóm bậc 1: A Thành thị
    nhóm bậc 2: I Khu vực I
    đơn vị: 1 Phường An Bình
    nhóm bậc 1: B Nông thôn
    nhóm bậc 2: I Khu vực I
    đơn vị: 1 Xã An Hòa
    nhóm bậc 2: II Khu vực II
    đơn vị: 1 Xã Yên Lạc
    đơn vị: 2 Xã Yên Minh
    tổng:  Tổng cộng
    ");
}

#[test]
fn my_groups_are_numbered_1_and_their_rows_1_1() {
    insta::assert_snapshot!(taken_for("
| 1 | Đồng bằng | 300 | 5,00 | 90 | 210 | 3,50 |
| 1.1 | Xã An Bình | 100 | 5,00 | 40 | 60 | 3,00 |
| 1.2 | Xã An Hòa | 200 | 5,00 | 50 | 150 | 3,75 |
| 2 | Miền núi | 100 | 5,00 | 40 | 60 | 3,00 |
| 2.1 | Xã Yên Lạc | 100 | 5,00 | 40 | 60 | 3,00 |
| | Tổng cộng | 400 | 5,00 | 130 | 270 | 3,38 |"), @r"
    nhóm bậc 10: 1 Đồng bằng
    đơn vị: 1.1 Xã An Bình
    đơn vị: 1.2 Xã An Hòa
    nhóm bậc 10: 2 Miền núi
    đơn vị: 2.1 Xã Yên Lạc
    tổng:  Tổng cộng
    ");
}

#[test]
fn rows_of_which_are_part_of_the_row_above_them() {
    insta::assert_snapshot!(taken_for("
| 1 | Đồng bằng | 300 | 5,00 | 90 | 210 | 3,50 |
| | Trong đó: hộ DTTS | 100 | 5,00 | 40 | 60 | 3,00 |
| 1.1 | Xã An Bình | 100 | 5,00 | 40 | 60 | 3,00 |
| - | Hộ DTTS | 50 | 5,00 | 20 | 30 | 3,00 |
| – | Hộ mới | 10 | 5,00 | 4 | 6 | 3,00 |
| 1.2 | Xã An Hòa | 200 | 5,00 | 50 | 150 | 3,75 |
| | | | | | | |
| | Tổng cộng | 300 | 5,00 | 90 | 210 | 3,50 |
| | Trong đó: | | | | | |
| | - Hộ DTTS | 100 | 5,00 | 40 | 60 | 3,00 |
| | - Số liệu đến ngày 31/12 | | | | | |"), @"
    nhóm bậc 10: 1 Đồng bằng
    trong đó:  Trong đó: hộ DTTS
    đơn vị: 1.1 Xã An Bình
    trong đó: - Hộ DTTS
    trong đó: – Hộ mới
    đơn vị: 1.2 Xã An Hòa
    tổng:  Tổng cộng
    trong đó:  Trong đó:
    trong đó:  - Hộ DTTS
    ");
}

#[test]
fn a_row_numbered_ahead_and_a_note_in_the_middle_do_not_cut_my_table() {
    insta::assert_snapshot!(taken_for("
| 1 | Xã An Bình | 100 | 5,00 | 40 | 60 | 3,00 |
| 2 | | | | | | |
| | Ghi chú: xã An Hòa tính cả thôn mới | | | | | |
| | | | | | | |
| 3 | Xã An Hòa | 200 | 5,00 | 50 | 150 | 3,75 |
| | Tổng cộng | 300 | 5,00 | 90 | 210 | 3,50 |"), @r"
    đơn vị: 1 Xã An Bình
    đơn vị: 3 Xã An Hòa
    tổng:  Tổng cộng
    ");
}

#[test]
fn the_row_that_numbers_the_columns_is_no_unit() {
    let rows = "
| 1 | Xã An Bình | 100 | 5,00 | 40 | 60 | 3,00 |
| 2 | Xã An Hòa | 200 | 5,00 | 50 | 150 | 3,75 |
| | Tổng cộng | 300 | 5,00 | 90 | 210 | 3,50 |";
    let plain = taken_for(rows);
    for ids in [
        "| A | B | 1 | 2 | 3 | 4 | 5 |",
        "| A | | 1 | 2 | 3 | 4=1-3 | 5 |",
        "| (1) | (2) | (3) | (4) | (5) | (6)=(3)-(5) | (7) |",
        "| | | | | | | |\n| A | B | 1 | 2 | 3 | 4 | 5 |",
    ] {
        assert_eq!(taken_for(&format!("{ids}{rows}")), plain, "{ids}");
    }
}

#[test]
fn signatures_under_the_total_are_no_units() {
    insta::assert_snapshot!(taken_for("
| 1 | Xã An Bình | 100 | 5,00 | 40 | 60 | 3,00 |
| | Tổng cộng | 100 | 5,00 | 40 | 60 | 3,00 |
| | Tân Lập, ngày 15 tháng 3 năm 2024 | | | | | |
| | Người lập biểu | | | | Chủ tịch | |
| | Nguyễn Văn An | | | | Trần Thị Bình | |"), @r"
    đơn vị: 1 Xã An Bình
    tổng:  Tổng cộng
    ");
}

#[test]
fn i_forgot_the_name_of_a_commune() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 2 | Xã Yên Minh |", "| 2 | |"); }), @r"
    XLS012 bang.xlsx [Biểu 1] B9
      dòng 9 có số liệu mà không có tên đơn vị
      cách sửa: ghi tên đơn vị vào ô này; nếu là dòng tổng thì ghi «Tổng cộng»; nếu thừa thì xóa số liệu
    ");
}

#[test]
fn i_added_a_commune_under_the_total_row() {
    insta::assert_snapshot!(refused(|p| {
        p.sheet("| Ghi chú: theo kết quả rà soát cuối năm trước. | | | | | | |", "| 3 | Xã Yên Sơn | 10 | 10,00 | 5 | 5 | 5,00 |");
    }), @r"
    XLS013 bang.xlsx [Biểu 1] B11
      dòng «Xã Yên Sơn» có số liệu nhưng nằm dưới dòng tổng
      cùng với: bang.xlsx [Biểu 1] B10
      cách sửa: đưa dòng này lên trên dòng tổng, hoặc chuyển sang trang khác nếu không thuộc bảng
    ");
}

#[test]
fn two_columns_have_one_heading() {
    insta::assert_snapshot!(refused(|p| { p.dossier("tieu_de: [Đầu năm, Số hộ]", "tieu_de: Số hộ"); }), @r"
    XLS014 ho-so.yaml:13:23
      «Số hộ» là tiêu đề của 2 cột trên trang «Biểu 1»
      cùng với: bang.xlsx [Biểu 1] C3
      cùng với: bang.xlsx [Biểu 1] F3
      ghi chú: các cột: C «Đầu năm › Số hộ»; F «Cuối năm › Số hộ»
      cách sửa: ghi cả đường dẫn qua đầu bảng nhiều tầng, ví dụ tieu_de: [Hộ nghèo đầu năm, Số hộ]
    ");
}
