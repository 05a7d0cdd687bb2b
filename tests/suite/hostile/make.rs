//! Builds workbooks part by part, so that a case can change any byte of them.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The parts of an archive, in order.
pub struct Parts(Vec<(String, Content)>);

enum Content {
    Bytes(Vec<u8>),
    /// Bytes before, bytes that are repeated so often, bytes after.
    Repeated(Vec<u8>, Vec<u8>, usize, Vec<u8>),
}

impl Parts {
    /// The same with a part added, or put in the place of the one of that name.
    pub fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.put(name, Content::Bytes(bytes.as_ref().to_vec()))
    }

    /// The same with a part that is long and packs well.
    pub fn with_repeated(self, name: &str, before: &str, piece: &str, times: usize, after: &str) -> Self {
        // Pieces of some size, or packing would be all call and no work.
        let block = (1_000_000 / piece.len()).clamp(1, times);
        let content =
            Content::Repeated(before.into(), piece.repeat(block).into(), times / block, after.into());
        self.put(name, content)
    }

    /// The same with some text of a part replaced wherever it stands.
    pub fn replace(self, name: &str, old: &str, new: &str) -> Self {
        let text = self.text(name);
        assert!(text.contains(old), "{old} stands in {name}: {text}");
        self.with(name, text.replace(old, new))
    }

    /// The text of a part.
    pub fn text(&self, name: &str) -> String {
        let (_, content) = self.0.iter().find(|(known, _)| known == name).expect("a part of that name");
        let Content::Bytes(bytes) = content else { panic!("{name} is no plain part") };
        String::from_utf8(bytes.clone()).expect("text")
    }

    /// The same with so many empty parts more.
    pub fn with_empty(mut self, count: usize) -> Self {
        self.0.extend((0..count).map(|at| (format!("xl/x/{at}"), Content::Bytes(Vec::new()))));
        self
    }

    /// The names of the parts.
    pub fn names(&self) -> Vec<String> {
        self.0.iter().map(|(name, _)| name.clone()).collect()
    }

    fn put(mut self, name: &str, content: Content) -> Self {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = content,
            None => self.0.push((name.to_owned(), content)),
        }
        self
    }

    /// The archive.
    pub fn zip(&self) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.0 {
            let options = SimpleFileOptions::default();
            let options = match name.as_str() {
                "mimetype" => options.compression_method(CompressionMethod::Stored),
                _ => options.compression_method(CompressionMethod::Deflated).compression_level(Some(1)),
            };
            writer.start_file(name.as_str(), options).expect("a part");
            let pieces: Vec<&[u8]> = match content {
                Content::Bytes(bytes) => vec![bytes],
                Content::Repeated(before, piece, times, after) => {
                    let mut pieces: Vec<&[u8]> = vec![before];
                    pieces.extend(std::iter::repeat_n(piece.as_slice(), *times));
                    pieces.push(after);
                    pieces
                }
            };
            for piece in pieces {
                writer.write_all(piece).expect("bytes");
            }
        }
        writer.finish().expect("an archive").into_inner()
    }
}

pub const SHEET: &str = "xl/worksheets/sheet1.xml";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The head and two units, as rows of a sheet.
pub const ROWS: &str = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>TT</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Địa phương</t></is></c>\
<c r=\"C1\" t=\"inlineStr\"><is><t>Số hộ</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>Ghi chú</t></is></c></row>\
<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>Xã An Bình</t></is></c><c r=\"C2\"><v>100</v></c></row>\
<row r=\"3\"><c r=\"A3\"><v>2</v></c><c r=\"B3\" t=\"inlineStr\"><is><t>Xã An Hòa</t></is></c><c r=\"C3\"><v>200</v></c></row>";

/// A sheet around its rows.
pub fn sheet(rows: &str) -> String {
    format!("{}{rows}{}", sheet_before(), SHEET_AFTER)
}

pub fn sheet_before() -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"{MAIN}\"><sheetData>")
}

pub const SHEET_AFTER: &str = "</sheetData></worksheet>";

/// An `.xlsx` of one sheet with these rows, with every part that a program may look at.
pub fn xlsx(rows: &str) -> Parts {
    let xml = |body: String| format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>{body}");
    Parts(Vec::new())
        .with(
            "[Content_Types].xml",
            xml(format!(
                "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{KIND}.sheet.main+xml\"/>\
                 <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{KIND}.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{KIND}.styles+xml\"/>\
                 <Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{KIND}.sharedStrings+xml\"/></Types>"
            )),
        )
        .with(
            "_rels/.rels",
            xml(format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            )),
        )
        .with(
            "xl/workbook.xml",
            xml(format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"Biểu\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            )),
        )
        .with(
            "xl/_rels/workbook.xml.rels",
            xml(format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
                 <Relationship Id=\"rId2\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/>\
                 <Relationship Id=\"rId3\" Type=\"{RELATIONS}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            )),
        )
        .with(
            "xl/styles.xml",
            xml(format!(
                "<styleSheet xmlns=\"{MAIN}\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Arial\"/></font></fonts><fills count=\"1\"><fill/></fills>\
                 <borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\"/></cellXfs></styleSheet>"
            )),
        )
        .with("xl/sharedStrings.xml", xml(format!("<sst xmlns=\"{MAIN}\" count=\"0\" uniqueCount=\"0\"></sst>")))
        .with(SHEET, sheet(rows))
}

/// The same with these shared strings, the first of which names the second unit.
pub fn shared(strings: &[&str]) -> Parts {
    let items: String = strings.iter().map(|text| format!("<si><t>{text}</t></si>")).collect();
    xlsx(ROWS)
        .replace(
            SHEET,
            "<c r=\"B3\" t=\"inlineStr\"><is><t>Xã An Hòa</t></is></c>",
            "<c r=\"B3\" t=\"s\"><v>0</v></c>",
        )
        .with("xl/sharedStrings.xml", format!("<sst xmlns=\"{MAIN}\">{items}</sst>"))
}

/// The rows of an `.ods` sheet with the head and two units.
pub const ODS_ROWS: &str = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>TT</text:p></table:table-cell>\
<table:table-cell office:value-type=\"string\"><text:p>Địa phương</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Số hộ</text:p></table:table-cell>\
<table:table-cell office:value-type=\"string\"><text:p>Ghi chú</text:p></table:table-cell></table:table-row>\
<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"><text:p>1</text:p></table:table-cell>\
<table:table-cell office:value-type=\"string\"><text:p>Xã An Bình</text:p></table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"100\"><text:p>100</text:p></table:table-cell></table:table-row>";

/// An `.ods` of one sheet with these rows.
pub fn ods(rows: &str) -> Parts {
    const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
                         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" office:version=\"1.3\"";
    const MANIFEST: &str = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    const TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    Parts(Vec::new())
        .with("mimetype", TYPE)
        .with(
            "META-INF/manifest.xml",
            format!(
                "{head}<manifest:manifest xmlns:manifest=\"{MANIFEST}\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{TYPE}\"/>\
                 <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
            ),
        )
        .with("styles.xml", format!("{head}<office:document-styles {NAMES}><office:styles/></office:document-styles>"))
        .with(
            "content.xml",
            format!(
                "{head}<office:document-content {NAMES}><office:automatic-styles/><office:body><office:spreadsheet><table:table table:name=\"Biểu\">{rows}</table:table>\
                 </office:spreadsheet></office:body></office:document-content>"
            ),
        )
}

/// A workbook of `tests/workbooks`.
pub fn kept(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/workbooks/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Replaces bytes wherever they stand; `new` is as long as `old`.
pub fn patched(mut bytes: Vec<u8>, old: &[u8], new: &[u8]) -> Vec<u8> {
    assert_eq!(old.len(), new.len());
    let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(old)).collect();
    assert!(!places.is_empty(), "the bytes to replace are there");
    for at in places {
        bytes[at..at + new.len()].copy_from_slice(new);
    }
    bytes
}
