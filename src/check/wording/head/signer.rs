//! WRD014: the signer's name as a name: no degrees, titles, ranks or forms of address, no capitals (nd30.md row 79).
//!
//! Armed forces, schools, hospitals and institutes write as their minister rules: such an office waives the finding.
//! «Ông» and «Bà» are surnames too; they count only before a common surname.

use super::parts::one_line;
use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::norm::Norm;
use crate::model::verdict::Row;

pub const RULE: TextRule = TextRule { rule: &rules::TITLE_BEFORE_NAME, rows: &[ROW], check };

const ROW: Row = Row::Form(79);

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(ROW);
    for paragraph in subject.of("ho_ten") {
        let name = one_line(&paragraph.text);
        if name.is_empty() {
            continue;
        }
        let title = title(&name, subject.norm);
        judge.check(ROW, title.is_none(), || {
            let title = title.clone().unwrap_or_default();
            subject
                .finding_at(&rules::TITLE_BEFORE_NAME, paragraph, format!("trước họ tên người ký có «{title}»: «{name}»"))
                .help(format!("bỏ «{title}», chỉ ghi họ tên; đơn vị được ghi theo quy định của bộ chủ quản thì bỏ qua quy tắc này, nêu lý do"))
        });
        let odd = name.chars().find(|c| !c.is_alphabetic() && !matches!(c, ' ' | '-' | '\'' | '’' | '.'));
        let odd = odd.or_else(|| name.ends_with('.').then_some('.'));
        judge.check(ROW, odd.is_none() || title.is_some(), || {
            let odd = odd.unwrap_or_default();
            subject
                .finding_at(
                    &rules::TITLE_BEFORE_NAME,
                    paragraph,
                    format!("họ tên người ký «{name}» có «{odd}»"),
                )
                .help("chỉ ghi họ tên, không ghi thêm dấu, ghi chú")
        });
        let is_shouted =
            name.contains(' ') && name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        judge.check(ROW, !is_shouted, || {
            subject
                .finding_at(
                    &rules::TITLE_BEFORE_NAME,
                    paragraph,
                    format!("họ tên người ký «{name}» viết in hoa, phải viết thường"),
                )
                .help("chỉ viết hoa chữ cái đầu của mỗi tiếng")
        });
    }
}

/// «TS. Nguyễn Văn A» → «TS.».
fn title(name: &str, norm: &Norm) -> Option<String> {
    let lists = |list: &str, word: &str| {
        norm.texts(&["dau_cuoi", "truoc_ho_ten", list])
            .any(|listed| listed.to_lowercase() == word.to_lowercase())
    };
    let (first, rest) = name.split_once(' ')?;
    let degree = first.split('.').next().unwrap_or_default();
    let letters: String = first.chars().filter(|c| c.is_alphanumeric()).collect();
    // «Cn» might be a name; «CN.» and «CN» are not.
    let looks_short = first.contains('.') || degree.chars().skip(1).any(char::is_uppercase);
    if looks_short && (lists("viet_tat", degree) || lists("viet_tat", &letters)) {
        // «TS.Nguyễn» runs on into the name.
        let end = first.rfind('.').map_or(first.len(), |at| at + 1);
        let is_name = !first[end..].is_empty() && !lists("viet_tat", &first[end..]);
        return Some(if is_name { &first[..end] } else { first }.to_owned());
    }
    let full = norm.texts(&["dau_cuoi", "truoc_ho_ten", "day_du"]);
    let mut full = full.filter(|title| {
        let start = name.get(..title.len()).unwrap_or_default();
        start.to_lowercase() == title.to_lowercase() && name[title.len()..].starts_with([' ', '.'])
    });
    if let Some(title) = full.next() {
        return Some(name[..title.len()].to_owned());
    }
    let surname = rest.split(' ').next().unwrap_or_default();
    (lists("xung_ho", first) && lists("ho_pho_bien", surname)).then(|| first.to_owned())
}
