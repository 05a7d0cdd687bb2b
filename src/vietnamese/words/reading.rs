//! Words read back as a number: «bốn nghìn chín trăm chín mươi» → 4990, in every habit of offices.

use rust_decimal::Decimal;

use super::BILLION;
use crate::vietnamese::text::{nfc, word_key};

/// A number that words say, and how many of the words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    pub value: Decimal,
    /// Words of the text from its beginning.
    pub words: usize,
}

/// The number that a text begins with in words; what follows it («hộ», «đồng») is left. `None` where the first word is no
/// number, or the number words make none.
pub fn read(text: &str) -> Option<Said> {
    let text = nfc(text);
    let keys: Vec<String> =
        text.split_whitespace().map(|word| word_key(word.trim_end_matches(ends_word))).collect();
    let words: Vec<&str> = keys.iter().map(String::as_str).collect();
    let is_negative = words.first() == Some(&"âm");
    let from = usize::from(is_negative);
    let (whole, mut used) = whole(&words[from..])?;
    used += from;
    let mut value = Decimal::from(whole);
    if words.get(used) == Some(&"phẩy") {
        let (fraction, scale, more) = fraction(&words[used + 1..])?;
        value = value.checked_add(Decimal::try_new(fraction, scale).ok()?)?;
        used += 1 + more;
    }
    Some(Said { value: if is_negative { -value } else { value }, words: used })
}

fn ends_word(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | ')' | ':')
}

/// 0-9; «mốt», «tư», «lăm» only behind a ten.
fn unit(word: &str, behind_ten: bool) -> Option<u64> {
    Some(match word {
        "không" => 0,
        "một" => 1,
        "hai" => 2,
        "ba" => 3,
        "bốn" => 4,
        "năm" => 5,
        "sáu" => 6,
        "bảy" | "bẩy" => 7,
        "tám" => 8,
        "chín" => 9,
        "mốt" if behind_ten => 1,
        "tư" if behind_ten => 4,
        "lăm" | "nhăm" if behind_ten => 5,
        _ => return None,
    })
}

fn scale(word: &str) -> Option<u64> {
    Some(match word {
        "nghìn" | "ngàn" => 1000,
        "triệu" => 1_000_000,
        "tỷ" | "tỉ" | "tỳ" => BILLION,
        _ => return None,
    })
}

/// A whole number and how many words it takes.
fn whole(words: &[&str]) -> Option<(u64, usize)> {
    let (mut sum, mut used) = (0_u64, 0);
    // What stands before «tỷ» is read like any other number.
    let (mut below_billion, mut last_scale) = (0_u64, u64::MAX);
    loop {
        let Some((group, taken)) = group(&words[used..]) else {
            // «năm nghìn tỷ»
            let is_billions = words.get(used).is_some_and(|word| scale(word) == Some(BILLION));
            if is_billions && below_billion > 0 {
                sum = sum.checked_add(below_billion.checked_mul(BILLION)?)?;
                (below_billion, last_scale) = (0, BILLION);
                used += 1;
                continue;
            }
            // «hai tỷ» ends with its scale.
            return (used > 0).then_some((sum.checked_add(below_billion)?, used));
        };
        used += taken;
        match words.get(used).and_then(|word| scale(word)) {
            Some(BILLION) => {
                sum = sum.checked_add(below_billion.checked_add(group)?.checked_mul(BILLION)?)?;
                (below_billion, last_scale) = (0, BILLION);
                used += 1;
            }
            Some(scale) if scale < last_scale => {
                below_billion = below_billion.checked_add(group.checked_mul(scale)?)?;
                last_scale = scale;
                used += 1;
            }
            Some(_) => return None,
            None => return Some((sum.checked_add(below_billion)?.checked_add(group)?, used)),
        }
    }
}

/// 0-999 and how many words it takes.
fn group(words: &[&str]) -> Option<(u64, usize)> {
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let (mut value, mut used) = (0, 0);
    if let (Some(hundreds), "trăm") = (unit(word(0), false), word(1)) {
        (value, used) = (hundreds * 100, 2);
        if matches!(word(2), "linh" | "lẻ") {
            let units = unit(word(3), false).or((word(3) == "tư").then_some(4))?;
            return Some((value + units, 4));
        }
    }
    if word(used) == "mười" {
        let units = unit(word(used + 1), true).filter(|_| is_no_tens(word(used + 2)));
        return Some((value + 10 + units.unwrap_or(0), used + 1 + usize::from(units.is_some())));
    }
    let Some(tens) = unit(word(used), false) else { return (used > 0).then_some((value, used)) };
    if word(used + 1) == "mươi" {
        let units = unit(word(used + 2), true);
        return Some((value + tens * 10 + units.unwrap_or(0), used + 2 + usize::from(units.is_some())));
    }
    // «hai mốt», «ba lăm»: spoken, but offices write it too.
    if let Some(units) =
        unit(word(used + 1), true).filter(|_| matches!(word(used + 1), "mốt" | "tư" | "lăm" | "nhăm"))
    {
        return Some((value + tens * 10 + units, used + 2));
    }
    // «một trăm năm» without «linh» would be 150 to some: no number at all.
    (used == 0).then_some((tens, 1))
}

/// «mười hai trăm» is nothing that anybody writes.
fn is_no_tens(word: &str) -> bool {
    !matches!(word, "trăm" | "mươi")
}

/// What stands behind «phẩy»: zeros and a group, or digit by digit.
fn fraction(words: &[&str]) -> Option<(i64, u32, usize)> {
    let digits: Vec<u64> = words.iter().map_while(|word| unit(word, false)).collect();
    let zeros = digits.iter().take_while(|digit| **digit == 0).count();
    let (rest, used) = if digits.len() > zeros + 1
        && words.get(digits.len()).is_none_or(|word| !matches!(*word, "trăm" | "mươi"))
    {
        let value = digits.iter().fold(0_u64, |sum, digit| sum * 10 + digit);
        return Some((i64::try_from(value).ok()?, u32::try_from(digits.len()).ok()?, digits.len()));
    } else {
        group(&words[zeros..]).unwrap_or((0, 0))
    };
    if zeros + used == 0 {
        return None;
    }
    let width = u32::try_from(if used == 0 { 0 } else { rest.to_string().len() }).ok()?;
    Some((i64::try_from(rest).ok()?, u32::try_from(zeros).ok()? + width, zeros + used))
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::super::{Billion, EmptyTens, FinalFour, Habits, Thousand, in_words};
    use super::read;

    #[test]
    fn every_number_is_read_back_in_every_habit() {
        let numbers = (0..2_500_i64).chain((1..3_000).map(|at| at * 7_919 + 13)).chain([
            1_005_000,
            2_900_000,
            999_999_999,
            1_000_000_000,
            1_200_000_000,
            2_000_005_000,
            5_000_000_000_000,
            13_342,
        ]);
        let habits = [
            Habits::default(),
            Habits {
                empty_tens: EmptyTens::Le,
                thousand: Thousand::Ngan,
                final_four: FinalFour::Bon,
                billion: Billion::WithI,
            },
        ];
        for number in numbers {
            for habit in &habits {
                let words = in_words(Decimal::from(number), habit).expect("it can be said");
                let said = read(&words).unwrap_or_else(|| panic!("{words}"));
                assert_eq!(said.value, Decimal::from(number), "{words}");
                assert_eq!(said.words, words.split(' ').count(), "{words}");
            }
        }
    }

    #[test]
    fn decimals_are_read_back() {
        for text in ["7.97", "0.01", "2.05", "1.5", "12.25", "0.4216", "3.105"] {
            let value: Decimal = text.parse().expect("a number");
            let words = in_words(value, &Habits::default()).expect("it can be said");
            assert_eq!(read(&words).map(|said| said.value), Some(value), "{words}");
        }
    }

    #[test]
    fn what_follows_is_left_and_no_number_is_none() {
        assert_eq!(read("Ba hộ nghèo").map(|said| (said.value, said.words)), Some((Decimal::from(3), 1)));
        assert_eq!(read("năm nghìn đồng./.").map(|said| said.value), Some(Decimal::from(5000)));
        for text in ["hộ nghèo", "", "một trăm năm", "hai nghìn ba triệu", "phẩy năm"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
