//! The body of a document as a tree, before (clerk's text) and after (runs) references are resolved.

use super::text::{ClerkText, RichText};

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
}

/// One block of the body as the clerk wrote it.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyBlock {
    pub kind: BodyKind,
    /// Whether the text is a title (`{ tieu_de: … }`) and not run-in text.
    pub is_title: bool,
    pub text: ClerkText,
    pub children: Vec<BodyItem>,
}

/// A block, or blocks repeated for every unit row of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum BodyItem {
    Block(BodyBlock),
    /// `lap`: the children once for every unit row, bound to `dong`.
    Repeat {
        table: ClerkText,
        /// Only the unit rows of this group, named by its number or name.
        group: Option<ClerkText>,
        children: Vec<BodyItem>,
    },
}

/// One block of the body with every reference resolved and every repetition written out.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    pub kind: BodyKind,
    pub is_title: bool,
    pub text: RichText,
    pub children: Vec<Written>,
}
