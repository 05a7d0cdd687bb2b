//! Head and feet: two columns side by side, as a table without borders whose cells have exact widths.

use super::geometry::right_column;
use super::items::Said;
use super::paragraphs::{Place, Writer};
use super::props::{self, CellProps, ParagraphProps, TableProps, twips};
use super::styles::{BLANK_CELL, PLAIN_TABLE};

/// The head's component; every other one with two columns is a foot.
pub(super) const HEAD: &str = "dau_trang";

/// One cell: its paragraphs, its width in points, and the space above the first of them where it is not the style's.
struct Cell<'a, 'b> {
    said: &'b [Said<'a>],
    width: f64,
    before: Option<f64>,
    no_wrap: bool,
}

impl Writer<'_> {
    /// Number and date stand on one line whatever stands above them, so the head has two rows.
    pub(super) fn head(&mut self, left: &[Said<'_>], right: &[Said<'_>], width: f64) {
        let right_width = right_column(self.form, self.measure, right, width);
        let left_width = width - right_width;
        let (left_top, left_line) = split_at(left, "so_ky_hieu");
        let (right_top, right_line) = split_at(right, "dia_danh_ngay");
        let firsts = [left_line.first(), right_line.first()];
        let look = |said: &Said<'_>| self.form.look(said.component);
        let gap = firsts.iter().flatten().map(|said| look(said).before).fold(0.0, f64::max);
        let drops = self.drops(firsts);
        let limit = self.form.number("dau_trang", "cot_phai_toi_da") * width;
        let no_wrap = right_width < limit;
        let top = |said, width, no_wrap| Cell { said, width, before: Some(0.0), no_wrap };
        let line = |said, width, drop: f64, no_wrap| Cell { said, width, before: Some(gap + drop), no_wrap };
        let mut rows = vec![[top(left_top, left_width, false), top(right_top, right_width, no_wrap)]];
        if firsts.iter().any(Option::is_some) {
            rows.push([
                line(left_line, left_width, drops[0], false),
                line(right_line, right_width, drops[1], no_wrap),
            ]);
        }
        self.grid(&rows, [left_width, right_width], false);
    }

    /// Recipients and signature, or two signatures; `keep_next` where something stands under them that goes with them.
    pub(super) fn foot(
        &mut self,
        component: &str,
        [left, right]: [&[Said<'_>]; 2],
        width: f64,
        keep_next: bool,
    ) {
        let left_width = self.form.number(component, "cot_trai") * width;
        let right_width = width - left_width;
        let above = self.form.number(component, "cach_tren_pt");
        let drops = self.drops([left.first(), right.first()]);
        let first = |said, width, drop: f64| Cell { said, width, before: Some(above + drop), no_wrap: false };
        let next = |said, width| Cell { said, width, before: None, no_wrap: false };
        let rows = if self.form.is(component, "ngang_ten") {
            // Posts of one or of three lines: the names stand on one line all the same.
            let (left_posts, left_names) = split_at(left, "khoang_ky");
            let (right_posts, right_names) = split_at(right, "khoang_ky");
            vec![
                [first(left_posts, left_width, drops[0]), first(right_posts, right_width, drops[1])],
                [next(left_names, left_width), next(right_names, right_width)],
            ]
        } else {
            vec![[first(left, left_width, drops[0]), first(right, right_width, drops[1])]]
        };
        self.grid(&rows, [left_width, right_width], keep_next);
    }

    fn grid(&mut self, rows: &[[Cell<'_, '_>; 2]], widths: [f64; 2], keep_next: bool) {
        let all = twips(widths[0] + widths[1]);
        let left = twips(widths[0]);
        let exact = [left, all - left];
        self.xml.open("w:tbl", &[]);
        let props = TableProps { style: Some(PLAIN_TABLE), width: Some(all), ..TableProps::default() };
        props::table(&mut self.xml, &props);
        self.xml.open("w:tblGrid", &[]);
        for width in &exact {
            self.xml.leaf("w:gridCol", &[("w:w", width)]);
        }
        self.xml.close("w:tblGrid");
        for (at, row) in rows.iter().enumerate() {
            let keeps = keep_next || at + 1 < rows.len();
            self.xml.open("w:tr", &[]);
            props::row(&mut self.xml, false);
            for (cell, width) in row.iter().zip(exact) {
                self.xml.open("w:tc", &[]);
                let props = CellProps { width, columns: 1, no_wrap: cell.no_wrap, ..CellProps::default() };
                props::cell(&mut self.xml, &props);
                self.column(cell, keeps);
                self.xml.close("w:tc");
            }
            self.xml.close("w:tr");
        }
        self.xml.close("w:tbl");
    }

    fn column(&mut self, cell: &Cell<'_, '_>, keep_next: bool) {
        for (at, said) in cell.said.iter().enumerate() {
            let place = Place {
                width: cell.width,
                before: cell.before.filter(|_| at == 0),
                keep_next,
                is_followed: cell.said.get(at + 1).is_some_and(|next| next.component == said.component),
                ..Place::default()
            };
            self.component(said, place);
        }
        if cell.said.is_empty() {
            let props = ParagraphProps { style: Some(BLANK_CELL), keep_next, ..ParagraphProps::default() };
            self.blank(&props);
        }
    }

    /// How much lower the first lines of two columns begin, so that both stand on one baseline though their sizes
    /// differ.
    fn drops(&self, firsts: [Option<&Said<'_>>; 2]) -> [f64; 2] {
        let size = |said: Option<&Said<'_>>| said.map_or(0.0, |said| self.form.look(said.component).size);
        let largest = firsts.map(size).into_iter().fold(0.0, f64::max);
        let ascent = self.form.number("chu", "tren_chan_em");
        firsts.map(|said| if said.is_some() { (largest - size(said)) * ascent } else { 0.0 })
    }
}

fn split_at<'a, 'b>(said: &'b [Said<'a>], component: &str) -> (&'b [Said<'a>], &'b [Said<'a>]) {
    let at = said.iter().position(|one| one.component == component).unwrap_or(said.len());
    said.split_at(at)
}
