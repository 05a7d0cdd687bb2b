//! Row kinds by number and label.

use super::*;

#[test]
fn rows_are_told_by_number_and_label() {
    for (number, name, kind) in [
        ("1", "Huyện Krông Nô", RowKind::Unit),
        ("A", "Khu vực thành thị", RowKind::Group { level: 1 }),
        ("I", "Khu vực đồng bằng", RowKind::Group { level: 2 }),
        ("I)", "Khu vực đồng bằng", RowKind::Group { level: 2 }),
        ("II.1", "Huyện nghèo", RowKind::Group { level: 3 }),
        ("", "Toàn tỉnh", RowKind::Total),
        ("Tổng cộng", "", RowKind::Total),
        ("", "TỔNG SỐ (A+B)", RowKind::Total),
        ("", "Tổng toàn tỉnh:", RowKind::Total),
        ("", "Cộng (1+2)", RowKind::Total),
        ("", "Cả tỉnh", RowKind::Total),
        ("", "∑", RowKind::Total),
        ("", "Chung toàn huyện", RowKind::Total),
        ("3", "Xã Toàn Thắng", RowKind::Unit),
        ("4", "Cộng Hòa", RowKind::Unit),
        ("5", "Tổng số hộ được vay vốn", RowKind::Unit),
        ("6", "Toàn Sơn", RowKind::Unit),
        ("V.a", "Xã Vạn An", RowKind::Unit),
    ] {
        assert_eq!(row_kind(number, name), kind, "{number} {name}");
    }
}

#[test]
fn a_number_with_numbers_under_it_is_a_group() {
    assert_eq!(decimal_group_level("1", "1.1"), Some(10));
    assert_eq!(decimal_group_level("1.1", "1.1.1"), Some(11));
    for (number, next) in [("1", "2"), ("1", "11"), ("", ".1"), ("a", "a.1")] {
        assert_eq!(decimal_group_level(number, next), None, "{number} {next}");
    }
}
