//! VNI: a plain letter, then one byte for all its marks; a few letters are a byte of their own (nd30.md §7 row 4).
//!
//! - Holds: what every byte adds to which letter.
//! - In and out: bytes as Latin-1 letters in, composed Unicode out; a mark that fits no letter stays.
//! - Never here: whether a text is VNI at all.
//! - Why: as rules instead of 134 pairs, so that the table can be read: «oâ» is ô, «ô» is ơ, «ôù» is ớ.

use unicode_normalization::UnicodeNormalization;

/// Letters with a byte of their own.
const SINGLE: [(char, char); 9] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('ì', 'ì'),
    ('í', 'í'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
];

/// A tone alone: on a, e, o, u, y, ơ, ư.
const TONES: [(char, &str); 5] =
    [('ø', "\u{300}"), ('ù', "\u{301}"), ('û', "\u{309}"), ('õ', "\u{303}"), ('ï', "\u{323}")];

/// The roof with or without a tone: on a, e, o.
const ROOFS: [(char, &str); 6] = [
    ('â', "\u{302}"),
    ('à', "\u{302}\u{300}"),
    ('á', "\u{302}\u{301}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
];

/// The bowl with or without a tone: on a.
const BOWLS: [(char, &str); 6] = [
    ('ê', "\u{306}"),
    ('è', "\u{306}\u{300}"),
    ('é', "\u{306}\u{301}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

/// One letter of a text: what it is in Unicode, how many codes it took, whether they mean anything in VNI.
struct Letter {
    decomposed: String,
    codes: usize,
    is_stray: bool,
}

/// Letter for letter, composed.
pub(super) fn decode(text: &str) -> String {
    each(text).map(|letter| letter.decomposed).collect::<String>().nfc().collect()
}

/// Holds a Latin letter with marks that means nothing where it stands.
pub(super) fn has_strays(text: &str) -> bool {
    each(text).any(|letter| letter.is_stray)
}

/// Holds a letter that takes two bytes, which is what sets VNI apart.
pub(super) fn has_pairs(text: &str) -> bool {
    each(text).any(|letter| letter.codes > 1)
}

fn each(text: &str) -> impl Iterator<Item = Letter> {
    let mut codes = text.chars().peekable();
    std::iter::from_fn(move || {
        let code = codes.next()?;
        let single = single(code);
        let mut decomposed = String::from(single.unwrap_or(code));
        let marks = codes.peek().and_then(|&mark| marks(code, mark));
        if let Some(marks) = marks {
            decomposed.push_str(marks);
            codes.next();
        }
        // Signs such as ½ are not written with VNI's codes and mean themselves.
        let is_stray = single.is_none() && code > '\u{BF}' && code.is_alphabetic();
        Some(Letter { decomposed, codes: if marks.is_some() { 2 } else { 1 }, is_stray })
    })
}

fn single(code: char) -> Option<char> {
    let small = code.to_lowercase().next()?;
    let (_, letter) = SINGLE.iter().find(|(known, _)| *known == small)?;
    if code == small { Some(*letter) } else { letter.to_uppercase().next() }
}

/// What `mark` puts on `base`. After a capital both sizes of the mark are in use («AÙ» in a word of capitals, «Aù» before
/// small letters), after a small letter only the small one.
fn marks(base: char, mark: char) -> Option<&'static str> {
    let find = |table: &'static [(char, &'static str)], mark: char| {
        table.iter().find(|(known, _)| *known == mark).map(|(_, marks)| *marks)
    };
    let small = if base.is_uppercase() { mark.to_lowercase().next()? } else { mark };
    match base.to_lowercase().next()? {
        'a' => find(&TONES, small).or_else(|| find(&ROOFS, small)).or_else(|| find(&BOWLS, small)),
        'e' | 'o' => find(&TONES, small).or_else(|| find(&ROOFS, small)),
        'u' | 'ô' | 'ö' => find(&TONES, small),
        // «ỵ» is a byte of its own.
        'y' => find(&TONES, small).filter(|_| small != 'ï'),
        _ => None,
    }
}
