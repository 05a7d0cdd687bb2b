//! WRD027: «./.» closes the text of the document, of an attached document and of an annex, once each (nd30.md row 70).

use super::{BODY, Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::{Finding, rules};
use crate::model::verdict::Row;

const ROW: Row = Row::Form(70);

pub const RULE: TextRule = TextRule { rule: &rules::END_MARK, rows: &[ROW], check };

/// Text that may end a section beside the body's own.
const CLOSING: &[&str] = &["phu_luc_ghi_chu", "phu_luc_ket_thuc", "bang_ghi_chu"];

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let mark = subject.norm.phrase("ket_thuc");
    judge.not_applicable(ROW);
    let sections = subject.paragraphs.last().map_or(0, |last| last.at + 1);
    for section in 0..sections {
        let body = |paragraph: &&Paragraph<'_>| {
            paragraph.at == section
                && (BODY.contains(&paragraph.component) || CLOSING.contains(&paragraph.component))
        };
        let mut last = None;
        for paragraph in subject.paragraphs.iter().filter(body) {
            if let Some(early) = last.replace(paragraph) {
                surplus(subject, judge, early, &early.text, mark);
            }
        }
        let Some(last) = last else { continue };
        let text = last.text.trim_end();
        match text.strip_suffix(mark) {
            Some(before) => {
                surplus(subject, judge, last, before, mark);
                // «././.»: two marks that share a point.
                if before.ends_with("./") {
                    judge.broken(ROW, doubled(subject, last, before.len() - "./".len()));
                }
            }
            None => judge.broken(ROW, missing(subject, last, mark)),
        }
        judge.holds(ROW);
    }
}

/// A mark that stands before the end.
fn surplus(
    subject: &TextSubject<'_>,
    judge: &mut Judge<'_>,
    paragraph: &Paragraph<'_>,
    text: &str,
    mark: &str,
) {
    for (at, _) in text.match_indices(mark) {
        let message = format!("dấu «{mark}» đứng ở đây, trước chỗ kết thúc");
        let finding = subject.finding(&rules::END_MARK, paragraph, at, mark, message);
        judge.broken(ROW, finding.help(format!("bỏ dấu này: chương trình tự in «{mark}» một lần ở cuối")));
    }
}

fn doubled(subject: &TextSubject<'_>, last: &Paragraph<'_>, at: usize) -> Finding {
    let printed = last.text[at..].trim_end();
    let message = format!("dấu kết thúc in là «{printed}»");
    subject
        .finding(&rules::END_MARK, last, at, printed, message)
        .help("bỏ dấu gõ thêm: chương trình tự in «./.»")
}

fn missing(subject: &TextSubject<'_>, last: &Paragraph<'_>, mark: &str) -> Finding {
    const WORDS: usize = 3;
    let at = last.text.trim_end().rmatch_indices(' ').nth(WORDS - 1).map_or(0, |(blank, _)| blank + 1);
    let end = &last.text[at..];
    let message = format!("phần này kết thúc bằng «… {end}», không có dấu «{mark}»");
    subject.finding(&rules::END_MARK, last, at, end, message).help(rules::END_MARK.mend)
}
