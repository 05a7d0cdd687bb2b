//! What stands around a document's text: kind, number, date, issuer, stamps, contact line.

use super::fan_out::LateTexts;
use super::fields::{self, Fields, unknown_word};
use super::layers::Layers;
use crate::diag::{Finding, Findings, Located, rules};
use crate::model::document::{Identity, Marks, Medium, Status};
use crate::model::fan_out::Late;
use crate::model::profile::{Kind, Mark, Profile};
use crate::model::text::ClerkText;
use crate::vietnamese::date::{self, IssueDate};

/// The kind that `loai` names.
pub fn kind<'p>(own: &Fields<'_>, profile: &'p Profile, findings: &mut Findings) -> Option<&'p Kind> {
    let given = own.required_text("loai", "văn bản", findings)?;
    let kind = profile.kind(&given.text);
    if kind.is_none() {
        unknown_word(&given, "«loai»", profile.kinds.iter().map(|kind| kind.id.as_str()), findings);
    }
    kind
}

pub fn identity(
    layers: &Layers<'_>,
    kind: Option<&Kind>,
    form: &str,
    late: &mut LateTexts,
    findings: &mut Findings,
) -> Identity<ClerkText> {
    let own = &layers.files[0];
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
    let mut line = |text: Option<ClerkText>, what: &str, which: Late| {
        text.map(|text| late.short(&text, what, which, findings)).unwrap_or_default()
    };
    let abbreviation = line(abbreviation, "«viet_tat»", Late::Abbreviation);
    let place_name = line(place_name, "«dia_danh»", Late::PlaceName);
    Identity {
        parent: layers.text("co_quan_chu_quan", findings),
        number: ordinal(
            own,
            "so",
            "ví dụ: so: 147; ký hiệu do chương trình ghép; để trống khi chưa có số",
            findings,
        ),
        date,
        status,
        draft_number: draft_number(own, status, findings),
        medium,
        kind: kind.map(|kind| kind.id.clone()).unwrap_or_default(),
        form: form.to_owned(),
        issuer: issuer.unwrap_or_else(|| empty(own)),
        abbreviation,
        drafting_unit: drafting_unit(layers, kind, findings),
        place_name,
        year: year.unwrap_or_default(),
    }
}

/// The drafting unit in the symbol of a công văn: «15/UBND-KGVX» (nd30.md row 39).
fn drafting_unit(layers: &Layers<'_>, kind: Option<&Kind>, findings: &mut Findings) -> Option<String> {
    const KEY: &str = "don_vi_soan";
    let own = &layers.files[0];
    let kind = kind?;
    if let Some(abbreviation) = &kind.viet_tat {
        if let Some(place) = own.key_place(KEY) {
            findings.add(
                Finding::new(
                    &rules::NOT_FOR_KIND,
                    place.clone(),
                    format!(
                        "«{KEY}» không dùng cho {}: ký hiệu của loại này bắt đầu bằng «{abbreviation}»",
                        kind.ten
                    ),
                )
                .help("xóa dòng này; đơn vị soạn thảo ghi ở dòng «Lưu: VT, …» của nơi nhận"),
            );
        }
        return None;
    }
    if layers.nearest(KEY).is_none() && kind.can_don_vi_soan {
        findings.add(
            Finding::new(
                &rules::MISSING_KEY,
                own.place.clone(),
                format!("{} thiếu «{KEY}»: chữ viết tắt của đơn vị soạn thảo, đứng cuối ký hiệu", kind.ten),
            )
            .help("ví dụ: don_vi_soan: KGVX in thành «Số: 15/UBND-KGVX»; ghi ở văn bản hoặc ho-so.yaml"),
        );
    }
    layers.text(KEY, findings).map(|text| fields::plain(&text, "«don_vi_soan»", findings))
}

fn draft_number(own: &Fields<'_>, status: Status, findings: &mut Findings) -> Option<u32> {
    let number = ordinal(own, "lan_du_thao", "ví dụ: lan_du_thao: 2", findings);
    if let Some(place) = own.key_place("lan_du_thao").filter(|_| status != Status::Draft) {
        findings.add(
            Finding::new(&rules::NOT_FOR_KIND, place.clone(), "«lan_du_thao» chỉ dùng cho văn bản dự thảo")
                .help("thêm dòng «trang_thai: du-thao», hoặc xóa dòng này"),
        );
    }
    number
}

/// Stamps, contact line, drafter's mark.
pub fn marks(
    layers: &Layers<'_>,
    kind: Option<&Kind>,
    profile: &Profile,
    findings: &mut Findings,
) -> Marks<ClerkText> {
    let own = &layers.files[0];
    // A contact line that the office's documents share belongs on letters, not on decisions (nd30.md row 109).
    let is_own = own.mentions("lien_he");
    let contact =
        if is_own || kind.is_some_and(|kind| kind.lien_he) { layers.text("lien_he", findings) } else { None };
    Marks {
        urgency: mark(own, "do_khan", &profile.urgencies, findings),
        circulation: mark(own, "pham_vi", &profile.circulations, findings),
        contact,
        drafter: own.text("nguoi_soan", findings).map(|text| fields::plain(&text, "«nguoi_soan»", findings)),
        copies: ordinal(own, "so_ban", "ví dụ: so_ban: 300", findings),
    }
}

fn mark(own: &Fields<'_>, key: &str, marks: &[Mark], findings: &mut Findings) -> Option<String> {
    let given = own.text(key, findings)?;
    let found = marks.iter().find(|mark| mark.id == given.text);
    if found.is_none() {
        unknown_word(&given, &format!("«{key}»"), marks.iter().map(|mark| mark.id.as_str()), findings);
    }
    found.map(|mark| mark.ten.clone())
}

/// Stands for a text that is missing; its finding has been made.
pub fn empty(fields: &Fields<'_>) -> ClerkText {
    ClerkText { text: String::new(), place: fields.place.clone(), source: None }
}

/// A whole number from 1.
fn ordinal(own: &Fields<'_>, key: &str, example: &str, findings: &mut Findings) -> Option<u32> {
    let text = own.text(key, findings)?;
    let number = text.text.parse().ok().filter(|number| *number > 0);
    if number.is_none() {
        findings.add(
            Finding::new(
                &rules::WRONG_SHAPE,
                text.place.clone(),
                format!("«{key}» chỉ ghi số thứ tự, ở đây là «{}»", text.text),
            )
            .help(example),
        );
    }
    number
}

/// A day, or a month whose day is still blank.
pub fn issue_date(text: &ClerkText, findings: &mut Findings) -> Option<IssueDate> {
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
