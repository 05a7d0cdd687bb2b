//! WRD049: holidays, lunar years, Tết, weekdays and months in words (nd30.md §3 rows 19, 22-24).
//!
//! «thứ hai» and «tháng ba» may be ordinals and counts: they are judged only with a capital or beside a time of day.

use super::super::spelled::{judge_rows, wrong};
use super::super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;
use crate::vietnamese::text::{capitalise_first, word_key};

const LUNAR: Row = Row::Capitals(22);

pub const RULE: TextRule = TextRule {
    rule: &rules::CAPITALS_DAYS,
    rows: &[Row::Capitals(19), LUNAR, Row::Capitals(23), Row::Capitals(24)],
    check,
};

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge_rows(subject, judge, &rules::CAPITALS_DAYS, &[19, 22, 23, 24]);
    let capitals = &subject.norm.capitals;
    let stems: Vec<String> = capitals.stems.iter().map(|stem| word_key(stem)).collect();
    let branches: Vec<String> = capitals.branches.iter().map(|branch| word_key(branch)).collect();
    for (place, (paragraph, words)) in subject.paragraphs.iter().zip(subject.prose()).enumerate() {
        for three in words.windows(3) {
            let [before, stem, branch] = three else { continue };
            let is_year = matches!(before.key.as_str(), "năm" | "tết" | "xuân")
                && stems.contains(&stem.key)
                && branches.contains(&branch.key)
                && &paragraph.text[stem.end..branch.start] == " ";
            if !is_year || stem.quoted {
                continue;
            }
            let written = &paragraph.text[stem.start..branch.end];
            let wanted = format!("{} {}", capitalise_first(&stem.key), capitalise_first(&branch.key));
            if written.split(' ').all(|word| word.starts_with(char::is_uppercase)) {
                judge.holds(LUNAR);
            } else {
                wrong(subject, judge, &rules::CAPITALS_DAYS, LUNAR, (place, stem.start, branch.end), &wanted);
            }
        }
    }
}
