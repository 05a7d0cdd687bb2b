//! `<document>.figures.json`: every printed figure with its value, page, source and arithmetic.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::text::Composed;
use crate::check::Checked;
use crate::compile::Pages;
use crate::diag::Place;
use crate::model::figure::{Amount, Figure};
use crate::model::habits::Habits;
use crate::model::table::Table;

/// A figure in running text, or all cells of a printed table's column.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FigureRow {
    /// As printed; a column's cells one below the other.
    pub text: String,
    /// A string with a point, since JSON numbers are floats; both ends of a range, null for one that is open; null for
    /// the cells of a table's column.
    pub value: Value,
    pub unit: Option<String>,
    pub page: Option<usize>,
    /// The PDF when it is not the document's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    pub source: Vec<Place>,
    pub formula: Option<String>,
    pub rounding: Option<String>,
    /// The table's id; `hang_so` for a constant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// The column's heading as one line, or the constant's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The row's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// The annex that a column is printed in; none for a table inside the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annex: Option<String>,
    /// In text: which of the manifest's paragraphs it stands in, from 1, and how many characters stand before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<usize>,
    /// The names of the rows one below the other and the sheet's rows that they stand in (`4-10,12`): only with the
    /// first column of a table, since its other columns have the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet_rows: Option<String>,
    /// The arithmetic, one step a line; for a column what belongs to each of its rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<String>,
}

/// One PDF of a document: its name when it is not the document's own, and its pages.
pub struct PrintedFile<'a> {
    pub name: Option<String>,
    pub pages: &'a Pages,
}

/// Where something stands in print.
#[derive(Clone, Copy, Default)]
struct Printed<'a> {
    page: Option<usize>,
    file: Option<&'a str>,
}

fn find<'a>(files: &'a [PrintedFile<'_>], page: impl Fn(&Pages) -> Option<usize>) -> Printed<'a> {
    let found = files.iter().find_map(|file| Some((file, page(file.pages)?)));
    found.map_or(Printed::default(), |(file, page)| Printed { page: Some(page), file: file.name.as_deref() })
}

/// The figures of a document in the order of the text, then one row for every column of a printed table but that of the
/// names: its printed cells one below the other, its source the range of the column.
pub fn figures(checked: &Checked, composed: &Composed, files: &[PrintedFile<'_>]) -> Vec<FigureRow> {
    let in_text = checked.figures().iter().enumerate().map(|(number, figure)| {
        let at = find(files, |pages| pages.printed.figure_pages.get(&number).copied());
        in_text(figure, at, composed.figures.get(&number).copied())
    });
    let mut rows: Vec<FigureRow> = in_text.collect();
    let habits = &checked.document().habits;
    let mut named: Vec<&str> = Vec::new();
    for (number, (printed, table)) in checked.printed_tables().into_iter().enumerate() {
        let at = find(files, |pages| pages.printed.table_pages.get(&number).copied());
        let annex = composed.annexes.get(&number);
        for column in printed.columns.iter().filter(|at| !table.columns[**at].kind.is_name()) {
            let mut row = in_table(table, *column, at, habits);
            row.annex = annex.cloned();
            if !named.contains(&table.id.as_str()) {
                named.push(&table.id);
                let labels: Vec<String> =
                    (0..table.rows.len()).map(|row| one_line(&table.label(row))).collect();
                row.rows = Some(labels.join("\n"));
                row.sheet_rows = Some(sheet_rows(table));
            }
            rows.push(row);
        }
    }
    rows
}

fn in_text(figure: &Figure, at: Printed<'_>, stands: Option<(usize, usize)>) -> FigureRow {
    FigureRow {
        text: figure.text.clone(),
        value: value(figure.value),
        unit: figure.unit.clone(),
        page: at.page,
        file: at.file.map(str::to_owned),
        source: figure.source.clone(),
        formula: figure.formula.clone(),
        rounding: figure.rounding.clone(),
        table: figure.origin.table.clone(),
        column: figure.origin.column.clone(),
        row: figure.origin.row.clone(),
        paragraph: stands.map(|(paragraph, _)| paragraph + 1),
        offset: stands.map(|(_, offset)| offset),
        steps: figure.steps.clone(),
        ..FigureRow::default()
    }
}

fn value(amount: Option<Amount>) -> Value {
    match amount {
        None => Value::Null,
        Some(Amount::Number(number)) => Value::String(number.normalize().to_string()),
        Some(Amount::Range(range)) => {
            let end = |end: Option<Decimal>| end.map(|end| end.to_string());
            json!({ "min": end(range.min), "max": end(range.max) })
        }
    }
}

fn in_table(table: &Table, column: usize, at: Printed<'_>, habits: &Habits) -> FigureRow {
    let definition = &table.columns[column];
    let printed: Vec<String> =
        table.rows.iter().map(|row| one_line(&definition.print_bare(&row.cells[column], habits))).collect();
    // A computed column has no cells of its own: its sources are the columns that it reads, and the total that it splits.
    let source = match table.column_range(column) {
        Some(range) => vec![range],
        None => {
            let read = table.columns_read(column).into_iter().filter_map(|read| table.column_range(read));
            let totals = definition.allocation.as_ref().map(|allocation| allocation.total_places());
            read.chain(totals.unwrap_or_default()).collect()
        }
    };
    let steps: Vec<String> = (0..table.rows.len()).map(|row| table.steps(row, column).join("\n")).collect();
    FigureRow {
        text: printed.join("\n"),
        unit: definition.unit.clone(),
        page: at.page,
        file: at.file.map(str::to_owned),
        source,
        formula: table.arithmetic(column),
        table: Some(table.id.clone()),
        column: Some(definition.title()),
        steps: if steps.iter().all(String::is_empty) { Vec::new() } else { steps },
        ..FigureRow::default()
    }
}

/// The cells of a column stand one a line.
fn one_line(text: &str) -> String {
    if text.contains('\n') { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { text.to_owned() }
}

/// The rows of the sheet that a table's rows stand in: `4-10,12`.
fn sheet_rows(table: &Table) -> String {
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for row in &table.rows {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == row.sheet_row => *last = row.sheet_row,
            _ => spans.push((row.sheet_row, row.sheet_row)),
        }
    }
    let written = spans
        .into_iter()
        .map(|(first, last)| if first == last { first.to_string() } else { format!("{first}-{last}") });
    written.collect::<Vec<_>>().join(",")
}

impl FigureRow {
    /// Whether it stands for the cells of a printed table's column.
    pub fn is_column(&self) -> bool {
        self.value.is_null()
    }
}
