//! The summary table, and the words under it.

use crate::diag::{Finding, Severity};

/// What became of one document.
pub enum Result {
    Checked,
    Built { pages: usize },
    Refused { kept: bool },
    Failed,
}

pub struct Row {
    pub dossier: String,
    pub document: String,
    pub result: Result,
    pub files: Vec<String>,
}

/// The table with one row a document and a closing line of counts; with `strict` warnings refuse too.
pub fn summary(rows: &[Row], findings: &[Finding], output: Option<&str>, strict: bool) -> String {
    let head = ["Hồ sơ", "Văn bản", "Kết quả", "Trang", "Tệp"].map(str::to_owned);
    let mut lines = vec![head];
    for row in rows {
        let (result, pages) = match row.result {
            Result::Checked => ("đã kiểm tra", String::new()),
            Result::Built { pages } => ("đã dựng", pages.to_string()),
            Result::Refused { kept: true } => ("bị từ chối, giữ bản cũ", String::new()),
            Result::Refused { kept: false } => ("bị từ chối", String::new()),
            Result::Failed => ("sự cố", String::new()),
        };
        lines.push([
            row.dossier.clone(),
            row.document.clone(),
            result.to_owned(),
            pages,
            row.files.join(", "),
        ]);
    }
    let mut text = columns(&lines);
    let count = |wanted: fn(&Result) -> bool| rows.iter().filter(|row| wanted(&row.result)).count();
    let mut parts = vec![format!("{} văn bản", rows.len())];
    let built = count(|result| matches!(result, Result::Built { .. }));
    let refused = count(|result| matches!(result, Result::Refused { .. }));
    let failed = count(|result| matches!(result, Result::Failed));
    if output.is_some() {
        parts.push(format!("{built} đã dựng"));
    }
    if refused > 0 {
        parts.push(format!("{refused} bị từ chối"));
    }
    if failed > 0 {
        parts.push(format!("{failed} gặp sự cố"));
    }
    let of = |severity| {
        findings.iter().filter(|finding| finding.waived.is_none() && finding.severity == severity).count()
    };
    parts.push(format!("{} lỗi", of(Severity::Error)));
    let warnings = of(Severity::Warning);
    let weight = if strict && warnings > 0 { " (--strict: tính như lỗi)" } else { "" };
    parts.push(format!("{warnings} cảnh báo{weight}"));
    let waived = findings.iter().filter(|finding| finding.waived.is_some()).count();
    if waived > 0 {
        parts.push(format!("{waived} được bỏ qua"));
    }
    text.push('\n');
    text.push_str(&parts.join(", "));
    if let Some(output) = output.filter(|_| built > 0) {
        text.push_str(&format!(" → {output}"));
    }
    text
}

/// Lines of cells with every column as wide as its longest cell.
pub fn columns<const N: usize>(lines: &[[String; N]]) -> String {
    let widths: Vec<usize> = (0..N)
        .map(|column| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0))
        .collect();
    let mut text = String::new();
    for line in lines {
        let cells: Vec<String> = line
            .iter()
            .zip(&widths)
            .map(|(cell, width)| {
                let blanks = width.saturating_sub(cell.chars().count());
                format!("{cell}{}", " ".repeat(blanks))
            })
            .collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}
