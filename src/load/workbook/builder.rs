//! How the readers of all formats fill a sheet: cell by cell, in any order, within the limits.

use std::collections::BTreeMap;
use std::time::Instant;

use super::letters::Texts;
use super::limits::Limits;
use super::sheet::{Facts, Look, Packed, Raw, Row, Sheet, Stored};
use super::xlsx_runs::MixedTexts;
use super::{WorkbookTrouble, too_large};
use crate::diag::{CellRange, CellRef};

/// Fills a sheet cell by cell, in any order, within the limits.
pub struct SheetBuilder<'a> {
    sheet: Sheet,
    limits: &'a Limits,
    began: Instant,
    count: usize,
    /// The row that is being filled.
    open: Option<(u32, Vec<Stored>)>,
    is_in_order: bool,
    texts: Texts,
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
            texts: Texts::default(),
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
        self.push_cell(CellRef { row, column }, value, look, false)
    }

    /// Adds a text that the file keeps once for all its cells, and that stays where it is while the sheet is read.
    pub fn push_shared(&mut self, at: CellRef, text: &str, look: u16) -> Result<(), WorkbookTrouble> {
        self.push_cell(at, Raw::Text(text), look, true)
    }

    fn push_cell(
        &mut self,
        at: CellRef,
        value: Raw<'_>,
        look: u16,
        is_shared: bool,
    ) -> Result<(), WorkbookTrouble> {
        const LOOKED_AT: usize = 1 << 16;
        let CellRef { row, column } = at;
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
            Raw::Text(text) => match self.text(text, look, at, is_shared)? {
                Some(number) => Packed::Text(number),
                None => return Ok(()),
            },
            Raw::Number(double) => Packed::Number(double),
            Raw::Error(error) => self.texts.add(error, None, at).map_or(Packed::NoResult, Packed::Error),
            Raw::Date(date) => self.texts.add(date, None, at).map_or(Packed::NoResult, Packed::Date),
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
                // Rows are mostly as long as the one before.
                let length = self.close_row();
                let mut cells = Vec::with_capacity(length.max(1));
                cells.push(stored);
                self.open = Some((row, cells));
            }
        }
        Ok(())
    }

    /// The number of a text; `None` when nothing is left of it.
    fn text(
        &mut self,
        text: &str,
        look: u16,
        at: CellRef,
        is_shared: bool,
    ) -> Result<Option<u32>, WorkbookTrouble> {
        let most = self.limits.cell_characters;
        if text.len() > most && text.chars().count() > most {
            return Err(too_large(format!("ô {at} dài hơn {most} ký tự"), "ky_tu"));
        }
        let encoding = self.sheet.looks.get(usize::from(look)).and_then(|look| look.encoding);
        Ok(match is_shared {
            true => self.texts.add_shared(text, encoding, look, at),
            false => self.texts.add(text, encoding, at),
        })
    }

    /// Adds a text whose runs have fonts of their own; `false` where it has none.
    pub fn push_mixed(
        &mut self,
        at: CellRef,
        text: &str,
        mixed: &MixedTexts,
        look: u16,
    ) -> Result<bool, WorkbookTrouble> {
        let own = self.sheet.looks.get(usize::from(look)).cloned().unwrap_or_default();
        let Some(joined) = mixed.joined(text, own.encoding) else { return Ok(false) };
        // Its letters are Unicode now, whatever the font of the cell.
        let look = self.look(Look { encoding: None, ..own });
        self.push(at.row, at.column, Raw::Text(&joined.text), look)?;
        self.texts.converted(at, joined.encoding, text, &joined.text);
        Ok(true)
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
        self.texts.finish(&mut sheet);
        sheet.merges.sort();
        let reach = sheet.merges.iter().scan(0, |reach, merge| {
            *reach = merge.last.row.max(*reach);
            Some(*reach)
        });
        sheet.merges_reach = reach.collect();
        sheet.facts.hidden_rows.sort_unstable();
        sheet.facts.hidden_rows.dedup();
        let columns = &mut sheet.facts.hidden_columns;
        columns.sort_unstable();
        // Some programs write one run for every column.
        columns.dedup_by(|next, kept| {
            let is_adjacent = next.0 <= kept.1.saturating_add(1);
            if is_adjacent {
                kept.1 = kept.1.max(next.1);
            }
            is_adjacent
        });
        sheet
    }

    /// Closes the row that is being filled, and says how many cells it has.
    fn close_row(&mut self) -> usize {
        let Some((number, cells)) = self.open.take() else { return 0 };
        let length = cells.len();
        self.is_in_order &= self.sheet.rows.last().is_none_or(|last| last.number < number);
        self.sheet.rows.push(Row { number, cells: cells.into_boxed_slice() });
        length
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
