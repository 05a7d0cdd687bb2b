//! Reads laid-out pages: lines of text with size, style, place and component, blocks, drawn rules and frames.

#![expect(clippy::float_arithmetic, reason = "page geometry is measured in points, not in figures")]

use std::collections::BTreeMap;

use typst::foundations::{Label, Value};
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{Abs, Frame, FrameItem, Point, Size};
use typst::text::FontStyle;
use typst::visualize::{Geometry, Paint, Shape};
use typst_layout::PagedDocument;

use super::data::read_label;
use crate::model::printed::{
    DrawnFrame, DrawnRule, Over, Overprinted, Printed, PrintedBlock, PrintedLine, PrintedPiece,
};

/// Two runs of text lie on one line when their baselines differ by less than this.
const SAME_BASELINE_PT: f64 = 0.5;
/// A thinner stroke is not seen on paper.
const THINNEST_PT: f64 = 0.1;
/// A gap wider than this part of the size is a blank (table cells apart from each other).
const BLANK_EM: f64 = 0.15;
/// The component whose drawn lines are the grid of a table.
const TABLE: &str = "bang";

/// Reads the lines of a laid-out document.
pub fn of(document: &PagedDocument) -> Printed {
    let mut printed = Printed::default();
    for (index, page) in document.pages().iter().enumerate() {
        let mut walk = Walk {
            page: index + 1,
            runs: Vec::new(),
            borders: Vec::new(),
            blocks: &mut printed.blocks,
            rules: &mut printed.rules,
            frames: &mut printed.frames,
            figure_pages: &mut printed.figure_pages,
            table_pages: &mut printed.table_pages,
            too_wide: &mut printed.too_wide,
        };
        walk.frame(&page.frame, Point::zero(), &Within::default());
        let Walk { runs, borders, .. } = walk;
        printed.overprinted.extend(overprinted(&runs, index + 1, page.frame.size()));
        printed.overprinted.extend(over_borders(&runs, borders, index + 1));
        printed.lines.extend(joined(runs, index + 1));
        printed.paper_mm.push((page.frame.width().to_mm(), page.frame.height().to_mm()));
    }
    printed
}

/// The component that something stands in.
#[derive(Default, Clone)]
struct Within {
    component: String,
    block: Option<usize>,
}

impl Within {
    fn labelled(label: Label) -> Self {
        let label = label.resolve();
        let (component, block) = read_label(label.as_str());
        Self { component: component.to_owned(), block }
    }
}

struct PlacedRun {
    component: String,
    block: Option<usize>,
    text: String,
    at: Point,
    end: Abs,
    size: f64,
    bold: bool,
    italic: bool,
    font: String,
    colour: [u8; 3],
    missing: String,
}

/// An upright line, in points.
struct Border {
    x: f64,
    top: f64,
    foot: f64,
}

impl PlacedRun {
    fn over(&self, over: Over, page: usize) -> Overprinted {
        let (component, text) = (self.component.clone(), self.text.clone());
        Overprinted { page, component, block: self.block, text, over }
    }
}

struct Walk<'a> {
    page: usize,
    runs: Vec<PlacedRun>,
    /// The upright lines between the cells of tables.
    borders: Vec<Border>,
    blocks: &'a mut Vec<PrintedBlock>,
    rules: &'a mut Vec<DrawnRule>,
    frames: &'a mut Vec<DrawnFrame>,
    figure_pages: &'a mut BTreeMap<usize, usize>,
    table_pages: &'a mut BTreeMap<usize, usize>,
    too_wide: &'a mut Vec<(usize, usize)>,
}

impl Walk<'_> {
    fn frame(&mut self, frame: &Frame, origin: Point, within: &Within) {
        for (offset, item) in frame.items() {
            let at = origin + *offset;
            match item {
                // The layout only moves groups, it never turns or scales them.
                FrameItem::Group(group) => {
                    let shift = Point::new(group.transform.tx, group.transform.ty);
                    let at = at + shift;
                    match group.label {
                        None => self.frame(&group.frame, at, within),
                        Some(label) => {
                            let within = Within::labelled(label);
                            self.block(at, group.frame.size(), &within);
                            self.frame(&group.frame, at, &within);
                        }
                    }
                }
                FrameItem::Text(text) => {
                    let info = text.font.font().info();
                    let missing = text
                        .glyphs
                        .iter()
                        .filter(|glyph| glyph.id == 0)
                        .filter_map(|glyph| text.text.get(glyph.range()))
                        .collect();
                    self.runs.push(PlacedRun {
                        component: within.component.clone(),
                        block: within.block,
                        text: text.text.to_string(),
                        at,
                        end: at.x + text.width(),
                        size: text.size.to_pt(),
                        bold: info.variant.weight.to_number() >= 600,
                        italic: info.variant.style != FontStyle::Normal,
                        font: info.family.clone(),
                        colour: rgb(&text.fill),
                        missing,
                    });
                }
                FrameItem::Shape(shape, _) if within.component == TABLE => self.border(shape, at),
                FrameItem::Shape(shape, _) => self.shape(shape, at, within),
                FrameItem::Tag(Tag::Start(element, _)) => self.mark(element),
                _ => {}
            }
        }
    }

    fn block(&mut self, at: Point, size: Size, within: &Within) {
        self.blocks.push(PrintedBlock {
            page: self.page,
            component: within.component.clone(),
            block: within.block,
            left_mm: at.x.to_mm(),
            right_mm: (at.x + size.x).to_mm(),
            top_mm: at.y.to_mm(),
            bottom_mm: (at.y + size.y).to_mm(),
        });
    }

    fn border(&mut self, shape: &Shape, at: Point) {
        if let Geometry::Line(to) = &shape.geometry
            && to.x.to_pt().abs() < SAME_BASELINE_PT
        {
            let (top, foot) = (at.y.min(at.y + to.y), at.y.max(at.y + to.y));
            self.borders.push(Border { x: at.x.to_pt(), top: top.to_pt(), foot: foot.to_pt() });
        }
    }

    /// A stroked line or rectangle.
    fn shape(&mut self, shape: &Shape, at: Point, within: &Within) {
        let Some(stroke) = &shape.stroke else { return };
        let (component, colour) = (within.component.clone(), rgb(&stroke.paint));
        let thickness_pt = stroke.thickness.to_pt();
        match &shape.geometry {
            // A stroke that cannot be seen, or that slants, is no rule line.
            Geometry::Line(to) if thickness_pt < THINNEST_PT || to.y.to_pt().abs() > SAME_BASELINE_PT => {}
            Geometry::Line(to) => self.rules.push(DrawnRule {
                page: self.page,
                component,
                block: within.block,
                left_mm: at.x.min(at.x + to.x).to_mm(),
                right_mm: at.x.max(at.x + to.x).to_mm(),
                y_mm: at.y.to_mm(),
                thickness_pt,
                colour,
                solid: stroke.dash.is_none(),
            }),
            Geometry::Rect(size) => self.frames.push(DrawnFrame {
                page: self.page,
                component,
                block: within.block,
                left_mm: at.x.to_mm(),
                top_mm: at.y.to_mm(),
                width_mm: size.x.to_mm(),
                height_mm: size.y.to_mm(),
                thickness_pt,
                colour,
            }),
            Geometry::Curve(_) => {}
        }
    }

    /// The layout puts `metadata(("figure", n))` in front of every figure, `("table", n)` before every table, and
    /// `("too-wide", n)` before one whose numbers do not fit their columns.
    fn mark(&mut self, element: &typst::foundations::Content) {
        let Some(metadata) = element.to_packed::<MetadataElem>() else { return };
        let Value::Array(pair) = &metadata.value else { return };
        let [Value::Str(kind), Value::Int(number)] = pair.as_slice() else { return };
        let Ok(number) = usize::try_from(*number) else { return };
        match kind.as_str() {
            "figure" => {
                self.figure_pages.entry(number).or_insert(self.page);
            }
            "table" => {
                self.table_pages.entry(number).or_insert(self.page);
            }
            "too-wide" => self.too_wide.push((self.page, number)),
            _ => {}
        }
    }
}

/// Runs that overlap their left neighbour by more than a hair, or lie beyond the paper, where no printer reaches.
fn overprinted(runs: &[PlacedRun], page: usize, paper: Size) -> Vec<Overprinted> {
    const HAIR_PT: f64 = 1.0;
    /// Printers leave this much at the edge.
    const UNPRINTABLE_PT: f64 = 12.0;
    let mut in_order: Vec<&PlacedRun> = runs.iter().filter(|run| !run.text.trim().is_empty()).collect();
    in_order.sort_by(|a, b| a.at.y.to_pt().total_cmp(&b.at.y.to_pt()));
    // A box on the line sits a fraction of a point off: order within a baseline goes by place alone.
    for line in in_order.chunk_by_mut(|a, b| (b.at.y - a.at.y).to_pt().abs() < SAME_BASELINE_PT) {
        line.sort_by(|a, b| a.at.x.to_pt().total_cmp(&b.at.x.to_pt()));
    }
    let overlaps = in_order.windows(2).filter(|pair| {
        (pair[1].at.y - pair[0].at.y).to_pt().abs() < SAME_BASELINE_PT
            && (pair[0].end - pair[1].at.x).to_pt() > HAIR_PT
    });
    let beyond = in_order.iter().filter(|run| {
        let (right, foot) = ((paper.x - run.end).to_pt(), (paper.y - run.at.y).to_pt());
        right < 0.0 || foot < UNPRINTABLE_PT || run.at.y.to_pt() - run.size < 0.0
    });
    let over_text = overlaps.map(|pair| pair[1].over(Over::Text, page));
    over_text.chain(beyond.map(|run| run.over(Over::Edge, page))).collect()
}

/// Text in a table that runs over the line between two cells.
fn over_borders(runs: &[PlacedRun], mut borders: Vec<Border>, page: usize) -> Vec<Overprinted> {
    const HAIR_PT: f64 = 1.0;
    borders.sort_by(|a, b| a.x.total_cmp(&b.x));
    let crossed = runs.iter().filter(|run| {
        let (from, to, baseline) = (run.at.x.to_pt() + HAIR_PT, run.end.to_pt() - HAIR_PT, run.at.y.to_pt());
        let first = borders.partition_point(|border| border.x < from);
        let inside = borders[first..].iter().take_while(|border| border.x < to);
        run.component == TABLE && !run.text.trim().is_empty() && { inside }
            .any(|border| (border.top..border.foot).contains(&baseline))
    });
    crossed.map(|run| run.over(Over::Border, page)).collect()
}

impl PrintedPiece {
    fn of(run: &PlacedRun) -> Self {
        Self {
            text: run.text.clone(),
            size_pt: run.size,
            bold: run.bold,
            italic: run.italic,
            font: run.font.clone(),
            colour: run.colour,
        }
    }

    fn same_style(&self, run: &PlacedRun) -> bool {
        (self.bold, self.italic, self.colour) == (run.bold, run.italic, run.colour)
            && self.size_pt.total_cmp(&run.size).is_eq()
            && self.font == run.font
    }
}

/// The colour of a paint; a gradient or pattern counts as no colour that any rule allows.
fn rgb(paint: &Paint) -> [u8; 3] {
    const NONE: [u8; 3] = [1, 2, 3];
    match paint {
        Paint::Solid(colour) => {
            let [red, green, blue, opacity] = colour.to_vec4_u8();
            // What shines through is no black.
            if opacity == u8::MAX { [red, green, blue] } else { NONE }
        }
        _ => NONE,
    }
}

/// Joins runs on one baseline within one component.
fn joined(runs: Vec<PlacedRun>, page: usize) -> Vec<PrintedLine> {
    let mut lines: Vec<PrintedLine> = Vec::new();
    let mut baseline = Abs::zero();
    let mut end = Abs::zero();
    for run in runs {
        let same = lines.last().is_some_and(|line| line.component == run.component)
            && lines.last().is_some_and(|line| line.block == run.block)
            && (run.at.y - baseline).to_pt().abs() < SAME_BASELINE_PT
            && run.at.x.to_pt() > end.to_pt() - SAME_BASELINE_PT;
        match lines.last_mut().filter(|_| same) {
            Some(line) => {
                let needs_blank = (run.at.x - end).to_pt() > BLANK_EM * run.size && !line.text.ends_with(' ');
                let blank = if needs_blank { " " } else { "" };
                line.text.push_str(blank);
                line.text.push_str(&run.text);
                match line.pieces.last_mut().filter(|last| last.same_style(&run)) {
                    Some(last) => {
                        last.text.push_str(blank);
                        last.text.push_str(&run.text);
                    }
                    None => line.pieces.push(PrintedPiece::of(&run)),
                }
                line.missing.push_str(&run.missing);
                line.size_pt = line.size_pt.max(run.size);
                line.bold &= run.bold;
                line.italic &= run.italic;
                line.right_mm = run.end.to_mm();
            }
            None => lines.push(PrintedLine {
                page,
                pieces: vec![PrintedPiece::of(&run)],
                component: run.component,
                block: run.block,
                text: run.text,
                size_pt: run.size,
                bold: run.bold,
                italic: run.italic,
                font: run.font,
                left_mm: run.at.x.to_mm(),
                right_mm: run.end.to_mm(),
                baseline_mm: run.at.y.to_mm(),
                missing: run.missing,
            }),
        }
        baseline = run.at.y;
        end = run.end;
    }
    lines
}
