//! Drafts as an office suite opens them: as many pages as the PDF has, and every word.

use std::process::Command;

use super::samples;
use crate::harness::say;
use crate::pdf::tool;

#[test]
fn an_office_suite_prints_the_pages_of_the_pdf() {
    if Command::new("soffice").arg("--version").output().is_err() {
        say("skipped: soffice (LibreOffice) is not installed");
        return;
    }
    let project = samples();
    project.build();
    let root = project.root().to_string_lossy().into_owned();
    let profile = format!("-env:UserInstallation=file://{root}/office");
    let files = project.names("output");
    for draft in files.iter().filter(|path| path.ends_with(".docx") && path.matches('/').count() == 1) {
        let folder = format!("{root}/converted/{}", draft.split('/').next().unwrap_or_default());
        let source = format!("{root}/output/{draft}");
        let arguments = ["--headless", &profile, "--convert-to", "pdf", "--outdir", &folder, &source];
        let converted = Command::new("soffice").args(arguments).output().expect("soffice starts");
        let document = draft.trim_end_matches(".docx");
        let pdf = format!("{root}/converted/{document}.pdf");
        if !std::path::Path::new(&pdf).exists() {
            // Without its word processor the suite says so and converts nothing.
            let words = String::from_utf8_lossy(&converted.stderr).into_owned();
            assert!(words.contains("source file could not be loaded"), "{words}");
            say("skipped: soffice has no word processor (libreoffice-writer)");
            return;
        }
        let pages = |path: &str| -> Option<i64> {
            let about = tool("pdfinfo", &[path])?;
            let line = about.lines().find_map(|line| line.strip_prefix("Pages:"))?.trim().to_owned();
            line.parse().ok()
        };
        let own = files.iter().filter(|path| {
            path.strip_prefix(document).is_some_and(|rest| rest.starts_with('.') && rest.ends_with(".pdf"))
        });
        let wanted: Option<i64> = own.map(|path| pages(&format!("{root}/output/{path}"))).sum();
        let (Some(wanted), Some(printed)) = (wanted, pages(&pdf)) else { return };
        assert!((wanted - printed).abs() <= 1, "{draft}: {printed} pages, the PDF has {wanted}");

        let words = |path: &str| -> Vec<String> {
            let text = tool("pdftotext", &[path, "-"]).unwrap_or_default();
            text.split_whitespace().map(str::to_owned).collect()
        };
        let found = words(&pdf).concat().replace('-', "");
        for word in words(&format!("{root}/output/{document}.pdf")) {
            // Lines and pages end elsewhere, also behind a hyphen or a slash; the reader drops a hyphen there.
            let is_there = word.replace('-', "").split_inclusive('/').all(|piece| found.contains(piece));
            assert!(is_there, "{draft}: «{word}» is lost");
        }
    }
}
