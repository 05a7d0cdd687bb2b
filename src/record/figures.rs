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
    /// the cells of an annex column.
    value: Value,
    unit: Option<&'a str>,
    page: Option<usize>,
    source: Vec<Place>,
    formula: Option<String>,
    rounding: Option<&'a str>,
}

/// The figures of a document in the order of the text, then one row for every number column of an annex: its
/// printed cells one below the other, its source the range of the column.
pub fn figures(checked: &Checked, pages: Option<&Pages>) -> Value {
    let page_of = |number: usize| pages.and_then(|pages| pages.printed.figure_pages.get(&number).copied());
    let mut rows: Vec<Value> =
        checked.figures().iter().enumerate().map(|(at, figure)| in_text(figure, page_of(at))).collect();
    for (at, annex) in checked.document().annexes.iter().enumerate() {
        let Some(table) = checked.table(&annex.table) else { continue };
        let page = pages.and_then(|pages| annex_page(pages, at));
        for column in &annex.columns {
            rows.extend(in_annex(table, *column, page, &checked.document().habits));
        }
    }
    Value::Array(rows)
}

fn in_text(figure: &Figure, page: Option<usize>) -> Value {
    json!(Row {
        text: figure.text.clone(),
        value: value(figure.value),
        unit: figure.unit.as_deref(),
        page,
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

fn in_annex(table: &Table, column: usize, page: Option<usize>, habits: &Habits) -> Option<Value> {
    let definition = &table.columns[column];
    if !definition.kind.is_number() {
        return None;
    }
    let printed: Vec<String> =
        table.rows.iter().map(|row| definition.print_bare(&row.cells[column].value, habits)).collect();
    let formula = definition.formula.as_ref();
    // A computed column has no cells of its own: its sources are the columns that its formula reads.
    let source = match table.column_range(column) {
        Some(range) => vec![range],
        None => formula
            .map(|formula| formula.value.columns())
            .unwrap_or_default()
            .into_iter()
            .filter_map(|name| table.column_range(table.column(name)?))
            .collect(),
    };
    Some(json!(Row {
        text: printed.join("\n"),
        value: Value::Null,
        unit: definition.unit.as_deref(),
        page,
        source,
        formula: formula.map(|formula| formula.value.to_string()),
        rounding: None,
    }))
}

/// The page on which the n-th annex begins.
fn annex_page(pages: &Pages, annex: usize) -> Option<usize> {
    let mut labels = pages.printed.lines.iter().filter(|line| line.component == "phu_luc_nhan");
    labels.nth(annex).map(|line| line.page)
}
