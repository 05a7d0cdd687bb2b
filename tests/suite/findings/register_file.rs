//! The file of the register (`dia_ban`): where it lies, its columns and days, and what is wrong with it.

use super::register::{REGISTER, named, told};
use crate::harness::Project;

#[test]
fn a_register_of_the_dossier_itself() {
    let own = "
[Trang A]
| Danh sách | < |
| Các xã | Thôi hiệu lực |
| Xã An Bình | |
| Xã An Hòa | 2023-12-31 |
| Xã Yên Lạc | |
| Xã Yên Minh | |
[Trang B]
| Tên |
| Xã X |
";
    insta::assert_snapshot!(told(|p| {
        p.workbook("data/mau/dia-ban.xlsx", own);
        let key = "dia_ban: { tep: dia-ban.xlsx, trang: Trang A, cot: { ten: Các xã, den: Thôi hiệu lực } }\n";
        p.file("data/mau/ho-so.yaml", format!("{key}{}", p.read("data/mau/ho-so.yaml")));
    }), @"
    REG003 bang.xlsx [Biểu 1] B6 <ke-hoach.yaml> (Xã An Hòa)
      «Xã An Hòa» chỉ có hiệu lực đến hết ngày 31/12/2023, trước ngày 15/3/2024 của văn bản
      cùng với: dia-ban.xlsx [Trang A] A4
      cách sửa: ghi đơn vị mới; nói về đơn vị trước sắp xếp thì ghi «(cũ)» sau tên
    ");
}

#[test]
fn the_day_under_a_heading_that_says_ended_is_the_first_one_without_the_unit() {
    let register = REGISTER.replace("Hiệu lực đến", "Hết hiệu lực").replace("31/12/2023", "15/3/2024");
    insta::assert_snapshot!(told(|p| {
        p.sheet("Xã An Hòa", "Xã Phú Thọ").workbook("data/danh-muc.xlsx", &register);
    }), @"
    cảnh báo REG005 bang.xlsx [Biểu 1] B4:B10 <ke-hoach.yaml>
      bảng «xa» thiếu 1 đơn vị của «Huyện Tân Lập»: Xã An Hòa
      cùng với: data/danh-muc.xlsx [Danh mục] B6
      ghi chú: bảng có 3 trong 4 đơn vị cùng loại của «Huyện Tân Lập» vào ngày 15/3/2024 của văn bản
      cách sửa: thêm dòng còn thiếu; đơn vị không được giao chỉ tiêu thì bỏ qua có lý do
    REG003 bang.xlsx [Biểu 1] B6 <ke-hoach.yaml> (Xã Phú Thọ)
      «Xã Phú Thọ» chỉ có hiệu lực đến hết ngày 14/3/2024, trước ngày 15/3/2024 của văn bản
      cùng với: data/danh-muc.xlsx [Danh mục] B10
      ghi chú: danh mục ghi: nhập vào xã An Bình
      cách sửa: ghi đơn vị mới; nói về đơn vị trước sắp xếp thì ghi «(cũ)» sau tên
    ");
    let register = REGISTER.replace("31/12/2023", "15/3/2024");
    assert_eq!(
        named(|p| {
            p.sheet("Xã An Hòa", "Xã Phú Thọ").workbook("data/danh-muc.xlsx", &register);
        }),
        ""
    );
}

#[test]
fn a_register_that_cannot_be_used() {
    type Change = fn(&Project);
    let cases: [(&str, Change); 6] = [
        ("file", |p| {
            p.file("data/chung.yaml", "dia_ban: danh-muc-cu.xlsx\n");
        }),
        ("outside", |p| {
            p.file("data/chung.yaml", "dia_ban: ../danh-muc.xlsx\n");
        }),
        ("key", |p| {
            p.file("data/chung.yaml", "dia_ban: { tep: danh-muc.xlsx, sheet: 1 }\n");
        }),
        ("column", |p| {
            p.file("data/chung.yaml", "dia_ban: { tep: danh-muc.xlsx, cot: { den: Ngày hết hạn } }\n");
        }),
        ("heading", |p| {
            p.workbook("data/danh-muc.xlsx", "[A]\n| Mã | Các xã |\n| 1 | Xã An Bình |\n");
        }),
        ("empty", |p| {
            p.workbook("data/danh-muc.xlsx", "[A]\n| Mã | Tên |\n");
        }),
    ];
    let all: String = cases.iter().map(|(name, change)| format!("{name}:\n{}", told(change))).collect();
    insta::assert_snapshot!(all, @"
    file:
    XLS001 data/chung.yaml:1:10
      không có bảng tính «danh-muc-cu.xlsx» trong thư mục data
      cách sửa: có phải ý là «danh-muc.xlsx»?
    outside:
    XLS001 data/chung.yaml:1:10
      danh mục «../danh-muc.xlsx» phải là tên một tệp nằm trong thư mục data
      cách sửa: chép danh mục vào thư mục data và chỉ ghi tên tệp
    key:
    KEY001 data/chung.yaml:1:32
      khóa «sheet» không dùng được trong «dia_ban»
      cách sửa: các khóa được phép: tep, trang, cot
    column:
    XLS004 data/chung.yaml:1:44
      không tìm thấy cột «Ngày hết hạn» trên trang «Danh mục» của danh mục
      cùng với: data/danh-muc.xlsx
      cách sửa: ghi «cot: { den: … }»; các cột đang có: Mã; Tên; Cấp; Trực thuộc; Hiệu lực từ; Hiệu lực đến; Ghi chú
    heading:
    XLS004 data/chung.yaml:1:10
      không tìm thấy cột «Tên» trên trang «A» của danh mục
      cùng với: data/danh-muc.xlsx
      cách sửa: ghi «cot: { ten: … }»; các cột đang có: Mã; Các xã
    empty:
    XLS009 data/danh-muc.xlsx
      danh mục đơn vị hành chính không có đơn vị nào
      cùng với: data/chung.yaml:1:10
      cách sửa: xem lại «trang» và tiêu đề cột tên
    ");
    insta::assert_snapshot!(told(|p| {
        let twice = REGISTER.replace("| 105 | Phú Lộc |", "| 105 | An Bình |").replace("31/12/2023", "31/2/2023");
        p.workbook("data/danh-muc.xlsx", &twice.replace("| 202 | Hòa Bình |", "| 202 | |").replace("| 20 | Yên Sơn | Huyện | | |", "| 20 | Yên Sơn | Huyện | | 01/7/2025 |"));
    }), @"
    KEY005 data/danh-muc.xlsx [Danh mục] F4
      «Huyện Yên Sơn» hết hiệu lực trước khi có hiệu lực
      cùng với: data/danh-muc.xlsx [Danh mục] E4
      cách sửa: sửa một trong hai ngày của danh mục
    XLS008 data/danh-muc.xlsx [Danh mục] B9 (Xã An Bình)
      danh mục ghi «Xã An Bình» hai lần cho cùng một thời gian
      cùng với: data/danh-muc.xlsx [Danh mục] B5
      cách sửa: xóa dòng thừa, ghi ngày hết hiệu lực của dòng cũ, hoặc ghi cấp trên của từng đơn vị
    KEY005 data/danh-muc.xlsx [Danh mục] F10
      ngày hiệu lực của «Xã Phú Thọ»: không có ngày 31 trong tháng 2 năm 2023
      cách sửa: ghi ngày dạng 01/7/2025; không giới hạn thì để trống
    XLS012 data/danh-muc.xlsx [Danh mục] B12
      dòng 12 của danh mục có mã mà không có tên đơn vị
      cách sửa: ghi tên đơn vị vào ô này, hoặc xóa dòng
    ");
}

#[test]
fn a_register_as_a_csv_file() {
    let lines: String = REGISTER
        .lines()
        .filter(|line| line.starts_with("| ") && !line.contains("DANH MỤC"))
        .map(|line| {
            line.trim_matches(['|', ' ']).split('|').map(str::trim).collect::<Vec<_>>().join(";") + "\r\n"
        })
        .collect();
    for text in [lines.clone(), format!("\u{FEFF}{lines}"), lines.replace(';', "\t")] {
        let said = named(|p| {
            p.sheet("Xã An Hòa", "Xã Phú Thọ");
            p.file("data/danh-muc.csv", &text).file("data/chung.yaml", "dia_ban: danh-muc.csv\n");
        });
        assert!(said.starts_with("REG003 bang.xlsx [Biểu 1] B6"), "{text}{said}");
    }
}
