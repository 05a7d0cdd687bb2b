//! `chung.yaml` and `ho-so.yaml`: what a dossier's documents share.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::fields::{Fields, named_entries};
use super::layers::{DOSSIER_KEYS, OFFICE_KEYS, SHARED_KEYS, or_empty};
use super::limits::{self, ProcessLimits};
use super::project::Project;
use super::register::{self, Home};
use super::same_facts;
use super::table;
use super::timeline;
use super::waivers;
use super::workbook::Limits;
use super::yaml::{self, Content, Node};
use crate::diag::{Finding, Findings, Place, Sources, rules};
use crate::model::card::Card;
use crate::model::document::{Constant, Dossier};
use crate::model::register::Register;
use crate::model::text::ClerkText;
use crate::vietnamese::number;

/// What all dossiers of an office share, where there is such a file; below the project.
pub const OFFICE_FILE: &str = "data/chung.yaml";

const CONSTANT_KEYS: &[&str] = &["gia_tri", "don_vi", "nguon"];

/// A dossier with everything needed to load its documents.
pub struct LoadedDossier {
    pub dossier: Arc<Dossier>,
    /// Findings about `chung.yaml`, `ho-so.yaml` and the workbooks.
    pub findings: Findings,
    /// Whether a shared file could not even be parsed: then nothing sensible can be said about the documents.
    pub is_unreadable: bool,
    /// A card of every document of the dossier, once they are made; empty where it has one document only.
    pub cards: Vec<Card>,
    /// Everything read so far, to show the lines around a place.
    pub sources: Sources,
    /// `ho-so.yaml`, then `chung.yaml` when there is one.
    pub(super) shared: Vec<Node>,
}

/// Reads the shared files and every declared table of a dossier.
pub fn dossier(project: &Project, id: &str) -> LoadedDossier {
    let mut loaded = LoadedDossier {
        dossier: Arc::default(),
        findings: Findings::of_dossier(),
        sources: Sources::default(),
        is_unreadable: false,
        cards: Vec::new(),
        shared: Vec::new(),
    };
    let mut dossier = Dossier { id: id.to_owned(), ..Dossier::default() };
    let findings = &mut loaded.findings;
    let own_file = format!("data/{id}/ho-so.yaml");
    let own = file(project, &own_file, &mut loaded.sources, findings);
    loaded.is_unreadable = own.is_none();
    let mut limits = Limits::default();
    let common_file = OFFICE_FILE;
    let common = if project.root().join(common_file).is_file() {
        let common = file(project, common_file, &mut loaded.sources, findings);
        loaded.is_unreadable |= common.is_none();
        common
    } else {
        None
    };
    if let Some(common) = common {
        let common = or_empty(common);
        let mut allowed: Vec<&str> = SHARED_KEYS.to_vec();
        allowed.extend(OFFICE_KEYS);
        if let Some(fields) = Fields::of(&common, "chung.yaml", &allowed, findings) {
            limits = limits::limits(&fields, findings);
            loaded.shared.push(common);
        }
    }
    if let Some(own) = own {
        let own = or_empty(own);
        let mut allowed: Vec<&str> = SHARED_KEYS.to_vec();
        allowed.extend(DOSSIER_KEYS);
        if let Some(fields) = Fields::of(&own, "ho-so.yaml", &allowed, findings) {
            constants(&fields, &mut dossier, findings);
            if let Some(Node { content: Content::Map { entries, .. }, .. }) = fields.get("bang") {
                for entry in named_entries(entries, "bảng", findings) {
                    dossier.declared_tables.push(entry.key.clone());
                    if let Some(table) = table::table(
                        project,
                        id,
                        &entry.key,
                        &entry.value,
                        &limits,
                        &mut loaded.sources,
                        findings,
                    ) {
                        dossier.tables.insert(entry.key.clone(), Arc::new(table));
                    }
                }
            } else if let Some(node) = fields.get("bang") {
                findings.add(Finding::new(
                    &rules::WRONG_SHAPE,
                    node.place.clone(),
                    "«bang» phải gồm các dòng «tên_bảng: { tep: …, cot: … }»",
                ));
            }
            dossier.same_facts = same_facts::same_facts(&fields, findings);
            dossier.waivers = waivers::waivers(&fields, &dossier, findings);
            loaded.shared.insert(0, own);
        }
    }
    let register = nearest_register(project, id, &loaded.shared, &limits, &mut loaded.sources, findings);
    dossier.register = register.map(Arc::new);
    (dossier.year, dossier.year_place) = shared_year(&loaded.shared).unzip();
    dossier.timeline = timeline::own(&loaded.shared, findings);
    loaded.findings.waive(dossier.waivers.clone());
    loaded.dossier = Arc::new(dossier);
    loaded
}

/// The limits that the office sets for workbooks; where `chung.yaml` says nothing, or cannot be read, the program's own.
pub(super) fn office_limits(project: &Project) -> Limits {
    office(project, limits::limits).unwrap_or_default()
}

/// The limits that the office sets for worker processes, likewise.
pub fn process_limits(project: &Project) -> ProcessLimits {
    office(project, limits::process_limits).unwrap_or_default()
}

/// What a part of `chung.yaml` says.
fn office<T>(project: &Project, read: fn(&Fields<'_>, &mut Findings) -> T) -> Option<T> {
    if !project.root().join(OFFICE_FILE).is_file() {
        return None;
    }
    // What is wrong with the file is told by `check`.
    let mut findings = Findings::of_dossier();
    let node = file(project, OFFICE_FILE, &mut Sources::default(), &mut findings).map(or_empty);
    let mut allowed: Vec<&str> = SHARED_KEYS.to_vec();
    allowed.extend(OFFICE_KEYS);
    let fields = node.as_ref().and_then(|node| Fields::of(node, "chung.yaml", &allowed, &mut findings));
    fields.map(|fields| read(&fields, &mut findings))
}

/// `nam` of the nearest shared file; what is wrong with it is told when a document takes it.
fn shared_year(shared: &[Node]) -> Option<(i16, Place)> {
    let mut not_here = Findings::of_dossier();
    let keys: Vec<&str> = SHARED_KEYS.iter().chain(DOSSIER_KEYS).copied().collect();
    let mut files = shared.iter().filter_map(|node| Fields::of(node, "", &keys, &mut not_here));
    let year = files.find_map(|fields| fields.get("nam").cloned())?;
    match year.content {
        Content::Scalar(text) => Some((text.text.parse().ok()?, year.place)),
        _ => None,
    }
}

/// The register that the nearest file names.
fn nearest_register(
    project: &Project,
    id: &str,
    shared: &[Node],
    limits: &Limits,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Register> {
    // The keys were looked at when the files were read.
    let mut already_said = Findings::of_dossier();
    let own_file = format!("data/{id}/ho-so.yaml");
    let keys: Vec<&str> = SHARED_KEYS.iter().chain(DOSSIER_KEYS).copied().collect();
    let mut files = shared.iter().filter_map(|node| Fields::of(node, "", &keys, &mut already_said));
    let nearest = files.find(|fields| fields.mentions(register::KEY))?;
    let home = if nearest.place.path() == own_file { Home::Dossier(id) } else { Home::Data };
    register::register(project, &home, &nearest, limits, sources, findings)
}

/// Reads and parses one YAML file; its text is remembered, its troubles are reported.
pub(super) fn file(
    project: &Project,
    path: &str,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Node> {
    let bytes = match project.read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let reason = crate::fault::reason(&error);
            findings.add(
                Finding::new(&rules::NOT_TEXT, Place::file(path), format!("không mở được tệp: {reason}"))
                    .help("xem lại tên tệp và quyền đọc"),
            );
            return None;
        }
    };
    let text: Arc<str> = match yaml::decode(path, &bytes) {
        Ok(text) => text,
        Err(finding) => {
            findings.add(*finding);
            return None;
        }
    };
    sources.add_text(path, Arc::clone(&text));
    match yaml::parse(path, &text) {
        Ok(node) => Some(node),
        Err(finding) => {
            findings.add(*finding);
            None
        }
    }
}

fn constants(fields: &Fields<'_>, dossier: &mut Dossier, findings: &mut Findings) {
    let Some(node) = fields.get("hang_so") else { return };
    let Content::Map { entries, .. } = &node.content else {
        findings.add(Finding::new(
            &rules::WRONG_SHAPE,
            node.place.clone(),
            "«hang_so» phải gồm các dòng «tên: { gia_tri: …, nguon: … }»",
        ));
        return;
    };
    for entry in named_entries(entries, "hằng số", findings) {
        dossier.declared_constants.push(entry.key.clone());
        let what = format!("hằng số «{}»", entry.key);
        let Some(fields) = Fields::of(&entry.value, &what, CONSTANT_KEYS, findings) else { continue };
        let value =
            fields.required_text("gia_tri", &what, findings).and_then(|text| constant(&text, findings));
        let source = fields.required_text("nguon", &what, findings);
        if let (Some((value, place)), Some(source)) = (value, source) {
            let unit = fields.text("don_vi", findings).map(|text| text.one_line());
            let constant = Constant { value, unit, source: source.one_line(), place };
            dossier.constants.insert(entry.key.clone(), constant);
        }
    }
}

fn constant(text: &ClerkText, findings: &mut Findings) -> Option<(Decimal, Place)> {
    match number::parse(&text.text) {
        Ok(value) => Some((value, text.place.clone())),
        Err(bad) => {
            findings.add(
                Finding::new(
                    &rules::WRONG_SHAPE,
                    text.place.clone(),
                    format!("«gia_tri» phải là một số, ở đây là «{}»: {bad}", text.text),
                )
                .help("viết kiểu Việt Nam: 1.234 hoặc 7,97"),
            );
            None
        }
    }
}
