//! What the laid-out pages say is wrong (`LAY`).

use super::refused;
use crate::harness::{Project, SHEET};

#[test]
fn a_character_that_the_font_lacks() {
    insta::assert_snapshot!(refused(|p| { p.plan("Ủy ban nhân dân các xã thực hiện", "Ủy ban nhân dân các xã 村 thực hiện"); }), @"
    LAY001 ke-hoach.yaml, tờ 1: «Ủy ban nhân dân các xã 村 thực hiện Phụ l…» <ke-hoach.yaml>
      phông chữ không có ký tự «村»
      cùng với: ke-hoach.yaml:17:15
      cách sửa: gõ lại ký tự bằng chữ thường dùng (Unicode), hoặc đặt phông có ký tự đó vào templates/fonts
    ");
}

#[test]
fn a_layout_that_never_settles() {
    insta::assert_snapshot!(refused(|p| {
        p.template("layout/main.typ", "#van_ban(", "#let n = counter(\"n\")\n#context n.update(n.final().first() + 1)\n#van_ban(");
    }), @r"
    LAY002 data/khac/thong-bao.yaml <thong-bao.yaml>
      dàn trang không ổn định sau nhiều lần thử
      ghi chú: document did not converge within five attempts
      cách sửa: xem lại các tệp đã sửa trong templates/
    LAY002 bao-cao.yaml <bao-cao.yaml>
      dàn trang không ổn định sau nhiều lần thử
      ghi chú: document did not converge within five attempts
      cách sửa: xem lại các tệp đã sửa trong templates/
    LAY002 ke-hoach.yaml <ke-hoach.yaml>
      dàn trang không ổn định sau nhiều lần thử
      ghi chú: document did not converge within five attempts
      cách sửa: xem lại các tệp đã sửa trong templates/
    ");
}

#[test]
fn a_font_that_is_not_there() {
    insta::assert_snapshot!(refused(|p| {
        p.template("layout/main.typ", "#van_ban(", "#set text(font: \"Không Có Phông\")\n#van_ban(");
    }), @r"
    LAY003 data/khac/thong-bao.yaml <thong-bao.yaml>
      không tìm thấy phông chữ
      ghi chú: unknown font family: không có phông
      cách sửa: xem lại các tệp đã sửa trong templates/
    LAY003 bao-cao.yaml <bao-cao.yaml>
      không tìm thấy phông chữ
      ghi chú: unknown font family: không có phông
      cách sửa: xem lại các tệp đã sửa trong templates/
    LAY003 ke-hoach.yaml <ke-hoach.yaml>
      không tìm thấy phông chữ
      ghi chú: unknown font family: không có phông
      cách sửa: xem lại các tệp đã sửa trong templates/
    ");
}

/// Adds columns with 8-digit numbers to the sample's table and its annex.
fn widened(p: &Project, columns: usize) {
    let each = |text: &dyn Fn(usize) -> String| (1..=columns).map(text).collect::<String>();
    p.dossier(
        "noi_nhan:",
        &format!("{}noi_nhan:", each(&|n| format!("      c{n}: {{ tieu_de: Cột {n}, kieu: tien }}\n"))),
    );
    p.plan("cuoi, ty_le_cuoi]", &format!("cuoi, ty_le_cuoi{}]", each(&|n| format!(", c{n}"))));
    let sheet: Vec<String> = SHEET
        .lines()
        .enumerate()
        .map(|(at, line)| match at {
            3 => format!("{line}{}", each(&|n| format!(" Cột {n} |"))),
            4 => format!("{line}{}", " ^ |".repeat(columns)),
            5 | 8 => format!("{line}{}", " 20000000 |".repeat(columns)),
            6 | 7 | 9 | 10 => format!("{line}{}", " 10000000 |".repeat(columns)),
            11 => format!("{line}{}", " 40000000 |".repeat(columns)),
            _ => line.to_owned(),
        })
        .collect();
    p.workbook("data/mau/bang.xlsx", &sheet.join("\n"));
}

#[test]
fn my_annex_has_so_many_columns_that_long_numbers_run_into_each_other() {
    insta::assert_snapshot!(refused(|p| widened(p, 12)), @"
    LAY004 ke-hoach.yaml, tờ 2: «» <ke-hoach.yaml>
      bảng «xa» 19 cột quá rộng: ở cỡ chữ nhỏ nhất, số vẫn không đứng vừa cột
      cách sửa: bớt cột ở «cot» của phụ lục, hoặc tách thành hai phụ lục
    ");
}

#[test]
fn numbers_that_touch_are_no_more_readable_than_numbers_that_overlap() {
    let project = Project::sample();
    widened(&project, 11);
    let codes = project.run(["check", "--format", "json", "--quiet"]).codes();
    assert!(
        !codes.is_empty() && codes.iter().all(|code| code == "LAY004"),
        "«10.000.00010.000.000»: {codes:?}"
    );
}

#[test]
fn a_word_of_two_hundred_letters_without_a_blank() {
    let word = format!("X{}", "à".repeat(199));
    let found = refused(|p| {
        p.plan("Ủy ban nhân dân các xã thực hiện", &word);
    });
    insta::assert_snapshot!(found.replace(&word, "Xàà…"), @"
    FRM002 ke-hoach.yaml, tờ 1: «Xààààààààààààààààààààààààààààààààààààààà…» <ke-hoach.yaml>
      chữ lấn sang lề phải 284,8 mm
      cùng với: ke-hoach.yaml:17:15
      cách sửa: chỉnh `trang.le_…` trong templates/nd30.yaml vào khoảng cho phép; chữ lấn ra lề: thêm dấu cách vào từ quá dài
    LAY004 ke-hoach.yaml, tờ 1: «Xààààààààààààààààààààààààààààààààààààààà…» <ke-hoach.yaml>
      chữ «Xààààààààààààààààààààààààààààààààààààààà…» in ra ngoài trang
      cùng với: ke-hoach.yaml:17:15
      cách sửa: rút ngắn chữ ở chỗ được nêu, bớt cột của bảng, hoặc tách bảng thành phụ lục
    ");
}

#[test]
fn our_own_form_prints_no_body() {
    insta::assert_snapshot!(refused(|p| { p.file("templates/forms/noi-dung.tera", ""); }), @"
    WRD015 data/khac/thong-bao.yaml:5:3 <thong-bao.yaml>
      mẫu không in nội dung văn bản
      cách sửa: so mẫu trong templates/forms với mẫu gốc của chương trình
    LAY006 data/khac/thong-bao.yaml:5:11 <thong-bao.yaml>
      chữ «Ủy ban nhân dân xã tiếp công dân vào thứ…» không được in
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    FRM014 data/khac/thong-bao.yaml, tờ 1: «Lịch tiếp công dân» <thong-bao.yaml>
      đường kẻ dưới trích yếu đứng cách xa dòng chữ
      cùng với: data/khac/thong-bao.yaml:2:12
      cách sửa: trả `ke_duoi` của thành phần đó trong templates/nd30.yaml về giá trị gốc (bang_chu; từ 0.34 đến 0.5; null)
    WRD015 bao-cao.yaml:6:3 <bao-cao.yaml>
      mẫu không in nội dung văn bản
      cách sửa: so mẫu trong templates/forms với mẫu gốc của chương trình
    LAY006 bao-cao.yaml:6:11 <bao-cao.yaml>
      chữ «Toàn huyện có {{ hang_so.xa_ngheo | hai_…» không được in
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    FRM014 bao-cao.yaml, tờ 1: «Kết quả giảm nghèo» <bao-cao.yaml>
      đường kẻ dưới trích yếu đứng cách xa dòng chữ
      cùng với: bao-cao.yaml:4:12
      cách sửa: trả `ke_duoi` của thành phần đó trong templates/nd30.yaml về giá trị gốc (bang_chu; từ 0.34 đến 0.5; null)
    LAY005 bao-cao.yaml <bao-cao.yaml>
      số liệu 03 có trong nội dung nhưng không có trên trang in
      cùng với: ho-so.yaml:6:24
      cách sửa: mẫu trong templates/ đã bỏ mất một phần; so lại với mẫu gốc của chương trình
    cảnh báo WRD027 ke-hoach.yaml:7:9 <ke-hoach.yaml>
      phần này kết thúc bằng «… hoạch như sau:», không có dấu «./.»
      cách sửa: để chương trình tự in «./.»; nếu đã sửa mẫu thì trả lại `cum_tu.ket_thuc` ở cuối nội dung
    LAY006 ke-hoach.yaml:9:10 <ke-hoach.yaml>
      chữ «Mục tiêu» không được in
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    LAY006 ke-hoach.yaml:11:15 <ke-hoach.yaml>
      chữ «Giảm {{ xa.tong.giam }} hộ nghèo, còn {{…» không được in
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    LAY006 ke-hoach.yaml:14:20 <ke-hoach.yaml>
      chữ «{{ dong.ten }}: giảm {{ dong.giam }} hộ.» không được in
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    LAY006 ke-hoach.yaml:15:10 <ke-hoach.yaml>
      chữ «Tổ chức thực hiện» không được in
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    LAY006 ke-hoach.yaml:17:15 <ke-hoach.yaml>
      chữ «Ủy ban nhân dân các xã thực hiện Phụ lục…» không được in
      cách sửa: so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc
    WRD028 ke-hoach.yaml:19:3 <ke-hoach.yaml>
      lời văn không nhắc đến Phụ lục
      cách sửa: thêm câu dẫn đến phụ lục, ví dụ «… nêu tại Phụ lục kèm theo», hoặc đặt `ten` cho phụ lục rồi viết `{{ xem.<tên> }}`
    LAY005 ke-hoach.yaml <ke-hoach.yaml>
      số liệu 590 có trong nội dung nhưng không có trên trang in
      cùng với: bang.xlsx [Biểu 1] E10
      cách sửa: mẫu trong templates/ đã bỏ mất một phần; so lại với mẫu gốc của chương trình
    ");
}

#[test]
fn a_name_in_wide_capitals_that_runs_over_the_line_of_its_cell() {
    insta::assert_snapshot!(refused(|p| { p.sheet("Xã An Bình", &format!("Xã {}", "W".repeat(24))); }), @"
    LAY004 ke-hoach.yaml, tờ 2: «WWWWWWWWWWWWWWWWWWWWWWWW» <ke-hoach.yaml>
      chữ «WWWWWWWWWWWWWWWWWWWWWWWW» lấn qua đường kẻ của ô
      cùng với: bang.xlsx [Biểu 1] B5
      cách sửa: rút ngắn chữ ở chỗ được nêu, bớt cột của bảng, hoặc tách bảng thành phụ lục
    ");
}

#[test]
fn a_character_that_an_archive_cannot_read() {
    let project = Project::sample();
    project.plan("Ủy ban nhân dân các xã thực hiện", "Ủy ban nhân dân các xã \u{f004} thực hiện");
    assert_eq!(project.build().code, 0, "the font has it, so a plain PDF may hold it");
    let run = project.run(["build", "--format", "json", "--quiet", "--pdf-standard", "a-2a"]);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    insta::assert_snapshot!(super::drawn(&run.findings()), @r#"
    LAY008 ke-hoach.yaml, tờ 1: «Ủy ban nhân dân các xã  thực hiện Phụ l…» <ke-hoach.yaml>
      văn bản không ghi được theo PDF/A-2a: có ký tự riêng của một phông chữ, phần mềm khác không đọc được
      ghi chú: chương trình dàn trang báo: «PDF/A-2a error: the PDF contains the codepoint `"\u{f004}"`»
      ghi chú: chương trình dàn trang báo: «codepoints from the Unicode private area are forbidden in this export mode»
      cách sửa: sửa chỗ được nêu, chọn tiêu chuẩn khác (--pdf-standard a-2b), hoặc bỏ --pdf-standard
    "#);
    let manifest = project.json("output/mau/manifest.json");
    let states: Vec<_> =
        manifest["documents"].as_array().expect("rows").iter().map(|row| &row["state"]).collect();
    assert_eq!(states, ["built", "kept"], "the report is written, the plan keeps its last good files");
}

#[test]
fn an_annex_of_more_rows_than_anyone_reads() {
    let project = Project::sample();
    project.dossier("    tep: bang.xlsx\n    trang: Biểu 1\n", "    tep: bang.csv\n");
    project.dossier("      ty_le_dau: { tieu_de: [Đầu năm, Tỷ lệ], kieu: phan_tram, le: 2, cua: dau }\n", "");
    project.dossier("      cuoi: { tieu_de: [Cuối năm, Số hộ], kieu: so_ho, cong_thuc: dau - giam }\n", "");
    project
        .dossier("      ty_le_cuoi: { tieu_de: [Cuối năm, Tỷ lệ], kieu: phan_tram, le: 2, cua: cuoi }\n", "");
    project.dossier("tieu_de: [Đầu năm, Số hộ]", "tieu_de: Đầu năm");
    project.file(
        "data/mau/ke-hoach.yaml",
        "loai: ke-hoach\nso: 12\nngay: 15/3/2024\ntrich_yeu: Giảm nghèo\nnoi_dung:\n  - doan: Chỉ tiêu tại Phụ lục kèm theo.\n\
         phu_luc:\n  - { tieu_de: Chỉ tiêu, bang: xa, cot: [ten, dau, giam] }\n",
    );
    let codes = |rows: usize| {
        let mut sheet = "Địa phương;Đầu năm;Chỉ tiêu giảm\n".to_owned();
        (1..=rows).for_each(|row| sheet.push_str(&format!("Xã số {row};100;10\n")));
        project.file("data/mau/bang.csv", sheet);
        let run = project.run(["check", "--format", "json", "--quiet", "data/mau/ke-hoach.yaml"]);
        run.findings().into_iter().filter(|finding| finding["code"] == "LAY009").collect::<Vec<_>>()
    };
    insta::assert_snapshot!(super::drawn(&codes(5_001)), @"
    cảnh báo LAY009 ke-hoach.yaml <ke-hoach.yaml>
      bảng «xa» in ra 5.001 dòng, trên 5.000 dòng
      cùng với: bang.csv [CSV] A2:A5002
      cách sửa: lập mỗi đơn vị một văn bản với phụ lục của riêng nó (moi_dong), hoặc chỉ in các dòng tổng hợp và gửi bảng chi tiết bằng Excel
    ");
    assert!(codes(300).is_empty());
}
