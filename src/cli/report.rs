//! The summary table, and the words under it.

use crate::diag::{Finding, Severity};
use crate::record::{DocumentRow, RowId};

/// What became of one document.
pub enum Result {
    Checked,
    Built {
        pages: usize,
    },
    /// Nothing that it is made from has changed.
    Current {
        pages: usize,
    },
    Refused {
        kept: bool,
    },
    Failed,
}

pub struct Row {
    pub dossier: String,
    pub id: RowId,
    pub result: Result,
    pub files: Vec<String>,
}

impl Row {
    /// Of a document that need not be made.
    pub fn current(dossier: &str, row: &DocumentRow) -> Self {
        Self {
            dossier: dossier.to_owned(),
            id: row.id(),
            result: Result::Current { pages: row.outputs.iter().filter_map(|file| file.pages).sum() },
            files: row.outputs.iter().map(|file| file.path.clone()).collect(),
        }
    }

    /// Its files: what is printed, then the annexes, then the record.
    fn shown_files(&self) -> String {
        let rank = |name: &str| KINDS.iter().position(|kind| name.ends_with(kind)).unwrap_or(KINDS.len());
        let mut files: Vec<&str> = self.files.iter().map(String::as_str).collect();
        files.sort_by_key(|name| (rank(name), name.len()));
        files.join(", ")
    }
}

/// The endings of outputs in the order in which they are named.
const KINDS: [&str; 4] = [".pdf", ".docx", ".xlsx", ".json"];

impl Result {
    fn words(&self) -> &'static str {
        match self {
            Self::Checked => "đã kiểm tra",
            Self::Built { .. } => "đã dựng",
            Self::Current { .. } => "không đổi",
            Self::Refused { kept: true } => "bị từ chối, giữ bản cũ",
            Self::Refused { kept: false } => "bị từ chối",
            Self::Failed => "sự cố",
        }
    }

    fn pages(&self) -> Option<usize> {
        match self {
            Self::Built { pages } | Self::Current { pages } => Some(*pages),
            _ => None,
        }
    }

    fn is_trouble(&self) -> bool {
        matches!(self, Self::Refused { .. } | Self::Failed)
    }
}

/// One line for all units of a document: «đã dựng 17, bị từ chối 1».
fn of_units(rows: &[Row]) -> [String; 5] {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for row in rows {
        let words = row.result.words();
        match counts.iter_mut().find(|(known, _)| *known == words) {
            Some((_, count)) => *count += 1,
            None => counts.push((words, 1)),
        }
    }
    let result = match counts.as_slice() {
        [(words, _)] => (*words).to_owned(),
        several => {
            several.iter().map(|(words, count)| format!("{words} {count}")).collect::<Vec<_>>().join(", ")
        }
    };
    let pages: usize = rows.iter().filter_map(|row| row.result.pages()).sum();
    let files: usize = rows.iter().map(|row| row.files.len()).sum();
    let Row { dossier, id, .. } = &rows[0];
    [
        dossier.clone(),
        format!("{} × {} đơn vị", id.document, rows.len()),
        result,
        if pages > 0 { pages.to_string() } else { String::new() },
        if files > 0 { format!("{}/: {files} tệp", id.document) } else { String::new() },
    ]
}

/// The table with one row a document, or one for all units of it, and a closing line of counts; with `strict` warnings refuse too.
pub fn summary(rows: &[Row], findings: &[Finding], output: Option<&str>, strict: bool) -> String {
    let head = ["Hồ sơ", "Văn bản", "Kết quả", "Trang", "Tệp"].map(str::to_owned);
    let mut lines = vec![head];
    for of_document in rows.chunk_by(|a, b| (&a.dossier, &a.id.document) == (&b.dossier, &b.id.document)) {
        if of_document[0].id.unit.is_some() {
            lines.push(of_units(of_document));
        }
        // Of units only those are named that somebody has to look after.
        let is_told = |row: &&Row| row.id.unit.is_none() || row.result.is_trouble();
        lines.extend(of_document.iter().filter(is_told).map(|row| {
            let pages = row.result.pages().map(|pages| pages.to_string()).unwrap_or_default();
            [row.dossier.clone(), row.id.shown(), row.result.words().to_owned(), pages, row.shown_files()]
        }));
    }
    let mut text = columns(&lines);
    let count = |wanted: fn(&Result) -> bool| rows.iter().filter(|row| wanted(&row.result)).count();
    let mut parts = vec![format!("{} văn bản", rows.len())];
    let built = count(|result| matches!(result, Result::Built { .. }));
    let refused = count(|result| matches!(result, Result::Refused { .. }));
    let failed = count(|result| matches!(result, Result::Failed));
    let current = count(|result| matches!(result, Result::Current { .. }));
    if output.is_some() {
        parts.push(format!("{built} đã dựng"));
    }
    if current > 0 {
        parts.push(format!("{current} không đổi"));
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
