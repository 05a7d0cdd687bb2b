//! LAY002, LAY003, LAY005, LAY009: what the typesetter warns of, figures that stand on no page, tables of hundreds of
//! pages. What a look at the page itself says wrong is among the rules over pages (`form/`).

use rust_decimal::Decimal;

use crate::check::Checked;
use crate::compile::Pages;
use crate::diag::{Finding, Findings, Place, rules};
use crate::model::figure::Figure;
use crate::vietnamese::number;

/// What the typesetter warned of while it laid out the document with this YAML file.
pub fn pages(pages: &Pages, file: &str, findings: &mut Findings) {
    for warning in &pages.warnings {
        let rule = if warning.contains("unknown font") {
            &rules::UNKNOWN_FONT
        } else if warning.contains("did not converge") {
            &rules::UNSTABLE
        } else {
            continue;
        };
        findings.add(
            Finding::new(rule, Place::file(file), rule.what)
                .note(warning.as_str())
                .help("xem lại các tệp đã sửa trong templates/"),
        );
    }
}

/// LAY009: printed tables that are better cut into one for each unit.
pub fn long_tables(checked: &Checked, findings: &mut Findings) {
    /// Some 150 pages, two or three seconds of work (docs/performance.md).
    const LONGEST: usize = 5_000;
    let mut told: Vec<&str> = Vec::new();
    for (_, table) in checked.printed_tables() {
        if table.rows.len() <= LONGEST || told.contains(&table.id.as_str()) {
            continue;
        }
        told.push(&table.id);
        let rows = number::format(Decimal::from(table.rows.len()));
        let file = checked.document().file.as_str();
        let finding = Finding::new(
            &rules::LONG_TABLE,
            Place::file(file),
            format!("bảng «{}» in ra {rows} dòng, trên 5.000 dòng", table.id),
        )
        .help(rules::LONG_TABLE.mend);
        findings.add(match table.column_range(0) {
            Some(range) => finding.also(range, "các dòng ở đây"),
            None => finding,
        });
    }
}

/// LAY005: a figure of the text that stands on no page: a changed template has dropped it.
pub fn lost_figures(pages: &[&Pages], figures: &[Figure], file: &str, findings: &mut Findings) {
    for (at, figure) in figures.iter().enumerate() {
        if pages.iter().any(|pages| pages.printed.figure_pages.contains_key(&at)) {
            continue;
        }
        let place = figure.source.first().cloned().unwrap_or_else(|| Place::file(file));
        findings.add(
            Finding::new(
                &rules::LOST_FIGURE,
                Place::file(file),
                format!("số liệu {} có trong nội dung nhưng không có trên trang in", figure.text),
            )
            .also(place, "số liệu lấy ở đây")
            .help("mẫu trong templates/ đã bỏ mất một phần; so lại với mẫu gốc của chương trình"),
        );
        return;
    }
}
