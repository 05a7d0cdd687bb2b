//! What a comment says: all of a finding at its cell, one line at every other cell that it names.

use std::collections::BTreeMap;

use super::DIVIDER;
use crate::diag::human::brief;
use crate::diag::{CellRange, CellRef, Finding, Label, Place, Severity};

/// All that is said at one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    pub sheet: String,
    pub cell: CellRef,
    pub notes: Vec<Note>,
}

/// What one finding says there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub code: String,
    pub severity: Severity,
    pub text: String,
}

impl Comment {
    /// The whole text; Excel takes no more than 32,767 characters.
    pub fn text(&self) -> String {
        const MOST: usize = 30_000;
        let mut text = String::new();
        for (at, note) in self.notes.iter().enumerate() {
            if text.chars().count() + note.text.chars().count() > MOST {
                text.push_str(&format!(
                    "\n{DIVIDER}\nCòn {} lỗi, cảnh báo nữa ở ô này",
                    self.notes.len() - at
                ));
                break;
            }
            if at > 0 {
                text.push_str(&format!("\n{DIVIDER}\n"));
            }
            text.push_str(&note.text);
        }
        text
    }
}

/// The comments on the cells of one workbook, by sheet, row and column. What the clerk lets stand is left out.
pub fn comments(findings: &[Finding], workbook: &str) -> Vec<Comment> {
    let mut by_cell: BTreeMap<(String, CellRef), Vec<Note>> = BTreeMap::new();
    let mut say = |sheet: &str, cell: CellRange, finding: &Finding, text: String| {
        let notes = by_cell.entry((sheet.to_owned(), cell.first)).or_default();
        let note = Note { code: finding.code.clone(), severity: finding.severity, text };
        if !notes.contains(&note) {
            notes.push(note);
        }
    };
    for finding in findings.iter().filter(|finding| finding.waived.is_none()) {
        let own = own_cell(&finding.at.place, workbook);
        if let Some((sheet, cell)) = own {
            say(sheet, cell, finding, whole(finding, workbook));
        }
        for label in &finding.also {
            let Some((sheet, cell)) = own_cell(&label.place, workbook) else { continue };
            if own.is_none_or(|(of, at)| (of, at.first) != (sheet, cell.first)) {
                say(sheet, cell, finding, short(finding, label, sheet, cell));
            }
        }
    }
    by_cell.into_iter().map(|((sheet, cell), notes)| Comment { sheet, cell, notes }).collect()
}

fn own_cell<'a>(place: &'a Place, workbook: &str) -> Option<(&'a str, CellRange)> {
    match place {
        Place::Cell { file, sheet, cell } if file == workbook => Some((sheet, *cell)),
        _ => None,
    }
}

/// «Lỗi TOT002».
fn name(finding: &Finding) -> String {
    let severity = match finding.severity {
        Severity::Error => "Lỗi",
        Severity::Warning => "Cảnh báo",
    };
    format!("{severity} {}", finding.code)
}

/// The finding as it is printed, without the lines around it.
fn whole(finding: &Finding, workbook: &str) -> String {
    let mut lines = vec![format!("{}: {}", name(finding), finding.message)];
    if let Place::Cell { cell, .. } = &finding.at.place
        && cell.first != cell.last
    {
        lines.push(format!("Vùng ô: {cell}"));
    }
    if !finding.at.text.is_empty() {
        lines.push(format!("Ô này: {}", finding.at.text));
    }
    for label in finding.also.iter().filter(|label| !label.text.is_empty()) {
        lines.push(format!("{}: {}", seen_from(label, finding, workbook), label.text));
    }
    lines.extend(finding.notes.iter().map(|note| format!("Ghi chú: {}", brief(note))));
    lines.extend(finding.help.iter().map(|help| format!("Cách sửa: {help}")));
    lines.extend(finding.document.iter().map(|document| format!("Văn bản: {document}")));
    lines.join("\n")
}

/// Another place as it is called from the finding's own cell.
fn seen_from(label: &Label, finding: &Finding, workbook: &str) -> String {
    match (own_cell(&label.place, workbook), own_cell(&finding.at.place, workbook)) {
        (Some((sheet, cell)), Some((own, _))) if sheet == own => format!("Ô {cell}"),
        (Some((sheet, cell)), _) => format!("Trang «{sheet}», ô {cell}"),
        _ => label.place.to_string(),
    }
}

/// At a cell that matters for a finding at another place.
fn short(finding: &Finding, label: &Label, sheet: &str, cell: CellRange) -> String {
    let place = match &finding.at.place {
        Place::Cell { file, sheet: of, cell } if file == label.place.path() && of == sheet => {
            format!("ô {cell}")
        }
        Place::Cell { file, sheet: of, cell } if file == label.place.path() => {
            format!("trang «{of}», ô {cell}")
        }
        other => other.to_string(),
    };
    let is_far = own_cell(&finding.at.place, label.place.path()).is_none();
    let range = if cell.first == cell.last { String::new() } else { format!(" ({cell})") };
    let mut text = format!(
        "Xem {} ở {place}",
        name(finding).to_lowercase().replace(&finding.code.to_lowercase(), &finding.code)
    );
    if !label.text.is_empty() || !range.is_empty() {
        let label = if label.text.is_empty() { "liên quan" } else { label.text.as_str() };
        text.push_str(&format!(": {label}{range}"));
    }
    if is_far {
        text.push_str(&format!("\n{}", finding.message));
        text.extend(finding.help.iter().map(|help| format!("\nCách sửa: {help}")));
    }
    text
}
