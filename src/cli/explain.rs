//! `duthao explain`: what a rule is about, why, where it comes from, how to mend what it finds, whether it can be waived.

use serde_json::{Value, json};

use super::args::{Explain, Format};
use super::report::columns;
use super::{FAILED, terminal};
use crate::check;
use crate::diag::{Rule, rules};
use crate::fault::Fault;
use crate::vietnamese::text::nearest;

/// What is printed as JSON when the arguments are wrong.
pub const NOTHING: &str = "{\"rules\":[]}";

/// The widest line for people.
const WIDTH: usize = 100;

/// Explains the codes that were asked for; without any, lists them all.
pub fn explain(arguments: &Explain) -> Result<u8, Fault> {
    let found: Vec<(&str, Option<&Rule>)> =
        arguments.codes.iter().map(|code| (code.as_str(), rules::find(code))).collect();
    let known: Vec<&Rule> = found.iter().filter_map(|(_, rule)| *rule).collect();
    let lists_all = arguments.codes.is_empty();
    match arguments.format {
        Format::Json => {
            let told = if lists_all { rules::all() } else { known };
            let object = json!({ "rules": told.into_iter().map(object).collect::<Vec<_>>() });
            terminal::data(serde_json::to_string_pretty(&object).as_deref().unwrap_or(NOTHING));
        }
        Format::Human if lists_all => terminal::data(&list()),
        Format::Human => {
            let texts: Vec<String> = known.into_iter().map(text).collect();
            if !texts.is_empty() {
                terminal::data(&texts.join("\n"));
            }
        }
    }
    let unknown: Vec<String> =
        found.iter().filter(|(_, rule)| rule.is_none()).map(|(code, _)| not_known(code)).collect();
    for message in &unknown {
        terminal::error_line(message);
    }
    Ok(if unknown.is_empty() { 0 } else { FAILED })
}

fn object(rule: &Rule) -> Value {
    json!({
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "what": rule.what,
        "why": rule.why,
        "basis": rule.basis,
        "mend": rule.mend,
        "rows": rows(rule).into_iter().map(|(row, _)| row).collect::<Vec<_>>(),
        "waivable": rule.can_be_waived(),
        "waiver": rule.can_be_waived().then(|| rule.waiver()),
    })
}

/// The rows of the decree that the rule decides, with their names.
fn rows(rule: &Rule) -> Vec<(String, &'static str)> {
    let own = check::rules_of_rows().into_iter().filter(|(_, other)| other.code == rule.code);
    own.map(|(row, _)| (row.to_string(), check::row_name(row))).collect()
}

fn text(rule: &Rule) -> String {
    let weight = match rule.severity {
        crate::diag::Severity::Error => "lỗi: văn bản bị từ chối",
        crate::diag::Severity::Warning => "cảnh báo: văn bản vẫn được dựng, trừ khi dùng --strict",
    };
    let mut text = format!("{} ({})\n", rule.code, rule.name);
    paragraph(&mut text, "Sai ở đâu", rule.what);
    paragraph(&mut text, "Mức", weight);
    paragraph(&mut text, "Vì sao", rule.why);
    paragraph(&mut text, "Căn cứ", rule.basis);
    paragraph(&mut text, "Cách sửa", rule.mend);
    let rows: Vec<String> = rows(rule).into_iter().map(|(row, name)| format!("{row} {name}")).collect();
    if !rows.is_empty() {
        paragraph(&mut text, "Dòng", &rows.join("; "));
    }
    if rule.can_be_waived() {
        paragraph(
            &mut text,
            "Bỏ qua",
            "được, khi có lý do; ghi vào tệp văn bản, hoặc ho-so.yaml cho mọi văn bản:",
        );
        text.push_str(&format!("{}{}\n", " ".repeat(INDENT), rule.waiver()));
    } else {
        let families = rules::WAIVABLE.join(", ");
        paragraph(
            &mut text,
            "Bỏ qua",
            &format!("không được; chỉ bỏ qua được các mã {families} (trừ ALC001, EQN002)"),
        );
    }
    text
}

/// Where the words begin that stand beside a heading.
const INDENT: usize = 13;

/// A heading with its words beside it, broken into lines.
fn paragraph(text: &mut String, heading: &str, words: &str) {
    let mut line = format!("  {heading}");
    line.push_str(&" ".repeat((INDENT - 1).saturating_sub(line.chars().count())));
    for word in words.split(' ') {
        if line.chars().count() + 1 + word.chars().count() > WIDTH {
            text.push_str(line.trim_end());
            text.push('\n');
            line = " ".repeat(INDENT - 1);
        }
        line.push(' ');
        line.push_str(word);
    }
    text.push_str(line.trim_end());
    text.push('\n');
}

/// Every code, family by family.
fn list() -> String {
    let mut text = String::new();
    for (family, name) in rules::FAMILIES {
        let own = rules::all().into_iter().filter(|rule| rule.family() == family);
        let lines: Vec<[String; 3]> = own
            .map(|rule| [format!("  {}", rule.code), rule.severity.words().to_owned(), rule.what.to_owned()])
            .collect();
        if !lines.is_empty() {
            text.push_str(&format!("{family}: {name}\n{}\n", columns(&lines)));
        }
    }
    text.push_str("Xem từng mã: duthao explain MÃ");
    text
}

/// What to say of a code that does not exist: the nearest one, and the others of its family.
fn not_known(code: &str) -> String {
    const MOST: usize = 4;
    let wanted = code.trim().to_uppercase();
    let all = rules::all();
    let mut near: Vec<&str> = nearest(&wanted, all.iter().map(|rule| rule.code)).into_iter().collect();
    for rule in all.iter().filter(|rule| wanted.starts_with(rule.family())) {
        if near.len() < MOST && !near.contains(&rule.code) {
            near.push(rule.code);
        }
    }
    if near.is_empty() {
        return format!("không có mã «{code}»; xem mọi mã: duthao explain");
    }
    format!("không có mã «{code}»; gần nhất: {}; xem mọi mã: duthao explain", near.join(", "))
}
