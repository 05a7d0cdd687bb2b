//! `duthao diff DRAFT.docx`: a draft that comes back from a leader, edited as Word writes it.

use crate::harness::{Project, Run, SHEET};
use crate::package::{Parts, packed, parts};
use std::collections::BTreeMap;

/// A draft of the sample plan with replacements in its text; each stands there once.
fn edited(project: &Project, edits: &[(&str, &str)]) {
    let mut parts = parts(&project.files("output/mau")["ke-hoach.docx"]);
    for (name, content) in &mut parts {
        if name == "word/document.xml" {
            let mut text = String::from_utf8(content.clone()).expect("UTF-8");
            for (old, new) in edits {
                assert_eq!(text.matches(old).count(), 1, "«{old}» stands once in the draft");
                text = text.replace(old, new);
            }
            *content = text.into_bytes();
        }
    }
    project.file("ve.docx", packed(&parts));
}

/// The sample, built, and its plan's draft edited.
fn returned(edits: &[(&str, &str)]) -> Project {
    let project = Project::sample();
    project.build();
    edited(&project, edits);
    project
}

fn diff(project: &Project) -> Run {
    let run = project.run(["diff", "ve.docx"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    run
}

#[test]
fn a_draft_that_nobody_changed_differs_in_nothing() {
    let project = returned(&[]);
    insta::assert_snapshot!(diff(&project).stdout, @"
    ve.docx so với output/mau/ke-hoach (data/mau/ke-hoach.yaml)

      Không có gì khác: lời văn và số liệu như bản dựng, không có ý kiến.
    ");
    let samples = crate::draft::samples();
    samples.build();
    let drafts: BTreeMap<String, Vec<u8>> = samples.files("output");
    for (path, bytes) in drafts.into_iter().filter(|(path, _)| path.ends_with(".docx")) {
        samples.file("ve.docx", bytes);
        let run = samples.run(["diff", "ve.docx", "--format", "json"]);
        let found = run.json();
        for key in ["figures", "sentences", "rows", "tracked", "comments"] {
            assert_eq!(found[key], serde_json::json!([]), "{path}: {}", run.stdout);
        }
    }
}

#[test]
fn a_figure_edited_in_word_stays_told_until_its_cell_agrees() {
    let project = returned(&[
        ("Giảm 590 hộ nghèo, còn 1.410 hộ", "Giảm 610 hộ nghèo, còn 1.390 hộ"),
        ("- Xã Yên Lạc: giảm 400 hộ.", "- Xã Yên Lạc: giảm 420 hộ."),
        (">800<", ">780<"),
    ]);
    insta::assert_snapshot!(diff(&project).stdout, @"
    ve.docx so với output/mau/ke-hoach (data/mau/ke-hoach.yaml)

      Số liệu trong bản Word khác bản dựng: 4
      Đơn vị      Cột               Bản dựng  Bản Word  Sửa ở                 Chỗ in
      Toàn huyện  Chỉ tiêu giảm     590       610       bang.xlsx Biểu 1!E10  trang 1
      Toàn huyện  Cuối năm › Số hộ  1.410     1.390     bang.xlsx Biểu 1!F10  trang 1
      Xã Yên Lạc  Chỉ tiêu giảm     400       420       bang.xlsx Biểu 1!E8   trang 1
      Xã Yên Lạc  Cuối năm › Số hộ  800       780       bang.xlsx Biểu 1!F8   Phụ lục
      Số trong bản Word không có hiệu lực: nếu số mới là đúng thì sửa ô (hoặc dòng YAML) ở cột «Sửa ở», dựng lại, rồi so lại.
    ");
    project.workbook(
        "data/mau/bang.xlsx",
        &SHEET
            .replace("| 1200 | 12,00 | 400 | 800 | 8,00 |", "| 1200 | 12,00 | 420 | 780 | 7,80 |")
            .replace("| 1700 | 12,14 | 500 | 1200 | 8,57 |", "| 1700 | 12,14 | 520 | 1180 | 8,43 |")
            .replace("| 2000 | 10,00 | 590 | 1410 | 7,05 |", "| 2000 | 10,00 | 610 | 1390 | 6,95 |"),
    );
    project.build();
    insta::assert_snapshot!(diff(&project).stdout, @"
    ve.docx so với output/mau/ke-hoach (data/mau/ke-hoach.yaml)

      Số liệu trong bản Word khác bản dựng: 9
      Đơn vị            Cột               Bản dựng  Bản Word  Sửa ở                 Chỗ in
      Toàn huyện        Cuối năm › Tỷ lệ  6,95%     7,05%     bang.xlsx Biểu 1!G10  trang 1
      Khu vực miền núi  Chỉ tiêu giảm     520       500       bang.xlsx Biểu 1!E7   Phụ lục
      Khu vực miền núi  Cuối năm › Số hộ  1.180     1.200     bang.xlsx Biểu 1!F7   Phụ lục
      Khu vực miền núi  Cuối năm › Tỷ lệ  8,43      8,57      bang.xlsx Biểu 1!G7   Phụ lục
      Xã Yên Lạc        Chỉ tiêu giảm     420       400       bang.xlsx Biểu 1!E8   Phụ lục
      Xã Yên Lạc        Cuối năm › Tỷ lệ  7,80      8,00      bang.xlsx Biểu 1!G8   Phụ lục
      Toàn huyện        Chỉ tiêu giảm     610       590       bang.xlsx Biểu 1!E10  Phụ lục
      Toàn huyện        Cuối năm › Số hộ  1.390     1.410     bang.xlsx Biểu 1!F10  Phụ lục
      Toàn huyện        Cuối năm › Tỷ lệ  6,95      7,05      bang.xlsx Biểu 1!G10  Phụ lục
      Số trong bản Word không có hiệu lực: nếu số mới là đúng thì sửa ô (hoặc dòng YAML) ở cột «Sửa ở», dựng lại, rồi so lại.
    ");
}

#[test]
fn sentences_paragraphs_and_rows_are_told_with_their_places() {
    let project = returned(&[
        ("các xã thực hiện Phụ lục kèm theo", "các xã khẩn trương thực hiện Phụ lục kèm theo"),
        // Word keeps the mark with the first half of a paragraph that is split.
        (
            "- Xã An Bình: giảm 40 hộ.</w:t></w:r>",
            "- Xã An Bình: giảm 40 hộ.</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Gach\"/></w:pPr><w:r><w:t>- Thêm một ý mới.</w:t></w:r>",
        ),
        ("- Xã An Hòa: giảm 50 hộ.", ""),
    ]);
    insta::assert_snapshot!(diff(&project).stdout, @"
    ve.docx so với output/mau/ke-hoach (data/mau/ke-hoach.yaml)

      Câu: 3
      thêm (ke-hoach.yaml:14): «- Thêm một ý mới.»
      bỏ (ke-hoach.yaml:14): «- Xã An Hòa: giảm 50 hộ.»
      sửa (ke-hoach.yaml:17)
        bản dựng: «Ủy ban nhân dân các xã thực hiện Phụ lục kèm theo./.»
        bản Word: «Ủy ban nhân dân các xã khẩn trương thực hiện Phụ lục kèm theo./.»
    ");
}

#[test]
fn tracked_changes_and_comments_have_their_author_and_place() {
    let project = returned(&[
        (
            "Ủy ban nhân dân các xã thực hiện Phụ lục kèm theo./.</w:t></w:r>",
            "Ủy ban nhân dân các xã </w:t></w:r><w:ins w:id=\"90\" w:author=\"Trần Văn Bình\"><w:r><w:t>khẩn trương </w:t></w:r></w:ins>\
             <w:r><w:t>thực hiện </w:t></w:r><w:del w:id=\"91\" w:author=\"Trần Văn Bình\"><w:r><w:delText>Phụ lục </w:delText></w:r></w:del>\
             <w:r><w:t>kèm theo./.</w:t></w:r>",
        ),
        (
            "Giảm 590 hộ nghèo",
            "Giảm </w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t>590 hộ nghèo</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>\
             <w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:t xml:space=\"preserve\">",
        ),
    ]);
    let mut parts = parts(&std::fs::read(project.path("ve.docx")).expect("the draft"));
    let comments = "<w:comments xmlns:w=\"x\"><w:comment w:id=\"0\" w:author=\"Lê Thị Cúc\"><w:p><w:r><w:t>Xem lại số &amp; nguồn</w:t></w:r></w:p></w:comment></w:comments>";
    parts.push(("word/comments.xml".to_owned(), comments.as_bytes().to_vec()));
    project.file("ve.docx", packed(&parts));
    insta::assert_snapshot!(diff(&project).stdout, @"
    ve.docx so với output/mau/ke-hoach (data/mau/ke-hoach.yaml)

      Câu: 1
      sửa (ke-hoach.yaml:17)
        bản dựng: «Ủy ban nhân dân các xã thực hiện Phụ lục kèm theo./.»
        bản Word: «Ủy ban nhân dân các xã khẩn trương thực hiện kèm theo./.»

      Sửa có theo dõi: 2
      Trần Văn Bình chèn (ke-hoach.yaml:17): «khẩn trương»
      Trần Văn Bình xóa (ke-hoach.yaml:17): «Phụ lục»

      Ý kiến: 1
      Lê Thị Cúc về «590 hộ nghèo» (ke-hoach.yaml:11): «Xem lại số & nguồn»
    ");
    let object = project.run(["diff", "ve.docx", "--format", "json"]).json();
    insta::assert_snapshot!(object["comments"].to_string(), @r#"[{"about":"590 hộ nghèo","at":{"column":15,"file":"data/mau/ke-hoach.yaml","line":11},"author":"Lê Thị Cúc","text":"Xem lại số & nguồn"}]"#);
    insta::assert_snapshot!(object["tracked"][0].to_string(), @r#"{"at":{"column":15,"file":"data/mau/ke-hoach.yaml","line":17},"author":"Trần Văn Bình","change":"inserted","text":"khẩn trương"}"#);
}

/// The text of the sample plan's draft, as Word has it.
fn source(project: &Project) -> String {
    let draft = parts(&project.files("output/mau")["ke-hoach.docx"]);
    let text = draft.iter().find(|(name, _)| name == "word/document.xml").expect("the text").1.clone();
    String::from_utf8(text).expect("UTF-8")
}

#[test]
fn a_paragraph_that_was_deleted_as_a_tracked_change_is_gone_and_the_next_one_stays() {
    let project = Project::sample();
    project.build();
    let text = source(&project);
    let paragraph = text.split("<w:p>").find(|part| part.contains("- Xã An Hòa: giảm")).expect("it is there");
    let deleted = paragraph
        .replace("</w:pPr>", "<w:rPr><w:del w:id=\"90\" w:author=\"Trần Văn Bình\"/></w:rPr></w:pPr>")
        .replace(
            "<w:r><w:t xml:space=\"preserve\">",
            "<w:del w:id=\"91\" w:author=\"Trần Văn Bình\"><w:r><w:delText>",
        )
        .replace("</w:t></w:r>", "</w:delText></w:r></w:del>");
    edited(&project, &[(paragraph, &deleted)]);
    insta::assert_snapshot!(diff(&project).stdout, @"
    ve.docx so với output/mau/ke-hoach (data/mau/ke-hoach.yaml)

      Câu: 1
      bỏ (ke-hoach.yaml:14): «- Xã An Hòa: giảm 50 hộ.»

      Sửa có theo dõi: 1
      Trần Văn Bình xóa (ke-hoach.yaml:14): «- Xã An Hòa: giảm 50 hộ.»
    ");
}

#[test]
fn a_cell_and_a_row_of_the_annex() {
    let project = Project::sample();
    project.build();
    let text = source(&project);
    let row = text.split("<w:tr>").find(|row| row.contains(">Xã Yên Minh<")).expect("the row");
    let row = format!("<w:tr>{row}");
    edited(&project, &[(&row, ""), (">3,75<", ">3,80<")]);
    insta::assert_snapshot!(diff(&project).stdout, @"
    ve.docx so với output/mau/ke-hoach (data/mau/ke-hoach.yaml)

      Số liệu trong bản Word khác bản dựng: 1
      Đơn vị     Cột               Bản dựng  Bản Word  Sửa ở                Chỗ in
      Xã An Hòa  Cuối năm › Tỷ lệ  3,75      3,80      bang.xlsx Biểu 1!G6  Phụ lục
      Số trong bản Word không có hiệu lực: nếu số mới là đúng thì sửa ô (hoặc dòng YAML) ở cột «Sửa ở», dựng lại, rồi so lại.

      Dòng của bảng: 1
      bỏ dòng «Xã Yên Minh», Phụ lục: sửa ở bảng tính, không sửa trong bản Word
    ");
}

#[test]
fn a_draft_whose_marks_were_lost_is_compared_by_its_words() {
    let project = returned(&[("Giảm 590 hộ nghèo", "Giảm 600 hộ nghèo")]);
    let mut parts = parts(&std::fs::read(project.path("ve.docx")).expect("the draft"));
    for (name, content) in &mut parts {
        if name == "word/document.xml" {
            let text = String::from_utf8(content.clone()).expect("UTF-8");
            let without: String = text
                .split("<w:bookmark")
                .enumerate()
                .map(|(at, piece)| if at == 0 { piece } else { piece.split_once("/>").expect("an end").1 })
                .collect();
            *content = without.into_bytes();
        }
    }
    project.file("ve.docx", packed(&parts));
    insta::assert_snapshot!(diff(&project).stdout, @"
    ve.docx so với output/mau/ke-hoach (data/mau/ke-hoach.yaml)

      Số liệu trong bản Word khác bản dựng: 1
      Đơn vị      Cột            Bản dựng  Bản Word  Sửa ở                 Chỗ in
      Toàn huyện  Chỉ tiêu giảm  590       600       bang.xlsx Biểu 1!E10  trang 1
      Số trong bản Word không có hiệu lực: nếu số mới là đúng thì sửa ô (hoặc dòng YAML) ở cột «Sửa ở», dựng lại, rồi so lại.
    ");
}

#[test]
fn what_is_no_draft_is_refused_in_plain_words() {
    let project = returned(&[]);
    let draft = parts(&std::fs::read(project.path("ve.docx")).expect("the draft"));
    let without = |name: &str| -> Parts { draft.iter().filter(|(part, _)| part != name).cloned().collect() };
    let with = |name: &str, content: &str| -> Parts {
        let mut parts = without(name);
        parts.push((name.to_owned(), content.as_bytes().to_vec()));
        parts
    };
    let properties = draft.iter().find(|(name, _)| name == "docProps/custom.xml").expect("properties");
    let properties = String::from_utf8(properties.1.clone()).expect("UTF-8");
    let bomb = "<w:document>".to_owned() + &" ".repeat(65 << 20);
    let entities = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document>&a;</w:document>";
    let mut told = String::new();
    for (what, bytes) in [
        ("không có thuộc tính", packed(&without("docProps/custom.xml"))),
        ("hồ sơ lạ", packed(&with("docProps/custom.xml", &properties.replace(">mau<", ">../../khac<")))),
        (
            "văn bản lạ",
            packed(&with("docProps/custom.xml", &properties.replace(">ke-hoach<", ">quyet-dinh<"))),
        ),
        ("phiên bản khác", packed(&with("docProps/custom.xml", &properties.replace(">1<", ">9<")))),
        ("bom nén", packed(&with("word/document.xml", &bomb))),
        ("thực thể", packed(&with("word/document.xml", entities))),
        ("thiếu lời văn", packed(&without("word/document.xml"))),
        ("không phải gói", b"xin chao".to_vec()),
        ("Word cũ", vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]),
    ] {
        project.file("ve.docx", bytes);
        let run = project.run(["diff", "ve.docx", "--format", "json"]);
        assert_eq!(run.code, 2, "{what}: {}", run.stdout);
        assert_eq!(run.json()["figures"], serde_json::json!([]), "{what}");
        told.push_str(&format!("{what}: {}", run.stderr));
    }
    insta::assert_snapshot!(told, @"
    không có thuộc tính: sự cố: «ve.docx»: tệp Word này không phải bản dự thảo do duthao dựng (hoặc đã mất thông tin về hồ sơ khi được lưu bằng chương trình khác): chép lời sửa vào chính tệp .docx trong output/<hồ sơ>/, rồi so lại
    hồ sơ lạ: sự cố: «ve.docx» được dựng từ hồ sơ «../../khac», văn bản «ke-hoach», nhưng không thấy bản dựng đó trong «output»; chạy duthao build trong dự án có hồ sơ này rồi so lại
    văn bản lạ: sự cố: «ve.docx» được dựng từ hồ sơ «mau», văn bản «quyet-dinh», nhưng không thấy bản dựng đó trong «output»; chạy duthao build trong dự án có hồ sơ này rồi so lại
    phiên bản khác: sự cố: «ve.docx»: bản Word này do một phiên bản khác của duthao lập (dạng 9, chương trình này đọc dạng 1); dựng lại rồi gửi bản mới
    bom nén: sự cố: «ve.docx»: giải nén ra hơn 64 MB, nhiều hơn mọi bản Word; không mở, xin lại tệp từ người gửi
    thực thể: sự cố: «ve.docx»: tệp có khai báo DOCTYPE, bản Word thật không bao giờ có; không mở, xin lại tệp từ người gửi
    thiếu lời văn: sự cố: «ve.docx»: không phải tệp .docx, hoặc tệp đã hỏng; mở bằng Word rồi lưu lại dạng .docx
    không phải gói: sự cố: «ve.docx»: không phải tệp .docx, hoặc tệp đã hỏng; mở bằng Word rồi lưu lại dạng .docx
    Word cũ: sự cố: «ve.docx»: tệp Word đời cũ (.doc) hoặc có mật khẩu; mở bằng Word, bỏ mật khẩu, lưu lại dạng .docx
    ");
    project.file("ve.docx", packed(&with("word/vbaProject.bin", "x")));
    let run = project.run(["diff", "ve.docx"]);
    assert_eq!(run.code, 0);
    assert!(run.stderr.contains("có macro: chương trình không chạy"), "{}", run.stderr);
    let run = project.run(["diff", "ve.docx", "output"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("chỉ ghi tệp .docx"), "{}", run.stderr);
}
