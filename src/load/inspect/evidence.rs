//! What the cells of a column are: how many numbers, words, dates; how they are shown; how many decimals they have.

use rust_decimal::Decimal;

use crate::load::workbook::{Raw, Sheet};
use crate::load::{cells, figures};
use crate::vietnamese::{date, number, range};

/// What stands in the cells of one column.
#[derive(Debug, Default, Clone)]
pub struct Evidence {
    pub filled: usize,
    /// Numbers, as such or as text; texts that were meant as one.
    pub numbers: usize,
    /// Numbers with a fraction.
    pub fractions: usize,
    /// The most decimals, without residue.
    pub decimals: u32,
    /// Texts such as «041», which are no quantities.
    pub codes: usize,
    pub ranges: usize,
    pub dates: usize,
    /// «-», «x»: no words and no number.
    pub marks: usize,
    pub words: usize,
    pub errors: usize,
    pub no_results: usize,
    /// Numbers whose format ends in a percent sign.
    pub percent_looks: usize,
    /// Texts that end in a percent sign.
    pub percent_texts: usize,
    /// The most decimals that number formats show.
    pub shown: Option<u32>,
    pub largest: Decimal,
    /// The first words, for the kind of the names.
    pub examples: Vec<String>,
}

impl Evidence {
    /// What stands in a column in some rows.
    pub fn of(sheet: &Sheet, column: u32, rows: &[u32]) -> Self {
        let mut evidence = Self::default();
        for row in rows {
            let Some(raw) = sheet.cell(*row, column) else { continue };
            evidence.filled += 1;
            match raw {
                Raw::Number(double) => {
                    let look = sheet.look(*row, column);
                    evidence.percent_looks += usize::from(look.is_percent);
                    evidence.shown = evidence.shown.max(look.decimals.map(u32::from));
                    match decimal(double).and_then(|number| scaled(number, look.is_percent)) {
                        Some(number) => evidence.number(number),
                        None => evidence.words += 1,
                    }
                }
                Raw::Text(text) => evidence.text(text),
                Raw::Date(_) => evidence.dates += 1,
                Raw::Error(_) => evidence.errors += 1,
                Raw::NoResult => evidence.no_results += 1,
                Raw::Bool(_) => evidence.words += 1,
            }
        }
        evidence
    }

    fn number(&mut self, number: Decimal) {
        self.numbers += 1;
        self.fractions += usize::from(!number.is_integer());
        self.decimals = self.decimals.max(number.normalize().scale());
        self.largest = self.largest.max(number.abs());
    }

    fn text(&mut self, text: &str) {
        const EXAMPLES: usize = 12;
        if is_mark(text) {
            self.marks += 1;
            return;
        }
        match typed(text) {
            Some(typed) => {
                let is_code =
                    text.len() > 1 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
                self.codes += usize::from(is_code);
                self.percent_texts += usize::from(text.ends_with('%'));
                self.number(typed);
            }
            None if range::parse(text).is_ok() => {
                self.ranges += 1;
                self.percent_texts += usize::from(text.ends_with('%'));
            }
            None if text.contains(['/', '-', '.']) && date::parse(text).is_ok() => self.dates += 1,
            None if is_meant_as_number(text) => self.numbers += 1,
            None => {
                self.words += 1;
                if self.examples.len() < EXAMPLES {
                    self.examples.push(text.to_owned());
                }
            }
        }
    }

    /// Whether figures stand there, and hardly anything else.
    pub fn is_numeric(&self) -> bool {
        const MOST_WORDS: usize = 5;
        let figures = self.numbers + self.ranges;
        figures > 0 && figures > self.dates && self.codes * 2 <= figures && self.words * MOST_WORDS <= figures
    }

    /// Whether every cell that says anything is no value: nothing tells the kind but the heading.
    pub fn is_silent(&self) -> bool {
        self.numbers + self.ranges + self.dates + self.words == 0
    }
}

/// «-», «–», «x», «…».
pub fn is_mark(text: &str) -> bool {
    cells::is_dash(text) || cells::is_cross(text) || text.chars().all(|c| matches!(c, '.' | '…'))
}

/// A number that is written as text, whatever way.
pub fn typed(text: &str) -> Option<Decimal> {
    number::parse_rate(text).or_else(|_| number::parse(text)).ok()
}

/// «2,900.5», «1.23.456»: digits that are no number.
fn is_meant_as_number(text: &str) -> bool {
    let allowed =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '%' | '\'' | '-' | '+' | '>' | '<');
    text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(allowed)
}

/// The value of a double, without residue.
pub fn decimal(double: f64) -> Option<Decimal> {
    figures::decimal(double).map(figures::without_residue)
}

/// What is shown with a percent sign stands as a hundredth.
fn scaled(number: Decimal, is_hundredth: bool) -> Option<Decimal> {
    if is_hundredth { number.checked_mul(Decimal::ONE_HUNDRED).map(|n| n.normalize()) } else { Some(number) }
}

/// The number in a cell, for comparing columns: rates in percent, whether their cells or their column say so.
pub fn value(sheet: &Sheet, row: u32, column: u32, is_ratio: bool) -> Option<Decimal> {
    match sheet.cell(row, column)? {
        Raw::Number(double) => scaled(decimal(double)?, is_ratio || sheet.look(row, column).is_percent),
        Raw::Text(text) if text.ends_with('%') => typed(text),
        Raw::Text(text) => scaled(typed(text)?, is_ratio),
        _ => None,
    }
}
