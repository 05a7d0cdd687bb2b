//! One document for every row (`moi_dong`): what is wrong with its units (`FAN001`-`FAN005`).

use super::drawn;
use crate::harness::{DOSSIER, Project, SHEET};

const NOTICE: &str = "\
loai: thong-bao
ngay: 20/3/2024
moi_dong: xa
trich_yeu: Chỉ tiêu giảm nghèo của {{ dong.ten | thuong }}
noi_dung:
  - doan: \"{{ dong.ten }} giảm {{ dong.giam }} hộ nghèo.\"
noi_nhan: [\"Ủy ban nhân dân {{ dong.ten | thuong }}\", \"Lưu: VT\"]
";

/// A letter that lists the notices.
const LETTER: &str = "\
loai: cong-van
don_vi_soan: LĐ
ngay: 21/3/2024
trich_yeu: V/v gửi thông báo chỉ tiêu
kinh_gui: [Các xã]
noi_dung:
  - doan: Ủy ban nhân dân huyện gửi các thông báo kê tại Phụ lục kèm theo.
phu_luc:
  - { tieu_de: Danh sách thông báo, danh_sach: thong-bao }
noi_nhan: [Như trên, \"Lưu: VT\"]
";

fn project(notice: &str, sheet: &str) -> Project {
    let project = Project::new();
    project.file("data/mau/ho-so.yaml", DOSSIER);
    project.workbook("data/mau/bang.xlsx", sheet);
    project.file("data/mau/thong-bao.yaml", notice);
    project
}

fn found(project: &Project) -> String {
    drawn(&project.run(["build", "--format", "json", "--quiet"]).findings())
}

#[test]
fn a_fan_out_in_order_is_no_finding() {
    let project = project(NOTICE, SHEET);
    project.file("data/mau/cong-van.yaml", LETTER);
    assert_eq!(found(&project), "");
}

#[test]
fn no_row_is_chosen() {
    for (fan_out, code) in [("{ bang: xa, loai: [phường] }", "FAN001"), ("{ bang: xa, nhom: IX }", "REF001")]
    {
        let project = project(&NOTICE.replace("moi_dong: xa", &format!("moi_dong: {fan_out}")), SHEET);
        assert!(found(&project).contains(code), "{fan_out}: {}", found(&project));
    }
    let project = project(&NOTICE.replace("moi_dong: xa", "moi_dong: { bang: xa, loai: [phường] }"), SHEET);
    insta::assert_snapshot!(found(&project), @"
    FAN001 thong-bao.yaml:3:11 <thong-bao.yaml>
      «moi_dong» không chọn được dòng nào, nên không có văn bản nào để lập
      cách sửa: xem lại «loai», «nhom»
    ");
}

#[test]
fn two_units_would_share_a_file() {
    let project = project(NOTICE, &SHEET.replace("Xã Yên Minh", "Xã Yên Lac"));
    insta::assert_snapshot!(found(&project), @"
    FAN002 bang.xlsx [Biểu 1] B9 (Xã Yên Lac)
      «Xã Yên Lạc» và «Xã Yên Lac» cùng có tên tệp «xa-yen-lac»: một văn bản sẽ ghi đè văn bản kia
      cùng với: bang.xlsx [Biểu 1] B8
      cùng với: thong-bao.yaml:3:11
      cách sửa: ghi tên khác nhau trong bảng tính, ví dụ thêm tên huyện; hoặc chọn bớt bằng «nhom», «loai»
    ");
}

#[test]
fn another_table_does_not_know_a_unit() {
    let notice =
        NOTICE.replace("noi_nhan:", "phu_luc: [{ tieu_de: Các thôn, bang: thon, cua: dong }]\nnoi_nhan:");
    let project = project(&notice.replace("hộ nghèo.", "hộ nghèo, chi tiết tại Phụ lục."), SHEET);
    let dossier = DOSSIER.replace(
        "noi_nhan:",
        "  thon:\n    tep: thon.xlsx\n    cot:\n      ten: { tieu_de: Thôn, kieu: dia_phuong }\n      giam: { tieu_de: Giảm, kieu: so_ho }\nnoi_nhan:",
    );
    project.file("data/mau/ho-so.yaml", dossier);
    let villages = "
[Biểu]
| TT | Thôn | Giảm |
| I | Xã An Bình | 40 |
| 1 | Thôn Một | 40 |
| II | Xã An Hòa | 50 |
| 1 | Thôn Hai | 50 |
| III | Xã Yên Lạc | 400 |
| 1 | Thôn Ba | 400 |
";
    project.workbook("data/mau/thon.xlsx", villages);
    insta::assert_snapshot!(found(&project), @"
    FAN003 thong-bao.yaml:3:11 <thong-bao.yaml> (Xã Yên Minh)
      bảng «thon» không có đúng một dòng của «Xã Yên Minh», nên không in được phần riêng của đơn vị này
      cách sửa: ghi tên đơn vị giống nhau trong hai bảng; mỗi đơn vị một dòng hoặc một nhóm
    ");
}

#[test]
fn a_list_names_a_document_that_was_not_made() {
    let project = project(NOTICE, SHEET);
    project.file("data/mau/cong-van.yaml", LETTER);
    let notice = NOTICE.replace("hộ nghèo.", "hộ nghèo trong {{ dong.dau | le(2) | chu }} hộ.");
    project.file("data/mau/thong-bao.yaml", notice);
    insta::assert_snapshot!(found(&project), @"
    FAN004 cong-van.yaml:9:48 <cong-van.yaml>
      4 văn bản trong danh sách «thong-bao» chưa lập được
      ghi chú: chưa lập được: Xã An Bình, Xã An Hòa, Xã Yên Lạc, …
      cách sửa: sửa lỗi của các văn bản ấy rồi dựng lại
    REF003 thong-bao.yaml:6:63 <thong-bao.yaml> (Xã An Bình)
      mỗi tham chiếu chỉ dùng một bộ lọc
      ghi chú: cũng ở 3 văn bản khác của «moi_dong»: Xã An Hòa, Xã Yên Lạc, Xã Yên Minh
      cách sửa: bỏ bộ lọc, hoặc gọi một cột số
    ");
}

#[test]
fn one_number_for_all() {
    let project = project(&NOTICE.replace("ngay:", "so: 12\nngay:"), SHEET);
    insta::assert_snapshot!(found(&project), @"
    FAN005 thong-bao.yaml:2:5 <thong-bao.yaml>
      số 12 sẽ in trên cả 4 văn bản
      cách sửa: để trống «so», hoặc ghi cột chứa số của từng văn bản: moi_dong: { bang: xa, so: <cột> }
    ");
}

#[test]
fn a_document_for_one_place_takes_no_rows_of_its_own() {
    let notice = NOTICE.replace("moi_dong: xa\n", "").replace("{{ dong.ten | thuong }}", "xã An Bình");
    let notice = notice.replace("\"{{ dong.ten }} giảm {{ dong.giam }} hộ nghèo.\"", "Chi tiết tại Phụ lục.");
    let notice =
        notice.replace("noi_nhan:", "phu_luc: [{ tieu_de: Các xã, bang: xa, cua: dong }]\nnoi_nhan:");
    insta::assert_snapshot!(found(&project(&notice, SHEET)), @"
    KEY004 thong-bao.yaml:6:40 <thong-bao.yaml>
      «cua: dong» chỉ dùng trong văn bản lập cho từng dòng (có «moi_dong»)
      cách sửa: thêm «moi_dong: <bảng>» vào văn bản, hoặc xóa «cua» để in cả bảng
    ");
}

#[test]
fn a_list_of_what_is_no_fan_out() {
    let project = project(NOTICE, SHEET);
    project.file("data/mau/cong-van.yaml", LETTER.replace("danh_sach: thong-bao", "danh_sach: thong-bao-xa"));
    insta::assert_snapshot!(found(&project), @"
    KEY006 cong-van.yaml:9:48 <cong-van.yaml>
      «danh_sach» gọi «thong-bao-xa», nhưng hồ sơ không có văn bản này
      cách sửa: chọn một trong: thong-bao
    ");
}
