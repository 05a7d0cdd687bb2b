//! Workbooks, their sheets, columns and cells (`XLS`).

use super::refused;
use crate::harness::Project;

#[test]
fn a_missing_workbook_names_the_nearest_one() {
    insta::assert_snapshot!(refused(|p| { p.dossier("tep: bang.xlsx", "tep: bangg.xlsx"); }), @r"
    XLS001 ho-so.yaml:9:10
      không có bảng tính «bangg.xlsx» trong thư mục hồ sơ
      cách sửa: có phải ý là «bang.xlsx»?
    ");
}

#[test]
fn a_workbook_outside_the_dossier_is_not_read() {
    insta::assert_snapshot!(refused(|p| { p.dossier("tep: bang.xlsx", "tep: ../khac/bang.xlsx"); }), @r"
    XLS001 ho-so.yaml:9:10
      «tep: ../khac/bang.xlsx» phải là tên một tệp nằm trong thư mục hồ sơ
      cách sửa: chép bảng tính vào cạnh ho-so.yaml và chỉ ghi tên tệp
    ");
}

#[test]
fn a_file_that_is_no_workbook() {
    insta::assert_snapshot!(refused(|p| { p.file("data/mau/bang.xlsx", "%PDF-1.7\n"); }), @"
    XLS002 bang.xlsx
      không đọc được bảng tính: tệp là PDF, không phải dạng bảng tính đọc được
      cùng với: ho-so.yaml:9:10
      cách sửa: xin bản gốc là bảng tính của tệp PDF này
    ");
}

#[test]
fn an_empty_workbook_file() {
    insta::assert_snapshot!(refused(|p| { p.file("data/mau/bang.xlsx", ""); }), @"
    XLS002 bang.xlsx
      không đọc được bảng tính: tệp rỗng
      cùng với: ho-so.yaml:9:10
      cách sửa: chép lại tệp từ nguồn
    ");
}

#[test]
fn a_missing_sheet_names_the_nearest_one() {
    insta::assert_snapshot!(refused(|p| { p.dossier("trang: Biểu 1", "trang: Biểu 2"); }), @r"
    XLS003 ho-so.yaml:10:12
      bảng tính không có trang «Biểu 2»
      cùng với: bang.xlsx
      cách sửa: có phải ý là «Biểu 1»?
    ");
}

#[test]
fn two_sheets_and_none_named() {
    insta::assert_snapshot!(refused(|p| {
        p.dossier("    trang: Biểu 1\n", "");
        p.sheet("[Biểu 1]", "[Tổng hợp]\n| Bìa |\n[Biểu 1]");
    }), @r"
    XLS003 ho-so.yaml:9:10
      bảng tính có 2 trang đang hiện, cần nói rõ đọc trang nào
      cùng với: bang.xlsx
      cách sửa: thêm dòng «trang: Tổng hợp» (các trang: Tổng hợp, Biểu 1)
    ");
}

#[test]
fn a_missing_column_names_the_nearest_one() {
    insta::assert_snapshot!(refused(|p| { p.dossier("tieu_de: Chỉ tiêu giảm,", "tieu_de: Chỉ tiêu giam hộ,"); }), @r"
    XLS004 ho-so.yaml:15:24
      không tìm thấy cột «Chỉ tiêu giam hộ» trên trang «Biểu 1»
      cùng với: bang.xlsx
      cách sửa: có phải ý là «Chỉ tiêu giảm»?
    ");
}

#[test]
fn a_missing_column_under_a_merged_head() {
    insta::assert_snapshot!(refused(|p| { p.dossier("[Cuối năm, Số hộ]", "[Giữa năm, Số hộ]"); }), @r"
    XLS004 ho-so.yaml:16:24
      không tìm thấy cột «Giữa năm › Số hộ» trên trang «Biểu 1»
      cùng với: bang.xlsx
      cách sửa: có phải ý là «Đầu năm › Số hộ»?
    ");
}

#[test]
fn text_in_a_number_cell() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| Xã An Bình | 100 |", "| Xã An Bình | một trăm |"); }), @r"
    XLS005 bang.xlsx [Biểu 1] C5 (Xã An Bình)
      cột «Đầu năm › Số hộ» của «Xã An Bình» là «một trăm», cần một số: «một trăm» không phải là một số
      cách sửa: gõ lại ô này bằng chữ số, ví dụ 1.234 hoặc 7,97
    ");
}

#[test]
fn a_percentage_in_a_column_of_counts() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| Xã An Bình | 100 |", "| Xã An Bình | \"100%\" |"); }), @r"
    XLS005 bang.xlsx [Biểu 1] C5 (Xã An Bình)
      cột «Đầu năm › Số hộ» của «Xã An Bình» là «100%», cần một số: có dấu % trong cột không phải tỷ lệ
      cách sửa: gõ lại ô này bằng chữ số, ví dụ 1.234 hoặc 7,97
    ");
}

#[test]
fn a_percentage_typed_as_text_is_read() {
    let project = Project::sample();
    project.sheet("| Xã An Bình | 100 | 5,00 |", "| Xã An Bình | \"100\" | \"5,00%\" |");
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!((run.code, run.stdout.trim()), (0, "[]"));
}

#[test]
fn an_error_value() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 40 | 60 |", "| #REF! | 60 |"); }), @r"
    XLS006 bang.xlsx [Biểu 1] E5 (Xã An Bình)
      cột «Chỉ tiêu giảm» của «Xã An Bình» chứa giá trị lỗi #REF!
      cách sửa: mở bảng tính, sửa công thức của ô này rồi lưu lại
    ");
}

#[test]
fn a_blank_cell() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 40 | 60 |", "| | 60 |"); }), @"
    XLS007 bang.xlsx [Biểu 1] E5 (Xã An Bình)
      cột «Chỉ tiêu giảm» của «Xã An Bình» để trống, cần một số
      cách sửa: điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả
    ");
}

#[test]
fn a_formula_that_was_never_calculated() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 40 | 60 |", "| =C5-F5 | 60 |"); }), @"
    XLS007 bang.xlsx [Biểu 1] E5 (Xã An Bình)
      cột «Chỉ tiêu giảm» của «Xã An Bình» để trống, cần một số
      cách sửa: điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả
    ");
}

#[test]
fn a_unit_that_stands_twice() {
    insta::assert_snapshot!(refused(|p| { p.sheet("Xã Yên Minh", "xã  Yên Lạc"); }), @r"
    XLS008 bang.xlsx [Biểu 1] B9 (xã Yên Lạc)
      đơn vị «xã Yên Lạc» ghi hai lần trong bảng «xa»
      cùng với: bang.xlsx [Biểu 1] B8
      cách sửa: xóa dòng thừa hoặc sửa tên đơn vị
    ");
}

#[test]
fn a_unit_that_stands_twice_in_two_writings() {
    for name in ["Yên Lạc", "UBND xã Yên Lạc", "X. Yên Lạc", "Xã Yên Lạc *"] {
        let said = refused(|p| {
            p.sheet("Xã Yên Minh", name);
        });
        assert!(said.starts_with("XLS008 bang.xlsx [Biểu 1] B9"), "{name}: {said}");
    }
    insta::assert_snapshot!(refused(|p| { p.sheet("Xã Yên Minh", "Yên Lạc"); }), @"
    XLS008 bang.xlsx [Biểu 1] B9 (Yên Lạc)
      đơn vị «Yên Lạc» ghi hai lần trong bảng «xa», lần đầu là «Xã Yên Lạc»
      cùng với: bang.xlsx [Biểu 1] B8
      cách sửa: xóa dòng thừa hoặc sửa tên đơn vị
    ");
    for name in ["Thị trấn Yên Lạc", "Xã Yên Lạc (cũ)", "Xã Yên Lạc (huyện Tân An)", "Phường Yên Lạc"]
    {
        let project = crate::harness::Project::sample();
        assert_eq!(project.sheet("Xã Yên Minh", name).run(["check", "--quiet"]).code, 0, "{name}");
    }
    // Among bare names «TT.» tells a town from the commune of that name.
    let bare = crate::harness::SHEET
        .replace("| Xã ", "| ")
        .replace("| I | Khu vực đồng bằng | 300 | 5,00 | 90 | 210 | 3,50 |\n", "");
    let project = crate::harness::Project::sample();
    let bare = bare
        .replace("| II | Khu vực miền núi | 1700 | 12,14 | 500 | 1200 | 8,57 |\n", "")
        .replace("Yên Minh", "TT. Yên Lạc");
    assert_eq!(project.workbook("data/mau/bang.xlsx", &bare).run(["check", "--quiet"]).code, 0);
}

#[test]
fn a_table_without_units() {
    insta::assert_snapshot!(refused(|p| {
        let rows: Vec<&str> = crate::harness::SHEET.lines().filter(|line| !line.contains("Xã ") && !line.contains("Khu vực")).collect();
        p.workbook("data/mau/bang.xlsx", &rows.join("\n"));
    }), @r"
    XLS009 bang.xlsx [Biểu 1] A4
      bảng «xa» không có dòng đơn vị nào dưới đầu bảng
      cùng với: ho-so.yaml:9:5
      cách sửa: xem lại «trang» và «tieu_de» của các cột
    ");
}

#[test]
fn a_fraction_of_a_household() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 1700 | 12,14 | 500 |", "| 1,7 | 12,14 | 500 |"); }), @"
    XLS018 bang.xlsx [Biểu 1] C7 (Khu vực miền núi)
      cột «Đầu năm › Số hộ» của «Khu vực miền núi» hiểu được hai cách: 1,7 hoặc 1.700
      cách sửa: «1.700» gõ trong Excel tiếng Anh thành 1,7: nếu vậy thì gõ lại 1700; nếu không thì số đếm phải tròn, sửa ô này
    ");
}

#[test]
fn a_rate_with_more_decimals_than_declared() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 150 | 3,75 |", "| 150 | 3,754 |"); }), @r"
    XLS010 bang.xlsx [Biểu 1] G6 (Xã An Hòa)
      cột «Cuối năm › Tỷ lệ» của «Xã An Hòa» là 3,754, có nhiều hơn 2 chữ số thập phân
      cách sửa: làm tròn trong bảng tính, hoặc tăng «le» của cột trong ho-so.yaml
    ");
}

#[test]
fn a_sheet_beyond_every_limit() {
    insta::assert_snapshot!(refused(|p| {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet().set_name("Biểu 1").expect("a name");
        sheet.write(0, 0, "TT").expect("a cell");
        sheet.write(1_048_575, 16_383, 1).expect("a cell");
        p.file("data/mau/bang.xlsx", workbook.save_to_buffer().expect("a workbook"));
    }), @"
    XLS011 bang.xlsx
      bảng tính vượt giới hạn: ô XFD1048576 nằm dưới dòng 200000
      cùng với: ho-so.yaml:9:10
      cách sửa: chép riêng bảng chỉ tiêu sang một tệp mới; cần đọc cả tệp lớn thì nâng «gioi_han: { dong: … }» trong data/chung.yaml
    ");
}
