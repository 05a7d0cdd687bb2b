//! TIM004: nothing is issued by, sent to or received at a level of government that has ended.

use super::{OnDay, is_former, is_quoted, short};
use crate::check::passages::Part;
use crate::diag::{Finding, rules};
use crate::model::timeline::LevelRecord;
use crate::vietnamese::tokens::{Token, find, keys, tokens};

/// Bodies that keep the old unit's name though no level of government is meant.
const OTHERS: [&str; 12] = [
    "ngân hàng",
    "công ty",
    "doanh nghiệp",
    "hợp tác xã",
    "trường",
    "bệnh viện",
    "trung tâm",
    "kho bạc",
    "bảo hiểm",
    "tòa án",
    "viện kiểm sát",
    "thi hành án",
];

pub fn check(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    for level in subject.timeline.levels.iter().filter(|level| level.ended <= subject.first) {
        for passage in &subject.passages {
            let role = match passage.part {
                Part::Issuer | Part::Parent => "cơ quan ban hành, cơ quan chủ quản",
                Part::Addressee => "nơi được gửi",
                Part::Recipient => "nơi nhận",
                _ => continue,
            };
            let text = passage.text.as_str();
            let lower = text.to_lowercase();
            if OTHERS.iter().any(|other| lower.contains(other)) {
                continue;
            }
            let words = tokens(text);
            let Some(name) = named(text, &words, level) else { continue };
            let place = passage.place(subject.expanded, name.start, &text[name.clone()]);
            findings.push(
                Finding::new(
                    &rules::LEVEL_ENDED,
                    place,
                    format!(
                        "{role} «{}» trong {}: {} không còn từ ngày {}{}",
                        text.trim(),
                        subject.words(),
                        level.name,
                        short(level.ended),
                        level.trust.aside()
                    ),
                )
                .note(level.trust.note(&level.source))
                .help("ghi các xã, phường, đặc khu; nói về đơn vị trước sắp xếp thì ghi «(cũ)» sau tên"),
            );
        }
    }
}

/// The first word of the level that is not about the past.
fn named(text: &str, words: &[Token], level: &LevelRecord) -> Option<std::ops::Range<usize>> {
    let found = level.words.iter().flat_map(|word| find(text, words, &keys(word)));
    found.filter(|name| !is_former(text, name) && !is_quoted(text, name.start)).min_by_key(|name| name.start)
}
