//! Numbers in words: 4990 → «bốn nghìn chín trăm chín mươi».
//!
//! - Holds: reading a number aloud, and the habits in which regions and offices differ.
//! - In and out: `Decimal` and `Habits` in; words in lower case out, `None` from 10^18 on.
//! - Never here: units («đồng», «hộ»), capitals, brackets «(Bằng chữ: …)».
//! - Why: a sum in words is what binds in a signed paper, and common libraries get «linh», «mốt», «lăm» wrong.

mod reading;

use rust_decimal::Decimal;

pub use reading::{Said, read};

/// The word for an empty tens digit: 105 is «một trăm linh năm» or «một trăm lẻ năm».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EmptyTens {
    /// «linh», the official style.
    #[default]
    Linh,
    /// «lẻ», the South and many invoices.
    Le,
}

/// The word for 1000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Thousand {
    /// «nghìn», the official style.
    #[default]
    Nghin,
    /// «ngàn», the South.
    Ngan,
}

/// The word for a final 4 after «mươi»: 24 is «hai mươi tư» or «hai mươi bốn».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FinalFour {
    /// «tư».
    #[default]
    Tu,
    /// «bốn».
    Bon,
}

/// The spelling of 10^9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Billion {
    /// «tỷ».
    #[default]
    WithY,
    /// «tỉ».
    WithI,
}

/// Where offices differ in number words. The default is the official style: linh, nghìn, tư, tỷ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Habits {
    pub empty_tens: EmptyTens,
    pub thousand: Thousand,
    pub final_four: FinalFour,
    pub billion: Billion,
}

impl Habits {
    fn empty_tens(&self) -> &'static str {
        match self.empty_tens {
            EmptyTens::Linh => "linh",
            EmptyTens::Le => "lẻ",
        }
    }

    fn thousand(&self) -> &'static str {
        match self.thousand {
            Thousand::Nghin => "nghìn",
            Thousand::Ngan => "ngàn",
        }
    }

    fn final_four(&self) -> &'static str {
        match self.final_four {
            FinalFour::Tu => "tư",
            FinalFour::Bon => "bốn",
        }
    }

    fn billion(&self) -> &'static str {
        match self.billion {
            Billion::WithY => "tỷ",
            Billion::WithI => "tỉ",
        }
    }
}

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const BILLION: u64 = 1_000_000_000;
/// 10^18 would be «một tỷ tỷ», which no office writes.
const LIMIT: u64 = BILLION * BILLION;

/// The value in words; a fraction of zeros only is not said (5,00 → «năm»).
///
/// Up to three decimals are read as a number after their zeros (2,05 → «hai phẩy không năm»),
/// more than three digit by digit. `None` from 10^18 on.
pub fn in_words(value: Decimal, habits: &Habits) -> Option<String> {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let whole: u64 = whole.parse().ok().filter(|&whole| whole < LIMIT)?;
    let mut words = Vec::new();
    if value.is_sign_negative() && !value.is_zero() {
        words.push("âm");
    }
    if whole == 0 {
        words.push(DIGITS[0]);
    } else {
        say_whole(whole, habits, &mut words);
    }
    if fraction.bytes().any(|digit| digit != b'0') {
        words.push("phẩy");
        say_fraction(fraction, habits, &mut words);
    }
    Some(words.join(" "))
}

/// Says a number above zero. What stands before «tỷ» is read like any other number: «hai nghìn tỷ».
fn say_whole(value: u64, habits: &Habits, words: &mut Vec<&'static str>) {
    let (billions, rest) = (value / BILLION, value % BILLION);
    if billions > 0 {
        say_below_billion(billions, Before::Nothing, habits, words);
        words.push(habits.billion());
    }
    if rest > 0 {
        let before = if billions > 0 { Before::Digits } else { Before::Nothing };
        say_below_billion(rest, before, habits, words);
    }
}

/// Whether higher digits were said already: then an empty hundreds digit is «không trăm».
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    Digits,
}

fn say_below_billion(value: u64, mut before: Before, habits: &Habits, words: &mut Vec<&'static str>) {
    let groups = [
        (value / 1_000_000, Some("triệu")),
        (value / 1000 % 1000, Some(habits.thousand())),
        (value % 1000, None),
    ];
    for (group, name) in groups {
        if group == 0 {
            continue;
        }
        say_group(group, before, habits, words);
        words.extend(name);
        before = Before::Digits;
    }
}

fn say_group(group: u64, before: Before, habits: &Habits, words: &mut Vec<&'static str>) {
    let (hundreds, tens, units) = (group / 100, group / 10 % 10, group % 10);
    let says_hundreds = hundreds > 0 || before == Before::Digits;
    if says_hundreds {
        words.extend([digit(hundreds), "trăm"]);
    }
    match tens {
        0 if units > 0 && says_hundreds => words.push(habits.empty_tens()),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([digit(tens), "mươi"]),
    }
    match (tens, units) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push(habits.final_four()),
        (1.., 5) => words.push("lăm"),
        _ => words.push(digit(units)),
    }
}

fn say_fraction(fraction: &str, habits: &Habits, words: &mut Vec<&'static str>) {
    let figures = fraction.bytes().map(|byte| u64::from(byte - b'0'));
    if fraction.len() > 3 {
        words.extend(figures.map(digit));
        return;
    }
    words.extend(figures.clone().take_while(|&figure| figure == 0).map(digit));
    let rest = figures.fold(0, |sum, figure| sum * 10 + figure);
    say_group(rest, Before::Nothing, habits, words);
}

fn digit(figure: u64) -> &'static str {
    DIGITS[(figure % 10) as usize]
}

#[cfg(test)]
mod tests;
