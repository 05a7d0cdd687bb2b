//! Only what changed is made again, and what comes out is what a build from nothing makes.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::harness::{DOSSIER, PLAN, Project, REPORT, SHEET};

/// A notice for every commune, beside the plan and the report.
const NOTICE: &str = "\
loai: thong-bao
ngay: 20/3/2024
moi_dong: xa
trich_yeu: Chỉ tiêu giảm nghèo năm {{ nam }} của {{ dong.ten | thuong }}
noi_dung:
  - doan: \"{{ dong.ten }} giảm {{ dong.giam }} hộ nghèo, còn {{ dong.cuoi }} hộ; chi tiết tại Phụ lục kèm theo.\"
noi_nhan: [\"Ủy ban nhân dân {{ dong.ten | thuong }}\", \"Lưu: VT\"]
phu_luc:
  - { tieu_de: \"Chỉ tiêu của {{ dong.ten | thuong }}\", bang: xa, cua: dong, cot: [ten, dau, giam, cuoi] }
";

fn project() -> Project {
    let project = Project::sample();
    project.file("data/mau/thong-bao.yaml", NOTICE);
    project
}

/// The keys of a dossier's documents, by document and unit.
fn keys(project: &Project) -> BTreeMap<String, Value> {
    let manifest = project.json("output/mau/manifest.json");
    let rows = manifest["documents"].as_array().expect("rows").iter();
    rows.map(|row| (format!("{} {}", row["document"], row["unit"]), row["key"].clone())).collect()
}

/// The documents whose keys a change has changed.
fn touched(project: &Project, change: impl FnOnce(&Project)) -> Vec<String> {
    project.build();
    let before = keys(project);
    change(project);
    project.run(["build"]);
    let after = keys(project);
    after.into_iter().filter(|(name, key)| before.get(name) != Some(key)).map(|(name, _)| name).collect()
}

#[test]
fn a_cell_touches_the_documents_that_see_it() {
    // The sheet must tie out, so what a commune gives up another takes.
    let change = |project: &Project| {
        let sheet = SHEET
            .replace(
                "| Xã Yên Lạc | 1200 | 12,00 | 400 | 800 | 8,00 |",
                "| Xã Yên Lạc | 1200 | 12,00 | 401 | 799 | 7,99 |",
            )
            .replace(
                "| Xã Yên Minh | 500 | 12,50 | 100 | 400 | 10,00 |",
                "| Xã Yên Minh | 500 | 12,50 | 99 | 401 | 10,03 |",
            );
        project.workbook("data/mau/bang.xlsx", &sheet);
    };
    insta::assert_debug_snapshot!(touched(&project(), change), @r#"
    [
        "\"bao-cao\" null",
        "\"ke-hoach\" null",
        "\"thong-bao\" \"Xã Yên Lạc\"",
        "\"thong-bao\" \"Xã Yên Minh\"",
    ]
    "#);
}

#[test]
fn a_line_touches_its_own_document_and_a_shared_one_all() {
    let own = touched(&project(), |project| _ = project.plan("Mục tiêu", "Mục đích"));
    insta::assert_debug_snapshot!(own, @r#"
    [
        "\"ke-hoach\" null",
    ]
    "#);
    let shared = touched(&project(), |project| _ = project.dossier("Nguyễn Văn An", "Trần Văn Bình"));
    assert_eq!(shared.len(), 6, "{shared:?}");
}

#[test]
fn a_list_is_made_again_when_other_documents_are_listed() {
    let project = project();
    project.file(
        "data/mau/gui.yaml",
        "\
loai: cong-van
don_vi_soan: VP
ngay: 21/3/2024
trich_yeu: gửi thông báo chỉ tiêu
kinh_gui: [Ủy ban nhân dân các xã]
noi_dung: [{ doan: Gửi các xã thông báo kê tại Phụ lục kèm theo. }]
noi_nhan: [Như trên, \"Lưu: VT\"]
phu_luc: [{ tieu_de: Danh sách thông báo, danh_sach: thong-bao }]
",
    );
    // The first unit stays the first, and no table changes.
    let fewer = NOTICE.replace("moi_dong: xa", "moi_dong: { bang: xa, nhom: I }");
    let touched = touched(&project, |project| _ = project.file("data/mau/thong-bao.yaml", fewer));
    assert!(touched.iter().any(|name| name.contains("gui")), "{touched:?}");
    assert_eq!(project.run(["verify"]).code, 0);
}

#[test]
fn a_missing_output_is_made_again_and_nothing_else() {
    let project = project();
    project.build();
    let before = project.files("output");
    project.remove("output/mau/thong-bao/xa-yen-minh.pdf");
    let run = project.build();
    insta::assert_snapshot!(run.stderr, @"
    [1/1] mau/thong-bao/xa-yen-minh
    phông chữ: Liberation Serif thay cho Times New Roman (cùng bề rộng chữ); đặt tệp phông của cơ quan vào templates/fonts
    Hồ sơ  Văn bản               Kết quả                 Trang  Tệp
    khac   thong-bao             không đổi               1      thong-bao.pdf, thong-bao.docx, thong-bao.figures.json
    mau    bao-cao               không đổi               1      bao-cao.pdf, bao-cao.docx, bao-cao.figures.json
    mau    ke-hoach              không đổi               2      ke-hoach.pdf, ke-hoach.docx, ke-hoach.xlsx, ke-hoach.figures.json
    mau    thong-bao × 4 đơn vị  không đổi 3, đã dựng 1  8      thong-bao/: 16 tệp

    7 văn bản, 1 đã dựng, 6 không đổi, 0 lỗi, 0 cảnh báo → output
    ");
    assert!(project.files("output") == before);
}

#[test]
fn nothing_is_made_when_nothing_has_changed() {
    let project = project();
    project.build();
    let run = project.build();
    insta::assert_snapshot!(run.stderr, @"
    phông chữ: Liberation Serif thay cho Times New Roman (cùng bề rộng chữ); đặt tệp phông của cơ quan vào templates/fonts
    Hồ sơ  Văn bản               Kết quả    Trang  Tệp
    khac   thong-bao             không đổi  1      thong-bao.pdf, thong-bao.docx, thong-bao.figures.json
    mau    bao-cao               không đổi  1      bao-cao.pdf, bao-cao.docx, bao-cao.figures.json
    mau    ke-hoach              không đổi  2      ke-hoach.pdf, ke-hoach.docx, ke-hoach.xlsx, ke-hoach.figures.json
    mau    thong-bao × 4 đơn vị  không đổi  8      thong-bao/: 16 tệp

    7 văn bản, 0 đã dựng, 7 không đổi, 0 lỗi, 0 cảnh báo
    ");
    let forced = project.run(["build", "--force"]);
    insta::assert_snapshot!(forced.stderr.lines().last().unwrap_or_default(), @"7 văn bản, 7 đã dựng, 0 lỗi, 0 cảnh báo → output");
}

/// A small generator with a fixed seed: the same cases everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        // Numerical Recipes' multiplier and increment.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }
}

/// One thing that a person or a machine does between two builds.
fn change(project: &Project, dice: &mut Dice) -> String {
    let cut = dice.roll(40) + 60;
    match dice.roll(12) {
        0 => {
            let rest = 500 - cut;
            let sheet = SHEET
                .replace("| 12,50 | 100 | 400 | 10,00 |", &format!("| 12,50 | {cut} | {rest} | |"))
                .replace(
                    "| 1700 | 12,14 | 500 | 1200 | 8,57 |",
                    &format!("| 1700 | 12,14 | {} | {} | |", 400 + cut, 1300 - cut),
                )
                .replace(
                    "| 2000 | 10,00 | 590 | 1410 | 7,05 |",
                    &format!("| 2000 | 10,00 | {} | {} | |", 490 + cut, 1510 - cut),
                );
            project.workbook("data/mau/bang.xlsx", &sheet);
            format!("cut of a commune {cut}")
        }
        1 => {
            // Does not tie out: everything of the dossier is refused.
            project.workbook("data/mau/bang.xlsx", &SHEET.replace("| 12,50 | 100 |", "| 12,50 | 101 |"));
            "a wrong sum".to_owned()
        }
        2 => {
            project
                .workbook("data/mau/bang.xlsx", &SHEET.replace("Xã Yên Minh", &format!("Xã Yên Mỹ {cut}")));
            format!("another name {cut}")
        }
        3 => {
            project.file("data/mau/ke-hoach.yaml", PLAN.replace("so: 12", &format!("so: {cut}")));
            format!("number of the plan {cut}")
        }
        4 => {
            project.file("data/mau/ke-hoach.yaml", PLAN.replace("so: 12", &format!("# {cut}\nso: 12")));
            "a comment".to_owned()
        }
        5 => {
            project
                .file("data/mau/thong-bao.yaml", NOTICE.replace("giảm {{", &format!("đợt {cut} giảm {{{{")));
            format!("text of the notices {cut}")
        }
        6 => {
            project.file(
                "data/mau/thong-bao.yaml",
                NOTICE.replace("moi_dong: xa", "moi_dong: { bang: xa, theo: nhom }"),
            );
            "notices for the groups".to_owned()
        }
        7 => {
            project.file("data/mau/ho-so.yaml", DOSSIER.replace("gia_tri: 3,", &format!("gia_tri: {cut},")));
            format!("a constant {cut}")
        }
        8 => {
            project.file(
                "data/chung.yaml",
                format!("thoi_quen: {{ diem: {} }}\n", ["diem-phan-tram", "phan-tram"][dice.roll(2)]),
            );
            "a habit of the office".to_owned()
        }
        9 => {
            if project.exists("data/mau/bao-cao.yaml") {
                project.remove("data/mau/bao-cao.yaml");
            } else {
                project.file("data/mau/bao-cao.yaml", REPORT);
            }
            "the report comes or goes".to_owned()
        }
        10 => {
            if project.exists("templates/forms/noi-nhan.tera") {
                project.remove("templates/forms/noi-nhan.tera");
            } else {
                project.template("forms/noi-nhan.tera", "noi_nhan_dau", "noi_nhan_dau");
            }
            "a template of its own comes or goes".to_owned()
        }
        _ => {
            let outputs = project.names("output/mau");
            let at = dice.roll(outputs.len().max(1));
            if let Some(name) = outputs.get(at).filter(|name| *name != "manifest.json") {
                project.remove(&format!("output/mau/{name}"));
            }
            "an output is lost".to_owned()
        }
    }
}

#[test]
fn changing_things_at_random_gives_what_a_build_from_nothing_gives() {
    let mut dice = Dice(20_261_122);
    let project = project();
    project.build();
    let mut history = Vec::new();
    for step in 0..60 {
        for _ in 0..=dice.roll(2) {
            history.push(change(&project, &mut dice));
        }
        let changed = project.run(["build", "--format", "json", "--quiet"]);
        let clean = project.run(["build", "--format", "json", "--quiet", "--output", "clean"]);
        assert_eq!((changed.code, &changed.stdout), (clean.code, &clean.stdout), "step {step}: {history:#?}");
        // A refused document keeps its last good files, which a build from nothing does not have.
        let manifest = project.json("output/mau/manifest.json");
        let kept: Vec<String> = manifest["documents"]
            .as_array()
            .expect("rows")
            .iter()
            .filter(|row| row["state"] == "kept")
            .flat_map(|row| row["outputs"].as_array().expect("rows").clone())
            .map(|output| format!("mau/{}", output["path"].as_str().expect("a path")))
            .collect();
        let clean_files = project.files("clean");
        let files = project.files("output");
        let is_compared = |name: &String| !name.ends_with("manifest.json") && !kept.contains(name);
        let names: Vec<&String> = files.keys().filter(|name| is_compared(name)).collect();
        let clean_names: Vec<&String> = clean_files.keys().filter(|name| is_compared(name)).collect();
        assert_eq!(names, clean_names, "step {step}: {history:#?}");
        for name in names {
            assert!(files[name] == clean_files[name], "{name} differs at step {step}: {history:#?}");
        }
        if kept.is_empty() && clean.code == 0 {
            assert!(
                files["mau/manifest.json"] == clean_files["mau/manifest.json"],
                "the manifests differ at step {step}: {history:#?}"
            );
        }
        project.remove_folder("clean");
    }
}
