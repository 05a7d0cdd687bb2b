//! What the hidden sheet of an annex workbook says, by which a workbook that comes back is recognised.
//!
//! Holds names and ids only: no path, no user, no clock. Written by `annex`, read by `collect`.

/// The name of the sheet.
pub const SHEET: &str = "_duthao";
/// The list that `collect` writes beside the tables; it is no table of the dossier.
pub const COLLECTED: &str = "Thu về";
/// The version of what it says; a later one may mean something else.
pub const VERSION: &str = "1";

const HEAD: &str = "duthao";
const DOSSIER: &str = "ho_so";
const DOCUMENT: &str = "van_ban";
const UNIT: &str = "don_vi";
const TABLE: &str = "bang";
const COLUMN: &str = "cot";
const ROW: &str = "dong";
const OPEN: &str = "mo";

/// Which document a workbook belongs to, and what stands where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    pub dossier: String,
    pub document: String,
    /// The unit, where the document is one for every row of a table.
    pub unit: Option<String>,
    pub tables: Vec<TableMarks>,
}

/// One printed table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableMarks {
    pub sheet: String,
    /// The table's id in the dossier.
    pub table: String,
    pub columns: Vec<ColumnMarks>,
    pub rows: Vec<RowMarks>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMarks {
    /// On the annex's sheet, from 1.
    pub at: u32,
    pub id: String,
    pub is_open: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowMarks {
    /// On the annex's sheet, from 1.
    pub at: u32,
    /// The row of the dossier's own sheet.
    pub source: u32,
    /// The unit's name, or «Xã An Bình › Hộ DTTS».
    pub name: String,
    pub is_open: bool,
}

/// Why a hidden sheet says nothing that is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadMarks {
    /// It was written by a version that means something else.
    Version(String),
    /// A line of it makes no sense.
    Line(usize),
}

impl Marks {
    /// The lines of the sheet, cell by cell.
    pub fn lines(&self) -> Vec<Vec<String>> {
        let line = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let open = |is_open: bool| if is_open { OPEN } else { "" };
        let mut lines =
            vec![line(&[HEAD, VERSION]), line(&[DOSSIER, &self.dossier]), line(&[DOCUMENT, &self.document])];
        lines.extend(self.unit.as_ref().map(|unit| line(&[UNIT, unit])));
        for table in &self.tables {
            let (first, last) = (table.rows.first(), table.rows.last());
            let at = |row: Option<&RowMarks>| row.map_or(String::new(), |row| row.at.to_string());
            lines.push(line(&[TABLE, &table.sheet, &table.table, &at(first), &at(last)]));
            for column in &table.columns {
                lines.push(line(&[COLUMN, &column.at.to_string(), &column.id, open(column.is_open)]));
            }
            for row in &table.rows {
                let (at, source) = (row.at.to_string(), row.source.to_string());
                lines.push(line(&[ROW, &at, &source, &row.name, open(row.is_open)]));
            }
        }
        for line in &mut lines {
            while line.last().is_some_and(String::is_empty) {
                line.pop();
            }
        }
        lines
    }

    /// Reads the lines back.
    pub fn read(lines: &[Vec<String>]) -> Result<Self, BadMarks> {
        let mut marks =
            Self { dossier: String::new(), document: String::new(), unit: None, tables: Vec::new() };
        for (at, line) in lines.iter().enumerate() {
            let cell = |column: usize| line.get(column).map_or("", String::as_str);
            let bad = || BadMarks::Line(at + 1);
            let number = |column: usize| cell(column).parse::<u32>().ok().filter(|n| *n > 0).ok_or_else(bad);
            match (cell(0), at) {
                (HEAD, 0) if cell(1) == VERSION => {}
                (HEAD, 0) => return Err(BadMarks::Version(cell(1).to_owned())),
                (_, 0) => return Err(bad()),
                (DOSSIER, _) => cell(1).clone_into(&mut marks.dossier),
                (DOCUMENT, _) => cell(1).clone_into(&mut marks.document),
                (UNIT, _) => marks.unit = Some(cell(1).to_owned()),
                (TABLE, _) => marks.tables.push(TableMarks {
                    sheet: cell(1).to_owned(),
                    table: cell(2).to_owned(),
                    columns: Vec::new(),
                    rows: Vec::new(),
                }),
                (COLUMN, _) => {
                    let mark =
                        ColumnMarks { at: number(1)?, id: cell(2).to_owned(), is_open: cell(3) == OPEN };
                    marks.tables.last_mut().ok_or_else(bad)?.columns.push(mark);
                }
                (ROW, _) => {
                    let mark = RowMarks {
                        at: number(1)?,
                        source: number(2)?,
                        name: cell(3).to_owned(),
                        is_open: cell(4) == OPEN,
                    };
                    marks.tables.last_mut().ok_or_else(bad)?.rows.push(mark);
                }
                _ => return Err(bad()),
            }
        }
        if lines.is_empty() || marks.dossier.is_empty() || marks.document.is_empty() {
            return Err(BadMarks::Line(lines.len()));
        }
        Ok(marks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks() -> Marks {
        Marks {
            dossier: "mau".to_owned(),
            document: "ke-hoach".to_owned(),
            unit: Some("Xã An Bình".to_owned()),
            tables: vec![TableMarks {
                sheet: "Phụ lục".to_owned(),
                table: "xa".to_owned(),
                columns: vec![
                    ColumnMarks { at: 2, id: "ten".to_owned(), is_open: false },
                    ColumnMarks { at: 5, id: "giam".to_owned(), is_open: true },
                ],
                rows: vec![
                    RowMarks { at: 8, source: 4, name: "Khu vực 1".to_owned(), is_open: false },
                    RowMarks { at: 9, source: 5, name: "Xã An Bình".to_owned(), is_open: true },
                ],
            }],
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let lines = marks().lines();
        let text: Vec<String> = lines.iter().map(|line| line.join(" | ")).collect();
        let expected = [
            "duthao | 1",
            "ho_so | mau",
            "van_ban | ke-hoach",
            "don_vi | Xã An Bình",
            "bang | Phụ lục | xa | 8 | 9",
            "cot | 2 | ten",
            "cot | 5 | giam | mo",
            "dong | 8 | 4 | Khu vực 1",
            "dong | 9 | 5 | Xã An Bình | mo",
        ];
        assert_eq!(text, expected);
        assert_eq!(Marks::read(&lines), Ok(marks()));
    }

    #[test]
    fn what_is_not_understood_is_said() {
        let mut lines = marks().lines();
        lines[0][1] = "2".to_owned();
        assert_eq!(Marks::read(&lines), Err(BadMarks::Version("2".to_owned())));
        let mut lines = marks().lines();
        lines[5][1] = "B".to_owned();
        assert_eq!(Marks::read(&lines), Err(BadMarks::Line(6)));
        assert_eq!(Marks::read(&[]), Err(BadMarks::Line(0)));
        assert_eq!(Marks::read(&lines[1..]), Err(BadMarks::Line(1)));
    }
}
