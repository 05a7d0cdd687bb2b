//! Texts as offices write them, with the class of every number in them.

use super::{Class, Measure, find};

/// The numbers of a text, each with a letter for its class: F figure, T time, R reference, O ordinal, A address.
fn classes(text: &str) -> String {
    let letter = |class| match class {
        Class::Figure => 'F',
        Class::Time => 'T',
        Class::Reference => 'R',
        Class::Ordinal => 'O',
        Class::Address => 'A',
    };
    let found = find(text);
    let written: Vec<String> =
        found.iter().map(|one| format!("{}{}", &text[one.start..one.end], letter(one.class))).collect();
    written.join(" ")
}

#[test]
fn figures_are_told_from_all_else() {
    for (text, expected) in [
        ("giảm 4.990 hộ nghèo, còn 8.352 hộ, chiếm 4,97%", "4.990F 8.352F 4,97F"),
        ("từ ngày 15/3/2023 đến ngày 30/4", "15T 3T 2023T 30T 4T"),
        ("ngày 08 tháng 01 năm 2024", "08T 01T 2024T"),
        ("Nghị quyết số 13-NQ/TU ngày 16/12/2021", "13R 16T 12T 2021T"),
        ("Nghị định số 30/2020/NĐ-CP", "30R 2020R"),
        ("giai đoạn 2021 - 2025, giai đoạn 2021-2025", "2021T 2025T 2021T 2025T"),
        ("các năm 2023, 2024 và 2025", "2023T 2024T 2025T"),
        ("các năm 2023,2024", "2023T 2024T"),
        ("khoản 1, khoản 2 và 3 Điều 5", "1R 2R 3R 5R"),
        ("theo Điều 3, 250 hộ", "3R 250F"),
        ("13 xã thuộc 02 huyện nghèo", "13F 02F"),
        ("Dự án 1, 2 và Tiểu dự án 3", "1O 2O 3O"),
        ("08 giờ 00 phút, 17h30 và 14:00", "08T 00T 17T 30T 14T 00T"),
        ("trong 10 ngày làm việc, 06 tháng đầu năm", "10T 06T"),
        ("mỗi năm 3 xã", "3F"),
        ("trong năm 250 hộ", "250F"),
        ("năm 2024 giảm 2.024 hộ", "2024T 2.024F"),
        ("2024 hộ", "2024F"),
        ("lần thứ 2, lần 3, đợt 1, Quận 1, Phường 5", "2O 3O 1O 1O 5O"),
        ("COVID-19, QH15, 30a, Chương trình 135", "19O 15O 30O 135O"),
        ("theo quy định. 2. Yêu cầu; MỤC ĐÍCH, YÊU CẦU 1. Mục đích", "2O 1O"),
        ("tăng 5. Các xã", "5F"),
        ("điện thoại: 02713.660.099; ubnd2@binhphuoc.gov.vn", "02713.660.099A 2A"),
        (
            "Điện thoại Ban Biên tập: 0255 3712 135 - Fax: 0255 3 822 217",
            "0255A 3712A 135A 0255A 3A 822A 217A",
        ),
        ("giảm 1,58-1,60%, từ 6 - 7%", "1,58F 1,60F 6F 7F"),
        ("12/18 huyện đạt", "12F 18F"),
        ("một là (1) và ba (03) xã", "1O 03F"),
        ("nhiệm vụ (7)", "7O"),
        ("5kg gạo và 15 kg gạo", "5F 15F"),
        ("cuối quý II, quý 2 năm 2024", "2T 2024T"),
        ("trước 17 giờ ngày 29/02/2024", "17T 29T 02T 2024T"),
        ("lễ 2-9, ngày 20-10", "2T 9T 20T 10T"),
        ("từ 01/10/2021-31/12/2025", "01T 10T 2021T 31T 12T 2025T"),
    ] {
        assert_eq!(classes(text), expected, "{text}");
    }
}

#[test]
fn what_a_figure_is_measured_in() {
    let measures = |text: &str| find(text).into_iter().map(|one| one.measure).collect::<Vec<_>>();
    let word = |word: &str| Measure::Word(crate::vietnamese::text::fold(word));
    assert_eq!(
        measures("4.990 hộ nghèo; 7,97%; 2,2 điểm %"),
        [word("hộ"), Measure::Percent, Measure::Points]
    );
    assert_eq!(measures("1,58 - 1,60%"), [Measure::Percent, Measure::Percent]);
    assert_eq!(
        measures("42.500 triệu đồng, 3 tỷ đồng, 12 triệu"),
        [word("triệu đồng"), word("tỷ đồng"), word("triệu")]
    );
    assert_eq!(measures("12 thứ khác"), [Measure::None]);
}
