//! Vietnamese in the code pages of old fonts: TCVN3 (fonts «.Vn…») and VNI (fonts «VNI-…»), nd30.md §7 rows 1-5.
//!
//! - Holds: which font shows which code page, text in a code page → Unicode, the evidence of a whole column.
//! - In and out: the text as readers hand it out, its bytes as Latin-1 or Windows-1252 letters; composed Unicode out.
//! - Never here: reading files, findings, text that is Unicode already: that is never touched.
//! - Why: such a cell says «Hµ Néi» and shows «Hà Nội»; the code page stands nowhere but in the font's name.
//!
//! The text must come here before `text::clean`: TCVN3 writes «ư» as U+00AD, which cleaning takes for a soft hyphen.

mod evidence;
mod tcvn3;
#[cfg(test)]
mod tests;
mod vni;

pub use evidence::{Reading, detect, read_column};

/// The code page of an old font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// One byte a letter; tones have small letters only.
    Tcvn3,
    /// The same bytes under a font that shows every letter as a capital (`.VnTimeH`).
    Tcvn3Capitals,
    /// A letter and a byte for its marks.
    Vni,
}

impl Encoding {
    /// What a font of that name shows: `.Vn…` (capitals if it ends in H), `VNI-…` or `VNI …`; any other shows Unicode.
    pub fn of_font(name: &str) -> Option<Self> {
        let name = name.trim();
        let begins =
            |with: &str| name.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
        if begins(".vn") {
            return Some(if name.ends_with('H') { Self::Tcvn3Capitals } else { Self::Tcvn3 });
        }
        (begins("vni-") || begins("vni ")).then_some(Self::Vni)
    }

    /// What is to be called when the clerk is told: «TCVN3 (ABC)», «VNI».
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 | Self::Tcvn3Capitals => "TCVN3 (ABC)",
            Self::Vni => "VNI",
        }
    }

    /// The text that the font shows. A text with letters beyond Windows-1252 is Unicode and stays as it is.
    pub fn decode(self, text: &str) -> String {
        if is_unicode(text) {
            return text.to_owned();
        }
        let text: String = text.chars().map(from_control).collect();
        match self {
            Self::Tcvn3 => tcvn3::decode(&text),
            Self::Tcvn3Capitals => tcvn3::letters(&text).to_uppercase(),
            Self::Vni => vni::decode(&text),
        }
    }

    /// The decoded text where that is another one. `None` too for Unicode, and for a letter that this code page has not:
    /// a cell with «à» was not written in TCVN3, whatever its font or its column say.
    pub fn convert(self, text: &str) -> Option<String> {
        let is_foreign = match self {
            Self::Tcvn3 | Self::Tcvn3Capitals => tcvn3::has_strays(text),
            Self::Vni => vni::has_strays(text),
        };
        if is_foreign || is_unicode(text) {
            return None;
        }
        Some(self.decode(text)).filter(|decoded| decoded != text)
    }
}

/// Letters that no byte of Windows-1252 stands for, or marks on their own: no reader makes these of an old font's bytes.
fn is_unicode(text: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36F}');
    text.chars().any(|c| c > '\u{FF}' && is_letter(c) && !WINDOWS_1252.contains(&c))
}

/// What Windows-1252 has at 0x80-0x9F; five bytes mean nothing.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// A reader that took the bytes for Latin-1 hands out controls for quotation marks and dashes.
fn from_control(c: char) -> char {
    match u32::from(c) {
        code @ 0x80..=0x9F => WINDOWS_1252[(code - 0x80) as usize],
        _ => c,
    }
}
