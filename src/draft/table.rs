//! Tables of figures in Word: spans, exact widths, a head on every page, rows that do not break.

use super::FIGURE_TABLE;
use super::paragraphs::Writer;
use super::props::{self, CellProps, ParagraphProps, TableProps, Twips, twips};
use super::styles::{Cell, half_points};
use crate::model::blocks::{TableBlock, TableRowKind};
use crate::model::head::HeadCell;

impl Writer<'_> {
    /// A table; `keep_next` where something stands under it that never leaves its last row. Returns the size of its
    /// text in half points.
    pub(super) fn table(&mut self, table: &TableBlock, width: f64, keep_next: bool) -> i64 {
        let widths = self.form.table.widths(&table.columns, width);
        let size = half_points(widths.size_pt);
        let edges = edges(&widths.text_pt, self.form.table.inset_pt);
        let columns: Vec<Twips> = edges.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let mark = self.open_mark(&format!("{}{}", super::TABLE_MARK, table.number));
        self.xml.open("w:tbl", &[]);
        let all = edges.last().copied();
        props::table(
            &mut self.xml,
            &TableProps { style: Some(FIGURE_TABLE), width: all, ..TableProps::default() },
        );
        self.xml.open("w:tblGrid", &[]);
        for width in &columns {
            self.xml.leaf("w:gridCol", &[("w:w", width)]);
        }
        self.xml.close("w:tblGrid");
        let repeats = self.form.is("bang", "lap_tieu_de");
        for y in 0..table.head.len() {
            self.xml.open("w:tr", &[]);
            props::row(&mut self.xml, repeats);
            self.head_row(table, y, &edges, size);
            self.xml.close("w:tr");
        }
        let keeps = self.keeps(table, keep_next);
        for (row, keep_next) in table.rows.iter().zip(keeps) {
            self.xml.open("w:tr", &[]);
            props::row(&mut self.xml, false);
            for ((column, text), width) in table.columns.iter().zip(&row.cells).zip(&columns) {
                let style = Cell::Body(column.align, row.kind).id(size);
                let cell = CellProps { width: *width, columns: 1, is_centred: true, ..CellProps::default() };
                self.cell(&cell, &style, text, keep_next);
            }
            self.xml.close("w:tr");
        }
        self.xml.close("w:tbl");
        self.close_mark(mark);
        size
    }

    /// The cells of a row of the head; below a cell over several rows stands one that goes on with it.
    fn head_row(&mut self, table: &TableBlock, y: usize, edges: &[Twips], size: i64) {
        let style = Cell::Head.id(size);
        let mut x = 0;
        while x + 1 < edges.len() {
            let covers = |cell: &&HeadCell| {
                (cell.x..cell.x + cell.colspan).contains(&x) && (cell.y..cell.y + cell.rowspan).contains(&y)
            };
            let cell = table.head.iter().flatten().find(covers);
            let columns = cell.map_or(1, |cell| cell.x + cell.colspan - x).min(edges.len() - 1 - x).max(1);
            let props = CellProps {
                width: edges[x + columns] - edges[x],
                columns,
                merge: cell.filter(|cell| cell.rowspan > 1).map(|cell| cell.y == y),
                is_centred: true,
                ..CellProps::default()
            };
            let text = cell.filter(|cell| cell.y == y).map_or("", |cell| cell.text.as_str());
            self.cell(&props, &style, text, true);
            x += columns;
        }
    }

    fn cell(&mut self, props: &CellProps, style: &str, text: &str, keep_next: bool) {
        self.xml.open("w:tc", &[]);
        props::cell(&mut self.xml, props);
        self.xml.open("w:p", &[]);
        let paragraph = ParagraphProps { style: Some(style), keep_next, ..ParagraphProps::default() };
        props::paragraph(&mut self.xml, &paragraph);
        self.run(None, text);
        self.xml.close("w:p");
        self.xml.close("w:tc");
    }

    /// For every row whether the next one must stand on its page: a short table is not cut, a group goes with its
    /// first row and a row with its parts, the last unit rows with the total.
    fn keeps(&self, table: &TableBlock, keep_next: bool) -> Vec<bool> {
        let count = |key: &str| props::whole(self.form.number("bang", key)).try_into().unwrap_or(0_usize);
        let kinds: Vec<TableRowKind> = table.rows.iter().map(|row| row.kind).collect();
        let is_short = kinds.len() <= count("giu_lien_dong");
        let units = kinds.iter().enumerate().rev().filter(|(_, kind)| **kind == TableRowKind::Unit);
        let end = units.map(|(at, _)| at).nth(count("giu_dong_cuoi").saturating_sub(1)).unwrap_or(0);
        let keeps = |(at, kind): (usize, &TableRowKind)| {
            if at + 1 == kinds.len() {
                return keep_next;
            }
            is_short || *kind == TableRowKind::Group || kinds[at + 1] == TableRowKind::Part || at >= end
        };
        kinds.iter().enumerate().map(keeps).collect()
    }
}

/// The edges of the columns, rounded where they stand and not each by itself, so that the table keeps its width.
fn edges(text: &[f64], inset: f64) -> Vec<Twips> {
    let mut edge = 0.0;
    let mut edges = vec![0];
    for width in text {
        edge += width + 2.0 * inset;
        edges.push(twips(edge));
    }
    edges
}
