//! The 29 kinds and the forms of Phụ lục III, and that a clerk's text never changes the form around it.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::harness::Project;
use crate::pages::{golden, laid_out, words};
use crate::typed::{quoted, squeezed, typed};

/// What each form needs besides `loai`, with `@` for every text that a clerk types.
fn filled(kind: &str) -> String {
    let common = "nguoi_ky: { dot: [], dong: [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH], ho_ten: @ }\nnoi_nhan: [@, @]\n"
        .replace("dot: [], ", "");
    let head = match kind {
        "giay-gioi-thieu" | "giay-nghi-phep" => "",
        _ => "trich_yeu: @\n",
    };
    let own = match kind {
        "nghi-quyet" => "tham_quyen: @\ncan_cu: [@]\nnoi_dung:\n  - dieu: @\n",
        "quyet-dinh" => {
            "tham_quyen: @\ncan_cu: [@]\nnoi_dung:\n  - dieu: @\nvan_ban_kem_theo:\n  - loai: quy-che\n    trich_yeu: @\n    \
             mo_dau: @\n    noi_dung:\n      - chuong: @\n        noi_dung:\n          - dieu: { tieu_de: @ }\n            \
             noi_dung:\n              - khoan: @\n"
        }
        "cong-van" => {
            "don_vi_soan: @\nkinh_gui: [@, @]\nmo_dau: @\nnoi_dung:\n  - doan: @\nlien_he: @\nnguoi_soan: @\nso_ban: 30\n\
             do_khan: khan\n"
        }
        "cong-dien" => {
            "tham_quyen: @\nkinh_gui: [@, @]\nmo_dau: @\nnoi_dung:\n  - doan: @\ndo_khan: hoa-toc\n"
        }
        "giay-moi" => {
            "tham_quyen: @\nkinh_gui: [@, @]\ntoi_du: @\nchu_tri: @\nthoi_gian: @\ndia_diem: @\nnoi_dung:\n  - doan: @\n"
        }
        "giay-gioi-thieu" => {
            "tham_quyen: @\nong_ba: @\nchuc_vu: @\ncu_den: @\nve_viec: @\ngia_tri_den: 30/4/2024\n"
        }
        "bien-ban" => {
            "bat_dau: @\ndia_diem: @\nthanh_phan: [@, @]\nchu_toa: @\nthu_ky: @\ncuoc_hop: @\nket_thuc: @\n\
             noi_dung:\n  - doan: @\n"
        }
        "giay-nghi-phep" => {
            "tham_quyen: @\nngay_don: 02/5/2024\nong_ba: @\nchuc_vu: @\nthoi_gian: @\ntu_ngay: 06/5/2024\n\
             den_ngay: 10/5/2024\nnoi_nghi: @\ntinh_vao: @\n"
        }
        "thong-bao" => {
            "kinh_gui: @\npham_vi: luu-hanh-noi-bo\ntrang_thai: du-thao\nlan_du_thao: 2\nnoi_dung:\n  - phan: @\n    \
             noi_dung:\n      - muc: @\n        noi_dung:\n          - khoan: { tieu_de: @ }\n            noi_dung:\n              \
             - diem: @\n                noi_dung:\n                  - gach: @\n                  - cong: @\n  - bang: { bang: xa, tieu_de: @, \
             don_vi_tinh: @, ghi_chu: @ }\n  - doan: @\nphu_luc:\n  - { tieu_de: @, noi_dung: [ { doan: @ } ] }\n"
        }
        _ => "kinh_gui: @\ncan_cu: [@]\nmo_dau: @\nnoi_dung:\n  - doan: @\n",
    };
    let signed = if kind == "bien-ban" {
        "nguoi_ky:\n  - { dong: [THƯ KÝ], ho_ten: @ }\n  - { dong: [CHỦ TỌA], ho_ten: @ }\nnoi_nhan: [@]\n"
            .to_owned()
    } else {
        common
    };
    format!("loai: {kind}\nso: 7\nngay: 15/3/2024\n{head}{own}{signed}")
}

const FILLED: [&str; 10] = [
    "nghi-quyet",
    "quyet-dinh",
    "ke-hoach",
    "cong-van",
    "cong-dien",
    "giay-moi",
    "giay-gioi-thieu",
    "bien-ban",
    "giay-nghi-phep",
    "thong-bao",
];

fn kinds() -> Vec<String> {
    let profile = include_str!("../../templates/nd30.yaml");
    profile
        .lines()
        .filter_map(|line| Some(line.strip_prefix("  - { id: ")?.split_once(", ten:")?.0.to_owned()))
        .collect()
}

#[test]
fn every_kind_of_dieu_7_has_its_name_and_symbol() {
    let project = Project::sample();
    let kinds = kinds();
    assert!(kinds.len() >= 29, "{kinds:?}");
    let mut table = String::new();
    for kind in &kinds {
        let Some(name) = project_kind(&project, kind) else { continue };
        table.push_str(&name);
    }
    golden("forms.kinds", &table);
}

/// «ke-hoach: KẾ HOẠCH, Số: 07/KH-UBND», from the printed page; `None` for rows of other lists.
fn project_kind(project: &Project, kind: &str) -> Option<String> {
    if ["hoa-toc", "thuong-khan", "khan", "xem-xong-tra-lai", "luu-hanh-noi-bo"].contains(&kind) {
        return None;
    }
    let form = if FILLED.contains(&kind) { kind } else { "ke-hoach" };
    let text = filled(form).replace("don_vi_soan: @", "don_vi_soan: KGVX").replace('@', "chữ thường");
    project.file("data/mau/mot.yaml", text.replacen(form, kind, 1));
    let pages = laid_out(project.root(), "mau", "mot").into_pages();
    Some(format!("{kind}: {} | {}\n", words(&pages, "ten_loai"), words(&pages, "so_ky_hieu")))
}

/// Size of a component's first line in points, and its left edge in millimetres.
fn measured(project: &Project, component: &str) -> (f64, f64) {
    let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
    let line = pages.printed.lines.iter().find(|line| line.component == component).expect("it is printed");
    (line.size_pt, line.left_mm)
}

#[test]
fn switches_choose_sizes_margins_and_indent_within_the_decree() {
    let project = Project::sample();
    let sizes = |project: &Project| {
        [
            "quoc_hieu",
            "tieu_ngu",
            "dia_danh_ngay",
            "so_ky_hieu",
            "co_quan",
            "ten_loai",
            "doan",
            "noi_nhan_dau",
        ]
        .map(|component| format!("{component} {}", measured(project, component).0))
        .join(", ")
    };
    insta::assert_snapshot!(sizes(&project), @"quoc_hieu 13, tieu_ngu 14, dia_danh_ngay 14, so_ky_hieu 13, co_quan 13, ten_loai 14, doan 14, noi_nhan_dau 12");
    let edge = |project: &Project, component| format!("{:.1}", measured(project, component).1);
    assert_eq!(edge(&project, "gach"), "40.0", "30 mm margin, 10 mm indent");
    // The office's choice for all its documents, and one document's own.
    project.file("data/chung.yaml", "the_thuc: { co_chu: 12-13-13, le_trai: 35 }\n");
    project.plan("so: 12", "so: 12\nthe_thuc: { thut_dau_dong: 12,7 }".replace("12,7", "12.7").as_str());
    insta::assert_snapshot!(sizes(&project), @"quoc_hieu 12, tieu_ngu 13, dia_danh_ngay 13, so_ky_hieu 13, co_quan 12, ten_loai 13, doan 13, noi_nhan_dau 12");
    assert_eq!(edge(&project, "gach"), "47.7", "35 mm margin, 12,7 mm indent");
    assert_eq!(edge(&project, "noi_nhan_dau"), "35.0");
}

#[test]
fn an_annex_may_be_a_pdf_of_its_own() {
    let project = Project::sample();
    project.plan("so: 12", "so: 12\nphuong_thuc: dien-tu");
    project.plan("    bang: xa\n", "    bang: xa\n    tep_rieng: co\n");
    project.build();
    let names = project.names("output/mau");
    assert!(names.contains(&"ke-hoach.phu-luc-1.pdf".to_owned()), "{names:?}");
    let manifest = project.json("output/mau/manifest.json");
    let plan =
        manifest["documents"].as_array().expect("rows").iter().find(|row| row["document"] == "ke-hoach");
    let pages: Vec<String> = plan.expect("the plan")["outputs"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| format!("{} {}", row["path"].as_str().expect("a path"), row["pages"]))
        .collect();
    assert_eq!(
        pages,
        [
            "ke-hoach.docx null",
            "ke-hoach.figures.json null",
            "ke-hoach.pdf 1",
            "ke-hoach.phu-luc-1.pdf 1",
            "ke-hoach.xlsx null"
        ]
    );
    let figures = project.json("output/mau/ke-hoach.figures.json");
    let files: Vec<&serde_json::Value> =
        figures.as_array().expect("rows").iter().map(|row| &row["file"]).collect();
    assert_eq!(files.iter().filter(|file| file.is_null()).count(), 7, "the figures of the text: {files:?}");
    assert_eq!(
        files.iter().filter(|file| **file == "ke-hoach.phu-luc-1.pdf").count(),
        5,
        "the annex's columns"
    );
    let laid_out = laid_out(project.root(), "mau", "ke-hoach");
    let own = &laid_out.pdfs[1].pages;
    assert_eq!(words(own, "chu_ky_so"), "12/KH-UBND");
    // In electronic form the pointer's blanks stay open.
    assert!(!words(own, "phu_luc_kem_theo").contains("12/KH-UBND"));
    project.plan("    tep_rieng: co\n", "");
    project.build();
    assert!(!project.exists("output/mau/ke-hoach.phu-luc-1.pdf"), "a file that is no longer made goes");
}

#[test]
fn an_attached_document_may_be_a_pdf_of_its_own() {
    let project = Project::sample();
    project.file(
        "data/mau/quyet-dinh.yaml",
        "loai: quyet-dinh\nso: 9\ntrich_yeu: Ban hành Quy chế\nnoi_dung:\n  - dieu: Ban hành kèm theo.\n\
         van_ban_kem_theo:\n  - { loai: quy-che, trich_yeu: Làm việc, tep_rieng: co, noi_dung: [ { dieu: { tieu_de: A } } ] }\n",
    );
    project.build();
    assert!(project.exists("output/mau/quyet-dinh.kem-theo-1.pdf"));
    let laid_out = laid_out(project.root(), "mau", "quyet-dinh");
    let own = &laid_out.pdfs[1].pages;
    assert_eq!(words(own, "chu_ky_so"), "09/QĐ-UBND");
    assert_eq!(words(own, "ten_loai"), "QUY CHẾ");
    assert_eq!(words(&laid_out.pdfs[0].pages, "ten_loai"), "QUYẾT ĐỊNH");
}

#[test]
fn blocks_annexes_and_tables_number_themselves_and_are_cited_by_name() {
    let project = Project::sample();
    project.file(
        "data/mau/quyet-dinh.yaml",
        "loai: quyet-dinh\ntrich_yeu: Ban hành Quy chế\nnoi_dung:\n\
         \x20 - dieu: \"Theo {{ xem.trach_nhiem }}, {{ xem.diem_b }}, {{ xem.diem_b | rieng }}, {{ xem.chuong_hai }}, {{ xem.dieu_quy_che | rieng }}. Còn {{ xem.muc_hai | rieng }} và {{ xem.bieu }}, {{ xem.danh_muc }}, {{ xem.bang_hai }}.\"\n\
         \x20 - dieu: Trách nhiệm\n    ten: trach_nhiem\n    noi_dung:\n      - khoan: A\n      - khoan: B\n        noi_dung:\n\
         \x20         - diem: C\n          - diem: D\n            ten: diem_b\n\
         van_ban_kem_theo:\n  - loai: quy-che\n    trich_yeu: Làm việc\n    noi_dung:\n\
         \x20     - chuong: Một\n        noi_dung:\n          - dieu: { tieu_de: Phạm vi }\n\
         \x20     - chuong: Hai\n        ten: chuong_hai\n        noi_dung:\n          - muc: M\n            noi_dung:\n\
         \x20             - dieu: { tieu_de: X }\n          - muc: N\n            ten: muc_hai\n            noi_dung:\n\
         \x20             - dieu: { tieu_de: Y }\n                ten: dieu_quy_che\n\
         \x20     - bang: { bang: xa, tieu_de: Một, cot: [ten, dau] }\n\
         \x20     - bang: { bang: xa, tieu_de: Hai, cot: [ten, giam] }\n        ten: bang_hai\n\
         phu_luc:\n  - { ten: bieu, tieu_de: Biểu, bang: xa }\n  - { ten: danh_muc, tieu_de: Danh mục, noi_dung: [ { khoan: A } ] }\n",
    );
    let pages = laid_out(project.root(), "mau", "quyet-dinh").into_pages();
    let article = words(&pages, "dieu");
    assert!(
        article.starts_with(
            "Điều 1. Theo Điều 2, điểm b khoản 2 Điều 2, điểm b, Chương II Quy chế ban hành kèm theo Quyết định này, Điều 3."
        ),
        "{article}"
    );
    assert_eq!(words(&pages, "phu_luc_nhan"), "Phụ lục I Phụ lục II");
    assert_eq!(words(&pages, "bang_tieu_de"), "Bảng 1. Một Bảng 2. Hai");
    project.build();
}

/// The components of a document in the order of print, each once in a row.
fn shape(project: &Project, id: &str) -> Vec<String> {
    let pages = laid_out(project.root(), "mau", id).into_pages();
    let mut shape: Vec<String> = pages
        .printed
        .lines
        .iter()
        .map(|line| line.component.clone())
        .filter(|name| name != "so_trang")
        .collect();
    shape.dedup();
    shape
}

fn typed_into(form: &str, texts: &[String]) -> (String, Vec<String>) {
    let mut wanted = Vec::new();
    let mut yaml = String::new();
    for (at, part) in filled(form).split('@').enumerate() {
        if at > 0 {
            let text = format!("đầu{at} {} cuối{at}", texts[(at - 1) % texts.len()]);
            // What takes no references takes no braces either: two would be one.
            let name = yaml.ends_with("ho_ten: ")
                || yaml.ends_with("don_vi_soan: ")
                || yaml.ends_with("nguoi_soan: ");
            let text = if name { text.replace('{', "(") } else { text };
            wanted.push(squeezed(&text));
            yaml.push_str(&quoted(&text.replace("{{", "{{{{")));
        }
        yaml.push_str(part);
    }
    (yaml, wanted)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_into_a_form_is_printed_and_the_form_stays(
        texts in prop::collection::vec(typed(), 6)
    ) {
        let project = Project::sample();
        for form in FILLED {
            project.file("data/mau/mot.yaml", typed_into(form, &["chữ".to_owned()]).0);
            let plain = shape(&project, "mot");
            let (yaml, wanted) = typed_into(form, &texts);
            project.file("data/mau/mot.yaml", yaml);
            prop_assert_eq!(&plain, &shape(&project, "mot"), "{}", form);
            let pages = laid_out(project.root(), "mau", "mot").into_pages();
            let mut by_component: BTreeMap<&str, String> = BTreeMap::new();
            for line in &pages.printed.lines {
                by_component.entry(line.component.as_str()).or_default().push_str(&squeezed(&line.text));
            }
            let printed: String = by_component.into_values().collect::<Vec<_>>().join("\n");
            for text in wanted {
                let is_there = printed.contains(&text) || printed.contains(&text.to_uppercase());
                prop_assert!(is_there, "{} in {}: {}", text, form, printed);
            }
        }
    }
}
