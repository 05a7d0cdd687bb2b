//! LAY001-LAY003: what the finished pages themselves say is wrong. The rules of the decree join them here.

use crate::compile::Pages;
use crate::diag::{Finding, Findings, Place, rules};

/// Runs every rule over the pages of the document with this YAML file.
pub fn pages(pages: &Pages, file: &str, findings: &mut Findings) {
    for line in &pages.printed.lines {
        if line.missing.is_empty() {
            continue;
        }
        let place = Place::Page { file: file.to_owned(), page: line.page, text: line.text.clone() };
        findings.add(
            Finding::new(
                &rules::MISSING_GLYPH,
                place,
                format!("phông chữ không có ký tự «{}»", line.missing),
            )
            .help("thay ký tự này, hoặc đặt phông chữ có ký tự đó vào templates/fonts"),
        );
    }
    for warning in &pages.warnings {
        let rule = if warning.contains("unknown font") {
            &rules::UNKNOWN_FONT
        } else if warning.contains("did not converge") {
            &rules::UNSTABLE
        } else {
            continue;
        };
        findings.add(
            Finding::new(rule, Place::file(file), format!("{}: {warning}", rule.what))
                .help("xem lại các tệp đã sửa trong templates/"),
        );
    }
}
