//! `--timings`: how long every stage of every document took, on the screen only.

use crate::harness::Project;

#[test]
fn every_document_and_every_stage_has_its_time() {
    let project = Project::sample();
    for (arguments, is_built) in [(["build", "--timings"], true), (["check", "--timings"], false)] {
        let run = project.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
        let (_, table) = run.stderr.split_once("mili giây").expect("a table after the summary");
        let mut lines = table.lines();
        let head = lines.next().expect("a head");
        for stage in [
            "chờ mẫu",
            "đọc",
            "ghép",
            "khớp bộ",
            "số liệu",
            "khối",
            "câu chữ",
            "dàn trang",
            "thể thức",
            "pdf",
            "xlsx",
            "docx",
            "đọc lại",
            "ghi nguồn",
            "cộng",
        ] {
            assert!(head.contains(stage), "{head}");
        }
        let rows: Vec<Vec<&str>> = lines.map(|line| line.split_whitespace().collect()).collect();
        let names: Vec<&str> =
            rows.iter().filter(|row| row.len() == 16 && row[0].contains('/')).map(|row| row[0]).collect();
        assert_eq!(names, ["khac/", "khac/thong-bao", "mau/", "mau/bao-cao", "mau/ke-hoach"]);
        let plan = &rows[4];
        assert_eq!(plan[10] != "-", is_built, "the PDF's time: {plan:?}");
        let is_time = |cell: &&str| {
            cell.split_once(',')
                .is_some_and(|(whole, tenth)| whole.parse::<u32>().is_ok() && tenth.len() == 1)
        };
        assert!(plan[1..10].iter().all(is_time), "{plan:?}");
        let last = run.stderr.lines().last().expect("a last line");
        assert!(last.starts_with("Quy tắc câu chữ và thể thức: ") && last.contains("% thời gian"), "{last}");
    }
}

#[test]
fn times_are_never_written() {
    let (plain, timed) = (Project::sample(), Project::sample());
    plain.build();
    let run = timed.run(["build", "--timings", "--quiet", "--format", "json"]);
    assert_eq!((run.code, run.stdout.trim()), (0, "[]"));
    assert!(run.stderr.trim_start().starts_with("mili giây"), "they were asked for: {}", run.stderr);
    assert!(plain.files("output") == timed.files("output"));
    assert!(!plain.run(["check"]).stderr.contains("mili giây"));
}
