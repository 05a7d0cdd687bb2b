//! What is let stand (`bo_qua`), in the summary: a line for every rule and reason.

use std::collections::BTreeMap;

use crate::diag::{Finding, Place, Severity, Waived};

/// What one document lets stand.
pub struct OfDocument {
    /// `mau/ke-hoach`
    pub document: String,
    pub waived: Vec<Waived>,
}

/// «bỏ qua 2 lỗi TOT002, lý do: …»; what only some documents let stand names them.
pub fn lines(findings: &[Finding], documents: &[OfDocument]) -> Vec<String> {
    type Key<'a> = (&'a Place, &'a str, &'a str);
    let mut by_finding: BTreeMap<Key<'_>, Vec<(&str, &str)>> = BTreeMap::new();
    for one in documents {
        for waived in &one.waived {
            let key = (&waived.place, waived.code.as_str(), waived.message.as_str());
            by_finding.entry(key).or_default().push((&one.document, &waived.reason));
        }
    }
    // By rule, weight, reason and, where it does not hold for all, the document.
    let mut counts: BTreeMap<(&str, Severity, &str, Option<&str>), usize> = BTreeMap::new();
    for finding in findings {
        let (code, severity) = (finding.code.as_str(), finding.severity);
        if let Some(reason) = &finding.waived {
            *counts.entry((code, severity, reason, None)).or_default() += 1;
            continue;
        }
        for (document, reason) in
            by_finding.get(&(&finding.at.place, code, finding.message.as_str())).into_iter().flatten()
        {
            *counts.entry((code, severity, reason, Some(document))).or_default() += 1;
        }
    }
    let line =
        |((code, severity, reason, document), count): (&(&str, Severity, &str, Option<&str>), &usize)| {
            let weight = match severity {
                Severity::Error => "lỗi",
                Severity::Warning => "cảnh báo",
            };
            let whose = document.map_or(String::new(), |document| format!(" cho {document}"));
            format!("bỏ qua {count} {weight} {code}{whose}, lý do: {reason}")
        };
    counts.iter().map(line).collect()
}
