//! What the words around a typed number speak of: which rows, and whether they say it loosely.

use super::level;
use super::named::{Mention, Names, RowOf};
use super::numbers::Typed;
use super::terms;
use crate::check::wording::TextSubject;
use crate::model::table::{RowKind, Table};
use crate::vietnamese::listed::{Words, holds};
use crate::vietnamese::text::fold;

/// Before what a sentence counts up: the number before it is the whole's.
static PARTS: Words = Words::of(&["trong đó", "gồm", "bao gồm", "cụ thể", "chia ra", "cho"]);
/// Behind a number these make it the end of a span.
static BOUNDS: Words = Words::of(&["trở lên", "trở xuống"]);
/// Words that begin the name of a part and say nothing of it.
static GENERAL: Words = Words::of(&["số hộ", "hộ", "số người", "người"]);

/// The rows that a number may belong to.
pub struct Context<'d> {
    /// Those that the words name nearest to it, or the totals where they name none.
    pub rows: Vec<RowOf<'d>>,
    /// Whether the words name them: else the totals are meant, or nothing.
    pub is_named: bool,
    /// Whether they stand in a list («các huyện Trà Bồng, Sơn Hà»): the number may be of each, or of all together.
    pub is_list: bool,
    /// Every other row whose figure it may be as well: named in the sentence, the totals, the groups of those named.
    pub others: Vec<RowOf<'d>>,
    /// The clause that leads to the number and goes on behind it.
    pub clause: String,
}

impl<'d> Context<'d> {
    /// `at`: the paragraph's number among the subject's.
    pub fn of(subject: &TextSubject<'_>, at: usize, typed: &Typed, names: &Names<'d>) -> Self {
        let text = subject.paragraphs[at].text.as_str();
        let clause = clause(text, typed);
        let mentions = names.within(text, typed.sentence.clone());
        let before = mentions.iter().rev().find(|mention| mention.at.end <= typed.start);
        let behind = mentions.iter().find(|mention| mention.at.start >= typed.end).filter(|mention| {
            let between = fold(&text[typed.end..mention.at.start]);
            PARTS.within(&between).is_none() && !between.contains([';', ':'])
        });
        let nearest = before.or(behind).map(|mention| mention.at.clone());
        let around = if nearest.is_none() { around(subject, at, typed, names) } else { Vec::new() };
        let is_named = nearest.is_some() || !around.is_empty();
        let is_list = nearest.as_ref().is_some_and(|nearest| is_in_list(text, &mentions, nearest.start));
        let mut rows: Vec<RowOf<'d>> = match &nearest {
            Some(at) => mentions.iter().filter(|one| one.at == *at).map(|one| one.row).collect(),
            None if is_named => around,
            None if names.is_about_another(&text[typed.sentence.clone()]) => Vec::new(),
            None => names.totals().to_vec(),
        };
        let mut others: Vec<RowOf<'d>> = mentions.iter().map(|mention| mention.row).collect();
        others.extend(names.totals());
        others.extend(rows.iter().flat_map(|row| groups_of(*row)));
        // «trong đó 18 hộ dân tộc thiểu số»: the part of the row.
        let folded = fold(&clause);
        let named_part = |(table, row): &RowOf<'d>| {
            let parts = table.parts(*row).into_iter().map(|part| (*table, part));
            let is_named = |(table, part): &RowOf<'d>| {
                let name = fold(table.part_name(*part));
                // «hộ nghèo dân tộc thiểu số» is «hộ dân tộc thiểu số» too.
                holds(&folded, GENERAL.behind(&name).filter(|name| name.contains(' ')).unwrap_or(&name))
            };
            parts.filter(is_named).collect::<Vec<_>>()
        };
        let parts: Vec<RowOf<'d>> = rows.iter().flat_map(named_part).collect();
        if !parts.is_empty() {
            rows = parts;
        }
        Self { rows, is_named, is_list, others, clause }
    }

    /// Whether the rows are parts of others.
    pub fn is_part(&self) -> bool {
        self.rows.iter().any(|(table, row)| table.rows[*row].kind == RowKind::Part)
    }

    /// The rows of indicators whose names the sentence says in other words.
    pub fn indicators(
        &self,
        text: &str,
        typed: &Typed,
        tables: impl Iterator<Item = &'d Table>,
    ) -> Vec<RowOf<'d>> {
        let sentence = fold(&text[typed.sentence.clone()]);
        let is_like = |table: &Table, row: usize| {
            let name = fold(&table.rows[row].name);
            let words: Vec<&str> = name.split([' ', ',', '(', ')']).filter(|word| word.len() > 1).collect();
            let said = words.iter().filter(|word| holds(&sentence, word)).count();
            // Three words of five.
            said * 5 >= words.len() * 3 && said > 1
        };
        let tables = tables.filter(|table| table.has_indicators());
        let rows = tables.flat_map(|table| (0..table.rows.len()).map(move |row| (table, row)));
        rows.filter(|(table, row)| is_like(table, *row)).collect()
    }
}

/// The words that lead to the number and those behind it, up to a comma or the next number.
fn clause(text: &str, typed: &Typed) -> String {
    let behind = &text[typed.end..typed.sentence.end.max(typed.end)];
    let end = behind.find(|c: char| matches!(c, ',' | ';' | '(' | ')') || c.is_ascii_digit());
    format!("{} {}", &text[typed.clause..typed.start], &behind[..end.unwrap_or(behind.len())])
}

/// Whether the mention that begins at a place stands in a row of several.
fn is_in_list(text: &str, mentions: &[Mention<'_>], at: usize) -> bool {
    mentions.windows(2).any(|pair| {
        let (left, right) = (&pair[0].at, &pair[1].at);
        let is_one = left.start == at || right.start == at;
        let joins = |between: &str| {
            between.split_whitespace().all(|word| matches!(word, "," | "và" | "xã" | "huyện"))
        };
        is_one && left.end <= right.start && joins(&text[left.end..right.start].replace(',', " , "))
    })
}

/// The group rows above a unit row.
fn groups_of<'d>((table, row): RowOf<'d>) -> Vec<RowOf<'d>> {
    let mut level = usize::MAX;
    let above = (0..row).rev().filter(|at| match table.rows[*at].kind {
        RowKind::Group { level: own } if own < level => {
            level = own;
            true
        }
        _ => false,
    });
    above.map(|at| (table, at)).collect()
}

/// The rows named last before the sentence: earlier in the paragraph, else in one that it stands under.
fn around<'d>(subject: &TextSubject<'_>, at: usize, typed: &Typed, names: &Names<'d>) -> Vec<RowOf<'d>> {
    let last = |text: &str, until: usize| {
        let mentions = names.within(text, 0..until);
        let at = mentions.last().map(|mention| mention.at.clone());
        let there = mentions.into_iter().filter(|one| Some(&one.at) == at.as_ref()).map(|one| one.row);
        there.collect::<Vec<_>>()
    };
    let paragraph = &subject.paragraphs[at];
    let here = last(&paragraph.text, typed.sentence.start);
    if !here.is_empty() {
        return here;
    }
    let mut level = level(paragraph);
    for above in subject.paragraphs[..at].iter().rev() {
        let Some(own) = super::level(above).filter(|own| level.is_none_or(|level| *own < level)) else {
            continue;
        };
        let there = last(&above.text, above.text.len());
        if !there.is_empty() {
            return there;
        }
        level = Some(own);
        if own == 0 {
            break;
        }
    }
    Vec::new()
}

/// Whether the number is said to be near a figure only, part of one, or a share of something else («đạt 44,2%»).
pub fn is_loose(text: &str, typed: &Typed) -> bool {
    const NEAR: usize = 30;
    let behind = &text[typed.end..];
    let near = behind.char_indices().nth(NEAR).map_or(behind, |(end, _)| &behind[..end]);
    BOUNDS.within(&fold(near)).is_some()
        || terms::is_loose(&text[typed.clause..typed.start], &text[..typed.start])
}
