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
| 4 | Xã Yên Minh | 80 - 90 | 95 | 0 | -80 |", "", &["Giảm"]), @"");
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
    let sheet = format!("{CHANGES_HEAD}
| 1 | Xã An Bình | 100 | 20 | 10 | 2 | 3 | 1 | 4 | 0 | 75 |
| 2 | Xã An Hòa | 50 | 40 | 20 | 1 | 2 | 0 | 3 | 1 | 0 |
| | Tổng cộng | 150 | 60 | 30 | 3 | 5 | 1 | 7 | 1 | 75 |");
    insta::assert_snapshot!(found(CHANGES, &sheet, "", &["Giảm"]), @"");
}

#[test]
fn what_became_of_the_poor_households_of_a_year() {
    let sheet = format!("{CHANGES_HEAD}
| 1 | Xã An Bình | 100 | 20 | 10 | 2 | 3 | 1 | 4 | 0 | 76 |
| 2 | Xã An Hòa | 50 | 30 | 19 | 1 | 2 | - | 3 | x | 5 |
| | Tổng cộng | 150 | 50 | 29 | 3 | 5 | 1 | 7 | 0 | 81 |");
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
| | Tổng cộng | 45 - 60 | 12 |", "", &["Giảm"]), @"");
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
| 3 | Xã Yên Lạc | 7,5 | trên 120 | 100 |", "", &["Giảm"]), @"");
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
| 2 | Xã An Hòa | 5 | -2,5 | 0,3 | 7 | 120 |", "", &["Giảm"]), @"");
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
nam: { tieu_de: Năm 2024, kieu: so_lieu }";

#[test]
fn an_indicator_that_cannot_be() {
    insta::assert_snapshot!(found(INDICATORS, "
| TT | Chỉ tiêu | Đơn vị tính | Năm 2024 |
| 1 | Tỷ lệ hộ nghèo | % | 120 |
| 2 | Số hộ nghèo | hộ | -30 |
| 3 | Tỷ lệ giải ngân so với kế hoạch | % | 120 |
| 4 | Mức tăng thu nhập | % | -3 |
| 5 | Số mô hình | mô hình | 120 |", "", &["Giảm"]), @"");
}

const LEAST: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
ty_le: { tieu_de: Tỷ lệ, kieu: phan_tram, le: 2 }
diem: { tieu_de: Giảm (điểm %), kieu: diem_phan_tram }";

/// What is found with the plan's own rule on the table.
fn with_rule(rule: &str, sheet: &str) -> String {
    let project = project(LEAST, sheet, "", &["Giảm"]);
    project.replace("data/so/ho-so.yaml", "    cot:\n", &format!("    muc_toi_thieu:\n      - {rule}\n    cot:\n"));
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
    ), @"");
    insta::assert_snapshot!(with_rule("{ cot: diem, tu: \"0,5\", nguon: \"Mục II.2\" }", TARGETS), @"");
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
    insta::assert_snapshot!(with_rule("{ cot: diem, nguon: x }", TARGETS), @"");
    insta::assert_snapshot!(with_rule("{ cot: ten, tren: 1.2, tu: 3, nguon: x }", TARGETS), @"");
    insta::assert_snapshot!(with_rule("{ cot: diem, tren: 1.2, khi: { cot: ty_le }, nguon: x }", TARGETS), @"");
    insta::assert_snapshot!(with_rule("{ cot: diem, tren: 1, khi: { cot: ty_le, cao_hon: cao, hon: 3 } }", TARGETS), @"");
}
