//! Row numbers (`BND006`) and the ids of the columns (`BND007`) that skip or repeat.

use super::drawn;
use super::figures::found;
use crate::figures::project;

const COLUMNS: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
giam: { tieu_de: Giảm, kieu: so_ho }";

fn numbered(rows: &[(&str, &str)]) -> String {
    let rows: String = rows.iter().map(|(number, name)| format!("| {number} | {name} | 0 |\n")).collect();
    found(COLUMNS, &format!("| TT | Địa phương | Giảm |\n{rows}"), "", &["Giảm"])
}

#[test]
fn a_row_number_skips_or_repeats() {
    insta::assert_snapshot!(numbered(&[
        ("I", "Đồng bằng"), ("1", "Xã An Bình"), ("2", "Xã An Hòa"), ("4", "Xã An Lạc"),
        ("II", "Miền núi"), ("1", "Xã Yên Bình"), ("2", "Xã Yên Hòa"), ("2", "Xã Yên Lạc"),
        ("IV", "Hải đảo"), ("3", "Xã Đảo"),
    ]), @"
    cảnh báo BND006 bang.xlsx [Biểu] A5 (Xã An Lạc)
      số thứ tự của «Xã An Lạc» là 4, sau 2 phải là 3
      cùng với: bang.xlsx [Biểu] A4
      cách sửa: đánh lại số thứ tự; nếu thiếu một dòng thì thêm dòng đó vào bảng
    cảnh báo BND006 bang.xlsx [Biểu] A9 (Xã Yên Lạc)
      số thứ tự 2 của «Xã Yên Lạc» ghi hai lần
      cùng với: bang.xlsx [Biểu] A8
      cách sửa: đánh lại số thứ tự; nếu thiếu một dòng thì thêm dòng đó vào bảng
    cảnh báo BND006 bang.xlsx [Biểu] A10 (Hải đảo)
      số thứ tự của «Hải đảo» là IV, sau II phải là III
      cùng với: bang.xlsx [Biểu] A6
      cách sửa: đánh lại số thứ tự; nếu thiếu một dòng thì thêm dòng đó vào bảng
    ");
}

#[test]
fn a_group_number_skips_or_repeats() {
    insta::assert_snapshot!(numbered(&[
        ("A", "Nông thôn"), ("I", "Đồng bằng"), ("1", "Xã An Bình"), ("II", "Miền núi"),
        ("II.1", "Vùng cao"), ("2", "Xã Yên Bình"), ("II.3", "Vùng thấp"), ("3", "Xã Yên Hòa"),
        ("III", "Trung du"), ("II.1", "Vùng đồi"), ("4", "Xã Yên Lạc"),
        ("C", "Thành thị"), ("I", "Nội thị"), ("5", "Phường Một Lạc"), ("I", "Ngoại thị"), ("6", "Phường Hai Lạc"),
    ]), @"
    cảnh báo BND006 bang.xlsx [Biểu] A8 (Vùng thấp)
      số thứ tự của «Vùng thấp» là II.3, sau II.1 phải là II.2
      cùng với: bang.xlsx [Biểu] A6
      cách sửa: đánh lại số thứ tự; nếu thiếu một dòng thì thêm dòng đó vào bảng
    cảnh báo BND006 bang.xlsx [Biểu] A11 (Vùng đồi)
      số thứ tự của «Vùng đồi» là II.1, phải là III.1
      cách sửa: đánh lại số thứ tự; nếu thiếu một dòng thì thêm dòng đó vào bảng
    cảnh báo BND006 bang.xlsx [Biểu] A13 (Thành thị)
      số thứ tự của «Thành thị» là C, sau A phải là B
      cùng với: bang.xlsx [Biểu] A2
      cách sửa: đánh lại số thứ tự; nếu thiếu một dòng thì thêm dòng đó vào bảng
    cảnh báo BND006 bang.xlsx [Biểu] A16 (Ngoại thị)
      số thứ tự I của «Ngoại thị» ghi hai lần
      cùng với: bang.xlsx [Biểu] A14
      cách sửa: đánh lại số thứ tự; nếu thiếu một dòng thì thêm dòng đó vào bảng
    ");
}

#[test]
fn numbers_within_groups_or_through_all_of_them() {
    let groups = |numbers: [&'static str; 6]| {
        numbered(&[
            ("I", "Đồng bằng"),
            (numbers[0], "Xã An Bình"),
            (numbers[1], "Xã An Hòa"),
            ("II", "Miền núi"),
            ("II.1", "Vùng cao"),
            (numbers[2], "Xã Yên Bình"),
            (numbers[3], "Xã Yên Hòa"),
            ("II.2", "Vùng thấp"),
            (numbers[4], "Xã Yên Lạc"),
            (numbers[5], "Xã Yên Minh"),
            ("", "Tổng cộng"),
        ])
    };
    insta::assert_snapshot!(groups(["1", "2", "1", "2", "1", "2"]), @"");
    insta::assert_snapshot!(groups(["1", "2", "3", "4", "5", "6"]), @"");
    insta::assert_snapshot!(groups(["1.", "2.", "3.", "4.", "1.", "2."]), @"");
    insta::assert_snapshot!(groups(["", "", "", "", "", ""]), @"");
}

#[test]
fn numbers_of_other_kinds() {
    // Vietnamese letters, numbers below numbers, a list out of a longer one.
    insta::assert_snapshot!(numbered(&[
        ("A", "Đồng bằng"), ("1", "Xã An Bình"), ("B", "Miền núi"), ("1", "Xã An Hòa"), ("C", "Trung du"),
        ("1", "Xã An Lạc"), ("D", "Ven biển"), ("1", "Xã Yên Bình"), ("E", "Hải đảo"), ("1", "Xã Yên Hòa"),
        ("G", "Đô thị"), ("1", "Xã Yên Lạc"),
    ]), @"");
    insta::assert_snapshot!(numbered(&[
        ("1", "Đồng bằng"), ("1.1", "Xã An Bình"), ("1.2", "Xã An Hòa"), ("2", "Miền núi"), ("2.1", "Xã An Lạc"),
    ]), @"");
    insta::assert_snapshot!(numbered(&[
        ("3", "Xã An Bình"), ("7", "Xã An Hòa"), ("12", "Xã An Lạc"), ("31", "Xã Yên Bình"),
    ]), @"");
    insta::assert_snapshot!(numbered(&[
        ("1", "Xã An Bình"), ("2", "Xã An Hòa"), ("3", "Xã An Lạc"),
        ("", "- Hộ DTTS"), ("4", "Xã Yên Bình"),
    ]), @"");
}

#[test]
fn numbers_below_numbers_skip() {
    insta::assert_snapshot!(numbered(&[
        ("1", "Đồng bằng"), ("1.1", "Xã An Bình"), ("1.3", "Xã An Hòa"), ("3", "Miền núi"), ("3.1", "Xã An Lạc"),
        ("3.2", "Xã An Sơn"), ("3.3", "Xã An Hải"), ("3.4", "Xã An Phú"),
    ]), @"
    cảnh báo BND006 bang.xlsx [Biểu] A4 (Xã An Hòa)
      số thứ tự của «Xã An Hòa» là 1.3, sau 1.1 phải là 1.2
      cùng với: bang.xlsx [Biểu] A3
      cách sửa: đánh lại số thứ tự; nếu thiếu một dòng thì thêm dòng đó vào bảng
    cảnh báo BND006 bang.xlsx [Biểu] A5 (Miền núi)
      số thứ tự của «Miền núi» là 3, sau 1 phải là 2
      cùng với: bang.xlsx [Biểu] A2
      cách sửa: đánh lại số thứ tự; nếu thiếu một dòng thì thêm dòng đó vào bảng
    ");
}

const WIDE: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
dau: { tieu_de: Đầu năm, kieu: so_ho }
giam: { tieu_de: Giảm, kieu: so_ho }
cuoi: { tieu_de: Cuối năm, kieu: so_ho }";

fn ids(ids: &str) -> String {
    let sheet = format!(
        "| TT | Địa phương | Tổng số hộ | Đầu năm | Giảm | Cuối năm |\n{ids}\n| 1 | Xã An Bình | 900 | 10 | 3 | 7 |"
    );
    found(WIDE, &sheet, "", &["Giảm"])
}

#[test]
fn a_column_id_skips_or_repeats() {
    insta::assert_snapshot!(ids("| A | B | 1 | 2 | 2 | 3 |"), @"
    cảnh báo BND007 bang.xlsx [Biểu] E2
      số của cột là 2, sau 2 phải là 3
      cùng với: bang.xlsx [Biểu] D2
      cách sửa: đánh lại số ở hàng số cột dưới đầu bảng; công thức trong hàng này sửa theo
    ");
    insta::assert_snapshot!(ids("| A | B | 1 | 2 | 4 | 5 = 2 - 3 |"), @"
    cảnh báo BND007 bang.xlsx [Biểu] E2
      số của cột là 4, sau 2 phải là 3
      cùng với: bang.xlsx [Biểu] D2
      cách sửa: đánh lại số ở hàng số cột dưới đầu bảng; công thức trong hàng này sửa theo
    ");
    insta::assert_snapshot!(ids("| (1) | (2) | (3) | (5) | (6) | (7) |"), @"
    cảnh báo BND007 bang.xlsx [Biểu] D2
      số của cột là 5, sau 3 phải là 4
      cùng với: bang.xlsx [Biểu] C2
      cách sửa: đánh lại số ở hàng số cột dưới đầu bảng; công thức trong hàng này sửa theo
    ");
    insta::assert_snapshot!(ids("| A | C | 1 | 2 | 3 | 4 |"), @"
    cảnh báo BND007 bang.xlsx [Biểu] B2
      số của cột là C, sau A phải là B
      cùng với: bang.xlsx [Biểu] A2
      cách sửa: đánh lại số ở hàng số cột dưới đầu bảng; công thức trong hàng này sửa theo
    ");
}

#[test]
fn column_ids_run_on() {
    insta::assert_snapshot!(ids("| A | B | 1 | 2 | 3 | 4 = 2 - 3 |"), @"");
    insta::assert_snapshot!(ids("| 1 | 2 | 3 | 4 | 5 | 6=4-5 |"), @"");
    insta::assert_snapshot!(ids("| A | B | | 1 | 2 | 3 |"), @"");
}

#[test]
fn numbering_is_waived_for_its_table() {
    let project = project(
        COLUMNS,
        "
| TT | Địa phương | Giảm |
| A | B | 1 |
| 1 | Xã An Bình | 1 |
| 2 | Xã An Hòa | 1 |
| 4 | Xã An Lạc | 1 |",
        "bo_qua: [{ ma: BND006, bang: bang, ly_do: số của danh sách cũ }]\n",
        &["Giảm"],
    );
    let findings = project.run(["check", "--format", "json", "--quiet"]).findings();
    assert_eq!(findings.len(), 1, "{}", drawn(&findings));
    assert_eq!(findings[0]["waived"], "số của danh sách cũ");
}
