//! Slips of the fingers: two words, or two names, that differ in one letter or tone.
//!
//! - Holds: the comparison, and words taken apart for it.
//! - In and out: words in, yes or no out.
//! - Never here: which names there are, what a slip means for a document.
//! - Why: «Tuy Đưc» is Tuy Đức to a reader and no unit at all to a search.

use unicode_normalization::UnicodeNormalization;

use super::text::TONES;

/// Whether two words are one slip of the fingers apart: a letter too many, too few, another one, two exchanged, or another
/// tone. Case does not count, and «i» and «y» are one letter. Folding moves tones to the end of the syllable, so letters
/// and tones are compared by themselves; a vowel that is lost takes its tone with it.
pub fn is_one_slip(left: &str, right: &str) -> bool {
    const WIDEST: usize = 6;
    left.len().abs_diff(right.len()) <= WIDEST && Spelling::of(left).is_one_slip_from(&Spelling::of(right))
}

/// A word taken apart for `is_one_slip`: what is compared with many others is taken apart once.
#[derive(Debug, Clone)]
pub struct Spelling {
    /// Without tones, «y» as «i».
    letters: Vec<char>,
    tones: Vec<char>,
}

impl Spelling {
    pub fn of(word: &str) -> Self {
        let (tones, letters): (Vec<char>, Vec<char>) =
            word.chars().flat_map(char::to_lowercase).nfd().partition(|c| TONES.contains(c));
        let letters = letters.into_iter().nfc().map(|letter| if letter == 'y' { 'i' } else { letter });
        Self { letters: letters.collect(), tones }
    }

    /// `is_one_slip` of two words taken apart.
    pub fn is_one_slip_from(&self, other: &Self) -> bool {
        let (left, right) = (self.letters.as_slice(), other.letters.as_slice());
        if left.len().abs_diff(right.len()) > 1 {
            return false;
        }
        let alike = left.iter().zip(right).take_while(|(left, right)| left == right).count();
        let (left, right) = (&left[alike..], &right[alike..]);
        let alike =
            left.iter().rev().zip(right.iter().rev()).take_while(|(left, right)| left == right).count();
        let (left, right) = (&left[..left.len() - alike], &right[..right.len() - alike]);
        let same_tones = self.tones == other.tones;
        let loses_tone = |longer: &Self, shorter: &Self| longer.tones.len() == shorter.tones.len() + 1;
        match (left, right) {
            ([], []) => !same_tones && self.tones.len().max(other.tones.len()) == 1,
            ([more], []) => same_tones || is_vowel(*more) && loses_tone(self, other),
            ([], [more]) => same_tones || is_vowel(*more) && loses_tone(other, self),
            ([_], [_]) => same_tones,
            ([first, second], [other_first, other_second]) => {
                same_tones && first == other_second && second == other_first
            }
            _ => false,
        }
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư')
}

/// Whether two names, as words of their folded cores, are one slip of the fingers apart in one word. What numbers or
/// letters tell apart («Tân Lập 1», «Khu II») are two names, and so are short ones: «Ia O», «Ia Ko».
pub fn are_one_slip_apart(left: &[&str], right: &[&str]) -> bool {
    const FEWEST_LETTERS: usize = 5;
    if left.len() != right.len() || left.len() < 2 {
        return false;
    }
    let letters = |words: &[&str]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    let mut apart = left.iter().zip(right).filter(|(left, right)| left != right);
    let (Some((one, other)), None) = (apart.next(), apart.next()) else { return false };
    let is_number = |word: &str| word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'y'));
    let are_ordinals = one.len() == 1 && other.len() == 1 || is_number(one) && is_number(other);
    let has_digit = [one, other].iter().any(|word| word.contains(|c: char| c.is_ascii_digit()));
    !are_ordinals
        && !has_digit
        && letters(left).max(letters(right)) >= FEWEST_LETTERS
        && is_one_slip(one, other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vietnamese::text::fold;

    #[test]
    fn one_slip_of_the_fingers() {
        for (left, right) in [
            ("đức", "ức"),
            ("đức", "đứ"),
            ("đức", "đc"),
            ("đức", "đứức"),
            ("đức", "đúc"),
            ("đức", "đực"),
            ("mẫu", "mu"),
            ("mẫu", "mẫư"),
            ("lạc", "lcạ"),
            ("my", "y"),
            ("phước", "phhước"),
        ] {
            assert!(is_one_slip(&fold(left), &fold(right)), "{left} {right}");
            assert!(is_one_slip(&fold(right), &fold(left)), "{right} {left}");
        }
        for (left, right) in [("đức", "đức"), ("lạc", "lao"), ("hòa", "hoà"), ("lý", "lí"), ("giang", "sơn")]
        {
            assert!(!is_one_slip(&fold(left), &fold(right)), "{left} {right}");
        }
    }
}
