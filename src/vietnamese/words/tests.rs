//! Rows of (number, words), one block a case of the number-word table.
//!
//! - Holds: the table tests of `words`.
//! - In and out: nothing.
//! - Never here: helpers for other modules.
//! - Why: they are too long to stand in the module's own file.

use super::*;

const SOUTHERN: Habits = Habits {
    empty_tens: EmptyTens::Le,
    thousand: Thousand::Ngan,
    final_four: FinalFour::Bon,
    billion: Billion::WithI,
};

fn check(rows: &[(&str, &str)], habits: &Habits) {
    for (value, expected) in rows {
        let value = Decimal::from_str_exact(value).unwrap_or(Decimal::MAX);
        assert_eq!(in_words(value, habits).as_deref(), Some(*expected), "{value}");
    }
}

#[test]
fn says_whole_numbers_in_the_official_style() {
    let rows = [
        ("0", "không"),
        ("1", "một"),
        ("4", "bốn"),
        ("5", "năm"),
        // Ten to nineteen.
        ("10", "mười"),
        ("11", "mười một"),
        ("14", "mười bốn"),
        ("15", "mười lăm"),
        ("16", "mười sáu"),
        ("19", "mười chín"),
        // Twenty to ninety-nine.
        ("20", "hai mươi"),
        ("21", "hai mươi mốt"),
        ("24", "hai mươi tư"),
        ("25", "hai mươi lăm"),
        ("55", "năm mươi lăm"),
        ("34", "ba mươi tư"),
        ("91", "chín mươi mốt"),
        ("95", "chín mươi lăm"),
        // An empty tens digit.
        ("100", "một trăm"),
        ("101", "một trăm linh một"),
        ("104", "một trăm linh bốn"),
        ("105", "một trăm linh năm"),
        ("110", "một trăm mười"),
        ("111", "một trăm mười một"),
        ("115", "một trăm mười lăm"),
        ("121", "một trăm hai mươi mốt"),
        ("1005000", "một triệu không trăm linh năm nghìn"),
        // Empty hundreds inside.
        ("2026", "hai nghìn không trăm hai mươi sáu"),
        ("1005", "một nghìn không trăm linh năm"),
        ("1010", "một nghìn không trăm mười"),
        ("1000005", "một triệu không trăm linh năm"),
        ("1000000005", "một tỷ không trăm linh năm"),
        ("1005000000", "một tỷ không trăm linh năm triệu"),
        // Thousands.
        ("1000", "một nghìn"),
        ("1001", "một nghìn không trăm linh một"),
        ("1034", "một nghìn không trăm ba mươi tư"),
        ("2900", "hai nghìn chín trăm"),
        ("1234", "một nghìn hai trăm ba mươi tư"),
        ("1943", "một nghìn chín trăm bốn mươi ba"),
        ("4990", "bốn nghìn chín trăm chín mươi"),
        ("13342", "mười ba nghìn ba trăm bốn mươi hai"),
        ("21000", "hai mươi mốt nghìn"),
        ("100000", "một trăm nghìn"),
        ("297899", "hai trăm chín mươi bảy nghìn tám trăm chín mươi chín"),
        // Millions, billions and beyond.
        ("2200000", "hai triệu hai trăm nghìn"),
        ("1200000000", "một tỷ hai trăm triệu"),
        ("1000000000000", "một nghìn tỷ"),
        ("1005000000000", "một nghìn không trăm linh năm tỷ"),
        ("1000000000000000", "một triệu tỷ"),
        ("2500000000000001", "hai triệu năm trăm nghìn tỷ không trăm linh một"),
        // Below zero.
        ("-5", "âm năm"),
        ("-0", "không"),
    ];
    check(&rows, &Habits::default());
}

#[test]
fn says_decimals_with_phay() {
    let rows = [
        ("7.97", "bảy phẩy chín mươi bảy"),
        ("2.05", "hai phẩy không năm"),
        ("3.5", "ba phẩy năm"),
        ("6.10", "sáu phẩy mười"),
        ("1.1", "một phẩy một"),
        ("1.21", "một phẩy hai mươi mốt"),
        ("1.15", "một phẩy mười lăm"),
        ("0.47", "không phẩy bốn mươi bảy"),
        ("-0.47", "âm không phẩy bốn mươi bảy"),
        ("7.125", "bảy phẩy một trăm hai mươi lăm"),
        ("7.105", "bảy phẩy một trăm linh năm"),
        ("2.005", "hai phẩy không không năm"),
        ("2.050", "hai phẩy không năm mươi"),
        ("3.1415", "ba phẩy một bốn một năm"),
        ("5.00", "năm"),
        ("0.00", "không"),
    ];
    check(&rows, &Habits::default());
}

#[test]
fn follows_other_habits() {
    let rows = [
        ("101", "một trăm lẻ một"),
        ("24", "hai mươi bốn"),
        ("14", "mười bốn"),
        ("1943", "một ngàn chín trăm bốn mươi ba"),
        ("1200000000", "một tỉ hai trăm triệu"),
        ("3004000000024", "ba ngàn không trăm lẻ bốn tỉ không trăm hai mươi bốn"),
    ];
    check(&rows, &SOUTHERN);
}

#[test]
fn each_habit_changes_its_own_word_only() {
    let value = Decimal::from(1_105_024_104_u64);
    let official = Habits::default();
    let rows = [
        (official, "một tỷ một trăm linh năm triệu không trăm hai mươi tư nghìn một trăm linh bốn"),
        (
            Habits { empty_tens: EmptyTens::Le, ..official },
            "một tỷ một trăm lẻ năm triệu không trăm hai mươi tư nghìn một trăm lẻ bốn",
        ),
        (
            Habits { thousand: Thousand::Ngan, ..official },
            "một tỷ một trăm linh năm triệu không trăm hai mươi tư ngàn một trăm linh bốn",
        ),
        (
            Habits { final_four: FinalFour::Bon, ..official },
            "một tỷ một trăm linh năm triệu không trăm hai mươi bốn nghìn một trăm linh bốn",
        ),
        (
            Habits { billion: Billion::WithI, ..official },
            "một tỉ một trăm linh năm triệu không trăm hai mươi tư nghìn một trăm linh bốn",
        ),
    ];
    for (habits, expected) in rows {
        assert_eq!(in_words(value, &habits).as_deref(), Some(expected), "{habits:?}");
    }
}

#[test]
fn stops_at_ten_to_the_eighteenth() {
    let limit = Decimal::from(LIMIT);
    assert_eq!(in_words(limit, &Habits::default()), None);
    assert_eq!(in_words(-Decimal::MAX, &Habits::default()), None);
    assert!(in_words(limit - Decimal::ONE, &Habits::default()).is_some());
}
