//! FRM009: alignment of every component within its column or between the margins (the rows that `thanh_phan` names).
//!
//! Of justified text every line but a paragraph's last must reach both sides; a line that ends where the clerk broke it
//! need not. Tolerance 0,3 mm.

#![expect(clippy::float_arithmetic, reason = "lengths on paper are no figures")]

use super::subject::{PageSubject, PrintedText};
use super::tally::{LOOK, each_text};
use super::{PageRule, SAME_MM};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::norm::{ComponentAlign, ComponentNorm};
use crate::model::printed::PrintedLine;

pub const RULE: PageRule = PageRule { rule: &rules::ALIGNMENT, rows: LOOK, check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    each_text(subject, judge, RULE.rule, RULE.rows, |norm| !norm.leaves_open("can"), wrong);
}

fn wrong<'a>(text: &PrintedText<'a>, norm: &ComponentNorm) -> Option<(&'a PrintedLine, String)> {
    let same = |one: f64, other: f64| (one - other).abs() < SAME_MM;
    // A line before a word that cannot be broken (an address) is short as well.
    const LONG: usize = 30;
    let words = || text.runs.iter().flat_map(|run| run.text.split_whitespace());
    let broken_by_hand = text.runs.iter().any(|run| run.text.contains('\n'))
        || words().any(|word| word.chars().count() > LONG);
    for (at, line) in text.lines.iter().copied().enumerate() {
        let Some(area) = text.area_of(line) else { continue };
        // A word too long for its column stands where it can; the margins tell of it.
        if line.right_mm > area.right_mm + SAME_MM {
            continue;
        }
        let (first, last) = (at == 0, at + 1 == text.lines.len());
        let (stands, wanted) = match norm.align {
            ComponentAlign::Centre => (same(line.centre_mm(), area.centre_mm()), "canh giữa"),
            ComponentAlign::Left => {
                (first && norm.indented || same(line.left_mm, area.left_mm), "canh sát lề trái")
            }
            ComponentAlign::Right => (same(line.right_mm, area.right_mm), "canh sát lề phải"),
            ComponentAlign::Justified => {
                let left = first && norm.indented || same(line.left_mm, area.left_mm);
                let right = last || broken_by_hand || same(line.right_mm, area.right_mm);
                (left && right, "canh đều cả hai lề")
            }
        };
        if !stands {
            return Some((line, format!("{} phải {wanted}", text.called())));
        }
    }
    None
}
