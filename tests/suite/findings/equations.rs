//! Row equations over ranges (`EQN001`).

use super::figures::found;

const COLUMNS: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
dau: { tieu_de: Đầu năm, kieu: so_ho }
giam: { tieu_de: Giảm, kieu: so_ho }
cuoi: { tieu_de: Cuối năm, kieu: so_ho, cong_thuc: dau - giam }";

#[test]
fn a_result_is_not_possible_with_its_ranges() {
    insta::assert_snapshot!(found(COLUMNS, "
| TT | Địa phương | Đầu năm | Giảm | Cuối năm |
| 1 | Xã An Bình | 100 | 30 - 40 | 75 |
| 2 | Xã An Hòa | 100 | 30 - 40 | 50 - 65 |
| 3 | Xã Yên Lạc | 100 | trên 30 | trên 80 |
| 4 | Xã Yên Minh | 100 | dưới 30 | 60 |
| 5 | Xã Yên Sơn | 100 | 40 | 55 - 65 |
| 6 | Xã Yên Thịnh | từ 90 đến 100 | 30 - 40 | dưới 50 |", "", &["Giảm"]), @"
    EQN001 bang.xlsx [Biểu] E2 (Xã An Bình)
      cột «Cuối năm» của «Xã An Bình» ghi 75, tính theo công thức dau - giam thì được 60 - 70
      cùng với: bang.xlsx [Biểu] C2
      cùng với: bang.xlsx [Biểu] D2
      ghi chú: 100 - (30 - 40) = 60 - 70
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    EQN001 bang.xlsx [Biểu] E3 (Xã An Hòa)
      cột «Cuối năm» của «Xã An Hòa» ghi 50 - 65, tính theo công thức dau - giam thì được 60 - 70
      cùng với: bang.xlsx [Biểu] C3
      cùng với: bang.xlsx [Biểu] D3
      ghi chú: 100 - (30 - 40) = 60 - 70
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    EQN001 bang.xlsx [Biểu] E4 (Xã Yên Lạc)
      cột «Cuối năm» của «Xã Yên Lạc» ghi trên 80, tính theo công thức dau - giam thì được không quá 70
      cùng với: bang.xlsx [Biểu] C4
      cùng với: bang.xlsx [Biểu] D4
      ghi chú: 100 - (trên 30) = không quá 70
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    EQN001 bang.xlsx [Biểu] E5 (Xã Yên Minh)
      cột «Cuối năm» của «Xã Yên Minh» ghi 60, tính theo công thức dau - giam thì được từ 70 trở lên
      cùng với: bang.xlsx [Biểu] C5
      cùng với: bang.xlsx [Biểu] D5
      ghi chú: 100 - (dưới 30) = từ 70 trở lên
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    EQN001 bang.xlsx [Biểu] E6 (Xã Yên Sơn)
      cột «Cuối năm» của «Xã Yên Sơn» ghi 55 - 65, tính theo công thức dau - giam thì được 60
      cùng với: bang.xlsx [Biểu] C6
      cùng với: bang.xlsx [Biểu] D6
      ghi chú: 100 - 40 = 60
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    ");
}

#[test]
fn a_result_that_is_possible_with_its_ranges() {
    insta::assert_snapshot!(found(COLUMNS, "
| TT | Địa phương | Đầu năm | Giảm | Cuối năm |
| 1 | Xã An Bình | 100 | 30 - 40 | 65 |
| 2 | Xã An Hòa | 100 | 30 - 40 | 60 - 70 |
| 3 | Xã Yên Lạc | 100 | trên 30 | dưới 70 |
| 4 | Xã Yên Minh | 100 | trên 30 | 50 - 60 |
| 5 | Xã Yên Sơn | trên 100 | trên 30 | 5 |
| 6 | Xã Yên Thịnh | 90 - 100 | 30 - 40 | trên 50 |", "", &["Giảm"]), @"");
}

#[test]
fn a_column_that_is_used_twice_is_one_value() {
    let columns = COLUMNS.replace("dau - giam", "2 * (dau - giam) - dau * 2 + 200 - 0.5 * giam");
    insta::assert_snapshot!(found(&columns, "
| TT | Địa phương | Đầu năm | Giảm | Cuối năm |
| 1 | Xã An Bình | 90 - 100 | 30 - 40 | 100 - 125 |
| 2 | Xã An Hòa | 90 - 100 | 30 - 40 | 99 |", "", &["Giảm"]), @"
    EQN001 bang.xlsx [Biểu] E3 (Xã An Hòa)
      cột «Cuối năm» của «Xã An Hòa» ghi 99, tính theo công thức 2 * (dau - giam) - dau * 2 + 200 - 0.5 * giam thì được 100 - 125
      cùng với: bang.xlsx [Biểu] C3
      cùng với: bang.xlsx [Biểu] D3
      ghi chú: 2 * ((90 - 100) - (30 - 40)) - (90 - 100) * 2 + 200 - 0,5 * (30 - 40) = 100 - 125
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    ");
}

#[test]
fn a_share_of_a_range_is_left_alone() {
    let columns = COLUMNS.replace("dau - giam", "dau * giam / 100");
    insta::assert_snapshot!(found(&columns, "
| TT | Địa phương | Đầu năm | Giảm | Cuối năm |
| 1 | Xã An Bình | 90 - 100 | 30 - 40 | 5 |", "", &["Giảm"]), @"");
}
