//! FRM018: stamps of urgency have a frame of the size that belongs to their words (nd30.md row 106), marks of
//! circulation a single frame (row 108). Tolerance 0,3 mm.

#![expect(clippy::float_arithmetic, reason = "lengths on paper are no figures")]

use super::subject::{PageSubject, PrintedText};
use super::tally::Tally;
use super::{PageRule, SAME_MM, decimal};
use crate::check::judge::Judge;
use crate::diag::{Severity, rules};
use crate::model::norm::Norm;
use crate::model::verdict::Row;

pub const RULE: PageRule = PageRule { rule: &rules::STAMP, rows: &[Row::Form(106), Row::Form(108)], check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let mut tally = Tally::new(subject, RULE.rule);
    for (component, row) in [("do_khan", Row::Form(106)), ("pham_vi", Row::Form(108))] {
        let mut met = false;
        for text in subject.of(component) {
            let Some(line) = text.first() else { continue };
            met = true;
            match wrong(text, subject.norm) {
                Some(said) => tally.wrong(&[row], line, Severity::Error, said),
                None => judge.holds(row),
            }
        }
        if !met {
            judge.not_applicable(row);
        }
    }
    tally.tell(judge);
}

fn wrong(text: &PrintedText<'_>, norm: &Norm) -> Option<String> {
    let [frame] = text.frames.as_slice() else {
        return Some(format!("{} phải có khung một nét", text.called()));
    };
    if text.lines.len() > 1 {
        return Some(format!("{} phải nằm trên một dòng", text.called()));
    }
    // Marks of circulation have no fixed size.
    let sizes = norm.at(&[text.component]).as_array()?;
    let words = text.words().to_uppercase();
    let own = sizes.iter().find(|size| size["ten"].as_str() == Some(words.trim()))?;
    let (width, height) = (own["rong_mm"].as_f64()?, own["cao_mm"].as_f64()?);
    let fits = (frame.width_mm - width).abs() < SAME_MM && (frame.height_mm - height).abs() < SAME_MM;
    let measured = format!("{} × {} mm", decimal(frame.width_mm), decimal(frame.height_mm));
    (!fits)
        .then(|| format!("khung «{words}» {measured}, phải là {} × {} mm", decimal(width), decimal(height)))
}
