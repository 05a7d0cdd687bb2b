//! Totals that cannot be split (`ALC001`), shares that are not what the split gives (`ALC002`), and `phan_bo` itself.

use super::figures::found;

/// The communes of two groups; `giam` is read and checked, or computed alone.
const SHEET: &str = "
| TT | Địa phương | Tổng số hộ | Hộ nghèo | Giảm |
| I | Miền núi | 3200 | 460 | 66 |
| 1 | Xã Yên Lạc | 1200 | 300 | 43 |
| 2 | Xã Yên Minh | 2000 | 160 | 23 |
| II | Đồng bằng | 4000 | 240 | 34 |
| 3 | Xã An Bình | 2500 | 200 | 28 |
| 4 | Xã An Hòa | 1500 | 40 | 6 |
| | Toàn huyện | 7200 | 700 | 100 |";

fn columns(allocation: &str) -> String {
    format!(
        "ten: {{ tieu_de: Địa phương, kieu: dia_phuong }}
        tong_ho: {{ tieu_de: Tổng số hộ, kieu: so_ho }}
        ngheo: {{ tieu_de: Hộ nghèo, kieu: so_ho }}
        giam: {{ tieu_de: Giảm, kieu: so_ho, phan_bo: {{ {allocation}, lam_tron: phan_du_lon_nhat }} }}"
    )
}

fn split(allocation: &str) -> String {
    found(&columns(allocation), SHEET, "", &["Giảm"])
}

#[test]
fn shares_as_on_the_sheet_are_no_finding() {
    for total in ["100", "bang.tong.giam", "'{{ bang.tong.giam }}'"] {
        assert_eq!(split(&format!("tong: {total}, theo: ngheo")), "", "{total}");
    }
}

#[test]
fn a_cell_is_not_the_share_of_its_unit() {
    let sheet = SHEET
        .replace("| 460 | 66 |", "| 460 | 69 |")
        .replace("| 300 | 43 |", "| 300 | 41 |")
        .replace("| 160 | 23 |", "| 160 | 28 |")
        .replace("| 240 | 34 |", "| 240 | 31 |")
        .replace("| 200 | 28 |", "| 200 | 26 |")
        .replace("| 40 | 6 |", "| 40 | 4 - 6 |");
    let columns = columns("tong: 100, theo: ngheo, toi_thieu: { nhom: I, muc: tong_ho * 0.0145 }");
    insta::assert_snapshot!(found(&columns, &sheet, "", &["Giảm"]), @"");
}

#[test]
fn bounds_that_cannot_be_kept() {
    insta::assert_snapshot!(split("tong: 100, theo: ngheo, toi_thieu: tong_ho / 60"), @"");
    insta::assert_snapshot!(split("tong: 1.000, theo: ngheo, toi_da: ngheo"), @"");
    insta::assert_snapshot!(split("tong: 100, theo: ngheo, toi_thieu: { nhom: Miền núi, muc: 50 }, toi_da: ngheo - 110"), @"");
    insta::assert_snapshot!(split("tong: 100, theo: ngheo, toi_da: tong_ho / (ngheo - 40)"), @"");
}

#[test]
fn totals_that_cannot_be_split() {
    insta::assert_snapshot!(split("tong: '100,5', theo: ngheo"), @"");
    insta::assert_snapshot!(split("tong: -5, theo: ngheo"), @"");
    insta::assert_snapshot!(split("tong: bang.dong['An Hòa'].ten, theo: ngheo"), @"");
    insta::assert_snapshot!(split("tong: hang_so.chi_tieu, theo: ngheo"), @"");
    insta::assert_snapshot!(split("tong: ngheo của xã, theo: ngheo"), @"");
    let weights = SHEET.replace("| 300 |", "| - |").replace("| 160 |", "| - |").replace("| 200 |", "| 0 |");
    let weights = weights.replace("| 40 |", "| x |");
    insta::assert_snapshot!(found(&columns("tong: 100, theo: ngheo"), &weights, "", &["Giảm"]), @"");
    let weights = SHEET.replace("| 300 |", "| 290 - 310 |");
    insta::assert_snapshot!(found(&columns("tong: 100, theo: ngheo"), &weights, "", &["Giảm"]), @"");
}

#[test]
fn each_group_splits_its_own_total() {
    assert_eq!(split("tong: giam, theo: ngheo, toi_thieu: [1, { nhom: II, muc: 5 }]"), "");
    let sheet = SHEET.replace("| I | Miền núi | 3200 | 460 | 66 |\n", "");
    insta::assert_snapshot!(found(&columns("tong: giam, theo: ngheo"), &sheet, "", &["Giảm"]), @"");
}

#[test]
fn computed_columns_that_read_themselves() {
    let columns = columns("tong: bang.tong.giam, theo: con").replace("tieu_de: Giảm, ", "")
        + "\ncon: { kieu: so_ho, cong_thuc: ngheo - giam }";
    insta::assert_snapshot!(found(&columns, SHEET, "", &["Giảm"]), @"");
}

#[test]
fn how_phan_bo_is_written() {
    insta::assert_snapshot!(split("tong: 100, theo: ho_ngheo, toi_da: ngeo"), @"");
    insta::assert_snapshot!(split("tong: 100, theo: giam"), @"");
    insta::assert_snapshot!(split("tong: 100, theo: ten, toi_thieu: 1.5, toi_da: giam"), @"");
    insta::assert_snapshot!(split("tong: 1.5, theo: ngheo, toi_da: { nhom: I }"), @"");
    insta::assert_snapshot!(split("tong: 100, theo: ngheo, toi_thieu: { nhom: III, muc: 3 }"), @"");
    insta::assert_snapshot!(split("toi_thieu: 3 +, chia_theo: ngheo"), @"");
    let whole = columns("tong: 100, theo: ngheo");
    let without = |old: &str, new: &str| found(&whole.replace(old, new), SHEET, "", &["Giảm"]);
    insta::assert_snapshot!(without(", lam_tron: phan_du_lon_nhat", ""), @"");
    insta::assert_snapshot!(without("phan_du_lon_nhat", "lam_tron_len"), @"");
    insta::assert_snapshot!(without("phan_bo:", "cong_thuc: ngheo - 1, phan_bo:"), @"");
    insta::assert_snapshot!(without("tieu_de: Giảm, kieu: so_ho", "kieu: phan_tram"), @"");
    insta::assert_snapshot!(without("phan_bo: { tong: 100, theo: ngheo, lam_tron: phan_du_lon_nhat }", "phan_bo: 100"), @"");
}
