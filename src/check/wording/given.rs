//! LAY006: every word that the clerk wrote is among the composed blocks, and what the head and the foot say is what the
//! files say: a changed form that drops a recipient, prints another number, another date or another signer is told.
//! What is composed but stands on no page is told where the pages are read.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::check::place_of_component;
use crate::diag::{Finding, rules};
use crate::model::document::Signatory;
use crate::model::text::ClerkText;
use crate::vietnamese::date;
use crate::vietnamese::text::beginning;

pub const RULE: TextRule = TextRule { rule: &rules::LOST_TEXT, rows: &[], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    dropped(subject, judge);
    let document = subject.document();
    let identity = subject.identity();
    if let Some(number) = identity.number {
        differs(subject, judge, "so_ky_hieu", &format!("{number:02}/"));
    }
    if let Some(date) = &identity.date {
        differs(subject, judge, "dia_danh_ngay", &date::long(&date.value));
    }
    differs(subject, judge, "ten_loai", subject.norm.kind_name(&identity.kind));
    let marks = &document.marks;
    let marks =
        [("do_khan", &marks.urgency), ("pham_vi", &marks.circulation), ("nguoi_soan", &marks.drafter)];
    for (component, given) in marks {
        let Some(given) = given else { continue };
        if subject.main_of(component).next().is_none() {
            let said = format!("«{given}» không được in: mẫu không có {}", subject.norm.called(component));
            judge.remark(finding(subject, component, said));
        }
        differs(subject, judge, component, given);
    }
    let attached = document.attachments.iter().filter_map(|attachment| attachment.signatory.as_ref());
    let signers: Vec<&Signatory> = document.signatories.iter().chain(attached).collect();
    let lines = signers.iter().flat_map(|signer| &signer.lines).map(String::as_str);
    same(subject, judge, "chuc_vu", lines);
    same(subject, judge, "ho_ten", signers.iter().filter_map(|signer| signer.name.as_deref()));
}

/// Text of the clerk's of which no run was composed.
fn dropped(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let runs = || subject.paragraphs.iter().flat_map(|paragraph| paragraph.runs);
    let composed: BTreeSet<usize> = runs().filter_map(|run| run.source).collect();
    // A text with figures is several runs: told once.
    let mut told: Option<&Arc<ClerkText>> = None;
    for (number, source) in subject.checked.sources().enumerate() {
        if told.is_some_and(|told| Arc::ptr_eq(told, &source.text)) {
            continue;
        }
        let is_given = source.text.text[source.start..].chars().any(char::is_alphanumeric);
        if composed.contains(&number) || !is_given {
            continue;
        }
        told = Some(&source.text);
        let said = format!("chữ «{}» không được in", beginning(source.text.one_line().trim()));
        judge.remark(Finding::new(RULE.rule, source.place_of(0, ""), said).help(RULE.rule.mend));
    }
}

/// A line of the main document that does not hold what the files give.
fn differs(subject: &TextSubject<'_>, judge: &mut Judge<'_>, component: &str, given: &str) {
    for paragraph in subject.main_of(component) {
        if !plain(&paragraph.text).contains(&plain(given)) {
            let said = format!(
                "{} in là «{}», trong tệp là «{given}»",
                subject.norm.called(component),
                paragraph.text.split_whitespace().collect::<Vec<_>>().join(" ")
            );
            judge.remark(finding(subject, component, said));
        }
    }
}

/// Posts and names: each given one is printed, and nothing else is.
fn same<'g>(
    subject: &TextSubject<'_>,
    judge: &mut Judge<'_>,
    component: &str,
    given: impl Iterator<Item = &'g str>,
) {
    let given: Vec<&str> = given.filter(|text| !text.trim().is_empty()).collect();
    let printed = subject.of(component).map(|part| part.text.trim()).filter(|text| !text.is_empty());
    let printed: Vec<&str> = printed.collect();
    let called = subject.norm.called(component);
    let is_among = |text: &str, list: &[&str]| list.iter().any(|other| plain(other) == plain(text));
    let extra = printed.iter().find(|text| !is_among(text, &given));
    let missing = given.iter().find(|text| !is_among(text, &printed));
    let said = match (extra, missing) {
        (Some(extra), Some(missing)) => format!("{called} in là «{extra}», trong tệp là «{missing}»"),
        (Some(extra), None) => format!("{called} in thêm «{extra}», trong tệp không có"),
        (None, Some(missing)) => format!("{called} «{missing}» không được in"),
        (None, None) => return,
    };
    judge.remark(finding(subject, component, said));
}

fn finding(subject: &TextSubject<'_>, component: &str, said: String) -> Finding {
    Finding::new(RULE.rule, place_of_component(subject.checked, component), said).help(RULE.rule.mend)
}

/// In one case and with plain blanks: a form may print in capitals and keep words together.
fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
