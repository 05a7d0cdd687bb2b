//! The body of a document as a tree, before (clerk's text) and after (runs) references are resolved.

use super::text::{ClerkText, RichText};
use crate::diag::Located;

/// What a block of the body is; nd30.md rows 61-66.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BodyKind {
    Part,
    Chapter,
    Section,
    Subsection,
    Article,
    Clause,
    Point,
    Dash,
    Plus,
    Paragraph,
    /// A table inside the text.
    Table,
}

/// A table of the dossier as it is printed: in an annex or inside the text.
#[derive(Debug, Clone)]
pub struct PrintedTable<T> {
    pub table: String,
    /// `cua: dong`: only the rows that belong to the unit of a fanned-out document.
    pub is_own: bool,
    /// Positions of the printed columns in the table.
    pub columns: Vec<usize>,
    /// The title of a table inside the text; an annex has its own.
    pub title: Option<T>,
    pub unit_line: Option<T>,
    pub note: Option<T>,
}

/// One block of the body as the clerk wrote it.
#[derive(Debug, Clone)]
pub struct BodyBlock {
    pub kind: BodyKind,
    /// Whether the text is a title (`{ tieu_de: … }`) and not run-in text.
    pub is_title: bool,
    /// Empty for a table.
    pub text: ClerkText,
    pub table: Option<PrintedTable<ClerkText>>,
    /// `ten`: by which text refers to it (`{{ xem.chi_tieu }}`).
    pub name: Option<Located<String>>,
    pub children: Vec<BodyItem>,
}

/// A block, or blocks repeated for every unit row of a table.
#[derive(Debug, Clone)]
pub enum BodyItem {
    Block(Box<BodyBlock>),
    /// `lap`: the children once for every unit row, bound to `dong`.
    Repeat(Box<Repeat>),
}

/// A repetition over the unit rows of a table.
#[derive(Debug, Clone)]
pub struct Repeat {
    pub table: ClerkText,
    /// Only the unit rows of this group, named by its number or name.
    pub group: Option<ClerkText>,
    /// `cua: dong`: only the unit rows that belong to the unit of a fanned-out document.
    pub is_own: bool,
    /// `sap_xep: ten`: in alphabetical order instead of the sheet's.
    pub is_sorted: bool,
    pub children: Vec<BodyItem>,
}

/// One block of the body with every reference resolved and every repetition written out.
#[derive(Debug, Clone)]
pub struct Written {
    pub kind: BodyKind,
    pub is_title: bool,
    /// «I.», «Điều 3.», «a)»; empty where the kind has none.
    pub label: String,
    pub text: RichText,
    pub table: Option<PrintedTable<RichText>>,
    pub children: Vec<Written>,
}
