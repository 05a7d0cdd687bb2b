//! What the decree says about the words of a head: number, place, date, issuer (`WRD002`-`WRD006`).

use super::drawn;
use crate::harness::Project;

pub const LETTER: &str = "\
loai: cong-van
don_vi_soan: LĐ
so: 15
ngay: 05/02/2024
trich_yeu: rà soát hộ nghèo
kinh_gui: [Ủy ban nhân dân các xã, Phòng Nội vụ]
noi_dung:
  - doan: Đề nghị các đơn vị rà soát hộ nghèo.
noi_nhan: [Như trên, \"Lưu: VT, LĐ\"]
";

pub const DECISION: &str = "\
loai: quyet-dinh
so: 30
ngay: 12/10/2024
trich_yeu: Về việc thành lập Tổ công tác giảm nghèo
can_cu:
  - Theo đề nghị của Trưởng phòng Nội vụ
noi_dung:
  - dieu: Thành lập Tổ công tác giảm nghèo.
  - dieu: Trưởng phòng Nội vụ chịu trách nhiệm thi hành Quyết định này.
noi_nhan: [Như Điều 2, \"Lưu: VT, LĐ\"]
";

pub const ISSUING: &str = "\
loai: quyet-dinh
so: 31
ngay: 12/10/2024
trich_yeu: Ban hành Quy chế làm việc của Tổ công tác
can_cu:
  - Theo đề nghị của Trưởng phòng Nội vụ
noi_dung:
  - dieu: Ban hành kèm theo Quyết định này Quy chế làm việc của Tổ công tác.
  - dieu: Trưởng phòng Nội vụ chịu trách nhiệm thi hành Quyết định này.
van_ban_kem_theo:
  - loai: quy-che
    trich_yeu: Làm việc của Tổ công tác
    noi_dung:
      - dieu: { tieu_de: Phạm vi điều chỉnh }
        noi_dung:
          - doan: Quy chế này quy định việc làm của Tổ công tác.
noi_nhan: [Như Điều 2, \"Lưu: VT, LĐ\"]
";

/// All that is said about the sample's plan, or another document in its place, after a change.
pub fn said(change: impl FnOnce(&Project)) -> String {
    let project = Project::sample();
    project.remove("data/mau/bao-cao.yaml");
    project.remove("data/khac/thong-bao.yaml");
    change(&project);
    drawn(&project.run(["check", "--format", "json", "--quiet"]).findings())
}

/// All that is said about a document instead of the plan, with one replacement.
pub fn said_of(document: &str, old: &str, new: &str) -> String {
    assert_eq!(document.matches(old).count(), 1, "«{old}»");
    said(|p| {
        p.file("data/mau/ke-hoach.yaml", document.replace(old, new));
    })
}

#[test]
fn nothing_is_said_about_documents_that_are_right() {
    for document in [LETTER, DECISION, ISSUING] {
        assert_eq!(said_of(document, "ngay: ", "ngay: "), "");
    }
    assert_eq!(said(|_| {}), "");
    // Before it is issued, number and date are blank.
    assert_eq!(said_of(LETTER, "so: 15\nngay: 05/02/2024", "so:\nngay: 2024-03"), "");
    assert_eq!(said_of(LETTER, "so: 15\nngay: 05/02/2024", "so: 9"), "");
}

#[test]
fn the_abbreviation_of_my_office_has_a_long_dash_and_blanks() {
    insta::assert_snapshot!(said(|p| { p.dossier("viet_tat: UBND", "viet_tat: UBND – TH"); }), @"
    WRD002 ho-so.yaml:2:11
      ký hiệu «KH-UBND – TH» dùng dấu gạch dài «–», phải là gạch nối ngắn «-»
      cách sửa: sửa «so», «viet_tat» hoặc «don_vi_soan»; đã đúng thì trả templates/forms/dau-trang.tera và templates/nd30.yaml về bản gốc
    WRD018 ke-hoach.yaml:19:3 <ke-hoach.yaml>
      dòng kèm theo ghi thời gian «– TH ngày 15 tháng 3 năm 2024», phải là «ngày … tháng … năm …»
      cách sửa: trả templates/forms/phu-luc.tera về bản gốc
    WRD018 ke-hoach.yaml:19:3 <ke-hoach.yaml>
      dòng kèm theo ghi số «12», «– TH ngày 15 tháng 3 năm 2024»; văn bản giấy ghi đúng số và ngày của văn bản
      cách sửa: trả templates/forms/phu-luc.tera về bản gốc
    ");
}

#[test]
fn the_symbol_of_my_plan_names_the_kind_twice() {
    insta::assert_snapshot!(said(|p| { p.plan("so: 12", "so: 12\nviet_tat: KH-UBND"); }), @"
    WRD002 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      ký hiệu «KH-KH-UBND» ghi hai lần chữ viết tắt «KH»
      cách sửa: «viet_tat» chỉ ghi chữ viết tắt của cơ quan, không ghi «KH-»
    ");
}

#[test]
fn the_symbol_of_my_letter_says_that_it_is_a_letter() {
    insta::assert_snapshot!(said_of(LETTER, "don_vi_soan: LĐ", "don_vi_soan: CV"), @"
    WRD002 ke-hoach.yaml:2:14 <ke-hoach.yaml>
      ký hiệu công văn in là «UBND-CV»: công văn không có chữ viết tắt tên loại «CV»
      cách sửa: ghi chữ viết tắt của đơn vị soạn thảo hoặc lĩnh vực ở «don_vi_soan», ví dụ: KGVX
    ");
}

#[test]
fn our_form_writes_the_year_into_the_number() {
    insta::assert_snapshot!(said(|p| {
        p.template("forms/dau-trang.tera", "{{ cum_tu.so }} {{ so }}/{{ ky_hieu }}", "{{ cum_tu.so }} {{ so }}/2024/{{ ky_hieu }}");
    }), @"
    WRD002 ho-so.yaml:2:11
      số, ký hiệu ghi cả năm «2024»; chỉ văn bản quy phạm pháp luật ghi năm
      cách sửa: sửa «so», «viet_tat» hoặc «don_vi_soan»; đã đúng thì trả templates/forms/dau-trang.tera và templates/nd30.yaml về bản gốc
    ");
}

#[test]
fn our_form_writes_the_number_without_its_zero_and_without_the_colon() {
    insta::assert_snapshot!(said(|p| {
        p.template("forms/dau-trang.tera", "{{ cum_tu.so }} {{ so }}/{{ ky_hieu }}", "{{ cum_tu.so }} 7 /{{ ky_hieu }}");
    }), @"
    LAY006 ke-hoach.yaml:2:5 <ke-hoach.yaml>
      dòng số, ký hiệu in là «Số: 7 /KH-UBND», trong tệp là «12/»
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    WRD002 ke-hoach.yaml:2:5 <ke-hoach.yaml>
      số in là «7», phải là «07»: số dưới 10 có số 0 ở trước, từ 10 thì không
      cách sửa: sửa «so», «viet_tat» hoặc «don_vi_soan»; đã đúng thì trả templates/forms/dau-trang.tera và templates/nd30.yaml về bản gốc
    WRD002 ke-hoach.yaml:2:5 <ke-hoach.yaml>
      có dấu cách giữa số «7» và dấu «/»
      cách sửa: sửa «so», «viet_tat» hoặc «don_vi_soan»; đã đúng thì trả templates/forms/dau-trang.tera và templates/nd30.yaml về bản gốc
    ");
    insta::assert_snapshot!(said(|p| { p.template("nd30.yaml", "  so: \"Số:\"", "  so: \"Số\""); }), @"
    WRD002 ke-hoach.yaml:2:5 <ke-hoach.yaml>
      dòng số, ký hiệu in là «Số 12/KH-UBND», phải mở đầu bằng «Số:» và một dấu cách
      cách sửa: sửa «so», «viet_tat» hoặc «don_vi_soan»; đã đúng thì trả templates/forms/dau-trang.tera và templates/nd30.yaml về bản gốc
    ");
}

#[test]
fn our_profile_writes_every_abbreviation_in_capitals() {
    insta::assert_snapshot!(said(|p| {
        p.template("nd30.yaml", "viet_tat: CTr", "viet_tat: CTR");
        p.plan("loai: ke-hoach", "loai: chuong-trinh");
    }), @"
    WRD002 ke-hoach.yaml:1:7 <ke-hoach.yaml>
      chữ viết tắt của Chương trình in là «CTR», phải giữ đúng chữ hoa, chữ thường: «CTr»
      cách sửa: sửa «so», «viet_tat» hoặc «don_vi_soan»; đã đúng thì trả templates/forms/dau-trang.tera và templates/nd30.yaml về bản gốc
    ");
}

#[test]
fn the_place_is_another_than_the_offices() {
    insta::assert_snapshot!(said(|p| { p.dossier("dia_danh: Tân Lập", "dia_danh: Yên Lạc"); }), @"
    WRD003 ho-so.yaml:3:11
      địa danh in là «Yên Lạc», cơ quan thuộc huyện Tân Lập: phải là «Tân Lập»
      cách sửa: sửa «dia_danh» ở văn bản, ho-so.yaml hoặc chung.yaml
    ");
    insta::assert_snapshot!(said(|p| { p.dossier("dia_danh: Tân Lập", "dia_danh: Tân lập"); }), @"
    WRD003 ho-so.yaml:3:11
      địa danh in là «Tân lập», phải là «Tân Lập»
      cách sửa: sửa «dia_danh» ở văn bản, ho-so.yaml hoặc chung.yaml
    ");
}

#[test]
fn the_place_of_an_office_is_that_of_the_committee_above_it() {
    let office = "co_quan: Phòng Nội vụ\nco_quan_chu_quan: UBND huyện Tân Lập";
    assert_eq!(
        said_of(
            LETTER,
            "loai: cong-van",
            &format!("{office}\nnguoi_ky: {{ dong: [TRƯỞNG PHÒNG] }}\nloai: cong-van")
        ),
        ""
    );
    insta::assert_snapshot!(said_of(LETTER, "loai: cong-van", &format!("{office}\nnguoi_ky: {{ dong: [TRƯỞNG PHÒNG] }}\ndia_danh: Hà Nội\nloai: cong-van")), @"
    WRD003 ke-hoach.yaml:4:11 <ke-hoach.yaml>
      địa danh in là «Hà Nội», cơ quan thuộc huyện Tân Lập: phải là «Tân Lập»
      cách sửa: sửa «dia_danh» ở văn bản, ho-so.yaml hoặc chung.yaml
    ");
    // Where a school stands cannot be seen in the name above it.
    let school = "co_quan: Trường Tiểu học Yên Lạc\nco_quan_chu_quan: UBND huyện Tân Lập\ndia_danh: Yên Lạc";
    assert_eq!(
        said_of(
            LETTER,
            "loai: cong-van",
            &format!("{school}\nnguoi_ky: {{ dong: [HIỆU TRƯỞNG] }}\nloai: cong-van")
        ),
        ""
    );
}

#[test]
fn a_place_that_is_abbreviated_or_lacks_its_unit_word() {
    let issuer = "co_quan: Ủy ban nhân dân Thành phố Hồ Chí Minh\nloai: ke-hoach";
    insta::assert_snapshot!(said(|p| { p.plan("loai: ke-hoach", &format!("dia_danh: TP. Hồ Chí Minh\n{issuer}")); }), @"
    WRD003 ke-hoach.yaml:1:11 <ke-hoach.yaml>
      địa danh «TP. Hồ Chí Minh» viết tắt «TP.»; phải ghi đủ, như «Thành phố Hồ Chí Minh»
      cách sửa: sửa «dia_danh» ở văn bản, ho-so.yaml hoặc chung.yaml
    ");
    insta::assert_snapshot!(said(|p| { p.plan("loai: ke-hoach", &format!("dia_danh: Hồ Chí Minh\n{issuer}")); }), @"
    WRD003 ke-hoach.yaml:1:11 <ke-hoach.yaml>
      địa danh in là «Hồ Chí Minh»; đơn vị mang chữ số, tên người, sự kiện phải ghi đủ: «Thành phố Hồ Chí Minh»
      cách sửa: sửa «dia_danh» ở văn bản, ho-so.yaml hoặc chung.yaml
    ");
    assert_eq!(
        said(|p| {
            p.plan("loai: ke-hoach", &format!("dia_danh: Thành phố Hồ Chí Minh\n{issuer}"));
        }),
        ""
    );
    let ward = "co_quan: Ủy ban nhân dân phường 1\nloai: ke-hoach";
    insta::assert_snapshot!(said(|p| { p.plan("loai: ke-hoach", &format!("dia_danh: \"1\"\n{ward}")); }), @"
    WRD003 ke-hoach.yaml:1:11 <ke-hoach.yaml>
      địa danh in là «1»; đơn vị mang chữ số, tên người, sự kiện phải ghi đủ: «Phường 1»
      cách sửa: sửa «dia_danh» ở văn bản, ho-so.yaml hoặc chung.yaml
    ");
    assert_eq!(
        said(|p| {
            p.plan("loai: ke-hoach", &format!("dia_danh: Phường 1\n{ward}"));
        }),
        ""
    );
}

#[test]
fn our_form_has_no_comma_after_the_place_and_writes_the_date_in_figures() {
    insta::assert_snapshot!(said(|p| { p.template("forms/dau-trang.tera", "{{ dia_danh }}, {{ ngay }}", "{{ dia_danh }} {{ ngay }}"); }), @"
    WRD003 ho-so.yaml:3:11
      «Tân Lập»: sau địa danh phải có một dấu phẩy: «Tân Lập, ngày …»
      cách sửa: «dia_danh» ghi không có dấu phẩy; đã đúng thì trả templates/forms/dau-trang.tera về bản gốc
    ");
    insta::assert_snapshot!(said(|p| { p.template("forms/dau-trang.tera", "{{ dia_danh }}, {{ ngay }}", "{{ dia_danh }}, ngày 15/3/2024"); }), @"
    LAY006 ke-hoach.yaml:3:7 <ke-hoach.yaml>
      dòng địa danh và thời gian in là «Tân Lập, ngày 15/3/2024», trong tệp là «ngày 15 tháng 3 năm 2024»
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    WRD004 ke-hoach.yaml:3:7 <ke-hoach.yaml>
      thời gian in là «ngày 15/3/2024», phải là «ngày … tháng … năm …», ghi đủ chữ, bằng chữ số Ả Rập
      cách sửa: ghi «ngay» dạng 15/3/2023; đã đúng thì trả templates/forms/dau-trang.tera về bản gốc
    ");
    insta::assert_snapshot!(said(|p| { p.template("forms/dau-trang.tera", "{{ dia_danh }}, {{ ngay }}", "{{ dia_danh }}, ngày 5 tháng 03 năm 2024"); }), @"
    LAY006 ke-hoach.yaml:3:7 <ke-hoach.yaml>
      dòng địa danh và thời gian in là «Tân Lập, ngày 5 tháng 03 năm 2024», trong tệp là «ngày 15 tháng 3 năm 2024»
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    WRD004 ke-hoach.yaml:3:7 <ke-hoach.yaml>
      thời gian in là «ngày 5 tháng 03 năm 2024»: số 0 chỉ thêm trước ngày dưới 10 và tháng 1, tháng 2
      cách sửa: ghi «ngay» dạng 15/3/2023; đã đúng thì trả templates/forms/dau-trang.tera về bản gốc
    ");
}

#[test]
fn names_of_bodies_that_name_no_place() {
    insta::assert_snapshot!(said(|p| { p.plan("so: 12", "so: 12\nco_quan_chu_quan: UBND tỉnh"); }), @"
    WRD005 ke-hoach.yaml:3:19 <ke-hoach.yaml>
      tên cơ quan chủ quản «UBND tỉnh» thiếu tên đơn vị hành chính
      cách sửa: ghi đủ tên, ví dụ «UBND tỉnh Đắk Nông», «Ủy ban nhân dân huyện Tân Lập»
    ");
    insta::assert_snapshot!(said(|p| { p.plan("so: 12", "so: 12\nco_quan: Ủy ban nhân dân huyện"); }), @"
    WRD005 ke-hoach.yaml:3:10 <ke-hoach.yaml>
      tên cơ quan ban hành «Ủy ban nhân dân huyện» chưa đầy đủ: thiếu tên đơn vị hành chính
      cách sửa: ghi đủ tên, ví dụ «UBND tỉnh Đắk Nông», «Ủy ban nhân dân huyện Tân Lập»
    ");
}

#[test]
fn our_form_prints_the_body_above_below() {
    let parent = "{% if co_quan_chu_quan %}<khoi ten=\"co_quan_chu_quan\">{{ <chu doan={co_quan_chu_quan} /> }}</khoi>{% endif %}\n";
    let issuer = "<khoi ten=\"co_quan\">{{ <chu doan={co_quan} /> }}</khoi>\n";
    insta::assert_snapshot!(said(|p| {
        p.plan("so: 12", "so: 12\nco_quan_chu_quan: UBND tỉnh Minh Họa");
        p.template("forms/dau-trang.tera", &format!("{parent}{issuer}"), &format!("{issuer}{parent}"));
    }), @"
    WRD005 ke-hoach.yaml:3:19 <ke-hoach.yaml>
      tên cơ quan chủ quản «UBND tỉnh Minh Họa» phải đứng ngay trên tên cơ quan ban hành
      cách sửa: trả templates/forms/dau-trang.tera về mẫu gốc
    ");
}

#[test]
fn only_the_body_above_is_abbreviated() {
    insta::assert_snapshot!(said(|p| { p.dossier("co_quan: Ủy ban nhân dân huyện Tân Lập", "co_quan: UBND huyện Tân Lập"); }), @"
    WRD006 ho-so.yaml:1:10
      tên cơ quan ban hành viết tắt «UBND»
      cách sửa: ghi đủ «Ủy ban nhân dân»; chỉ dòng «co_quan_chu_quan» được viết tắt
    ");
    insta::assert_snapshot!(said(|p| { p.dossier("TM. ỦY BAN NHÂN DÂN", "TM. UBND HUYỆN"); }), @"
    WRD006 ho-so.yaml:19:11
      dòng quyền hạn, chức vụ viết tắt «UBND»
      cách sửa: ghi đủ «Ủy ban nhân dân»; chỉ dòng «co_quan_chu_quan» được viết tắt
    ");
    insta::assert_snapshot!(said_of(DECISION, "so: 30", "so: 30\ntham_quyen: UBND huyện Tân Lập"), @"
    WRD006 ke-hoach.yaml:3:13 <ke-hoach.yaml>
      dòng thẩm quyền ban hành viết tắt «UBND»
      cách sửa: ghi đủ «Ủy ban nhân dân»; chỉ dòng «co_quan_chu_quan» được viết tắt
    ");
}
