//! What is wrong with annex workbooks that come back, each told with its file, sheet and cell.

use crate::harness::{Project, SHEET};
use crate::returns::{NOTICE, Typed, sent, sent_to_all, typed};

const AN_BINH: &str = "thong-bao/xa-an-binh.xlsx";
const AN_HOA: &str = "thong-bao/xa-an-hoa.xlsx";

/// What is found when everything in `thu/` is collected.
fn found(project: &Project) -> String {
    let names: Vec<String> = project.names("thu").into_iter().map(|name| format!("thu/{name}")).collect();
    let arguments = ["collect"].into_iter().chain(names.iter().map(String::as_str));
    let run = project.run(arguments.chain(["--to", "moi.xlsx", "--format", "json"]));
    if project.exists("moi.xlsx") {
        project.remove("moi.xlsx");
    }
    let findings = run.json()["findings"].clone();
    let findings = findings.as_array().expect("findings");
    let is_error = findings.iter().any(|finding| finding["severity"] == "error");
    assert_eq!(run.code, i32::from(is_error), "{}", run.stderr);
    super::drawn(findings)
}

#[test]
fn a_workbook_that_nobody_sent() {
    let project = sent();
    project.workbook("thu/bang-khac.xlsx", SHEET);
    project.file("thu/thu.xlsx", "không phải bảng tính");
    insta::assert_snapshot!(found(&project), @"
    RET001 thu/bang-khac.xlsx
      không nhận ra đây là phụ lục đã gửi đi: không có trang ẩn mà chương trình ghi vào phụ lục gửi đi
      cách sửa: xin đơn vị điền vào đúng tệp Excel đã nhận và gửi lại chính tệp đó; không chép bảng sang tệp mới
    RET001 thu/thu.xlsx
      không nhận ra đây là phụ lục đã gửi đi: không có trang ẩn mà chương trình ghi vào phụ lục gửi đi
      cách sửa: xin đơn vị điền vào đúng tệp Excel đã nhận và gửi lại chính tệp đó; không chép bảng sang tệp mới
    ");
}

#[test]
fn a_workbook_of_another_dossier() {
    let project = sent();
    project.returned(AN_BINH, "thu/1.xlsx", &[]).returned(AN_HOA, "thu/2.xlsx", &[]);
    let other = sent();
    for (path, bytes) in other.files("data/mau") {
        project.file(&format!("data/nam-sau/{path}"), bytes);
    }
    project.build();
    let bytes = std::fs::read(project.path("output/nam-sau/thong-bao/xa-yen-lac.xlsx")).expect("it is there");
    project.file("thu/3.xlsx", bytes);
    insta::assert_snapshot!(found(&project), @"
    RET002 thu/3.xlsx
      tệp này thuộc văn bản «thong-bao» của hồ sơ «nam-sau», các tệp khác thuộc «thong-bao» của «mau»
      cách sửa: bỏ tệp này ra, thu riêng bằng một lệnh khác; hoặc xin đơn vị gửi đúng tệp
    ");
    // Alone it is what is collected, until its dossier is gone.
    project.remove("thu/1.xlsx").remove("thu/2.xlsx");
    assert_eq!(found(&project), "");
    project.remove_folder("data/nam-sau");
    insta::assert_snapshot!(found(&project), @"
    RET002 thu/3.xlsx
      tệp này lập từ hồ sơ «nam-sau», dự án này không có hồ sơ đó
      cách sửa: chạy lệnh trong đúng dự án (--project THƯ_MỤC); đã đổi tên hồ sơ hay văn bản thì đổi lại tên cũ
    ");
}

#[test]
fn the_table_has_changed_since() {
    let project = sent();
    project.returned(AN_BINH, "thu/1.xlsx", &[]);
    project.workbook("data/mau/bang.xlsx", &SHEET.replace("Xã An Bình", "Xã An Bình Đông"));
    insta::assert_snapshot!(found(&project), @"
    RET003 thu/1.xlsx
      tệp này lập từ bản cũ của hồ sơ: bảng «xa» không còn đúng một dòng «Xã An Bình»
      cách sửa: đưa ho-so.yaml và bảng tính về như lúc gửi rồi thu; hoặc dựng lại phụ lục và gửi tệp mới cho đơn vị này
    ");
    // A row that only moved is found by its name.
    project.workbook(
        "data/mau/bang.xlsx",
        &SHEET.replace("[Biểu 1]\n", "[Biểu 1]\n| UBND huyện | | | | | | |\n"),
    );
    assert_eq!(found(&project), "");
}

#[test]
fn rows_and_columns_are_not_where_they_were_sent() {
    let project = sent_to_all();
    // The next commune's name stands in the row: the one above was deleted.
    project.returned(
        "ke-hoach.xlsx",
        "thu/1.xlsx",
        &[("B9", Typed::Text("Xã An Hòa")), ("E9", Typed::Number("50"))],
    );
    project.returned("ke-hoach.xlsx", "thu/2.xlsx", &[("E6", Typed::Text("Ghi chú"))]);
    project.returned(
        "ke-hoach.xlsx",
        "thu/3.xlsx",
        &[("E6", Typed::Text("TT")), ("A6", Typed::Text("Chỉ tiêu giảm"))],
    );
    insta::assert_snapshot!(found(&project), @"
    RET004 thu/1.xlsx [Phụ lục] B9 (Xã An Bình)
      dòng 9 gửi đi là «Xã An Bình», nay là «Xã An Hòa»: có dòng bị xóa, chèn, xếp lại hoặc đổi tên
      cách sửa: xin đơn vị điền lại vào tệp đã nhận, chỉ gõ vào các ô nền vàng, không thêm bớt dòng, cột; hoặc tự đưa tệp về đúng dạng đã gửi rồi chạy lại
    RET004 thu/2.xlsx [Phụ lục] E7
      không còn cột «Chỉ tiêu giảm» (gửi đi ở cột E): tiêu đề bị sửa hoặc cột bị xóa
      cách sửa: xin đơn vị điền lại vào tệp đã nhận, chỉ gõ vào các ô nền vàng, không thêm bớt dòng, cột; hoặc tự đưa tệp về đúng dạng đã gửi rồi chạy lại
    RET004 thu/3.xlsx [Phụ lục] E7
      cột «Chỉ tiêu giảm» gửi đi ở cột E, nay ở cột A: có cột bị chèn hoặc xóa
      cách sửa: xin đơn vị điền lại vào tệp đã nhận, chỉ gõ vào các ô nền vàng, không thêm bớt dòng, cột; hoặc tự đưa tệp về đúng dạng đã gửi rồi chạy lại
    ");
}

#[test]
fn a_cell_that_was_closed() {
    let project = sent();
    project.returned(AN_BINH, "thu/1.xlsx", &[("C7", Typed::Number("120")), ("D7", Typed::Number("45"))]);
    // The formula beside the open cell may be computed again or not, but it is no place to type in.
    project.returned(AN_HOA, "thu/2.xlsx", &[("D7", Typed::Number("60")), ("E7", Typed::Number("140"))]);
    project.returned(
        "thong-bao/xa-yen-lac.xlsx",
        "thu/3.xlsx",
        &[("D7", Typed::Number("410")), ("E7", Typed::Number("800"))],
    );
    project.returned(
        "thong-bao/xa-yen-minh.xlsx",
        "thu/4.xlsx",
        &[("D7", Typed::Number("90")), ("E7", Typed::Number("405"))],
    );
    insta::assert_snapshot!(found(&project), @"
    RET005 thu/1.xlsx [Phụ lục] C7 (Xã An Bình)
      cột «Đầu năm › Số hộ» của «Xã An Bình» không mở cho đơn vị điền: gửi đi 100, nay là 120
      cùng với: bang.xlsx [Biểu 1] C5
      cách sửa: đơn vị sửa nhầm thì ghi lại 100 vào ô này của tệp thu về; hồ sơ đã đổi sau khi gửi, hoặc số của đơn vị đúng, thì sửa ô của hồ sơ, dựng và gửi lại
    RET005 thu/4.xlsx [Phụ lục] E7 (Xã Yên Minh)
      cột «Cuối năm › Số hộ» của «Xã Yên Minh» không mở cho đơn vị điền: gửi đi 400, theo các ô vừa điền phải là 410, nay là 405
      cùng với: bang.xlsx [Biểu 1] F9
      cách sửa: đơn vị sửa nhầm thì ghi lại 410 vào ô này của tệp thu về; hồ sơ đã đổi sau khi gửi, hoặc số của đơn vị đúng, thì sửa ô của hồ sơ, dựng và gửi lại
    ");
}

#[test]
fn two_files_of_one_unit_that_differ() {
    let project = sent();
    project.returned(AN_BINH, "thu/1.xlsx", &[("D7", Typed::Number("45"))]);
    project.returned(AN_BINH, "thu/2.xlsx", &[]);
    insta::assert_snapshot!(found(&project), @"
    RET006 thu/2.xlsx [Phụ lục] D7 (Xã An Bình)
      cột «Chỉ tiêu giảm» của «Xã An Bình» có hai số: tệp này ghi 40, tệp kia ghi 45
      cùng với: thu/1.xlsx [Phụ lục] D7
      cách sửa: hỏi đơn vị bản nào đúng, bỏ tệp kia ra rồi thu lại; chưa lấy số nào
    ");
    // The same twice is one answer.
    project.returned(AN_BINH, "thu/2.xlsx", &[("D7", Typed::Number("45"))]);
    assert_eq!(found(&project), "");
}

#[test]
fn an_annex_for_all_in_which_nothing_is_filled_in() {
    let project = sent_to_all();
    project.returned("ke-hoach.xlsx", "thu/1.xlsx", &[]);
    insta::assert_snapshot!(found(&project), @"
    cảnh báo RET007 thu/1.xlsx
      mọi ô trong tệp vẫn như bản đã gửi, nên không biết đơn vị nào trả lời
      cách sửa: hỏi lại đơn vị gửi tệp này đã điền và lưu chưa; nếu thống nhất với số đã gửi thì ghi nhận riêng
    ");
}

#[test]
fn an_annex_without_open_cells() {
    let project = Project::sample();
    project.build();
    project.returned("ke-hoach.xlsx", "thu/1.xlsx", &[]);
    insta::assert_snapshot!(found(&project), @"
    RET008 thu/1.xlsx
      phụ lục này không có ô nào mở cho đơn vị điền, nên không có gì để thu về
      cách sửa: thêm «bang_tinh: { mo: [<cột>] }» vào phụ lục trong tệp YAML, dựng lại rồi gửi tệp Excel mới
    ");
}

#[test]
fn what_is_typed_is_read_as_strictly_as_the_dossiers_own_cells() {
    let project = sent();
    project.returned(AN_BINH, "thu/1.xlsx", &[("D7", Typed::Text("khoảng 45"))]);
    project.returned(AN_HOA, "thu/2.xlsx", &[("D7", Typed::Nothing)]);
    project.returned("thong-bao/xa-yen-lac.xlsx", "thu/3.xlsx", &[("D7", Typed::Number("1.234"))]);
    insta::assert_snapshot!(found(&project), @"
    XLS005 thu/1.xlsx [Phụ lục] D7 (Xã An Bình)
      cột «Chỉ tiêu giảm» của «Xã An Bình» là «khoảng 45», cần một số: «khoảng 45» không phải là một số
      cách sửa: gõ lại ô này bằng chữ số, ví dụ 1.234 hoặc 7,97
    XLS007 thu/2.xlsx [Phụ lục] D7 (Xã An Hòa)
      cột «Chỉ tiêu giảm» của «Xã An Hòa» để trống, cần một số
      cách sửa: điền giá trị; nếu bằng không thì ghi 0; nếu là công thức thì mở bằng Excel và lưu lại để có kết quả
    XLS018 thu/3.xlsx [Phụ lục] D7 (Xã Yên Lạc)
      cột «Chỉ tiêu giảm» của «Xã Yên Lạc» hiểu được hai cách: 1,234 hoặc 1.234
      cách sửa: «1.234» gõ trong Excel tiếng Anh thành 1,234: nếu vậy thì gõ lại 1234; nếu không thì số đếm phải tròn, sửa ô này
    ");
    // A number that was typed as text has one reading here.
    project.returned(AN_BINH, "thu/1.xlsx", &[("D7", Typed::Text("45"))]);
    project.returned(AN_HOA, "thu/2.xlsx", &[]).returned("thong-bao/xa-yen-lac.xlsx", "thu/3.xlsx", &[]);
    assert_eq!(found(&project), "");
}

#[test]
fn columns_that_cannot_be_filled_in() {
    for (open, expected) in [
        ("mo: [giam]", 0),
        ("mo: [cuoi]", 1),
        ("mo: [ten]", 1),
        ("mo: [giamm]", 1),
        ("khoa: có", 1),
        ("mo: [ty_le_dau]", 1),
    ] {
        let project = Project::new();
        project.file("data/mau/ho-so.yaml", crate::harness::DOSSIER);
        project.file("data/mau/thong-bao.yaml", NOTICE.replace("mo: [giam]", open));
        project.workbook("data/mau/bang.xlsx", SHEET);
        let run = project.run(["check", "--format", "json"]);
        assert_eq!(
            (run.code, run.findings().len()),
            (expected, usize::try_from(expected).expect("small")),
            "{open}: {}",
            run.stdout
        );
        if open == "mo: [cuoi]" {
            insta::assert_snapshot!(super::drawn(&run.findings()), @"
            KEY004 thong-bao.yaml:9:124 <thong-bao.yaml>
              không mở cột «cuoi» cho nơi nhận điền: cột này được tính theo công thức
              cùng với: ho-so.yaml:16:7
              cách sửa: «mo» chỉ ghi các cột mà nơi nhận gõ số, ngày hoặc chữ vào, ví dụ mo: [giam]
            ");
        }
    }
    let project = Project::sample();
    let text = "phu_luc:\n  - tieu_de: Hướng dẫn\n    bang_tinh: { khoa: co }\n    noi_dung: [{ doan: Các xã thực hiện. }]\n";
    let plan = project.read("data/mau/ke-hoach.yaml");
    let begin = plan.find("phu_luc:").expect("an annex");
    project.file("data/mau/ke-hoach.yaml", format!("{}{text}", &plan[..begin]));
    assert_eq!(project.run(["check", "--format", "json"]).codes(), ["KEY004"]);
}

#[test]
fn a_workbook_that_was_typed_over_in_no_cell_is_the_same() {
    let project = sent();
    let bytes = std::fs::read(project.path(&format!("output/mau/{AN_BINH}"))).expect("it was sent");
    project.file("thu/1.xlsx", typed(&bytes, &[]));
    assert_eq!(found(&project), "");
}
