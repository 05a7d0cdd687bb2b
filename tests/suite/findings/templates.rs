//! The project's own templates (`TPL`).

use super::refused;

#[test]
fn a_form_with_an_error() {
    insta::assert_snapshot!(refused(|p| { p.template("forms/kinh-gui.tera", "{% elif kinh_gui %}", "{% elif kinh_gui"); }), @"
    TPL001 templates/forms/kinh-gui.tera:5:7
      mẫu văn bản có lỗi: Found identifier but expected %}.
      cách sửa: sửa tệp mẫu trong thư mục templates/, hoặc xóa nó để dùng mẫu gốc của chương trình
    ");
}

#[test]
fn a_form_with_an_unknown_name() {
    insta::assert_snapshot!(refused(|p| { p.template("forms/ten-loai.tera", "{{ ten_loai }}", "{{ ten_loaii }}"); }), @"
    TPL001 templates/forms/ten-loai.tera:2:25 <thong-bao.yaml>
      mẫu văn bản có lỗi: Variable `ten_loaii` is not defined. Available variables: can_cu, can_cu_lien_doan, co_quan, co_quan_chu_quan, cum_tu, dia_danh, do_khan, du_thao, kem_theo, kinh_gui, ky_hieu, lien_he, mau, menh_lenh, mo_dau, ngay, nguoi_ky, nguoi_soan, noi_dung, noi_nhan, pham_vi, phu_luc, so, ten_loai, tham_quyen, trich_yeu, truong, van_ban_kem_theo
      cách sửa: sửa tệp mẫu trong thư mục templates/, hoặc xóa nó để dùng mẫu gốc của chương trình
    TPL001 templates/forms/ten-loai.tera:2:25 <bao-cao.yaml>
      mẫu văn bản có lỗi: Variable `ten_loaii` is not defined. Available variables: can_cu, can_cu_lien_doan, co_quan, co_quan_chu_quan, cum_tu, dia_danh, do_khan, du_thao, kem_theo, kinh_gui, ky_hieu, lien_he, mau, menh_lenh, mo_dau, ngay, nguoi_ky, nguoi_soan, noi_dung, noi_nhan, pham_vi, phu_luc, so, ten_loai, tham_quyen, trich_yeu, truong, van_ban_kem_theo
      cách sửa: sửa tệp mẫu trong thư mục templates/, hoặc xóa nó để dùng mẫu gốc của chương trình
    TPL001 templates/forms/ten-loai.tera:2:25 <ke-hoach.yaml>
      mẫu văn bản có lỗi: Variable `ten_loaii` is not defined. Available variables: can_cu, can_cu_lien_doan, co_quan, co_quan_chu_quan, cum_tu, dia_danh, do_khan, du_thao, kem_theo, kinh_gui, ky_hieu, lien_he, mau, menh_lenh, mo_dau, ngay, nguoi_ky, nguoi_soan, noi_dung, noi_nhan, pham_vi, phu_luc, so, ten_loai, tham_quyen, trich_yeu, truong, van_ban_kem_theo
      cách sửa: sửa tệp mẫu trong thư mục templates/, hoặc xóa nó để dùng mẫu gốc của chương trình
    ");
}

#[test]
fn a_form_that_prints_text_outside_a_block() {
    insta::assert_snapshot!(refused(|p| { p.template("forms/1.4.tera", "<phan ten=\"van_ban\" kho=\"doc\">", "<phan ten=\"van_ban\" kho=\"doc\">Chữ rơi"); }), @r"
    TPL001 templates/forms/1.4.tera <thong-bao.yaml>
      chữ «Chữ rơi» nằm ngoài <khoi>
      cách sửa: so lại với mẫu gốc của chương trình; mỗi chữ phải nằm trong một <khoi>
    TPL001 templates/forms/1.4.tera <bao-cao.yaml>
      chữ «Chữ rơi» nằm ngoài <khoi>
      cách sửa: so lại với mẫu gốc của chương trình; mỗi chữ phải nằm trong một <khoi>
    TPL001 templates/forms/1.4.tera <ke-hoach.yaml>
      chữ «Chữ rơi» nằm ngoài <khoi>
      cách sửa: so lại với mẫu gốc của chương trình; mỗi chữ phải nằm trong một <khoi>
    ");
}

#[test]
fn a_new_form_without_its_template() {
    insta::assert_snapshot!(refused(|p| {
        p.template("nd30.yaml", "mau:\n  \"1.1\":", "mau:\n  \"9.9\": { khoa: [trich_yeu, noi_dung], bat_buoc: [] }\n  \"1.1\":");
        p.replace("templates/nd30.yaml", "ten: Báo cáo, viet_tat: BC, mau: \"1.4\"", "ten: Báo cáo, viet_tat: BC, mau: \"9.9\"");
    }), @"
    TPL001 bao-cao.yaml <bao-cao.yaml>
      chưa có mẫu 9.9 cho loại «bao-cao»
      cách sửa: thêm tệp templates/forms/9.9.tera, hoặc chọn loại khác
    ");
}

#[test]
fn a_kind_that_names_an_unknown_form() {
    insta::assert_snapshot!(refused(|p| {
        p.template("nd30.yaml", "ten: Báo cáo, viet_tat: BC, mau: \"1.4\"", "ten: Báo cáo, viet_tat: BC, mau: \"9.9\"");
    }), @"
    TPL003 templates/nd30.yaml
      tệp thể thức sai: loại «bao-cao» dùng mẫu «9.9» không có trong «mau»
      cách sửa: so với tệp gốc của chương trình; xóa tệp này để dùng tệp gốc
    ");
}

#[test]
fn a_layout_with_an_error() {
    insta::assert_snapshot!(refused(|p| { p.template("layout/main.typ", "#van_ban(json", "#van_bann(json"); }), @r"
    TPL002 templates/layout/main.typ:5:2 <thong-bao.yaml>
      tệp dàn trang có lỗi: unknown variable: van_bann
      cách sửa: sửa tệp trong templates/layout, hoặc xóa nó để dùng tệp gốc của chương trình
    TPL002 templates/layout/main.typ:5:2 <bao-cao.yaml>
      tệp dàn trang có lỗi: unknown variable: van_bann
      cách sửa: sửa tệp trong templates/layout, hoặc xóa nó để dùng tệp gốc của chương trình
    TPL002 templates/layout/main.typ:5:2 <ke-hoach.yaml>
      tệp dàn trang có lỗi: unknown variable: van_bann
      cách sửa: sửa tệp trong templates/layout, hoặc xóa nó để dùng tệp gốc của chương trình
    ");
}

#[test]
fn a_form_as_data_with_an_error() {
    insta::assert_snapshot!(refused(|p| { p.template("nd30.yaml", "cum_tu:\n", "cum_tuu:\n"); }), @"
    TPL003 templates/nd30.yaml
      tệp thể thức sai: missing field `cum_tu`
      cách sửa: so với tệp gốc của chương trình; xóa tệp này để dùng tệp gốc
    ");
}

#[test]
fn a_form_as_data_that_is_no_yaml() {
    insta::assert_snapshot!(refused(|p| { p.template("nd30.yaml", "  rong_mm: 210", "  rong_mm: [210"); }), @"
    YML001 templates/nd30.yaml:25:9
      YAML sai cú pháp: dòng này không khớp với các dòng trên
      cách sửa: xem lại độ thụt dòng: các khóa cùng bậc phải thẳng cột, danh sách mở bằng «- »
    ");
}

#[test]
fn a_profile_with_a_value_outside_its_range_a_misspelt_key_and_a_phrase_that_is_no_text() {
    let profile = |text: &str| {
        refused(|p| {
            p.file("templates/so-tay.yaml", format!("ke_thua: nd30\n{text}\n"));
        })
    };
    insta::assert_snapshot!(profile("trang: { le_trai: { gia_tri: 40 } }"), @"
    TPL003 templates/so-tay.yaml
      tệp thể thức sai: «trang.le_trai» là 40, nằm ngoài mức ghi cạnh nó (tu, den, cho_phep)
      cách sửa: so với tệp gốc của chương trình; xóa tệp này để dùng tệp gốc
    ");
    insta::assert_snapshot!(profile("trangg: { rong_mm: 210 }"), @"
    TPL003 templates/so-tay.yaml
      tệp thể thức sai: không có mục «trangg» trong «nd30.yaml»
      cách sửa: so với tệp gốc của chương trình; xóa tệp này để dùng tệp gốc
    ");
    insta::assert_snapshot!(profile("cum_tu: { quoc_hieu: [a] }"), @"
    TPL003 templates/so-tay.yaml
      tệp thể thức sai: «cum_tu.quoc_hieu» phải là một cụm từ
      cách sửa: so với tệp gốc của chương trình; xóa tệp này để dùng tệp gốc
    ");
    insta::assert_snapshot!(profile("cum_tu: { so: }"), @"
    TPL003 templates/so-tay.yaml
      tệp thể thức sai: «cum_tu.so» phải là một cụm từ
      cách sửa: so với tệp gốc của chương trình; xóa tệp này để dùng tệp gốc
    ");
}

#[test]
fn a_profile_that_says_one_thing_twice() {
    insta::assert_snapshot!(refused(|p| { p.template("nd30.yaml", "  rong_mm: 210\n", "  rong_mm: 210\n  rong_mm: 200\n"); }), @"
    TPL003 templates/nd30.yaml:25:3
      khóa «rong_mm» ghi hai lần
      cách sửa: giữ lại một dòng, xóa dòng kia
    ");
}
