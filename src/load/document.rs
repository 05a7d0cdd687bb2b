//! One document's YAML, with what it takes from the files above it.

use super::body;
use super::dossier::{self, LoadedDossier};
use super::fields::{self, Fields, unknown_word};
use super::layers::{Layers, SHARED_KEYS};
use super::project::Project;
use super::yaml::{Content, Node};
use crate::diag::{Finding, Findings, Located, rules};
use crate::model::document::{Annex, Basis, BasisStyle, Document, Identity, Loaded, Medium, Status};
use crate::model::profile::Profile;
use crate::model::table::Table;
use crate::model::text::ClerkText;
use crate::vietnamese::date::{self, IssueDate};
use crate::vietnamese::text::nearest;

const KEYS: &[&str] = &[
    "loai",
    "so",
    "ngay",
    "trich_yeu",
    "tham_quyen",
    "kinh_gui",
    "can_cu",
    "kieu_can_cu",
    "mo_dau",
    "noi_dung",
    "phu_luc",
    "trang_thai",
    "phuong_thuc",
];
const BASIS_STYLES: &[(&str, BasisStyle)] =
    &[("danh_sach", BasisStyle::List), ("doan", BasisStyle::Paragraph)];
const BASIS_KEYS: &[&str] = &["loai", "so", "co_quan", "ngay", "trich_yeu"];
const ANNEX_KEYS: &[&str] = &["tieu_de", "bang", "cot", "don_vi_tinh", "ghi_chu"];

/// Reads one document; `None` when the file is no YAML mapping.
///
/// What is missing is reported and left empty, so that the stages after this one still find what else is wrong; a
/// document with a finding is refused before anything is composed.
pub fn document(
    project: &Project,
    loaded: &mut LoadedDossier,
    id: &str,
    file: &str,
    profile: &Profile,
    findings: &mut Findings,
) -> Option<Loaded> {
    let node = dossier::file(project, file, &mut loaded.sources, findings)?;
    let allowed: Vec<&str> = KEYS.iter().chain(SHARED_KEYS).copied().collect();
    let fields = Fields::of(&node, "văn bản", &allowed, findings)?;
    let mut files = vec![fields];
    // The shared files were checked when the dossier was loaded: their complaints are not repeated here.
    let mut already_said = Findings::of_dossier();
    for shared in &loaded.shared {
        let keys: Vec<&str> = SHARED_KEYS.iter().chain(&["hang_so", "bang"]).copied().collect();
        files.extend(Fields::of(shared, "ho-so.yaml", &keys, &mut already_said));
    }
    let layers = Layers { files };
    let fields = &layers.files[0];
    let identity = identity(fields, &layers, profile, findings);
    keys_of_kind(fields, &identity.kind, profile, findings);
    let subject = fields.required_text("trich_yeu", "văn bản", findings);
    let signatory = layers.signatory(findings);
    let body = body::items(fields.list("noi_dung"), findings);
    if fields.list("noi_dung").is_empty() {
        fields.missing("noi_dung", "văn bản", findings);
    }
    let annexes: Vec<Option<Annex<ClerkText>>> =
        fields.list("phu_luc").iter().map(|node| annex(node, loaded, findings)).collect();
    Some(Document {
        id: id.to_owned(),
        file: file.to_owned(),
        addressees: fields.texts("kinh_gui", findings),
        bases: fields.list("can_cu").iter().filter_map(|node| basis(node, findings)).collect(),
        habits: layers.habits(findings),
        basis_style: fields.word("kieu_can_cu", BASIS_STYLES, findings).unwrap_or(BasisStyle::List),
        lead_in: fields.text("mo_dau", findings),
        authority: fields.text("tham_quyen", findings),
        recipients: layers.recipients(findings),
        identity,
        subject: subject.unwrap_or_else(|| empty(fields)),
        body,
        annexes: annexes.into_iter().flatten().collect(),
        signatory: signatory.unwrap_or_default(),
    })
}

/// Keys that only some forms print: elsewhere their text would get lost in silence.
fn keys_of_kind(fields: &Fields<'_>, kind: &str, profile: &Profile, findings: &mut Findings) {
    let Some(kind) = profile.kind(kind) else { return };
    // Forms 1.1-1.3 have an authority line and no addressees (nd30.md rows 53, 85); the others the reverse.
    let decides = matches!(kind.mau.as_str(), "1.1" | "1.2" | "1.3");
    let unused: &[&str] = if decides { &["kinh_gui", "mo_dau"] } else { &["tham_quyen"] };
    for key in unused {
        if let Some(node) = fields.get(key) {
            findings.add(
                Finding::new(
                    &rules::NOT_FOR_KIND,
                    node.place.clone(),
                    format!("«{key}» không dùng cho {}: mẫu {} không có thành phần này", kind.ten, kind.mau),
                )
                .help("xóa dòng này, hoặc đưa chữ vào «can_cu» hay «noi_dung»"),
            );
        }
    }
    if decides
        && fields.word("kieu_can_cu", BASIS_STYLES, &mut Findings::of_dossier())
            == Some(BasisStyle::Paragraph)
    {
        let place = fields.get("kieu_can_cu").map_or(fields.place, |node| &node.place);
        findings.add(
            Finding::new(
                &rules::NOT_FOR_KIND,
                place.clone(),
                format!("«kieu_can_cu: doan» không dùng cho {}: mỗi căn cứ một dòng", kind.ten),
            )
            .help("xóa dòng này"),
        );
    }
}

fn identity(
    own: &Fields<'_>,
    layers: &Layers<'_>,
    profile: &Profile,
    findings: &mut Findings,
) -> Identity<ClerkText> {
    let kind = own.required_text("loai", "văn bản", findings).filter(|kind| {
        let known = profile.kind(&kind.text).is_some();
        if !known {
            unknown_word(kind, "«loai»", profile.kinds.iter().map(|kind| kind.id.as_str()), findings);
        }
        known
    });
    let issuer = layers.required("co_quan", findings);
    let abbreviation = layers.required("viet_tat", findings);
    let place_name = layers.required("dia_danh", findings);
    let year = layers.year(findings);
    let status = own
        .word("trang_thai", &[("ban-hanh", Status::Issued), ("du-thao", Status::Draft)], findings)
        .unwrap_or(Status::Issued);
    let medium = own
        .word("phuong_thuc", &[("giay", Medium::Paper), ("dien-tu", Medium::Electronic)], findings)
        .unwrap_or(Medium::Paper);
    let date = own.text("ngay", findings).and_then(|text| {
        let value = issue_date(&text, findings)?;
        Some(Located { value, place: text.place })
    });
    let mut line = |text: Option<ClerkText>, what: &str| {
        text.map(|text| fields::plain(&text, what, findings)).unwrap_or_default()
    };
    let kind = line(kind, "«loai»");
    let abbreviation = line(abbreviation, "«viet_tat»");
    let place_name = line(place_name, "«dia_danh»");
    Identity {
        parent: layers.text("co_quan_chu_quan", findings),
        number: own.text("so", findings).and_then(|text| number(&text, findings)),
        date,
        status,
        medium,
        kind,
        issuer: issuer.unwrap_or_else(|| empty(own)),
        abbreviation,
        place_name,
        year: year.unwrap_or_default(),
    }
}

/// Stands for a text that is missing; its finding has been made.
fn empty(fields: &Fields<'_>) -> ClerkText {
    ClerkText { text: String::new(), place: fields.place.clone(), source: None }
}

fn number(text: &ClerkText, findings: &mut Findings) -> Option<u32> {
    let number = text.text.parse().ok().filter(|number| *number > 0);
    if number.is_none() {
        findings.add(
            Finding::new(
                &rules::WRONG_SHAPE,
                text.place.clone(),
                format!("«so» chỉ ghi số thứ tự, ở đây là «{}»", text.text),
            )
            .help("ví dụ: so: 147; ký hiệu do chương trình ghép; để trống khi chưa có số"),
        );
    }
    number
}

fn issue_date(text: &ClerkText, findings: &mut Findings) -> Option<IssueDate> {
    let year = |date: &IssueDate| match date {
        IssueDate::Day(date) => date.year(),
        IssueDate::Month { year, .. } => *year,
    };
    let bad = match date::parse(&text.text) {
        Ok(date) if (1945..=2999).contains(&year(&date)) => return Some(date),
        Ok(date) => format!("năm {} nằm ngoài khoảng 1945 đến 2999", year(&date)),
        Err(bad) => bad.to_string(),
    };
    findings.add(
        Finding::new(&rules::WRONG_DATE, text.place.clone(), bad)
            .help("ghi ngày dạng 15/3/2023; chưa có ngày thì ghi 2023-03"),
    );
    None
}

fn basis(node: &Node, findings: &mut Findings) -> Option<Basis<ClerkText>> {
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

fn annex(node: &Node, loaded: &LoadedDossier, findings: &mut Findings) -> Option<Annex<ClerkText>> {
    let fields = Fields::of(node, "một phụ lục", ANNEX_KEYS, findings)?;
    let title = fields.required_text("tieu_de", "một phụ lục", findings);
    let table_name = fields.required_text("bang", "một phụ lục", findings)?;
    let Some(table) = loaded.dossier.tables.get(&table_name.text) else {
        // A table that was declared but could not be read has its finding already.
        if !loaded.findings.refuse() {
            unknown_word(&table_name, "«bang»", loaded.dossier.tables.keys().map(String::as_str), findings);
        }
        return None;
    };
    let named = fields.texts("cot", findings);
    let columns: Vec<usize> = if named.is_empty() {
        (0..table.columns.len()).collect()
    } else {
        named.iter().filter_map(|name| annex_column(name, table, findings)).collect()
    };
    Some(Annex {
        title: title?,
        table: table_name.text,
        columns,
        unit_line: fields.text("don_vi_tinh", findings),
        note: fields.text("ghi_chu", findings),
    })
}

fn annex_column(name: &ClerkText, table: &Table, findings: &mut Findings) -> Option<usize> {
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
