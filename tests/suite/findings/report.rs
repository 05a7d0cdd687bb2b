//! Findings as they are told: many at once, for people, and as JSON.

use super::{drawn, refused};
use crate::harness::Project;

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
    assert_eq!(
        project.names("output/mau"),
        ["bao-cao.docx", "bao-cao.figures.json", "bao-cao.pdf", "manifest.json"]
    );
    assert_eq!(
        project.names("output/khac"),
        ["manifest.json", "thong-bao.docx", "thong-bao.figures.json", "thong-bao.pdf"]
    );
}

#[test]
fn a_report_for_people_is_drawn_in_full() {
    let project = Project::sample();
    project.sheet("| 590 | 1410 |", "| 600 | 1400 |");
    project.plan("trich_yeu: Giảm", "trich_yue: Giảm");
    let run = project.run(["build", "--jobs", "1"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    insta::assert_snapshot!(run.stderr, @"
    [1/3] khac/thong-bao
    [2/3] mau/bao-cao
    [3/3] mau/ke-hoach
    lỗi[TOT002]: dòng tổng «Toàn huyện», cột «Chỉ tiêu giảm» ghi 600, tổng các dòng là 590
      --> data/mau/bang.xlsx, trang «Biểu 1», ô E10
       |
       |  A            B                 E
     2 |  TT   Địa phương          Chỉ tiêu giảm
     4 |  I    Khu vực đồng bằng             *90
     5 |   1   Xã An Bình                    *40
     6 |   2   Xã An Hòa                     *50
     7 |  II   Khu vực miền núi             *500
    ...
     9 |   2   Xã Yên Minh                   100
    10 |       Toàn huyện                   [600]
       |
       | [E10]  lệch 10
       | *E4:E7 các dòng được cộng
       = ghi chú: 90 + 500 = 590
       = cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính

    lỗi[TOT002]: dòng tổng «Toàn huyện», cột «Cuối năm › Số hộ» ghi 1.400, tổng các dòng là 1.410
      --> data/mau/bang.xlsx, trang «Biểu 1», ô F10
       |
       |  A            B              F
     2 |  TT   Địa phương          Cuối năm
     3 |                           Số hộ
     4 |  I    Khu vực đồng bằng       *210
     5 |   1   Xã An Bình               *60
     6 |   2   Xã An Hòa               *150
     7 |  II   Khu vực miền núi       *1200
    ...
     9 |   2   Xã Yên Minh              400
    10 |       Toàn huyện             [1400]
       |
       | [F10]  lệch -10
       | *F4:F7 các dòng được cộng
       = ghi chú: 210 + 1.200 = 1.410
       = cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính

    cảnh báo[RAT001]: cột «Cuối năm › Tỷ lệ» của «Toàn huyện» ghi 7,05%, tính theo số hộ thì phải là 7,00%
      --> data/mau/bang.xlsx, trang «Biểu 1», ô G10
       |
       |  A         B          C       D       F       G
     2 |  TT   Địa phương    Đầu năm         Cuối năm
     3 |                     Số hộ   Tỷ lệ   Số hộ   Tỷ lệ
    ...
     9 |   2   Xã Yên Minh     500    12,5     400      10
    10 |       Toàn huyện    *2000     *10   *1400   [7,05]
       |
       | [G10] tính ra 7,00
       | *F10  số hộ của tỷ lệ này
       | *D10  tỷ lệ dùng để đối chiếu
       | *C10  số hộ của tỷ lệ đó
       = ghi chú: 2.000 hộ là 10,00% khi tổng số hộ từ 19.991 đến 20.010
       = ghi chú: 1.400 hộ trên 19.991 đến 20.010 hộ là 7,00%; bảng ghi 7,05%
       = cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính

    lỗi[KEY002]: Kế hoạch thiếu khóa «trich_yeu» hoặc để trống
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
    khac   thong-bao  đã dựng     1      thong-bao.pdf, thong-bao.docx, thong-bao.figures.json
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
