//! WRD018: «(Kèm theo Kế hoạch số 12/KH-UBND ngày 15 tháng 3 năm 2024 của …)» under an annex's title (nd30.md rows 97,
//! 98): on paper with what the head says, in electronic form with its blanks open.

use super::date;
use super::parts::{ANNEX, one_line};
use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::{Finding, rules};
use crate::model::document::Medium;
use crate::model::verdict::Row;
use crate::vietnamese::date::long;
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
    let symbol = head.split_once('/').map_or("", |(_, symbol)| symbol);
    let issuer = subject.issuer();
    // Where the head's own symbol cannot be read, that is said there.
    let has_symbol = !symbol.is_empty() && !symbol.contains(['/', ' ']);
    let broken = if has_symbol && pointer.symbol != symbol {
        Some(format!("dòng kèm theo ghi ký hiệu «{}», ký hiệu văn bản là «{symbol}»", pointer.symbol))
    } else if !fold(pointer.issuer).contains(&fold(&issuer)) {
        Some(format!("dòng kèm theo ghi cơ quan «{}», cơ quan ban hành là «{issuer}»", pointer.issuer))
    } else if date::read(pointer.date).is_none_or(|date| !date.has_its_zeros()) {
        Some(format!("dòng kèm theo ghi thời gian «{}», phải là «ngày … tháng … năm …»", pointer.date))
    } else {
        None
    };
    match broken {
        Some(message) => judge.broken(CONTENT, finding(subject, message)),
        None => judge.holds(CONTENT),
    }
    check_medium(subject, judge, &pointer);
}

fn check_medium(subject: &TextSubject<'_>, judge: &mut Judge<'_>, pointer: &Pointer<'_>) {
    let identity = subject.identity();
    let (number, date) = match identity.medium {
        Medium::Electronic => (String::new(), String::new()),
        Medium::Paper => (
            identity.number.map(|number| format!("{number:02}")).unwrap_or_default(),
            identity.date.as_ref().map(|date| one_line(&long(&date.value))).unwrap_or_default(),
        ),
    };
    let is_open = date::read(pointer.date).is_none_or(|date| date.is_blank());
    let same_date = if date.is_empty() { is_open } else { pointer.date == date };
    judge.check(MEDIUM, pointer.number == number && same_date, || {
        let given = format!("dòng kèm theo ghi số «{}», «{}»", pointer.number, pointer.date);
        let wanted = match identity.medium {
            Medium::Electronic => "văn bản điện tử để trống số và ngày ở dòng này",
            Medium::Paper => "văn bản giấy ghi đúng số và ngày của văn bản",
        };
        finding(subject, format!("{given}; {wanted}"))
    });
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
