//! What a form's template may see: one struct, so that the model can change without breaking templates.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::body::{self, BodyView};
use super::runs::{RunView, runs, unended};
use super::tables::{TableView, Tables};
use crate::check::Checked;
use crate::model::body::Written;
use crate::model::document::{
    Annex, AnnexContent, Attachment, Basis, BasisStyle, Document, Field, Marks, Medium, Signatory, Status,
};
use crate::model::habits::{BasisDate, Habits};
use crate::model::profile::Profile;
use crate::model::text::{RichText, words};
use crate::vietnamese::date::{self, IssueDate};
use crate::vietnamese::text::lower_first;

/// The blanks of a number or day that is not known yet; no-break, so that they keep their width.
const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
/// The form of công văn.
const LETTER: &str = "1.5";
/// The word that opens a legal basis (nd30.md row 57, forms 1.1-1.4).
const OPENING: &str = "Căn cứ";

#[derive(Serialize)]
pub struct View<'a> {
    cum_tu: &'a Value,
    /// The form's number, for the parts that several forms share.
    mau: &'a str,
    co_quan_chu_quan: Option<Vec<RunView>>,
    co_quan: Vec<RunView>,
    so: String,
    ky_hieu: String,
    /// «DỰ THẢO», «DỰ THẢO LẦN 2», or empty.
    du_thao: String,
    do_khan: &'a str,
    pham_vi: &'a str,
    lien_he: Option<Vec<RunView>>,
    nguoi_soan: String,
    dia_danh: &'a str,
    ngay: String,
    ten_loai: String,
    trich_yeu: Vec<RunView>,
    tham_quyen: Vec<RunView>,
    menh_lenh: String,
    kinh_gui: Vec<Vec<RunView>>,
    can_cu: Vec<BasisView>,
    can_cu_lien_doan: bool,
    mo_dau: Option<Vec<RunView>>,
    truong: BTreeMap<&'a str, FieldView>,
    noi_dung: Vec<BodyView>,
    noi_nhan: Vec<Vec<RunView>>,
    nguoi_ky: Vec<SignatoryView<'a>>,
    kem_theo: PointerView,
    van_ban_kem_theo: Vec<AttachmentView<'a>>,
    phu_luc: Vec<AnnexView>,
}

#[derive(Serialize)]
struct BasisView {
    chu: Option<Vec<RunView>>,
    mo: String,
    loai: String,
    so: Option<String>,
    ngay: Option<String>,
    co_quan: Option<String>,
    trich_yeu: Vec<RunView>,
}

/// A field of one form: texts, a date written out, or yes and no.
#[derive(Serialize)]
#[serde(untagged)]
enum FieldView {
    Texts(Vec<Vec<RunView>>),
    Date(String),
    YesNo(bool),
}

#[derive(Serialize)]
struct SignatoryView<'a> {
    dong: &'a [String],
    ho_ten: &'a str,
}

/// «(Kèm theo … số … ngày … của …)».
#[derive(Serialize)]
struct PointerView {
    so: String,
    ngay: String,
    co_quan: String,
}

#[derive(Serialize)]
struct AttachmentView<'a> {
    ten_loai: String,
    trich_yeu: Vec<RunView>,
    mo_dau: Option<Vec<RunView>>,
    noi_dung: Vec<BodyView>,
    nguoi_ky: Option<SignatoryView<'a>>,
    /// Its number when it is a PDF of its own, or nothing.
    tep: Option<usize>,
}

#[derive(Serialize)]
struct AnnexView {
    nhan: String,
    tieu_de: Vec<RunView>,
    bang: Option<TableView>,
    noi_dung: Vec<BodyView>,
    ngang: bool,
    /// The number of its own PDF, or nothing.
    tep: Option<usize>,
}

/// The view of one document; its tables are collected in the order in which it names them.
pub fn of<'a>(checked: &'a Checked, profile: &'a Profile, tables: &mut Tables<'a>) -> View<'a> {
    let document = checked.document();
    let identity = &document.identity;
    let kind = profile.kind(&identity.kind);
    let number = identity.number.map_or_else(|| BLANK.to_owned(), |number| format!("{number:02}"));
    let date = written_date(identity.date.as_ref().map(|date| date.value));
    let issuer = words(&identity.issuer).replace('\n', " ");
    // On paper the pointer line is filled in; in electronic form its blanks stay open (nd30.md row 98).
    let pointer = match identity.medium {
        Medium::Paper => PointerView { so: number.clone(), ngay: date.clone(), co_quan: issuer },
        Medium::Electronic => PointerView { so: BLANK.to_owned(), ngay: written_date(None), co_quan: issuer },
    };
    let wording = &profile.wording;
    let flows = document.basis_style == BasisStyle::Paragraph;
    let draft = match (identity.status, identity.draft_number) {
        (Status::Issued, _) => String::new(),
        (Status::Draft, None) => wording.du_thao.clone(),
        (Status::Draft, Some(number)) => format!("{} {number}", wording.du_thao_lan),
    };
    let bases = document.bases.iter().enumerate();
    View {
        cum_tu: &profile.all["cum_tu"],
        mau: &identity.form,
        co_quan_chu_quan: identity.parent.as_ref().map(|parent| runs(parent)),
        co_quan: runs(&identity.issuer),
        so: number,
        ky_hieu: identity.symbol(kind.and_then(|kind| kind.viet_tat.as_deref())),
        du_thao: draft,
        do_khan: document.marks.urgency.as_deref().unwrap_or_default(),
        pham_vi: document.marks.circulation.as_deref().unwrap_or_default(),
        lien_he: document.marks.contact.as_ref().map(|text| runs(text)),
        nguoi_soan: drafter(&document.marks),
        dia_danh: &identity.place_name,
        ngay: date,
        ten_loai: kind.map_or_else(String::new, |kind| kind.ten.clone()),
        trich_yeu: runs(&subject(document)),
        tham_quyen: runs(document.authority.as_ref().unwrap_or(&identity.issuer)),
        menh_lenh: wording.menh_lenh.get(&identity.kind).cloned().unwrap_or_default(),
        kinh_gui: document.addressees.iter().map(|text| runs(&unended(text))).collect(),
        can_cu: bases.map(|(at, basis)| basis_view(basis, flows && at > 0, &document.habits)).collect(),
        can_cu_lien_doan: flows,
        mo_dau: document.lead_in.as_ref().map(|text| runs(&unended(text))),
        truong: document.fields.iter().map(|(key, field)| (key.as_str(), field_view(field))).collect(),
        noi_dung: body::views(&document.body, tables),
        noi_nhan: document.recipients.iter().map(|text| runs(&unended(text))).collect(),
        nguoi_ky: document.signatories.iter().map(signatory).collect(),
        kem_theo: pointer,
        van_ban_kem_theo: document
            .attachments
            .iter()
            .enumerate()
            .map(|(at, attachment)| attachment_view(at, attachment, profile, tables))
            .collect(),
        phu_luc: document
            .annexes
            .iter()
            .enumerate()
            .map(|(at, annex)| annex_view(at, annex, document.annexes.len(), profile, tables))
            .collect(),
    }
}

/// The subject without an ending; a letter's without the «V/v» that the form prints itself (nd30.md row 52).
fn subject(document: &Document<RichText, Written>) -> RichText {
    const OPENINGS: [&str; 4] = ["V/v", "v/v", "Về việc", "về việc"];
    let mut subject = unended(&document.subject);
    if document.identity.form == LETTER
        && let Some(first) = subject.first_mut()
        && let Some(rest) = OPENINGS.iter().find_map(|opening| first.text.strip_prefix(opening))
        && rest.starts_with([' ', ':'])
    {
        first.text = rest.trim_start_matches([' ', ':']).to_owned();
    }
    subject
}

/// «PL.(300)» (nd30.md row 93).
fn drafter(marks: &Marks<RichText>) -> String {
    let name = marks.drafter.clone().unwrap_or_default();
    match marks.copies {
        Some(copies) if name.is_empty() => format!("({copies})"),
        Some(copies) => format!("{name}.({copies})"),
        None => name,
    }
}

fn field_view(field: &Field<RichText>) -> FieldView {
    match field {
        Field::Texts(texts) => FieldView::Texts(texts.iter().map(|text| runs(&unended(text))).collect()),
        Field::Date(date) => FieldView::Date(date::long(date)),
        Field::YesNo(yes) => FieldView::YesNo(*yes),
    }
}

fn signatory(signatory: &Signatory) -> SignatoryView<'_> {
    SignatoryView { dong: &signatory.lines, ho_ten: signatory.name.as_deref().unwrap_or_default() }
}

fn attachment_view<'a>(
    at: usize,
    attachment: &'a Attachment<RichText, Written>,
    profile: &Profile,
    tables: &mut Tables<'_>,
) -> AttachmentView<'a> {
    AttachmentView {
        ten_loai: profile.kind(&attachment.kind).map_or_else(String::new, |kind| kind.ten.clone()),
        trich_yeu: runs(&unended(&attachment.subject)),
        mo_dau: attachment.lead_in.as_ref().map(|text| runs(&unended(text))),
        noi_dung: body::views(&attachment.body, tables),
        nguoi_ky: attachment.signatory.as_ref().map(signatory),
        tep: attachment.own_file.then_some(at + 1),
    }
}

fn annex_view(
    at: usize,
    annex: &Annex<RichText, Written>,
    count: usize,
    profile: &Profile,
    tables: &mut Tables<'_>,
) -> AnnexView {
    let (bang, noi_dung) = match &annex.content {
        AnnexContent::Table(table) => (tables.view(table), Vec::new()),
        AnnexContent::Body(body) => (None, body::views(body, tables)),
    };
    let ngang = bang.as_ref().is_some_and(|table| tables.is_wide(table));
    AnnexView {
        nhan: profile.wording.annex_label(at, count),
        tieu_de: runs(&annex.title),
        bang,
        noi_dung,
        ngang,
        tep: annex.own_file.then_some(at + 1),
    }
}

fn basis_view(basis: &Basis<RichText>, continues: bool, habits: &Habits) -> BasisView {
    let empty = BasisView {
        chu: None,
        mo: if continues { lower_first(OPENING) } else { OPENING.to_owned() },
        loai: String::new(),
        so: None,
        ngay: None,
        co_quan: None,
        trich_yeu: Vec::new(),
    };
    match basis {
        Basis::Text(text) => {
            let mut text = unended(text);
            if let Some(first) = text.first_mut().filter(|_| continues) {
                first.text = lower_first(&first.text);
            }
            BasisView { chu: Some(runs(&text)), ..empty }
        }
        Basis::Act { kind, number, issuer, date, subject, .. } => BasisView {
            loai: kind.clone(),
            so: number.clone(),
            ngay: date.as_ref().map(|date| basis_date(date, habits)),
            co_quan: issuer.clone(),
            trich_yeu: runs(&unended(subject)),
            ..empty
        },
    }
}

/// «ngày 16 tháng 7 năm 2021», or by habit «ngày 16/7/2021»; a blank day has room only in the long form.
fn basis_date(date: &IssueDate, habits: &Habits) -> String {
    match (habits.basis_date, date) {
        (BasisDate::Short, IssueDate::Day(_)) => format!("ngày {}", date::short(date, habits.short_date)),
        _ => date::long(date),
    }
}

/// «ngày 15 tháng 3 năm 2023», with blanks where there is no date yet.
fn written_date(date: Option<IssueDate>) -> String {
    date.map_or_else(|| format!("ngày{BLANK}tháng{BLANK}năm{BLANK}"), |date| date::long(&date))
}
