//! WRD017: «Phụ lục», or «Phụ lục I», «Phụ lục II» in their order (nd30.md rows 94, 95).

use super::parts::{ANNEX, one_line};
use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;
use crate::vietnamese::roman::roman;

pub const RULE: TextRule = TextRule { rule: &rules::ANNEX_LABEL, rows: &[NUMBER, WORD], check };

const NUMBER: Row = Row::Form(94);
const WORD: Row = Row::Form(95);

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(NUMBER);
    judge.not_applicable(WORD);
    let word = subject.norm.phrase("phu_luc");
    let sections = subject.paragraphs.chunk_by(|one, other| one.at == other.at);
    let annexes: Vec<&[Paragraph<'_>]> = sections
        .filter(|section| section.first().is_some_and(|first| first.section.component == ANNEX))
        .collect();
    for (at, annex) in annexes.iter().enumerate() {
        let right = if annexes.len() == 1 { word.to_owned() } else { format!("{word} {}", roman(at + 1)) };
        let finding = |message: String| subject.finding_at_key(&rules::ANNEX_LABEL, &["phu_luc"], message);
        let Some(label) = annex.iter().find(|paragraph| paragraph.component == "phu_luc_nhan") else {
            judge.broken(WORD, finding(format!("phụ lục thứ {} thiếu dòng «{right}»", at + 1)));
            continue;
        };
        let text = one_line(&label.text);
        let rest = text.strip_prefix(word);
        judge.check(WORD, rest.is_some(), || {
            finding(format!("nhãn phụ lục in là «{text}», phải là «{right}», chữ in thường"))
        });
        if rest.is_some() {
            judge.check(NUMBER, text == right, || {
                let why = if annexes.len() == 1 {
                    "chỉ có một phụ lục thì không đánh số"
                } else {
                    "từ hai phụ lục thì đánh số La Mã theo thứ tự"
                };
                finding(format!("nhãn phụ lục in là «{text}», phải là «{right}»: {why}"))
            });
        }
    }
}
