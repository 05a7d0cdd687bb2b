//! The YAML as text (`YML`).

use super::refused;

#[test]
fn a_tab() {
    insta::assert_snapshot!(refused(|p| { p.plan("      - lap: xa", "\t- lap: xa"); }), @r"
    YML002 ke-hoach.yaml:12:1 <ke-hoach.yaml>
      dòng thụt bằng phím Tab
      cách sửa: thay phím Tab bằng dấu cách, mỗi bậc hai dấu cách
    ");
}

#[test]
fn a_tab_under_a_key() {
    insta::assert_snapshot!(refused(|p| { p.plan("noi_dung:\n  - muc: Mục tiêu", "noi_dung:\n\t- muc: Mục tiêu"); }), @r"
    YML002 ke-hoach.yaml:9:1 <ke-hoach.yaml>
      dòng thụt bằng phím Tab
      cách sửa: thay phím Tab bằng dấu cách, mỗi bậc hai dấu cách
    ");
}

#[test]
fn a_value_that_begins_with_an_exclamation_mark_is_not_lost() {
    let project = crate::harness::Project::sample();
    project.plan("ghi_chu: Số liệu", "ghi_chu: !Ghi Số liệu");
    let run = project.run(["check", "--format", "json", "--quiet"]);
    let told = run.codes() == ["YML001"];
    assert!(told, "«!Ghi» would be dropped as a YAML tag without a word: {}", run.stdout);
}

#[test]
fn an_unquoted_colon() {
    insta::assert_snapshot!(refused(|p| { p.plan("trich_yeu: Giảm nghèo năm {{ nam }}\n", "trich_yeu: Mục tiêu: giảm nghèo\n"); }), @r#"
    YML003 ke-hoach.yaml:4:20 <ke-hoach.yaml>
      giá trị có dấu hai chấm và dấu cách mà không đặt trong ngoặc kép
      cách sửa: đặt cả giá trị trong ngoặc kép, ví dụ: trich_yeu: "Mục tiêu: giảm nghèo"
    "#);
}

#[test]
fn unquoted_braces() {
    insta::assert_snapshot!(refused(|p| { p.plan("- doan: Giảm {{", "- doan: {{"); }), @r#"
    YML001 ke-hoach.yaml:11:15 <ke-hoach.yaml>
      giá trị bắt đầu bằng «{{» mà không đặt trong ngoặc kép
      cách sửa: đặt cả giá trị trong ngoặc kép, ví dụ: "{{ huyen.tong.giam }} hộ"
    "#);
}

#[test]
fn a_value_that_begins_with_a_star() {
    insta::assert_snapshot!(refused(|p| { p.plan("ghi_chu: Số liệu", "ghi_chu: *Số liệu*"); }), @r#"
    YML001 ke-hoach.yaml:23:14 <ke-hoach.yaml>
      giá trị bắt đầu bằng «*», «&», «!», «%», «@» hoặc dấu ` bị hiểu là mã riêng của YAML
      cách sửa: đặt cả giá trị trong ngoặc kép, ví dụ: "*chữ nghiêng* …"
    "#);
}

#[test]
fn a_value_that_begins_with_an_ampersand() {
    insta::assert_snapshot!(refused(|p| { p.plan("ghi_chu: Số liệu", "ghi_chu: &Số liệu"); }), @r#"
    YML001 ke-hoach.yaml:23:14 <ke-hoach.yaml>
      giá trị bắt đầu bằng «*», «&», «!», «%», «@» hoặc dấu ` bị hiểu là mã riêng của YAML
      cách sửa: đặt cả giá trị trong ngoặc kép, ví dụ: "*chữ nghiêng* …"
    "#);
}

#[test]
fn a_quote_that_is_never_closed() {
    insta::assert_snapshot!(refused(|p| { p.plan("don_vi_tinh: \"Đơn vị tính: hộ, %\"", "don_vi_tinh: \"Đơn vị tính: hộ, %"); }), @r#"
    YML001 ke-hoach.yaml:22:18 <ke-hoach.yaml>
      dấu nháy mở mà không đóng trên dòng
      cách sửa: đóng dấu nháy ở cuối giá trị; chữ có dấu " bên trong thì đặt trong dấu nháy đơn
    "#);
}

#[test]
fn a_line_that_does_not_stand_under_its_list() {
    insta::assert_snapshot!(refused(|p| { p.plan("  - muc: Tổ chức thực hiện", " - muc: Tổ chức thực hiện"); }), @r"
    YML001 ke-hoach.yaml:15:2 <ke-hoach.yaml>
      YAML sai cú pháp: dòng này không khớp với các dòng trên
      cách sửa: xem lại độ thụt dòng: các khóa cùng bậc phải thẳng cột, danh sách mở bằng «- »
    ");
}

#[test]
fn a_second_yaml_document() {
    insta::assert_snapshot!(refused(|p| { p.plan("noi_dung:\n  - muc: Mục tiêu", "---\nnoi_dung:\n  - muc: Mục tiêu"); }), @r"
    YML001 ke-hoach.yaml:9:1 <ke-hoach.yaml>
      tệp có hơn một tài liệu YAML (dòng «---» thứ hai)
      cách sửa: mỗi văn bản để trong một tệp riêng
    ");
}

#[test]
fn bytes_that_are_no_text() {
    insta::assert_snapshot!(refused(|p| { p.file("data/mau/ke-hoach.yaml", b"trich_yeu: K\xfd ho\x1ach\n"); }), @r"
    YML004 ke-hoach.yaml <ke-hoach.yaml>
      tệp không phải văn bản UTF-8 hoặc UTF-16
      cách sửa: mở tệp bằng Notepad, chọn «Save As» với mã hóa «UTF-8» rồi lưu lại
    ");
}

#[test]
fn what_notepad_writes_is_read_without_a_finding() {
    let project = crate::harness::Project::sample();
    let plan = project.read("data/mau/ke-hoach.yaml").replace('\n', "\r\n");
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(plan.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [format!("\u{feff}{plan}").into_bytes(), utf16] {
        project.file("data/mau/ke-hoach.yaml", bytes);
        let run = project.run(["check", "--format", "json"]);
        assert_eq!((run.code, run.stdout.trim()), (0, "[]"), "{}", run.stderr);
    }
}

#[test]
fn a_quote_that_is_never_closed_at_the_end_of_the_file() {
    insta::assert_snapshot!(refused(|p| { p.plan("ghi_chu: Số liệu", "ghi_chu: \"Số liệu"); }), @r#"
    YML001 ke-hoach.yaml:23:14 <ke-hoach.yaml>
      dấu nháy mở mà không đóng trên dòng
      cách sửa: đóng dấu nháy ở cuối giá trị; chữ có dấu " bên trong thì đặt trong dấu nháy đơn
    "#);
}

#[test]
fn a_quote_with_another_line_of_text_under_it() {
    insta::assert_snapshot!(refused(|p| { p.plan("trich_yeu: Giảm nghèo năm {{ nam }}\n", "trich_yeu: \"Giảm nghèo năm {{ nam }}\n"); }), @r#"
    YML001 ke-hoach.yaml:4:12 <ke-hoach.yaml>
      dấu nháy mở mà không đóng trên dòng
      cách sửa: đóng dấu nháy ở cuối giá trị; chữ có dấu " bên trong thì đặt trong dấu nháy đơn
    "#);
}

#[test]
fn a_program_with_a_number_sign_in_its_name() {
    insta::assert_snapshot!(refused(|p| { p.plan("- doan: Ủy ban nhân dân các xã", "- doan: Giảm nghèo #1 của huyện"); }), @r"
    YML005 ke-hoach.yaml:17:15 <ke-hoach.yaml>
      chữ «#1 của huyện thực hiện Phụ lục kèm theo.» bị YAML coi là ghi chú và bỏ đi
      cách sửa: đặt cả giá trị trong ngoặc kép; nếu đúng là ghi chú thì thêm dấu cách sau #
    ");
}

#[test]
fn a_real_comment_is_no_finding() {
    let project = crate::harness::Project::sample();
    project
        .plan("so: 12", "so: 12 # số đã xin")
        .plan("loai: ke-hoach", "#của tôi\nloai: ke-hoach   # kế hoạch");
    let run = project.run(["check", "--format", "json", "--quiet"]);
    assert_eq!((run.code, run.stdout.trim()), (0, "[]"));
}

#[test]
fn the_shared_file_is_broken_and_that_alone_is_said() {
    insta::assert_snapshot!(refused(|p| { p.dossier("nam: 2024", "nam: 2024\n\tdia_danh: A"); }), @r"
    YML002 ho-so.yaml:5:1
      dòng thụt bằng phím Tab
      cách sửa: thay phím Tab bằng dấu cách, mỗi bậc hai dấu cách
    ");
}
