//! The keys of the YAML and their values (`KEY`).

use super::refused;

#[test]
fn an_unknown_key_names_the_nearest_one() {
    insta::assert_snapshot!(refused(|p| { p.plan("trich_yeu: Giảm", "trich_yue: Giảm"); }), @"
    KEY002 ke-hoach.yaml:1:1 <ke-hoach.yaml>
      Kế hoạch thiếu khóa «trich_yeu» hoặc để trống
      cách sửa: thêm dòng «trich_yeu: …»
    KEY001 ke-hoach.yaml:4:1 <ke-hoach.yaml>
      khóa «trich_yue» không dùng được trong văn bản
      cách sửa: có phải ý là «trich_yeu»?
    ");
}

#[test]
fn an_unknown_key_in_the_shared_file_refuses_the_dossier() {
    insta::assert_snapshot!(refused(|p| { p.dossier("dia_danh:", "dia_chi:"); }), @"
    KEY002 bao-cao.yaml:1:1 <bao-cao.yaml>
      văn bản (và ho-so.yaml) thiếu khóa «dia_danh» hoặc để trống
      cách sửa: thêm dòng «dia_danh: …»
    KEY001 ho-so.yaml:3:1
      khóa «dia_chi» không dùng được trong ho-so.yaml
      cách sửa: các khóa được phép: co_quan, co_quan_chu_quan, viet_tat, don_vi_soan, dia_danh, lien_he, nam, noi_nhan, nguoi_ky, the_thuc, thoi_quen, hang_so, bang, doi_chieu, dia_ban, bo_qua
    KEY002 ke-hoach.yaml:1:1 <ke-hoach.yaml>
      văn bản (và ho-so.yaml) thiếu khóa «dia_danh» hoặc để trống
      cách sửa: thêm dòng «dia_danh: …»
    ");
}

#[test]
fn an_unknown_key_in_the_offices_file_is_said_once() {
    insta::assert_snapshot!(refused(|p| { p.file("data/chung.yaml", "dia_danhh: Tân Lập\n"); }), @r"
    KEY001 data/chung.yaml:1:1
      khóa «dia_danhh» không dùng được trong chung.yaml
      cách sửa: có phải ý là «dia_danh»?
    ");
}

#[test]
fn an_unquoted_comma_in_braces_is_explained() {
    insta::assert_snapshot!(refused(|p| { p.plan("trich_yeu: quy định chuẩn nghèo", "trich_yeu: quy định chuẩn nghèo, cận nghèo"); }), @r"
    KEY001 ke-hoach.yaml:6:114 <ke-hoach.yaml>
      khóa «cận nghèo» không dùng được trong một căn cứ
      ghi chú: trong { }, giá trị có dấu phẩy phải đặt trong ngoặc kép
      cách sửa: các khóa được phép: loai, so, co_quan, ngay, trich_yeu
    ");
}

#[test]
fn a_missing_key() {
    insta::assert_snapshot!(refused(|p| { p.plan("loai: ke-hoach\n", ""); }), @r"
    KEY002 ke-hoach.yaml:1:1 <ke-hoach.yaml>
      văn bản thiếu khóa «loai» hoặc để trống
      cách sửa: thêm dòng «loai: …»
    ");
}

#[test]
fn a_key_that_is_left_blank() {
    insta::assert_snapshot!(refused(|p| { p.plan("trich_yeu: Giảm nghèo năm {{ nam }}\n", "trich_yeu:\n"); }), @"
    KEY002 ke-hoach.yaml:4:1 <ke-hoach.yaml>
      Kế hoạch thiếu khóa «trich_yeu» hoặc để trống
      cách sửa: thêm dòng «trich_yeu: …»
    ");
}

#[test]
fn a_body_without_a_block() {
    let project = crate::harness::Project::sample();
    project.file("data/mau/bao-cao.yaml", "loai: bao-cao\ntrich_yeu: A\nnoi_dung: []\n");
    let run = project.run(["check", "--format", "json", "--quiet"]);
    assert_eq!(run.codes(), ["KEY002"], "a report without a body is no report");
}

#[test]
fn a_key_that_no_layer_gives() {
    insta::assert_snapshot!(refused(|p| { p.dossier("viet_tat: UBND\n", ""); }), @r"
    KEY002 bao-cao.yaml:1:1 <bao-cao.yaml>
      văn bản (và ho-so.yaml) thiếu khóa «viet_tat» hoặc để trống
      cách sửa: thêm dòng «viet_tat: …»
    KEY002 ke-hoach.yaml:1:1 <ke-hoach.yaml>
      văn bản (và ho-so.yaml) thiếu khóa «viet_tat» hoặc để trống
      cách sửa: thêm dòng «viet_tat: …»
    ");
}

#[test]
fn a_doubled_key() {
    insta::assert_snapshot!(refused(|p| { p.plan("so: 12\n", "so: 12\nngay: 16/3/2024\n"); }), @r"
    KEY003 ke-hoach.yaml:4:1 <ke-hoach.yaml>
      khóa «ngay» ghi hai lần
      cùng với: ke-hoach.yaml:3:1
      cách sửa: giữ lại một dòng, xóa dòng kia
    ");
}

#[test]
fn a_doubled_column() {
    insta::assert_snapshot!(refused(|p| { p.dossier("      giam: {", "      dau: { tieu_de: X, kieu: so_ho }\n      giam: {"); }), @r"
    KEY003 ho-so.yaml:15:7
      cột «dau» khai báo hai lần
      cùng với: ho-so.yaml:13:7
      cách sửa: giữ lại một dòng, xóa dòng kia
    ");
}

#[test]
fn a_number_in_words() {
    insta::assert_snapshot!(refused(|p| { p.plan("so: 12", "so: 12/KH-UBND"); }), @r"
    KEY004 ke-hoach.yaml:2:5 <ke-hoach.yaml>
      «so» chỉ ghi số thứ tự, ở đây là «12/KH-UBND»
      cách sửa: ví dụ: so: 147; ký hiệu do chương trình ghép; để trống khi chưa có số
    ");
}

#[test]
fn a_constant_that_is_no_number() {
    insta::assert_snapshot!(refused(|p| { p.dossier("gia_tri: 3", "gia_tri: ba"); }), @r"
    KEY004 ho-so.yaml:6:24
      «gia_tri» phải là một số, ở đây là «ba»: «ba» không phải là một số
      cách sửa: viết kiểu Việt Nam: 1.234 hoặc 7,97
    ");
}

#[test]
fn a_date_that_does_not_exist() {
    insta::assert_snapshot!(refused(|p| { p.plan("ngay: 15/3/2024", "ngay: 31/2/2024"); }), @r"
    KEY005 ke-hoach.yaml:3:7 <ke-hoach.yaml>
      không có ngày 31 trong tháng 2 năm 2024
      cách sửa: ghi ngày dạng 15/3/2023; chưa có ngày thì ghi 2023-03
    ");
}

#[test]
fn a_date_with_a_short_year() {
    insta::assert_snapshot!(refused(|p| { p.plan("ngay: 15/3/2024", "ngay: 15/3/24"); }), @r"
    KEY005 ke-hoach.yaml:3:7 <ke-hoach.yaml>
      «15/3/24» ghi năm bằng hai chữ số, cần đủ bốn chữ số
      cách sửa: ghi ngày dạng 15/3/2023; chưa có ngày thì ghi 2023-03
    ");
}

#[test]
fn a_wrong_date_in_a_legal_basis() {
    insta::assert_snapshot!(refused(|p| { p.plan("ngay: 27/01/2021", "ngay: 27 tháng 1"); }), @r"
    KEY005 ke-hoach.yaml:6:69 <ke-hoach.yaml>
      «27 tháng 1» không phải là ngày tháng dạng 15/3/2023 hoặc 2023-03-15
      cách sửa: ghi ngày dạng 15/3/2023; chưa có ngày thì ghi 2023-03
    ");
}

#[test]
fn a_year_that_is_none() {
    insta::assert_snapshot!(refused(|p| { p.dossier("nam: 2024", "nam: 24"); }), @r"
    KEY005 ho-so.yaml:4:6
      «nam» phải là một năm có bốn chữ số, ở đây là «24»
      cách sửa: ví dụ: nam: 2023
    ");
}

#[test]
fn a_kind_outside_the_list() {
    insta::assert_snapshot!(refused(|p| { p.plan("loai: ke-hoach", "loai: ke-hoac"); }), @r"
    KEY006 ke-hoach.yaml:1:7 <ke-hoach.yaml>
      «loai» không nhận giá trị «ke-hoac»
      cách sửa: có phải ý là «ke-hoach»?
    ");
}

#[test]
fn a_column_kind_outside_the_list() {
    insta::assert_snapshot!(refused(|p| { p.dossier("giam: { tieu_de: Chỉ tiêu giảm, kieu: so_ho }", "giam: { tieu_de: Chỉ tiêu giảm, kieu: soho }"); }), @r"
    KEY006 ho-so.yaml:15:45
      «kieu» không nhận giá trị «soho»
      cách sửa: có phải ý là «so_ho»?
    ");
}

#[test]
fn a_formula_with_a_sign_it_does_not_know() {
    insta::assert_snapshot!(refused(|p| { p.dossier("cong_thuc: dau - giam", "cong_thuc: dau ^ giam"); }), @r"
    KEY007 ho-so.yaml:16:71
      công thức có «^», cần phép tính hoặc hết công thức
      cách sửa: công thức chỉ gồm tên cột, số, + - * / và ngoặc đơn, ví dụ: ngheo_dau - giam
    ");
}

#[test]
fn a_formula_with_a_column_that_is_not_there() {
    insta::assert_snapshot!(refused(|p| { p.dossier("cong_thuc: dau - giam", "cong_thuc: dau - giamm"); }), @r"
    KEY007 ho-so.yaml:16:67
      công thức gọi cột «giamm» không có trong «cot»
      cách sửa: có phải ý là «giam»?
    ");
}

#[test]
fn keys_that_the_form_does_not_print_are_not_lost_in_silence() {
    insta::assert_snapshot!(refused(|p| { p.plan("so: 12\n", "so: 12\ntham_quyen: Chủ tịch\n"); }), @"
    KEY008 ke-hoach.yaml:3:1 <ke-hoach.yaml>
      «tham_quyen» không dùng cho Kế hoạch: mẫu 1.4 không có thành phần này
      cách sửa: xóa dòng này; «tham_quyen» dùng cho Nghị quyết, Quyết định, Công điện, Giấy mời …; mẫu 1.4 gồm trich_yeu, kinh_gui, can_cu, kieu_can_cu, mo_dau, noi_dung
    ");
    insta::assert_snapshot!(refused(|p| {
        p.plan("loai: ke-hoach", "loai: quyet-dinh\nkieu_can_cu: doan\nkinh_gui: Sở Tài chính");
    }), @"
    KEY008 ke-hoach.yaml:2:1 <ke-hoach.yaml>
      «kieu_can_cu» không dùng cho Quyết định: mẫu 1.2 không có thành phần này
      cách sửa: xóa dòng này; «kieu_can_cu» dùng cho Chỉ thị, Quy chế, Quy định, Thông cáo …; mẫu 1.2 gồm trich_yeu, tham_quyen, can_cu, noi_dung
    KEY008 ke-hoach.yaml:3:1 <ke-hoach.yaml>
      «kinh_gui» không dùng cho Quyết định: mẫu 1.2 không có thành phần này
      cách sửa: xóa dòng này; «kinh_gui» dùng cho Chỉ thị, Quy chế, Quy định, Thông cáo …; mẫu 1.2 gồm trich_yeu, tham_quyen, can_cu, noi_dung
    KEY008 ke-hoach.yaml:9:1 <ke-hoach.yaml>
      «mo_dau» không dùng cho Quyết định: mẫu 1.2 không có thành phần này
      cách sửa: xóa dòng này; «mo_dau» dùng cho Chỉ thị, Quy chế, Quy định, Thông cáo …; mẫu 1.2 gồm trich_yeu, tham_quyen, can_cu, noi_dung
    ");
}

#[test]
fn two_kinds_in_one_block() {
    insta::assert_snapshot!(refused(|p| { p.plan("  - muc: Mục tiêu\n", "  - muc: Mục tiêu\n    doan: Chữ\n"); }), @r"
    KEY004 ke-hoach.yaml:9:5 <ke-hoach.yaml>
      một khối chỉ có một loại, ở đây có muc, doan
      cách sửa: tách thành nhiều khối, mỗi khối bắt đầu bằng dấu «-»
    ");
}

#[test]
fn a_block_without_a_kind() {
    insta::assert_snapshot!(refused(|p| { p.plan("- doan: Ủy ban", "- Ủy ban"); }), @r"
    KEY004 ke-hoach.yaml:17:9 <ke-hoach.yaml>
      «Ủy ban nhân dân các xã thực hiện Phụ lục…» thiếu loại khối
      cách sửa: ghi loại trước, ví dụ «- doan: …» hoặc «- gach: …»
    ");
}

#[test]
fn i_declared_a_table_and_a_constant_twice() {
    insta::assert_snapshot!(refused(|p| {
        p.dossier("bang:\n", "  xa_ngheo: { gia_tri: 4, nguon: \"A\" }\nbang:\n");
        p.dossier("noi_nhan:", "  xa: { tep: bang.xlsx, cot: { ten: { tieu_de: Địa phương, kieu: dia_phuong } } }\nnoi_nhan:");
    }), @r"
    KEY003 ho-so.yaml:7:3
      hằng số «xa_ngheo» khai báo hai lần
      cùng với: ho-so.yaml:6:3
      cách sửa: giữ lại một dòng, xóa dòng kia
    KEY003 ho-so.yaml:19:3
      bảng «xa» khai báo hai lần
      cùng với: ho-so.yaml:9:3
      cách sửa: giữ lại một dòng, xóa dòng kia
    ");
}

#[test]
fn a_date_in_the_year_23() {
    insta::assert_snapshot!(refused(|p| { p.plan("ngay: 15/3/2024", "ngay: 15/3/0023"); }), @"
    KEY005 ke-hoach.yaml:3:7 <ke-hoach.yaml>
      «15/3/0023» không phải là ngày tháng dạng 15/3/2023 hoặc 2023-03-15
      cách sửa: ghi ngày dạng 15/3/2023; chưa có ngày thì ghi 2023-03
    ");
}

#[test]
fn a_repetition_that_repeats_nothing() {
    insta::assert_snapshot!(refused(|p| {
        p.plan("        noi_dung:\n          - gach: \"{{ dong.ten }}: giảm {{ dong.giam }} hộ.\"\n", "");
    }), @r"
    KEY002 ke-hoach.yaml:12:9 <ke-hoach.yaml>
      «lap» thiếu khóa «noi_dung» hoặc để trống
      cách sửa: thêm dòng «noi_dung: …»
    ");
}

#[test]
fn a_paragraph_that_i_left_blank() {
    insta::assert_snapshot!(refused(|p| {
        p.plan("doan: Ủy ban nhân dân các xã thực hiện Phụ lục kèm theo.", "doan: \"\"\n      - gach:\n      - khoan: { tieu_de: }");
    }), @"
    KEY002 ke-hoach.yaml:17:9 <ke-hoach.yaml>
      khối không có chữ
      cách sửa: mỗi khối có đúng một khóa như doan, gach, khoan, muc và chữ sau dấu hai chấm
    KEY002 ke-hoach.yaml:18:9 <ke-hoach.yaml>
      khối không có chữ
      cách sửa: mỗi khối có đúng một khóa như doan, gach, khoan, muc và chữ sau dấu hai chấm
    KEY002 ke-hoach.yaml:19:18 <ke-hoach.yaml>
      «khoan» thiếu khóa «tieu_de» hoặc để trống
      cách sửa: thêm dòng «tieu_de: …»
    ");
}
