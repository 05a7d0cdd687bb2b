//! The project's own templates (`TPL`), the laid-out pages (`LAY`), and a report with many findings at once.

use super::{drawn, refused};
use crate::harness::Project;

#[test]
fn a_form_with_an_error() {
    insta::assert_snapshot!(refused(|p| { p.template("forms/1.4.tera", "{% elif kinh_gui %}", "{% elif kinh_gui"); }), @r"
    TPL001 templates/forms/1.4.tera:9:7
      mẫu văn bản có lỗi: Found identifier but expected %}.
      cách sửa: sửa tệp mẫu trong thư mục templates/, hoặc xóa nó để dùng mẫu gốc của chương trình
    ");
}

#[test]
fn a_form_with_an_unknown_name() {
    insta::assert_snapshot!(refused(|p| { p.template("forms/1.4.tera", "{{ ten_loai }}", "{{ ten_loaii }}"); }), @r"
    TPL001 templates/forms/1.4.tera:4:25 <thong-bao.yaml>
      mẫu văn bản có lỗi: Variable `ten_loaii` is not defined. Available variables: can_cu, can_cu_lien_doan, co_quan, co_quan_chu_quan, cum_tu, dia_danh, kem_theo, kinh_gui, ky_hieu, la_du_thao, menh_lenh, mo_dau, ngay, nguoi_ky, noi_dung, noi_nhan, phu_luc, so, ten_loai, tham_quyen, trich_yeu
      cách sửa: sửa tệp mẫu trong thư mục templates/, hoặc xóa nó để dùng mẫu gốc của chương trình
    TPL001 templates/forms/1.4.tera:4:25 <bao-cao.yaml>
      mẫu văn bản có lỗi: Variable `ten_loaii` is not defined. Available variables: can_cu, can_cu_lien_doan, co_quan, co_quan_chu_quan, cum_tu, dia_danh, kem_theo, kinh_gui, ky_hieu, la_du_thao, menh_lenh, mo_dau, ngay, nguoi_ky, noi_dung, noi_nhan, phu_luc, so, ten_loai, tham_quyen, trich_yeu
      cách sửa: sửa tệp mẫu trong thư mục templates/, hoặc xóa nó để dùng mẫu gốc của chương trình
    TPL001 templates/forms/1.4.tera:4:25 <ke-hoach.yaml>
      mẫu văn bản có lỗi: Variable `ten_loaii` is not defined. Available variables: can_cu, can_cu_lien_doan, co_quan, co_quan_chu_quan, cum_tu, dia_danh, kem_theo, kinh_gui, ky_hieu, la_du_thao, menh_lenh, mo_dau, ngay, nguoi_ky, noi_dung, noi_nhan, phu_luc, so, ten_loai, tham_quyen, trich_yeu
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
fn a_kind_that_has_no_form_yet() {
    insta::assert_snapshot!(refused(|p| { p.plan("loai: ke-hoach", "loai: cong-van"); }), @r"
    TPL001 ke-hoach.yaml <ke-hoach.yaml>
      chưa có mẫu 1.5 cho loại «cong-van»
      cách sửa: thêm tệp templates/forms/1.5.tera, hoặc chọn loại khác
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
    insta::assert_snapshot!(refused(|p| { p.template("nd30.yaml", "cum_tu:\n", "cum_tuu:\n"); }), @r"
    TPL003 templates/nd30.yaml
      thiếu hoặc sai khóa: missing field `cum_tu`
      cách sửa: so với tệp gốc của chương trình; xóa tệp này để dùng tệp gốc
    ");
}

#[test]
fn a_form_as_data_that_is_no_yaml() {
    insta::assert_snapshot!(refused(|p| { p.template("nd30.yaml", "  rong_mm: 210", "  rong_mm: [210"); }), @r"
    TPL003 templates/nd30.yaml:25:9
      không đọc được: error: line 25 column 9: illegal placement of ':' indicator
    ");
}

#[test]
fn a_character_that_the_font_lacks() {
    insta::assert_snapshot!(refused(|p| { p.plan("Ủy ban nhân dân các xã thực hiện", "Ủy ban nhân dân các xã 村 thực hiện"); }), @r"
    LAY001 ke-hoach.yaml, tờ 1: «Ủy ban nhân dân các xã 村 thực hiện Phụ lục kèm theo./.» <ke-hoach.yaml>
      phông chữ không có ký tự «村»
      cách sửa: thay ký tự này, hoặc đặt phông chữ có ký tự đó vào templates/fonts
    ");
}

#[test]
fn a_layout_that_never_settles() {
    insta::assert_snapshot!(refused(|p| {
        p.template("layout/main.typ", "#van_ban(", "#let n = counter(\"n\")\n#context n.update(n.final().first() + 1)\n#van_ban(");
    }), @r#"
    LAY002 data/khac/thong-bao.yaml <thong-bao.yaml>
      dàn trang không ổn định sau nhiều lần thử: document did not converge within five attempts
      cách sửa: xem lại các tệp đã sửa trong templates/
    LAY002 data/khac/thong-bao.yaml <thong-bao.yaml>
      dàn trang không ổn định sau nhiều lần thử: value of `counter("n")` did not converge
      cách sửa: xem lại các tệp đã sửa trong templates/
    LAY002 bao-cao.yaml <bao-cao.yaml>
      dàn trang không ổn định sau nhiều lần thử: document did not converge within five attempts
      cách sửa: xem lại các tệp đã sửa trong templates/
    LAY002 bao-cao.yaml <bao-cao.yaml>
      dàn trang không ổn định sau nhiều lần thử: value of `counter("n")` did not converge
      cách sửa: xem lại các tệp đã sửa trong templates/
    LAY002 ke-hoach.yaml <ke-hoach.yaml>
      dàn trang không ổn định sau nhiều lần thử: document did not converge within five attempts
      cách sửa: xem lại các tệp đã sửa trong templates/
    LAY002 ke-hoach.yaml <ke-hoach.yaml>
      dàn trang không ổn định sau nhiều lần thử: value of `counter("n")` did not converge
      cách sửa: xem lại các tệp đã sửa trong templates/
    "#);
}

#[test]
fn a_font_that_is_not_there() {
    insta::assert_snapshot!(refused(|p| {
        p.template("layout/main.typ", "#van_ban(", "#set text(font: \"Không Có Phông\")\n#van_ban(");
    }), @r"
    LAY003 data/khac/thong-bao.yaml <thong-bao.yaml>
      không tìm thấy phông chữ: unknown font family: không có phông
      cách sửa: xem lại các tệp đã sửa trong templates/
    LAY003 bao-cao.yaml <bao-cao.yaml>
      không tìm thấy phông chữ: unknown font family: không có phông
      cách sửa: xem lại các tệp đã sửa trong templates/
    LAY003 ke-hoach.yaml <ke-hoach.yaml>
      không tìm thấy phông chữ: unknown font family: không có phông
      cách sửa: xem lại các tệp đã sửa trong templates/
    ");
}

#[test]
fn everything_wrong_in_a_dossier_is_said_in_one_run() {
    insta::assert_snapshot!(refused(|p| {
        p.sheet("| 40 | 60 | 3,00 |", "| #N/A | | 3,00 |");
        p.dossier("gia_tri: 3", "gia_tri: ba");
        p.plan("ngay: 15/3/2024", "ngay: 35/3/2024");
        p.plan("{{ xa.tong.giam }}", "{{ xa.tong.giamm }}");
        p.plan("bang: xa", "bang: xa\n    cott: [ten]");
        p.replace("data/mau/bao-cao.yaml", "hang_so.xa_ngheo | hai_so", "nam | hai_so");
    }), @r"
    XLS006 bang.xlsx [Biểu 1] E5 (Xã An Bình)
      cột «Chỉ tiêu giảm» của «Xã An Bình» chứa giá trị lỗi #N/A
      cách sửa: mở bảng tính, sửa công thức của ô này rồi lưu lại
    XLS007 bang.xlsx [Biểu 1] F5 (Xã An Bình)
      cột «Cuối năm › Số hộ» của «Xã An Bình» để trống, cần một số
      cách sửa: điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả
    REF003 bao-cao.yaml:6:25 <bao-cao.yaml>
      bộ lọc chỉ dùng cho số và ngày tháng
      cách sửa: bỏ bộ lọc, hoặc gọi một cột số
    KEY004 ho-so.yaml:6:24
      «gia_tri» phải là một số, ở đây là «ba»: «ba» không phải là một số
      cách sửa: viết kiểu Việt Nam: 1.234 hoặc 7,97
    KEY005 ke-hoach.yaml:3:7 <ke-hoach.yaml>
      không có ngày 35 trong tháng 3 năm 2024
      cách sửa: ghi ngày dạng 15/3/2023; chưa có ngày thì ghi 2023-03
    REF001 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      bảng «xa» không có cột «giamm»
      cách sửa: có phải ý là «giam»?
    KEY001 ke-hoach.yaml:21:5 <ke-hoach.yaml>
      khóa «cott» không dùng được trong một phụ lục
      cách sửa: có phải ý là «cot»?
    ");
}

#[test]
fn one_document_with_a_finding_does_not_stop_its_neighbour() {
    let project = Project::sample();
    project.plan("so: 12", "so: không");
    let run = project.run(["build", "--format", "json"]);
    assert_eq!(run.code, 1);
    assert_eq!(project.names("output/mau"), ["bao-cao.figures.json", "bao-cao.pdf", "manifest.json"]);
    assert_eq!(project.names("output/khac"), ["manifest.json", "thong-bao.figures.json", "thong-bao.pdf"]);
}

#[test]
fn a_report_for_people_is_drawn_in_full() {
    let project = Project::sample();
    project.sheet("| 590 | 1410 |", "| 600 | 1400 |");
    project.plan("trich_yeu: Giảm", "trich_yue: Giảm");
    let run = project.run(["build", "--jobs", "1"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    insta::assert_snapshot!(run.stderr, @r"
    [1/3] khac/thong-bao
    [2/3] mau/bao-cao
    [3/3] mau/ke-hoach
    lỗi[TOT002]: dòng tổng «Toàn huyện», cột «Chỉ tiêu giảm» ghi 600, tổng các dòng là 590
      --> data/mau/bang.xlsx, trang «Biểu 1», ô E10
       |
     8 | 1  Xã Yên Lạc   1200  12    400  800   8
     9 | 2  Xã Yên Minh  500   12,5  100  400   10
    10 |    Toàn huyện   2000  10    600  1400  7,05
       |                             ^^^ lệch 10
      ::: data/mau/bang.xlsx, trang «Biểu 1», ô E4:E7 — các dòng được cộng
       = ghi chú: 90 + 500 = 590
       = cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính

    lỗi[TOT002]: dòng tổng «Toàn huyện», cột «Cuối năm › Số hộ» ghi 1.400, tổng các dòng là 1.410
      --> data/mau/bang.xlsx, trang «Biểu 1», ô F10
       |
     8 | 1  Xã Yên Lạc   1200  12    400  800   8
     9 | 2  Xã Yên Minh  500   12,5  100  400   10
    10 |    Toàn huyện   2000  10    600  1400  7,05
       |                                  ^^^^ lệch -10
      ::: data/mau/bang.xlsx, trang «Biểu 1», ô F4:F7 — các dòng được cộng
       = ghi chú: 210 + 1.200 = 1.410
       = cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính

    cảnh báo[RAT001]: cột «Cuối năm › Tỷ lệ» của «Toàn huyện» ghi 7,05%, tính theo số hộ thì phải là 7,00%
      --> data/mau/bang.xlsx, trang «Biểu 1», ô G10
       |
     8 | 1  Xã Yên Lạc   1200  12    400  800   8
     9 | 2  Xã Yên Minh  500   12,5  100  400   10
    10 |    Toàn huyện   2000  10    600  1400  7,05
       |                 ----  --         ----  ^^^^ tính ra 7,00
       |                 |     |          |
       |                 |     |          số hộ của tỷ lệ này
       |                 |     tỷ lệ dùng để đối chiếu
       |                 số hộ của tỷ lệ đó
       = ghi chú: 2.000 hộ là 10,00% khi tổng số hộ từ 19.991 đến 20.010
       = ghi chú: 1.400 hộ trên 19.991 đến 20.010 hộ là 7,00%; bảng ghi 7,05%
       = cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính

    lỗi[KEY002]: văn bản thiếu khóa «trich_yeu» hoặc để trống
     --> data/mau/ke-hoach.yaml:1:1
      |
    1 | loai: ke-hoach
      | ^
      |
      = cách sửa: thêm dòng «trich_yeu: …»

    lỗi[KEY001]: khóa «trich_yue» không dùng được trong văn bản
     --> data/mau/ke-hoach.yaml:4:1
      |
    4 | trich_yue: Giảm nghèo năm {{ nam }}
      | ^^^^^^^^^
      |
      = cách sửa: có phải ý là «trich_yeu»?

    phông chữ: Liberation Serif thay cho Times New Roman (cùng bề rộng chữ); đặt tệp phông của cơ quan vào templates/fonts
    Hồ sơ  Văn bản    Kết quả     Trang  Tệp
    khac   thong-bao  đã dựng     1      thong-bao.pdf, thong-bao.figures.json
    mau    bao-cao    bị từ chối
    mau    ke-hoach   bị từ chối

    3 văn bản, 1 đã dựng, 2 bị từ chối, 4 lỗi, 1 cảnh báo → output
    ");
}

#[test]
fn a_finding_has_exactly_the_keys_of_the_contract() {
    let project = Project::sample();
    project.sheet("| 590 | 1410 | 7,05 |", "| 590 | 1411 | 7,05 |");
    let run = project.run(["check", "--format", "json"]);
    assert_eq!(drawn(&run.findings()).lines().filter(|line| line.starts_with("TOT002")).count(), 1);
    insta::assert_snapshot!(run.stdout, @r#"
    [
      {
        "also": [
          {
            "cell": "C10",
            "file": "data/mau/bang.xlsx",
            "sheet": "Biểu 1"
          },
          {
            "cell": "E10",
            "file": "data/mau/bang.xlsx",
            "sheet": "Biểu 1"
          }
        ],
        "at": {
          "cell": "F10",
          "file": "data/mau/bang.xlsx",
          "sheet": "Biểu 1"
        },
        "code": "EQN001",
        "document": null,
        "help": "sửa ô sai trong dòng này rồi lưu bảng tính",
        "message": "cột «Cuối năm › Số hộ» của «Toàn huyện» ghi 1.411, tính theo công thức dau - giam thì được 1.410",
        "name": "row-equation-mismatch",
        "notes": [
          "2.000 - 590 = 1.410"
        ],
        "severity": "error",
        "unit": "Toàn huyện",
        "waived": null
      },
      {
        "also": [
          {
            "cell": "F4:F7",
            "file": "data/mau/bang.xlsx",
            "sheet": "Biểu 1"
          }
        ],
        "at": {
          "cell": "F10",
          "file": "data/mau/bang.xlsx",
          "sheet": "Biểu 1"
        },
        "code": "TOT002",
        "document": null,
        "help": "sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính",
        "message": "dòng tổng «Toàn huyện», cột «Cuối năm › Số hộ» ghi 1.411, tổng các dòng là 1.410",
        "name": "grand-total-mismatch",
        "notes": [
          "210 + 1.200 = 1.410"
        ],
        "severity": "error",
        "unit": "Toàn huyện",
        "waived": null
      }
    ]
    "#);
}
