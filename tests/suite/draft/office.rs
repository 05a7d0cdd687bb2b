//! Drafts as an office suite opens them: as many pages as the PDF has, and every word.

use std::process::Command;

use super::{Draft, samples};
use crate::harness::{Project, say};
use crate::pdf::tool;

/// Converts a file of a project into a folder; `None`, which is said, where no word processor is installed.
fn converted(root: &str, source: &str, to: &str, folder: &str) -> Option<()> {
    let profile = format!("-env:UserInstallation=file://{root}/office");
    let arguments = ["--headless", &profile, "--convert-to", to, "--outdir", folder, source];
    let Ok(output) = Command::new("soffice").args(arguments).output() else {
        say("skipped: soffice (LibreOffice) is not installed");
        return None;
    };
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    if words.contains("source file could not be loaded") {
        // Without its word processor the suite says so and converts nothing.
        say("skipped: soffice has no word processor (libreoffice-writer)");
        return None;
    }
    Some(())
}

#[test]
fn an_office_suite_prints_the_pages_of_the_pdf() {
    let project = samples();
    project.build();
    let root = project.root().to_string_lossy().into_owned();
    let files = project.names("output");
    for draft in files.iter().filter(|path| path.ends_with(".docx") && path.matches('/').count() == 1) {
        let folder = format!("{root}/converted/{}", draft.split('/').next().unwrap_or_default());
        let source = format!("{root}/output/{draft}");
        if converted(&root, &source, "pdf", &folder).is_none() {
            return;
        }
        let document = draft.trim_end_matches(".docx");
        let pdf = format!("{root}/converted/{document}.pdf");
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

        let bare = |text: &str| text.split_whitespace().collect::<String>().replace('-', "");
        let found = bare(&tool("pdftotext", &[&pdf, "-"]).unwrap_or_default());
        let draft = Draft::open(draft, &project.files("output")[draft]);
        for paragraph in draft.body().all().into_iter().filter(|node| node.name == "w:p") {
            for word in paragraph.words().split_whitespace() {
                // Lines and pages end elsewhere, also behind a hyphen or a slash; the reader drops a hyphen there.
                let is_there = bare(word).split_inclusive('/').all(|piece| found.contains(piece));
                assert!(is_there, "{}: «{word}» is lost", draft.name);
            }
        }
    }
}

#[test]
fn a_draft_that_an_office_suite_has_saved_says_what_it_said() {
    let project = Project::sample();
    project.build();
    let root = project.root().to_string_lossy().into_owned();
    let source = format!("{root}/output/mau/ke-hoach.docx");
    if converted(&root, &source, "docx:MS Word 2007 XML", &format!("{root}/luu-lai")).is_none() {
        return;
    }
    let run = project.run(["diff", "luu-lai/ke-hoach.docx"]);
    assert!(run.stdout.contains("Không có gì khác"), "{}{}", run.stdout, run.stderr);
}

/// Opens every draft with python-docx and every workbook with openpyxl; counts paragraphs and cells that say something.
const READERS: &str = "
import sys
try:
    import docx, openpyxl
except ImportError:
    sys.exit(3)
for path in sys.argv[1:]:
    if path.endswith('.docx'):
        draft = docx.Document(path)
        said = sum(1 for one in draft.paragraphs if one.text.strip())
        said += sum(1 for table in draft.tables for row in table.rows for cell in row.cells if cell.text.strip())
        assert all(one.style is not None for one in draft.paragraphs), path
    else:
        sheets = openpyxl.load_workbook(path).worksheets
        said = sum(1 for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value is not None)
        assert sheets[-1].sheet_state == 'veryHidden', path
    assert said > 10, path
";

#[test]
fn two_more_readers_open_every_file() {
    let project = samples();
    project.build();
    let names = project.names("output").into_iter();
    let names = names.filter(|name| name.ends_with(".docx") || name.ends_with(".xlsx"));
    let paths: Vec<String> =
        names.map(|name| project.path(&format!("output/{name}")).display().to_string()).collect();
    let Ok(run) = Command::new("python3").args(["-c", READERS]).args(&paths).output() else {
        say("skipped: python3 is not installed");
        return;
    };
    if run.status.code() == Some(3) {
        say("skipped: python3 has no python-docx and openpyxl");
        return;
    }
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}
