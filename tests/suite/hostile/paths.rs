//! Where a file lies: outside the project, behind a link, a folder, a pipe; the lock files that open workbooks leave.

use super::Outcome::{Read, Refused};
use super::make::{ROWS, xlsx};
use super::{DOSSIER, check, judge};
use crate::harness::Project;

/// A project whose table is in `file`, which nobody has put there yet.
fn naming(file: &str) -> Project {
    let project = Project::new();
    project.file("data/so/ho-so.yaml", DOSSIER.replace("TỆP", &format!("'{file}'")));
    project
}

/// Whether the dossier is refused, in bounded memory; the finding may name the file or the line that names it.
fn refused(project: &Project) -> Result<(), String> {
    let (status, findings, stderr) = check(project)?;
    let errors = findings.iter().filter(|finding| finding["severity"] == "error").count();
    match (status.code(), errors, stderr.as_str()) {
        (Some(1), 1.., "") => Ok(()),
        _ => Err(format!("{status}, {errors} errors: {stderr}")),
    }
}

#[test]
fn a_path_out_of_the_dossier_is_refused() {
    let elsewhere = Project::new();
    elsewhere.file("bang.xlsx", xlsx(ROWS).zip());
    let absolute = elsewhere.path("bang.xlsx").display().to_string();
    for name in [
        "../../../bang.xlsx",
        "../khac/bang.xlsx",
        "/etc/passwd",
        "./../so/../bang.xlsx",
        &absolute,
        "..",
        ".",
        "/",
        "~/bang.xlsx",
        "C:\\bang.xlsx",
        "\\\\may\\bang.xlsx",
    ] {
        let project = naming(name);
        project.file("data/bang.xlsx", xlsx(ROWS).zip());
        project.file("data/khac/bang.xlsx", xlsx(ROWS).zip());
        assert_eq!(refused(&project), Ok(()), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_refused_wherever_it_leads() {
    use std::os::unix::fs::symlink;
    let elsewhere = Project::new();
    elsewhere.file("bang.xlsx", xlsx(ROWS).zip());
    let targets = [
        elsewhere.path("bang.xlsx"),
        "/dev/zero".into(),
        "/nowhere".into(),
        "bang.xlsx".into(),
        "../../bang.xlsx".into(),
    ];
    for target in targets {
        let project = naming("bang.xlsx");
        project.file("bang.xlsx", xlsx(ROWS).zip());
        symlink(&target, project.path("data/so/bang.xlsx")).expect("a link");
        assert_eq!(refused(&project), Ok(()), "{}", target.display());
    }
    let project = naming("sau/bang.xlsx");
    symlink(elsewhere.root(), project.path("data/so/sau")).expect("a link");
    assert_eq!(refused(&project), Ok(()), "a folder");
}

#[cfg(unix)]
#[test]
fn a_folder_and_a_pipe_are_no_workbooks() {
    let folder = naming("bang.xlsx");
    folder.file("data/so/bang.xlsx/x.txt", "x");
    assert_eq!(judge(&folder, "bang.xlsx", Refused), Ok(()), "a folder");
    let pipe = naming("bang.xlsx");
    let made = std::process::Command::new("mkfifo").arg(pipe.path("data/so/bang.xlsx")).status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(judge(&pipe, "bang.xlsx", Refused), Ok(()), "a pipe");
    }
}

#[test]
fn a_lock_file_is_no_workbook_and_harms_none() {
    // What Excel and LibreOffice leave beside an open workbook.
    let excel = [b"\x07Tran An".as_slice(), &[b' '; 47], &[0; 110]].concat();
    let office = b",may-1,an,22.11.2026 08:00,file:///D:/;".to_vec();
    let beside = naming("bang.xlsx");
    beside.file("data/so/bang.xlsx", xlsx(ROWS).zip());
    beside.file("data/so/~$bang.xlsx", &excel).file("data/so/.~lock.bang.xlsx#", office);
    assert_eq!(judge(&beside, "bang.xlsx", Read), Ok(()), "beside");
    let named = naming("~$bang.xlsx");
    named.file("data/so/~$bang.xlsx", excel);
    assert_eq!(refused(&named), Ok(()), "named");
}
