//! Which tables the text of a fanned-out document reads beside its unit's own row.
//!
//! Told from the text alone, before any row is bound: what is not listed here is no input of a unit's document, so that
//! a changed cell of one unit touches that unit's document and no other.

use super::emphasis;
use super::reference::{self, Step};
use crate::model::body::{BodyItem, PrintedTable};
use crate::model::document::{AnnexContent, Basis, Dossier, Field, Loaded};
use crate::model::fan_out::Reads;
use crate::model::text::ClerkText;

/// What a document reads.
pub fn reads(loaded: &Loaded, dossier: &Dossier) -> Reads {
    let mut reader = Reader { dossier, reads: Reads::default() };
    let identity = &loaded.identity;
    let head = [Some(&identity.issuer), identity.parent.as_ref(), loaded.marks.contact.as_ref()];
    let around = [Some(&loaded.subject), loaded.authority.as_ref(), loaded.lead_in.as_ref()];
    head.into_iter().chain(around).flatten().for_each(|text| reader.text(text));
    loaded.addressees.iter().chain(&loaded.recipients).for_each(|text| reader.text(text));
    loaded.fan_out.iter().flat_map(|fan_out| &fan_out.late).for_each(|(_, text)| reader.text(text));
    for basis in &loaded.bases {
        match basis {
            Basis::Act { subject: text, .. } | Basis::Text(text) => reader.text(text),
        }
    }
    for field in loaded.fields.values() {
        if let Field::Texts(texts) = field {
            texts.iter().for_each(|text| reader.text(text));
        }
    }
    reader.body(&loaded.body);
    for attachment in &loaded.attachments {
        reader.text(&attachment.subject);
        attachment.lead_in.iter().for_each(|text| reader.text(text));
        reader.body(&attachment.body);
    }
    for annex in &loaded.annexes {
        reader.text(&annex.title);
        match &annex.content {
            AnnexContent::Table(table) => reader.table(table),
            AnnexContent::Body(body) => reader.body(body),
        }
    }
    reader.reads
}

struct Reader<'a> {
    dossier: &'a Dossier,
    reads: Reads,
}

impl Reader<'_> {
    fn body(&mut self, items: &[BodyItem]) {
        for item in items {
            match item {
                BodyItem::Block(block) => {
                    self.text(&block.text);
                    block.table.iter().for_each(|table| self.table(table));
                    self.body(&block.children);
                }
                BodyItem::Repeat(repeat) => {
                    let tables = if repeat.is_own { &mut self.reads.own } else { &mut self.reads.whole };
                    tables.insert(repeat.table.text.clone());
                    self.body(&repeat.children);
                }
            }
        }
    }

    fn table(&mut self, printed: &PrintedTable<ClerkText>) {
        let tables = if printed.is_own { &mut self.reads.own } else { &mut self.reads.whole };
        tables.insert(printed.table.clone());
        let texts = [&printed.title, &printed.unit_line, &printed.note];
        texts.into_iter().flatten().for_each(|text| self.text(text));
    }

    fn text(&mut self, text: &ClerkText) {
        for piece in emphasis::pieces(&text.text) {
            let emphasis::Content::Reference { source, .. } = piece.content else { continue };
            let inner = source.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
            let Some(reference) = inner.and_then(|inner| reference::parse(inner).ok()) else { continue };
            let [Step::Name(first), rest @ ..] = reference.path.as_slice() else { continue };
            let Some(table) = self.dossier.tables.get(first) else { continue };
            // A printed total is one row; a total that is summed up reads every row.
            let is_total = matches!(rest, [Step::Name(total), ..] if total == "tong");
            let is_printed = is_total && table.total_row().is_some();
            let tables = if is_printed { &mut self.reads.totals } else { &mut self.reads.whole };
            tables.insert(first.clone());
        }
    }
}
