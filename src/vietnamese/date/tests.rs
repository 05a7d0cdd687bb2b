//! Rows of (input, output) for dates.
//!
//! - Holds: the table tests of «date».
//! - In and out: nothing.
//! - Never here: helpers for other modules.
//! - Why: they are too long to stand in the module's own file.

use super::*;

#[test]
fn reads_and_writes_dates() {
    let rows = [
        ("15/3/2023", "2023-03-15", "15/3/2023", "ngày 15 tháng 3 năm 2023"),
        ("15/03/2023", "2023-03-15", "15/3/2023", "ngày 15 tháng 3 năm 2023"),
        ("15-3-2023", "2023-03-15", "15/3/2023", "ngày 15 tháng 3 năm 2023"),
        ("2023-03-15", "2023-03-15", "15/3/2023", "ngày 15 tháng 3 năm 2023"),
        (" 5 / 3 / 2020\u{A0}", "2020-03-05", "05/3/2020", "ngày 05 tháng 3 năm 2020"),
        ("8/1/2024", "2024-01-08", "08/01/2024", "ngày 08 tháng 01 năm 2024"),
        ("29/2/2024", "2024-02-29", "29/02/2024", "ngày 29 tháng 02 năm 2024"),
        ("09/9/2021", "2021-09-09", "09/9/2021", "ngày 09 tháng 9 năm 2021"),
        ("6/12/2023", "2023-12-06", "06/12/2023", "ngày 06 tháng 12 năm 2023"),
        ("2024-01", "2024-01", "01/2024", "ngày\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}tháng 01 năm 2024"),
        ("3/2024", "2024-03", "3/2024", "ngày\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}tháng 3 năm 2024"),
    ];
    for (typed, expected_iso, expected_short, expected_long) in rows {
        let read = parse(typed);
        assert_eq!(read.as_ref().map(iso), Ok(expected_iso.to_owned()));
        assert_eq!(read.as_ref().map(|date| short(date, ShortDate::Decree)), Ok(expected_short.to_owned()));
        assert_eq!(read.as_ref().map(long), Ok(expected_long.to_owned()));
        assert_eq!(parse(expected_iso), read, "{typed}");
        assert_eq!(parse(expected_short), read, "{typed}");
    }
}

#[test]
fn writes_short_dates_by_either_habit() {
    // The real ones of nd30.md §4 rows 8 and 9.
    let rows = [
        ("18/01/2022", "18/01/2022", "18/01/2022"),
        ("29/7/2022", "29/7/2022", "29/07/2022"),
        ("09/9/2021", "09/9/2021", "09/09/2021"),
        ("06/12/2023", "06/12/2023", "06/12/2023"),
        ("27/02/2024", "27/02/2024", "27/02/2024"),
        ("08/01/2024", "08/01/2024", "08/01/2024"),
        ("3/2024", "3/2024", "03/2024"),
    ];
    for (typed, by_decree, with_zeros) in rows {
        let date = parse(typed).expect("a date");
        assert_eq!(short(&date, ShortDate::Decree), by_decree, "{typed}");
        assert_eq!(short(&date, ShortDate::TwoDigits), with_zeros, "{typed}");
    }
}

#[test]
fn says_what_is_wrong_with_a_date() {
    let shape = "không phải là ngày tháng dạng 15/3/2023 hoặc 2023-03-15";
    let rows = [
        ("31/2/2023", "không có ngày 31 trong tháng 2 năm 2023".to_owned()),
        ("29/02/2023", "không có ngày 29 trong tháng 2 năm 2023".to_owned()),
        ("15/3/0203", format!("«15/3/0203» {shape}")),
        ("0/3/2023", "không có ngày 0 trong tháng 3 năm 2023".to_owned()),
        ("3/15/2023", "không có tháng 15".to_owned()),
        ("2023-00", "không có tháng 0".to_owned()),
        ("15/3/23", "«15/3/23» ghi năm bằng hai chữ số, cần đủ bốn chữ số".to_owned()),
        ("", format!("«» {shape}")),
        ("hôm nay", format!("«hôm nay» {shape}")),
        ("15/3", format!("«15/3» {shape}")),
        ("15/3-2023", format!("«15/3-2023» {shape}")),
        ("2023/03/15", format!("«2023/03/15» {shape}")),
        ("15//2023", format!("«15//2023» {shape}")),
        ("115/3/2023", format!("«115/3/2023» {shape}")),
        ("-5/3/2023", format!("«-5/3/2023» {shape}")),
    ];
    for (typed, expected) in rows {
        let message = parse(typed).map_err(|error| error.to_string());
        assert_eq!(message, Err(expected), "{typed}");
    }
}
