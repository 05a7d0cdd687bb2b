//! FRM003: Times New Roman in black (nd30.md row 7); the stamp of urgency alone is red (row 106).
//!
//! A font of the same widths that stands in until the office's own is there (`thay_the`) is no fault, but the row is
//! then not evaluated: what will be printed is another font.

use super::PageRule;
use super::subject::PageSubject;
use super::tally::Tally;
use crate::check::judge::Judge;
use crate::diag::{Severity, rules};
use crate::model::norm::Norm;
use crate::model::verdict::Row;

pub const RULE: PageRule = PageRule { rule: &rules::FONT, rows: &[Row::Form(7), Row::Form(106)], check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let font = subject.norm.at(&["chu", "ten"]).as_str().unwrap_or_default();

    let mut tally = Tally::new(subject, RULE.rule);
    let mut stamped = false;
    for line in &subject.printed.lines {
        let wanted = colour_of(subject.norm, &line.component);
        let is_stamp = line.component == "do_khan";
        stamped |= is_stamp;
        for piece in line.pieces.iter().filter(|piece| piece.is_written()) {
            if piece.font == font {
                judge.holds(Row::Form(7));
            } else if !subject.norm.lists(&["chu", "thay_the"], &piece.font) {
                let said = format!("chữ in bằng phông {}, phải là {font}", piece.font);
                tally.wrong(&[Row::Form(7)], line, Severity::Error, said);
            }
            let row = Row::Form(if is_stamp { 106 } else { 7 });
            if wanted.is_some_and(|wanted| wanted != piece.colour) {
                let must = if is_stamp { "đỏ tươi" } else { "đen" };
                tally.wrong(&[row], line, Severity::Error, format!("chữ phải in màu {must}"));
            } else if is_stamp {
                judge.holds(row);
            }
        }
    }
    let rules = subject.printed.rules.iter().map(|rule| (&rule.component, rule.colour, rule.page));
    let frames = subject.printed.frames.iter().map(|frame| (&frame.component, frame.colour, frame.page));
    for (component, colour, page) in rules.chain(frames) {
        if colour_of(subject.norm, component).is_some_and(|wanted| wanted != colour) {
            let row = Row::Form(if component == "do_khan" { 106 } else { 7 });
            judge.broken(row, subject.finding_on_page(RULE.rule, page, "đường kẻ, khung in sai màu"));
        }
    }
    tally.tell(judge);
    if !stamped {
        judge.not_applicable(Row::Form(106));
    }
}

/// A component's colour; the document's where it has none of its own.
fn colour_of(norm: &Norm, component: &str) -> Option<[u8; 3]> {
    let own = norm.component(component).and_then(|component| component.colour.as_deref());
    let hex = own.or_else(|| norm.at(&["chu", "mau"]).as_str())?;
    let channel = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}
