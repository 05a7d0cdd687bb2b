//! A fact that stands in several places of a dossier (`doi_chieu`, `TOT005`).

use super::drawn;
use crate::harness::Project;

const RESULTS: &str = "
[Biểu 1]
| TT | Địa phương | Chỉ tiêu |
| 1 | Xã An Bình | 40 |
| 2 | Xã An Hòa | 50 |
| 3 | Xã Yên Lạc | 400 |
| 4 | Xã Yên Minh | 100 |
| | Toàn huyện | 590 |";

/// What is found in the sample with a second table `kq` and these facts.
fn with(results: &str, facts: &str) -> String {
    let project = Project::sample();
    project.workbook("data/mau/kq.xlsx", results);
    project.dossier(
        "noi_nhan:",
        &format!(
            "  kq:\n    tep: kq.xlsx\n    cot:\n      ten: {{ tieu_de: Địa phương, kieu: dia_phuong }}\n      \
             giao: {{ tieu_de: Chỉ tiêu, kieu: so_ho }}\ndoi_chieu:\n{facts}\nnoi_nhan:"
        ),
    );
    drawn(&project.run(["check", "--format", "json", "--quiet"]).findings())
}

#[test]
fn two_tables_say_the_same_otherwise() {
    let changed = RESULTS.replace("| 40 |", "| 30 |").replace("| 50 |", "| 60 |");
    insta::assert_snapshot!(with(&changed, "  - bang_nhau: [xa.giam, kq.giao]"), @"
    TOT005 kq.xlsx [Biểu 1] C2 (Xã An Bình)
      «kq.giao» của «Xã An Bình» là 30, «xa.giam» của «Xã An Bình» là 40: hai nơi phải ghi như nhau
      cùng với: bang.xlsx [Biểu 1] E5
      cùng với: ho-so.yaml:24:5
      cách sửa: sửa nơi sai; nếu hai số vốn không phải là một thì xóa mục này của «doi_chieu»
    TOT005 kq.xlsx [Biểu 1] C3 (Xã An Hòa)
      «kq.giao» của «Xã An Hòa» là 60, «xa.giam» của «Xã An Hòa» là 50: hai nơi phải ghi như nhau
      cùng với: bang.xlsx [Biểu 1] E6
      cùng với: ho-so.yaml:24:5
      cách sửa: sửa nơi sai; nếu hai số vốn không phải là một thì xóa mục này của «doi_chieu»
    ");
}

#[test]
fn a_constant_repeats_a_total_otherwise() {
    insta::assert_snapshot!(
        with(RESULTS, "  - bang_nhau: [xa.tong.giam, \"kq.dong['Yên Lạc'].giao\", hang_so.xa_ngheo]"),
        @"
    TOT005 kq.xlsx [Biểu 1] C4 (Xã Yên Lạc)
      «kq.dong['Yên Lạc'].giao» của «Xã Yên Lạc» là 400, «xa.tong.giam» của «Toàn huyện» là 590: hai nơi phải ghi như nhau
      cùng với: bang.xlsx [Biểu 1] E10
      cùng với: ho-so.yaml:6:24
      cùng với: ho-so.yaml:24:5
      cách sửa: sửa nơi sai; nếu hai số vốn không phải là một thì xóa mục này của «doi_chieu»
    "
    );
}

#[test]
fn all_places_say_the_same() {
    let facts = "  - bang_nhau: [xa.giam, kq.giao]\n  - bang_nhau: [\"{{ xa.tong.giam }}\", kq.tong.giao]";
    insta::assert_snapshot!(with(RESULTS, facts), @"");
}

#[test]
fn facts_that_cannot_be_compared() {
    let facts = "  - bang_nhau: [xa.tong.giam]\n  - { nhau: x }\n  - bang_nhau: [xa.tong.giamm, kq.tong.giao]\n  \
                 - bang_nhau: [xa.giam, kq.tong.giao]\n  - bang_nhau: [\"xa.tong.giam | chu\", kq.tong.giao]\n  \
                 - bang_nhau: [dong.giam, kq.tong.giao]";
    insta::assert_snapshot!(with(RESULTS, facts), @r#"
    KEY002 ho-so.yaml:24:5
      một mục của «doi_chieu» phải có «bang_nhau» với ít nhất hai tham chiếu
      cách sửa: ví dụ: bang_nhau: ["hang_so.ho_vay", "xa.tong.giam"]
    KEY002 ho-so.yaml:25:5
      một mục của «doi_chieu» phải có «bang_nhau» với ít nhất hai tham chiếu
      cách sửa: ví dụ: bang_nhau: ["hang_so.ho_vay", "xa.tong.giam"]
    KEY001 ho-so.yaml:25:7
      khóa «nhau» không dùng được trong một mục của «doi_chieu»
      cách sửa: các khóa được phép: bang_nhau
    REF001 ho-so.yaml:26:17
      bảng «xa» không có cột «giamm»
      cách sửa: có phải ý là «giam»?
    KEY004 ho-so.yaml:27:5
      một mục của «doi_chieu» so các số với nhau hoặc so các cột với nhau, không trộn hai loại
      cách sửa: tách thành hai mục; một số của bảng thì ghi xa.tong.giam, cả cột thì ghi xa.giam
    REF003 ho-so.yaml:28:17
      «doi_chieu» so sánh giá trị, không dùng bộ lọc
      cách sửa: bỏ bộ lọc, hoặc gọi một cột số
    REF001 ho-so.yaml:29:17
      «dong» chỉ dùng được bên trong «lap»
      cách sửa: gọi một dòng theo tên: huyen.dong['Tuy Đức'].giam
    "#);
}
