//! Findings as the JSON array of the contract.

use serde_json::{Value, json};

use super::{Finding, Label};

/// The array that `check` and `build` print with `--format json`; `[]` when there is nothing to say.
pub fn array(findings: &[Finding]) -> Value {
    Value::Array(findings.iter().map(object).collect())
}

fn object(finding: &Finding) -> Value {
    let places = |labels: &[Label]| labels.iter().map(|label| json!(label.place)).collect::<Vec<_>>();
    json!({
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "document": finding.document,
        "message": finding.message,
        "at": finding.at.place,
        "also": places(&finding.also),
        "notes": finding.notes,
        "help": finding.help,
        "unit": finding.unit,
        "waived": finding.waived,
    })
}
