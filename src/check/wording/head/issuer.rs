//! WRD005: the names of the issuing body and of the body above it (nd30.md rows 27, 28, 30).
//!
//! Row 28 is decided for people's committees and councils only: whether «Sở Y tế Hà Nội» names its province cannot be
//! seen without a list of provinces. Nor is it said here which bodies must have one above them.

use super::parts::one_line;
use super::{TextRule, TextSubject, unit};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

pub const RULE: TextRule = TextRule { rule: &rules::ISSUER_NAME, rows: &[ABOVE, UNIT, FULL], check };

const ABOVE: Row = Row::Form(27);
const UNIT: Row = Row::Form(28);
const FULL: Row = Row::Form(30);

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let is_name = |component: &str| matches!(component, "co_quan" | "co_quan_chu_quan");
    for paragraph in subject.paragraphs.iter().filter(|one| is_name(one.component)) {
        let name = one_line(&paragraph.text);
        if name.ends_with(['.', ',', ';', ':']) {
            let said = format!("tên cơ quan «{name}» có dấu câu ở cuối");
            let finding = subject.finding_at(&rules::ISSUER_NAME, paragraph, said);
            judge.broken(FULL, finding.help("bỏ dấu ở cuối tên"));
        }
    }
    let mut has_parent = false;
    for (at, paragraph) in subject.paragraphs.iter().enumerate().filter(|(_, one)| is_name(one.component)) {
        let name = one_line(&paragraph.text);
        match paragraph.component {
            "co_quan_chu_quan" => {
                has_parent = true;
                let next = subject.paragraphs.get(at + 1);
                let is_above =
                    next.is_some_and(|next| next.at == paragraph.at && next.component == "co_quan");
                judge.check(ABOVE, is_above, || {
                    subject
                        .finding_at(
                            &rules::ISSUER_NAME,
                            paragraph,
                            format!("tên cơ quan chủ quản «{name}» phải đứng ngay trên tên cơ quan ban hành"),
                        )
                        .help("trả templates/forms/dau-trang.tera về mẫu gốc")
                });
                judge.check(UNIT, !unit::is_nameless(&name, subject.norm), || {
                    subject.finding_at(
                        &rules::ISSUER_NAME,
                        paragraph,
                        format!("tên cơ quan chủ quản «{name}» thiếu tên đơn vị hành chính"),
                    )
                });
            }
            "co_quan" => {
                judge.check(FULL, !name.is_empty() && !unit::is_nameless(&name, subject.norm), || {
                    subject.finding_at(
                        &rules::ISSUER_NAME,
                        paragraph,
                        format!("tên cơ quan ban hành «{name}» chưa đầy đủ: thiếu tên đơn vị hành chính"),
                    )
                })
            }
            _ => {}
        }
    }
    if !has_parent {
        judge.not_applicable(ABOVE);
        judge.not_applicable(UNIT);
    }
}
