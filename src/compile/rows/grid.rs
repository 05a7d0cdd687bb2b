//! A table as rows of cells with widths, and the strokes between them: the head as the typesetter has resolved it, the
//! body as rows of single cells, a closing block across the last.

use std::num::NonZeroUsize;
use std::sync::Arc;

use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::{Content, Dict, Packed, Resolve, Smart, StyleChain};
use typst::layout::grid::resolve::{Cell, CellGrid, Entry, table_to_cellgrid};
use typst::layout::{Abs, Sides, Size, Sizing};
use typst::model::{TableCell, TableChild, TableElem};
use typst::visualize::Stroke;

use super::body::Body;

/// A table's cells with the widths of its columns.
pub struct Grid {
    table: Packed<TableElem>,
    cells: CellGrid,
    pub widths: Vec<Abs>,
    /// How many rows the head has.
    pub head: usize,
    /// Whether the head is printed again on every page.
    pub repeats_head: bool,
    /// How many rows the table has, the closing block among them.
    pub rows: usize,
    has_under: bool,
    stroke: Arc<Stroke<Abs>>,
}

impl Grid {
    /// Nothing where a column's width is not fixed.
    pub fn of(
        told: &Dict,
        body: &Body,
        engine: &mut Engine,
        styles: StyleChain,
        base: Size,
    ) -> SourceResult<Option<Self>> {
        let table = told.get("table").ok().and_then(|table| table.clone().cast::<Content>().ok());
        let Some(Ok(table)) = table.map(Content::into_packed::<TableElem>) else { return Ok(None) };
        let cells = table_to_cellgrid(&table, engine, styles)?;
        let width = |column: &Sizing| match column {
            Sizing::Rel(length) => Some(length.resolve(styles).relative_to(base.x)),
            Sizing::Auto | Sizing::Fr(_) => None,
        };
        let Some(widths) = cells.cols.iter().map(width).collect::<Option<Vec<_>>>() else { return Ok(None) };
        let head = cells.headers.first().map_or(0, |head| head.range.end);
        let repeats_head = table.children.iter().any(|child| match child {
            TableChild::Header(head) => head.repeat.get(styles),
            _ => false,
        });
        let has_under = body.under.is_some();
        let rows = head + body.rows.len() + usize::from(has_under);
        let stroke = Arc::clone(&body.stroke);
        Ok(Some(Self { table, cells, widths, head, repeats_head, rows, has_under, stroke }))
    }

    pub fn columns(&self) -> usize {
        self.widths.len()
    }

    pub fn width(&self) -> Abs {
        self.widths.iter().sum()
    }

    /// The cell of the head that begins at a place.
    pub fn head_cell(&self, x: usize, y: usize) -> Option<&Cell> {
        self.entry(x, y).and_then(Entry::as_cell)
    }

    fn entry(&self, x: usize, y: usize) -> Option<&Entry> {
        self.cells.entries.get(y * self.columns() + x).filter(|_| y < self.head)
    }

    /// Whether a row is the closing block.
    pub fn is_under(&self, y: usize) -> bool {
        self.has_under && y + 1 == self.rows
    }

    /// Where the cell begins that covers a place.
    pub fn covering(&self, x: usize, y: usize) -> (usize, usize) {
        match self.entry(x, y) {
            Some(Entry::Merged { parent }) => (parent % self.columns(), parent / self.columns()),
            _ if self.is_under(y) => (0, y),
            _ => (x, y),
        }
    }

    /// Columns and rows of the cell that begins at a place.
    pub fn spans(&self, x: usize, y: usize) -> (NonZeroUsize, NonZeroUsize) {
        let one = NonZeroUsize::MIN;
        match self.head_cell(x, y) {
            Some(cell) => (cell.colspan, cell.rowspan),
            None if self.is_under(y) => (NonZeroUsize::new(self.columns()).unwrap_or(one), one),
            None => (one, one),
        }
    }

    /// The strokes around the cell that covers a place; the closing block has only the one above it.
    pub fn strokes(&self, x: usize, y: usize) -> Sides<Option<&Arc<Stroke<Abs>>>> {
        let (x, y) = self.covering(x, y);
        let own = Some(&self.stroke);
        match self.head_cell(x, y) {
            Some(cell) => cell.stroke.as_ref().map(Option::as_ref),
            None if self.is_under(y) => Sides { top: own, ..Sides::splat(None) },
            None => Sides::splat(own),
        }
    }

    /// The cell at a place as an element of the PDF's structure.
    pub fn mark(&self, x: usize, y: usize) -> Packed<TableCell> {
        let (columns, rows) = self.spans(x, y);
        Packed::new(
            TableCell::new(Content::empty())
                .with_x(Smart::Custom(x))
                .with_y(Smart::Custom(y))
                .with_colspan(columns)
                .with_rowspan(rows),
        )
    }

    /// The table as an element of the PDF's structure: with all its rows, as if the typesetter had laid them out.
    pub fn element(&self, engine: &mut Engine, styles: StyleChain) -> SourceResult<Packed<TableElem>> {
        let own = || Some(Arc::clone(&self.stroke));
        let mut cells = table_to_cellgrid(&self.table, engine, styles)?;
        cells.entries.truncate(self.head * self.columns());
        for y in self.head..self.rows {
            let parent = cells.entries.len();
            for x in 0..self.columns() {
                let is_under = self.is_under(y);
                if is_under && x > 0 {
                    cells.entries.push(Entry::Merged { parent });
                    continue;
                }
                let mut cell = Cell::new(Content::empty());
                cell.colspan = self.spans(x, y).0;
                cell.stroke =
                    if is_under { Sides { top: own(), ..Sides::splat(None) } } else { Sides::splat(own()) };
                cells.entries.push(Entry::Cell(cell));
            }
        }
        cells.rows = vec![Sizing::Auto; self.rows];
        let mut table = self.table.clone();
        table.grid = Some(Arc::new(cells));
        Ok(table)
    }
}
