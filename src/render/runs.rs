//! Runs as a template sees them, and without the ending that the form puts itself.

use serde::Serialize;

use crate::model::text::{RichText, Run};

/// A run as a template sees it.
#[derive(Serialize)]
pub struct RunView {
    chu: String,
    dam: bool,
    nghieng: bool,
    so: Option<usize>,
    /// Where it was written: its number among the document's sources.
    cho: Option<usize>,
}

/// Runs for the template.
pub fn runs(text: &[Run]) -> Vec<RunView> {
    text.iter()
        .map(|run| RunView {
            chu: run.text.clone(),
            dam: run.bold,
            nghieng: run.italic,
            so: run.figure,
            cho: run.source,
        })
        .collect()
}

/// The text without the ending that the clerk may have typed: the form puts its own «;», «.», «:» or «./.».
pub fn unended(text: &[Run]) -> RichText {
    let mut text = text.to_vec();
    if let Some(last) = text.last_mut().filter(|last| last.figure.is_none()) {
        let trimmed = last.text.trim_end_matches([' ', ';', ':', ',', '.', '/']);
        // «v.v.» and «…» are not endings.
        let keeps = last.text.trim_end().ends_with("v.v.") || last.text.trim_end().ends_with("...");
        if !keeps {
            last.text.truncate(trimmed.len());
        }
    }
    text
}
