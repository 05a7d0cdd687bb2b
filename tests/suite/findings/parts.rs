//! Rows that may be units or parts of the row above them (`XLS016`), and parts without figures.

use super::figures::found;

const COUNTS: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
giam: { tieu_de: Giảm, kieu: so_ho }";

#[test]
fn my_communes_begin_with_a_dash_and_have_no_number() {
    insta::assert_snapshot!(found(COUNTS, "
| TT | Địa phương | Giảm |
| I | Vùng cao | 90 |
| | - Xã An Bình | 40 |
| - | Phường 10 | 50 |
| | Tổng cộng | 90 |
| | - Thị trấn Yên Lạc | 90 |", "", &["Giảm"]), @"
    XLS016 bang.xlsx [Biểu] B3
      không rõ «- Xã An Bình» là một đơn vị hay một phần của dòng trên
      cách sửa: là đơn vị thì ghi số thứ tự và bỏ gạch; là một phần thì ghi «Trong đó: …»
    XLS016 bang.xlsx [Biểu] B4
      không rõ «- Phường 10» là một đơn vị hay một phần của dòng trên
      cách sửa: là đơn vị thì ghi số thứ tự và bỏ gạch; là một phần thì ghi «Trong đó: …»
    XLS016 bang.xlsx [Biểu] B6
      không rõ «- Thị trấn Yên Lạc» là một đơn vị hay một phần của dòng trên
      cách sửa: là đơn vị thì ghi số thứ tự và bỏ gạch; là một phần thì ghi «Trong đó: …»
    ");
}

#[test]
fn every_unit_word_after_a_dash_is_asked_about() {
    for name in [
        "- Thôn 1",
        "– Bản Mẫu",
        "— Tổ dân phố 3",
        "− Khu phố 2",
        "‑ Ấp Bắc",
        "• Buôn Đôn",
        "+ Đặc khu Lý Sơn",
        "* Huyện Mẫu",
        "· Quận 1",
        "▪ Thị xã Mẫu",
        "- Thành phố Mẫu",
        "-  BẢN Mẫu",
        "- thị trấn Mẫu",
        "* Khu vực II",
    ] {
        let sheet = format!("| TT | Địa phương | Giảm |\n| 1 | Xã An Bình | 40 |\n| | {name} | 30 |");
        let said = found(COUNTS, &sheet, "", &["Giảm"]);
        assert!(said.starts_with("XLS016 bang.xlsx [Biểu] B3"), "{name}: {said}");
    }
    for name in [
        "- Bản thân hộ nghèo",
        "- Xã hội hóa",
        "- Xãhội",
        "- Khuyết tật",
        "Trong đó: xã An Bình",
        "- Trong đó: thôn 2",
    ] {
        let sheet = format!("| TT | Địa phương | Giảm |\n| 1 | Xã An Bình | 40 |\n| | {name} | 30 |");
        assert_eq!(
            found(COUNTS, &sheet, "", &["Giảm {{ bang.dong['An Bình'].trong_do.giam }}"]),
            "",
            "{name}"
        );
    }
}

#[test]
fn a_part_stands_under_nothing() {
    insta::assert_snapshot!(found(COUNTS, "
| TT | Địa phương | Giảm |
| | Trong đó: hộ DTTS | 10 |
| 1 | Xã An Bình | 40 |
| | | |
| | - Hộ DTTS | 20 |
| 2 | Xã An Hòa | 50 |
| | Ghi chú: số liệu rà soát | |
| | Trong đó hộ DTTS | 30 |
| | Tổng cộng | 90 |", "", &["Giảm"]), @"
    XLS016 bang.xlsx [Biểu] B2
      không rõ «Trong đó: hộ DTTS» là một phần của dòng nào: ngay trên nó không có dòng đơn vị, dòng nhóm hay dòng tổng
      cách sửa: là một phần thì đặt ngay dưới dòng chứa nó, không cách dòng; là đơn vị thì ghi số thứ tự và bỏ gạch
    XLS016 bang.xlsx [Biểu] B5
      không rõ «- Hộ DTTS» là một phần của dòng nào: ngay trên nó không có dòng đơn vị, dòng nhóm hay dòng tổng
      cách sửa: là một phần thì đặt ngay dưới dòng chứa nó, không cách dòng; là đơn vị thì ghi số thứ tự và bỏ gạch
    XLS016 bang.xlsx [Biểu] B8
      không rõ «Trong đó hộ DTTS» là một phần của dòng nào: ngay trên nó không có dòng đơn vị, dòng nhóm hay dòng tổng
      cách sửa: là một phần thì đặt ngay dưới dòng chứa nó, không cách dòng; là đơn vị thì ghi số thứ tự và bỏ gạch
    ");
}

#[test]
fn every_dash_and_every_way_to_write_trong_do_marks_a_part() {
    for (number, name, key) in [
        ("", "- Hộ DTTS", "Hộ DTTS"),
        ("", "– Hộ DTTS", "Hộ DTTS"),
        ("", "— Hộ DTTS", "Hộ DTTS"),
        ("", "− Hộ DTTS", "Hộ DTTS"),
        ("", "‑ Hộ DTTS", "Hộ DTTS"),
        ("", "• Hộ DTTS", "Hộ DTTS"),
        ("", "+ Hộ DTTS", "Hộ DTTS"),
        ("", "* Hộ DTTS", "Hộ DTTS"),
        ("", "·Hộ DTTS", "Hộ DTTS"),
        ("", "▪ Hộ DTTS", "Hộ DTTS"),
        ("−", "Hộ DTTS", "Hộ DTTS"),
        ("•", "Hộ DTTS", "Hộ DTTS"),
        ("+", "Hộ DTTS", "Hộ DTTS"),
        ("", "Tr. đó: hộ DTTS", "hộ DTTS"),
        ("", "Tr.đó hộ DTTS", "hộ DTTS"),
        ("", "T.đó: hộ DTTS", "hộ DTTS"),
        ("", "Trong do: hộ DTTS", "hộ DTTS"),
        ("", "+ TRONG ĐÓ: hộ DTTS", "hộ DTTS"),
        ("−", "T. đó: hộ DTTS", "hộ DTTS"),
    ] {
        let sheet = format!(
            "| TT | Địa phương | Giảm |\n| 1 | Xã An Bình | 40 |\n| {number} | \"{name}\" | 30 |\n| 2 | Xã An Hòa | 50 |\n| | Tổng cộng | 90 |"
        );
        let line = format!("Giảm {{{{ bang.dong['An Bình'].trong_do['{key}'].giam }}}}");
        assert_eq!(found(COUNTS, &sheet, "", &[&line]), "", "{number} {name}");
    }
}

#[test]
fn rows_under_a_bare_trong_do_have_no_dash() {
    insta::assert_snapshot!(found(COUNTS, "
| TT | Địa phương | Giảm |
| 1 | Xã An Bình | 40 |
| | Trong đó: | |
| | Hộ DTTS | 20 |
| | Hộ mới | 10 |
| 2 | Xã An Hòa | 50 |
| | Trong đó: | |
| | - Hộ DTTS | 20 |
| | Hộ mới | 10 |
| | Tổng cộng | 90 |
| | Tr. đó: | |
| | Hộ DTTS | 40 |", "", &["Giảm"]), @"
    XLS016 bang.xlsx [Biểu] B4
      không rõ «Hộ DTTS» dưới «Trong đó:» là một đơn vị hay một phần của dòng trên
      cách sửa: là một phần thì thêm gạch đầu tên («- …»); là đơn vị thì ghi số thứ tự
    XLS016 bang.xlsx [Biểu] B5
      không rõ «Hộ mới» dưới «Trong đó:» là một đơn vị hay một phần của dòng trên
      cách sửa: là một phần thì thêm gạch đầu tên («- …»); là đơn vị thì ghi số thứ tự
    XLS016 bang.xlsx [Biểu] B9
      không rõ «Hộ mới» dưới «Trong đó:» là một đơn vị hay một phần của dòng trên
      cách sửa: là một phần thì thêm gạch đầu tên («- …»); là đơn vị thì ghi số thứ tự
    XLS016 bang.xlsx [Biểu] B12
      không rõ «Hộ DTTS» dưới «Trong đó:» là một đơn vị hay một phần của dòng trên
      cách sửa: là một phần thì thêm gạch đầu tên («- …»); là đơn vị thì ghi số thứ tự
    ");
}

#[test]
fn trong_do_has_a_number() {
    insta::assert_snapshot!(found(COUNTS, "
| TT | Địa phương | Giảm |
| 1 | Xã An Bình | 40 |
| 2 | Trong đó: hộ DTTS | 20 |
| 3 | Xã An Hòa | 50 |
| a | Trong đó | 50 |", "", &["Giảm"]), @"
    XLS016 bang.xlsx [Biểu] B3
      không rõ «2 Trong đó: hộ DTTS» là một đơn vị hay một phần của dòng trên: tên là «Trong đó» mà có số thứ tự
      cách sửa: là một phần thì bỏ số thứ tự; là đơn vị thì bỏ chữ «Trong đó»
    XLS016 bang.xlsx [Biểu] B5
      không rõ «a Trong đó» là một đơn vị hay một phần của dòng trên: tên là «Trong đó» mà có số thứ tự
      cách sửa: là một phần thì bỏ số thứ tự; là đơn vị thì bỏ chữ «Trong đó»
    ");
}

#[test]
fn a_part_inside_the_table_has_no_figures() {
    let money = format!("{COUNTS}\nvon: {{ tieu_de: Vốn, kieu: tien }}");
    insta::assert_snapshot!(found(&money, "
| TT | Địa phương | Giảm | Vốn |
| 1 | Xã An Bình | 40 | 5 |
| | - Hộ DTTS | | |
| | + Hộ mới | | 3 |
| | (số liệu ước) | | |
| | * Chưa rà soát | | |
| 2 | Xã An Hòa | 50 | 6 |
| | Trong đó: hộ DTTS | | |
| | Tổng cộng | 90 | 11 |
| | - Số liệu đến ngày 31/12 | | |", "", &["Giảm"]), @"
    XLS007 bang.xlsx [Biểu] B3
      dòng «- Hộ DTTS» là một phần của dòng trên mà không có số liệu
      cách sửa: điền số liệu, bằng không thì ghi 0; nếu là ghi chú thì viết «Ghi chú: …»; nếu thừa thì xóa dòng
    XLS007 bang.xlsx [Biểu] C4 (Xã An Bình)
      cột «Giảm» của «Xã An Bình › Hộ mới» để trống, cần một số
      cách sửa: điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả
    XLS007 bang.xlsx [Biểu] B8
      dòng «Trong đó: hộ DTTS» là một phần của dòng trên mà không có số liệu
      cách sửa: điền số liệu, bằng không thì ghi 0; nếu là ghi chú thì viết «Ghi chú: …»; nếu thừa thì xóa dòng
    ");
}
