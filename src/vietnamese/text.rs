//! Vietnamese letters: one spelling for storing, one for matching, one without marks.
//!
//! - Holds: composed form, cleaning, folding for comparison, stripping marks, the nearest name, first letters.
//! - In and out: text in, text out; what is printed is never the folded or stripped form.
//! - Never here: decoding of old code pages (`legacy`), lists of names, wording.
//! - Why: «Hòa», «Hoà» and a decomposed «Hòa» look the same to a clerk and differ for the machine.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The signs that stand for an apostrophe in names such as «Đắk R'Lấp».
pub const APOSTROPHES: [char; 4] = ['\'', '’', '‘', 'ʼ'];

/// The five tone marks as combining signs: huyền, sắc, ngã, hỏi, nặng.
pub(super) const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Signs without a look of their own: joiners, soft hyphens, marks of direction, a byte order mark. They hide in copied text, break
/// searches, and turn «1.234» into «432.1».
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether a sign belongs to a word: a letter or a digit of any script. Vietnamese letters are told without the long tables
/// of Unicode, since nearly every letter of a text is asked.
pub fn is_word_sign(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '×' | '÷' => false,
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// The composed form; nothing is copied if the text has it already.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Composed, without invisible signs, each run of blanks and line breaks one blank, none at the ends.
pub fn clean(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    // Invisible signs go first: one between a letter and its mark would keep them apart.
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).nfc().collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    words.join(" ")
}

/// Whether cleaning would change nothing: so it is with nearly every text, and a sheet has a hundred thousand.
fn is_clean(text: &str) -> bool {
    let has_outer_blanks = text.starts_with(' ') || text.ends_with(' ');
    let is_plain = |c: char| c == ' ' || !c.is_whitespace() && !is_invisible(c);
    !has_outer_blanks && !text.contains("  ") && text.chars().all(is_plain) && is_nfc(text)
}

/// A form for matching only: «Hoà  Bình» and «hòa bình» become equal, «tỉnh» and «tính» do not.
///
/// Besides the place of the tone mark it evens out i/y at the end of a syllable (Lý/Lí, quý/quí)
/// and the signs for an apostrophe.
pub fn fold(text: &str) -> String {
    fold_composed(text).unwrap_or_else(|| fold_any(text))
}

/// `fold` letter by letter, for clean text of Vietnamese letters in composed form; `None` for any other.
fn fold_composed(text: &str) -> Option<String> {
    if !is_clean(text) {
        return None;
    }
    let mut folded = String::with_capacity(text.len() + 4);
    let (mut start, mut tone) = (0, None);
    for c in text.chars() {
        let mut lower = c.to_lowercase();
        let (Some(c), None) = (lower.next(), lower.next()) else { return None };
        let is_apostrophe = APOSTROPHES.contains(&c);
        if c.is_ascii_alphabetic() || c == 'đ' {
            folded.push(c);
        } else if let Ok(at) = LETTERS.binary_search_by_key(&c, |(letter, ..)| *letter) {
            let (_, base, own) = LETTERS[at];
            if tone.is_some() && own.is_some() {
                return None;
            }
            folded.push(base);
            tone = tone.or(own);
        } else if is_apostrophe || !c.is_alphabetic() && !is_mark(c) {
            close_composed(&mut folded, start, tone.take());
            folded.push(if is_apostrophe { '\'' } else { c });
            start = folded.len();
        } else {
            return None;
        }
    }
    close_composed(&mut folded, start, tone);
    Some(folded)
}

/// Ends the syllable that begins at `start`, its tone mark last.
fn close_composed(folded: &mut String, start: usize, tone: Option<char>) {
    if folded[start..].strip_suffix('y').is_some_and(takes_i_or_y) {
        folded.pop();
        folded.push('i');
    }
    let Some(tone) = tone else { return };
    match folded.pop() {
        Some(last) => match TONED.get(&(last, tone)) {
            Some(composed) => folded.push(*composed),
            None => folded.extend([last, tone].into_iter().nfc()),
        },
        None => folded.push(tone),
    }
}

/// The small letters with marks: each with the letter without its tone, and the tone.
static LETTERS: LazyLock<Vec<(char, char, Option<char>)>> = LazyLock::new(|| {
    let mut letters: Vec<(char, char, Option<char>)> = Vec::new();
    for base in "aăâeêioôơuưy".chars() {
        if !base.is_ascii() {
            letters.push((base, base, None));
        }
        for tone in TONES {
            // «ậ» is «ạ» with a roof for Unicode.
            letters.extend([base, tone].into_iter().nfc().next().map(|letter| (letter, base, Some(tone))));
        }
    }
    letters.sort_unstable();
    letters
});

/// The letter that a letter without tone and a tone make.
static TONED: LazyLock<BTreeMap<(char, char), char>> = LazyLock::new(|| {
    LETTERS.iter().filter_map(|(letter, base, tone)| Some(((*base, (*tone)?), *letter))).collect()
});

fn fold_any(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut syllable = String::new();
    let mut tones = String::new();
    for c in clean(text).to_lowercase().nfd() {
        // The modifier apostrophe counts as a letter in Unicode, not here.
        let is_apostrophe = APOSTROPHES.contains(&c);
        if TONES.contains(&c) {
            tones.push(c);
        } else if !is_apostrophe && (c.is_alphabetic() || is_mark(c)) {
            syllable.push(c);
        } else {
            close_syllable(&mut syllable, &mut tones, &mut folded);
            folded.push(if is_apostrophe { '\'' } else { c });
        }
    }
    close_syllable(&mut syllable, &mut tones, &mut folded);
    folded.nfc().collect()
}

/// One word in lower case, the tone mark of an open «oa», «oe», «uy» on its first vowel: «HOÀ» and «hòa» become equal.
///
/// For matching word by word where `fold` would be too slow.
pub fn word_key(word: &str) -> String {
    const MOVED: [(&str, &str); 15] = [
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oè", "òe"),
        ("oé", "óe"),
        ("oẻ", "ỏe"),
        ("oẽ", "õe"),
        ("oẹ", "ọe"),
        ("uỳ", "ùy"),
        ("uý", "úy"),
        ("uỷ", "ủy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
    ];
    let mut key = word.to_lowercase();
    let may_move = key.chars().rev().nth(1).is_some_and(|c| matches!(c, 'o' | 'u'));
    if may_move && let Some((old, new)) = MOVED.iter().find(|(old, _)| key.ends_with(old)) {
        key.truncate(key.len() - old.len());
        key.push_str(new);
    }
    key
}

/// The same text with plain letters, case kept: «Đắk R'Lấp» → «Dak R'Lap».
pub fn strip_marks(text: &str) -> String {
    text.nfd()
        .filter(|&c| !is_mark(c))
        .map(|c| match c {
            'đ' => 'd',
            'Đ' => 'D',
            // A letter of Ê-đê and other names in Tây Nguyên.
            'ƀ' => 'b',
            'Ƀ' => 'B',
            other => other,
        })
        .nfc()
        .collect()
}

/// The candidate that was likely meant: a third of the letters may be wrong, and one at least.
///
/// Marks and case do not count. Of equally near candidates the first is taken.
pub fn nearest<'a>(wanted: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = plain_letters(wanted);
    let allowed = (wanted.len() / 3).max(1);
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        let letters = plain_letters(candidate);
        let edits = edit_distance(&wanted, &letters);
        // A one-letter name is not near to every other one: something must be in common.
        let is_near = edits <= allowed && edits < wanted.len().max(letters.len());
        let is_exact = edits == 0 && !wanted.is_empty();
        if (is_near || is_exact) && best.is_none_or(|(least, _)| edits < least) {
            best = Some((edits, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// «kế hoạch» → «Kế hoạch»; the rest stays as it is.
pub fn capitalise_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// «Kế hoạch» → «kế hoạch»; an abbreviation such as «UBND» stays as it is.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return String::new();
    };
    let second = chars.clone().find(|&c| !is_mark(c));
    if second.is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(chars).collect()
}

/// The beginning of a long text, for messages.
pub fn beginning(text: &str) -> String {
    const LONGEST: usize = 40;
    let text = text.trim();
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    format!("{}…", text.chars().take(LONGEST).collect::<String>())
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Moves a syllable to `folded`, its tone mark last, wherever the writer had put it.
fn close_syllable(syllable: &mut String, tones: &mut String, folded: &mut String) {
    match syllable.strip_suffix('y') {
        Some(onset) if takes_i_or_y(onset) => {
            folded.push_str(onset);
            folded.push('i');
        }
        _ => folded.push_str(syllable),
    }
    folded.push_str(tones);
    syllable.clear();
    tones.clear();
}

/// «lý» = «lí» and «quý» = «quí», but «thuỷ» is not «thủi», and «ý» alone keeps its letter.
fn takes_i_or_y(onset: &str) -> bool {
    let is_vowel =
        |c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư') || is_mark(c);
    onset == "qu" || (!onset.is_empty() && !onset.contains(is_vowel))
}

fn plain_letters(text: &str) -> Vec<char> {
    strip_marks(&clean(text)).to_lowercase().chars().collect()
}

/// Letters to insert, drop, change or exchange with their neighbour («gaim» for «giam» is one slip of the fingers).
pub fn edit_distance(from: &[char], to: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for i in 0..from.len() {
        let mut row = vec![i + 1];
        for j in 0..to.len() {
            let changed = above[j] + usize::from(from[i] != to[j]);
            let mut least = changed.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && from[i] == to[j - 1] && from[i - 1] == to[j] {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[to.len()]
}

#[cfg(test)]
mod tests;
