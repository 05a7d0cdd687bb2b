//! What the decree says about the words of subject, authority line, command and addressees (`WRD007`-`WRD009`).

use super::wording_head::{DECISION, ISSUING, LETTER, said, said_of};

#[test]
fn a_subject_that_begins_with_what_the_form_prints_itself() {
    insta::assert_snapshot!(said_of(LETTER, "trich_yeu: rà soát", "trich_yeu: V/V rà soát"), @"
    WRD007 ke-hoach.yaml:5:12 <ke-hoach.yaml>
      trích yếu công văn in là «V/v V/V rà soát hộ nghèo»: «V/v» đã có sẵn
      cách sửa: bỏ «V/v» ở đầu «trich_yeu»; mẫu công văn tự in «V/v»
    ");
    // What the form takes away by itself is right.
    assert_eq!(said_of(LETTER, "trich_yeu: rà soát", "trich_yeu: Về việc rà soát"), "");
}

#[test]
fn a_decision_whose_subject_begins_otherwise_than_its_form() {
    insta::assert_snapshot!(said_of(DECISION, "Về việc thành lập", "Thành lập"), @"
    cảnh báo WRD007 ke-hoach.yaml:4:12 <ke-hoach.yaml>
      trích yếu quyết định theo Mẫu 1.2 mở đầu bằng «Về việc …» hoặc «Ban hành …» hoặc «Phê duyệt …», ở đây là «Thành lập Tổ công tác giảm nghèo»
      cách sửa: viết lại trích yếu, mở đầu bằng «Về việc …» hoặc «Ban hành …» hoặc «Phê duyệt …»
    ");
    insta::assert_snapshot!(said_of(ISSUING, "Ban hành Quy chế làm việc của Tổ công tác\n", "Về việc ban hành Quy chế làm việc của Tổ công tác\n"), @"");
}

#[test]
fn our_form_ends_the_subject_with_a_full_stop_or_lacks_the_opening() {
    insta::assert_snapshot!(said(|p| { p.template("forms/ten-loai.tera", "{{ <chu doan={trich_yeu} /> }}", "{{ <chu doan={trich_yeu} /> }}."); }), @"
    cảnh báo WRD007 ke-hoach.yaml:4:12 <ke-hoach.yaml>
      trích yếu «Giảm nghèo năm 2024.» có dấu chấm ở cuối
      cách sửa: sửa «trich_yeu», hoặc trả mẫu trong templates/forms về bản gốc
    ");
    insta::assert_snapshot!(said(|p| {
        p.file("data/mau/ke-hoach.yaml", LETTER);
        p.template("forms/dau-trang.tera", "{{ cum_tu.v_v }} {{ <chu doan={trich_yeu} /> }}", "Về việc {{ <chu doan={trich_yeu} /> }}");
    }), @"
    WRD007 ke-hoach.yaml:5:12 <ke-hoach.yaml>
      trích yếu công văn in là «Về việc rà soát hộ nghèo», phải mở đầu bằng «V/v» và một dấu cách
      cách sửa: sửa «trich_yeu», hoặc trả mẫu trong templates/forms về bản gốc
    ");
}

#[test]
fn who_decides_is_not_who_signs() {
    insta::assert_snapshot!(said_of(DECISION, "so: 30", "so: 30\ntham_quyen: Chủ tịch Ủy ban nhân dân huyện Tân Lập"), @"
    cảnh báo WRD008 ho-so.yaml:19:11
      thẩm quyền ban hành là «Chủ tịch Ủy ban nhân dân huyện Tân Lập» mà người ký ký «TM.»
      cách sửa: quyết định của Chủ tịch thì bỏ dòng «TM. …» ở «nguoi_ky»; của Ủy ban nhân dân thì sửa «tham_quyen»
    ");
    insta::assert_snapshot!(said_of(DECISION, "so: 30", "so: 30\nnguoi_ky: { dong: [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH] }"), @"
    cảnh báo WRD008 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      thẩm quyền ban hành là «Ủy ban nhân dân huyện Tân Lập» mà người ký không ký «TM.»
      cách sửa: quyết định của Ủy ban nhân dân thì thêm dòng «TM. ỦY BAN NHÂN DÂN» ở «nguoi_ky»; của Chủ tịch thì ghi «tham_quyen»
    ");
    assert_eq!(
        said_of(
            DECISION,
            "so: 30",
            "so: 30\ntham_quyen: Chủ tịch Ủy ban nhân dân huyện Tân Lập\nnguoi_ky: { dong: [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH] }"
        ),
        ""
    );
}

#[test]
fn our_decision_lacks_its_command_and_names_who_decides_at_the_wrong_place() {
    let authority = "<khoi ten=\"tham_quyen\">{{ <chu doan={tham_quyen} /> }}</khoi>\n";
    let bases = "{% include \"forms/can-cu.tera\" %}\n";
    insta::assert_snapshot!(said(|p| {
        p.file("data/mau/ke-hoach.yaml", DECISION);
        p.template("forms/1.2.tera", &format!("{authority}{bases}<khoi ten=\"menh_lenh\">{{{{ menh_lenh }}}}</khoi>\n"), &format!("{bases}{authority}"));
    }), @"
    cảnh báo WRD008 ho-so.yaml:1:10
      dòng thẩm quyền ban hành phải đứng sau trích yếu, trước các căn cứ
      cách sửa: so mẫu trong templates/forms với mẫu gốc của chương trình
    cảnh báo WRD008 ke-hoach.yaml:1:7 <ke-hoach.yaml>
      thiếu dòng «QUYẾT ĐỊNH:» sau các căn cứ
      cách sửa: so mẫu trong templates/forms với mẫu gốc của chương trình
    ");
    insta::assert_snapshot!(said(|p| {
        p.file("data/mau/ke-hoach.yaml", DECISION);
        p.template("nd30.yaml", "\"QUYẾT ĐỊNH:\"", "\"QUYẾT ĐỊNH\"");
        p.file("templates/forms/1.2.tera", decision_without(authority));
    }), @"
    cảnh báo WRD008 ke-hoach.yaml:1:7 <ke-hoach.yaml>
      thiếu dòng thẩm quyền ban hành giữa trích yếu và các căn cứ
      cách sửa: so mẫu trong templates/forms với mẫu gốc của chương trình
    cảnh báo WRD008 ke-hoach.yaml:1:7 <ke-hoach.yaml>
      dòng lệnh in là «QUYẾT ĐỊNH», phải là «QUYẾT ĐỊNH:»
      cách sửa: trả `cum_tu.menh_lenh` trong templates/nd30.yaml về chữ gốc
    ");
}

/// The program's own form of a decision without some words.
fn decision_without(words: &str) -> String {
    include_str!("../../../templates/forms/1.2.tera").replace(words, "")
}

#[test]
fn addressees_where_the_kind_has_none_or_must_have_them() {
    insta::assert_snapshot!(said(|p| { p.plan("so: 12", "so: 12\nkinh_gui: Ủy ban nhân dân các xã"); }), @"
    WRD009 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      Kế hoạch không có «Kính gửi:»; chỉ công văn, tờ trình, báo cáo gửi cấp trên mới có
      cách sửa: xóa «kinh_gui», ghi các cơ quan ấy ở «noi_nhan»
    ");
    insta::assert_snapshot!(said(|p| { p.plan("loai: ke-hoach", "loai: to-trinh"); }), @"
    WRD009 ke-hoach.yaml:1:7 <ke-hoach.yaml>
      Tờ trình thiếu «Kính gửi:»
      cách sửa: thêm dòng «kinh_gui: …»
    ");
    // A report goes upward or not.
    assert_eq!(
        said(|p| {
            p.plan("loai: ke-hoach", "loai: bao-cao");
        }),
        ""
    );
}

#[test]
fn two_addressees_typed_into_one_text() {
    insta::assert_snapshot!(said_of(LETTER, "[Ủy ban nhân dân các xã, Phòng Nội vụ]", "Ủy ban nhân dân các xã; Phòng Nội vụ"), @"
    WRD009 ke-hoach.yaml:6:33 <ke-hoach.yaml>
      «Kính gửi: Ủy ban nhân dân các xã; Phòng Nội vụ» gồm nhiều nơi nhận trên một dòng
      cách sửa: ghi «kinh_gui» thành danh sách, mỗi nơi một dòng «- …»; dấu «;» chương trình tự thêm
    ");
}

#[test]
fn our_form_writes_addressees_in_its_own_way() {
    insta::assert_snapshot!(said(|p| {
        p.file("data/mau/ke-hoach.yaml", LETTER);
        p.template("forms/kinh-gui.tera", "{% if loop.last %}.{% else %};{% endif %}", ",");
    }), @"
    WRD009 ke-hoach.yaml:6:12 <ke-hoach.yaml>
      nơi nhận in là «- Ủy ban nhân dân các xã,», phải có «- » ở đầu và dấu «;» ở cuối
      cách sửa: sửa «kinh_gui»; đã đúng thì trả templates/forms/kinh-gui.tera về bản gốc
    WRD009 ke-hoach.yaml:6:36 <ke-hoach.yaml>
      nơi nhận in là «- Phòng Nội vụ,», phải có «- » ở đầu và dấu «.» ở cuối
      cách sửa: sửa «kinh_gui»; đã đúng thì trả templates/forms/kinh-gui.tera về bản gốc
    ");
    insta::assert_snapshot!(said(|p| {
        p.file("data/mau/ke-hoach.yaml", LETTER.replace(", Phòng Nội vụ", ""));
        p.template("forms/kinh-gui.tera", "{% if kinh_gui | length == 1 %}", "{% if kinh_gui | length == 9 %}");
        p.template("nd30.yaml", "kinh_gui: \"Kính gửi:\"", "kinh_gui: \"Kính gửi\"");
    }), @"
    WRD009 ke-hoach.yaml:6:11 <ke-hoach.yaml>
      dòng «Kính gửi» phải là «Kính gửi:», mỗi nơi nhận một dòng ở dưới
      cách sửa: sửa «kinh_gui»; đã đúng thì trả templates/forms/kinh-gui.tera về bản gốc
    WRD009 ke-hoach.yaml:6:11 <ke-hoach.yaml>
      chỉ có một nơi nhận, phải đứng cùng dòng «Kính gửi:»
      cách sửa: sửa «kinh_gui»; đã đúng thì trả templates/forms/kinh-gui.tera về bản gốc
    ");
}
