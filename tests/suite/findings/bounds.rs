//! What no figure may be (`BND001`-`BND003`), and sums over groups of groups and over what became of a year's households.

use super::figures::found;

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
    ");
}

#[test]
fn a_cut_is_all_of_the_stock_or_may_be() {
    insta::assert_snapshot!(found(CUT, "
| TT | Địa phương | Đầu năm | Chỉ tiêu giảm | Còn lại | So với đầu năm |
| 1 | Xã An Bình | 100 | 100 | 0 | -100 |
| 2 | Xã An Hòa | 100 | trên 80 | trên 0 | -90 |
| 3 | Xã Yên Lạc | 0 | 0 | 0 | 0 |
| 4 | Xã Yên Minh | 80 - 90 | 85 | 0 | -80 |", "", &["Giảm"]), @"");
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
      «Thoát nghèo › Trở thành cận nghèo» và các số phải trừ khác của «Xã An Hòa» cộng lại là 61, nhiều hơn «Đầu kỳ» và các số được cộng là 56
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
| 2 | Xã An Hòa | 100 | 95 - 100 | 250 |", "", &["Giảm"]), @"");
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
    ");
}

#[test]
fn a_constant_over_a_hundred_percent() {
    insta::assert_snapshot!(super::drawn(&{
        let project = crate::harness::Project::sample();
        project.dossier("gia_tri: 3, don_vi: xã", "gia_tri: 130, don_vi: \"%\"");
        project.run(["check", "--format", "json", "--quiet"]).findings()
    }), @"
    BND002 ho-so.yaml:6:24
      hằng số «xa_ngheo» ghi 130%, lớn hơn 100%
      cách sửa: sửa «gia_tri»; tỷ lệ so với kế hoạch hoặc năm trước thì ghi rõ «đạt», «so với …» ở «nguon»
    ");
    let project = crate::harness::Project::sample();
    project.dossier(
        "gia_tri: 3, don_vi: xã, nguon: \"",
        "gia_tri: 130, don_vi: \"%\", nguon: \"So với năm trước, ",
    );
    assert_eq!(project.run(["check", "--format", "json", "--quiet"]).codes(), [""; 0]);
}
