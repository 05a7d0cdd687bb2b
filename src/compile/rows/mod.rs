//! Tables of figures laid out in bulk: `rows_in_bulk(table, …)` in the layout's sources.
//!
//! Comes in: a Typst table with fixed column widths that has a head and nothing else, and the rows as data. Goes out:
//! one frame a page. Never here: a size, a style, a word; those come with the call.
//! Why: the typesetter's own table lays every cell out three times, each like a page of its own. Here the cells of many
//! rows are one stretch of text, cut into lines again. The pages are the same, and so is the structure of the PDF.

mod body;
mod cells;
mod frame;
mod grid;
mod keep;
mod paging;

use std::sync::LazyLock;

use typst::comemo::Tracked;
use typst::diag::{At, SourceResult, bail};
use typst::engine::Engine;
use typst::foundations::{
    Args, CastInfo, Content, Context, Dict, NativeElement, NativeFuncData, NativeFuncPtr, Packed, Scope,
    StyleChain, Type, Value,
};
use typst::introspection::{Locator, MetadataElem};
use typst::layout::{BlockElem, Fragment, Regions};
use typst::utils::hash128;

use body::Body;
use cells::Measurer;
use grid::Grid;

/// The function as the layout's sources know it.
pub static ROWS_IN_BULK: NativeFuncData = NativeFuncData {
    function: NativeFuncPtr(&rows_in_bulk),
    name: "rows_in_bulk",
    title: "Rows in bulk",
    docs: "Lays out a table of fixed column widths whose rows are given as data.",
    def_site: None,
    keywords: &[],
    contextual: false,
    scope: LazyLock::new(&Scope::new),
    params: LazyLock::new(&Vec::new),
    returns: LazyLock::new(&|| CastInfo::Type(Type::of::<Content>())),
};

/// The call with its arguments by name; what they are is said where they are read, in `body.rs`.
fn rows_in_bulk(_: &mut Engine, _: Tracked<Context>, args: &mut Args) -> SourceResult<Value> {
    let mut told = Dict::new();
    told.insert("table".into(), args.expect::<Value>("table")?);
    for name in body::ARGUMENTS {
        told.insert(name.into(), args.named::<Value>(name)?.unwrap_or_default());
    }
    // The typesetter's own element for any value, which nothing reads but `layout`.
    let captured = Packed::new(MetadataElem::new(Value::Dict(told))).spanned(args.span);
    Ok(Value::Content(BlockElem::multi_layouter(captured, layout).pack()))
}

fn layout(
    captured: &Packed<MetadataElem>,
    engine: &mut Engine,
    locator: Locator,
    styles: StyleChain,
    regions: Regions,
) -> SourceResult<Fragment> {
    let Value::Dict(told) = &captured.value else {
        bail!(captured.span(), "rows_in_bulk is not told what to lay out");
    };
    let body = Body::read(told, styles).at(captured.span())?;
    let Some(grid) = Grid::of(told, &body, engine, styles, regions.base())? else {
        bail!(captured.span(), "rows_in_bulk takes a table whose columns have fixed widths");
    };
    let mut locator = locator.split();
    let place = locator.next_location(engine, hash128(ROWS_IN_BULK.name), captured.span());
    let measurer = Measurer::new(&grid, &body, locator.next(&()), styles);
    paging::pages(engine, &body, &grid, &measurer, place, styles, regions)
}
