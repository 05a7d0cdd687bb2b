//! `check --form`: what was decided on every row of the decree, for people and as JSON.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Project, Run, files};

/// The verdicts of one document by row and code.
fn verdicts(run: &Run, document: &str) -> Vec<(String, String, String)> {
    let word = |row: &Value, key: &str| row[key].as_str().expect("a word").to_owned();
    let rows = run.json()["form"].as_array().expect("an array").clone();
    let own = rows.iter().filter(|row| row["document"] == format!("data/{document}.yaml"));
    own.map(|row| (word(row, "row"), word(row, "code"), word(row, "verdict"))).collect()
}

/// Every row that some rule declares, as «I.20» with the rule's code.
fn declared() -> Vec<(String, String)> {
    duthao::check::rules_of_rows()
        .into_iter()
        .map(|(row, rule)| (row.to_string(), rule.code.to_owned()))
        .collect()
}

#[test]
fn every_declared_row_is_listed_for_every_document() {
    let run = Project::sample().run(["check", "--form", "--format", "json", "--quiet"]);
    assert_eq!((run.code, run.json()["findings"].clone()), (0, json!([])), "{}", run.stderr);
    for document in ["khac/thong-bao", "mau/bao-cao", "mau/ke-hoach"] {
        let rows: Vec<(String, String)> =
            verdicts(&run, document).into_iter().map(|(row, code, _)| (row, code)).collect();
        assert_eq!(rows, declared(), "{document}");
    }
    let of_plan = verdicts(&run, "mau/ke-hoach");
    assert!(of_plan.contains(&("I.1".to_owned(), "FRM001".to_owned(), "holds".to_owned())), "{of_plan:?}");
}

/// Times New Roman may not be shipped, so what stands in for it leaves its row open; nothing else is left open.
#[test]
fn every_row_of_every_sample_is_decided_and_none_is_broken() {
    let project = Project::new();
    let own = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    for (path, bytes) in own {
        project.file(&format!("data/{path}"), bytes);
    }
    let run = project.run(["check", "--form", "--format", "json", "--quiet"]);
    let form = run.json()["form"].as_array().expect("an array").clone();
    let with = |verdict: &str| {
        let rows = form.iter().filter(|row| row["verdict"] == verdict);
        rows.map(|row| row["row"].as_str().expect("a row")).collect::<BTreeSet<_>>()
    };
    assert_eq!(with("not_evaluated"), BTreeSet::from(["I.7"]));
    assert_eq!(with("broken"), BTreeSet::new());
    assert!(with("holds").len() > 80, "{}", with("holds").len());
}

#[test]
fn a_broken_row_is_broken_and_comes_first_in_the_table() {
    let project = Project::sample();
    project.template("nd30.yaml", "rong_mm: 210", "rong_mm: 216");
    let run = project.run(["check", "--form", "data/mau/ke-hoach.yaml", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 1);
    let broken: Vec<String> = verdicts(&run, "mau/ke-hoach")
        .into_iter()
        .filter(|(_, _, verdict)| verdict == "broken")
        .map(|(row, code, _)| format!("{row} {code}"))
        .collect();
    assert!(broken.contains(&"I.1 FRM001".to_owned()), "{broken:?}");
    let run = project.run(["check", "--form", "data/mau/ke-hoach.yaml", "--quiet"]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines[0], "data/mau/ke-hoach.yaml");
    assert!(lines[1].starts_with("Dòng") && lines[2].contains("sai"), "{}", run.stdout);
    assert!(run.stdout.contains("sai") && run.stdout.contains("Khổ giấy A4"), "{}", run.stdout);
    let counts = lines.last().expect("a line of counts");
    let total: usize = counts
        .split(", ")
        .map(|part| part.split(' ').next().and_then(|number| number.parse::<usize>().ok()).expect("a count"))
        .sum();
    assert_eq!(total, declared().len(), "{counts}");
    assert!(counts.starts_with(&format!("{} sai, ", broken.len())), "{counts}");
}

#[test]
fn a_document_that_never_got_to_its_pages_is_not_evaluated() {
    let project = Project::sample();
    project.plan("so: 12", "so: không").sheet("| 40 | 60 | 3,00 |", "| 40 | 61 | 3,00 |");
    let run = project.run(["check", "--form", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 1);
    for document in ["mau/ke-hoach", "mau/bao-cao"] {
        let of_this = verdicts(&run, document);
        assert_eq!(of_this.len(), declared().len(), "{document}");
        assert!(of_this.iter().all(|(_, _, verdict)| verdict == "not_evaluated"), "{of_this:?}");
    }
    assert!(verdicts(&run, "khac/thong-bao").iter().any(|(_, _, verdict)| verdict == "holds"));
    // Broken templates: nothing is tried, and nothing counts as holding.
    let project = Project::sample();
    project.template("nd30.yaml", "rong_mm: 210", "rong_mm: [");
    let run = project.run(["check", "--form", "--format", "json", "--quiet"]);
    assert!(verdicts(&run, "mau/ke-hoach").iter().all(|(_, _, verdict)| verdict == "not_evaluated"));
    assert_eq!(verdicts(&run, "mau/ke-hoach").len(), declared().len());
}

#[test]
fn the_table_is_readable_at_a_hundred_columns() {
    let project = Project::sample();
    let run = project.run(["check", "--form"]);
    assert_eq!(run.stdout.matches("data/").count(), 3, "one table a document: {}", run.stdout);
    for line in run.stdout.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
    // The widest line that any rule could give.
    for (row, name) in duthao::check::rows() {
        let width = [row.to_string().len(), "chưa kiểm tra được".chars().count(), 6, name.chars().count()];
        assert!(width.iter().sum::<usize>() + 2 * 3 <= 100, "{name}");
    }
    assert!(
        run.stderr.contains("3 văn bản, 0 lỗi, 0 cảnh báo"),
        "the summary goes to people: {}",
        run.stderr
    );
}

#[test]
fn without_the_option_nothing_is_added() {
    let project = Project::sample();
    let run = project.run(["check", "--format", "json", "--quiet"]);
    assert_eq!(run.json(), json!([]));
    assert_eq!(project.run(["check", "--quiet"]).stdout, "");
    let run = project.run(["build", "--form"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
}

#[test]
fn after_a_fault_the_object_is_still_there() {
    for arguments in
        [&["check", "--form", "--format", "json"][..], &["check", "--form", "--format=json", "--khong-co"]]
    {
        let run = Project::new().run(arguments.iter().copied());
        assert_eq!((run.code, run.json()), (2, json!({ "findings": [], "form": [] })), "{}", run.stderr);
    }
}
