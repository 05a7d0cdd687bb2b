//! The styles of an `.ods`: a cell's style leads through its parents to a font and to a style of numbers.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::ods::attribute;
use super::sheet::Look;
use crate::vietnamese::legacy::Encoding;

/// Deeper than this no chain of styles goes.
const MOST_PARENTS: usize = 32;

/// The styles of a workbook by their names.
#[derive(Debug, Default)]
pub struct Styles {
    cells: BTreeMap<String, CellStyle>,
    numbers: BTreeMap<String, NumberStyle>,
    fonts: BTreeMap<String, String>,
    /// Styles of sheets that are not shown.
    hidden: BTreeSet<String>,
}

#[derive(Debug, Default)]
struct CellStyle {
    parent: Option<String>,
    numbers: Option<String>,
    font: Option<String>,
}

#[derive(Debug, Default)]
struct NumberStyle {
    is_percent: bool,
    decimals: Option<u8>,
    /// The style for positive numbers, where this one is for the others.
    positive: Option<String>,
}

/// Which style the elements belong to that come now.
enum Open {
    Nothing,
    Cell(String),
    Sheet(String),
    Numbers(String),
}

impl Styles {
    /// Adds the styles of a part, up to where its cells begin. What is broken there ends the reading: the part that has
    /// the cells is read again, and complained of then.
    pub fn add(&mut self, xml: &str) {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        let mut open = Open::Nothing;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) if tag.name().as_ref() == "office:body" => return,
                Event::Start(tag) => self.tag(&tag, &mut open),
                Event::End(tag)
                    if matches!(tag.name().as_ref(), "style:style" | "style:default-style")
                        || is_number_style(tag.name().as_ref()) =>
                {
                    open = Open::Nothing;
                }
                Event::Eof => return,
                _ => {}
            }
        }
    }

    fn tag(&mut self, tag: &BytesStart<'_>, open: &mut Open) {
        let named = |name| attribute(tag, name);
        match (tag.name().as_ref(), &*open) {
            ("style:font-face", _) => {
                let family = named("svg:font-family").map(|family| unquoted(&family));
                self.fonts.extend(named("style:name").zip(family));
            }
            ("style:style" | "style:default-style", _) => {
                let name = named("style:name").unwrap_or_default();
                *open = match named("style:family").as_deref() {
                    Some("table-cell") => {
                        let (parent, numbers) =
                            (named("style:parent-style-name"), named("style:data-style-name"));
                        // Every chain ends in the style without a name.
                        let parent = parent.or_else(|| (!name.is_empty()).then(String::new));
                        let style = CellStyle { parent, numbers, font: None };
                        self.cells.insert(name.clone(), style);
                        Open::Cell(name)
                    }
                    Some("table") => Open::Sheet(name),
                    _ => Open::Nothing,
                };
            }
            ("style:text-properties", Open::Cell(style)) => {
                let family = named("fo:font-family").map(|family| unquoted(&family));
                if let Some(style) = self.cells.get_mut(style) {
                    let face = named("style:font-name");
                    style.font = face.map(|face| self.fonts.get(&face).cloned().unwrap_or(face)).or(family);
                }
            }
            ("style:table-properties", Open::Sheet(style))
                if named("table:display").as_deref() == Some("false") =>
            {
                self.hidden.insert(style.clone());
            }
            (kind, _) if is_number_style(kind) => {
                let name = named("style:name").unwrap_or_default();
                let is_percent = kind == "number:percentage-style";
                self.numbers.insert(name.clone(), NumberStyle { is_percent, ..NumberStyle::default() });
                *open = Open::Numbers(name);
            }
            (kind, Open::Numbers(style)) => {
                let Some(style) = self.numbers.get_mut(style) else { return };
                match kind {
                    "number:number" | "number:scientific-number" => {
                        let places =
                            named("number:min-decimal-places").or_else(|| named("number:decimal-places"));
                        style.decimals = places.and_then(|places| places.parse().ok());
                    }
                    "number:fraction" => style.decimals = Some(0),
                    "style:map" if style.positive.is_none() => {
                        let is_positive =
                            named("style:condition").is_some_and(|of| of.starts_with("value()>"));
                        style.positive = named("style:apply-style-name").filter(|_| is_positive);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }

    /// Whether the sheets of a style are hidden.
    pub fn hides(&self, sheet_style: &str) -> bool {
        self.hidden.contains(sheet_style)
    }

    /// What a cell of this style looks like.
    pub fn look(&self, name: &str) -> Look {
        let chain = || {
            let first = self.cells.get(name).or_else(|| self.cells.get(""));
            let parent = |style: &&CellStyle| self.cells.get(style.parent.as_deref()?);
            std::iter::successors(first, parent).take(MOST_PARENTS)
        };
        let font = chain().find_map(|style| style.font.as_deref());
        let numbers = chain().find_map(|style| style.numbers.as_ref());
        let numbers = numbers.and_then(|name| self.numbers.get(name));
        let shown = numbers
            .and_then(|style| style.positive.as_ref())
            .and_then(|positive| self.numbers.get(positive))
            .or(numbers);
        Look {
            is_percent: shown.is_some_and(|style| style.is_percent),
            decimals: shown.and_then(|style| style.decimals),
            encoding: font.and_then(Encoding::of_font),
        }
    }
}

fn is_number_style(name: &str) -> bool {
    const KINDS: [&str; 7] = ["number", "percentage", "currency", "date", "time", "boolean", "text"];
    let kind = name.strip_prefix("number:").and_then(|name| name.strip_suffix("-style"));
    kind.is_some_and(|kind| KINDS.contains(&kind))
}

/// A family of two words stands in quotes.
fn unquoted(family: &str) -> String {
    family.trim_matches(['\'', '"']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::Styles;

    #[test]
    fn styles_lead_to_fonts_and_numbers() {
        let mut styles = Styles::default();
        styles.add(
            r##"<office:document-styles><office:font-face-decls>
<style:font-face style:name="F1" svg:font-family="&apos;.VnTime&apos;"/></office:font-face-decls><office:styles>
<style:default-style style:family="table-cell"><style:text-properties style:font-name="F1"/></style:default-style>
<style:style style:name="Default" style:family="table-cell"/>
<style:style style:name="Unicode" style:family="table-cell" style:parent-style-name="Default">
<style:text-properties fo:font-family="'Times New Roman'"/></style:style>
<number:number-style style:name="N9P0"><number:number number:decimal-places="2" number:min-integer-digits="1"/></number:number-style>
<number:number-style style:name="N9"><style:text-properties fo:color="#ff0000"/><number:number number:decimal-places="0"/>
<style:map style:condition="value()&gt;=0" style:apply-style-name="N9P0"/></number:number-style>
<number:number-style style:name="N8"><number:number number:decimal-places="3" number:min-decimal-places="1"/></number:number-style>
<number:percentage-style style:name="N11"><number:number number:decimal-places="2"/></number:percentage-style>
<number:number-style style:name="N0"><number:number number:min-integer-digits="1"/></number:number-style>
</office:styles><office:automatic-styles>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="a" style:family="table-cell" style:parent-style-name="Unicode" style:data-style-name="N9"/>
<style:style style:name="b" style:family="table-cell" style:parent-style-name="a" style:data-style-name="N11"/>
<style:style style:name="c" style:family="table-cell" style:parent-style-name="c" style:data-style-name="N8"/>
<style:style style:name="d" style:family="table-cell" style:data-style-name="N0"/>
</office:automatic-styles><office:body/></office:document-styles>"##,
        );
        let told = |name: &str| {
            let look = styles.look(name);
            (look.is_percent, look.decimals, look.encoding.is_some())
        };
        assert_eq!(told("a"), (false, Some(2), false));
        assert_eq!(told("b"), (true, Some(2), false));
        assert_eq!(told("c"), (false, Some(1), false), "a style that is its own parent");
        assert_eq!(told("d"), (false, None, true));
        assert_eq!(told("Default"), (false, None, true));
        assert!(styles.hides("ta2") && !styles.hides("ta1"));
    }
}
