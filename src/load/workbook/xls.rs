//! `.xls` (BIFF5 to BIFF8): what stands before the sheets: their names, fonts, number formats, shared texts, links.
//!
//! Told: hidden sheets, rows and columns, filters, merged cells, number formats, fonts. Not told: a formula that was
//! never calculated holds a number all the same, except where the writing program says so; and in BIFF5, links.

use super::biff::{Records, Version, shared_texts};
use super::bytes::{Bytes, Texts, code_page};
use super::compound::Compound;
use super::limits::Limits;
use super::sheet::{Sheet, Untold};
use super::values::Formats;
use super::{Book, Format, SheetBuilder, SheetEntry, WorkbookTrouble, damaged, xls_cells};
use crate::diag::{CellRange, CellRef};

/// An opened workbook.
pub struct XlsBook {
    stream: Vec<u8>,
    globals: Globals,
    sheets: Vec<SheetEntry>,
    /// Where each sheet begins, and its number among the tabs.
    places: Vec<(usize, usize)>,
    limits: Limits,
}

/// What the whole workbook shares.
pub struct Globals {
    pub version: Version,
    /// Of texts of one byte a letter.
    pub letters: &'static encoding_rs::Encoding,
    pub formats: Formats,
    pub texts: Texts,
    /// For every reference to a sheet whether it leads to another workbook.
    pub elsewhere: Vec<bool>,
    /// Ranges with a filter, by the number of the tab.
    filters: Vec<(usize, CellRange)>,
}

impl XlsBook {
    /// Of an Office 97-2003 file that holds a workbook.
    pub fn open(file: &Compound<'_>, limits: &Limits) -> Result<Self, WorkbookTrouble> {
        // A file for Excel 95 and 97 at once has both; the later one holds all letters.
        for name in ["Workbook", "Book"] {
            if let Some(stream) = file.stream(name)? {
                return Self::of_stream(stream, limits);
            }
        }
        Err(damaged("không có phần «Workbook»"))
    }

    /// Of the bare records, which some programs write without the storage around them.
    pub fn of_stream(stream: Vec<u8>, limits: &Limits) -> Result<Self, WorkbookTrouble> {
        let mut reader = Reader::new(&stream)?;
        reader.read()?;
        let (sheets, places) = reader
            .tabs
            .into_iter()
            .enumerate()
            .filter(|(_, tab)| tab.is_sheet)
            .map(|(number, tab)| (tab.entry, (tab.at, number)))
            .unzip();
        let globals = reader.globals;
        Ok(Self { stream, globals, sheets, places, limits: *limits })
    }
}

impl Book for XlsBook {
    fn format(&self) -> Format {
        Format::Xls
    }

    fn sheets(&self) -> &[SheetEntry] {
        &self.sheets
    }

    fn sheet(&mut self, at: usize) -> Result<Sheet, WorkbookTrouble> {
        let (place, tab) = self.places[at];
        let (records, ..) = Records::open(&self.stream, place)?;
        let mut builder = SheetBuilder::new(&self.sheets[at].name, &self.limits);
        let has_filter = xls_cells::read(records, &self.globals, &mut builder)?;
        builder.facts().untold = match self.globals.version {
            Version::Biff8 => vec![Untold::Formulas],
            Version::Biff5 => vec![Untold::Formulas, Untold::Links],
        };
        let mut sheet = builder.finish();
        if has_filter {
            let whole = CellRange {
                first: CellRef { row: 1, column: 1 },
                last: CellRef { row: sheet.last_row().max(1), column: sheet.last_column().max(1) },
            };
            let known = self.globals.filters.iter().find(|(number, _)| *number == tab);
            sheet.facts.filter = Some(known.map_or(whole, |(_, range)| *range));
        }
        Ok(sheet)
    }
}

/// A tab of the workbook; charts and macros are tabs too.
struct Tab {
    entry: SheetEntry,
    at: usize,
    is_sheet: bool,
}

struct Reader<'a> {
    records: Records<'a>,
    globals: Globals,
    tabs: Vec<Tab>,
    /// For every linked workbook whether it is another one.
    books: Vec<bool>,
}

impl<'a> Reader<'a> {
    fn new(stream: &'a [u8]) -> Result<Self, WorkbookTrouble> {
        let (records, version, _) = Records::open(stream, 0)?;
        let globals = Globals {
            version,
            letters: encoding_rs::WINDOWS_1252,
            formats: Formats::default(),
            texts: Texts::default(),
            elsewhere: Vec::new(),
            filters: Vec::new(),
        };
        Ok(Self { records, globals, tabs: Vec::new(), books: Vec::new() })
    }

    fn read(&mut self) -> Result<(), WorkbookTrouble> {
        while let Some(record) = self.records.next()? {
            let data = Bytes(record.data);
            let read = match record.kind {
                // A key of encryption; older files may have an empty one.
                0x002F if record.data.iter().any(|byte| *byte != 0) => {
                    return Err(WorkbookTrouble::password());
                }
                0x00FC => {
                    let mut parts = vec![record.data];
                    parts.extend(self.records.continued()?);
                    shared_texts(&parts).map(|texts| self.globals.texts = texts)
                }
                // A name that cannot be read only costs the range of a filter.
                0x0018 => {
                    let filter = self.filter(data);
                    self.globals.filters.extend(filter);
                    Some(())
                }
                kind => self.small(kind, data),
            };
            read.ok_or_else(|| damaged(format!("bản ghi 0x{:04X} ngắn hơn quy định", record.kind)))?;
        }
        Ok(())
    }

    fn small(&mut self, kind: u16, mut data: Bytes<'_>) -> Option<()> {
        let globals = &mut self.globals;
        match kind {
            0x0022 => globals.formats.is_1904 = data.u16()? == 1,
            0x0042 => globals.letters = code_page(data.u16()?),
            0x0031 => {
                data.skip(14)?;
                let letters = usize::from(data.u8()?);
                let name = text(globals, &mut data, letters)?;
                globals.formats.fonts.push(name);
                // The fifth font is never written, and counted all the same.
                if globals.formats.fonts.len() == 4 {
                    globals.formats.fonts.push(String::new());
                }
            }
            0x041E => {
                let number = data.u16()?;
                let letters = match globals.version {
                    Version::Biff5 => usize::from(data.u8()?),
                    Version::Biff8 => usize::from(data.u16()?),
                };
                let code = text(globals, &mut data, letters)?;
                globals.formats.codes.insert(number, code);
            }
            0x00E0 => globals.formats.cells.push((usize::from(data.u16()?), data.u16()?)),
            0x0085 => {
                let at = usize::try_from(data.u32()?).ok()?;
                let (state, what) = (data.u8()?, data.u8()?);
                let letters = usize::from(data.u8()?);
                let name = text(globals, &mut data, letters)?.replace('\0', "");
                let entry = SheetEntry { name, is_visible: state & 3 == 0 };
                self.tabs.push(Tab { entry, at, is_sheet: what == 0 });
            }
            // The workbook itself and functions of add-ins have marks of their own in the place of a path.
            0x01AE => {
                data.skip(2)?;
                self.books.push(!matches!(data.u16()?, 0x0401 | 0x3A01));
            }
            0x0017 if globals.version == Version::Biff8 => {
                let count = data.u16()?;
                for _ in 0..count {
                    let Some(book) = data.u16() else { break };
                    globals.elsewhere.push(self.books.get(usize::from(book)).is_some_and(|is| *is));
                    data.skip(4)?;
                }
            }
            _ => {}
        }
        Some(())
    }

    /// The range of a filter is kept as a name that Excel hides.
    fn filter(&self, mut data: Bytes<'_>) -> Option<(usize, CellRange)> {
        const BUILT_IN: u16 = 0x20;
        const FILTER_DATABASE: u8 = 0x0D;
        const AREA_OF_A_SHEET: [u8; 3] = [0x3B, 0x5B, 0x7B];
        let is_built_in = data.u16()? & BUILT_IN != 0;
        data.skip(1)?;
        let letters = data.u8()?;
        data.skip(4)?;
        let tab = usize::from(data.u16()?).checked_sub(1)?;
        data.skip(4)?;
        if self.globals.version == Version::Biff8 {
            data.skip(1)?;
        }
        if !is_built_in
            || letters != 1
            || data.u8()? != FILTER_DATABASE
            || !AREA_OF_A_SHEET.contains(&data.u8()?)
        {
            return None;
        }
        let (rows, columns) = match self.globals.version {
            Version::Biff8 => {
                data.skip(2)?;
                ([data.u16()?, data.u16()?], [data.u16()?, data.u16()?])
            }
            Version::Biff5 => {
                data.skip(14)?;
                ([data.u16()?, data.u16()?], [u16::from(data.u8()?), u16::from(data.u8()?)])
            }
        };
        Some((tab, range(rows, columns.map(|column| column & 0x3FFF))?))
    }
}

/// A short text, whose length has been read.
fn text(globals: &Globals, data: &mut Bytes<'_>, letters: usize) -> Option<String> {
    match globals.version {
        Version::Biff5 => {
            let bytes = data.take(letters)?;
            Some(globals.letters.decode_without_bom_handling(bytes).0.into_owned())
        }
        Version::Biff8 => data.biff8(letters),
    }
}

/// A range whose rows and columns count from 0.
pub fn range(rows: [u16; 2], columns: [u16; 2]) -> Option<CellRange> {
    let cell = |at: usize| CellRef { row: u32::from(rows[at]) + 1, column: u32::from(columns[at]) + 1 };
    (rows[0] <= rows[1] && columns[0] <= columns[1]).then(|| CellRange { first: cell(0), last: cell(1) })
}
