//! The sections of a draft: paper, margins, page numbers from 1, and what stands in the margins of a first page.

use super::geometry::{Lines, right_column};
use super::items::{Item, Numbered, Said};
use super::look::{Form, InMargin};
use super::paragraphs::{Place, Writer};
use super::props::{ParagraphProps, paragraph, twips, whole};
use super::styles::{NAMESPACE, PAGE_NUMBER, THIN_PT};
use super::xml::{DECLARATION, Xml};
use crate::model::table_widths::pt_of_mm;

/// A header or a footer.
pub(super) struct Margin {
    /// `header` or `footer`.
    pub kind: &'static str,
    pub xml: String,
}

/// Which margins a section has, by their numbers among all of the draft.
pub(super) struct Margins {
    pub header: usize,
    pub first_header: usize,
    pub first_footer: usize,
    /// From the lower edge of the paper, in points.
    pub footer_distance: f64,
}

/// The smallest distance of a footer from the edge of the paper.
const LEAST_FOOTER_MM: f64 = 4.0;
/// Where footers stand that hold nothing.
const USUAL_FOOTER_MM: f64 = 8.0;

/// How far the number is from the upper edge of the paper.
fn number_top(form: &Form) -> f64 {
    let line = (form.number("chu", "tren_chan_em") + form.number("chu", "duoi_chan_em"))
        * form.number("so_trang", "co");
    (form.page.top - form.number("so_trang", "cach_chu_pt") - line).max(0.0)
}

/// Where headers begin: at the highest of what may stand in one.
fn header_top(form: &Form) -> f64 {
    let marks = form.looks.values().filter(|look| look.from_edge > 0.0).map(|look| look.from_edge);
    marks.fold(number_top(form), f64::min)
}

/// How much lower than the header the number stands.
pub(super) fn number_drop(form: &Form) -> f64 {
    number_top(form) - header_top(form)
}

/// The margins that all sections share: the page number, and first pages with nothing in them.
pub(super) fn shared(writer: &mut Writer<'_>) -> Vec<Margin> {
    let number = margin("header", &writer.apart(Writer::page_number));
    let shows = writer.form.is("so_trang", "hien_trang_dau");
    let first = writer.apart(|writer| {
        if shows {
            writer.page_number();
        } else {
            writer.separator(None);
        }
    });
    let foot = writer.apart(|writer| writer.separator(None));
    vec![number, margin("header", &first), margin("footer", &foot)]
}

/// The margins of one section; its own ones are added to those of the draft.
pub(super) fn margins(
    writer: &mut Writer<'_>,
    numbered: &Numbered<'_>,
    width: f64,
    all: &mut Vec<Margin>,
) -> Margins {
    let form = writer.form;
    let mut margins =
        Margins { header: 0, first_header: 1, first_footer: 2, footer_distance: pt_of_mm(USUAL_FOOTER_MM) };
    let of = |wanted: fn(InMargin) -> bool| -> Vec<&Said<'_>> {
        let in_margin = numbered.items.iter().filter_map(|item| match item {
            Item::Paragraph(said) => Some((said, form.look(said.component).in_margin?)),
            _ => None,
        });
        in_margin.filter(|(_, place)| wanted(*place)).map(|(said, _)| said).collect()
    };
    let above = of(|place| place != InMargin::Foot);
    if !above.is_empty() {
        let head = numbered.items.iter().find_map(|item| match item {
            Item::Columns { component, right, .. } if *component == super::columns::HEAD => Some(right),
            _ => None,
        });
        let right = match head {
            Some(right) => right_column(form, writer.measure, right, width),
            None => form.number("dau_trang", "cot_phai") * width,
        };
        let shows_number = form.is("so_trang", "hien_trang_dau");
        let xml = writer.apart(|writer| {
            if shows_number {
                writer.page_number();
            }
            for said in above {
                let look = form.look(said.component);
                let room = if look.in_margin == Some(InMargin::OverHead) { right } else { width };
                let before = Some(look.from_edge - header_top(form));
                writer.component(said, Place { width: room, left: width - room, before, ..Place::default() });
            }
        });
        margins.first_header = all.len();
        all.push(margin("header", &xml));
    }
    let below = of(|place| place == InMargin::Foot);
    if let Some(first) = below.first() {
        let height: f64 = below.iter().map(|said| height(writer, said, width)).sum();
        let room = form.page.bottom - form.look(first.component).before - height;
        margins.footer_distance = room.max(pt_of_mm(LEAST_FOOTER_MM));
        let xml = writer.apart(|writer| {
            for said in below {
                writer.component(said, Place { width, before: Some(0.0), ..Place::default() });
            }
        });
        margins.first_footer = all.len();
        all.push(margin("footer", &xml));
    }
    margins
}

/// How high a paragraph in the lower margin is, with its line.
fn height(writer: &Writer<'_>, said: &Said<'_>, width: f64) -> f64 {
    let form = writer.form;
    let look = form.look(said.component);
    let line = (form.number("chu", "tren_chan_em") + form.number("chu", "duoi_chan_em")) * look.size;
    let rule = if look.rule_above.is_some() { THIN_PT + form.number("duong_ke", "cach_chu_pt") } else { 0.0 };
    Lines::of(writer.measure, look).needed(&look.cased(&said.text), width) * line + rule
}

/// `w:sectPr`.
pub(super) fn properties(form: &Form, landscape: bool, margins: &Margins) -> String {
    let mut xml = Xml::default();
    xml.open("w:sectPr", &[]);
    for (kind, which, number) in [
        ("w:headerReference", "default", margins.header),
        ("w:headerReference", "first", margins.first_header),
        ("w:footerReference", "first", margins.first_footer),
    ] {
        xml.leaf(kind, &[("w:type", &which), ("r:id", &relation(number))]);
    }
    xml.leaf("w:type", &[("w:val", &"nextPage")]);
    let page = form.page;
    let (short, long) = (twips(page.width), twips(page.height));
    if landscape {
        xml.leaf("w:pgSz", &[("w:w", &long), ("w:h", &short), ("w:orient", &"landscape")]);
    } else {
        xml.leaf("w:pgSz", &[("w:w", &short), ("w:h", &long)]);
    }
    // Rounded up: no margin is narrower than the form says.
    let side = |points: f64| whole((points * 20.0 - 0.01).ceil());
    xml.leaf(
        "w:pgMar",
        &[
            ("w:top", &side(page.top)),
            ("w:right", &side(page.right)),
            ("w:bottom", &side(page.bottom)),
            ("w:left", &side(page.left)),
            ("w:header", &twips(header_top(form))),
            ("w:footer", &twips(margins.footer_distance)),
            ("w:gutter", &0),
        ],
    );
    xml.leaf("w:pgNumType", &[("w:start", &1)]);
    xml.leaf("w:cols", &[("w:space", &720)]);
    xml.leaf("w:titlePg", &[]);
    xml.close("w:sectPr");
    xml.into_text()
}

/// The relation by which a section names a header or footer.
pub(super) fn relation(number: usize) -> String {
    format!("rIdLe{}", number + 1)
}

fn margin(kind: &'static str, content: &str) -> Margin {
    let name = if kind == "header" { "w:hdr" } else { "w:ftr" };
    let mut xml = Xml::default();
    xml.push(DECLARATION);
    xml.open(name, &[("xmlns:w", &NAMESPACE)]);
    xml.push(content);
    xml.close(name);
    Margin { kind, xml: xml.into_text() }
}

impl Writer<'_> {
    fn page_number(&mut self) {
        self.xml.open("w:p", &[]);
        paragraph(&mut self.xml, &ParagraphProps { style: Some(PAGE_NUMBER), ..ParagraphProps::default() });
        self.xml.open("w:fldSimple", &[("w:instr", &" PAGE ")]);
        // Word prints the number; this is what stands here until it does.
        self.run(None, "2");
        self.xml.close("w:fldSimple");
        self.xml.close("w:p");
    }
}
