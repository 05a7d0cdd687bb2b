//! WRD018: «(Kèm theo Kế hoạch số 12/KH-UBND ngày 15 tháng 3 năm 2024 của …)» under an annex's title (nd30.md rows 97,
//! 98): on paper with what the head says, in electronic form with its blanks open.

use super::date;
use super::parts::{ANNEX, one_line};
use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::{Finding, rules};
use crate::model::document::Medium;
use crate::model::verdict::Row;
use crate::vietnamese::text::fold;

pub const RULE: TextRule = TextRule { rule: &rules::POINTER_LINE, rows: &[CONTENT, MEDIUM], check };

const CONTENT: Row = Row::Form(97);
const MEDIUM: Row = Row::Form(98);

/// The parts of a pointer line.
struct Pointer<'t> {
    number: &'t str,
    symbol: &'t str,
    date: &'t str,
    issuer: &'t str,
}

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(CONTENT);
    judge.not_applicable(MEDIUM);
    for section in subject.paragraphs.chunk_by(|one, other| one.at == other.at) {
        if section.first().is_none_or(|first| first.section.component != ANNEX) {
            continue;
        }
        match section.iter().find(|paragraph| paragraph.component == "phu_luc_kem_theo") {
            Some(line) => check_line(subject, judge, line),
            None => judge.broken(
                CONTENT,
                finding(subject, "phụ lục thiếu dòng «(Kèm theo … số … ngày … của …)»".to_owned()),
            ),
        }
    }
}

fn check_line(subject: &TextSubject<'_>, judge: &mut Judge<'_>, line: &Paragraph<'_>) {
    let text = one_line(&line.text);
    let Some(pointer) = read(&text) else {
        judge.broken(CONTENT, finding(subject, format!("dòng kèm theo in là «{text}», phải có dạng «(Kèm theo … số …/… ngày … tháng … năm … của …)»")));
        return;
    };
    let head = subject.main_of("so_ky_hieu").next().map(|head| one_line(&head.text)).unwrap_or_default();
    let (number, symbol) =
        head.trim_start_matches(subject.norm.phrase("so")).split_once('/').unwrap_or_default();
    let issuer = subject.issuer();
    let broken = if pointer.symbol != symbol {
        Some(format!("dòng kèm theo ghi ký hiệu «{}», ký hiệu văn bản là «{symbol}»", pointer.symbol))
    } else if !fold(pointer.issuer).contains(&fold(&issuer)) {
        Some(format!("dòng kèm theo ghi cơ quan «{}», cơ quan ban hành là «{issuer}»", pointer.issuer))
    } else if date::read(pointer.date).is_none_or(|date| !date.has_its_zeros()) {
        Some(format!("dòng kèm theo ghi thời gian «{}», phải là «ngày … tháng … năm …»", pointer.date))
    } else {
        None
    };
    judge.check(CONTENT, broken.is_none(), || finding(subject, broken.clone().unwrap_or_default()));
    let is_open = pointer.number.is_empty() && date::read(pointer.date).is_none_or(|date| date.day.is_none());
    let (fits, message) = match subject.identity().medium {
        Medium::Electronic => (is_open, "văn bản điện tử để trống số, ngày trong dòng kèm theo"),
        Medium::Paper => {
            (pointer.number == number.trim(), "văn bản giấy điền đúng số của văn bản vào dòng kèm theo")
        }
    };
    judge.check(MEDIUM, fits, || finding(subject, format!("dòng kèm theo in là «{text}»; {message}")));
}

/// Takes a pointer line apart; `None` when one of its parts is missing.
fn read(text: &str) -> Option<Pointer<'_>> {
    let inner = text.strip_prefix("(Kèm theo ")?.strip_suffix(')')?;
    let (_, after_kind) = inner.split_once(" số ")?;
    let (number, rest) = after_kind.split_once('/')?;
    let (symbol, _) = rest.split_once(' ')?;
    let (date, issuer) = rest[symbol.len()..].trim_start().split_once(" của ")?;
    Some(Pointer { number: number.trim(), symbol, date, issuer })
}

fn finding(subject: &TextSubject<'_>, message: String) -> Finding {
    subject.finding_at_key(&rules::POINTER_LINE, &["phu_luc"], message)
}
