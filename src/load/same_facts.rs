//! `doi_chieu`: the references of a dossier that must say the same.

use super::fields::Fields;
use crate::diag::{Finding, Findings, rules};
use crate::model::same_fact::SameFact;

pub const KEY: &str = "doi_chieu";
const KEYS: &[&str] = &["bang_nhau"];

/// The facts that `ho-so.yaml` says are the same.
pub fn same_facts(fields: &Fields<'_>, findings: &mut Findings) -> Vec<SameFact> {
    const WHAT: &str = "một mục của «doi_chieu»";
    const FEWEST: usize = 2;
    let mut facts = Vec::new();
    for node in fields.list(KEY) {
        let Some(fields) = Fields::of(node, WHAT, KEYS, findings) else { continue };
        let references = fields.texts("bang_nhau", findings);
        if references.len() < FEWEST {
            findings.add(
                Finding::new(
                    &rules::MISSING_KEY,
                    node.place.clone(),
                    format!("{WHAT} phải có «bang_nhau» với ít nhất hai tham chiếu"),
                )
                .help("ví dụ: bang_nhau: [\"hang_so.ho_vay\", \"xa.tong.giam\"]"),
            );
            continue;
        }
        facts.push(SameFact { references, place: node.place.clone() });
    }
    facts
}
