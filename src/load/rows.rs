//! The rows of a table: from the line under the head to its total, each with its kind and typed cells.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::cells::{self, Cell, Row as RowContext};
use super::grid::{self, Head};
use super::part_rows::{self, Doubt, Mark};
use super::workbook::{Raw, Sheet};
use crate::diag::{CellRef, Finding, Findings, Place, rules};
use crate::model::table::{ColumnKind, PART_MARKS, Row, RowKind, Table, Value, part_label};
use crate::vietnamese::listed::Words;
use crate::vietnamese::text::fold;
use crate::vietnamese::{number, range};

/// A line of the sheet that is a row of the table, before its cells are read.
struct Line {
    kind: RowKind,
    number: String,
    name: String,
    row: u32,
    state: State,
}

/// What the cells of a line are read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Figures,
    /// A heading that may stand without figures: «Trong đó:».
    Bare,
    /// Nothing: the finding about the whole row has been made.
    Refused,
}

/// Where a table ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct End {
    /// The first row of a head with the same labels below the table: which of the two is meant?
    pub same_head: Option<u32>,
}

/// Where a table lies on its sheet.
struct Ground<'a> {
    sheet: &'a Sheet,
    head: &'a Head,
    name_column: u32,
    value_columns: Vec<u32>,
    /// Whether its rows are places, and not indicators.
    has_places: bool,
    /// The rows of the sheet with figures below which no other table has begun, once somebody asks.
    with_figures_below: OnceCell<BTreeSet<u32>>,
    place: &'a dyn Fn(CellRef) -> Place,
}

/// Reads the rows under the head until the table ends.
pub fn read(
    table: &mut Table,
    sheet: &Sheet,
    head: &Head,
    place: &dyn Fn(CellRef) -> Place,
    findings: &mut Findings,
) -> End {
    let Some(name_column) = table.name_column().and_then(|at| table.columns[at].sheet_column) else {
        return End::default();
    };
    let value_columns: Vec<u32> = table
        .columns
        .iter()
        .filter_map(|column| column.sheet_column)
        .filter(|column| *column != name_column)
        .collect();
    let has_places = !table.has_indicators();
    let with_figures_below = OnceCell::new();
    let ground = Ground { sheet, head, name_column, value_columns, has_places, with_figures_below, place };
    let (lines, end) = ground.lines(findings);
    let unit_column = table.columns.iter().find(|column| column.kind == ColumnKind::RowUnit);
    let unit_column = unit_column.and_then(|column| column.sheet_column);
    table.rows.reserve_exact(lines.len());
    for line in lines {
        let cells = ground.cells(&line, unit_column, table, findings);
        let number = if line.number == line.name { String::new() } else { line.number };
        table.rows.push(Row { kind: line.kind, number, name: line.name, cells, sheet_row: line.row });
    }
    end
}

impl Ground<'_> {
    fn text(&self, row: u32, column: Option<u32>) -> String {
        column.and_then(|column| self.sheet.cell(row, column)).map(cells::as_text).unwrap_or_default()
    }

    fn has_figure(&self, row: u32) -> bool {
        self.value_columns.iter().any(|column| match self.sheet.cell(row, *column) {
            Some(Raw::Number(_)) => true,
            Some(Raw::Text(text)) => number::parse(text).is_ok() || range::parse(text).is_ok(),
            _ => false,
        })
    }

    /// The lines that are rows, down to the total and its parts.
    fn lines(&self, findings: &mut Findings) -> (Vec<Line>, End) {
        let number_column = self.head.number_column();
        let mut id_columns = vec![self.name_column];
        id_columns.extend(&self.value_columns);
        let mut lines: Vec<Line> = Vec::new();
        let mut closed_by: Option<CellRef> = None;
        let mut end = End::default();
        for row in self.sheet.row_numbers().skip_while(|row| *row <= self.head.last_row) {
            if lines.is_empty() && grid::is_id_row(self.sheet, self.head, row, &id_columns) {
                continue;
            }
            let (number, mut name) = (self.text(row, number_column), self.text(row, Some(self.name_column)));
            if !lines.is_empty() && self.is_head_again(row, &number, &name) {
                end.same_head = self.has_same_labels(row).then_some(row);
                break;
            }
            let has_values = self.has_values(row);
            if let Some(line) = self.part_line(row, &number, &name, &lines, closed_by.is_some(), findings) {
                lines.push(line);
                continue;
            }
            if let Some(total) = closed_by {
                // Under the total stand notes and signatures.
                if self.has_figure(row) {
                    let place = (self.place)(CellRef { row, column: self.name_column });
                    findings.add(after_total(place, (self.place)(total), &name));
                    break;
                }
                continue;
            }
            let kind = grid::row_kind(&number, &name);
            // A line without figures is a blank spacer, a number that was filled in ahead, or a note.
            let is_note = name.is_empty()
                || part_rows::mark(&number, &name) == Mark::Dash
                || number.is_empty() && looks_like_note(&name);
            if !has_values && is_note {
                continue;
            }
            if name.is_empty() && kind == RowKind::Total {
                name.clone_from(&number);
            }
            if name.is_empty() {
                findings.add(nameless((self.place)(CellRef { row, column: self.name_column }), row));
                name = format!("dòng {row}");
            }
            if kind == RowKind::Total && lines.iter().any(|line| line.kind == RowKind::Unit) {
                closed_by = Some(CellRef { row, column: self.name_column });
            }
            lines.push(Line { kind, number, name, row, state: State::Figures });
        }
        decimal_groups(&mut lines);
        (lines, end)
    }

    /// Whether a row begins the head of another table.
    fn is_head_again(&self, row: u32, number: &str, name: &str) -> bool {
        grid::is_number_heading(number)
            || name.starts_with(char::is_alphabetic)
                && self.head.is_label(self.name_column, name)
                && !self.has_figure(row)
    }

    /// Whether every declared column has its label again in a row or right below it.
    fn has_same_labels(&self, row: u32) -> bool {
        let height = self.head.last_row - self.head.first_row;
        let mut columns = self.value_columns.iter().chain([&self.name_column]);
        columns.all(|column| {
            (row..=row + height).any(|row| {
                matches!(self.sheet.spread(row, *column), Some(Raw::Text(text)) if self.head.is_label(*column, text))
            })
        })
    }

    fn has_values(&self, row: u32) -> bool {
        self.value_columns.iter().any(|column| self.sheet.cell(row, *column).is_some())
    }

    /// The line of a row that is a part, or that might be one and is refused; `None` for every other row.
    fn part_line(
        &self,
        row: u32,
        number: &str,
        name: &str,
        above: &[Line],
        is_closed: bool,
        findings: &mut Findings,
    ) -> Option<Line> {
        let mark = part_rows::mark(number, name);
        let has_values = self.has_values(row);
        let last = above.last();
        // Right under the row that it belongs to, or another part of it.
        let is_adjacent = last.is_some_and(|line| line.row + 1 == row);
        let under_heading = last.is_some_and(|line| line.state == State::Bare);
        let place = (self.place)(CellRef { row, column: self.name_column });
        let line = |kind: RowKind, state: State| {
            Some(Line { kind, number: number.to_owned(), name: name.to_owned(), row, state })
        };
        let called = if mark == Mark::Dash && !number.is_empty() || mark == Mark::Numbered {
            format!("{number} {name}")
        } else {
            name.to_owned()
        };
        let mut refuse = |doubt: Doubt, kind: RowKind| {
            findings.add(doubt.finding(place.clone(), &called));
            line(kind, State::Refused)
        };
        match mark {
            Mark::None => {
                // A blank number is no sign of a part where no row has a number.
                let is_under = under_heading || self.is_under_heading(row, above);
                let is_row = if is_closed { self.has_figure(row) } else { has_values || is_adjacent };
                let is_other = || grid::row_kind(number, name) != RowKind::Unit || looks_like_note(name);
                let is_doubtful = is_under && number.is_empty() && !name.is_empty() && is_row && !is_other();
                if is_doubtful { refuse(Doubt::NoDash, RowKind::Part) } else { None }
            }
            Mark::Numbered if is_closed && !self.has_figure(row) => None,
            Mark::Numbered => refuse(Doubt::Number, RowKind::Part),
            // Far below the total nothing belongs to it; figures there are said to be too low.
            _ if is_closed && !is_adjacent => None,
            Mark::Dash if !has_values => {
                let is_footnote = (number.to_owned() + name).starts_with('*');
                let is_part = self.is_inside(row) || is_adjacent && !looks_like_note(unmarked(name));
                if is_closed || is_footnote || !is_part {
                    return None;
                }
                findings.add(part_rows::without_figures(place.clone(), &called));
                line(RowKind::Part, State::Refused)
            }
            Mark::Dash
                if self.has_places
                    && !under_heading
                    && !self.is_under_heading(row, above)
                    && part_rows::is_like_a_unit(name) =>
            {
                refuse(Doubt::Unit, RowKind::Unit)
            }
            _ if !is_adjacent => refuse(Doubt::NoWhole, RowKind::Part),
            Mark::Heading if !has_values => line(RowKind::Part, State::Bare),
            Mark::Words if !has_values => {
                findings.add(part_rows::without_figures(place.clone(), &called));
                line(RowKind::Part, State::Refused)
            }
            _ => line(RowKind::Part, State::Figures),
        }
    }

    /// Whether a row stands under «Trong đó:», with nothing but its parts between them, in a table that numbers its rows.
    fn is_under_heading(&self, row: u32, above: &[Line]) -> bool {
        let mut below = row;
        for line in above.iter().rev() {
            if line.kind != RowKind::Part || line.row + 1 != below {
                return false;
            }
            if line.state == State::Bare {
                let is_numbered = |line: &Line| line.kind == RowKind::Unit && !line.number.is_empty();
                return above.iter().any(is_numbered);
            }
            below = line.row;
        }
        false
    }

    /// Whether rows with figures follow.
    fn is_inside(&self, row: u32) -> bool {
        let rows = self.with_figures_below.get_or_init(|| {
            let number = self.head.number_column();
            let rows: Vec<u32> = self.sheet.row_numbers().collect();
            let mut inside = BTreeSet::new();
            let mut is_followed = false;
            for row in rows.into_iter().rev() {
                if is_followed {
                    inside.insert(row);
                }
                let is_other_table = grid::is_number_heading(&self.text(row, number));
                is_followed = !is_other_table && (is_followed || self.has_figure(row));
            }
            inside
        });
        rows.contains(&row)
    }

    /// Whether a row has figures whose unit nobody knows: a part is measured as its whole is.
    fn needs_unit(&self, line: &Line, raw: Option<Raw<'_>>, table: &Table) -> bool {
        let figures = table.columns.iter().filter(|column| column.kind == ColumnKind::RowFigure);
        let mut figures = figures.filter_map(|column| self.sheet.cell(line.row, column.sheet_column?));
        let is_missing = match raw {
            None => line.kind != RowKind::Part,
            Some(raw) => number::parse(&cells::as_text(raw)).is_ok(),
        };
        is_missing && line.state != State::Refused && figures.next().is_some()
    }

    fn cells(
        &self,
        line: &Line,
        unit_column: Option<u32>,
        table: &Table,
        findings: &mut Findings,
    ) -> Vec<Value> {
        // A unit merged over several rows counts for each of them.
        let unit = unit_column.and_then(|column| self.sheet.spread(line.row, column)).map(cells::as_text);
        let whole = table.rows.iter().rfind(|row| row.kind != RowKind::Part);
        let whole = whole.filter(|_| line.kind == RowKind::Part);
        let label = whole.map(|whole| part_label(&whole.name, &line.name));
        // A part that names no unit is measured as its whole is.
        let whole_unit = || whole.and_then(|whole| unit_of(whole, table));
        let context = RowContext {
            label: label.as_deref().unwrap_or(&line.name),
            name: whole.map_or(&line.name, |whole| &whole.name),
            unit: unit.as_deref().or_else(whole_unit),
            is_heading: matches!(line.kind, RowKind::Group { .. }) && table.has_indicators(),
            is_bare: line.state == State::Bare,
        };
        let mut read = Vec::with_capacity(table.columns.len());
        for column in &table.columns {
            let Some(sheet_column) = column.sheet_column else {
                read.push(Value::Empty);
                continue;
            };
            let at = CellRef { row: line.row, column: sheet_column };
            let raw = match column.kind {
                kind if line.state == State::Refused && !kind.is_text() => {
                    read.push(Value::Unreadable);
                    continue;
                }
                kind if kind.is_name() => {
                    read.push(Value::Text(line.name.as_str().into()));
                    continue;
                }
                ColumnKind::RowUnit => {
                    let raw = self.sheet.spread(line.row, sheet_column);
                    if self.needs_unit(line, raw, table) {
                        findings.add(cells::no_unit(raw, column, &context, (self.place)(at)));
                    }
                    raw
                }
                _ => self.sheet.cell(line.row, sheet_column),
            };
            let cell = Cell {
                raw,
                look: self.sheet.look(line.row, sheet_column),
                covered_by: if raw.is_none() { self.sheet.merged(at) } else { None },
                column,
                row: &context,
                place: &|| (self.place)(at),
            };
            read.push(cells::value(&cell, findings));
        }
        read
    }
}

fn unit_of<'a>(row: &'a Row, table: &Table) -> Option<&'a str> {
    let column = table.columns.iter().position(|column| column.kind == ColumnKind::RowUnit)?;
    match &row.cells[column] {
        Value::Text(unit) => Some(&**unit),
        _ => None,
    }
}

/// «1» is a group when «1.1» follows it, with or without parts between them.
fn decimal_groups(lines: &mut [Line]) {
    let rows: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].kind != RowKind::Part).collect();
    for pair in rows.windows(2) {
        if let Some(level) = grid::decimal_group_level(&lines[pair[0]].number, &lines[pair[1]].number) {
            lines[pair[0]].kind = RowKind::Group { level };
        }
    }
}

fn nameless(place: Place, row: u32) -> Finding {
    Finding::new(&rules::NAMELESS_ROW, place, format!("dòng {row} có số liệu mà không có tên đơn vị"))
        .help("ghi tên đơn vị vào ô này; nếu là dòng tổng thì ghi «Tổng cộng»; nếu thừa thì xóa số liệu")
}

fn after_total(place: Place, total: Place, name: &str) -> Finding {
    Finding::new(&rules::AFTER_TOTAL, place, format!("dòng «{name}» có số liệu nhưng nằm dưới dòng tổng"))
        .also(total, "dòng tổng khép bảng ở đây")
        .help("đưa dòng này lên trên dòng tổng, hoặc chuyển sang trang khác nếu không thuộc bảng")
}

/// The name behind its dash.
fn unmarked(text: &str) -> &str {
    text.trim_start_matches(PART_MARKS).trim_start()
}

/// Whether words stand under or between rows: «Ghi chú: …».
pub fn looks_like_note(name: &str) -> bool {
    static BEGINNINGS: Words = Words::of(&["ghi chú", "nguồn", "người lập", "chú thích", "lưu ý", "số liệu"]);
    let folded = fold(name);
    folded.starts_with('(') || folded.starts_with(PART_MARKS) || BEGINNINGS.begin(&folded)
}
