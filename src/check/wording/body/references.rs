//! WRD029: a reference to an article, clause, point, chapter, table or annex that this document does not have.
//!
//! Only where the words say that this very document is meant: «Điều 9 Quyết định này», «khoản 3 Điều này», «Phụ lục IV
//! kèm theo». References to other acts are never judged, nor clauses of an article whose clauses are not numbered by the
//! program.

use super::outline::{self, Clauses, Outline};
use super::prose::Word;
use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::vietnamese::roman::roman;

/// The decree has no row for it: it is a slip that sends the reader nowhere.
pub const RULE: TextRule = TextRule { rule: &rules::REFERENCES, rows: &[], check };

/// A citation's parts, from the smallest to the greatest, as (word, number).
type Cited<'t> = Vec<(&'t str, &'t str)>;

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let names = names(subject);
    let outlines = outline::of(subject);
    for (place, (paragraph, words)) in subject.paragraphs.iter().zip(subject.prose()).enumerate() {
        for (at, word) in words.iter().enumerate() {
            if word.quoted {
                continue;
            }
            if word.key == "này" {
                this(subject, judge, (place, paragraph, words), at, &names, &outlines);
            } else if word.key == "theo" {
                annex(subject, judge, paragraph, words, at, &names);
            }
        }
    }
}

/// What the document and its attached documents are called, in lower case, with their sections; a name that two of them
/// have stands for neither.
fn names(subject: &TextSubject<'_>) -> Vec<(String, usize)> {
    let document = subject.checked.document();
    let kinds = std::iter::once(&document.identity.kind)
        .chain(document.attachments.iter().map(|attachment| &attachment.kind));
    let mut names: Vec<(String, usize)> = kinds
        .enumerate()
        .map(|(section, kind)| (subject.norm.kind_name(kind).to_lowercase(), section))
        .collect();
    let all = names.clone();
    names.retain(|(name, _)| !name.is_empty() && all.iter().filter(|(other, _)| other == name).count() == 1);
    names
}

/// «… Điều 3 Quyết định này», «… Điều này».
fn this(
    subject: &TextSubject<'_>,
    judge: &mut Judge<'_>,
    (place, paragraph, words): (usize, &Paragraph<'_>, &[Word]),
    at: usize,
    names: &[(String, usize)],
    outlines: &[Outline],
) {
    let text = paragraph.text.as_str();
    let named = names.iter().find_map(|(name, section)| Some((before(words, at, name)?, *section)));
    let (end, section, article) = match named {
        Some((end, section)) => (end, section, None),
        None if before(words, at, "điều").is_some() => {
            let Some(article) = outlines.get(paragraph.at).and_then(|outline| outline.article_of.get(&place))
            else {
                return;
            };
            (at - 1, paragraph.at, Some(article.as_str()))
        }
        None => return,
    };
    let (cited, begins) = cited(text, words, end);
    let Some(outline) = outlines.get(section) else { return };
    if let Some(missing) = missing(&cited, article, outline)
        && let Some(first) = words.get(begins)
    {
        let written = &text[first.start..words[at].end];
        let message = format!("viện dẫn «{written}», nhưng không có {missing}");
        let finding = subject.finding(&rules::REFERENCES, paragraph, first.start, written, message);
        judge.remark(finding.help(rules::REFERENCES.mend));
    }
}

/// Where a name of several words begins that ends before the word at a place.
fn before(words: &[Word], at: usize, name: &str) -> Option<usize> {
    let begins = at.checked_sub(name.split(' ').count())?;
    name.split(' ').zip(&words[begins..at]).all(|(part, word)| part == word.key).then_some(begins)
}

/// The citation that ends before a word, and the place at which it begins.
fn cited<'t>(text: &'t str, words: &'t [Word], end: usize) -> (Cited<'t>, usize) {
    const CITABLE: [&str; 7] = ["điểm", "khoản", "điều", "mục", "chương", "phần", "bảng"];
    let mut parts = Vec::new();
    let mut begins = end;
    while let Some(at) = begins.checked_sub(2) {
        let [label, number] = &words[at..begins] else { break };
        let joined = text.get(label.end..number.start) == Some(" ")
            && words.get(begins).is_none_or(|next| text[number.end..next.start].trim().is_empty());
        if !joined || !CITABLE.contains(&label.key.as_str()) {
            break;
        }
        parts.push((label.key.as_str(), &text[number.start..number.end]));
        begins = at;
    }
    parts.reverse();
    (parts, begins)
}

/// The part of a citation that the outline does not have, in words.
fn missing(cited: &Cited<'_>, article: Option<&str>, outline: &Outline) -> Option<String> {
    let part = |word: &str| cited.iter().find(|(label, _)| *label == word).map(|(_, number)| *number);
    if let Some(number) =
        part("chương").filter(|number| is_roman(number) && !outline.chapters.contains(*number))
    {
        return Some(format!("Chương {number}"));
    }
    if let Some(number) = part("phần").filter(|number| is_roman(number) && !outline.parts.contains(*number))
    {
        return Some(format!("Phần {number}"));
    }
    if let Some(number) = part("bảng").filter(|number| is_arabic(number) && !outline.tables.contains(*number))
    {
        return Some(format!("Bảng {number}"));
    }
    if let Some(number) =
        part("điều").filter(|number| is_arabic(number) && !outline.articles.contains_key(*number))
    {
        return Some(format!("Điều {number}"));
    }
    let (clauses, whose) = if let Some(number) = part("điều").or(article) {
        (outline.articles.get(number)?, format!("Điều {number}"))
    } else {
        let number = part("mục")?;
        match outline.sections.get(number) {
            None if is_roman(number) || is_arabic(number) => return Some(format!("Mục {number}")),
            None => return None,
            Some(clauses) => (clauses, format!("Mục {number}")),
        }
    };
    missing_clause(clauses, part("khoản"), part("điểm")).map(|missing| format!("{missing} {whose}"))
}

fn missing_clause(clauses: &Clauses, clause: Option<&str>, point: Option<&str>) -> Option<String> {
    let is_numbered = clauses.keys().any(|number| !number.is_empty());
    let points = match clause {
        Some(number) if is_numbered && is_arabic(number) => match clauses.get(number) {
            None => return Some(format!("khoản {number}")),
            points => points,
        },
        Some(_) => None,
        None => clauses.get(""),
    }?;
    let point = point.filter(|point| !points.is_empty() && !points.contains(*point))?;
    Some(clause.map_or_else(|| format!("điểm {point}"), |clause| format!("điểm {point} khoản {clause}")))
}

/// «Phụ lục IV kèm theo», «Phụ lục IV ban hành kèm theo Quyết định này».
fn annex(
    subject: &TextSubject<'_>,
    judge: &mut Judge<'_>,
    paragraph: &Paragraph<'_>,
    words: &[Word],
    at: usize,
    names: &[(String, usize)],
) {
    let text = paragraph.text.as_str();
    let count = subject.checked.document().annexes.len();
    let Some(end) = before(words, at + 1, "ban hành kèm theo").or_else(|| before(words, at + 1, "kèm theo"))
    else {
        return;
    };
    let Some([first, second, number]) = end.checked_sub(3).map(|from| &words[from..end]) else { return };
    if count == 0
        || (first.key.as_str(), second.key.as_str()) != ("phụ", "lục")
        || !is_this(text, words, at, names)
    {
        return;
    }
    let written = &text[number.start..number.end];
    let Some(nth) = annex_number(written) else { return };
    if nth > count || count == 1 {
        let has = if count == 1 {
            "chỉ có một phụ lục, không đánh số".to_owned()
        } else {
            format!("chỉ có {count} phụ lục")
        };
        let message = format!("viện dẫn «Phụ lục {written}», nhưng văn bản {has}");
        let words = &text[first.start..number.end];
        let finding = subject.finding(&rules::REFERENCES, paragraph, first.start, words, message);
        judge.remark(finding.help(rules::REFERENCES.mend));
    }
}

/// Whether nothing follows «kèm theo», or this document's own name does.
fn is_this(text: &str, words: &[Word], at: usize, names: &[(String, usize)]) -> bool {
    let Some(next) = words.get(at + 1) else { return true };
    text[words[at].end..next.start].contains(['.', ';', ',', ')', ':'])
        || names.iter().any(|(name, _)| {
            let after = at + 1 + name.split(' ').count();
            words.get(after).is_some_and(|word| word.key == "này")
                && before(words, after, name) == Some(at + 1)
        })
}

fn annex_number(text: &str) -> Option<usize> {
    const MOST: usize = 60;
    text.parse().ok().or_else(|| (1..=MOST).find(|number| roman(*number) == text))
}

fn is_arabic(number: &str) -> bool {
    !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
}

fn is_roman(number: &str) -> bool {
    !number.is_empty() && number.chars().all(|c| "IVXLC".contains(c))
}
