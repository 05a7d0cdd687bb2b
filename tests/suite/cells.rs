//! How cells become figures: ratios as percentages, and the cells that a sum names as its source.

use crate::figures::{project, record, text};

#[test]
fn ranges_in_a_column_of_ratios_are_scaled_as_numbers_are() {
    let columns = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
ty_le: { tieu_de: Tỷ lệ, kieu: phan_tram, o: ty_so }";
    let sheet = "
| Địa phương | Tỷ lệ |
| Xã An Bình | 0,06 - 0,07 |
| Xã An Hòa | \"dưới 0,0160\" |
| Xã Yên Lạc | 6 - 7% |
| Xã Yên Minh | 0,0797 |
| Xã Yên Sơn | \"0,0160\" |";
    let line = "{{ bang.dong['An Bình'].ty_le }}; {{ bang.dong['An Hòa'].ty_le }}; {{ bang.dong['Yên Lạc'].ty_le }}; {{ bang.dong['Yên Minh'].ty_le }}; {{ bang.dong['Yên Sơn'].ty_le }}";
    let project = project(columns, sheet, "", &[line]);
    insta::assert_snapshot!(text(&project), @"6 - 7%; dưới 1,60%; 6 - 7%; 7,97%; 1,60%./.");
    insta::assert_snapshot!(record(&project), @r#"
    "6 - 7%" = {"max":"7","min":"6"} ("%")
    "dưới 1,60%" = {"max":"1.60","min":null} ("%")
    "6 - 7%" = {"max":"7","min":"6"} ("%")
    "7,97%" = "7.97" ("%")
    "1,60%" = "1.6" ("%")
    "#);
}

#[test]
fn the_sum_of_a_computed_column_names_the_cells_that_it_comes_from() {
    let columns = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
dau: { tieu_de: Đầu năm, kieu: so_ho }
giam: { tieu_de: Giảm, kieu: so_ho }
con: { kieu: so_ho, cong_thuc: dau - giam }";
    let sheet = "
| Địa phương | Đầu năm | Giảm |
| Xã An Bình | 100 | 40 |
| Xã An Hòa | 200 | 50 |";
    let project = project(columns, sheet, "", &["Còn {{ bang.tong.con }} hộ"]);
    project.build();
    let rows = project.json("output/so/bao-cao.figures.json");
    let sources = rows[0]["source"].as_array().expect("sources").iter();
    let sources: Vec<String> =
        sources.map(|source| source["cell"].as_str().unwrap_or("dòng YAML").to_owned()).collect();
    insta::assert_snapshot!(format!("{} = {}", rows[0]["text"], sources.join(", ")), @r#""210" = B2, C2, B3, C3"#);
}
