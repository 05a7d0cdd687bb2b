//! WRD019: the words of stamps (nd30.md rows 106, 108).

use super::parts::one_line;
use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

pub const RULE: TextRule =
    TextRule { rule: &rules::STAMP_WORDING, rows: &[Row::Form(106), Row::Form(108)], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    for (row, list) in [(Row::Form(106), "do_khan"), (Row::Form(108), "pham_vi")] {
        judge.not_applicable(row);
        let known: Vec<&str> = subject
            .norm
            .at(&[list])
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|mark| mark["ten"].as_str())
            .collect();
        for paragraph in subject.of(list) {
            let text = one_line(&paragraph.text).to_uppercase();
            judge.check(row, known.contains(&text.as_str()), || {
                let message = format!("dấu in là «{text}», chỉ được là một trong: {}", known.join(", "));
                subject.finding_at_key(&rules::STAMP_WORDING, &[list], message)
            });
        }
    }
}
