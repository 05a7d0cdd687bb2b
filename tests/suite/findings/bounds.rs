//! What no figure may be (`BND001`-`BND003`), and what the plan itself asks of its targets (`BND008`).

use super::drawn;
use super::figures::found;
use crate::figures::project;

const CUT: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
dau: { tieu_de: Đầu năm, kieu: so_ho }
giam: { tieu_de: Chỉ tiêu giảm, kieu: so_ho }
cuoi: { tieu_de: Còn lại, kieu: so_ho, cong_thuc: dau - giam }
so_sanh: { tieu_de: So với đầu năm, kieu: so_ho, cong_thuc: cuoi - dau }";

#[test]
fn a_cut_is_greater_than_the_stock() {
    insta::assert_snapshot!(found(CUT, "
| TT | Địa phương | Đầu năm | Chỉ tiêu giảm | Còn lại | So với đầu năm |
| 1 | Xã An Bình | 100 | 120 | 20 | -80 |
| 2 | Xã An Hòa | 100 | trên 120 | - | -100 |
| 3 | Xã Yên Lạc | 0 | 5 | 0 | 0 |
| 4 | Xã Yên Minh | 80 - 90 | 95 | 0 | -80 |", "", &["Giảm"]), @"
    BND001 bang.xlsx [Biểu] C2 (Xã An Bình)
      cột «Đầu năm» của «Xã An Bình» ghi 100, nhiều hơn «Còn lại» là 20
      cùng với: bang.xlsx [Biểu] E2
      cùng với: bang.xlsx [Biểu] F2
      ghi chú: trừ đi 100, trong khi chỉ có 20
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    BND001 bang.xlsx [Biểu] D2 (Xã An Bình)
      cột «Chỉ tiêu giảm» của «Xã An Bình» ghi 120, nhiều hơn «Đầu năm» là 100
      cùng với: bang.xlsx [Biểu] C2
      cùng với: bang.xlsx [Biểu] E2
      ghi chú: trừ đi 120, trong khi chỉ có 100
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    EQN001 bang.xlsx [Biểu] E2 (Xã An Bình)
      cột «Còn lại» của «Xã An Bình» ghi 20, tính theo công thức dau - giam thì được -20
      cùng với: bang.xlsx [Biểu] C2
      cùng với: bang.xlsx [Biểu] D2
      ghi chú: 100 - 120 = -20
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    BND003 bang.xlsx [Biểu] F2 (Xã An Bình)
      cột «So với đầu năm» của «Xã An Bình» ghi -80, là số âm
      cách sửa: sửa ô sai rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    BND001 bang.xlsx [Biểu] C3 (Xã An Hòa)
      cột «Đầu năm» của «Xã An Hòa» ghi 100, nhiều hơn «Còn lại» là 0
      cùng với: bang.xlsx [Biểu] E3
      cùng với: bang.xlsx [Biểu] F3
      ghi chú: trừ đi 100, trong khi chỉ có 0
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    BND001 bang.xlsx [Biểu] D3 (Xã An Hòa)
      cột «Chỉ tiêu giảm» của «Xã An Hòa» ghi trên 120, nhiều hơn «Đầu năm» là 100
      cùng với: bang.xlsx [Biểu] C3
      cùng với: bang.xlsx [Biểu] E3
      ghi chú: trừ đi trên 120, trong khi chỉ có 100
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    EQN001 bang.xlsx [Biểu] E3 (Xã An Hòa)
      cột «Còn lại» của «Xã An Hòa» ghi 0, tính theo công thức dau - giam thì được không quá -20
      cùng với: bang.xlsx [Biểu] C3
      cùng với: bang.xlsx [Biểu] D3
      ghi chú: 100 - (trên 120) = không quá -20
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    BND003 bang.xlsx [Biểu] F3 (Xã An Hòa)
      cột «So với đầu năm» của «Xã An Hòa» ghi -100, là số âm
      cách sửa: sửa ô sai rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    BND001 bang.xlsx [Biểu] D4 (Xã Yên Lạc)
      cột «Chỉ tiêu giảm» của «Xã Yên Lạc» ghi 5, nhiều hơn «Đầu năm» là 0
      cùng với: bang.xlsx [Biểu] C4
      cùng với: bang.xlsx [Biểu] E4
      ghi chú: trừ đi 5, trong khi chỉ có 0
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    EQN001 bang.xlsx [Biểu] E4 (Xã Yên Lạc)
      cột «Còn lại» của «Xã Yên Lạc» ghi 0, tính theo công thức dau - giam thì được -5
      cùng với: bang.xlsx [Biểu] C4
      cùng với: bang.xlsx [Biểu] D4
      ghi chú: 0 - 5 = -5
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    BND001 bang.xlsx [Biểu] C5 (Xã Yên Minh)
      cột «Đầu năm» của «Xã Yên Minh» ghi 80 - 90, nhiều hơn «Còn lại» là 0
      cùng với: bang.xlsx [Biểu] E5
      cùng với: bang.xlsx [Biểu] F5
      ghi chú: trừ đi 80 - 90, trong khi chỉ có 0
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    BND001 bang.xlsx [Biểu] D5 (Xã Yên Minh)
      cột «Chỉ tiêu giảm» của «Xã Yên Minh» ghi 95, nhiều hơn «Đầu năm» là 80 - 90
      cùng với: bang.xlsx [Biểu] C5
      cùng với: bang.xlsx [Biểu] E5
      ghi chú: trừ đi 95, trong khi chỉ có 80 - 90
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    EQN001 bang.xlsx [Biểu] E5 (Xã Yên Minh)
      cột «Còn lại» của «Xã Yên Minh» ghi 0, tính theo công thức dau - giam thì được -15 - -5
      cùng với: bang.xlsx [Biểu] C5
      cùng với: bang.xlsx [Biểu] D5
      ghi chú: (80 - 90) - 95 = -15 - -5
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    BND003 bang.xlsx [Biểu] F5 (Xã Yên Minh)
      cột «So với đầu năm» của «Xã Yên Minh» ghi -80, là số âm
      cách sửa: sửa ô sai rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    ");
}

#[test]
fn a_cut_is_all_of_the_stock_or_may_be() {
    insta::assert_snapshot!(found(CUT, "
| TT | Địa phương | Đầu năm | Chỉ tiêu giảm | Còn lại | So với đầu năm |
| 1 | Xã An Bình | 100 | 100 | 0 | -100 |
| 2 | Xã An Hòa | 100 | trên 80 | trên 0 | -90 |
| 3 | Xã Yên Lạc | 0 | 0 | 0 | 0 |
| 4 | Xã Yên Minh | 80 - 90 | 85 | 0 | -80 |", "", &["Giảm"]), @"
    BND001 bang.xlsx [Biểu] C2 (Xã An Bình)
      cột «Đầu năm» của «Xã An Bình» ghi 100, nhiều hơn «Còn lại» là 0
      cùng với: bang.xlsx [Biểu] E2
      cùng với: bang.xlsx [Biểu] F2
      ghi chú: trừ đi 100, trong khi chỉ có 0
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    BND003 bang.xlsx [Biểu] F2 (Xã An Bình)
      cột «So với đầu năm» của «Xã An Bình» ghi -100, là số âm
      cách sửa: sửa ô sai rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    BND003 bang.xlsx [Biểu] F3 (Xã An Hòa)
      cột «So với đầu năm» của «Xã An Hòa» ghi -90, là số âm
      cách sửa: sửa ô sai rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    BND001 bang.xlsx [Biểu] C5 (Xã Yên Minh)
      cột «Đầu năm» của «Xã Yên Minh» ghi 80 - 90, nhiều hơn «Còn lại» là 0
      cùng với: bang.xlsx [Biểu] E5
      cùng với: bang.xlsx [Biểu] F5
      ghi chú: trừ đi 80 - 90, trong khi chỉ có 0
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    BND003 bang.xlsx [Biểu] F5 (Xã Yên Minh)
      cột «So với đầu năm» của «Xã Yên Minh» ghi -80, là số âm
      cách sửa: sửa ô sai rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    ");
}

/// Report 2 of the review: what became of the poor households of the year (nd30.md §6.1 c).
const CHANGES: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
dau: { tieu_de: Đầu kỳ, kieu: so_ho }
thanh_can: { tieu_de: [Thoát nghèo, Trở thành cận nghèo], kieu: so_ho }
vuot_chuan: { tieu_de: [Thoát nghèo, Vượt chuẩn cận nghèo], kieu: so_ho }
khac_giam: { tieu_de: Khác giảm, kieu: so_ho }
tu_can: { tieu_de: Cận nghèo thành nghèo, kieu: so_ho }
tai_ngheo: { tieu_de: [Bổ sung, Tái nghèo], kieu: so_ho }
phat_sinh: { tieu_de: [Bổ sung, Phát sinh mới], kieu: so_ho }
khac_tang: { tieu_de: Khác tăng, kieu: so_ho }
cuoi: { tieu_de: Cuối kỳ, kieu: so_ho, cong_thuc: dau - thanh_can - vuot_chuan - khac_giam + tu_can + tai_ngheo + phat_sinh + khac_tang }";

const CHANGES_HEAD: &str = "
| STT | Địa phương | Đầu kỳ | Thoát nghèo | < | Khác giảm | Cận nghèo thành nghèo | Bổ sung | < | Khác tăng | Cuối kỳ |
| ^ | ^ | ^ | Trở thành cận nghèo | Vượt chuẩn cận nghèo | ^ | ^ | Tái nghèo | Phát sinh mới | ^ | ^ |
| A | B | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9=1-2-3-4+5+6+7+8 |";

#[test]
fn what_became_of_the_poor_households_of_a_year_does_not_add_up() {
    let sheet = format!(
        "{CHANGES_HEAD}
| 1 | Xã An Bình | 100 | 20 | 10 | 2 | 3 | 1 | 4 | 0 | 75 |
| 2 | Xã An Hòa | 50 | 40 | 20 | 1 | 2 | 0 | 3 | 1 | 0 |
| | Tổng cộng | 150 | 60 | 30 | 3 | 5 | 1 | 7 | 1 | 75 |"
    );
    insta::assert_snapshot!(found(CHANGES, &sheet, "", &["Giảm"]), @"
    EQN001 bang.xlsx [Biểu] K4 (Xã An Bình)
      cột «Cuối kỳ» của «Xã An Bình» ghi 75, tính theo công thức dau - thanh_can - vuot_chuan - khac_giam + tu_can + tai_ngheo + phat_sinh + khac_tang thì được 76
      cùng với: bang.xlsx [Biểu] C4
      cùng với: bang.xlsx [Biểu] D4
      cùng với: bang.xlsx [Biểu] E4
      cùng với: bang.xlsx [Biểu] F4
      cùng với: bang.xlsx [Biểu] G4
      cùng với: bang.xlsx [Biểu] H4
      cùng với: bang.xlsx [Biểu] I4
      cùng với: bang.xlsx [Biểu] J4
      ghi chú: 100 - 20 - 10 - 2 + 3 + 1 + 4 + 0 = 76
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    BND001 bang.xlsx [Biểu] D5 (Xã An Hòa)
      cột «Thoát nghèo › Trở thành cận nghèo» của «Xã An Hòa» ghi 40, nhiều hơn «Đầu kỳ» là 50
      cùng với: bang.xlsx [Biểu] C5
      cùng với: bang.xlsx [Biểu] G5
      cùng với: bang.xlsx [Biểu] H5
      cùng với: bang.xlsx [Biểu] I5
      cùng với: bang.xlsx [Biểu] J5
      cùng với: bang.xlsx [Biểu] E5
      cùng với: bang.xlsx [Biểu] F5
      cùng với: bang.xlsx [Biểu] K5
      ghi chú: trừ đi 40 + 20 + 1, trong khi chỉ có 50 + 2 + 0 + 3 + 1
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    EQN001 bang.xlsx [Biểu] K5 (Xã An Hòa)
      cột «Cuối kỳ» của «Xã An Hòa» ghi 0, tính theo công thức dau - thanh_can - vuot_chuan - khac_giam + tu_can + tai_ngheo + phat_sinh + khac_tang thì được -5
      cùng với: bang.xlsx [Biểu] C5
      cùng với: bang.xlsx [Biểu] D5
      cùng với: bang.xlsx [Biểu] E5
      cùng với: bang.xlsx [Biểu] F5
      cùng với: bang.xlsx [Biểu] G5
      cùng với: bang.xlsx [Biểu] H5
      cùng với: bang.xlsx [Biểu] I5
      cùng với: bang.xlsx [Biểu] J5
      ghi chú: 50 - 40 - 20 - 1 + 2 + 0 + 3 + 1 = -5
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    EQN001 bang.xlsx [Biểu] K6 (Tổng cộng)
      cột «Cuối kỳ» của «Tổng cộng» ghi 75, tính theo công thức dau - thanh_can - vuot_chuan - khac_giam + tu_can + tai_ngheo + phat_sinh + khac_tang thì được 71
      cùng với: bang.xlsx [Biểu] C6
      cùng với: bang.xlsx [Biểu] D6
      cùng với: bang.xlsx [Biểu] E6
      cùng với: bang.xlsx [Biểu] F6
      cùng với: bang.xlsx [Biểu] G6
      cùng với: bang.xlsx [Biểu] H6
      cùng với: bang.xlsx [Biểu] I6
      cùng với: bang.xlsx [Biểu] J6
      ghi chú: 150 - 60 - 30 - 3 + 5 + 1 + 7 + 1 = 71
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    ");
}

#[test]
fn what_became_of_the_poor_households_of_a_year() {
    let sheet = format!(
        "{CHANGES_HEAD}
| 1 | Xã An Bình | 100 | 20 | 10 | 2 | 3 | 1 | 4 | 0 | 76 |
| 2 | Xã An Hòa | 50 | 30 | 19 | 1 | 2 | - | 3 | x | 5 |
| | Tổng cộng | 150 | 50 | 29 | 3 | 5 | 1 | 7 | 0 | 81 |"
    );
    insta::assert_snapshot!(found(CHANGES, &sheet, "", &["Giảm"]), @"");
}

#[test]
fn sums_of_sums_leave_out_what_does_not_concern_a_row() {
    let columns = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
giam: { tieu_de: Giảm, kieu: so_ho }
can: { tieu_de: Cận nghèo, kieu: so_ho }";
    insta::assert_snapshot!(found(columns, "
| TT | Địa phương | Giảm | Cận nghèo |
| A | Nông thôn | 40 - 50 | 12 |
| I | Đồng bằng | 10 | x |
| 1 | Xã An Bình | 10 | x |
| 2 | Xã An Hòa | - | x |
| II | Miền núi | 30 - 40 | 12 |
| II.1 | Vùng cao | 20 - 25 | 9 |
| 3 | Xã Yên Lạc | 20 - 25 | 10 |
| II.2 | Vùng thấp | 10 - 15 | 2 |
| 4 | Xã Yên Minh | 10 - 15 | 2 |
| B | Thành thị | 5 | - |
| 5 | Phường Yên Sơn | 5 | - |
| | Tổng cộng | 45 - 60 | 12 |", "", &["Giảm"]), @"
    TOT001 bang.xlsx [Biểu] D6 (Miền núi)
      dòng nhóm «Miền núi», cột «Cận nghèo» ghi 12, tổng các dòng là 11
      cùng với: bang.xlsx [Biểu] D7:D9
      ghi chú: 9 + 2 = 11
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    TOT001 bang.xlsx [Biểu] D7 (Vùng cao)
      dòng nhóm «Vùng cao», cột «Cận nghèo» ghi 9, tổng các dòng là 10
      cùng với: bang.xlsx [Biểu] D8
      ghi chú: 10 = 10
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    TOT002 bang.xlsx [Biểu] C13 (Tổng cộng)
      dòng tổng «Tổng cộng», cột «Giảm» ghi 45 - 60, tổng các dòng là 45 - 55
      cùng với: bang.xlsx [Biểu] C2:C11
      ghi chú: đầu lớn: 50 + 5 = 55
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    ");
}

const RATES: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
ty_le: { tieu_de: Tỷ lệ hộ nghèo, kieu: phan_tram, le: 2 }
ho_tro: { tieu_de: Được hỗ trợ, kieu: phan_tram }
dat: { tieu_de: [Thực hiện, Đạt], kieu: phan_tram, le: 1 }";

#[test]
fn a_rate_is_over_a_hundred() {
    insta::assert_snapshot!(found(RATES, "
| TT | Địa phương | Tỷ lệ hộ nghèo | Được hỗ trợ | Thực hiện |
| ^ | ^ | ^ | ^ | Đạt |
| 1 | Xã An Bình | 797 | 100 | 105,3 |
| 2 | Xã An Hòa | 8,02 | 95 - 105 | 98 |
| 3 | Xã Yên Lạc | 7,5 | trên 120 | 100 |", "", &["Giảm"]), @"
    BND002 bang.xlsx [Biểu] C3 (Xã An Bình)
      cột «Tỷ lệ hộ nghèo» của «Xã An Bình» ghi 797,00%, lớn hơn 100%
      cách sửa: sửa tỷ lệ rồi lưu bảng tính; tỷ lệ so với kế hoạch hoặc năm trước thì ghi rõ «Đạt», «So với …» ở đầu cột
    BND002 bang.xlsx [Biểu] E3 (Xã An Bình)
      cột «Thực hiện › Đạt» của «Xã An Bình» ghi 105,3%, lớn hơn 100%
      cách sửa: sửa tỷ lệ rồi lưu bảng tính; tỷ lệ so với kế hoạch hoặc năm trước thì ghi rõ «Đạt», «So với …» ở đầu cột
    BND002 bang.xlsx [Biểu] D4 (Xã An Hòa)
      cột «Được hỗ trợ» của «Xã An Hòa» ghi 95 - 105%, lớn hơn 100%
      cách sửa: sửa tỷ lệ rồi lưu bảng tính; tỷ lệ so với kế hoạch hoặc năm trước thì ghi rõ «Đạt», «So với …» ở đầu cột
    BND002 bang.xlsx [Biểu] D5 (Xã Yên Lạc)
      cột «Được hỗ trợ» của «Xã Yên Lạc» ghi trên 120%, lớn hơn 100%
      cách sửa: sửa tỷ lệ rồi lưu bảng tính; tỷ lệ so với kế hoạch hoặc năm trước thì ghi rõ «Đạt», «So với …» ở đầu cột
    ");
}

#[test]
fn a_rate_is_a_hundred_or_what_was_reached_of_a_plan() {
    insta::assert_snapshot!(found(RATES, "
| TT | Địa phương | Tỷ lệ hộ nghèo | Được hỗ trợ | Thực hiện |
| ^ | ^ | ^ | ^ | Đạt |
| 1 | Xã An Bình | 7,97 | 100 | 105,3 |
| 2 | Xã An Hòa | 100 | 95 - 100 | 250 |", "", &["Giảm"]), @"
    BND002 bang.xlsx [Biểu] E3 (Xã An Bình)
      cột «Thực hiện › Đạt» của «Xã An Bình» ghi 105,3%, lớn hơn 100%
      cách sửa: sửa tỷ lệ rồi lưu bảng tính; tỷ lệ so với kế hoạch hoặc năm trước thì ghi rõ «Đạt», «So với …» ở đầu cột
    BND002 bang.xlsx [Biểu] E4 (Xã An Hòa)
      cột «Thực hiện › Đạt» của «Xã An Hòa» ghi 250,0%, lớn hơn 100%
      cách sửa: sửa tỷ lệ rồi lưu bảng tính; tỷ lệ so với kế hoạch hoặc năm trước thì ghi rõ «Đạt», «So với …» ở đầu cột
    ");
}

const SIGNS: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
ho: { tieu_de: Hộ nghèo, kieu: so_ho }
ty_le: { tieu_de: Tỷ lệ, kieu: phan_tram, le: 2 }
diem: { tieu_de: Giảm (điểm %), kieu: diem_phan_tram }
doi: { tieu_de: \"Tăng (+), giảm (-)\", kieu: so_ho }
von: { tieu_de: Kinh phí, kieu: tien }";

#[test]
fn a_count_or_a_rate_is_negative() {
    insta::assert_snapshot!(found(SIGNS, "
| TT | Địa phương | Hộ nghèo | Tỷ lệ | Giảm (điểm %) | Tăng (+), giảm (-) | Kinh phí |
| 1 | Xã An Bình | -5 | 2,5 | -0,3 | -7 | -120 |
| 2 | Xã An Hòa | 5 | -2,5 | 0,3 | 7 | 120 |", "", &["Giảm"]), @"
    BND003 bang.xlsx [Biểu] C2 (Xã An Bình)
      cột «Hộ nghèo» của «Xã An Bình» ghi -5, là số âm
      cách sửa: sửa ô sai rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    BND003 bang.xlsx [Biểu] D3 (Xã An Hòa)
      cột «Tỷ lệ» của «Xã An Hòa» ghi -2,50, là số âm
      cách sửa: sửa ô sai rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    ");
}

#[test]
fn points_changes_and_money_may_be_negative() {
    insta::assert_snapshot!(found(SIGNS, "
| TT | Địa phương | Hộ nghèo | Tỷ lệ | Giảm (điểm %) | Tăng (+), giảm (-) | Kinh phí |
| 1 | Xã An Bình | 5 | 2,5 | -0,3 | -7 | -120 |
| 2 | Xã An Hòa | 0 | 0 | 0 | 0 | 0 |", "", &["Giảm"]), @"");
}

const INDICATORS: &str = "
ten: { tieu_de: Chỉ tiêu, kieu: chi_tieu }
dvt: { tieu_de: Đơn vị tính, kieu: don_vi_tinh }
chi_tieu: { tieu_de: Năm 2024, kieu: so_lieu }";

#[test]
fn an_indicator_that_cannot_be() {
    insta::assert_snapshot!(found(INDICATORS, "
| TT | Chỉ tiêu | Đơn vị tính | Năm 2024 |
| 1 | Tỷ lệ hộ nghèo | % | 120 |
| 2 | Số hộ nghèo | hộ | -30 |
| 3 | Tỷ lệ giải ngân so với kế hoạch | % | 120 |
| 4 | Mức tăng thu nhập | % | -3 |
| 5 | Số mô hình | mô hình | 120 |", "", &["Giảm"]), @"
    BND002 bang.xlsx [Biểu] D2 (Tỷ lệ hộ nghèo)
      cột «Năm 2024» của «Tỷ lệ hộ nghèo» ghi 120%, lớn hơn 100%
      cách sửa: sửa tỷ lệ rồi lưu bảng tính; tỷ lệ so với kế hoạch hoặc năm trước thì ghi rõ «Đạt», «So với …» ở đầu cột
    BND003 bang.xlsx [Biểu] D3 (Số hộ nghèo)
      cột «Năm 2024» của «Số hộ nghèo» ghi -30, là số âm
      cách sửa: sửa ô sai rồi lưu bảng tính; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột
    BND002 bang.xlsx [Biểu] D4 (Tỷ lệ giải ngân so với kế hoạch)
      cột «Năm 2024» của «Tỷ lệ giải ngân so với kế hoạch» ghi 120%, lớn hơn 100%
      cách sửa: sửa tỷ lệ rồi lưu bảng tính; tỷ lệ so với kế hoạch hoặc năm trước thì ghi rõ «Đạt», «So với …» ở đầu cột
    KEY004 ho-so.yaml:12:7
      tên cột «nam» không gọi được trong văn bản
      cách sửa: tên chỉ gồm chữ, số và dấu gạch dưới, ví dụ ngheo_dau; khác nam, hang_so, dong, xem
    ");
}

const LEAST: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
ty_le: { tieu_de: Tỷ lệ, kieu: phan_tram, le: 2 }
diem: { tieu_de: Giảm (điểm %), kieu: diem_phan_tram }";

/// What is found with the plan's own rule on the table.
fn with_rule(rule: &str, sheet: &str) -> String {
    let project = project(LEAST, sheet, "", &["Giảm"]);
    project.replace(
        "data/so/ho-so.yaml",
        "    cot:\n",
        &format!("    muc_toi_thieu:\n      - {rule}\n    cot:\n"),
    );
    let run = project.run(["check", "--format", "json", "--quiet"]);
    drawn(&run.findings()).replace("data/so/", "")
}

const TARGETS: &str = "
| TT | Địa phương | Tỷ lệ | Giảm (điểm %) |
| 1 | Xã An Bình | 5 | 1,2 |
| 2 | Xã An Hòa | 4 | trên 1,2 |
| 3 | Xã Yên Lạc | 3,5 | \"1,0 - 1,5\" |
| 4 | Xã Yên Minh | 3 | 0,4 |
| | Toàn huyện | 3 | 0,9 |";

#[test]
fn a_target_is_below_what_the_plan_itself_asks() {
    insta::assert_snapshot!(with_rule(
        "{ cot: diem, tren: \"1,2\", khi: { cot: ty_le, cao_hon: tong }, nguon: \"Mục II.2\" }",
        TARGETS
    ), @"
    cảnh báo BND008 bang.xlsx [Biểu] D2 (Xã An Bình)
      cột «Giảm (điểm %)» của «Xã An Bình» ghi 1,2, kế hoạch quy định trên 1,2
      cùng với: ho-so.yaml:10:9
      cùng với: bang.xlsx [Biểu] C2
      cùng với: bang.xlsx [Biểu] C6
      ghi chú: «Tỷ lệ» là 5,00, cao hơn mức chung 3,00
      ghi chú: mức quy định: Mục II.2
      cách sửa: sửa chỉ tiêu của đơn vị này, hoặc sửa «muc_toi_thieu» nếu quy định đã khác
    cảnh báo BND008 bang.xlsx [Biểu] D4 (Xã Yên Lạc)
      cột «Giảm (điểm %)» của «Xã Yên Lạc» ghi 1,0 - 1,5, kế hoạch quy định trên 1,2
      cùng với: ho-so.yaml:10:9
      cùng với: bang.xlsx [Biểu] C4
      cùng với: bang.xlsx [Biểu] C6
      ghi chú: «Tỷ lệ» là 3,50, cao hơn mức chung 3,00
      ghi chú: mức quy định: Mục II.2
      cách sửa: sửa chỉ tiêu của đơn vị này, hoặc sửa «muc_toi_thieu» nếu quy định đã khác
    ");
    insta::assert_snapshot!(with_rule("{ cot: diem, tu: \"0,5\", nguon: \"Mục II.2\" }", TARGETS), @"
    cảnh báo BND008 bang.xlsx [Biểu] D5 (Xã Yên Minh)
      cột «Giảm (điểm %)» của «Xã Yên Minh» ghi 0,4, kế hoạch quy định từ 0,5 trở lên
      cùng với: ho-so.yaml:10:9
      ghi chú: mức quy định: Mục II.2
      cách sửa: sửa chỉ tiêu của đơn vị này, hoặc sửa «muc_toi_thieu» nếu quy định đã khác
    ");
}

#[test]
fn every_target_is_what_the_plan_itself_asks() {
    insta::assert_snapshot!(with_rule(
        "{ cot: diem, tu: \"1,0\", khi: { cot: ty_le, tu: \"3,5\" }, nguon: \"Mục II.2\" }",
        TARGETS
    ), @"");
    insta::assert_snapshot!(with_rule(
        "{ cot: diem, tren: \"0,3\", khi: { cot: ty_le, den: 3 }, nguon: \"Mục II.2\" }",
        TARGETS
    ), @"");
}

#[test]
fn a_rule_of_the_plan_that_says_nothing() {
    insta::assert_snapshot!(with_rule("{ cot: diem, nguon: x }", TARGETS), @r#"
    KEY002 ho-so.yaml:10:9
      một mục của «muc_toi_thieu» phải có một trong hai khóa «tren», «tu»
      cách sửa: «tren: "1,2"» là phải lớn hơn 1,2; «tu: "1,2"» là từ 1,2 trở lên
    "#);
    insta::assert_snapshot!(with_rule("{ cot: ten, tren: 1.2, tu: 3, nguon: x }", TARGETS), @r#"
    KEY002 ho-so.yaml:10:9
      một mục của «muc_toi_thieu» phải có một trong hai khóa «tren», «tu»
      cách sửa: «tren: "1,2"» là phải lớn hơn 1,2; «tu: "1,2"» là từ 1,2 trở lên
    KEY006 ho-so.yaml:10:16
      «cot» không nhận giá trị «ten»
      cách sửa: chọn một trong: ty_le, diem
    "#);
    insta::assert_snapshot!(with_rule("{ cot: diem, tren: 1.2, khi: { cot: ty_le }, nguon: x }", TARGETS), @r#"
    KEY004 ho-so.yaml:10:28
      mức phải là một số, ở đây là «1.2»: dấu chấm trong «1.2» hiểu được hai cách: 1,2 hoặc 12
      cách sửa: viết kiểu Việt Nam, trong ngoặc kép: "1,2"
    KEY002 ho-so.yaml:10:38
      «khi» phải có đúng một trong các khóa «cao_hon», «thap_hon», «tu», «den»
      cách sửa: so với dòng tổng thì ghi «cao_hon: tong»; so với một số thì ghi số đó, ví dụ «cao_hon: 20»
    "#);
    insta::assert_snapshot!(with_rule("{ cot: diem, tren: 1, khi: { cot: ty_le, cao_hon: cao, hon: 3 } }", TARGETS), @r#"
    KEY002 ho-so.yaml:10:9
      một mục của «muc_toi_thieu» thiếu khóa «nguon» hoặc để trống
      cách sửa: thêm dòng «nguon: …»
    KEY004 ho-so.yaml:10:59
      mức phải là một số, ở đây là «cao»: «cao» không phải là một số
      cách sửa: viết kiểu Việt Nam, trong ngoặc kép: "1,2"
    KEY001 ho-so.yaml:10:64
      khóa «hon» không dùng được trong «khi»
      cách sửa: các khóa được phép: cot, cao_hon, thap_hon, tu, den
    "#);
}
