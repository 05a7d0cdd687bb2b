//! The YAML as text (`YML`), and its keys and values (`KEY`).

use super::refused;

#[test]
fn an_unknown_key_names_the_nearest_one() {
    insta::assert_snapshot!(refused(|p| { p.plan("trich_yeu: Giảm", "trich_yue: Giảm"); }), @"@@");
}

#[test]
fn an_unknown_key_in_the_shared_file_refuses_the_dossier() {
    insta::assert_snapshot!(refused(|p| { p.dossier("dia_danh:", "dia_chi:"); }), @"@@");
}

#[test]
fn an_unquoted_comma_in_braces_is_explained() {
    insta::assert_snapshot!(refused(|p| { p.plan("trich_yeu: quy định chuẩn nghèo", "trich_yeu: quy định chuẩn nghèo, cận nghèo"); }), @"@@");
}

#[test]
fn a_missing_key() {
    insta::assert_snapshot!(refused(|p| { p.plan("loai: ke-hoach\n", ""); }), @"@@");
}

#[test]
fn a_key_that_is_left_blank() {
    insta::assert_snapshot!(refused(|p| { p.plan("trich_yeu: Giảm nghèo năm {{ nam }}\n", "trich_yeu:\n"); }), @"@@");
}

#[test]
fn a_key_that_no_layer_gives() {
    insta::assert_snapshot!(refused(|p| { p.dossier("viet_tat: UBND\n", ""); }), @"@@");
}

#[test]
fn a_doubled_key() {
    insta::assert_snapshot!(refused(|p| { p.plan("so: 12\n", "so: 12\nngay: 16/3/2024\n"); }), @"@@");
}

#[test]
fn a_doubled_column() {
    insta::assert_snapshot!(refused(|p| { p.dossier("      giam: {", "      dau: { tieu_de: X, kieu: so_ho }\n      giam: {"); }), @"@@");
}

#[test]
fn a_number_in_words() {
    insta::assert_snapshot!(refused(|p| { p.plan("so: 12", "so: 12/KH-UBND"); }), @"@@");
}

#[test]
fn a_constant_that_is_no_number() {
    insta::assert_snapshot!(refused(|p| { p.dossier("gia_tri: 3", "gia_tri: ba"); }), @"@@");
}

#[test]
fn a_date_that_does_not_exist() {
    insta::assert_snapshot!(refused(|p| { p.plan("ngay: 15/3/2024", "ngay: 31/2/2024"); }), @"@@");
}

#[test]
fn a_date_with_a_short_year() {
    insta::assert_snapshot!(refused(|p| { p.plan("ngay: 15/3/2024", "ngay: 15/3/24"); }), @"@@");
}

#[test]
fn a_wrong_date_in_a_legal_basis() {
    insta::assert_snapshot!(refused(|p| { p.plan("ngay: 27/01/2021", "ngay: 27 tháng 1"); }), @"@@");
}

#[test]
fn a_year_that_is_none() {
    insta::assert_snapshot!(refused(|p| { p.dossier("nam: 2024", "nam: 24"); }), @"@@");
}

#[test]
fn a_kind_outside_the_list() {
    insta::assert_snapshot!(refused(|p| { p.plan("loai: ke-hoach", "loai: ke-hoac"); }), @"@@");
}

#[test]
fn a_column_kind_outside_the_list() {
    insta::assert_snapshot!(refused(|p| { p.dossier("giam: { tieu_de: Chỉ tiêu giảm, kieu: so_ho }", "giam: { tieu_de: Chỉ tiêu giảm, kieu: soho }"); }), @"@@");
}

#[test]
fn a_formula_with_a_sign_it_does_not_know() {
    insta::assert_snapshot!(refused(|p| { p.dossier("cong_thuc: dau - giam", "cong_thuc: dau ^ giam"); }), @"@@");
}

#[test]
fn a_formula_with_a_column_that_is_not_there() {
    insta::assert_snapshot!(refused(|p| { p.dossier("cong_thuc: dau - giam", "cong_thuc: dau - giamm"); }), @"@@");
}

#[test]
fn two_kinds_in_one_block() {
    insta::assert_snapshot!(refused(|p| { p.plan("  - muc: Mục tiêu\n", "  - muc: Mục tiêu\n    doan: Chữ\n"); }), @"@@");
}

#[test]
fn a_block_without_a_kind() {
    insta::assert_snapshot!(refused(|p| { p.plan("- doan: Ủy ban", "- Ủy ban"); }), @"@@");
}

#[test]
fn a_tab() {
    insta::assert_snapshot!(refused(|p| { p.plan("      - lap: xa", "\t- lap: xa"); }), @"@@");
}

#[test]
fn an_unquoted_colon() {
    insta::assert_snapshot!(refused(|p| { p.plan("trich_yeu: Giảm nghèo năm {{ nam }}\n", "trich_yeu: Mục tiêu: giảm nghèo\n"); }), @"@@");
}

#[test]
fn unquoted_braces() {
    insta::assert_snapshot!(refused(|p| { p.plan("- doan: Giảm {{", "- doan: {{"); }), @"@@");
}

#[test]
fn a_value_that_begins_with_a_star() {
    insta::assert_snapshot!(refused(|p| { p.plan("ghi_chu: Số liệu", "ghi_chu: *Số liệu*"); }), @"@@");
}

#[test]
fn a_value_that_begins_with_an_ampersand() {
    insta::assert_snapshot!(refused(|p| { p.plan("ghi_chu: Số liệu", "ghi_chu: &Số liệu"); }), @"@@");
}

#[test]
fn a_quote_that_is_never_closed() {
    insta::assert_snapshot!(refused(|p| { p.plan("don_vi_tinh: \"Đơn vị tính: hộ, %\"", "don_vi_tinh: \"Đơn vị tính: hộ, %"); }), @"@@");
}

#[test]
fn a_line_that_does_not_stand_under_its_list() {
    insta::assert_snapshot!(refused(|p| { p.plan("  - muc: Tổ chức thực hiện", " - muc: Tổ chức thực hiện"); }), @"@@");
}

#[test]
fn a_second_yaml_document() {
    insta::assert_snapshot!(refused(|p| { p.plan("noi_dung:\n  - muc: Mục tiêu", "---\nnoi_dung:\n  - muc: Mục tiêu"); }), @"@@");
}

#[test]
fn bytes_that_are_no_text() {
    insta::assert_snapshot!(refused(|p| { p.file("data/mau/ke-hoach.yaml", b"trich_yeu: K\xfd ho\x1ach\n"); }), @"@@");
}

#[test]
fn what_notepad_writes_is_read_without_a_finding() {
    let project = crate::harness::Project::sample();
    let plan = project.read("data/mau/ke-hoach.yaml").replace('\n', "\r\n");
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(plan.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [format!("\u{feff}{plan}").into_bytes(), utf16] {
        project.file("data/mau/ke-hoach.yaml", bytes);
        let run = project.run(["check", "--format", "json"]);
        assert_eq!((run.code, run.stdout.trim()), (0, "[]"), "{}", run.stderr);
    }
}
