//! The rows of a table as the layout's sources hand them over.

use std::sync::Arc;

use typst::diag::{HintedStrResult, HintedString};
use typst::foundations::{Array, Content, Dict, FromValue, Resolve, Str, StyleChain, Styles, Value};
use typst::layout::{Abs, Alignment, Axes, FixedAlignment, Length};
use typst::text::{FontStyle, FontWeight, TextElem};
use typst::visualize::Stroke;

/// What the function may be told by name, beside the table.
pub const ARGUMENTS: [&str; 9] =
    ["rows", "align", "inset", "stroke", "looks", "keep", "continued", "under", "tagged"];

/// The rows of a table, and what holds for all their cells.
pub struct Body {
    /// `rows`: dictionaries with `kind`, `level` and `cells`.
    pub rows: Vec<BodyRow>,
    /// `align`: one for each column.
    pub align: Vec<Axes<FixedAlignment>>,
    /// `inset`: the space around a cell's text, across and down.
    pub inset: Axes<Abs>,
    pub stroke: Arc<Stroke<Abs>>,
    /// `looks`: weight and style of the text by the row's kind.
    looks: Vec<(Str, Styles)>,
    pub keep: Keep,
    /// `continued`: what stands behind the name of a group that goes on from the page before; nothing repeats no group.
    pub continued: Option<Str>,
    /// `under`: a block that closes the table, without lines, and never leaves its last row.
    pub under: Option<Content>,
    /// `tagged`: whether cells are marked for the PDF's structure.
    pub is_tagged: bool,
}

/// One row.
pub struct BodyRow {
    pub kind: RowKind,
    /// Its place in `looks`.
    pub look: Option<usize>,
    pub cells: Vec<Str>,
}

/// What a row is to the rows around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    Unit,
    /// The head of a group, and how deep it lies.
    Group(i64),
    /// A total belongs to no group.
    Total,
    /// A part of the row above.
    Part,
}

/// `keep`: which rows stay together on a page.
pub struct Keep {
    /// A table of no more rows than this stays whole, if it is no higher than `room`.
    pub short: usize,
    /// How many unit rows go with what ends the table.
    pub last: usize,
    /// How high rows that stay together may be.
    pub room: Abs,
    /// What else stands with the last of them on their page beyond what a page has: room that is not theirs.
    pub tail: Abs,
    pub page: Abs,
}

impl Body {
    pub fn read(told: &Dict, styles: StyleChain) -> HintedStrResult<Self> {
        let looks = read::<Dict>(told, "looks")?;
        let looks = looks.into_iter().map(|(kind, look)| Ok((kind, look_of(look)?)));
        let looks: Vec<(Str, Styles)> = looks.collect::<HintedStrResult<_>>()?;
        let rows = read::<Array>(told, "rows")?.into_iter().map(|row| BodyRow::read(row, &looks));
        let direction = styles.resolve(TextElem::dir);
        let align = read::<Array>(told, "align")?.into_iter();
        let align = align.map(|align| Ok(align.cast::<Alignment>()?.fix(direction)));
        let inset = read::<Dict>(told, "inset")?;
        let keep = read::<Dict>(told, "keep")?;
        let stroke = read::<Stroke>(told, "stroke")?;
        Ok(Self {
            rows: rows.collect::<HintedStrResult<_>>()?,
            align: align.collect::<HintedStrResult<_>>()?,
            inset: Axes::new(length(&inset, "x", styles)?, length(&inset, "y", styles)?),
            stroke: Arc::new(stroke.resolve(styles)),
            looks,
            keep: Keep {
                short: read(&keep, "short")?,
                last: read(&keep, "last")?,
                room: length(&keep, "room", styles)?,
                tail: length(&keep, "tail", styles)?,
                page: length(&keep, "page", styles)?,
            },
            continued: read(told, "continued")?,
            under: read(told, "under")?,
            is_tagged: read(told, "tagged")?,
        })
    }

    /// The style of a row's text beside that of the table.
    pub fn look(&self, row: &BodyRow) -> Option<&Styles> {
        row.look.and_then(|at| self.looks.get(at)).map(|(_, styles)| styles)
    }

    /// The column of the names: the first that is aligned to the left.
    pub fn names(&self) -> usize {
        self.align.iter().position(|align| align.x == FixedAlignment::Start).unwrap_or_default()
    }
}

impl BodyRow {
    fn read(row: Value, looks: &[(Str, Styles)]) -> HintedStrResult<Self> {
        let row = row.cast::<Dict>()?;
        let name = read::<Str>(&row, "kind")?;
        let kind = match name.as_str() {
            "group" => RowKind::Group(read(&row, "level")?),
            "total" => RowKind::Total,
            "part" => RowKind::Part,
            _ => RowKind::Unit,
        };
        let look = looks.iter().position(|(kind, _)| *kind == name);
        let cells = read::<Array>(&row, "cells")?.into_iter().map(Value::cast::<Str>);
        Ok(Self { kind, look, cells: cells.collect::<HintedStrResult<_>>()? })
    }
}

/// `weight` and `style`, either or both.
fn look_of(look: Value) -> HintedStrResult<Styles> {
    let look = look.cast::<Dict>()?;
    let mut styles = Styles::new();
    if look.contains("weight") {
        styles.set(TextElem::weight, read::<FontWeight>(&look, "weight")?);
    }
    if look.contains("style") {
        styles.set(TextElem::style, read::<FontStyle>(&look, "style")?);
    }
    Ok(styles)
}

fn read<T: FromValue>(told: &Dict, name: &str) -> HintedStrResult<T> {
    told.get(name).map_err(HintedString::from)?.clone().cast::<T>()
}

fn length(told: &Dict, name: &str, styles: StyleChain) -> HintedStrResult<Abs> {
    Ok(read::<Length>(told, name)?.resolve(styles))
}
