//! What stands on the laid-out pages, as a reader with a ruler would note it down: lines of text, the blocks that they
//! belong to, drawn rules and frames. Lengths in millimetres from the paper's left and top edge.

#![expect(clippy::float_arithmetic, reason = "page geometry is measured in millimetres, not in figures")]

use std::collections::BTreeMap;

/// Everything printed of one file, in reading order.
#[derive(Debug, Clone, Default)]
pub struct Printed {
    pub lines: Vec<PrintedLine>,
    /// One for every page on which a block has a part.
    pub blocks: Vec<PrintedBlock>,
    /// Drawn lines outside tables.
    pub rules: Vec<DrawnRule>,
    /// Drawn frames outside tables.
    pub frames: Vec<DrawnFrame>,
    /// Text that stands where it cannot be read.
    pub overprinted: Vec<Overprinted>,
    /// Tables whose numbers do not fit their columns: the page and the table's number.
    pub too_wide: Vec<(usize, usize)>,
    /// The page (from 1) on which a figure stands, by the figure's number.
    pub figure_pages: BTreeMap<usize, usize>,
    /// The page on which a table begins, by the table's number.
    pub table_pages: BTreeMap<usize, usize>,
    /// Width and height of every page.
    pub paper_mm: Vec<(f64, f64)>,
}

/// A stretch of text that stands where it cannot be read.
#[derive(Debug, Clone)]
pub struct Overprinted {
    pub page: usize,
    pub component: String,
    pub block: Option<usize>,
    pub text: String,
    pub over: Over,
}

/// What a stretch of text stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// It begins left of where the text before it on the same baseline ends.
    Text,
    /// The line between two cells of a table.
    Border,
    /// The edge of the paper, or so near it that no printer reaches.
    Edge,
}

/// Text on one baseline within one component.
#[derive(Debug, Clone)]
pub struct PrintedLine {
    /// The PDF's sheet, from 1.
    pub page: usize,
    /// The component's name in `nd30.yaml`; empty for text outside any.
    pub component: String,
    /// The number of its paragraph or table among those of the file; none for what the layout adds (page numbers).
    pub block: Option<usize>,
    pub text: String,
    /// The largest size on the line, in points.
    pub size_pt: f64,
    pub bold: bool,
    pub italic: bool,
    pub font: String,
    /// The line's start and end, and its baseline.
    pub left_mm: f64,
    pub right_mm: f64,
    pub baseline_mm: f64,
    /// Characters that the font has no glyph for.
    pub missing: String,
    /// The same text in stretches of one style.
    pub pieces: Vec<PrintedPiece>,
}

/// A stretch of text in one style.
#[derive(Debug, Clone, PartialEq)]
pub struct PrintedPiece {
    pub text: String,
    pub size_pt: f64,
    pub bold: bool,
    pub italic: bool,
    pub font: String,
    /// Red, green, blue.
    pub colour: [u8; 3],
}

impl PrintedPiece {
    /// Whether it is more than blanks.
    pub fn is_written(&self) -> bool {
        !self.text.trim().is_empty()
    }
}

impl PrintedLine {
    pub fn centre_mm(&self) -> f64 {
        f64::midpoint(self.left_mm, self.right_mm)
    }
}

/// The room that a block takes on one page.
#[derive(Debug, Clone, PartialEq)]
pub struct PrintedBlock {
    pub page: usize,
    pub component: String,
    pub block: Option<usize>,
    pub left_mm: f64,
    pub right_mm: f64,
    pub top_mm: f64,
    pub bottom_mm: f64,
}

impl PrintedBlock {
    pub fn centre_mm(&self) -> f64 {
        f64::midpoint(self.left_mm, self.right_mm)
    }
}

/// A horizontal line under or over a component.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnRule {
    pub page: usize,
    pub component: String,
    pub block: Option<usize>,
    pub left_mm: f64,
    pub right_mm: f64,
    pub y_mm: f64,
    pub thickness_pt: f64,
    pub colour: [u8; 3],
    /// Whether it is one unbroken stroke.
    pub solid: bool,
}

impl DrawnRule {
    pub fn length_mm(&self) -> f64 {
        self.right_mm - self.left_mm
    }

    pub fn centre_mm(&self) -> f64 {
        f64::midpoint(self.left_mm, self.right_mm)
    }
}

/// A frame around a component.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnFrame {
    pub page: usize,
    pub component: String,
    pub block: Option<usize>,
    pub left_mm: f64,
    pub top_mm: f64,
    pub width_mm: f64,
    pub height_mm: f64,
    pub thickness_pt: f64,
    pub colour: [u8; 3],
}
