//! WRD010: the list under «Nơi nhận:» (nd30.md rows 89, 90).

use super::parts::one_line;
use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

pub const RULE: TextRule = TextRule { rule: &rules::RECIPIENTS, rows: &[WORD, ITEMS], check };

const WORD: Row = Row::Form(89);
const ITEMS: Row = Row::Form(90);

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(WORD);
    judge.not_applicable(ITEMS);
    let word = subject.norm.phrase("noi_nhan");
    for paragraph in subject.main_of("noi_nhan_dau") {
        let text = one_line(&paragraph.text);
        judge.check(WORD, text == word, || {
            subject
                .finding_at(&rules::RECIPIENTS, paragraph, format!("in là «{text}», phải là «{word}» trên một dòng riêng"))
                .help("trả `cum_tu.noi_nhan` trong templates/nd30.yaml và templates/forms/noi-nhan.tera về bản gốc")
        });
    }
    let items: Vec<&Paragraph<'_>> = subject.main_of("noi_nhan_muc").collect();
    for (at, paragraph) in items.iter().enumerate() {
        let text = one_line(&paragraph.text);
        let ending = if at + 1 == items.len() { '.' } else { ';' };
        judge.check(ITEMS, paragraph.label == "-" && text.ends_with(ending), || {
            subject
                .finding_at(
                    &rules::RECIPIENTS,
                    paragraph,
                    format!(
                        "nơi nhận in là «{} {text}», phải có «- » ở đầu và dấu «{ending}» ở cuối",
                        paragraph.label
                    ),
                )
                .help("trả templates/forms/noi-nhan.tera về bản gốc")
        });
        if text.starts_with(['-', '–', '+', '•']) {
            let said = format!("nơi nhận in là «- {text}»: thừa dấu gạch đầu dòng");
            let finding = subject.finding_at(&rules::RECIPIENTS, paragraph, said);
            judge.broken(ITEMS, finding.help("bỏ dấu gạch đã gõ ở «noi_nhan»: chương trình tự in «- »"));
        }
        let inner = paragraph.text.trim_end().trim_end_matches([';', '.']);
        let Some(inside) = inner.find(';') else { continue };
        let finding = subject.finding(
            &rules::RECIPIENTS,
            paragraph,
            inside,
            ";",
            format!("«{}» gồm nhiều nơi nhận trên một dòng", one_line(inner)),
        );
        judge.broken(ITEMS, finding.help("ghi mỗi nơi nhận một dòng «- …»; dấu «;» chương trình tự thêm"));
    }
}
