//! The evidence of a whole column: what its words would say in each code page (nd30.md §7 row 5).
//!
//! - Holds: the rule, and what is counted for it.
//! - In and out: a column's texts as the reader hands them out; what they are written in.
//! - Never here: fonts. A single cell proves nothing («Hµ Néi» alone is read only where its font is known).
//! - Why: the same bytes are TCVN3, VNI, French and real Vietnamese; a wrong guess spoils a name that was right.
//!
//! The rule. Only words count that hold a letter or sign beyond ASCII and would change. A word is a *hit* if it is a
//! syllable when decoded and none as it stands. A column is read as a code page if there are at least three hits, two of
//! them different words (for VNI: two with a letter of two bytes), more hits than words that are syllables either way,
//! and at least four of five such words are syllables when decoded. Cells with letters that only Unicode has, or that
//! the code page has not, do not count and are not converted.

use std::collections::{BTreeMap, BTreeSet};

use super::{Encoding, is_unicode, tcvn3, vni};
use crate::vietnamese::syllable::{has_natural_case, is_syllable};

/// What a column is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Nothing speaks for an old code page.
    Unicode,
    /// An old code page, save for the cells that `Encoding::convert` refuses.
    Legacy(Encoding),
    /// Some cells are in this code page, some are Unicode for certain, and some could be either: nobody but the clerk can
    /// tell, so nothing is converted.
    Unclear(Encoding),
}

/// The code page that the whole column speaks for.
pub fn detect(column: &mut dyn Iterator<Item = &str>) -> Option<Encoding> {
    match read_column(column) {
        Reading::Legacy(encoding) => Some(encoding),
        Reading::Unicode | Reading::Unclear(_) => None,
    }
}

/// What the column is written in; letters under a font of capitals (`.VnTimeH`) cannot be told from others without it.
pub fn read_column(column: &mut dyn Iterator<Item = &str>) -> Reading {
    let mut tcvn3 = Tally::default();
    let mut vni = Tally::default();
    for text in column.filter(|text| !text.is_ascii()) {
        tcvn3.add(text, Encoding::Tcvn3);
        vni.add(text, Encoding::Vni);
    }
    let (tally, encoding) = match (tcvn3.speaks(), vni.speaks() && vni.pairs >= 2) {
        (true, false) => (tcvn3, Encoding::Tcvn3),
        (false, true) => (vni, Encoding::Vni),
        // Both at once has not been seen; then nothing is known.
        _ => return Reading::Unicode,
    };
    let is_mixed = tally.unicode_cells > 0 && tally.open_cells > 0;
    if is_mixed { Reading::Unclear(encoding) } else { Reading::Legacy(encoding) }
}

/// What one word is in one code page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// The same in both, or nothing that counts.
    Same,
    /// A syllable only when decoded; holds a letter of two bytes, or not.
    Hit { has_pair: bool },
    /// A syllable decoded and as it stands.
    Either,
    /// A syllable as it stands, with a letter that the code page has not.
    Unicode,
    /// No syllable when decoded.
    Odd,
}

/// What a column's words are in one code page.
#[derive(Default)]
struct Tally {
    hits: usize,
    pairs: usize,
    either: usize,
    odd: usize,
    /// Different words that were hits.
    different: BTreeSet<String>,
    /// Cells that are Unicode for certain.
    unicode_cells: usize,
    /// Cells that would change and say something either way.
    open_cells: usize,
    /// Words that were weighed before: a long column says the same syllables again and again.
    weighed: BTreeMap<String, Word>,
}

/// There are some 7,000 syllables; what is remembered must stay small whatever the column holds.
const REMEMBERED: usize = 8_192;

/// Bytes of a word that may be one syllable, with room to spare.
const LONGEST_WORD: usize = 64;

impl Tally {
    fn speaks(&self) -> bool {
        let said = self.hits + self.either;
        self.hits >= 3
            && self.different.len() >= 2
            && self.hits > self.either
            && said * 5 >= (said + self.odd) * 4
    }

    fn add(&mut self, text: &str, encoding: Encoding) {
        if is_unicode(text) {
            self.unicode_cells += 1;
            return;
        }
        let found: Vec<Word> = words(text, encoding).map(|word| self.weigh(word, encoding)).collect();
        if found.contains(&Word::Unicode) {
            self.unicode_cells += 1;
            return;
        }
        let count = |of: fn(&Word) -> bool| found.iter().filter(|word| of(word)).count();
        let hits = count(|word| matches!(word, Word::Hit { .. }));
        let either = count(|word| *word == Word::Either);
        self.hits += hits;
        self.pairs += count(|word| *word == Word::Hit { has_pair: true });
        self.either += either;
        self.odd += count(|word| *word == Word::Odd);
        self.open_cells += usize::from(hits == 0 && either > 0);
    }

    fn weigh(&mut self, word: &str, encoding: Encoding) -> Word {
        if word.len() > LONGEST_WORD {
            return Word::Odd;
        }
        if let Some(known) = self.weighed.get(word) {
            return *known;
        }
        let weighed = weigh(word, encoding);
        if self.weighed.len() < REMEMBERED {
            self.weighed.insert(word.to_owned(), weighed);
        }
        if matches!(weighed, Word::Hit { .. }) && self.different.len() < 2 {
            self.different.insert(word.to_owned());
        }
        weighed
    }
}

fn weigh(word: &str, encoding: Encoding) -> Word {
    let (decoded, has_strays, has_pair) = match encoding {
        Encoding::Vni => (vni::decode(word), vni::has_strays(word), vni::has_pairs(word)),
        Encoding::Tcvn3 | Encoding::Tcvn3Capitals => (tcvn3::decode(word), tcvn3::has_strays(word), false),
    };
    // «QĐ», «HĐND» are no syllables in any code page.
    let is_abbreviation = decoded.chars().all(|c| c.is_ascii_uppercase() || c == 'Đ');
    if is_abbreviation || (decoded == word && !has_strays) {
        return Word::Same;
    }
    let is_word = |text: &str| has_natural_case(text) && is_syllable(text);
    match (!has_strays && is_word(&decoded), is_word(word)) {
        (true, false) => Word::Hit { has_pair },
        (true, true) => Word::Either,
        (false, true) if has_strays => Word::Unicode,
        (false, _) => Word::Odd,
    }
}

/// The runs of letters that hold one beyond ASCII. A sign that stands alone («½», «£», «°») says nothing.
fn words(text: &str, encoding: Encoding) -> impl Iterator<Item = &str> {
    let is_letter = move |c: char| match encoding {
        Encoding::Vni => c.is_alphabetic(),
        Encoding::Tcvn3 | Encoding::Tcvn3Capitals => c.is_alphabetic() || tcvn3::is_letter(c),
    };
    text.split(move |c: char| !is_letter(c)).filter(|word| !word.is_ascii() && word.chars().nth(1).is_some())
}
