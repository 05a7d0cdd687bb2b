//! `moi_dong`: one document for every row of a table, as declared.

use super::fields::{self, Fields, shape, unknown_word};
use super::printed::Tables;
use super::yaml::{Content, Node};
use crate::diag::{Finding, Findings, rules};
use crate::model::fan_out::{FanOut, Late, Per};
use crate::model::table::{ColumnKind, Table};
use crate::model::text::ClerkText;

pub const KEY: &str = "moi_dong";
const KEYS: &[&str] = &["bang", "theo", "nhom", "loai", "so", "ngay"];
const PER: &[(&str, Per)] = &[("don_vi", Per::Unit), ("nhom", Per::Group)];
const EXAMPLE: &str = "ví dụ: moi_dong: huyen, hoặc moi_dong: { bang: xa, theo: nhom }";

/// What a document says under `moi_dong`; `None` where it says nothing or nothing that can be understood.
pub fn fan_out(own: &Fields<'_>, tables: &Tables<'_>, findings: &mut Findings) -> Option<FanOut> {
    let node = own.get(KEY)?;
    match &node.content {
        Content::Scalar(name) => {
            let table = self::table(name, tables, findings)?;
            let per = Per::Unit;
            let fan_out = FanOut {
                table: name.clone(),
                per,
                group: None,
                kinds: Vec::new(),
                number: None,
                date: None,
                place: node.place.clone(),
                late: Vec::new(),
            };
            has_rows(&fan_out, table, findings).then_some(fan_out)
        }
        Content::Map { .. } => of_map(node, own, tables, findings),
        _ => {
            let message = format!("«{KEY}» cần tên một bảng, ở đây là {}", shape(node));
            findings.add(Finding::new(&rules::WRONG_SHAPE, node.place.clone(), message).help(EXAMPLE));
            None
        }
    }
}

fn of_map(node: &Node, own: &Fields<'_>, tables: &Tables<'_>, findings: &mut Findings) -> Option<FanOut> {
    let fields = Fields::of(node, "«moi_dong»", KEYS, findings)?;
    let name = fields.required_text("bang", "«moi_dong»", findings)?;
    let table = self::table(&name, tables, findings)?;
    let per = fields.word("theo", PER, findings).unwrap_or(Per::Unit);
    let number = column(&fields, "so", table, findings);
    if let Some(at) = number.filter(|at| table.columns[*at].kind != ColumnKind::Count) {
        let message = format!("«so» cần một cột số đếm; cột «{}» không phải", table.columns[at].id);
        let place = fields.get("so").map_or(&node.place, |node| &node.place);
        let finding = Finding::new(&rules::WRONG_SHAPE, place.clone(), message);
        findings.add(finding.help("khai báo cột này với «kieu: so_luong»; ô để trống thì số để trống"));
    }
    let date = column(&fields, "ngay", table, findings);
    if let Some(at) = date.filter(|at| table.columns[*at].kind != ColumnKind::Date) {
        let message = format!("«ngay» cần một cột ngày; cột «{}» không phải", table.columns[at].id);
        let place = fields.get("ngay").map_or(&node.place, |node| &node.place);
        let finding = Finding::new(&rules::WRONG_SHAPE, place.clone(), message);
        findings.add(finding.help("khai báo cột này với «kieu: ngay»"));
    }
    for (key, is_given) in [("so", number.is_some()), ("ngay", date.is_some())] {
        if let Some(place) = own.key_place(key).filter(|_| is_given) {
            let message = format!("«{key}» ghi hai nơi: ở đây và trong «{KEY}»");
            let finding = Finding::new(&rules::WRONG_SHAPE, place.clone(), message);
            findings.add(finding.help("xóa một trong hai dòng"));
        }
    }
    let fan_out = FanOut {
        table: name,
        per,
        group: fields.text("nhom", findings),
        kinds: fields.texts("loai", findings),
        number,
        date,
        place: node.place.clone(),
        late: Vec::new(),
    };
    has_rows(&fan_out, table, findings).then_some(fan_out)
}

fn table<'a>(name: &ClerkText, tables: &Tables<'a>, findings: &mut Findings) -> Option<&'a Table> {
    let dossier = &tables.loaded.dossier;
    let table = dossier.tables.get(&name.text);
    // A table that was declared but could not be read has its finding already.
    if table.is_none() && !dossier.declared_tables.contains(&name.text) {
        unknown_word(name, "«moi_dong»", dossier.tables.keys().map(String::as_str), findings);
    }
    table.map(AsRef::as_ref)
}

fn column(fields: &Fields<'_>, key: &str, table: &Table, findings: &mut Findings) -> Option<usize> {
    let name = fields.text(key, findings)?;
    let found = table.column(&name.text);
    if found.is_none() {
        let ids = table.columns.iter().map(|column| column.id.as_str());
        unknown_word(&name, &format!("«{key}»"), ids, findings);
    }
    found
}

/// A table of indicators lists no places: nobody gets a document from it.
fn has_rows(fan_out: &FanOut, table: &Table, findings: &mut Findings) -> bool {
    if table.has_indicators() {
        let message = format!("bảng «{}» liệt kê chỉ tiêu, không phải đơn vị", table.id);
        let finding = Finding::new(&rules::WRONG_SHAPE, fan_out.table.place.clone(), message);
        findings.add(finding.help("chọn một bảng có cột «kieu: dia_phuong»"));
        return false;
    }
    true
}

/// The short texts of the head that name the unit of a fanned-out document: kept until its row is known.
pub struct LateTexts {
    is_fanned_out: bool,
    pub kept: Vec<(Late, ClerkText)>,
}

impl LateTexts {
    pub fn of(own: &Fields<'_>) -> Self {
        Self { is_fanned_out: own.get(KEY).is_some(), kept: Vec::new() }
    }

    /// Where no row is ever bound.
    pub fn none() -> Self {
        Self { is_fanned_out: false, kept: Vec::new() }
    }

    /// A short text that takes no references, but for those of a fanned-out document.
    pub fn short(&mut self, text: &ClerkText, what: &str, which: Late, findings: &mut Findings) -> String {
        if self.is_fanned_out && text.text.contains("{{") {
            self.kept.push((which, text.clone()));
            return String::new();
        }
        fields::plain(text, what, findings)
    }
}
