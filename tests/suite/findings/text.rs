//! References in text (`REF`).

use super::refused;

#[test]
fn an_unknown_column_in_text() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ xa.tong.giamm }}"); }), @r"
    REF001 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      bảng «xa» không có cột «giamm»
      cách sửa: có phải ý là «giam»?
    ");
}

#[test]
fn a_unit_called_in_another_writing() {
    let told = |key: &str, sheet: &str| {
        let project = crate::harness::Project::sample();
        project.sheet("Xã Yên Minh", sheet);
        let line = format!("\"Giảm {{{{ xa.dong['{key}'].giam }}}} hộ.\"");
        project.replace(
            "data/mau/bao-cao.yaml",
            "Toàn huyện có {{ hang_so.xa_ngheo | hai_so }} xã nghèo.",
            &line,
        );
        super::drawn(&project.run(["check", "data/mau", "--format", "json", "--quiet"]).findings())
    };
    for (key, sheet) in [
        ("Yên Minh", "Xã Yên Minh"),
        ("xã yên minh", "UBND xã Yên Minh"),
        ("Thị trấn Ngô Mây", "TT.Ngô Mây"),
        ("Phường 1", "P. 01"),
        ("Hoà Bình", "Xã Hòa Bình"),
        ("Vinh", "TP Vinh (cũ)"),
        ("Xã Yên Lạc", "TT. Yên Lạc"),
        ("Thị trấn Yên Lạc", "TT. Yên Lạc"),
    ] {
        assert_eq!(told(key, sheet), "", "{key} on {sheet}");
    }
    insta::assert_snapshot!(told("Yên Lạc", "TT. Yên Lạc"), @"
    REF001 bao-cao.yaml:6:17 <bao-cao.yaml>
      «Yên Lạc» có thể là nhiều đơn vị: Xã Yên Lạc, TT. Yên Lạc
      cách sửa: ghi đủ tên như trong bảng tính
    ");
    insta::assert_snapshot!(told("Phường 2", "Phường II"), @"
    REF001 bao-cao.yaml:6:17 <bao-cao.yaml>
      bảng «xa» không có đơn vị «Phường 2»
      cách sửa: có phải ý là «Phường II»?
    ");
    insta::assert_snapshot!(told("Minh", "Xã Yên Minh"), @"
    REF001 bao-cao.yaml:6:17 <bao-cao.yaml>
      bảng «xa» không có đơn vị «Minh»
      cách sửa: các đơn vị: Xã An Bình, Xã An Hòa, Xã Yên Lạc, Xã Yên Minh
    ");
}

#[test]
fn an_unknown_table_in_text() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ huyen.tong.giam }}"); }), @r"
    REF001 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      không có bảng «huyen»
      cách sửa: có thể gọi: xa, nam, hang_so, dong
    ");
}

#[test]
fn an_unknown_constant() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ hang_so.xa_nghoe }}"); }), @r"
    REF001 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      không có hằng số «xa_nghoe» trong «hang_so»
      cách sửa: có phải ý là «xa_ngheo»?
    ");
}

#[test]
fn an_unknown_unit() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ xa.dong['An Bìn'].giam }}"); }), @r"
    REF001 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      bảng «xa» không có đơn vị «An Bìn»
      cách sửa: các đơn vị: Xã An Bình, Xã An Hòa, Xã Yên Lạc, Xã Yên Minh
    ");
}

#[test]
fn an_unknown_group() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ xa.nhom['III'].giam }}"); }), @r"
    REF001 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      bảng «xa» không có nhóm «III»
      cách sửa: có phải ý là «II»?
    ");
}

#[test]
fn a_row_outside_a_repetition() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ dong.giam }}"); }), @r"
    REF001 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      «dong» chỉ dùng được bên trong «lap»
      cách sửa: gọi một dòng theo tên: huyen.dong['Tuy Đức'].giam
    ");
}

#[test]
fn an_unknown_column_in_a_repetition_is_said_once() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ dong.giam }}", "{{ dong.gaim }}"); }), @"
    REF001 ke-hoach.yaml:14:41 <ke-hoach.yaml>
      bảng «xa» không có cột «gaim»
      cách sửa: có phải ý là «giam»?
    ");
}

#[test]
fn a_repetition_over_a_table_that_is_not_there() {
    insta::assert_snapshot!(refused(|p| { p.plan("lap: xa", "lap: xaa"); }), @r"
    REF001 ke-hoach.yaml:12:14 <ke-hoach.yaml>
      «lap» gọi bảng «xaa», nhưng ho-so.yaml không khai báo bảng này
      cách sửa: có phải ý là «xa»?
    ");
}

#[test]
fn an_annex_column_that_is_not_there() {
    insta::assert_snapshot!(refused(|p| { p.plan("cot: [ten, dau,", "cot: [ten, daau,"); }), @r"
    REF001 ke-hoach.yaml:21:16 <ke-hoach.yaml>
      bảng «xa» không có cột «daau»
      cách sửa: có phải ý là «dau»?
    ");
}

#[test]
fn a_reference_that_is_never_closed() {
    insta::assert_snapshot!(refused(|p| { p.plan("còn {{ xa.tong.cuoi }} hộ, chiếm {{ xa.tong.ty_le_cuoi }}.", "còn {{ xa.tong.cuoi hộ"); }), @r"
    REF002 ke-hoach.yaml:11:53 <ke-hoach.yaml>
      tham chiếu mở bằng «{{» mà không đóng bằng «}}»
      cách sửa: ví dụ: {{ huyen.tong.giam }}; muốn in hai dấu ngoặc nhọn thì viết {{{{
    ");
}

#[test]
fn an_unknown_filter() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ xa.tong.giam | chuu }}"); }), @r"
    REF002 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      không có bộ lọc «chuu»
      cách sửa: có phải ý là «chu»?
    ");
}

#[test]
fn code_is_no_reference() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ 1 + 1 }}"); }), @r"
    REF002 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      trong «1 + 1», cần dấu chấm hoặc «|» trước «+ 1»
      cách sửa: ví dụ: {{ huyen.tong.giam }}, {{ huyen.nhom['II.1'].giam | chu }}
    ");
}

#[test]
fn a_filter_that_does_not_fit() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ xa.tong.giam | ngay_dai }}"); }), @r"
    REF003 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      ngay_dai chỉ dùng cho cột kiểu ngay
      cách sửa: bỏ bộ lọc, hoặc gọi một cột số
    ");
}

#[test]
fn a_filter_on_a_name_in_a_repetition_is_said_once() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ dong.ten }}", "{{ dong.ten | chu }}"); }), @"
    REF003 ke-hoach.yaml:14:20 <ke-hoach.yaml>
      bộ lọc chỉ dùng cho số và ngày tháng
      cách sửa: bỏ bộ lọc, hoặc gọi một cột số
    ");
}

#[test]
fn a_reference_in_a_text_over_several_lines_has_its_own_line() {
    insta::assert_snapshot!(refused(|p| {
        p.plan("- doan: Ủy ban nhân dân các xã thực hiện Phụ lục kèm theo.", "- doan: >\n          Ủy ban nhân dân các xã\n          giảm {{ xa.tong.khong_co }} hộ.");
    }), @r"
    REF001 ke-hoach.yaml:19:16 <ke-hoach.yaml>
      bảng «xa» không có cột «khong_co»
      cách sửa: các cột: ten, dau, ty_le_dau, giam, cuoi, ty_le_cuoi
    ");
}

#[test]
fn two_communes_of_two_groups_have_one_name() {
    insta::assert_snapshot!(refused(|p| {
        p.sheet("Xã Yên Lạc", "Xã An Bình");
        p.plan("{{ xa.tong.giam }} hộ nghèo", "{{ xa.dong['Xã An Bình'].giam }} hộ, {{ xa.dong['An Bình'].giam }} hộ");
    }), @"
    REF001 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      bảng «xa» có 2 đơn vị cùng tên «Xã An Bình»
      cách sửa: đặt tên khác nhau trong bảng tính, ví dụ thêm tên huyện, hoặc dùng «lap» với «nhom»
    REF001 ke-hoach.yaml:11:57 <ke-hoach.yaml>
      bảng «xa» có 2 đơn vị cùng tên «Xã An Bình»
      cách sửa: đặt tên khác nhau trong bảng tính, ví dụ thêm tên huyện, hoặc dùng «lap» với «nhom»
    ");
}

#[test]
fn names_and_signatures_take_no_reference() {
    insta::assert_snapshot!(refused(|p| {
        p.plan("so: 12\n", "so: 12\nviet_tat: \"UB{{ nam }}\"\ndia_danh: \"{{ nam }}\"\nnguoi_ky: { dong: [\"TM. {{ nam }}\"], ho_ten: \"{{ nam }}\" }\n");
        p.plan("loai: Nghị định, so: 07/2021/NĐ-CP, co_quan: Chính phủ", "loai: \"{{ nam }}\", so: \"{{ nam }}/NĐ-CP\", co_quan: \"{{ nam }}\"");
    }), @r"
    REF002 ke-hoach.yaml:3:14 <ke-hoach.yaml>
      «viet_tat» không nhận tham chiếu «{{ … }}»
      cách sửa: ghi thẳng chữ cần in
    REF002 ke-hoach.yaml:4:12 <ke-hoach.yaml>
      «dia_danh» không nhận tham chiếu «{{ … }}»
      cách sửa: ghi thẳng chữ cần in
    REF002 ke-hoach.yaml:5:25 <ke-hoach.yaml>
      «dong» không nhận tham chiếu «{{ … }}»
      cách sửa: ghi thẳng chữ cần in
    REF002 ke-hoach.yaml:5:47 <ke-hoach.yaml>
      «ho_ten» không nhận tham chiếu «{{ … }}»
      cách sửa: ghi thẳng chữ cần in
    REF002 ke-hoach.yaml:9:14 <ke-hoach.yaml>
      «loai» không nhận tham chiếu «{{ … }}»
      cách sửa: ghi thẳng chữ cần in
    REF002 ke-hoach.yaml:9:31 <ke-hoach.yaml>
      «so» không nhận tham chiếu «{{ … }}»
      cách sửa: ghi thẳng chữ cần in
    REF002 ke-hoach.yaml:9:59 <ke-hoach.yaml>
      «co_quan» không nhận tham chiếu «{{ … }}»
      cách sửa: ghi thẳng chữ cần in
    ");
}
