//! What was decided about a document for every row of the decree that a rule looks at.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A row of the decree's rules: the 113 of its form (Phụ lục I, nd30.md §1) or the 26 of its capitals (Phụ lục II, §3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Row {
    Form(u16),
    Capitals(u16),
}

/// «I.20», «II.5».
impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(row) => write!(f, "I.{row}"),
            Self::Capitals(row) => write!(f, "II.{row}"),
        }
    }
}

/// Ordered so that of two about one row the later one counts: a rule that holds in one place and is broken in another
/// is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing could be measured: never counts as holding.
    NotEvaluated,
    /// The document has nothing that the row speaks of.
    NotApplicable,
    Holds,
    Broken,
}

impl Verdict {
    /// What a reader of the table looks for first comes first.
    pub const ALL: [Self; 4] = [Self::Broken, Self::NotEvaluated, Self::Holds, Self::NotApplicable];

    /// As the table of `check --form` says it.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotEvaluated => "chưa kiểm tra được",
            Self::NotApplicable => "không áp dụng",
            Self::Holds => "đúng",
            Self::Broken => "sai",
        }
    }
}

/// What one rule decided about one row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowVerdict {
    pub row: Row,
    /// The rule's code.
    pub code: String,
    pub verdict: Verdict,
}
