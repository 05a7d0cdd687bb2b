//! Every text of an expanded document with the part that it plays, for rules that ask who says what where.

use crate::diag::Place;
use crate::model::body::{PrintedTable, Written};
use crate::model::document::{AnnexContent, Basis, Expanded, Field};
use crate::model::text::{RichText, Run, words};

/// What a text is in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Issuer,
    Parent,
    Subject,
    Addressee,
    /// A legal basis written as a line of text.
    Basis,
    Recipient,
    /// A heading of the body.
    Title,
    /// Lead-in, body, fields of the form, notes under tables.
    Body,
}

/// One text.
pub struct Passage<'a> {
    pub part: Part,
    pub runs: &'a [Run],
    /// The words of the runs; line breaks are blanks.
    pub text: String,
    /// The heading that it stands under, among the passages.
    pub under: Option<usize>,
}

impl Passage<'_> {
    /// Where words that begin at byte `at` stand in the YAML.
    pub fn place(&self, expanded: &Expanded, at: usize, part: &str) -> Place {
        let place = expanded.place_in(self.runs, at, part);
        place.unwrap_or_else(|| Place::file(expanded.document.file.as_str()))
    }
}

/// Every text in the order of the page.
pub fn of(expanded: &Expanded) -> Vec<Passage<'_>> {
    let document = &expanded.document;
    let mut all = Passages(Vec::new());
    all.add_some(Part::Parent, document.identity.parent.as_ref());
    all.add(Part::Issuer, &document.identity.issuer, None);
    all.add(Part::Subject, &document.subject, None);
    all.add_some(Part::Issuer, document.authority.as_ref());
    document.addressees.iter().for_each(|text| all.add(Part::Addressee, text, None));
    for basis in &document.bases {
        if let Basis::Text(text) = basis {
            all.add(Part::Basis, text, None);
        }
    }
    all.add_some(Part::Body, document.lead_in.as_ref());
    for field in document.fields.values() {
        if let Field::Texts(texts) = field {
            texts.iter().for_each(|text| all.add(Part::Body, text, None));
        }
    }
    all.body(&document.body, None);
    for attachment in &document.attachments {
        all.add(Part::Subject, &attachment.subject, None);
        all.add_some(Part::Body, attachment.lead_in.as_ref());
        all.body(&attachment.body, None);
    }
    for annex in &document.annexes {
        all.add(Part::Title, &annex.title, None);
        match &annex.content {
            AnnexContent::Table(table) => all.table(table),
            AnnexContent::Body(body) => all.body(body, None),
        }
    }
    document.recipients.iter().for_each(|text| all.add(Part::Recipient, text, None));
    all.0
}

struct Passages<'a>(Vec<Passage<'a>>);

impl<'a> Passages<'a> {
    fn add(&mut self, part: Part, runs: &'a RichText, under: Option<usize>) {
        let text = words(runs).replace('\n', " ");
        if !text.trim().is_empty() {
            self.0.push(Passage { part, runs, text, under });
        }
    }

    fn add_some(&mut self, part: Part, runs: Option<&'a RichText>) {
        if let Some(runs) = runs {
            self.add(part, runs, None);
        }
    }

    fn table(&mut self, table: &'a PrintedTable<RichText>) {
        self.add_some(Part::Title, table.title.as_ref());
        self.add_some(Part::Body, table.note.as_ref());
    }

    fn body(&mut self, body: &'a [Written], under: Option<usize>) {
        for block in body {
            let before = self.0.len();
            self.add(if block.is_title { Part::Title } else { Part::Body }, &block.text, under);
            if let Some(table) = &block.table {
                self.table(table);
            }
            let is_heading = self.0.len() > before;
            self.body(&block.children, if is_heading { Some(before) } else { under });
        }
    }
}
