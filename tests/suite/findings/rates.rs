//! Rates whose count and denominator stand in the same row (`RAT002`).

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
fn a_rate_over_a_range_or_over_nothing_is_left_alone() {
    insta::assert_snapshot!(found(OVER, "
| TT | Địa phương | Tổng số hộ | Đầu năm | Tỷ lệ đầu năm | Cuối năm | Tỷ lệ cuối năm |
| 1 | Xã An Bình | 2000 | 100 | 4 - 6 | 60 - 80 | 2 |
| 2 | Xã An Hòa | trên 4000 | 200 | 9,00 | 150 | 9 |
| 3 | Xã Yên Lạc | 0 | 0 | 0 | 0 | 3 |", "", &["Giảm"]), @"");
}
