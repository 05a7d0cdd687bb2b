//! Rows of (input, output) for letters.
//!
//! - Holds: the table tests of `text`.
//! - In and out: nothing.
//! - Never here: helpers for other modules.
//! - Why: they are too long to stand in the module's own file.

use super::*;

#[test]
fn composes_only_when_needed() {
    assert!(matches!(nfc("Tỉnh Đắk Nông"), Cow::Borrowed(_)));
    assert_eq!(nfc("ti\u{309}nh"), "tỉnh");
    assert_eq!(nfc("Hue\u{302}\u{301}"), "Huế");
}

#[test]
fn cleans_what_nobody_sees() {
    let rows = [
        ("", ""),
        ("  xã  Cát\u{A0}Vân\n", "xã Cát Vân"),
        ("xã\r\n\t Cát Vân", "xã Cát Vân"),
        ("\u{FEFF}Thủy\u{200B}", "Thủy"),
        ("1\u{202F}234", "1 234"),
        ("ti\u{200D}\u{309}nh", "tỉnh"),
    ];
    for (text, expected) in rows {
        assert_eq!(clean(text), expected);
    }
}

#[test]
fn folds_spellings_of_one_word() {
    let rows = [
        ("Hòa Bình", "hoà bình"),
        ("HÒA", "HOÀ"),
        ("Ủy ban", "Uỷ ban"),
        ("Thủy", "Thuỷ"),
        ("khỏe", "khoẻ"),
        ("Hòa", "Ho\u{300}a"),
        ("Hòa", "Hoa\u{300}"),
        ("Xã  Cát Vân ", "xã cát vân"),
        ("Lý Nhân", "Lí Nhân"),
        ("Mỹ Đức", "Mĩ Đức"),
        ("Quý", "Quí"),
        ("Đắk R'Lấp", "Đắk R’Lấp"),
        ("Hòa R'Lấp", "Hoà RʼLấp"),
        ("hòa-bình", "hoà-bình"),
    ];
    for (one, other) in rows {
        assert_eq!(fold(one), fold(other));
    }
}

#[test]
fn keeps_different_words_apart() {
    let rows = [
        ("tỉnh", "tính"),
        ("tỉnh", "tinh"),
        ("Đa", "Da"),
        ("mua", "mưa"),
        ("hòa", "hóa"),
        ("tân", "tăn"),
        ("thúy", "thúi"),
        ("tay", "tai"),
        ("hòa a", "hoa à"),
    ];
    for (one, other) in rows {
        assert_ne!(fold(one), fold(other));
    }
}

#[test]
fn folding_twice_changes_nothing() {
    for text in ["Thuỷ Hòa", "tỉnh Quảng Ngãi", "Lý Quý", "Đắk R’Lấp"] {
        assert_eq!(fold(&fold(text)), fold(text));
    }
}

#[test]
fn strips_marks_and_keeps_case() {
    let rows = [
        ("Đắk R'Lấp", "Dak R'Lap"),
        ("Thừa Thiên Huế", "Thua Thien Hue"),
        ("ĐẶNG đường", "DANG duong"),
        ("Hue\u{302}\u{301}", "Hue"),
        ("ƀuôn", "buon"),
        ("1/2 – x", "1/2 – x"),
    ];
    for (text, expected) in rows {
        assert_eq!(strip_marks(text), expected);
    }
}

#[test]
fn finds_what_was_likely_meant() {
    let names = ["Đắk Mil", "Đắk Song", "Tuy Đức", "Cư Jút", "Krông Nô"];
    let rows = [
        ("Dak Mil", Some("Đắk Mil")),
        ("đắc mil", Some("Đắk Mil")),
        ("Đak Xong", Some("Đắk Song")),
        ("Tuy  Dức", Some("Tuy Đức")),
        ("Krong Noo", Some("Krông Nô")),
        ("Gia Nghĩa", None),
        ("", None),
    ];
    for (wanted, expected) in rows {
        assert_eq!(nearest(wanted, names.into_iter()), expected, "{wanted}");
    }
    let keys = ["x", "so", "sổ", "số", "ten"];
    let rows = [("số", Some("so")), ("so", Some("so")), ("te", Some("ten")), ("y", None), ("x", Some("x"))];
    for (wanted, expected) in rows {
        assert_eq!(nearest(wanted, keys.into_iter()), expected, "{wanted}");
    }
}

#[test]
fn changes_the_first_letter() {
    let rows = [("kế hoạch", "Kế hoạch"), ("ủy ban", "Ủy ban"), ("đắk", "Đắk"), ("2024", "2024"), ("", "")];
    for (text, expected) in rows {
        assert_eq!(capitalise_first(text), expected);
    }
    let rows = [
        ("Kế hoạch", "kế hoạch"),
        ("Ủy ban nhân dân", "ủy ban nhân dân"),
        ("U\u{309}y ban", "u\u{309}y ban"),
        ("UBND tỉnh", "UBND tỉnh"),
        ("Ý kiến", "ý kiến"),
        ("", ""),
    ];
    for (text, expected) in rows {
        assert_eq!(lower_first(text), expected);
    }
}

#[test]
fn both_ways_of_folding_are_one() {
    let texts = [
        "Xã Hoà Bình",
        "HÒA BÌNH",
        "Lý Lí quý Quí thuỷ Thủy ý Y",
        "Đắk R'Lấp Đắk R’Lấp",
        "TỔNG CỘNG (A+B): 1.234",
        "quây quầy Phổ Cường",
        "«Ưu»–ươm",
        "g\u{300}",
        "Huyện Ƀuôn ñ ü Ω",
        "nguyễn Ngọc ỷ",
        "",
        "x y z",
        "ÁẢÃẠ",
    ];
    for text in texts {
        let text = &clean(text);
        if let Some(folded) = super::fold_composed(text) {
            assert_eq!(folded, super::fold_any(text), "{text}");
        }
    }
    let vowels: Vec<char> =
        "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ".chars().collect();
    for first in &vowels {
        for (second, last) in vowels.iter().zip(["", "n", "ng", "y", "c", "i"].iter().cycle()) {
            for text in [format!("T{first}{second}{last}"), format!("qu{first} {second}{last}")] {
                if let Some(folded) = super::fold_composed(&text) {
                    assert_eq!(folded, super::fold_any(&text), "{text}");
                }
            }
        }
    }
}

#[test]
fn signs_of_words_are_those_of_unicode() {
    for c in ('\0'..='\u{3FFF}').chain(['𝟛', '字', '🙂']) {
        assert_eq!(is_word_sign(c), c.is_alphanumeric(), "{c:?}");
    }
}
