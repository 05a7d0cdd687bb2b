//! The characters that a CSV file's bytes stand for.
//!
//! UTF-8 and UTF-16 are told by their mark or by their very bytes. What is left is one byte a letter: Windows-1258 if its
//! words are Vietnamese so, TCVN3 or VNI if the file as a whole speaks for it (`vietnamese::legacy`), else the file is
//! refused: whichever was taken, some names would be wrong. What was taken is handed on, to be told.

use encoding_rs::{Encoding as Charmap, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

use super::CsvTrouble;
use crate::vietnamese::legacy::{self, Encoding};
use crate::vietnamese::syllable::{has_natural_case, is_syllable};
use crate::vietnamese::text::{beginning, nfc};

/// What the bytes were taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1258,
    /// One byte a letter in a code page of old fonts.
    Legacy(Encoding),
}

impl Charset {
    /// As the clerk reads it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1258 => "Windows-1258",
            Self::Legacy(encoding) => encoding.name(),
        }
    }
}

/// The text of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Without its mark. With `Charset::Legacy` every letter still stands as its byte: each cell is to go through
    /// `Encoding::convert`, so that the clerk can be shown what stood there.
    pub text: String,
    pub charset: Charset,
    /// The charset was said by a mark; else it was found by the bytes.
    pub is_marked: bool,
}

/// What the bytes say.
pub fn decode(bytes: &[u8]) -> Result<Decoded, CsvTrouble> {
    let mut decoded = match Charmap::for_bom(bytes) {
        Some((charmap, mark)) => marked(charmap, &bytes[mark..])?,
        None => unmarked(bytes)?,
    };
    // DOS programs end a text with this sign.
    if decoded.text.ends_with('\u{1A}') {
        decoded.text.pop();
    }
    if decoded.text.trim().is_empty() {
        return Err(CsvTrouble::Empty);
    }
    let is_garbage = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || c == '\u{7F}';
    match decoded.text.char_indices().find(|(_, c)| is_garbage(*c)) {
        Some((at, c)) => Err(CsvTrouble::Control { line: line(&decoded.text[..at]), code: c.into() }),
        None => Ok(decoded),
    }
}

fn marked(charmap: &'static Charmap, bytes: &[u8]) -> Result<Decoded, CsvTrouble> {
    let charset = if charmap == UTF_16LE {
        Charset::Utf16Le
    } else if charmap == UTF_16BE {
        Charset::Utf16Be
    } else {
        Charset::Utf8
    };
    whole(charmap, bytes, charset, true)
}

/// Every byte must be right: a sign that stands for what could not be read is not what the clerk typed.
fn whole(
    charmap: &'static Charmap,
    bytes: &[u8],
    charset: Charset,
    is_marked: bool,
) -> Result<Decoded, CsvTrouble> {
    let (text, has_errors) = charmap.decode_without_bom_handling(bytes);
    if has_errors {
        let right = text.split('\u{FFFD}').next().unwrap_or_default();
        return Err(CsvTrouble::Broken { charset: charset.name(), line: line(right) });
    }
    Ok(Decoded { text: text.into_owned(), charset, is_marked })
}

fn unmarked(bytes: &[u8]) -> Result<Decoded, CsvTrouble> {
    if let Some((charmap, charset)) = evident_utf16(bytes) {
        return whole(charmap, bytes, charset, false);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: text.to_owned(), charset: Charset::Utf8, is_marked: false }),
        Err(_) => one_byte_a_letter(bytes),
    }
}

/// UTF-16 shows in text by its zero bytes: every comma, digit and line end has one, always on the same side.
fn evident_utf16(bytes: &[u8]) -> Option<(&'static Charmap, Charset)> {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let is_most = |count: usize| count * 5 >= bytes.len();
    match (bytes.len() % 2, zeros(0), zeros(1)) {
        (0, 0, odd) if is_most(odd) => Some((UTF_16LE, Charset::Utf16Le)),
        (0, even, 0) if is_most(even) => Some((UTF_16BE, Charset::Utf16Be)),
        _ => None,
    }
}

fn one_byte_a_letter(bytes: &[u8]) -> Result<Decoded, CsvTrouble> {
    let (vietnamese, _) = WINDOWS_1258.decode_without_bom_handling(bytes);
    let (western, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let vietnamese = nfc(&vietnamese);
    let mut coded = western.lines().filter(|line| !line.is_ascii()).take(ENOUGH_LINES);
    match (is_vietnamese(&vietnamese), legacy::detect(&mut coded)) {
        (true, None) => {
            let text = vietnamese.into_owned();
            Ok(Decoded { text, charset: Charset::Windows1258, is_marked: false })
        }
        (false, Some(encoding)) => {
            let text = western.into_owned();
            Ok(Decoded { text, charset: Charset::Legacy(encoding), is_marked: false })
        }
        _ => {
            let strange = western.lines().enumerate().find(|(_, line)| !line.is_ascii());
            let (at, sample) = strange.unwrap_or_default();
            Err(CsvTrouble::UnknownCharset { line: at + 1, sample: beginning(sample) })
        }
    }
}

/// More lines or words prove nothing more, and a file may be long.
const ENOUGH_LINES: usize = 2_000;
const ENOUGH_WORDS: usize = 5_000;

/// Four of five words with letters beyond ASCII are Vietnamese syllables. Signs between letters count as letters here, as
/// TCVN3 writes «xã» as «x·»; without any such word («20 °C») both code pages say the same.
fn is_vietnamese(text: &str) -> bool {
    let is_sign = |c: char| matches!(c, '\u{80}'..='\u{BF}') && !"\u{A0}«»°±²³´".contains(c);
    let words = text
        .split(|c: char| !(c.is_alphabetic() || is_sign(c)))
        .filter(|word| !word.is_ascii() && word.chars().nth(1).is_some());
    let (mut all, mut right) = (0_usize, 0_usize);
    for word in words.take(ENOUGH_WORDS) {
        all += 1;
        right += usize::from(has_natural_case(word) && is_syllable(word));
    }
    right * 5 >= all * 4
}

/// The number of the line that follows this text without a break.
fn line(before: &str) -> usize {
    before.split_inclusive('\n').filter(|part| part.ends_with('\n')).count() + 1
}
