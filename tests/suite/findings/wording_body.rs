//! What the decree says about legal bases, the body and running text (`WRD020` to `WRD031`).

use super::{drawn, drawn_but, refused};
use crate::harness::{PLAN, Project};

/// What is said about the sample's plan with other paragraphs in its first section.
pub fn said(lines: &[&str]) -> String {
    let project = Project::sample();
    let lines: String = lines.iter().map(|line| format!("      - {line}\n")).collect();
    project.plan("      - doan: Giảm {{ xa", &format!("{lines}      - doan: Giảm {{{{ xa"));
    of_plan(&project)
}

/// What is said about the sample's plan after some replacements.
fn changed(changes: &[(&str, &str)]) -> String {
    let project = Project::sample();
    for (old, new) in changes {
        project.plan(old, new);
    }
    of_plan(&project)
}

fn of_plan(project: &Project) -> String {
    let run = project.run(["check", "--format", "json", "--quiet", "data/mau/ke-hoach.yaml"]);
    // The cases are about words: where their numbers come from does not matter.
    drawn_but(run.findings(), "TXT002")
}

/// A decision of the sample dossier with an attached regulation.
const DECISION: &str = "\
loai: quyet-dinh
so: 9
ngay: 02/4/2024
trich_yeu: Ban hành Quy chế làm việc
can_cu:
  - { loai: Luật, trich_yeu: Tổ chức chính quyền địa phương, ngay: 19/6/2015 }
  - { loai: Nghị định, so: 07/2021/NĐ-CP, co_quan: Chính phủ, ngay: 27/01/2021, trich_yeu: quy định chuẩn nghèo }
  - Theo đề nghị của Trưởng phòng Nội vụ
noi_dung:
  - dieu: Ban hành kèm theo Quyết định này Quy chế làm việc.
  - dieu: Phòng Nội vụ chịu trách nhiệm thi hành Quyết định này.
    noi_dung:
      - khoan: Theo dõi việc thực hiện.
      - khoan: Báo cáo kết quả.
van_ban_kem_theo:
  - loai: quy-che
    trich_yeu: Làm việc
    noi_dung:
      - chuong: Quy định chung
        noi_dung:
          - dieu: { tieu_de: Phạm vi }
            noi_dung:
              - khoan: Quy chế này áp dụng cho các phòng.
noi_nhan: [Như Điều 2, \"Lưu: VT\"]
";

fn decision(changes: &[(&str, &str)]) -> String {
    let project = Project::sample();
    project.file("data/mau/quyet-dinh.yaml", DECISION);
    for (old, new) in changes {
        project.replace("data/mau/quyet-dinh.yaml", old, new);
    }
    let run = project.run(["check", "--format", "json", "--quiet", "data/mau/quyet-dinh.yaml"]);
    drawn(&run.findings())
}

#[test]
fn a_decision_in_order() {
    assert_eq!(decision(&[]), "");
}

#[test]
fn bases_that_our_own_form_ends_with_commas() {
    insta::assert_snapshot!(refused(|p| {
        p.plan("can_cu:\n", "can_cu:\n  - Theo đề nghị của Phòng Nội vụ\n");
        p.template("forms/can-cu.tera", "{% if loop.last %}.{% else %};{% endif %}</khoi>", ",</khoi>");
    }), @"
    WRD020 ke-hoach.yaml:6:5 <ke-hoach.yaml>
      căn cứ này kết thúc bằng «,», phải là «;»
      cách sửa: xóa dấu cuối câu trong căn cứ: chương trình tự in «;» và «.»; nếu đã sửa templates/forms/can-cu.tera thì trả lại chữ gốc
    WRD020 ke-hoach.yaml:7:92 <ke-hoach.yaml>
      căn cứ cuối cùng kết thúc bằng «,», phải là «.»
      cách sửa: xóa dấu cuối câu trong căn cứ: chương trình tự in «;» và «.»; nếu đã sửa templates/forms/can-cu.tera thì trả lại chữ gốc
    ");
}

#[test]
fn bases_without_number_date_or_issuer_and_laws_with_them() {
    insta::assert_snapshot!(decision(&[
        ("trich_yeu: Tổ chức chính quyền địa phương, ngay: 19/6/2015", "so: 77/2015/QH13, co_quan: Quốc hội, trich_yeu: Tổ chức chính quyền địa phương"),
        ("  - { loai: Nghị định, so: 07/2021/NĐ-CP, co_quan: Chính phủ, ngay: 27/01/2021, trich_yeu: quy định chuẩn nghèo }", "  - Căn cứ Nghị định quy định chuẩn nghèo\n  - { loai: Quyết định, so: 24/2021/QĐ-TTg, trich_yeu: quy trình rà soát }\n  - Căn cứ Nghị quyết Đại hội Đảng bộ huyện\n  - Căn cứ tình hình thực tế"),
    ]), @"
    WRD021 quyet-dinh.yaml:6:67 <quyet-dinh.yaml>
      căn cứ là Luật mà ghi cả số, ký hiệu và cơ quan ban hành
      cách sửa: bỏ số, ký hiệu và cơ quan ban hành: với Hiến pháp, bộ luật, luật, pháp lệnh chỉ ghi tên loại, tên gọi và ngày tháng năm
    WRD021 quyet-dinh.yaml:7:5 <quyet-dinh.yaml>
      căn cứ là Nghị định mà thiếu số, ký hiệu, ngày tháng năm, cơ quan ban hành
      cách sửa: bổ sung số, ký hiệu, ngày tháng năm, cơ quan ban hành: `so`, `ngay`, `co_quan`, `trich_yeu` của căn cứ này, hoặc ghi vào câu đã viết
    WRD021 quyet-dinh.yaml:8:56 <quyet-dinh.yaml>
      căn cứ là Quyết định mà thiếu ngày tháng năm, cơ quan ban hành
      cách sửa: bổ sung ngày tháng năm, cơ quan ban hành: `so`, `ngay`, `co_quan`, `trich_yeu` của căn cứ này, hoặc ghi vào câu đã viết
    ");
}

#[test]
fn acts_that_are_cited_in_short_first_and_in_full_again() {
    insta::assert_snapshot!(said(&[
        "doan: Thực hiện Quyết định số 90/QĐ-TTg, Ủy ban nhân dân huyện triển khai.",
        "doan: Chuẩn nghèo theo Nghị định số 07/2021/NĐ-CP ngày 27/01/2021 của Chính phủ.",
        "doan: Thực hiện Quyết định số 90/QĐ-TTg và Nghị định số 07/2021/NĐ-CP.",
    ]), @"
    WRD022 ke-hoach.yaml:11:39 <ke-hoach.yaml>
      «Quyết định số 90/QĐ-TTg» được nhắc đến lần đầu mà chưa có ngày tháng năm
      cách sửa: ghi đủ ở lần đầu: «Quyết định số 90/QĐ-TTg ngày … tháng … năm … của …» và trích yếu; từ lần sau chỉ ghi «Quyết định số 90/QĐ-TTg»
    WRD022 ke-hoach.yaml:12:45 <ke-hoach.yaml>
      «Nghị định số 07/2021/NĐ-CP» đã được nhắc đến ở trên mà vẫn ghi lại ngày ban hành
      cách sửa: chỉ ghi «Nghị định số 07/2021/NĐ-CP», bỏ ngày tháng, cơ quan ban hành và trích yếu
    ");
}

#[test]
fn an_act_without_the_word_so() {
    insta::assert_snapshot!(said(&["doan: Chuẩn nghèo theo Nghị định 07/2021/NĐ-CP."]), @"
    cảnh báo WRD023 ke-hoach.yaml:11:42 <ke-hoach.yaml>
      «Nghị định 07/2021/NĐ-CP» thiếu chữ «số»
      cách sửa: viết «Nghị định số 07/2021/NĐ-CP»
    ");
}

#[test]
fn numbers_typed_by_hand() {
    insta::assert_snapshot!(said(&[
        "khoan: 1. Mục đích, yêu cầu.",
        "diem: a) Nội dung thứ nhất;",
        "doan: c) Nội dung thứ ba;",
        "doan: d) Nội dung thứ tư;",
        "doan: e) Nội dung thứ năm;",
        "doan: f) Nội dung thứ sáu.",
        "doan: 3. Tuyên truyền.",
        "doan: 5. Kiểm tra.",
    ]), @"
    WRD024 ke-hoach.yaml:11:16 <ke-hoach.yaml>
      số thứ tự in hai lần: «1. 1.»
      cách sửa: bỏ số thứ tự ở đầu câu: chương trình tự đánh số
    WRD024 ke-hoach.yaml:12:15 <ke-hoach.yaml>
      số thứ tự in hai lần: «a) a)»
      cách sửa: bỏ số thứ tự ở đầu câu: chương trình tự đánh số
    WRD024 ke-hoach.yaml:15:15 <ke-hoach.yaml>
      sau điểm «d)» là «e)», phải là «đ)»
      cách sửa: xóa số tự gõ và dùng khối `khoan`, `diem` để chương trình đánh số; nếu đã sửa mẫu thì trả `nhan` về chữ gốc
    WRD024 ke-hoach.yaml:16:15 <ke-hoach.yaml>
      sau điểm «e)» là «f)», phải là «g)»
      cách sửa: xóa số tự gõ và dùng khối `khoan`, `diem` để chương trình đánh số; nếu đã sửa mẫu thì trả `nhan` về chữ gốc
    WRD024 ke-hoach.yaml:18:15 <ke-hoach.yaml>
      sau khoản «3.» là «5.», phải là «4.»
      cách sửa: xóa số tự gõ và dùng khối `khoan`, `diem` để chương trình đánh số; nếu đã sửa mẫu thì trả `nhan` về chữ gốc
    ");
}

#[test]
fn our_own_form_numbers_with_other_figures() {
    insta::assert_snapshot!(refused(|p| {
        p.template("forms/chung.tera", "<khoi ten=\"{{ k.ten }}\"{% if k.nhan %} nhan=\"{{ k.nhan }}\"{% endif %}>", "<khoi ten=\"{{ k.ten }}\"{% if k.nhan %} nhan=\"{{ k.nhan }})\"{% endif %}>");
    }), @"
    WRD024 ke-hoach.yaml:9:10 <ke-hoach.yaml>
      số thứ tự in là «I.)», phải là «I.»
      cách sửa: xóa số tự gõ và dùng khối `khoan`, `diem` để chương trình đánh số; nếu đã sửa mẫu thì trả `nhan` về chữ gốc
    WRD024 ke-hoach.yaml:15:10 <ke-hoach.yaml>
      số thứ tự in là «II.)», phải là «II.»
      cách sửa: xóa số tự gõ và dùng khối `khoan`, `diem` để chương trình đánh số; nếu đã sửa mẫu thì trả `nhan` về chữ gốc
    ");
}

#[test]
fn an_article_of_a_regulation_without_a_title() {
    insta::assert_snapshot!(decision(&[("dieu: { tieu_de: Phạm vi }", "dieu: Quy chế này áp dụng cho các phòng."), ("            noi_dung:\n              - khoan: Quy chế này áp dụng cho các phòng.\n", "")]), @"
    WRD025 quyet-dinh.yaml:21:19 <quyet-dinh.yaml>
      Điều 1 không có tên
      cách sửa: viết tên điều: `- dieu: { tieu_de: … }`, lời văn của điều để ở `noi_dung`
    ");
}

#[test]
fn headings_with_decimal_numbers() {
    insta::assert_snapshot!(said(&["doan: 1.1. Mục tiêu chung", "doan: 2.3.1 Mục tiêu cụ thể", "doan: 1.234 hộ nghèo được hỗ trợ."]), @"
    cảnh báo WRD026 ke-hoach.yaml:11:15 <ke-hoach.yaml>
      đề mục đánh số «1.1.», Nghị định không có cấp này
      cách sửa: bỏ số tự gõ; dùng `khoan` (1.) và `diem` (a) lồng nhau
    cảnh báo WRD026 ke-hoach.yaml:12:15 <ke-hoach.yaml>
      đề mục đánh số «2.3.1», Nghị định không có cấp này
      cách sửa: bỏ số tự gõ; dùng `khoan` (1.) và `diem` (a) lồng nhau
    ");
}

#[test]
fn a_second_end_mark_and_none() {
    insta::assert_snapshot!(said(&["doan: Trên đây là Kế hoạch./."]), @"
    cảnh báo WRD027 ke-hoach.yaml:11:35 <ke-hoach.yaml>
      dấu «./.» đứng ở đây, trước chỗ kết thúc
      cách sửa: bỏ dấu này: chương trình tự in «./.» một lần ở cuối
    ");
    let project = Project::sample();
    project.template("forms/noi-dung.tera", "ket={cum_tu.ket_thuc}", "ket=\".\"");
    insta::assert_snapshot!(of_plan(&project), @"
    cảnh báo WRD027 ke-hoach.yaml:17:52 <ke-hoach.yaml>
      phần này kết thúc bằng «… lục kèm theo.», không có dấu «./.»
      cách sửa: để chương trình tự in «./.»; nếu đã sửa mẫu thì trả lại `cum_tu.ket_thuc` ở cuối nội dung
    ");
}

#[test]
fn annexes_that_the_text_never_mentions() {
    insta::assert_snapshot!(changed(&[("thực hiện Phụ lục kèm theo", "thực hiện")]), @"
    WRD028 ke-hoach.yaml:19:3 <ke-hoach.yaml>
      lời văn không nhắc đến Phụ lục
      cách sửa: thêm câu dẫn đến phụ lục, ví dụ «… nêu tại Phụ lục kèm theo», hoặc đặt `ten` cho phụ lục rồi viết `{{ xem.<tên> }}`
    ");
    let more = "  - { tieu_de: Tỷ lệ, bang: xa, cot: [ten, ty_le_dau] }\n  - { tieu_de: Kết quả, bang: xa, cot: [ten, cuoi] }\n";
    let project = Project::sample();
    project.file("data/mau/ke-hoach.yaml", format!("{PLAN}{more}"));
    project.plan("thực hiện Phụ lục kèm theo", "thực hiện các Phụ lục I, III kèm theo");
    insta::assert_snapshot!(of_plan(&project), @"
    WRD028 ke-hoach.yaml:19:3 <ke-hoach.yaml>
      lời văn không nhắc đến Phụ lục II
      cách sửa: thêm câu dẫn đến phụ lục, ví dụ «… nêu tại Phụ lục II kèm theo», hoặc đặt `ten` cho phụ lục rồi viết `{{ xem.<tên> }}`
    ");
    for all in [
        "thực hiện các phụ lục kèm theo",
        "thực hiện Phụ lục I đến Phụ lục III",
        "thực hiện Phụ lục I, II và III",
    ] {
        project.file("data/mau/ke-hoach.yaml", format!("{PLAN}{more}"));
        project.plan("thực hiện Phụ lục kèm theo", all);
        assert_eq!(of_plan(&project), "", "{all}");
    }
}

#[test]
fn an_attached_document_that_the_decision_never_mentions() {
    insta::assert_snapshot!(decision(&[("Ban hành kèm theo Quyết định này Quy chế làm việc", "Phân công nhiệm vụ các phòng")]), @"
    WRD028 quyet-dinh.yaml:17:16 <quyet-dinh.yaml>
      lời văn không nhắc đến Quy chế ban hành kèm theo
      cách sửa: thêm vào điều 1, ví dụ «Ban hành kèm theo văn bản này Quy chế …»
    ");
}

#[test]
fn references_to_nothing_in_this_document() {
    insta::assert_snapshot!(decision(&[
        ("chịu trách nhiệm thi hành Quyết định này", "thực hiện Điều 9 Quyết định này, khoản 3 Điều 2 Quyết định này, Điều 4 Quy chế này"),
        ("Theo dõi việc thực hiện", "Theo dõi khoản 5 Điều này, khoản 2 Điều này, Điều 9 Nghị định số 07/2021/NĐ-CP, Điều 1 Quyết định này"),
        ("Quy chế này áp dụng cho các phòng", "Quy chế này áp dụng theo Chương II Quy chế này, Chương I Quy chế này, Điều 2 Quyết định này"),
    ]), @"
    WRD029 quyet-dinh.yaml:11:34 <quyet-dinh.yaml>
      viện dẫn «Điều 9 Quyết định này», nhưng không có Điều 9
      cách sửa: sửa lại số, hoặc đặt `ten` cho khối được dẫn rồi viết `{{ xem.<tên> }}` để chương trình tự in đúng số
    WRD029 quyet-dinh.yaml:11:57 <quyet-dinh.yaml>
      viện dẫn «khoản 3 Điều 2 Quyết định này», nhưng không có khoản 3 Điều 2
      cách sửa: sửa lại số, hoặc đặt `ten` cho khối được dẫn rồi viết `{{ xem.<tên> }}` để chương trình tự in đúng số
    WRD029 quyet-dinh.yaml:11:88 <quyet-dinh.yaml>
      viện dẫn «Điều 4 Quy chế này», nhưng không có Điều 4
      cách sửa: sửa lại số, hoặc đặt `ten` cho khối được dẫn rồi viết `{{ xem.<tên> }}` để chương trình tự in đúng số
    WRD029 quyet-dinh.yaml:13:25 <quyet-dinh.yaml>
      viện dẫn «khoản 5 Điều này», nhưng không có khoản 5 Điều 2
      cách sửa: sửa lại số, hoặc đặt `ten` cho khối được dẫn rồi viết `{{ xem.<tên> }}` để chương trình tự in đúng số
    WRD029 quyet-dinh.yaml:23:49 <quyet-dinh.yaml>
      viện dẫn «Chương II Quy chế này», nhưng không có Chương II
      cách sửa: sửa lại số, hoặc đặt `ten` cho khối được dẫn rồi viết `{{ xem.<tên> }}` để chương trình tự in đúng số
    ");
    insta::assert_snapshot!(said(&[
        "doan: Chi tiết tại Phụ lục IV kèm theo.",
        "doan: Chi tiết tại Phụ lục II ban hành kèm theo Kế hoạch này, Phụ lục III kèm theo Thông tư số 07/2021/TT-BLĐTBXH ngày 18/7/2021 của Bộ Lao động - Thương binh và Xã hội, khoản 2 Mục V Kế hoạch này.",
    ]), @"
    WRD029 ke-hoach.yaml:11:28 <ke-hoach.yaml>
      viện dẫn «Phụ lục IV», nhưng văn bản chỉ có một phụ lục, không đánh số
      cách sửa: sửa lại số, hoặc đặt `ten` cho khối được dẫn rồi viết `{{ xem.<tên> }}` để chương trình tự in đúng số
    WRD029 ke-hoach.yaml:12:28 <ke-hoach.yaml>
      viện dẫn «Phụ lục II», nhưng văn bản chỉ có một phụ lục, không đánh số
      cách sửa: sửa lại số, hoặc đặt `ten` cho khối được dẫn rồi viết `{{ xem.<tên> }}` để chương trình tự in đúng số
    WRD029 ke-hoach.yaml:12:179 <ke-hoach.yaml>
      viện dẫn «khoản 2 Mục V Kế hoạch này», nhưng không có Mục V
      cách sửa: sửa lại số, hoặc đặt `ten` cho khối được dẫn rồi viết `{{ xem.<tên> }}` để chương trình tự in đúng số
    ");
}

#[test]
fn blanks_and_signs_in_the_wrong_place() {
    insta::assert_snapshot!(said(&[
        "\"doan: Giảm  nghèo bền vững , đa chiều.\"",
        "doan: Hộ nghèo,hộ cận nghèo ( toàn huyện ) được hỗ trợ.Các xã thực hiện.",
        "doan: Báo cáo kết quả.. Tổng hợp,, gửi huyện.;",
    ].map(|line| line.trim_matches('"'))), @"
    cảnh báo WRD030 ke-hoach.yaml:11:31 <ke-hoach.yaml>
      dấu cách đứng trước dấu câu: «vững , đa»
      cách sửa: dấu câu đứng liền chữ trước, cách chữ sau một dấu cách; trong ngoặc không để dấu cách
    cảnh báo WRD030 ke-hoach.yaml:12:18 <ke-hoach.yaml>
      thiếu dấu cách sau dấu câu: «nghèo,hộ»
      cách sửa: dấu câu đứng liền chữ trước, cách chữ sau một dấu cách; trong ngoặc không để dấu cách
    cảnh báo WRD030 ke-hoach.yaml:12:31 <ke-hoach.yaml>
      dấu cách đứng sau dấu mở ngoặc: «nghèo ( toàn»
      cách sửa: dấu câu đứng liền chữ trước, cách chữ sau một dấu cách; trong ngoặc không để dấu cách
    cảnh báo WRD030 ke-hoach.yaml:12:44 <ke-hoach.yaml>
      dấu cách đứng trước dấu câu: «huyện ) được»
      cách sửa: dấu câu đứng liền chữ trước, cách chữ sau một dấu cách; trong ngoặc không để dấu cách
    cảnh báo WRD030 ke-hoach.yaml:13:27 <ke-hoach.yaml>
      hai dấu câu liền nhau: «quả.. Tổng»
      cách sửa: dấu câu đứng liền chữ trước, cách chữ sau một dấu cách; trong ngoặc không để dấu cách
    cảnh báo WRD030 ke-hoach.yaml:13:38 <ke-hoach.yaml>
      hai dấu câu liền nhau: «hợp,, gửi»
      cách sửa: dấu câu đứng liền chữ trước, cách chữ sau một dấu cách; trong ngoặc không để dấu cách
    cảnh báo WRD030 ke-hoach.yaml:13:48 <ke-hoach.yaml>
      hai dấu câu liền nhau: «huyện.;»
      cách sửa: dấu câu đứng liền chữ trước, cách chữ sau một dấu cách; trong ngoặc không để dấu cách
    ");
}

#[test]
fn signs_that_belong_to_numbers_names_and_addresses() {
    assert_eq!(
        said(&[
            "\"doan: Giảm 1.234,5 hộ; ngày Quốc khánh 2-9; TP.HCM; 08:30; 24/7; tỷ lệ 7,97%... và các nội dung khác.\"",
            "\"doan: 'Hồ sơ gửi về https://huyen.gov.vn/ho-so;a,b hoặc ubnd@huyen.gov.vn, v.v., trước 17:00.'\"",
            "\"doan: Các chỉ tiêu (việc làm, y tế, ...) thực hiện theo phân công; A, B, … và C.\"",
        ]
        .map(|line| line.trim_matches('"'))),
        ""
    );
}

#[test]
fn a_missing_blank_behind_a_blank_that_does_not_break() {
    insta::assert_snapshot!(said(&["doan: \"Giảm 5\\_hộ,tăng 3\\_hộ.\""]), @"
    cảnh báo WRD030 ke-hoach.yaml:11:24 <ke-hoach.yaml>
      thiếu dấu cách sau dấu câu: «hộ,tăng»
      cách sửa: dấu câu đứng liền chữ trước, cách chữ sau một dấu cách; trong ngoặc không để dấu cách
    ");
}

#[test]
fn a_person_with_a_letter_for_a_name() {
    insta::assert_snapshot!(said(&["doan: Giao bà Lê Thị H, ông «Trần Văn B» và bà Rơ Châm Thị H'Phik theo dõi."]), @"
    cảnh báo WRD031 ke-hoach.yaml:11:38 <ke-hoach.yaml>
      còn chữ mẫu «Trần Văn B» chưa thay
      cách sửa: thay bằng chữ thật; bản còn để trống thì ghi `trang_thai: du-thao`
    ");
}

#[test]
fn sample_text_that_nobody_replaced() {
    insta::assert_snapshot!(said(&[
        "doan: Giao [tên cơ quan] thực hiện giảm … hộ nghèo.",
        "doan: Đồng chí Nguyễn Văn A, số điện thoại xxx, nộp <mã số>.",
        "doan: Kinh phí ........ triệu đồng.",
    ]), @"
    cảnh báo WRD031 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      còn chữ mẫu «[tên cơ quan]» chưa thay
      cách sửa: thay bằng chữ thật; bản còn để trống thì ghi `trang_thai: du-thao`
    cảnh báo WRD031 ke-hoach.yaml:11:49 <ke-hoach.yaml>
      còn chữ mẫu «…» chưa thay
      cách sửa: thay bằng chữ thật; bản còn để trống thì ghi `trang_thai: du-thao`
    cảnh báo WRD031 ke-hoach.yaml:12:24 <ke-hoach.yaml>
      còn chữ mẫu «Nguyễn Văn A» chưa thay
      cách sửa: thay bằng chữ thật; bản còn để trống thì ghi `trang_thai: du-thao`
    cảnh báo WRD031 ke-hoach.yaml:12:52 <ke-hoach.yaml>
      còn chữ mẫu «xxx» chưa thay
      cách sửa: thay bằng chữ thật; bản còn để trống thì ghi `trang_thai: du-thao`
    cảnh báo WRD031 ke-hoach.yaml:12:61 <ke-hoach.yaml>
      còn chữ mẫu «<mã số>» chưa thay
      cách sửa: thay bằng chữ thật; bản còn để trống thì ghi `trang_thai: du-thao`
    cảnh báo WRD031 ke-hoach.yaml:13:24 <ke-hoach.yaml>
      còn chữ mẫu «........» chưa thay
      cách sửa: thay bằng chữ thật; bản còn để trống thì ghi `trang_thai: du-thao`
    ");
}

#[test]
fn a_draft_may_have_open_places() {
    assert_eq!(
        changed(&[
            ("so: 12", "so: 12\ntrang_thai: du-thao"),
            (
                "      - doan: Giảm {{ xa",
                "      - doan: Giao [tên cơ quan] thực hiện giảm … hộ nghèo.\n      - doan: Giảm {{ xa"
            ),
        ]),
        ""
    );
}

#[test]
fn letters_of_another_script_and_of_old_code_tables() {
    insta::assert_snapshot!(said(&["doan: \"Giảm hộ nghèo theo Nghị quyết củа tỉnh.\"", "doan: C¸c xã báo cáo kết quả."]), @"
    WRD032 ke-hoach.yaml:11:46 <ke-hoach.yaml>
      chữ «củа» có ký tự «а» (U+0430) không phải chữ tiếng Việt
      cách sửa: xóa chữ đó rồi gõ lại bằng bộ gõ Unicode
    WRD032 ke-hoach.yaml:12:15 <ke-hoach.yaml>
      chữ «C¸c» có ký tự «¸» (U+00B8) không phải chữ tiếng Việt
      cách sửa: xóa chữ đó rồi gõ lại bằng bộ gõ Unicode
    ");
}
