//! Pages as printed lines: text with size, style, place and the component that it belongs to.

#![expect(clippy::float_arithmetic, reason = "page geometry is measured in points, not in figures")]

use std::collections::BTreeMap;

use typst::foundations::{Label, Value};
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{Abs, Frame, FrameItem, Point, Size};
use typst::text::FontStyle;
use typst_layout::PagedDocument;

/// Everything printed, in reading order.
#[derive(Debug, Clone, Default)]
pub struct Printed {
    pub lines: Vec<PrintedLine>,
    /// Text that begins left of where the text before it on the same baseline ends, or leaves the paper.
    pub overprinted: Vec<Overprinted>,
    /// Tables whose numbers do not fit their columns: the page and the number of columns.
    pub too_wide: Vec<(usize, usize)>,
    /// The page (from 1) on which a figure stands, by the figure's number.
    pub figure_pages: BTreeMap<usize, usize>,
    /// The page on which a table begins, by the table's number.
    pub table_pages: BTreeMap<usize, usize>,
    /// Width and height of every page in millimetres.
    pub paper_mm: Vec<(f64, f64)>,
}

/// A stretch of text that stands where it cannot be read.
#[derive(Debug, Clone)]
pub struct Overprinted {
    pub page: usize,
    pub text: String,
}

/// Text on one baseline within one component.
#[derive(Debug, Clone)]
pub struct PrintedLine {
    /// The PDF's sheet, from 1.
    pub page: usize,
    /// The component's name in `nd30.yaml`; empty for text outside any.
    pub component: String,
    pub text: String,
    /// The largest size on the line, in points.
    pub size_pt: f64,
    pub bold: bool,
    pub italic: bool,
    pub font: String,
    /// From the paper's left and top edge to the line's start and baseline, and where it ends.
    pub left_mm: f64,
    pub right_mm: f64,
    pub baseline_mm: f64,
    /// Characters that the font has no glyph for.
    pub missing: String,
}

/// Two runs of text lie on one line when their baselines differ by less than this.
const SAME_BASELINE_PT: f64 = 0.5;
/// A gap wider than this part of the size is a blank (table cells apart from each other).
const BLANK_EM: f64 = 0.15;

/// Reads the lines of a laid-out document.
pub fn of(document: &PagedDocument) -> Printed {
    let mut printed = Printed::default();
    for (index, page) in document.pages().iter().enumerate() {
        let mut walk = Walk {
            page: index + 1,
            runs: Vec::new(),
            figure_pages: &mut printed.figure_pages,
            table_pages: &mut printed.table_pages,
            too_wide: &mut printed.too_wide,
        };
        walk.frame(&page.frame, Point::zero(), None);
        let runs = walk.runs;
        printed.overprinted.extend(overprinted(&runs, index + 1, page.frame.size()));
        printed.lines.extend(joined(runs, index + 1));
        printed.paper_mm.push((page.frame.width().to_mm(), page.frame.height().to_mm()));
    }
    printed
}

struct PlacedRun {
    component: String,
    text: String,
    at: Point,
    end: Abs,
    size: f64,
    bold: bool,
    italic: bool,
    font: String,
    missing: String,
}

struct Walk<'a> {
    page: usize,
    runs: Vec<PlacedRun>,
    figure_pages: &'a mut BTreeMap<usize, usize>,
    table_pages: &'a mut BTreeMap<usize, usize>,
    too_wide: &'a mut Vec<(usize, usize)>,
}

impl Walk<'_> {
    fn frame(&mut self, frame: &Frame, origin: Point, component: Option<Label>) {
        for (offset, item) in frame.items() {
            let at = origin + *offset;
            match item {
                // The layout only moves groups, it never turns or scales them.
                FrameItem::Group(group) => {
                    let shift = Point::new(group.transform.tx, group.transform.ty);
                    self.frame(&group.frame, at + shift, group.label.or(component));
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
                        component: component
                            .map(|label| label.resolve().as_str().trim_start_matches("c-").to_owned())
                            .unwrap_or_default(),
                        text: text.text.to_string(),
                        at,
                        end: at.x + text.width(),
                        size: text.size.to_pt(),
                        bold: info.variant.weight.to_number() >= 600,
                        italic: info.variant.style != FontStyle::Normal,
                        font: info.family.clone(),
                        missing,
                    });
                }
                FrameItem::Tag(Tag::Start(element, _)) => self.mark(element),
                _ => {}
            }
        }
    }

    /// The layout puts `metadata(("figure", n))` in front of every figure, `("table", n)` before every table, and
    /// `("too-wide", columns)` before one whose numbers do not fit their columns.
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
    let found = overlaps.map(|pair| pair[1].text.clone()).chain(beyond.map(|run| run.text.clone()));
    found.map(|text| Overprinted { page, text }).collect()
}

/// Joins runs on one baseline within one component.
fn joined(runs: Vec<PlacedRun>, page: usize) -> Vec<PrintedLine> {
    let mut lines: Vec<PrintedLine> = Vec::new();
    let mut baseline = Abs::zero();
    let mut end = Abs::zero();
    for run in runs {
        let same = lines.last().is_some_and(|line| line.component == run.component)
            && (run.at.y - baseline).to_pt().abs() < SAME_BASELINE_PT
            && run.at.x.to_pt() > end.to_pt() - SAME_BASELINE_PT;
        match lines.last_mut().filter(|_| same) {
            Some(line) => {
                if (run.at.x - end).to_pt() > BLANK_EM * run.size && !line.text.ends_with(' ') {
                    line.text.push(' ');
                }
                line.text.push_str(&run.text);
                line.missing.push_str(&run.missing);
                line.size_pt = line.size_pt.max(run.size);
                line.bold &= run.bold;
                line.italic &= run.italic;
                line.right_mm = run.end.to_mm();
            }
            None => lines.push(PrintedLine {
                page,
                component: run.component,
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
