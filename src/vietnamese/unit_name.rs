//! Names of administrative units as offices write them, and when two of them are the same (nd30.md §7 rows 6-8).
//!
//! - Holds: taking a name apart into its unit word, its core and what stands behind it; comparing two names.
//! - In and out: text in, `UnitName` out; what is printed is always the text itself.
//! - Never here: lists of real units, what a date makes of them.
//! - Why: «Xã Hoà An», «UBND xã Hòa An» and «Hòa An» are one commune to a clerk, «TT. Hòa An» is another unit.

use std::sync::LazyLock;

use super::text::{clean, fold};

/// What a unit is called, by its unit word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitKind {
    /// Tỉnh.
    Province,
    /// Thành phố, of a province or of the centre.
    City,
    /// Thị xã.
    Town,
    /// Quận.
    UrbanDistrict,
    /// Huyện.
    District,
    /// Phường.
    Ward,
    /// Thị trấn.
    Township,
    /// Xã.
    Commune,
    /// Đặc khu.
    SpecialZone,
    /// Tổ dân phố.
    ResidentialGroup,
    /// Khu phố.
    Quarter,
    /// Thôn.
    Village,
    /// Bản.
    Hamlet,
    /// Ấp.
    Settlement,
    /// Buôn.
    HighlandVillage,
}

/// The levels of units, from the highest to the lowest; a city may be of either of the first two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Province,
    District,
    Commune,
    Village,
}

/// Unit words in full and their abbreviations, folded; no word begins another one that stands behind it.
const WORDS: [(&str, UnitKind); 15] = [
    ("thành phố", UnitKind::City),
    ("thị xã", UnitKind::Town),
    ("thị trấn", UnitKind::Township),
    ("tỉnh", UnitKind::Province),
    ("quận", UnitKind::UrbanDistrict),
    ("huyện", UnitKind::District),
    ("phường", UnitKind::Ward),
    ("xã", UnitKind::Commune),
    ("đặc khu", UnitKind::SpecialZone),
    ("tổ dân phố", UnitKind::ResidentialGroup),
    ("khu phố", UnitKind::Quarter),
    ("thôn", UnitKind::Village),
    ("bản", UnitKind::Hamlet),
    ("ấp", UnitKind::Settlement),
    ("buôn", UnitKind::HighlandVillage),
];
/// Of one letter an abbreviation needs its point («H. Mang Yang») or a number («Q1»): «H» alone may begin any name.
const ABBREVIATIONS: [(&str, UnitKind); 9] = [
    ("tdp", UnitKind::ResidentialGroup),
    ("tp", UnitKind::City),
    ("tx", UnitKind::Town),
    ("tt", UnitKind::Township),
    ("kp", UnitKind::Quarter),
    ("p", UnitKind::Ward),
    ("q", UnitKind::UrbanDistrict),
    ("h", UnitKind::District),
    ("x", UnitKind::Commune),
];
/// Words that begin with a unit word and are none, folded; they decide only where the case of the letters does not.
const NO_UNITS: [&str; 18] = [
    "xã hội",
    "xã viên",
    "xã tắc",
    "bản thân",
    "bản đồ",
    "bản sắc",
    "bản quyền",
    "thôn quê",
    "thôn nữ",
    "ấp ủ",
    "buôn bán",
    "buôn làng",
    "buôn lậu",
    "phường hội",
    "tỉnh ủy",
    "tỉnh đoàn",
    "huyện ủy",
    "quận ủy",
];
/// The body that a unit is named by.
const BODIES: [&str; 3] = ["ủy ban nhân dân", "ubnd", "u.b.n.d"];
/// Signs that people type for an apostrophe and that `fold` leaves alone.
const LIKE_APOSTROPHES: [char; 3] = ['`', '´', '′'];

impl UnitKind {
    /// The kind that a unit word names, as a register writes it: «Xã», «TT.», «Thành phố thuộc tỉnh».
    pub fn of_word(text: &str) -> Option<Self> {
        Self::of_folded(&fold(text))
    }

    /// `of_word` of a text that `fold` has written.
    pub fn of_folded(folded: &str) -> Option<Self> {
        let bare = folded.trim_end_matches('.');
        let abbreviated = ABBREVIATIONS.iter().find(|(short, _)| *short == bare);
        let full = FOLDED.words.iter().find(|(word, _)| begins_with_words(folded, word));
        abbreviated.map(|(_, kind)| *kind).or(full.map(|(_, kind)| *kind))
    }

    /// The kind whose unit word two folded syllables make: «thị», «xã».
    pub fn of_syllables(first: &str, second: &str) -> Option<Self> {
        let is_made = |word: &str| {
            word.strip_prefix(first)
                .and_then(|rest| rest.strip_prefix(' '))
                .is_some_and(|rest| rest == second)
        };
        FOLDED.words.iter().find(|(word, _)| is_made(word)).map(|(_, kind)| *kind)
    }

    /// The unit word, as it begins a name: «Xã».
    pub fn word(self) -> String {
        let word = WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word);
        super::text::capitalise_first(word)
    }

    pub fn level(self) -> Level {
        match self {
            Self::Province => Level::Province,
            Self::City | Self::Town | Self::UrbanDistrict | Self::District => Level::District,
            Self::Ward | Self::Township | Self::Commune | Self::SpecialZone => Level::Commune,
            _ => Level::Village,
        }
    }

    /// Whether lists that leave out «xã» write this word to tell such a unit from a commune: «Tân Lập», «TT. Tân Lập».
    pub fn is_exception_among_bare_names(self) -> bool {
        matches!(self, Self::City | Self::Town | Self::Ward | Self::Township | Self::SpecialZone)
    }
}

/// What a name says about before and after a change of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    Unsaid,
    /// «(cũ)».
    Former,
    /// «(mới)».
    New,
}

/// A name taken apart; for comparing only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitName {
    /// The name without its unit word, folded: «hòa an», «1».
    pub core: String,
    pub age: Age,
    /// What stands behind the name in brackets or behind a comma, folded: «huyện krông nô».
    pub remark: Option<String>,
    pub kind: Option<UnitKind>,
}

impl UnitName {
    /// Takes a name apart. A name that is nothing but a unit word («Thị trấn») is its own core.
    pub fn parse(text: &str) -> Self {
        let mut cleaned = clean(text);
        if cleaned.contains(LIKE_APOSTROPHES) {
            cleaned = cleaned.replace(LIKE_APOSTROPHES, "'");
        }
        let marks = |c: char| matches!(c, '*' | ':' | ';' | '.' | ',' | ' ');
        let (rest, mut age) = without_age(cleaned.trim_end_matches(marks));
        let (rest, remark) = without_remark(rest);
        let mut rest = rest.trim_end_matches(marks);
        if age == Age::Unsaid {
            (rest, age) = without_age(rest);
        }
        let folded = fold(rest);
        let (kind, proper) = without_word(without_body(Text { written: rest, folded: &folded }));
        let is_numbered = kind.is_some_and(|kind| kind.level() >= Level::Commune);
        let remark = remark.map(|remark| core(&fold(remark), false));
        Self { core: core(proper.folded, is_numbered), age, remark, kind }
    }

    /// «(cũ)».
    pub fn is_former(&self) -> bool {
        self.age == Age::Former
    }

    /// Whether both may name one unit: the same core, and the same unit word unless one leaves it out.
    pub fn matches(&self, other: &Self) -> bool {
        let agrees = |ours: &Option<String>, theirs: &Option<String>| match (ours, theirs) {
            (Some(ours), Some(theirs)) => ours == theirs,
            _ => true,
        };
        let same_core = self.core == other.core
            && (self.kind == other.kind || self.kind.is_none() || other.kind.is_none());
        // «Bản Lầu» may be a hamlet called Lầu, or a commune called Bản Lầu.
        let is_whole = |whole: Option<String>, of: &Self| {
            whole.is_some_and(|whole| whole == of.core)
                && of.kind.is_none_or(|kind| kind.level() != Level::Village)
        };
        (same_core || is_whole(self.whole_core(), other) || is_whole(other.whole_core(), self))
            && agrees(&self.remark, &other.remark)
    }

    /// The core if the unit word belonged to the name, where that happens: «Bản Lầu», «Buôn Hồ», «Ấp Bắc».
    pub fn whole_core(&self) -> Option<String> {
        let kind = self.kind.filter(|kind| {
            matches!(kind, UnitKind::Hamlet | UnitKind::Settlement | UnitKind::HighlandVillage)
        })?;
        Some(format!("{} {}", fold(&kind.word()), self.core))
    }

    /// Whether both say the same but for a unit word that one leaves out: as two rows of one list, one is too many.
    pub fn doubles(&self, other: &Self) -> bool {
        self.matches(other) && self.age == other.age && self.remark == other.remark
    }
}

/// A number that all writings of one unit share; two units may share it too. A hundred times as fast as taking names
/// apart: the consonants of the last word, or its number, tell most units of a list from each other.
pub fn coarse(text: &str) -> u64 {
    let name = text.split(['(', ',']).next().unwrap_or_default();
    let is_sign = |c: char| !c.is_alphanumeric();
    let name = name.trim_end_matches(is_sign);
    let name = name.strip_suffix("cũ").filter(|before| before.ends_with(' ')).unwrap_or(name);
    let word = name.trim_end_matches(is_sign).rsplit(is_sign).next().unwrap_or_default();
    let digits = word.len() - word.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let telling = if digits > 0 { word[word.len() - digits..].trim_start_matches('0') } else { word };
    telling.bytes().fold(telling.len().min(1) as u64, |sum, byte| match byte.to_ascii_lowercase() {
        b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | 0x80.. => sum,
        letter => sum.wrapping_mul(31).wrapping_add(u64::from(letter)),
    })
}

/// Takes «(cũ)», «cũ» or «(mới)» off the end. Without brackets the word counts only in lower case: «Phố Cũ» is a name.
fn without_age(text: &str) -> (&str, Age) {
    const MARKS: [(&str, Age); 2] = [("cũ", Age::Former), ("mới", Age::New)];
    if let Some(before) =
        text.strip_suffix("cũ").filter(|before| before.ends_with(' ') && !before.trim().is_empty())
    {
        return (before.trim_end(), Age::Former);
    }
    let Some((before, inner)) = bracket(text) else { return (text, Age::Unsaid) };
    let inner = fold(inner);
    match MARKS.iter().find(|(mark, _)| fold(mark) == inner) {
        Some((_, age)) => (before, *age),
        None => (text, Age::Unsaid),
    }
}

/// Takes a last bracket, or «, huyện …», off the end.
fn without_remark(text: &str) -> (&str, Option<&str>) {
    if let Some((before, inner)) = bracket(text) {
        return (before, Some(inner));
    }
    match text.split_once(", ") {
        Some((before, inner)) if UnitName::parse(inner).kind.is_some() => (before, Some(inner)),
        _ => (text, None),
    }
}

/// «Xã A (huyện B)» as «Xã A» and «huyện B».
fn bracket(text: &str) -> Option<(&str, &str)> {
    let (before, inner) = text.strip_suffix(')')?.rsplit_once('(')?;
    let (before, inner) = (before.trim_end(), inner.trim());
    (!before.is_empty() && !inner.is_empty()).then_some((before, inner))
}

fn without_body(text: Text<'_>) -> Text<'_> {
    let body = FOLDED.bodies.iter().find_map(|body| text.after_words(body));
    body.unwrap_or(text)
}

/// The unit word and the proper name; no word where none is meant.
fn without_word(text: Text<'_>) -> (Option<UnitKind>, Text<'_>) {
    let case_tells =
        text.written.chars().any(char::is_lowercase) && text.written.chars().any(char::is_uppercase);
    if !case_tells && FOLDED.no_units.iter().any(|words| begins_with_words(text.folded, words)) {
        return (None, text);
    }
    let is_proper = |rest: &Text<'_>| match rest.written.chars().next() {
        Some(c) if c.is_numeric() => true,
        Some(c) if c.is_alphabetic() => !case_tells || c.is_uppercase() || rest.is_number_in_words(),
        _ => false,
    };
    let full = FOLDED.words.iter().find_map(|(word, kind)| Some((Some(*kind), text.after_words(word)?)));
    let short = || {
        ABBREVIATIONS.iter().find_map(|(short, kind)| Some((Some(*kind), text.after_abbreviation(short)?)))
    };
    full.filter(|(_, rest)| is_proper(rest))
        .or_else(|| short().filter(|(_, rest)| is_proper(rest)))
        .unwrap_or((None, text))
}

/// A text as written and folded: the folded one tells the words, the written one their case.
#[derive(Clone, Copy)]
struct Text<'a> {
    written: &'a str,
    folded: &'a str,
}

impl<'a> Text<'a> {
    /// What follows some whole folded words, if anything does.
    fn after_words(self, words: &str) -> Option<Self> {
        let folded = self.folded.strip_prefix(words)?.strip_prefix(' ')?;
        let last = words.matches(' ').count();
        let (at, _) = self.written.match_indices(' ').nth(last)?;
        Some(Self { written: &self.written[at + 1..], folded })
    }

    /// What follows «TT», «TT.», «P.» or the «Q» of «Q1».
    fn after_abbreviation(self, short: &str) -> Option<Self> {
        let rest = self.folded.strip_prefix(short)?;
        let is_short = match rest.strip_prefix('.') {
            Some(_) => true,
            None => {
                let has_number = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
                has_number || short.len() > 1 && rest.starts_with(' ')
            }
        };
        let after = |text: &'a str| text.get(short.len()..).map(|rest| rest.trim_start_matches(['.', ' ']));
        is_short.then_some(Self { written: after(self.written)?, folded: after(self.folded)? })
    }

    /// «số 5».
    fn is_number_in_words(self) -> bool {
        let number = self.after_words(&FOLDED.number_word);
        number.is_some_and(|rest| rest.folded.starts_with(|c: char| c.is_ascii_digit()))
    }
}

/// The words that names are compared with, folded once.
struct Folded {
    words: Vec<(String, UnitKind)>,
    bodies: Vec<String>,
    no_units: Vec<String>,
    number_word: String,
}

static FOLDED: LazyLock<Folded> = LazyLock::new(|| Folded {
    words: WORDS.iter().map(|(word, kind)| (fold(word), *kind)).collect(),
    bodies: BODIES.iter().map(|body| fold(body)).collect(),
    no_units: NO_UNITS.iter().map(|words| fold(words)).collect(),
    number_word: fold("số"),
});

fn begins_with_words(folded: &str, words: &str) -> bool {
    folded.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Of a folded text: hyphens as blanks, numbers without leading zeros and without «số».
fn core(folded: &str, is_numbered: bool) -> String {
    let is_hyphen = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut words: Vec<&str> =
        folded.split(|c: char| c.is_whitespace() || is_hyphen(c)).filter(|word| !word.is_empty()).collect();
    if is_numbered
        && matches!(words.as_slice(), [word, number] if *word == FOLDED.number_word && is_number(number))
    {
        words.remove(0);
    }
    for word in &mut words {
        if is_number(word) {
            let trimmed = word.trim_start_matches('0');
            *word = if trimmed.is_empty() { "0" } else { trimmed };
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests;
