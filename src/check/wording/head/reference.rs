//! WRD002: the reference number «Số: 12/KH-UBND» (nd30.md rows 33-40).
//!
//! What an office's abbreviation may be is its head's to fix (row 40); here it is held against the document's own
//! `viet_tat`, and the kind's against the decree's table.

use super::parts::one_line;
use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::{Finding, rules};
use crate::model::verdict::Row;

pub const RULE: TextRule = TextRule {
    rule: &rules::REFERENCE_NUMBER,
    rows: &[WORD, DIGITS, BLANK, SIGNS, MIXED_CASE, OF_KIND, OF_LETTER, OF_OFFICE],
    check,
};

const WORD: Row = Row::Form(33);
const DIGITS: Row = Row::Form(34);
const BLANK: Row = Row::Form(35);
const SIGNS: Row = Row::Form(36);
const MIXED_CASE: Row = Row::Form(37);
const OF_KIND: Row = Row::Form(38);
const OF_LETTER: Row = Row::Form(39);
const OF_OFFICE: Row = Row::Form(40);

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    for paragraph in subject.main_of("so_ky_hieu") {
        let text = &paragraph.text;
        let word = subject.norm.phrase("so");
        let rest = text.strip_prefix(word).filter(|rest| rest.starts_with(char::is_whitespace));
        judge.check(WORD, rest.is_some(), || {
            finding(
                subject,
                paragraph,
                &["so"],
                format!(
                    "dòng số, ký hiệu in là «{}», phải mở đầu bằng «{word}» và một dấu cách",
                    one_line(text)
                ),
            )
        });
        let Some((number, symbol)) = rest.and_then(|rest| rest.split_once('/')) else {
            if rest.is_some() {
                judge.broken(
                    SIGNS,
                    finding(
                        subject,
                        paragraph,
                        &["so"],
                        format!("«{}» thiếu dấu «/» giữa số và ký hiệu", one_line(text)),
                    ),
                );
            }
            continue;
        };
        check_number(subject, judge, paragraph, number);
        if check_signs(subject, judge, paragraph, symbol) {
            check_symbol(subject, judge, paragraph, symbol);
        }
    }
}

fn check_number(subject: &TextSubject<'_>, judge: &mut Judge<'_>, paragraph: &Paragraph<'_>, number: &str) {
    let figures = number.trim();
    if is_blank(figures) {
        judge.not_applicable(DIGITS);
        judge.holds(BLANK);
        return;
    }
    judge.not_applicable(BLANK);
    let right = figures
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| format!("{:0>2}", figures.trim_start_matches('0')));
    judge.check(DIGITS, right.as_deref() == Some(figures), || {
        let right = right.clone().unwrap_or_else(|| "chữ số Ả Rập".to_owned());
        finding(
            subject,
            paragraph,
            &["so"],
            format!("số in là «{figures}», phải là «{right}»: số dưới 10 có số 0 ở trước, từ 10 thì không"),
        )
    });
    if number.ends_with(char::is_whitespace) {
        judge.broken(
            SIGNS,
            finding(subject, paragraph, &["so"], format!("có dấu cách giữa số «{figures}» và dấu «/»")),
        );
    }
}

/// Nothing, or the dots that a form leaves for the pen.
fn is_blank(figures: &str) -> bool {
    figures.chars().all(|c| matches!(c, '.' | '…' | '_'))
}

/// The hyphens, blanks and strokes of a symbol; whether its groups can be told apart.
fn check_signs(
    subject: &TextSubject<'_>,
    judge: &mut Judge<'_>,
    paragraph: &Paragraph<'_>,
    symbol: &str,
) -> bool {
    const DASHES: [char; 4] = ['–', '—', '−', '―'];
    let keys = ["don_vi_soan", "viet_tat"];
    let broken = if let Some(dash) = symbol.chars().find(|c| DASHES.contains(c)) {
        Some(format!("ký hiệu «{symbol}» dùng dấu gạch dài «{dash}», phải là gạch nối ngắn «-»"))
    } else if symbol.contains(char::is_whitespace) {
        Some(format!(
            "ký hiệu «{symbol}» có dấu cách; các nhóm chữ viết tắt nối nhau bằng «-», không cách chữ"
        ))
    } else if let Some((first, _)) = symbol.split_once('/') {
        let is_year = first.len() == 4 && first.bytes().all(|b| b.is_ascii_digit());
        if is_year {
            let message = format!("số, ký hiệu ghi cả năm «{first}»; chỉ văn bản quy phạm pháp luật ghi năm");
            judge.broken(OF_KIND, finding(subject, paragraph, &keys, message));
            return false;
        }
        Some(format!("ký hiệu «{symbol}» có dấu «/»; dấu «/» chỉ đứng giữa số và ký hiệu"))
    } else if let Some(group) = symbol.split('-').find(|group| group.starts_with(char::is_lowercase)) {
        Some(format!("nhóm chữ «{group}» trong ký hiệu phải viết in hoa"))
    } else if symbol.split('-').any(str::is_empty) {
        Some(format!("ký hiệu «{symbol}» thiếu một nhóm chữ viết tắt"))
    } else {
        None
    };
    let holds = broken.is_none();
    match broken {
        Some(message) => judge.broken(SIGNS, finding(subject, paragraph, &keys, message)),
        None => judge.holds(SIGNS),
    }
    holds
}

fn check_symbol(subject: &TextSubject<'_>, judge: &mut Judge<'_>, paragraph: &Paragraph<'_>, symbol: &str) {
    let kind = subject.norm.kind(subject.kind());
    let office = subject.identity().abbreviation.as_str();
    let Some(name) = kind["ten"].as_str() else { return };
    let Some(of_kind) = kind["viet_tat"].as_str() else {
        judge.not_applicable(MIXED_CASE);
        judge.not_applicable(OF_KIND);
        check_letter(subject, judge, paragraph, symbol);
        return;
    };
    judge.not_applicable(OF_LETTER);
    let (first, rest) = symbol.split_once('-').unwrap_or((symbol, ""));
    let is_mixed = of_kind.contains(char::is_lowercase);
    if is_mixed {
        judge.check(MIXED_CASE, first == of_kind || first.to_uppercase() != of_kind.to_uppercase(), || {
            finding(
                subject,
                paragraph,
                &["loai"],
                format!(
                    "chữ viết tắt của {name} in là «{first}», phải giữ đúng chữ hoa, chữ thường: «{of_kind}»"
                ),
            )
        });
    } else {
        judge.not_applicable(MIXED_CASE);
    }
    let is_known_by_case = is_mixed && first != of_kind && first.to_uppercase() == of_kind.to_uppercase();
    let is_twice = rest.strip_prefix(of_kind).is_some_and(|rest| rest.starts_with('-'));
    if is_twice {
        judge.broken(
            OF_KIND,
            finding(
                subject,
                paragraph,
                &["viet_tat"],
                format!("ký hiệu «{symbol}» ghi hai lần chữ viết tắt «{of_kind}»"),
            )
            .help(format!("«viet_tat» chỉ ghi chữ viết tắt của cơ quan, không ghi «{of_kind}-»")),
        );
        return;
    }
    if !is_known_by_case {
        judge.check(OF_KIND, first == of_kind && !rest.is_empty(), || {
            finding(subject, paragraph, &["viet_tat"], format!("ký hiệu in là «{symbol}», phải là «{of_kind}-{office}»: chữ viết tắt của {name} rồi của cơ quan"))
        });
    }
    // Said once: a symbol without the office's group is broken above.
    if first == of_kind && !rest.is_empty() {
        judge.check(OF_OFFICE, rest == office, || {
            finding(
                subject,
                paragraph,
                &["viet_tat"],
                format!("nhóm cuối của ký hiệu in là «{rest}», «viet_tat» của cơ quan là «{office}»"),
            )
        });
    }
}

/// A công văn: the office, then the unit that drafted it or the field; no «CV».
fn check_letter(subject: &TextSubject<'_>, judge: &mut Judge<'_>, paragraph: &Paragraph<'_>, symbol: &str) {
    let office = subject.identity().abbreviation.as_str();
    let rest = symbol.strip_prefix(office);
    let needs_unit = subject.norm.kind(subject.kind())["can_don_vi_soan"].as_bool().unwrap_or_default();
    let has_unit = rest.is_some_and(|rest| rest.starts_with('-'));
    if symbol.split('-').any(|group| group == "CV") {
        judge.broken(
            OF_LETTER,
            finding(
                subject,
                paragraph,
                &["don_vi_soan", "viet_tat"],
                format!("ký hiệu công văn in là «{symbol}»: công văn không có chữ viết tắt tên loại «CV»"),
            )
            .help("ghi chữ viết tắt của đơn vị soạn thảo hoặc lĩnh vực ở «don_vi_soan», ví dụ: KGVX"),
        );
    } else {
        judge.check(OF_LETTER, has_unit || !needs_unit, || {
            finding(
                subject,
                paragraph,
                &["don_vi_soan", "viet_tat"],
                format!(
                    "ký hiệu công văn in là «{symbol}», phải gồm cơ quan rồi đơn vị soạn thảo: «{office}-…»"
                ),
            )
        });
    }
    judge.check(OF_OFFICE, rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-')), || {
        finding(
            subject,
            paragraph,
            &["viet_tat"],
            format!("ký hiệu in là «{symbol}», phải mở đầu bằng «viet_tat» của cơ quan: «{office}»"),
        )
    });
}

/// At the key whose value is meant; the template itself may also be what was changed.
fn finding(subject: &TextSubject<'_>, paragraph: &Paragraph<'_>, keys: &[&str], message: String) -> Finding {
    let own = keys.iter().any(|key| subject.document().keys.contains_key(*key));
    if own {
        subject.finding_at_key(&rules::REFERENCE_NUMBER, keys, message)
    } else {
        subject.finding_at(&rules::REFERENCE_NUMBER, paragraph, message)
    }
}
