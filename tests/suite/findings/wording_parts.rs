//! What the decree says about components, attached documents, annexes and stamps (`WRD015`-`WRD019`).

use super::wording_head::{ISSUING, said};

#[test]
fn a_document_without_recipients() {
    insta::assert_snapshot!(said(|p| { p.dossier("noi_nhan: [Ủy ban nhân dân các xã, \"Lưu: VT, LĐ\"]\n", ""); }), @"
    WRD015 ke-hoach.yaml <ke-hoach.yaml>
      văn bản thiếu dòng «Nơi nhận:»
      cách sửa: thêm «noi_nhan» vào văn bản hoặc ho-so.yaml, dòng cuối là «Lưu: VT, …»
    ");
    // The decree has no form for a letter of congratulation.
    assert_eq!(
        said(|p| {
            p.dossier("noi_nhan: [Ủy ban nhân dân các xã, \"Lưu: VT, LĐ\"]\n", "");
            p.plan("loai: ke-hoach", "loai: thu-cong");
        }),
        ""
    );
}

#[test]
fn our_form_lacks_a_component_or_has_it_twice_or_elsewhere() {
    insta::assert_snapshot!(said(|p| { p.template("forms/dau-trang.tera", "<khoi ten=\"tieu_ngu\">{{ cum_tu.tieu_ngu }}</khoi>\n", ""); }), @"
    WRD015 ke-hoach.yaml <ke-hoach.yaml>
      văn bản thiếu Tiêu ngữ
      cách sửa: so mẫu trong templates/forms với mẫu gốc của chương trình
    ");
    insta::assert_snapshot!(said(|p| { p.template("forms/ten-loai.tera", "<khoi ten=\"ten_loai\">{{ ten_loai }}</khoi>", "<khoi ten=\"ten_loai\">{{ ten_loai }}</khoi><khoi ten=\"ten_loai\">{{ ten_loai }}</khoi>"); }), @"
    WRD015 ke-hoach.yaml:1:7 <ke-hoach.yaml>
      tên loại văn bản in 2 lần, chỉ được một lần
      cách sửa: so mẫu trong templates/forms với mẫu gốc của chương trình
    ");
    insta::assert_snapshot!(said(|p| {
        let motto = "<khoi ten=\"quoc_hieu\">{{ cum_tu.quoc_hieu }}</khoi>\n<khoi ten=\"tieu_ngu\">{{ cum_tu.tieu_ngu }}</khoi>\n";
        p.template("forms/dau-trang.tera", motto, "<khoi ten=\"tieu_ngu\">{{ cum_tu.tieu_ngu }}</khoi>\n<khoi ten=\"quoc_hieu\">{{ cum_tu.quoc_hieu }}</khoi>\n");
    }), @"
    FRM016 ke-hoach.yaml, tờ 1: «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» <ke-hoach.yaml>
      Quốc hiệu phải ở đầu trang
      cách sửa: so templates/nd30.yaml và templates/layout với tệp gốc của chương trình; tên quá dài: viết gọn lại
    FRM012 ke-hoach.yaml, tờ 1: «Độc lập - Tự do - Hạnh phúc» <ke-hoach.yaml>
      Tiêu ngữ cách dòng trên -1,09 dòng đơn, phải là dòng đơn
      cách sửa: đặt `the_thuc: { gian_dong: 1.15 }` trong khoảng 1-1,5; trả `dong`, `cach_tren_pt` trong templates/nd30.yaml về giá trị gốc
    WRD015 ke-hoach.yaml <ke-hoach.yaml>
      Quốc hiệu phải đứng trước Tiêu ngữ
      cách sửa: so mẫu trong templates/forms với mẫu gốc của chương trình
    ");
}

#[test]
fn our_forms_give_attached_documents_and_annexes_the_wrong_heads() {
    insta::assert_snapshot!(said(|p| {
        p.file("data/mau/ke-hoach.yaml", ISSUING);
        p.template("forms/kem-theo.tera", "<khoi ten=\"tieu_ngu\">{{ cum_tu.tieu_ngu }}</khoi>\n", "<khoi ten=\"dia_danh_ngay\">{{ dia_danh }}, {{ ngay }}</khoi>\n");
    }), @"
    cảnh báo WRD016 ke-hoach.yaml:11:3 <ke-hoach.yaml>
      văn bản kèm theo thiếu Tiêu ngữ
      cách sửa: trả templates/forms/kem-theo.tera, templates/forms/phu-luc.tera về bản gốc
    cảnh báo WRD016 ke-hoach.yaml:11:3 <ke-hoach.yaml>
      văn bản kèm theo không có dòng địa danh và thời gian, ở đây mẫu in ra
      cách sửa: trả templates/forms/kem-theo.tera, templates/forms/phu-luc.tera về bản gốc
    ");
    insta::assert_snapshot!(said(|p| {
        p.template("forms/phu-luc.tera", "<khoi ten=\"phu_luc_nhan\">", "<khoi ten=\"quoc_hieu\">{{ cum_tu.quoc_hieu }}</khoi><khoi ten=\"phu_luc_nhan\">");
    }), @"
    cảnh báo WRD016 ke-hoach.yaml:19:3 <ke-hoach.yaml>
      phụ lục không có Quốc hiệu, ở đây mẫu in ra
      cách sửa: trả templates/forms/kem-theo.tera, templates/forms/phu-luc.tera về bản gốc
    FRM016 ke-hoach.yaml, tờ 2: «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» <ke-hoach.yaml>
      Quốc hiệu phải ở phía trên, bên phải trang đầu
      cách sửa: so templates/nd30.yaml và templates/layout với tệp gốc của chương trình; tên quá dài: viết gọn lại
    ");
}

#[test]
fn our_profile_writes_annex_in_capitals_and_our_form_numbers_it_alone() {
    insta::assert_snapshot!(said(|p| { p.template("nd30.yaml", "  phu_luc: Phụ lục\n", "  phu_luc: PHỤ LỤC\n"); }), @"
    WRD017 ke-hoach.yaml:19:3 <ke-hoach.yaml>
      nhãn phụ lục in là «PHỤ LỤC», phải là «Phụ lục», chữ in thường
      cách sửa: trả `cum_tu.phu_luc` trong templates/nd30.yaml và templates/forms/phu-luc.tera về bản gốc
    ");
    insta::assert_snapshot!(said(|p| { p.template("forms/phu-luc.tera", "{{ pl.nhan }}", "{{ pl.nhan }} 1"); }), @"
    WRD017 ke-hoach.yaml:19:3 <ke-hoach.yaml>
      nhãn phụ lục in là «Phụ lục 1», phải là «Phụ lục»: chỉ có một phụ lục thì không đánh số
      cách sửa: trả `cum_tu.phu_luc` trong templates/nd30.yaml và templates/forms/phu-luc.tera về bản gốc
    ");
}

#[test]
fn two_annexes_are_numbered_in_roman_figures() {
    let two =
        "phu_luc:\n  - { tieu_de: Phân công, noi_dung: [ { doan: Ủy ban nhân dân các xã thực hiện. } ] }\n";
    let mentioned = ("thực hiện Phụ lục kèm theo.", "thực hiện Phụ lục I và Phụ lục II kèm theo.");
    assert_eq!(
        said(|p| {
            p.plan("phu_luc:\n", two).plan(mentioned.0, mentioned.1);
        }),
        ""
    );
    insta::assert_snapshot!(said(|p| {
        p.plan("phu_luc:\n", two).plan(mentioned.0, mentioned.1);
        p.template("forms/phu-luc.tera", "{{ pl.nhan }}", "Phụ lục {{ loop.index }}");
    }), @"
    WRD017 ke-hoach.yaml:19:3 <ke-hoach.yaml>
      nhãn phụ lục in là «Phụ lục 1», phải là «Phụ lục I»: từ hai phụ lục thì đánh số La Mã theo thứ tự
      cách sửa: trả `cum_tu.phu_luc` trong templates/nd30.yaml và templates/forms/phu-luc.tera về bản gốc
    WRD017 ke-hoach.yaml:19:3 <ke-hoach.yaml>
      nhãn phụ lục in là «Phụ lục 2», phải là «Phụ lục II»: từ hai phụ lục thì đánh số La Mã theo thứ tự
      cách sửa: trả `cum_tu.phu_luc` trong templates/nd30.yaml và templates/forms/phu-luc.tera về bản gốc
    ");
}

#[test]
fn our_form_points_from_the_annex_to_the_wrong_act() {
    let pointer = "(Kèm theo {{ ten_loai }} số {{ kem_theo.so }}/{{ ky_hieu }} {{ kem_theo.ngay }} của {{ kem_theo.co_quan }})";
    let pointing = |own: &str| {
        said(|p| {
            p.template("forms/phu-luc.tera", pointer, own);
        })
    };
    insta::assert_snapshot!([
        "(Ban hành theo {{ ten_loai }} số {{ so }}/{{ ky_hieu }})",
        "(Kèm theo {{ ten_loai }} số {{ kem_theo.so }}/QĐ-UBND {{ kem_theo.ngay }} của {{ kem_theo.co_quan }})",
        "(Kèm theo {{ ten_loai }} số 13/{{ ky_hieu }} {{ kem_theo.ngay }} của {{ kem_theo.co_quan }})",
    ].map(pointing).concat(), @"
    WRD018 ke-hoach.yaml:19:3 <ke-hoach.yaml>
      dòng kèm theo in là «(Ban hành theo Kế hoạch số 12/KH-UBND)», phải có dạng «(Kèm theo … số …/… ngày … tháng … năm … của …)»
      cách sửa: trả templates/forms/phu-luc.tera về bản gốc
    WRD018 ke-hoach.yaml:19:3 <ke-hoach.yaml>
      dòng kèm theo ghi ký hiệu «QĐ-UBND», ký hiệu văn bản là «KH-UBND»
      cách sửa: trả templates/forms/phu-luc.tera về bản gốc
    WRD018 ke-hoach.yaml:19:3 <ke-hoach.yaml>
      dòng kèm theo ghi số «13», «ngày 15 tháng 3 năm 2024»; văn bản giấy ghi đúng số và ngày của văn bản
      cách sửa: trả templates/forms/phu-luc.tera về bản gốc
    ");
    insta::assert_snapshot!(said(|p| {
        p.plan("so: 12", "so: 12\nphuong_thuc: dien-tu");
        p.template("forms/phu-luc.tera", pointer, "(Kèm theo {{ ten_loai }} số {{ so }}/{{ ky_hieu }} {{ ngay }} của {{ kem_theo.co_quan }})");
    }), @"
    WRD018 ke-hoach.yaml:20:3 <ke-hoach.yaml>
      dòng kèm theo ghi số «12», «ngày 15 tháng 3 năm 2024»; văn bản điện tử để trống số và ngày ở dòng này
      cách sửa: trả templates/forms/phu-luc.tera về bản gốc
    ");
    assert_eq!(
        said(|p| {
            p.plan("so: 12", "so: 12\nphuong_thuc: dien-tu");
        }),
        ""
    );
}

#[test]
fn our_profile_has_a_stamp_of_its_own() {
    assert_eq!(
        said(|p| {
            p.plan("so: 12", "so: 12\ndo_khan: khan\npham_vi: luu-hanh-noi-bo");
        }),
        ""
    );
    insta::assert_snapshot!(said(|p| {
        p.template("nd30.yaml", "ten: THƯỢNG KHẨN,", "ten: RẤT KHẨN,");
        p.plan("so: 12", "so: 12\ndo_khan: thuong-khan");
    }), @"
    WRD019 ke-hoach.yaml:3:10 <ke-hoach.yaml>
      dấu in là «RẤT KHẨN», chỉ được là một trong: HỎA TỐC, THƯỢNG KHẨN, KHẨN
      cách sửa: trả `do_khan`, `pham_vi` trong templates/nd30.yaml về chữ gốc
    ");
}

/// The record of a meeting, without the date in its head.
const RECORD: &str = "\
loai: bien-ban
trich_yeu: Họp
bat_dau: 14 giờ 00 phút, ngày 14 tháng 3 năm 2024
dia_diem: Phòng họp số 1
thanh_phan: Các Phó Chủ tịch
chu_toa: Ông Nguyễn Văn An
thu_ky: Bà Trần Thị Bình
ket_thuc: 16 giờ 00 phút, ngày 14 tháng 3 năm 2024
noi_dung:
  - doan: Cuộc họp thống nhất kế hoạch.
nguoi_ky: [ { dong: [THƯ KÝ] }, { dong: [CHỦ TỌA] } ]
";

#[test]
fn our_form_dates_the_record_of_a_meeting_in_its_head() {
    assert_eq!(
        said(|p| {
            p.file("data/mau/ke-hoach.yaml", RECORD);
        }),
        ""
    );
    insta::assert_snapshot!(said(|p| {
        p.file("data/mau/ke-hoach.yaml", RECORD);
        p.template("forms/dau-trang.tera", "{% if mau != \"1.9\" %}", "{% if mau != \"9.9\" %}");
    }), @"
    cảnh báo WRD015 ho-so.yaml:3:11
      loại văn bản này không có dòng địa danh và thời gian, ở đây mẫu in ra
      cách sửa: so mẫu trong templates/forms với mẫu gốc của chương trình
    ");
}

#[test]
fn our_form_prints_another_number_another_date_and_another_signer() {
    insta::assert_snapshot!(said(|p| {
        p.template("forms/dau-trang.tera", "{{ ngay }}", "ngày 21 tháng 3 năm 2024");
    }), @"
    LAY006 ke-hoach.yaml:3:7 <ke-hoach.yaml>
      dòng địa danh và thời gian in là «Tân Lập, ngày 21 tháng 3 năm 2024», trong tệp là «ngày 15 tháng 3 năm 2024»
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    ");
    insta::assert_snapshot!(said(|p| {
        p.template("forms/chung.tera", "{{ nguoi.ho_ten }}", "Lê Văn Cường");
    }), @"
    LAY006 ho-so.yaml:19:11
      họ tên người ký in là «Lê Văn Cường», trong tệp là «Nguyễn Văn An»
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    ");
}

#[test]
fn our_form_forgets_a_recipient() {
    insta::assert_snapshot!(said(|p| {
        p.template("forms/noi-nhan.tera", "{% for noi in noi_nhan %}\n<khoi ten=\"noi_nhan_muc\" nhan=\"-\">{{ <chu doan={noi} /> }}{% if loop.last %}.{% else %};{% endif %}</khoi>", "{% for noi in noi_nhan %}\n{% if loop.last %}<khoi ten=\"noi_nhan_muc\" nhan=\"-\">{{ <chu doan={noi} /> }}.</khoi>{% endif %}");
    }), @"
    LAY006 ho-so.yaml:18:12
      chữ «Ủy ban nhân dân các xã» không được in
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    ");
}
