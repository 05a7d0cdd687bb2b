//! One fault in every row of a long sheet: fifty places are told, one more finding counts the others.

use std::collections::BTreeMap;

use serde_json::Value;

use super::drawn;
use crate::harness::{OTHER_DOSSIER, Project};

const NOTICE: &str = "\
loai: thong-bao
trich_yeu: Chỉ tiêu giảm nghèo
ngay: 02/01/2024
noi_dung:
  - doan: Chỉ tiêu của từng xã tại phụ lục kèm theo.
phu_luc:
  - { tieu_de: Chỉ tiêu giảm nghèo, bang: xa }
";

/// A sheet of so many communes; what is left at the end of the year is wrong in every one by `off`.
fn province(rows: usize, off: usize) -> Project {
    let table = "bang:\n  xa:\n    tep: bang.xlsx\n    cot:\n      ten: { tieu_de: Địa phương, kieu: dia_phuong }\n      \
        dau: { tieu_de: Đầu năm, kieu: so_ho }\n      giam: { tieu_de: Giảm, kieu: so_ho }\n      \
        cuoi: { tieu_de: Cuối năm, kieu: so_ho, cong_thuc: dau - giam }\n";
    let mut sheet = String::from("\n[Biểu 1]\n| Địa phương | Đầu năm | Giảm | Cuối năm |\n");
    let syllables =
        ["An", "Bình", "Cường", "Đông", "Giang", "Hòa", "Khánh", "Lộc", "Minh", "Nam", "Phú", "Quảng"];
    for row in 0..rows {
        let name = format!("Xã {} {}", syllables[row / 12 % 12], syllables[row % 12]);
        sheet.push_str(&format!("| {name} | {} | 10 | {} |\n", row + 100, row + 90 + off));
    }
    let project = Project::new();
    project.file("data/mau/ho-so.yaml", format!("{OTHER_DOSSIER}{table}"));
    project.file("data/mau/thong-bao.yaml", NOTICE);
    project.workbook("data/mau/bang.xlsx", &sheet);
    project
}

fn findings(project: &Project) -> Vec<Value> {
    let run = project.run(["check", "--format", "json", "--quiet"]);
    assert!(run.code < 2, "{}{}", run.stdout, run.stderr);
    run.findings()
}

/// How often every code was told.
fn counts(findings: &[Value]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding["code"].as_str().expect("a code")).or_default() += 1;
    }
    counts
}

#[test]
fn a_wrong_column_of_a_long_sheet_is_told_fifty_times_and_then_counted() {
    let project = province(130, 1);
    let findings = findings(&project);
    insta::assert_snapshot!(format!("{:?}", counts(&findings)), @r#"{"EQN001": 51}"#);
    let last: Vec<Value> = findings.into_iter().skip(49).collect();
    insta::assert_snapshot!(drawn(&last), @"
    EQN001 bang.xlsx [Biểu 1] D51 (Xã Giang Bình)
      cột «Cuối năm» của «Xã Giang Bình» ghi 140, tính theo công thức dau - giam thì được 139
      cùng với: bang.xlsx [Biểu 1] B51
      cùng với: bang.xlsx [Biểu 1] C51
      ghi chú: 149 - 10 = 139
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    EQN001 bang.xlsx [Biểu 1] D52
      còn 80 chỗ khác trong trang «Biểu 1» có cùng lỗi này, không nêu từng chỗ
      cách sửa: sửa 50 chỗ đã nêu, thường là cùng một nguyên nhân, rồi chạy lại để xem các chỗ còn lại
    ");
    let said = project.run(["check"]).stderr;
    let counted = said.find("còn 80 chỗ khác").map(|at| said[at..].split("\n\n").next().unwrap_or_default());
    insta::assert_snapshot!(counted.unwrap_or_default(), @"
    còn 80 chỗ khác trong trang «Biểu 1» có cùng lỗi này, không nêu từng chỗ
      --> data/mau/bang.xlsx, trang «Biểu 1», ô D52
       |
       |        A             D
     1 |  Địa phương       Cuối năm
    ...
    51 |  Xã Giang Bình         140
    52 |  Xã Giang Cường       [141]
    53 |  Xã Giang Đông         142
       |
       | [D52] bắt đầu từ ô này
       = cách sửa: sửa 50 chỗ đã nêu, thường là cùng một nguyên nhân, rồi chạy lại để xem các chỗ còn lại
    ");
}

#[test]
fn fifty_places_are_told_without_a_word_about_others() {
    assert_eq!(counts(&findings(&province(50, 1))).values().sum::<usize>(), 50);
    assert_eq!(findings(&province(130, 0)), [Value::Null; 0]);
}

#[test]
fn what_is_waived_is_counted_apart() {
    let project = province(130, 1);
    let waive = |entries: &str| {
        project.file("data/mau/thong-bao.yaml", format!("{NOTICE}bo_qua:\n{entries}"));
        let found = findings(&project);
        let is_waived = |finding: &&Value| !finding["waived"].is_null();
        (found.iter().filter(is_waived).count(), found.len(), project.run(["check", "--quiet"]).code)
    };
    let code = findings(&project)[0]["code"].as_str().expect("a code").to_owned();
    let all = waive(&format!("  - {{ ma: {code}, ly_do: theo biên bản }}\n"));
    let one = waive(&format!("  - {{ ma: {code}, don_vi: Xã An An, ly_do: theo biên bản }}\n"));
    insta::assert_snapshot!(format!("{all:?} {one:?}"), @"(51, 51, 0) (1, 51, 1)");
}

#[test]
fn a_copy_of_the_sheet_has_a_comment_on_every_cell_that_is_told() {
    let project = province(130, 1);
    let run = project.run(["annotate", "data/mau/bang.xlsx", "ghi-chu.xlsx"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let commented = |line: &&str| line.starts_with("Biểu 1  D");
    let cells: Vec<&str> = run.stderr.lines().filter(commented).collect();
    assert_eq!(cells.len(), 51, "{}", run.stderr);
    insta::assert_snapshot!(cells[49..].join("\n"), @"
    Biểu 1  D51  EQN001  lỗi
    Biểu 1  D52  EQN001  lỗi
    ");
}
