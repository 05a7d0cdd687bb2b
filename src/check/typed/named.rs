//! Which rows of the tables a sentence names: «huyện Tuy Đức», «khu vực miền núi», «toàn tỉnh».

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::wording::TextSubject;
use crate::model::document::Dossier;
use crate::model::table::{RowKind, Table};
use crate::model::text;
use crate::vietnamese::listed::{Words, holds};
use crate::vietnamese::slips::{Spelling, are_one_slip_apart};
use crate::vietnamese::text::{fold, is_word_sign};
use crate::vietnamese::unit_name::{UnitKind, UnitName};

/// A row of a table.
pub type RowOf<'d> = (&'d Table, usize);

/// The levels that a sentence may call as a whole: «toàn tỉnh», «cả huyện».
const LEVELS: [&str; 8] = ["tỉnh", "thành phố", "thị xã", "huyện", "quận", "xã", "phường", "đặc khu"];
const WHOLE: [&str; 2] = ["toàn", "cả"];
/// Names of total rows that say nothing in a sentence.
static NO_NAMES: Words = Words::of(&["tổng", "tổng số", "tổng cộng", "cộng"]);

struct Name<'d> {
    words: Vec<String>,
    row: RowOf<'d>,
    /// A name of one syllable or a number counts only behind its unit word, any other proper name in capitals.
    is_proper: bool,
}

/// The names of all rows, by their first word.
pub struct Names<'d> {
    by_first: BTreeMap<String, Vec<Name<'d>>>,
    /// The first words taken apart, in their order.
    spelled: OnceCell<Vec<Spelling>>,
    totals: Vec<RowOf<'d>>,
    /// «toàn huyện» in a province's paper: the unit that the text is about at that place, and never the total.
    others: Vec<String>,
}

/// A row named in a text.
pub struct Mention<'d> {
    /// Bytes of the text.
    pub at: Range<usize>,
    pub row: RowOf<'d>,
}

impl Mention<'_> {
    /// Whether the row is a unit's.
    pub fn is_unit(&self) -> bool {
        self.row.0.rows[self.row.1].kind == RowKind::Unit
    }
}

impl<'d> Names<'d> {
    /// The names of a document's dossier.
    pub fn for_text(subject: &TextSubject<'d>) -> Self {
        let identity = &subject.checked.document().identity;
        let issuer = text::words(&identity.issuer);
        let parent = identity.parent.as_ref().map(|parent| text::words(parent)).unwrap_or_default();
        Self::of(subject.checked.dossier(), &format!("{issuer} {parent}"))
    }

    /// `issuer`: who issues the document, and so what «toàn tỉnh» means.
    pub fn of(dossier: &'d Dossier, issuer: &str) -> Self {
        let issuer = words(&fold(issuer)).join(" ");
        let stands = |level: &&&str| holds(&issuer, &fold(level));
        let first = LEVELS.iter().filter(stands).min_by_key(|level| issuer.find(&fold(level)));
        let whole = |level: &str| WHOLE.map(|whole| fold(&format!("{whole} {level}")));
        let (own, others): (Vec<&str>, Vec<&str>) =
            LEVELS.iter().partition(|level| Some(level) == first.as_ref());
        let others = others.into_iter().flat_map(whole).collect();
        let own: Vec<String> = own.into_iter().flat_map(whole).collect();
        let mut names =
            Self { by_first: BTreeMap::new(), spelled: OnceCell::new(), totals: Vec::new(), others };
        for table in dossier.tables.values() {
            for (at, row) in table.rows.iter().enumerate() {
                match row.kind {
                    RowKind::Part => {}
                    RowKind::Unit if !table.has_indicators() => {
                        names.add(words(&UnitName::parse(&row.name).core), (table, at), true);
                    }
                    RowKind::Unit | RowKind::Group { .. } => {
                        names.add(words(&fold(&row.name)), (table, at), false);
                    }
                    RowKind::Total => {
                        names.totals.push((table, at));
                        own.iter().for_each(|whole| names.add(words(whole), (table, at), false));
                        let name = fold(&row.name);
                        if !NO_NAMES.are(&name) {
                            names.add(words(&name), (table, at), false);
                        }
                    }
                }
            }
        }
        names
    }

    fn add(&mut self, words: Vec<String>, row: RowOf<'d>, is_proper: bool) {
        let Some(first) = words.first() else { return };
        // One common word («nghèo») names nothing.
        if !is_proper && words.len() < 2 {
            return;
        }
        let names = self.by_first.entry(first.clone()).or_default();
        if !names
            .iter()
            .any(|known| known.words == words && std::ptr::eq(known.row.0, row.0) && known.row.1 == row.1)
        {
            names.push(Name { words, row, is_proper });
        }
    }

    /// The total rows of all tables: what a sentence means that names no row.
    pub fn totals(&self) -> &[RowOf<'d>] {
        &self.totals
    }

    /// Whether a text calls a unit of another level as a whole.
    pub fn is_about_another(&self, text: &str) -> bool {
        let folded = fold(text);
        self.others.iter().any(|whole| holds(&folded, whole))
    }

    /// The unit rows whose names are one slip of the fingers away from some folded words.
    pub fn near(&self, words: &[&str]) -> Vec<RowOf<'d>> {
        let Some(first) = words.first() else { return Vec::new() };
        let is_near = |name: &&Name<'d>| {
            let own: Vec<&str> = name.words.iter().map(String::as_str).collect();
            name.is_proper && are_one_slip_apart(&own, words)
        };
        let spelled =
            self.spelled.get_or_init(|| self.by_first.keys().map(|own| Spelling::of(own)).collect());
        let wanted = Spelling::of(first);
        let begin = self.by_first.iter().zip(spelled);
        let begin = begin.filter(|((own, _), spelling)| own == first || spelling.is_one_slip_from(&wanted));
        begin.flat_map(|((_, names), _)| names.iter().filter(is_near).map(|name| name.row)).collect()
    }

    /// Every mention of a row in some bytes of a text, in order; of names that begin in one place the longest.
    pub fn within(&self, text: &str, range: Range<usize>) -> Vec<Mention<'d>> {
        let written = written(text, range);
        let mut mentions: Vec<Mention<'d>> = Vec::new();
        for (at, (start, _, key)) in written.iter().enumerate() {
            let Some(names) = self.by_first.get(key) else { continue };
            let fits = |name: &&Name<'_>| {
                let behind = written.get(at..at + name.words.len());
                behind.is_some_and(|behind| behind.iter().map(|(_, _, key)| key).eq(name.words.iter()))
                    && (!name.is_proper || is_name(text, &written, at, name.words.len()))
            };
            let longest = names.iter().filter(fits).map(|name| name.words.len()).max();
            for name in names.iter().filter(fits).filter(|name| Some(name.words.len()) == longest) {
                let end = written[at + name.words.len() - 1].1;
                mentions.push(Mention { at: *start..end, row: name.row });
            }
        }
        mentions
    }
}

/// Whether words of a text are a proper name there: in capitals, and behind a unit word where they are short.
fn is_name(text: &str, written: &[(usize, usize, String)], at: usize, length: usize) -> bool {
    let (start, end, _) = &written[at];
    let word = &text[*start..*end];
    if length > 1 && word.starts_with(char::is_uppercase) {
        return true;
    }
    let before = at.checked_sub(1).map(|before| &text[written[before].0..written[before].1]);
    let has_unit_word = before.is_some_and(|before| UnitKind::of_word(before).is_some());
    has_unit_word && word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// The words of a folded text.
fn words(folded: &str) -> Vec<String> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, '-' | '\'' | ',' | '(' | ')' | ':' | '.');
    folded.split(is_between).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words of some bytes of a text, each with its bytes and folded.
fn written(text: &str, range: Range<usize>) -> Vec<(usize, usize, String)> {
    spans(text, range).into_iter().map(|(start, end)| (start, end, fold(&text[start..end]))).collect()
}

/// The bytes of the words in some bytes of a text.
pub fn spans(text: &str, range: Range<usize>) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut from = range.start;
    while let Some(begins) = text[from..range.end].find(is_word_sign) {
        let start = from + begins;
        let length = text[start..range.end].find(|c| !is_word_sign(c));
        let end = length.map_or(range.end, |length| start + length);
        words.push((start, end));
        from = end;
    }
    words
}
