//! Tables as they are printed, in the text and in annexes, and the names by which text refers to blocks.

use super::dossier::LoadedDossier;
use super::fields::{self, Fields, unknown_word};
use super::yaml::{Content, Node};
use crate::diag::{Finding, Findings, Located, rules};
use crate::model::body::PrintedTable;
use crate::model::listing;
use crate::model::profile::Profile;
use crate::model::table::Table;
use crate::model::text::ClerkText;
use crate::vietnamese::text::nearest;

const TABLE_KEYS: &[&str] = &["bang", "cua", "cot", "tieu_de", "don_vi_tinh", "ghi_chu"];

/// What the parts of a document may name: the dossier's tables and the profile's kinds.
pub struct Tables<'a> {
    pub loaded: &'a LoadedDossier,
    pub profile: &'a Profile,
    /// Whether the document is one for every row of a table (`moi_dong`).
    pub is_fanned_out: bool,
}

/// `cua: dong`: only the rows of the unit that a document is for.
pub fn own(fields: &Fields<'_>, is_fanned_out: bool, findings: &mut Findings) -> bool {
    let is_own = fields.word("cua", &[("dong", true)], findings).unwrap_or(false);
    if let Some(place) = fields.key_place("cua").filter(|_| is_own && !is_fanned_out) {
        let message = "«cua: dong» chỉ dùng trong văn bản lập cho từng dòng (có «moi_dong»)";
        let finding = Finding::new(&rules::WRONG_SHAPE, place.clone(), message);
        findings.add(finding.help("thêm «moi_dong: <bảng>» vào văn bản, hoặc xóa «cua» để in cả bảng"));
    }
    is_own
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

/// The table that `bang` names with what is printed of it.
pub fn printed(
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
        is_own: own(fields, tables.is_fanned_out, findings),
        columns,
        title: fields.text("tieu_de", findings),
        unit_line: fields.text("don_vi_tinh", findings),
        note: fields.text("ghi_chu", findings),
    })
}

/// What is printed of the list of a fanned-out document.
pub fn list(listed: &ClerkText, fields: &Fields<'_>, findings: &mut Findings) -> PrintedTable<ClerkText> {
    let named = fields.texts("cot", findings);
    let mut columns: Vec<usize> = Vec::new();
    for name in &named {
        match listing::columns().position(|id| id == name.text) {
            Some(at) => columns.push(at),
            None => unknown_word(name, "«cot» của danh sách", listing::columns(), findings),
        }
    }
    if named.is_empty() {
        columns = (0..listing::columns().count()).collect();
    }
    PrintedTable {
        table: listing::id_of(&listed.text),
        is_own: false,
        columns,
        title: None,
        unit_line: fields.text("don_vi_tinh", findings),
        note: fields.text("ghi_chu", findings),
    }
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
