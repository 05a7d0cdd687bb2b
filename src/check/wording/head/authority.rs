//! WRD008: the authority line and the command of a decision or resolution (nd30.md rows 53, 54).
//!
//! Both are seen in the sample forms only, so they warn. Whose decision it is must also agree with who signs: «TM.»
//! stands for a collective, never for a chairman who decides by himself.

use super::parts::one_line;
use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::{Finding, rules};
use crate::model::verdict::Row;
use crate::vietnamese::text::fold;

pub const RULE: TextRule =
    TextRule { rule: &rules::AUTHORITY_AND_COMMAND, rows: &[AUTHORITY, COMMAND], check };

const AUTHORITY: Row = Row::Form(53);
const COMMAND: Row = Row::Form(54);

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let right = subject.norm.at(&["cum_tu", "menh_lenh", subject.kind()]).as_str();
    let Some(right) = right else {
        judge.not_applicable(AUTHORITY);
        judge.not_applicable(COMMAND);
        return;
    };
    let first = |component: &str| subject.main().position(|paragraph| paragraph.component == component);
    let last = |component: &str| {
        let found = subject.main().enumerate().filter(|(_, paragraph)| paragraph.component == component);
        found.map(|(at, _)| at).last()
    };
    let missing = |what: &str| {
        subject
            .finding_at_key(&rules::AUTHORITY_AND_COMMAND, &["loai"], format!("thiếu {what}"))
            .help("so mẫu trong templates/forms với mẫu gốc của chương trình")
    };
    match (first("tham_quyen"), subject.main_of("tham_quyen").next()) {
        (Some(at), Some(line)) => {
            let after_title = last("trich_yeu").is_none_or(|title| title < at);
            let before_bases = first("can_cu").is_none_or(|basis| at < basis);
            judge.check(AUTHORITY, after_title && before_bases, || {
                subject
                    .finding_at(
                        &rules::AUTHORITY_AND_COMMAND,
                        line,
                        "dòng thẩm quyền ban hành phải đứng sau trích yếu, trước các căn cứ",
                    )
                    .help("so mẫu trong templates/forms với mẫu gốc của chương trình")
            });
            if let Some(finding) = at_odds_with_signature(subject, &one_line(&line.text)) {
                judge.broken(AUTHORITY, finding);
            }
        }
        _ => judge.broken(AUTHORITY, missing("dòng thẩm quyền ban hành giữa trích yếu và các căn cứ")),
    }
    match (first("menh_lenh"), subject.main_of("menh_lenh").next()) {
        (Some(at), Some(line)) => {
            let text = one_line(&line.text);
            judge.check(COMMAND, text.to_uppercase() == right, || {
                subject
                    .finding_at(
                        &rules::AUTHORITY_AND_COMMAND,
                        line,
                        format!("dòng lệnh in là «{text}», phải là «{right}»"),
                    )
                    .help("trả `cum_tu.menh_lenh` trong templates/nd30.yaml về chữ gốc")
            });
            judge.check(COMMAND, last("can_cu").is_none_or(|basis| basis < at), || {
                subject
                    .finding_at(
                        &rules::AUTHORITY_AND_COMMAND,
                        line,
                        format!("«{text}» phải đứng sau các căn cứ"),
                    )
                    .help("so mẫu trong templates/forms với mẫu gốc của chương trình")
            });
        }
        _ => judge.broken(COMMAND, missing(&format!("dòng «{right}» sau các căn cứ"))),
    }
}

/// Decided for people's committees only: they decide as a body, their chairmen by themselves.
fn at_odds_with_signature(subject: &TextSubject<'_>, authority: &str) -> Option<Finding> {
    let committee = subject.norm.texts(&["dau_cuoi", "chinh_quyen"]).next()?;
    let (folded, committee) = (fold(authority), fold(committee));
    let lines = subject.signatures().next()?;
    let for_the_body = lines.iter().any(|line| line.text.to_uppercase().starts_with("TM"));
    let is_chairman = folded.starts_with(&fold("Chủ tịch")) && folded.contains(&committee);
    let message = if is_chairman && for_the_body {
        format!("thẩm quyền ban hành là «{authority}» mà người ký ký «TM.»")
    } else if folded.starts_with(&committee) && !for_the_body {
        format!("thẩm quyền ban hành là «{authority}» mà người ký không ký «TM.»")
    } else {
        return None;
    };
    let help = if is_chairman {
        "quyết định của Chủ tịch thì bỏ dòng «TM. …» ở «nguoi_ky»; của Ủy ban nhân dân thì sửa «tham_quyen»"
    } else {
        "quyết định của Ủy ban nhân dân thì thêm dòng «TM. ỦY BAN NHÂN DÂN» ở «nguoi_ky»; của Chủ tịch thì ghi «tham_quyen»"
    };
    Some(subject.finding_at_key(&rules::AUTHORITY_AND_COMMAND, &["nguoi_ky"], message).help(help))
}
