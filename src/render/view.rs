//! What a form's template may see: one struct, so that the model can change without breaking templates.

use serde::Serialize;

use super::body::{self, BodyView};
use super::runs::{RunView, runs, unended};
use super::table;
use crate::check::Checked;
use crate::model::document::{Basis, BasisStyle, Medium, Status};
use crate::model::habits::{BasisDate, Habits};
use crate::model::profile::{Profile, Wording};
use crate::model::text::{RichText, words};
use crate::vietnamese::date::{self, IssueDate};
use crate::vietnamese::text::lower_first;

/// The blanks of a number or day that is not known yet; no-break, so that they keep their width.
const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
/// The word that opens a legal basis (nd30.md row 57, forms 1.1-1.4).
const OPENING: &str = "Căn cứ";

#[derive(Serialize)]
pub struct View<'a> {
    cum_tu: WordingView<'a>,
    co_quan_chu_quan: Option<Vec<RunView>>,
    co_quan: Vec<RunView>,
    so: String,
    ky_hieu: String,
    la_du_thao: bool,
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
    noi_dung: Vec<BodyView>,
    noi_nhan: Vec<Vec<RunView>>,
    nguoi_ky: SignatoryView<'a>,
    kem_theo: PointerView,
    phu_luc: Vec<AnnexView>,
}

#[derive(Serialize)]
struct WordingView<'a> {
    quoc_hieu: &'a str,
    tieu_ngu: &'a str,
    so: &'a str,
    noi_nhan: &'a str,
    kinh_gui: &'a str,
    ket_thuc: &'a str,
    du_thao: &'a str,
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
struct AnnexView {
    nhan: String,
    tieu_de: Vec<RunView>,
    don_vi_tinh: Option<Vec<RunView>>,
    ghi_chu: Option<Vec<RunView>>,
    ngang: bool,
}

/// The view of one document.
pub fn of<'a>(checked: &'a Checked, profile: &'a Profile) -> View<'a> {
    let document = checked.document();
    let identity = &document.identity;
    let kind = profile.kind(&identity.kind);
    let number = identity.number.map_or_else(|| BLANK.to_owned(), |number| format!("{number:02}"));
    let date = written_date(identity.date.as_ref().map(|date| date.value));
    let symbol = match kind.and_then(|kind| kind.viet_tat.as_deref()) {
        Some(kind) => format!("{kind}-{}", identity.abbreviation),
        None => identity.abbreviation.clone(),
    };
    let issuer = words(&identity.issuer).replace('\n', " ");
    // On paper the pointer line is filled in; in electronic form its blanks stay open (nd30.md row 98).
    let pointer = match identity.medium {
        Medium::Paper => PointerView { so: number.clone(), ngay: date.clone(), co_quan: issuer },
        Medium::Electronic => PointerView { so: BLANK.to_owned(), ngay: written_date(None), co_quan: issuer },
    };
    let wording = &profile.wording;
    let flows = document.basis_style == BasisStyle::Paragraph;
    View {
        cum_tu: wording_view(wording),
        co_quan_chu_quan: identity.parent.as_ref().map(|parent| runs(parent)),
        co_quan: runs(&identity.issuer),
        so: number,
        ky_hieu: symbol,
        la_du_thao: identity.status == Status::Draft,
        dia_danh: &identity.place_name,
        ngay: date,
        ten_loai: kind.map_or_else(String::new, |kind| kind.ten.clone()),
        trich_yeu: runs(&document.subject),
        tham_quyen: runs(document.authority.as_ref().unwrap_or(&identity.issuer)),
        menh_lenh: wording.menh_lenh.get(&identity.kind).cloned().unwrap_or_default(),
        kinh_gui: document.addressees.iter().map(|text| runs(&unended(text))).collect(),
        can_cu: document
            .bases
            .iter()
            .enumerate()
            .map(|(at, basis)| basis_view(basis, flows && at > 0, &document.habits))
            .collect(),
        can_cu_lien_doan: flows,
        mo_dau: document.lead_in.as_ref().map(|text| runs(&unended(text))),
        noi_dung: body::views(&document.body),
        noi_nhan: document.recipients.iter().map(|text| runs(&unended(text))).collect(),
        nguoi_ky: SignatoryView {
            dong: &document.signatory.lines,
            ho_ten: document.signatory.name.as_deref().unwrap_or_default(),
        },
        kem_theo: pointer,
        phu_luc: annexes(checked, profile),
    }
}

fn wording_view(wording: &Wording) -> WordingView<'_> {
    WordingView {
        quoc_hieu: &wording.quoc_hieu,
        tieu_ngu: &wording.tieu_ngu,
        so: &wording.so,
        noi_nhan: &wording.noi_nhan,
        kinh_gui: &wording.kinh_gui,
        ket_thuc: &wording.ket_thuc,
        du_thao: &wording.du_thao,
    }
}

fn annexes(checked: &Checked, profile: &Profile) -> Vec<AnnexView> {
    let annexes = &checked.document().annexes;
    annexes
        .iter()
        .enumerate()
        .map(|(at, annex)| AnnexView {
            // One annex alone has no number (nd30.md row 94).
            nhan: match annexes.len() {
                1 => profile.wording.phu_luc.clone(),
                _ => format!("{} {}", profile.wording.phu_luc, body::roman(at + 1)),
            },
            tieu_de: runs(&annex.title),
            don_vi_tinh: annex.unit_line.as_ref().map(|text| runs(text)),
            ghi_chu: annex.note.as_ref().map(|text| runs(&unended(text))),
            ngang: checked.table(&annex.table).is_some_and(|table| {
                table::is_wide(annex, table, &checked.document().habits, profile.portrait_characters)
            }),
        })
        .collect()
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
        Basis::Act { kind, number, issuer, date, subject } => BasisView {
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
