//! TIM003: a body that has ended does not issue, propose, receive or do anything.
//!
//! It may still be named: as the issuer of an act that is cited, in a sentence about the past, in a quotation, or with
//! «(cũ)» behind its name.

use std::ops::Range;

use super::{OnDay, is_former, is_quoted, short, years};
use crate::check::cited;
use crate::check::passages::{Part, Passage};
use crate::diag::{Finding, rules};
use crate::model::timeline::BodyRecord;
use crate::vietnamese::tokens::{find, keys, tokens};

/// What speaks of the past.
const PAST: [&str; 12] = [
    "trước đây",
    "về trước",
    "trước khi",
    "sáp nhập",
    "hợp nhất",
    "tiếp nhận",
    "nguyên là",
    "kết thúc hoạt động",
    "giải thể",
    "tổ chức lại",
    "chuyển từ",
    "bàn giao từ",
];
const ALSO_SHOWN: usize = 4;

pub fn check(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    let ended: Vec<&BodyRecord> =
        subject.timeline.bodies.iter().filter(|body| body.ended <= subject.first).collect();
    if ended.is_empty() {
        return;
    }
    let read: Vec<_> = subject.passages.iter().map(|passage| tokens(&passage.text)).collect();
    for body in ended {
        let names: Vec<Vec<String>> = body.names.iter().map(|name| keys(name)).collect();
        let mut acting = Vec::new();
        for (passage, words) in subject.passages.iter().zip(&read) {
            let found = names.iter().flat_map(|name| find(&passage.text, words, name));
            acting.extend(found.filter(|name| acts(passage, name, body)).map(|name| (passage, name)));
        }
        findings.extend(finding(subject, body, &acting));
    }
}

fn finding(
    subject: &OnDay<'_>,
    body: &BodyRecord,
    acting: &[(&Passage<'_>, Range<usize>)],
) -> Option<Finding> {
    let place = |(passage, name): &(&Passage<'_>, Range<usize>)| {
        passage.place(subject.expanded, name.start, &passage.text[name.clone()])
    };
    let (first, others) = acting.split_first()?;
    let role = match first.0.part {
        Part::Issuer => "đứng tên ban hành",
        Part::Parent => "đứng tên cơ quan chủ quản",
        Part::Addressee => "được gửi tới",
        Part::Recipient => "là nơi nhận",
        Part::Basis => "là cơ quan đề nghị",
        Part::Title | Part::Body | Part::Subject => "được giao việc hoặc nhắc tên",
    };
    let name = first.0.text[first.1.clone()].to_owned();
    let mut finding = Finding::new(
        &rules::BODY_ENDED,
        place(first),
        format!(
            "«{name}» {role} trong {}, nhưng không còn từ ngày {}{}",
            subject.words(),
            short(body.ended),
            body.trust.aside()
        ),
    );
    for other in others.iter().take(ALSO_SHOWN) {
        finding = finding.also(place(other), "cũng ở đây");
    }
    if others.len() > ALSO_SHOWN {
        finding = finding.note(format!("còn {} chỗ nữa trong văn bản này", others.len() - ALSO_SHOWN));
    }
    let finding = finding.note(body.trust.note(&body.source));
    Some(match &body.replaced_by {
        Some(new) => {
            finding.help(format!("ghi cơ quan tiếp nhận: {new}; nói về trước đó thì ghi «(cũ)» sau tên"))
        }
        None => finding.help("ghi cơ quan tiếp nhận nhiệm vụ; nói về trước đó thì ghi «(cũ)» sau tên"),
    })
}

/// Whether the body is named as one that does something.
fn acts(passage: &Passage<'_>, name: &Range<usize>, body: &BodyRecord) -> bool {
    let text = passage.text.as_str();
    if is_former(text, name) || is_quoted(text, name.start) {
        return false;
    }
    if matches!(passage.part, Part::Issuer | Part::Parent | Part::Addressee | Part::Recipient) {
        return true;
    }
    let (start, end) = sentence(text, name.start);
    let spoken = text[start..end].to_lowercase();
    if PAST.iter().any(|word| spoken.contains(word)) || is_issuer_of_act(&text[start..name.start]) {
        return false;
    }
    // «Năm 2024, Sở … đã …»: the sentence is about years that it saw.
    let (single, periods) = years(&text[start..end]);
    let latest = single.into_iter().chain(periods.into_iter().map(|(_, last)| last)).max();
    passage.part == Part::Basis || latest.is_none_or(|year| year >= body.ended.year())
}

/// «Thông tư số 07/2021/TT-BLĐTBXH … của Bộ trưởng Bộ …»: the name belongs to the act.
fn is_issuer_of_act(before: &str) -> bool {
    const POSTS: [&str; 4] = ["Bộ trưởng", "Giám đốc", "Trưởng phòng", "Chủ tịch"];
    const ACTS: [&str; 12] = [
        "Thông tư",
        "Quyết định",
        "Công văn",
        "Hướng dẫn",
        "Kế hoạch",
        "Báo cáo",
        "Văn bản",
        "văn bản",
        "Thông báo",
        "Tờ trình",
        "Chỉ thị",
        "thông tư",
    ];
    let before = before.trim_end();
    let bare = POSTS.iter().find_map(|post| before.strip_suffix(post)).unwrap_or(before).trim_end();
    let Some(rest) = cited::ends_with(bare, "của").map(|of| &bare[..bare.len() - of.len()]) else {
        return false;
    };
    let act = ACTS.iter().filter_map(|act| rest.rfind(act)).max();
    let proposes = rest.rfind("đề nghị");
    act.is_some_and(|act| proposes.is_none_or(|proposes| proposes < act))
}

/// The sentence around byte `at`.
fn sentence(text: &str, at: usize) -> (usize, usize) {
    let start = text[..at].rfind(". ").map_or(0, |point| point + 2);
    let end = text[at..].find(". ").map_or(text.len(), |point| at + point);
    (start, end)
}
