//! The same inputs give the same bytes, wherever and whenever they are built.

use std::collections::BTreeMap;

use crate::harness::{Project, files};

/// Builds the samples and the small project with some environment; the bytes of everything written.
fn built(environment: &[(&str, &str)], jobs: &str) -> BTreeMap<String, Vec<u8>> {
    let project = Project::sample();
    for (path, bytes) in files(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data")) {
        project.file(&format!("data/{path}"), bytes);
    }
    let run = project.run_with(["build", "--quiet", "--jobs", jobs], |command| {
        command.envs(environment.iter().copied());
    });
    assert_eq!(run.code, 0, "{}", run.stderr);
    project.files("output")
}

#[test]
fn folder_clock_zone_language_person_and_number_of_workers_leave_no_trace() {
    let first = built(&[("TZ", "UTC"), ("LC_ALL", "C"), ("LANG", "C"), ("HOME", "/"), ("USER", "an")], "1");
    let documents = crate::pages::samples().len() + 3;
    assert_eq!(first.keys().filter(|path| path.ends_with(".figures.json")).count(), documents);
    assert!(first.contains_key("minh-hoa-2026/quyet-dinh.phu-luc-2.pdf"), "an annex of its own");
    let elsewhere = [
        ("TZ", "Asia/Ho_Chi_Minh"),
        ("LC_ALL", "vi_VN.UTF-8"),
        ("LANG", "vi_VN.UTF-8"),
        ("HOME", "/tmp"),
        ("USER", "binh"),
    ];
    for jobs in ["1", "2", "8"] {
        let second = built(&elsewhere, jobs);
        assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
        for (path, bytes) in &first {
            assert!(second[path] == *bytes, "{path} differs with --jobs {jobs}");
        }
    }
}

#[test]
fn a_second_build_over_the_first_changes_nothing() {
    let project = Project::sample();
    project.build();
    let first = project.files("output");
    project.build();
    assert!(project.files("output") == first);
}

#[test]
fn a_pdf_begins_as_one_and_has_the_pages_that_the_manifest_names() {
    let project = Project::sample();
    project.build();
    for dossier in ["mau", "khac"] {
        let manifest = project.json(&format!("output/{dossier}/manifest.json"));
        let outputs = manifest["documents"]
            .as_array()
            .expect("rows")
            .iter()
            .flat_map(|row| row["outputs"].as_array().expect("outputs"));
        for row in outputs.filter(|row| row["path"].as_str().is_some_and(|path| path.ends_with(".pdf"))) {
            let path = row["path"].as_str().expect("a path");
            let bytes = &project.files(&format!("output/{dossier}"))[path];
            assert!(bytes.starts_with(b"%PDF-"), "{path}");
            let text = String::from_utf8_lossy(bytes);
            let pages = text.matches("/Type /Page\n").count() + text.matches("/Type/Page/").count();
            assert_eq!(row["pages"], pages, "{path}");
        }
    }
}
