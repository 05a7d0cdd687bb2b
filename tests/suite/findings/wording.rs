//! What the decree says about words (`WRD`).

use super::refused;

#[test]
fn a_motto_with_long_dashes() {
    insta::assert_snapshot!(refused(|p| { p.template("nd30.yaml", "Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"); }), @"
    WRD001 data/khac/thong-bao.yaml <thong-bao.yaml>
      Tiêu ngữ in là «Độc lập – Tự do – Hạnh phúc», phải là «Độc lập - Tự do - Hạnh phúc»
      cách sửa: trả `cum_tu.quoc_hieu`, `cum_tu.tieu_ngu` trong templates/nd30.yaml về chữ gốc
    WRD001 bao-cao.yaml <bao-cao.yaml>
      Tiêu ngữ in là «Độc lập – Tự do – Hạnh phúc», phải là «Độc lập - Tự do - Hạnh phúc»
      cách sửa: trả `cum_tu.quoc_hieu`, `cum_tu.tieu_ngu` trong templates/nd30.yaml về chữ gốc
    WRD001 ke-hoach.yaml <ke-hoach.yaml>
      Tiêu ngữ in là «Độc lập – Tự do – Hạnh phúc», phải là «Độc lập - Tự do - Hạnh phúc»
      cách sửa: trả `cum_tu.quoc_hieu`, `cum_tu.tieu_ngu` trong templates/nd30.yaml về chữ gốc
    ");
}
