//! The same inputs give the same bytes, wherever and whenever they are built.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::harness::{Project, files, say};

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
    for (dossier, document) in crate::pages::samples() {
        let of_document = |path: &String| {
            *path == format!("{dossier}/{document}.figures.json")
                || path.starts_with(&format!("{dossier}/{document}/"))
        };
        assert!(first.keys().any(of_document), "{dossier}/{document} was built");
    }
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

/// A small project with a fanned-out document, laid down file by file in this order.
fn small(folder: &str, is_reversed: bool) -> Project {
    let sample = Project::sample();
    sample.file("data/mau/cac-xa.yaml", crate::verify::FOR_COMMUNES);
    let mut all: Vec<(String, Vec<u8>)> = sample.files("data").into_iter().collect();
    if is_reversed {
        all.reverse();
    }
    let project = Project::new();
    for (path, bytes) in all {
        project.file(&format!("{folder}data/{path}"), bytes);
    }
    project
}

/// The SHA-256 of every output of the small project, built by a command of its own.
fn hashes(
    folder: &str,
    is_reversed: bool,
    prepare: impl FnOnce(&Path, &mut Command),
) -> BTreeMap<String, String> {
    let project = small(folder, is_reversed);
    let run = project.run_with(["build", "--quiet"], |command| {
        command.current_dir(project.path(folder));
        prepare(project.root(), command);
    });
    assert_eq!(run.code, 0, "{}", run.stderr);
    let files = project.files(&format!("{folder}output"));
    files.into_iter().map(|(path, bytes)| (path, duthao::model::input::sha256(&bytes))).collect()
}

/// The same command started by another program.
#[cfg(unix)]
fn through(command: &mut Command, program: &str, arguments: &[&str]) {
    let own = [command.get_program().to_owned()].into_iter().chain(command.get_args().map(OsString::from));
    let own: Vec<OsString> = own.collect();
    let folder = command.get_current_dir().map(Path::to_path_buf).expect("the project's folder");
    let mut other = Command::new(program);
    other.args(arguments).args(own).current_dir(folder).stdin(Stdio::null());
    *command = other;
}

#[test]
fn folders_environment_jobs_and_the_order_of_files_change_no_hash() {
    let good = hashes("", false, |_, _| {});
    assert!(good.contains_key("mau/cac-xa/xa-an-binh.pdf"));
    let same = |what: &str, found: BTreeMap<String, String>| assert_eq!(found, good, "{what}");
    same("a folder with blanks and marks", hashes("Tài liệu (2)/Dự án của tôi/", false, |_, _| {}));
    same("files laid down in the opposite order", hashes("", true, |_, _| {}));
    for jobs in ["1", "2", "8"] {
        same(
            jobs,
            hashes("", false, |_, command| {
                command.args(["--jobs", jobs]);
            }),
        );
    }
    for (name, value) in [
        ("TZ", "Pacific/Kiritimati"),
        ("TZ", "America/Los_Angeles"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LANG", "C"),
        ("HOME", "/khong-co"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("TYPST_FONT_PATHS", "/khong-co"),
        ("RAYON_NUM_THREADS", "3"),
    ] {
        same(
            name,
            hashes("", false, |_, command| {
                command.env(name, value);
            }),
        );
    }
    same(
        "no environment at all",
        hashes("", false, |_, command| {
            command.env_clear();
        }),
    );
}

#[cfg(unix)]
#[test]
fn umask_person_and_clock_change_no_hash() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let good = hashes("", false, |_, _| {});
    let closed = hashes("", false, |_, command| {
        through(command, "sh", &["-c", "umask 077; exec \"$@\"", "sh"]);
    });
    assert_eq!(closed, good, "umask");
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|told| told.stdout == b"0\n");
    if is_root {
        let other = hashes("", false, |root, command| {
            std::fs::set_permissions(root, PermissionsExt::from_mode(0o777)).expect("permissions");
            command.uid(65534).gid(65534);
        });
        assert_eq!(other, good, "another person");
    } else {
        say("skipped: only root can build as somebody else");
    }
    if Command::new("faketime").arg("--version").stdout(Stdio::null()).status().is_ok() {
        for day in ["1999-12-31 23:59:59", "2038-01-19 03:14:08"] {
            let then = hashes("", false, |_, command| {
                through(command, "faketime", &[day]);
                // The clock on the wall, not the one that waits are measured by.
                command.env("DONT_FAKE_MONOTONIC", "1");
            });
            assert_eq!(then, good, "{day}");
        }
    } else {
        say("skipped: faketime is not installed");
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
