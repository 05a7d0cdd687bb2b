//! Cells laid out: the texts of many rows as one stretch of lines; heads, and texts that need several lines, each by
//! itself.

use std::collections::BTreeMap;
use std::rc::Rc;

use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::{Content, NativeElement, Smart, Str, StyleChain, Styles};
use typst::introspection::Locator;
use typst::layout::{
    Abs, Alignment, Axes, FixedAlignment, Frame, FrameItem, HAlignment, Point, Region, Sides, Size,
};
use typst::model::TableCell;
use typst::text::{TextElem, TextItem};
use typst_layout::layout_frame;

use super::body::Body;
use super::grid::Grid;

/// One cell, laid out.
pub enum Laid {
    Empty,
    /// A text on one line.
    Line(Rc<Line>),
    /// Anything else, with the space around it.
    Block(Frame),
}

/// A text on one line: its runs, placed from the line's upper left corner.
pub struct Line {
    runs: Vec<(Point, TextItem)>,
    width: Abs,
    height: Abs,
}

impl Line {
    fn says(&self, text: &str) -> bool {
        let mut rest = text.trim();
        let runs = self.runs.iter().map(|(_, run)| run.text.as_str());
        runs.into_iter().all(|run| match rest.strip_prefix(run.trim_end()) {
            Some(after) => {
                rest = after.trim_start();
                true
            }
            None => false,
        }) && rest.is_empty()
    }
}

/// A row with its cells, each with the column that it begins in.
pub struct Row {
    pub y: usize,
    pub cells: Vec<(usize, Laid)>,
    pub height: Abs,
}

/// Lays cells out.
pub struct Measurer<'a> {
    grid: &'a Grid,
    body: &'a Body,
    locator: Locator<'a>,
    styles: StyleChain<'a>,
}

/// A text with the style of its row.
type Text<'a> = (&'a str, Option<&'a Styles>);

/// So many lines are laid out at once.
const LINES: usize = 400;

impl<'a> Measurer<'a> {
    pub fn new(grid: &'a Grid, body: &'a Body, locator: Locator<'a>, styles: StyleChain<'a>) -> Self {
        Self { grid, body, locator, styles }
    }

    /// The head.
    pub fn head(&self, engine: &mut Engine) -> SourceResult<Vec<Row>> {
        let mut rows: Vec<Row> = Vec::with_capacity(self.grid.head);
        for y in 0..self.grid.head {
            let mut row = Row { y, cells: Vec::new(), height: Abs::zero() };
            for x in 0..self.grid.columns() {
                let Some(cell) = self.grid.head_cell(x, y) else { continue };
                row.cells.push((x, Laid::Block(self.block(engine, &cell.body, (x, y), None)?)));
            }
            rows.push(row);
        }
        let heights = self.head_heights(&rows);
        rows.iter_mut().zip(&heights).for_each(|(row, height)| row.height = *height);
        // Now that the rows are as high as they are, every cell stands in them as its alignment says.
        for row in &mut rows {
            for (x, laid) in &mut row.cells {
                let Some(cell) = self.grid.head_cell(*x, row.y) else { continue };
                let height: Abs = heights.iter().skip(row.y).take(cell.rowspan.get()).sum();
                if !matches!(laid, Laid::Block(frame) if frame.height().approx_eq(height)) {
                    *laid = Laid::Block(self.block(engine, &cell.body, (*x, row.y), Some(height))?);
                }
            }
        }
        Ok(rows)
    }

    /// A cell over several rows only adds to the last of them what the others leave it short of.
    fn head_heights(&self, rows: &[Row]) -> Vec<Abs> {
        let mut heights = vec![Abs::zero(); rows.len()];
        for over_several in [false, true] {
            for row in rows {
                for (x, laid) in &row.cells {
                    let last = row.y + self.grid.spans(*x, row.y).1.get() - 1;
                    if (last > row.y) != over_several || last >= heights.len() {
                        continue;
                    }
                    let above: Abs = heights[row.y..last].iter().sum();
                    heights[last].set_max(self.height(laid) - above);
                }
            }
        }
        heights
    }

    /// All rows below the head. What several cells say is laid out once.
    pub fn body(&self, engine: &mut Engine) -> SourceResult<Vec<Row>> {
        let mut numbers: BTreeMap<(&str, Option<usize>), usize> = BTreeMap::new();
        let mut texts: Vec<Text> = Vec::new();
        for row in &self.body.rows {
            for text in row.cells.iter().map(Str::as_str).filter(|text| is_line(text)) {
                numbers.entry((text, row.look)).or_insert_with(|| {
                    texts.push((text, self.body.look(row)));
                    texts.len() - 1
                });
            }
        }
        let mut lines: Vec<Option<Rc<Line>>> = Vec::with_capacity(texts.len());
        for some in texts.chunks(LINES) {
            lines.extend(self.lines(engine, some)?);
        }
        let mut rows = Vec::with_capacity(self.grid.rows);
        for (at, row) in self.body.rows.iter().enumerate() {
            let y = self.grid.head + at;
            let mut cells = Vec::with_capacity(row.cells.len());
            for (x, text) in row.cells.iter().map(Str::as_str).enumerate().take(self.grid.columns()) {
                let line = numbers.get(&(text, row.look)).and_then(|number| lines[*number].clone());
                cells.push((x, self.laid(engine, (x, y), (text, self.body.look(row)), line)?));
            }
            rows.push(self.row(y, cells));
        }
        if let Some(under) = &self.body.under {
            let frame = self.framed(engine, under, self.grid.width(), None)?;
            let height = frame.height();
            rows.push(Row { y: self.grid.rows - 1, cells: vec![(0, Laid::Block(frame))], height });
        }
        Ok(rows)
    }

    /// A group's row as it stands at the top of a page that goes on with it: number and name, no figures.
    pub fn carried(&self, engine: &mut Engine, group: usize, continued: &str) -> SourceResult<Row> {
        let (row, names, y) = (&self.body.rows[group], self.body.names(), self.grid.head + group);
        let mut cells = Vec::with_capacity(row.cells.len());
        for (x, text) in row.cells.iter().enumerate().take(self.grid.columns()) {
            let text = match x.cmp(&names) {
                std::cmp::Ordering::Less => text.as_str().to_owned(),
                std::cmp::Ordering::Equal => format!("{text} {continued}"),
                std::cmp::Ordering::Greater => String::new(),
            };
            let text: Text = (&text, self.body.look(row));
            let line = if is_line(text.0) { self.lines(engine, &[text])?.pop().flatten() } else { None };
            cells.push((x, self.laid(engine, (x, y), text, line)?));
        }
        Ok(self.row(y, cells))
    }

    /// A text on the line that it was laid out on, if that fits its column.
    fn laid(
        &self,
        engine: &mut Engine,
        at: (usize, usize),
        text: Text,
        line: Option<Rc<Line>>,
    ) -> SourceResult<Laid> {
        if text.0.trim().is_empty() {
            return Ok(Laid::Empty);
        }
        match line {
            Some(line) if self.room(at.0).fits(line.width) => Ok(Laid::Line(line)),
            _ => Ok(Laid::Block(self.block(engine, &self.cell(at.0, text), at, None)?)),
        }
    }

    /// A row as high as its highest cell; texts over several lines stand in it as their column's alignment says.
    fn row(&self, y: usize, mut cells: Vec<(usize, Laid)>) -> Row {
        let mut height = Abs::zero();
        cells.iter().for_each(|(_, laid)| height.set_max(self.height(laid)));
        for (x, laid) in &mut cells {
            if let Laid::Block(frame) = laid {
                let align = Axes::new(FixedAlignment::Start, self.align(*x).y);
                frame.resize(Size::new(frame.width(), height), align);
            }
        }
        Row { y, cells, height }
    }

    fn align(&self, x: usize) -> Axes<FixedAlignment> {
        self.body.align.get(x).copied().unwrap_or(Axes::splat(FixedAlignment::Start))
    }

    fn height(&self, laid: &Laid) -> Abs {
        match laid {
            Laid::Empty => 2.0 * self.body.inset.y,
            Laid::Line(line) => line.height + 2.0 * self.body.inset.y,
            Laid::Block(frame) => frame.height(),
        }
    }

    /// The lines of some texts, in their order; nothing where a text has none of its own.
    fn lines(&self, engine: &mut Engine, texts: &[Text]) -> SourceResult<Vec<Option<Rc<Line>>>> {
        if texts.is_empty() {
            return Ok(Vec::new());
        }
        let mut content = Vec::new();
        for (at, same) in texts.chunk_by(|a, b| a.1 == b.1).enumerate() {
            let mut letters = String::new();
            for (number, (text, _)) in same.iter().enumerate() {
                if at + number > 0 {
                    letters.push('\n');
                }
                letters.push_str(text.trim());
            }
            content.push(styled(&letters, same[0].1));
        }
        let region = Region::new(Size::splat(Abs::inf()), Axes::splat(false));
        let content = Content::sequence(content);
        let frame = layout_frame(engine, &content, self.locator.relayout(), self.styles, region)?;
        let height = frame.height() / texts.len() as f64;
        let mut lines: Vec<Option<Line>> = texts.iter().map(|_| None).collect();
        take_runs(&frame, Point::zero(), &mut |at, run| {
            let number = (at.y / height).floor();
            let end = at.x + run.width();
            if let Some(line) = lines.get_mut(number as usize) {
                let line = line.get_or_insert_with(|| Line { runs: Vec::new(), width: Abs::zero(), height });
                line.width.set_max(end);
                line.runs.push((at - Point::with_y(height * number), run.clone()));
            }
        });
        // Were a line cut in the wrong place, its cell would say what another says.
        let checked = lines.into_iter().zip(texts);
        let checked = checked.map(|(line, (text, _))| line.filter(|line| line.says(text)).map(Rc::new));
        Ok(checked.collect())
    }

    /// The room for a text in a column.
    fn room(&self, x: usize) -> Abs {
        self.grid.widths[x] - 2.0 * self.body.inset.x
    }

    /// A text as a cell of the typesetter's own.
    fn cell(&self, x: usize, text: Text) -> Content {
        let align = Alignment::H(match self.align(x).x {
            FixedAlignment::Start => HAlignment::Left,
            FixedAlignment::Center => HAlignment::Center,
            FixedAlignment::End => HAlignment::Right,
        });
        let Axes { x: across, y: down } = self.body.inset;
        let inset = Sides::new(across, down, across, down).map(|side| Some(side.into()));
        TableCell::new(styled(text.0, text.1))
            .with_inset(Smart::Custom(inset))
            .with_align(Smart::Custom(align))
            .pack()
    }

    /// A cell by itself: as high as it likes, or in a row of this height.
    fn block(
        &self,
        engine: &mut Engine,
        cell: &Content,
        (x, y): (usize, usize),
        height: Option<Abs>,
    ) -> SourceResult<Frame> {
        let columns = self.grid.spans(x, y).0.get();
        let width = self.grid.widths.iter().skip(x).take(columns).sum();
        self.framed(engine, cell, width, height)
    }

    fn framed(
        &self,
        engine: &mut Engine,
        body: &Content,
        width: Abs,
        height: Option<Abs>,
    ) -> SourceResult<Frame> {
        let size = Size::new(width, height.unwrap_or(Abs::inf()));
        let region = Region::new(size, Axes::new(true, height.is_some()));
        layout_frame(engine, body, self.locator.relayout(), self.styles, region)
    }

    /// Puts a laid-out cell on the page, its upper left corner at a place.
    pub fn put(&self, onto: &mut Frame, at: Point, x: usize, row: &Row, laid: &Laid) {
        match laid {
            Laid::Empty => {}
            Laid::Block(frame) => onto.push_frame(at, frame.clone()),
            Laid::Line(line) => {
                let inset = self.body.inset;
                let free = Size::new(self.room(x) - line.width, row.height - 2.0 * inset.y - line.height);
                let align = self.align(x);
                let at = at
                    + Point::new(inset.x, inset.y)
                    + Point::new(align.x.position(free.x), align.y.position(free.y));
                for (offset, run) in &line.runs {
                    onto.push(at + *offset, FrameItem::Text(run.clone()));
                }
            }
        }
    }
}

fn styled(text: &str, look: Option<&Styles>) -> Content {
    let text = TextElem::packed(text);
    match look {
        Some(look) => text.styled_with_map(look.clone()),
        None => text,
    }
}

/// Whether a text has letters, and none that ask for a line of their own.
fn is_line(text: &str) -> bool {
    let breaks = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    !text.trim().is_empty() && !text.contains(breaks)
}

/// Every run of text in a frame, from top to bottom and from left to right.
fn take_runs(frame: &Frame, origin: Point, take: &mut impl FnMut(Point, &TextItem)) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Text(run) => take(origin + *at, run),
            FrameItem::Group(group) => take_runs(&group.frame, origin + *at, take),
            _ => {}
        }
    }
}
