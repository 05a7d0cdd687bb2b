//! WRD020: every legal basis ends with «;», the last one with «.» (nd30.md row 56).
//!
//! Bases that the clerk chose to write as one paragraph (`kieu_can_cu: doan`) are running text and no list; the paragraph
//! ends with «.» all the same.

use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::document::BasisStyle;
use crate::model::verdict::Row;

const ROW: Row = Row::Form(56);

pub const RULE: TextRule = TextRule { rule: &rules::BASIS_ENDINGS, rows: &[ROW], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(ROW);
    let is_paragraph = subject.checked.document().basis_style == BasisStyle::Paragraph;
    let mut bases = subject.of("can_cu").peekable();
    while let Some(basis) = bases.next() {
        let (sign, which) =
            if bases.peek().is_some() { (';', "căn cứ này") } else { ('.', "căn cứ cuối cùng") };
        if is_paragraph && sign == ';' {
            continue;
        }
        let text = basis.text.trim_end();
        let words = text.trim_end_matches(['.', ';', ',', ':', ' ']);
        let ending = &text[words.len()..];
        // «v.v.;», «….» keep their own points.
        let holds =
            ending.ends_with(sign) && (ending.len() == 1 || words.ends_with(".v") || words.ends_with('…'));
        judge.check(ROW, holds, || {
            let message = if ending.is_empty() {
                format!("{which} không có dấu ở cuối, phải là «{sign}»")
            } else {
                format!("{which} kết thúc bằng «{ending}», phải là «{sign}»")
            };
            subject
                .finding(&rules::BASIS_ENDINGS, basis, words.len(), ending, message)
                .help(rules::BASIS_ENDINGS.mend)
        });
    }
}
