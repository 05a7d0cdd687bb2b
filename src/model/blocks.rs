//! What stands on the pages, composed once for every output: components with their text, in reading order.
//!
//! The names of components are the keys of `thanh_phan` in `templates/nd30.yaml`.

use serde::{Deserialize, Serialize};

use super::head::HeadCell;
use super::text::Run;

/// A composed document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Blocks {
    pub sections: Vec<Section>,
}

/// The document itself, one attached document or one annex; each begins on a new page and numbers its pages from 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// `van_ban`, `kem_theo` or `phu_luc`.
    pub component: String,
    pub landscape: bool,
    /// What the file is called after the document's name when this section is a PDF of its own, e.g. `phu-luc-1`.
    pub own_file: Option<String>,
    pub blocks: Vec<Block>,
}

impl Blocks {
    /// The PDFs that the document becomes: itself, then every section with a file of its own and that file's name.
    pub fn files(&self) -> Vec<(Option<String>, Blocks)> {
        let sections = |wanted: Option<&String>| Self {
            sections: self
                .sections
                .iter()
                .filter(|section| section.own_file.as_ref() == wanted)
                .cloned()
                .collect(),
        };
        let own = self.sections.iter().filter_map(|section| section.own_file.as_ref());
        std::iter::once(None).chain(own.map(Some)).map(|file| (file.cloned(), sections(file))).collect()
    }
}

/// One component on the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    Paragraph {
        component: String,
        /// «I.», «Điều 1.», «a)», «-».
        label: Option<String>,
        runs: Vec<Run>,
    },
    /// Two columns side by side: the head, and the foot with recipients and signature.
    Columns {
        component: String,
        left: Vec<Block>,
        right: Vec<Block>,
    },
    Table(TableBlock),
}

/// A table ready to be drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TableBlock {
    pub component: String,
    /// Its number among the document's printed tables, from 0.
    pub number: usize,
    pub columns: Vec<TableColumn>,
    pub head: Vec<Vec<HeadCell>>,
    pub rows: Vec<TableRow>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TableColumn {
    pub align: Align,
    /// The characters that the column would like, on one line.
    pub width: u32,
    /// The characters that it cannot do without: its longest number or word.
    pub least: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    Left,
    Center,
    Right,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TableRow {
    /// `unit`, `group`, `total` or `part`.
    pub kind: TableRowKind,
    pub level: usize,
    pub cells: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TableRowKind {
    Unit,
    Group,
    Total,
    Part,
}

/// Properties that every output of a document carries; the date stands for the clock (design: «Dates and bytes»).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Properties {
    pub title: String,
    pub author: String,
    pub year: i16,
    pub month: i8,
    pub day: i8,
}
