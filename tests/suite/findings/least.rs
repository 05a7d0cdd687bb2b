//! What the plan itself asks of its targets (`muc_toi_thieu`, `BND008`).

use super::drawn;
use crate::figures::project;

const LEAST: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
ty_le: { tieu_de: Tỷ lệ, kieu: phan_tram, le: 2 }
diem: { tieu_de: Giảm (điểm %), kieu: diem_phan_tram }";

/// What is found with the plan's own rule on the table.
fn with_rule(rule: &str, sheet: &str) -> String {
    let project = project(LEAST, sheet, "", &["Giảm"]);
    project.replace(
        "data/so/ho-so.yaml",
        "    cot:\n",
        &format!("    muc_toi_thieu:\n      - {rule}\n    cot:\n"),
    );
    let run = project.run(["check", "--format", "json", "--quiet"]);
    drawn(&run.findings()).replace("data/so/", "")
}

const TARGETS: &str = "
| TT | Địa phương | Tỷ lệ | Giảm (điểm %) |
| 1 | Xã An Bình | 5 | 1,2 |
| 2 | Xã An Hòa | 4 | trên 1,2 |
| 3 | Xã Yên Lạc | 3,5 | \"1,0 - 1,5\" |
| 4 | Xã Yên Minh | 3 | 0,4 |
| | Toàn huyện | 3 | 0,9 |";

#[test]
fn a_target_is_below_what_the_plan_itself_asks() {
    insta::assert_snapshot!(with_rule(
        "{ cot: diem, tren: \"1,2\", khi: { cot: ty_le, cao_hon: tong }, nguon: \"Mục II.2\" }",
        TARGETS
    ), @"
    cảnh báo BND008 bang.xlsx [Biểu] D2 (Xã An Bình)
      cột «Giảm (điểm %)» của «Xã An Bình» ghi 1,2, kế hoạch quy định trên 1,2
      cùng với: ho-so.yaml:10:9
      cùng với: bang.xlsx [Biểu] C2
      cùng với: bang.xlsx [Biểu] C6
      ghi chú: «Tỷ lệ» là 5,00, cao hơn mức chung 3,00
      ghi chú: mức quy định: Mục II.2
      cách sửa: sửa chỉ tiêu của đơn vị này, hoặc sửa «muc_toi_thieu» nếu quy định đã khác
    cảnh báo BND008 bang.xlsx [Biểu] D4 (Xã Yên Lạc)
      cột «Giảm (điểm %)» của «Xã Yên Lạc» ghi 1,0 - 1,5, kế hoạch quy định trên 1,2
      cùng với: ho-so.yaml:10:9
      cùng với: bang.xlsx [Biểu] C4
      cùng với: bang.xlsx [Biểu] C6
      ghi chú: «Tỷ lệ» là 3,50, cao hơn mức chung 3,00
      ghi chú: mức quy định: Mục II.2
      cách sửa: sửa chỉ tiêu của đơn vị này, hoặc sửa «muc_toi_thieu» nếu quy định đã khác
    ");
    insta::assert_snapshot!(with_rule("{ cot: diem, tu: \"0,5\", nguon: \"Mục II.2\" }", TARGETS), @"
    cảnh báo BND008 bang.xlsx [Biểu] D5 (Xã Yên Minh)
      cột «Giảm (điểm %)» của «Xã Yên Minh» ghi 0,4, kế hoạch quy định từ 0,5 trở lên
      cùng với: ho-so.yaml:10:9
      ghi chú: mức quy định: Mục II.2
      cách sửa: sửa chỉ tiêu của đơn vị này, hoặc sửa «muc_toi_thieu» nếu quy định đã khác
    ");
}

#[test]
fn every_target_is_what_the_plan_itself_asks() {
    insta::assert_snapshot!(with_rule(
        "{ cot: diem, tu: \"1,0\", khi: { cot: ty_le, tu: \"3,5\" }, nguon: \"Mục II.2\" }",
        TARGETS
    ), @"");
    insta::assert_snapshot!(with_rule(
        "{ cot: diem, tren: \"0,3\", khi: { cot: ty_le, den: 3 }, nguon: \"Mục II.2\" }",
        TARGETS
    ), @"");
}

#[test]
fn a_rule_of_the_plan_that_says_nothing() {
    insta::assert_snapshot!(with_rule("{ cot: diem, nguon: x }", TARGETS), @r#"
    KEY002 ho-so.yaml:10:9
      một mục của «muc_toi_thieu» phải có một trong hai khóa «tren», «tu»
      cách sửa: «tren: "1,2"» là phải lớn hơn 1,2; «tu: "1,2"» là từ 1,2 trở lên
    "#);
    insta::assert_snapshot!(with_rule("{ cot: ten, tren: 1.2, tu: 3, nguon: x }", TARGETS), @r#"
    KEY002 ho-so.yaml:10:9
      một mục của «muc_toi_thieu» phải có một trong hai khóa «tren», «tu»
      cách sửa: «tren: "1,2"» là phải lớn hơn 1,2; «tu: "1,2"» là từ 1,2 trở lên
    KEY006 ho-so.yaml:10:16
      «cot» không nhận giá trị «ten»
      cách sửa: chọn một trong: ty_le, diem
    "#);
    insta::assert_snapshot!(with_rule("{ cot: diem, tren: 1.2, khi: { cot: ty_le }, nguon: x }", TARGETS), @r#"
    KEY004 ho-so.yaml:10:28
      mức phải là một số, ở đây là «1.2»: dấu chấm trong «1.2» hiểu được hai cách: 1,2 hoặc 12
      cách sửa: viết kiểu Việt Nam, trong ngoặc kép: "1,2"
    KEY002 ho-so.yaml:10:38
      «khi» phải có đúng một trong các khóa «cao_hon», «thap_hon», «tu», «den»
      cách sửa: so với dòng tổng thì ghi «cao_hon: tong»; so với một số thì ghi số đó, ví dụ «cao_hon: 20»
    "#);
    insta::assert_snapshot!(with_rule("{ cot: diem, tren: 1, khi: { cot: ty_le, cao_hon: cao, hon: 3 } }", TARGETS), @r#"
    KEY002 ho-so.yaml:10:9
      một mục của «muc_toi_thieu» thiếu khóa «nguon» hoặc để trống
      cách sửa: thêm dòng «nguon: …»
    KEY004 ho-so.yaml:10:59
      mức phải là một số, ở đây là «cao»: «cao» không phải là một số
      cách sửa: viết kiểu Việt Nam, trong ngoặc kép: "1,2"
    KEY001 ho-so.yaml:10:64
      khóa «hon» không dùng được trong «khi»
      cách sửa: các khóa được phép: cot, cao_hon, thap_hon, tu, den
    "#);
}
