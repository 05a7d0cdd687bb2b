//! Columns that split a total (`phan_bo`): what is printed, what Excel recalculates, where it came from, step by step.

use duthao::load::Project;
use duthao::pipeline::Workshop;

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
| II | Đồng bằng | 4000 | 301 |
| 3 | Xã An Bình | 2500 | 200 |
| 4 | Xã An Hòa | 1500 | 41 |
| 5 | Xã An Phú | 1500 | 41 |
| 6 | Xã An Sơn | 1500 | 19 |
| 7 | Xã An Tây | x | x |
| | Toàn huyện | 11100 | 861 |";

const TOTAL: &str = "hang_so: { giam: { gia_tri: 251, don_vi: hộ, nguon: Nghị quyết } }\n";

/// The steps of every row of a column, as `trace` tells them.
fn steps(project: &harness::Project, column: &str) -> String {
    let workshop = Workshop::open(Project::new(project.root())).expect("the templates are whole");
    let loaded = workshop.dossier("so");
    let table = &loaded.dossier.tables["bang"];
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
    let columns = COLUMNS.replace("con: { kieu: so_ho, cong_thuc: ngheo - giam }\n", "");
    let sheet = SHEET.replace("| 7 | Xã An Tây | x | x |\n", "");
    let project = project(COLUMNS, &sheet, TOTAL, &lines);
    assert_ne!(columns, COLUMNS);
    insta::assert_snapshot!(text(&project), @"");
    insta::assert_snapshot!(table(&project), @"");
    insta::assert_snapshot!(record(&project), @"");
    let rows = project.json("output/so/bao-cao.figures.json");
    let rows: Vec<String> = rows
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| format!("{} {} {}", row["text"], row["formula"], row["source"]))
        .collect();
    insta::assert_snapshot!(rows.join("\n"), @"");
}

#[test]
fn every_unit_has_its_steps() {
    let columns = COLUMNS.replace("con: { kieu: so_ho, cong_thuc: ngheo - giam }\n", "");
    let project = project(&columns, SHEET, TOTAL, &["Giảm"]);
    insta::assert_snapshot!(steps(&project, "giam"), @"");
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
    insta::assert_snapshot!(text(&project), @"");
    insta::assert_snapshot!(steps(&project, "von"), @"");
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
| II | Đồng bằng | 282 | 20 |
| 3 | Xã An Bình | 200 | x |
| 4 | Xã An Hòa | 41 | x |
| 5 | Xã An Phú | 41 | x |";
    let project = project(columns, sheet, "", &["Tổng {{ bang.tong.giam }}"]);
    insta::assert_snapshot!(text(&project), @"");
    insta::assert_snapshot!(steps(&project, "giam"), @"");
}
