//! `.ods`: where the sheets of an OpenDocument spreadsheet lie in its one part of cells.
//!
//! calamine builds every sheet of an `.ods` in memory as large as its farthest cell, and tells neither the format nor
//! the font of a cell, nor what is hidden or merged. All of that stands in the same elements as the values, so both are
//! read here in one go (`ods_cells.rs`), and only of the sheet that is asked for; calamine is the second witness in
//! `tests/suite/workbooks.rs`.
//!
//! Told: all of `Facts`, formats, fonts, formulas without a result.

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::limits::Limits;
use super::ods_styles::Styles;
use super::package::{Package, Parts};
use super::sheet::Sheet;
use super::xlsx_facts::cell;
use super::{Book, Format, SheetBuilder, SheetEntry, WorkbookTrouble, damaged, ods_cells};
use crate::diag::CellRange;

const CONTENT: &str = "content.xml";

/// An opened workbook.
pub struct OdsBook {
    parts: Parts,
    styles: Styles,
    sheets: Vec<SheetEntry>,
    /// Where each sheet's element begins and ends.
    places: Vec<(usize, usize)>,
    /// Ranges whose filter has a criterion, by the name of the sheet.
    filters: Vec<(String, CellRange)>,
    limits: Limits,
}

impl OdsBook {
    pub fn open(mut package: Package, limits: &Limits) -> Result<Self, WorkbookTrouble> {
        let manifest = package.part("meta-inf/manifest.xml")?.unwrap_or_default();
        if memmem::find(&manifest, b"encryption-data").is_some() {
            return Err(WorkbookTrouble::password());
        }
        let parts = package.parts(|part| matches!(part, CONTENT | "styles.xml"))?;
        let content = content(&parts)?;
        let mut styles = Styles::default();
        styles
            .add(parts.part("styles.xml").and_then(|xml| std::str::from_utf8(xml).ok()).unwrap_or_default());
        styles.add(content);
        let mut sheets = Vec::new();
        let mut places = Vec::new();
        for (start, end) in tables(content) {
            let Some(tag) = first_tag(&content[start..end]) else { continue };
            let name = attribute(&tag, "table:name").unwrap_or_default();
            // What was last seen of another workbook is kept as a sheet that is never shown.
            if name.starts_with('\'') && name.contains("'#") {
                continue;
            }
            let is_visible = !attribute(&tag, "table:style-name").is_some_and(|style| styles.hides(&style));
            sheets.push(SheetEntry { name, is_visible });
            places.push((start, end));
        }
        let filters = filters(content);
        Ok(Self { parts, styles, sheets, places, filters, limits: *limits })
    }
}

impl Book for OdsBook {
    fn format(&self) -> Format {
        Format::Ods
    }

    fn sheets(&self) -> &[SheetEntry] {
        &self.sheets
    }

    fn sheet(&mut self, at: usize) -> Result<Sheet, WorkbookTrouble> {
        let (start, end) = self.places[at];
        let name = &self.sheets[at].name;
        let mut builder = SheetBuilder::new(name, &self.limits);
        let table = content(&self.parts)?.get(start..end).unwrap_or_default();
        ods_cells::read(table, &self.styles, &self.limits, &mut builder)?;
        let mut sheet = builder.finish();
        // Rows that were never written to may be hidden by the million.
        let last = sheet.last_row();
        sheet.facts.hidden_rows.retain(|row| *row <= last);
        sheet.facts.filter = self.filters.iter().find(|(of, _)| of == name).map(|(_, range)| *range);
        Ok(sheet)
    }
}

fn content(parts: &Parts) -> Result<&str, WorkbookTrouble> {
    let bytes = parts.part(CONTENT).ok_or_else(|| damaged("thiếu phần «content.xml»"))?;
    std::str::from_utf8(bytes).map_err(|error| damaged(format!("phần «content.xml» sai mã chữ ({error})")))
}

/// The elements of the sheets; tables inside cells belong to their cells. Parsing all sheets to find one would cost as
/// much as reading them; «<» is escaped in text, so that the tags can be searched for.
fn tables(xml: &str) -> Vec<(usize, usize)> {
    const OPENS: &[u8] = b"<table:table";
    const CLOSES: &str = "</table:table>";
    let bytes = xml.as_bytes();
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut opens = memmem::find_iter(bytes, OPENS)
        .filter(|at| {
            bytes.get(at + OPENS.len()).is_some_and(|next| next.is_ascii_whitespace() || *next == b'>')
        })
        .peekable();
    for close in memmem::find_iter(bytes, CLOSES) {
        while let Some(start) = opens.next_if(|start| *start < close) {
            open.push(start);
        }
        if let Some(start) = open.pop()
            && open.is_empty()
        {
            found.push((start, close + CLOSES.len()));
        }
    }
    found
}

fn first_tag(xml: &str) -> Option<BytesStart<'_>> {
    match Reader::from_str(xml).read_event() {
        Ok(Event::Start(tag)) => Some(tag),
        _ => None,
    }
}

fn filters(xml: &str) -> Vec<(String, CellRange)> {
    let Some(start) = memmem::rfind(xml.as_bytes(), b"<table:database-ranges") else { return Vec::new() };
    let mut reader = Reader::from_str(&xml[start..]);
    reader.config_mut().expand_empty_elements = true;
    let mut found = Vec::new();
    let mut range = None;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) if tag.name().as_ref() == "table:database-range" => {
                range = attribute(&tag, "table:target-range-address").and_then(|text| address(&text));
            }
            Event::Start(tag) if tag.name().as_ref() == "table:filter-condition" => {
                found.extend(range.take())
            }
            Event::End(tag) if tag.name().as_ref() == "table:database-ranges" => break,
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

/// `'Biểu 1'.A3:'Biểu 1'.D7`
fn address(text: &str) -> Option<(String, CellRange)> {
    let mut is_quoted = false;
    let colon = text.find(|c| {
        is_quoted ^= c == '\'';
        c == ':' && !is_quoted
    })?;
    let (sheet, first) = text[..colon].rsplit_once('.')?;
    let (_, last) = text[colon + 1..].rsplit_once('.')?;
    let sheet = sheet.trim_start_matches('$');
    let sheet = match sheet.strip_prefix('\'').and_then(|sheet| sheet.strip_suffix('\'')) {
        Some(inside) => inside.replace("''", "'"),
        None => sheet.to_owned(),
    };
    Some((sheet, CellRange { first: cell(first.as_bytes())?, last: cell(last.as_bytes())? }))
}

/// An attribute by its whole name; every office program writes the usual prefixes.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::{address, filters, tables};

    #[test]
    fn sheets_and_filters_are_found() {
        let xml = "<a><table:table-row/><table:table table:name=\"x\"><table:table/><c><table:table a=\"\">\
                   </table:table></c></table:table><table:table>t</table:table></a>";
        let tables: Vec<&str> = tables(xml).into_iter().map(|(start, end)| &xml[start..end]).collect();
        assert_eq!(tables.len(), 2);
        assert!(tables[0].ends_with("</c></table:table>") && tables[1].starts_with("<table:table>t"));
        let xml = r#"<table:database-ranges><table:database-range table:target-range-address="A.A1:A.B2"/>
<table:database-range table:target-range-address="&apos;B 1&apos;.A3:&apos;B 1&apos;.D7"><table:filter><table:filter-and>
<table:filter-condition/><table:filter-condition/></table:filter-and></table:filter></table:database-range></table:database-ranges>"#;
        let filters = filters(xml);
        assert_eq!(filters.len(), 1);
        assert_eq!((filters[0].0.as_str(), filters[0].1.to_string()), ("B 1", "A3:D7".to_owned()));
        let (sheet, range) = address("$'a''.:b'.$A$1:$'a''.:b'.C2").expect("an address");
        assert_eq!((sheet.as_str(), range.to_string()), ("a'.:b", "A1:C2".to_owned()));
    }
}
