//! WRD007: how the subject begins and ends (nd30.md rows 50, 52).
//!
//! Row 50 rests on the sample forms, so it warns. A letter's subject begins with «V/v» once.

use super::parts::one_line;
use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

pub const RULE: TextRule = TextRule { rule: &rules::SUBJECT_WORDING, rows: &[TITLE, LETTER], check };

const TITLE: Row = Row::Form(50);
const LETTER: Row = Row::Form(52);

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(TITLE);
    judge.not_applicable(LETTER);
    check_title(subject, judge);
    check_letter(subject, judge);
}

fn check_title(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let form = subject.identity().form.as_str();
    let openings: Vec<&str> = match subject.kind() {
        "quyet-dinh" => subject.norm.texts(&["dau_cuoi", "trich_yeu", form]).collect(),
        _ => Vec::new(),
    };
    for paragraph in
        subject.paragraphs.iter().filter(|p| matches!(p.component, "trich_yeu" | "trich_yeu_kem_theo"))
    {
        let text = one_line(&paragraph.text);
        let is_own = paragraph.component == "trich_yeu";
        let begins =
            openings.is_empty() || !is_own || openings.iter().any(|opening| text.starts_with(opening));
        judge.check(TITLE, begins, || {
            let wanted: Vec<String> = openings.iter().map(|opening| format!("«{opening} …»")).collect();
            let wanted = wanted.join(" hoặc ");
            let finding = subject.finding_at(
                &rules::SUBJECT_WORDING,
                paragraph,
                format!("trích yếu quyết định theo Mẫu {form} mở đầu bằng {wanted}, ở đây là «{text}»"),
            );
            finding.as_warning().help(format!("viết lại trích yếu, mở đầu bằng {wanted}"))
        });
        judge.check(TITLE, !text.ends_with('.') || text.ends_with(".."), || {
            let finding = subject.finding_at(
                &rules::SUBJECT_WORDING,
                paragraph,
                format!("trích yếu «{text}» có dấu chấm ở cuối"),
            );
            finding.as_warning()
        });
    }
}

fn check_letter(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let opening = subject.norm.phrase("v_v");
    for paragraph in subject.main_of("trich_yeu_cong_van") {
        let text = one_line(&paragraph.text);
        let Some(rest) = text.strip_prefix(opening).and_then(|rest| rest.strip_prefix(' ')) else {
            judge.broken(
                LETTER,
                subject.finding_at(
                    &rules::SUBJECT_WORDING,
                    paragraph,
                    format!(
                        "trích yếu công văn in là «{text}», phải mở đầu bằng «{opening}» và một dấu cách"
                    ),
                ),
            );
            continue;
        };
        let mut repeated = subject.norm.texts(&["dau_cuoi", "trich_yeu_cong_van"]);
        let again = repeated.find(|typed| rest.to_lowercase().starts_with(&typed.to_lowercase()));
        judge.check(LETTER, again.is_none(), || {
            let finding = subject.finding_at(
                &rules::SUBJECT_WORDING,
                paragraph,
                format!("trích yếu công văn in là «{text}»: «{opening}» đã có sẵn"),
            );
            finding.help(format!(
                "bỏ «{}» ở đầu «trich_yeu»; mẫu công văn tự in «{opening}»",
                again.unwrap_or_default()
            ))
        });
        judge.check(LETTER, !text.ends_with('.') || text.ends_with(".."), || {
            let finding = subject.finding_at(
                &rules::SUBJECT_WORDING,
                paragraph,
                format!("trích yếu «{text}» có dấu chấm ở cuối"),
            );
            finding.as_warning()
        });
    }
}
