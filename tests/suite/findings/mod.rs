//! Every finding: its code, its exact place, its words; nothing of that document is written, all else is built.
//!
//! A case changes one thing in the sample and states all that the program says about it. In a drawing, the first line
//! of a finding is its code, its place, the document it belongs to (none for shared files) and its message.

mod allocation;
mod bounds;
mod capitals;
mod cells;
mod days;
mod equations;
mod fan_out;
mod figures;
mod folders;
mod form;
mod form_page;
mod forms;
mod grid;
mod keys;
mod layout;
mod least;
mod numbering;
mod parts;
mod rates;
mod register;
mod register_file;
mod report;
mod returned;
mod rows;
mod same_facts;
mod set;
mod sheets;
mod sums;
mod surplus;
mod templates;
mod text;
mod time;
mod typed;
mod unit_names;
mod waivers;
mod wording;
mod wording_body;
mod wording_foot;
mod wording_head;
mod wording_parts;
mod wording_title;
mod workbook;
mod yaml;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::harness::{Project, Run};

/// Builds the sample, makes a change, builds again: says what was found after checking what was kept and built.
fn refused(change: impl FnOnce(&Project)) -> String {
    let project = Project::sample();
    project.build();
    let before = project.files("output");
    change(&project);
    let run = project.run(["build", "--format", "json", "--quiet", "--jobs", "1"]);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    assert_eq!(run.stderr, "");
    let refused = refused_documents(&run);
    for (path, bytes) in project.files("output") {
        assert!(before.contains_key(&path), "{path} is new");
        let Some((document, ending)) = path.split_once('.').filter(|(_, ending)| *ending != "json") else {
            continue;
        };
        let is_refused = refused.contains(document);
        assert!(!is_refused || before[&path] == bytes, "{document}.{ending} was written");
    }
    assert_eq!(project.names("output"), before.into_keys().collect::<Vec<_>>(), "last good files stay");
    for dossier in ["mau", "khac"] {
        for row in
            project.json(&format!("output/{dossier}/manifest.json"))["documents"].as_array().expect("rows")
        {
            let document = format!("{dossier}/{}", row["document"].as_str().expect("a name"));
            let state = if refused.contains(&document) { "kept" } else { "built" };
            assert_eq!(row["state"], state, "{document}");
        }
    }
    drawn(&run.findings())
}

/// `mau/ke-hoach` …: the documents that the errors refuse.
fn refused_documents(run: &Run) -> BTreeSet<String> {
    let mut refused = BTreeSet::new();
    for finding in run.findings().iter().filter(|finding| finding["severity"] == "error") {
        let file = finding["at"]["file"].as_str().expect("a file");
        match finding["document"].as_str() {
            Some(document) => {
                let inside = document.strip_prefix("data/").and_then(|rest| rest.strip_suffix(".yaml"));
                refused.insert(inside.expect("a document's file").to_owned());
            }
            None if file.starts_with("data/mau/") => {
                refused.extend(["mau/ke-hoach", "mau/bao-cao"].map(str::to_owned));
            }
            None => refused.extend(["mau/ke-hoach", "mau/bao-cao", "khac/thong-bao"].map(str::to_owned)),
        }
    }
    refused
}

/// Findings as text, in the order in which they were told.
pub fn drawn(findings: &[Value]) -> String {
    let mut text = String::new();
    for finding in findings {
        let word = |key: &str| finding[key].as_str().unwrap_or_default();
        let document = finding["document"]
            .as_str()
            .map(|path| format!(" <{}>", path.rsplit('/').next().expect("a name")));
        let unit = finding["unit"].as_str().map(|unit| format!(" ({unit})"));
        let weight = if word("severity") == "warning" { "cảnh báo " } else { "" };
        text.push_str(&format!(
            "{weight}{} {}{}{}\n  {}\n",
            word("code"),
            place(&finding["at"]),
            document.unwrap_or_default(),
            unit.unwrap_or_default(),
            word("message")
        ));
        for also in finding["also"].as_array().expect("also") {
            text.push_str(&format!("  cùng với: {}\n", place(also)));
        }
        for note in finding["notes"].as_array().expect("notes") {
            text.push_str(&format!("  ghi chú: {}\n", note.as_str().expect("a note")));
        }
        if !finding["help"].is_null() {
            text.push_str(&format!("  cách sửa: {}\n", word("help")));
        }
    }
    text
}

/// The same without those of one code.
fn drawn_but(mut findings: Vec<Value>, code: &str) -> String {
    findings.retain(|finding| finding["code"] != code);
    drawn(&findings)
}

fn place(place: &Value) -> String {
    let file = place["file"].as_str().expect("a file").trim_start_matches("data/mau/");
    match place {
        Value::Object(keys) if keys.contains_key("line") => {
            format!("{file}:{}:{}", place["line"], place["column"])
        }
        Value::Object(keys) if keys.contains_key("cell") => {
            format!(
                "{file} [{}] {}",
                place["sheet"].as_str().expect("a sheet"),
                place["cell"].as_str().expect("a cell")
            )
        }
        Value::Object(keys) if keys.contains_key("page") => {
            format!("{file}, tờ {}: «{}»", place["page"], place["text"].as_str().expect("text"))
        }
        _ => file.to_owned(),
    }
}

#[test]
fn every_rule_is_exercised_by_a_case() {
    let cases = [
        include_str!("allocation.rs"),
        include_str!("bounds.rs"),
        include_str!("capitals.rs"),
        include_str!("cells.rs"),
        include_str!("days.rs"),
        include_str!("equations.rs"),
        include_str!("fan_out.rs"),
        include_str!("figures.rs"),
        include_str!("folders.rs"),
        include_str!("form.rs"),
        include_str!("form_page.rs"),
        include_str!("forms.rs"),
        include_str!("keys.rs"),
        include_str!("layout.rs"),
        include_str!("least.rs"),
        include_str!("numbering.rs"),
        include_str!("parts.rs"),
        include_str!("rates.rs"),
        include_str!("register.rs"),
        include_str!("report.rs"),
        include_str!("returned.rs"),
        include_str!("rows.rs"),
        include_str!("same_facts.rs"),
        include_str!("set.rs"),
        include_str!("sheets.rs"),
        include_str!("sums.rs"),
        include_str!("surplus.rs"),
        include_str!("templates.rs"),
        include_str!("text.rs"),
        include_str!("time.rs"),
        include_str!("unit_names.rs"),
        include_str!("waivers.rs"),
        include_str!("wording.rs"),
        include_str!("wording_foot.rs"),
        include_str!("wording_head.rs"),
        include_str!("wording_parts.rs"),
        include_str!("wording_title.rs"),
        include_str!("wording_body.rs"),
        include_str!("typed.rs"),
        include_str!("workbook.rs"),
        include_str!("yaml.rs"),
        include_str!("../output.rs"),
    ];
    let missing: Vec<&str> = duthao::diag::rules::all()
        .iter()
        .map(|rule| rule.code)
        .filter(|code| {
            let begins = |line: &str| {
                line.trim_start().trim_start_matches("cảnh báo ").starts_with(&format!("{code} "))
            };
            !cases.iter().any(|case| case.lines().any(begins))
        })
        .collect();
    assert_eq!(missing, [""; 0], "rules without a case");
}
