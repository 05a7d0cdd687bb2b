//! The capitals of Phụ lục II of the decree (nd30.md §3): one rule for each kind of word.
//!
//! Most rules are lists of right spellings (`viet_hoa` of the profile); what has a shape is told by its shape. A name
//! that is on no list is never judged: no program knows every person and every place.

mod bodies;
mod cited_parts;
mod days;
mod lists;
mod named_acts;
mod persons;
mod posts;
mod sentences;
mod units;

pub use bodies::RULE as BODIES;
pub use cited_parts::RULE as CITED_PARTS;
pub use days::RULE as DAYS;
pub use lists::{EVENTS, HONOURS, PEOPLE_AND_STATE, PERSONIFIED, PLACES, WORKS};
pub use named_acts::RULE as NAMED_ACTS;
pub use persons::RULE as PERSONS;
pub use posts::RULE as POSTS;
pub use sentences::RULE as SENTENCES;
pub use units::RULE as UNITS;
