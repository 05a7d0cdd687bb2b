//! The rules of the output folder: what is written, kept, refused and left alone.

use std::fs::File;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::contract::ALL;
use crate::harness::Project;

#[test]
fn output_goes_where_it_is_asked_relative_to_the_current_folder() {
    let project = Project::sample();
    project.file("ban-in/cu/a.txt", "cũ");
    let run = project.run_with(["build", "--output", "../ra"], |command| {
        command.current_dir(project.path("ban-in/cu"));
    });
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!project.exists("output"));
    assert_eq!(project.names("ban-in/ra"), ALL);
}

#[test]
fn output_never_goes_where_my_own_files_lie() {
    let project = Project::sample();
    project.file("templates/ghi-chu.txt", "của tôi");
    let before = project.files(".");
    for folder in ["data", "data/mau", "data/ra", "templates", "templates/ra/nua", "."] {
        let run = project.run(["build", "--output", folder, "--format", "json"]);
        assert_eq!((run.code, run.stdout.trim()), (2, "[]"), "{folder}: {}", run.stderr);
        assert!(project.files(".") == before, "{folder}: nothing is written");
    }
    let run = project.run_with(["build", "--output", "."], |command| {
        command.current_dir(project.path("data/mau"));
    });
    assert_eq!(run.code, 2);
    insta::assert_snapshot!(run.stderr, @"sự cố: --output . là chỗ của tệp gốc (dữ liệu, mẫu) của dự án; chọn một thư mục khác, ví dụ output");
}

#[test]
fn a_way_round_through_a_folder_that_is_not_there_does_not_lead_into_my_own_files() {
    let project = Project::sample();
    let run = project.run(["build", "--output", "ra/../data", "--quiet"]);
    assert_eq!(run.code, 2, "{:?}", project.names("data"));
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
    assert_eq!(changed, ["mau/ke-hoach.docx", "mau/ke-hoach.pdf", "mau/ke-hoach.xlsx", "mau/manifest.json"]);
    assert_eq!(project.json("output/mau/manifest.json")["documents"][0], rows[0], "the report's row stays");
}

#[test]
fn only_pdf_removes_the_others_and_the_records_are_always_written() {
    let project = Project::sample();
    project.build();
    let run = project.run(["build", "--only", "pdf", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let expected: Vec<&str> =
        ALL.into_iter().filter(|path| !path.ends_with(".xlsx") && !path.ends_with(".docx")).collect();
    assert_eq!(project.names("output"), expected);
    assert_eq!(project.json("output/mau/manifest.json")["options"]["only"], serde_json::json!(["pdf"]));
    project.run(["build", "--only", "docx,xlsx,pdf", "--quiet"]);
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
            "ke-hoach.docx",
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
    insta::assert_snapshot!(crate::findings::drawn(&run.findings()), @"
    OUT001 output/mau/ke-hoach.xlsx
      «output/mau/ke-hoach.xlsx» đã bị sửa bằng tay, hoặc không do chương trình ghi
      ghi chú: tệp được giữ nguyên, văn bản này không dựng lại
      cách sửa: chuyển tệp đã sửa sang chỗ khác rồi dựng lại, hoặc dùng --force để ghi đè
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
fn the_manifest_is_lost_and_i_had_edited_a_pdf() {
    let project = Project::sample();
    project.build();
    project.remove("output/mau/manifest.json").file("output/mau/bao-cao.pdf", "sửa tay");
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 1);
    assert_eq!(project.read("output/mau/bao-cao.pdf"), "sửa tay");
    assert_eq!(project.names("output"), ALL);
    insta::assert_snapshot!(crate::findings::drawn(&run.findings()), @"
    OUT001 output/mau/bao-cao.pdf
      «output/mau/bao-cao.pdf» đã bị sửa bằng tay, hoặc không do chương trình ghi
      ghi chú: tệp được giữ nguyên, văn bản này không dựng lại
      cách sửa: chuyển tệp đã sửa sang chỗ khác rồi dựng lại, hoặc dùng --force để ghi đè
    ");
    assert_eq!(project.run(["build", "--force", "--quiet"]).code, 0);
}

#[test]
fn a_file_of_mine_has_the_name_of_an_output() {
    let project = Project::sample();
    project.file("output/mau/ke-hoach.xlsx", "bảng của tôi");
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 1);
    assert_eq!(project.read("output/mau/ke-hoach.xlsx"), "bảng của tôi");
    assert_eq!(
        project.names("output/mau"),
        ["bao-cao.docx", "bao-cao.figures.json", "bao-cao.pdf", "ke-hoach.xlsx", "manifest.json"]
    );
    insta::assert_snapshot!(crate::findings::drawn(&run.findings()), @"
    OUT001 output/mau/ke-hoach.xlsx
      «output/mau/ke-hoach.xlsx» đã bị sửa bằng tay, hoặc không do chương trình ghi
      ghi chú: tệp được giữ nguyên, văn bản này không dựng lại
      cách sửa: chuyển tệp đã sửa sang chỗ khác rồi dựng lại, hoặc dùng --force để ghi đè
    ");
}

#[test]
fn a_folder_of_mine_stands_where_a_pdf_should_be() {
    let project = Project::sample();
    project.file("output/mau/ke-hoach.pdf/thu.txt", "của tôi");
    let run = |force: &[&'static str]| {
        let arguments = ["build", "--format", "json", "--quiet"].into_iter().chain(force.iter().copied());
        let run = project.run(arguments);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert_eq!(project.read("output/mau/ke-hoach.pdf/thu.txt"), "của tôi");
        assert!(project.exists("output/mau/bao-cao.pdf"), "the others go on");
        crate::findings::drawn(&run.findings())
    };
    let said = run(&[]);
    insta::assert_snapshot!(said, @"
    OUT002 output/mau/ke-hoach.pdf
      «output/mau/ke-hoach.pdf» là một thư mục, chiếm chỗ của tệp kết quả cùng tên
      ghi chú: được giữ nguyên, văn bản này không dựng lại; --force cũng không xóa
      cách sửa: chuyển sang chỗ khác hoặc đổi tên, rồi dựng lại
    ");
    assert_eq!(run(&["--force"]), said);
    std::fs::rename(project.path("output/mau/ke-hoach.pdf"), project.path("output/mau/rieng"))
        .expect("a move");
    project.build();
    assert_eq!(project.read("output/mau/rieng/thu.txt"), "của tôi");
}

#[test]
fn a_file_stands_where_the_dossiers_folder_should_be() {
    let project = Project::sample();
    project.file("output/mau", "của tôi");
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!((run.code, run.stdout.trim()), (2, "[]"));
    assert_eq!(project.read("output/mau"), "của tôi");
    assert_eq!(
        project.names("output/khac"),
        ["manifest.json", "thong-bao.docx", "thong-bao.figures.json", "thong-bao.pdf"]
    );
    assert!(run.stderr.starts_with("sự cố: không ghi được vào"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn the_dossiers_output_folder_is_a_link_to_my_own_folder() {
    let (project, elsewhere) = (Project::sample(), Project::new());
    elsewhere.file("cua-toi.txt", "của tôi");
    std::fs::create_dir(project.path("output")).expect("a folder");
    std::os::unix::fs::symlink(elsewhere.root(), project.path("output/mau")).expect("a link");
    let run = project.run(["build", "--quiet"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(project.path("output/mau").is_symlink());
    assert_eq!(elsewhere.names("."), ["cua-toi.txt"]);
}

#[test]
fn many_builds_at_once_in_one_folder_all_succeed() {
    let project = Project::sample();
    project.build();
    let good = project.files("output");
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                for _ in 0..5 {
                    let run = project.run(["build", "--quiet", "--jobs", "1"]);
                    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
                }
            });
        }
    });
    assert!(project.files("output") == good);
}

#[cfg(unix)]
#[test]
fn i_pressed_ctrl_c() {
    use std::io::{BufRead, BufReader};
    use std::os::unix::process::CommandExt;
    let project = Project::sample();
    project.build();
    let good = project.files("output");
    project.plan("so: 12", "so: 13");
    project.file("data/a-dai/ho-so.yaml", crate::harness::OTHER_DOSSIER);
    for number in 1..=400 {
        project.file(&format!("data/a-dai/t{number}.yaml"), crate::harness::NOTICE);
    }
    let mut build = Command::new(env!("CARGO_BIN_EXE_duthao"))
        .args(["build", "--jobs", "1"])
        .current_dir(project.root())
        .process_group(0)
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(build.stderr.take().expect("its messages")).lines();
    let first = lines.next().expect("progress").expect("text");
    assert!(first.contains("a-dai/"), "{first}");
    // As the terminal does it: to the program and to its workers.
    let stopped = Command::new("kill").args(["-INT", "--", &format!("-{}", build.id())]).status();
    let stopped = stopped.expect("kill");
    assert!(stopped.success());
    let said: Vec<String> = lines.map_while(Result::ok).collect();
    assert_eq!(build.wait().expect("its end").code(), Some(130), "{said:#?}");
    assert!(!said.iter().any(|line| line.contains("sự cố")), "{said:#?}");
    assert!(project.files("output") == good, "what was in work stays old");
}
