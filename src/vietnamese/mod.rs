//! Vietnamese as offices write it: numbers, number words, dates, text, file names.
//!
//! - Holds: pure functions from value to text and back.
//! - In and out: decimals, civil dates and strings in; strings, values or a small error in Vietnamese out.
//! - Never here: files, the clock, places in files, wording of a document, a list of units or bodies.
//! - Why: documents, rules and messages must write one number in one way, so there is one place that does it.

pub mod collation;
pub mod date;
pub mod legacy;
pub mod listed;
pub mod number;
pub mod numerals;
pub mod range;
pub mod roman;
pub mod slips;
pub mod slug;
pub mod syllable;
pub mod symbol;
pub mod text;
pub mod tokens;
pub mod unit_name;
pub mod words;
