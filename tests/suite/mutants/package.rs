//! One cell of an .xlsx package, read and rewritten without any of the program's readers; every other byte stays.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::ops::Range;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A cell: its column's letter and its row.
pub type At = (char, u32);

/// The values of one sheet, as they are written in the package.
pub type Values = BTreeMap<At, String>;

/// The sheets of one workbook.
pub struct Package {
    bytes: Vec<u8>,
    sheets: BTreeMap<String, Sheet>,
}

struct Sheet {
    part: String,
    xml: String,
    /// Where in the XML each value stands.
    spans: BTreeMap<At, Range<usize>>,
}

/// `C14`.
pub fn cell_name((column, row): At) -> String {
    format!("{column}{row}")
}

fn archive(bytes: &[u8]) -> ZipArchive<Cursor<&[u8]>> {
    ZipArchive::new(Cursor::new(bytes)).expect("a sample workbook is a package")
}

fn text_of(bytes: &[u8], part: &str) -> String {
    let mut text = String::new();
    archive(bytes)
        .by_name(part)
        .expect("the part is there")
        .read_to_string(&mut text)
        .expect("the part is UTF-8");
    text
}

/// The value of an attribute of the first tag of `xml`.
fn attribute<'x>(xml: &'x str, name: &str) -> Option<&'x str> {
    let tag = &xml[..xml.find('>')?];
    let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[from..].split('"').next()
}

impl Package {
    /// Reads every sheet; the samples hold no formulas and no shared texts.
    pub fn read(bytes: &[u8]) -> Self {
        let workbook = text_of(bytes, "xl/workbook.xml");
        let relations = text_of(bytes, "xl/_rels/workbook.xml.rels");
        let mut sheets = BTreeMap::new();
        for tag in workbook.split("<sheet ").skip(1) {
            let tag = format!("<sheet {tag}");
            let (name, id) = (attribute(&tag, "name"), attribute(&tag, "r:id"));
            let (name, id) = (name.expect("a sheet has a name"), id.expect("a sheet has a part"));
            let relation = relations
                .split("<Relationship ")
                .map(|tag| format!("<Relationship {tag}"))
                .find(|tag| attribute(tag, "Id") == Some(id))
                .expect("the sheet's part is named");
            let target = attribute(&relation, "Target").expect("a relation has a target");
            let part = format!("xl/{}", target.trim_start_matches('/').trim_start_matches("xl/"));
            let xml = text_of(bytes, &part);
            let spans = spans(&xml);
            sheets.insert(unescaped(name), Sheet { part, xml, spans });
        }
        Self { bytes: bytes.to_vec(), sheets }
    }

    pub fn sheet_names(&self) -> impl Iterator<Item = &str> {
        self.sheets.keys().map(String::as_str)
    }

    pub fn values(&self, sheet: &str) -> Values {
        let sheet = &self.sheets[sheet];
        sheet.spans.iter().map(|(at, span)| (*at, unescaped(&sheet.xml[span.clone()]))).collect()
    }

    /// The package with one value changed.
    pub fn with(&self, sheet: &str, at: At, value: &str) -> Vec<u8> {
        let sheet = &self.sheets[sheet];
        let span = &sheet.spans[&at];
        let value = value.replace('&', "&amp;").replace('<', "&lt;");
        let xml = format!("{}{value}{}", &sheet.xml[..span.start], &sheet.xml[span.end..]);
        let mut archive = archive(&self.bytes);
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).expect("the entry is there");
            if entry.name().is_ok_and(|name| name == sheet.part) {
                let options = SimpleFileOptions::default()
                    .compression_method(CompressionMethod::Deflated)
                    .last_modified_time(zip::DateTime::default());
                writer.start_file(sheet.part.as_str(), options).expect("an entry begins");
                writer.write_all(xml.as_bytes()).expect("the entry is written");
            } else {
                writer.raw_copy_file(entry).expect("the entry is copied");
            }
        }
        writer.finish().expect("the package is written").into_inner()
    }
}

/// Where the values stand: between `<v>` and `</v>`, or in the only `<t>` of an inline text.
fn spans(xml: &str) -> BTreeMap<At, Range<usize>> {
    let mut spans = BTreeMap::new();
    for (start, _) in xml.match_indices("<c ") {
        let open = start + xml[start..].find('>').expect("a tag ends");
        if xml[..open].ends_with('/') {
            continue;
        }
        let end = open + xml[open..].find("</c>").expect("a cell ends");
        let name = attribute(&xml[start..], "r").expect("a cell has a name");
        let (column, row) = name.split_at(1);
        let at = (column.chars().next().expect("a letter"), row.parse().expect("one letter and a row"));
        for (before, after) in [("<v>", "</v>"), ("<t>", "</t>"), ("<t xml:space=\"preserve\">", "</t>")] {
            let Some(from) = xml[open..end].find(before).map(|from| open + from + before.len()) else {
                continue;
            };
            let to = from + xml[from..end].find(after).expect("a value ends");
            spans.insert(at, from..to);
        }
    }
    spans
}

fn unescaped(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

#[test]
fn one_cell_is_changed_and_nothing_else() {
    let path = format!("{}/data/ia-grai-2021/chi-tieu-xa.xlsx", env!("CARGO_MANIFEST_DIR"));
    let package = Package::read(&std::fs::read(path).expect("the sample is there"));
    assert_eq!(package.sheet_names().collect::<Vec<_>>(), ["Biểu 1", "Biểu 2"]);
    let changed = Package::read(&package.with("Biểu 2", ('F', 11), "32"));
    let mut values = package.values("Biểu 2");
    assert_eq!((values[&('B', 11)].as_str(), values[&('F', 11)].as_str()), ("Xã Ia Bă", "21"));
    values.insert(('F', 11), "32".to_owned());
    assert_eq!(changed.values("Biểu 2"), values);
    assert_eq!(changed.values("Biểu 1"), package.values("Biểu 1"));
}
