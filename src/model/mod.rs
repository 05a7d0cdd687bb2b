//! The plain values that the stages hand to one another.
//!
//! Holds: decimals with their cells, tables, formulas, text runs, figures, blocks, the form as data, lines on pages.
//! Comes in: nothing; these are data types with the pure arithmetic that belongs to them.
//! Never here: input and output, foreign parsers, judgement.
//! Why: a figure that is one type from the cell to the page cannot change on the way.

pub mod allocation;
pub mod apportion;
pub mod blocks;
pub mod body;
pub mod capitals;
pub mod card;
pub mod column_id;
pub mod derived;
pub mod document;
pub mod fan_out;
pub mod figure;
pub mod formula;
pub mod habits;
pub mod head;
pub mod input;
pub mod least;
pub mod listing;
pub mod marks;
pub mod measure;
pub mod norm;
pub mod pdf_standard;
pub mod print;
pub mod printed;
pub mod profile;
pub mod register;
pub mod returned;
pub mod same_fact;
pub mod shares;
pub mod steps;
pub mod subset;
pub mod table;
pub mod table_widths;
pub mod text;
pub mod timeline;
pub mod verdict;
pub mod waiving;
pub mod whole;
