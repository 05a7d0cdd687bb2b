//! The finished PDF as another program reads it: Vietnamese text that can be selected and searched, fonts inside.

use std::path::Path;
use std::process::Command;

use crate::harness::Project;

/// What `pdftotext`, `pdffonts`, `pdfinfo` (poppler-utils) print; `None` where they are not installed, which is said, and
/// is a failure with `NEEDS_PDFTOTEXT=1`.
#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
pub fn tool(name: &str, arguments: &[&str]) -> Option<String> {
    let Ok(output) = Command::new(name).args(arguments).output() else {
        assert!(
            std::env::vars().all(|(name, _)| name != "NEEDS_PDFTOTEXT"),
            "{name} (poppler-utils) is not installed, and this run must not do without"
        );
        eprintln!("skipped: {name} (poppler-utils) is not installed");
        return None;
    };
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn every_printed_word_can_be_searched_in_the_finished_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = tempfile::tempdir().expect("a temporary folder can be made");
    let built = Command::new(env!("CARGO_BIN_EXE_duthao"))
        .args(["build", "--quiet", "--output"])
        .arg(output.path())
        .current_dir(root)
        .output()
        .expect("the program starts");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    for (dossier, id) in crate::pages::samples() {
        let laid_out = crate::pages::laid_out(root, &dossier, &id);
        let unit = laid_out.checked.unit().map(|unit| format!("/{}", unit.slug)).unwrap_or_default();
        let pdf = output.path().join(&dossier).join(format!("{id}{unit}.pdf"));
        let Some(text) = tool("pdftotext", &[&pdf.to_string_lossy(), "-"]) else { return };
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let found = words(&text);
        let pages = laid_out.into_pages();
        for line in &pages.printed.lines {
            for word in words(&line.text) {
                assert!(
                    found.contains(&word),
                    "{dossier}/{id}: «{word}» of «{}» is not in the file's text",
                    line.text
                );
            }
        }
        let fonts = tool("pdffonts", &[&pdf.to_string_lossy()]).unwrap_or_default();
        let listed: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(!listed.is_empty(), "{id} has no fonts");
        for font in listed {
            // emb sub uni: embedded, as a subset, with a table back to Unicode.
            assert_eq!(font.matches(" yes").count(), 3, "{font}");
        }
        let about = tool("pdfinfo", &[&pdf.to_string_lossy()]).unwrap_or_default();
        for line in ["Title:", "Author:", "Tagged:          yes"] {
            assert!(about.contains(line), "{id}: {about}");
        }
    }
}

/// The sample's plan, built with these arguments: its bytes as text, every byte a letter.
fn plan(project: &Project, arguments: &[&str]) -> String {
    let run = project.run(["build", "--only", "pdf"].into_iter().chain(arguments.iter().copied()));
    assert_eq!(run.code, 0, "{}", run.stderr);
    let bytes = std::fs::read(project.path("output/mau/ke-hoach.pdf")).expect("the plan is built");
    bytes.into_iter().map(char::from).collect()
}

#[test]
fn a_plain_pdf_says_its_language_and_has_structure_and_bookmarks() {
    let project = Project::sample();
    let plain = plan(&project, &[]);
    for mark in ["/Lang(vi-VN)", "/StructTreeRoot", "/Marked true", "/Outlines"] {
        assert!(plain.contains(mark), "{mark}");
    }
    assert!(!plain.contains("pdfaid:part"), "it claims no standard");
    assert!(project.json("output/mau/manifest.json")["options"]["pdf_standard"].is_null());
}

#[test]
fn every_standard_that_is_offered_is_named_in_the_file() {
    let project = Project::sample();
    for (standard, part, level) in [
        ("a-1b", "pdfaid:part>1<", "pdfaid:conformance>B<"),
        ("a-2b", "pdfaid:part>2<", "pdfaid:conformance>B<"),
        ("a-2u", "pdfaid:part>2<", "pdfaid:conformance>U<"),
        ("a-2a", "pdfaid:part>2<", "pdfaid:conformance>A<"),
        ("a-3b", "pdfaid:part>3<", "pdfaid:conformance>B<"),
        ("a-3u", "pdfaid:part>3<", "pdfaid:conformance>U<"),
        ("a-3a", "pdfaid:part>3<", "pdfaid:conformance>A<"),
        ("a-4", "pdfaid:part>4<", "%PDF-2.0"),
        ("ua-1", "pdfuaid:part>1<", "/StructTreeRoot"),
    ] {
        let written = plan(&project, &["--pdf-standard", standard]);
        for mark in [part, level, "/Lang(vi-VN)", "/Outlines"] {
            assert!(written.contains(mark), "{standard}: {mark}");
        }
        assert_eq!(project.json("output/mau/manifest.json")["options"]["pdf_standard"], standard);
    }
}

#[test]
fn an_untagged_pdf_has_no_structure_and_still_its_language_and_bookmarks() {
    let project = Project::sample();
    let untagged = plan(&project, &["--untagged"]);
    assert!(!untagged.contains("StructTreeRoot"));
    for mark in ["/Lang(vi-VN)", "/Outlines"] {
        assert!(untagged.contains(mark), "{mark}");
    }
    let archived = plan(&project, &["--untagged", "--pdf-standard", "a-2b"]);
    assert!(archived.contains("pdfaid:part>2<") && !archived.contains("StructTreeRoot"));
}

#[test]
fn how_a_pdf_is_written_belongs_to_its_key() {
    let project = Project::sample();
    let mut keys = std::collections::BTreeSet::new();
    for arguments in [&[][..], &["--untagged"], &["--pdf-standard", "a-2b"], &["--pdf-standard", "a-3b"]] {
        plan(&project, arguments);
        let manifest = project.json("output/mau/manifest.json");
        assert!(keys.insert(manifest["documents"][1]["key"].to_string()), "{arguments:?}");
    }
}

#[test]
fn a_standard_that_asks_for_structure_cannot_do_without_it() {
    let project = Project::sample();
    for standard in ["ua-1", "a-2a", "a-3a"] {
        let run = project.run(["build", "--untagged", "--pdf-standard", standard]);
        assert_eq!(run.code, 2);
        assert!(
            run.stderr.contains(&format!("--untagged không dùng được với --pdf-standard {standard}")),
            "{}",
            run.stderr
        );
    }
    let run = project.run(["build", "--pdf-standard", "a-9"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("--pdf-standard") && run.stderr.contains("a-2b"), "{}", run.stderr);
}
