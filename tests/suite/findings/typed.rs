//! Numbers typed into text (`TXT`): against the tables, without a source, in words against digits.

use super::drawn;
use crate::harness::{Project, SHEET};

/// What a check of the sample says when its first sentence is another one.
fn said(sentence: &str) -> String {
    said_of(&Project::sample(), sentence)
}

fn said_of(project: &Project, sentence: &str) -> String {
    let first =
        "Giảm {{ xa.tong.giam }} hộ nghèo, còn {{ xa.tong.cuoi }} hộ, chiếm {{ xa.tong.ty_le_cuoi }}.";
    project.plan(first, &sentence.replace('\n', " "));
    let run = project.run(["check", "--format", "json", "--quiet"]);
    assert!(run.code < 2, "{}{}", run.stdout, run.stderr);
    drawn(&run.findings())
}

#[test]
fn numbers_that_have_a_source_or_need_none() {
    for sentence in [
        // Those of the row that the sentence names.
        "Xã An Bình giảm 40 hộ, cuối năm còn 60 hộ, chiếm 3,00%.",
        "Đầu năm xã An Hòa có 200 hộ nghèo, chiếm 5,00%.",
        "Khu vực miền núi giảm 500 hộ nghèo.",
        "Xã Yên Lạc và xã Yên Minh lần lượt giảm 400 và 100 hộ.",
        // Without a name the totals are meant.
        "Phấn đấu giảm 590 hộ nghèo, còn 1.410 hộ.",
        "Toàn huyện giảm 590 hộ nghèo.",
        // «Toàn xã» in a district's paper is the commune that the text is about.
        "Xã An Bình: theo kết quả rà soát, đầu năm toàn xã có 100 hộ nghèo; trong năm toàn xã giảm 40 hộ.",
        // A constant with its unit.
        "Huyện có 3 xã nghèo, còn gọi là 03 xã khó khăn.",
        // No figures.
        "Thực hiện Điều 3, khoản 2 và 4 Điều 5; xong trước 17 giờ ngày 29/3/2024, trong 10 ngày làm việc.",
        "Giai đoạn 2021 - 2025, các năm 2023, 2024; lần thứ 2; Dự án 1 và Chương trình 135; quý 2 năm 2024.",
        "Giảm {{ xa.tong.giam }} hộ (bằng chữ: {{ xa.tong.giam | chu }} hộ), còn ba (03) xã nghèo.",
        "Giảm {{ xa.tong.giam }} hộ (năm trăm chín mươi hộ) và một số (nhỏ) hộ khác.",
    ] {
        assert_eq!(said(&format!("\"{sentence}\"")), "", "{sentence}");
    }
}

#[test]
fn a_sentence_that_contradicts_the_table() {
    insta::assert_snapshot!(said("Xã An Bình giảm 45 hộ, cuối năm còn 66 hộ, chiếm 3,10%."), @"
    TXT001 ke-hoach.yaml:11:31 <ke-hoach.yaml> (Xã An Bình)
      câu này ghi 45, trái với bảng: «Xã An Bình», cột «Chỉ tiêu giảm» là 40
      cùng với: bang.xlsx [Biểu 1] E5
      cách sửa: sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{ xa.dong['An Bình'].giam }}
    TXT001 ke-hoach.yaml:11:51 <ke-hoach.yaml> (Xã An Bình)
      câu này ghi 66, trái với bảng: «Xã An Bình», cột «Cuối năm › Số hộ» là 60
      cùng với: bang.xlsx [Biểu 1] F5
      cách sửa: sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{ xa.dong['An Bình'].cuoi }}
    TXT001 ke-hoach.yaml:11:64 <ke-hoach.yaml> (Xã An Bình)
      câu này ghi 3,10%, trái với bảng: «Xã An Bình», cột «Cuối năm › Tỷ lệ» là 3,00%
      cùng với: bang.xlsx [Biểu 1] G5
      cách sửa: sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{ xa.dong['An Bình'].ty_le_cuoi }}
    ");
    insta::assert_snapshot!(said("Đầu năm xã An Hòa có 150 hộ nghèo."), @"
    TXT001 ke-hoach.yaml:11:36 <ke-hoach.yaml> (Xã An Hòa)
      câu này ghi 150, trái với bảng: «Xã An Hòa», cột «Đầu năm › Số hộ» là 200
      cùng với: bang.xlsx [Biểu 1] C6
      cách sửa: sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{ xa.dong['An Hòa'].dau }}
    ");
    insta::assert_snapshot!(said("Xã An Bình là xã nghèo. Trong năm toàn xã giảm 45 hộ nghèo."), @"
    TXT001 ke-hoach.yaml:11:62 <ke-hoach.yaml> (Xã An Bình)
      câu này ghi 45, trái với bảng: «Xã An Bình», cột «Chỉ tiêu giảm» là 40
      cùng với: bang.xlsx [Biểu 1] E5
      cách sửa: sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{ xa.dong['An Bình'].giam }}
    ");
    // What is said much later, of another number, does not make this one loose.
    insta::assert_snapshot!(said("Xã An Bình giảm 45 hộ nghèo, những xã còn lại mỗi xã giảm 50 hộ trở lên."), @r#"
    TXT001 ke-hoach.yaml:11:31 <ke-hoach.yaml> (Xã An Bình)
      câu này ghi 45, trái với bảng: «Xã An Bình», cột «Chỉ tiêu giảm» là 40
      cùng với: bang.xlsx [Biểu 1] E5
      cách sửa: sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{ xa.dong['An Bình'].giam }}
    cảnh báo TXT002 ke-hoach.yaml:11:73 <ke-hoach.yaml>
      số 50 gõ trong câu, chưa rõ nguồn
      cùng với: bang.xlsx [Biểu 1] E6
      cách sửa: nếu là số của «Xã An Hòa» thì viết {{ xa.dong['An Hòa'].giam }}; nếu không thì khai ở «hang_so»: ten_hang_so: { gia_tri: 50, don_vi: hộ, nguon: "…" }
    "#);
    insta::assert_snapshot!(said("Toàn huyện giảm 600 hộ nghèo, còn {{ xa.tong.cuoi }} hộ."), @"
    TXT001 ke-hoach.yaml:11:31 <ke-hoach.yaml> (Toàn huyện)
      câu này ghi 600, trái với bảng: «Toàn huyện», cột «Chỉ tiêu giảm» là 590
      cùng với: bang.xlsx [Biểu 1] E10
      cách sửa: sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{ xa.tong.giam }}
    ");
}

#[test]
fn parts_lists_averages_and_shares() {
    let with_part = || {
        let project = Project::sample();
        let row = "| 1 | Xã An Bình | 100 | 5,00 | 40 | 60 | 3,00 |\n";
        project.workbook(
            "data/mau/bang.xlsx",
            &SHEET.replace(row, &format!("{row}| | - Hộ DTTS | 50 | 5,00 | 20 | 30 | 3,00 |\n")),
        );
        project
    };
    for sentence in [
        "Xã An Bình giảm 40 hộ, trong đó 20 hộ DTTS; cuối năm còn 60 hộ, trong đó có 30 hộ DTTS.",
        "Hai xã An Bình và An Hòa giảm 90 hộ nghèo.",
        "Các xã An Bình, An Hòa giảm 590 hộ trong tổng số.",
        "Đầu năm, xã Yên Lạc có tỷ lệ hộ nghèo cao hơn bình quân chung (10,00%).",
    ] {
        assert_eq!(said_of(&with_part(), sentence), "", "{sentence}");
    }
    insta::assert_snapshot!(said_of(&with_part(), "Xã An Bình giảm 40 hộ, trong đó 25 hộ DTTS."), @"
    TXT001 ke-hoach.yaml:11:47 <ke-hoach.yaml> (Xã An Bình)
      câu này ghi 25, trái với bảng: «Xã An Bình › Hộ DTTS», cột «Chỉ tiêu giảm» là 20
      cùng với: bang.xlsx [Biểu 1] E6
      cách sửa: sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{ xa.dong['An Bình'].trong_do['Hộ DTTS'].giam }}
    ");
    insta::assert_snapshot!(said("Xã An Bình giảm 40 hộ, đạt 44,2% chỉ tiêu."), @r#"
    cảnh báo TXT002 ke-hoach.yaml:11:42 <ke-hoach.yaml>
      số 44,2% gõ trong câu, chưa rõ nguồn
      cách sửa: khai ở «hang_so» của ho-so.yaml, có nguồn, rồi gọi tên hằng số: ten_hang_so: { gia_tri: 44.2, don_vi: "%", nguon: "…" }
    "#);
}

#[test]
fn a_slip_of_the_fingers() {
    insta::assert_snapshot!(said("Phấn đấu giảm 509 hộ nghèo, còn 1.401 hộ."), @"
    TXT001 ke-hoach.yaml:11:29 <ke-hoach.yaml> (Toàn huyện)
      câu này ghi 509, gần giống số của bảng: «Toàn huyện», cột «Chỉ tiêu giảm» là 590
      cùng với: bang.xlsx [Biểu 1] E10
      cách sửa: sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{ xa.tong.giam }}
    TXT001 ke-hoach.yaml:11:47 <ke-hoach.yaml> (Toàn huyện)
      câu này ghi 1.401, gần giống số của bảng: «Toàn huyện», cột «Cuối năm › Số hộ» là 1.410
      cùng với: bang.xlsx [Biểu 1] F10
      cách sửa: sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{ xa.tong.cuoi }}
    ");
    insta::assert_snapshot!(said("Tại xã Yên Lạc, số hộ nghèo là 1.300 hộ."), @"
    TXT001 ke-hoach.yaml:11:46 <ke-hoach.yaml> (Xã Yên Lạc)
      câu này ghi 1.300, gần giống số của bảng: «Xã Yên Lạc», cột «Đầu năm › Số hộ» là 1.200
      cùng với: bang.xlsx [Biểu 1] C8
      cách sửa: sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{ xa.dong['Yên Lạc'].dau }}
    ");
    insta::assert_snapshot!(said("Tỷ lệ hộ nghèo là 7,5%."), @r#"
    cảnh báo TXT002 ke-hoach.yaml:11:33 <ke-hoach.yaml>
      số 7,5% gõ trong câu, chưa rõ nguồn
      cách sửa: khai ở «hang_so» của ho-so.yaml, có nguồn, rồi gọi tên hằng số: ten_hang_so: { gia_tri: 7.5, don_vi: "%", nguon: "…" }
    "#);
}

#[test]
fn a_number_that_comes_from_nowhere() {
    insta::assert_snapshot!(said("Bố trí 12 cán bộ theo dõi; kinh phí 42.500 triệu đồng; 80% hộ có việc làm."), @r#"
    cảnh báo TXT002 ke-hoach.yaml:11:22 <ke-hoach.yaml>
      số 12 gõ trong câu, chưa rõ nguồn
      cách sửa: khai ở «hang_so» của ho-so.yaml, có nguồn, rồi gọi tên hằng số: ten_hang_so: { gia_tri: 12, don_vi: cán bộ, nguon: "…" }
    cảnh báo TXT002 ke-hoach.yaml:11:51 <ke-hoach.yaml>
      số 42.500 gõ trong câu, chưa rõ nguồn
      cách sửa: khai ở «hang_so» của ho-so.yaml, có nguồn, rồi gọi tên hằng số: ten_hang_so: { gia_tri: 42500, don_vi: triệu đồng, nguon: "…" }
    cảnh báo TXT002 ke-hoach.yaml:11:70 <ke-hoach.yaml>
      số 80% gõ trong câu, chưa rõ nguồn
      cách sửa: khai ở «hang_so» của ho-so.yaml, có nguồn, rồi gọi tên hằng số: ten_hang_so: { gia_tri: 80, don_vi: "%", nguon: "…" }
    "#);
    insta::assert_snapshot!(said("Hỗ trợ 800 hộ về nhà ở."), @r#"
    cảnh báo TXT002 ke-hoach.yaml:11:22 <ke-hoach.yaml>
      số 800 gõ trong câu, chưa rõ nguồn
      cùng với: bang.xlsx [Biểu 1] F8
      cách sửa: nếu là số của «Xã Yên Lạc» thì viết {{ xa.dong['Yên Lạc'].cuoi }}; nếu không thì khai ở «hang_so»: ten_hang_so: { gia_tri: 800, don_vi: hộ, nguon: "…" }
    "#);
}

#[test]
fn one_line_of_a_repetition_is_told_once() {
    insta::assert_snapshot!({
        let project = Project::sample();
        project.plan("{{ dong.ten }}: giảm {{ dong.giam }} hộ.", "{{ dong.ten }}: hỗ trợ 17 con bò.");
        drawn(&project.run(["check", "--format", "json", "--quiet"]).findings())
    }, @r#"
    cảnh báo TXT002 ke-hoach.yaml:14:43 <ke-hoach.yaml>
      số 17 gõ trong câu, chưa rõ nguồn
      cách sửa: khai ở «hang_so» của ho-so.yaml, có nguồn, rồi gọi tên hằng số: ten_hang_so: { gia_tri: 17, don_vi: con, nguon: "…" }
    "#);
}

#[test]
fn words_against_digits() {
    insta::assert_snapshot!(said("\"Giảm {{ xa.tong.giam }} hộ nghèo (bằng chữ: năm trăm chín mươi mốt hộ).\""), @"
    TXT003 ke-hoach.yaml:11:60 <ke-hoach.yaml>
      số ghi 590 mà chữ «năm trăm chín mươi mốt» là 591
      cùng với: ke-hoach.yaml:11:21
      cách sửa: sửa chữ cho khớp; chắc nhất là để chương trình đọc: {{ … | chu }}
    ");
    insta::assert_snapshot!(said("\"Giảm {{ xa.tong.giam }} hộ nghèo (bằng chữ: năm chăm chín mươi hộ).\""), @"
    TXT003 ke-hoach.yaml:11:60 <ke-hoach.yaml>
      số ghi 590 mà chữ «năm chăm chín mươi hộ» không đọc được thành số
      cùng với: ke-hoach.yaml:11:21
      cách sửa: sửa chữ cho khớp; chắc nhất là để chương trình đọc: {{ … | chu }}
    ");
    // «ẞ» and «İ» are shorter and longer in small letters.
    insta::assert_snapshot!(said("\"Giảm {{ xa.tong.giam }} hộ nghèo ở ẞ (BẰNG CHỮ: năm trăm chín mươi mốt hộ, İ).\""), @"
    TXT003 ke-hoach.yaml:11:64 <ke-hoach.yaml>
      số ghi 590 mà chữ «năm trăm chín mươi mốt» là 591
      cùng với: ke-hoach.yaml:11:21
      cách sửa: sửa chữ cho khớp; chắc nhất là để chương trình đọc: {{ … | chu }}
    ");
    insta::assert_snapshot!(said("Toàn huyện có bốn (03) xã nghèo."), @"
    TXT003 ke-hoach.yaml:11:29 <ke-hoach.yaml>
      số ghi 03 mà chữ «bốn» là 4
      cùng với: ke-hoach.yaml:11:34
      cách sửa: sửa số hoặc chữ cho khớp; chắc nhất là để chương trình đọc: {{ … | chu }}
    ");
    insta::assert_snapshot!(said("Giảm {{ xa.tong.giam }} hộ nghèo (năm trăm chín mươi lăm hộ)."), @"
    TXT003 ke-hoach.yaml:11:49 <ke-hoach.yaml>
      số ghi 590 mà chữ «năm trăm chín mươi lăm» là 595
      cùng với: ke-hoach.yaml:11:20
      cách sửa: sửa chữ cho khớp; chắc nhất là để chương trình đọc: {{ … | chu }}
    ");
}

#[test]
fn a_number_against_what_it_counts() {
    for sentence in [
        "Huyện có 2 xã đồng bằng gồm An Bình và An Hòa.",
        "Huyện có 2 xã miền núi (Yên Lạc, Yên Minh).",
        "Huyện có 3 xã nghèo (Phú Lộc, An Bình, An Hòa).",
        "Trong đó, 02 xã nghèo là An Bình (giảm {{ xa.dong['An Bình'].giam }} hộ) và Yên Lạc (giảm {{ xa.dong['Yên Lạc'].giam }} hộ).",
        "Huyện có {{ hang_so.xa_ngheo }} xã nghèo, trong đó có An Bình và An Hòa.",
    ] {
        assert_eq!(but_unsourced(&format!("\"{sentence}\"")), "", "{sentence}");
    }
    insta::assert_snapshot!(but_unsourced("Huyện có {{ hang_so.xa_ngheo }} xã nghèo, gồm An Bình và An Hòa."), @"
    TXT005 ke-hoach.yaml:11:24 <ke-hoach.yaml>
      câu này ghi 3, mà số đơn vị kể tên ngay sau là 2
      cùng với: ho-so.yaml:6:24
      cách sửa: đếm lại, sửa số hoặc bổ sung phần kể ra; số không đếm danh sách này thì bỏ qua có lý do
    ");
    insta::assert_snapshot!(but_unsourced("Huyện có 2 xã nghèo (An Bình, An Hòa và Yên Lạc)."), @"
    TXT005 ke-hoach.yaml:11:24 <ke-hoach.yaml>
      câu này ghi 2, mà số đơn vị kể tên ngay sau là 3
      cách sửa: đếm lại, sửa số hoặc bổ sung phần kể ra; số không đếm danh sách này thì bỏ qua có lý do
    ");
    insta::assert_snapshot!(but_unsourced("\"Thực hiện 3 nhiệm vụ sau:\"\n        noi_dung:\n          - gach: Một.\n          - gach: Hai."), @"
    TXT005 ke-hoach.yaml:11:26 <ke-hoach.yaml>
      câu này ghi 3, mà số mục viết ra dưới đó là 2
      cách sửa: đếm lại, sửa số hoặc bổ sung phần kể ra; số không đếm danh sách này thì bỏ qua có lý do
    ");
    assert_eq!(
        but_unsourced(
            "\"Thực hiện 2 nhiệm vụ sau:\"\n        noi_dung:\n          - gach: Một.\n          - gach: Hai."
        ),
        ""
    );
}

/// What is said but that a number has no source.
fn but_unsourced(sentence: &str) -> String {
    let project = Project::sample();
    let first =
        "Giảm {{ xa.tong.giam }} hộ nghèo, còn {{ xa.tong.cuoi }} hộ, chiếm {{ xa.tong.ty_le_cuoi }}.";
    project.plan(first, sentence);
    super::drawn_but(project.run(["check", "--format", "json", "--quiet"]).findings(), "TXT002")
}

#[test]
fn a_number_with_points_in_wrong_places() {
    insta::assert_snapshot!(said("Cấp 0.960 kg gạo."), @"
    cảnh báo TXT002 ke-hoach.yaml:11:19 <ke-hoach.yaml>
      số 0.960 gõ trong câu, chưa rõ nguồn
      cách sửa: viết số kiểu Việt Nam: dấu chấm ngăn từng ba chữ số, dấu phẩy trước phần lẻ, ví dụ 3.960; 7,97
    ");
}

#[test]
fn from_and_to_say_where_a_rate_begins_and_ends() {
    let sentence = "Xã An Bình đưa tỷ lệ hộ nghèo giảm từ 5,00% xuống 3,00%.";
    assert_eq!(said(sentence), "");
    insta::assert_snapshot!(said("Xã An Bình đưa tỷ lệ hộ nghèo giảm từ 5,10% xuống còn 3,10%."), @"
    TXT001 ke-hoach.yaml:11:53 <ke-hoach.yaml> (Xã An Bình)
      câu này ghi 5,10%, trái với bảng: «Xã An Bình», cột «Đầu năm › Tỷ lệ» là 5,00%
      cùng với: bang.xlsx [Biểu 1] D5
      cách sửa: sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{ xa.dong['An Bình'].ty_le_dau }}
    TXT001 ke-hoach.yaml:11:69 <ke-hoach.yaml> (Xã An Bình)
      câu này ghi 3,10%, trái với bảng: «Xã An Bình», cột «Cuối năm › Tỷ lệ» là 3,00%
      cùng với: bang.xlsx [Biểu 1] G5
      cách sửa: sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{ xa.dong['An Bình'].ty_le_cuoi }}
    ");
}

#[test]
fn a_waiver_lets_a_number_stand() {
    let project = Project::sample();
    project.plan("hộ, chiếm {{ xa.tong.ty_le_cuoi }}.", "hộ; hỗ trợ 17 con bò.").plan(
        "noi_dung:\n  - muc: Mục tiêu",
        "bo_qua: [{ ma: TXT002, chu: 17 con bò, ly_do: Theo biên bản họp }]\nnoi_dung:\n  - muc: Mục tiêu",
    );
    let run = project.run(["check", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert_eq!(run.findings()[0]["waived"], "Theo biên bản họp");
}
