//! WRD023: the word «số» between an act's kind and its number, as the decree itself writes (nd30.md row 60).

use super::{TextRule, TextSubject, acts};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

const ROW: Row = Row::Form(60);

pub const RULE: TextRule = TextRule { rule: &rules::NUMBER_WORD, rows: &[ROW], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(ROW);
    for act in acts::find(subject) {
        // In a list («các Quyết định số 1/QĐ-TTg, 2/QĐ-TTg») no kind stands before the number.
        let Some((_, written)) = act.kind else { continue };
        judge.check(ROW, act.has_word, || {
            let paragraph = &subject.paragraphs[act.paragraph];
            let message = format!("«{written} {}» thiếu chữ «số»", act.number);
            subject
                .finding(&rules::NUMBER_WORD, paragraph, act.number_at, act.number, message)
                .help(format!("viết «{written} số {}»", act.number))
        });
    }
}
