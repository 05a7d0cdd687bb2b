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

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn numbers_are_written_with_the_fewest_digits() {
        let romans: Vec<String> = [1, 4, 9, 14, 40, 99, 400].into_iter().map(roman).collect();
        assert_eq!(romans.join(" "), "I IV IX XIV XL XCIX CD");
    }
}
