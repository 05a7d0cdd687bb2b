//! WRD001: the national title and the motto, letter by letter (nd30.md rows 19, 20, 21, 23).

use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;
use unicode_normalization::UnicodeNormalization;

pub const RULE: TextRule = TextRule {
    rule: &rules::MOTTO,
    rows: &[Row::Form(19), Row::Form(20), Row::Form(21), Row::Form(23)],
    check,
};

/// The decree itself writes both; what is printed is «HÒA».
const OTHER_TONE: (&str, &str) = ("HOÀ", "HÒA");

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    for paragraph in subject.of("quoc_hieu") {
        let right = subject.norm.phrase("quoc_hieu");
        let given = composed(&paragraph.text).replace(OTHER_TONE.0, OTHER_TONE.1);
        for row in [Row::Form(20), Row::Form(21)] {
            judge.check(row, given == right, || {
                subject
                    .finding(
                        &rules::MOTTO,
                        paragraph,
                        0,
                        &paragraph.text,
                        format!("Quốc hiệu in là «{}», phải là «{right}»", paragraph.text),
                    )
                    .help(rules::MOTTO.mend)
            });
        }
    }
    for paragraph in subject.of("tieu_ngu") {
        let right = subject.norm.phrase("tieu_ngu");
        for row in [Row::Form(19), Row::Form(23)] {
            judge.check(row, composed(&paragraph.text) == right, || {
                subject
                    .finding(
                        &rules::MOTTO,
                        paragraph,
                        0,
                        &paragraph.text,
                        format!("Tiêu ngữ in là «{}», phải là «{right}»", paragraph.text),
                    )
                    .help(rules::MOTTO.mend)
            });
        }
    }
}

/// What looks the same is the same: composed letters, plain blanks.
fn composed(text: &str) -> String {
    text.nfc().collect::<String>().replace('\u{a0}', " ")
}
