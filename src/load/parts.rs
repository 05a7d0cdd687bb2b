//! The parts that a document lists: legal bases, printed tables, attached documents, annexes.

use super::body;
use super::dossier::LoadedDossier;
use super::fields::{self, Fields, unknown_word};
use super::form::YES_NO;
use super::head::issue_date;
use super::layers;
use super::yaml::{Content, Node};
use crate::diag::{Finding, Findings, Located, rules};
use crate::model::body::BodyItem;
use crate::model::document::{Annex, AnnexContent, Attachment, Basis, PrintedTable};
use crate::model::profile::{Kind, Profile};
use crate::model::table::Table;
use crate::model::text::ClerkText;
use crate::vietnamese::text::nearest;

const BASIS_KEYS: &[&str] = &["loai", "so", "co_quan", "ngay", "trich_yeu"];
const ANNEX_KEYS: &[&str] =
    &["ten", "tieu_de", "bang", "cot", "don_vi_tinh", "ghi_chu", "noi_dung", "tep_rieng"];
const TABLE_KEYS: &[&str] = &["bang", "cot", "tieu_de", "don_vi_tinh", "ghi_chu"];
/// The form of named documents: only such are issued with another one.
const ATTACHED_FORM: &str = "1.4";
const ATTACHMENT_KEYS: &[&str] = &["loai", "trich_yeu", "mo_dau", "noi_dung", "nguoi_ky"];

/// What the parts of a document may name: the dossier's tables and the profile's kinds.
pub struct Tables<'a> {
    pub loaded: &'a LoadedDossier,
    pub profile: &'a Profile,
}

pub fn basis(node: &Node, findings: &mut Findings) -> Option<Basis<ClerkText>> {
    if !matches!(node.content, Content::Map { .. }) {
        return fields::text(node, "một căn cứ", findings).map(Basis::Text);
    }
    let fields = Fields::of(node, "một căn cứ", BASIS_KEYS, findings)?;
    let kind = fields.required_text("loai", "một căn cứ", findings);
    let subject = fields.required_text("trich_yeu", "một căn cứ", findings);
    let number = fields.text("so", findings).map(|text| fields::plain(&text, "«so»", findings));
    let issuer = fields.text("co_quan", findings).map(|text| fields::plain(&text, "«co_quan»", findings));
    let date = fields.text("ngay", findings).and_then(|text| issue_date(&text, findings));
    let kind = fields::plain(&kind?, "«loai»", findings);
    Some(Basis::Act { kind, number, issuer, date, subject: subject? })
}

pub fn annex(
    node: &Node,
    tables: &Tables<'_>,
    findings: &mut Findings,
) -> Option<Annex<ClerkText, BodyItem>> {
    const WHAT: &str = "một phụ lục";
    let fields = Fields::of(node, WHAT, ANNEX_KEYS, findings)?;
    let title = fields.required_text("tieu_de", WHAT, findings);
    let name = name(&fields, findings);
    let own_file = fields.word("tep_rieng", YES_NO, findings).unwrap_or(false);
    let content = if let Some(body) = fields.get("noi_dung") {
        for key in ["bang", "cot", "don_vi_tinh", "ghi_chu"] {
            if let Some(node) = fields.get(key) {
                findings.add(
                    Finding::new(
                        &rules::WRONG_SHAPE,
                        node.place.clone(),
                        format!("phụ lục có «noi_dung» thì không có «{key}»"),
                    )
                    .also(body.place.clone(), "nội dung ở đây")
                    .help("đưa bảng vào nội dung bằng khối «- bang: …», hoặc tách thành hai phụ lục"),
                );
            }
        }
        AnnexContent::Body(body::items(fields.list("noi_dung"), tables, findings))
    } else {
        if fields.get("bang").is_none() {
            fields.missing("bang", "một phụ lục (không có «noi_dung»)", findings);
        }
        let name = fields.text("bang", findings)?;
        AnnexContent::Table(PrintedTable { title: None, ..printed(name, &fields, tables, findings)? })
    };
    Some(Annex { name, title: title?, content, own_file })
}

/// `- bang: huyen`, or `- bang: { bang: huyen, cot: […], … }`.
pub fn table_block(
    node: &Node,
    tables: &Tables<'_>,
    findings: &mut Findings,
) -> Option<PrintedTable<ClerkText>> {
    let Content::Map { .. } = &node.content else {
        let name = fields::text(node, "«bang»", findings)?;
        let none = Content::Map { entries: Vec::new(), in_braces: false };
        let none = Node { place: node.place.clone(), content: none };
        let fields = Fields::of(&none, "«bang»", TABLE_KEYS, findings)?;
        return printed(name, &fields, tables, findings);
    };
    let fields = Fields::of(node, "«bang»", TABLE_KEYS, findings)?;
    let name = fields.required_text("bang", "«bang»", findings)?;
    printed(name, &fields, tables, findings)
}

fn printed(
    name: ClerkText,
    fields: &Fields<'_>,
    tables: &Tables<'_>,
    findings: &mut Findings,
) -> Option<PrintedTable<ClerkText>> {
    let dossier = &tables.loaded.dossier;
    let Some(table) = dossier.tables.get(&name.text) else {
        // A table that was declared but could not be read has its finding already.
        if !tables.loaded.findings.refuse() {
            unknown_word(&name, "«bang»", dossier.tables.keys().map(String::as_str), findings);
        }
        return None;
    };
    let named = fields.texts("cot", findings);
    let columns: Vec<usize> = if named.is_empty() {
        (0..table.columns.len()).collect()
    } else {
        named.iter().filter_map(|name| printed_column(name, table, findings)).collect()
    };
    Some(PrintedTable {
        table: name.text,
        columns,
        title: fields.text("tieu_de", findings),
        unit_line: fields.text("don_vi_tinh", findings),
        note: fields.text("ghi_chu", findings),
    })
}

fn printed_column(name: &ClerkText, table: &Table, findings: &mut Findings) -> Option<usize> {
    let found = table.column(&name.text);
    if found.is_none() {
        let ids: Vec<&str> = table.columns.iter().map(|column| column.id.as_str()).collect();
        let finding = Finding::new(
            &rules::UNKNOWN_PATH,
            name.place.clone(),
            format!("bảng «{}» không có cột «{}»", table.id, name.text),
        );
        findings.add(match nearest(&name.text, ids.iter().copied()) {
            Some(near) => finding.help(format!("có phải ý là «{near}»?")),
            None => finding.help(format!("các cột: {}", ids.join(", "))),
        });
    }
    found
}

/// A document issued with this one: its kind decides its title, its form is always that of an attachment.
pub fn attachment(
    node: &Node,
    tables: &Tables<'_>,
    findings: &mut Findings,
) -> Option<Attachment<ClerkText, BodyItem>> {
    const WHAT: &str = "một văn bản kèm theo";
    let fields = Fields::of(node, WHAT, ATTACHMENT_KEYS, findings)?;
    let kind = fields.required_text("loai", WHAT, findings);
    // A letter, an invitation or a record has a form of its own and is never issued with another document.
    let can_be_attached = |kind: &&Kind| kind.mau == ATTACHED_FORM;
    let kinds = || tables.profile.kinds.iter().filter(can_be_attached).map(|kind| kind.id.as_str());
    if let Some(kind) = kind.as_ref().filter(|kind| !kinds().any(|id| id == kind.text)) {
        unknown_word(kind, "«loai» của văn bản kèm theo", kinds(), findings);
    }
    let subject = fields.required_text("trich_yeu", WHAT, findings);
    let body = body::items(fields.list("noi_dung"), tables, findings);
    if fields.list("noi_dung").is_empty() {
        fields.missing("noi_dung", WHAT, findings);
    }
    let signatory = fields.get("nguoi_ky").and_then(|node| layers::signatory(node, findings));
    Some(Attachment {
        kind: kind?.text,
        subject: subject?,
        lead_in: fields.text("mo_dau", findings),
        body,
        signatory,
    })
}

/// `ten`: the name by which text refers to a block or an annex.
pub fn name(fields: &Fields<'_>, findings: &mut Findings) -> Option<Located<String>> {
    let text = fields.text("ten", findings)?;
    let can_be_called = text.text.chars().all(|c| c.is_alphanumeric() || c == '_')
        && text.text.chars().next().is_some_and(char::is_alphabetic);
    if !can_be_called {
        findings.add(
            Finding::new(
                &rules::WRONG_SHAPE,
                text.place.clone(),
                format!("tên «{}» không gọi được trong văn bản", text.text),
            )
            .help("tên chỉ gồm chữ, số và dấu gạch dưới, bắt đầu bằng chữ, ví dụ: ten: chi_tieu"),
        );
    }
    Some(Located { value: text.text, place: text.place })
}
