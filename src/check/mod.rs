//! The rules: what must hold before a document may be composed.
//!
//! Comes in: a dossier's tables, an expanded document. Goes out: findings, and `Checked`, which only a passed check
//! can make. Never here: changing what is read, files, wording of a document.
//! Why: one rule is one file, so that a clerk's question «why is this wrong?» has one place that answers it.

mod allocation;
mod bounds;
mod card;
mod cited;
mod equations;
mod form;
mod judge;
pub mod layout;
mod limits;
mod parts;
mod passages;
mod rates;
mod register;
mod rows;
mod same_facts;
mod set;
mod stocks;
mod sums;
mod time;
mod twice;
mod typed;
mod wording;
mod writings;

use std::sync::Arc;

use crate::compile::Pages;
use crate::diag::{Finding, Findings, Place};
use crate::model::blocks::Blocks;
use crate::model::body::{PrintedTable, Written};
use crate::model::card::Card;
use crate::model::document::{AnnexContent, Document, Dossier, Expanded};
use crate::model::fan_out::Unit;
use crate::model::figure::Figure;
use crate::model::norm::Norm;
use crate::model::same_fact::FoundFact;
use crate::model::table::Table;
use crate::model::text::{RichText, Run, RunSource};
use crate::model::timeline::Timeline;
use crate::model::verdict::{RowVerdict, Verdict};
pub use card::card;
pub use rows::{joined_verdicts, row_name, rows, rules_of_rows};
pub use wording::TextSubject;

/// A rule over the tables of a dossier.
type TableRule = fn(&Table, &mut Findings);

/// Every rule over tables, in the order in which they are run.
const TABLE_RULES: &[TableRule] = &[
    sums::groups,
    sums::total,
    sums::hidden_total,
    parts::within_whole,
    equations::rows,
    allocation::shares,
    rates::rows,
    limits::cut::over_stock,
    limits::over_hundred::rates,
    limits::negative::figures,
    limits::row_numbers::in_sequence,
    limits::column_ids::in_sequence,
    limits::least::targets,
];

/// Runs every rule over the tables of a dossier.
pub fn tables(dossier: &Dossier, findings: &mut Findings) {
    for table in dossier.tables.values() {
        for rule in TABLE_RULES {
            rule(table, findings);
        }
    }
    limits::over_hundred::constants(dossier, findings);
    register::names(dossier, findings);
    twice::in_two_groups(dossier, findings);
    writings::of_tables(dossier, findings);
    time::workbooks(dossier, findings);
}

/// Compares what a dossier states in several places (`doi_chieu`).
pub fn same_facts(facts: &[FoundFact], findings: &mut Findings) {
    same_facts::agree(facts, findings);
}

/// Looks the units of a document's tables up in the register, at the document's date.
pub fn units(expanded: &Expanded, dossier: &Dossier, findings: &mut Findings) {
    register::at_date(expanded, dossier, findings);
}

/// A document among the others of its dossier, and on its own day.
pub fn among_others(
    expanded: &Expanded,
    dossier: &Dossier,
    card: &Card,
    cards: &[Card],
    timeline: &Timeline,
) -> Vec<Finding> {
    let mut found = set::agreement(card, cards);
    found.extend(time::on_day(expanded, dossier, card, cards, &timeline.with(&dossier.timeline)));
    // What stands in a shared file is this document's all the same: another one may be of another day.
    found.into_iter().map(|finding| Finding { document: Some(card.file.clone()), ..finding }).collect()
}

/// A document that has passed every check, with the dossier that its figures come from.
#[derive(Debug, Clone)]
pub struct Checked {
    expanded: Expanded,
    dossier: Arc<Dossier>,
}

impl Checked {
    pub fn document(&self) -> &Document<RichText, Written> {
        &self.expanded.document
    }

    pub fn figures(&self) -> &[Figure] {
        &self.expanded.figures
    }

    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// Where a run was written, by the number that it carries.
    pub fn source(&self, number: usize) -> Option<&RunSource> {
        self.expanded.sources.get(number)
    }

    /// Where words of some runs stand in the YAML.
    pub fn place_in(&self, runs: &[Run], at: usize, part: &str) -> Option<Place> {
        self.expanded.place_in(runs, at, part)
    }

    /// Where the runs were written, in the order of their numbers.
    pub fn sources(&self) -> impl Iterator<Item = &RunSource> {
        self.expanded.sources.iter()
    }

    /// The table that is printed: one of the dossier, or of one the unit's own rows.
    pub fn table(&self, printed: &PrintedTable<RichText>) -> Option<&Table> {
        if printed.is_own {
            return self.expanded.own.get(&printed.table);
        }
        self.dossier.tables.get(&printed.table).map(AsRef::as_ref)
    }

    /// The unit that it is for, where the document is fanned out.
    pub fn unit(&self) -> Option<&Unit> {
        self.expanded.unit.as_ref()
    }

    /// Its text, that of what is attached, and that of annexes of text.
    pub fn bodies(&self) -> Vec<&[Written]> {
        let document = self.document();
        let attached = document.attachments.iter().map(|attachment| attachment.body.as_slice());
        let annexed = document.annexes.iter().filter_map(|annex| match &annex.content {
            AnnexContent::Table(_) => None,
            AnnexContent::Body(body) => Some(body.as_slice()),
        });
        std::iter::once(document.body.as_slice()).chain(attached).chain(annexed).collect()
    }

    /// Every table that the document prints, in the order of its pages: in the text, in attached documents, in annexes.
    pub fn printed_tables(&self) -> Vec<(&PrintedTable<RichText>, &Table)> {
        fn of_body<'a>(body: &'a [Written], found: &mut Vec<&'a PrintedTable<RichText>>) {
            for block in body {
                found.extend(&block.table);
                of_body(&block.children, found);
            }
        }
        let document = self.document();
        let mut found = Vec::new();
        of_body(&document.body, &mut found);
        for attachment in &document.attachments {
            of_body(&attachment.body, &mut found);
        }
        for annex in &document.annexes {
            match &annex.content {
                AnnexContent::Table(table) => found.push(table),
                AnnexContent::Body(body) => of_body(body, &mut found),
            }
        }
        found.into_iter().filter_map(|printed| Some((printed, self.table(printed)?))).collect()
    }
}

/// Lets a document pass when neither it nor its dossier has a finding that refuses it.
pub fn content(
    expanded: Expanded,
    dossier: &Arc<Dossier>,
    of_dossier: &Findings,
    of_document: &Findings,
) -> Option<Checked> {
    let passes = !of_document.refuse_document(of_dossier, false);
    passes.then(|| Checked { expanded, dossier: Arc::clone(dossier) })
}

/// Runs every rule of the decree's wording over a composed document.
pub fn wording(subject: &TextSubject<'_>, findings: &mut Findings) -> Vec<RowVerdict> {
    let mut verdicts = Vec::new();
    judge::judge(wording::RULES, |check, judge| check(subject, judge), findings, &mut verdicts);
    if !subject.norm.is_decree {
        leave_open(&mut verdicts, |_| true);
    }
    verdicts
}

/// Runs every rule over the numbers and names in a composed document's text.
pub fn typed(subject: &TextSubject<'_>, findings: &mut Findings) {
    typed::check(subject, findings);
}

/// Takes back what cannot be known: a component that no label leads to, or a row of a decree that the profile does not
/// follow.
fn leave_open(verdicts: &mut [RowVerdict], which: impl Fn(Verdict) -> bool) {
    for row in verdicts.iter_mut().filter(|row| which(row.verdict)) {
        row.verdict = Verdict::NotEvaluated;
    }
}

/// Runs every rule of the decree's form over the pages of one file of a document.
pub fn form(
    checked: &Checked,
    blocks: &Blocks,
    pages: &Pages,
    norm: &Norm,
    findings: &mut Findings,
) -> Vec<RowVerdict> {
    let mut verdicts = Vec::new();
    let subject = form::PageSubject::new(checked, blocks, pages, norm);
    judge::judge(form::RULES, |check, judge| check(&subject, judge), findings, &mut verdicts);
    if !subject.is_legible() {
        leave_open(&mut verdicts, |verdict| verdict == Verdict::NotApplicable);
    }
    if !norm.is_decree {
        leave_open(&mut verdicts, |_| true);
    }
    verdicts
}

/// Where a clerk writes what a component prints: the value of its key, in the nearest file that has it; else the
/// document's file.
fn place_of_component(checked: &Checked, component: &str) -> Place {
    /// Keys by component, the first that is written; every other component is printed from the key of its own name.
    const KEYS: &[(&str, &[&str])] = &[
        ("so_ky_hieu", &["so", "viet_tat"]),
        ("dia_danh_ngay", &["ngay", "dia_danh"]),
        ("ten_loai", &["loai"]),
        ("menh_lenh", &["loai"]),
        ("trich_yeu_cong_van", &["trich_yeu"]),
        ("tham_quyen", &["tham_quyen", "co_quan"]),
        ("kinh_gui_dau", &["kinh_gui"]),
        ("kinh_gui_muc", &["kinh_gui"]),
        ("noi_nhan_dau", &["noi_nhan"]),
        ("noi_nhan_muc", &["noi_nhan"]),
        ("nguoi_soan", &["nguoi_soan", "so_ban"]),
        ("chuc_vu", &["nguoi_ky"]),
        ("khoang_ky", &["nguoi_ky"]),
        ("ho_ten", &["nguoi_ky"]),
        ("du_thao", &["trang_thai"]),
        ("chu_ky_so", &["so"]),
        ("trich_yeu_kem_theo", &["van_ban_kem_theo"]),
        ("kem_theo_dong", &["van_ban_kem_theo"]),
        ("phu_luc_nhan", &["phu_luc"]),
        ("phu_luc_tieu_de", &["phu_luc"]),
        ("phu_luc_kem_theo", &["phu_luc"]),
        ("phu_luc_don_vi", &["phu_luc"]),
        ("phu_luc_ghi_chu", &["phu_luc"]),
        ("phu_luc_ket_thuc", &["phu_luc"]),
    ];
    let document = checked.document();
    let keys = KEYS.iter().find(|(name, _)| *name == component).map_or(&[] as &[&str], |(_, keys)| keys);
    keys.iter()
        .copied()
        .chain([component])
        .find_map(|key| document.keys.get(key).cloned())
        .unwrap_or_else(|| Place::file(document.file.as_str()))
}
