//! `bo_qua`: the findings that a clerk lets stand, each with a code and a reason.
//!
//! Only what is said about form, wording and figures may be waived: input that cannot be read leaves nothing to print.

use super::fields::{Fields, unknown_word};
use super::yaml::Node;
use crate::diag::{Finding, Findings, Place, Waiver, rules};
use crate::model::document::Dossier;
use crate::model::table::Table;
use crate::model::text::ClerkText;

pub const KEY: &str = "bo_qua";
const KEYS: &[&str] = &["ma", "ly_do", "chu", "bang", "don_vi", "cot"];

/// The waivers of one file, against the tables of its dossier.
pub fn waivers(fields: &Fields<'_>, dossier: &Dossier, findings: &mut Findings) -> Vec<Waiver> {
    fields.list(KEY).iter().filter_map(|node| waiver(node, dossier, findings)).collect()
}

fn waiver(node: &Node, dossier: &Dossier, findings: &mut Findings) -> Option<Waiver> {
    const WHAT: &str = "một mục của «bo_qua»";
    let fields = Fields::of(node, WHAT, KEYS, findings)?;
    let code = fields.required_text("ma", WHAT, findings);
    let reason = fields.required_text("ly_do", WHAT, findings);
    let rule = code.as_ref().and_then(|code| rule(code, findings));
    let reason = reason.and_then(|reason| said(&reason, findings));
    let area = area(&fields, dossier, findings);
    if let Some(words) = fields.text("chu", findings).filter(|words| words.text.trim().is_empty()) {
        let message = "«chu» để trống thì bỏ qua mọi chỗ";
        let finding = Finding::new(&rules::MISSING_KEY, words.place.clone(), message);
        findings.add(finding.help("ghi vài chữ ở chỗ được bỏ qua, hoặc xóa «chu» để bỏ qua mọi chỗ"));
    }
    let mut text = |key| fields.text(key, findings).map(|text| text.one_line());
    Some(Waiver {
        code: rule?,
        reason: reason?,
        words: text("chu"),
        table: text("bang"),
        unit: text("don_vi"),
        column: text("cot"),
        area,
        place: code?.place,
    })
}

/// The code as the table of rules writes it, if a waiver may name it.
fn rule(code: &ClerkText, findings: &mut Findings) -> Option<String> {
    let Some(rule) = rules::find(&code.text) else {
        unknown_word(code, "«ma»", rules::all().into_iter().map(|rule| rule.code), findings);
        return None;
    };
    if !rule.can_be_waived() {
        let families = rules::WAIVABLE.join(", ");
        findings.add(
            Finding::new(
                &rules::UNKNOWN_WORD,
                code.place.clone(),
                format!("mã «{}» không bỏ qua được; chỉ bỏ qua được các mã {families} (trừ ALC001, EQN002)", rule.code),
            )
            .note("điều không đọc được, không tính được hoặc không in được thì không có gì để in, nên không thể bỏ qua")
            .help(format!("xóa mục này và sửa chỗ sai: {}", rule.mend)),
        );
        return None;
    }
    Some(rule.code.to_owned())
}

/// A reason holds a word: dots and dashes say nothing.
fn said(reason: &ClerkText, findings: &mut Findings) -> Option<String> {
    if !reason.text.chars().any(char::is_alphanumeric) {
        findings.add(
            Finding::new(
                &rules::MISSING_KEY,
                reason.place.clone(),
                format!("«ly_do» không nói gì: «{}»", reason.text),
            )
            .help("ghi vì sao điều này được giữ nguyên, ví dụ: số liệu đã công bố trong Kế hoạch số 147/KH-UBND"),
        );
        return None;
    }
    Some(reason.one_line())
}

/// Where the findings stand that `bang` and `cot` let pass; names that do not exist are reported.
fn area(fields: &Fields<'_>, dossier: &Dossier, findings: &mut Findings) -> Option<Vec<Place>> {
    let (table, column) = (fields.text("bang", findings), fields.text("cot", findings));
    if table.is_none() && column.is_none() {
        return None;
    }
    let mut tables: Vec<&Table> = dossier.tables.values().map(AsRef::as_ref).collect();
    if let Some(name) = &table {
        if !dossier.declared_tables.contains(&name.text) {
            unknown_word(name, "«bang»", dossier.declared_tables.iter().map(String::as_str), findings);
        }
        tables.retain(|table| table.id == name.text);
    }
    let Some(column) = column else {
        let own = tables
            .into_iter()
            .flat_map(|table| places(table, 0..table.columns.len()).into_iter().chain(table.numbering()));
        return Some(own.collect());
    };
    let known = tables.iter().flat_map(|table| &table.columns).map(|column| column.id.as_str());
    // A table that could not be read has a finding of its own.
    if !tables.is_empty() && !known.clone().any(|id| id == column.text) {
        unknown_word(&column, "«cot»", known, findings);
    }
    let places = tables.iter().filter_map(|table| Some(places(table, [table.column(&column.text)?])));
    Some(places.flatten().collect())
}

/// The cells of some columns; a computed column has none, so its findings stand where it is declared.
fn places(table: &Table, columns: impl IntoIterator<Item = usize>) -> Vec<Place> {
    let own = columns.into_iter().flat_map(|at| {
        let column = &table.columns[at];
        let formula = column.formula.as_ref().map(|formula| formula.place.clone());
        let allocation = column.allocation.as_ref().map(|allocation| allocation.place.clone());
        [table.column_range(at), formula, allocation, Some(column.place.clone())]
    });
    own.flatten().collect()
}
