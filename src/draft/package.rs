//! The parts of a draft as one file: content types, relations, settings, what the document tells about itself.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::body::Written;
use super::sections::relation;
use super::styles::{FONT, LANGUAGE, NAMESPACE};
use super::xml::{DECLARATION, Xml};
use super::{Origin, PROPERTIES, VERSION};
use crate::model::blocks::Properties;

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const EXTENDED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
const CUSTOM: &str = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
const VALUES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// The set of properties that a document's own ones belong to.
const CUSTOM_SET: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/// The parts that are the same whatever a draft says, as a package to copy them from: packing them anew for every
/// document of a province would be a third of the work.
pub(super) fn shared(styles: String) -> Result<Vec<u8>, String> {
    let parts = [
        ("_rels/.rels", package_relations()),
        ("docProps/app.xml", app()),
        ("word/styles.xml", styles),
        ("word/settings.xml", settings()),
        ("word/fontTable.xml", fonts()),
    ];
    let mut packing = Packing::default();
    for (name, text) in parts {
        packing.part(name, &text)?;
    }
    packing.finished()
}

/// Zips the parts; the same parts give the same bytes.
pub(super) fn of(
    written: &Written,
    shared: &[u8],
    properties: &Properties,
    origin: Origin<'_>,
) -> Result<Vec<u8>, String> {
    let margins: Vec<(String, &str)> = written
        .margins
        .iter()
        .enumerate()
        .map(|(at, margin)| (format!("{}{}.xml", margin.kind, at + 1), margin.kind))
        .collect();
    let mut packing = Packing::default();
    packing.part("[Content_Types].xml", &content_types(&margins))?;
    packing.copies(shared)?;
    packing.part("docProps/core.xml", &core(properties))?;
    packing.part("docProps/custom.xml", &custom(origin))?;
    packing.part("word/_rels/document.xml.rels", &document_relations(&margins))?;
    for ((name, _), margin) in margins.iter().zip(&written.margins) {
        packing.part(&format!("word/{name}"), &margin.xml)?;
    }
    packing.part("word/document.xml", &written.document)?;
    packing.finished()
}

/// A package that is being written.
struct Packing {
    writer: ZipWriter<Cursor<Vec<u8>>>,
}

impl Default for Packing {
    fn default() -> Self {
        Self { writer: ZipWriter::new(Cursor::new(Vec::new())) }
    }
}

impl Packing {
    fn part(&mut self, name: &str, text: &str) -> Result<(), String> {
        // Without a date of its own a part would hold the present moment.
        let options = SimpleFileOptions::default()
            .last_modified_time(zip::DateTime::default())
            .compression_method(CompressionMethod::Deflated);
        self.writer.start_file(name, options).map_err(|error| error.to_string())?;
        self.writer.write_all(text.as_bytes()).map_err(|error| error.to_string())
    }

    /// Copies every part of another package as it is packed there.
    fn copies(&mut self, package: &[u8]) -> Result<(), String> {
        let trouble = |error: zip::result::ZipError| error.to_string();
        let mut archive = ZipArchive::new(Cursor::new(package)).map_err(trouble)?;
        for at in 0..archive.len() {
            let part = archive.by_index_raw(at).map_err(trouble)?;
            self.writer.raw_copy_file(part).map_err(trouble)?;
        }
        Ok(())
    }

    fn finished(self) -> Result<Vec<u8>, String> {
        Ok(self.writer.finish().map_err(|error| error.to_string())?.into_inner())
    }
}

fn content_types(margins: &[(String, &str)]) -> String {
    let mut xml = Xml::default();
    xml.push(DECLARATION);
    xml.open("Types", &[("xmlns", &TYPES)]);
    let relations = "application/vnd.openxmlformats-package.relationships+xml";
    for (ending, kind) in [("rels", relations), ("xml", "application/xml")] {
        xml.leaf("Default", &[("Extension", &ending), ("ContentType", &kind)]);
    }
    let mut part = |name: &str, kind: &str| {
        xml.leaf("Override", &[("PartName", &name), ("ContentType", &kind)]);
    };
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    let about = "application/vnd.openxmlformats-officedocument";
    part("/docProps/app.xml", &format!("{about}.extended-properties+xml"));
    part("/docProps/custom.xml", &format!("{about}.custom-properties+xml"));
    part("/word/document.xml", &format!("{WORD_TYPE}.document.main+xml"));
    for name in ["styles", "settings", "fontTable"] {
        part(&format!("/word/{name}.xml"), &format!("{WORD_TYPE}.{name}+xml"));
    }
    for (name, kind) in margins {
        part(&format!("/word/{name}"), &format!("{WORD_TYPE}.{kind}+xml"));
    }
    xml.close("Types");
    xml.into_text()
}

fn relations(all: &[(String, String, String)]) -> String {
    let mut xml = Xml::default();
    xml.push(DECLARATION);
    xml.open("Relationships", &[("xmlns", &PACKAGE)]);
    for (id, kind, target) in all {
        xml.leaf("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
    }
    xml.close("Relationships");
    xml.into_text()
}

fn package_relations() -> String {
    let relation = |id: &str, kind: String, target: &str| (id.to_owned(), kind, target.to_owned());
    relations(&[
        relation("rId1", format!("{OFFICE}/officeDocument"), "word/document.xml"),
        relation("rId2", format!("{PACKAGE}/metadata/core-properties"), "docProps/core.xml"),
        relation("rId3", format!("{OFFICE}/extended-properties"), "docProps/app.xml"),
        relation("rId4", format!("{OFFICE}/custom-properties"), "docProps/custom.xml"),
    ])
}

fn document_relations(margins: &[(String, &str)]) -> String {
    let own = ["styles", "settings", "fontTable"];
    let own = own.map(|name| (format!("rId_{name}"), format!("{OFFICE}/{name}"), format!("{name}.xml")));
    let margins = margins.iter().enumerate();
    let margins = margins.map(|(at, (name, kind))| (relation(at), format!("{OFFICE}/{kind}"), name.clone()));
    relations(&own.into_iter().chain(margins).collect::<Vec<_>>())
}

fn core(properties: &Properties) -> String {
    let Properties { title, author, year, month, day } = properties;
    let moment = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    let mut xml = Xml::default();
    xml.push(DECLARATION);
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", &CORE),
            ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", &"http://purl.org/dc/terms/"),
            ("xmlns:xsi", &"http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    xml.said("dc:title", &[], title);
    xml.said("dc:creator", &[], author);
    xml.said("dc:language", &[], LANGUAGE);
    for name in ["dcterms:created", "dcterms:modified"] {
        xml.said(name, &[("xsi:type", &"dcterms:W3CDTF")], &moment);
    }
    xml.close("cp:coreProperties");
    xml.into_text()
}

fn app() -> String {
    let mut xml = Xml::default();
    xml.push(DECLARATION);
    xml.open("Properties", &[("xmlns", &EXTENDED)]);
    xml.said("Application", &[], "duthao");
    xml.close("Properties");
    xml.into_text()
}

/// By what a draft that comes back is recognised, and nothing else: no path, no person, no clock.
fn custom(origin: Origin<'_>) -> String {
    let values = [Some(VERSION), Some(origin.dossier), Some(origin.document), origin.unit];
    let mut xml = Xml::default();
    xml.push(DECLARATION);
    xml.open("Properties", &[("xmlns", &CUSTOM), ("xmlns:vt", &VALUES)]);
    for (at, (name, value)) in PROPERTIES.iter().zip(values).enumerate() {
        if let Some(value) = value {
            // The numbers 0 and 1 are reserved.
            xml.open("property", &[("fmtid", &CUSTOM_SET), ("pid", &(at + 2)), ("name", name)]);
            xml.said("vt:lpwstr", &[], value);
            xml.close("property");
        }
    }
    xml.close("Properties");
    xml.into_text()
}

fn settings() -> String {
    let mut xml = Xml::default();
    xml.push(DECLARATION);
    xml.open("w:settings", &[("xmlns:w", &NAMESPACE)]);
    xml.leaf("w:zoom", &[("w:percent", &100)]);
    xml.leaf("w:defaultTabStop", &[("w:val", &720)]);
    xml.leaf("w:characterSpacingControl", &[("w:val", &"doNotCompress")]);
    xml.open("w:compat", &[]);
    // As Word itself writes them in a new document: without the second the sizes of paragraph styles may give way to
    // a table's.
    for (name, value) in [
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    ] {
        let uri = "http://schemas.microsoft.com/office/word";
        xml.leaf("w:compatSetting", &[("w:name", &name), ("w:uri", &uri), ("w:val", &value)]);
    }
    xml.close("w:compat");
    xml.leaf("w:themeFontLang", &[("w:val", &LANGUAGE)]);
    xml.leaf("w:decimalSymbol", &[("w:val", &",")]);
    xml.leaf("w:listSeparator", &[("w:val", &";")]);
    xml.close("w:settings");
    xml.into_text()
}

fn fonts() -> String {
    let mut xml = Xml::default();
    xml.push(DECLARATION);
    xml.open("w:fonts", &[("xmlns:w", &NAMESPACE)]);
    xml.open("w:font", &[("w:name", &FONT)]);
    xml.leaf("w:panose1", &[("w:val", &"02020603050405020304")]);
    xml.leaf("w:charset", &[("w:val", &"00")]);
    xml.leaf("w:family", &[("w:val", &"roman")]);
    xml.leaf("w:pitch", &[("w:val", &"variable")]);
    xml.close("w:font");
    xml.close("w:fonts");
    xml.into_text()
}
