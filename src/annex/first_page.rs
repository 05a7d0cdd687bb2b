//! The page number is left out on the first page of every sheet, as the decree wants it: the library cannot say so.
//!
//! - Holds: the two words that are added to a sheet's XML on its way into the package.
//! - In and out: a workbook's bytes in, the same workbook's bytes out.
//! - Never here: what stands in the header.
//! - Why: a sheet of 100,000 rows must not be held in memory for two words, so it is passed on piece by piece.

use std::io::{self, Cursor, Read, Write};

use rust_xlsxwriter::XlsxError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::page;

const SHEETS: &str = "xl/worksheets/sheet";
const BEGIN: &str = "<headerFooter ";
const END: &str = "</headerFooter>";
const PIECE: usize = 64 * 1024;

/// The workbook with another first page: the document's symbol below, no number above.
pub(super) fn without_number(bytes: Vec<u8>, symbol: &str) -> Result<Vec<u8>, XlsxError> {
    let footer = if symbol.is_empty() { String::new() } else { first_footer(symbol) };
    let changes = [(BEGIN, format!("{BEGIN}differentFirst=\"1\" ")), (END, format!("{footer}{END}"))];
    let trouble = |error: zip::result::ZipError| XlsxError::ParameterError(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(trouble)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let raw = archive.by_index_raw(at).map_err(trouble)?;
        let name = raw.name().map_err(trouble)?.into_owned();
        if !name.starts_with(SHEETS) {
            writer.raw_copy_file(raw).map_err(trouble)?;
            continue;
        }
        drop(raw);
        // Without a date of its own a part would hold the present moment.
        let options = SimpleFileOptions::default()
            .last_modified_time(zip::DateTime::default())
            .compression_method(CompressionMethod::Deflated);
        writer.start_file(name, options).map_err(trouble)?;
        replaced(archive.by_index(at).map_err(trouble)?, &mut writer, &changes)?;
    }
    Ok(writer.finish().map_err(trouble)?.into_inner())
}

/// As Excel's XML writes it.
fn first_footer(symbol: &str) -> String {
    let text = page::footer(symbol).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<firstFooter>{text}</firstFooter>")
}

/// Copies a text piece by piece with words in it exchanged, each once; no cell can hold them, for it writes `<` as
/// `&lt;`.
fn replaced(mut from: impl Read, to: &mut impl Write, changes: &[(&str, String)]) -> io::Result<()> {
    let longest = changes.iter().map(|(old, _)| old.len()).max().unwrap_or_default();
    let mut open: Vec<&(&str, String)> = changes.iter().collect();
    let mut kept: Vec<u8> = Vec::new();
    let mut piece = vec![0; PIECE];
    loop {
        let read = from.read(&mut piece)?;
        kept.extend_from_slice(&piece[..read]);
        open.retain(|(old, new)| {
            let found = find(&kept, old.as_bytes());
            found.map(|at| kept.splice(at..at + old.len(), new.bytes())).is_none()
        });
        if read == 0 {
            return to.write_all(&kept);
        }
        // Words may begin in this piece and end in the next one.
        let done = kept.len().saturating_sub(longest);
        to.write_all(&kept[..done])?;
        kept.drain(..done);
    }
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut from = 0;
    while let Some(at) = text[from..].iter().position(|byte| *byte == first) {
        let at = from + at;
        if text[at..].starts_with(wanted) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_exchanged_wherever_a_piece_ends() {
        struct Small<'a>(&'a [u8], usize);
        impl Read for Small<'_> {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                let size = self.1.min(self.0.len()).min(into.len());
                into[..size].copy_from_slice(&self.0[..size]);
                self.0 = &self.0[size..];
                Ok(size)
            }
        }
        let text =
            b"<c>&lt;headerFooter </c><headerFooter scale=\"0\"><oddHeader>1</oddHeader></headerFooter></x>";
        let changes = [(BEGIN, format!("{BEGIN}first=\"1\" ")), (END, format!("<f/>{END}"))];
        for size in [1, 2, 3, 7, 13, 64, 1_000] {
            let mut written = Vec::new();
            replaced(Small(text, size), &mut written, &changes).expect("nothing fails");
            assert_eq!(
                String::from_utf8_lossy(&written),
                "<c>&lt;headerFooter </c><headerFooter first=\"1\" scale=\"0\"><oddHeader>1</oddHeader><f/></headerFooter></x>",
                "{size}"
            );
        }
    }
}
