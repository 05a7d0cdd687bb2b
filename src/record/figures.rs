//! `<document>.figures.json`: every printed figure with its value, page and source.

use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::{Value, json};

use crate::check::Checked;
use crate::compile::Pages;
use crate::diag::Place;
use crate::model::figure::{Amount, Figure};
use crate::model::habits::Habits;
use crate::model::table::Table;

#[derive(Serialize)]
struct Row<'a> {
    text: String,
    /// A string with a point, since JSON numbers are floats; both ends of a range, null for one that is open; null for
    /// the cells of a table's column.
    value: Value,
    unit: Option<&'a str>,
    page: Option<usize>,
    /// The PDF when it is not the document's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    source: Vec<Place>,
    formula: Option<String>,
    rounding: Option<&'a str>,
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

/// The figures of a document in the order of the text, then one row for every number column of a printed table: its
/// printed cells one below the other, its source the range of the column.
pub fn figures(checked: &Checked, files: &[PrintedFile<'_>]) -> Value {
    let in_text = checked.figures().iter().enumerate().map(|(number, figure)| {
        in_text(figure, find(files, |pages| pages.printed.figure_pages.get(&number).copied()))
    });
    let mut rows: Vec<Value> = in_text.collect();
    let habits = &checked.document().habits;
    for (number, (printed, table)) in checked.printed_tables().into_iter().enumerate() {
        let at = find(files, |pages| pages.printed.table_pages.get(&number).copied());
        rows.extend(printed.columns.iter().filter_map(|column| in_table(table, *column, at, habits)));
    }
    Value::Array(rows)
}

fn in_text(figure: &Figure, at: Printed<'_>) -> Value {
    json!(Row {
        text: figure.text.clone(),
        value: value(figure.value),
        unit: figure.unit.as_deref(),
        page: at.page,
        file: at.file,
        source: figure.source.clone(),
        formula: figure.formula.clone(),
        rounding: figure.rounding.as_deref(),
    })
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

fn in_table(table: &Table, column: usize, at: Printed<'_>, habits: &Habits) -> Option<Value> {
    let definition = &table.columns[column];
    if !definition.kind.is_number() {
        return None;
    }
    let printed: Vec<String> =
        table.rows.iter().map(|row| definition.print_bare(&row.cells[column], habits)).collect();
    // A computed column has no cells of its own: its sources are the columns that it reads, and the total that it splits.
    let source = match table.column_range(column) {
        Some(range) => vec![range],
        None => {
            let read = table.columns_read(column).into_iter().filter_map(|read| table.column_range(read));
            let totals = definition.allocation.as_ref().map(|allocation| allocation.total_places());
            read.chain(totals.unwrap_or_default()).collect()
        }
    };
    Some(json!(Row {
        text: printed.join("\n"),
        value: Value::Null,
        unit: definition.unit.as_deref(),
        page: at.page,
        file: at.file,
        source,
        formula: table.arithmetic(column),
        rounding: None,
    }))
}
