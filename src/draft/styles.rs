//! The named styles of a draft: one for every component of the form, those of tables, and what all text has.

use std::collections::{BTreeMap, BTreeSet};

use super::FIGURE_TABLE;
use super::look::{Form, Look};
use super::props::{
    Borders, Line, ParagraphProps, Pitch, RunProps, TableProps, paragraph, run, table, twips, whole,
};
use super::xml::{DECLARATION, Xml};
use crate::model::blocks::{Align, TableRowKind};

/// The name of the font, in every script: the shipped fonts only stand in for it where pages are laid out.
pub(super) const FONT: &str = "Times New Roman";
pub(super) const LANGUAGE: &str = "vi-VN";
pub(super) const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Character styles for words that stand out in a paragraph.
pub(super) const BOLD: &str = "Dam";
pub(super) const ITALIC: &str = "Nghieng";
pub(super) const BOLD_ITALIC: &str = "DamNghieng";
/// The number in the top margin.
pub(super) const PAGE_NUMBER: &str = "SoTrang";
/// A cell that nothing stands in.
pub(super) const BLANK_CELL: &str = "OTrong";
/// Almost no height: between two tables, and where a section ends with one.
pub(super) const SEPARATOR: &str = "NganCach";
/// Tables for head and foot.
pub(super) const PLAIN_TABLE: &str = "KhungKhongVien";
const NORMAL: &str = "Normal";

/// The space between frame and text that a frame of a fixed size keeps above and below, in points.
pub(super) const FIXED_FRAME_SPACE: i64 = 4;
/// How much narrower than the form says the space beside framed words is, so that they do not wrap by a hair.
pub(super) const FRAME_SLACK_PT: f64 = 2.0;
/// The height of a line that only carries a border, or nothing.
pub(super) const THIN_PT: f64 = 1.0;

/// `so_ky_hieu` → `SoKyHieu`.
pub(super) fn style_id(component: &str) -> String {
    component
        .split('_')
        .map(capitalised)
        .collect::<String>()
        .replace(|c: char| !c.is_ascii_alphanumeric(), "")
}

/// The style of the line under a component.
pub(super) fn rule_id(component: &str) -> String {
    format!("KeDuoi{}", style_id(component))
}

/// The style of the line above a component.
pub(super) fn rule_above_id(component: &str) -> String {
    format!("KeTren{}", style_id(component))
}

/// What a paragraph in a table of figures is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    Head,
    Body(Align, TableRowKind),
}

impl Cell {
    const ALIGNS: [Align; 3] = [Align::Left, Align::Center, Align::Right];
    const KINDS: [TableRowKind; 4] =
        [TableRowKind::Unit, TableRowKind::Group, TableRowKind::Total, TableRowKind::Part];

    fn all() -> impl Iterator<Item = Self> {
        let bodies =
            Self::KINDS.into_iter().flat_map(|kind| Self::ALIGNS.map(|align| Self::Body(align, kind)));
        std::iter::once(Self::Head).chain(bodies)
    }

    /// The style of such a cell at a size in half points.
    pub(super) fn id(self, size: i64) -> String {
        let (cell, row) = match self {
            Self::Head => ("TieuDe", ""),
            Self::Body(align, kind) => (
                match align {
                    Align::Left => "OChu",
                    Align::Center => "OGiua",
                    Align::Right => "OSo",
                },
                match kind {
                    TableRowKind::Unit => "",
                    TableRowKind::Group => "DongNhom",
                    TableRowKind::Total => "DongTong",
                    TableRowKind::Part => "DongTrongDo",
                },
            ),
        };
        format!("Bang{cell}{row}{}", points(size).replace(',', "p"))
    }

    fn name(self, size: i64) -> String {
        let (cell, row) = match self {
            Self::Head => ("tiêu đề", ""),
            Self::Body(align, kind) => (
                match align {
                    Align::Left => "ô chữ",
                    Align::Center => "ô giữa",
                    Align::Right => "ô số",
                },
                match kind {
                    TableRowKind::Unit => "",
                    TableRowKind::Group => " dòng nhóm",
                    TableRowKind::Total => " dòng tổng",
                    TableRowKind::Part => " dòng trong đó",
                },
            ),
        };
        format!("Bảng {cell}{row} cỡ {}", points(size))
    }

    fn looks(self) -> (&'static str, bool, bool) {
        match self {
            Self::Head => ("center", true, false),
            Self::Body(align, kind) => (
                match align {
                    Align::Left => "left",
                    Align::Center => "center",
                    Align::Right => "right",
                },
                matches!(kind, TableRowKind::Group | TableRowKind::Total),
                kind == TableRowKind::Part,
            ),
        }
    }
}

/// `word/styles.xml`; `table_sizes` are the sizes of text in tables, in half points.
pub(super) fn part(form: &Form, table_sizes: &BTreeSet<i64>) -> String {
    let mut styles = Styles { xml: Xml::default(), names: BTreeMap::new() };
    styles.xml.push(DECLARATION);
    styles.xml.open("w:styles", &[("xmlns:w", &NAMESPACE)]);
    styles.defaults(form);
    for (component, look) in form.looks.iter().filter(|(component, _)| *component != "bang") {
        styles.component(form, component, look);
    }
    styles.fixed(form);
    for size in table_sizes {
        for cell in Cell::all() {
            let (align, bold, italic) = cell.looks();
            let look = ParagraphProps { align: Some(align), ..ParagraphProps::default() };
            let letters = RunProps { bold, italic, size: Some(*size), ..RunProps::default() };
            styles.paragraph(&cell.id(*size), &cell.name(*size), &look, &letters);
        }
    }
    styles.xml.close("w:styles");
    styles.xml.into_text()
}

struct Styles {
    xml: Xml,
    /// How often a name was given: no two styles may have one name.
    names: BTreeMap<String, usize>,
}

impl Styles {
    fn defaults(&mut self, form: &Form) {
        let xml = &mut self.xml;
        xml.open("w:docDefaults", &[]);
        xml.open("w:rPrDefault", &[]);
        let letters = RunProps {
            font: Some(FONT),
            colour: Some(&form.colour),
            size: Some(half_points(form.body_size)),
            language: Some(LANGUAGE),
            ..RunProps::default()
        };
        run(xml, &letters);
        xml.close("w:rPrDefault");
        xml.open("w:pPrDefault", &[]);
        paragraph(xml, &plain());
        xml.close("w:pPrDefault");
        xml.close("w:docDefaults");
        for (kind, id, name) in [
            ("paragraph", NORMAL, "Normal"),
            ("character", "DefaultParagraphFont", "Default Paragraph Font"),
            ("table", "TableNormal", "Normal Table"),
            ("numbering", "NoList", "No List"),
        ] {
            xml.open("w:style", &[("w:type", &kind), ("w:default", &1), ("w:styleId", &id)]);
            xml.leaf("w:name", &[("w:val", &name)]);
            if kind == "table" {
                table(xml, &TableProps { margins: Some((0, 0)), ..TableProps::default() });
            }
            xml.close("w:style");
        }
    }

    fn component(&mut self, form: &Form, component: &str, look: &Look) {
        let is_ruled = look.rule.is_some();
        let props = ParagraphProps {
            keep_next: look.keeps_next,
            borders: frame(form, look),
            before: Some(twips(look.before)),
            // Under a line the space is the line's.
            after: Some(if is_ruled { 0 } else { twips(look.after) }),
            pitch: Some(match look.height {
                Some(height) => Pitch::Exact(twips(height)),
                None => Pitch::Multiple(whole(look.pitch * 240.0)),
            }),
            left: (look.left > 0.0).then(|| twips(look.left)),
            first_line: look.is_indented.then(|| twips(form.indent())),
            align: Some(look.align),
            outline: look.outline,
            ..ParagraphProps::default()
        };
        let letters = RunProps {
            bold: look.bold,
            italic: look.italic,
            colour: look.colour.as_deref(),
            size: Some(half_points(look.size)),
            ..RunProps::default()
        };
        self.paragraph(&style_id(component), &look.name, &props, &letters);
        let rule = |before: f64, after: f64, keep_next: bool| ParagraphProps {
            keep_next,
            borders: Some(Borders { top: Some(drawn(form, "duong_ke", look, 0)), ..Borders::default() }),
            before: Some(twips(before)),
            after: Some(twips(after)),
            pitch: Some(Pitch::Exact(twips(THIN_PT))),
            ..ParagraphProps::default()
        };
        let tiny = RunProps { size: Some(half_points(THIN_PT)), ..RunProps::default() };
        let gap = form.number("duong_ke", "cach_chu_pt");
        if is_ruled {
            let props = rule(gap, look.after, look.keeps_next);
            self.paragraph(&rule_id(component), &format!("Đường kẻ dưới {}", look.name), &props, &tiny);
        }
        if look.rule_above.is_some() {
            let props = rule(0.0, gap, true);
            self.paragraph(&rule_above_id(component), &format!("Đường kẻ trên {}", look.name), &props, &tiny);
        }
    }

    fn fixed(&mut self, form: &Form) {
        let number = Look {
            size: form.number("so_trang", "co"),
            bold: form.is("so_trang", "dam"),
            italic: form.is("so_trang", "nghieng"),
            ..Look::default()
        };
        let props = ParagraphProps {
            before: Some(twips(super::sections::number_drop(form))),
            align: Some("center"),
            ..ParagraphProps::default()
        };
        let letters = RunProps {
            bold: number.bold,
            italic: number.italic,
            size: Some(half_points(number.size)),
            ..RunProps::default()
        };
        self.paragraph(PAGE_NUMBER, "số trang", &props, &letters);
        let blank = RunProps { size: Some(half_points(form.body_size)), ..RunProps::default() };
        self.paragraph(BLANK_CELL, "ô trống", &ParagraphProps::default(), &blank);
        let props = ParagraphProps { pitch: Some(Pitch::Exact(twips(THIN_PT))), ..ParagraphProps::default() };
        let tiny = RunProps { size: Some(half_points(THIN_PT)), ..RunProps::default() };
        self.paragraph(SEPARATOR, "ngăn cách", &props, &tiny);
        for (id, name, bold, italic) in [
            (BOLD, "đậm", true, false),
            (ITALIC, "nghiêng", false, true),
            (BOLD_ITALIC, "đậm nghiêng", true, true),
        ] {
            self.begin("character", id, name, "DefaultParagraphFont");
            run(&mut self.xml, &RunProps { bold, italic, ..RunProps::default() });
            self.xml.close("w:style");
        }
        self.begin("table", PLAIN_TABLE, "khung không viền", "TableNormal");
        table(&mut self.xml, &TableProps { margins: Some((0, 0)), ..TableProps::default() });
        self.xml.close("w:style");
        self.begin("table", FIGURE_TABLE, "bảng số liệu", "TableNormal");
        let line = Line {
            eighths: whole(form.number("bang", "net_pt") * 8.0),
            colour: form.colour.clone(),
            space: 0,
        };
        let margins = (twips(form.number("bang", "dem_doc_pt")), twips(form.table.inset_pt));
        let props = TableProps { borders: Some(line), margins: Some(margins), ..TableProps::default() };
        table(&mut self.xml, &props);
        self.xml.close("w:style");
    }

    fn paragraph(&mut self, id: &str, name: &str, props: &ParagraphProps<'_>, letters: &RunProps<'_>) {
        self.begin("paragraph", id, name, NORMAL);
        paragraph(&mut self.xml, props);
        run(&mut self.xml, letters);
        self.xml.close("w:style");
    }

    fn begin(&mut self, kind: &str, id: &str, name: &str, based_on: &str) {
        // Word takes what follows a comma for another name of the same style.
        let mut name = capitalised(&name.replace([',', ';'], " -"));
        let count = self.names.entry(name.to_lowercase()).or_default();
        *count += 1;
        if *count > 1 {
            name = format!("{name} {count}");
        }
        let xml = &mut self.xml;
        xml.open("w:style", &[("w:type", &kind), ("w:customStyle", &1), ("w:styleId", &id)]);
        xml.leaf("w:name", &[("w:val", &name)]);
        xml.leaf("w:basedOn", &[("w:val", &based_on)]);
        xml.leaf("w:qFormat", &[]);
    }
}

/// What every paragraph has that no style says more of.
fn plain() -> ParagraphProps<'static> {
    ParagraphProps {
        before: Some(0),
        after: Some(0),
        pitch: Some(Pitch::Multiple(240)),
        ..ParagraphProps::default()
    }
}

fn frame(form: &Form, look: &Look) -> Option<Borders> {
    let (beside, above) = if look.frame_list.is_some() {
        (0, FIXED_FRAME_SPACE)
    } else if look.is_framed {
        let beside = form.number("khung", "dem_ngang_pt") - FRAME_SLACK_PT;
        (whole(beside), whole(form.number("khung", "dem_doc_pt")))
    } else {
        return None;
    };
    let line = |space: i64| Some(drawn(form, "khung", look, space));
    Some(Borders { top: line(above), left: line(beside), bottom: line(above), right: line(beside) })
}

/// A line as thick as a section of the form says, in the colour of the component.
fn drawn(form: &Form, section: &str, look: &Look, space: i64) -> Line {
    Line {
        eighths: whole(form.number(section, "net_pt") * 8.0),
        colour: look.colour.clone().unwrap_or_else(|| form.colour.clone()),
        space,
    }
}

pub(super) fn half_points(size: f64) -> i64 {
    whole(size * 2.0)
}

/// A size in half points as a clerk reads it.
fn points(size: i64) -> String {
    if size % 2 == 0 { (size / 2).to_string() } else { format!("{},5", size / 2) }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
