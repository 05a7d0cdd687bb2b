//! What the decree says about paper and style, measured on the page (`FRM001`-`FRM009`): every fault is drawn by a profile or a layout of
//! the project's own, as a clerk's office might have it.

use super::drawn;
use crate::harness::Project;

/// What is said of one document whose profile takes over the decree's and says what differs.
pub fn profile(document: &str, differs: &str) -> String {
    told(document, |p| {
        p.file("templates/rieng.yaml", format!("ke_thua: nd30\n{differs}\n"));
        let path = format!("data/mau/{document}.yaml");
        p.file(&path, format!("{}the_thuc: {{ theo: rieng }}\n", p.read(&path)));
    })
}

/// What is said of one document after a change.
pub fn told(document: &str, change: impl FnOnce(&Project)) -> String {
    let project = Project::sample();
    project.file("data/mau/cong-van.yaml", LETTER);
    project.file("data/mau/quy-che.yaml", DECISION);
    change(&project);
    let run = project.run(["check", &format!("data/mau/{document}.yaml"), "--format", "json", "--quiet"]);
    assert!(run.stderr.is_empty(), "{}", run.stderr);
    drawn(&run.findings())
}

/// A letter with every mark.
const LETTER: &str = "\
loai: cong-van
co_quan_chu_quan: UBND tỉnh Minh Họa
co_quan: Sở Nông nghiệp và Môi trường
viet_tat: SNNMT
don_vi_soan: BTXH
dia_danh: Minh Họa
so: 7
ngay: 20/3/2024
trich_yeu: báo cáo kết quả giảm nghèo
do_khan: khan
pham_vi: luu-hanh-noi-bo
lien_he: \"Số 1 đường Minh Họa, tỉnh Minh Họa\"
kinh_gui: [Ủy ban nhân dân huyện Tân Lập, Ủy ban nhân dân huyện An Lập]
noi_dung:
  - doan: Sở đề nghị các huyện báo cáo kết quả giảm nghèo trước ngày 30 tháng 3 năm 2024.
noi_nhan: [Như trên, \"Lưu: VT, BTXH\"]
nguoi_ky: { dong: [GIÁM ĐỐC], ho_ten: Trần Văn Bình }
";

/// A decision with regulations.
const DECISION: &str = "\
loai: quyet-dinh
so: 8
ngay: 20/3/2024
trich_yeu: Ban hành Quy chế hoạt động của Tổ công tác
can_cu: [Theo đề nghị của Trưởng phòng Lao động]
noi_dung:
  - dieu: Ban hành kèm theo Quyết định này Quy chế hoạt động của Tổ công tác.
van_ban_kem_theo:
  - loai: quy-che
    trich_yeu: Hoạt động của Tổ công tác
    noi_dung:
      - chuong: Quy định chung
        noi_dung:
          - dieu: { tieu_de: Phạm vi }
            noi_dung:
              - khoan: Quy chế này quy định chế độ làm việc của Tổ công tác.
noi_nhan: [Như Điều 1, \"Lưu: VT\"]
";

#[test]
fn nothing_is_wrong_with_the_samples_as_they_are() {
    for document in ["bao-cao", "ke-hoach", "cong-van", "quy-che"] {
        assert_eq!(told(document, |_| {}), "", "{document}");
    }
}

#[test]
fn a_page_that_is_not_a4() {
    insta::assert_snapshot!(profile("bao-cao", "trang: { rong_mm: 216 }"), @r#"
    FRM001 bao-cao.yaml, tờ 1: «» <bao-cao.yaml>
      trang giấy 216 × 297 mm, phải là 210 × 297 mm
      cách sửa: trả `trang.rong_mm`, `trang.cao_mm` trong templates/nd30.yaml về 210 và 297; để `<phan kho="doc">` trong mẫu
    "#);
}

#[test]
fn a_page_on_its_side_without_a_table() {
    insta::assert_snapshot!(told("bao-cao", |p| {
        p.template("layout/van-ban.typ", "section_pages(section.landscape,", "section_pages(true,");
    }), @r#"
    FRM001 bao-cao.yaml, tờ 1: «» <bao-cao.yaml>
      trang nằm ngang mà phần này không có bảng nào
      cách sửa: trả `trang.rong_mm`, `trang.cao_mm` trong templates/nd30.yaml về 210 và 297; để `<phan kho="doc">` trong mẫu
    FRM016 bao-cao.yaml, tờ 1: «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» <bao-cao.yaml>
      Quốc hiệu phải ở phía trên, bên phải trang đầu
      cách sửa: so templates/nd30.yaml và templates/layout với tệp gốc của chương trình; tên quá dài: viết gọn lại
    FRM016 bao-cao.yaml, tờ 1: «TM. ỦY BAN NHÂN DÂN» <bao-cao.yaml>
      quyền hạn, chức vụ phải ở bên phải
      cùng với: ho-so.yaml:19:11
      ghi chú: còn 1 chỗ khác như vậy
      cách sửa: so templates/nd30.yaml và templates/layout với tệp gốc của chương trình; tên quá dài: viết gọn lại
    "#);
}

#[test]
fn margins_that_our_own_layout_sets() {
    insta::assert_snapshot!(told("bao-cao", |p| {
        p.template("layout/trang.typ", "left: value(p.trang.le_trai) * 1mm", "left: 20mm");
    }), @"
    FRM002 bao-cao.yaml, tờ 1: «» <bao-cao.yaml>
      lề trái 20 mm, phải từ 30 đến 35 mm
      cách sửa: chỉnh `trang.le_…` trong templates/nd30.yaml vào khoảng cho phép; chữ lấn ra lề: thêm dấu cách vào từ quá dài
    ");
}

#[test]
fn a_line_that_sticks_out_into_the_margin() {
    insta::assert_snapshot!(profile("bao-cao", "thanh_phan: { noi_nhan_dau: { le_trai_mm: -8 } }"), @"
    FRM002 bao-cao.yaml, tờ 1: «Nơi nhận:» <bao-cao.yaml>
      chữ lấn sang lề trái 8 mm
      cùng với: ho-so.yaml:18:11
      cách sửa: chỉnh `trang.le_…` trong templates/nd30.yaml vào khoảng cho phép; chữ lấn ra lề: thêm dấu cách vào từ quá dài
    FRM009 bao-cao.yaml, tờ 1: «Nơi nhận:» <bao-cao.yaml>
      dòng «Nơi nhận:» phải canh sát lề trái
      cùng với: ho-so.yaml:18:11
      cách sửa: trả `can` của thành phần đó trong templates/nd30.yaml về giá trị gốc
    FRM016 bao-cao.yaml, tờ 1: «Nơi nhận:» <bao-cao.yaml>
      dòng «Nơi nhận:» phải sát lề trái
      cùng với: ho-so.yaml:18:11
      cách sửa: so templates/nd30.yaml và templates/layout với tệp gốc của chương trình; tên quá dài: viết gọn lại
    ");
}

#[test]
fn text_in_blue() {
    insta::assert_snapshot!(profile("bao-cao", "thanh_phan: { trich_yeu: { mau: \"0000FF\" } }"), @"
    FRM003 bao-cao.yaml, tờ 1: «Kết quả giảm nghèo» <bao-cao.yaml>
      chữ phải in màu đen
      cùng với: bao-cao.yaml:4:12
      cách sửa: đặt tệp phông Times New Roman của cơ quan vào templates/fonts; trả `chu.ten`, `chu.mau` và `mau` trong templates/nd30.yaml về giá trị gốc
    ");
}

#[test]
fn a_stamp_in_black() {
    insta::assert_snapshot!(profile("cong-van", "thanh_phan: { do_khan: { mau: \"000000\" } }"), @"
    FRM003 cong-van.yaml, tờ 1: «» <cong-van.yaml>
      đường kẻ, khung in sai màu
      cách sửa: đặt tệp phông Times New Roman của cơ quan vào templates/fonts; trả `chu.ten`, `chu.mau` và `mau` trong templates/nd30.yaml về giá trị gốc
    FRM003 cong-van.yaml, tờ 1: «KHẨN» <cong-van.yaml>
      chữ phải in màu đỏ tươi
      cùng với: cong-van.yaml:10:10
      cách sửa: đặt tệp phông Times New Roman của cơ quan vào templates/fonts; trả `chu.ten`, `chu.mau` và `mau` trong templates/nd30.yaml về giá trị gốc
    ");
}

#[test]
fn sizes_of_the_head_that_do_not_go_together() {
    insta::assert_snapshot!(profile("bao-cao", "thanh_phan: { quoc_hieu: { co: 12 } }"), @r#"
    FRM004 bao-cao.yaml, tờ 1: «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» <bao-cao.yaml>
      Quốc hiệu, Tiêu ngữ, địa danh in cỡ 12-14-14, phải là 13-14-14 hoặc 12-13-13
      cách sửa: chọn một cặp bằng `the_thuc: { co_chu: "13-14-14" }`; trả `co` của ba thành phần trong templates/nd30.yaml về giá trị gốc
    "#);
}

#[test]
fn a_subject_in_15_points() {
    insta::assert_snapshot!(profile("bao-cao", "thanh_phan: { trich_yeu: { co: 15 } }"), @"
    FRM005 bao-cao.yaml, tờ 1: «Kết quả giảm nghèo» <bao-cao.yaml>
      trích yếu in cỡ chữ 15, phải là từ 13 đến 14
      cùng với: bao-cao.yaml:4:12
      cách sửa: trả `co` của thành phần đó trong templates/nd30.yaml về trong khoảng `tu`-`den`
    ");
}

#[test]
fn points_smaller_than_the_text() {
    insta::assert_snapshot!(profile("ke-hoach", "thanh_phan: { gach: { co: 13 } }"), @"
    FRM005 ke-hoach.yaml, tờ 1: «- Xã An Bình: giảm 40 hộ.» <ke-hoach.yaml>
      gạch đầu dòng in cỡ chữ 13, phải bằng cỡ chữ 14 của lời văn
      cùng với: ke-hoach.yaml:14:20
      ghi chú: còn 3 chỗ khác như vậy
      cách sửa: trả `co` của thành phần đó trong templates/nd30.yaml về trong khoảng `tu`-`den`
    ");
}

#[test]
fn a_subject_that_is_not_bold() {
    insta::assert_snapshot!(profile("bao-cao", "thanh_phan: { trich_yeu: { dam: false } }"), @"
    FRM006 bao-cao.yaml, tờ 1: «Kết quả giảm nghèo» <bao-cao.yaml>
      trích yếu phải in đậm
      cùng với: bao-cao.yaml:4:12
      cách sửa: trả `dam` của thành phần đó trong templates/nd30.yaml về giá trị gốc; bỏ dấu `**` ở thành phần không thuộc lời văn
    ");
}

#[test]
fn words_that_i_stress_in_the_text_are_no_fault_but_in_the_subject_of_a_letter_they_are() {
    let stressed = |document: &str, old: &str, new: &str| {
        told(document, |p| {
            p.replace(&format!("data/mau/{document}.yaml"), old, new);
        })
    };
    assert_eq!(stressed("bao-cao", "xã nghèo.", "**xã nghèo** *cả huyện*."), "");
    insta::assert_snapshot!(stressed("cong-van", "kết quả giảm nghèo\n", "**kết quả** giảm nghèo\n"), @"
    FRM006 cong-van.yaml, tờ 1: «V/v báo cáo kết quả giảm nghèo» <cong-van.yaml>
      trích yếu công văn không in đậm
      cùng với: cong-van.yaml:9:12
      cách sửa: trả `dam` của thành phần đó trong templates/nd30.yaml về giá trị gốc; bỏ dấu `**` ở thành phần không thuộc lời văn
    ");
}

#[test]
fn a_paragraph_that_slopes_as_a_whole() {
    insta::assert_snapshot!(told("bao-cao", |p| {
        p.replace("data/mau/bao-cao.yaml", "doan: Toàn huyện có {{ hang_so.xa_ngheo | hai_so }} xã nghèo.", "doan: \"*Toàn huyện giảm nghèo nhanh.*\"");
    }), @"
    FRM007 bao-cao.yaml, tờ 1: «Toàn huyện giảm nghèo nhanh./.» <bao-cao.yaml>
      đoạn văn phải in chữ đứng, không in nghiêng
      cùng với: bao-cao.yaml:6:13
      cách sửa: trả `nghieng` của thành phần đó trong templates/nd30.yaml về giá trị gốc; chỉ để dấu `*` quanh vài từ, không quanh cả đoạn
    ");
}

#[test]
fn a_date_line_that_stands_upright() {
    insta::assert_snapshot!(profile("bao-cao", "thanh_phan: { dia_danh_ngay: { nghieng: false } }"), @"
    FRM007 bao-cao.yaml, tờ 1: «Tân Lập, ngày 20 tháng 3 năm 2024» <bao-cao.yaml>
      dòng địa danh và thời gian phải in nghiêng
      cùng với: bao-cao.yaml:3:7
      cách sửa: trả `nghieng` của thành phần đó trong templates/nd30.yaml về giá trị gốc; chỉ để dấu `*` quanh vài từ, không quanh cả đoạn
    ");
}

#[test]
fn a_name_that_i_typed_in_capitals() {
    insta::assert_snapshot!(told("bao-cao", |p| { p.dossier("Nguyễn Văn An", "NGUYỄN VĂN AN"); }), @"
    FRM008 bao-cao.yaml, tờ 1: «NGUYỄN VĂN AN» <bao-cao.yaml>
      họ tên người ký phải in chữ thường, không in hoa toàn bộ
      cùng với: ho-so.yaml:19:11
      cách sửa: viết lại bằng chữ thường, chỉ hoa chữ đầu; trả `in_hoa` trong templates/nd30.yaml về giá trị gốc
    WRD014 ho-so.yaml:19:11
      họ tên người ký «NGUYỄN VĂN AN» viết in hoa, phải viết thường
      cách sửa: chỉ viết hoa chữ cái đầu của mỗi tiếng
    ");
}

#[test]
fn a_kind_in_small_letters() {
    insta::assert_snapshot!(profile("bao-cao", "thanh_phan: { ten_loai: { in_hoa: false } }"), @"
    FRM008 bao-cao.yaml, tờ 1: «Báo cáo» <bao-cao.yaml>
      tên loại văn bản phải in hoa
      cùng với: bao-cao.yaml:1:7
      cách sửa: viết lại bằng chữ thường, chỉ hoa chữ đầu; trả `in_hoa` trong templates/nd30.yaml về giá trị gốc
    ");
}

#[test]
fn text_that_is_not_justified() {
    insta::assert_snapshot!(told("bao-cao", |p| {
        p.replace("data/mau/bao-cao.yaml", "xã nghèo.", "xã nghèo; các xã đã rà soát xong hộ nghèo, hộ cận nghèo theo chuẩn mới và gửi kết quả đúng hạn.");
        p.template("layout/thanh-phan.typ", "      justify: s.can == \"deu\",", "      justify: false,");
    }), @"
    FRM009 bao-cao.yaml, tờ 1: «Toàn huyện có 03 xã nghèo; các xã đã rà …» <bao-cao.yaml>
      đoạn văn phải canh đều cả hai lề
      cùng với: bao-cao.yaml:6:11
      cách sửa: trả `can` của thành phần đó trong templates/nd30.yaml về giá trị gốc
    ");
}
