//! The parts that a document lists: legal bases, printed tables, attached documents, annexes.

use super::body;
use super::fan_out::LateTexts;
use super::fields::{self, Fields, unknown_word};
use super::form::YES_NO;
use super::head::issue_date;
use super::layers;
use super::printed::{self, Tables, name, printed};
use super::sheet_options;
use super::yaml::{Content, Node};
use crate::diag::{Finding, Findings, rules};
use crate::model::body::{BodyItem, PrintedTable};
use crate::model::document::{ActPlaces, Annex, AnnexContent, Attachment, Basis, SheetOptions};
use crate::model::profile::Kind;
use crate::model::text::ClerkText;

const BASIS_KEYS: &[&str] = &["loai", "so", "co_quan", "ngay", "trich_yeu"];
const ANNEX_KEYS: &[&str] = &[
    "ten",
    "tieu_de",
    "bang",
    "danh_sach",
    "cua",
    "cot",
    "don_vi_tinh",
    "ghi_chu",
    "noi_dung",
    "tep_rieng",
    sheet_options::KEY,
];
/// The form of named documents: only such are issued with another one.
const ATTACHED_FORM: &str = "1.4";
const ATTACHMENT_KEYS: &[&str] = &["loai", "trich_yeu", "mo_dau", "noi_dung", "nguoi_ky", "tep_rieng"];

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
    let subject = subject?;
    let place = |key: &str| fields.get(key).map(|node| node.place.clone());
    let places = Box::new(ActPlaces {
        whole: node.place.clone(),
        number: place("so"),
        issuer: place("co_quan"),
        date: place("ngay"),
        subject: subject.place.clone(),
    });
    Some(Basis::Act { kind, number, issuer, date, subject, places })
}

/// The key by which an annex lists the documents that were made one for every row of a table.
const LIST: &str = "danh_sach";

/// The documents that the annexes list.
pub fn lists(own: &Fields<'_>, findings: &mut Findings) -> Vec<ClerkText> {
    // What is wrong with an annex is told when it is read.
    let mut said = Findings::of_dossier();
    let annexes = own.list("phu_luc").iter();
    let annexes = annexes.filter_map(|node| Fields::of(node, "một phụ lục", ANNEX_KEYS, &mut said));
    annexes.filter_map(|fields| fields.text(LIST, findings)).collect()
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
        for key in ["bang", "danh_sach", "cua", "cot", "don_vi_tinh", "ghi_chu", sheet_options::KEY] {
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
        if fields.list("noi_dung").is_empty() {
            fields.missing("noi_dung", WHAT, findings);
        }
        AnnexContent::Body(body::items(fields.list("noi_dung"), tables, findings))
    } else if let Some(listed) = fields.text(LIST, findings) {
        for key in ["bang", "cua", sheet_options::KEY] {
            if let Some(node) = fields.get(key) {
                let message = format!("phụ lục có «{LIST}» thì không có «{key}»");
                let finding = Finding::new(&rules::WRONG_SHAPE, node.place.clone(), message);
                findings.add(finding.help("danh sách tự kê các văn bản; bảng khác thì thêm một phụ lục nữa"));
            }
        }
        AnnexContent::Table(PrintedTable { title: None, ..printed::list(&listed, &fields, findings) })
    } else {
        if fields.get("bang").is_none() {
            fields.missing("bang", "một phụ lục (không có «noi_dung»)", findings);
        }
        let name = fields.text("bang", findings)?;
        AnnexContent::Table(PrintedTable { title: None, ..printed(name, &fields, tables, findings)? })
    };
    let sheet = match &content {
        AnnexContent::Table(printed) => sheet_options::sheet_options(&fields, printed, tables, findings),
        AnnexContent::Body(_) => SheetOptions::default(),
    };
    Some(Annex { name, title: title?, content, own_file, sheet })
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
    // Its signatory is never a unit's own: nothing is kept for later.
    let mut late = LateTexts::none();
    let signatory = fields.get("nguoi_ky").and_then(|node| layers::signatory(node, 0, &mut late, findings));
    Some(Attachment {
        kind: kind?.text,
        subject: subject?,
        lead_in: fields.text("mo_dau", findings),
        body,
        signatory,
        own_file: fields.word("tep_rieng", YES_NO, findings).unwrap_or(false),
    })
}
