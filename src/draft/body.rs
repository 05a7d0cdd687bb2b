//! The sections of a document one after another: which paragraphs stay together, what stands between tables.

use std::collections::BTreeSet;

use super::columns::HEAD;
use super::items::{Item, Numbered, Said};
use super::look::Form;
use super::paragraphs::{Place, Writer};
use super::sections::{self, Margin};
use super::styles::NAMESPACE;
use super::xml::{DECLARATION, Xml};
use crate::model::measure::Measure;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The written parts of a draft.
pub(super) struct Written {
    /// `word/document.xml`.
    pub document: String,
    /// Headers and footers, by their numbers.
    pub margins: Vec<Margin>,
    /// The sizes of text in tables, in half points.
    pub table_sizes: BTreeSet<i64>,
}

/// Writes all sections.
pub(super) fn of(sections: &[Numbered<'_>], form: &Form, measure: &dyn Measure) -> Written {
    let mut writer = Writer { xml: Xml::default(), form, measure, bookmarks: 0 };
    let mut table_sizes = BTreeSet::new();
    let mut margins = sections::shared(&mut writer);
    writer.xml.push(DECLARATION);
    writer.xml.open("w:document", &[("xmlns:w", &NAMESPACE), ("xmlns:r", &RELATIONS)]);
    writer.xml.open("w:body", &[]);
    for (at, numbered) in sections.iter().enumerate() {
        let landscape = numbered.section.landscape;
        let page = form.page;
        let side = if landscape { page.height } else { page.width };
        let width = side - page.left - page.right;
        let own = sections::margins(&mut writer, numbered, width, &mut margins);
        let properties = sections::properties(form, landscape, &own);
        let is_last = at + 1 == sections.len();
        let in_text = |item: &&Item<'_>| match item {
            Item::Paragraph(said) => form.look(said.component).in_margin.is_none(),
            _ => true,
        };
        let items: Vec<&Item<'_>> = numbered.items.iter().filter(in_text).collect();
        let mut flow = Flow { writer: &mut writer, items: &items, width, table_sizes: &mut table_sizes };
        flow.all(if is_last { None } else { Some(&properties) });
        if is_last {
            writer.xml.push(&properties);
        }
    }
    writer.xml.close("w:body");
    writer.xml.close("w:document");
    Written { document: writer.xml.into_text(), margins, table_sizes }
}

/// The parts of one section that stand in the text.
struct Flow<'a, 'b, 'c> {
    writer: &'a mut Writer<'b>,
    items: &'a [&'a Item<'c>],
    width: f64,
    table_sizes: &'a mut BTreeSet<i64>,
}

impl Flow<'_, '_, '_> {
    /// Everything; `section` ends with it.
    fn all(&mut self, section: Option<&str>) {
        let items = self.items;
        let mut ends_with_table = true;
        for (at, item) in items.iter().enumerate() {
            let is_table = !matches!(item, Item::Paragraph(_));
            if is_table && at > 0 && ends_with_table {
                self.writer.separator(None);
            }
            ends_with_table = is_table;
            let keep_next = self.is_kept(at);
            match item {
                Item::Paragraph(said) => {
                    let place = Place {
                        width: self.width,
                        before: self.before(at, said),
                        after: self.after(at, said),
                        keep_next,
                        is_followed: matches!(items.get(at + 1),
                            Some(Item::Paragraph(next)) if next.component == said.component),
                        section: section.filter(|_| at + 1 == items.len()),
                        ..Place::default()
                    };
                    self.writer.component(said, place);
                }
                Item::Columns { component, left, right } if *component == HEAD => {
                    self.writer.head(left, right, self.width);
                }
                Item::Columns { component, left, right } => {
                    self.writer.foot(component, [left, right], self.width, keep_next);
                }
                Item::Table(table) => {
                    let size = self.writer.table(table, self.width, keep_next);
                    self.table_sizes.insert(size);
                }
            }
        }
        // Word wants a paragraph behind the last table, and a section ends with one.
        if ends_with_table {
            self.writer.separator(section);
        }
    }

    /// Whether a part must not be the last on its page: the signature never stands alone, nor the recipients under two
    /// signatures, nor the sign that closes a table.
    fn is_kept(&self, at: usize) -> bool {
        let next = self.items.get(at + 1);
        match (self.items[at], next) {
            (_, None) => false,
            (item, Some(Item::Paragraph(said))) => {
                let closes =
                    matches!(item, Item::Table(_)) && self.writer.form.look(said.component).goes_with_table;
                closes || self.is_under_foot(at + 1)
            }
            (_, Some(next)) => is_foot(next),
        }
    }

    /// Whether a paragraph stands under a foot, with nothing but paragraphs between them.
    fn is_under_foot(&self, at: usize) -> bool {
        let above = self.items[..at].iter().rev().find(|item| !matches!(item, Item::Paragraph(_)));
        above.is_some_and(|item| is_foot(item))
    }

    /// The space above a paragraph where a table or a foot wants more than its style has.
    fn before(&self, at: usize, said: &Said<'_>) -> Option<f64> {
        let form = self.writer.form;
        let look = form.look(said.component);
        match self.items.get(at.checked_sub(1)?)? {
            Item::Table(_) if !look.hugs_table && !look.goes_with_table => {
                Some(look.before.max(form.look("bang").after))
            }
            Item::Columns { component, .. } if *component != HEAD => {
                Some(look.before.max(form.number(component, "cach_duoi_pt")))
            }
            _ => None,
        }
    }

    /// The space below a paragraph that stands above a table: tables have none of their own.
    fn after(&self, at: usize, said: &Said<'_>) -> Option<f64> {
        let form = self.writer.form;
        let look = form.look(said.component);
        match self.items.get(at + 1)? {
            Item::Table(_) => Some(look.after.max(form.look("bang").before)),
            _ => None,
        }
    }
}

fn is_foot(item: &Item<'_>) -> bool {
    matches!(item, Item::Columns { component, .. } if *component != HEAD)
}
