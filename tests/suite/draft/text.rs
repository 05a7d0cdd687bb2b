//! The words of a draft: those of the document, paragraph by paragraph and cell by cell.

use std::path::Path;

use duthao::model::blocks::Block;
use serde_json::Value;

use super::xml::Node;
use super::{Draft, built, drawn, samples};
use crate::harness::Project;
use crate::pages::{golden, in_workshop};

/// The paragraphs of the manifest by the draft's name: label and text.
fn rows(project: &Project, draft: &Draft) -> Vec<String> {
    let (dossier, document) = draft.name.split_once('/').expect("a folder");
    let manifest = project.json(&format!("output/{dossier}/manifest.json"));
    let is_it = |row: &&Value| {
        row["outputs"].as_array().into_iter().flatten().any(|output| output["path"] == document)
    };
    let row =
        manifest["documents"].as_array().and_then(|rows| rows.iter().find(is_it)).expect("a row").clone();
    let said = |row: &Value| {
        let label = row["label"].as_str().map(|label| format!("{label} ")).unwrap_or_default();
        format!("{label}{}", row["text"].as_str().unwrap_or_default())
    };
    row["text"].as_array().expect("paragraphs").iter().map(said).collect()
}

#[test]
fn every_paragraph_says_what_the_record_says() {
    for project in [samples(), crate::docs::project(), Project::sample()] {
        for draft in built(&project) {
            let rows = rows(&project, &draft);
            let mut found = vec![None; rows.len()];
            for root in std::iter::once(draft.body()).chain(draft.margins()) {
                for paragraph in root.all().into_iter().filter(|node| node.name == "w:p") {
                    let Some(mark) = paragraph.child("w:bookmarkStart").and_then(|mark| mark.get("w:name"))
                    else {
                        let in_table = paragraph.child("w:pPr").and_then(|props| props.value("w:pStyle"));
                        let is_marked = in_table.is_some_and(|style| style.starts_with("Bang"));
                        let is_number = paragraph.child("w:fldSimple").is_some();
                        assert!(is_marked || is_number || paragraph.words().is_empty(), "{paragraph:?}");
                        continue;
                    };
                    if let Some(number) = mark.strip_prefix("_d") {
                        let number: usize = number.parse().expect("a number");
                        assert!(found[number].replace(paragraph.words()).is_none(), "{}: twice", draft.name);
                    }
                }
            }
            for (row, found) in rows.iter().zip(found) {
                let found = found.unwrap_or_else(|| panic!("{}: «{row}» is missing", draft.name));
                let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                let (row, found) = (squeezed(row), squeezed(&found));
                assert!(
                    row == found || row.to_uppercase() == found,
                    "{}: «{found}», not «{row}»",
                    draft.name
                );
            }
        }
    }
}

#[test]
fn every_cell_says_what_the_page_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut workshop = duthao::pipeline::Workshop::open(duthao::load::Project::new(root))
        .unwrap_or_else(|finding| panic!("{finding:?}"));
    let drafts = built(&samples());
    let mut tables = 0;
    for (dossier, id) in crate::pages::samples() {
        let laid_out = in_workshop(&mut workshop, &dossier, &id);
        let unit = laid_out.checked.unit().map(|unit| format!("/{}", unit.slug)).unwrap_or_default();
        let name = format!("{dossier}/{id}{unit}.docx");
        let draft = drafts.iter().find(|draft| draft.name == name).expect("a draft");
        let body = draft.body();
        for block in laid_out.blocks.sections.iter().flat_map(|section| &section.blocks) {
            let Block::Table(table) = block else { continue };
            tables += 1;
            let mark = format!("_b{}", table.number);
            let at = body.children.iter().position(|node| node.get("w:name") == Some(&mark)).expect("a mark");
            let rows: Vec<Vec<String>> = body.children[at + 1]
                .children_of("w:tr")
                .map(|row| row.children_of("w:tc").map(Node::words).collect())
                .collect();
            let (head, rows) = rows.split_at(table.head.len());
            let words = |row: &Vec<String>| row.iter().filter(|text| !text.is_empty()).cloned().collect();
            let head: Vec<Vec<String>> = head.iter().map(words).collect();
            let printed: Vec<Vec<String>> =
                table.head.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect();
            assert_eq!(head, printed, "{name}");
            let printed: Vec<Vec<String>> = table.rows.iter().map(|row| row.cells.clone()).collect();
            assert_eq!(rows, printed, "{name}");
        }
    }
    assert!(tables > 10, "{tables}");
}

#[test]
fn the_samples_have_the_expected_drafts() {
    let drafts = built(&samples());
    for name in ["minh-hoa-2026/quyet-dinh", "minh-hoa-2026/cong-van", "ia-grai-2021/ke-hoach"] {
        let draft = drafts.iter().find(|draft| draft.name == format!("{name}.docx")).expect("a draft");
        golden(&format!("{}.draft", name.replace('/', ".")), &drawn(draft));
    }
}

#[test]
fn the_small_plan_is_drawn_in_full() {
    let drafts = built(&Project::sample());
    let plan = drafts.iter().find(|draft| draft.name == "mau/ke-hoach.docx").expect("the plan");
    insta::assert_snapshot!(drawn(plan), @"
    ┌ trái
        Tên cơ quan ban hành↓: ỦY BAN NHÂN DÂN HUYỆN TÂN LẬP
        Đường kẻ dưới tên cơ quan ban hành↓
    └ phải
        Quốc hiệu↓: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Tiêu ngữ↓: Độc lập - Tự do - Hạnh phúc
        Đường kẻ dưới Tiêu ngữ↓
    ┌ trái
        Dòng số - ký hiệu: Số: 12/KH-UBND
    └ phải
        Dòng địa danh và thời gian: Tân Lập, ngày 15 tháng 3 năm 2024
    Tên loại văn bản: KẾ HOẠCH
    Trích yếu: Giảm nghèo năm 2024
    Đường kẻ dưới trích yếu
    Căn cứ: Căn cứ Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021 của Chính phủ quy định chuẩn nghèo.
    Đoạn văn↓: Ủy ban nhân dân huyện ban hành Kế hoạch như sau:
    Tên mục: I. MỤC TIÊU
    Đoạn văn: Giảm 590 hộ nghèo, còn 1.410 hộ, chiếm 7,05%.
    Gạch đầu dòng: - Xã An Bình: giảm 40 hộ.
    Gạch đầu dòng: - Xã An Hòa: giảm 50 hộ.
    Gạch đầu dòng: - Xã Yên Lạc: giảm 400 hộ.
    Gạch đầu dòng: - Xã Yên Minh: giảm 100 hộ.
    Tên mục: II. TỔ CHỨC THỰC HIỆN
    Đoạn văn↓: Ủy ban nhân dân các xã thực hiện Phụ lục kèm theo./.
    ┌ trái
        Dòng «Nơi nhận:»: Nơi nhận:
        Nơi nhận: - Ủy ban nhân dân các xã;
        Nơi nhận: - Lưu: VT, LĐ.
    └ phải
        Quyền hạn - chức vụ: TM. ỦY BAN NHÂN DÂN
        Quyền hạn - chức vụ: CHỦ TỊCH
        Khoảng để ký
        Họ tên người ký: Nguyễn Văn An
    Ngăn cách
    ══ hết phần: 11906 × 16838, lề 1134 1134 1701 851
    Nhãn phụ lục: Phụ lục
    Tên phụ lục: CHỈ TIÊU GIẢM NGHÈO NĂM 2024
    Dòng «Kèm theo» của phụ lục: (Kèm theo Kế hoạch số 12/KH-UBND ngày 15 tháng 3 năm 2024 của Ủy ban nhân dân huyện Tân Lập)
    Đường kẻ dưới dòng «Kèm theo» của phụ lục
    Đơn vị tính của phụ lục: Đơn vị tính: hộ, %
    đầu ↓ | TT | Địa phương | Đầu năm →2 | Chỉ tiêu giảm | Cuối năm →2 |
    đầu ↓ | … | … | Số hộ | Tỷ lệ | … | Số hộ | Tỷ lệ |
    ↓ | I | Khu vực đồng bằng | 300 | 5,00 | 90 | 210 | 3,50 |
    ↓ | 1 | Xã An Bình | 100 | 5,00 | 40 | 60 | 3,00 |
    ↓ | 2 | Xã An Hòa | 200 | 5,00 | 50 | 150 | 3,75 |
    ↓ | II | Khu vực miền núi | 1.700 | 12,14 | 500 | 1.200 | 8,57 |
    ↓ | 1 | Xã Yên Lạc | 1.200 | 12,00 | 400 | 800 | 8,00 |
    ↓ | 2 | Xã Yên Minh | 500 | 12,50 | 100 | 400 | 10,00 |
    |  | Toàn huyện | 2.000 | 10,00 | 590 | 1.410 | 7,05 |
    Ghi chú của phụ lục: Ghi chú: Số liệu rà soát cuối năm trước./.
    ══ hết phần: 11906 × 16838, lề 1134 1134 1701 851
    lề dưới
      Ngăn cách
    lề trên
      Số trang: 2
    lề trên
      Ngăn cách
    ");
}

#[test]
fn stamps_frames_and_signs_that_xml_forbids() {
    let project = Project::sample();
    project.plan(
        "so: 12\n",
        "so:\ntrang_thai: du-thao\nlan_du_thao: 2\npham_vi: luu-hanh-noi-bo\ndo_khan: thuong-khan\n",
    );
    project.plan("Giảm {{ xa.tong.giam }} hộ nghèo", "\"Giảm **nhanh** <b>&amp; {{ xa.tong.giam }} hộ nghèo");
    project.plan("chiếm {{ xa.tong.ty_le_cuoi }}.", "chiếm {{ xa.tong.ty_le_cuoi }}.\"");
    let drafts = built(&project);
    let plan = drafts.iter().find(|draft| draft.name == "mau/ke-hoach.docx").expect("the plan");
    insta::assert_snapshot!(drawn(plan), @"
    ┌ trái
        Tên cơ quan ban hành↓: ỦY BAN NHÂN DÂN HUYỆN TÂN LẬP
        Đường kẻ dưới tên cơ quan ban hành↓
    └ phải
        Quốc hiệu↓: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Tiêu ngữ↓: Độc lập - Tự do - Hạnh phúc
        Đường kẻ dưới Tiêu ngữ↓
    ┌ trái
        Dòng số - ký hiệu: Số:       /KH-UBND
        Dấu chỉ độ khẩn: THƯỢNG KHẨN
        Dấu dự thảo: DỰ THẢO LẦN 2
    └ phải
        Dòng địa danh và thời gian: Tân Lập, ngày 15 tháng 3 năm 2024
    Tên loại văn bản: KẾ HOẠCH
    Trích yếu: Giảm nghèo năm 2024
    Đường kẻ dưới trích yếu
    Căn cứ: Căn cứ Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021 của Chính phủ quy định chuẩn nghèo.
    Đoạn văn↓: Ủy ban nhân dân huyện ban hành Kế hoạch như sau:
    Tên mục: I. MỤC TIÊU
    Đoạn văn: Giảm nhanh <b>&amp; 590 hộ nghèo, còn 1.410 hộ, chiếm 7,05%.
    Gạch đầu dòng: - Xã An Bình: giảm 40 hộ.
    Gạch đầu dòng: - Xã An Hòa: giảm 50 hộ.
    Gạch đầu dòng: - Xã Yên Lạc: giảm 400 hộ.
    Gạch đầu dòng: - Xã Yên Minh: giảm 100 hộ.
    Tên mục: II. TỔ CHỨC THỰC HIỆN
    Đoạn văn↓: Ủy ban nhân dân các xã thực hiện Phụ lục kèm theo./.
    ┌ trái
        Dòng «Nơi nhận:»: Nơi nhận:
        Nơi nhận: - Ủy ban nhân dân các xã;
        Nơi nhận: - Lưu: VT, LĐ.
    └ phải
        Quyền hạn - chức vụ: TM. ỦY BAN NHÂN DÂN
        Quyền hạn - chức vụ: CHỦ TỊCH
        Khoảng để ký
        Họ tên người ký: Nguyễn Văn An
    Ngăn cách
    ══ hết phần: 11906 × 16838, lề 1134 1134 1701 851
    Nhãn phụ lục: Phụ lục
    Tên phụ lục: CHỈ TIÊU GIẢM NGHÈO NĂM 2024
    Dòng «Kèm theo» của phụ lục: (Kèm theo Kế hoạch số       /KH-UBND ngày 15 tháng 3 năm 2024 của Ủy ban nhân dân huyện Tân Lập)
    Đường kẻ dưới dòng «Kèm theo» của phụ lục
    Đơn vị tính của phụ lục: Đơn vị tính: hộ, %
    đầu ↓ | TT | Địa phương | Đầu năm →2 | Chỉ tiêu giảm | Cuối năm →2 |
    đầu ↓ | … | … | Số hộ | Tỷ lệ | … | Số hộ | Tỷ lệ |
    ↓ | I | Khu vực đồng bằng | 300 | 5,00 | 90 | 210 | 3,50 |
    ↓ | 1 | Xã An Bình | 100 | 5,00 | 40 | 60 | 3,00 |
    ↓ | 2 | Xã An Hòa | 200 | 5,00 | 50 | 150 | 3,75 |
    ↓ | II | Khu vực miền núi | 1.700 | 12,14 | 500 | 1.200 | 8,57 |
    ↓ | 1 | Xã Yên Lạc | 1.200 | 12,00 | 400 | 800 | 8,00 |
    ↓ | 2 | Xã Yên Minh | 500 | 12,50 | 100 | 400 | 10,00 |
    |  | Toàn huyện | 2.000 | 10,00 | 590 | 1.410 | 7,05 |
    Ghi chú của phụ lục: Ghi chú: Số liệu rà soát cuối năm trước./.
    ══ hết phần: 11906 × 16838, lề 1134 1134 1701 851
    lề dưới
      Ngăn cách
    lề trên
      Số trang: 2
    lề trên
      Ngăn cách
    lề trên
      Dấu chỉ phạm vi lưu hành: LƯU HÀNH NỘI BỘ
    ");
}
