//! `check --form`: for every document, what was decided on every row of the decree that a rule looks at.
//!
//! Comes in: verdicts as the workers sent them. Goes out: a table for people, the object of the JSON contract.

use serde_json::{Value, json};

use super::report::columns;
use crate::batch::DocumentReport;
use crate::check;
use crate::diag::{Finding, json as findings_json};
use crate::discover::DocumentFile;
use crate::model::verdict::{RowVerdict, Verdict};

/// What is printed as JSON when nothing could be looked at.
pub const NOTHING: &str = "{\"findings\":[],\"form\":[]}";

/// One document's verdicts, by row and rule.
pub struct Conformity {
    /// The document's YAML.
    pub document: String,
    verdicts: Vec<RowVerdict>,
}

impl Conformity {
    /// Of a document that nothing came back about, no row is evaluated.
    pub fn of(wanted: &DocumentFile, report: Option<&DocumentReport>) -> Self {
        let verdicts = match report {
            Some(report) => report.verdicts.clone(),
            None => check::joined_verdicts(Vec::new()),
        };
        Self { document: wanted.file.clone(), verdicts }
    }
}

/// `{"findings":[…],"form":[…]}`.
pub fn object(findings: &[Finding], form: &[Conformity]) -> Value {
    let row = |document: &str, verdict: &RowVerdict| {
        json!({
            "document": document,
            "row": verdict.row.to_string(),
            "code": verdict.code,
            "verdict": verdict.verdict,
        })
    };
    let form: Vec<Value> =
        form.iter().flat_map(|one| one.verdicts.iter().map(|verdict| row(&one.document, verdict))).collect();
    json!({ "findings": findings_json::array(findings), "form": form })
}

/// One table a document, what is broken first, and the number of each verdict under it.
pub fn text(form: &[Conformity]) -> String {
    let mut text = String::new();
    for one in form {
        let mut lines = vec![["Dòng", "Kết quả", "Mã", "Quy định"].map(str::to_owned)];
        let mut counts = Vec::new();
        for wanted in Verdict::ALL {
            let of_this = || one.verdicts.iter().filter(|row| row.verdict == wanted);
            counts.push(format!("{} {}", of_this().count(), wanted.words()));
            lines.extend(of_this().map(|row| {
                let name = check::row_name(row.row).to_owned();
                [row.row.to_string(), wanted.words().to_owned(), row.code.clone(), name]
            }));
        }
        text.push_str(&format!("{}\n{}{}\n\n", one.document, columns(&lines), counts.join(", ")));
    }
    text
}
