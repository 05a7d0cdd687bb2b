//! Rows of (input, output) for figures.
//!
//! - Holds: the table tests of «number».
//! - In and out: nothing.
//! - Never here: helpers for other modules.
//! - Why: they are too long to stand in the module's own file.

use super::*;

fn dec(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap_or(Decimal::MAX)
}

#[test]
fn writes_dots_and_a_comma() {
    let rows = [
        ("0", "0"),
        ("-0.00", "0,00"),
        ("999", "999"),
        ("1000", "1.000"),
        ("13342", "13.342"),
        ("297899", "297.899"),
        ("1234567.5", "1.234.567,5"),
        ("7.97", "7,97"),
        ("6.10", "6,10"),
        ("-5", "-5"),
        ("-1234.50", "-1.234,50"),
    ];
    for (value, expected) in rows {
        assert_eq!(format(dec(value)), expected, "{value}");
    }
    assert_eq!(format(Decimal::MAX), "79.228.162.514.264.337.593.543.950.335");
}

#[test]
fn rounds_half_away_from_zero_and_pads() {
    let rows = [
        ("0.125", 2, "0,13"),
        ("-0.125", 2, "-0,13"),
        ("0.124", 2, "0,12"),
        ("6.1", 2, "6,10"),
        ("7", 2, "7,00"),
        ("2.5", 0, "3"),
        ("3.5", 0, "4"),
        ("999.995", 2, "1.000,00"),
        ("-0.001", 2, "0,00"),
        ("13342", 0, "13.342"),
    ];
    for (value, decimals, expected) in rows {
        assert_eq!(format_scaled(dec(value), decimals), expected, "{value}");
    }
    let padded = format_scaled(Decimal::MAX, 2);
    assert_eq!(padded, "79.228.162.514.264.337.593.543.950.335,00");
}

#[test]
fn puts_a_zero_before_one_to_nine() {
    let rows = [
        ("0", "0"),
        ("1", "01"),
        ("3", "03"),
        ("3.0", "03"),
        ("9", "09"),
        ("9.5", "9,5"),
        ("10", "10"),
        ("1234", "1.234"),
        ("-3", "-3"),
    ];
    for (value, expected) in rows {
        assert_eq!(leading_zero(dec(value)), expected, "{value}");
    }
}

#[test]
fn reads_what_offices_type() {
    let rows = [
        ("0", "0"),
        ("03", "3"),
        ("2.900", "2900"),
        ("13.342", "13342"),
        ("1.234.567", "1234567"),
        ("7,97", "7.97"),
        ("6,10", "6.10"),
        ("7,97%", "7.97"),
        ("7,97 %", "7.97"),
        ("1,234", "1.234"),
        ("0,0797", "0.0797"),
        ("1 234", "1234"),
        ("1\u{A0}234", "1234"),
        ("1\u{202F}234,5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("  42\u{A0}", "42"),
        ("\u{FEFF}4\u{200B}2", "42"),
        ("-5", "-5"),
        ("- 5", "-5"),
        ("\u{2212}5", "-5"),
        ("\u{2013}0,47", "-0.47"),
        ("+5", "5"),
        ("-0", "0"),
        ("１２３，５％", "123.5"),
        ("'2.900", "2900"),
        ("’12", "12"),
    ];
    for (typed, expected) in rows {
        // As text, so that a lost zero («6,10» → 6.1) fails.
        let read = parse(typed).map(|value| value.to_string());
        assert_eq!(read, Ok(expected.to_owned()), "{typed}");
    }
}

#[test]
fn reads_back_what_it_writes() {
    for text in ["0", "-5", "999", "13.342", "6,10", "-1.234.567,089"] {
        assert_eq!(parse(text).map(format), Ok(text.to_owned()));
    }
}

#[test]
fn says_why_a_text_is_not_a_number() {
    let too_long = "1".repeat(40);
    let too_long_message = format!("«{too_long}» có quá nhiều chữ số");
    let rows = [
        ("", "còn trống, chưa có số"),
        (" \u{A0} ", "còn trống, chưa có số"),
        ("'", "còn trống, chưa có số"),
        ("abc", "«abc» không phải là một số"),
        (" x ", "«x» không phải là một số"),
        ("-", "«-» không phải là một số"),
        ("%", "«%» không phải là một số"),
        ("5,", "«5,» không phải là một số"),
        (".5", "«.5» không phải là một số"),
        ("5%%", "«5%%» không phải là một số"),
        ("--5", "«--5» không phải là một số"),
        ("1e5", "«1e5» không phải là một số"),
        ("950-1050", "«950-1050» không phải là một số"),
        ("12\n345", "«12\n345» không phải là một số"),
        ("2.90", "dấu chấm trong «2.90» hiểu được hai cách: 2,90 hoặc 290"),
        ("-2.9", "dấu chấm trong «-2.9» hiểu được hai cách: -2,9 hoặc -29"),
        ("0.123", "dấu chấm trong «0.123» hiểu được hai cách: 0,123 hoặc 123"),
        ("1234.567", "dấu chấm trong «1234.567» hiểu được hai cách: 1.234,567 hoặc 1.234.567"),
        ("1,234.5", "«1,234.5» dùng dấu kiểu tiếng Anh; viết là «1.234,5»"),
        ("1,234,567", "«1,234,567» dùng dấu kiểu tiếng Anh; viết là «1.234.567»"),
        ("1.23.456", "«1.23.456» không chia đúng từng nhóm ba chữ số"),
        ("2.90,5", "«2.90,5» không chia đúng từng nhóm ba chữ số"),
        ("12 34", "«12 34» không chia đúng từng nhóm ba chữ số"),
        ("1  234", "«1  234» không chia đúng từng nhóm ba chữ số"),
        ("1 234.567", "«1 234.567» không chia đúng từng nhóm ba chữ số"),
        ("1,5,5", "«1,5,5» không chia đúng từng nhóm ba chữ số"),
        (&too_long, &too_long_message),
    ];
    for (typed, expected) in rows {
        let message = parse(typed).map_err(|error| error.to_string());
        assert_eq!(message, Err(expected.to_owned()), "{typed}");
    }
}
