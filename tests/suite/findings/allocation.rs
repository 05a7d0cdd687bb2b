//! Totals that cannot be split (`ALC001`), shares that are not what the split gives (`ALC002`), and `phan_bo` itself.

use super::figures::found;

/// The communes of two groups; `giam` is read and checked, or computed alone.
const SHEET: &str = "
| TT | Địa phương | Tổng số hộ | Hộ nghèo | Giảm |
| I | Miền núi | 3200 | 460 | 66 |
| 1 | Xã Yên Lạc | 1200 | 300 | 43 |
| 2 | Xã Yên Minh | 2000 | 160 | 23 |
| II | Đồng bằng | 4000 | 240 | 34 |
| 3 | Xã An Bình | 2500 | 200 | 28 |
| 4 | Xã An Hòa | 1500 | 40 | 6 |
| | Toàn huyện | 7200 | 700 | 100 |";

fn columns(allocation: &str) -> String {
    format!(
        "ten: {{ tieu_de: Địa phương, kieu: dia_phuong }}
        tong_ho: {{ tieu_de: Tổng số hộ, kieu: so_ho }}
        ngheo: {{ tieu_de: Hộ nghèo, kieu: so_ho }}
        giam: {{ tieu_de: Giảm, kieu: so_ho, phan_bo: {{ {allocation}, lam_tron: phan_du_lon_nhat }} }}"
    )
}

fn split(allocation: &str) -> String {
    found(&columns(allocation), SHEET, "", &["Giảm"])
}

#[test]
fn shares_as_on_the_sheet_are_no_finding() {
    for total in ["100", "bang.tong.giam", "'{{ bang.tong.giam }}'"] {
        assert_eq!(split(&format!("tong: {total}, theo: ngheo")), "", "{total}");
    }
}

#[test]
fn a_cell_is_not_the_share_of_its_unit() {
    let sheet = SHEET
        .replace("| 460 | 66 |", "| 460 | 69 |")
        .replace("| 300 | 43 |", "| 300 | 41 |")
        .replace("| 160 | 23 |", "| 160 | 28 |")
        .replace("| 240 | 34 |", "| 240 | 31 |")
        .replace("| 200 | 28 |", "| 200 | 26 |")
        .replace("| 40 | 6 |", "| 40 | 4 - 6 |");
    let columns = columns("tong: 100, theo: ngheo, toi_thieu: { nhom: I, muc: tong_ho * 0.0145 }");
    insta::assert_snapshot!(found(&columns, &sheet, "", &["Giảm"]), @"
    ALC002 bang.xlsx [Biểu] E3 (Xã Yên Lạc)
      cột «Giảm» của «Xã Yên Lạc» ghi 41, phân bổ thì được 40
      cùng với: bang.xlsx [Biểu] D3
      cùng với: bang.xlsx [Biểu] C3
      cùng với: ho-so.yaml:13:60
      cùng với: ho-so.yaml:13:52
      ghi chú: 1 đơn vị nhận mức tối thiểu (29); các đơn vị khác chia nhau 100 - 29 = 71 hộ, cột «Hộ nghèo» của các đơn vị này cộng được 540
      ghi chú: 71 × 300 / 540 = 39,44
      ghi chú: lấy phần nguyên 39; phần dư 0,44
      ghi chú: cộng lại còn thiếu 1 hộ, thêm cho phần dư lớn nhất: phần dư này đứng thứ 1, được thêm → 40
      cách sửa: sửa ô này rồi lưu bảng tính; nếu số trong bảng đúng thì xem lại cột «theo», «tong» và các mức trong «phan_bo»
    ALC002 bang.xlsx [Biểu] E4 (Xã Yên Minh)
      cột «Giảm» của «Xã Yên Minh» ghi 28, phân bổ thì được 29
      cùng với: bang.xlsx [Biểu] D4
      cùng với: bang.xlsx [Biểu] C4
      cùng với: ho-so.yaml:13:60
      cùng với: ho-so.yaml:13:52
      ghi chú: 1 đơn vị nhận mức tối thiểu (29); các đơn vị khác chia nhau 100 - 29 = 71 hộ, cột «Hộ nghèo» của các đơn vị này cộng được 540
      ghi chú: 71 × 160 / 540 = 21,04
      ghi chú: tối thiểu 2.000 × 0,0145 = 29
      ghi chú: 21,04 nhỏ hơn mức tối thiểu 29 → 29
      cách sửa: sửa ô này rồi lưu bảng tính; nếu số trong bảng đúng thì xem lại cột «theo», «tong» và các mức trong «phan_bo»
    ALC002 bang.xlsx [Biểu] E7 (Xã An Hòa)
      cột «Giảm» của «Xã An Hòa» ghi 4 - 6, phân bổ thì được 5
      cùng với: bang.xlsx [Biểu] D7
      cùng với: bang.xlsx [Biểu] C7
      cùng với: ho-so.yaml:13:60
      cùng với: ho-so.yaml:13:52
      ghi chú: 1 đơn vị nhận mức tối thiểu (29); các đơn vị khác chia nhau 100 - 29 = 71 hộ, cột «Hộ nghèo» của các đơn vị này cộng được 540
      ghi chú: 71 × 40 / 540 = 5,26
      ghi chú: lấy phần nguyên 5; phần dư 0,26
      ghi chú: cộng lại còn thiếu 1 hộ, thêm cho phần dư lớn nhất: phần dư này đứng thứ 3, không được thêm → 5
      cách sửa: sửa ô này rồi lưu bảng tính; nếu số trong bảng đúng thì xem lại cột «theo», «tong» và các mức trong «phan_bo»
    ");
}

#[test]
fn bounds_that_cannot_be_kept() {
    insta::assert_snapshot!(split("tong: 100, theo: ngheo, toi_thieu: tong_ho / 60"), @"
    ALC001 ho-so.yaml:13:52
      không phân bổ được cột «Giảm»: các mức tối thiểu cộng lại 121 lớn hơn tổng 100, thừa 21
      cùng với: ho-so.yaml:13:60
      cùng với: bang.xlsx [Biểu] C2:C8
      ghi chú: 20 (Xã Yên Lạc) + 34 (Xã Yên Minh) + 42 (Xã An Bình) + 25 (Xã An Hòa) = 121
      cách sửa: hạ «toi_thieu», hoặc tăng tổng phải chia
    ");
    insta::assert_snapshot!(split("tong: 1.000, theo: ngheo, toi_da: ngheo"), @"
    ALC001 ho-so.yaml:13:52
      không phân bổ được cột «Giảm»: các mức tối đa cộng lại 700 nhỏ hơn tổng 1.000, thiếu 300
      cùng với: ho-so.yaml:13:60
      cùng với: bang.xlsx [Biểu] D2:D8
      ghi chú: 300 (Xã Yên Lạc) + 160 (Xã Yên Minh) + 200 (Xã An Bình) + 40 (Xã An Hòa) = 700
      cách sửa: tăng «toi_da», hoặc hạ tổng phải chia; đơn vị có số 0 ở cột «theo» chỉ nhận mức tối thiểu
    ");
    insta::assert_snapshot!(split("tong: 100, theo: ngheo, toi_thieu: { nhom: Miền núi, muc: 50 }, toi_da: ngheo - 110"), @"
    ALC001 ho-so.yaml:13:52
      không phân bổ được cột «Giảm»: mức tối thiểu lớn hơn mức tối đa ở 1 đơn vị
      cùng với: ho-so.yaml:13:60
      cùng với: bang.xlsx [Biểu] D7
      ghi chú: Xã An Hòa: tối thiểu 0, tối đa -70
      cách sửa: sửa «toi_thieu», «toi_da» hoặc các ô mà hai mức đọc
    ");
    insta::assert_snapshot!(split("tong: 100, theo: ngheo, toi_da: tong_ho / (ngheo - 40)"), @"
    ALC001 ho-so.yaml:13:52 (Xã An Hòa)
      không phân bổ được cột «Giảm»: mức tối đa «tong_ho / (ngheo - 40)» của «Xã An Hòa» không tính được
      cùng với: ho-so.yaml:13:86
      cùng với: bang.xlsx [Biểu] C7
      cùng với: bang.xlsx [Biểu] D7
      cách sửa: xem lại các ô mà công thức đọc (ô không phải số, khoảng, chia cho 0)
    ");
}

#[test]
fn totals_that_cannot_be_split() {
    insta::assert_snapshot!(split("tong: '100,5', theo: ngheo"), @"
    ALC001 ho-so.yaml:13:52
      không phân bổ được cột «Giảm»: tổng 100,5 không phải là số nguyên
      cùng với: ho-so.yaml:13:60
      cách sửa: sửa «tong»; cột được chia đến phần lẻ (ví dụ tiền tính bằng tỷ đồng) thì khai báo «le»
    ");
    insta::assert_snapshot!(split("tong: -5, theo: ngheo"), @"
    ALC001 ho-so.yaml:13:52
      không phân bổ được cột «Giảm»: tổng -5 nhỏ hơn 0
      cùng với: ho-so.yaml:13:60
      cách sửa: sửa tổng phải chia
    ");
    insta::assert_snapshot!(split("tong: \"bang.dong['An Hòa'].ten\", theo: ngheo"), @"
    ALC001 ho-so.yaml:13:52
      không phân bổ được cột «Giảm»: tổng phải chia không phải là một số
      cùng với: bang.xlsx [Biểu] B7
      cách sửa: tổng phải chia là một số: sửa ô được gọi, hoặc gọi số liệu khác ở «tong»
    ");
    insta::assert_snapshot!(split("tong: hang_so.chi_tieu, theo: ngheo"), @"
    REF001 ho-so.yaml:13:60
      không có hằng số «chi_tieu» trong «hang_so»
      cách sửa: ho-so.yaml chưa khai báo mục này
    ");
    insta::assert_snapshot!(split("tong: ngheo của xã, theo: ngheo"), @"
    REF002 ho-so.yaml:13:60
      trong «ngheo của xã», cần dấu chấm hoặc «|» trước «của xã»
      cách sửa: ví dụ: {{ huyen.tong.giam }}, {{ huyen.nhom['II.1'].giam | chu }}
    ");
    let weights = SHEET.replace("| 300 |", "| - |").replace("| 160 |", "| - |").replace("| 200 |", "| 0 |");
    let weights = weights.replace("| 40 |", "| x |");
    insta::assert_snapshot!(found(&columns("tong: 100, theo: ngheo"), &weights, "", &["Giảm"]), @"
    TOT001 bang.xlsx [Biểu] D2 (Miền núi)
      dòng nhóm «Miền núi», cột «Hộ nghèo» ghi 460, tổng các dòng là 0
      cùng với: bang.xlsx [Biểu] D3:D4
      ghi chú: 0 + 0 = 0
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    TOT001 bang.xlsx [Biểu] D5 (Đồng bằng)
      dòng nhóm «Đồng bằng», cột «Hộ nghèo» ghi 240, tổng các dòng là 0
      cùng với: bang.xlsx [Biểu] D6:D7
      ghi chú: 0 = 0
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    ALC001 ho-so.yaml:13:52
      không phân bổ được cột «Giảm»: tổng 100 không chia được vì mọi đơn vị có số 0 ở cột «theo»
      cùng với: ho-so.yaml:13:60
      cùng với: bang.xlsx [Biểu] D2:D8
      cách sửa: điền cột «theo», hoặc chia theo cột khác
    ");
    let weights = SHEET.replace("| 300 |", "| 290 - 310 |");
    insta::assert_snapshot!(found(&columns("tong: 100, theo: ngheo"), &weights, "", &["Giảm"]), @"
    ALC001 ho-so.yaml:13:52 (Xã Yên Lạc)
      không phân bổ được cột «Giảm»: «Xã Yên Lạc» không có một số ở cột «ngheo»
      cùng với: bang.xlsx [Biểu] D3
      cách sửa: «theo» cần một số ở mỗi đơn vị, không phải khoảng; đơn vị không được chia thì ghi «x»
    ");
}

#[test]
fn each_group_splits_its_own_total() {
    assert_eq!(split("tong: giam, theo: ngheo, toi_thieu: [1, { nhom: II, muc: 5 }]"), "");
    let sheet = SHEET.replace("| I | Miền núi | 3200 | 460 | 66 |\n", "");
    insta::assert_snapshot!(found(&columns("tong: giam, theo: ngheo"), &sheet, "", &["Giảm"]), @"
    ALC001 ho-so.yaml:13:52 (Xã Yên Lạc)
      không phân bổ được cột «Giảm»: «Xã Yên Lạc» không thuộc nhóm nào nên không có tổng để chia
      cùng với: bang.xlsx [Biểu] E2
      cách sửa: «tong: giam» chia số của từng dòng nhóm cho các đơn vị trong nhóm; chia một số cho cả bảng thì ghi số đó, hoặc bang.tong.giam
    ");
}

#[test]
fn computed_columns_that_read_themselves() {
    let columns = columns("tong: bang.tong.giam, theo: con").replace("tieu_de: Giảm, ", "")
        + "\ncon: { kieu: so_ho, cong_thuc: ngheo - giam }";
    insta::assert_snapshot!(found(&columns, SHEET, "", &["Giảm"]), @"
    ALC001 ho-so.yaml:13:37
      cột «giam» tính ra từ chính nó, trực tiếp hoặc qua cột khác
      cách sửa: mỗi cột tính được phải bắt đầu từ số đọc trong bảng tính hoặc hằng số: sửa «cong_thuc», «tong» của một trong các cột này
    EQN002 ho-so.yaml:14:38
      cột «con» tính ra từ chính nó, trực tiếp hoặc qua cột khác
      cách sửa: mỗi cột tính được phải bắt đầu từ số đọc trong bảng tính hoặc hằng số: sửa «cong_thuc», «tong» của một trong các cột này
    ");
}

#[test]
fn how_phan_bo_is_written() {
    insta::assert_snapshot!(split("tong: 100, theo: ho_ngheo, toi_da: ngeo"), @"
    KEY006 ho-so.yaml:13:71
      «theo» không nhận giá trị «ho_ngheo»
      cách sửa: chọn một trong: ten, tong_ho, ngheo, giam
    ");
    insta::assert_snapshot!(split("tong: 100, theo: giam"), @"
    KEY004 ho-so.yaml:13:71
      cột «giam» không thể chia theo chính nó
      cách sửa: ghi tên cột làm căn cứ chia, ví dụ phan_bo: { tong: hang_so.giam, theo: ngheo_dau, toi_da: ngheo_dau, lam_tron: phan_du_lon_nhat }
    ");
    insta::assert_snapshot!(split("tong: 100, theo: ten"), @"
    KEY004 ho-so.yaml:13:71
      không chia theo cột «ten» được: cần một cột số lượng, tiền hoặc tỷ lệ
      cách sửa: ghi tên cột làm căn cứ chia, ví dụ phan_bo: { tong: hang_so.giam, theo: ngheo_dau, toi_da: ngheo_dau, lam_tron: phan_du_lon_nhat }
    ");
    insta::assert_snapshot!(split("tong: 100, theo: ngheo, toi_da: giam"), @"
    KEY007 ho-so.yaml:13:86
      mức tối thiểu, tối đa của cột «giam» không thể tính từ chính nó
      cách sửa: tính từ các cột khác của dòng, ví dụ toi_da: ngheo_dau
    ");
    insta::assert_snapshot!(split("tong: 1.5, theo: ngheo"), @"
    KEY004 ho-so.yaml:13:60
      «tong» ghi sai số: dấu chấm trong «1.5» hiểu được hai cách: 1,5 hoặc 15
      cách sửa: viết kiểu Việt Nam, ví dụ 1.250; hoặc gọi một số liệu, ví dụ hang_so.giam, xa.tong.giam
    ");
    insta::assert_snapshot!(split("tong: 100, theo: ten, toi_thieu: 1.5, toi_da: giam"), @"
    KEY004 ho-so.yaml:13:87
      «toi_thieu» ghi sai số: dấu chấm trong «1.5» hiểu được hai cách: 1,5 hoặc 15
      cách sửa: viết kiểu Việt Nam: 1.200 hoặc 7,5
    ");
    insta::assert_snapshot!(split("tong: 1.5, theo: ngheo, toi_da: { nhom: I }"), @"
    KEY002 ho-so.yaml:13:86
      «toi_da» thiếu khóa «muc» hoặc để trống
      cách sửa: thêm dòng «muc: …»
    ");
    insta::assert_snapshot!(split("tong: 100, theo: ngheo, toi_thieu: { nhom: III, muc: 3 }"), @"
    REF001 ho-so.yaml:13:97
      bảng «bang» không có nhóm «III»
      cách sửa: có phải ý là «II»?
    ");
    insta::assert_snapshot!(split("toi_thieu: 3 +, chia_theo: ngheo"), @"
    KEY002 ho-so.yaml:13:52
      «phan_bo» của cột «giam» thiếu khóa «tong» hoặc để trống
      cách sửa: thêm dòng «tong: …»
    KEY002 ho-so.yaml:13:52
      «phan_bo» của cột «giam» thiếu khóa «theo» hoặc để trống
      cách sửa: thêm dòng «theo: …»
    KEY007 ho-so.yaml:13:68
      công thức dừng giữa chừng, cần tên cột, số hoặc dấu mở ngoặc
      cách sửa: công thức chỉ gồm tên cột, số, + - * / và ngoặc đơn, ví dụ: ngheo_dau - giam
    KEY001 ho-so.yaml:13:70
      khóa «chia_theo» không dùng được trong «phan_bo» của cột «giam»
      cách sửa: các khóa được phép: tong, theo, toi_thieu, toi_da, lam_tron
    ");
    let whole = columns("tong: 100, theo: ngheo");
    let without = |old: &str, new: &str| found(&whole.replace(old, new), SHEET, "", &["Giảm"]);
    insta::assert_snapshot!(without(", lam_tron: phan_du_lon_nhat", ""), @"
    KEY002 ho-so.yaml:13:52
      «phan_bo» của cột «giam» thiếu khóa «lam_tron»
      cách sửa: thêm «lam_tron: phan_du_lon_nhat»: phần lẻ được chia cho các phần dư lớn nhất
    ");
    insta::assert_snapshot!(without("phan_du_lon_nhat", "lam_tron_len"), @"
    KEY006 ho-so.yaml:13:88
      «lam_tron» không nhận giá trị «lam_tron_len»
      cách sửa: chọn một trong: phan_du_lon_nhat
    ");
    insta::assert_snapshot!(without("phan_bo:", "cong_thuc: ngheo - 1, phan_bo:"), @"
    KEY004 ho-so.yaml:13:74
      cột «giam» có cả «cong_thuc» và «phan_bo»
      cùng với: ho-so.yaml:13:54
      cách sửa: một cột chỉ tính theo một cách: giữ một trong hai
    ");
    insta::assert_snapshot!(without("tieu_de: Giảm, kieu: so_ho", "kieu: phan_tram"), @"
    KEY004 ho-so.yaml:13:41
      cột «giam» không chia được: «phan_bo» chỉ dùng cho cột số lượng hoặc tiền
      cách sửa: sửa «kieu» thành so_ho, so_nguoi, so_luong hoặc tien, hoặc xóa «phan_bo»
    ");
    insta::assert_snapshot!(without("phan_bo: { tong: 100, theo: ngheo, lam_tron: phan_du_lon_nhat }", "phan_bo: 100"), @"
    KEY004 ho-so.yaml:13:52
      «phan_bo» của cột «giam» phải gồm các dòng «khóa: giá trị», ở đây là một đoạn chữ
      cách sửa: các khóa được phép: tong, theo, toi_thieu, toi_da, lam_tron
    ");
}
