//! The rates of a row: over their denominator (`RAT002`, `BND004`, `BND005`), by formula (`RAT003`), of totals (`RAT004`,
//! `RAT005`); all that is wrong in one row is one finding.

use super::figures::found;

const OVER: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
tong: { tieu_de: Tổng số hộ, kieu: so_ho }
dau: { tieu_de: Đầu năm, kieu: so_ho }
ty_le_dau: { tieu_de: Tỷ lệ đầu năm, kieu: phan_tram, le: 2, cua: dau, tren: tong }
cuoi: { tieu_de: Cuối năm, kieu: so_ho }
ty_le_cuoi: { tieu_de: Tỷ lệ cuối năm, kieu: phan_tram, cua: cuoi, tren: tong }";

#[test]
fn a_rate_is_not_its_count_over_its_total() {
    insta::assert_snapshot!(found(OVER, "
| TT | Địa phương | Tổng số hộ | Đầu năm | Tỷ lệ đầu năm | Cuối năm | Tỷ lệ cuối năm |
| 1 | Xã An Bình | 2000 | 100 | 5 | 61 | 3,5 |
| 2 | Xã An Hòa | 4000 | 250 | 6,52 | 150 | \"3,57\" |
| | - Hộ DTTS | 1200 | 40 | 3,33 | 30 | 2,55 |
| 3 | Xã Yên Lạc | 8000 | 1001 | 12,51 | 1000 | 12,5 |
| | Tổng cộng | 14000 | 1351 | 9,65 | 1211 | 8,7 |", "", &["Giảm"]), @"
    cảnh báo RAT002 bang.xlsx [Biểu] G2 (Xã An Bình)
      cột «Tỷ lệ cuối năm» của «Xã An Bình» ghi 3,5%, lấy «Cuối năm» chia «Tổng số hộ» thì được 3,1%
      cùng với: bang.xlsx [Biểu] F2
      cùng với: bang.xlsx [Biểu] C2
      ghi chú: 61 × 100 / 2.000 = 3,1%; bảng ghi 3,5%
      cách sửa: sửa tỷ lệ, tử số («cua») hoặc mẫu số («tren») trong dòng này; văn bản vẫn in đúng số trong bảng tính
    cảnh báo RAT002 bang.xlsx [Biểu] E3 (Xã An Hòa)
      cột «Tỷ lệ đầu năm» của «Xã An Hòa» ghi 6,52%, lấy «Đầu năm» chia «Tổng số hộ» thì được 6,25%
      cùng với: bang.xlsx [Biểu] D3
      cùng với: bang.xlsx [Biểu] C3
      cùng với: bang.xlsx [Biểu] G3
      cùng với: bang.xlsx [Biểu] F3
      ghi chú: 250 × 100 / 4.000 = 6,25%; bảng ghi 6,52%
      ghi chú: 150 × 100 / 4.000 = 3,75%; bảng ghi 3,57%
      cách sửa: sửa tỷ lệ, tử số («cua») hoặc mẫu số («tren») trong dòng này; văn bản vẫn in đúng số trong bảng tính
    cảnh báo RAT002 bang.xlsx [Biểu] G4 (Xã An Hòa)
      cột «Tỷ lệ cuối năm» của «Xã An Hòa › Hộ DTTS» ghi 2,55%, lấy «Cuối năm» chia «Tổng số hộ» thì được 2,50%
      cùng với: bang.xlsx [Biểu] F4
      cùng với: bang.xlsx [Biểu] C4
      ghi chú: 30 × 100 / 1.200 = 2,50%; bảng ghi 2,55%
      cách sửa: sửa tỷ lệ, tử số («cua») hoặc mẫu số («tren») trong dòng này; văn bản vẫn in đúng số trong bảng tính
    ");
}

#[test]
fn a_rate_that_a_range_of_counts_cannot_give_or_over_nothing() {
    insta::assert_snapshot!(found(OVER, "
| TT | Địa phương | Tổng số hộ | Đầu năm | Tỷ lệ đầu năm | Cuối năm | Tỷ lệ cuối năm |
| 1 | Xã An Bình | 2000 | 100 | 4 - 6 | 60 - 80 | 2 |
| 2 | Xã An Hòa | trên 4000 | 200 | 9,00 | 150 | 9 |
| 3 | Xã Yên Lạc | 0 | 0 | 0 | 0 | 3 |", "", &["Giảm"]), @"");
}

#[test]
fn a_rate_over_a_range_that_allows_it() {
    insta::assert_snapshot!(found(OVER, "
| TT | Địa phương | Tổng số hộ | Đầu năm | Tỷ lệ đầu năm | Cuối năm | Tỷ lệ cuối năm |
| 1 | Xã An Bình | 2000 | 100 | 4 - 6 | 60 - 80 | 3,5 |
| 2 | Xã An Hòa | trên 4000 | 200 | 9,00 | 150 | 9 |
| 3 | Xã Yên Lạc | 12900 | 840 - 930 | \"6,5 - 7,2\" | trên 200 | trên 1 |
| 4 | Xã Yên Minh | 0 | 0 | 0 | - | - |
| 5 | Xã Yên Sơn | 0 | x | x | 0 | x |", "", &["Giảm"]), @"");
}

#[test]
fn a_range_of_rates_that_its_range_of_households_does_not_give() {
    insta::assert_snapshot!(found(OVER, "
| TT | Địa phương | Tổng số hộ | Đầu năm | Tỷ lệ đầu năm | Cuối năm | Tỷ lệ cuối năm |
| 1 | Xã An Bình | 12900 | 480 - 930 | \"6,5 - 7,2\" | 645 | 5 |
| 2 | Xã An Hòa | 2000 | trên 200 | 4 - 6 | 100 | 5 |
| 3 | Xã Yên Lạc | 2000 | 140 | 4 - 6 | 100 | 6 |", "", &["Giảm"]), @"");
}

const POINTS: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
tong: { tieu_de: Tổng số hộ, kieu: so_ho }
dau: { tieu_de: Đầu năm, kieu: so_ho }
ty_le_dau: { tieu_de: Tỷ lệ đầu năm, kieu: phan_tram, le: 2, cua: dau, tren: tong }
giam: { tieu_de: Giảm, kieu: so_ho }
diem: { tieu_de: Giảm (điểm %), kieu: diem_phan_tram, cong_thuc: ty_le_dau - ty_le_cuoi }
cuoi: { tieu_de: Cuối năm, kieu: so_ho, cong_thuc: dau - giam }
ty_le_cuoi: { tieu_de: Tỷ lệ cuối năm, kieu: phan_tram, le: 2, cua: cuoi, tren: tong }";

#[test]
fn points_are_not_the_difference_of_the_printed_rates() {
    insta::assert_snapshot!(found(POINTS, "
| TT | Địa phương | Tổng số hộ | Đầu năm | Tỷ lệ đầu năm | Giảm | Giảm (điểm %) | Cuối năm | Tỷ lệ cuối năm |
| 1 | Xã An Bình | 2000 | 103 | 5,15 | 40 | 1,9 | 63 | 3,15 |
| 2 | Xã An Hòa | 4000 | 250 | 6,25 | 100 | 2,4 | 150 | \"3,57\" |
| 3 | Xã Yên Lạc | 4000 | 250 | 6,25 | 99 | 2,5 | 150 | 3,75 |", "", &["Giảm"]), @"");
}

#[test]
fn points_are_rounded_half_up_to_the_decimals_of_their_own_cell() {
    insta::assert_snapshot!(found(POINTS, "
| TT | Địa phương | Tổng số hộ | Đầu năm | Tỷ lệ đầu năm | Giảm | Giảm (điểm %) | Cuối năm | Tỷ lệ cuối năm |
| 1 | Xã An Bình | 2000 | 103 | 5,15 | 40 | 2 | 63 | 3,15 |
| 2 | Xã An Hòa | 4000 | 250 | 6,25 | 102 | 2,6 | 148 | 3,7 |
| 3 | Xã Yên Lạc | 4000 | 250 | 6,25 | 102 | \"2,55\" | 148 | 3,7 |
| 4 | Xã Yên Minh | 4000 | 250 | 6,25 | 102 | trên 2 | 148 | 3,7 |", "", &["Giảm"]), @"");
}

const UNDECLARED: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
dau: { tieu_de: Đầu năm, kieu: so_ho }
ty_le_dau: { tieu_de: Tỷ lệ đầu năm, kieu: phan_tram, le: 2, cua: dau }
giam: { tieu_de: Giảm, kieu: so_ho }
diem: { tieu_de: Giảm (điểm %), kieu: diem_phan_tram }
cuoi: { tieu_de: Cuối năm, kieu: so_ho, cong_thuc: dau - giam }
ty_le_cuoi: { tieu_de: Tỷ lệ cuối năm, kieu: phan_tram, le: 2, cua: cuoi }";

#[test]
fn points_that_nobody_declared_are_checked_where_there_is_no_doubt() {
    insta::assert_snapshot!(found(UNDECLARED, "
| TT | Địa phương | Đầu năm | Tỷ lệ đầu năm | Giảm | Giảm (điểm %) | Cuối năm | Tỷ lệ cuối năm |
| 1 | Xã An Bình | 100 | 5 | 40 | 2 | 60 | 3 |
| 2 | Xã An Hòa | 200 | 5 | 50 | 2,1 | 150 | 3,75 |
| 3 | Xã Yên Lạc | 1200 | 12 | 400 | 4,6 | 800 | 8,6 |
| 4 | Xã Yên Minh | 500 | 12,5 | 100 | 2,5 | 400 | 10 |
| 5 | Xã Yên Sơn | 500 | 12,5 | 100 | 3 | 400 | 10 |", "", &["Giảm"]), @"");
}

#[test]
fn points_that_are_mostly_something_else_are_left_alone() {
    insta::assert_snapshot!(found(UNDECLARED, "
| TT | Địa phương | Đầu năm | Tỷ lệ đầu năm | Giảm | Giảm (điểm %) | Cuối năm | Tỷ lệ cuối năm |
| 1 | Xã An Bình | 100 | 5 | 40 | 1,5 | 60 | 3 |
| 2 | Xã An Hòa | 200 | 5 | 50 | 1,3 | 150 | 3,75 |
| 3 | Xã Yên Lạc | 1200 | 12 | 400 | 1,5 | 800 | 8 |", "", &["Giảm"]), @"");
}

const SHARED: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
ngheo: { tieu_de: Hộ nghèo, kieu: so_ho }
ty_le: { tieu_de: Tỷ lệ hộ nghèo, kieu: phan_tram, le: 2, cua: ngheo }
can: { tieu_de: Cận nghèo, kieu: so_ho }
ty_le_can: { tieu_de: Tỷ lệ cận nghèo, kieu: phan_tram, le: 2, cua: can }
chung: { tieu_de: Đa chiều, kieu: so_ho, cong_thuc: ngheo + can }
ty_le_chung: { tieu_de: Tỷ lệ đa chiều, kieu: phan_tram, le: 2, cua: chung }";

#[test]
fn every_rate_of_a_row_narrows_what_the_next_may_be() {
    insta::assert_snapshot!(found(SHARED, "
| TT | Địa phương | Hộ nghèo | Tỷ lệ hộ nghèo | Cận nghèo | Tỷ lệ cận nghèo | Đa chiều | Tỷ lệ đa chiều |
| 1 | Xã An Bình | 2 | 0,1 | 60 | 3 | 62 | 3,08 |
| 2 | Xã An Hòa | 0 | 0 | 60 | 3 | 60 | 3,2 |
| 3 | Xã Yên Lạc | 1 | 0 | 60 | 0,1 | 61 | 0,11 |
| 4 | Xã Yên Minh | 0 | 1,5 | 60 | 3 | 60 | 3 |", "", &["Giảm"]), @"");
}

#[test]
fn rates_that_one_denominator_allows() {
    insta::assert_snapshot!(found(SHARED, "
| TT | Địa phương | Hộ nghèo | Tỷ lệ hộ nghèo | Cận nghèo | Tỷ lệ cận nghèo | Đa chiều | Tỷ lệ đa chiều |
| 1 | Xã An Bình | 2 | 0,1 | 60 | 3 | 62 | 3,1 |
| 2 | Xã An Hòa | 0 | 0 | 60 | 3 | 60 | 3 |
| 3 | Xã Yên Lạc | 1 | 0 | 60 | 0,1 | 61 | 0,1 |
| 4 | Xã Yên Minh | - | - | x | x | 60 | 3 |", "", &["Giảm"]), @"");
}

#[test]
fn the_denominators_of_the_rows_do_not_add_up_to_that_of_the_total() {
    insta::assert_snapshot!(found(SHARED, "
| TT | Địa phương | Hộ nghèo | Tỷ lệ hộ nghèo | Cận nghèo | Tỷ lệ cận nghèo | Đa chiều | Tỷ lệ đa chiều |
| I | Đồng bằng | 300 | 5,5 | 60 | 1,1 | 360 | 6,6 |
| 1 | Xã An Bình | 100 | 5 | 20 | 1 | 120 | 6 |
| 2 | Xã An Hòa | 200 | 5 | 40 | 1 | 240 | 6 |
| II | Miền núi | 0 | 0 | 0 | 0 | 0 | 0 |
| 3 | Xã Yên Lạc | 0 | 0 | 0 | 0 | 0 | 0 |
| | Tổng cộng | 300 | 2,5 | 60 | 0,5 | 360 | 3 |", "", &["Giảm"]), @"");
}

const BARE: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
ty_le: { tieu_de: Tỷ lệ hộ nghèo, kieu: phan_tram, le: 2 }
co_cau: { tieu_de: Cơ cấu, kieu: phan_tram, le: 1 }";

#[test]
fn the_rate_of_a_total_is_no_mean_of_rates_and_lies_between_them() {
    insta::assert_snapshot!(found(BARE, "
| TT | Địa phương | Tỷ lệ hộ nghèo | Cơ cấu |
| I | Đồng bằng | 4,17 | 60 |
| 1 | Xã An Bình | 3 | 10 |
| 2 | Xã An Hòa | 4,5 | 20 |
| 3 | Xã An Lạc | 5 | 30 |
| II | Miền núi | 9,1 | 40 |
| 4 | Xã Yên Lạc | 8,2 | 15 |
| 5 | Xã Yên Minh | 8,8 | 25 |
| | Tổng cộng | 6 | 100 |", "", &["Giảm"]), @"");
}

#[test]
fn the_rate_of_a_total_may_be_any_other_between_its_rows() {
    insta::assert_snapshot!(found(BARE, "
| TT | Địa phương | Tỷ lệ hộ nghèo | Cơ cấu |
| I | Đồng bằng | 5 | 60 |
| 1 | Xã An Bình | 5 | 20 |
| 2 | Xã An Hòa | 5 | 20 |
| 3 | Xã An Lạc | 5 | 20 |
| II | Miền núi | 8,5 | 40 |
| 4 | Xã Yên Lạc | 8,2 | 15 |
| 5 | Xã Yên Minh | 8,8 | 25 |
| | Tổng cộng | 6 | 100 |", "", &["Giảm"]), @"");
}

#[test]
fn a_cut_of_nothing() {
    let columns = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
dau: { tieu_de: Đầu năm, kieu: so_ho }
giam: { tieu_de: Giảm, kieu: so_ho }
diem: { tieu_de: Giảm (điểm %), kieu: diem_phan_tram }
cuoi: { tieu_de: Cuối năm, kieu: so_ho, cong_thuc: dau - giam }";
    insta::assert_snapshot!(found(columns, "
| TT | Địa phương | Đầu năm | Giảm | Giảm (điểm %) | Cuối năm |
| 1 | Xã An Bình | 0 | 0 | \"0,5 - 0,7\" | 0 |
| 2 | Xã An Hòa | 0 | 0 | 0 | 0 |
| 3 | Xã Yên Lạc | 20 | 5 | 1 | 15 |", "", &["Giảm"]), @"");
}
