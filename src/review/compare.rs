//! Paragraphs as built and as they came back: figures that were changed, sentences, paragraphs that are new or gone.

use std::collections::{BTreeMap, BTreeSet};

use super::Review;
use super::reading::Returned;
use super::words::{Token, sentences, squeezed, tokens};
use crate::recall::{Change, Document, FigureChange, SentenceChange, Step, align};
use crate::record::{FigureRow, TextRow};
use crate::vietnamese::text::nfc;

/// Compares the paragraphs; returns for each that came back the built one that it was, if any.
pub fn paragraphs(returned: &Returned, built: &Document, review: &mut Review) -> Vec<Option<usize>> {
    let expected: Vec<String> = built.text.iter().map(printed).collect();
    let matched = matched(returned, &expected);
    added(returned, &matched, 0, None, built, review);
    for (row, text) in expected.iter().enumerate() {
        let stands = matched.iter().position(|of| *of == Some(row));
        let now = stands.map(|at| returned.paragraphs[at].text.as_str()).unwrap_or_default();
        if now.trim().is_empty() {
            sentence(built, Some(row), Some(squeezed(text)), None, review);
        } else {
            paragraph(built, row, text, now, review);
        }
        if let Some(at) = stands {
            added(returned, &matched, at + 1, Some(row), built, review);
        }
    }
    matched
}

/// The new paragraphs that begin at a place, told at what stands before them: there the clerk will put them.
fn added(
    returned: &Returned,
    matched: &[Option<usize>],
    from: usize,
    row: Option<usize>,
    built: &Document,
    review: &mut Review,
) {
    let new = returned.paragraphs.iter().zip(matched).skip(from).take_while(|(_, of)| of.is_none());
    for (paragraph, _) in new {
        let text = squeezed(&paragraph.text);
        if !text.is_empty() {
            sentence(built, row, None, Some(text), review);
        }
    }
}

/// A paragraph with its label, as printed but for its capitals.
fn printed(row: &TextRow) -> String {
    match &row.label {
        Some(label) => format!("{label} {}", row.text),
        None => row.text.clone(),
    }
}

/// Which built paragraph every one is that came back: by its mark, else by its words, else by its place between others.
fn matched(returned: &Returned, expected: &[String]) -> Vec<Option<usize>> {
    let mut matched: Vec<Option<usize>> = vec![None; returned.paragraphs.len()];
    let mut taken = BTreeSet::new();
    for (at, paragraph) in returned.paragraphs.iter().enumerate() {
        let mark = paragraph.marks.iter().find(|mark| **mark < expected.len() && !taken.contains(*mark));
        if let Some(mark) = mark {
            matched[at] = Some(*mark);
            taken.insert(*mark);
        }
    }
    // Marks that were lost: what says the same words is the same paragraph.
    let key = |text: &str| squeezed(text).to_lowercase();
    let mut free: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (row, text) in expected.iter().enumerate().rev().filter(|(row, _)| !taken.contains(row)) {
        free.entry(key(text)).or_default().push(row);
    }
    for (at, paragraph) in returned.paragraphs.iter().enumerate() {
        if matched[at].is_none()
            && let Some(row) = free.get_mut(&key(&paragraph.text)).and_then(Vec::pop)
        {
            matched[at] = Some(row);
            taken.insert(row);
        }
    }
    // A paragraph that lost its mark and was edited too stands between two that did not move.
    for at in 0..matched.len() {
        let before = if at == 0 { None } else { matched[at - 1] };
        let row = before.map_or(0, |row| row + 1);
        let is_alone = matched[at].is_none()
            && row < expected.len()
            && !taken.contains(&row)
            && matched.get(at + 1).is_none_or(|next| *next == Some(row + 1))
            && !squeezed(&returned.paragraphs[at].text).is_empty();
        if is_alone {
            matched[at] = Some(row);
            taken.insert(row);
        }
    }
    matched
}

fn sentence(
    built: &Document,
    row: Option<usize>,
    old: Option<String>,
    new: Option<String>,
    review: &mut Review,
) {
    review.changes.sentences.push(SentenceChange {
        document: built.file.clone(),
        document_unit: built.id.unit.clone(),
        change: match (&old, &new) {
            (None, _) => Change::Added,
            (_, None) => Change::Removed,
            _ => Change::Changed,
        },
        old,
        new,
        at: row.and_then(|row| built.text.get(row)?.source.clone()),
    });
}

fn paragraph(built: &Document, row: usize, text: &str, now: &str, review: &mut Review) {
    let (plain, said) = (squeezed(text), squeezed(now));
    if plain == said || plain.to_uppercase() == said {
        return;
    }
    let now = &*nfc(now);
    let is_capital = !said.chars().any(char::is_lowercase);
    let old = if is_capital { text.to_uppercase() } else { text.to_owned() };
    let (of_old, of_new) = (tokens(&old), tokens(now));
    let steps = align(&texts(&of_old), &texts(&of_new));
    let label = built.text[row].label.as_ref().map_or(0, |label| label.chars().count() + 1);
    let mut figures = [BTreeSet::new(), BTreeSet::new()];
    for figure in built.figures.iter().filter(|figure| figure.paragraph == Some(row + 1)) {
        let Some(start) = figure.offset.map(|offset| offset + label) else { continue };
        let end = start + figure.text.chars().count();
        let inside = |at: &usize| of_old[*at].start < end && of_old[*at].end > start;
        let own: Vec<usize> = (0..of_old.len()).filter(inside).collect();
        let stands = replaced(&own, &of_old, &of_new, &steps);
        let new = stands.iter().map(|at| of_new[*at].text.as_str()).collect::<Vec<_>>().join(" ");
        let old: Vec<&str> = own.iter().map(|at| of_old[*at].text.as_str()).collect();
        if old.join(" ") != new {
            review.changes.figures.push(figure_change(built, figure, new));
        }
        figures[0].extend(own);
        figures[1].extend(stands);
    }
    let (was, is) = (sentences(&old, &of_old, &figures[0]), sentences(now, &of_new, &figures[1]));
    let steps = align(&skeletons(&was), &skeletons(&is));
    for step in steps {
        let Step::Apart(gone, added) = step else { continue };
        for at in 0..gone.len().max(added.len()) {
            let old = gone.get(at).map(|at| was[*at].0.clone());
            let new = added.get(at).map(|at| is[*at].0.clone());
            sentence(built, Some(row), old, new, review);
        }
    }
}

/// A figure that stands in the draft as something else.
pub fn figure_change(built: &Document, figure: &FigureRow, new: String) -> FigureChange {
    let place = figure.annex.clone().or(figure.page.map(|page| format!("trang {page}")));
    FigureChange {
        document: built.file.clone(),
        document_unit: built.id.unit.clone(),
        table: figure.table.clone(),
        unit: figure.row.clone(),
        column: figure.column.clone(),
        old: figure.text.clone(),
        new,
        cause: figure.source.clone(),
        places: place.into_iter().collect(),
    }
}

/// The words that stand where a figure's words stood.
fn replaced(own: &[usize], old: &[Token], new: &[Token], steps: &[Step]) -> Vec<usize> {
    let mut found = Vec::new();
    for step in steps {
        match step {
            Step::Same(a, b) if own.contains(a) => found.push(*b),
            Step::Same(..) => {}
            Step::Apart(gone, added) => {
                let mine: Vec<usize> = gone.iter().copied().filter(|at| own.contains(at)).collect();
                if mine.is_empty() {
                    continue;
                }
                let has_digit = |token: &Token| token.text.chars().any(|c| c.is_ascii_digit());
                if mine.iter().any(|at| has_digit(&old[*at])) {
                    // Number by number: the words around it may have been written anew.
                    let numbers: Vec<usize> =
                        added.iter().copied().filter(|at| has_digit(&new[*at])).collect();
                    let of_old = gone.iter().filter(|at| has_digit(&old[**at]));
                    let nth = of_old.enumerate().filter(|(_, at)| mine.contains(at)).map(|(nth, _)| nth);
                    found.extend(nth.filter_map(|nth| numbers.get(nth).copied()));
                } else if mine.len() == gone.len() {
                    found.extend(added);
                } else {
                    let first = gone.iter().position(|at| mine.contains(at)).unwrap_or_default();
                    found.extend(added.iter().skip(first).take(mine.len()));
                }
            }
        }
    }
    found
}

fn texts(tokens: &[Token]) -> Vec<&str> {
    tokens.iter().map(|token| token.text.as_str()).collect()
}

fn skeletons(sentences: &[(String, String)]) -> Vec<&str> {
    sentences.iter().map(|(_, words)| words.as_str()).collect()
}
