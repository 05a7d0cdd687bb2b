//! One document's YAML, with what it takes from the files above it.

use super::body;
use super::dossier::{self, LoadedDossier};
use super::fan_out::{self, LateTexts};
use super::fields::Fields;
use super::form::{self, KeysOfForm};
use super::head;
use super::layers::{DOSSIER_KEYS, Layers, SHARED_KEYS};
use super::parts;
use super::printed::Tables;
use super::project::Project;
use super::waivers;
use super::yaml::Node;
use crate::diag::Findings;
use crate::model::document::{BasisStyle, Document, Loaded};
use crate::model::fan_out::FanOut;
use crate::model::profile::Profiles;

/// The keys of every document; those that only some forms print stand in the profile.
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
    "van_ban_kem_theo",
    "phu_luc",
    "trang_thai",
    "lan_du_thao",
    "phuong_thuc",
    "do_khan",
    "pham_vi",
    "nguoi_soan",
    "so_ban",
    fan_out::KEY,
    waivers::KEY,
];
const BASIS_STYLES: &[(&str, BasisStyle)] =
    &[("danh_sach", BasisStyle::List), ("doan", BasisStyle::Paragraph)];

/// Reads one document; `None` when the file is no YAML mapping.
///
/// What is missing is reported and left empty, so that the stages after this one still find what else is wrong; a
/// document with a finding is refused before anything is composed.
pub fn document(
    project: &Project,
    loaded: &mut LoadedDossier,
    id: &str,
    file: &str,
    profiles: &Profiles,
    findings: &mut Findings,
) -> Option<Loaded> {
    let node = dossier::file(project, file, &mut loaded.sources, findings)?;
    let profile = form::profile(&node, &loaded.shared, profiles, findings);
    let allowed: Vec<&str> =
        KEYS.iter().chain(SHARED_KEYS).copied().chain(form::field_keys(profile)).collect();
    let fields = Fields::of(&node, "văn bản", &allowed, findings)?;
    let layers = Layers { files: layers(fields, &loaded.shared) };
    let fields = &layers.files[0];
    let kind = head::kind(fields, profile, findings);
    let form = form::of_kind(kind, fields);
    let mut late = LateTexts::of(fields);
    let identity = head::identity(&layers, kind, form, &mut late, findings);
    let takes = KeysOfForm::new(profile, kind, form);
    takes.complain(fields, findings);
    let tables = Tables { loaded, profile, is_fanned_out: fields.get(fan_out::KEY).is_some() };
    let fan_out = fan_out::fan_out(fields, &tables, findings);
    let signatories = layers.signatories(&mut late, findings);
    let fan_out = fan_out.map(|fan_out| FanOut { late: late.kept, ..fan_out });
    takes.complain_of_signatories(&layers, findings);
    let body = body::items(fields.list("noi_dung"), &tables, findings);
    let annexes = fields.list("phu_luc").iter().filter_map(|node| parts::annex(node, &tables, findings));
    let annexes = annexes.collect();
    let attachments =
        fields.list("van_ban_kem_theo").iter().filter_map(|node| parts::attachment(node, &tables, findings));
    let attachments = attachments.collect();
    Some(Document {
        id: id.to_owned(),
        file: file.to_owned(),
        form: form::choice(&layers, profile, findings),
        marks: head::marks(&layers, kind, profile, findings),
        identity,
        subject: fields.text("trich_yeu", findings).unwrap_or_else(|| head::empty(fields)),
        authority: fields.text("tham_quyen", findings),
        addressees: fields.texts("kinh_gui", findings),
        bases: fields.list("can_cu").iter().filter_map(|node| parts::basis(node, findings)).collect(),
        habits: layers.habits(findings),
        basis_style: fields.word("kieu_can_cu", BASIS_STYLES, findings).unwrap_or(BasisStyle::List),
        lead_in: fields.text("mo_dau", findings),
        fields: takes.fields(fields, findings),
        body,
        attachments,
        annexes,
        recipients: layers.recipients(findings),
        signatories,
        waivers: waivers::waivers(fields, &loaded.dossier, findings),
        fan_out,
        lists: parts::lists(fields, findings),
        keys: allowed.iter().filter_map(|key| Some(((*key).to_owned(), layers.place(key)?))).collect(),
    })
}

/// The document's own keys, then those of the shared files, which were checked when the dossier was loaded: their
/// complaints are not repeated here.
fn layers<'a>(own: Fields<'a>, shared: &'a [Node]) -> Vec<Fields<'a>> {
    let mut already_said = Findings::of_dossier();
    let keys: Vec<&str> = SHARED_KEYS.iter().chain(DOSSIER_KEYS).copied().collect();
    let shared = shared.iter().filter_map(|node| Fields::of(node, "ho-so.yaml", &keys, &mut already_said));
    std::iter::once(own).chain(shared).collect()
}
