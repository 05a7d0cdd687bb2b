//! `duthao trace`: from a printed figure to its cells, formulas and rounding.

use crate::harness::{Project, SHEET};

/// What is said about a figure of the plan.
fn said(project: &Project, figure: &str) -> String {
    let run = project.run(["trace", "output/mau/ke-hoach.pdf", figure]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{figure}");
    run.stdout
}

fn hits(project: &Project, file: &str, figure: &str) -> Vec<serde_json::Value> {
    let run = project.run(["trace", file, figure, "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.json()["figure"], figure);
    run.json()["hits"].as_array().expect("hits").clone()
}

#[test]
fn a_figure_leads_to_every_place_and_the_cells_behind_it() {
    let project = Project::sample();
    project.build();
    insta::assert_snapshot!(said(&project, "1.410"), @"
    Số «1.410» đứng ở 2 chỗ trong ke-hoach.pdf.

    1. Trang 1: «Giảm 590 hộ nghèo, còn 1.410 hộ, chiếm 7,05%.»
       dòng «Toàn huyện», cột «Cuối năm › Số hộ», bảng «xa»
       lấy từ: data/mau/bang.xlsx, trang «Biểu 1», ô F10
       đối chiếu: dau - giam = 2.000 - 590 = 1.410

    2. Phụ lục, bảng bắt đầu từ trang 2, ô ghi «1.410»
       dòng «Toàn huyện», cột «Cuối năm › Số hộ», bảng «xa»
       lấy từ: data/mau/bang.xlsx, trang «Biểu 1», ô F10
       đối chiếu: dau - giam = 2.000 - 590 = 1.410
    ");
}

#[test]
fn a_figure_may_be_typed_as_the_keyboard_allows() {
    let project = Project::sample();
    project.build();
    let plan = "output/mau/ke-hoach.pdf";
    let places = |figure: &str| hits(&project, plan, figure).len();
    assert_eq!((places("1.410"), places("1410"), places("1.410 hộ"), places("1410%")), (2, 2, 2, 0));
    assert_eq!((places("7,05%"), places("7,05"), places("7.05"), places("7,05 %")), (2, 2, 2, 2));
    let unquoted = project.run(["trace", plan, "1.410", "hộ"]);
    assert!(unquoted.stdout.starts_with("Số «1.410 hộ» đứng ở 2 chỗ"), "{}", unquoted.stdout);
}

#[test]
fn a_cell_of_an_annex_leads_to_its_own_cell() {
    let project = Project::sample();
    project.build();
    let found = hits(&project, "output/mau/ke-hoach.pdf", "12,50");
    insta::assert_snapshot!(serde_json::to_string_pretty(&found).expect("JSON"), @r#"
    [
      {
        "annex": "Phụ lục",
        "column": "Đầu năm › Tỷ lệ",
        "formula": null,
        "page": 2,
        "rounding": null,
        "row": "Xã Yên Minh",
        "source": [
          {
            "cell": "D9",
            "file": "data/mau/bang.xlsx",
            "sheet": "Biểu 1"
          }
        ],
        "table": "xa",
        "text": "12,50",
        "unit": "%",
        "value": "12.5"
      }
    ]
    "#);
}

#[test]
fn a_constant_leads_to_its_line_and_its_source() {
    let project = Project::sample();
    project.build();
    let run = project.run(["trace", "output/mau/bao-cao.pdf", "3"]);
    insta::assert_snapshot!(run.stdout, @"
    Số «3» đứng ở 1 chỗ trong bao-cao.pdf.

    1. Trang 1: «Toàn huyện có 03 xã nghèo./.»
       hằng số «xa_ngheo»
       lấy từ: data/mau/ho-so.yaml, dòng 6
       nguồn: Nghị quyết số 5/NQ-HĐND

    Không lấy từ ô nào mà do người soạn gõ hoặc do mẫu in (năm, số thứ tự …): 1 chỗ.
       «Tân Lập, ngày 20 tháng 3 năm 2024»
    ");
}

#[test]
fn a_figure_in_words_is_the_same_figure() {
    let project = Project::sample();
    project.plan("{{ xa.tong.giam }} hộ nghèo", "{{ xa.tong.giam }} hộ ({{ xa.tong.giam | chu }} hộ)");
    project.build();
    let words = said(&project, "năm trăm chín mươi");
    insta::assert_snapshot!(words, @"
    Số «năm trăm chín mươi» đứng ở 3 chỗ trong ke-hoach.pdf.

    1. Trang 1: «Giảm 590 hộ (năm trăm chín mươi hộ), còn 1.410 hộ, chiếm 7,05%.»
       dòng «Toàn huyện», cột «Chỉ tiêu giảm», bảng «xa»
       lấy từ: data/mau/bang.xlsx, trang «Biểu 1», ô E10

    2. Trang 1: «Giảm 590 hộ (năm trăm chín mươi hộ), còn 1.410 hộ, chiếm 7,05%.»
       dòng «Toàn huyện», cột «Chỉ tiêu giảm», bảng «xa»
       lấy từ: data/mau/bang.xlsx, trang «Biểu 1», ô E10
       cách ghi: đọc bằng chữ

    3. Phụ lục, bảng bắt đầu từ trang 2, ô ghi «590»
       dòng «Toàn huyện», cột «Chỉ tiêu giảm», bảng «xa»
       lấy từ: data/mau/bang.xlsx, trang «Biểu 1», ô E10
    ");
    assert_eq!(said(&project, "590").replace("«590» đứng", "«năm trăm chín mươi» đứng"), words);
}

/// A table without a total row, with what is computed from its columns.
fn computed() -> Project {
    let project = Project::sample();
    project.workbook(
        "data/mau/bang.xlsx",
        "
[Biểu 1]
| Địa phương | Tổng số hộ | Đầu năm | Giảm |
| Xã An Bình | 1.234 | 100 | 40 |
| Xã An Hòa | 5.678 | 200 | 50 |
"
        .replace("1.234", "1234")
        .replace("5.678", "5678")
        .as_str(),
    );
    let dossier = project.read("data/mau/ho-so.yaml");
    let (before, _) = dossier.split_once("    cot:").expect("columns");
    let (_, after) = dossier.split_once("noi_nhan").expect("recipients");
    project.file(
        "data/mau/ho-so.yaml",
        format!(
            "{before}    cot:
      ten: {{ tieu_de: Địa phương, kieu: dia_phuong }}
      ho: {{ tieu_de: Tổng số hộ, kieu: so_ho }}
      dau: {{ tieu_de: Đầu năm, kieu: so_ho }}
      giam: {{ tieu_de: Giảm, kieu: so_ho }}
      con: {{ kieu: so_ho, cong_thuc: dau - giam }}
      ty_le: {{ kieu: phan_tram, le: 2, cong_thuc: (dau - giam) / ho * 100 }}
noi_nhan{after}"
        ),
    );
    let plan = project.read("data/mau/ke-hoach.yaml");
    let (before, _) = plan.split_once("noi_dung:").expect("a body");
    project.file(
        "data/mau/ke-hoach.yaml",
        format!(
            "{before}noi_dung:
  - doan: \"Toàn huyện còn {{{{ xa.tong.con }}}} hộ nghèo; xã An Bình {{{{ xa.dong['An Bình'].ty_le }}}}, khoảng {{{{ xa.dong['An Bình'].ty_le | le(1) }}}}.\"
  - doan: Chi tiết tại Phụ lục kèm theo.
phu_luc:
  - {{ tieu_de: Chỉ tiêu, bang: xa, cot: [ten, ho, con, ty_le] }}
"
        ),
    );
    project.build();
    project
}

#[test]
fn a_sum_and_a_computed_value_show_their_arithmetic_and_rounding() {
    let project = computed();
    insta::assert_snapshot!(said(&project, "210"), @"
    Số «210» đứng ở 1 chỗ trong ke-hoach.pdf.

    1. Trang 1: «Toàn huyện còn 210 hộ nghèo;»
       tổng cột «con», bảng «xa»
       lấy từ: data/mau/bang.xlsx, trang «Biểu 1», ô C2, D2, C3, D3
       công thức: tổng cột con
       cách tính: Xã An Bình 60 + Xã An Hòa 150 = 210
    ");
    insta::assert_snapshot!(said(&project, "4,86%"), @"
    Số «4,86%» đứng ở 3 chỗ trong ke-hoach.pdf.

    1. Trang 1: «xã An Bình 4,86%, khoảng 4,9%.»
       dòng «Xã An Bình», cột «ty_le», bảng «xa»
       lấy từ: data/mau/bang.xlsx, trang «Biểu 1», ô C2, D2, B2
       cách tính: (dau - giam) / ho * 100 = (100 - 40) / 1.234 * 100 = 4,8622…
       làm tròn nửa lên, 2 chữ số thập phân: 4,8622… → 4,86

    2. Trang 1: «xã An Bình 4,86%, khoảng 4,9%.»
       dòng «Xã An Bình», cột «ty_le», bảng «xa»
       lấy từ: data/mau/bang.xlsx, trang «Biểu 1», ô C2, D2, B2
       cách tính: (dau - giam) / ho * 100 = (100 - 40) / 1.234 * 100 = 4,8622…
       làm tròn nửa lên, 2 chữ số thập phân: 4,8622… → 4,86
       làm tròn nửa lên, 1 chữ số thập phân: 4,86 → 4,9
       cách ghi: 1 chữ số thập phân

    3. Phụ lục, bảng bắt đầu từ trang 2, ô ghi «4,86»
       dòng «Xã An Bình», cột «ty_le», bảng «xa»
       lấy từ: data/mau/bang.xlsx, trang «Biểu 1», ô C2, D2, B2
       cách tính: (dau - giam) / ho * 100 = (100 - 40) / 1.234 * 100 = 4,8622…
       làm tròn nửa lên, 2 chữ số thập phân: 4,8622… → 4,86
    ");
}

#[test]
fn where_nothing_stands_the_nearest_figures_are_told() {
    let project = Project::sample();
    project.build();
    insta::assert_snapshot!(said(&project, "1.401"), @"
    Không có số liệu «1.401» trong ke-hoach.pdf.
    Số liệu gần nhất của văn bản này: 1.410; 1.200; 1.700; 400; 150.
    ");
    let run = project.run(["trace", "output/khac/thong-bao.pdf", "5"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "Không có số liệu «5» trong thong-bao.pdf.\n"));
}

#[test]
fn a_number_typed_by_hand_is_told_apart() {
    let project = Project::sample();
    project.plan("Ủy ban nhân dân các xã thực hiện", "Trong 45 ngày, Ủy ban nhân dân các xã thực hiện");
    project.build();
    insta::assert_snapshot!(said(&project, "45"), @"
    Không có số liệu «45» trong ke-hoach.pdf.
    Không lấy từ ô nào mà do người soạn gõ hoặc do mẫu in (năm, số thứ tự …): 1 chỗ.
       «Trong 45 ngày, Ủy ban nhân dân các xã thực hiện Phụ lục kèm …», viết ở data/mau/ke-hoach.yaml, dòng 17
    ");
}

#[test]
fn every_file_of_a_document_answers_for_itself() {
    let project = Project::sample();
    project.plan("    bang: xa\n", "    bang: xa\n    tep_rieng: co\n");
    project.build();
    let places = |file: &str| hits(&project, &format!("output/mau/{file}"), "1.410").len();
    assert_eq!(places("ke-hoach.pdf"), 1);
    assert_eq!(places("ke-hoach.phu-luc-1.pdf"), 1);
    assert_eq!(places("ke-hoach.xlsx"), 1);
    assert_eq!(places("ke-hoach.docx"), 2);
    assert_eq!(places("ke-hoach.figures.json"), 2);
    let elsewhere = said(&project, "12,50");
    assert!(elsewhere.contains("Số này đứng ở 1 chỗ trong ke-hoach.phu-luc-1.pdf."), "{elsewhere}");
}

#[test]
fn a_folder_that_was_carried_away_still_answers() {
    let project = Project::sample();
    project.build();
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes) in project.files("output/mau") {
        std::io::Write::write_all(
            &mut std::fs::File::create(elsewhere.path().join(name)).expect("a file"),
            &bytes,
        )
        .expect("written");
    }
    let file = elsewhere.path().join("ke-hoach.pdf");
    let run = project.run(["trace", &file.to_string_lossy(), "1.410"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout, said(&project, "1.410"));
}

#[test]
fn what_changed_since_the_build_is_said_in_one_line() {
    let project = Project::sample();
    project.build();
    project.sheet("| 400 | 800 | 8,00 |", "| 401 | 799 | 7,99 |");
    let run = project.run(["trace", "output/mau/ke-hoach.pdf", "1.410"]);
    assert_eq!(run.code, 0);
    insta::assert_snapshot!(run.stderr, @"đã đổi từ lần dựng: data/mau/bang.xlsx; chạy duthao build rồi tra lại để được số mới");
    let quiet = project.run(["trace", "output/mau/ke-hoach.pdf", "1.410", "--quiet"]);
    assert_eq!((quiet.stderr.as_str(), quiet.stdout), ("", run.stdout));
    project.workbook("data/mau/bang.xlsx", SHEET);
    project.file("output/mau/ke-hoach.pdf", "khác");
    let run = project.run(["trace", "output/mau/ke-hoach.pdf", "1.410"]);
    assert!(run.stderr.contains("«ke-hoach.pdf» đã bị sửa từ lần dựng"), "{}", run.stderr);
}

#[test]
fn a_file_that_is_no_output_is_a_fault_of_use() {
    let project = Project::sample();
    project.build();
    for (file, said) in [
        ("data/mau/ke-hoach.yaml", "«data/mau/ke-hoach.yaml» không phải tệp kết quả của duthao"),
        ("output/mau/ke-hoahc.pdf", "có phải ý là «ke-hoach.pdf»?"),
        ("output/mau/manifest.json", "không phải tệp kết quả"),
        ("output/mau", "không có tệp «output/mau»"),
    ] {
        let run = project.run(["trace", file, "3", "--format", "json"]);
        assert_eq!(run.code, 2, "{file}: {}", run.stdout);
        assert!(run.stderr.contains(said), "{file}: {}", run.stderr);
        assert_eq!(run.json(), serde_json::json!({ "figure": "3", "hits": [] }));
    }
    let run = project.run(["trace", "output/mau/ke-hoach.pdf"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("thiếu tệp kết quả hoặc số cần tìm"), "{}", run.stderr);
    let run =
        project.run(["trace", "output/mau/ke-hoach.pdf", "3", "--project", "output", "--format", "json"]);
    assert_eq!((run.code, run.json()), (2, serde_json::json!({ "figure": "3", "hits": [] })));
    project.remove("output/mau/ke-hoach.figures.json");
    let run = project.run(["trace", "output/mau/ke-hoach.pdf", "3"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("dựng lại bằng duthao build"), "{}", run.stderr);
}

#[test]
fn a_figure_of_one_units_document_leads_to_its_cell() {
    let project = Project::sample();
    project.file("data/mau/cac-xa.yaml", crate::verify::FOR_COMMUNES);
    project.build();
    let run = project.run(["trace", "output/mau/cac-xa/xa-yen-lac.pdf", "400"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    insta::assert_snapshot!(run.stdout, @"
    Số «400» đứng ở 1 chỗ trong cac-xa/xa-yen-lac.pdf.

    1. Trang 1: «Xã Yên Lạc giảm 400 hộ nghèo, còn 800 hộ./.»
       dòng «Xã Yên Lạc», cột «Chỉ tiêu giảm», bảng «xa»
       lấy từ: data/mau/bang.xlsx, trang «Biểu 1», ô E8
    ");
    // Sent on without the rest of the folder.
    let files = project.files("output/mau/cac-xa");
    for name in ["xa-yen-lac.pdf", "xa-yen-lac.figures.json"] {
        project.file(&format!("gui-di/{name}"), &files[name]);
    }
    let alone = project.run(["trace", "gui-di/xa-yen-lac.pdf", "400"]);
    assert!(alone.stdout.contains("ô E8"), "{}{}", alone.stdout, alone.stderr);
}
