//! WRD012: «Lưu: VT, …» at the end, and the drafter's mark under it (nd30.md rows 92, 93).

use super::parts::one_line;
use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

pub const RULE: TextRule = TextRule { rule: &rules::ARCHIVE_LINE, rows: &[ARCHIVE, DRAFTER], check };

const ARCHIVE: Row = Row::Form(92);
const DRAFTER: Row = Row::Form(93);

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(ARCHIVE);
    judge.not_applicable(DRAFTER);
    check_archive(subject, judge);
    for paragraph in subject.main_of("nguoi_soan") {
        let text = one_line(&paragraph.text);
        judge.check(DRAFTER, is_mark(&text), || {
            subject
                .finding_at_key(
                    &rules::ARCHIVE_LINE,
                    &["nguoi_soan", "so_ban"],
                    format!("ký hiệu người soạn thảo in là «{}»", text.to_uppercase()),
                )
                .help("«nguoi_soan» chỉ ghi ký hiệu, ví dụ PL; «so_ban» ghi số lượng bản, ví dụ 300")
        });
    }
}

fn check_archive(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let word = subject.norm.at(&["dau_cuoi", "luu"]).as_str().unwrap_or_default();
    let items: Vec<(&Paragraph<'_>, String)> =
        subject.main_of("noi_nhan_muc").map(|paragraph| (paragraph, one_line(&paragraph.text))).collect();
    let Some((last, text)) = items.last() else { return };
    let is_archive =
        |text: &str| text.split([' ', ':']).next().is_some_and(|first| first.to_lowercase() == "lưu");
    if !is_archive(text) {
        let elsewhere = items.iter().find(|(_, text)| is_archive(text));
        let (at, message, help) = match elsewhere {
            Some((paragraph, text)) => (
                *paragraph,
                format!("dòng «{}» phải đứng cuối nơi nhận", text.trim_end_matches(';')),
                "chuyển dòng này xuống cuối «noi_nhan»".to_owned(),
            ),
            None => (
                *last,
                format!("nơi nhận thiếu dòng cuối «{word}, …»"),
                format!(
                    "thêm vào cuối «noi_nhan» dòng «- \"{word}, …\"» với chữ viết tắt của đơn vị soạn thảo"
                ),
            ),
        };
        judge.broken(ARCHIVE, subject.finding_at(&rules::ARCHIVE_LINE, at, message).help(help));
        return;
    }
    let rest = text.strip_prefix(word);
    let is_right = rest.is_some_and(|rest| {
        rest == "." || rest.starts_with(", ") && rest.ends_with('.') && rest.len() > ", .".len()
    });
    judge.check(ARCHIVE, is_right, || {
        subject.finding_at(&rules::ARCHIVE_LINE, last, format!("dòng lưu in là «{text}», phải có dạng «{word}, ….»: dấu hai chấm sau «Lưu», dấu phẩy sau «VT»"))
    });
}

/// «PL», «PL.(300)»; a name in several words is no mark.
fn is_mark(text: &str) -> bool {
    let (name, copies) = text.split_once('(').map_or((text, None), |(name, rest)| (name, Some(rest)));
    let copies_hold = copies.is_none_or(|copies| {
        copies.strip_suffix(')').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    });
    let words = name.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    copies_hold && words.count() < 2
}
