//! The texts of a sheet: cleaned, kept once, and read in the code page that they were written in.
//!
//! An old code page is told by a cell's font, or by all the letters of a column (nd30.md §7 rows 1-5). It has to be
//! settled before a text is cleaned: TCVN3 has «ư» where others have a soft hyphen, which cleaning drops.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::sheet::{Conversion, Packed, Row, Sheet, Stored};
use crate::diag::CellRef;
use crate::vietnamese::legacy::{self, Encoding, Reading};
use crate::vietnamese::text::clean;

/// The texts of a sheet that is being read.
#[derive(Debug, Default)]
pub struct Texts {
    /// Cleaned, and as they stood in the file.
    texts: Vec<(Arc<str>, Arc<str>)>,
    /// Where they lie, by what the file has and the code page of the cell's font.
    known: BTreeMap<Option<Encoding>, BTreeMap<Arc<str>, u32>>,
    /// Where those lie that the file keeps once, by where they lie in memory and the look of the cell.
    shared: BTreeMap<(usize, u16), u32>,
    conversions: BTreeMap<(u32, Encoding), Conversion>,
    /// Whether any text has letters that an old code page might have meant otherwise.
    has_accents: bool,
}

impl Texts {
    /// Where the clean form of a text lies; `None` when nothing is left of it.
    pub fn add(&mut self, text: &str, encoding: Option<Encoding>, at: CellRef) -> Option<u32> {
        let found = self.known.get(&encoding).and_then(|known| known.get(text)).copied();
        let number = match found {
            Some(number) => number,
            None => self.insert(text, encoding)?,
        };
        if let Some(encoding) = encoding {
            let (after, before) = &self.texts[number as usize];
            if **after != *clean(before) {
                record(&mut self.conversions, at, encoding, true, before, after);
            }
        }
        Some(number)
    }

    /// `add` for a text that the file keeps once for all its cells, and that stays where it is while the sheet is read.
    pub fn add_shared(
        &mut self,
        text: &str,
        encoding: Option<Encoding>,
        look: u16,
        at: CellRef,
    ) -> Option<u32> {
        let key = (text.as_ptr().addr(), look);
        // A conversion is counted cell by cell.
        if let (None, Some(number)) = (encoding, self.shared.get(&key)) {
            return Some(*number);
        }
        let number = self.add(text, encoding, at)?;
        self.shared.insert(key, number);
        Some(number)
    }

    /// Remembers that a text was read by the fonts of its runs.
    pub fn converted(&mut self, at: CellRef, encoding: Encoding, before: &str, after: &str) {
        record(&mut self.conversions, at, encoding, true, before, &clean(after));
    }

    fn insert(&mut self, text: &str, encoding: Option<Encoding>) -> Option<u32> {
        let raw: Arc<str> = text.into();
        let converted = encoding.and_then(|encoding| encoding.convert(text));
        let cleaned = clean(converted.as_deref().unwrap_or(text));
        if cleaned.is_empty() {
            return None;
        }
        // The bytes with which the letters from U+0080 to U+00FF begin.
        self.has_accents |= encoding.is_none() && text.bytes().any(|byte| matches!(byte, 0xC2 | 0xC3));
        let cleaned = if *cleaned == *raw { Arc::clone(&raw) } else { cleaned.into() };
        let number = u32::try_from(self.texts.len()).ok()?;
        self.texts.push((cleaned, Arc::clone(&raw)));
        self.known.entry(encoding).or_default().insert(raw, number);
        Some(number)
    }

    /// Settles what no font told, and hands the texts over.
    pub fn finish(mut self, sheet: &mut Sheet) {
        self.known.clear();
        if self.has_accents {
            let heard = self.heard(sheet);
            let reading = |numbers: &mut dyn Iterator<Item = &u32>| {
                legacy::read_column(&mut numbers.map(|number| &*self.texts[*number as usize].1))
            };
            // A heading alone over a column of figures is no evidence; all columns together may be.
            let whole = reading(&mut heard.iter().flatten());
            let columns: Vec<Reading> = heard.iter().map(|numbers| reading(&mut numbers.iter())).collect();
            for ((column, own), numbers) in (0..).zip(columns).zip(&heard) {
                if !numbers.is_empty() {
                    self.read_column(sheet, column, own, whole);
                }
            }
        }
        sheet.texts = self.texts.into_iter().map(|(cleaned, _)| cleaned).collect();
        sheet.facts.conversions = self.conversions.into_values().collect();
    }

    /// By column, the texts that speak for it: those with letters beyond ASCII whose font does not tell.
    fn heard(&self, sheet: &Sheet) -> Vec<Vec<u32>> {
        // So many speak for all; a province has fewer units.
        const HEARD: usize = 1_000;
        let mut heard: Vec<Vec<u32>> = vec![Vec::new(); sheet.last_column as usize + 1];
        for cell in sheet.rows.iter().flat_map(|row| row.cells.iter()) {
            let Some(number) = open_text(sheet, cell) else { continue };
            let numbers = &mut heard[usize::from(cell.column)];
            if numbers.len() < HEARD
                && numbers.last() != Some(&number)
                && !self.texts[number as usize].1.is_ascii()
            {
                numbers.push(number);
            }
        }
        heard
    }

    /// Converts the cells of a column if its letters speak for an old code page, or those of the whole sheet do.
    fn read_column(&mut self, sheet: &mut Sheet, column: u32, own: Reading, whole: Reading) {
        let Ok(wanted) = u16::try_from(column) else { return };
        let encoding = match (own, whole) {
            (Reading::Legacy(encoding), _) | (Reading::Unicode, Reading::Legacy(encoding)) => encoding,
            (Reading::Unicode, _) => return,
            (Reading::Unclear(encoding), _) => {
                sheet.facts.unclear.push((column, encoding));
                return;
            }
        };
        let text_of = |row: &Row| {
            let at = row.cells.binary_search_by_key(&wanted, |cell| cell.column).ok()?;
            open_text(sheet, &row.cells[at])
        };
        let open: Vec<(usize, u32)> =
            sheet.rows.iter().enumerate().filter_map(|(row, cells)| Some((row, text_of(cells)?))).collect();
        let mut converted: BTreeMap<u32, Option<u32>> = BTreeMap::new();
        for (row, number) in open {
            let other = *converted.entry(number).or_insert_with(|| {
                let before = Arc::clone(&self.texts[number as usize].1);
                let after = clean(&encoding.convert(&before)?);
                let other = u32::try_from(self.texts.len()).ok().filter(|_| !after.is_empty())?;
                self.texts.push((after.into(), before));
                Some(other)
            });
            let (Some(other), row) = (other, &mut sheet.rows[row]) else { continue };
            let (after, before) = &self.texts[other as usize];
            let at = CellRef { row: row.number, column };
            record(&mut self.conversions, at, encoding, false, before, after);
            if let Ok(cell) = row.cells.binary_search_by_key(&wanted, |cell| cell.column) {
                row.cells[cell].value = Packed::Text(other);
            }
        }
    }
}

/// The number of a text that no font tells the code page of.
fn open_text(sheet: &Sheet, cell: &Stored) -> Option<u32> {
    let look = sheet.looks.get(usize::from(cell.look));
    match cell.value {
        Packed::Text(number) if look.is_none_or(|look| look.encoding.is_none()) => Some(number),
        _ => None,
    }
}

fn record(
    conversions: &mut BTreeMap<(u32, Encoding), Conversion>,
    at: CellRef,
    encoding: Encoding,
    is_told: bool,
    before: &str,
    after: &str,
) {
    let known = conversions.entry((at.column, encoding)).or_insert_with(|| Conversion {
        column: at.column,
        encoding,
        is_told,
        cells: 0,
        first: at,
        // Excel shows TCVN3's «ư» in another font as a hyphen; cleaning would drop it.
        before: clean(&before.replace('\u{AD}', "-")).into(),
        after: after.into(),
    });
    known.cells += 1;
}

#[cfg(test)]
mod tests {
    use super::Encoding;
    use crate::load::workbook::{Limits, Look, Raw, SheetBuilder};

    #[test]
    fn a_font_tells_and_a_column_tells() {
        let limits = Limits::default();
        let mut builder = SheetBuilder::new("Biểu", &limits);
        let old = builder.look(Look { encoding: Some(Encoding::Tcvn3), ..Look::default() });
        builder.push(1, 1, Raw::Text("Hµ Néi"), old).expect("within the limits");
        for (row, name) in (1..).zip(["Tªn ®¬n vÞ", "X· §øc Phæ", "X· Phæ C\u{AD}êng", "X· §øc Phong"])
        {
            builder.push(row, 2, Raw::Text(name), 0).expect("within the limits");
        }
        // A name alone would prove nothing; the sheet as a whole does.
        builder.push(1, 3, Raw::Text("Hµ Néi"), 0).expect("within the limits");
        let sheet = builder.finish();
        assert_eq!(sheet.cell(1, 1), Some(Raw::Text("Hà Nội")));
        assert_eq!(sheet.cell(3, 2), Some(Raw::Text("Xã Phổ Cường")));
        assert_eq!(sheet.cell(1, 3), Some(Raw::Text("Hà Nội")));
        let told: Vec<_> = sheet.facts.conversions.iter().map(|c| (c.column, c.is_told, c.cells)).collect();
        assert_eq!(told, [(1, true, 1), (2, false, 4), (3, false, 1)]);
        assert_eq!(&*sheet.facts.conversions[1].before, "Tªn ®¬n vÞ");
    }
}
