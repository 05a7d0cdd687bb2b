//! The wording of the text itself: legal bases, numbering, citations, blanks and signs, leftovers (nd30.md §1.5).

pub mod announced;
pub mod article_titles;
pub mod basis_content;
pub mod basis_endings;
pub mod decimal_headings;
pub mod end_mark;
pub mod leftovers;
pub mod letters;
pub mod mentions;
pub mod number_word;
pub mod numbering;
mod outline;
pub mod references;
pub mod spacing;

use super::{BODY, Paragraph, TextRule, TextSubject, acts, prose};
