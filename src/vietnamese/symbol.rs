//! Numbers and symbols of acts: «30/2020/NĐ-CP», «147/KH-UBND», «13-NQ/TU».
//!
//! - Holds: telling such a symbol from other words with digits.
//! - In and out: a word of a text in, yes or no out.
//! - Never here: which acts there are.
//! - Why: the digits of a symbol are no figure, and an act is known by its symbol.

/// Digits, perhaps a year, then letters; no date, no fraction.
pub fn is_symbol(token: &str) -> bool {
    let rest = token.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == token.len() {
        return false;
    }
    let letters = if let Some(rest) = rest.strip_prefix('/') {
        let year = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        if rest.len() - year.len() == 4 { year.strip_prefix('/').unwrap_or_default() } else { rest }
    } else {
        rest.strip_prefix('-').filter(|rest| rest.contains('/')).unwrap_or_default()
    };
    letters.starts_with(char::is_uppercase)
        && letters.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '&'))
}

#[cfg(test)]
mod tests {
    use super::is_symbol;

    #[test]
    fn symbols_are_told_from_dates_and_fractions() {
        for token in
            ["30/2020/NĐ-CP", "147/KH-UBND", "13-NQ/TU", "257/2025/QH15", "05/TTr-SLĐTBXH", "24/2021/QĐ-TTg"]
        {
            assert!(is_symbol(token), "{token}");
        }
        for token in ["15/3/2024", "24/7", "2-9", "V/v", "1/2", "QĐ-UBND", "2021-2025", "20-F", "A/B"] {
            assert!(!is_symbol(token), "{token}");
        }
    }
}
