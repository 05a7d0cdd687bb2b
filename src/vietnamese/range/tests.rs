//! Rows of (input, output) for ranges and open bounds.
//!
//! - Holds: the table tests of `range`.
//! - In and out: nothing.
//! - Never here: helpers for other modules.
//! - Why: they are too long to stand in the module's own file.

use proptest::prelude::*;

use super::*;
use crate::vietnamese::words::{self, Habits};

fn ends(typed: &str) -> Result<(Option<String>, Option<String>), String> {
    let text = |end: Option<Decimal>| end.map(|end| end.to_string());
    match parse(typed) {
        Ok(typed) => Ok((text(typed.range.min), text(typed.range.max))),
        Err(bad) => Err(bad.to_string()),
    }
}

fn printed(typed: &str, dash: Dash) -> String {
    let typed = parse(typed).expect("a range");
    typed.range.print(dash, if typed.has_percent { "%" } else { "" }, &number::format)
}

#[test]
fn reads_and_writes_what_offices_type() {
    let rows = [
        ("1,58 - 1,60", Some("1.58"), Some("1.60"), "1,58 - 1,60"),
        ("1,58-1,60%", Some("1.58"), Some("1.60"), "1,58 - 1,60%"),
        ("6-7%", Some("6"), Some("7"), "6 - 7%"),
        ("6 - 7 %", Some("6"), Some("7"), "6 - 7%"),
        ("840-930", Some("840"), Some("930"), "840 - 930"),
        ("6% - 7%", Some("6"), Some("7"), "6 - 7%"),
        ("6,5-7,2%", Some("6.5"), Some("7.2"), "6,5 - 7,2%"),
        ("950–1.050", Some("950"), Some("1050"), "950 - 1.050"),
        ("950-1050", Some("950"), Some("1050"), "950 - 1.050"),
        ("575- 655", Some("575"), Some("655"), "575 - 655"),
        ("1.070-1.190", Some("1070"), Some("1190"), "1.070 - 1.190"),
        ("0,02\u{A0}— 0,04", Some("0.02"), Some("0.04"), "0,02 - 0,04"),
        ("'6-7", Some("6"), Some("7"), "6 - 7"),
        ("-5 - 3", Some("-5"), Some("3"), "-5 - 3"),
        ("từ 6 đến 7", Some("6"), Some("7"), "từ 6 đến 7"),
        ("Từ 6% đến 7%", Some("6"), Some("7"), "từ 6 đến 7%"),
        ("TỪ  6  ĐẾN  7", Some("6"), Some("7"), "từ 6 đến 7"),
        ("6 đến 7", Some("6"), Some("7"), "6 đến 7"),
        ("từ 1-1,5%", Some("1"), Some("1.5"), "từ 1 - 1,5%"),
        ("trên 20", Some("20"), None, "trên 20"),
        ("Trên 1.200", Some("1200"), None, "trên 1.200"),
        ("hơn 20", Some("20"), None, "hơn 20"),
        ("trên 80%", Some("80"), None, "trên 80%"),
        ("từ 20 trở lên", Some("20"), None, "từ 20 trở lên"),
        ("từ 20% trở lên", Some("20"), None, "từ 20% trở lên"),
        ("20 trở lên", Some("20"), None, "20 trở lên"),
        ("ít nhất 1", Some("1"), None, "ít nhất 1"),
        ("tối thiểu 80%", Some("80"), None, "tối thiểu 80%"),
        ("không dưới 5", Some("5"), None, "không dưới 5"),
        ("dưới 5", None, Some("5"), "dưới 5"),
        ("dưới 1,20", None, Some("1.20"), "dưới 1,20"),
        ("không quá 3", None, Some("3"), "không quá 3"),
        ("không vượt quá 3", None, Some("3"), "không vượt quá 3"),
        ("tối đa 3", None, Some("3"), "tối đa 3"),
        ("từ 5 trở xuống", None, Some("5"), "từ 5 trở xuống"),
    ];
    for (typed, min, max, expected) in rows {
        assert_eq!(ends(typed), Ok((min.map(str::to_owned), max.map(str::to_owned))), "{typed}");
        assert_eq!(printed(typed, Dash::Spaced), expected, "{typed}");
        assert_eq!(printed(expected, Dash::Spaced), expected, "{typed} is read back");
    }
    assert_eq!(printed("6 - 7%", Dash::Close), "6-7%");
    assert_eq!(printed("từ 6 đến 7", Dash::Close), "từ 6 đến 7");
}

#[test]
fn says_why_a_text_is_no_range() {
    let rows = [
        ("1.58 - 1.60", "dấu chấm trong «1.58 - 1.60» hiểu được hai cách: 1,58 - 1,60 hoặc 158 - 160"),
        ("1,58 - 1.60", "dấu chấm trong «1.60» hiểu được hai cách: 1,60 hoặc 160"),
        ("trên 2.9", "dấu chấm trong «2.9» hiểu được hai cách: 2,9 hoặc 29"),
        ("7 - 6", "khoảng «7 - 6» có đầu lớn đứng trước đầu nhỏ"),
        ("từ 6 đến 6", "khoảng «từ 6 đến 6» có hai đầu bằng nhau"),
        ("6,0 - 6", "khoảng «6,0 - 6» có hai đầu bằng nhau"),
        ("trên hai chục", "«hai chục» không phải là một số"),
        ("trên 20 hộ", "«20 hộ» không phải là một số"),
        ("trên 20 - 30", "«20 - 30» không phải là một số"),
        ("từ 20", "«từ 20» không phải là một số"),
        ("1-2-3", "«2-3» không phải là một số"),
        ("6 - 7 hộ", "«7 hộ» không phải là một số"),
        // What is no range at all is left to `number`.
        ("đạt trên 80%", "không phải là một khoảng"),
        ("-5", "không phải là một khoảng"),
        ("- 5", "không phải là một khoảng"),
        ("7,97%", "không phải là một khoảng"),
        ("Đạt", "không phải là một khoảng"),
        ("trên", "không phải là một khoảng"),
        ("-", "không phải là một khoảng"),
        ("", "không phải là một khoảng"),
    ];
    for (typed, expected) in rows {
        assert_eq!(ends(typed), Err(expected.to_owned()), "{typed}");
    }
}

#[test]
fn is_read_out_in_words() {
    let rows = [
        ("1,58 - 1,60%", "từ một phẩy năm mươi tám đến một phẩy sáu mươi"),
        ("từ 6 đến 7", "từ sáu đến bảy"),
        ("trên 20", "trên hai mươi"),
        ("từ 24 trở lên", "từ hai mươi tư trở lên"),
        ("không quá 3", "không quá ba"),
    ];
    for (typed, expected) in rows {
        let words = parse(typed)
            .ok()
            .and_then(|typed| typed.range.in_words(&|value| words::in_words(value, &Habits::default())));
        assert_eq!(words.as_deref(), Some(expected), "{typed}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,24}") {
        let _ = parse(&text);
    }

    #[test]
    fn what_looks_like_a_range_is_read_back_as_it_was_written(
        low in 0i64..1_000_000, more in 1i64..1_000_000, scale in 0u32..4, form in 0usize..4,
    ) {
        let (min, max) = (Decimal::new(low, scale), Decimal::new(low + more, scale));
        let (a, b) = (number::format(min), number::format(max));
        let text = match form {
            0 => format!("{a} - {b}"),
            1 => format!("từ {a} đến {b}"),
            2 => format!("trên {a}"),
            _ => format!("{a} trở lên"),
        };
        let range = parse(&text).expect("a range").range;
        prop_assert_eq!(range.min, Some(min));
        prop_assert_eq!(range.max, (form < 2).then_some(max));
        prop_assert_eq!(range.print(Dash::Spaced, "", &number::format), text);
    }
}
