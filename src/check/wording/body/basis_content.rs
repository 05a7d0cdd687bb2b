//! WRD021: what a legal basis must name (nd30.md row 57): kind, number and symbol, issuer, date and subject; a law or an
//! ordinance its kind and name only.
//!
//! Only lines that open with «Căn cứ» and a kind of act are judged. Whether a subject follows the issuer cannot be told
//! from a line of plain text, and a resolution of a congress has no number: neither is asked for.

use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::document::{Basis, BasisStyle};
use crate::model::text::words;
use crate::model::verdict::Row;
use crate::vietnamese::symbol::is_symbol;

const ROW: Row = Row::Form(57);

pub const RULE: TextRule = TextRule { rule: &rules::BASIS_CONTENT, rows: &[ROW], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(ROW);
    let document = subject.checked.document();
    if document.basis_style == BasisStyle::Paragraph {
        return;
    }
    let laws = subject.norm.texts(&["vien_dan", "loai_khong_so"]).collect::<Vec<_>>();
    let numbered = subject.norm.texts(&["vien_dan", "loai_co_so"]).collect::<Vec<_>>();
    let always = subject.norm.texts(&["vien_dan", "loai_luon_co_so"]).collect::<Vec<_>>();
    for (at, line) in subject.of("can_cu").enumerate() {
        let Some(text) = line.text.strip_prefix("Căn cứ ") else { continue };
        if let Some(kind) = laws.iter().find(|kind| begins_with(text, kind)) {
            law(subject, judge, line, kind, text, document.bases.get(at));
        } else if let Some(kind) = numbered.iter().find(|kind| begins_with(text, kind)) {
            let has_number = text.split_whitespace().any(is_number);
            if has_number || always.contains(kind) && !is_of_a_congress(text) {
                act(subject, judge, line, kind, text, document.bases.get(at));
            }
        }
    }
}

fn begins_with(text: &str, kind: &str) -> bool {
    text.strip_prefix(kind).is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

fn is_number(token: &str) -> bool {
    is_symbol(token.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// «Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII»: the parties number some, not all of theirs.
fn is_of_a_congress(text: &str) -> bool {
    text.contains("Đại hội") || text.contains("Hội nghị") || text.contains("Ban Chấp hành")
}

/// A law: no number, no issuer.
fn law<T>(
    subject: &TextSubject<'_>,
    judge: &mut Judge<'_>,
    line: &Paragraph<'_>,
    kind: &str,
    text: &str,
    basis: Option<&Basis<T>>,
) {
    // «Luật Hoạt động giám sát của Quốc hội và …» is a name: only an issuer at the very end is surely one.
    // What amended it has a number of its own.
    let amended = [" đã được sửa đổi", " được sửa đổi", " (sửa đổi", " sửa đổi, bổ sung một số điều theo"];
    let own = amended.iter().filter_map(|words| text.find(words)).min().unwrap_or(text.len());
    let text = &text[..own];
    let ends = text.trim_end_matches([';', '.']);
    let mut surplus = Vec::new();
    if text.split_whitespace().any(is_number) || matches!(basis, Some(Basis::Act { number: Some(_), .. })) {
        surplus.push("số, ký hiệu");
    }
    let is_issued = matches!(basis, Some(Basis::Act { issuer: Some(_), .. }));
    if is_issued || ends.ends_with(" của Quốc hội") || ends.ends_with(" của Ủy ban Thường vụ Quốc hội")
    {
        surplus.push("cơ quan ban hành");
    }
    judge.check(ROW, surplus.is_empty(), || {
        let surplus = surplus.join(" và ");
        subject
            .finding(&rules::BASIS_CONTENT, line, 0, "Căn cứ", format!("căn cứ là {kind} mà ghi cả {surplus}"))
            .help(format!("bỏ {surplus}: với Hiến pháp, bộ luật, luật, pháp lệnh chỉ ghi tên loại, tên gọi và ngày tháng năm"))
    });
}

/// Any other act: number, date, issuer, subject.
fn act(
    subject: &TextSubject<'_>,
    judge: &mut Judge<'_>,
    line: &Paragraph<'_>,
    kind: &str,
    text: &str,
    basis: Option<&Basis<Vec<crate::model::text::Run>>>,
) {
    let mut missing = Vec::new();
    if !text.split_whitespace().any(is_number) {
        missing.push("số, ký hiệu");
    }
    if !has_date(text) {
        missing.push("ngày tháng năm");
    }
    if !text.contains(" của ") && !is_of_a_congress(text) {
        missing.push("cơ quan ban hành");
    }
    if let Some(Basis::Act { subject, .. }) = basis
        && words(subject).trim().is_empty()
    {
        missing.push("trích yếu");
    }
    judge.check(ROW, missing.is_empty(), || {
        let missing = missing.join(", ");
        subject
            .finding(&rules::BASIS_CONTENT, line, 0, "Căn cứ", format!("căn cứ là {kind} mà thiếu {missing}"))
            .help(format!("bổ sung {missing}: `so`, `ngay`, `co_quan`, `trich_yeu` của căn cứ này, hoặc ghi vào câu đã viết"))
    });
}

/// «ngày 27 tháng 01 năm 2021», «ngày 27/01/2021», with blanks where the day is not known yet.
pub fn has_date(text: &str) -> bool {
    text.match_indices("ngày").any(|(at, word)| {
        let rest = text[at + word.len()..].trim_start();
        rest.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with("tháng")
    })
}
