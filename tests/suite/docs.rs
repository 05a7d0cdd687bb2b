//! The page of forms: its YAML is what makes its pictures, its tables say what the program does.

use std::path::Path;

use crate::harness::Project;
use crate::pages::{drawn, golden, laid_out};

const PAGE: &str = include_str!("../../docs/forms.md");

/// The fenced blocks of a kind, without their fences.
fn fenced(kind: &str) -> Vec<&'static str> {
    let opening = format!("\n```{kind}\n");
    PAGE.split(opening.as_str()).skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

/// The YAML files that the page shows, by path.
fn files() -> Vec<(&'static str, &'static str)> {
    fenced("yaml")
        .into_iter()
        .filter_map(|block| Some((block.lines().next()?.strip_prefix("# ")?.trim(), block)))
        .filter(|(path, _)| path.starts_with("data/"))
        .collect()
}

/// A project that holds every example of the page.
pub fn project() -> Project {
    let project = Project::new();
    for (path, text) in files() {
        project.file(path, format!("{text}\n"));
    }
    let [drawing] = fenced("text")[..] else { panic!("the page draws one workbook") };
    project.workbook("data/vi-du/chi-tieu.xlsx", drawing);
    project
}

#[test]
fn every_example_on_the_page_builds_without_a_finding() {
    let run = project().run(["build", "--format", "json", "--quiet"]);
    assert_eq!(run.codes(), [""; 0], "{}", run.stdout);
}

#[test]
fn every_example_is_laid_out_as_its_picture() {
    let project = project();
    let mut documents = 0;
    for (path, _) in files() {
        let id = Path::new(path).file_stem().and_then(|name| name.to_str()).expect("a name");
        if id == "ho-so" {
            continue;
        }
        documents += 1;
        for pdf in laid_out(project.root(), "vi-du", id).pdfs {
            let annex = pdf.part.as_ref().map(|part| format!(".{part}")).unwrap_or_default();
            golden(&format!("docs.{id}{annex}.pages"), &drawn(&pdf.pages));
        }
    }
    assert!(documents >= 12, "every form has an example, {documents} were found");
}

#[test]
fn every_form_has_a_section_with_a_picture_that_is_there() {
    for form in ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "2.1", "2.2"] {
        assert!(PAGE.contains(&format!("\n## Mẫu {form}: ")), "no section for {form}");
        assert!(PAGE.contains(&format!("](images/mau-{form}.png)")), "no picture for {form}");
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for picture in PAGE.split("](images/").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(root.join("images").join(picture).is_file(), "{picture} is missing");
    }
}

#[test]
fn the_table_of_kinds_is_that_of_the_profile() {
    let profile = include_str!("../../templates/nd30.yaml");
    let field = |row: &str, key: &str| {
        let rest = row.split(&format!("{key}: ")).nth(1)?;
        Some(rest.trim_start_matches('"').split([',', '"', '}']).next()?.trim().to_owned())
    };
    let mut rows = 0;
    for row in profile.lines().filter(|line| line.starts_with("  - { id: ") && line.contains("mau: ")) {
        rows += 1;
        let [Some(id), Some(name), Some(form)] = ["id", "ten", "mau"].map(|key| field(row, key)) else {
            panic!("{row}")
        };
        let abbreviation =
            field(row, "viet_tat").filter(|text| text != "null").unwrap_or("(không có)".to_owned());
        let wanted = format!("| {rows} | `{id}` | {name} | {abbreviation} | {form}");
        assert!(PAGE.contains(&wanted), "{wanted}");
    }
    assert_eq!(rows, 29);
}

#[test]
fn every_rule_is_based_on_a_section_that_is_there() {
    let pages = [
        include_str!("../../README.md"),
        include_str!("../../docs/forms.md"),
        include_str!("../../docs/block-markup.md"),
    ];
    let headings: Vec<&str> = pages
        .iter()
        .flat_map(|page| page.lines())
        .filter_map(|line| line.strip_prefix('#').map(|rest| rest.trim_start_matches(['#', ' '])))
        .collect();
    for rule in duthao::diag::rules::all() {
        for named in rule.basis.split("mục «").skip(1) {
            let name = named.split('»').next().expect("a name");
            assert!(headings.contains(&name), "{}: no section «{name}»", rule.code);
        }
    }
}
