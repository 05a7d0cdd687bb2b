//! Workbooks without a table, with hidden sheets, that cannot be read or are not there.

use serde_json::json;

use crate::harness::Project;

#[test]
fn a_workbook_without_a_table_is_no_fault() {
    let project = Project::new();
    project.workbook("trong.xlsx", "[Biểu 1]\n| Chưa có số liệu |");
    let run = project.run(["inspect", "trong.xlsx"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    insta::assert_snapshot!(run.stderr, @"
    trong.xlsx: Excel (.xlsx), 0 bảng

    Trang «Biểu 1»: không có bảng

    không nhận ra bảng nào: cần một dòng đầu bảng có cột TT và cột tên (Địa phương, Đơn vị, Chỉ tiêu…), các dòng số liệu ở dưới
    ");
}

#[test]
fn hidden_sheets_are_named_and_hidden_rows_are_told() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, is_hidden) in [("Biểu 1", false), ("Nháp", true)] {
        let sheet = book.add_worksheet().set_name(name).expect("a name").set_hidden(is_hidden);
        for (row, cells) in
            [["TT", "Xã", "Số hộ"], ["1", "Xã An Bình", "5"], ["2", "Xã An Hòa", "6"]].iter().enumerate()
        {
            for (column, text) in cells.iter().enumerate() {
                let (row, column) =
                    (u32::try_from(row).expect("small"), u16::try_from(column).expect("small"));
                match text.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).map(|_| ()),
                    Err(_) => sheet.write_string(row, column, *text).map(|_| ()),
                }
                .expect("a cell");
            }
        }
        sheet.set_row_hidden(2).expect("a row").set_column_hidden(2).expect("a column");
    }
    let project = Project::new();
    project.file("an.xlsx", book.save_to_buffer().expect("a workbook"));
    let run = project.run(["inspect", "an.xlsx"]);
    assert_eq!(run.code, 0);
    insta::assert_snapshot!(run.stderr, @"
    an.xlsx: Excel (.xlsx), 1 bảng

    Trang «Biểu 1»
      ! 1 dòng đang ẩn (dòng 3): vẫn được đọc và cộng
      ! cột đang ẩn (C): vẫn được đọc
      Bảng bieu_1, vùng A1:C3
        đầu bảng dòng 1; số thứ tự ở cột A
          B  Xã     ten    dia_phuong  cột tên đơn vị
          C  Số hộ  so_ho  so_ho       chữ «số hộ»
        dòng: 2 đơn vị (Xã An Bình, Xã An Hòa)

    trang đang ẩn, không đọc: «Nháp»
    dán khối bang: dưới đây vào ho-so.yaml, cạnh bảng tính; xem lại kieu của từng cột, rồi chạy: duthao check
    ");
}

#[test]
fn what_cannot_be_read_is_a_finding_and_what_is_not_there_a_fault() {
    let project = Project::sample();
    project.file("hong.xlsx", b"PK\x03\x04\0\0\0\0").file("~$bang.xlsx", "x").file("rong.xlsx", "");
    for file in ["hong.xlsx", "~$bang.xlsx", "rong.xlsx"] {
        let run = project.run(["inspect", file]);
        assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{file}: {}", run.stderr);
        assert!(run.stderr.contains("XLS002") && run.stderr.contains(file), "{}", run.stderr);
        let object = project.run(["inspect", file, "--format", "json"]).json();
        assert_eq!((&object["tables"], &object["bang"]), (&json!([]), &json!("")));
        assert_eq!(object["findings"][0]["at"], json!({ "file": file }));
    }
    for arguments in [
        &["inspect", "khong-co.xlsx"][..],
        &["inspect", "data"],
        &["inspect"],
        &["inspect", "data/mau/bang.xlsx", "--project", "khong-co"],
        &["inspect", "data/mau/bang.xlsx", "--jobs", "2"],
    ] {
        let run = project.run(arguments.iter().copied());
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{arguments:?}");
        let run = project.run(arguments.iter().copied().chain(["--format", "json"]));
        assert_eq!((run.code, run.json()), (2, json!({ "tables": [], "bang": "" })), "{arguments:?}");
    }
    let run = project.run(["inspect", "data/mau/bng.xlsx"]);
    insta::assert_snapshot!(run.stderr, @"sự cố: không có tệp «data/mau/bng.xlsx»; có phải ý là «bang.xlsx»?");
    let run = project.run(["inspect", "rong.xlsx"]);
    insta::assert_snapshot!(run.stderr, @"
    lỗi[XLS002]: không đọc được bảng tính: tệp rỗng
     --> rong.xlsx
      = cách sửa: chép lại tệp từ nguồn
    ");
}

#[test]
fn the_limits_of_the_project_hold() {
    let project = Project::sample();
    project.file("data/chung.yaml", "gioi_han: { dong: 3 }\n");
    let run = project.run(["inspect", "data/mau/bang.xlsx"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("XLS011") && run.stderr.contains("gioi_han: { dong"), "{}", run.stderr);
}
