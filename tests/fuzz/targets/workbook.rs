//! Whatever bytes a file holds: opening it and every sheet in it ends with cells or with a reason, in bounded memory.
//!
//! An archive has check sums, so that a changed byte of it is only ever a broken archive. Input that begins with «<» is
//! therefore the text of parts, with a zero byte between them, and is packed before it is opened.

#![no_main]

use std::io::{Cursor, Write};
use std::time::Duration;

use duthao::load::workbook::{Limits, WorkbookTrouble, open};
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

#[global_allocator]
static COUNTED: duthao_fuzz::Counted = duthao_fuzz::Counted;

/// Far below the defaults, so that an input is soon done with.
const LIMITS: Limits = Limits {
    file_bytes: 1 << 20,
    unzipped_bytes: 4 << 20,
    rows: 2_000,
    columns: 300,
    cells: 20_000,
    cell_characters: 5_000,
    time: Duration::from_secs(5),
};

/// Several copies of what may be unzipped, and the cells.
const MOST_BYTES: usize = 64 << 20;

/// The last cells are looked at, and as many in between as take no time.
const STEP: usize = 7;

fuzz_target!(|bytes: &[u8]| {
    let file = if bytes.first() == Some(&b'<') { packed(bytes) } else { bytes.to_vec() };
    duthao_fuzz::within(MOST_BYTES, || read(file));
});

const WORKBOOK: &str = "<workbook><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";

const ROOT: &str = "<Relationships><Relationship Id=\"r1\" \
Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
Target=\"xl/workbook.xml\"/></Relationships>";

const RELATIONS: &str = "<Relationships><Relationship Id=\"r1\" \
Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" \
Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" \
Target=\"styles.xml\"/><Relationship Id=\"r3\" \
Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" \
Target=\"sharedStrings.xml\"/></Relationships>";

/// An `.ods` where the text speaks of one, else an `.xlsx`: sheet, strings, styles, workbook, relationships.
fn packed(bytes: &[u8]) -> Vec<u8> {
    const XLSX: [(&str, &str); 7] = [
        ("xl/worksheets/sheet1.xml", ""),
        ("xl/sharedStrings.xml", "<sst/>"),
        ("xl/styles.xml", "<styleSheet/>"),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("_rels/.rels", ROOT),
        ("[Content_Types].xml", "<Types/>"),
    ];
    const ODS: [(&str, &str); 3] = [
        ("content.xml", ""),
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
    ];
    let parts: &[(&str, &str)] = if bytes.starts_with(b"<office:") { &ODS } else { &XLSX };
    let mut texts = bytes.split(|byte| *byte == 0);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, usual) in parts {
        let text = texts.next().filter(|text| !text.is_empty()).unwrap_or(usual.as_bytes());
        archive.start_file(*name, plain).expect("a part");
        archive.write_all(text).expect("bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

fn read(bytes: Vec<u8>) {
    let mut book = match open(bytes, &LIMITS) {
        Ok(book) => book,
        Err(trouble) => return say(&trouble),
    };
    for at in 0..book.sheets().len().min(8) {
        let sheet = match book.sheet(at) {
            Ok(sheet) => sheet,
            Err(trouble) => {
                say(&trouble);
                continue;
            }
        };
        let (rows, columns) = (sheet.last_row(), sheet.last_column());
        assert!(rows <= LIMITS.rows && columns <= LIMITS.columns, "{rows} rows, {columns} columns");
        for row in (1..=rows + 1).step_by(STEP) {
            for column in 1..=columns + 1 {
                let _ = (sheet.cell(row, column), sheet.spread(row, column));
            }
        }
    }
}

/// Every trouble has words for the clerk.
fn say(trouble: &WorkbookTrouble) {
    match trouble {
        WorkbookTrouble::Unreadable { reason, help } => assert!(!reason.is_empty() && !help.is_empty()),
        WorkbookTrouble::TooLarge { what, key } => assert!(!what.is_empty() && !key.is_empty()),
    }
}
