//! `duthao diff`: what differs between two output folders, and because of which cells.

use crate::harness::{PLAN, Project, SHEET};

/// The sample as built, kept under `cu/`, then changed and built again.
fn rebuilt(change: impl FnOnce(&Project)) -> Project {
    let project = Project::sample();
    project.build();
    keep(&project);
    change(&project);
    project.build();
    project
}

fn keep(project: &Project) {
    for (path, bytes) in project.files("output") {
        project.file(&format!("cu/{path}"), bytes);
    }
}

fn said(project: &Project) -> String {
    let run = project.run(["diff", "cu", "output"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    run.stdout
}

/// The sheet with another target for one commune, and every sum that follows from it.
fn another_target() -> String {
    SHEET
        .replace("| 400 | 800 | 8,00 |", "| 420 | 780 | 7,80 |")
        .replace("| 500 | 1200 | 8,57 |", "| 520 | 1180 | 8,43 |")
        .replace("| 590 | 1410 | 7,05 |", "| 610 | 1390 | 6,95 |")
}

#[test]
fn two_builds_of_the_same_are_the_same() {
    let project = rebuilt(|_| {});
    assert_eq!(said(&project), "Hai bản như nhau: không số liệu, câu, dòng nào khác.\n");
    let run = project.run(["diff", "cu/mau", "output/mau", "--format", "json"]);
    assert_eq!(
        run.json(),
        serde_json::json!({ "documents": [], "figures": [], "rows": [], "sentences": [] })
    );
}

#[test]
fn a_changed_cell_is_told_with_every_figure_that_follows() {
    let project = rebuilt(|project| {
        project.workbook("data/mau/bang.xlsx", &another_target());
    });
    insta::assert_snapshot!(said(&project), @"
    data/mau/ke-hoach.yaml

      Số liệu: 9
      Đơn vị            Cột               Cũ     Mới    Do                    Chỗ in
      Toàn huyện        Chỉ tiêu giảm     590    610    bang.xlsx Biểu 1!E10  trang 1, Phụ lục
      Toàn huyện        Cuối năm › Số hộ  1.410  1.390  bang.xlsx Biểu 1!F10  trang 1, Phụ lục
      Toàn huyện        Cuối năm › Tỷ lệ  7,05%  6,95%  bang.xlsx Biểu 1!G10  trang 1, Phụ lục
      Xã Yên Lạc        Chỉ tiêu giảm     400    420    bang.xlsx Biểu 1!E8   trang 1, Phụ lục
      Khu vực miền núi  Chỉ tiêu giảm     500    520    bang.xlsx Biểu 1!E7   Phụ lục
      Khu vực miền núi  Cuối năm › Số hộ  1.200  1.180  bang.xlsx Biểu 1!F7   Phụ lục
      Xã Yên Lạc        Cuối năm › Số hộ  800    780    bang.xlsx Biểu 1!F8   Phụ lục
      Khu vực miền núi  Cuối năm › Tỷ lệ  8,57   8,43   bang.xlsx Biểu 1!G7   Phụ lục
      Xã Yên Lạc        Cuối năm › Tỷ lệ  8,00   7,80   bang.xlsx Biểu 1!G8   Phụ lục
    ");
    let figures = project.run(["diff", "cu/mau", "output/mau", "--format", "json"]).json()["figures"].clone();
    insta::assert_snapshot!(serde_json::to_string(&figures[0]).expect("JSON"), @r#"{"cause":[{"cell":"E10","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}],"column":"Chỉ tiêu giảm","document":"data/mau/ke-hoach.yaml","new":"610","old":"590","places":["trang 1","Phụ lục"],"table":"xa","unit":"Toàn huyện"}"#);
}

#[test]
fn sentences_are_told_and_numbering_is_not() {
    let project = rebuilt(|project| {
        project.plan(
            "  - muc: Tổ chức thực hiện\n",
            "  - muc: Kinh phí\n    noi_dung:\n      - doan: Ngân sách huyện bảo đảm.\n  - muc: Tổ chức thực hiện\n",
        );
        project.plan(
            "Ủy ban nhân dân các xã thực hiện Phụ lục",
            "Ủy ban nhân dân các xã khẩn trương thực hiện Phụ lục",
        );
        project.plan("mo_dau: Ủy ban nhân dân huyện ban hành Kế hoạch như sau\n", "");
    });
    insta::assert_snapshot!(said(&project), @"
    data/mau/ke-hoach.yaml

      Câu: 4
      bỏ (ke-hoach.yaml:7): «Ủy ban nhân dân huyện ban hành Kế hoạch như sau:»
      thêm (ke-hoach.yaml:14): «Kinh phí»
      thêm (ke-hoach.yaml:16): «Ngân sách huyện bảo đảm.»
      sửa (ke-hoach.yaml:19)
        cũ:  «Ủy ban nhân dân các xã thực hiện Phụ lục kèm theo./.»
        mới: «Ủy ban nhân dân các xã khẩn trương thực hiện Phụ lục kèm theo./.»
    ");
}

#[test]
fn rows_and_columns_of_an_annex_are_told_by_their_names() {
    let project = rebuilt(|project| {
        project.workbook(
            "data/mau/bang.xlsx",
            &SHEET.replace("| 2 | Xã Yên Minh | 500 |", "| 2 | Xã Yên Mỹ | 500 |"),
        );
        project.plan("cot: [ten, dau, ty_le_dau, giam,", "cot: [ten, dau, giam,");
    });
    insta::assert_snapshot!(said(&project), @"
    data/mau/ke-hoach.yaml

      Câu: 1
      sửa (ke-hoach.yaml:14)
        cũ:  «Xã Yên Minh: giảm 100 hộ.»
        mới: «Xã Yên Mỹ: giảm 100 hộ.»

      Dòng, cột của bảng: 3
      thêm dòng «Xã Yên Mỹ», Phụ lục
      bỏ cột «Đầu năm › Tỷ lệ», Phụ lục
      bỏ dòng «Xã Yên Minh», Phụ lục
    ");
}

#[test]
fn the_cause_of_what_is_computed_is_the_cell_that_changed() {
    let project = Project::sample();
    project.dossier("cuoi: { tieu_de: [Cuối năm, Số hộ], kieu: so_ho,", "cuoi: { kieu: so_ho,");
    project.build();
    keep(&project);
    project.workbook("data/mau/bang.xlsx", &another_target());
    project.build();
    let figures = project.run(["diff", "cu", "output", "--format", "json"]).json()["figures"].clone();
    let computed: Vec<String> = figures
        .as_array()
        .expect("figures")
        .iter()
        .filter(|figure| figure["column"] == "cuoi")
        .map(|figure| {
            format!("{}: {} → {} vì {}", figure["unit"], figure["old"], figure["new"], figure["cause"])
        })
        .collect();
    insta::assert_snapshot!(computed.join("\n"), @r#"
    "Toàn huyện": "1.410" → "1.390" vì [{"cell":"E10","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}]
    "Khu vực miền núi": "1.200" → "1.180" vì [{"cell":"E7","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}]
    "Xã Yên Lạc": "800" → "780" vì [{"cell":"E8","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}]
    "#);
}

#[test]
fn a_build_of_an_older_version_is_compared_as_far_as_it_goes() {
    let project = rebuilt(|project| {
        project.workbook("data/mau/bang.xlsx", &another_target());
    });
    let mut manifest = project.json("cu/mau/manifest.json");
    for row in manifest["documents"].as_array_mut().expect("rows") {
        row.as_object_mut().expect("a row").remove("text");
    }
    project.file("cu/mau/manifest.json", manifest.to_string());
    let run = project.run(["diff", "cu/mau", "output/mau"]);
    assert!(run.stderr.starts_with("có văn bản dựng bằng phiên bản chưa ghi lời văn"), "{}", run.stderr);
    assert!(run.stdout.contains("Số liệu: 9") && !run.stdout.contains("Câu"), "{}", run.stdout);
}

#[test]
fn documents_that_only_one_side_has_are_named() {
    let project = rebuilt(|project| {
        project.remove("data/mau/bao-cao.yaml");
        project.file("data/mau/ke-hoach-2.yaml", PLAN.replace("so: 12", "so: 13"));
    });
    insta::assert_snapshot!(said(&project), @"
    data/mau/bao-cao.yaml: văn bản không còn trong bản mới
    data/mau/ke-hoach-2.yaml: văn bản mới, bản cũ không có
    ");
    let whole = project.run(["diff", "cu/mau", "output"]);
    assert_eq!(whole.stdout, said(&project), "one dossier against all: that dossier is meant");
}

#[test]
fn a_folder_that_holds_no_outputs_is_a_fault_of_use() {
    let project = Project::sample();
    project.build();
    let run = project.run(["diff", "data", "output", "--format", "json"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("«data» không phải thư mục kết quả"), "{}", run.stderr);
    assert_eq!(run.json(), serde_json::json!({ "figures": [], "rows": [], "sentences": [] }));
    let run = project.run(["diff", "output"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("thiếu hai thư mục kết quả"), "{}", run.stderr);
}

#[test]
fn one_cell_changes_the_document_of_one_unit() {
    let project = Project::sample();
    project.file("data/mau/cac-xa.yaml", crate::verify::FOR_COMMUNES).remove("data/mau/ke-hoach.yaml");
    project.build();
    std::fs::rename(project.path("output"), project.path("cu")).expect("a move");
    project.workbook(
        "data/mau/bang.xlsx",
        &crate::harness::SHEET
            .replace(
                "| 1 | Xã Yên Lạc | 1200 | 12,00 | 400 | 800 | 8,00 |",
                "| 1 | Xã Yên Lạc | 1200 | 12,00 | 410 | 790 | 7,90 |",
            )
            .replace("| 1700 | 12,14 | 500 | 1200 | 8,57 |", "| 1700 | 12,14 | 510 | 1190 | 8,50 |")
            .replace("| 2000 | 10,00 | 590 | 1410 | 7,05 |", "| 2000 | 10,00 | 600 | 1400 | 7,00 |"),
    );
    project.build();
    let run = project.run(["diff", "cu", "output"]);
    insta::assert_snapshot!(run.stdout, @"
    data/mau/cac-xa.yaml, Xã Yên Lạc

      Số liệu: 2
      Đơn vị      Cột               Cũ   Mới  Do                   Chỗ in
      Xã Yên Lạc  Chỉ tiêu giảm     400  410  bang.xlsx Biểu 1!E8  trang 1
      Xã Yên Lạc  Cuối năm › Số hộ  800  790  bang.xlsx Biểu 1!F8  trang 1
    ");
    let run = project.run(["diff", "cu", "output", "--format", "json"]);
    assert_eq!(run.json()["figures"][0]["document_unit"], "Xã Yên Lạc");
}
