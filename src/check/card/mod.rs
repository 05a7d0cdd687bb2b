//! Makes a document's card: what the other documents of its dossier are compared with.
//!
//! Comes in: an expanded document. Goes out: plain data. Never here: judgement.

mod deadlines;
mod meetings;
mod mentions;

use super::passages;
use crate::model::card::Card;
use crate::model::document::{Dossier, Expanded};
use crate::model::norm::Norm;
use crate::model::profile::Profile;
use crate::model::text::words;
pub(super) use deadlines::due_before;

/// The keys of the head that are compared.
const KEYS: [&str; 8] =
    ["so", "ngay", "co_quan", "co_quan_chu_quan", "viet_tat", "dia_danh", "trich_yeu", "nguoi_ky"];

/// The card of one document.
pub fn card(expanded: &Expanded, dossier: &Dossier, profile: &Profile, norm: &Norm) -> Card {
    let document = &expanded.document;
    let identity = &document.identity;
    let kind = profile.kind(&identity.kind);
    let passages = passages::of(expanded);
    let place = |key: &str| document.keys.get(key).map(|place| (key.to_owned(), place.clone()));
    Card {
        file: document.file.clone(),
        kind: identity.kind.clone(),
        kind_name: kind.map_or_else(String::new, |kind| kind.ten.clone()),
        symbol: identity.symbol(kind.and_then(|kind| kind.viet_tat.as_deref())),
        number: identity.number,
        date: identity.date.clone(),
        year: identity.year,
        issuer: one_line(&words(&identity.issuer)),
        parent: identity.parent.as_ref().map(|parent| one_line(&words(parent))),
        abbreviation: identity.abbreviation.clone(),
        place_name: identity.place_name.clone(),
        subject: one_line(&words(&document.subject)),
        signatories: document.signatories.clone(),
        mentions: mentions::of(expanded, &passages, norm),
        deadlines: deadlines::of(expanded, dossier, &passages),
        meetings: meetings::of(expanded, &passages),
        keys: KEYS.iter().filter_map(|key| place(key)).collect(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where the clause begins that byte `at` lies in, and where it ends: at «;», or at a point that a blank follows.
/// «TP. Huế» ends none.
pub(super) fn clause(text: &str, at: usize) -> (usize, usize) {
    let is_stop = |point: usize, stop: &str| {
        let behind = &text[point + 1..];
        let ends_word = text[..point].ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == ')');
        stop == ";" || ends_word && (behind.is_empty() || behind.starts_with(char::is_whitespace))
    };
    let stops = text.match_indices([';', '.']).filter(|(point, stop)| is_stop(*point, stop));
    let (mut start, mut end) = (0, text.len());
    for (stop, _) in stops {
        if stop < at {
            start = stop + 1;
        } else {
            end = stop;
            break;
        }
    }
    let blanks = text[start..].len() - text[start..].trim_start().len();
    ((start + blanks).min(at), end)
}
