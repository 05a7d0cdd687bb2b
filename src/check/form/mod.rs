//! FRM: what the decree says about the form, measured on the laid-out pages of one file.
//!
//! One rule a file, one table of rules. Comes in: pages as lines, blocks, drawn rules and frames; the blocks that they
//! were made from; the decree's own profile. Goes out: findings at the printed line, with the YAML line whose text
//! stands there, and a verdict for every row. Lengths are compared with a tolerance that each rule states.

mod alignment;
mod bold;
mod case;
mod contact;
mod font;
mod glyphs;
mod indent;
mod italic;
mod line_spacing;
mod margins;
mod order;
mod overprint;
mod page_number;
mod pair;
mod paper;
mod paragraph_spacing;
mod place;
mod rule_line;
mod signature;
mod size;
mod stamp;
mod stray;
mod tally;
mod title_line;
mod whole;

mod subject;

use super::judge::{FormRule, Judge};
pub use subject::PageSubject;

/// Every rule over the pages, in the order in which they are run.
pub const RULES: &[PageRule] = &[
    glyphs::RULE,
    overprint::RULE,
    whole::RULE,
    stray::RULE,
    paper::RULE,
    margins::RULE,
    font::RULE,
    pair::RULE,
    size::RULE,
    bold::RULE,
    italic::RULE,
    case::RULE,
    alignment::RULE,
    indent::RULE,
    paragraph_spacing::RULE,
    line_spacing::RULE,
    page_number::RULE,
    rule_line::RULE,
    order::RULE,
    place::RULE,
    title_line::RULE,
    stamp::RULE,
    contact::RULE,
    signature::RULE,
];

/// A rule over the pages of one file.
pub type PageRule = FormRule<fn(&PageSubject<'_>, &mut Judge<'_>)>;

/// Two places on a page are the same when they differ by less: a margin of 850 twips is 14,993 mm.
pub const SAME_MM: f64 = 0.3;
/// Two sizes are the same when they differ by less.
pub const SAME_PT: f64 = 0.05;

/// A length or size as an office writes it: «12,7», «14».
pub fn decimal(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").unwrap_or(&text).replace('.', ",")
}
