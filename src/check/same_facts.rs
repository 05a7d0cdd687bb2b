//! TOT005: a fact that a dossier states in several places (`doi_chieu`) is the same in all of them.

use crate::diag::{Finding, Findings, Place, rules};
use crate::model::same_fact::{FoundFact, Said};
use crate::model::table::Value;

/// TOT005, for every fact; of several that differ from the first, each is named.
pub fn agree(facts: &[FoundFact], findings: &mut Findings) {
    for fact in facts {
        let Some((first, others)) = fact.said.split_first() else { continue };
        let different: Vec<&Said> = others.iter().filter(|said| differ(&first.value, &said.value)).collect();
        let Some(other) = different.first() else { continue };
        let place = |said: &Said| said.source.first().cloned().unwrap_or_else(|| fact.place.clone());
        let of = |said: &Said| said.unit.as_ref().map(|unit| format!(" của «{unit}»")).unwrap_or_default();
        let mut finding = Finding::new(
            &rules::SAME_FACT,
            place(other),
            format!(
                "«{}»{} là {}, «{}»{} là {}: hai nơi phải ghi như nhau",
                other.name,
                of(other),
                shown(other),
                first.name,
                of(first),
                shown(first)
            ),
        )
        .label(format!("ở nơi kia là {}", shown(first)))
        .also(place(first), format!("ghi {}", shown(first)));
        for said in &different[1..] {
            finding = finding.also(place(said), format!("ghi {}", shown(said)));
        }
        if let Some(unit) = other.unit.as_ref().or(first.unit.as_ref()) {
            finding = finding.unit(unit.as_str());
        }
        let declared: &Place = &fact.place;
        findings.add(
            finding
                .also(declared.clone(), "khai báo phải bằng nhau ở đây")
                .help("sửa nơi sai; nếu hai số vốn không phải là một thì xóa mục này của «doi_chieu»"),
        );
    }
}

fn differ(one: &Value, other: &Value) -> bool {
    match (one.bounds(), other.bounds()) {
        (Some(one), Some(other)) => one != other,
        (None, None) => match (one, other) {
            // A cell that could not be read has its own finding.
            (Value::Unreadable, _) | (_, Value::Unreadable) => false,
            (one, other) => one != other,
        },
        _ => !matches!(one, Value::Unreadable) && !matches!(other, Value::Unreadable),
    }
}

fn shown(said: &Said) -> &str {
    if said.text.is_empty() { "trống" } else { &said.text }
}
