//! Names of units: written in two ways by two tables (REG007) or by the text (TXT004), or in two groups (REG008).

use super::{drawn, refused};
use crate::harness::{Project, SHEET};

/// Two groups of three units, so that one name out of place is a slip and not a list of its own.
const AREAS: &str = "
[Biểu 1]
| TT | Địa phương | Đầu năm | < | Chỉ tiêu giảm | Cuối năm | < |
| ^ | ^ | Số hộ | Tỷ lệ | ^ | Số hộ | Tỷ lệ |
| I | Khu vực đồng bằng | 300 | 10,00 | 30 | 270 | 9,00 |
| 1 | Xã An Bình | 100 | 10,00 | 10 | 90 | 9,00 |
| 2 | Xã An Hòa | 100 | 10,00 | 10 | 90 | 9,00 |
| 3 | Xã An Lập | 100 | 10,00 | 10 | 90 | 9,00 |
| II | Khu vực miền núi | 300 | 10,00 | 30 | 270 | 9,00 |
| 4 | Xã Yên Lạc | 100 | 10,00 | 10 | 90 | 9,00 |
| 5 | Xã Yên Minh | 100 | 10,00 | 10 | 90 | 9,00 |
| 6 | Xã Phú Sơn | 100 | 10,00 | 10 | 90 | 9,00 |
| | Toàn huyện | 600 | 10,00 | 60 | 540 | 9,00 |
";
/// A second table of the sample's communes.
const SECOND: &str = "
[Biểu 2]
| TT | Địa phương | Vốn |
| 1 | An Bình | 100 |
| 2 | An Hòa | 100 |
| 3 | Yên Lạc | 100 |
| 4 | Yên Minh | 100 |
| | Toàn huyện | 400 |
";
const DECLARED: &str = "noi_nhan: [Ủy ban nhân dân các xã";

/// What a check of the sample says after a change.
fn told(change: impl FnOnce(&Project)) -> String {
    let project = Project::sample();
    change(&project);
    let run = project.run(["check", "--format", "json", "--quiet"]);
    assert!(run.code < 2, "{}{}", run.stdout, run.stderr);
    drawn(&run.findings())
}

/// The sample with a second workbook, declared as a table of its own.
fn with_second(project: &Project, drawing: &str) {
    let columns =
        "      ten: { tieu_de: Địa phương, kieu: dia_phuong }\n      von: { tieu_de: Vốn, kieu: so_luong }\n";
    let declared = format!("  von:\n    tep: von.xlsx\n    trang: Biểu 2\n    cot:\n{columns}{DECLARED}");
    project.dossier(DECLARED, &declared).workbook("data/mau/von.xlsx", drawing);
}

/// What a check says when the sample's first sentence is another one.
fn said(sentence: &str) -> String {
    told(|p| {
        let first =
            "Giảm {{ xa.tong.giam }} hộ nghèo, còn {{ xa.tong.cuoi }} hộ, chiếm {{ xa.tong.ty_le_cuoi }}.";
        p.plan(first, sentence);
    })
}

#[test]
fn two_tables_that_write_one_unit_in_two_ways() {
    insta::assert_snapshot!(told(|p| with_second(p, &SECOND.replace("Yên Lạc", "Yên Lặc"))), @"
    cảnh báo REG007 von.xlsx [Biểu 2] B4 (Yên Lặc)
      bảng «von» ghi «Yên Lặc», bảng «xa» ghi «Xã Yên Lạc»: hai bảng viết khác nhau
      cùng với: bang.xlsx [Biểu 1] B8
      cách sửa: sửa tên ở bảng viết sai; đúng là hai đơn vị khác nhau thì bỏ qua có lý do
    ");
}

#[test]
fn two_tables_of_other_units() {
    for (old, new) in [
        ("Yên Lạc", "Yên Lạc"),
        // Another name, not a slip.
        ("Yên Lạc", "Phú Sơn"),
        // The table has both: two units.
        ("An Hòa", "Yên Lặc"),
        // Numbers tell names apart.
        ("Yên Lạc", "Yên Lạc 1"),
        ("Yên Lạc", "Thị trấn Yên Lặc"),
    ] {
        assert_eq!(told(|p| with_second(p, &SECOND.replace(old, new))), "", "{new}");
    }
    // Two lists of other units with few names in common.
    let other =
        SECOND.replace("An Bình", "Phú Lộc").replace("An Hòa", "Phú Thọ").replace("Yên Lạc", "Yên Lặc");
    assert_eq!(told(|p| with_second(p, &other)), "");
}

#[test]
fn a_unit_in_two_groups() {
    insta::assert_snapshot!(refused(|p| { p.workbook("data/mau/bang.xlsx", &AREAS.replace("Xã Yên Minh", "Xã An Bình")); }), @"
    REG008 bang.xlsx [Biểu 1] B9 (Xã An Bình)
      «Xã An Bình» có ở hai nhóm của bảng «xa»: «Khu vực đồng bằng» và «Khu vực miền núi»
      cùng với: bang.xlsx [Biểu 1] B4
      cách sửa: sửa tên dòng ghi nhầm, hoặc xóa dòng thừa
    ");
}

#[test]
fn groups_that_may_well_list_a_unit_each() {
    assert_eq!(
        told(|p| {
            p.workbook("data/mau/bang.xlsx", AREAS);
        }),
        ""
    );
    let doubled = AREAS.replace("Xã Yên Minh", "Xã An Bình");
    for (old, new) in [
        // Programmes list units anew.
        ("Khu vực miền núi", "Dự án 2"),
        ("Xã Yên Lạc", "Xã An Hòa"),
        // Two districts of a province may each have one.
        ("Toàn huyện", "Toàn tỉnh"),
    ] {
        let sheet = doubled.replace(old, new);
        assert_eq!(
            told(|p| {
                p.workbook("data/mau/bang.xlsx", &sheet);
            }),
            "",
            "{new}"
        );
    }
    // An island of its own: the numbers run on, so it is one list.
    let island = AREAS
        .replace("| 6 | Xã Phú Sơn", "| III | Hải đảo | 100 | 10,00 | 10 | 90 | 9,00 |\n| 6 | Xã An Bình");
    let island = island.replace(
        "| II | Khu vực miền núi | 300 | 10,00 | 30 | 270 |",
        "| II | Khu vực miền núi | 200 | 10,00 | 20 | 180 |",
    );
    let said = refused(|p| {
        p.workbook("data/mau/bang.xlsx", &island);
    });
    assert!(said.contains("REG008"), "{said}");
    // Districts are one of their name in a province.
    let districts = doubled.replace("Xã ", "Huyện ").replace("Toàn huyện", "Toàn tỉnh");
    let said = refused(|p| {
        p.workbook("data/mau/bang.xlsx", &districts);
    });
    assert!(said.contains("REG008"), "{said}");
}

#[test]
fn a_name_in_text_that_the_table_writes_otherwise() {
    insta::assert_snapshot!(said("Ưu tiên xã Yên Lặc; các xã An Bình, An Hoa và Yên Minh."), @"
    cảnh báo TXT004 ke-hoach.yaml:11:26 <ke-hoach.yaml> (Xã Yên Lạc)
      câu này ghi «Yên Lặc», bảng «xa» ghi «Xã Yên Lạc»: tên viết khác nhau
      cùng với: bang.xlsx [Biểu 1] B8
      cách sửa: sửa tên ở nơi viết sai, hoặc gọi tên từ bảng: {{ xa.dong['Yên Lạc'].ten }}; đúng là một đơn vị khác thì bỏ qua có lý do
    cảnh báo TXT004 ke-hoach.yaml:11:51 <ke-hoach.yaml> (Xã An Hòa)
      câu này ghi «An Hoa», bảng «xa» ghi «Xã An Hòa»: tên viết khác nhau
      cùng với: bang.xlsx [Biểu 1] B6
      cách sửa: sửa tên ở nơi viết sai, hoặc gọi tên từ bảng: {{ xa.dong['An Hòa'].ten }}; đúng là một đơn vị khác thì bỏ qua có lý do
    ");
    for sentence in [
        "Ưu tiên các xã (Yên Lạcc, Yên Minh).",
        "Hai xã Yên Lạc (giảm {{ xa.dong['Yên Lạc'].giam }} hộ) và Yên inh.",
        "Tại trụ sở xã Yên Lcạ, huyện Tân Lập.",
    ] {
        assert_eq!(said(sentence).matches("TXT004").count(), 1, "{sentence}: {}", said(sentence));
    }
}

#[test]
fn names_in_text_that_may_be_right() {
    for sentence in [
        "Ưu tiên xã Yên Lạc, XÃ YÊN LẠC, xã An Hoà, các xã An Bình, An Hòa và Yên Minh.",
        // Other units and other words.
        "Học tập xã Phú Sơn, xã Yên Lặc Thượng, thị trấn Yên Lặc, xã Yên Lặc thuộc huyện Yên Sơn.",
        "Học tập xã Yên Lặc, huyện Yên Sơn; phân biệt xã Yên Lạc với xã Yên Lặc.",
        "Ông Nguyễn An Hoa và bà Yên Minh; An Hoa là tên người.",
        "Bảo đảm an hòa, yên mình.",
        "Thực hiện tại huyện Tân Lập, thôn An Hoa.",
    ] {
        assert_eq!(said(sentence), "", "{sentence}");
    }
    let sheet = SHEET.replace("Xã Yên Minh", "Xã Yên Lặc");
    let said = told(|p| {
        p.workbook("data/mau/bang.xlsx", &sheet);
        p.plan("Ủy ban nhân dân các xã thực hiện", "Ủy ban nhân dân các xã Yên Lạc, Yên Lặc thực hiện");
    });
    assert_eq!(said, "");
}
