//! `duthao verify`: the outputs held against a build in memory; what differs, and why.

use crate::harness::{PLAN, Project, Run};

/// A notice for every commune.
pub const FOR_COMMUNES: &str = "\
loai: thong-bao
ngay: 20/3/2024
moi_dong: xa
trich_yeu: Chỉ tiêu giảm nghèo năm {{ nam }} của {{ dong.ten | thuong }}
noi_dung:
  - doan: \"{{ dong.ten }} giảm {{ dong.giam }} hộ nghèo, còn {{ dong.cuoi }} hộ.\"
noi_nhan: [\"Ủy ban nhân dân {{ dong.ten | thuong }}\", \"Lưu: VT\"]
";

/// Runs it, which must write nothing.
fn run(project: &Project, arguments: &[&'static str]) -> Run {
    let before = project.files(".");
    let all = ["verify", "--quiet"].into_iter().chain(arguments.iter().copied());
    let run = project.run(all);
    assert!(project.files(".") == before, "verify writes nothing");
    assert!(!project.exists("output/.duthao"));
    run
}

/// What differs, a line each.
fn differences(project: &Project) -> String {
    let run = run(project, &["--format", "json"]);
    let answer = run.json();
    let found = answer["differences"].as_array().expect("a list");
    assert_eq!((run.code, &answer["ok"]), (i32::from(!found.is_empty()), &found.is_empty().into()));
    let said = |key: &str, found: &serde_json::Value| found[key].as_str().expect("text").to_owned();
    found.iter().map(|found| format!("{}: {}\n", said("path", found), said("cause", found))).collect()
}

/// What differs after a change to a sample that was built.
fn after(change: impl FnOnce(&Project)) -> String {
    let project = Project::sample();
    project.build();
    change(&project);
    differences(&project)
}

#[test]
fn nothing_has_changed() {
    let project = Project::sample();
    project.file("data/mau/cac-xa.yaml", FOR_COMMUNES);
    project.build();
    let whole = run(&project, &[]);
    assert_eq!((whole.code, whole.stderr.as_str()), (0, ""));
    insta::assert_snapshot!(whole.stdout, @"7 văn bản, 22 tệp: dựng lại ra đúng từng byte.");
    assert_eq!(differences(&project), "");
    let one = run(&project, &["data/mau/cac-xa.yaml"]);
    insta::assert_snapshot!(one.stdout, @"4 văn bản, 12 tệp: dựng lại ra đúng từng byte.");
}

#[test]
fn the_options_are_those_of_the_build() {
    let project = Project::sample();
    assert_eq!(project.run(["build", "data/mau", "--only", "pdf", "--output", "ra"]).code, 0);
    let standard = project.run(["build", "data/khac", "--pdf-standard", "a-2b", "--output", "ra"]);
    assert_eq!(standard.code, 0, "{}", standard.stderr);
    let run = run(&project, &["--output", "ra"]);
    assert_eq!(run.code, 0, "{}", run.stdout);
}

#[test]
fn an_input_has_changed_is_gone_or_is_new() {
    let changed = after(|project| {
        project.plan("so: 12", "so: 13").sheet("| 1 | Xã An Bình | 100 |", "| 1 | Xã An Bình | 101 |");
    });
    insta::assert_snapshot!(changed, @"
    data/mau/bang.xlsx: tệp nguồn đã đổi từ lần dựng
    data/mau/ke-hoach.yaml: tệp nguồn đã đổi từ lần dựng
    ");
    let gone = after(|project| {
        project.remove("data/mau/bao-cao.yaml");
    });
    insta::assert_snapshot!(gone, @"data/mau/bao-cao.yaml: tệp nguồn không còn");
    let new = after(|project| {
        project.file("data/mau/ke-hoach-2.yaml", PLAN).file("data/chung.yaml", "nam: 2024\n");
    });
    insta::assert_snapshot!(new, @"
    data/chung.yaml: tệp nguồn mới, lần dựng trước chưa có
    data/mau/ke-hoach-2.yaml: chưa dựng được lần nào: văn bản mới, hoặc lần dựng nào cũng bị từ chối
    ");
}

#[test]
fn a_template_or_a_font_has_changed() {
    let found = after(|project| {
        project.template("forms/ten-loai.tera", "{{ ten_loai }}", "{{ ten_loai }} ");
        project.file("templates/fonts/TimesNewRoman.ttf", "phông của cơ quan");
    });
    insta::assert_snapshot!(found, @"
    templates/forms/ten-loai.tera: mẫu, thể thức đã đổi từ lần dựng
    templates/fonts/TimesNewRoman.ttf: phông chữ mới, lần dựng trước chưa có
    ");
}

#[test]
fn the_program_is_another_version() {
    let found = after(|project| {
        let tool = format!("duthao {}", env!("CARGO_PKG_VERSION"));
        project.replace("output/mau/manifest.json", &tool, "duthao 0.0.1");
    });
    insta::assert_snapshot!(found.replace(env!("CARGO_PKG_VERSION"), "(bản này)"), @"output/mau/manifest.json: dựng bằng duthao 0.0.1, chương trình đang chạy là duthao (bản này)");
}

#[test]
fn an_output_was_edited_or_is_missing() {
    let found = after(|project| {
        project.file("output/mau/ke-hoach.xlsx", "sửa tay").remove("output/mau/ke-hoach.pdf");
        project.remove("output/khac/thong-bao.figures.json");
    });
    insta::assert_snapshot!(found, @"
    output/khac/thong-bao.figures.json: thiếu: đã bị xóa hoặc chuyển đi
    output/mau/ke-hoach.pdf: thiếu: đã bị xóa hoặc chuyển đi
    output/mau/ke-hoach.xlsx: đã bị sửa bằng tay từ lần dựng
    ");
}

#[test]
fn the_manifest_is_missing_broken_or_edited() {
    let missing = after(|project| {
        project.remove("output/mau/manifest.json").file("output/khac/manifest.json", "{}");
    });
    insta::assert_snapshot!(missing, @"
    output/khac/manifest.json: không đọc được: đã bị sửa bằng tay
    output/mau/manifest.json: không có: hồ sơ chưa dựng, hoặc tệp đã bị xóa
    ");
    let edited = after(|project| {
        project.replace("output/mau/manifest.json", "Xã An Bình: giảm 40 hộ.", "Xã An Bình: giảm 50 hộ.");
        let text = project.read("output/khac/manifest.json");
        project.file("output/khac/manifest.json", format!("{text}\n"));
    });
    insta::assert_snapshot!(edited, @"
    output/khac/manifest.json: đã bị sửa bằng tay từ lần dựng
    output/mau/manifest.json: đã bị sửa bằng tay từ lần dựng
    ");
}

#[test]
fn a_document_was_refused_in_the_last_build() {
    let found = after(|project| {
        project.plan("mo_dau:", "mo_dauu:");
        project.file("data/mau/moi.yaml", PLAN.replace("mo_dau:", "mo_dauu:"));
        assert_eq!(project.run(["build", "--quiet"]).code, 1);
    });
    insta::assert_snapshot!(found, @"
    data/mau/ke-hoach.yaml: tệp nguồn đã đổi từ lần dựng
    data/mau/moi.yaml: chưa dựng được lần nào: văn bản mới, hoặc lần dựng nào cũng bị từ chối
    output/mau/ke-hoach.pdf: bản cũ được giữ: lần dựng gần nhất văn bản này bị từ chối
    ");
}

#[test]
fn only_one_document_was_built_since_a_shared_file_changed() {
    let found = after(|project| {
        project.dossier("ho_ten: Nguyễn Văn An", "ho_ten: Trần Văn Bình");
        assert_eq!(project.run(["build", "data/mau/bao-cao.yaml", "--quiet"]).code, 0);
    });
    insta::assert_snapshot!(found, @"output/mau/ke-hoach.pdf: chưa dựng lại từ khi một tệp nguồn dùng chung đổi");
}

/// Somebody has changed an output and the manifest with it, or the program has made other bytes.
#[test]
fn the_same_inputs_give_other_bytes() {
    let found = after(|project| {
        let old = project.files("output/mau")["ke-hoach.pdf"].clone();
        let mut new = old.clone();
        let last = new.len() - 1;
        new[last] ^= 1;
        project.file("output/mau/ke-hoach.pdf", &new);
        let hash = |bytes: &[u8]| duthao::model::input::sha256(bytes);
        project.replace("output/mau/manifest.json", &hash(&old), &hash(&new));
    });
    let byte =
        found.split("byte thứ ").nth(1).and_then(|rest| rest.split(')').next()).expect("a number").to_owned();
    insta::assert_snapshot!(found.replace(&byte, "N"), @"output/mau/ke-hoach.pdf: dựng lại ra tệp khác, không rõ nguyên nhân (từ byte thứ N)");
}

#[test]
fn one_unit_was_never_built_and_one_is_missing() {
    let project = Project::sample();
    project.file("data/mau/cac-xa.yaml", FOR_COMMUNES);
    project.build();
    std::fs::remove_dir_all(project.path("output/mau")).expect("the outputs");
    let run = project.run(["build", "data/mau/cac-xa.yaml", "--only-unit", "Yên Lạc", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let run = self::run(&project, &["data/mau/cac-xa.yaml"]);
    assert_eq!(run.code, 1);
    insta::assert_snapshot!(run.stdout, @"
    Tệp                                Vì sao khác
    output/mau/cac-xa/xa-an-binh.pdf   chưa dựng
    output/mau/cac-xa/xa-an-hoa.pdf    chưa dựng
    output/mau/cac-xa/xa-yen-minh.pdf  chưa dựng

    3 chỗ khác. Dựng lại cho khớp: duthao build.
    ");
    project.build();
    project.remove("output/mau/cac-xa/xa-yen-lac.pdf");
    insta::assert_snapshot!(differences(&project), @"output/mau/cac-xa/xa-yen-lac.pdf: thiếu: đã bị xóa hoặc chuyển đi");
}

#[test]
fn nothing_can_be_compared() {
    let project = Project::new();
    let run = project.run(["verify", "--format", "json"]);
    assert_eq!((run.code, run.json()), (2, serde_json::json!({ "ok": false, "differences": [] })));
    let project = Project::sample();
    insta::assert_snapshot!(differences(&project), @"
    output/khac/manifest.json: không có: hồ sơ chưa dựng, hoặc tệp đã bị xóa
    output/mau/manifest.json: không có: hồ sơ chưa dựng, hoặc tệp đã bị xóa
    ");
}
