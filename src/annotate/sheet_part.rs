//! A sheet's own part: its merged cells, and the element that leads to the drawing of its comments.

use super::xml::{Edits, Element, elements, escaped};
use crate::diag::{CellRange, CellRef};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The same in the strict form of the standard.
const STRICT_RELATIONS: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// The children of a worksheet that stand behind `legacyDrawing` (ECMA-376 part 1, 18.3.1.99). What an office program
/// wraps for others (`AlternateContent`) are controls and objects, which stand there too.
const BEHIND: [&str; 9] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
];

/// What is known of a sheet.
pub struct SheetPart {
    pub text: String,
    root: Element,
    children: Vec<Element>,
    merges: Vec<CellRange>,
}

impl SheetPart {
    pub fn read(text: String) -> Result<Self, String> {
        let found = elements(&text, |depth, name| depth <= 1 || depth == 2 && name == "mergeCell")?;
        let mut merges = Vec::new();
        let mut children = Vec::new();
        let mut root = None;
        for element in found {
            match element.depth {
                0 => root = Some(element),
                1 => children.push(element),
                _ => merges.extend(element.attribute("ref").and_then(range)),
            }
        }
        let root = root.filter(|root| root.name == "worksheet").ok_or("không phải trang tính")?;
        Ok(Self { text, root, children, merges })
    }

    /// The cell that a comment on this one is shown at: the first of its merged range.
    pub fn shown(&self, cell: CellRef) -> CellRef {
        let merged = self.merges.iter().find(|merge| merge.holds(cell.into()));
        merged.map_or(cell, |merge| merge.first)
    }

    /// How the relations of this package are called: `…/comments`, `…/vmlDrawing`.
    pub fn relation(&self, kind: &str) -> String {
        format!("{}/{kind}", self.relations())
    }

    fn relations(&self) -> &'static str {
        let is_strict = |(_, value): &(String, String)| value.contains("purl.oclc.org/ooxml");
        if self.root.attributes.iter().any(is_strict) { STRICT_RELATIONS } else { RELATIONS }
    }

    /// The id of the relation to the drawing of comments and controls.
    pub fn drawing(&self) -> Option<&str> {
        self.children.iter().find(|child| child.name == "legacyDrawing")?.attribute("id")
    }

    /// The part with a `legacyDrawing`, at the place that the standard gives it.
    pub fn with_drawing(&self, id: &str) -> Result<String, String> {
        let last = self.children.iter().rfind(|child| !BEHIND.contains(&child.name.as_str()));
        let at = last.ok_or("trang tính không có ô")?.whole().end;
        let relations = self.relations();
        let declared = self
            .root
            .attributes
            .iter()
            .find_map(|(key, value)| Some(key.strip_prefix("xmlns:")?).filter(|_| value == relations));
        let (prefix, id) = (&self.root.prefix, escaped(id));
        let element = match declared {
            Some(own) => format!("<{prefix}legacyDrawing {own}:id=\"{id}\"/>"),
            None => format!("<{prefix}legacyDrawing xmlns:r=\"{relations}\" r:id=\"{id}\"/>"),
        };
        let mut edits = Edits::default();
        edits.insert(at, element);
        Ok(edits.applied(&self.text))
    }
}

/// `A6:B7`
fn range(text: &str) -> Option<CellRange> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    Some(CellRange { first: CellRef::parse(first)?, last: CellRef::parse(last)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drawing_stands_where_the_standard_wants_it() {
        let root = format!("<worksheet xmlns=\"x\" xmlns:r=\"{RELATIONS}\">");
        for (children, wanted) in [
            ("<sheetData/>", "<sheetData/>HERE"),
            ("<sheetData></sheetData><pageSetup/>", "<sheetData></sheetData><pageSetup/>HERE"),
            (
                "<sheetData/><drawing r:id=\"a\"/><tableParts/>",
                "<sheetData/><drawing r:id=\"a\"/>HERE<tableParts/>",
            ),
            (
                "<sheetData/><legacyDrawingHF/><extLst><a/></extLst>",
                "<sheetData/>HERE<legacyDrawingHF/><extLst><a/></extLst>",
            ),
            (
                "<sheetData/><mc:AlternateContent><controls/></mc:AlternateContent>",
                "<sheetData/>HERE<mc:AlternateContent><controls/></mc:AlternateContent>",
            ),
        ] {
            let part = SheetPart::read(format!("{root}{children}</worksheet>")).expect("a sheet");
            let wanted = wanted.replace("HERE", "<legacyDrawing r:id=\"rId9\"/>");
            assert_eq!(part.with_drawing("rId9").expect("cells"), format!("{root}{wanted}</worksheet>"));
        }
    }

    #[test]
    fn a_prefix_is_kept_and_one_that_is_missing_is_declared() {
        let part =
            SheetPart::read("\u{feff}<x:worksheet xmlns:x=\"x\"><x:sheetData/></x:worksheet>".to_owned());
        let text = part.expect("a sheet").with_drawing("rId1").expect("cells");
        let drawing = format!("<x:legacyDrawing xmlns:r=\"{RELATIONS}\" r:id=\"rId1\"/>");
        assert_eq!(text, format!("\u{feff}<x:worksheet xmlns:x=\"x\"><x:sheetData/>{drawing}</x:worksheet>"));
    }

    #[test]
    fn a_comment_is_shown_at_the_first_cell_of_a_merged_range() {
        let text = "<worksheet><sheetData/><mergeCells><mergeCell ref=\"B2:C4\"/></mergeCells></worksheet>";
        let part = SheetPart::read(text.to_owned()).expect("a sheet");
        let cell = |text: &str| CellRef::parse(text).expect("a cell");
        assert_eq!(part.shown(cell("C3")), cell("B2"));
        assert_eq!(part.shown(cell("C5")), cell("C5"));
    }
}
