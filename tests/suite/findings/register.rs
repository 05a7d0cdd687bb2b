//! Units of tables against the register of the office (`dia_ban`).

use serde_json::Value;

use super::{drawn, drawn_but, refused};
use crate::harness::Project;

/// The register of the sample: two districts' communes, some of them of the same name, and what became of them.
pub(super) const REGISTER: &str = "
[Danh mục]
| DANH MỤC ĐƠN VỊ HÀNH CHÍNH | < | < | < | < | < | < |
| Mã | Tên | Cấp | Trực thuộc | Hiệu lực từ | Hiệu lực đến | Ghi chú |
| 10 | Tân Lập | Huyện | | | 30/6/2025 | |
| 20 | Yên Sơn | Huyện | | | 30/6/2025 | |
| 101 | An Bình | Xã | 10 | | | |
| 102 | An Hòa | Xã | 10 | | | |
| 103 | Yên Lạc | Xã | 10 | | | |
| 104 | Yên Minh | Xã | 10 | | | |
| 105 | Phú Lộc | Xã | 10 | 01/7/2025 | | |
| 106 | Phú Thọ | Xã | 10 | | 31/12/2023 | nhập vào xã An Bình |
| 201 | Yên Lạc | Xã | 20 | | | |
| 202 | Hòa Bình | Xã | 20 | | | |
";

/// The sample with a register for all dossiers.
fn with_register(project: &Project) -> &Project {
    project.file("data/chung.yaml", "dia_ban: danh-muc.xlsx\n").workbook("data/danh-muc.xlsx", REGISTER)
}

/// What a check of the sample with the register says after a change, be it nothing.
pub(super) fn told(change: impl FnOnce(&Project)) -> String {
    drawn(&found(change))
}

fn found(change: impl FnOnce(&Project)) -> Vec<Value> {
    let project = Project::sample();
    change(with_register(&project));
    let run = project.run(["check", "--format", "json", "--quiet", "--jobs", "1"]);
    assert!(run.code < 2, "{}{}", run.stdout, run.stderr);
    run.findings()
}

/// The same but for units that have no row: every other name in place of one leaves that one without.
pub(super) fn named(change: impl FnOnce(&Project)) -> String {
    drawn_but(found(change), "REG005")
}

#[test]
fn units_of_the_register_in_any_writing() {
    assert_eq!(told(|_| {}), "");
    for name in ["An Hòa", "Xã An Hoà", "UBND xã An Hòa", "XÃ AN HÒA", "X. An Hòa"] {
        assert_eq!(
            told(|p| {
                p.sheet("Xã An Hòa", name);
            }),
            "",
            "{name}"
        );
    }
}

#[test]
fn a_unit_that_no_register_knows() {
    insta::assert_snapshot!(refused(|p| { with_register(p).sheet("Xã An Hòa", "Xã An Hào"); }), @"
    REG001 bang.xlsx [Biểu 1] B6 (Xã An Hào)
      «Xã An Hào» không có trong danh mục data/danh-muc.xlsx
      cùng với: data/danh-muc.xlsx [Danh mục] B6
      cách sửa: có phải ý là «Xã An Hòa»?
    ");
}

#[test]
fn a_table_of_other_units_than_the_register() {
    insta::assert_snapshot!(told(|p| {
        let other = crate::harness::SHEET.replace("Xã An Bình", "Ea Pô").replace("Xã An Hòa", "Nam Dong");
        p.workbook("data/mau/bang.xlsx", &other.replace("Xã Yên Lạc", "Đắk Wil").replace("Xã Yên Minh", "Cư Knia"));
    }), @"
    REG001 bang.xlsx [Biểu 1] B4:B10
      không đơn vị nào trong 4 dòng của bảng «xa» có trong danh mục data/danh-muc.xlsx
      cách sửa: bảng không liệt kê đơn vị của danh mục thì bỏ qua có lý do; danh mục của địa bàn khác thì ghi «dia_ban» khác trong ho-so.yaml
    ");
    // A register of communes says nothing of hamlets.
    assert_eq!(
        told(|p| {
            p.workbook("data/mau/bang.xlsx", &crate::harness::SHEET.replace("| Xã ", "| Thôn "));
        }),
        ""
    );
}

#[test]
fn one_unit_in_two_rows() {
    insta::assert_snapshot!(refused(|p| { with_register(p).sheet("Xã An Hòa", "Xã An Bình (1)"); }), @"
    cảnh báo REG005 bang.xlsx [Biểu 1] B4:B10 <ke-hoach.yaml>
      bảng «xa» thiếu 1 đơn vị của «Huyện Tân Lập»: Xã An Hòa
      cùng với: data/danh-muc.xlsx [Danh mục] B6
      ghi chú: bảng có 3 trong 4 đơn vị cùng loại của «Huyện Tân Lập» vào ngày 15/3/2024 của văn bản
      cách sửa: thêm dòng còn thiếu; đơn vị không được giao chỉ tiêu thì bỏ qua có lý do
    REG002 bang.xlsx [Biểu 1] B6 (Xã An Bình (1))
      «Xã An Bình (1)» và «Xã An Bình» là cùng một đơn vị trong danh mục: «Xã An Bình»
      cùng với: bang.xlsx [Biểu 1] B5
      cùng với: data/danh-muc.xlsx [Danh mục] B5
      cách sửa: xóa dòng thừa, hoặc sửa tên dòng viết nhầm
    ");
    // The groups of a table may be programmes: then one unit has a row in each of them.
    assert_eq!(
        named(|p| {
            p.sheet("Xã Yên Minh", "Xã An Bình");
        }),
        ""
    );
    insta::assert_snapshot!(told(|p| {
        let sheet = crate::harness::SHEET.replace("Khu vực đồng bằng", "Huyện Tân Lập");
        p.workbook("data/mau/bang.xlsx", &sheet.replace("Khu vực miền núi", "Huyện Yên Sơn").replace("Xã Yên Minh", "An Hòa"));
    }), @"
    REG002 bang.xlsx [Biểu 1] B9 (An Hòa)
      «An Hòa» và «Xã An Hòa» là cùng một đơn vị trong danh mục: «Xã An Hòa»
      cùng với: bang.xlsx [Biểu 1] B6
      cùng với: data/danh-muc.xlsx [Danh mục] B6
      cách sửa: xóa dòng thừa, hoặc sửa tên dòng viết nhầm
    ");
}

#[test]
fn a_unit_that_has_ended_and_one_that_is_not_yet_there() {
    insta::assert_snapshot!(refused(|p| { with_register(p).sheet("Xã An Hòa", "Xã Phú Thọ"); }), @"
    cảnh báo REG005 bang.xlsx [Biểu 1] B4:B10 <ke-hoach.yaml>
      bảng «xa» thiếu 1 đơn vị của «Huyện Tân Lập»: Xã An Hòa
      cùng với: data/danh-muc.xlsx [Danh mục] B6
      ghi chú: bảng có 3 trong 4 đơn vị cùng loại của «Huyện Tân Lập» vào ngày 15/3/2024 của văn bản
      cách sửa: thêm dòng còn thiếu; đơn vị không được giao chỉ tiêu thì bỏ qua có lý do
    REG003 bang.xlsx [Biểu 1] B6 <ke-hoach.yaml> (Xã Phú Thọ)
      «Xã Phú Thọ» chỉ có hiệu lực đến hết ngày 31/12/2023, trước ngày 15/3/2024 của văn bản
      cùng với: data/danh-muc.xlsx [Danh mục] B10
      ghi chú: danh mục ghi: nhập vào xã An Bình
      cách sửa: ghi đơn vị mới; nói về đơn vị trước sắp xếp thì ghi «(cũ)» sau tên
    ");
    insta::assert_snapshot!(refused(|p| { with_register(p).sheet("Xã An Hòa", "Phú Lộc"); }), @"
    cảnh báo REG005 bang.xlsx [Biểu 1] B4:B10 <ke-hoach.yaml>
      bảng «xa» thiếu 1 đơn vị của «Huyện Tân Lập»: Xã An Hòa
      cùng với: data/danh-muc.xlsx [Danh mục] B6
      ghi chú: bảng có 3 trong 4 đơn vị cùng loại của «Huyện Tân Lập» vào ngày 15/3/2024 của văn bản
      cách sửa: thêm dòng còn thiếu; đơn vị không được giao chỉ tiêu thì bỏ qua có lý do
    REG004 bang.xlsx [Biểu 1] B6 <ke-hoach.yaml> (Phú Lộc)
      «Phú Lộc» có hiệu lực từ ngày 01/7/2025, sau ngày 15/3/2024 của văn bản
      cùng với: data/danh-muc.xlsx [Danh mục] B9
      cách sửa: xem lại «ngay» của văn bản, tên đơn vị và ngày hiệu lực trong danh mục
    ");
    // Each document has its own date: the report lists the names in March, the plan is of December.
    insta::assert_snapshot!(told(|p| {
        p.sheet("Xã An Hòa", "Xã Phú Thọ").plan("ngay: 15/3/2024", "ngay: 2023-12");
        p.replace("data/mau/bao-cao.yaml", "xã nghèo.", "xã nghèo ({{ xa.cac_ten }}).");
    }), @"
    cảnh báo REG005 bang.xlsx [Biểu 1] B4:B10 <bao-cao.yaml>
      bảng «xa» thiếu 1 đơn vị của «Huyện Tân Lập»: Xã An Hòa
      cùng với: data/danh-muc.xlsx [Danh mục] B6
      ghi chú: bảng có 3 trong 4 đơn vị cùng loại của «Huyện Tân Lập» vào ngày 20/3/2024 của văn bản
      cách sửa: thêm dòng còn thiếu; đơn vị không được giao chỉ tiêu thì bỏ qua có lý do
    cảnh báo REG005 bang.xlsx [Biểu 1] B4:B10 <ke-hoach.yaml>
      bảng «xa» thiếu 1 đơn vị của «Huyện Tân Lập»: Xã An Hòa
      cùng với: data/danh-muc.xlsx [Danh mục] B6
      ghi chú: bảng có 4 trong 5 đơn vị cùng loại của «Huyện Tân Lập» vào ngày 01/12/2023 (văn bản chưa ghi ngày)
      cách sửa: thêm dòng còn thiếu; đơn vị không được giao chỉ tiêu thì bỏ qua có lý do
    REG003 bang.xlsx [Biểu 1] B6 <bao-cao.yaml> (Xã Phú Thọ)
      «Xã Phú Thọ» chỉ có hiệu lực đến hết ngày 31/12/2023, trước ngày 20/3/2024 của văn bản
      cùng với: data/danh-muc.xlsx [Danh mục] B10
      ghi chú: danh mục ghi: nhập vào xã An Bình
      cách sửa: ghi đơn vị mới; nói về đơn vị trước sắp xếp thì ghi «(cũ)» sau tên
    ");
    insta::assert_snapshot!(told(|p| {
        p.sheet("Xã An Hòa", "Xã Phú Lộc").plan("ngay: 15/3/2024\n", "");
    }), @"
    cảnh báo REG005 bang.xlsx [Biểu 1] B4:B10 <ke-hoach.yaml>
      bảng «xa» thiếu 1 đơn vị của «Huyện Tân Lập»: Xã An Hòa
      cùng với: data/danh-muc.xlsx [Danh mục] B6
      ghi chú: bảng có 3 trong 4 đơn vị cùng loại của «Huyện Tân Lập» vào ngày 01/01/2024 (văn bản không ghi «ngay», lấy đầu «nam»)
      cách sửa: thêm dòng còn thiếu; đơn vị không được giao chỉ tiêu thì bỏ qua có lý do
    REG004 bang.xlsx [Biểu 1] B6 <ke-hoach.yaml> (Xã Phú Lộc)
      «Xã Phú Lộc» có hiệu lực từ ngày 01/7/2025, sau ngày 01/01/2024 (văn bản không ghi «ngay», lấy đầu «nam»)
      cùng với: data/danh-muc.xlsx [Danh mục] B9
      cách sửa: xem lại «ngay» của văn bản, tên đơn vị và ngày hiệu lực trong danh mục
    ");
}

#[test]
fn a_former_unit() {
    assert_eq!(
        told(|p| {
            p.sheet("Xã An Hòa", "Xã Phú Thọ (cũ)");
        }),
        ""
    );
    insta::assert_snapshot!(told(|p| { p.sheet("Xã An Hòa", "Xã An Hòa (cũ)"); }), @"
    REG001 bang.xlsx [Biểu 1] B6 <ke-hoach.yaml> (Xã An Hòa (cũ))
      «Xã An Hòa (cũ)» ghi là đơn vị cũ, nhưng danh mục không có đơn vị nào tên này đã hết hiệu lực trước ngày 15/3/2024 của văn bản
      cùng với: data/danh-muc.xlsx [Danh mục] B6
      cách sửa: bỏ chữ «cũ», hoặc ghi ngày hết hiệu lực của đơn vị vào danh mục
    ");
}

#[test]
fn a_unit_without_a_row() {
    let with_another = REGISTER.replace("| 105 |", "| 107 | Minh Lập | Xã | 10 | | | |\n| 105 |");
    let change = |p: &Project| {
        p.sheet("Xã Yên Minh", "Minh Lập").workbook("data/danh-muc.xlsx", &with_another);
    };
    insta::assert_snapshot!(told(change), @"
    cảnh báo REG005 bang.xlsx [Biểu 1] B4:B10 <ke-hoach.yaml>
      bảng «xa» thiếu 1 đơn vị của «Huyện Tân Lập»: Xã Yên Minh
      cùng với: data/danh-muc.xlsx [Danh mục] B8
      ghi chú: bảng có 4 trong 5 đơn vị cùng loại của «Huyện Tân Lập» vào ngày 15/3/2024 của văn bản
      cách sửa: thêm dòng còn thiếu; đơn vị không được giao chỉ tiêu thì bỏ qua có lý do
    ");
    // Half of them are a choice.
    let others = "| 107 | A Lưới | Xã | 10 | | | |\n| 108 | Bình Minh | Xã | 10 | | | |\n| 109 | Chi Lăng | Xã | 10 | | | |\n| 105 |";
    assert_eq!(
        told(|p| {
            p.workbook("data/danh-muc.xlsx", &REGISTER.replace("| 105 |", others));
        }),
        ""
    );
}

#[test]
fn a_name_of_two_units() {
    // «Xã Yên Lạc» of the sample is one of two; the other rows are of one district, so it is too.
    assert_eq!(told(|_| {}), "");
    let sheet =
        |old: &str, new: &str| crate::harness::SHEET.replace("Xã An Hòa", "Xã Hòa Bình").replace(old, new);
    assert_eq!(
        named(|p| {
            p.workbook("data/mau/bang.xlsx", &sheet("", ""));
        }),
        ""
    );
    let another = REGISTER.replace("| 202 |", "| 203 | Yên Minh | Xã | 20 | | | |\n| 202 |");
    insta::assert_snapshot!(named(|p| {
        p.workbook("data/mau/bang.xlsx", &sheet("", "")).workbook("data/danh-muc.xlsx", &another);
    }), @"
    cảnh báo REG006 bang.xlsx [Biểu 1] B8 <ke-hoach.yaml> (Xã Yên Lạc)
      «Xã Yên Lạc» là tên của 2 đơn vị trong danh mục: «Xã Yên Lạc» thuộc «Huyện Tân Lập», «Xã Yên Lạc» thuộc «Huyện Yên Sơn»
      cùng với: data/danh-muc.xlsx [Danh mục] B7
      cùng với: data/danh-muc.xlsx [Danh mục] B11
      cách sửa: ghi cấp trên sau tên, ví dụ «Xã Yên Lạc (huyện Tân Lập)», hoặc xếp dòng vào nhóm mang tên cấp trên
    cảnh báo REG006 bang.xlsx [Biểu 1] B9 <ke-hoach.yaml> (Xã Yên Minh)
      «Xã Yên Minh» là tên của 2 đơn vị trong danh mục: «Xã Yên Minh» thuộc «Huyện Tân Lập», «Xã Yên Minh» thuộc «Huyện Yên Sơn»
      cùng với: data/danh-muc.xlsx [Danh mục] B8
      cùng với: data/danh-muc.xlsx [Danh mục] B12
      cách sửa: ghi cấp trên sau tên, ví dụ «Xã Yên Minh (huyện Tân Lập)», hoặc xếp dòng vào nhóm mang tên cấp trên
    ");
    let behind_it = sheet("Xã Yên Lạc", "Xã Yên Lạc (huyện Tân Lập)");
    assert_eq!(
        named(|p| {
            p.workbook("data/mau/bang.xlsx", &behind_it);
        }),
        ""
    );
    let group = sheet("Khu vực miền núi", "Huyện Yên Sơn").replace("Xã Yên Minh", "An Hòa");
    assert_eq!(
        named(|p| {
            p.workbook("data/mau/bang.xlsx", &group);
        }),
        ""
    );
}

#[test]
fn what_is_let_stand() {
    let waived = told(|p| {
        p.sheet("Xã An Hòa", "Khối cơ quan");
        let waiver = "bo_qua:\n  - { ma: REG001, bang: xa, don_vi: Khối cơ quan, ly_do: không phải đơn vị hành chính }\n";
        p.file("data/mau/ho-so.yaml", format!("{}{waiver}", p.read("data/mau/ho-so.yaml")));
    });
    insta::assert_snapshot!(waived, @"
    cảnh báo REG005 bang.xlsx [Biểu 1] B4:B10 <ke-hoach.yaml>
      bảng «xa» thiếu 1 đơn vị của «Huyện Tân Lập»: Xã An Hòa
      cùng với: data/danh-muc.xlsx [Danh mục] B6
      ghi chú: bảng có 3 trong 4 đơn vị cùng loại của «Huyện Tân Lập» vào ngày 15/3/2024 của văn bản
      cách sửa: thêm dòng còn thiếu; đơn vị không được giao chỉ tiêu thì bỏ qua có lý do
    REG001 bang.xlsx [Biểu 1] B6 (Khối cơ quan)
      «Khối cơ quan» không có trong danh mục data/danh-muc.xlsx
      cách sửa: sửa tên, hoặc bổ sung đơn vị vào danh mục; không phải đơn vị hành chính thì bỏ qua có lý do
    ");
}
