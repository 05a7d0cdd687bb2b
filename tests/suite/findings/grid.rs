//! The rows of a workbook as they are printed with a finding: what a clerk reads aloud to whoever has it open.

use crate::harness::Project;

/// What `check` prints about the dossier «mau», without the progress and the summary.
fn printed(change: impl FnOnce(&Project)) -> String {
    let project = Project::sample();
    change(&project);
    let run = project.run(["check", "data/mau", "--jobs", "1"]);
    let reports = run.stderr.split("\nHồ sơ ").next().unwrap_or_default();
    let reports: Vec<&str> = reports.lines().filter(|line| !line.starts_with('[')).collect();
    assert!(reports.iter().filter(|line| line.contains(" | ")).all(|line| line.chars().count() <= 100));
    reports.join("\n")
}

#[test]
fn a_line_of_the_yaml_and_cells_of_the_sheet_stand_in_one_report() {
    insta::assert_snapshot!(printed(|p| {
        p.dossier("tieu_de: [Đầu năm, Số hộ]", "tieu_de: Số hộ");
    }), @"
    lỗi[XLS014]: «Số hộ» là tiêu đề của 2 cột trên trang «Biểu 1»
      --> data/mau/ho-so.yaml:13:23
       |
    13 |       dau: { tieu_de: Số hộ, kieu: so_ho }
       |                       ^^^^^
       |
      ::: data/mau/bang.xlsx, trang «Biểu 1», ô C3
       |
       |  A            B             C       D           E            F
     2 |  TT   Địa phương          Đầu năm         Chỉ tiêu giảm   Cuối năm
     3 |                          *Số hộ   Tỷ lệ                  *Số hộ
     4 |  I    Khu vực đồng bằng     300       5              90        210
       |
       = ghi chú: các cột: C «Đầu năm › Số hộ»; F «Cuối năm › Số hộ»
       = cách sửa: ghi cả đường dẫn qua đầu bảng nhiều tầng, ví dụ tieu_de: [Hộ nghèo đầu năm, Số hộ]
    ");
}

#[test]
fn of_a_hundred_rows_the_first_and_the_last_are_shown() {
    insta::assert_snapshot!(printed(|p| {
        let rows: String = (1..=100).map(|n| format!("| {n} | Xã số {n} | 20 | 5,00 | 5 | 15 | 3,75 |\n")).collect();
        let head = crate::harness::SHEET.split("| I |").next().expect("a head");
        let total = "| | Toàn huyện | 2000 | 5,00 | 501 | 1499 | 3,75 |\n";
        p.workbook("data/mau/bang.xlsx", &format!("{head}{rows}{total}"));
    }), @"
    lỗi[TOT002]: dòng tổng «Toàn huyện», cột «Chỉ tiêu giảm» ghi 501, tổng các dòng là 500
       --> data/mau/bang.xlsx, trang «Biểu 1», ô E104
        |
        |   A        B              E
      2 |  TT    Địa phương   Chỉ tiêu giảm
      4 |    1   Xã số 1                 *5
      5 |    2   Xã số 2                 *5
      6 |    3   Xã số 3                 *5
    ...
    102 |   99   Xã số 99                *5
    103 |  100   Xã số 100               *5
    104 |        Toàn huyện            [501]
        |
        | [E104]   lệch 1
        | *E4:E103 các dòng được cộng
        = ghi chú: 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + … 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 = 500
        = cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính

    lỗi[TOT002]: dòng tổng «Toàn huyện», cột «Cuối năm › Số hộ» ghi 1.499, tổng các dòng là 1.500
       --> data/mau/bang.xlsx, trang «Biểu 1», ô F104
        |
        |   A        B           F
      2 |  TT    Địa phương   Cuối năm
      3 |                     Số hộ
      4 |    1   Xã số 1           *15
      5 |    2   Xã số 2           *15
      6 |    3   Xã số 3           *15
    ...
    102 |   99   Xã số 99          *15
    103 |  100   Xã số 100         *15
    104 |        Toàn huyện      [1499]
        |
        | [F104]   lệch -1
        | *F4:F103 các dòng được cộng
        = ghi chú: 15 + 15 + 15 + 15 + 15 + 15 + 15 + 15 + 15 + 15 + 15 + 15 + 15 + 15 + 15 + 15 + 15 + 15 + 15 + 15 + … + 15 + 15 + 15 + 15 + 15 + 15 = 1.500
        = cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    ");
}

#[test]
fn a_blank_cell_and_a_long_text_are_seen() {
    insta::assert_snapshot!(printed(|p| {
        p.sheet(
            "| 1 | Xã Yên Lạc | 1200 |",
            "| 1 | Xã Yên Lạc (đã sáp nhập xã Yên Bình và một phần xã Yên Thịnh theo nghị quyết sắp xếp) | |",
        );
    }), @"
    lỗi[XLS007]: cột «Đầu năm › Số hộ» của «Xã Yên Lạc (đã sáp nhập xã Yên Bình và một phần xã Yên Thịnh theo nghị quyết sắp xếp)» để trống, cần một số
     --> data/mau/bang.xlsx, trang «Biểu 1», ô C8
      |
      |  A                       B                          C
    2 |  TT   Địa phương                                 Đầu năm
    3 |                                                  Số hộ
    ...
    7 |  II   Khu vực miền núi                              1700
    8 |   1   Xã Yên Lạc (đã sáp nhập xã Yên Bình và…   [       ]
    9 |   2   Xã Yên Minh                                    500
      |
      = cách sửa: điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả
    ");
}

#[test]
fn a_number_typed_as_text_stands_at_the_left() {
    insta::assert_snapshot!(printed(|p| {
        p.sheet("| 1 | Xã Yên Lạc | 1200 |", "| 1 | Xã Yên Lạc | \"1.2OO\" |");
    }), @"
    lỗi[XLS005]: cột «Đầu năm › Số hộ» của «Xã Yên Lạc» là «1.2OO», cần một số: «1.2OO» không phải là một số
     --> data/mau/bang.xlsx, trang «Biểu 1», ô C8
      |
      |  A           B              C
    2 |  TT   Địa phương         Đầu năm
    3 |                          Số hộ
    ...
    7 |  II   Khu vực miền núi      1700
    8 |   1   Xã Yên Lạc        [1.2OO]
    9 |   2   Xã Yên Minh            500
      |
      = cách sửa: gõ lại ô này bằng chữ số, ví dụ 1.234 hoặc 7,97
    ");
}

#[test]
fn two_sheets_are_shown_one_below_the_other() {
    insta::assert_snapshot!(printed(|p| {
        p.dossier("nam: 2024\n", "nam: 2024\ndia_ban: dia-ban.xlsx\n");
        p.workbook("data/mau/dia-ban.xlsx", "
[Danh mục]
| Tên | Cấp | Trực thuộc | Từ ngày | Đến ngày |
| Xã An Bình | xã | Huyện Tân Lập | | |
| Xã An Bình | xã | Huyện Tân Phú | | |
| Xã An Hòa | xã | Huyện Tân Lập | | |
| Xã Yên Lạc | xã | Huyện Tân Lập | | |
| Xã Yên Minh | xã | Huyện Tân Lập | | 1/1/2020 |
");
    }), @"
    lỗi[REG003]: «Xã Yên Minh» chỉ có hiệu lực đến hết ngày 01/01/2020, trước ngày 15/3/2024 của văn bản
      --> data/mau/bang.xlsx, trang «Biểu 1», ô B9
       |
       |  A         B
     2 |  TT   Địa phương
    ...
     8 |   1   Xã Yên Lạc
     9 |   2  [Xã Yên Minh]
    10 |       Toàn huyện
       |
      ::: data/mau/dia-ban.xlsx, trang «Danh mục», ô A6
       |
       |       A
     1 |  Tên
    ...
     5 |  Xã Yên Lạc
     6 | *Xã Yên Minh
       |
       | *A6 đơn vị trong danh mục
       = cách sửa: ghi đơn vị mới; nói về đơn vị trước sắp xếp thì ghi «(cũ)» sau tên
    ");
}
