//! The row of column ids under a head: A, B, 1, 2, 3 = 1 - 2.

use std::fmt;

use crate::diag::CellRef;

/// One cell of that row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnId {
    pub cell: CellRef,
    pub mark: ColumnMark,
}

/// What an id says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnMark {
    Number(u32),
    Letter(char),
    /// `3 = 1 - 2`, with the number before the sign where there is one.
    Formula(Option<u32>),
}

impl ColumnMark {
    /// Reads an id: `A`, `1`, `(2)`, `3=1-2`; `None` for what is none.
    pub fn parse(text: &str) -> Option<Self> {
        let inner = text.trim_start_matches('(').trim_end_matches(')').trim();
        let number = |text: &str| {
            let is_number = !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
            if is_number { text.parse().ok() } else { None }
        };
        let mut chars = inner.chars();
        match (chars.next(), chars.next()) {
            (Some(letter), None) if letter.is_ascii_alphabetic() => {
                Some(Self::Letter(letter.to_ascii_uppercase()))
            }
            _ => match number(inner) {
                Some(number) => Some(Self::Number(number)),
                None => {
                    let (before, _) = inner.split_once('=')?;
                    let is_formula = !inner.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
                    let before = before.trim().trim_start_matches('(').trim_end_matches(')').trim();
                    is_formula.then(|| Self::Formula(number(before)))
                }
            },
        }
    }

    /// The number of the column, as a plain id or before a formula.
    pub fn number(self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(number),
            Self::Formula(number) => number,
            Self::Letter(_) => None,
        }
    }
}

impl fmt::Display for ColumnMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) | Self::Formula(Some(number)) => write!(f, "{number}"),
            Self::Letter(letter) => write!(f, "{letter}"),
            Self::Formula(None) => f.write_str("công thức"),
        }
    }
}
