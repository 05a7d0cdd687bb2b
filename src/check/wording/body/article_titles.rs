//! WRD025: what must have a title (nd30.md row 68).
//!
//! Forms 1.1 and 1.2 print articles without one and so does the decision of form 1.3; a regulation (`tieu_de_dieu` of the
//! profile: quy chế, quy định) must give every article its title, also when it is attached to a decision.

use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

const ROW: Row = Row::Form(68);

pub const RULE: TextRule = TextRule { rule: &rules::HEADINGS, rows: &[ROW], check };

/// A label on a line of its own, and the component of the title that follows it.
const STACKED: &[(&str, &str)] = &[
    ("phan", "phan_tieu_de"),
    ("chuong", "chuong_tieu_de"),
    ("muc_giua", "muc_giua_tieu_de"),
    ("tieu_muc", "tieu_muc_tieu_de"),
];

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(ROW);
    let titled_kinds = subject.norm.texts(&["vien_dan", "tieu_de_dieu"]).collect::<Vec<_>>();
    let mut paragraphs = subject.paragraphs.iter().peekable();
    while let Some(paragraph) = paragraphs.next() {
        if let Some((_, title)) = STACKED.iter().find(|(label, _)| *label == paragraph.component) {
            let is_titled = paragraphs
                .peek()
                .is_some_and(|next| next.component == *title && !next.text.trim().is_empty());
            judge.check(ROW, is_titled, || untitled(subject, paragraph, &paragraph.text));
        }
        match paragraph.component {
            "muc" | "dieu_tieu_de" => {
                let is_titled = !paragraph.text.trim().is_empty();
                judge.check(ROW, is_titled, || untitled(subject, paragraph, paragraph.label));
            }
            "dieu" if titled_kinds.contains(&kind(subject, paragraph.at)) => {
                judge.broken(ROW, untitled(subject, paragraph, paragraph.label));
            }
            _ => {}
        }
    }
}

/// The kind of the document, or of the attached document, that a section is.
fn kind<'s>(subject: &'s TextSubject<'_>, section: usize) -> &'s str {
    let document = subject.checked.document();
    match section.checked_sub(1) {
        None => &document.identity.kind,
        // Attached documents follow the document itself, annexes follow them.
        Some(nth) => document.attachments.get(nth).map_or("", |attachment| &attachment.kind),
    }
}

fn untitled(subject: &TextSubject<'_>, paragraph: &Paragraph<'_>, label: &str) -> crate::diag::Finding {
    let label = label.trim_end_matches('.');
    let help = if paragraph.component == "dieu" {
        "viết tên điều: `- dieu: { tieu_de: … }`, lời văn của điều để ở `noi_dung`"
    } else {
        "ghi tên ngay sau khóa, ví dụ `- chuong: Quy định chung`"
    };
    subject.finding(&rules::HEADINGS, paragraph, 0, "", format!("{label} không có tên")).help(help)
}
