//! Workbooks (`XLS`), sums (`TOT`), row equations (`EQN`) and rates (`RAT`).

use super::{drawn, refused};
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
    insta::assert_snapshot!(refused(|p| { p.file("data/mau/bang.xlsx", "TT;Địa phương;Số hộ\n"); }), @r"
    XLS002 bang.xlsx
      không đọc được bảng tính: tệp không phải bảng tính .xlsx
      cùng với: ho-so.yaml:9:10
      cách sửa: mở bằng Excel, lưu lại dạng .xlsx không mật khẩu
    ");
}

#[test]
fn an_empty_workbook_file() {
    insta::assert_snapshot!(refused(|p| { p.file("data/mau/bang.xlsx", ""); }), @r"
    XLS002 bang.xlsx
      không đọc được bảng tính: tệp rỗng
      cùng với: ho-so.yaml:9:10
      cách sửa: mở bằng Excel, lưu lại dạng .xlsx không mật khẩu
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
    insta::assert_snapshot!(refused(|p| { p.sheet("| 40 | 60 |", "| | 60 |"); }), @r"
    XLS007 bang.xlsx [Biểu 1] E5 (Xã An Bình)
      cột «Chỉ tiêu giảm» của «Xã An Bình» để trống, cần một số
      cách sửa: điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả
    ");
}

#[test]
fn a_formula_that_was_never_calculated() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 40 | 60 |", "| =C5-F5 | 60 |"); }), @r"
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
    insta::assert_snapshot!(refused(|p| { p.sheet("| 1700 | 12,14 | 500 |", "| 1,7 | 12,14 | 500 |"); }), @r"
    XLS010 bang.xlsx [Biểu 1] C7 (Khu vực miền núi)
      cột «Đầu năm › Số hộ» của «Khu vực miền núi» là 1,7, có nhiều hơn 0 chữ số thập phân
      cách sửa: số đếm phải là số nguyên; «2.900» gõ trong Excel tiếng Anh thành 2,9: gõ lại 2900
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
    }), @r"
    XLS011 bang.xlsx
      bảng tính vượt giới hạn: ô XFD1048576 nằm ngoài 200000 dòng, 1000 cột hoặc 5000000 ô
      cùng với: ho-so.yaml:9:10
      cách sửa: chép riêng bảng chỉ tiêu sang một tệp mới
    ");
}

#[test]
fn a_group_that_is_not_the_sum() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 300 | 5,00 | 90 | 210 |", "| 300 | 5,00 | 80 | 220 |"); }), @r"
    TOT001 bang.xlsx [Biểu 1] E4 (Khu vực đồng bằng)
      dòng nhóm «Khu vực đồng bằng», cột «Chỉ tiêu giảm» ghi 80, tổng các dòng là 90
      cùng với: bang.xlsx [Biểu 1] E5:E6
      ghi chú: 40 + 50 = 90
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    TOT001 bang.xlsx [Biểu 1] F4 (Khu vực đồng bằng)
      dòng nhóm «Khu vực đồng bằng», cột «Cuối năm › Số hộ» ghi 220, tổng các dòng là 210
      cùng với: bang.xlsx [Biểu 1] F5:F6
      ghi chú: 60 + 150 = 210
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    cảnh báo RAT001 bang.xlsx [Biểu 1] G4 (Khu vực đồng bằng)
      cột «Cuối năm › Tỷ lệ» của «Khu vực đồng bằng» ghi 3,50%, tính theo số hộ thì phải là 3,66-3,67%
      cùng với: bang.xlsx [Biểu 1] F4
      cùng với: bang.xlsx [Biểu 1] D4
      cùng với: bang.xlsx [Biểu 1] C4
      ghi chú: 300 hộ là 5,00% khi tổng số hộ từ 5.995 đến 6.006
      ghi chú: 220 hộ trên 5.995 đến 6.006 hộ là 3,66-3,67%; bảng ghi 3,50%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    TOT002 bang.xlsx [Biểu 1] E10 (Toàn huyện)
      dòng tổng «Toàn huyện», cột «Chỉ tiêu giảm» ghi 590, tổng các dòng là 580
      cùng với: bang.xlsx [Biểu 1] E4:E7
      ghi chú: 80 + 500 = 580
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    TOT002 bang.xlsx [Biểu 1] F10 (Toàn huyện)
      dòng tổng «Toàn huyện», cột «Cuối năm › Số hộ» ghi 1.410, tổng các dòng là 1.420
      cùng với: bang.xlsx [Biểu 1] F4:F7
      ghi chú: 220 + 1.200 = 1.420
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    ");
}

#[test]
fn a_total_that_is_not_the_sum() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 590 | 1410 |", "| 600 | 1400 |"); }), @r"
    TOT002 bang.xlsx [Biểu 1] E10 (Toàn huyện)
      dòng tổng «Toàn huyện», cột «Chỉ tiêu giảm» ghi 600, tổng các dòng là 590
      cùng với: bang.xlsx [Biểu 1] E4:E7
      ghi chú: 90 + 500 = 590
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    TOT002 bang.xlsx [Biểu 1] F10 (Toàn huyện)
      dòng tổng «Toàn huyện», cột «Cuối năm › Số hộ» ghi 1.400, tổng các dòng là 1.410
      cùng với: bang.xlsx [Biểu 1] F4:F7
      ghi chú: 210 + 1.200 = 1.410
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    cảnh báo RAT001 bang.xlsx [Biểu 1] G10 (Toàn huyện)
      cột «Cuối năm › Tỷ lệ» của «Toàn huyện» ghi 7,05%, tính theo số hộ thì phải là 7,00%
      cùng với: bang.xlsx [Biểu 1] F10
      cùng với: bang.xlsx [Biểu 1] D10
      cùng với: bang.xlsx [Biểu 1] C10
      ghi chú: 2.000 hộ là 10,00% khi tổng số hộ từ 19.991 đến 20.010
      ghi chú: 1.400 hộ trên 19.991 đến 20.010 hộ là 7,00%; bảng ghi 7,05%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    ");
}

#[test]
fn before_minus_cut_is_not_after() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 40 | 60 | 3,00 |", "| 40 | 61 | 3,05 |"); }), @r"
    TOT001 bang.xlsx [Biểu 1] F4 (Khu vực đồng bằng)
      dòng nhóm «Khu vực đồng bằng», cột «Cuối năm › Số hộ» ghi 210, tổng các dòng là 211
      cùng với: bang.xlsx [Biểu 1] F5:F6
      ghi chú: 61 + 150 = 211
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    EQN001 bang.xlsx [Biểu 1] F5 (Xã An Bình)
      cột «Cuối năm › Số hộ» của «Xã An Bình» ghi 61, tính theo công thức dau - giam thì được 60
      cùng với: bang.xlsx [Biểu 1] C5
      cùng với: bang.xlsx [Biểu 1] E5
      ghi chú: 100 - 40 = 60
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    ");
}

#[test]
fn a_formula_that_divides_by_nothing() {
    insta::assert_snapshot!(refused(|p| {
        p.dossier("noi_nhan:", "      muc_giam: { kieu: so_luong, cong_thuc: giam / (dau - dau) }\nnoi_nhan:");
    }), @r"
    EQN002 ho-so.yaml:18:46 (Khu vực đồng bằng)
      không tính được «giam / (dau - dau)» cho «Khu vực đồng bằng»
      cách sửa: xem lại các ô mà công thức đọc: có ô không phải số, hoặc chia cho 0
    EQN002 ho-so.yaml:18:46 (Xã An Bình)
      không tính được «giam / (dau - dau)» cho «Xã An Bình»
      cách sửa: xem lại các ô mà công thức đọc: có ô không phải số, hoặc chia cho 0
    EQN002 ho-so.yaml:18:46 (Xã An Hòa)
      không tính được «giam / (dau - dau)» cho «Xã An Hòa»
      cách sửa: xem lại các ô mà công thức đọc: có ô không phải số, hoặc chia cho 0
    EQN002 ho-so.yaml:18:46 (Khu vực miền núi)
      không tính được «giam / (dau - dau)» cho «Khu vực miền núi»
      cách sửa: xem lại các ô mà công thức đọc: có ô không phải số, hoặc chia cho 0
    EQN002 ho-so.yaml:18:46 (Xã Yên Lạc)
      không tính được «giam / (dau - dau)» cho «Xã Yên Lạc»
      cách sửa: xem lại các ô mà công thức đọc: có ô không phải số, hoặc chia cho 0
    EQN002 ho-so.yaml:18:46 (Xã Yên Minh)
      không tính được «giam / (dau - dau)» cho «Xã Yên Minh»
      cách sửa: xem lại các ô mà công thức đọc: có ô không phải số, hoặc chia cho 0
    EQN002 ho-so.yaml:18:46 (Toàn huyện)
      không tính được «giam / (dau - dau)» cho «Toàn huyện»
      cách sửa: xem lại các ô mà công thức đọc: có ô không phải số, hoặc chia cho 0
    ");
}

#[test]
fn a_rate_outside_what_the_counts_allow_is_a_warning() {
    let project = Project::sample();
    project.sheet("| 40 | 60 | 3,00 |", "| 40 | 60 | 3,10 |");
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(project.exists("output/mau/ke-hoach.pdf"), "a warning does not refuse");
    insta::assert_snapshot!(drawn(&run.findings()), @r"
    cảnh báo RAT001 bang.xlsx [Biểu 1] G5 (Xã An Bình)
      cột «Cuối năm › Tỷ lệ» của «Xã An Bình» ghi 3,10%, tính theo số hộ thì phải là 3,00%
      cùng với: bang.xlsx [Biểu 1] F5
      cùng với: bang.xlsx [Biểu 1] D5
      cùng với: bang.xlsx [Biểu 1] C5
      ghi chú: 100 hộ là 5,00% khi tổng số hộ từ 1.999 đến 2.002
      ghi chú: 60 hộ trên 1.999 đến 2.002 hộ là 3,00%; bảng ghi 3,10%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    ");
}

#[test]
fn the_published_plan_of_dak_nong_has_four_rates_that_do_not_fit() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::new();
    for (path, bytes) in crate::harness::files(&root.join("data")) {
        project.file(&format!("data/{path}"), bytes);
    }
    let run = project.run(["check", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    insta::assert_snapshot!(drawn(&run.findings()), @r"
    cảnh báo RAT001 data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] H14 (Huyện Đắk Glong)
      cột «Hộ nghèo cuối năm 2023 › Tỷ lệ (%)» của «Huyện Đắk Glong» ghi 13,68%, tính theo số hộ thì phải là 13,76%
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] G14
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] D14
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] C14
      ghi chú: 4.545 hộ là 25,68% khi tổng số hộ từ 17.696 đến 17.702
      ghi chú: 2.435 hộ trên 17.696 đến 17.702 hộ là 13,76%; bảng ghi 13,68%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    cảnh báo RAT001 data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] H15 (Huyện Tuy Đức)
      cột «Hộ nghèo cuối năm 2023 › Tỷ lệ (%)» của «Huyện Tuy Đức» ghi 19,50%, tính theo số hộ thì phải là 19,79-19,80%
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] G15
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] D15
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] C15
      ghi chú: 4.624 hộ là 30,78% khi tổng số hộ từ 15.021 đến 15.025
      ghi chú: 2.974 hộ trên 15.021 đến 15.025 hộ là 19,79-19,80%; bảng ghi 19,50%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    cảnh báo RAT001 data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] H16 (Thành phố Gia Nghĩa)
      cột «Hộ nghèo cuối năm 2023 › Tỷ lệ (%)» của «Thành phố Gia Nghĩa» ghi 0,41%, tính theo số hộ thì phải là 0,42%
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] G16
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] D16
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] C16
      ghi chú: 115 hộ là 0,57% khi tổng số hộ từ 20.001 đến 20.353
      ghi chú: 85 hộ trên 20.001 đến 20.353 hộ là 0,42%; bảng ghi 0,41%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    cảnh báo RAT001 data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] H17 (Toàn tỉnh)
      cột «Hộ nghèo cuối năm 2023 › Tỷ lệ (%)» của «Toàn tỉnh» ghi 4,97%, tính theo số hộ thì phải là 4,99%
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] G17
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] D17
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] C17
      ghi chú: 13.342 hộ là 7,97% khi tổng số hộ từ 167.298 đến 167.507
      ghi chú: 8.352 hộ trên 167.298 đến 167.507 hộ là 4,99%; bảng ghi 4,97%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    ");
}
