//! WRD006: «UBND», «HĐND» and the like stand only in the line of the body above (nd30.md row 29).

use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

pub const RULE: TextRule = TextRule { rule: &rules::ABBREVIATED_NAME, rows: &[ROW], check };

const ROW: Row = Row::Form(29);
/// Where a body's name stands in full, and what the line is called.
const IN_FULL: [(&str, &str); 3] = [
    ("co_quan", "tên cơ quan ban hành"),
    ("tham_quyen", "dòng thẩm quyền ban hành"),
    ("chuc_vu", "dòng quyền hạn, chức vụ"),
];

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let Some(abbreviations) = subject.norm.at(&["dau_cuoi", "viet_tat"]).as_object() else { return };
    for paragraph in &subject.paragraphs {
        let Some((_, line)) = IN_FULL.iter().find(|(component, _)| *component == paragraph.component) else {
            continue;
        };
        // Printed in capitals, however they are typed.
        let mut words = paragraph.text.split(|c: char| !c.is_alphanumeric());
        let found = words.find_map(|word| Some((word, abbreviations.get(&word.to_uppercase())?.as_str()?)));
        let found = found.or_else(|| Some((shortened(&paragraph.text)?, "tên cơ quan")));
        match found {
            None => judge.holds(ROW),
            Some((word, full)) => {
                let at = paragraph.text.find(word).unwrap_or_default();
                let message = format!("{line} viết tắt «{}»", word.to_uppercase());
                let finding = subject.finding(&rules::ABBREVIATED_NAME, paragraph, at, word, message);
                judge.broken(
                    ROW,
                    finding.help(format!("ghi đủ «{full}»; chỉ dòng «co_quan_chu_quan» được viết tắt")),
                );
            }
        }
    }
}

/// «Sở NN&MT»: letters for words. Letters without «&» may be part of a name («Ban Quản lý dự án ODA»).
fn shortened(text: &str) -> Option<&str> {
    text.split_whitespace().find(|word| word.contains('&') && word.chars().any(char::is_alphabetic))
}
