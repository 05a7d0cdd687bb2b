//! The cells that a typed number is compared with: which of a row, whether they say the same, how text refers to them.

use super::named::RowOf;
use super::numbers::Typed;
use crate::model::habits::Habits;
use crate::model::print::Sign;
use crate::model::table::{Column, RowKind, Table, Value};
use crate::vietnamese::numerals::Measure;
use crate::vietnamese::text::fold;
use crate::vietnamese::unit_name::UnitName;

/// One cell.
#[derive(Clone, Copy)]
pub struct Cell<'d> {
    pub table: &'d Table,
    pub row: usize,
    pub column: usize,
}

/// The cells of a row that hold what the number is measured in.
pub fn comparable<'d>(typed: &Typed, (table, row): RowOf<'d>) -> impl Iterator<Item = Cell<'d>> {
    let fits = move |column: usize| {
        let is_figure =
            table.columns[column].kind.is_number() && table.rows[row].cells[column].bounds().is_some();
        let sign = table.sign_of(row, column);
        is_figure
            && match &typed.measure {
                Measure::None => true,
                Measure::Percent => sign != Sign::None,
                Measure::Points => sign == Sign::Points,
                Measure::Word(word) => {
                    let unit = table.unit_of(row, column).map(fold);
                    sign == Sign::None && unit.is_none_or(|unit| begins_with(&unit, word))
                }
            }
    };
    (0..table.columns.len()).filter(move |column| fits(*column)).map(move |column| Cell {
        table,
        row,
        column,
    })
}

/// Whether a unit of measure begins with a word: «hộ nghèo» with «hộ».
pub fn begins_with(unit: &str, word: &str) -> bool {
    unit.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

impl<'d> Cell<'d> {
    fn value(&self) -> &'d Value {
        &self.table.rows[self.row].cells[self.column]
    }

    fn definition(&self) -> &'d Column {
        &self.table.columns[self.column]
    }

    /// The column's heading.
    pub fn title(&self) -> String {
        self.definition().title()
    }

    /// As running text would print it.
    pub fn printed(&self) -> String {
        self.definition().print(self.value(), self.table.sign_of(self.row, self.column), &Habits::default())
    }

    /// Whether it is the number that was typed; «trên 20» is «20» where «trên» stands before it.
    pub fn equals(&self, typed: &Typed) -> bool {
        if typed.value.is_none() {
            return false;
        }
        match (self.value(), typed.upper) {
            (Value::Range(range), Some(upper)) => range.min == typed.value && range.max == Some(upper),
            (Value::Range(range), None) => range.min.xor(range.max) == typed.value,
            (value, None) => value.number() == typed.value,
            (_, Some(_)) => false,
        }
    }

    /// Whether digits differ from its own in one, in two exchanged ones, or in one too many or too few.
    pub fn is_slip_of(&self, written: &str) -> bool {
        const FEWEST: usize = 3;
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<Vec<char>>();
        let typed = digits(written);
        let printed = digits(&self.definition().print_bare(self.value(), &Habits::default()));
        if typed.len().min(printed.len()) < FEWEST {
            return false;
        }
        if typed.len() == printed.len() {
            let unlike = typed.iter().zip(&printed).enumerate().filter(|(_, (a, b))| a != b);
            let places: Vec<usize> = unlike.map(|(at, _)| at).take(3).collect();
            return match places.as_slice() {
                [_] => true,
                [first, second] => {
                    first + 1 == *second
                        && typed[*first] == printed[*second]
                        && typed[*second] == printed[*first]
                }
                _ => false,
            };
        }
        let (longer, shorter) =
            if typed.len() > printed.len() { (&typed, &printed) } else { (&printed, &typed) };
        let is_without = |left_out: usize| {
            let rest = longer.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, digit)| digit);
            rest.eq(shorter.iter())
        };
        longer.len() == shorter.len() + 1 && shorter.len() > FEWEST && (0..longer.len()).any(is_without)
    }

    /// How text refers to it: `huyen.dong['Tuy Đức'].giam`.
    pub fn path(&self) -> String {
        let Self { table, row, column } = *self;
        let column = &table.columns[column].id;
        let whole = table.whole_of(row);
        let named = &table.rows[whole];
        let part =
            if whole == row { String::new() } else { format!(".trong_do['{}']", table.part_name(row)) };
        let row = match named.kind {
            RowKind::Total => "tong".to_owned(),
            RowKind::Group { .. } => format!("nhom['{}']", named.number),
            RowKind::Unit | RowKind::Part => format!("dong['{}']", proper(table, &named.name)),
        };
        format!("{}.{row}{part}.{column}", table.id)
    }
}

/// The shortest name that a reference may use: without its unit word where that is clear.
fn proper<'t>(table: &Table, name: &'t str) -> &'t str {
    let short = name.split_once(' ').map(|(_, short)| short).filter(|short| {
        let own = UnitName::parse(name);
        own.kind.is_some() && UnitName::parse(short).core == own.core
    });
    let is_clear = |short: &&str| {
        let named = UnitName::parse(short);
        table.unit_rows().filter(|row| UnitName::parse(&table.rows[*row].name).core == named.core).count()
            == 1
    };
    short.filter(is_clear).unwrap_or(name)
}
