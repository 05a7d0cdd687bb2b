//! What a finished file says is read back and held against the pages; nothing that differs is published.

use duthao::readback::{self, PrintedText};

use crate::harness::Project;
use crate::package::rewritten;
use crate::pages::laid_out;

/// What is said of the plan's draft or workbook when one thing in it is changed.
fn said(ending: &str, changes: &[(&str, &str, &str, &str)]) -> String {
    let project = Project::sample();
    project.build();
    let laid_out = laid_out(project.root(), "mau", "ke-hoach");
    let pages: Vec<_> = laid_out.pdfs.iter().map(|pdf| &pdf.pages.printed).collect();
    let on_pages = PrintedText::of(&laid_out.blocks, &pages);
    let bytes = &project.files("output/mau")[&format!("ke-hoach.{ending}")];
    let read = |bytes: &[u8]| match ending {
        "docx" => readback::draft(bytes, &on_pages),
        _ => readback::workbook(bytes, &on_pages),
    };
    assert_eq!(read(bytes), Ok(()));
    let lines = changes.iter().map(|(what, part, old, new)| {
        let changed = rewritten(
            bytes,
            |name| name == *part,
            |text| {
                let changed = text.replacen(old, new, 1);
                assert_ne!(changed, text, "the change touches {part}");
                changed
            },
        );
        format!("{what}: {}", read(&changed).expect_err(what))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_draft_that_says_something_else_is_found() {
    const PART: &str = "word/document.xml";
    insta::assert_snapshot!(said("docx", &[
        ("a figure in the text", PART, "590 hộ", "580 hộ"),
        ("a word", PART, "huyện Tân Lập", "huyện Tân Lạp"),
        ("a cell", PART, ">400<", ">401<"),
        ("a paragraph lost", PART, "\"_d12\"", "\"_x12\""),
        ("a paragraph more", PART, "\"_d3\"", "\"_d300\""),
        ("a table lost", PART, "\"_b0\"", "\"_x0\""),
        ("no part at all", PART, "</w:body>", "</w:bod>"),
    ]), @"
    a figure in the text: đoạn thứ 11: trang in là «Giảm 590 hộ nghèo, còn 1.410 hộ, chiếm 7,05%.», bản Word là «Giảm 580 hộ nghèo, còn 1.410 hộ, chiếm 7,05%.»
    a word: đoạn thứ 26: trang in là «…ban nhân dân huyện Tân Lập)», bản Word là «…ban nhân dân huyện Tân Lạp)»
    a cell: bảng thứ 1, dòng thứ 7: trang in là «1 | Xã Yên Lạc | 1.200 | 12,00 | 400 | 800 | 8,00», bản Word là «1 | Xã Yên Lạc | 1.200 | 12,00 | 401 | 800 | 8,00»
    a paragraph lost: bản Word có chữ «- Xã An Hòa: giảm 50 hộ.» mà trang in không có
    a paragraph more: đoạn thứ 4: trang in là «Độc lập - Tự do - Hạnh phúc», bản Word là «»
    a table lost: bản Word có chữ «TTĐịa phươngĐầu nămChỉ tiêu giảmCuối năm…» mà trang in không có
    no part at all: không đọc lại được bản Word: ill-formed document: expected `</w:body>`, but `</w:bod>` was found
    ");
}

#[test]
fn a_workbook_that_says_something_else_is_found() {
    const SHEET: &str = "xl/worksheets/sheet1.xml";
    insta::assert_snapshot!(said("xlsx", &[
        ("a number", SHEET, "<v>400</v>", "<v>401</v>"),
        ("the result of a formula", SHEET, "<v>1410</v>", "<v>1400</v>"),
        ("a formula without a result", SHEET, "<v>1410</v>", ""),
        ("the decimals of a format", "xl/styles.xml", "0.00", "0.0"),
        ("a title", "xl/sharedStrings.xml", "CHỈ TIÊU", "CHỈ TIỂU"),
        ("a unit's name", "xl/sharedStrings.xml", "Xã Yên Minh", "Xã Yên Minh 2"),
    ]), @"
    a number: trang tính thứ 1, ô E12: trang in là «400», tệp Excel là «401»
    the result of a formula: trang tính thứ 1, ô F14: trang in là «1.410», tệp Excel là «1400»
    a formula without a result: trang tính thứ 1, ô F14: trang in là «1.410», tệp Excel là «(chưa tính)»
    the decimals of a format: trang tính thứ 1, ô D8: trang in là «5,00», tệp Excel là «5»
    a title: trang tính thứ 1, dòng 2: trang in là «CHỈ TIÊU GIẢM NGHÈO NĂM 2024», tệp Excel là «CHỈ TIỂU GIẢM NGHÈO NĂM 2024»
    a unit's name: trang tính thứ 1, ô B13: trang in là «Xã Yên Minh», tệp Excel là «Xã Yên Minh 2»
    ");
}

#[test]
fn a_build_whose_files_differ_writes_nothing() {
    let project = Project::sample();
    project.build();
    let before = project.files("output");
    // The page says more than was composed: every composed word is there, so nothing is lost.
    project.template("layout/van-ban.typ", "par(said),", "par(said + [ (7)]),");
    let run = project.run(["build", "--quiet", "--jobs", "1"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    insta::assert_snapshot!(run.stderr, @"sự cố: lỗi của chương trình: «mau/ke-hoach»: các tệp không nói như nhau nên không tệp nào được ghi (đoạn thứ 9: trang in là «…n hành Kế hoạch như sau: (7)», bản Word là «…n hành Kế hoạch như sau:»); nếu đã sửa templates/ thì xem lại chỗ sửa trước; đề nghị báo cho người phụ trách chương trình");
    let files = project.files("output");
    assert!(before.iter().all(|(name, bytes)| name.ends_with("manifest.json") || files[name] == *bytes));
}
