//! WRD022: an act is cited in full where it is first mentioned, and by kind and number only from then on (nd30.md rows
//! 58, 59).
//!
//! An act is known by its number and symbol, so laws are not judged. The first mention counts as full when its sentence
//! has a date (who issued it may be the subject of the sentence); headings, annexes and what is listed after «các» are not judged, nor an
//! attached document's mention of what the decision has named before.

use std::collections::{BTreeMap, BTreeSet};

use super::acts::{self, Act};
use super::basis_content::has_date;
use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::document::BasisStyle;
use crate::model::verdict::Row;

const FIRST: Row = Row::Form(58);
const LATER: Row = Row::Form(59);

pub const RULE: TextRule = TextRule { rule: &rules::MENTIONS, rows: &[FIRST, LATER], check };

/// Text that cites; a heading only names.
const CITING: &[&str] = &["can_cu", "doan", "dieu", "khoan", "diem", "gach", "cong", "muc_thong_tin"];

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(FIRST);
    judge.not_applicable(LATER);
    let own = subject.of("so_ky_hieu").next().map(|number| number.text.trim_start_matches("Số:").trim());
    let mut of_document: BTreeMap<&str, String> = BTreeMap::new();
    let mut of_section: BTreeSet<&str> = BTreeSet::new();
    let mut section = 0;
    let acts = acts::find(subject);
    for act in &acts {
        let paragraph = &subject.paragraphs[act.paragraph];
        let is_annex = paragraph.section.component == "phu_luc";
        if is_annex || !CITING.contains(&paragraph.component) || own == Some(act.number) || act.kind.is_none()
        {
            continue;
        }
        if paragraph.at != section {
            section = paragraph.at;
            of_section.clear();
        }
        let is_first_here = of_section.insert(act.number);
        match of_document.get(act.number) {
            None => {
                of_document.insert(act.number, date_behind(subject, act));
                first(subject, judge, act);
            }
            Some(date) if !is_first_here => later(subject, judge, act, date),
            Some(_) => {}
        }
    }
}

fn first(subject: &TextSubject<'_>, judge: &mut Judge<'_>, act: &Act<'_>) {
    let paragraph = &subject.paragraphs[act.paragraph];
    let text = paragraph.text.as_str();
    if text[..act.start].trim_end().ends_with("các") {
        return;
    }
    let begins = text[..act.start].rfind(". ").map_or(0, |at| at + 2);
    let ends = sentence_end(text, act.end());
    let sentence = &text[begins..ends];
    let mut missing = Vec::new();
    if !has_date(&sentence.to_lowercase()) && !sentence.contains("/20") && !sentence.contains("/19") {
        missing.push("ngày tháng năm");
    }
    // What a basis of the list lacks, WRD021 says.
    let is_listed =
        paragraph.component == "can_cu" && subject.checked.document().basis_style == BasisStyle::List;
    if is_listed && !missing.is_empty() {
        return;
    }
    judge.check(FIRST, missing.is_empty(), || {
        let missing = missing.join(", ");
        let name = name(act);
        let message = format!("«{name}» được nhắc đến lần đầu mà chưa có {missing}");
        subject.finding(&rules::MENTIONS, paragraph, act.number_at, act.number, message).help(format!(
            "ghi đủ ở lần đầu: «{name} ngày … tháng … năm … của …» và trích yếu; từ lần sau chỉ ghi «{name}»"
        ))
    });
}

/// The point that ends the sentence: «TP. Huế» ends none.
fn sentence_end(text: &str, from: usize) -> usize {
    let mut points = text[from..].match_indices(". ").map(|(at, _)| from + at);
    points.find(|at| text[..*at].ends_with(char::is_lowercase)).unwrap_or(text.len())
}

/// The digits of the date that follows an act: «ngày 05/01/2024», «ngày 05 tháng 01 năm 2024».
fn date_behind(subject: &TextSubject<'_>, act: &Act<'_>) -> String {
    const DATE: usize = 32;
    let rest = subject.paragraphs[act.paragraph].text[act.end()..].trim_start();
    let date: String = rest.chars().take(DATE).take_while(|c| *c != ',' && *c != ';').collect();
    let digits = if date.starts_with("ngày") {
        date.chars().filter(char::is_ascii_digit).collect()
    } else {
        String::new()
    };
    // Of the day, the month and the year: eight digits, however they are written.
    digits.chars().take(8).collect()
}

fn later(subject: &TextSubject<'_>, judge: &mut Judge<'_>, act: &Act<'_>, date: &str) {
    let paragraph = &subject.paragraphs[act.paragraph];
    let own = date_behind(subject, act);
    // Another date is another act; behind «của», «thay thế» it belongs to the name of the act before it.
    let before = paragraph.text[..act.start].trim_end();
    let is_in_name = ["của", "thay thế", "sửa đổi", "bổ sung"].iter().any(|word| before.ends_with(word));
    let is_full = !own.is_empty() && (date.is_empty() || date == own) && !is_in_name;
    judge.check(LATER, !is_full, || {
        let name = name(act);
        let message = format!("«{name}» đã được nhắc đến ở trên mà vẫn ghi lại ngày ban hành");
        subject
            .finding(&rules::MENTIONS, paragraph, act.number_at, act.number, message)
            .help(format!("chỉ ghi «{name}», bỏ ngày tháng, cơ quan ban hành và trích yếu"))
    });
}

fn name(act: &Act<'_>) -> String {
    act.kind.map_or_else(|| act.number.to_owned(), |(kind, _)| format!("{kind} số {}", act.number))
}
