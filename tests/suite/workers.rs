//! Worker processes: what hangs, swallows memory or dies costs its own document, is named, tried once more; the rest
//! goes on.

use crate::harness::{DOSSIER, Project, Run, SHEET};

const NOTICE: &str = "\
loai: thong-bao
ngay: 20/3/2024
moi_dong: xa
trich_yeu: Chỉ tiêu giảm nghèo của {{ dong.ten | thuong }}
noi_dung:
  - doan: \"{{ dong.ten }} giảm {{ dong.giam }} hộ nghèo.\"
noi_nhan: [\"Ủy ban nhân dân {{ dong.ten | thuong }}\", \"Lưu: VT\"]
";

/// A project whose own layout does something when the notice of Yên Minh is laid out.
fn project(mischief: &str) -> Project {
    let project = Project::new();
    project.file("data/mau/ho-so.yaml", DOSSIER);
    project.workbook("data/mau/bang.xlsx", SHEET);
    project.file("data/mau/thong-bao.yaml", NOTICE);
    project.file("data/chung.yaml", "gioi_han: { giay_van_ban: 2, bo_nho_mb: 800 }\n");
    project.template(
        "layout/main.typ",
        "#van_ban(json(\"/blocks.json\"))",
        &format!(
            "#let data = json(\"/blocks.json\")\n#if data.meta.title.contains(\"Yên Minh\") {{\n{mischief}\n}}\n#van_ban(data)"
        ),
    );
    project
}

/// What is said but for the lines of progress, and which notices there are.
fn told(project: &Project, run: &Run) -> String {
    let said = run.stderr.lines().filter(|line| !line.starts_with('[')).collect::<Vec<_>>().join("\n");
    format!("{said}\n{}", project.names("output/mau/thong-bao").join("\n"))
}

#[test]
fn a_document_that_never_ends_is_given_up() {
    let project = project("for a in range(90000) { for b in range(90000) { let c = a * b } }");
    let run = project.run(["build", "--only", "pdf", "--jobs", "2"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    insta::assert_snapshot!(told(&project, &run), @"
    sự cố: không dựng được «data/mau/thong-bao.yaml, Xã Yên Minh» (đã thử hai lần): quá 2 giây mà chưa xong
    phông chữ: Liberation Serif thay cho Times New Roman (cùng bề rộng chữ); đặt tệp phông của cơ quan vào templates/fonts
    Hồ sơ  Văn bản                Kết quả             Trang  Tệp
    mau    thong-bao × 4 đơn vị   đã dựng 3, sự cố 1  3      thong-bao/: 6 tệp
    mau    thong-bao/Xã Yên Minh  sự cố

    4 văn bản, 3 đã dựng, 1 gặp sự cố, 0 lỗi, 0 cảnh báo → output
    xa-an-binh.figures.json
    xa-an-binh.pdf
    xa-an-hoa.figures.json
    xa-an-hoa.pdf
    xa-yen-lac.figures.json
    xa-yen-lac.pdf
    ");
}

#[test]
fn a_document_that_swallows_memory_is_given_up() {
    let project = project("let all = range(200000000)");
    let run = project.run(["build", "--only", "pdf", "--jobs", "1"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    if cfg!(target_os = "linux") {
        insta::assert_snapshot!(told(&project, &run), @"
        sự cố: không dựng được «data/mau/thong-bao.yaml, Xã Yên Minh» (đã thử hai lần): hết bộ nhớ cho phép
        phông chữ: Liberation Serif thay cho Times New Roman (cùng bề rộng chữ); đặt tệp phông của cơ quan vào templates/fonts
        Hồ sơ  Văn bản                Kết quả             Trang  Tệp
        mau    thong-bao × 4 đơn vị   đã dựng 3, sự cố 1  3      thong-bao/: 6 tệp
        mau    thong-bao/Xã Yên Minh  sự cố

        4 văn bản, 3 đã dựng, 1 gặp sự cố, 0 lỗi, 0 cảnh báo → output
        xa-an-binh.figures.json
        xa-an-binh.pdf
        xa-an-hoa.figures.json
        xa-an-hoa.pdf
        xa-yen-lac.figures.json
        xa-yen-lac.pdf
        ");
    }
}

#[test]
fn a_document_that_ends_its_process_is_given_up() {
    // Dropping what is nested so deeply needs more stack than there is.
    let project = project("let c = [x]\nfor i in range(400000) { c = strong(c) }\nc = none");
    let run = project.run(["build", "--only", "pdf", "--jobs", "2"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    insta::assert_snapshot!(told(&project, &run), @"
    sự cố: không dựng được «data/mau/thong-bao.yaml, Xã Yên Minh» (đã thử hai lần): nội dung hoặc mẫu lồng nhau quá sâu
    phông chữ: Liberation Serif thay cho Times New Roman (cùng bề rộng chữ); đặt tệp phông của cơ quan vào templates/fonts
    Hồ sơ  Văn bản                Kết quả             Trang  Tệp
    mau    thong-bao × 4 đơn vị   đã dựng 3, sự cố 1  3      thong-bao/: 6 tệp
    mau    thong-bao/Xã Yên Minh  sự cố

    4 văn bản, 3 đã dựng, 1 gặp sự cố, 0 lỗi, 0 cảnh báo → output
    xa-an-binh.figures.json
    xa-an-binh.pdf
    xa-an-hoa.figures.json
    xa-an-hoa.pdf
    xa-yen-lac.figures.json
    xa-yen-lac.pdf
    ");
}

#[test]
fn what_was_given_up_keeps_its_last_good_files() {
    let project = project("");
    project.build();
    let before = project.files("output/mau/thong-bao");
    project.template(
        "layout/main.typ",
        "#van_ban(json(\"/blocks.json\"))",
        "#let data = json(\"/blocks.json\")\n#if data.meta.title.contains(\"Yên Minh\") {\nfor a in range(90000) { for b in range(90000) { let c = a * b } }\n}\n#van_ban(data)",
    );
    let run = project.run(["build", "--format", "json"]);
    assert_eq!((run.code, run.stdout.trim()), (2, "[]"), "{}", run.stderr);
    assert!(
        project.files("output/mau/thong-bao") == before,
        "the pages look the same, and the old one stays"
    );
    let manifest = project.json("output/mau/manifest.json");
    let states = manifest["documents"].as_array().expect("rows").iter().map(|row| row["state"].clone());
    assert_eq!(states.filter(|state| state == "kept").count(), 1);
}
