//! WRD009: «Kính gửi:» (nd30.md rows 85-88).
//!
//! Which kinds have it is a list in `nd30.yaml`; of kinds that stand on none of its lists the decree says nothing, and
//! a report is sent upward or not.

use super::parts::one_line;
use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

pub const RULE: TextRule = TextRule { rule: &rules::ADDRESSEES, rows: &[KINDS, COLON, ONE, SEVERAL], check };

const KINDS: Row = Row::Form(85);
const COLON: Row = Row::Form(86);
const ONE: Row = Row::Form(87);
const SEVERAL: Row = Row::Form(88);

/// Whether the document has «Kính gửi:».
pub fn is_addressed(subject: &TextSubject<'_>) -> bool {
    subject.main().any(|paragraph| matches!(paragraph.component, "kinh_gui" | "kinh_gui_dau"))
}

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    for row in [COLON, ONE, SEVERAL] {
        judge.not_applicable(row);
    }
    check_kind(subject, judge);
    let word = subject.norm.phrase("kinh_gui");
    let items: Vec<&Paragraph<'_>> = subject.main_of("kinh_gui_muc").collect();
    for paragraph in subject.main_of("kinh_gui") {
        let text = one_line(&paragraph.text);
        let rest = text.strip_prefix(word).map(str::trim_start);
        judge.check(COLON, rest.is_some(), || {
            subject.finding_at(
                &rules::ADDRESSEES,
                paragraph,
                format!("dòng «{text}» phải mở đầu bằng «{word}»"),
            )
        });
        judge.check(ONE, rest.is_none_or(|rest| !rest.is_empty()), || {
            subject.finding_at(
                &rules::ADDRESSEES,
                paragraph,
                format!("nơi nhận duy nhất phải đứng cùng dòng «{word}»"),
            )
        });
        check_single(subject, judge, paragraph);
    }
    for paragraph in subject.main_of("kinh_gui_dau") {
        let text = one_line(&paragraph.text);
        judge.check(COLON, text == word, || {
            subject.finding_at(
                &rules::ADDRESSEES,
                paragraph,
                format!("dòng «{text}» phải là «{word}», mỗi nơi nhận một dòng ở dưới"),
            )
        });
        judge.check(ONE, items.len() != 1, || {
            subject.finding_at(
                &rules::ADDRESSEES,
                paragraph,
                format!("chỉ có một nơi nhận, phải đứng cùng dòng «{word}»"),
            )
        });
    }
    for (at, paragraph) in items.iter().enumerate() {
        let text = one_line(&paragraph.text);
        let ending = if at + 1 == items.len() { '.' } else { ';' };
        judge.check(SEVERAL, paragraph.label == "-" && text.ends_with(ending), || {
            subject.finding_at(
                &rules::ADDRESSEES,
                paragraph,
                format!(
                    "nơi nhận in là «{} {text}», phải có «- » ở đầu và dấu «{ending}» ở cuối",
                    paragraph.label
                ),
            )
        });
        check_single(subject, judge, paragraph);
    }
}

fn check_kind(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let kind = subject.kind();
    let on = |list: &str| subject.norm.lists(&["dau_cuoi", "kinh_gui", list], kind);
    let name = subject.norm.kind(kind)["ten"].as_str().unwrap_or(kind);
    if on("bat_buoc") {
        judge.check(KINDS, is_addressed(subject), || {
            subject
                .finding_at_key(&rules::ADDRESSEES, &["loai"], format!("{name} thiếu «Kính gửi:»"))
                .help("thêm dòng «kinh_gui: …»")
        });
    } else if on("khong") {
        judge.check(KINDS, !is_addressed(subject), || {
            subject
                .finding_at_key(
                    &rules::ADDRESSEES,
                    &["kinh_gui"],
                    format!(
                        "{name} không có «Kính gửi:»; chỉ công văn, tờ trình, báo cáo gửi cấp trên mới có"
                    ),
                )
                .help("xóa «kinh_gui», ghi các cơ quan ấy ở «noi_nhan»")
        });
    } else if on("gui_cap_tren") {
        judge.holds(KINDS);
    } else if !is_addressed(subject) {
        judge.not_applicable(KINDS);
    }
}

/// Two addressees typed into one text.
fn check_single(subject: &TextSubject<'_>, judge: &mut Judge<'_>, paragraph: &Paragraph<'_>) {
    let inner = paragraph.text.trim_end().trim_end_matches([';', '.']);
    if let Some(at) = inner.find(';') {
        let finding = subject.finding(
            &rules::ADDRESSEES,
            paragraph,
            at,
            ";",
            format!("«{}» gồm nhiều nơi nhận trên một dòng", one_line(inner)),
        );
        judge.broken(
            SEVERAL,
            finding
                .help("ghi «kinh_gui» thành danh sách, mỗi nơi một dòng «- …»; dấu «;» chương trình tự thêm"),
        );
    }
}
