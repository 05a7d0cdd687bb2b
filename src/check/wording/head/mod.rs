//! The wording of head and foot: everything that stands around the text (nd30.md §1.3, 1.4, 1.6-1.9).

pub mod abbreviation;
pub mod addressees;
pub mod annex_label;
pub mod archive;
pub mod attached;
pub mod authority;
pub mod components;
pub mod date;
pub mod first_recipient;
pub mod issuer;
pub mod marks;
pub mod motto;
mod parts;
pub mod place_name;
pub mod pointer;
pub mod recipients;
pub mod reference;
pub mod signer;
pub mod signing;
pub mod subject;
mod unit;

use super::{Paragraph, TextRule, TextSubject};
