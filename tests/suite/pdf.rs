//! The finished PDF as another program reads it: Vietnamese text that can be selected and searched, fonts inside.

use std::path::Path;
use std::process::Command;

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
        let pdf = output.path().join(&dossier).join(format!("{id}.pdf"));
        let Some(text) = tool("pdftotext", &[&pdf.to_string_lossy(), "-"]) else { return };
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let found = words(&text);
        let pages = crate::pages::laid_out(root, &dossier, &id).into_pages();
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
