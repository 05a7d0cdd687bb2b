//! Workbooks as offices keep them (`tests/workbooks`), each in a dossier of its own: what is said about the sheet.

use super::drawn;
use crate::harness::Project;

/// Columns of the small tables.
const UNITS: &str =
    "ten: { tieu_de: \"Xã, phường\", kieu: dia_phuong }\n      so: { tieu_de: Số hộ, kieu: so_ho }";

/// Checks a dossier with one table read from a workbook and draws what is said; «không có gì» where nothing is.
///
/// `table` holds keys beside `tep` (`trang: …`, `tu_dong: …`), or nothing; `columns` the lines under `cot:`.
fn told(file: &str, table: &str, columns: &str) -> String {
    let bytes =
        std::fs::read(format!("{}/tests/workbooks/{file}", env!("CARGO_MANIFEST_DIR"))).expect("a workbook");
    told_of(file, &bytes, table, columns)
}

fn told_of(file: &str, bytes: &[u8], table: &str, columns: &str) -> String {
    let project = Project::new();
    project.file(&format!("data/mau/{file}"), bytes);
    let keys = if table.is_empty() { String::new() } else { format!("    {table}\n") };
    project.file(
        "data/mau/ho-so.yaml",
        format!(
            "co_quan: Ủy ban nhân dân huyện Tân Lập\nviet_tat: UBND\ndia_danh: Tân Lập\nnam: 2026\n\
             nguoi_ky: {{ dong: [CHỦ TỊCH] }}\nnoi_nhan: [Các xã, \"Lưu: VT\"]\n\
             bang:\n  xa:\n    tep: {file}\n{keys}    cot:\n      {columns}\n"
        ),
    );
    project.file(
        "data/mau/thong-bao.yaml",
        "loai: thong-bao\nso: 3\nngay: 02/01/2026\ntrich_yeu: Lịch tiếp công dân\n\
         noi_dung:\n  - doan: Ủy ban nhân dân huyện tiếp công dân vào thứ Hai.\n",
    );
    let run = project.run(["check", "--format", "json", "--quiet", "--jobs", "1"]);
    assert!(run.stderr.is_empty(), "{}", run.stderr);
    let findings = run.findings();
    if findings.is_empty() { "không có gì".to_owned() } else { drawn(&findings) }
}

#[test]
fn a_formula_without_a_result() {
    insta::assert_snapshot!(told("chua-tinh.xlsx", "", "ten: { tieu_de: Xã, kieu: dia_phuong }\n      tong: { tieu_de: Tổng số hộ, kieu: so_ho }"), @"");
}

#[test]
fn a_percent_format_that_the_declaration_contradicts() {
    let columns = |o: &str| {
        format!(
            "ten: {{ tieu_de: Xã, kieu: dia_phuong }}\n      ty_le: {{ tieu_de: Tỷ lệ, kieu: phan_tram, le: 2{o} }}"
        )
    };
    insta::assert_snapshot!(told("ty-le-phan-tram.xlsx", "trang: Biểu 1", &columns(", o: phan_tram")), @"");
    insta::assert_snapshot!(told("ty-le-phan-tram.xlsx", "trang: Biểu 1", &columns("")), @"");
    insta::assert_snapshot!(told("ty-le-phan-tram.xlsx", "trang: Lẫn", &columns("")), @"");
    insta::assert_snapshot!(told("ty-le-phan-tram.xlsx", "trang: Lẫn", &columns(", o: ty_so")), @"");
    insta::assert_snapshot!(told("ty-le-phan-tram.xlsx", "trang: Biểu 1", "ten: { tieu_de: Xã, kieu: dia_phuong }\n      ty_le: { tieu_de: Tỷ lệ, kieu: so_ho }"), @"");
}

#[test]
fn figures_in_merged_cells() {
    insta::assert_snapshot!(told("gop-o.xlsx", "", "ten: { tieu_de: Xã, kieu: dia_phuong }\n      so: { tieu_de: Hộ nghèo, kieu: so_ho }\n      kinh_phi: { tieu_de: Kinh phí (triệu đồng), kieu: tien }"), @"");
}

#[test]
fn two_tables_with_one_head() {
    let drawing = "
[Biểu 1]
| NĂM 2025 | | |
| TT | Xã, phường | Số hộ |
| 1 | Xã An Bình | 145 |
| | Tổng cộng | 145 |
| NĂM 2026 | | |
| TT | Xã, phường | Số hộ |
| 1 | Xã An Bình | 130 |
| | Tổng cộng | 130 |
";
    let project = Project::new();
    project.workbook("bang.xlsx", drawing);
    let bytes = std::fs::read(project.path("bang.xlsx")).expect("a workbook");
    insta::assert_snapshot!(told_of("bang.xlsx", &bytes, "", UNITS), @"");
    insta::assert_snapshot!(told_of("bang.xlsx", &bytes, "tu_dong: 6", UNITS), @"");
}

#[test]
fn hidden_rows_columns_and_sheets() {
    let columns = "ten: { tieu_de: \"Xã, phường\", kieu: dia_phuong }\n      tong: { tieu_de: Tổng số hộ, kieu: so_ho }\n      can: { tieu_de: [Hộ cận nghèo, Số hộ], kieu: so_ho }";
    for file in ["an.xlsx", "an.xls", "an.ods"] {
        let said = told(file, "trang: Biểu 1", columns).replace(file, "an.xlsx");
        insta::allow_duplicates! { insta::assert_snapshot!(said, @""); }
    }
    insta::assert_snapshot!(told("an.xlsx", "trang: Nháp", UNITS), @"");
}

#[test]
fn a_filter_at_work() {
    for file in ["loc.xlsx", "loc.xls", "loc.ods"] {
        let said = told(file, "", UNITS).replace(file, "loc.xlsx");
        insta::allow_duplicates! { insta::assert_snapshot!(said, @""); }
    }
}

#[test]
fn figures_of_another_workbook() {
    for file in ["lien-ket-ngoai.xlsx", "lien-ket-ngoai.xls", "lien-ket-ngoai.ods"] {
        let said = told(file, "", UNITS).replace(file, "lien-ket-ngoai.xlsx");
        insta::allow_duplicates! { insta::assert_snapshot!(said, @""); }
    }
}

#[test]
fn names_in_old_fonts() {
    insta::assert_snapshot!(told("tcvn3.xlsx", "", UNITS), @"");
    insta::assert_snapshot!(told("tcvn3-khong-phong.xls", "", UNITS), @"");
    insta::assert_snapshot!(told("vni-khong-phong.xlsx", "", UNITS), @"");
}

#[test]
fn old_letters_among_unicode() {
    let csv =
        "TT;Xã, phường;Số hộ\n1;X· §øc Phæ;1\n2;X· Phæ C­êng;2\n3;X· §øc Phong;3\n4;Xã Phổ Thuận;4\n5;Thó;5\n";
    insta::assert_snapshot!(told_of("bang.csv", csv.as_bytes(), "", UNITS), @"");
}

#[test]
fn a_row_of_a_text_file_that_is_split() {
    let csv = "TT,\"Xã, phường\",Số hộ,Tỷ lệ\n1,Xã An Bình,145,\"5,00\"\n2,Xã An Hòa,187,5,99\n3,Xã Yên Lạc,412,\"22,27\"\n";
    insta::assert_snapshot!(told_of("bang.csv", csv.as_bytes(), "", UNITS), @"");
}

#[test]
fn dashes_and_crosses() {
    insta::assert_snapshot!(told("gach-va-x.xlsx", "", UNITS), @"");
}

#[test]
fn thousands_that_an_english_excel_took_for_decimals() {
    insta::assert_snapshot!(told("hai-phay-chin.xlsx", "", UNITS), @"");
}

#[test]
fn the_same_table_in_every_format() {
    let columns = "ten: { tieu_de: \"Xã, phường\", kieu: dia_phuong }\n      tong: { tieu_de: Tổng số hộ, kieu: so_ho }\n      \
                   ngheo: { tieu_de: [Đầu năm 2026, Hộ nghèo, Số hộ], kieu: so_ho }\n      \
                   ty_le: { tieu_de: [Đầu năm 2026, Hộ nghèo, Tỷ lệ (%)], kieu: phan_tram, le: 2, cua: ngheo, tren: tong }\n      \
                   giam: { tieu_de: Chỉ tiêu giảm hộ nghèo, kieu: so_ho }\n      \
                   con: { tieu_de: [Cuối năm 2026, Hộ nghèo, Số hộ], kieu: so_ho, cong_thuc: ngheo - giam }";
    for ending in [
        ".xlsx",
        ".xlsm",
        ".xls",
        ".ods",
        ".xlsb",
        "-utf8.csv",
        "-utf8-dau.csv",
        "-cham-phay.csv",
        "-tab.csv",
        "-utf16.csv",
        "-utf16be.csv",
        "-1258.csv",
        "-kieu-anh.csv",
        "-la-chu.xls",
    ] {
        let file = format!("giam-ngheo{ending}");
        assert_eq!(told(&file, "", columns), "không có gì", "{file}");
    }
}

#[test]
fn totals_above_and_below_and_groups_of_every_depth() {
    let columns = "ten: { tieu_de: \"Xã, phường\", kieu: dia_phuong }\n      tong: { tieu_de: Tổng số hộ, kieu: so_ho }";
    assert_eq!(told("tong-tren-duoi.xlsx", "", columns), "không có gì");
    assert_eq!(told("nhieu-bang.xlsx", "trang: Biểu 1", columns), "không có gì");
}
