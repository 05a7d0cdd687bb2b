//! The parts that a document lists, resolved: legal bases, attached documents, annexes, tables, the body.

use super::Writer;
use super::outline::Node;
use crate::model::body::{BodyItem, PrintedTable, Written};
use crate::model::document::{Annex, AnnexContent, Attachment, Basis};
use crate::model::text::{ClerkText, RichText};

impl<'a> Writer<'a> {
    pub(super) fn basis(&mut self, basis: &Basis<ClerkText>) -> Basis<RichText> {
        match basis {
            Basis::Act { kind, number, issuer, date, subject, places } => Basis::Act {
                kind: kind.clone(),
                number: number.clone(),
                issuer: issuer.clone(),
                date: *date,
                subject: self.text(subject),
                places: places.clone(),
            },
            Basis::Text(text) => Basis::Text(self.text(text)),
        }
    }

    pub(super) fn attachment(
        &mut self,
        attachment: &Attachment<ClerkText, BodyItem>,
        nodes: &[Node<'a>],
    ) -> Attachment<RichText, Written> {
        Attachment {
            kind: attachment.kind.clone(),
            subject: self.text(&attachment.subject),
            lead_in: self.optional(attachment.lead_in.as_ref()),
            body: self.body(nodes),
            signatory: attachment.signatory.clone(),
            own_file: attachment.own_file,
        }
    }

    pub(super) fn annex(
        &mut self,
        annex: &Annex<ClerkText, BodyItem>,
        nodes: &[Node<'a>],
    ) -> Annex<RichText, Written> {
        Annex {
            name: annex.name.clone(),
            title: self.text(&annex.title),
            content: match &annex.content {
                AnnexContent::Table(table) => AnnexContent::Table(self.table(table)),
                AnnexContent::Body(_) => AnnexContent::Body(self.body(nodes)),
            },
            own_file: annex.own_file,
            sheet: annex.sheet.clone(),
        }
    }

    pub(super) fn table(&mut self, table: &PrintedTable<ClerkText>) -> PrintedTable<RichText> {
        self.tables.insert(table.table.clone());
        PrintedTable {
            table: table.table.clone(),
            is_own: table.is_own,
            columns: table.columns.clone(),
            title: self.optional(table.title.as_ref()),
            unit_line: self.optional(table.unit_line.as_ref()),
            note: self.optional(table.note.as_ref()),
        }
    }

    pub(super) fn body(&mut self, nodes: &[Node<'a>]) -> Vec<Written> {
        nodes
            .iter()
            .map(|node| {
                self.row = node.row;
                let text = self.text(&node.block.text);
                let table = node.block.table.as_ref().map(|table| self.table(table));
                let children = self.body(&node.children);
                self.row = self.bound;
                Written {
                    kind: node.block.kind,
                    is_title: node.block.is_title,
                    label: node.label.clone(),
                    text,
                    table,
                    children,
                }
            })
            .collect()
    }
}
