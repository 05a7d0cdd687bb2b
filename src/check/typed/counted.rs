//! TXT005: a number that is followed by what it counts, or by the blocks that it announces, is how many of them there are
//! («05 phường (A, B, C, D và E)», «08 nhóm nhiệm vụ sau:»).
//!
//! Counted are units of the tables in one unbroken list, blocks below an announcing sentence, and the kinds of units of a
//! table where a sentence names every one of them («09 xã, 04 phường và 01 đặc khu»). «Trong đó có A và B» counts nothing.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::named::{Mention, Names};
use super::numbers::is_read;
use crate::check::wording::{Paragraph, TextSubject};
use crate::diag::{Findings, rules};
use crate::model::body::Written;
use crate::model::table::Table;
use crate::vietnamese::listed::Words;
use crate::vietnamese::numerals::{Class, Measure, Numeral};
use crate::vietnamese::text::fold;
use crate::vietnamese::unit_name::{UnitKind, UnitName};

/// What is announced and then written out.
static ANNOUNCED: Words = Words::of(&[
    "nhóm",
    "nhiệm vụ",
    "nội dung",
    "giải pháp",
    "việc",
    "mục tiêu",
    "chiều",
    "nguyên tắc",
    "bước",
    "yêu cầu",
    "điều kiện",
    "chỉ tiêu cụ thể",
    "biện pháp",
]);
/// What may stand between a number with its unit and the list.
static LEADS: Words =
    Words::of(&["gồm", "bao gồm", "là", "cụ thể là", "gồm các huyện", "gồm các xã", "gồm có"]);

/// TXT005, for every figure of the text.
pub fn against_lists<'d>(subject: &TextSubject<'d>, names: &OnceCell<Names<'d>>, findings: &mut Findings) {
    for (at, paragraph) in subject.paragraphs.iter().enumerate() {
        if !is_read(paragraph) || !may_count(&paragraph.text) {
            continue;
        }
        let numerals = paragraph.numerals();
        let figures: Vec<(&Numeral, usize)> =
            numerals.iter().filter_map(|numeral| Some((numeral, counted(numeral)?))).collect();
        for (numeral, number) in &figures {
            let said = announced(subject, at, numeral)
                .or_else(|| listed(&paragraph.text, numeral, names.get_or_init(|| Names::for_text(subject))));
            if let Some(said) = said.filter(|said| said.count != *number) {
                report(
                    subject,
                    paragraph,
                    numeral,
                    &said.words(&paragraph.text[numeral.start..numeral.end]),
                    findings,
                );
            }
        }
        kinds(subject, paragraph, &figures, findings);
    }
}

/// What can be told at once: digits before a unit word, or a sentence that announces something.
fn may_count(text: &str) -> bool {
    const UNITS: [&str; 8] = ["xã", "phường", "huyện", "thị", "thành", "đặc", "quận", "thôn"];
    let announces = text.trim_end().ends_with(':');
    let mut digits = text.match_indices(|c: char| c.is_ascii_digit());
    digits.any(|(at, _)| {
        let behind = text[at + 1..].trim_start();
        announces || UNITS.iter().any(|unit| behind.starts_with(unit))
    })
}

/// The number, where it may count a list.
fn counted(numeral: &Numeral) -> Option<usize> {
    const MOST: usize = 999;
    let value = numeral.value.filter(|value| numeral.class == Class::Figure && value.is_integer())?;
    usize::try_from(value).ok().filter(|number| *number <= MOST)
}

/// What stands there to be counted.
struct Listed {
    count: usize,
    what: String,
}

impl Listed {
    fn words(&self, digits: &str) -> String {
        format!("câu này ghi {digits}, {} {}", self.what, self.count)
    }
}

/// The blocks below a sentence that announces so many of them.
fn announced(subject: &TextSubject<'_>, at: usize, numeral: &Numeral) -> Option<Listed> {
    const FEWEST: usize = 2;
    let paragraph = &subject.paragraphs[at];
    let behind = fold(paragraph.text[numeral.end..].trim_start());
    ANNOUNCED.behind(&behind).filter(|_| paragraph.text.trim_end().ends_with(':'))?;
    // Another number behind it may be the one that counts.
    if behind.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let source = paragraph.runs.iter().find_map(|run| run.source)?;
    let count = subject.checked.bodies().into_iter().find_map(|body| items_below(body, source))?;
    (count >= FEWEST).then(|| Listed { count, what: "mà số mục viết ra dưới đó là".to_owned() })
}

/// How many items follow the block that a run was written in: those inside it, else its next siblings of one kind.
fn items_below(body: &[Written], source: usize) -> Option<usize> {
    let run_of = |block: &Written| block.text.iter().any(|run| run.source == Some(source));
    let Some(at) = body.iter().position(run_of) else {
        return body.iter().find_map(|block| items_below(&block.children, source));
    };
    let following = if body[at].children.is_empty() { &body[at + 1..] } else { &body[at].children[..] };
    let first = following.first()?;
    // Only what is numbered or dashed is an item.
    let is_item = |block: &&Written| block.kind == first.kind && !block.label.is_empty();
    Some(following.iter().take_while(is_item).count())
}

/// The units that are listed right behind a number and what it counts.
fn listed(text: &str, numeral: &Numeral, names: &Names<'_>) -> Option<Listed> {
    let Measure::Word(word) = &numeral.measure else { return None };
    UnitKind::of_word(word)?;
    let rest = &text[numeral.end..];
    let end = rest.char_indices().find_map(|(at, c)| match c {
        '.' | ';' if rest[at + 1..].chars().next().is_none_or(char::is_whitespace) => Some(at),
        c if c.is_ascii_digit() && !in_brackets(&rest[..at]) => Some(at),
        _ => None,
    });
    let range = numeral.end..numeral.end + end.unwrap_or(rest.len());
    let mentions = names.within(text, range.clone());
    let mut units: Vec<&Mention<'_>> = Vec::new();
    for mention in mentions.iter().filter(|mention| mention.is_unit()) {
        let Some(last) = units.last() else {
            if !leads(&text[numeral.end..mention.at.start], word) {
                return None;
            }
            units.push(mention);
            continue;
        };
        if mention.at.start < last.at.end {
            continue;
        }
        if !joins(&text[last.at.end..mention.at.start]) {
            break;
        }
        units.push(mention);
    }
    let last = units.last().filter(|_| units.len() > 1)?;
    // An item that is no unit of a table would not have been counted.
    let behind = without_brackets(&text[last.at.end..range.end]);
    let goes_on = [",", "và ", "và\u{a0}"].iter().any(|sign| behind.trim_start().starts_with(sign));
    let is_name =
        behind.trim_start_matches([',', ' ']).trim_start_matches("và ").starts_with(char::is_uppercase);
    if goes_on && is_name {
        return None;
    }
    Some(Listed { count: units.len(), what: "mà số đơn vị kể tên ngay sau là".to_owned() })
}

fn in_brackets(text: &str) -> bool {
    text.matches('(').count() > text.matches(')').count()
}

/// Whether nothing but the rest of the unit («huyện nghèo») and a word that leads to a list stands between.
fn leads(between: &str, word: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let folded = fold(between.trim_end_matches(['(', ':', ' ']));
    let rest = folded.trim_start().strip_prefix(word).unwrap_or(&folded).trim();
    let rest = rest.trim_end_matches([',', ' ']);
    let rest = LEADS.before(rest).unwrap_or(rest);
    let ends_in_unit =
        |rest: &str| ["các huyện", "các xã", "huyện", "xã"].iter().any(|unit| rest.ends_with(&fold(unit)));
    let words = rest.trim_end_matches([',', ' ']);
    // A name that no table knows would be left out of the count.
    let has_name = between.contains(char::is_uppercase);
    !has_name
        && !words.contains([',', ';', '.', '('])
        && words.split_whitespace().count() <= MOST_WORDS
        && !words.contains(&fold("trong đó"))
        && (!words.contains(&fold("thuộc")) || ends_in_unit(words))
}

/// Whether two names stand next to each other in a list; what brackets say of the first is no part of it.
fn joins(between: &str) -> bool {
    let between = without_brackets(between);
    let units = ["huyện", "xã", "phường", "thị", "trấn", "thành", "phố", "đặc", "khu"];
    between
        .replace(',', " , ")
        .split_whitespace()
        .all(|word| matches!(word, "," | "và" | ";") || units.contains(&word.to_lowercase().as_str()))
        && !between.trim().is_empty()
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|c| {
            match c {
                '(' => depth += 1,
                ')' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// «09 xã, 04 phường và 01 đặc khu» against a table that has just these kinds of units.
fn kinds(
    subject: &TextSubject<'_>,
    paragraph: &Paragraph<'_>,
    figures: &[(&Numeral, usize)],
    findings: &mut Findings,
) {
    let kind = |numeral: &Numeral| match &numeral.measure {
        Measure::Word(word) => UnitKind::of_word(word),
        _ => None,
    };
    let of_units: Vec<(&Numeral, usize, UnitKind)> =
        figures.iter().filter_map(|(numeral, number)| Some((*numeral, *number, kind(numeral)?))).collect();
    let is_one_list = of_units.windows(2).all(|pair| {
        let between = &paragraph.text[pair[0].0.end..pair[1].0.start];
        between.split_whitespace().count() <= 4 && (between.contains(',') || between.contains("và"))
    });
    let listed: BTreeMap<UnitKind, (&Numeral, usize)> =
        of_units.iter().map(|(numeral, number, kind)| (*kind, (*numeral, *number))).collect();
    if listed.len() < 2 || listed.len() != of_units.len() || !is_one_list {
        return;
    }
    let tables = subject.checked.dossier().tables.values().map(|table| (table, units_by_kind(table)));
    let like: Vec<_> = tables.filter(|(_, in_table)| in_table.keys().eq(listed.keys())).collect();
    let fits =
        |in_table: &BTreeMap<UnitKind, usize>| listed.iter().all(|(kind, (_, n))| in_table[kind] == *n);
    // A table of some of the units is not what the sentence counts.
    let largest = like.iter().max_by_key(|(_, in_table)| in_table.values().sum::<usize>());
    let Some((table, in_table)) = largest.filter(|_| !like.iter().any(|(_, in_table)| fits(in_table))) else {
        return;
    };
    for (kind, (numeral, number)) in &listed {
        let count = in_table[kind];
        if count != *number {
            let digits = &paragraph.text[numeral.start..numeral.end];
            let what = format!("mà số {} trong bảng «{}» là", kind.word().to_lowercase(), table.id);
            report(subject, paragraph, numeral, &Listed { count, what }.words(digits), findings);
        }
    }
}

fn units_by_kind(table: &Table) -> BTreeMap<UnitKind, usize> {
    let mut kinds = BTreeMap::new();
    for row in table.unit_rows() {
        if let Some(kind) = UnitName::parse(&table.rows[row].name).kind {
            *kinds.entry(kind).or_default() += 1;
        }
    }
    kinds
}

fn report(
    subject: &TextSubject<'_>,
    paragraph: &Paragraph<'_>,
    numeral: &Numeral,
    message: &str,
    findings: &mut Findings,
) {
    let digits = &paragraph.text[numeral.start..numeral.end];
    let mut finding = subject
        .finding(&rules::COUNT_AGAINST_LIST, paragraph, numeral.start, digits, message)
        .help("đếm lại, sửa số hoặc bổ sung phần kể ra; số không đếm danh sách này thì bỏ qua có lý do");
    for place in subject.sources_of(paragraph, numeral.start) {
        finding = finding.also(place, "nguồn của số này");
    }
    findings.add(finding);
}
