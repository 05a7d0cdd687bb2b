//! Arguments, exit codes, streams and the rules of the output folder.

use std::fs::File;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::harness::Project;

const ALL: [&str; 9] = [
    "khac/manifest.json",
    "khac/thong-bao.figures.json",
    "khac/thong-bao.pdf",
    "mau/bao-cao.figures.json",
    "mau/bao-cao.pdf",
    "mau/ke-hoach.figures.json",
    "mau/ke-hoach.pdf",
    "mau/ke-hoach.xlsx",
    "mau/manifest.json",
];

#[test]
fn a_build_writes_every_document_and_says_so_in_a_table() {
    let project = Project::sample();
    let run = project.run(["build", "--jobs", "1"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    assert_eq!(project.names("output"), ALL);
    insta::assert_snapshot!(run.stderr, @r"
    [1/3] khac/thong-bao
    [2/3] mau/bao-cao
    [3/3] mau/ke-hoach
    phông chữ: Liberation Serif thay cho Times New Roman (cùng bề rộng chữ); đặt tệp phông của cơ quan vào templates/fonts
    Hồ sơ  Văn bản    Kết quả  Trang  Tệp
    khac   thong-bao  đã dựng  1      thong-bao.pdf, thong-bao.figures.json
    mau    bao-cao    đã dựng  1      bao-cao.pdf, bao-cao.figures.json
    mau    ke-hoach   đã dựng  2      ke-hoach.pdf, ke-hoach.xlsx, ke-hoach.figures.json

    3 văn bản, 3 đã dựng, 0 lỗi, 0 cảnh báo → output
    ");
}

#[test]
fn quiet_says_nothing_when_all_is_well() {
    let project = Project::sample();
    let run = project.run(["build", "--quiet"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
}

#[test]
fn json_is_an_empty_array_when_all_is_well() {
    for verb in ["check", "build"] {
        let run = Project::sample().run([verb, "--format", "json"]);
        assert_eq!((run.code, run.stdout.trim()), (0, "[]"));
        assert!(run.stderr.contains("0 lỗi"), "the table still goes to people: {}", run.stderr);
    }
}

#[test]
fn check_writes_nothing() {
    let project = Project::sample();
    let run = project.run(["check"]);
    assert_eq!(run.code, 0);
    assert!(!project.exists("output"));
    project.build();
    let before = project.files("output");
    project.plan("so: 12", "so: 13");
    project.run(["check"]);
    assert!(project.files("output") == before);
}

#[test]
fn wrong_usage_is_2() {
    let project = Project::sample();
    for arguments in [
        &["build", "--only", "docx"][..],
        &["build", "--jobs", "0"],
        &["build", "--format", "xml"],
        &["check", "--force"],
        &["in-ra"],
        &["build", "data/khong-co"],
        &["build", "data/mau/khong-co.yaml"],
        &["build", "--project", "khong-co"],
    ] {
        let run = project.run(arguments.iter().copied());
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{arguments:?}: {}", run.stderr);
        assert!(!run.stderr.is_empty(), "{arguments:?}");
        assert!(!project.exists("output"), "{arguments:?}");
    }
}

#[test]
fn findings_come_in_the_same_order_whatever_the_number_of_workers() {
    let project = Project::sample();
    // The first dossier takes longer than the second, which another worker finishes before it.
    project.file("data/a-cham/ho-so.yaml", crate::harness::OTHER_DOSSIER);
    for number in 1..=40 {
        project.file(&format!("data/a-cham/t{number}.yaml"), crate::harness::NOTICE);
    }
    project.template("forms/1.4.tera", "{{ ten_loai }}", "{{ ten_loaii }}");
    let one = project.run(["check", "--format", "json", "--quiet", "--jobs", "1"]);
    for jobs in ["2", "3"] {
        let several = project.run(["check", "--format", "json", "--quiet", "--jobs", jobs]);
        assert!(one.stdout == several.stdout, "--jobs {jobs} tells the findings in another order");
    }
}

#[test]
fn help_and_version_are_data() {
    let project = Project::new();
    for argument in ["--help", "--version"] {
        let run = project.run([argument]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        assert!(run.stdout.contains("duthao"));
    }
}

#[test]
fn an_unknown_path_names_the_nearest_one() {
    let project = Project::sample();
    let run = project.run(["build", "data/mauu"]);
    assert_eq!(run.code, 2);
    insta::assert_snapshot!(run.stderr, @r"sự cố: «data/mauu» không phải thư mục hồ sơ hay tệp văn bản trong data/; có phải ý là «data/mau»?");
    let run = project.run(["build", "data/mau/ke-hoch.yaml"]);
    assert_eq!(run.code, 2);
    insta::assert_snapshot!(run.stderr, @r"sự cố: «data/mau/ke-hoch.yaml» không phải thư mục hồ sơ hay tệp văn bản trong data/; có phải ý là «data/mau/ke-hoach.yaml»?");
}

#[test]
fn a_folder_without_data_is_2() {
    let project = Project::new();
    let run = project.run(["build"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    insta::assert_snapshot!(run.stderr, @r"sự cố: không thấy thư mục data/ ở đây hay ở thư mục phía trên; dùng --project THƯ_MỤC");
    let run = project.run(["build", "--format", "json"]);
    assert_eq!((run.code, run.stdout.trim()), (2, "[]"));
    assert_eq!(run.json(), serde_json::json!([]), "after a fault standard output is still valid JSON");
}

#[test]
fn the_project_is_found_from_a_folder_inside_it() {
    let project = Project::sample();
    let run = project.run_with(["build"], |command| {
        command.current_dir(project.path("data/mau"));
    });
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(project.names("output"), ALL);
    let elsewhere = Project::new();
    let root = project.root().to_str().expect("a path");
    let run = elsewhere.run(["build", "--project", root, "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(elsewhere.names("."), [""; 0]);
}

#[test]
fn output_goes_where_it_is_asked_relative_to_the_current_folder() {
    let project = Project::sample();
    let run = project.run_with(["build", "--output", "ra"], |command| {
        command.current_dir(project.path("data"));
    });
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!project.exists("output"));
    assert_eq!(project.names("data/ra"), ALL);
}

#[test]
fn one_document_alone_keeps_the_files_and_the_record_of_the_others() {
    let project = Project::sample();
    project.build();
    let before = project.files("output");
    let rows = project.json("output/mau/manifest.json")["documents"].clone();
    project.plan("so: 12", "so: 13");
    project.replace("data/mau/bao-cao.yaml", "so: 7", "so: 8");
    let run = project.run(["build", "data/mau/ke-hoach.yaml"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let changed: Vec<String> = project
        .files("output")
        .into_iter()
        .filter(|(path, bytes)| before[path] != *bytes)
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed, ["mau/ke-hoach.pdf", "mau/ke-hoach.xlsx", "mau/manifest.json"]);
    assert_eq!(project.json("output/mau/manifest.json")["documents"][0], rows[0], "the report's row stays");
}

#[test]
fn only_pdf_removes_the_workbook_and_the_records_are_always_written() {
    let project = Project::sample();
    project.build();
    let run = project.run(["build", "--only", "pdf", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let expected: Vec<&str> = ALL.into_iter().filter(|path| !path.ends_with(".xlsx")).collect();
    assert_eq!(project.names("output"), expected);
    assert_eq!(project.json("output/mau/manifest.json")["options"]["only"], serde_json::json!(["pdf"]));
    project.run(["build", "--only", "xlsx,pdf", "--quiet"]);
    assert_eq!(project.names("output"), ALL);
}

#[test]
fn the_outputs_of_a_removed_document_go_and_a_file_that_nobody_listed_stays() {
    let project = Project::sample();
    project.build();
    project.file("output/mau/ghi-chu-rieng.txt", "của tôi").file("output/mau/anh/logo.png", "ảnh");
    project.remove("data/mau/bao-cao.yaml");
    project.build();
    assert_eq!(
        project.names("output/mau"),
        [
            "anh/logo.png",
            "ghi-chu-rieng.txt",
            "ke-hoach.figures.json",
            "ke-hoach.pdf",
            "ke-hoach.xlsx",
            "manifest.json"
        ]
    );
}

#[test]
fn an_output_of_a_removed_document_that_was_edited_stays() {
    let project = Project::sample();
    project.build();
    project.file("output/mau/bao-cao.pdf", "sửa tay");
    project.remove("data/mau/bao-cao.yaml");
    project.build();
    assert_eq!(project.read("output/mau/bao-cao.pdf"), "sửa tay");
    assert!(!project.exists("output/mau/bao-cao.figures.json"));
}

#[test]
fn an_output_edited_by_hand_is_kept_and_told_and_force_overwrites_it() {
    let project = Project::sample();
    project.build();
    let good = project.files("output");
    project.file("output/mau/ke-hoach.xlsx", "sửa tay");
    project.replace("data/mau/bao-cao.yaml", "so: 7", "so: 8");
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 1);
    assert_eq!(project.read("output/mau/ke-hoach.xlsx"), "sửa tay");
    assert!(project.files("output")["mau/bao-cao.pdf"] != good["mau/bao-cao.pdf"], "the others go on");
    insta::assert_snapshot!(crate::findings::drawn(&run.findings()), @r"
    OUT001 output/mau/ke-hoach.xlsx
      «output/mau/ke-hoach.xlsx» đã bị sửa bằng tay sau lần dựng trước
      ghi chú: tệp được giữ nguyên, văn bản này không dựng lại
      cách sửa: chép tệp đã sửa sang chỗ khác rồi dựng lại, hoặc dùng --force để ghi đè
    ");
    project.replace("data/mau/bao-cao.yaml", "so: 8", "so: 7");
    let run = project.run(["build", "--force", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(project.files("output") == good);
}

#[test]
fn a_missing_output_is_built_again() {
    let project = Project::sample();
    project.build();
    let good = project.files("output");
    project.remove("output/mau/ke-hoach.pdf").remove("output/khac/manifest.json");
    project.build();
    assert!(project.files("output") == good);
}

#[test]
fn a_refused_document_is_kept_and_told_in_the_table() {
    let project = Project::sample();
    project.build();
    project.plan("so: 12", "so: không");
    let run = project.run(["build", "--jobs", "1"]);
    assert_eq!(run.code, 1);
    let table = run.stderr.split("Hồ sơ  Văn bản").nth(1).expect("a table");
    insta::assert_snapshot!(table, @r"
        Kết quả                 Trang  Tệp
    khac   thong-bao  đã dựng                 1      thong-bao.pdf, thong-bao.figures.json
    mau    bao-cao    đã dựng                 1      bao-cao.pdf, bao-cao.figures.json
    mau    ke-hoach   bị từ chối, giữ bản cũ         ke-hoach.figures.json, ke-hoach.pdf, ke-hoach.xlsx

    3 văn bản, 2 đã dựng, 1 bị từ chối, 1 lỗi, 0 cảnh báo → output
    ");
}

#[test]
fn strict_turns_a_warning_into_a_refusal() {
    let project = Project::sample();
    project.sheet("| 40 | 60 | 3,00 |", "| 40 | 60 | 3,10 |");
    let run = project.run(["build", "--strict", "--format", "json", "--quiet"]);
    assert_eq!((run.code, run.codes()), (1, vec!["RAT001".to_owned()]));
    assert_eq!(project.names("output/khac"), ["manifest.json", "thong-bao.figures.json", "thong-bao.pdf"]);
    assert!(!project.exists("output/mau"), "nothing of the dossier is written");
    assert_eq!(project.run(["build", "--quiet"]).code, 0);
}

#[test]
fn an_output_folder_that_cannot_be_made_is_2_and_json_stays_valid() {
    let project = Project::sample();
    project.file("output", "tệp, không phải thư mục");
    let run = project.run(["build", "--format", "json"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert_eq!(run.json(), serde_json::json!([]));
    assert!(run.stderr.contains("sự cố"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn an_output_folder_that_may_not_be_written_is_2() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::sample();
    std::fs::create_dir(project.path("output")).expect("a folder");
    std::fs::set_permissions(project.path("output"), PermissionsExt::from_mode(0o555)).expect("permissions");
    // Nothing is forbidden to root.
    let is_root = File::create(project.path("output/x")).is_ok();
    let run = project.run(["build", "--quiet"]);
    assert!(is_root || run.code == 2, "{}", run.stderr);
}

#[test]
fn a_second_build_waits_until_the_first_lets_go() {
    let project = Project::sample();
    project.build();
    let lock = project.file("output/.duthao/lock", "").path("output/.duthao/lock");
    let held = File::open(&lock).expect("the lock's file");
    held.lock().expect("the lock");
    let mut second = Command::new(env!("CARGO_BIN_EXE_duthao"))
        .args(["build", "--quiet"])
        .current_dir(project.root())
        .stdin(Stdio::null())
        .spawn()
        .expect("the program starts");
    // A build takes a fraction of this when nobody holds the lock.
    std::thread::sleep(Duration::from_secs(2));
    assert!(second.try_wait().expect("its state").is_none(), "it waits");
    held.unlock().expect("the lock");
    assert_eq!(second.wait().expect("its end").code(), Some(0));
    assert_eq!(project.names("output"), ALL, "the tool's own folder is gone");
}

#[test]
fn what_a_killed_build_left_behind_is_cleaned_up() {
    let project = Project::sample();
    project.build();
    let good = project.files("output");
    project.file("output/.duthao/mau.new/ke-hoach.pdf", "dở dang").file("output/.duthao/lock", "");
    std::fs::rename(project.path("output/khac"), project.path("output/.duthao/khac.old")).expect("set aside");
    project.build();
    assert!(project.files("output") == good);
}

#[test]
fn a_dossier_of_a_hidden_folder_or_without_its_file_is_no_dossier() {
    let project = Project::sample();
    project
        .file("data/.an/ho-so.yaml", "")
        .file("data/ghi-chu/van-ban.yaml", "loai: gì đó\n")
        .file("data/mau/~$ke.yaml", "x");
    project.build();
    assert_eq!(project.names("output"), ALL);
}
