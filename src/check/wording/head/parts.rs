//! What the rules over head and foot ask of a document: its main part, its kind, its issuer, its signatures.

use super::{Paragraph, TextSubject};
use crate::diag::{Finding, Place, Rule};
use crate::model::body::Written;
use crate::model::document::{Document, Identity};
use crate::model::text::RichText;

/// The names of sections.
pub const MAIN: &str = "van_ban";
pub const ATTACHED: &str = "kem_theo";
pub const ANNEX: &str = "phu_luc";

impl<'a> TextSubject<'a> {
    pub fn document(&self) -> &'a Document<RichText, Written> {
        self.checked.document()
    }

    pub fn identity(&self) -> &'a Identity<RichText> {
        &self.document().identity
    }

    /// The id of the document's kind, e.g. `ke-hoach`.
    pub fn kind(&self) -> &'a str {
        &self.identity().kind
    }

    /// The paragraphs of the document itself, without attached documents and annexes.
    pub fn main(&self) -> impl Iterator<Item = &Paragraph<'a>> {
        self.paragraphs.iter().filter(|paragraph| paragraph.section.component == MAIN)
    }

    /// The paragraphs of one component in the document itself.
    pub fn main_of<'s>(&'s self, component: &'s str) -> impl Iterator<Item = &'s Paragraph<'a>> {
        self.main().filter(move |paragraph| paragraph.component == component)
    }

    /// The signatures of the whole document from above: the authority lines of each.
    pub fn signatures(&self) -> impl Iterator<Item = &[Paragraph<'a>]> {
        let is_line = |paragraph: &Paragraph<'_>| paragraph.component == "chuc_vu";
        self.paragraphs
            .chunk_by(move |one, other| is_line(one) == is_line(other))
            .filter(move |chunk| chunk.first().is_some_and(is_line))
    }

    /// The issuing body as the head prints it, on one line.
    pub fn issuer(&self) -> String {
        self.main_of("co_quan").map(|paragraph| one_line(&paragraph.text)).next().unwrap_or_default()
    }

    /// A finding at a paragraph as a whole.
    pub fn finding_at(&self, rule: &Rule, paragraph: &Paragraph<'_>, message: impl Into<String>) -> Finding {
        let own = paragraph.runs.iter().find(|run| run.source.is_some());
        let part = own.map_or("", |run| run.text.trim());
        let at = paragraph.text.find(part).unwrap_or_default();
        self.finding(rule, paragraph, at, part, message).help(rule.mend)
    }

    /// A finding at the value of the first of these keys that is written, else at the document's file.
    pub fn finding_at_key(&self, rule: &Rule, keys: &[&str], message: impl Into<String>) -> Finding {
        let document = self.document();
        let place = keys.iter().find_map(|key| document.keys.get(*key).cloned());
        let place = place.unwrap_or_else(|| Place::file(document.file.as_str()));
        Finding::new(rule, place, message).help(rule.mend)
    }
}

/// Runs of blanks, no-break blanks and line breaks become one blank.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
