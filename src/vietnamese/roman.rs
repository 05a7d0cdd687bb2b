//! Roman numbers for parts, chapters, sections and annexes.
//!
//! - In and out: a whole number from 1 in, capitals out; 0 is empty.
//! - Never here: what is numbered.
//! - Why: the decree numbers them so (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 6).

/// 14 → «XIV».
pub fn roman(number: usize) -> String {
    const DIGITS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut text = String::new();
    for (value, digit) in DIGITS {
        while rest >= value {
            text.push_str(digit);
            rest -= value;
        }
    }
    text
}

/// «XIV» → 14; `None` for what is no Roman number in capitals, or not the shortest one.
pub fn value(text: &str) -> Option<u32> {
    let digit = |c: char| match c {
        'I' => Some(1_u32),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        'D' => Some(500),
        'M' => Some(1000),
        _ => None,
    };
    const LONGEST: usize = 15;
    let digits: Vec<u32> = text.chars().map(digit).collect::<Option<_>>()?;
    if digits.is_empty() || digits.len() > LONGEST {
        return None;
    }
    let is_taken = |at: usize| digits.get(at + 1).is_some_and(|next| *next > digits[at]);
    let sum = |wanted: bool| -> u32 {
        (0..digits.len()).filter(|at| is_taken(*at) == wanted).map(|at| digits[at]).sum()
    };
    let value = sum(false).checked_sub(sum(true))?;
    (roman(value as usize) == text).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::{roman, value};

    #[test]
    fn numbers_are_read_back() {
        for number in 1..=400 {
            assert_eq!(value(&roman(number)).map(|value| value as usize), Some(number));
        }
        for text in ["", "IIII", "IIX", "ix", "A", "1"] {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_written_with_the_fewest_digits() {
        let romans: Vec<String> = [1, 4, 9, 14, 40, 99, 400].into_iter().map(roman).collect();
        assert_eq!(romans.join(" "), "I IV IX XIV XL XCIX CD");
    }
}
