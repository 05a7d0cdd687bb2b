//! Ranges (`XLS015`), indicators, parts (`TOT004`), lists of names and habits that do not hold.

use super::drawn;
use crate::figures::project;

/// What is found in a report over one table.
pub fn found(columns: &str, sheet: &str, shared: &str, lines: &[&str]) -> String {
    let run = project(columns, sheet, shared, lines).run(["check", "--format", "json", "--quiet"]);
    drawn(&run.findings()).replace("data/so/", "")
}

const COUNTS: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
giam: { tieu_de: Giảm, kieu: so_ho }
ty_le: { tieu_de: Tỷ lệ, kieu: phan_tram, le: 2 }";

#[test]
fn my_range_is_no_range() {
    insta::assert_snapshot!(found(COUNTS, "
| Địa phương | Giảm | Tỷ lệ |
| Xã An Bình | 7 - 6 | 6,00 - 6,00 |
| Xã An Hòa | trên hai chục | 1.58 - 1.60 |
| Xã Yên Lạc | 6 - 7% | 1,585 - 1,6 |
| Xã Yên Minh | 1,5 - 3 | đạt trên 80% |
| Xã Yên Sơn | -5 | từ 20 |", "", &["Giảm"]), @"
    XLS015 bang.xlsx [Biểu] B2 (Xã An Bình)
      cột «Giảm» của «Xã An Bình» ghi sai: khoảng «7 - 6» có đầu lớn đứng trước đầu nhỏ
      cách sửa: ghi đầu nhỏ trước, ví dụ 6 - 7; chỉ tiêu là một số thì ghi một số
    XLS015 bang.xlsx [Biểu] C2 (Xã An Bình)
      cột «Tỷ lệ» của «Xã An Bình» ghi sai: khoảng «6,00 - 6,00» có hai đầu bằng nhau
      cách sửa: ghi đầu nhỏ trước, ví dụ 6 - 7; chỉ tiêu là một số thì ghi một số
    XLS005 bang.xlsx [Biểu] B3 (Xã An Hòa)
      cột «Giảm» của «Xã An Hòa» là «trên hai chục», không đọc được như một khoảng: «hai chục» không phải là một số
      cách sửa: ghi số và dấu kiểu Việt Nam, không kèm đơn vị, ví dụ 6 - 7; từ 6 đến 7; trên 20; 1.200 trở lên
    XLS005 bang.xlsx [Biểu] C3 (Xã An Hòa)
      cột «Tỷ lệ» của «Xã An Hòa» là «1.58 - 1.60», không đọc được như một khoảng: dấu chấm trong «1.58 - 1.60» hiểu được hai cách: 1,58 - 1,60 hoặc 158 - 160
      cách sửa: ghi dấu phẩy trước phần lẻ, ví dụ 7,97; trên một nghìn thì ghi liền, ví dụ 1580
    XLS005 bang.xlsx [Biểu] B4 (Xã Yên Lạc)
      cột «Giảm» của «Xã Yên Lạc» là «6 - 7%», cần một số: có dấu % trong cột không phải tỷ lệ
      cách sửa: gõ lại ô này bằng chữ số, ví dụ 1.234 hoặc 7,97
    XLS010 bang.xlsx [Biểu] C4 (Xã Yên Lạc)
      cột «Tỷ lệ» của «Xã Yên Lạc» là 1,585, có nhiều hơn 2 chữ số thập phân
      cách sửa: làm tròn trong bảng tính, hoặc tăng «le» của cột trong ho-so.yaml
    XLS010 bang.xlsx [Biểu] B5 (Xã Yên Minh)
      cột «Giảm» của «Xã Yên Minh» là 1,5, có nhiều hơn 0 chữ số thập phân
      cách sửa: số đếm phải là số nguyên: sửa ô này trong bảng tính
    XLS005 bang.xlsx [Biểu] C5 (Xã Yên Minh)
      cột «Tỷ lệ» của «Xã Yên Minh» là «đạt trên 80%», cần một tỷ lệ: «đạt trên 80%» không phải là một số
      cách sửa: gõ lại ô này bằng chữ số, ví dụ 1.234 hoặc 7,97
    BND003 bang.xlsx [Biểu] B6 (Xã Yên Sơn)
      cột «Giảm» của «Xã Yên Sơn» ghi -5, là số âm
      cách sửa: sửa ô sai rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    XLS005 bang.xlsx [Biểu] C6 (Xã Yên Sơn)
      cột «Tỷ lệ» của «Xã Yên Sơn» là «từ 20», không đọc được như một khoảng: «từ 20» không phải là một số
      cách sửa: ghi số và dấu kiểu Việt Nam, không kèm đơn vị, ví dụ 6 - 7; từ 6 đến 7; trên 20; 1.200 trở lên
    ");
}

#[test]
fn a_total_of_ranges_is_compared_end_by_end() {
    insta::assert_snapshot!(found(COUNTS, "
| TT | Địa phương | Giảm | Tỷ lệ |
| I | Miền núi | 840 - 930 | 6 |
| 1 | Xã An Bình | 400 - 450 | 6 |
| 2 | Xã An Hòa | 430 - 480 | 6 |
| II | Đồng bằng | 120 | 6 |
| 3 | Xã Yên Lạc | trên 100 | 6 |
| 4 | Xã Yên Minh | 10 - 15 | 6 |
| III | Hải đảo | 9 | 6 |
| 5 | Xã Lý Sơn | 10 - 15 | 6 |
| | Tổng cộng | 969 - 1.059 | 6 |", "", &["Giảm"]), @r"
    TOT001 bang.xlsx [Biểu] C2 (Miền núi)
      dòng nhóm «Miền núi», cột «Giảm» ghi 840 - 930, tổng các dòng là 830 - 930
      cùng với: bang.xlsx [Biểu] C3:C4
      ghi chú: đầu nhỏ: 400 + 430 = 830
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    TOT001 bang.xlsx [Biểu] C8 (Hải đảo)
      dòng nhóm «Hải đảo», cột «Giảm» ghi 9, tổng các dòng là 10 - 15
      cùng với: bang.xlsx [Biểu] C9
      ghi chú: đầu nhỏ: 10 = 10
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    ");
}

#[test]
fn an_open_total_is_compared_at_the_end_that_is_there() {
    insta::assert_snapshot!(found(COUNTS, "
| TT | Địa phương | Giảm | Tỷ lệ |
| 1 | Xã An Bình | trên 30 | 6 |
| 2 | Xã An Hòa | ít nhất 20 | 6 |
| | Tổng cộng | trên 60 | 6 |", "", &["Giảm"]), @r"
    TOT002 bang.xlsx [Biểu] C4 (Tổng cộng)
      dòng tổng «Tổng cộng», cột «Giảm» ghi trên 60, tổng các dòng là từ 50 trở lên
      cùng với: bang.xlsx [Biểu] C2:C3
      ghi chú: đầu nhỏ: 30 + 20 = 50
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    ");
}

#[test]
fn an_open_range_cannot_be_added_in_text() {
    insta::assert_snapshot!(found(COUNTS, "
| Địa phương | Giảm | Tỷ lệ |
| Xã An Bình | trên 30 | 6 |
| Xã An Hòa | 20 | 6 |", "", &["{{ bang.tong.giam }}"]), @"
    REF001 bao-cao.yaml:6:12 <bao-cao.yaml>
      bảng «bang» không có dòng tổng và cột «giam» có giá trị để mở một đầu (như «trên 20»)
      cách sửa: thêm dòng tổng vào bảng tính
    ");
}

#[test]
fn a_formula_cannot_compute_with_a_range_but_checks_all_other_rows() {
    let columns = format!(
        "{COUNTS}\ncon: {{ tieu_de: Còn, kieu: so_ho, cong_thuc: giam + 1 }}\ngap: {{ kieu: so_ho, cong_thuc: giam * 2 }}"
    );
    insta::assert_snapshot!(found(&columns, "
| Địa phương | Giảm | Tỷ lệ | Còn |
| Xã An Bình | 6 - 7 | 6 | 9 |
| Xã An Hòa | 20 | 6 | 22 |", "", &["Giảm"]), @"
    EQN001 bang.xlsx [Biểu] D2 (Xã An Bình)
      cột «Còn» của «Xã An Bình» ghi 9, tính theo công thức giam + 1 thì được 7 - 8
      cùng với: bang.xlsx [Biểu] B2
      ghi chú: (6 - 7) + 1 = 7 - 8
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    EQN001 bang.xlsx [Biểu] D3 (Xã An Hòa)
      cột «Còn» của «Xã An Hòa» ghi 22, tính theo công thức giam + 1 thì được 21
      cùng với: bang.xlsx [Biểu] B3
      ghi chú: 20 + 1 = 21
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    EQN002 ho-so.yaml:14:38 (Xã An Bình)
      công thức «giam * 2» của «Xã An Bình» không tính được: cột «Giảm» là một khoảng
      cách sửa: xem lại các ô mà công thức đọc (ô không phải số, chia cho 0); tỷ lệ và số lượng lẻ thì khai báo «le»
    ");
}

const INDICATORS: &str = "
ten: { tieu_de: Chỉ tiêu, kieu: chi_tieu }
dvt: { tieu_de: Đơn vị tính, kieu: don_vi_tinh }
gia_tri: { tieu_de: Năm 2024, kieu: so_lieu }";

#[test]
fn an_indicator_that_is_no_figure() {
    insta::assert_snapshot!(found(INDICATORS, "
| TT | Chỉ tiêu | Đơn vị tính | Năm 2024 |
| 1 | Nhóm | | |
| 1.1 | Xã đạt chuẩn | xã | Đạt |
| 1.2 | Mô hình | mô hình | 80% |
| 2 | Hộ nghèo | hộ | |
| 3 | Hộ nghèo | hộ | 5 |", "", &["{{ bang.nhom['1'].gia_tri }}"]), @"
    XLS005 bang.xlsx [Biểu] D3 (Xã đạt chuẩn)
      cột «Năm 2024» của «Xã đạt chuẩn» là «Đạt», cần một số: «Đạt» không phải là một số
      cách sửa: ghi một số, hoặc một khoảng như «6 - 7», «trên 20»; chỉ tiêu không phải số thì khai báo cột «kieu: van_ban»
    XLS005 bang.xlsx [Biểu] D4 (Mô hình)
      cột «Năm 2024» của «Mô hình» là «80%», cần một số: có dấu % mà đơn vị tính của dòng không phải %
      cách sửa: ghi một số, hoặc một khoảng như «6 - 7», «trên 20»; chỉ tiêu không phải số thì khai báo cột «kieu: van_ban»
    XLS007 bang.xlsx [Biểu] D5 (Hộ nghèo)
      cột «Năm 2024» của «Hộ nghèo» để trống, cần một số
      cách sửa: điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả
    XLS008 bang.xlsx [Biểu] B6 (Hộ nghèo)
      đơn vị «Hộ nghèo» ghi hai lần trong bảng «bang»
      cùng với: bang.xlsx [Biểu] B5
      cách sửa: xóa dòng thừa hoặc sửa tên đơn vị
    REF001 bao-cao.yaml:6:12 <bao-cao.yaml>
      dòng «Nhóm» không có số liệu ở cột «gia_tri»
      cách sửa: điền ô này trong bảng tính, hoặc gọi một dòng có số liệu
    ");
}

#[test]
fn my_columns_make_no_table() {
    let two = format!(
        "{INDICATORS}\nnoi: {{ tieu_de: Nơi, kieu: dia_phuong }}\ndvt2: {{ tieu_de: ĐVT, kieu: don_vi_tinh }}"
    );
    insta::assert_snapshot!(found(&two, "
| Chỉ tiêu | Đơn vị tính | Năm 2024 | Nơi | ĐVT |
| Hộ nghèo | hộ | 5 | x | hộ |", "", &["Giảm"]), @r"
    KEY004 ho-so.yaml:13:7
      bảng có hai cột tên (dia_phuong hoặc chi_tieu): «ten» và «noi»
      cùng với: ho-so.yaml:10:7
      cách sửa: giữ một cột, cột kia khai báo «kieu: van_ban»
    KEY004 ho-so.yaml:14:7
      bảng có hai cột don_vi_tinh: «dvt» và «dvt2»
      cùng với: ho-so.yaml:11:7
      cách sửa: giữ một cột, cột kia khai báo «kieu: van_ban»
    ");
    let no_unit = "ten: { tieu_de: Chỉ tiêu, kieu: chi_tieu }\ngia_tri: { tieu_de: Năm 2024, kieu: so_lieu }";
    insta::assert_snapshot!(found(no_unit, "
| Chỉ tiêu | Năm 2024 |
| Hộ nghèo | 5 |", "", &["Giảm"]), @r"
    KEY002 ho-so.yaml:11:7
      cột «gia_tri» là so_lieu nhưng bảng không có cột don_vi_tinh
      cách sửa: khai báo cột đơn vị tính, ví dụ: dvt: { tieu_de: Đơn vị tính, kieu: don_vi_tinh }; nếu mọi dòng cùng đơn vị thì dùng so_luong hoặc phan_tram
    ");
    let no_name = "giam: { tieu_de: Giảm, kieu: so_ho, hai_so: có }\nnua: { tieu_de: Nửa, kieu: so_luong, le: 1, hai_so: co }\nty_le: { tieu_de: Tỷ lệ, kieu: phan_tram, hai_so: co }";
    insta::assert_snapshot!(found(no_name, "
| Giảm | Nửa | Tỷ lệ |
| 5 | 5 | 5 |", "", &["Giảm"]), @r"
    KEY002 ho-so.yaml:10:7
      bảng không có cột tên đơn vị (kieu: dia_phuong) hay tên chỉ tiêu (kieu: chi_tieu)
      cách sửa: khai báo cột tên, ví dụ: ten: { tieu_de: Địa phương, kieu: dia_phuong }
    KEY006 ho-so.yaml:10:51
      «hai_so» không nhận giá trị «có»
      cách sửa: có phải ý là «co»?
    KEY004 ho-so.yaml:11:59
      «hai_so» chỉ dùng cho cột đếm số nguyên: so_ho, so_nguoi, so_luong không có «le»
      cách sửa: xóa «hai_so», hoặc sửa «kieu» và «le» của cột
    KEY004 ho-so.yaml:12:57
      «hai_so» chỉ dùng cho cột đếm số nguyên: so_ho, so_nguoi, so_luong không có «le»
      cách sửa: xóa «hai_so», hoặc sửa «kieu» và «le» của cột
    ");
}

const PARTS: &str = "
| TT | Địa phương | Giảm | Tỷ lệ |
| I | Vùng cao | 90 | 9 |
| | Trong đó: Hộ DTTS | 61 | 6 |
| 1 | Xã An Bình | 40 | 8 |
| | - Hộ DTTS | 41 | 6 |
| | - Hộ mới | 2 | 6 |
| 2 | Xã An Hòa | 50 | 10 |
| | - Hộ DTTS | 30 | 6 |
| 3 | Xã Yên Lạc | 0 | 10 |
| | - Hộ DTTS | 0 | 6 |
| | Tổng cộng | 90 | 9 |
| | Trong đó: Hộ DTTS | 61 | 6 |
| 4 | Xã Yên Minh | 5 | 6 |";

#[test]
fn a_part_is_more_than_its_whole_and_parts_do_not_add_up() {
    insta::assert_snapshot!(found(COUNTS, PARTS, "", &["Giảm"]), @r"
    TOT001 bang.xlsx [Biểu] C3 (Vùng cao)
      dòng nhóm «Vùng cao › Hộ DTTS», cột «Giảm» ghi 61, tổng các dòng là 71
      cùng với: bang.xlsx [Biểu] C5:C10
      ghi chú: 41 + 30 + 0 = 71
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    TOT004 bang.xlsx [Biểu] C5 (Xã An Bình)
      «- Hộ DTTS» là một phần của «Xã An Bình» mà cột «Giảm» ghi 41, nhiều hơn 40
      cùng với: bang.xlsx [Biểu] C4
      cách sửa: sửa ô sai rồi lưu bảng tính; nếu dòng này không phải là «trong đó» thì bỏ gạch đầu tên hoặc đánh số thứ tự
    XLS013 bang.xlsx [Biểu] B13
      dòng «Xã Yên Minh» có số liệu nhưng nằm dưới dòng tổng
      cùng với: bang.xlsx [Biểu] B11
      cách sửa: đưa dòng này lên trên dòng tổng, hoặc chuyển sang trang khác nếu không thuộc bảng
    ");
}

#[test]
fn a_part_that_some_rows_do_not_have_is_not_added() {
    insta::assert_snapshot!(found(COUNTS, "
| TT | Địa phương | Giảm | Tỷ lệ |
| 1 | Xã An Bình | 40 | 8 |
| 2 | Xã An Hòa | 50 | 10 |
| | - Hộ DTTS | 30 | 6 |
| | Tổng cộng | 90 | 9 |
| | - Hộ DTTS | 61 | 6 |", "", &["Giảm"]), @"");
}

#[test]
fn equations_hold_in_parts_too() {
    let columns = format!("{COUNTS}\ncon: {{ tieu_de: Còn, kieu: so_ho, cong_thuc: giam + 1 }}");
    insta::assert_snapshot!(found(&columns, "
| TT | Địa phương | Giảm | Tỷ lệ | Còn |
| 1 | Xã An Bình | 40 | 8 | 41 |
| | - Hộ DTTS | 30 | 6 | 33 |", "", &["Giảm"]), @r"
    EQN001 bang.xlsx [Biểu] E3 (Xã An Bình)
      cột «Còn» của «Xã An Bình › Hộ DTTS» ghi 33, tính theo công thức giam + 1 thì được 31
      cùng với: bang.xlsx [Biểu] C3
      ghi chú: 30 + 1 = 31
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    ");
}

#[test]
fn a_reference_to_a_part_that_is_not_there() {
    let sheet = "
| TT | Địa phương | Giảm | Tỷ lệ |
| 1 | Xã An Bình | 40 | 8 |
| | - Hộ DTTS | 30 | 6 |
| | - Hộ mới | 2 | 6 |
| 2 | Xã An Hòa | 50 | 10 |";
    insta::assert_snapshot!(found(COUNTS, sheet, "", &[
        "{{ bang.dong['An Bình'].trong_do.giam }}",
        "{{ bang.dong['An Bình'].trong_do['Hộ DTS'].giam }}",
        "{{ bang.dong['An Bình'].trong_do['Trẻ em'].giam }}",
        "{{ bang.dong['An Hòa'].trong_do.giam }}",
        "{{ bang.dong['An Bình'].trong_do }}",
        "{{ bang.dong['An Bình'].trong_do['Hộ mới'].gaim }}",
        "{{ bang.tong.trong_do.giam }}",
    ]), @"
    REF001 bao-cao.yaml:6:12 <bao-cao.yaml>
      dòng «Xã An Bình» có 2 dòng «trong đó»
      cách sửa: nói rõ dòng nào; các dòng trong đó: trong_do['Hộ DTTS'], trong_do['Hộ mới']
    REF001 bao-cao.yaml:7:12 <bao-cao.yaml>
      dòng «Xã An Bình» không có dòng «trong đó» tên «Hộ DTS»
      cách sửa: có phải ý là «Hộ DTTS»?
    REF001 bao-cao.yaml:8:12 <bao-cao.yaml>
      dòng «Xã An Bình» không có dòng «trong đó» tên «Trẻ em»
      cách sửa: các dòng trong đó: trong_do['Hộ DTTS'], trong_do['Hộ mới']
    REF001 bao-cao.yaml:9:12 <bao-cao.yaml>
      dòng «Xã An Hòa» của bảng «bang» không có dòng «trong đó»
      cách sửa: dòng «trong đó» phải nằm ngay dưới dòng này, như ở «Xã An Bình»
    REF001 bao-cao.yaml:10:12 <bao-cao.yaml>
      không hiểu phần đứng sau «bang.dong['An Bình']»
      cách sửa: viết bang.dong['An Bình'].<cột>, bang.dong['An Bình'].trong_do.<cột> hoặc bang.dong['An Bình'].trong_do['Hộ DTTS'].<cột>
    REF001 bao-cao.yaml:11:12 <bao-cao.yaml>
      bảng «bang» không có cột «gaim»
      cách sửa: có phải ý là «giam»?
    REF001 bao-cao.yaml:12:12 <bao-cao.yaml>
      bảng «bang» không có dòng tổng
      cách sửa: thêm dòng tổng vào bảng tính
    ");
}

#[test]
fn a_list_of_names_takes_one_filter_and_belongs_to_a_table_or_a_group() {
    let sheet = "
| TT | Địa phương | Giảm | Tỷ lệ |
| 1 | Xã An Bình | 40 | 8 |";
    insta::assert_snapshot!(found(COUNTS, sheet, "", &[
        "{{ bang.cac_ten | chu }}",
        "{{ bang.tong.cac_ten }}",
        "{{ bangg.cac_ten }}",
        "{{ bang.dong['An Bình'].giam | sap_xep }}",
        "{{ bang.nhom['I'].cac_ten }}",
    ]), @"
    REF003 bao-cao.yaml:6:12 <bao-cao.yaml>
      «cac_ten» chỉ dùng bộ lọc sap_xep
      cách sửa: bỏ bộ lọc, hoặc gọi một cột số
    REF001 bao-cao.yaml:7:12 <bao-cao.yaml>
      «cac_ten» liệt kê các đơn vị của cả bảng hoặc của một nhóm
      cách sửa: viết bang.cac_ten hoặc bang.nhom['I'].cac_ten
    REF001 bao-cao.yaml:8:12 <bao-cao.yaml>
      không có bảng «bangg»
      cách sửa: có phải ý là «bang»?
    REF003 bao-cao.yaml:9:12 <bao-cao.yaml>
      sap_xep chỉ dùng cho cac_ten
      cách sửa: bỏ bộ lọc, hoặc gọi một cột số
    REF001 bao-cao.yaml:10:12 <bao-cao.yaml>
      bảng «bang» không có nhóm «I»
      cách sửa: bảng tính không có dòng nhóm (I, II, II.1) nào
    ");
}

#[test]
fn a_table_of_nothing_but_parts() {
    insta::assert_snapshot!(found(COUNTS, "
| TT | Địa phương | Giảm | Tỷ lệ |
| I | Vùng cao | 90 | 9 |
| | - Hộ DTTS | 40 | 8 |
| | - Hộ mới | 50 | 10 |", "", &["Giảm"]), @"
    XLS009 bang.xlsx [Biểu] A2
      bảng «bang» không có dòng đơn vị nào dưới đầu bảng
      cùng với: ho-so.yaml:8:5
      cách sửa: dòng «- …» không có số thứ tự là dòng «trong đó»; nếu là đơn vị thì bỏ gạch đầu tên hoặc đánh số thứ tự
    ");
}

#[test]
fn a_habit_that_there_is_not() {
    let sheet = "
| Địa phương | Giảm | Tỷ lệ |
| Xã An Bình | 40 | 8 |";
    insta::assert_snapshot!(
        found(COUNTS, sheet, "thoi_quen: { linh: linhh, ngan: nghin, khoang: cach }\n", &["Giảm"]),
        @"
    KEY006 ho-so.yaml:5:20
      «linh» không nhận giá trị «linhh»
      cách sửa: có phải ý là «linh»?
    KEY001 ho-so.yaml:5:27
      khóa «ngan» không dùng được trong «thoi_quen»
      cách sửa: các khóa được phép: linh, nghin, tu, ty, ngay_ngan, ngay_can_cu, diem, khoang
    "
    );
    insta::assert_snapshot!(found(COUNTS, sheet, "thoi_quen: linh\n", &["Giảm"]), @r"
    KEY004 ho-so.yaml:5:12
      «thoi_quen» phải gồm các dòng «khóa: giá trị», ở đây là một đoạn chữ
      cách sửa: các khóa được phép: linh, nghin, tu, ty, ngay_ngan, ngay_can_cu, diem, khoang
    ");
}
