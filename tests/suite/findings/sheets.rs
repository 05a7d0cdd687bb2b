//! Workbooks as offices keep them (`tests/workbooks`), each in a dossier of its own: what is said about the sheet.

use super::drawn;
use crate::harness::Project;

/// Columns of the small tables.
const UNITS: &str =
    "ten: { tieu_de: \"Xã, phường\", kieu: dia_phuong }\n      so: { tieu_de: Số hộ, kieu: so_ho }";

/// Checks a dossier with one table read from a workbook and draws what is said; «không có gì» where nothing is.
///
/// `table` holds keys beside `tep` (`trang: …`, `tu_dong: …`), or nothing; `columns` the lines under `cot:`.
fn told(file: &str, table: &str, columns: &str) -> String {
    let bytes =
        std::fs::read(format!("{}/tests/workbooks/{file}", env!("CARGO_MANIFEST_DIR"))).expect("a workbook");
    told_of(file, &bytes, table, columns)
}

fn told_of(file: &str, bytes: &[u8], table: &str, columns: &str) -> String {
    let project = Project::new();
    project.file(&format!("data/mau/{file}"), bytes);
    let keys = if table.is_empty() { String::new() } else { format!("    {table}\n") };
    project.file(
        "data/mau/ho-so.yaml",
        format!(
            "co_quan: Ủy ban nhân dân tỉnh Tân Lập\nviet_tat: UBND\ndia_danh: Tân Lập\nnam: 2026\n\
             nguoi_ky: {{ dong: [CHỦ TỊCH] }}\nnoi_nhan: [Các xã, \"Lưu: VT\"]\n\
             bang:\n  xa:\n    tep: {file}\n{keys}    cot:\n      {columns}\n"
        ),
    );
    project.file(
        "data/mau/thong-bao.yaml",
        "loai: thong-bao\nso: 3\nngay: 02/01/2026\ntrich_yeu: Lịch tiếp công dân\n\
         noi_dung:\n  - doan: Ủy ban nhân dân tỉnh tiếp công dân vào thứ Hai.\n",
    );
    let run = project.run(["check", "--format", "json", "--quiet", "--jobs", "1"]);
    assert!(run.stderr.is_empty(), "{}", run.stderr);
    let findings = run.findings();
    if findings.is_empty() { "không có gì".to_owned() } else { drawn(&findings) }
}

#[test]
fn a_formula_without_a_result() {
    insta::assert_snapshot!(told("chua-tinh.xlsx", "", "ten: { tieu_de: Xã, kieu: dia_phuong }\n      tong: { tieu_de: Tổng số hộ, kieu: so_ho }"), @"
    XLS017 chua-tinh.xlsx [Biểu 1] C4 (Tổng cộng)
      cột «Tổng số hộ» của «Tổng cộng» là công thức chưa có kết quả
      cách sửa: mở bảng tính bằng Excel rồi lưu lại để có kết quả, hoặc gõ thẳng số vào ô
    ");
}

#[test]
fn a_percent_format_that_the_declaration_contradicts() {
    let columns = |o: &str| {
        format!(
            "ten: {{ tieu_de: Xã, kieu: dia_phuong }}\n      ty_le: {{ tieu_de: Tỷ lệ, kieu: phan_tram, le: 2{o} }}"
        )
    };
    insta::assert_snapshot!(told("ty-le-phan-tram.xlsx", "trang: Biểu 1", &columns(", o: phan_tram")), @"
    XLS019 ty-le-phan-tram.xlsx [Biểu 1] E2 (Xã An Bình)
      cột «Tỷ lệ» của «Xã An Bình» hiện 5% (ô ghi 0,05), mà «o: phan_tram» nói ô ghi thẳng phần trăm
      cách sửa: bỏ «o: phan_tram» để chương trình theo định dạng của ô, hoặc bỏ định dạng % của ô rồi xem lại số
    XLS019 ty-le-phan-tram.xlsx [Biểu 1] E3 (Xã An Hòa)
      cột «Tỷ lệ» của «Xã An Hòa» hiện 5,99% (ô ghi 0,0599), mà «o: phan_tram» nói ô ghi thẳng phần trăm
      cách sửa: bỏ «o: phan_tram» để chương trình theo định dạng của ô, hoặc bỏ định dạng % của ô rồi xem lại số
    XLS019 ty-le-phan-tram.xlsx [Biểu 1] E4 (Xã Yên Lạc)
      cột «Tỷ lệ» của «Xã Yên Lạc» hiện 22,27% (ô ghi 0,2227), mà «o: phan_tram» nói ô ghi thẳng phần trăm
      cách sửa: bỏ «o: phan_tram» để chương trình theo định dạng của ô, hoặc bỏ định dạng % của ô rồi xem lại số
    XLS019 ty-le-phan-tram.xlsx [Biểu 1] E5 (Tổng cộng)
      cột «Tỷ lệ» của «Tổng cộng» hiện 9,45% (ô ghi 0,0945), mà «o: phan_tram» nói ô ghi thẳng phần trăm
      cách sửa: bỏ «o: phan_tram» để chương trình theo định dạng của ô, hoặc bỏ định dạng % của ô rồi xem lại số
    ");
    insta::assert_snapshot!(told("ty-le-phan-tram.xlsx", "trang: Biểu 1", &columns("")), @"không có gì");
    insta::assert_snapshot!(told("ty-le-phan-tram.xlsx", "trang: Lẫn", &columns("")), @"không có gì");
    insta::assert_snapshot!(told("ty-le-phan-tram.xlsx", "trang: Lẫn", &columns(", o: ty_so")), @"
    XLS019 ty-le-phan-tram.xlsx [Lẫn] E3 (Xã An Hòa)
      cột «Tỷ lệ» của «Xã An Hòa» ghi 5,99, theo «o: ty_so» thì thành 599%
      cách sửa: ô ghi thẳng phần trăm thì bỏ «o: ty_so» của cột; ô ghi tỷ số thì sửa số
    ");
    insta::assert_snapshot!(told("ty-le-phan-tram.xlsx", "trang: Biểu 1", "ten: { tieu_de: Xã, kieu: dia_phuong }\n      ty_le: { tieu_de: Tỷ lệ, kieu: so_ho }"), @"
    XLS019 ty-le-phan-tram.xlsx [Biểu 1] E2 (Xã An Bình)
      cột «Tỷ lệ» của «Xã An Bình» có định dạng phần trăm (ô hiện 5%) mà cột không phải tỷ lệ
      cách sửa: bỏ định dạng % của ô rồi xem lại số, hoặc sửa «kieu» của cột
    XLS019 ty-le-phan-tram.xlsx [Biểu 1] E3 (Xã An Hòa)
      cột «Tỷ lệ» của «Xã An Hòa» có định dạng phần trăm (ô hiện 5,99%) mà cột không phải tỷ lệ
      cách sửa: bỏ định dạng % của ô rồi xem lại số, hoặc sửa «kieu» của cột
    XLS019 ty-le-phan-tram.xlsx [Biểu 1] E4 (Xã Yên Lạc)
      cột «Tỷ lệ» của «Xã Yên Lạc» có định dạng phần trăm (ô hiện 22,27%) mà cột không phải tỷ lệ
      cách sửa: bỏ định dạng % của ô rồi xem lại số, hoặc sửa «kieu» của cột
    XLS019 ty-le-phan-tram.xlsx [Biểu 1] E5 (Tổng cộng)
      cột «Tỷ lệ» của «Tổng cộng» có định dạng phần trăm (ô hiện 9,45%) mà cột không phải tỷ lệ
      cách sửa: bỏ định dạng % của ô rồi xem lại số, hoặc sửa «kieu» của cột
    ");
}

#[test]
fn figures_in_merged_cells() {
    insta::assert_snapshot!(told("gop-o.xlsx", "", "ten: { tieu_de: Xã, kieu: dia_phuong }\n      so: { tieu_de: Hộ nghèo, kieu: so_ho }\n      kinh_phi: { tieu_de: Kinh phí (triệu đồng), kieu: tien }"), @"
    XLS020 gop-o.xlsx [Biểu 1] D3 (Xã An Hòa)
      cột «Kinh phí (triệu đồng)» của «Xã An Hòa» nằm trong ô gộp D2:D4, không rõ có phải cũng là số đó
      cách sửa: bỏ gộp ô (Merge & Center) rồi ghi số vào từng ô
    XLS020 gop-o.xlsx [Biểu 1] D4 (Xã Yên Lạc)
      cột «Kinh phí (triệu đồng)» của «Xã Yên Lạc» nằm trong ô gộp D2:D4, không rõ có phải cũng là số đó
      cách sửa: bỏ gộp ô (Merge & Center) rồi ghi số vào từng ô
    ");
}

#[test]
fn two_tables_with_one_head() {
    let drawing = "
[Biểu 1]
| NĂM 2025 | | |
| TT | Xã, phường | Số hộ |
| 1 | Xã An Bình | 145 |
| | Tổng cộng | 145 |
| NĂM 2026 | | |
| TT | Xã, phường | Số hộ |
| 1 | Xã An Bình | 130 |
| | Tổng cộng | 130 |
";
    let project = Project::new();
    project.workbook("bang.xlsx", drawing);
    let bytes = std::fs::read(project.path("bang.xlsx")).expect("a workbook");
    insta::assert_snapshot!(told_of("bang.xlsx", &bytes, "", UNITS), @"
    cảnh báo TIM006 bang.xlsx [Biểu 1] A1
      bảng «xa» của hồ sơ năm 2026 lấy từ bảng tính ghi «NĂM 2025»
      cùng với: ho-so.yaml:4:6
      ghi chú: không tiêu đề, đầu cột, tên trang hay tên tệp nào ghi năm 2026
      cách sửa: thay bảng tính của đúng năm; nếu số liệu đúng là của năm này thì sửa năm ghi trên bảng, hoặc sửa `nam`
    XLS021 bang.xlsx [Biểu 1] B2
      trang «Biểu 1» có hai bảng cùng đầu bảng, ở dòng 2 và dòng 6
      cùng với: bang.xlsx [Biểu 1] B6
      cách sửa: thêm «tu_dong: 2» vào bảng «xa» để đọc bảng trên, «tu_dong: 6» để đọc bảng dưới; đầu bảng chỉ lặp lại cho trang in thì xóa đi
    ");
    insta::assert_snapshot!(told_of("bang.xlsx", &bytes, "tu_dong: 6", UNITS), @"không có gì");
}

#[test]
fn hidden_rows_columns_and_sheets() {
    let columns = "ten: { tieu_de: \"Xã, phường\", kieu: dia_phuong }\n      tong: { tieu_de: Tổng số hộ, kieu: so_ho }\n      can: { tieu_de: [Hộ cận nghèo, Số hộ], kieu: so_ho }";
    for file in ["an.xlsx", "an.xls", "an.ods"] {
        let said = told(file, "trang: Biểu 1", columns).replace(file, "an.xlsx");
        insta::allow_duplicates! { insta::assert_snapshot!(said, @"
        cảnh báo XLS023 an.xlsx [Biểu 1] F9
          cột «Hộ cận nghèo › Số hộ» của bảng «xa» đang bị ẩn, vẫn được đọc
          cùng với: ho-so.yaml:14:7
          cách sửa: bỏ ẩn cột rồi xem lại số liệu; không dùng thì bỏ cột khỏi «cot»
        cảnh báo XLS022 an.xlsx [Biểu 1] A14
          bảng «xa» có 1 dòng bị ẩn (dòng 14); vẫn được đọc và in
          cách sửa: bỏ ẩn dòng, tắt bộ lọc rồi xem lại; dòng không thuộc bảng thì xóa hẳn
        "); }
    }
    insta::assert_snapshot!(told("an.xlsx", "trang: Nháp", UNITS), @"
    cảnh báo XLS024 an.xlsx
      bảng «xa» lấy từ trang «Nháp» đang bị ẩn
      cách sửa: bỏ ẩn trang (chuột phải vào tên trang, Unhide) nếu đúng là bảng cần dùng; nếu không thì sửa «trang»
    ");
}

#[test]
fn a_filter_at_work() {
    for file in ["loc.xlsx", "loc.xls", "loc.ods"] {
        let said = told(file, "", UNITS).replace(file, "loc.xlsx");
        insta::allow_duplicates! { insta::assert_snapshot!(said, @"
        cảnh báo XLS022 loc.xlsx [Biểu 1] A4
          bảng «xa» có 2 dòng bị ẩn (dòng 4-5) vì bộ lọc ở A3:D7 đang bật; vẫn được đọc và in
          cách sửa: bỏ ẩn dòng, tắt bộ lọc rồi xem lại; dòng không thuộc bảng thì xóa hẳn
        "); }
    }
}

#[test]
fn figures_of_another_workbook() {
    for file in ["lien-ket-ngoai.xlsx", "lien-ket-ngoai.xls", "lien-ket-ngoai.ods"] {
        let said = told(file, "", UNITS).replace(file, "lien-ket-ngoai.xlsx");
        insta::allow_duplicates! { insta::assert_snapshot!(said, @"
        cảnh báo XLS025 lien-ket-ngoai.xlsx [Biểu 1] C4
          trang «Biểu 1» có công thức lấy số từ tệp khác; số đọc được là số của lần cập nhật cuối
          cách sửa: mở bảng tính, cập nhật liên kết (Data, Edit Links) rồi lưu lại; tốt hơn là dán thành giá trị
        "); }
    }
}

#[test]
fn names_in_old_fonts() {
    insta::assert_snapshot!(told("tcvn3.xlsx", "", UNITS), @"
    cảnh báo XLS026 tcvn3.xlsx [Biểu 1] A1
      cột A có 1 ô viết bằng mã TCVN3 (ABC), đã chuyển sang Unicode (theo phông của ô): «chØ tiªu gi¶m nghÌo» thành «CHỈ TIÊU GIẢM NGHÈO»
      cách sửa: xem lại tên đơn vị trong bản in; muốn hết cảnh báo thì chuyển bảng tính sang Unicode (Unikey) rồi lưu lại
    cảnh báo XLS026 tcvn3.xlsx [Biểu 1] B3
      cột B có 6 ô viết bằng mã TCVN3 (ABC), đã chuyển sang Unicode (theo phông của ô): «X·, ph-êng» thành «Xã, phường»
      cách sửa: xem lại tên đơn vị trong bản in; muốn hết cảnh báo thì chuyển bảng tính sang Unicode (Unikey) rồi lưu lại
    cảnh báo XLS026 tcvn3.xlsx [Biểu 1] C3
      cột C có 1 ô viết bằng mã TCVN3 (ABC), đã chuyển sang Unicode (theo phông của ô): «Sè hé» thành «Số hộ»
      cách sửa: xem lại tên đơn vị trong bản in; muốn hết cảnh báo thì chuyển bảng tính sang Unicode (Unikey) rồi lưu lại
    cảnh báo XLS026 tcvn3.xlsx [Biểu 1] B9
      cột B có 1 ô viết bằng mã TCVN3 (ABC), đã chuyển sang Unicode (theo phông của ô): «tæng céng» thành «TỔNG CỘNG»
      cách sửa: xem lại tên đơn vị trong bản in; muốn hết cảnh báo thì chuyển bảng tính sang Unicode (Unikey) rồi lưu lại
    ");
    insta::assert_snapshot!(told("tcvn3-khong-phong.xls", "", UNITS), @"
    cảnh báo XLS026 tcvn3-khong-phong.xls [Biểu 1] A1
      cột A có 1 ô viết bằng mã TCVN3 (ABC), đã chuyển sang Unicode (theo chữ của cả cột): «ChØ tiªu gi¶m nghÌo» thành «Chỉ tiêu giảm nghèo»
      cách sửa: xem lại tên đơn vị trong bản in; muốn hết cảnh báo thì chuyển bảng tính sang Unicode (Unikey) rồi lưu lại
    cảnh báo XLS026 tcvn3-khong-phong.xls [Biểu 1] B3
      cột B có 7 ô viết bằng mã TCVN3 (ABC), đã chuyển sang Unicode (theo chữ của cả cột): «X·, ph-êng» thành «Xã, phường»
      cách sửa: xem lại tên đơn vị trong bản in; muốn hết cảnh báo thì chuyển bảng tính sang Unicode (Unikey) rồi lưu lại
    cảnh báo XLS026 tcvn3-khong-phong.xls [Biểu 1] C3
      cột C có 1 ô viết bằng mã TCVN3 (ABC), đã chuyển sang Unicode (theo chữ của cả cột): «Sè hé» thành «Số hộ»
      cách sửa: xem lại tên đơn vị trong bản in; muốn hết cảnh báo thì chuyển bảng tính sang Unicode (Unikey) rồi lưu lại
    ");
    insta::assert_snapshot!(told("vni-khong-phong.xlsx", "", UNITS), @"
    cảnh báo XLS026 vni-khong-phong.xlsx [Biểu 1] A1
      cột A có 1 ô viết bằng mã VNI, đã chuyển sang Unicode (theo chữ của cả cột): «CHÆ TIEÂU GIAÛM NGHEØO» thành «CHỈ TIÊU GIẢM NGHÈO»
      cách sửa: xem lại tên đơn vị trong bản in; muốn hết cảnh báo thì chuyển bảng tính sang Unicode (Unikey) rồi lưu lại
    cảnh báo XLS026 vni-khong-phong.xlsx [Biểu 1] B3
      cột B có 7 ô viết bằng mã VNI, đã chuyển sang Unicode (theo chữ của cả cột): «Xaõ, phöôøng» thành «Xã, phường»
      cách sửa: xem lại tên đơn vị trong bản in; muốn hết cảnh báo thì chuyển bảng tính sang Unicode (Unikey) rồi lưu lại
    cảnh báo XLS026 vni-khong-phong.xlsx [Biểu 1] C3
      cột C có 1 ô viết bằng mã VNI, đã chuyển sang Unicode (theo chữ của cả cột): «Soá hoä» thành «Số hộ»
      cách sửa: xem lại tên đơn vị trong bản in; muốn hết cảnh báo thì chuyển bảng tính sang Unicode (Unikey) rồi lưu lại
    ");
}

#[test]
fn old_letters_among_unicode() {
    let csv = "TT;Xã, phường;Số hộ\n1;X· §øc Phæ;1\n2;X· Phæ C\u{AD}êng;2\n3;X· §øc Phong;3\n4;Xã Phổ Thuận;4\n5;Thó;5\n";
    insta::assert_snapshot!(told_of("bang.csv", csv.as_bytes(), "", UNITS), @"
    XLS027 bang.csv [CSV] B1
      cột B có ô viết bằng mã TCVN3 (ABC) lẫn với ô Unicode, không rõ ô nào là ô nào
      cách sửa: chuyển cả cột sang Unicode (Unikey, Ctrl+Shift+F6) rồi lưu lại
    ");
}

#[test]
fn a_row_of_a_text_file_that_is_split() {
    let csv = "TT,\"Xã, phường\",Số hộ,Tỷ lệ\n1,Xã An Bình,145,\"5,00\"\n2,Xã An Hòa,187,5,99\n3,Xã Yên Lạc,412,\"22,27\"\n";
    insta::assert_snapshot!(told_of("bang.csv", csv.as_bytes(), "", UNITS), @r#"
    XLS028 bang.csv [CSV] A3
      dòng 3 bị tách thành nhiều ô hơn các dòng khác; số của dòng có thể lệch cột
      cách sửa: số có dấu phẩy trong tệp ngăn bằng dấu phẩy phải đặt trong ngoặc kép: "7,97"; hoặc lưu lại dạng .xlsx
    "#);
}

#[test]
fn dashes_and_crosses() {
    insta::assert_snapshot!(told("gach-va-x.xlsx", "", UNITS), @"không có gì");
}

#[test]
fn thousands_that_an_english_excel_took_for_decimals() {
    insta::assert_snapshot!(told("hai-phay-chin.xlsx", "", UNITS), @"
    XLS018 hai-phay-chin.xlsx [Biểu 1] C4 (Xã An Bình)
      cột «Số hộ» của «Xã An Bình» hiểu được hai cách: 2,9 hoặc 2.900
      cách sửa: «2.900» gõ trong Excel tiếng Anh thành 2,9: nếu vậy thì gõ lại 2900; nếu không thì số đếm phải tròn, sửa ô này
    XLS018 hai-phay-chin.xlsx [Biểu 1] C5 (Xã An Hòa)
      cột «Số hộ» của «Xã An Hòa» hiểu được hai cách: 3,12 hoặc 3.120
      cách sửa: «3.120» gõ trong Excel tiếng Anh thành 3,12: nếu vậy thì gõ lại 3120; nếu không thì số đếm phải tròn, sửa ô này
    XLS018 hai-phay-chin.xlsx [Biểu 1] C7 (Xã Ia Đal)
      cột «Số hộ» của «Xã Ia Đal» hiểu được hai cách: 1,575 hoặc 1.575
      cách sửa: «1.575» gõ trong Excel tiếng Anh thành 1,575: nếu vậy thì gõ lại 1575; nếu không thì số đếm phải tròn, sửa ô này
    ");
}

#[test]
fn the_same_table_in_every_format() {
    let columns = "ten: { tieu_de: \"Xã, phường\", kieu: dia_phuong }\n      tong: { tieu_de: Tổng số hộ, kieu: so_ho }\n      \
                   ngheo: { tieu_de: [Đầu năm 2026, Hộ nghèo, Số hộ], kieu: so_ho }\n      \
                   ty_le: { tieu_de: [Đầu năm 2026, Hộ nghèo, Tỷ lệ (%)], kieu: phan_tram, le: 2, cua: ngheo, tren: tong }\n      \
                   giam: { tieu_de: Chỉ tiêu giảm hộ nghèo, kieu: so_ho }\n      \
                   con: { tieu_de: [Cuối năm 2026, Hộ nghèo, Số hộ], kieu: so_ho, cong_thuc: ngheo - giam }";
    for ending in [
        ".xlsx",
        ".xlsm",
        ".xls",
        ".ods",
        ".xlsb",
        "-utf8.csv",
        "-utf8-dau.csv",
        "-cham-phay.csv",
        "-tab.csv",
        "-utf16.csv",
        "-utf16be.csv",
        "-1258.csv",
        "-la-chu.xls",
    ] {
        let file = format!("giam-ngheo{ending}");
        assert_eq!(told(&file, "", columns), "không có gì", "{file}");
    }
    // «2,900» can only be thousands among whole numbers; «4.30» among rates is asked about.
    let english = told("giam-ngheo-kieu-anh.csv", "", columns);
    assert!(english.contains("«4.30», cần một tỷ lệ: dấu chấm trong «4.30» hiểu được hai cách"), "{english}");
    assert!(english.lines().all(|line| !line.contains("2,900")), "{english}");
}

#[test]
fn totals_above_and_below_and_groups_of_every_depth() {
    let columns = "ten: { tieu_de: \"Xã, phường\", kieu: dia_phuong }\n      tong: { tieu_de: Tổng số hộ, kieu: so_ho }";
    assert_eq!(told("tong-tren-duoi.xlsx", "", columns), "không có gì");
    assert_eq!(told("nhieu-bang.xlsx", "trang: Biểu 1", columns), "không có gì");
}
