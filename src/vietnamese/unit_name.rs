//! Names of administrative units as offices write them, and when two of them are the same (nd30.md §7 rows 6-8).
//!
//! - Holds: taking a name apart into its unit word, its core and what stands behind it; comparing two names.
//! - In and out: text in, `UnitName` out; what is printed is always the text itself.
//! - Never here: lists of real units, what a date makes of them.
//! - Why: «Xã Hoà An», «UBND xã Hòa An» and «Hòa An» are one commune to a clerk, «TT. Hòa An» is another unit.

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
        let folded = fold(text);
        let bare = folded.trim_end_matches('.');
        let abbreviated = ABBREVIATIONS.iter().find(|(short, _)| *short == bare);
        let full = WORDS.iter().find(|(word, _)| {
            folded
                .strip_prefix(fold(word).as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        });
        abbreviated.or(full).map(|(_, kind)| *kind)
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
        let cleaned = clean(text).replace(LIKE_APOSTROPHES, "'");
        let marks = |c: char| matches!(c, '*' | ':' | ';' | '.' | ',' | ' ');
        let (rest, mut age) = without_age(cleaned.trim_end_matches(marks));
        let (rest, remark) = without_remark(rest);
        let mut rest = rest.trim_end_matches(marks);
        if age == Age::Unsaid {
            (rest, age) = without_age(rest);
        }
        let (kind, proper) = without_word(without_body(rest));
        let numbered = matches!(kind, Some(kind) if kind.level() >= Level::Commune);
        Self { core: core(proper, numbered), age, remark: remark.map(|text| core(text, false)), kind }
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
        Some((before, inner)) if without_word(inner).0.is_some() => (before, Some(inner)),
        _ => (text, None),
    }
}

/// «Xã A (huyện B)» as «Xã A» and «huyện B».
fn bracket(text: &str) -> Option<(&str, &str)> {
    let (before, inner) = text.strip_suffix(')')?.rsplit_once('(')?;
    let (before, inner) = (before.trim_end(), inner.trim());
    (!before.is_empty() && !inner.is_empty()).then_some((before, inner))
}

fn without_body(text: &str) -> &str {
    BODIES
        .iter()
        .find_map(|body| after_words(text, body))
        .map(|rest| rest.trim_start_matches(['.', ' ']))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(text)
}

/// The unit word and the proper name; no word where none is meant.
fn without_word(text: &str) -> (Option<UnitKind>, &str) {
    let folded = fold(text);
    let case_tells = text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase);
    let is_proper = |rest: &str| match rest.chars().next() {
        Some(c) if c.is_numeric() => true,
        Some(c) if c.is_alphabetic() => !case_tells || c.is_uppercase() || is_number_in_words(rest),
        _ => false,
    };
    let is_no_unit = |whole: &str| {
        let begins = |words: &&str| {
            folded
                .strip_prefix(fold(words).as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        !case_tells && !whole.is_empty() && NO_UNITS.iter().any(|words| begins(&words))
    };
    if is_no_unit(text) {
        return (None, text);
    }
    let full = WORDS.iter().find_map(|(word, kind)| Some((*kind, after_words(text, word)?)));
    if let Some((kind, rest)) = full.filter(|(_, rest)| is_proper(rest)) {
        return (Some(kind), rest);
    }
    let short =
        ABBREVIATIONS.iter().find_map(|(short, kind)| Some((*kind, after_abbreviation(text, short)?)));
    match short.filter(|(_, rest)| is_proper(rest)) {
        Some((kind, rest)) => (Some(kind), rest),
        None => (None, text),
    }
}

/// «số 5».
fn is_number_in_words(text: &str) -> bool {
    after_words(text, "số").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// What follows some whole words, whatever their case and the place of their tone marks.
fn after_words<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let count = words.matches(' ').count() + 1;
    let mut ends = text.match_indices(' ').map(|(at, _)| at);
    let end = ends.nth(count - 1)?;
    (fold(&text[..end]) == fold(words)).then(|| text[end..].trim_start())
}

/// What follows «TT», «TT.», «P.» or the «Q» of «Q1».
fn after_abbreviation<'a>(text: &'a str, short: &str) -> Option<&'a str> {
    let head = text.get(..short.len()).filter(|head| head.eq_ignore_ascii_case(short))?;
    let rest = &text[head.len()..];
    let has_number = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    match rest.strip_prefix('.') {
        Some(rest) => Some(rest.trim_start()),
        None if has_number => Some(rest.trim_start()),
        None if short.len() > 1 && rest.starts_with(' ') => Some(rest.trim_start()),
        None => None,
    }
}

/// Folded, hyphens as blanks, numbers without leading zeros and without «số».
fn core(text: &str, numbered: bool) -> String {
    let is_hyphen = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let folded = fold(text).replace(is_hyphen, " ");
    let words: Vec<&str> = folded.split_whitespace().collect();
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let words = match words.as_slice() {
        ["số", number] if numbered && is_number(number) => &words[1..],
        words => words,
    };
    let words: Vec<&str> = words
        .iter()
        .map(|word| match word.trim_start_matches('0') {
            trimmed if is_number(word) && !trimmed.is_empty() => trimmed,
            _ => word,
        })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests;
