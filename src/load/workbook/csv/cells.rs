//! The cells of a CSV text, each with its row and column as Excel counts them.
//!
//! A row may span lines (a line break within quotes), and an empty line is a row, which the parser passes over: the clerk
//! looks for a mistake by the number that Excel shows.

use std::collections::BTreeMap;

use csv::{ByteRecord, ReaderBuilder, Terminator};

use super::separator::{declared, found, scan};
use super::{CsvTrouble, Separator};

/// What was found out about the file.
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    pub separator: Separator,
    /// A first line `sep=;` said so; it is no row.
    pub is_declared: bool,
    pub last_row: u32,
    pub last_column: u32,
    /// The first row that is cut into another number of cells than most: «7,97» between commas without quotes is two.
    pub uneven: Option<Uneven>,
}

/// A row that is not as wide as most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uneven {
    pub row: u32,
    pub cells: u32,
    pub usual: u32,
}

/// Hands every cell that holds something to `each`, row by row, as it was typed.
pub fn each_cell<E: From<CsvTrouble>>(
    text: &str,
    mut each: impl FnMut(u32, u32, &str) -> Result<(), E>,
) -> Result<Layout, E> {
    let (separator, text, is_declared) = match declared(text)? {
        Some((separator, rest)) => (separator, rest, true),
        None => (found(text), text, false),
    };
    scan(text, separator, |_| true)?;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .terminator(Terminator::CRLF)
        .delimiter(separator.byte())
        .from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let mut widths = Widths::default();
    let (mut row, mut last_column) = (0_u32, 0_u32);
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        // Nothing but reading the bytes can fail, and they are in memory.
        if !reader.read_byte_record(&mut record).unwrap_or(false) {
            break;
        }
        row = row.saturating_add(1).saturating_add(blank_lines(text.as_bytes(), start));
        let mut filled = 0;
        for (column, field) in (1_u32..).zip(&record) {
            let field = std::str::from_utf8(field).unwrap_or_default();
            if field.trim().is_empty() {
                continue;
            }
            filled = column;
            each(row, column, field)?;
        }
        last_column = last_column.max(filled);
        widths.add(row, record.len(), filled);
    }
    Ok(Layout { separator, is_declared, last_row: row, last_column, uneven: widths.uneven() })
}

/// Empty lines from here on; the line break that ended the row before may be cut in two.
fn blank_lines(bytes: &[u8], start: usize) -> u32 {
    let mut at = start;
    if start > 0 && bytes.get(start - 1) == Some(&b'\r') && bytes.get(start) == Some(&b'\n') {
        at += 1;
    }
    let mut lines = 0;
    while let Some(b'\r' | b'\n') = bytes.get(at) {
        at += if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 };
        lines += 1;
    }
    lines
}

/// Rows by how many cells they are cut into and which is the last with something in it: how many, and the first.
#[derive(Default)]
struct Widths(BTreeMap<(u32, u32), (u32, u32)>);

impl Widths {
    /// A line of one cell is a title or a note.
    fn add(&mut self, row: u32, cells: usize, filled: u32) {
        let cells = u32::try_from(cells).unwrap_or(u32::MAX);
        if cells > 1 && filled > 0 {
            self.0.entry((cells, filled)).or_insert((0, row)).0 += 1;
        }
    }

    /// Empty cells beyond the usual width are nothing.
    fn uneven(&self) -> Option<Uneven> {
        let mut rows_of: BTreeMap<u32, u32> = BTreeMap::new();
        for ((cells, _), (rows, _)) in &self.0 {
            *rows_of.entry(*cells).or_default() += rows;
        }
        let (usual, _) = rows_of.into_iter().max_by_key(|(_, rows)| *rows)?;
        let others = self.0.iter().filter(|((cells, filled), _)| *cells < usual || *filled > usual);
        let ((cells, _), (_, row)) = others.min_by_key(|(_, (_, first))| *first)?;
        Some(Uneven { row: *row, cells: *cells, usual })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<(u32, u32, String)>, Layout) {
        let mut cells = Vec::new();
        let layout = each_cell(text, |row, column, cell| {
            cells.push((row, column, cell.to_owned()));
            Ok::<(), CsvTrouble>(())
        });
        (cells, layout.unwrap())
    }

    fn trouble(text: &str) -> CsvTrouble {
        each_cell(text, |_, _, _| Ok::<(), CsvTrouble>(())).unwrap_err()
    }

    #[test]
    fn counts_rows_as_excel_does() {
        for line_end in ["\n", "\r\n", "\r"] {
            let lines =
                ["", "BIỂU 01", "", "", "Tên;\"Số", "hộ\";", "A;\" 7,97\";", "", "\"B \"\"cũ\"\"\";8,01;"];
            let (cells, layout) = read(&lines.join(line_end));
            let head = format!("Số{line_end}hộ");
            let expected: Vec<(u32, u32, String)> = [
                (2, 1, "BIỂU 01"),
                (5, 1, "Tên"),
                (5, 2, &head),
                (6, 1, "A"),
                (6, 2, " 7,97"),
                (8, 1, "B \"cũ\""),
                (8, 2, "8,01"),
            ]
            .map(|(row, column, text)| (row, column, text.to_owned()))
            .to_vec();
            assert_eq!(cells, expected);
            let separator = Separator::Semicolon;
            let expected =
                Layout { separator, is_declared: false, last_row: 8, last_column: 2, uneven: None };
            assert_eq!(layout, expected);
        }
    }

    #[test]
    fn does_not_count_the_line_for_excel() {
        let (cells, layout) = read("sep=,\r\nTên,Số\r\nA,1\r\n");
        assert_eq!(cells.last(), Some(&(2, 2, "1".to_owned())));
        assert!(layout.is_declared);
    }

    #[test]
    fn tells_rows_of_another_width() {
        let uneven = |text: &str| read(text).1.uneven;
        assert_eq!(uneven("Tên,Tỷ lệ\nA,7,97\nB,8,01\n"), Some(Uneven { row: 1, cells: 2, usual: 3 }));
        assert_eq!(uneven("Tên,Số\nA,1\nB,7,97\nC,2\n"), Some(Uneven { row: 3, cells: 3, usual: 2 }));
        assert_eq!(uneven("Biểu 1\nTên,Số\nA,1\nB,2,,\nGhi chú\n"), None);
    }

    #[test]
    fn an_open_quotation_is_told() {
        assert_eq!(trouble("a;b\n\"c;d\ne;f"), CsvTrouble::Quotes { line: 2 });
        // A row of nothing but separators is empty, however long.
        assert_eq!(read(&format!("a;b\n{}\n", ";".repeat(100_000))).1.last_column, 2);
    }
}
