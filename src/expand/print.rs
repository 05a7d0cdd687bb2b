//! From a figure to its printed text: by its column's kind and the office's habits, or by a filter.

use rust_decimal::Decimal;

use super::reference::Filter;
use super::rows::{inside_sentence, proper_name};
use super::trouble::{Trouble, changes_target, misfit};
use crate::diag::Place;
use crate::model::figure::{Amount, Figure, Origin};
use crate::model::habits::Habits;
use crate::model::print::Sign;
use crate::model::steps::rounding;
use crate::model::table::{Column, Value};
use crate::vietnamese::words::in_words;
use crate::vietnamese::{date, number};

/// What a reference stands for.
pub enum Resolved {
    Text(String),
    Figure(Box<Figure>),
}

/// A value on its way to print.
pub struct Found<'a> {
    pub value: Value,
    pub column: Option<&'a Column>,
    /// The unit whose row it stands in.
    pub row: Option<&'a str>,
    pub unit: Option<String>,
    /// What stands behind the figure.
    pub sign: Sign,
    pub source: Vec<Place>,
    pub formula: Option<String>,
    pub origin: Origin,
    /// The arithmetic behind the value.
    pub steps: Vec<String>,
}

/// Prints what was found.
pub fn print(found: Found<'_>, filters: &[Filter], habits: &Habits) -> Result<Resolved, Trouble> {
    let amount = match &found.value {
        // The cell's own finding has been made.
        Value::Unreadable => return Ok(Resolved::Text(String::new())),
        Value::Text(text) | Value::Dash(text) | Value::NotApplicable(text) => {
            return match filters {
                [Filter::LowerUnit] => Ok(Resolved::Text(inside_sentence(text))),
                [Filter::OwnPart] => Ok(Resolved::Text(proper_name(text).to_owned())),
                _ => no_filter(filters).map(|()| Resolved::Text(text.to_string())),
            };
        }
        Value::Empty => return no_filter(filters).map(|()| Resolved::Text(String::new())),
        Value::Date(value) => {
            return match filters {
                [] => Ok(Resolved::Text(date::short(value, habits.short_date))),
                [Filter::LongDate] => Ok(Resolved::Text(date::long(value))),
                _ => Err(misfit("ngày tháng chỉ dùng bộ lọc ngay_dai")),
            };
        }
        Value::Number(number) => Amount::Number(*number),
        Value::Range(range) => Amount::Range(**range),
    };
    let sign = found.sign.text(habits);
    let mut steps = found.steps;
    let (text, rewritten) = match filters {
        [] => match found.column {
            Some(column) => (column.print(&found.value, found.sign, habits), None),
            None => (written(amount, habits, sign, &number::format), None),
        },
        [Filter::Words] => {
            let read = |value: Decimal| in_words(value, &habits.words);
            let words = match amount {
                Amount::Number(number) => read(number),
                Amount::Range(range) => range.in_words(&read),
            };
            let words = words.ok_or_else(|| misfit("số này quá lớn để đọc bằng chữ"))?;
            (words, Some("đọc bằng chữ".to_owned()))
        }
        [Filter::LeadingZero] => {
            // «1,5 - 3» is never «1,5 - 03».
            let takes_zero = !matches!(amount, Amount::Range(range) if !range.is_whole());
            let figure = if takes_zero { number::leading_zero } else { number::format };
            (written(amount, habits, sign, &figure), None)
        }
        [Filter::Decimals(decimals)] => {
            let figure = |value| number::format_scaled(value, *decimals);
            let text = written(amount, habits, sign, &figure);
            if let Amount::Range(range) = amount
                && range.ends().any(|end| end.round_dp(*decimals) != end)
            {
                let typed = written(amount, habits, sign, &number::format);
                return Err(changes_target(*decimals, &typed, &text));
            }
            if let Amount::Number(number) = amount {
                steps.extend(rounding(number, *decimals));
            }
            (text, Some(format!("{decimals} chữ số thập phân")))
        }
        [Filter::LongDate] => return Err(misfit("ngay_dai chỉ dùng cho cột kiểu ngay")),
        [Filter::Sorted] => return Err(misfit("sap_xep chỉ dùng cho cac_ten")),
        [Filter::LowerUnit] => return Err(misfit("thuong chỉ dùng cho tên đơn vị")),
        [Filter::OwnPart] => {
            return Err(misfit("rieng chỉ dùng cho tên đơn vị, và khi viện dẫn: {{ xem.<tên> | rieng }}"));
        }
        _ => return Err(misfit("mỗi tham chiếu chỉ dùng một bộ lọc")),
    };
    Ok(Resolved::Figure(Box::new(Figure {
        text,
        value: Some(amount),
        unit: found.unit,
        source: found.source,
        formula: found.formula,
        rounding: rewritten,
        origin: found.origin,
        steps,
    })))
}

fn written(amount: Amount, habits: &Habits, sign: &str, figure: &dyn Fn(Decimal) -> String) -> String {
    match amount {
        Amount::Number(number) => format!("{}{sign}", figure(number)),
        Amount::Range(range) => range.print(habits.dash, sign, figure),
    }
}

/// Nothing is left of the reference but text, which takes no filter.
pub fn no_filter(filters: &[Filter]) -> Result<(), Trouble> {
    if filters.is_empty() { Ok(()) } else { Err(misfit("bộ lọc chỉ dùng cho số và ngày tháng")) }
}
