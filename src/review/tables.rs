//! Tables of figures as built and as they came back, cell by cell.

use super::Review;
use super::compare::figure_change;
use super::reading::{Returned, Row, Table};
use super::words::squeezed;
use crate::diag::Place;
use crate::recall::{Change, Document, RowChange, Rows, Step, align, cell_sources, narrowed, table_rows};
use crate::record::FigureRow;

/// Compares every table that came back.
pub fn compare(returned: &Returned, built: &Document, review: &mut Review) {
    for table in &returned.tables {
        let Some(known) = Known::of(table, built) else { continue };
        let body: Vec<&Row> = known.body.iter().map(|at| &table.rows[*at]).collect();
        let rows = known.lines(&body);
        for (at, line) in rows.iter().enumerate() {
            let Some(line) = line else {
                review.changes.rows.push(known.row_change(built, Change::Added, first_words(body[at])));
                continue;
            };
            for (column, figure) in &known.columns {
                let printed = figure.text.split('\n').nth(*line).unwrap_or_default();
                let now = squeezed(text_at(body[at], *column));
                if squeezed(printed) != now {
                    let figure = narrowed(figure, &known.rows, *line, printed);
                    review.changes.figures.push(figure_change(built, &figure, now));
                }
            }
        }
        for (line, name) in known.rows.names.iter().enumerate() {
            if !rows.contains(&Some(line)) {
                review.changes.rows.push(known.row_change(built, Change::Removed, (*name).to_owned()));
            }
        }
    }
}

/// The cell of the workbook behind a cell of a table that came back.
pub fn place(table: &Table, built: &Document, row: usize, column: usize) -> Option<Place> {
    let known = Known::of(table, built)?;
    let body: Vec<&Row> = known.body.iter().map(|at| &table.rows[*at]).collect();
    let line = known.lines(&body).get(known.body.iter().position(|at| *at == row)?).copied().flatten()?;
    let (_, figure) = known.columns.iter().find(|(at, _)| *at == column)?;
    cell_sources(figure, &known.rows, line).into_iter().next()
}

/// A table that came back beside the columns that were printed in it.
struct Known<'a> {
    /// The columns of figures, each with its place in the table.
    columns: Vec<(usize, &'a FigureRow)>,
    rows: Rows<'a>,
    /// Its rows below the head.
    body: Vec<usize>,
}

impl<'a> Known<'a> {
    fn of(table: &Table, built: &'a Document) -> Option<Self> {
        let printed = groups(&built.figures).into_iter().nth(table.number)?;
        let id = printed.first()?.table.as_deref()?;
        let rows = table_rows(&built.figures).remove(id)?;
        let head = table.rows.iter().take_while(|row| row.is_head).count();
        let head = if head == 0 { table.rows.len().saturating_sub(rows.names.len()) } else { head };
        let titles = titles(&table.rows[..head]);
        let column = |figure: &'a FigureRow| {
            let wanted = squeezed(figure.column.as_deref()?);
            Some((titles.iter().position(|title| *title == wanted)?, figure))
        };
        let columns = printed.into_iter().filter_map(column).collect();
        let body = (head..table.rows.len()).filter(|at| !table.rows[*at].is_deleted).collect();
        Some(Self { columns, rows, body })
    }

    /// For every row that came back the line that it was, if any.
    fn lines(&self, body: &[&Row]) -> Vec<Option<usize>> {
        if body.len() == self.rows.names.len() {
            return (0..body.len()).map(Some).collect();
        }
        // The row of a part is recorded with the name of its whole before its own.
        let mut from = 0;
        let mut names = Vec::new();
        for row in body {
            let is_it = |name: &str| {
                row.cells.iter().take(3).map(|cell| squeezed(&cell.text)).any(|text| {
                    !text.is_empty() && text.parse::<u32>().is_err() && squeezed(name).ends_with(&text)
                })
            };
            let found = self.rows.names.iter().enumerate().skip(from).find(|(_, name)| is_it(name));
            from = found.map_or(from, |(at, _)| at + 1);
            names.push(found.map_or_else(|| first_words(row), |(_, name)| (*name).to_owned()));
        }
        let now: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut lines = vec![None; body.len()];
        for step in align(&self.rows.names, &now) {
            if let Step::Same(line, at) = step {
                lines[at] = Some(line);
            }
        }
        lines
    }

    fn row_change(&self, built: &Document, change: Change, unit: String) -> RowChange {
        let figure = self.columns.first().map(|(_, figure)| *figure);
        RowChange {
            document: built.file.clone(),
            document_unit: built.id.unit.clone(),
            change,
            table: figure.and_then(|figure| figure.table.clone()).unwrap_or_default(),
            annex: figure.and_then(|figure| figure.annex.clone()),
            unit: Some(unit),
            column: None,
        }
    }
}

/// The columns of every printed table, in the order of the tables: another one begins where the table or the annex is
/// another, or where a column comes again.
fn groups(figures: &[FigureRow]) -> Vec<Vec<&FigureRow>> {
    let mut groups: Vec<Vec<&FigureRow>> = Vec::new();
    for figure in figures.iter().filter(|figure| figure.is_column()) {
        let goes_on = groups.last().is_some_and(|group| {
            group.iter().all(|other| {
                (&other.table, &other.annex) == (&figure.table, &figure.annex)
                    && other.column != figure.column
            })
        });
        match groups.last_mut() {
            Some(group) if goes_on => group.push(figure),
            _ => groups.push(vec![figure]),
        }
    }
    groups
}

/// The headings of the columns, those above one another joined as the record joins them.
fn titles(head: &[Row]) -> Vec<String> {
    let mut titles: Vec<Vec<String>> = Vec::new();
    for row in head {
        let mut at = 0;
        for cell in &row.cells {
            for place in at..at + cell.span {
                if titles.len() <= place {
                    titles.resize(place + 1, Vec::new());
                }
                let text = squeezed(&cell.text);
                if !cell.goes_on && !text.is_empty() {
                    titles[place].push(text);
                }
            }
            at += cell.span;
        }
    }
    titles.into_iter().map(|path| path.join(" › ")).collect()
}

fn text_at(row: &Row, column: usize) -> &str {
    let mut at = 0;
    for cell in &row.cells {
        if (at..at + cell.span).contains(&column) {
            return &cell.text;
        }
        at += cell.span;
    }
    ""
}

/// How a row is called that nobody built: its first words.
fn first_words(row: &Row) -> String {
    let texts = row.cells.iter().map(|cell| squeezed(&cell.text));
    let is_name = |text: &String| text.chars().any(char::is_alphabetic);
    texts.filter(is_name).max_by_key(|text| text.chars().count()).unwrap_or_default()
}
