//! WRD013: the lines above a signature: TM., Q., KT., TL., TUQ. and the post (nd30.md rows 73-78).
//!
//! What a post is called is open, so posts and bodies are told apart by lists of how they begin, and a line that none of
//! them knows is never wrong. Whether a post is the signer's official one (row 78) cannot be seen: only that there is one.

use super::parts::one_line;
use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::{Finding, rules};
use crate::model::norm::Norm;
use crate::model::verdict::Row;
use crate::vietnamese::text::fold;

pub const RULE: TextRule = TextRule {
    rule: &rules::SIGNING_AUTHORITY,
    rows: &[Row::Form(73), Row::Form(74), DEPUTY, Row::Form(76), STACK, POST],
    check,
};

const DEPUTY: Row = Row::Form(75);
const STACK: Row = Row::Form(77);
const POST: Row = Row::Form(78);

/// One line above a signature, in capitals as printed.
struct Line<'s, 'a> {
    paragraph: &'s Paragraph<'a>,
    text: String,
    /// «KT» and the row that speaks of it.
    prefix: Option<(&'s str, Row)>,
    /// What stands after the prefix.
    rest: String,
    /// Spelled «KT. » as the decree does.
    is_well_spelled: bool,
}

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    for row in RULE.rows {
        judge.not_applicable(*row);
    }
    let has_two_sides = subject.document().signatories.len() > 1;
    for signature in subject.signatures() {
        let lines: Vec<Line<'_, '_>> =
            signature.iter().map(|paragraph| line(paragraph, subject.norm)).collect();
        // What is wrong with a line is not said again of the one under it.
        let mut is_told = false;
        for (at, line) in lines.iter().enumerate() {
            let was_told = std::mem::take(&mut is_told);
            let Some((prefix, row)) = line.prefix else {
                if at == 0 && lines.len() > 1 && !has_two_sides && begins(&line.text, subject.norm, "can_tm")
                {
                    let message = format!("«{}» là tên tập thể, trước đó phải có «TM.»", line.text);
                    let help = format!("ghi «TM. {}» ở «nguoi_ky»", line.text);
                    judge.broken(Row::Form(73), finding(subject, line, message).help(help));
                }
                // Whom a head may empower (TUQ.) is not in the post's name.
                // Under a line without a prefix («CHỦ TỌA», «TRƯỞNG BAN») stands the post that the signer holds elsewhere.
                let is_alone =
                    lines[..at].iter().all(|above| above.prefix.is_some_and(|(prefix, _)| prefix == "TM"));
                if is_alone && !was_told && !has_two_sides && begins(&line.text, subject.norm, "cap_pho") {
                    let finding = finding(
                        subject,
                        line,
                        format!("cấp phó ký «{}» mà không có dòng «KT.» ở trên", line.text),
                    );
                    judge.broken(DEPUTY, finding.help("thêm dòng «KT.» với chức vụ người đứng đầu vào trước dòng này ở «nguoi_ky», ví dụ [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]"));
                }
                continue;
            };
            if !line.is_well_spelled {
                let finding = finding(
                    subject,
                    line,
                    format!("quyền hạn ký in là «{}», phải là «{prefix}. {}»", line.text, line.rest),
                );
                judge.broken(row, finding);
                continue;
            }
            match wrong_after(subject, prefix, line, lines.get(at + 1)) {
                Some(finding) => {
                    judge.broken(row, finding);
                    is_told = true;
                }
                None => judge.holds(row),
            }
        }
        check_stack(subject, judge, &lines);
        check_post(subject, judge, &lines);
    }
}

/// What is wrong with what a prefix stands before, or with the line under it.
fn wrong_after(
    subject: &TextSubject<'_>,
    prefix: &str,
    line: &Line<'_, '_>,
    next: Option<&Line<'_, '_>>,
) -> Option<Finding> {
    let norm = subject.norm;
    let (text, rest) = (&line.text, &line.rest);
    let is_body = begins(rest, norm, "tap_the");
    let is_deputy = begins(rest, norm, "cap_pho");
    if prefix == "TM" {
        let is_post = (is_deputy || begins(rest, norm, "dung_dau")) && !rest.starts_with("CHỦ TỊCH ĐOÀN");
        if is_post {
            return Some(
                finding(
                    subject,
                    line,
                    format!("«{text}»: «TM.» đứng trước tên tập thể, không đứng trước chức vụ"),
                )
                .help("ghi tên tập thể sau «TM.», ví dụ TM. ỦY BAN NHÂN DÂN, chức vụ ghi ở dòng dưới"),
            );
        }
        return of_another_body(subject, line);
    }
    let next_is_deputy = next.is_some_and(|next| begins(&next.text, norm, "cap_pho"));
    let next_is_head = next.is_some_and(|next| next.prefix.is_none() && begins(&next.text, norm, "dung_dau"));
    let message = match prefix {
        "Q" if is_deputy || is_body => format!("«{text}»: «Q.» đứng trước chức vụ người đứng đầu"),
        "Q" => return None,
        _ if is_deputy || is_body => format!("«{text}»: «{prefix}.» đứng trước chức vụ người đứng đầu"),
        _ if next.is_none() => format!("dưới «{text}» thiếu dòng chức vụ của người ký"),
        "KT" if next_is_head => format!(
            "dưới «{text}» phải là chức vụ cấp phó, ở đây là «{}»",
            next.map_or("", |next| &next.text)
        ),
        "TL" if next_is_deputy => format!(
            "dưới «{text}» là cấp phó «{}»; người ký thừa lệnh là người đứng đầu đơn vị",
            next.map_or("", |next| &next.text)
        ),
        _ => return None,
    };
    Some(finding(subject, line, message))
}

/// «TM. ỦY BAN NHÂN DÂN» under a document of another body, taken over from the files that documents share.
fn of_another_body(subject: &TextSubject<'_>, line: &Line<'_, '_>) -> Option<Finding> {
    if subject.document().signatories.len() > 1 {
        return None;
    }
    let issuer = fold(&subject.issuer());
    let rest = fold(&line.rest);
    let abbreviations = subject.norm.at(&["dau_cuoi", "viet_tat"]).as_object()?;
    let mut bodies =
        subject.norm.texts(&["dau_cuoi", "chinh_quyen"]).filter(|body| !abbreviations.contains_key(*body));
    let body = bodies.find(|body| rest.starts_with(&fold(body)))?;
    // An abbreviated issuer is another rule's finding.
    let is_short = abbreviations.iter().any(|(short, full)| full == body && issuer.contains(&fold(short)));
    (!is_short && !issuer.contains(&fold(body))).then(|| {
        finding(
            subject,
            line,
            format!("người ký ký «{}» mà cơ quan ban hành là «{}»", line.text, subject.issuer()),
        )
        .help("ghi «nguoi_ky» riêng cho văn bản này")
    })
}

/// TM. first, nothing twice, KT. never above TL. or TUQ.
fn check_stack(subject: &TextSubject<'_>, judge: &mut Judge<'_>, lines: &[Line<'_, '_>]) {
    let prefixes: Vec<(usize, &str)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, line.prefix?.0))).collect();
    let wrong = prefixes.iter().enumerate().find_map(|(nth, (at, prefix))| {
        let before = &prefixes[..nth];
        let follows = |other: &str| before.iter().any(|(_, before)| *before == other);
        match *prefix {
            prefix if follows(prefix) => Some((*at, format!("«{prefix}.» ghi hai lần trong một chữ ký"))),
            "TM" if *at > 0 => Some((*at, "dòng «TM.» phải đứng trên cùng".to_owned())),
            "TL" | "TUQ" if follows("KT") => {
                Some((*at, format!("dòng «{prefix}.» phải đứng trên dòng «KT.»")))
            }
            _ => None,
        }
    });
    match wrong {
        Some((at, message)) => judge.broken(STACK, finding(subject, &lines[at], message)),
        None if prefixes.len() > 1 => judge.holds(STACK),
        None => {}
    }
}

/// A post under a body's name, and not in letters of its own.
fn check_post(subject: &TextSubject<'_>, judge: &mut Judge<'_>, lines: &[Line<'_, '_>]) {
    let Some(last) = lines.last() else { return };
    let only_body = last.prefix.is_some_and(|(prefix, _)| prefix == "TM");
    judge.check(POST, !only_body, || {
        finding(subject, last, format!("dưới «{}» thiếu dòng chức vụ của người ký", last.text))
    });
    let Some(short) = subject.norm.at(&["dau_cuoi", "chuc_vu_viet_tat"]).as_object() else { return };
    for line in lines {
        let mut words = line.rest.split_whitespace();
        if let Some((word, full)) = words.find_map(|word| Some((word, short.get(word)?.as_str()?))) {
            let message = format!("chức vụ «{}» viết tắt «{word}»", line.text);
            judge.broken(POST, finding(subject, line, message).help(format!("ghi đủ «{full}» ở «nguoi_ky»")));
        }
    }
}

/// Reads a line: «KT. CHỦ TỊCH», and the faults «KT CHỦ TỊCH», «K/T CHỦ TỊCH», «KÝ THAY CHỦ TỊCH».
fn line<'s, 'a>(paragraph: &'s Paragraph<'a>, norm: &'s Norm) -> Line<'s, 'a> {
    let text = one_line(&paragraph.text).to_uppercase();
    let known = norm.at(&["dau_cuoi", "quyen_han"]).as_array().into_iter().flatten();
    for entry in known {
        let Some((short, full)) = entry["viet_tat"].as_str().zip(entry["day_du"].as_str()) else { continue };
        let Some(row) = entry["dong_bang"].as_u64().and_then(|row| u16::try_from(row).ok()) else { continue };
        let prefix = Some((short, Row::Form(row)));
        let letters: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
        if letters == short {
            let after = &text[short.len()..];
            let rest = after.trim_start_matches(['.', ' ', ':', '/', '-']).to_owned();
            let is_well_spelled = after == format!(". {rest}") && !rest.is_empty();
            return Line { paragraph, text, prefix, rest, is_well_spelled };
        }
        let (first, others) = text.split_once(' ').unwrap_or((&text, ""));
        let is_stroked = first.contains(['/', '.']) && first.replace(['/', '.'], "") == short;
        let spelled_out = text.strip_prefix(full).and_then(|rest| rest.strip_prefix(' '));
        if let Some(rest) = spelled_out.or_else(|| is_stroked.then_some(others)) {
            let rest = rest.to_owned();
            return Line { paragraph, text, prefix, rest, is_well_spelled: false };
        }
    }
    let rest = text.clone();
    Line { paragraph, text, prefix: None, rest, is_well_spelled: true }
}

/// Whether some words begin as one of a list does.
fn begins(text: &str, norm: &Norm, list: &str) -> bool {
    norm.texts(&["dau_cuoi", list])
        .any(|word| text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

fn finding(subject: &TextSubject<'_>, line: &Line<'_, '_>, message: String) -> Finding {
    subject.finding_at(&rules::SIGNING_AUTHORITY, line.paragraph, message)
}
