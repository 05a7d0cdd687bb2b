//! One sheet as plain cells, packed: text, number, error, each with the look that its format gives it.
//!
//! A province's sheet has two million cells, so a cell is 24 bytes here and a text is kept once. Nothing is interpreted.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use super::limits::Limits;
use super::{WorkbookTrouble, too_large};
use crate::diag::{CellRange, CellRef};
use crate::vietnamese::text::clean;

/// What stands in a cell, before anybody asks what it means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Raw<'a> {
    /// Cleaned text (NFC, single blanks).
    Text(&'a str),
    /// The double as the file holds it.
    Number(f64),
    /// `#REF!` and its like, as Excel writes it.
    Error(&'a str),
    /// A date, as `2023-03-15`.
    Date(&'a str),
    Bool(bool),
    /// A formula whose result the file does not hold.
    NoResult,
}

/// How a cell is shown, as far as its meaning hangs on it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    /// Whether the number format ends in a percent sign: 0.0797 is shown as 7,97%.
    pub is_percent: bool,
    /// How many decimals the number format shows; `None` where it does not say («General»).
    pub decimals: Option<u8>,
    /// The font's name, where it is one of those that have Vietnamese letters of their own (TCVN3, VNI).
    pub old_font: Option<Box<str>>,
}

/// What a file's format does not tell about a sheet; `inspect` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Untold {
    NumberFormats,
    Fonts,
    HiddenRows,
    HiddenColumns,
    HiddenSheets,
    Filters,
    Merges,
    /// Whether a cell is a formula, so that one without a result looks blank.
    Formulas,
}

/// What stands around the cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// First and last, in order.
    pub hidden_columns: Vec<(u32, u32)>,
    /// In order.
    pub hidden_rows: Vec<u32>,
    /// The range of a filter that hides rows at the moment.
    pub filter: Option<CellRange>,
    /// The first formula that reads another workbook: its value is that of the last update.
    pub external: Option<CellRef>,
    pub untold: Vec<Untold>,
}

impl Facts {
    pub fn is_hidden_column(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }

    pub fn is_hidden_row(&self, row: u32) -> bool {
        self.hidden_rows.binary_search(&row).is_ok()
    }

    pub fn tells(&self, what: Untold) -> bool {
        !self.untold.contains(&what)
    }
}

/// One sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    pub name: String,
    pub facts: Facts,
    /// In order.
    rows: Vec<Row>,
    texts: Vec<Arc<str>>,
    looks: Vec<Look>,
    /// Ranges of more than one cell, by their first row.
    merges: Vec<CellRange>,
    /// The last row that any of the merged ranges up to this one reaches.
    merges_reach: Vec<u32>,
    last_column: u32,
}

#[derive(Debug)]
struct Row {
    number: u32,
    /// By column.
    cells: Box<[Stored]>,
}

#[derive(Debug, Clone, Copy)]
struct Stored {
    column: u16,
    look: u16,
    value: Packed,
}

#[derive(Debug, Clone, Copy)]
enum Packed {
    Text(u32),
    Number(f64),
    Error(u32),
    Date(u32),
    Bool(bool),
    NoResult,
}

impl Sheet {
    /// The cell itself, without regard to merging; row and column count from 1.
    pub fn cell(&self, row: u32, column: u32) -> Option<Raw<'_>> {
        self.stored(row, column).map(|cell| self.raw(cell.value))
    }

    /// The cell, or the one whose merged range covers it.
    pub fn spread(&self, row: u32, column: u32) -> Option<Raw<'_>> {
        self.cell(row, column).or_else(|| {
            let merged = self.merged(CellRef { row, column })?;
            self.cell(merged.first.row, merged.first.column)
        })
    }

    /// The merged range that a cell lies in.
    pub fn merged(&self, at: CellRef) -> Option<CellRange> {
        let above = self.merges.partition_point(|merge| merge.first.row <= at.row);
        (0..above)
            .rev()
            .take_while(|number| self.merges_reach[*number] >= at.row)
            .map(|number| self.merges[number])
            .find(|merge| merge.holds(CellRange::from(at)))
    }

    /// Whether any cells are merged, as far as the file tells.
    pub fn has_merges(&self) -> bool {
        !self.merges.is_empty()
    }

    /// How the cell is shown; the plain look where nothing is known of it.
    pub fn look(&self, row: u32, column: u32) -> &Look {
        const PLAIN: &Look = &Look { is_percent: false, decimals: None, old_font: None };
        self.stored(row, column).and_then(|cell| self.looks.get(cell.look as usize)).unwrap_or(PLAIN)
    }

    /// The number of the last row with a cell; 0 on an empty sheet.
    pub fn last_row(&self) -> u32 {
        self.rows.last().map_or(0, |row| row.number)
    }

    pub fn last_column(&self) -> u32 {
        self.last_column
    }

    /// The filled cells of a row, by column.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, Raw<'_>)> {
        let cells = self.row_at(row).map_or(&[] as &[Stored], |row| &row.cells);
        cells.iter().map(|cell| (u32::from(cell.column), self.raw(cell.value)))
    }

    /// The numbers of the rows that have cells, in order.
    pub fn row_numbers(&self) -> impl Iterator<Item = u32> + '_ {
        self.rows.iter().map(|row| row.number)
    }

    fn row_at(&self, row: u32) -> Option<&Row> {
        // Rows mostly follow each other without a gap.
        let first = self.rows.first()?.number;
        let guess = row.checked_sub(first)? as usize;
        match self.rows.get(guess) {
            Some(found) if found.number == row => Some(found),
            _ => self.rows.binary_search_by_key(&row, |row| row.number).ok().map(|at| &self.rows[at]),
        }
    }

    fn stored(&self, row: u32, column: u32) -> Option<&Stored> {
        let cells = &self.row_at(row)?.cells;
        let column = u16::try_from(column).ok()?;
        match cells.get(usize::from(column).wrapping_sub(1)) {
            Some(found) if found.column == column => Some(found),
            _ => cells.binary_search_by_key(&column, |cell| cell.column).ok().map(|at| &cells[at]),
        }
    }

    fn raw(&self, value: Packed) -> Raw<'_> {
        let text = |at: u32| &*self.texts[at as usize];
        match value {
            Packed::Text(at) => Raw::Text(text(at)),
            Packed::Number(double) => Raw::Number(double),
            Packed::Error(at) => Raw::Error(text(at)),
            Packed::Date(at) => Raw::Date(text(at)),
            Packed::Bool(truth) => Raw::Bool(truth),
            Packed::NoResult => Raw::NoResult,
        }
    }
}

/// Fills a sheet cell by cell, in any order, within the limits.
pub struct SheetBuilder<'a> {
    sheet: Sheet,
    limits: &'a Limits,
    began: Instant,
    count: usize,
    /// The row that is being filled.
    open: Option<(u32, Vec<Stored>)>,
    is_in_order: bool,
    /// Texts as the file has them, and where their clean form lies.
    known: BTreeMap<Arc<str>, u32>,
}

impl<'a> SheetBuilder<'a> {
    pub fn new(name: impl Into<String>, limits: &'a Limits) -> Self {
        Self {
            sheet: Sheet { name: name.into(), looks: vec![Look::default()], ..Sheet::default() },
            limits,
            began: Instant::now(),
            count: 0,
            open: None,
            is_in_order: true,
            known: BTreeMap::new(),
        }
    }

    /// The number of a look, to be handed to `push`.
    pub fn look(&mut self, look: Look) -> u16 {
        let looks = &mut self.sheet.looks;
        let at = looks.iter().position(|known| *known == look).unwrap_or_else(|| {
            looks.push(look);
            looks.len() - 1
        });
        // Excel holds at most 65,490 formats.
        u16::try_from(at).unwrap_or(0)
    }

    /// Adds a cell; row and column count from 1. Text is cleaned; blank text is no cell.
    pub fn push(&mut self, row: u32, column: u32, value: Raw<'_>, look: u16) -> Result<(), WorkbookTrouble> {
        const LOOKED_AT: usize = 1 << 16;
        let at = CellRef { row, column };
        if row > self.limits.rows {
            return Err(too_large(format!("ô {at} nằm dưới dòng {}", self.limits.rows), "dong"));
        }
        if column > self.limits.columns {
            let last = CellRef::letters(self.limits.columns);
            return Err(too_large(
                format!("ô {at} nằm bên phải cột {last} ({})", self.limits.columns),
                "cot",
            ));
        }
        self.count += 1;
        if self.count > self.limits.cells {
            return Err(too_large(format!("trang tính có hơn {} ô", self.limits.cells), "o"));
        }
        if self.count.is_multiple_of(LOOKED_AT) && self.began.elapsed() > self.limits.time {
            let seconds = self.limits.time.as_secs();
            return Err(too_large(format!("đọc quá {seconds} giây mà chưa hết trang tính"), "giay"));
        }
        let value = match value {
            Raw::Text(text) => {
                if text.len() > self.limits.cell_characters
                    && text.chars().count() > self.limits.cell_characters
                {
                    let most = self.limits.cell_characters;
                    return Err(too_large(format!("ô {at} dài hơn {most} ký tự"), "ky_tu"));
                }
                match self.text(text) {
                    Some(at) => Packed::Text(at),
                    None => return Ok(()),
                }
            }
            Raw::Number(double) => Packed::Number(double),
            Raw::Error(error) => self.text(error).map_or(Packed::NoResult, Packed::Error),
            Raw::Date(date) => self.text(date).map_or(Packed::NoResult, Packed::Date),
            Raw::Bool(truth) => Packed::Bool(truth),
            Raw::NoResult => Packed::NoResult,
        };
        self.sheet.last_column = self.sheet.last_column.max(column);
        let stored = Stored { column: u16::try_from(column).unwrap_or(u16::MAX), look, value };
        match &mut self.open {
            Some((number, cells)) if *number == row => {
                self.is_in_order &= cells.last().is_none_or(|last| last.column < stored.column);
                cells.push(stored);
            }
            _ => {
                self.close_row();
                self.open = Some((row, vec![stored]));
            }
        }
        Ok(())
    }

    /// Adds a merged range.
    pub fn merge(&mut self, range: CellRange) {
        if range.first != range.last {
            self.sheet.merges.push(range);
        }
    }

    /// What stands around the cells.
    pub fn facts(&mut self) -> &mut Facts {
        &mut self.sheet.facts
    }

    pub fn finish(mut self) -> Sheet {
        self.close_row();
        let mut sheet = self.sheet;
        if !self.is_in_order {
            put_in_order(&mut sheet.rows);
        }
        sheet.merges.sort();
        let reach = sheet.merges.iter().scan(0, |reach, merge| {
            *reach = merge.last.row.max(*reach);
            Some(*reach)
        });
        sheet.merges_reach = reach.collect();
        sheet.facts.hidden_rows.sort_unstable();
        sheet.facts.hidden_rows.dedup();
        sheet.facts.hidden_columns.sort_unstable();
        sheet
    }

    fn close_row(&mut self) {
        if let Some((number, cells)) = self.open.take() {
            self.is_in_order &= self.sheet.rows.last().is_none_or(|last| last.number < number);
            self.sheet.rows.push(Row { number, cells: cells.into_boxed_slice() });
        }
    }

    /// Where the clean form of a text lies; `None` when nothing is left of it.
    fn text(&mut self, text: &str) -> Option<u32> {
        if let Some(at) = self.known.get(text) {
            return Some(*at);
        }
        let raw: Arc<str> = text.into();
        let cleaned = clean(text);
        if cleaned.is_empty() {
            return None;
        }
        let cleaned = if *cleaned == *raw { Arc::clone(&raw) } else { cleaned.into() };
        let at = u32::try_from(self.sheet.texts.len()).ok()?;
        self.sheet.texts.push(cleaned);
        self.known.insert(raw, at);
        Some(at)
    }
}

/// Rows and cells by number; of two cells in one place the later one counts.
fn put_in_order(rows: &mut Vec<Row>) {
    let mut cells: BTreeMap<u32, BTreeMap<u16, Stored>> = BTreeMap::new();
    for row in rows.drain(..) {
        cells.entry(row.number).or_default().extend(row.cells.iter().map(|cell| (cell.column, *cell)));
    }
    rows.extend(
        cells
            .into_iter()
            .map(|(number, cells)| Row { number, cells: cells.into_values().collect::<Vec<_>>().into() }),
    );
}

#[cfg(test)]
mod tests {
    use super::{Limits, Raw, SheetBuilder};
    use crate::diag::{CellRange, CellRef};

    #[test]
    fn cells_are_found_in_whatever_order_they_came() {
        let limits = Limits::default();
        let mut builder = SheetBuilder::new("Biểu", &limits);
        for (row, column, text) in [(7, 2, "b"), (3, 9, "i"), (3, 1, " a\u{A0} a "), (7, 1, "c"), (7, 2, "d")]
        {
            builder.push(row, column, Raw::Text(text), 0).expect("within the limits");
        }
        builder.push(1, 1, Raw::Text(" \u{200B}"), 0).expect("within the limits");
        let at = |row, column| CellRef { row, column };
        builder.merge(CellRange { first: at(3, 1), last: at(5, 3) });
        let sheet = builder.finish();
        assert_eq!(sheet.cell(3, 1), Some(Raw::Text("a a")));
        assert_eq!(sheet.cell(3, 9), Some(Raw::Text("i")));
        assert_eq!(sheet.cell(7, 2), Some(Raw::Text("d")), "the later of two cells");
        assert_eq!((sheet.cell(1, 1), sheet.cell(4, 2), sheet.cell(7, 3)), (None, None, None));
        assert_eq!(sheet.spread(5, 3), Some(Raw::Text("a a")));
        assert_eq!(sheet.spread(6, 3), None);
        assert_eq!((sheet.last_row(), sheet.last_column()), (7, 9));
        assert_eq!(sheet.row(7).count(), 2);
    }
}
