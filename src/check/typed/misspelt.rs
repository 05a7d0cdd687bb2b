//! TXT004: the name of a unit in text that is one slip of the fingers away from a row's.
//!
//! Many real names are that near to each other («Tân An», «Tân Ân»), so it is said only of a name that no table, register
//! or head of the document has, behind the row's own unit word or beside another unit of the same table in a list, and
//! only where the sentence does not name the row as well.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::cells::Cell;
use super::named::{Mention, Names, RowOf, spans};
use super::numbers::sentence;
use crate::check::wording::{Paragraph, TextSubject};
use crate::diag::{Finding, Findings, Place, rules};
use crate::model::table::RowKind;
use crate::model::text::words;
use crate::vietnamese::listed::{Words, holds};
use crate::vietnamese::text::fold;
use crate::vietnamese::unit_name::{Level, UnitKind, UnitName};

/// What is printed as given and names no unit, or names a person.
const NOT_READ: [&str; 3] = ["ho_ten", "chuc_vu", "co_quan"];
const LONGEST_NAME: usize = 4;
/// What may stand between two names of a list, but for signs.
static BETWEEN: Words = Words::of(&[
    "và",
    "hoặc",
    "cùng",
    "với",
    "huyện",
    "xã",
    "phường",
    "quận",
    "thị",
    "trấn",
    "thành",
    "phố",
    "đặc",
    "khu",
    "tx",
    "tp",
    "tt",
]);
static AND: Words = Words::of(&["và"]);
/// What may lead to the place that a name lies in.
static LEADS: Words = Words::of(&["của", "thuộc", "ở", "tại", "thị", "thành", "đặc"]);

/// A word of a text. Folding is what costs, so only what may be a name, or stands beside one, is folded, and that once.
struct Word {
    start: usize,
    end: usize,
    key: OnceCell<String>,
}

impl Word {
    fn all(text: &str) -> Vec<Self> {
        let spans = spans(text, 0..text.len()).into_iter();
        spans.map(|(start, end)| Self { start, end, key: OnceCell::new() }).collect()
    }
}

/// Reports every name of a document's text that a table writes otherwise.
pub fn names<'d>(subject: &TextSubject<'d>, names: &OnceCell<Names<'d>>, findings: &mut Findings) {
    if subject.checked.dossier().tables.values().all(|table| table.has_indicators()) {
        return;
    }
    let home = home(subject);
    // A repetition prints one line of the YAML many times.
    let mut said: BTreeSet<Place> = BTreeSet::new();
    for paragraph in subject.paragraphs.iter().filter(|one| !NOT_READ.contains(&one.component)) {
        let text = paragraph.text.as_str();
        let all = Word::all(text);
        let reader = Reader { subject, paragraph, text, words: &all, home: &home };
        for at in (0..all.len()).filter(|at| reader.is_capital(*at)) {
            let longest_first = (2..=LONGEST_NAME.min(all.len() - at)).rev();
            let found = longest_first.filter(|length| reader.may_be_name(at, *length)).find_map(|length| {
                let names = names.get_or_init(|| Names::for_text(subject));
                reader.misspelt(at, length, names)
            });
            if let Some(finding) = found
                && said.insert(finding.at.place.clone())
            {
                findings.add(finding);
            }
        }
    }
}

/// Who issues the document and where, folded: what lies there is at home.
fn home(subject: &TextSubject<'_>) -> String {
    let identity = &subject.checked.document().identity;
    let parent = identity.parent.as_ref().map(|parent| words(parent)).unwrap_or_default();
    fold(&format!("{} / {parent} / {}", words(&identity.issuer), identity.place_name))
}

struct Reader<'r, 'd> {
    subject: &'r TextSubject<'d>,
    paragraph: &'r Paragraph<'d>,
    text: &'r str,
    words: &'r [Word],
    home: &'r str,
}

impl<'d> Reader<'_, 'd> {
    fn written(&self, at: usize) -> &str {
        &self.text[self.words[at].start..self.words[at].end]
    }

    /// A word as names are compared.
    fn key(&self, at: usize) -> &str {
        self.words[at].key.get_or_init(|| fold(self.written(at)))
    }

    /// What stands between a word and the one before it.
    fn gap_before(&self, at: usize) -> &str {
        let begins = at.checked_sub(1).map_or(0, |before| self.words[before].end);
        let ends = self.words.get(at).map_or(self.text.len(), |word| word.start);
        &self.text[begins..ends]
    }

    fn is_capital(&self, at: usize) -> bool {
        at < self.words.len() && self.written(at).starts_with(char::is_uppercase)
    }

    /// What can be told without looking any name up: words in capitals that a clerk typed, whole, in a place where units
    /// are named.
    fn may_be_name(&self, at: usize, length: usize) -> bool {
        let is_one = |gap: &str| matches!(gap.trim(), "" | "-" | "'" | "’");
        let (behind, is_first) = (at + length, at == 0);
        let goes_on = |at: usize| self.gap_before(at) == " " && self.is_capital(at);
        (at + 1..behind).all(|inner| is_one(self.gap_before(inner)))
            && !goes_on(behind)
            && (self.unit_word(at).is_some()
                || is_first
                || !(self.gap_before(at) == " " && self.is_capital(at - 1)))
            && (self.unit_word(at).is_some() || self.is_beside(at) || self.is_beside(behind))
            && !TextSubject::is_figure(self.paragraph, self.words[at].start)
    }

    /// Whether what parts the items of a list stands before a word.
    fn is_beside(&self, at: usize) -> bool {
        let is_and = |at: usize| at < self.words.len() && matches!(self.written(at), "và" | "Và");
        self.gap_before(at).contains([',', ';', '(', ')']) || is_and(at) || at > 0 && is_and(at - 1)
    }

    /// The unit word directly before a word: «xã», «thành phố», «P.».
    fn unit_word(&self, at: usize) -> Option<UnitKind> {
        let last = at.checked_sub(1).filter(|_| matches!(self.gap_before(at), " " | ". "))?;
        let two = last.checked_sub(1).filter(|_| self.gap_before(last) == " ");
        let of_two = two.and_then(|first| UnitKind::of_syllables(self.key(first), self.key(last)));
        let of_two = of_two.filter(|kind| kind.level() != Level::Village);
        of_two.or_else(|| UnitKind::of_folded(self.key(last)))
    }

    fn misspelt(&self, at: usize, length: usize, names: &Names<'d>) -> Option<Finding> {
        let words: Vec<&str> = (at..at + length).map(|at| self.key(at)).collect();
        let near = names.near(&words);
        let first = near.first()?;
        let range = self.words[at].start..self.words[at + length - 1].end;
        let whole = sentence(self.text, range.start);
        let mentions = names.within(self.text, whole.start..whole.end.max(range.end));
        let overlaps = |one: &Mention<'_>| one.at.start < range.end && range.start < one.at.end;
        let is_same = |one: &RowOf<'_>, other: &RowOf<'_>| std::ptr::eq(one.0, other.0) && one.1 == other.1;
        let names_row = |one: &Mention<'_>| near.iter().any(|row| is_same(row, &one.row));
        let is_name = mentions.iter().any(|one| overlaps(one) || names_row(one));
        let core = words.join(" ");
        if is_name
            || !self.has_capitals(at, length, first)
            || holds(self.home, &core)
            || self.is_registered(&core)
            || self.lies_elsewhere(at + length, names)
        {
            return None;
        }
        let is_meant = |row: &&RowOf<'d>| {
            let own = UnitName::parse(&row.0.rows[row.1].name);
            let word = self.unit_word(at).filter(|kind| kind.level() != Level::Province);
            word.is_some() && word == own.kind
                || self.unit_word(at).is_none_or(|word| own.kind.is_none_or(|kind| kind == word))
                    && mentions.iter().any(|one| self.stands_beside(&range, one, row))
        };
        let meant: Vec<RowOf<'d>> = near.iter().filter(is_meant).copied().collect();
        (!meant.is_empty()).then(|| self.finding(&range, &meant))
    }

    /// Whether every word begins in capitals, but for one that lost its first letter.
    fn has_capitals(&self, at: usize, length: usize, (table, row): &RowOf<'_>) -> bool {
        let core = UnitName::parse(&table.rows[*row].name).core;
        let own: Vec<&str> = core.split([' ', '-', '\'']).filter(|word| !word.is_empty()).collect();
        (at..at + length).zip(own).all(|(at, own)| {
            let word = self.key(at);
            // Folded «My» is «mi», and what is left of it «y».
            let rest: String = own.chars().skip(1).collect();
            self.is_capital(at) || rest == word || rest == "i" && word == "y"
        })
    }

    /// Whether the register has a unit of this name, or one that others belong to.
    fn is_registered(&self, core: &str) -> bool {
        let register = self.subject.checked.dossier().register.as_ref();
        register.is_some_and(|register| {
            register.entries().any(|(_, entry)| {
                entry.key.core == core || entry.parent.as_ref().is_some_and(|parent| parent.key.core == core)
            })
        })
    }

    /// Whether the words behind a name say that it lies in another place: «, huyện Y», «của tỉnh Z».
    fn lies_elsewhere(&self, behind: usize, names: &Names<'_>) -> bool {
        let is_lead = |at: &usize| *at < self.words.len() && LEADS.are(self.key(*at));
        let from = (behind..).take_while(is_lead).last().map_or(behind, |last| last + 1);
        let begins = from + 1;
        let is_higher = |kind: UnitKind| kind.level() < Level::Commune;
        if begins >= self.words.len()
            || !self.unit_word(begins).is_some_and(is_higher)
            || !self.is_capital(begins)
        {
            return false;
        }
        let goes_on = |at: &usize| *at == begins || self.gap_before(*at) == " " && self.is_capital(*at);
        let ends = (begins..self.words.len()).take_while(goes_on).last().unwrap_or(begins);
        let name: Vec<&str> = (begins..=ends).map(|at| self.key(at)).collect();
        let range = self.words[begins].start..self.words[ends].end;
        !holds(self.home, &name.join(" ")) && names.within(self.text, range).is_empty()
    }

    /// Whether a mention is the neighbour in a list, and a unit of the row's table.
    fn stands_beside(&self, range: &Range<usize>, one: &Mention<'_>, row: &RowOf<'_>) -> bool {
        let (table, at) = one.row;
        if !std::ptr::eq(table, row.0) || table.rows[at].kind != RowKind::Unit {
            return false;
        }
        let between = if one.at.end <= range.start {
            &self.text[one.at.end..range.start]
        } else if range.end <= one.at.start {
            &self.text[range.end..one.at.start]
        } else {
            return false;
        };
        let plain = without_brackets(between);
        let words: Vec<String> =
            spans(&plain, 0..plain.len()).into_iter().map(|(start, end)| fold(&plain[start..end])).collect();
        (plain.contains([',', ';']) || words.iter().any(|word| AND.are(word)))
            && words.iter().all(|word| BETWEEN.are(word))
            && !plain.contains(['.', ':', '(', ')', '"', '«', '»'])
    }

    fn finding(&self, range: &Range<usize>, meant: &[RowOf<'d>]) -> Finding {
        const SHOWN: usize = 4;
        let typed = &self.text[range.clone()];
        let (table, row) = meant[0];
        let name = &table.rows[row].name;
        let message = format!("câu này ghi «{typed}», bảng «{}» ghi «{name}»: tên viết khác nhau", table.id);
        let finding =
            self.subject.finding(&rules::MISSPELT_UNIT, self.paragraph, range.start, typed, message);
        let mut finding = finding.label(format!("bảng ghi «{name}»")).unit(name.as_str());
        for (table, row) in meant.iter().take(SHOWN) {
            if let Some(column) = table.name_column() {
                finding = finding.also(table.place(*row, column), format!("tên trong bảng «{}»", table.id));
            }
        }
        let path = table.name_column().map(|column| Cell { table, row, column }.path()).unwrap_or_default();
        finding.help(format!(
            "sửa tên ở nơi viết sai, hoặc gọi tên từ bảng: {{{{ {path} }}}}; đúng là một đơn vị khác thì bỏ qua có lý do"
        ))
    }
}

/// A text without what stands in round brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}
