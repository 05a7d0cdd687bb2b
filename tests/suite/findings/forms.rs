//! What a form takes (`KEY`), and references to what numbers itself (`REF`).

use super::refused;
use crate::harness::Project;

const INVITATION: &str = "\
loai: giay-moi
so: 5
ngay: 15/3/2024
trich_yeu: Họp Ban Chỉ đạo
kinh_gui: [Thành viên Ban Chỉ đạo, Ủy ban nhân dân các xã]
toi_du: họp đánh giá kết quả giảm nghèo
thoi_gian: 08 giờ 00 phút, ngày 20 tháng 3 năm 2024
dia_diem: Phòng họp số 1
";

fn refused_invitation(old: &str, new: &str) -> String {
    refused(|p: &Project| {
        assert_eq!(INVITATION.matches(old).count(), 1, "{old}");
        p.file("data/mau/giay-moi.yaml", INVITATION.replace(old, new));
    })
}

#[test]
fn a_field_that_the_form_misses() {
    insta::assert_snapshot!(refused_invitation("dia_diem: Phòng họp số 1\n", ""), @"
    KEY002 giay-moi.yaml:1:1 <giay-moi.yaml>
      Giấy mời thiếu khóa «dia_diem» hoặc để trống
      cách sửa: thêm dòng «dia_diem: …»
    ");
}

#[test]
fn a_field_of_another_form() {
    insta::assert_snapshot!(refused_invitation("dia_diem:", "thu_ky: Trần Thị B\ndia_diem:"), @"
    KEY008 giay-moi.yaml:8:1 <giay-moi.yaml>
      «thu_ky» không dùng cho Giấy mời: mẫu 1.7 không có thành phần này
      cách sửa: xóa dòng này; «thu_ky» dùng cho Biên bản; mẫu 1.7 gồm trich_yeu, tham_quyen, kinh_gui, noi_dung, toi_du, chu_tri, thoi_gian, dia_diem
    ");
}

#[test]
fn a_list_where_one_text_stands() {
    insta::assert_snapshot!(refused_invitation("dia_diem: Phòng họp số 1", "dia_diem: [Phòng họp số 1, Phòng họp số 2]"), @"
    KEY004 giay-moi.yaml:8:28 <giay-moi.yaml>
      «dia_diem» chỉ nhận một đoạn chữ, ở đây là một danh sách
      cách sửa: viết thành một câu
    ");
}

#[test]
fn a_record_of_a_meeting_needs_two_signatories() {
    insta::assert_snapshot!(refused(|p| {
        p.file("data/mau/bien-ban.yaml", "loai: bien-ban\ntrich_yeu: Họp\nbat_dau: 8 giờ\ndia_diem: A\nthanh_phan: B\nchu_toa: C\nthu_ky: D\nket_thuc: 9 giờ\nnoi_dung:\n  - doan: A\n");
    }), @"
    KEY002 bien-ban.yaml:1:1 <bien-ban.yaml>
      Biên bản phải có hai người ký, ở đây có một
      cách sửa: ghi «nguoi_ky» thành danh sách: «- { dong: [THƯ KÝ] }» rồi «- { dong: [CHỦ TỌA] }»
    ");
}

#[test]
fn three_signatories() {
    insta::assert_snapshot!(refused(|p| {
        p.plan("noi_dung:\n  - muc: Mục tiêu", "nguoi_ky: [ { dong: [A] }, { dong: [B] }, { dong: [C] } ]\nnoi_dung:\n  - muc: Mục tiêu");
    }), @"
    KEY004 ke-hoach.yaml:8:43 <ke-hoach.yaml>
      «nguoi_ky» có 3 người, nhiều nhất là 2
      cách sửa: ghi một người, hoặc hai người theo thứ tự bên trái, bên phải
    ");
}

#[test]
fn a_letter_without_its_drafting_unit() {
    insta::assert_snapshot!(refused(|p| {
        p.file("data/mau/cong-van.yaml", "loai: cong-van\ntrich_yeu: A\nkinh_gui: B\nnoi_dung:\n  - doan: C\n");
    }), @"
    KEY002 cong-van.yaml:1:1 <cong-van.yaml>
      Công văn thiếu «don_vi_soan»: chữ viết tắt của đơn vị soạn thảo, đứng cuối ký hiệu
      cách sửa: ví dụ: don_vi_soan: KGVX in thành «Số: 15/UBND-KGVX»; ghi ở văn bản hoặc ho-so.yaml
    ");
}

#[test]
fn a_drafting_unit_where_the_kind_has_an_abbreviation() {
    insta::assert_snapshot!(refused(|p| { p.plan("so: 12", "so: 12\ndon_vi_soan: VX"); }), @"
    KEY008 ke-hoach.yaml:3:1 <ke-hoach.yaml>
      «don_vi_soan» không dùng cho Kế hoạch: ký hiệu của loại này bắt đầu bằng «KH»
      cách sửa: xóa dòng này; đơn vị soạn thảo ghi ở dòng «Lưu: VT, …» của nơi nhận
    ");
}

#[test]
fn a_draft_number_on_an_issued_document() {
    insta::assert_snapshot!(refused(|p| { p.plan("so: 12", "so: 12\nlan_du_thao: 2"); }), @"
    KEY008 ke-hoach.yaml:3:1 <ke-hoach.yaml>
      «lan_du_thao» chỉ dùng cho văn bản dự thảo
      cách sửa: thêm dòng «trang_thai: du-thao», hoặc xóa dòng này
    ");
}

#[test]
fn stamps_are_words_of_the_decree() {
    insta::assert_snapshot!(refused(|p| { p.plan("so: 12", "so: 12\ndo_khan: hoatoc\npham_vi: mat"); }), @"
    KEY006 ke-hoach.yaml:3:10 <ke-hoach.yaml>
      «do_khan» không nhận giá trị «hoatoc»
      cách sửa: có phải ý là «hoa-toc»?
    KEY006 ke-hoach.yaml:4:10 <ke-hoach.yaml>
      «pham_vi» không nhận giá trị «mat»
      cách sửa: chọn một trong: xem-xong-tra-lai, luu-hanh-noi-bo
    ");
}

#[test]
fn margins_sizes_and_indents_stay_within_the_decree() {
    insta::assert_snapshot!(refused(|p| {
        p.plan("so: 12", "so: 12\nthe_thuc: { le_trai: 25, thut_dau_dong: 11, co_chu: 13-13-13, gian_dong: 1.6, cach_doan: 5, le_phai: rộng, le: 3 }");
    }), @"
    KEY009 ke-hoach.yaml:3:22 <ke-hoach.yaml>
      «le_trai: 25» nằm ngoài mức Nghị định cho phép: từ 30 đến 35 mm
      cách sửa: giá trị đang dùng khi không ghi gì là 30 mm
    KEY009 ke-hoach.yaml:3:41 <ke-hoach.yaml>
      «thut_dau_dong: 11» nằm ngoài mức Nghị định cho phép: 10 hoặc 12,7 mm
      cách sửa: giá trị đang dùng khi không ghi gì là 10 mm
    KEY009 ke-hoach.yaml:3:53 <ke-hoach.yaml>
      «co_chu: 13-13-13» nằm ngoài mức Nghị định cho phép: 13-14-14 hoặc 12-13-13
      cách sửa: giá trị đang dùng khi không ghi gì là 13-14-14
    KEY009 ke-hoach.yaml:3:74 <ke-hoach.yaml>
      «gian_dong: 1.6» nằm ngoài mức Nghị định cho phép: từ 1 đến 1,5 dòng
      cách sửa: giá trị đang dùng khi không ghi gì là 1,15 dòng
    KEY009 ke-hoach.yaml:3:90 <ke-hoach.yaml>
      «cach_doan: 5» nằm ngoài mức Nghị định cho phép: từ 6 pt trở lên
      cách sửa: giá trị đang dùng khi không ghi gì là 6 pt
    KEY009 ke-hoach.yaml:3:102 <ke-hoach.yaml>
      «le_phai: rộng» không phải là một số; ghi số, không ghi đơn vị: từ 15 đến 20 mm
      cách sửa: giá trị đang dùng khi không ghi gì là 15 mm
    KEY001 ke-hoach.yaml:3:108 <ke-hoach.yaml>
      khóa «le» không dùng được trong «the_thuc»
      cách sửa: các khóa được phép: cach_doan, co_chu, gian_dong, le_duoi, le_phai, le_trai, le_tren, thut_dau_dong, theo
    ");
}

#[test]
fn an_unknown_profile() {
    insta::assert_snapshot!(refused(|p| { p.plan("so: 12", "so: 12\nthe_thuc: { theo: nd3o }"); }), @"
    KEY006 ke-hoach.yaml:3:19 <ke-hoach.yaml>
      «theo» không nhận giá trị «nd3o»
      cách sửa: có phải ý là «nd30»?
    ");
}

#[test]
fn references_to_blocks_that_are_not_there_or_have_no_number() {
    insta::assert_snapshot!(refused(|p| {
        p.plan("      - doan: Ủy ban nhân dân các xã thực hiện Phụ lục kèm theo.", "      - doan: Theo {{ xem.muc_tieuu }}, {{ xem.doan_mot }}, {{ xem.moi_xa }}, {{ xem.muc_tieu | chu }}.\n        ten: doan_mot");
        p.plan("  - muc: Mục tiêu\n", "  - muc: Mục tiêu\n    ten: muc_tieu\n");
        p.plan("          - gach: \"{{ dong.ten }}: giảm {{ dong.giam }} hộ.\"", "          - gach: \"{{ dong.ten }}: giảm {{ dong.giam }} hộ.\"\n            ten: moi_xa");
    }), @"
    REF001 ke-hoach.yaml:19:20 <ke-hoach.yaml>
      không có khối hay phụ lục nào tên là «muc_tieuu»
      cách sửa: có phải ý là «muc_tieu»?
    REF001 ke-hoach.yaml:19:41 <ke-hoach.yaml>
      «doan_mot» là khối không có số thứ tự nên không viện dẫn được
      cách sửa: đặt «ten» ở phần, chương, mục, điều, khoản, điểm, bảng có đánh số hoặc phụ lục
    REF001 ke-hoach.yaml:19:61 <ke-hoach.yaml>
      «moi_xa» nằm trong «lap», được in nhiều lần nên không viện dẫn được
      cách sửa: đặt «ten» ở khối đứng ngoài «lap»
    REF003 ke-hoach.yaml:19:79 <ke-hoach.yaml>
      viện dẫn chỉ nhận bộ lọc rieng
      cách sửa: {{ xem.muc_tieu }} hoặc {{ xem.muc_tieu | rieng }}
    ");
}

#[test]
fn a_name_given_twice_and_a_name_that_cannot_be_called() {
    insta::assert_snapshot!(refused(|p| {
        p.plan("  - muc: Mục tiêu\n", "  - muc: Mục tiêu\n    ten: muc_tieu\n");
        p.plan("  - muc: Tổ chức thực hiện\n", "  - muc: Tổ chức thực hiện\n    ten: muc_tieu\n");
        p.plan("  - tieu_de: Chỉ tiêu", "  - ten: 1-phu-luc\n    tieu_de: Chỉ tiêu");
    }), @"
    KEY003 ke-hoach.yaml:17:10 <ke-hoach.yaml>
      tên «muc_tieu» đặt cho hai khối
      cùng với: ke-hoach.yaml:10:10
      cách sửa: mỗi tên chỉ đặt một lần trong văn bản
    KEY004 ke-hoach.yaml:21:10 <ke-hoach.yaml>
      tên «1-phu-luc» không gọi được trong văn bản
      cách sửa: tên chỉ gồm chữ, số và dấu gạch dưới, bắt đầu bằng chữ, ví dụ: ten: chi_tieu
    ");
}

#[test]
fn an_annex_of_text_takes_no_table_beside_it() {
    insta::assert_snapshot!(refused(|p| { p.plan("    bang: xa\n", "    bang: xa\n    noi_dung:\n      - doan: A\n"); }), @"
    KEY004 ke-hoach.yaml:20:11 <ke-hoach.yaml>
      phụ lục có «noi_dung» thì không có «bang»
      cùng với: ke-hoach.yaml:22:7
      cách sửa: đưa bảng vào nội dung bằng khối «- bang: …», hoặc tách thành hai phụ lục
    KEY004 ke-hoach.yaml:23:10 <ke-hoach.yaml>
      phụ lục có «noi_dung» thì không có «cot»
      cùng với: ke-hoach.yaml:22:7
      cách sửa: đưa bảng vào nội dung bằng khối «- bang: …», hoặc tách thành hai phụ lục
    KEY004 ke-hoach.yaml:24:18 <ke-hoach.yaml>
      phụ lục có «noi_dung» thì không có «don_vi_tinh»
      cùng với: ke-hoach.yaml:22:7
      cách sửa: đưa bảng vào nội dung bằng khối «- bang: …», hoặc tách thành hai phụ lục
    KEY004 ke-hoach.yaml:25:14 <ke-hoach.yaml>
      phụ lục có «noi_dung» thì không có «ghi_chu»
      cùng với: ke-hoach.yaml:22:7
      cách sửa: đưa bảng vào nội dung bằng khối «- bang: …», hoặc tách thành hai phụ lục
    ");
}

#[test]
fn an_attached_document_needs_a_kind_a_title_and_a_body() {
    insta::assert_snapshot!(refused(|p| {
        p.file("data/mau/quyet-dinh.yaml", "loai: quyet-dinh\ntrich_yeu: Ban hành Quy chế\nnoi_dung:\n  - dieu: A\nvan_ban_kem_theo:\n  - { loai: quyche, trich_yeu: B }\n  - { trich_yeu: B, noi_dung: [ { doan: C } ] }\n");
    }), @"
    KEY002 quyet-dinh.yaml:6:5 <quyet-dinh.yaml>
      một văn bản kèm theo thiếu khóa «noi_dung» hoặc để trống
      cách sửa: thêm dòng «noi_dung: …»
    KEY006 quyet-dinh.yaml:6:13 <quyet-dinh.yaml>
      «loai» của văn bản kèm theo không nhận giá trị «quyche»
      cách sửa: có phải ý là «quy-che»?
    KEY002 quyet-dinh.yaml:7:5 <quyet-dinh.yaml>
      một văn bản kèm theo thiếu khóa «loai» hoặc để trống
      cách sửa: thêm dòng «loai: …»
    ");
}

#[test]
fn a_plan_attaches_no_document() {
    insta::assert_snapshot!(refused(|p| {
        p.plan("so: 12", "so: 12\nvan_ban_kem_theo:\n  - { loai: quy-che, trich_yeu: B, noi_dung: [ { doan: C } ] }");
    }), @"
    KEY008 ke-hoach.yaml:3:1 <ke-hoach.yaml>
      «van_ban_kem_theo» không dùng cho Kế hoạch: mẫu 1.4 không có thành phần này
      cách sửa: xóa dòng này; «van_ban_kem_theo» dùng cho Nghị quyết, Quyết định; mẫu 1.4 gồm trich_yeu, kinh_gui, can_cu, kieu_can_cu, mo_dau, noi_dung
    ");
}

#[test]
fn a_table_in_the_text_that_is_not_declared() {
    insta::assert_snapshot!(refused(|p| {
        p.plan("      - doan: Ủy ban", "      - bang: xaa\n      - bang: { bang: xa, cot: [ten, giamm] }\n      - doan: Ủy ban");
    }), @"
    KEY006 ke-hoach.yaml:17:15 <ke-hoach.yaml>
      «bang» không nhận giá trị «xaa»
      cách sửa: có phải ý là «xa»?
    REF001 ke-hoach.yaml:18:38 <ke-hoach.yaml>
      bảng «xa» không có cột «giamm»
      cách sửa: có phải ý là «giam»?
    ");
}

#[test]
fn a_field_that_holds_only_blanks_is_missing() {
    insta::assert_snapshot!(refused(|p| {
        p.file("data/mau/giay-moi.yaml", INVITATION.replace("dia_diem: Phòng họp số 1", "dia_diem: \" \"").replace("[Thành viên Ban Chỉ đạo, Ủy ban nhân dân các xã]", "[\"\", Ủy ban nhân dân các xã]").replace("trich_yeu: Họp Ban Chỉ đạo", "trich_yeu: \"\""));
    }), @"
    KEY002 giay-moi.yaml:4:1 <giay-moi.yaml>
      Giấy mời thiếu khóa «trich_yeu» hoặc để trống
      cách sửa: thêm dòng «trich_yeu: …»
    KEY002 giay-moi.yaml:5:12 <giay-moi.yaml>
      một mục của «kinh_gui» để trống
      cách sửa: ghi chữ cần in, hoặc xóa mục này
    KEY002 giay-moi.yaml:8:1 <giay-moi.yaml>
      Giấy mời thiếu khóa «dia_diem» hoặc để trống
      cách sửa: thêm dòng «dia_diem: …»
    ");
}

#[test]
fn nobody_signs() {
    insta::assert_snapshot!(refused(|p| { p.plan("so: 12", "so: 12\nnguoi_ky: []"); }), @"
    KEY002 ke-hoach.yaml:3:1 <ke-hoach.yaml>
      văn bản (và ho-so.yaml) thiếu khóa «nguoi_ky» hoặc để trống
      cách sửa: thêm dòng «nguoi_ky: …»
    ");
}

#[test]
fn an_annex_without_words() {
    insta::assert_snapshot!(refused(|p| { p.plan("phu_luc:\n", "phu_luc:\n  - { tieu_de: A, noi_dung: [] }\n"); }), @"
    KEY002 ke-hoach.yaml:19:19 <ke-hoach.yaml>
      một phụ lục thiếu khóa «noi_dung» hoặc để trống
      cách sửa: thêm dòng «noi_dung: …»
    ");
}

#[test]
fn a_paper_that_is_no_longer_valid_when_it_is_issued() {
    insta::assert_snapshot!(refused(|p| {
        p.file("data/mau/giay-gioi-thieu.yaml", "loai: giay-gioi-thieu\nso: 3\nngay: 15/3/2024\nong_ba: A\nchuc_vu: B\ncu_den: C\nve_viec: D\ngia_tri_den: 01/3/2024\n");
    }), @"
    KEY005 giay-gioi-thieu.yaml:8:1 <giay-gioi-thieu.yaml>
      «gia_tri_den» 01/3/2024 trước «ngay» 15/3/2024
      cùng với: giay-gioi-thieu.yaml:3:1
      cách sửa: xem lại hai ngày
    ");
}
