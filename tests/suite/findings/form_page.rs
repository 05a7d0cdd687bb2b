//! What the decree says about spacing, lines, numbers and places, measured on the page (`FRM010` on, `LAY006`).

use super::form::{profile, told};

#[test]
fn an_indent_between_the_two_that_are_allowed() {
    insta::assert_snapshot!(profile("bao-cao", "doan: { thut_dau_dong_mm: { gia_tri: 11, cho_phep: [11] } }"), @"
    FRM010 bao-cao.yaml, tờ 1: «Toàn huyện có 03 xã nghèo./.» <bao-cao.yaml>
      đoạn văn thụt đầu dòng 11 mm, phải là 10 hoặc 12,7 mm
      cùng với: bao-cao.yaml:6:11
      cách sửa: đặt `the_thuc: { thut_dau_dong: 10 }` hoặc 12.7; trả `thut` trong templates/nd30.yaml về giá trị gốc
    ");
}

#[test]
fn paragraphs_that_stand_too_close() {
    insta::assert_snapshot!(profile("ke-hoach", "doan: { cach_doan_pt: { gia_tri: 3, tu: 0 } }"), @"
    FRM011 ke-hoach.yaml, tờ 1: «- Xã An Bình: giảm 40 hộ.» <ke-hoach.yaml>
      gạch đầu dòng cách đoạn trên 3 pt, phải từ 6 pt trở lên
      cùng với: ke-hoach.yaml:14:20
      ghi chú: còn 3 chỗ khác như vậy
      cách sửa: đặt `the_thuc: { cach_doan: 6 }` hoặc lớn hơn; trả `cach_tren_pt` trong templates/nd30.yaml về `cach_doan`
    FRM011 ke-hoach.yaml, tờ 1: «I. MỤC TIÊU» <ke-hoach.yaml>
      tên mục cách đoạn trên 3 pt, phải từ 6 pt trở lên
      cùng với: ke-hoach.yaml:9:10
      ghi chú: còn 1 chỗ khác như vậy
      cách sửa: đặt `the_thuc: { cach_doan: 6 }` hoặc lớn hơn; trả `cach_tren_pt` trong templates/nd30.yaml về `cach_doan`
    FRM011 ke-hoach.yaml, tờ 1: «Ủy ban nhân dân huyện ban hành Kế hoạch …» <ke-hoach.yaml>
      đoạn văn cách đoạn trên 3 pt, phải từ 6 pt trở lên
      cùng với: ke-hoach.yaml:7:9
      ghi chú: còn 2 chỗ khác như vậy
      cách sửa: đặt `the_thuc: { cach_doan: 6 }` hoặc lớn hơn; trả `cach_tren_pt` trong templates/nd30.yaml về `cach_doan`
    ");
}

#[test]
fn lines_that_stand_too_far_apart() {
    insta::assert_snapshot!(profile("quy-che", "doan: { gian_dong: { gia_tri: 1.8, den: 2 } }"), @"
    FRM012 quy-che.yaml, tờ 1: «tác./.» <quy-che.yaml>
      điều giãn dòng 1,80 dòng đơn, phải từ 1 đến 1,5
      cùng với: quy-che.yaml:7:11
      cách sửa: đặt `the_thuc: { gian_dong: 1.15 }` trong khoảng 1-1,5; trả `dong`, `cach_tren_pt` trong templates/nd30.yaml về giá trị gốc
    ");
}

#[test]
fn a_gap_between_national_title_and_motto() {
    insta::assert_snapshot!(profile("bao-cao", "thanh_phan: { tieu_ngu: { cach_tren_pt: 5 } }"), @"
    FRM012 bao-cao.yaml, tờ 1: «Độc lập - Tự do - Hạnh phúc» <bao-cao.yaml>
      Tiêu ngữ cách dòng trên 1,32 dòng đơn, phải là dòng đơn
      cách sửa: đặt `the_thuc: { gian_dong: 1.15 }` trong khoảng 1-1,5; trả `dong`, `cach_tren_pt` trong templates/nd30.yaml về giá trị gốc
    ");
}

#[test]
fn page_numbers_that_begin_on_the_first_page() {
    insta::assert_snapshot!(profile("bao-cao", "so_trang: { hien_trang_dau: true }"), @"
    FRM013 bao-cao.yaml, tờ 1: «1» <bao-cao.yaml>
      trang đầu không hiện số trang
      cách sửa: trả mục `so_trang` của templates/nd30.yaml và tệp layout/trang.typ về bản gốc
    ");
}

#[test]
fn page_numbers_at_the_right_that_do_not_begin_anew() {
    insta::assert_snapshot!(told("ke-hoach", |p| {
        let many = "      - doan: Ủy ban nhân dân các xã thực hiện Phụ lục kèm theo.\n".repeat(45);
        p.plan("      - doan: Ủy ban nhân dân các xã thực hiện Phụ lục kèm theo.\n", &many);
        p.template("layout/trang.typ", "align(center)[#block(", "align(right)[#block(");
    }), @"
    FRM013 ke-hoach.yaml, tờ 2: «2» <ke-hoach.yaml>
      số trang phải canh giữa theo chiều ngang
      ghi chú: còn 1 chỗ khác như vậy
      cách sửa: trả mục `so_trang` của templates/nd30.yaml và tệp layout/trang.typ về bản gốc
    ");
}

#[test]
fn no_line_under_the_motto_a_long_one_under_the_subject() {
    insta::assert_snapshot!(profile("bao-cao", "thanh_phan: { tieu_ngu: { ke_duoi: null }, trich_yeu: { ke_duoi: 0.9 } }"), @"
    FRM014 bao-cao.yaml, tờ 1: «Kết quả giảm nghèo» <bao-cao.yaml>
      đường kẻ dưới trích yếu dài 38,2 mm, phải từ 1/3 đến 1/2 dòng chữ dài 42,4 mm
      cùng với: bao-cao.yaml:4:12
      cách sửa: trả `ke_duoi` của thành phần đó trong templates/nd30.yaml về giá trị gốc (bang_chu; từ 0.34 đến 0.5; null)
    FRM014 bao-cao.yaml, tờ 1: «Độc lập - Tự do - Hạnh phúc» <bao-cao.yaml>
      dưới Tiêu ngữ phải có đường kẻ ngang
      cách sửa: trả `ke_duoi` của thành phần đó trong templates/nd30.yaml về giá trị gốc (bang_chu; từ 0.34 đến 0.5; null)
    ");
}

#[test]
fn a_line_under_the_subject_of_a_letter() {
    insta::assert_snapshot!(profile("cong-van", "thanh_phan: { trich_yeu_cong_van: { ke_duoi: 0.4 } }"), @"
    FRM014 cong-van.yaml, tờ 1: «V/v báo cáo kết quả giảm nghèo» <cong-van.yaml>
      dưới trích yếu công văn không có đường kẻ
      cùng với: cong-van.yaml:9:12
      cách sửa: trả `ke_duoi` của thành phần đó trong templates/nd30.yaml về giá trị gốc (bang_chu; từ 0.34 đến 0.5; null)
    ");
}

#[test]
fn our_layout_draws_the_blocks_from_the_last_to_the_first() {
    insta::assert_snapshot!(told("bao-cao", |p| {
        p.template("layout/cot.typ", "  for (i, block) in blocks.enumerate() {", "  for (i, block) in blocks.rev().enumerate() {");
    }), @"
    FRM015 bao-cao.yaml, tờ 1: «- Lưu: VT, LĐ.» <bao-cao.yaml>
      nơi nhận phải đứng dưới nơi nhận
      cùng với: ho-so.yaml:18:37
      cách sửa: so tệp trong templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    FRM015 bao-cao.yaml, tờ 1: «- Ủy ban nhân dân các xã;» <bao-cao.yaml>
      nơi nhận phải đứng dưới dòng «Nơi nhận:»
      cùng với: ho-so.yaml:18:12
      cách sửa: so tệp trong templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    FRM015 bao-cao.yaml, tờ 1: «CHỦ TỊCH» <bao-cao.yaml>
      quyền hạn, chức vụ phải đứng dưới quyền hạn, chức vụ
      cùng với: ho-so.yaml:19:11
      cách sửa: so tệp trong templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    FRM016 bao-cao.yaml, tờ 1: «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» <bao-cao.yaml>
      Quốc hiệu phải ở đầu trang
      cách sửa: so templates/nd30.yaml và templates/layout với tệp gốc của chương trình; tên quá dài: viết gọn lại
    FRM015 bao-cao.yaml, tờ 1: «Nguyễn Văn An» <bao-cao.yaml>
      họ tên người ký phải đứng dưới quyền hạn, chức vụ
      cùng với: ho-so.yaml:19:11
      cách sửa: so tệp trong templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    FRM016 bao-cao.yaml, tờ 1: «Nơi nhận:» <bao-cao.yaml>
      dòng «Nơi nhận:» phải ngang hàng với dòng quyền hạn, chức vụ
      cùng với: ho-so.yaml:18:11
      cách sửa: so templates/nd30.yaml và templates/layout với tệp gốc của chương trình; tên quá dài: viết gọn lại
    FRM012 bao-cao.yaml, tờ 1: «Độc lập - Tự do - Hạnh phúc» <bao-cao.yaml>
      Tiêu ngữ cách dòng trên -0,96 dòng đơn, phải là dòng đơn
      cách sửa: đặt `the_thuc: { gian_dong: 1.15 }` trong khoảng 1-1,5; trả `dong`, `cach_tren_pt` trong templates/nd30.yaml về giá trị gốc
    FRM014 bao-cao.yaml, tờ 1: «Độc lập - Tự do - Hạnh phúc» <bao-cao.yaml>
      dưới Tiêu ngữ phải có đường kẻ ngang
      cách sửa: trả `ke_duoi` của thành phần đó trong templates/nd30.yaml về giá trị gốc (bang_chu; từ 0.34 đến 0.5; null)
    FRM015 bao-cao.yaml, tờ 1: «Độc lập - Tự do - Hạnh phúc» <bao-cao.yaml>
      Tiêu ngữ phải đứng dưới Quốc hiệu
      cách sửa: so tệp trong templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    ");
}

#[test]
fn a_motto_on_the_left() {
    insta::assert_snapshot!(told("bao-cao", |p| {
        p.template("layout/cot.typ", "      column(left_top, left), column(right_top, right),", "      column(right_top, left), column(left_top, right),");
    }), @"
    FRM015 bao-cao.yaml, tờ 1: «CỘNG HÒA XÃ HỘI CHỦ» <bao-cao.yaml>
      Quốc hiệu phải đứng dưới dòng số, ký hiệu
      cách sửa: so tệp trong templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    FRM016 bao-cao.yaml, tờ 1: «CỘNG HÒA XÃ HỘI CHỦ» <bao-cao.yaml>
      Quốc hiệu phải ở phía trên, bên phải trang đầu
      cách sửa: so templates/nd30.yaml và templates/layout với tệp gốc của chương trình; tên quá dài: viết gọn lại
    cảnh báo FRM017 bao-cao.yaml, tờ 1: «CỘNG HÒA XÃ HỘI CHỦ» <bao-cao.yaml>
      Quốc hiệu bị ngắt thành 2 dòng
      cách sửa: tăng `dau_trang.cot_phai` trong templates/nd30.yaml, hoặc dùng cặp cỡ chữ 12-13-13
    FRM016 bao-cao.yaml, tờ 1: «Số: 07/BC-UBND» <bao-cao.yaml>
      dòng số, ký hiệu phải canh giữa dưới tên cơ quan ban hành
      cùng với: bao-cao.yaml:2:5
      cách sửa: so templates/nd30.yaml và templates/layout với tệp gốc của chương trình; tên quá dài: viết gọn lại
    FRM016 bao-cao.yaml, tờ 1: «Tân Lập, ngày 20 tháng 3 năm 2024» <bao-cao.yaml>
      dòng địa danh và thời gian phải canh giữa dưới Quốc hiệu, Tiêu ngữ
      cùng với: bao-cao.yaml:3:7
      cách sửa: so templates/nd30.yaml và templates/layout với tệp gốc của chương trình; tên quá dài: viết gọn lại
    FRM016 bao-cao.yaml, tờ 1: «ỦY BAN NHÂN DÂN» <bao-cao.yaml>
      tên cơ quan ban hành phải ở phía trên, bên trái trang đầu
      cùng với: ho-so.yaml:1:10
      cách sửa: so templates/nd30.yaml và templates/layout với tệp gốc của chương trình; tên quá dài: viết gọn lại
    ");
}

#[test]
fn the_subject_of_a_letter_too_far_from_its_number() {
    insta::assert_snapshot!(profile("cong-van", "thanh_phan: { trich_yeu_cong_van: { cach_tren_pt: 14 } }"), @"
    FRM016 cong-van.yaml, tờ 1: «V/v báo cáo kết quả giảm nghèo» <cong-van.yaml>
      trích yếu công văn cách số, ký hiệu 14 pt, phải là 6 pt
      cùng với: cong-van.yaml:9:12
      cách sửa: so templates/nd30.yaml và templates/layout với tệp gốc của chương trình; tên quá dài: viết gọn lại
    ");
}

#[test]
fn a_national_title_on_two_lines() {
    insta::assert_snapshot!(profile("bao-cao", "dau_trang: { cot_phai_toi_da: 0.4 }"), @"
    cảnh báo FRM017 bao-cao.yaml, tờ 1: «CỘNG HÒA XÃ HỘI CHỦ» <bao-cao.yaml>
      Quốc hiệu bị ngắt thành 2 dòng
      cách sửa: tăng `dau_trang.cot_phai` trong templates/nd30.yaml, hoặc dùng cặp cỡ chữ 12-13-13
    ");
}

#[test]
fn a_stamp_with_a_frame_of_another_size() {
    insta::assert_snapshot!(profile("cong-van", "do_khan: [{ id: khan, ten: KHẨN, rong_mm: 25, cao_mm: 10 }]"), @"
    FRM018 cong-van.yaml, tờ 1: «KHẨN» <cong-van.yaml>
      khung «KHẨN» 25 × 10 mm, phải là 20 × 8 mm
      cùng với: cong-van.yaml:10:10
      cách sửa: trả danh sách `do_khan` và `khung_theo`, `khung` trong templates/nd30.yaml về giá trị gốc
    ");
}

#[test]
fn a_mark_of_circulation_without_a_frame() {
    insta::assert_snapshot!(profile("cong-van", "thanh_phan: { pham_vi: { khung: false } }"), @"
    FRM018 cong-van.yaml, tờ 1: «LƯU HÀNH NỘI BỘ» <cong-van.yaml>
      dấu chỉ phạm vi lưu hành phải có khung một nét
      cùng với: cong-van.yaml:11:10
      cách sửa: trả danh sách `do_khan` và `khung_theo`, `khung` trong templates/nd30.yaml về giá trị gốc
    ");
}

#[test]
fn a_contact_line_under_half_a_rule() {
    insta::assert_snapshot!(profile("cong-van", "thanh_phan: { lien_he: { ke_tren: 0.5 } }"), @"
    FRM019 cong-van.yaml, tờ 1: «Số 1 đường Minh Họa, tỉnh Minh Họa» <cong-van.yaml>
      đường kẻ trên dòng địa chỉ liên hệ dài 82,5 mm, phải là nét liền hết bề ngang 165 mm
      cùng với: cong-van.yaml:12:11
      cách sửa: trả thành phần `lien_he` của templates/nd30.yaml (`ke_tren: 1`, `vi_tri: le_duoi`) về giá trị gốc
    ");
}

#[test]
fn a_signature_alone_on_its_page() {
    insta::assert_snapshot!(told("bao-cao", |p| {
        p.template("layout/cot.typ", "#let foot_columns(block_data, width, breakable: false) = marked(", "#let foot_columns(block_data, width, breakable: false) = pagebreak() + marked(");
        p.template("layout/van-ban.typ", "  v(-room)\n", "");
    }), @"
    cảnh báo FRM020 bao-cao.yaml, tờ 2: «TM. ỦY BAN NHÂN DÂN» <bao-cao.yaml>
      phần ký đứng một mình ở trang này, không có dòng lời văn nào đi cùng
      cùng với: ho-so.yaml:19:11
      cách sửa: thêm hoặc bớt vài chữ ở đoạn cuối, hoặc giãn dòng khác đi (`the_thuc.gian_dong`) để có dòng lời văn đi cùng phần ký
    ");
}

#[test]
fn our_layout_forgets_what_stands_under_a_heading() {
    insta::assert_snapshot!(told("bao-cao", |p| {
        p.template("layout/thanh-phan.typ", "  for run in block.runs {", "  for run in block.runs.rev().slice(0, calc.min(1, block.runs.len())) {");
    }), @"
    LAY005 bao-cao.yaml <bao-cao.yaml>
      số liệu 03 có trong nội dung nhưng không có trên trang in
      cùng với: ho-so.yaml:6:24
      cách sửa: mẫu trong templates/ đã bỏ mất một phần; so lại với mẫu gốc của chương trình
    LAY006 bao-cao.yaml <bao-cao.yaml>
      dòng số, ký hiệu «Số: 07/BC-UBND» in không đủ chữ
      cùng với: bao-cao.yaml:2:5
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    LAY006 bao-cao.yaml <bao-cao.yaml>
      đoạn văn «Toàn huyện có 03 xã nghèo./.» in không đủ chữ
      cùng với: bao-cao.yaml:6:11
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    ");
}

#[test]
fn our_layout_adds_words_and_a_blank_page() {
    insta::assert_snapshot!(told("bao-cao", |p| {
        p.template("layout/main.typ", "#van_ban(", "#place(bottom)[Bản lưu nội bộ]\n#van_ban(");
    }), @"
    FRM002 bao-cao.yaml, tờ 1: «» <bao-cao.yaml>
      không đo được lề: templates/layout/trang.typ không còn nhãn c-khung_chu
      cách sửa: chỉnh `trang.le_…` trong templates/nd30.yaml vào khoảng cho phép; chữ lấn ra lề: thêm dấu cách vào từ quá dài
    LAY007 bao-cao.yaml, tờ 1: «Bản lưu nội bộ» <bao-cao.yaml>
      chữ trên trang không thuộc thành phần nào của văn bản
      cách sửa: so tệp trong templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    FRM013 bao-cao.yaml, tờ 2: «2» <bao-cao.yaml>
      trang đầu không hiện số trang
      cách sửa: trả mục `so_trang` của templates/nd30.yaml và tệp layout/trang.typ về bản gốc
    ");
}

#[test]
fn labels_are_gone_so_what_cannot_be_seen_is_not_said_to_hold() {
    let project = crate::harness::Project::sample();
    project.template("layout/trang.typ", "label(\"c-khung_chu\")", "label(\"khung\")");
    let run = project.run(["check", "data/mau/bao-cao.yaml", "--form", "--format", "json", "--quiet"]);
    let rows = run.json()["form"].as_array().expect("rows").clone();
    let of = |row: &str, code: &str| {
        let one = rows.iter().find(|one| one["row"] == row && one["code"] == code);
        one.expect("it is listed")["verdict"].as_str().expect("a word").to_owned()
    };
    assert_eq!(of("I.4", "FRM002"), "not_evaluated");
    assert_eq!(of("I.48", "FRM016"), "not_evaluated");
}

#[test]
fn a_profile_of_another_decree_holds_no_row_of_this_one() {
    let project = crate::harness::Project::sample();
    project.file("templates/rieng.yaml", "ke_thua: nd30\ncan_cu: Quy chế công tác văn thư của Đảng ủy\n");
    let path = "data/mau/bao-cao.yaml";
    project.file(path, format!("{}the_thuc: {{ theo: rieng }}\n", project.read(path)));
    let run = project.run(["check", path, "--form", "--format", "json", "--quiet"]);
    let rows = run.json()["form"].as_array().expect("rows").clone();
    assert!(rows.iter().all(|row| row["verdict"] == "not_evaluated"), "{rows:?}");
}
