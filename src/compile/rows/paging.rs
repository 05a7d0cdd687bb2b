//! Rows to pages: what must stay together does, the head stands on every page, a group that goes on is named again.

use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::StyleChain;
use typst::introspection::Location;
use typst::layout::{Abs, Fragment, Regions};

use super::body::{Body, RowKind};
use super::cells::{Measurer, Row};
use super::frame::Painter;
use super::grid::Grid;
use super::keep;

/// Lays a table out on as many pages as it needs.
pub fn pages(
    engine: &mut Engine,
    body: &Body,
    grid: &Grid,
    measurer: &Measurer,
    place: Location,
    styles: StyleChain,
    mut regions: Regions,
) -> SourceResult<Fragment> {
    let head = measurer.head(engine)?;
    let rows = measurer.body(engine)?;
    let kinds: Vec<RowKind> = body.rows.iter().map(|row| row.kind).collect();
    let heights: Vec<Abs> = rows.iter().map(|row| row.height).collect();
    let mut leads = keep::leading(&kinds, &heights, &body.keep, height(&head));
    if body.under.is_some()
        && let Some(last) = leads.last_mut()
    {
        *last = true;
    }
    let painter = Painter::new(grid, measurer, body.is_tagged.then_some(place));
    let mut pages = Vec::new();
    let mut at = 0;
    let mut has_head = false;
    loop {
        let is_repeated = has_head;
        let top: &[Row] = if !is_repeated || grid.repeats_head { &head } else { &[] };
        let mut carried = Vec::new();
        if let Some(words) = &body.continued {
            for group in if at > 0 { keep::open_groups(&kinds, at) } else { Vec::new() } {
                carried.push(measurer.carried(engine, group, words)?);
            }
        }
        let end = fitting(&heights, &leads, at, height(top) + height(&carried), &regions);
        if end > at || rows.is_empty() {
            pages.push(painter.page(&regions, top, is_repeated, &carried, &rows[at..end], pages.len()));
            has_head = true;
        } else {
            // Nothing fits under what stands on this page already.
            pages.push(painter.blank());
        }
        at = end;
        if at == rows.len() {
            break;
        }
        regions.next();
    }
    if body.is_tagged {
        Painter::enclose(&mut pages, grid.element(engine, styles)?, place);
    }
    Ok(Fragment::frames(pages))
}

/// Where the page ends that begins with a row and has this much above it.
fn fitting(heights: &[Abs], leads: &[bool], from: usize, above: Abs, regions: &Regions) -> usize {
    let leads = |at: usize| leads.get(at).copied().unwrap_or(false);
    let mut left = regions.size.y - above;
    let mut end = from;
    while end < heights.len() {
        let mut next = end + 1;
        while next < heights.len() && leads(next - 1) {
            next += 1;
        }
        let together: Abs = heights[end..next].iter().sum();
        if !left.fits(together) {
            if end > from || regions.may_progress() {
                return end;
            }
            // What must stay together is higher than a whole page: as many of its rows as fit, and one at least.
            for (row, height) in heights.iter().enumerate().take(next).skip(end) {
                if row > end && !left.fits(*height) {
                    return row;
                }
                left -= *height;
            }
            return next;
        }
        left -= together;
        end = next;
    }
    end
}

fn height(rows: &[Row]) -> Abs {
    rows.iter().map(|row| row.height).sum()
}
