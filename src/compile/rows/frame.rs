//! One page of a table drawn: its lines, then its cells in reading order, marked for the PDF's structure.

use std::sync::Arc;

use typst::foundations::Packed;
use typst::introspection::{Location, Tag, TagFlags};
use typst::layout::{Abs, Frame, FrameItem, Point, Regions, Size};
use typst::model::{TableCell, TableElem};
use typst::syntax::Span;
use typst::utils::hash128;
use typst::visualize::{Geometry, Stroke};

use super::cells::{Measurer, Row};
use super::grid::Grid;

/// Marks that only the PDF's structure reads: nothing in the layout's sources asks for them.
const FLAGS: TagFlags = TagFlags { introspectable: false, tagged: true };

/// Draws the pages of a table.
pub struct Painter<'a> {
    grid: &'a Grid,
    measurer: &'a Measurer<'a>,
    /// Where the table stands; nothing leaves its cells unmarked.
    place: Option<Location>,
}

/// A row on its page.
struct Placed<'a> {
    row: &'a Row,
    top: Abs,
    /// Whether it stands on an earlier page already.
    is_repeated: bool,
}

type Edge<'a> = Option<&'a Arc<Stroke<Abs>>>;

impl<'a> Painter<'a> {
    pub fn new(grid: &'a Grid, measurer: &'a Measurer<'a>, place: Option<Location>) -> Self {
        Self { grid, measurer, place }
    }

    /// A page on which nothing of the table stands.
    pub fn blank(&self) -> Frame {
        Frame::soft(Size::new(self.grid.width(), Abs::zero()))
    }

    /// A page with the head, the groups that go on, and rows.
    pub fn page(
        &self,
        regions: &Regions,
        head: &[Row],
        repeats_head: bool,
        carried: &[Row],
        body: &[Row],
        number: usize,
    ) -> Frame {
        let head = head.iter().map(|row| (row, repeats_head));
        let carried = carried.iter().map(|row| (row, true));
        let mut rows = Vec::new();
        let mut top = Abs::zero();
        for (row, is_repeated) in head.chain(carried).chain(body.iter().map(|row| (row, false))) {
            rows.push(Placed { row, top, is_repeated });
            top += row.height;
        }
        let mut frame = Frame::soft(Size::new(self.grid.width(), top.min(regions.size.y)));
        self.lines(&mut frame, &rows, top);
        for placed in &rows {
            self.cells(&mut frame, placed, number);
        }
        frame
    }

    fn cells(&self, frame: &mut Frame, placed: &Placed, page: usize) {
        let row = placed.row;
        for (x, laid) in &row.cells {
            let at = Point::new(self.grid.widths.iter().take(*x).sum(), placed.top);
            let mark = self.mark(*x, row.y, placed.is_repeated, page);
            let location = mark.as_ref().and_then(Packed::location);
            if let Some(cell) = mark {
                frame.push(at, FrameItem::Tag(Tag::Start(cell.pack(), FLAGS)));
            }
            self.measurer.put(frame, at, *x, row, laid);
            if let Some(location) = location {
                frame.push(at, FrameItem::Tag(Tag::End(location, location.hash(), FLAGS)));
            }
        }
    }

    /// The cell as an element of the PDF's structure, of which a head that is printed again is no part.
    fn mark(&self, x: usize, y: usize, is_repeated: bool, page: usize) -> Option<Packed<TableCell>> {
        let place = self.place?;
        let mut cell = self.grid.mark(x, y);
        cell.is_repeated.set(is_repeated);
        cell.set_location(Location::new(hash128(&(place.hash(), x, y, is_repeated.then_some(page)))));
        Some(cell)
    }

    /// Marks where the table begins and ends.
    pub fn enclose(pages: &mut [Frame], mut table: Packed<TableElem>, place: Location) {
        table.set_location(place);
        // A page without rows must stay without anything, or what announces the table stands there alone.
        if let Some(first) = pages.iter_mut().find(|page| !page.is_empty()) {
            first.prepend(Point::zero(), FrameItem::Tag(Tag::Start(table.pack(), FLAGS)));
        }
        if let Some(last) = pages.last_mut() {
            last.push(Point::zero(), FrameItem::Tag(Tag::End(place, place.hash(), FLAGS)));
        }
    }

    /// The lines between the cells: upright ones first, each as long as it goes on.
    fn lines(&self, frame: &mut Frame, rows: &[Placed], foot: Abs) {
        let mut x = Abs::zero();
        for column in 0..=self.grid.columns() {
            let edges = rows.iter().map(|placed| (placed.row.height, self.upright(column, placed.row.y)));
            draw(frame, edges, |along| Point::new(x, along), Point::with_y);
            x += self.grid.widths.get(column).copied().unwrap_or_default();
        }
        for at in 0..=rows.len() {
            let y = rows.get(at).map_or(foot, |placed| placed.top);
            let above = at.checked_sub(1).and_then(|above| rows.get(above)).map(|placed| placed.row.y);
            let below = rows.get(at).map(|placed| placed.row.y);
            let widths = self.grid.widths.iter().enumerate();
            let edges = widths.map(|(column, width)| (*width, self.level(column, above, below)));
            draw(frame, edges, |along| Point::new(along, y), Point::with_x);
        }
    }

    /// The stroke left of a column, unless a cell lies across.
    fn upright(&self, column: usize, y: usize) -> Edge<'a> {
        let left = column.checked_sub(1);
        let right = (column < self.grid.columns()).then_some(column);
        if let (Some(left), Some(right)) = (left, right)
            && self.grid.covering(left, y) == self.grid.covering(right, y)
        {
            return None;
        }
        let own = left.and_then(|left| self.grid.strokes(left, y).right);
        own.or_else(|| right.and_then(|right| self.grid.strokes(right, y).left))
    }

    /// The stroke between two rows that follow each other on the page, unless a cell lies across.
    fn level(&self, column: usize, above: Option<usize>, below: Option<usize>) -> Edge<'a> {
        if let (Some(above), Some(below)) = (above, below)
            && self.grid.covering(column, above) == self.grid.covering(column, below)
        {
            return None;
        }
        let own = above.and_then(|y| self.grid.strokes(column, y).bottom);
        own.or_else(|| below.and_then(|y| self.grid.strokes(column, y).top))
    }
}

/// Draws the edges of one line, joining those that follow each other in one stroke. A line is longer than its cells by
/// its own thickness, so that corners close.
fn draw<'a>(
    frame: &mut Frame,
    edges: impl Iterator<Item = (Abs, Edge<'a>)>,
    place: impl Fn(Abs) -> Point,
    reach: impl Fn(Abs) -> Point,
) {
    let (mut from, mut to) = (Abs::zero(), Abs::zero());
    let mut current: Edge<'a> = None;
    let finish = |frame: &mut Frame, stroke: Edge<'a>, from: Abs, to: Abs| {
        let Some(stroke) = stroke else { return };
        let stroke = stroke.as_ref().clone().unwrap_or_default();
        let (thickness, half) = (stroke.thickness, stroke.thickness / 2.0);
        let line = Geometry::Line(reach(to - from + thickness)).stroked(stroke);
        frame.push(place(from - half), FrameItem::Shape(line, Span::detached()));
    };
    for (length, edge) in edges {
        if edge != current {
            finish(frame, current, from, to);
            (current, from) = (edge, to);
        }
        to += length;
    }
    finish(frame, current, from, to);
}
