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
| 3 | Xã Yên Lạc | 0 | 0 | 0 | 0 | 3 |", "", &["Giảm"]), @"
    cảnh báo BND004 bang.xlsx [Biểu] G2 (Xã An Bình)
      cột «Tỷ lệ cuối năm» của «Xã An Bình» ghi 2%, «Cuối năm» là 60 - 80 thì phải là 3 - 4%
      cùng với: bang.xlsx [Biểu] F2
      cùng với: bang.xlsx [Biểu] C2
      ghi chú: (60 - 80) × 100 / 2.000 = 3 - 4%; bảng ghi 2%
      cách sửa: sửa khoảng tỷ lệ, khoảng số hộ («cua») hoặc mẫu số («tren») trong dòng này
    cảnh báo BND005 bang.xlsx [Biểu] G4 (Xã Yên Lạc)
      cột «Tỷ lệ cuối năm» của «Xã Yên Lạc» ghi 3, mà «Tổng số hộ» là 0
      cùng với: bang.xlsx [Biểu] C4
      ghi chú: «Tổng số hộ» là 0 thì «Tỷ lệ cuối năm» chỉ có thể là 0 hoặc «-»
      cách sửa: sửa số 0 nếu gõ thiếu, hoặc ghi 0 hay «-» ở ô tỷ lệ
    ");
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
| 3 | Xã Yên Lạc | 2000 | 140 | 4 - 6 | 100 | 6 |", "", &["Giảm"]), @"
    cảnh báo BND004 bang.xlsx [Biểu] E2 (Xã An Bình)
      cột «Tỷ lệ đầu năm» của «Xã An Bình» ghi 6,50 - 7,20%, «Đầu năm» là 480 - 930 thì phải là 3,72 - 7,21%
      cùng với: bang.xlsx [Biểu] D2
      cùng với: bang.xlsx [Biểu] C2
      ghi chú: (480 - 930) × 100 / 12.900 = 3,72 - 7,21%; bảng ghi 6,50 - 7,20%
      cách sửa: sửa khoảng tỷ lệ, khoảng số hộ («cua») hoặc mẫu số («tren») trong dòng này
    cảnh báo BND004 bang.xlsx [Biểu] E3 (Xã An Hòa)
      cột «Tỷ lệ đầu năm» của «Xã An Hòa» ghi 4,00 - 6,00%, «Đầu năm» là trên 200 thì phải là từ 10% trở lên
      cùng với: bang.xlsx [Biểu] D3
      cùng với: bang.xlsx [Biểu] C3
      ghi chú: (trên 200) × 100 / 2.000 = từ 10% trở lên; bảng ghi 4,00 - 6,00%
      cách sửa: sửa khoảng tỷ lệ, khoảng số hộ («cua») hoặc mẫu số («tren») trong dòng này
    cảnh báo RAT002 bang.xlsx [Biểu] G4 (Xã Yên Lạc)
      cột «Tỷ lệ cuối năm» của «Xã Yên Lạc» ghi 6%, lấy «Cuối năm» chia «Tổng số hộ» thì được 5%; cột «Tỷ lệ đầu năm» của «Xã Yên Lạc» ghi 4,00 - 6,00%, «Đầu năm» là 140 thì phải là 7%
      cùng với: bang.xlsx [Biểu] F4
      cùng với: bang.xlsx [Biểu] C4
      cùng với: bang.xlsx [Biểu] E4
      cùng với: bang.xlsx [Biểu] D4
      ghi chú: 100 × 100 / 2.000 = 5%; bảng ghi 6%
      ghi chú: 140 × 100 / 2.000 = 7%; bảng ghi 4,00 - 6,00%
      cách sửa: sửa tỷ lệ, tử số («cua») hoặc mẫu số («tren») trong dòng này; văn bản vẫn in đúng số trong bảng tính
    ");
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
| 3 | Xã Yên Lạc | 4000 | 250 | 6,25 | 99 | 2,5 | 150 | 3,75 |", "", &["Giảm"]), @"
    cảnh báo RAT003 bang.xlsx [Biểu] G2 (Xã An Bình)
      cột «Giảm (điểm %)» của «Xã An Bình» ghi 1,9, lấy «Tỷ lệ đầu năm» trừ «Tỷ lệ cuối năm» thì được 2
      cùng với: bang.xlsx [Biểu] E2
      cùng với: bang.xlsx [Biểu] I2
      ghi chú: 5,15 - 3,15 = 2; bảng ghi 1,9
      cách sửa: đối chiếu các tỷ lệ trong dòng với nguồn, sửa ô sai; văn bản vẫn in đúng số trong bảng tính
    cảnh báo RAT002 bang.xlsx [Biểu] I3 (Xã An Hòa)
      cột «Tỷ lệ cuối năm» của «Xã An Hòa» ghi 3,57%, lấy «Cuối năm» chia «Tổng số hộ» thì được 3,75%; cột «Giảm (điểm %)» của «Xã An Hòa» ghi 2,4, lấy «Tỷ lệ đầu năm» trừ «Tỷ lệ cuối năm» thì được 2,7
      cùng với: bang.xlsx [Biểu] H3
      cùng với: bang.xlsx [Biểu] C3
      cùng với: bang.xlsx [Biểu] G3
      cùng với: bang.xlsx [Biểu] E3
      ghi chú: 150 × 100 / 4.000 = 3,75%; bảng ghi 3,57%
      ghi chú: 6,25 - 3,57 = 2,68, làm tròn là 2,7; bảng ghi 2,4
      cách sửa: sửa tỷ lệ, tử số («cua») hoặc mẫu số («tren») trong dòng này; văn bản vẫn in đúng số trong bảng tính
    EQN001 bang.xlsx [Biểu] H4 (Xã Yên Lạc)
      cột «Cuối năm» của «Xã Yên Lạc» ghi 150, tính theo công thức dau - giam thì được 151
      cùng với: bang.xlsx [Biểu] D4
      cùng với: bang.xlsx [Biểu] F4
      ghi chú: 250 - 99 = 151
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    ");
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
| 5 | Xã Yên Sơn | 500 | 12,5 | 100 | 3 | 400 | 10 |", "", &["Giảm"]), @"
    cảnh báo RAT003 bang.xlsx [Biểu] F3 (Xã An Hòa)
      cột «Giảm (điểm %)» của «Xã An Hòa» ghi 2,1, lấy «Tỷ lệ đầu năm» trừ «Tỷ lệ cuối năm» thì được 1,3
      cùng với: bang.xlsx [Biểu] D3
      cùng với: bang.xlsx [Biểu] H3
      ghi chú: 5 - 3,75 = 1,25, làm tròn là 1,3; bảng ghi 2,1
      cách sửa: đối chiếu các tỷ lệ trong dòng với nguồn, sửa ô sai; văn bản vẫn in đúng số trong bảng tính
    cảnh báo RAT001 bang.xlsx [Biểu] H4 (Xã Yên Lạc)
      cột «Tỷ lệ cuối năm» của «Xã Yên Lạc» ghi 8,60%, tính theo số hộ thì phải là 8,00%; cột «Giảm (điểm %)» của «Xã Yên Lạc» ghi 4,6, lấy «Tỷ lệ đầu năm» trừ «Tỷ lệ cuối năm» thì được 3,4
      cùng với: bang.xlsx [Biểu] G4
      cùng với: bang.xlsx [Biểu] D4
      cùng với: bang.xlsx [Biểu] C4
      cùng với: bang.xlsx [Biểu] F4
      ghi chú: 1.200 hộ là 12,00% khi tổng số hộ từ 9.996 đến 10.004
      ghi chú: 800 hộ trên 9.996 đến 10.004 hộ là 8,00%; bảng ghi 8,60%
      ghi chú: 12 - 8,6 = 3,4; bảng ghi 4,6
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    ");
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
| 4 | Xã Yên Minh | 0 | 1,5 | 60 | 3 | 60 | 3 |", "", &["Giảm"]), @"
    cảnh báo RAT001 bang.xlsx [Biểu] H2 (Xã An Bình)
      cột «Tỷ lệ đa chiều» của «Xã An Bình» ghi 3,08%, tính theo số hộ thì phải là 3,10%
      cùng với: bang.xlsx [Biểu] G2
      cùng với: bang.xlsx [Biểu] D2
      cùng với: bang.xlsx [Biểu] C2
      cùng với: bang.xlsx [Biểu] F2
      cùng với: bang.xlsx [Biểu] E2
      ghi chú: 2 hộ là 0,10% khi tổng số hộ từ 1.905 đến 2.105
      ghi chú: 60 hộ là 3,00% khi tổng số hộ từ 1.997 đến 2.003
      ghi chú: 62 hộ trên 1.997 đến 2.003 hộ là 3,10%; bảng ghi 3,08%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    cảnh báo RAT001 bang.xlsx [Biểu] H3 (Xã An Hòa)
      cột «Tỷ lệ đa chiều» của «Xã An Hòa» ghi 3,20%, tính theo số hộ thì phải là 3,00%
      cùng với: bang.xlsx [Biểu] G3
      cùng với: bang.xlsx [Biểu] F3
      cùng với: bang.xlsx [Biểu] E3
      ghi chú: 60 hộ là 3,00% khi tổng số hộ từ 1.997 đến 2.003
      ghi chú: 60 hộ trên 1.997 đến 2.003 hộ là 3,00%; bảng ghi 3,20%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    cảnh báo BND005 bang.xlsx [Biểu] D5 (Xã Yên Minh)
      cột «Tỷ lệ hộ nghèo» của «Xã Yên Minh» ghi 1,50, mà «Hộ nghèo» là 0
      cùng với: bang.xlsx [Biểu] C5
      ghi chú: «Hộ nghèo» là 0 thì «Tỷ lệ hộ nghèo» chỉ có thể là 0 hoặc «-»
      cách sửa: sửa số 0 nếu gõ thiếu, hoặc ghi 0 hay «-» ở ô tỷ lệ
    ");
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
| | Tổng cộng | 300 | 2,5 | 60 | 0,5 | 360 | 3 |", "", &["Giảm"]), @"
    cảnh báo RAT005 bang.xlsx [Biểu] D2 (Đồng bằng)
      cột «Tỷ lệ hộ nghèo» của «Đồng bằng» ghi 5,50%, tính theo tổng số hộ của các dòng thì phải là 5,00%
      cùng với: bang.xlsx [Biểu] C2
      cùng với: bang.xlsx [Biểu] D3:D4
      ghi chú: 300 hộ là 5,50% thì tổng số hộ của cả dòng từ 5.451 đến 5.458
      ghi chú: theo tỷ lệ của 2 dòng được cộng, tổng số hộ từ 5.996 đến 6.004
      cách sửa: kiểm tra lại tỷ lệ của dòng này và của các dòng được cộng; văn bản vẫn in đúng số trong bảng tính
    ");
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
| | Tổng cộng | 6 | 100 |", "", &["Giảm"]), @"
    cảnh báo RAT004 bang.xlsx [Biểu] C2 (Đồng bằng)
      cột «Tỷ lệ hộ nghèo» của «Đồng bằng» ghi 4,17%, bằng đúng trung bình cộng tỷ lệ của các dòng
      cùng với: bang.xlsx [Biểu] C3:C5
      ghi chú: cộng tỷ lệ của 3 dòng rồi chia 3 được 4,17%
      cách sửa: tính lại tỷ lệ từ số hộ và tổng số hộ của cả dòng; bảng có cột số hộ thì khai báo «cua», «tren» để chương trình tính
    cảnh báo RAT004 bang.xlsx [Biểu] C6 (Miền núi)
      cột «Tỷ lệ hộ nghèo» của «Miền núi» ghi 9,10%, nằm ngoài khoảng 8,2 - 8,8 của các dòng được gộp
      cùng với: bang.xlsx [Biểu] C7:C8
      ghi chú: tỷ lệ thấp nhất và cao nhất của các dòng: 8,2 - 8,8; tỷ lệ chung luôn nằm giữa hai số này
      cách sửa: tính lại tỷ lệ từ số hộ và tổng số hộ của cả dòng; bảng có cột số hộ thì khai báo «cua», «tren» để chương trình tính
    ");
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
| 3 | Xã Yên Lạc | 20 | 5 | 1 | 15 |", "", &["Giảm"]), @"
    cảnh báo BND005 bang.xlsx [Biểu] E2 (Xã An Bình)
      cột «Giảm (điểm %)» của «Xã An Bình» ghi 0,5 - 0,7, mà «Đầu năm» là 0
      cùng với: bang.xlsx [Biểu] C2
      ghi chú: «Đầu năm» là 0 thì «Giảm (điểm %)» chỉ có thể là 0 hoặc «-»
      cách sửa: sửa số 0 nếu gõ thiếu, hoặc ghi 0 hay «-» ở ô tỷ lệ
    ");
}
