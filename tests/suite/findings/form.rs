//! What the decree says about the form, measured on the page (`FRM`).

use super::refused;

#[test]
fn a_page_that_is_not_a4() {
    insta::assert_snapshot!(refused(|p| { p.template("nd30.yaml", "rong_mm: 210", "rong_mm: 216"); }), @r#"
    FRM001 data/khac/thong-bao.yaml, tờ 1: «» <thong-bao.yaml>
      trang giấy 216.0 × 297.0 mm, phải là 210 × 297 mm
      cách sửa: trả `trang.rong_mm`, `trang.cao_mm` trong templates/nd30.yaml về 210 và 297; để `<phan kho="doc">` trong mẫu
    FRM001 bao-cao.yaml, tờ 1: «» <bao-cao.yaml>
      trang giấy 216.0 × 297.0 mm, phải là 210 × 297 mm
      cách sửa: trả `trang.rong_mm`, `trang.cao_mm` trong templates/nd30.yaml về 210 và 297; để `<phan kho="doc">` trong mẫu
    FRM001 ke-hoach.yaml, tờ 1: «» <ke-hoach.yaml>
      trang giấy 216.0 × 297.0 mm, phải là 210 × 297 mm
      cách sửa: trả `trang.rong_mm`, `trang.cao_mm` trong templates/nd30.yaml về 210 và 297; để `<phan kho="doc">` trong mẫu
    FRM001 ke-hoach.yaml, tờ 2: «» <ke-hoach.yaml>
      trang giấy 216.0 × 297.0 mm, phải là 210 × 297 mm
      cách sửa: trả `trang.rong_mm`, `trang.cao_mm` trong templates/nd30.yaml về 210 và 297; để `<phan kho="doc">` trong mẫu
    "#);
}
