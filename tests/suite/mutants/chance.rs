//! Chance from a fixed seed: the same changes on every machine.

/// A sequence of numbers without visible order (splitmix64).
pub struct Chance(u64);

impl Chance {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % end.max(1) as u64).unwrap_or(0)
    }

    pub fn one_of<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.below(list.len()))
    }

    /// The text with one of its digits another one; a number of several digits never begins with nought, unless it did.
    pub fn other_digit(&mut self, text: &str) -> Option<String> {
        let digits: Vec<usize> =
            text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
        let at = *self.one_of(&digits)?;
        let old = text[at..=at].to_owned();
        let begins = !text[..at].ends_with(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
        let goes_on = text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        let from = usize::from(begins && goes_on);
        let new = loop {
            let digit = (from + self.below(10 - from)).to_string();
            if digit != old {
                break digit;
            }
        };
        Some(format!("{}{new}{}", &text[..at], &text[at + 1..]))
    }

    /// The text with two neighbouring digits exchanged, if some differ.
    pub fn exchanged(&mut self, text: &str) -> Option<String> {
        let bytes = text.as_bytes();
        let pairs: Vec<usize> = (1..bytes.len())
            .filter(|at| {
                let (one, other) = (bytes[at - 1], bytes[*at]);
                let begins = *at == 1
                    || !bytes[at - 2].is_ascii_digit() && bytes[at - 2] != b',' && bytes[at - 2] != b'.';
                one.is_ascii_digit() && other.is_ascii_digit() && one != other && !(begins && other == b'0')
            })
            .collect();
        let at = *self.one_of(&pairs)?;
        Some(format!("{}{}{}{}", &text[..at - 1], &text[at..=at], &text[at - 1..at], &text[at + 1..]))
    }
}
