//! Cells with two readings, bounds in signs, indicators without a unit, and targets that a filter would change.

use super::figures::found;

const RATES: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
ty_le: { tieu_de: Tỷ lệ, kieu: phan_tram }
diem: { tieu_de: Điểm, kieu: diem_phan_tram }
giam: { tieu_de: Giảm, kieu: so_ho }";

const INDICATORS: &str = "
ten: { tieu_de: Chỉ tiêu, kieu: chi_tieu }
dvt: { tieu_de: Đơn vị tính, kieu: don_vi_tinh }
gia_tri: { tieu_de: Năm 2024, kieu: so_lieu }";

#[test]
fn a_rate_with_a_point_has_two_readings() {
    insta::assert_snapshot!(found(RATES, "
| TT | Địa phương | Tỷ lệ | Điểm | Giảm |
| 1 | Xã An Bình | \"7.970\" | \"1.580 - 1.600%\" | \"7.970\" |
| 2 | Xã An Hòa | \"trên 1.200%\" | \"7.97\" | \"1.580 - 1.600\" |
| 3 | Xã Yên Lạc | \"1.234,5\" | 1580 | \"trên 1.200\" |", "", &["Giảm"]), @"
    XLS005 bang.xlsx [Biểu] C2 (Xã An Bình)
      cột «Tỷ lệ» của «Xã An Bình» là «7.970», cần một tỷ lệ: dấu chấm trong «7.970» hiểu được hai cách: 7,970 hoặc 7.970
      cách sửa: ghi dấu phẩy trước phần lẻ, ví dụ 7,97; trên một nghìn thì ghi liền, ví dụ 1580
    XLS005 bang.xlsx [Biểu] D2 (Xã An Bình)
      cột «Điểm» của «Xã An Bình» là «1.580 - 1.600%», không đọc được như một khoảng: dấu chấm trong «1.580 - 1.600%» hiểu được hai cách: 1,580 - 1,600 hoặc 1.580 - 1.600
      cách sửa: ghi dấu phẩy trước phần lẻ, ví dụ 7,97; trên một nghìn thì ghi liền, ví dụ 1580
    XLS005 bang.xlsx [Biểu] C3 (Xã An Hòa)
      cột «Tỷ lệ» của «Xã An Hòa» là «trên 1.200%», không đọc được như một khoảng: dấu chấm trong «1.200%» hiểu được hai cách: 1,200 hoặc 1.200
      cách sửa: ghi dấu phẩy trước phần lẻ, ví dụ 7,97; trên một nghìn thì ghi liền, ví dụ 1580
    XLS005 bang.xlsx [Biểu] D3 (Xã An Hòa)
      cột «Điểm» của «Xã An Hòa» là «7.97», cần một tỷ lệ: dấu chấm trong «7.97» hiểu được hai cách: 7,97 hoặc 797
      cách sửa: ghi dấu phẩy trước phần lẻ, ví dụ 7,97; trên một nghìn thì ghi liền, ví dụ 1580
    BND002 bang.xlsx [Biểu] C4 (Xã Yên Lạc)
      cột «Tỷ lệ» của «Xã Yên Lạc» ghi 1.234,5%, lớn hơn 100%
      cách sửa: sửa tỷ lệ rồi lưu bảng tính; tỷ lệ so với kế hoạch hoặc năm trước thì ghi rõ «Đạt», «So với …» ở đầu cột
    BND002 bang.xlsx [Biểu] D4 (Xã Yên Lạc)
      cột «Điểm» của «Xã Yên Lạc» ghi 1.580%, lớn hơn 100%
      cách sửa: sửa tỷ lệ rồi lưu bảng tính; tỷ lệ so với kế hoạch hoặc năm trước thì ghi rõ «Đạt», «So với …» ở đầu cột
    ");
    insta::assert_snapshot!(found(INDICATORS, "
| TT | Chỉ tiêu | Đơn vị tính | Năm 2024 |
| 1 | Tỷ lệ giảm | % | \"1.580\" |
| 2 | Hộ nghèo | hộ | \"1.580\" |
| 3 | Mức giảm | điểm % | \"1.580\" |", "", &["Giảm"]), @"
    XLS005 bang.xlsx [Biểu] D2 (Tỷ lệ giảm)
      cột «Năm 2024» của «Tỷ lệ giảm» là «1.580», cần một số: dấu chấm trong «1.580» hiểu được hai cách: 1,580 hoặc 1.580
      cách sửa: ghi dấu phẩy trước phần lẻ, ví dụ 7,97; trên một nghìn thì ghi liền, ví dụ 1580
    XLS005 bang.xlsx [Biểu] D4 (Mức giảm)
      cột «Năm 2024» của «Mức giảm» là «1.580», cần một số: dấu chấm trong «1.580» hiểu được hai cách: 1,580 hoặc 1.580
      cách sửa: ghi dấu phẩy trước phần lẻ, ví dụ 7,97; trên một nghìn thì ghi liền, ví dụ 1580
    ");
}

#[test]
fn my_bounds_are_written_with_signs() {
    insta::assert_snapshot!(found(INDICATORS, "
| TT | Chỉ tiêu | Đơn vị tính | Năm 2024 |
| 1 | Mô hình | mô hình | >20 |
| 2 | Xã đạt chuẩn | xã | ≥20 |
| 3 | Hộ nghèo | hộ | 20+ |
| 4 | Tỷ lệ | % | từ <20 đến 30 |", "", &["Giảm"]), @"
    XLS005 bang.xlsx [Biểu] D2 (Mô hình)
      cột «Năm 2024» của «Mô hình» là «>20», cần một số: «>20» không phải là một số
      cách sửa: mức để mở một đầu thì ghi bằng chữ: viết «trên 20», «từ 20 trở lên», «dưới 20», «không quá 20»
    XLS005 bang.xlsx [Biểu] D3 (Xã đạt chuẩn)
      cột «Năm 2024» của «Xã đạt chuẩn» là «≥20», cần một số: «≥20» không phải là một số
      cách sửa: mức để mở một đầu thì ghi bằng chữ: viết «trên 20», «từ 20 trở lên», «dưới 20», «không quá 20»
    XLS005 bang.xlsx [Biểu] D4 (Hộ nghèo)
      cột «Năm 2024» của «Hộ nghèo» là «20+», cần một số: «20+» không phải là một số
      cách sửa: mức để mở một đầu thì ghi bằng chữ: viết «trên 20», «từ 20 trở lên», «dưới 20», «không quá 20»
    XLS005 bang.xlsx [Biểu] D5 (Tỷ lệ)
      cột «Năm 2024» của «Tỷ lệ» là «từ <20 đến 30», không đọc được như một khoảng: «<20» không phải là một số
      cách sửa: mức để mở một đầu thì ghi bằng chữ: viết «trên 20», «từ 20 trở lên», «dưới 20», «không quá 20»
    ");
    insta::assert_snapshot!(found(RATES, "
| Địa phương | Tỷ lệ | Điểm | Giảm |
| Xã An Bình | 5 | 1 | >20 |", "", &["Giảm"]), @"
    XLS005 bang.xlsx [Biểu] D2 (Xã An Bình)
      cột «Giảm» của «Xã An Bình» là «>20», cần một số: «>20» không phải là một số
      cách sửa: mức để mở một đầu thì ghi bằng chữ: viết «trên 20», «từ 20 trở lên», «dưới 20», «không quá 20»
    ");
}

#[test]
fn my_indicator_has_figures_and_no_unit() {
    insta::assert_snapshot!(found(INDICATORS, "
| TT | Chỉ tiêu | Đơn vị tính | Năm 2024 |
| I | Giảm nghèo | | |
| 1 | Mức giảm | | 5 |
| - | Trong đó: người nghèo | | 3 |
| 2 | Mô hình | 12 | 20 |
| - | Trong đó: chăn nuôi | 7,5 | 2 |
| 3 | Hỗ trợ | | |
| II | Hộ nghèo | | 40 |", "", &["Giảm"]), @"
    XLS007 bang.xlsx [Biểu] C3 (Mức giảm)
      cột «Đơn vị tính» của «Mức giảm» để trống, cần đơn vị tính của số liệu trong dòng
      cách sửa: ghi đơn vị tính của dòng này, ví dụ %, hộ, xã, triệu đồng
    XLS007 bang.xlsx [Biểu] C5 (Mô hình)
      cột «Đơn vị tính» của «Mô hình» ghi «12», cần đơn vị tính của số liệu trong dòng
      cách sửa: ghi đơn vị tính của dòng này, ví dụ %, hộ, xã, triệu đồng
    XLS007 bang.xlsx [Biểu] D7 (Hỗ trợ)
      cột «Năm 2024» của «Hỗ trợ» để trống, cần một số
      cách sửa: điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả
    XLS007 bang.xlsx [Biểu] C8 (Hộ nghèo)
      cột «Đơn vị tính» của «Hộ nghèo» để trống, cần đơn vị tính của số liệu trong dòng
      cách sửa: ghi đơn vị tính của dòng này, ví dụ %, hộ, xã, triệu đồng
    ");
}

#[test]
fn the_unit_of_an_indicator_stands_in_its_row() {
    insta::assert_snapshot!(found(&INDICATORS.replace("so_lieu }", "so_lieu, don_vi: hộ }"), "
| TT | Chỉ tiêu | Đơn vị tính | Năm 2024 |
| 1 | Mức giảm | % | 5 |", "", &["Giảm"]), @"
    KEY004 ho-so.yaml:12:60
      cột «gia_tri» là so_lieu: đơn vị của số liệu ở cột don_vi_tinh của từng dòng, không ở «don_vi»
      cách sửa: xóa «don_vi»; nếu mọi dòng cùng đơn vị thì dùng kieu so_luong hoặc phan_tram
    ");
}

#[test]
fn rounding_would_change_my_target() {
    insta::assert_snapshot!(found(RATES, "
| TT | Địa phương | Tỷ lệ | Điểm | Giảm |
| 1 | Xã An Bình | 1,58 - 1,60 | \"dưới 0,04\" | 6 - 7 |", "", &[
        "{{ bang.dong['An Bình'].ty_le | le(1) }}",
        "{{ bang.dong['An Bình'].diem | le(1) }}",
        "{{ bang.dong['An Bình'].ty_le | le(2) }}, {{ bang.dong['An Bình'].ty_le | le(3) }}",
        "{{ bang.dong['An Bình'].giam | le(1) }}",
    ]), @"
    REF003 bao-cao.yaml:6:12 <bao-cao.yaml>
      le(1) đổi «1,58 - 1,60%» thành «1,6 - 1,6%»: khoảng và mức không làm tròn được
      cách sửa: bỏ bộ lọc, hoặc tăng số chữ số thập phân trong «le(…)»
    REF003 bao-cao.yaml:7:12 <bao-cao.yaml>
      le(1) đổi «dưới 0,04%» thành «dưới 0,0%»: khoảng và mức không làm tròn được
      cách sửa: bỏ bộ lọc, hoặc tăng số chữ số thập phân trong «le(…)»
    ");
}

#[test]
fn a_commune_is_called_like_a_column_id() {
    insta::assert_snapshot!(found(RATES, "
| TT | Địa phương | Tỷ lệ | Điểm | Giảm |
| 1 | A | | | 80 |
| 2 | B | 5 | 1 | 20 |", "", &["{{ bang.dong['B'].giam }}"]), @"
    XLS007 bang.xlsx [Biểu] C2 (A)
      cột «Tỷ lệ» của «A» để trống, cần một tỷ lệ
      cách sửa: điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả
    XLS007 bang.xlsx [Biểu] D2 (A)
      cột «Điểm» của «A» để trống, cần một tỷ lệ
      cách sửa: điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả
    ");
    insta::assert_snapshot!(found("ten: { tieu_de: Địa phương, kieu: dia_phuong }\ngiam: { tieu_de: Giảm, kieu: so_ho }", "
| Địa phương | Giảm |
| A | 80 |
| B | 20 |
| Tổng cộng | 20 |", "", &["Giảm"]), @"
    TOT002 bang.xlsx [Biểu] B4 (Tổng cộng)
      dòng tổng «Tổng cộng», cột «Giảm» ghi 20, tổng các dòng là 100
      cùng với: bang.xlsx [Biểu] B2:B3
      ghi chú: 80 + 20 = 100
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    ");
}
