//! Vietnamese alphabetical order of names.
//!
//! - Holds: the key by which names are sorted.
//! - In and out: a name in, a key that can be compared out.
//! - Never here: lists of units, leaving out the unit word («Huyện»), what a list is for.
//! - Why: sorted by code points, «Đắk Mil» stands after «Tuy Đức» and «Phường 10» before «Phường 2».
//!
//! Names are compared syllable by syllable: first the letters (a ă â b c d đ … x y), then the tone (ngang, huyền, hỏi,
//! ngã, sắc, nặng). Numbers are compared by value and stand before letters. Only names that are equal so far are told
//! apart by case.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;

use super::text::{APOSTROPHES, clean};

/// The Vietnamese letters in their order, with the foreign ones where the Latin alphabet has them.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/// Circumflex, breve and horn make letters of their own.
const LETTER_MARKS: [char; 3] = ['\u{302}', '\u{306}', '\u{31B}'];
/// Huyền, hỏi, ngã, sắc, nặng; no mark comes before them.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// What a name is sorted by; a total order in which only equal texts are equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    syllables: Vec<Syllable>,
    /// Whether a letter is a capital, in order: «an» before «An».
    capitals: Vec<bool>,
    text: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Syllable {
    letters: Vec<Letter>,
    /// The tone, and other marks above that: in Vietnamese at most one.
    marks: Vec<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Letter {
    Sign(char),
    /// Digits without leading zeros; more of them is a greater number.
    Number(usize, String),
    Vietnamese(usize),
    Foreign(char),
}

/// The key of a name.
pub fn key(name: &str) -> Key {
    let text = clean(name);
    let is_separator = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '_' | '/');
    Key {
        syllables: text.split(is_separator).filter(|part| !part.is_empty()).map(syllable).collect(),
        capitals: text.chars().filter(|c| c.is_alphabetic()).map(char::is_uppercase).collect(),
        text: name.to_owned(),
    }
}

/// How two names stand to each other in the alphabet.
pub fn compare(one: &str, other: &str) -> Ordering {
    key(one).cmp(&key(other))
}

fn syllable(text: &str) -> Syllable {
    let mut syllable = Syllable::default();
    let decomposed: Vec<char> = text.to_lowercase().nfd().filter(|c| !APOSTROPHES.contains(c)).collect();
    let mut rest = decomposed.as_slice();
    while let [first, after @ ..] = rest {
        if first.is_ascii_digit() {
            let length = rest.iter().take_while(|c| c.is_ascii_digit()).count();
            let digits: String = rest[..length].iter().skip_while(|c| **c == '0').collect();
            syllable.letters.push(Letter::Number(digits.len(), digits));
            rest = &rest[length..];
            continue;
        }
        let marks = after.iter().take_while(|c| is_mark(**c)).count();
        syllable.letters.push(letter(*first, &after[..marks]));
        for mark in after[..marks].iter().filter(|mark| !LETTER_MARKS.contains(mark)) {
            let tone = TONES.iter().position(|tone| tone == mark).and_then(|at| u32::try_from(at).ok());
            syllable.marks.push(tone.unwrap_or(u32::from(*mark)));
        }
        rest = &after[marks..];
    }
    syllable
}

/// The letter that a base and its marks make: o with a horn is ơ, whatever tone stands on it.
fn letter(base: char, marks: &[char]) -> Letter {
    let own: String = std::iter::once(base)
        .chain(marks.iter().copied().filter(|mark| LETTER_MARKS.contains(mark)))
        .nfc()
        .collect();
    let place = |c: char| ALPHABET.chars().position(|letter| letter == c);
    let mut composed = own.chars();
    match (composed.next().and_then(place), composed.next()) {
        (Some(at), None) => Letter::Vietnamese(at),
        // A letter of Ê-đê and other names in Tây Nguyên stands with its plain one.
        _ if base == 'ƀ' => Letter::Vietnamese(place('b').unwrap_or_default()),
        _ => match place(base) {
            Some(at) => Letter::Vietnamese(at),
            None if base.is_alphanumeric() => Letter::Foreign(base),
            None => Letter::Sign(base),
        },
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_stand_in_vietnamese_order() {
        let rows = [
            // The letters.
            vec!["An", "Ăn", "Ân", "Bình", "Cao", "Dương", "Đông", "Em", "Ên", "Giang", "Hà"],
            vec!["On", "Ôn", "Ơn", "Phú", "Quảng", "Sa", "Tam", "Un", "Ưn", "Vinh", "Xuân", "Yên"],
            // The tones.
            vec!["Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Man"],
            // Syllable by syllable, and blanks before letters.
            vec!["Ba Vì", "Bà Rịa", "Bá Thước"],
            vec!["Huyện Cư Jút", "Huyện Đắk Glong", "Huyện Đắk Mil", "Huyện Đắk R'Lấp", "Huyện Krông Nô"],
            vec!["Nam", "Nam Giang", "Nam Trà My", "Năm Căn", "Nậm Pồ"],
            // Numbers by their value, before letters.
            vec!["Phường 2", "Phường 10", "Phường An Hòa"],
            vec!["Thôn 9", "Thôn 9A", "Thôn 10"],
            // Case last.
            vec!["xã An Bình", "Xã An Bình", "Xã An Hòa"],
            vec!["Bà Rịa - Vũng Tàu", "Bạc Liêu"],
        ];
        for row in rows {
            for pair in row.windows(2) {
                assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{} < {}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn spellings_of_one_name_stand_together() {
        let mut names = ["Xã Hoà Bình", "Xã Hóa An", "Xã Hòa An", "Xã Hoà An", "Xa\u{303} Hòa An"];
        names.sort_by_cached_key(|name| key(name));
        assert_eq!(names[3..], ["Xã Hoà Bình", "Xã Hóa An"]);
    }

    proptest! {
        #[test]
        fn it_is_a_total_order(one in "\\PC{0,12}", other in "\\PC{0,12}", third in "[aàăâđdĐ 0-9'-]{0,8}") {
            prop_assert_eq!(compare(&one, &other), compare(&other, &one).reverse());
            prop_assert_eq!(compare(&one, &other) == Ordering::Equal, one == other);
            let mut names = [one, other, third];
            names.sort_by(|a, b| compare(a, b));
            prop_assert!(compare(&names[0], &names[1]) != Ordering::Greater);
            prop_assert!(compare(&names[1], &names[2]) != Ordering::Greater);
            prop_assert!(compare(&names[0], &names[2]) != Ordering::Greater);
        }
    }
}
