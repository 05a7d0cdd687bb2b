//! WRD016: an attached document has a head of its own without number and date, an annex has no head (nd30.md row 100).
//!
//! Seen in the sample forms only, so it warns.

use super::parts::{ANNEX, ATTACHED};
use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

pub const RULE: TextRule = TextRule { rule: &rules::ATTACHED_HEAD, rows: &[ROW], check };

const ROW: Row = Row::Form(100);

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(ROW);
    for section in subject.paragraphs.chunk_by(|one, other| one.at == other.at) {
        let Some(first) = section.first() else { continue };
        let (what, wanted, unwanted, key) = match first.section.component.as_str() {
            ATTACHED => ("văn bản kèm theo", Some("kem_theo_co"), "kem_theo_khong", "van_ban_kem_theo"),
            ANNEX => ("phụ lục", None, "phu_luc_khong", "phu_luc"),
            _ => continue,
        };
        judge.holds(ROW);
        let has = |component: &str| section.iter().any(|paragraph| paragraph.component == component);
        let list = |list| subject.norm.texts(&["dau_cuoi", "thanh_phan", list]).collect::<Vec<_>>();
        let name = |component| subject.norm.called(component);
        let missing = wanted.map(list).unwrap_or_default().into_iter().filter(|component| !has(component));
        let missing = missing.map(|component| format!("{what} thiếu {}", name(component)));
        let extra = list(unwanted).into_iter().filter(|component| has(component));
        let extra = extra.map(|component| format!("{what} không có {}, ở đây mẫu in ra", name(component)));
        for message in missing.chain(extra) {
            judge.broken(ROW, subject.finding_at_key(&rules::ATTACHED_HEAD, &[key], message));
        }
    }
}
