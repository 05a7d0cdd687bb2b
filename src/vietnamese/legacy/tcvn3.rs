//! TCVN3, also called ABC: one byte a letter (nd30.md §7 row 3).
//!
//! - Holds: the table of its letters, and capitals that the code page could not write.
//! - In and out: bytes as Latin-1 letters in, Unicode out; what is no letter of the code page stays.
//! - Never here: whether a text is TCVN3 at all.
//! - Why: toned letters are small ones only; «HÀ NỘI» is written «Hµ NéI» and meant as capitals.

/// The letters from 0xA1 to 0xFE in their order; a blank where TCVN3 has none.
const LETTERS: [char; 94] = [
    'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', ' ', ' ', ' ', ' ', ' ', ' ', 'à',
    'ả', 'ã', 'á', 'ạ', ' ', 'ằ', 'ẳ', 'ẵ', 'ắ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ',
    'ậ', 'è', ' ', 'ẻ', 'ẽ', 'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'ì', 'ỉ', ' ', ' ', ' ', 'ĩ', 'í', 'ị', 'ò',
    ' ', 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù', ' ', 'ủ', 'ũ', 'ú', 'ụ',
    'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ',
];
const FIRST: u32 = 0xA1;

/// The letter that stands at this code.
fn letter(code: char) -> Option<char> {
    let at = u32::from(code).checked_sub(FIRST)?;
    LETTERS.get(at as usize).copied().filter(|letter| *letter != ' ')
}

/// Holds a Latin letter that is none of this code page.
pub(super) fn has_strays(text: &str) -> bool {
    text.chars().any(|c| c > '\u{BF}' && c.is_alphabetic() && letter(c).is_none())
}

/// Letter for letter.
pub(super) fn letters(text: &str) -> String {
    text.chars().map(|c| letter(c).unwrap_or(c)).collect()
}

/// Letter for letter; where the writer could only have meant capitals, capitals.
pub(super) fn decode(text: &str) -> String {
    let runs: Vec<&str> = text.split_inclusive(|c: char| !is_letter(c)).collect();
    // «Hµ» alone may be «Hà» or «HÀ»: what stands beside it tells.
    let is_all_capitals = !text.chars().any(is_written_small) && runs.iter().any(|run| is_capitals(run));
    runs.iter()
        .map(|run| {
            let decoded = letters(run);
            if is_all_capitals || is_capitals(run) { decoded.to_uppercase() } else { decoded }
        })
        .collect()
}

/// A plain letter or one of the table.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || letter(c).is_some()
}

/// Two plain capitals or more, no small letter that has a capital of its own, and a toned letter, which has none.
fn is_capitals(run: &str) -> bool {
    run.chars().filter(char::is_ascii_uppercase).count() >= 2
        && !run.chars().any(is_written_small)
        && run.chars().any(|c| letter(c).is_some_and(char::is_lowercase))
}

/// Small although its capital could have been written: a plain letter, or one of ă â ê ô ơ ư đ (0xA8-0xAE).
fn is_written_small(c: char) -> bool {
    c.is_ascii_lowercase() || matches!(c, '\u{A8}'..='\u{AE}')
}
