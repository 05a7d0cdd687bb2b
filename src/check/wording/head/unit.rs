//! The place that a body's name names: «Ủy ban nhân dân tỉnh Đắk Nông» → tỉnh, Đắk Nông.

use crate::model::norm::Norm;
use crate::vietnamese::text::fold;

/// An administrative unit as a name writes it.
pub struct Unit {
    /// «tỉnh», as the list writes it.
    pub word: String,
    /// «Đắk Nông».
    pub name: String,
}

/// The unit of a local body's name that begins with «Ủy ban nhân dân» or the like; `None` where none is clearly named.
pub fn of(text: &str, norm: &Norm) -> Option<Unit> {
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let rest = after_authority(&tokens, norm)?;
    let words = || norm.texts(&["dau_cuoi", "don_vi"]);
    let (word, rest) = words().find_map(|word| Some((word, after(rest, word)?)))?;
    let ends = (0..rest.len()).find(|at| *at > 0 && words().any(|word| begins_exactly(&rest[*at..], word)));
    let mut name = Vec::new();
    for token in &rest[..ends.unwrap_or(rest.len())] {
        name.push(token.trim_end_matches([',', ';']));
        if token.ends_with([',', ';']) {
            break;
        }
    }
    let name = name.join(" ");
    (!name.is_empty()).then(|| Unit { word: word.to_owned(), name })
}

/// Whether a name is «Ủy ban nhân dân …» and then names no unit: «UBND tỉnh».
pub fn is_nameless(text: &str, norm: &Norm) -> bool {
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let Some(rest) = after_authority(&tokens, norm) else { return false };
    rest.is_empty()
        || norm.texts(&["dau_cuoi", "don_vi"]).any(|word| after(rest, word).is_some_and(<[_]>::is_empty))
}

fn after_authority<'t, 'w>(tokens: &'t [&'w str], norm: &Norm) -> Option<&'t [&'w str]> {
    norm.texts(&["dau_cuoi", "chinh_quyen"]).find_map(|authority| after(tokens, authority))
}

/// The words after a phrase, whatever its case.
fn after<'t, 'w>(tokens: &'t [&'w str], phrase: &str) -> Option<&'t [&'w str]> {
    let mut rest = tokens;
    for word in phrase.split_whitespace() {
        let (first, others) = rest.split_first()?;
        if fold(first) != fold(word) {
            return None;
        }
        rest = others;
    }
    Some(rest)
}

/// «huyện» in «xã An Bình huyện Tân Lập» begins the next unit; «Xã» in a proper name does not.
fn begins_exactly(tokens: &[&str], phrase: &str) -> bool {
    let mut tokens = tokens.iter();
    phrase.split_whitespace().all(|word| tokens.next() == Some(&word))
}
