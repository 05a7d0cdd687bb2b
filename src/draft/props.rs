//! The properties of paragraphs, runs, tables, rows, cells and sections, each written in the order of the schema: Word
//! calls a file broken whose elements stand in another.

use super::xml::Xml;

/// Twentieths of a point, Word's measure.
pub(super) type Twips = i64;

pub(super) fn twips(points: f64) -> Twips {
    whole(points * 20.0)
}

/// Rounded to a whole number.
pub(super) fn whole(number: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "lengths on paper are small")]
    let rounded = number.round() as i64;
    rounded
}

/// A line: eighths of a point, colour, distance to the text in points.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub eighths: i64,
    pub colour: String,
    pub space: i64,
}

/// Lines around a paragraph.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Borders {
    pub top: Option<Line>,
    pub left: Option<Line>,
    pub bottom: Option<Line>,
    pub right: Option<Line>,
}

/// How high a line of text is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Pitch {
    /// In 240ths of a single line.
    Multiple(i64),
    Exact(Twips),
}

/// What is said of a paragraph, by a style or on the spot; what is not said stays as the style has it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct ParagraphProps<'a> {
    pub style: Option<&'a str>,
    pub keep_next: bool,
    pub borders: Option<Borders>,
    pub before: Option<Twips>,
    pub after: Option<Twips>,
    pub pitch: Option<Pitch>,
    pub left: Option<Twips>,
    pub right: Option<Twips>,
    pub first_line: Option<Twips>,
    pub align: Option<&'a str>,
    pub outline: Option<u64>,
    /// The section that ends with this paragraph, written.
    pub section: Option<&'a str>,
}

/// `w:pPr`.
pub(super) fn paragraph(xml: &mut Xml, props: &ParagraphProps<'_>) {
    xml.open("w:pPr", &[]);
    if let Some(style) = props.style {
        xml.leaf("w:pStyle", &[("w:val", &style)]);
    }
    if props.keep_next {
        xml.leaf("w:keepNext", &[]);
    }
    if let Some(borders) = &props.borders {
        xml.open("w:pBdr", &[]);
        let sides = [
            ("top", &borders.top),
            ("left", &borders.left),
            ("bottom", &borders.bottom),
            ("right", &borders.right),
        ];
        for (side, line) in sides {
            if let Some(line) = line {
                self::line(xml, &format!("w:{side}"), line);
            }
        }
        xml.close("w:pBdr");
    }
    spacing(xml, props);
    indents(xml, props);
    if let Some(align) = props.align {
        xml.leaf("w:jc", &[("w:val", &align)]);
    }
    if let Some(outline) = props.outline {
        xml.leaf("w:outlineLvl", &[("w:val", &outline)]);
    }
    if let Some(section) = props.section {
        xml.push(section);
    }
    xml.close("w:pPr");
}

fn spacing(xml: &mut Xml, props: &ParagraphProps<'_>) {
    let (line, rule) = match props.pitch {
        Some(Pitch::Multiple(line)) => (Some(line), "auto"),
        Some(Pitch::Exact(line)) => (Some(line), "exact"),
        None => (None, ""),
    };
    let mut attributes: Vec<super::xml::Attribute<'_>> = Vec::new();
    if let Some(before) = &props.before {
        attributes.push(("w:before", before));
    }
    if let Some(after) = &props.after {
        attributes.push(("w:after", after));
    }
    if let Some(line) = &line {
        attributes.push(("w:line", line));
        attributes.push(("w:lineRule", &rule));
    }
    if !attributes.is_empty() {
        xml.leaf("w:spacing", &attributes);
    }
}

fn indents(xml: &mut Xml, props: &ParagraphProps<'_>) {
    let mut attributes: Vec<super::xml::Attribute<'_>> = Vec::new();
    for (name, indent) in
        [("w:left", &props.left), ("w:right", &props.right), ("w:firstLine", &props.first_line)]
    {
        if let Some(indent) = indent {
            attributes.push((name, indent));
        }
    }
    if !attributes.is_empty() {
        xml.leaf("w:ind", &attributes);
    }
}

/// A border of a paragraph, a table or a cell.
fn line(xml: &mut Xml, name: &str, line: &Line) {
    xml.leaf(
        name,
        &[("w:val", &"single"), ("w:sz", &line.eighths), ("w:space", &line.space), ("w:color", &line.colour)],
    );
}

/// What is said of a run of text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct RunProps<'a> {
    pub style: Option<&'a str>,
    /// The family, for every script.
    pub font: Option<&'a str>,
    pub bold: bool,
    pub italic: bool,
    pub colour: Option<&'a str>,
    /// In half points.
    pub size: Option<i64>,
    pub language: Option<&'a str>,
}

/// `w:rPr`; nothing where nothing is said.
pub(super) fn run(xml: &mut Xml, props: &RunProps<'_>) {
    if *props == RunProps::default() {
        return;
    }
    xml.open("w:rPr", &[]);
    if let Some(style) = props.style {
        xml.leaf("w:rStyle", &[("w:val", &style)]);
    }
    if let Some(font) = &props.font {
        xml.leaf("w:rFonts", &[("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)]);
    }
    if props.bold {
        xml.leaf("w:b", &[]);
        xml.leaf("w:bCs", &[]);
    }
    if props.italic {
        xml.leaf("w:i", &[]);
        xml.leaf("w:iCs", &[]);
    }
    if let Some(colour) = &props.colour {
        xml.leaf("w:color", &[("w:val", colour)]);
    }
    if let Some(size) = &props.size {
        xml.leaf("w:sz", &[("w:val", size)]);
        xml.leaf("w:szCs", &[("w:val", size)]);
    }
    if let Some(language) = &props.language {
        xml.leaf("w:lang", &[("w:val", language), ("w:eastAsia", language), ("w:bidi", language)]);
    }
    xml.close("w:rPr");
}

/// What is said of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct TableProps<'a> {
    pub style: Option<&'a str>,
    pub width: Option<Twips>,
    pub borders: Option<Line>,
    /// The space around the text of cells: top and bottom, left and right.
    pub margins: Option<(Twips, Twips)>,
}

/// `w:tblPr`: always of exact widths, beginning at the margin.
pub(super) fn table(xml: &mut Xml, props: &TableProps<'_>) {
    xml.open("w:tblPr", &[]);
    if let Some(style) = props.style {
        xml.leaf("w:tblStyle", &[("w:val", &style)]);
    }
    if let Some(width) = &props.width {
        xml.leaf("w:tblW", &[("w:w", width), ("w:type", &"dxa")]);
    }
    xml.leaf("w:tblInd", &[("w:w", &0), ("w:type", &"dxa")]);
    if let Some(border) = &props.borders {
        xml.open("w:tblBorders", &[]);
        for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
            line(xml, &format!("w:{side}"), border);
        }
        xml.close("w:tblBorders");
    }
    if props.width.is_some() {
        xml.leaf("w:tblLayout", &[("w:type", &"fixed")]);
    }
    if let Some((tall, wide)) = &props.margins {
        xml.open("w:tblCellMar", &[]);
        for (side, margin) in [("top", tall), ("left", wide), ("bottom", tall), ("right", wide)] {
            xml.leaf(&format!("w:{side}"), &[("w:w", margin), ("w:type", &"dxa")]);
        }
        xml.close("w:tblCellMar");
    }
    if props.style.is_some() {
        xml.leaf("w:tblLook", &[("w:val", &"0000")]);
    }
    xml.close("w:tblPr");
}

/// `w:trPr`: a row never breaks; a row of the head is printed again on every page.
pub(super) fn row(xml: &mut Xml, is_head: bool) {
    xml.open("w:trPr", &[]);
    xml.leaf("w:cantSplit", &[]);
    if is_head {
        xml.leaf("w:tblHeader", &[]);
    }
    xml.close("w:trPr");
}

/// What is said of a cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct CellProps {
    pub width: Twips,
    pub columns: usize,
    /// `Some(true)` begins a cell over several rows, `Some(false)` goes on with it.
    pub merge: Option<bool>,
    pub no_wrap: bool,
    pub is_centred: bool,
}

/// `w:tcPr`.
pub(super) fn cell(xml: &mut Xml, props: &CellProps) {
    xml.open("w:tcPr", &[]);
    xml.leaf("w:tcW", &[("w:w", &props.width), ("w:type", &"dxa")]);
    if props.columns > 1 {
        xml.leaf("w:gridSpan", &[("w:val", &props.columns)]);
    }
    match props.merge {
        Some(true) => xml.leaf("w:vMerge", &[("w:val", &"restart")]),
        Some(false) => xml.leaf("w:vMerge", &[]),
        None => {}
    }
    if props.no_wrap {
        xml.leaf("w:noWrap", &[]);
    }
    if props.is_centred {
        xml.leaf("w:vAlign", &[("w:val", &"center")]);
    }
    xml.close("w:tcPr");
}
