//! `.xlsb`: the list of sheets, the styles and the shared texts of a workbook in binary records (MS-XLSB).
//!
//! Told: hidden sheets, rows and columns, filters, merged cells, number formats, fonts. Not told: a formula that was
//! never calculated holds a number all the same.

use super::bytes::{Bytes, Texts};
use super::limits::Limits;
use super::package::Package;
use super::sheet::{Sheet, Untold};
use super::values::Formats;
use super::{Book, Format, SheetBuilder, SheetEntry, WorkbookTrouble, damaged, xlsb_cells, xlsx};

const FOLDER: &str = "xl/";
const MAIN: &str = "xl/workbook.bin";

/// An opened workbook.
pub struct XlsbBook {
    package: Package,
    globals: Globals,
    sheets: Vec<SheetEntry>,
    /// The part of each sheet, in lower case.
    paths: Vec<String>,
    limits: Limits,
}

/// What the whole workbook shares.
#[derive(Default)]
pub struct Globals {
    pub formats: Formats,
    pub texts: Texts,
    /// For every reference to a sheet whether it leads to another workbook.
    pub elsewhere: Vec<bool>,
}

impl XlsbBook {
    pub fn open(mut package: Package, limits: &Limits) -> Result<Self, WorkbookTrouble> {
        let related = xlsx::relations(&mut package, "xl/_rels/workbook.bin.rels")?;
        let part_of = |kind: &str| {
            let found = related.values().find(|(own, _)| own.ends_with(kind));
            found.map(|(_, target)| xlsx::absolute(target, FOLDER))
        };
        let mut globals = Globals::default();
        if let Some(part) = part_of("/styles") {
            styles(&required(&mut package, &part)?, &mut globals.formats)?;
        }
        if let Some(part) = part_of("/sharedStrings") {
            for record in Records(&required(&mut package, &part)?) {
                let (kind, mut data) = record?;
                // A flag for runs and phonetic marks, which follow the text.
                if kind == 19 {
                    let text = data.u8().and_then(|_| data.wide()).ok_or_else(|| short(kind))?;
                    globals.texts.push(&text);
                }
            }
        }
        let mut tabs = Vec::new();
        let mut books = Vec::new();
        for record in Records(&required(&mut package, MAIN)?) {
            let (kind, mut data) = record?;
            let read = match kind {
                153 => data.u32().map(|flags| globals.formats.is_1904 = flags & 1 == 1),
                156 => tab(&mut data).map(|tab| tabs.push(tab)),
                // Another workbook; this one, this sheet, an add-in.
                355 | 357 | 358 | 667 => {
                    books.push(kind == 355);
                    Some(())
                }
                362 => references(data, &books).map(|leads| globals.elsewhere = leads),
                _ => Some(()),
            };
            read.ok_or_else(|| short(kind))?;
        }
        let mut sheets = Vec::new();
        let mut paths = Vec::new();
        for (entry, relation) in tabs {
            // Charts and macros are tabs too.
            let Some((_, target)) = related.get(&relation).filter(|(kind, _)| kind.ends_with("/worksheet"))
            else {
                continue;
            };
            sheets.push(entry);
            paths.push(xlsx::absolute(target, FOLDER));
        }
        Ok(Self { package, globals, sheets, paths, limits: *limits })
    }
}

impl Book for XlsbBook {
    fn format(&self) -> Format {
        Format::Xlsb
    }

    fn sheets(&self) -> &[SheetEntry] {
        &self.sheets
    }

    fn sheet(&mut self, at: usize) -> Result<Sheet, WorkbookTrouble> {
        let part = required(&mut self.package, &self.paths[at])?;
        let mut builder = SheetBuilder::new(&self.sheets[at].name, &self.limits);
        xlsb_cells::read(Records(&part), &self.globals, &mut builder)?;
        builder.facts().untold = vec![Untold::Formulas];
        Ok(builder.finish())
    }
}

/// The records of a part: a number, a length, both packed, and the data.
pub struct Records<'a>(pub &'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = Result<(u16, Bytes<'a>), WorkbookTrouble>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let mut rest = Bytes(self.0);
        let record = packed(&mut rest, 2).zip(packed(&mut rest, 4)).and_then(|(kind, length)| {
            let data = rest.take(usize::try_from(length).ok()?)?;
            Some((u16::try_from(kind).ok()?, Bytes(data)))
        });
        self.0 = if record.is_some() { rest.0 } else { &[] };
        Some(record.ok_or_else(|| damaged("một phần của tệp bị cắt ngang")))
    }
}

/// Seven bits a byte; the eighth says that another byte follows.
fn packed(rest: &mut Bytes<'_>, most: u32) -> Option<u32> {
    let mut number = 0;
    for at in 0..most {
        let byte = rest.u8()?;
        number |= u32::from(byte & 0x7F) << (7 * at);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

/// A record that ends before its fields do.
pub fn short(kind: u16) -> WorkbookTrouble {
    damaged(format!("bản ghi {kind} ngắn hơn quy định"))
}

fn required(package: &mut Package, part: &str) -> Result<Vec<u8>, WorkbookTrouble> {
    package.part(part)?.ok_or_else(|| damaged(format!("thiếu phần «{part}»")))
}

fn tab(data: &mut Bytes<'_>) -> Option<(SheetEntry, String)> {
    let state = data.u32()?;
    data.skip(4)?;
    let relation = data.wide()?;
    let name = data.wide()?;
    Some((SheetEntry { name, is_visible: state == 0 }, relation))
}

fn references(mut data: Bytes<'_>, books: &[bool]) -> Option<Vec<bool>> {
    let count = data.u32()?;
    let mut leads = Vec::new();
    for _ in 0..count {
        let book = usize::try_from(data.u32()?).ok()?;
        data.skip(8)?;
        leads.push(books.get(book).is_some_and(|is_other| *is_other));
    }
    Some(leads)
}

fn styles(part: &[u8], formats: &mut Formats) -> Result<(), WorkbookTrouble> {
    // The named styles have formats of the same shape before those of the cells.
    let mut is_of_cells = false;
    for record in Records(part) {
        let (kind, mut data) = record?;
        let read = match kind {
            44 => data.u16().zip(data.wide()).map(|(number, code)| {
                formats.codes.insert(number, code);
            }),
            43 => data.skip(21).and_then(|()| data.wide()).map(|name| formats.fonts.push(name)),
            617 | 618 => {
                is_of_cells = kind == 617;
                Some(())
            }
            47 if is_of_cells => cell_format(data).map(|format| formats.cells.push(format)),
            _ => Some(()),
        };
        read.ok_or_else(|| short(kind))?;
    }
    Ok(())
}

fn cell_format(mut data: Bytes<'_>) -> Option<(usize, u16)> {
    data.skip(2)?;
    let code = data.u16()?;
    Some((usize::from(data.u16()?), code))
}

#[cfg(test)]
mod tests {
    use super::Records;

    #[test]
    fn records_have_packed_numbers_and_lengths() {
        let bytes = [0x00, 0x01, 7, 0x94, 0x01, 0x00, 0x81, 0x01, 0x81, 0x00, 9];
        let records: Vec<(u16, Vec<u8>)> = Records(&bytes)
            .map(|record| record.map(|(kind, data)| (kind, data.0.to_vec())).expect("whole"))
            .collect();
        assert_eq!(records, [(0, vec![7]), (148, vec![]), (129, vec![9])]);
        assert!(Records(&bytes[..bytes.len() - 1]).last().is_some_and(|last| last.is_err()));
    }
}
