//! Every digit on paper is accounted for: a figure of `figures.json`, or one of the classes that are no figures.
//!
//! The finished PDF is read by `pdftotext`, a program that knows nothing of ours. What it finds is held against the
//! record: figures in the text on their page, cells of annexes from the page on where their table begins, each as often
//! as it is recorded. What is left must be a year, a date, a document's number, an article, an ordinal … (`classes`).
//! Without pdftotext the PDF part is skipped with a plain word; `NEEDS_PDFTOTEXT=1`, as `.ci/run` sets it, makes that a
//! failure.

mod classes;
mod ledger;

use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::harness::Project;
use ledger::{Ledger, numerals};

/// What clerks of the sample dossiers typed into a sentence, though it is no class: the document, the words, why it may
/// stand. The rules over numbers in the text speak of these.
const TYPED: &[(&str, &str, &str)] = &[
    (
        "giay-nghi-phep.pdf",
        "05 trong «Được nghỉ phép trong thời gian 05 ngày",
        "the days of a leave, a field of form 1.9",
    ),
    (
        "to-trinh.pdf",
        "02 trong «phủ quy định phân định thẩm quyền",
        "«02 cấp» in the cited decree's own title",
    ),
];

/// A finished file's text, page by page; `None` where `pdftotext` (poppler-utils) is not installed.
fn pages(pdf: &Path) -> Option<Vec<String>> {
    let text = crate::pdf::tool("pdftotext", &["-layout", &pdf.to_string_lossy(), "-"])?;
    Some(text.split('\u{c}').map(str::to_owned).collect())
}

/// The numerals of a built file that nothing accounts for, each with its page and line; `None` without pdftotext.
fn unaccounted(folder: &Path, document: &str, file: &str) -> Option<Vec<String>> {
    let pages = pages(&folder.join(file))?;
    let figures = json(&folder.join(format!("{document}.figures.json")));
    let manifest = json(&folder.join("manifest.json"));
    let of_file = (file != format!("{document}.pdf")).then_some(file);
    let mut ledger = Ledger::of(&figures, of_file);
    let contact = contact(&manifest, document);
    let words = classes::words(&pages);
    let mut left = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let is_contact = || contact.contains(&word.line.split_whitespace().collect::<Vec<_>>().join(" "));
        if numerals(word.text).is_empty() || classes::is_no_figure(&words, at) || is_contact() {
            continue;
        }
        for numeral in numerals(word.text) {
            if !ledger.takes(word.page, &numeral) {
                left.push(format!("trang {}: {numeral} trong «{}»", word.page, word.line.trim()));
            }
        }
    }
    Some(left)
}

/// The contact line at the foot of a letter: street, telephone, e-mail.
fn contact(manifest: &Value, document: &str) -> String {
    let documents = manifest["documents"].as_array().expect("rows");
    let record = format!("{document}.figures.json");
    let is_own = |row: &&Value| {
        row["outputs"].as_array().expect("rows").iter().any(|file| file["path"] == record.as_str())
    };
    let own = documents.iter().find(is_own).expect("the document's row");
    let paragraphs = own["text"].as_array().expect("paragraphs").iter();
    let texts = paragraphs.filter(|row| row["component"] == "lien_he").filter_map(|row| row["text"].as_str());
    texts.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn json(path: &Path) -> Value {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&bytes).expect("JSON")
}

/// Every document of an output folder with the files of a kind, by the manifests.
fn outputs(output: &Path, ending: &str) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for (path, _) in crate::harness::files(output) {
        let Some(dossier) = path.strip_suffix("/manifest.json") else { continue };
        let manifest = json(&output.join(&path));
        for row in manifest["documents"].as_array().expect("rows") {
            let names = row["outputs"].as_array().expect("rows").iter();
            let names = names.map(|file| file["path"].as_str().expect("a path").to_owned());
            // A unit's files stand in a folder of the document's name.
            let record = names.clone().find(|name| name.ends_with(".figures.json")).expect("a record");
            let document = record.trim_end_matches(".figures.json");
            let of_kind = names.filter(|name| name.ends_with(ending));
            found.extend(of_kind.map(|name| (dossier.to_owned(), document.to_owned(), name)));
        }
    }
    found
}

/// Builds the sample dossiers.
fn samples() -> tempfile::TempDir {
    let output = tempfile::tempdir().expect("a temporary folder can be made");
    let built = Command::new(env!("CARGO_BIN_EXE_duthao"))
        .args(["build", "--quiet", "--output"])
        .arg(output.path())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program starts");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    output
}

#[test]
fn every_digit_of_the_sample_dossiers_is_accounted_for() {
    let output = samples();
    let mut left = Vec::new();
    for (dossier, document, file) in outputs(output.path(), ".pdf") {
        let Some(found) = unaccounted(&output.path().join(&dossier), &document, &file) else { return };
        left.extend(found.into_iter().map(|numeral| format!("{dossier}/{file}, {numeral}")));
    }
    let stale: Vec<_> = TYPED.iter().filter(|entry| !left.iter().any(|line| is_typed(entry, line))).collect();
    assert!(stale.is_empty(), "no longer needed: {stale:?}");
    nothing_is_left(left);
}

fn is_typed((file, words, _): &(&str, &str, &str), line: &str) -> bool {
    line.contains(file) && line.contains(words)
}

fn nothing_is_left(mut left: Vec<String>) {
    left.retain(|line| !TYPED.iter().any(|entry| is_typed(entry, line)));
    assert!(left.is_empty(), "not in figures.json, and of no class:\n{}", left.join("\n"));
}

#[test]
fn every_digit_of_the_example_of_every_form_is_accounted_for() {
    let project = crate::docs::project();
    project.build();
    let mut left = Vec::new();
    for (dossier, document, file) in outputs(&project.path("output"), ".pdf") {
        let Some(found) = unaccounted(&project.path("output").join(dossier), &document, &file) else {
            return;
        };
        left.extend(found.into_iter().map(|numeral| format!("{file}, {numeral}")));
    }
    nothing_is_left(left);
}

#[test]
fn a_figure_that_the_record_does_not_know_is_found() {
    let project = Project::sample();
    project.build();
    let folder = project.path("output/mau");
    let Some(left) = unaccounted(&folder, "ke-hoach", "ke-hoach.pdf") else { return };
    assert_eq!(left, [""; 0]);
    let record = project.read("output/mau/ke-hoach.figures.json");
    // In the text, in a column of an annex, and as often as it is recorded.
    for (old, new) in
        [("\"1.410\"", "\"1.411\""), ("12,50", "12,51"), ("\"text\": \"40\"", "\"text\": \"4\"")]
    {
        assert_eq!(record.matches(old).count(), 1, "{old}");
        project.file("output/mau/ke-hoach.figures.json", record.replace(old, new));
        let left = unaccounted(&folder, "ke-hoach", "ke-hoach.pdf").expect("pdftotext was there");
        assert_eq!(left.len(), 1, "{old}: {left:?}");
        let numeral = numerals(old).concat();
        assert!(left[0].contains(&numeral), "{left:?}");
    }
    project.plan("Giảm {{ xa.tong.giam }} hộ nghèo", "Giảm 590 hộ nghèo");
    project.run(["build", "--force"]);
    let left = unaccounted(&folder, "ke-hoach", "ke-hoach.pdf").expect("pdftotext was there");
    assert_eq!(left.len(), 1, "typed by hand: {left:?}");
    assert!(left[0].contains("590"), "{left:?}");
}

/// The number cells of an annex workbook that its document's record does not hold.
fn unaccounted_cells(folder: &Path, document: &str, file: &str) -> Vec<String> {
    let figures = json(&folder.join(format!("{document}.figures.json")));
    let mut workbook: Xlsx<_> = calamine::open_workbook(folder.join(file)).expect("a workbook");
    let mut left = Vec::new();
    for name in workbook.sheet_names() {
        let mut known: Vec<Decimal> = figures
            .as_array()
            .expect("rows")
            .iter()
            .filter(|row| row["annex"] == name.as_str())
            .flat_map(|row| row["text"].as_str().expect("a text").split('\n'))
            .filter_map(|text| duthao::vietnamese::number::parse(text).ok())
            .map(|value| value.normalize())
            .collect();
        let range = workbook.worksheet_range(&name).expect("cells");
        let ordinals =
            range.cells().find(|(.., cell)| **cell == Data::String("TT".into())).map(|(_, column, _)| column);
        let mut last = Decimal::ZERO;
        for (row, column, cell) in range.cells() {
            let value = match cell {
                Data::Float(number) => number.to_string(),
                Data::Int(number) => number.to_string(),
                _ => continue,
            };
            let value: Decimal = value.parse().expect("a decimal");
            // The column TT counts 1, 2, 3 and begins anew in every group; a unit's own rows begin anywhere.
            let begins = value == Decimal::ONE || last.is_zero();
            if Some(column) == ordinals && (value == last + Decimal::ONE || begins) {
                last = value;
                continue;
            }
            match known.iter().position(|known| *known == value.normalize()) {
                Some(at) => {
                    known.swap_remove(at);
                }
                None => left.push(format!("{file}, trang «{name}», dòng {}: {value}", row + 1)),
            }
        }
    }
    left
}

#[test]
fn every_number_cell_of_the_annex_workbooks_is_in_the_record() {
    let output = samples();
    let mut workbooks = 0;
    for (dossier, document, file) in outputs(output.path(), ".xlsx") {
        workbooks += 1;
        let left = unaccounted_cells(&output.path().join(&dossier), &document, &file);
        assert!(left.is_empty(), "{dossier}: {left:?}");
    }
    assert!(workbooks > 5, "{workbooks} annex workbooks");
    let project = Project::sample();
    project.build();
    let record = project.read("output/mau/ke-hoach.figures.json");
    project.file("output/mau/ke-hoach.figures.json", record.replace("12,50", "12,51"));
    let left = unaccounted_cells(&project.path("output/mau"), "ke-hoach", "ke-hoach.xlsx");
    assert_eq!(left, ["ke-hoach.xlsx, trang «Phụ lục», dòng 13: 12.5"]);
}
