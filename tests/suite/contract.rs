//! Arguments, exit codes and streams.

use crate::harness::Project;

/// What a build of the sample writes.
pub const ALL: [&str; 12] = [
    "khac/manifest.json",
    "khac/thong-bao.docx",
    "khac/thong-bao.figures.json",
    "khac/thong-bao.pdf",
    "mau/bao-cao.docx",
    "mau/bao-cao.figures.json",
    "mau/bao-cao.pdf",
    "mau/ke-hoach.docx",
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
    insta::assert_snapshot!(run.stderr, @"
    [1/3] khac/thong-bao
    [2/3] mau/bao-cao
    [3/3] mau/ke-hoach
    phông chữ: Liberation Serif thay cho Times New Roman (cùng bề rộng chữ); đặt tệp phông của cơ quan vào templates/fonts
    Hồ sơ  Văn bản    Kết quả  Trang  Tệp
    khac   thong-bao  đã dựng  1      thong-bao.pdf, thong-bao.docx, thong-bao.figures.json
    mau    bao-cao    đã dựng  1      bao-cao.pdf, bao-cao.docx, bao-cao.figures.json
    mau    ke-hoach   đã dựng  2      ke-hoach.pdf, ke-hoach.docx, ke-hoach.xlsx, ke-hoach.figures.json

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
        &["build", "--only", "odt"][..],
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
    project.template("forms/ten-loai.tera", "{{ ten_loai }}", "{{ ten_loaii }}");
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
fn a_refused_document_is_kept_and_told_in_the_table() {
    let project = Project::sample();
    project.build();
    project.plan("so: 12", "so: không");
    let run = project.run(["build", "--jobs", "1"]);
    assert_eq!(run.code, 1);
    let table = run.stderr.split("Hồ sơ  Văn bản").nth(1).expect("a table");
    insta::assert_snapshot!(table, @"
        Kết quả                 Trang  Tệp
    khac   thong-bao  không đổi               1      thong-bao.pdf, thong-bao.docx, thong-bao.figures.json
    mau    bao-cao    đã dựng                 1      bao-cao.pdf, bao-cao.docx, bao-cao.figures.json
    mau    ke-hoach   bị từ chối, giữ bản cũ         ke-hoach.pdf, ke-hoach.docx, ke-hoach.xlsx, ke-hoach.figures.json

    3 văn bản, 1 đã dựng, 1 không đổi, 1 bị từ chối, 1 lỗi, 0 cảnh báo → output
    ");
}

#[test]
fn strict_turns_a_warning_into_a_refusal() {
    let project = Project::sample();
    project.sheet("| 40 | 60 | 3,00 |", "| 40 | 60 | 3,10 |");
    let run = project.run(["build", "--strict", "--format", "json", "--quiet"]);
    assert_eq!((run.code, run.codes()), (1, vec!["RAT001".to_owned()]));
    assert_eq!(
        project.names("output/khac"),
        ["manifest.json", "thong-bao.docx", "thong-bao.figures.json", "thong-bao.pdf"]
    );
    assert!(!project.exists("output/mau"), "nothing of the dossier is written");
    assert_eq!(project.run(["build", "--quiet"]).code, 0);
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

#[test]
fn json_is_one_array_however_many_faults_there_are() {
    let project = Project::sample();
    project.file("output/mau", "").file("output/khac", "");
    let run = project.run(["build", "--format", "json"]);
    assert_eq!((run.code, run.stdout.trim()), (2, "[]"));
    assert_eq!(run.stderr.matches("sự cố:").count(), 2, "{}", run.stderr);
    for arguments in [
        &["build", "--format", "json", "--format", "json"][..],
        &["build", "--format=json", "--jobs", "1", "--jobs", "2"],
        &["build", "--format", "json", "data/khong-co", "data/cung-khong"],
        &["in-ra", "--format", "json"],
    ] {
        let run = project.run(arguments.iter().copied());
        assert_eq!((run.code, run.stdout.trim()), (2, "[]"), "{arguments:?}: {}", run.stderr);
    }
}

#[test]
fn the_lock_file_of_an_open_workbook_is_passed_over_with_a_note() {
    let project = Project::sample();
    project.file("data/mau/~$bang.xlsx", "x").file("data/mau/.~lock.bang.xlsx#", "x");
    let run = project.build();
    for name in ["data/mau/~$bang.xlsx", "data/mau/.~lock.bang.xlsx#"] {
        assert_eq!(
            run.stderr.matches(&format!("«{name}» là tệp khóa tạm, được bỏ qua")).count(),
            1,
            "{}",
            run.stderr
        );
    }
    let json = project.run(["check", "--format", "json"]);
    assert_eq!((json.code, json.stdout.trim()), (0, "[]"));
}
