//! The documents of one dossier must agree (`SET`).

use super::drawn;
use crate::harness::Project;

/// A letter that cites the sample's plan and sets a day, and a decision whose annex sets the same day.
const LETTER: &str = "\
loai: cong-van
don_vi_soan: LĐ
so: 33
ngay: 18/3/2024
trich_yeu: triển khai Kế hoạch giảm nghèo
kinh_gui: Ủy ban nhân dân các xã
noi_dung:
  - doan: Thực hiện Kế hoạch số 12/KH-UBND ngày 15 tháng 3 năm 2024 của Ủy ban nhân dân huyện, Ủy ban nhân dân huyện yêu cầu thực hiện các nội dung sau.
  - doan: Ủy ban nhân dân các xã lập danh sách hộ nghèo có khả năng thoát nghèo trong năm, gửi Phòng Nội vụ trước ngày 29/3/2024.
  - doan: Chuẩn nghèo theo Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021 của Chính phủ quy định chuẩn nghèo.
noi_nhan: [Như trên, \"Lưu: VT, LĐ\"]
";
const DECISION: &str = "\
loai: quyet-dinh
so: 9
ngay: 20/3/2024
trich_yeu: Về việc giao chỉ tiêu giảm nghèo bền vững năm 2024 cho các xã trên địa bàn huyện
can_cu:
  - { loai: Luật, trich_yeu: Tổ chức chính quyền địa phương, ngay: 19/6/2015 }
  - { loai: Nghị định, so: 07/2021/NĐ-CP, co_quan: Chính phủ, ngay: 27/01/2021, trich_yeu: quy định chuẩn nghèo }
  - { loai: Kế hoạch, so: 12/KH-UBND, co_quan: Ủy ban nhân dân huyện, ngay: 15/3/2024, trich_yeu: giảm nghèo năm 2024 }
  - Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 21/TTr-PNV ngày 16 tháng 3 năm 2024
noi_dung:
  - dieu: Giao chỉ tiêu giảm nghèo năm 2024 cho các xã.
  - dieu: \"Tổ chức thực hiện:\"
    noi_dung:
      - khoan: { tieu_de: Lập danh sách hộ nghèo có khả năng thoát nghèo }
        noi_dung:
          - gach: \"Thời hạn hoàn thành: trước ngày 29 tháng 3 năm 2024.\"
noi_nhan: [Như Điều 2, \"Lưu: VT, LĐ\"]
";
const SUBMISSION: &str = "\
loai: to-trinh
co_quan: Phòng Nội vụ
co_quan_chu_quan: UBND huyện Tân Lập
viet_tat: PNV
so: 21
ngay: 16/3/2024
trich_yeu: Về việc ban hành Quyết định giao chỉ tiêu giảm nghèo bền vững năm 2024 cho các xã trên địa bàn huyện
kinh_gui: Ủy ban nhân dân huyện Tân Lập
noi_dung:
  - doan: Phòng Nội vụ kính trình Ủy ban nhân dân huyện xem xét, quyết định.
noi_nhan: [Như trên, \"Lưu: VT\"]
nguoi_ky: { dong: [TRƯỞNG PHÒNG], ho_ten: Trần Văn Bảy }
";

fn set() -> Project {
    let project = Project::sample();
    project
        .file("data/mau/cong-van.yaml", LETTER)
        .file("data/mau/quyet-dinh.yaml", DECISION)
        .file("data/mau/to-trinh.yaml", SUBMISSION);
    project
}

/// What a check of the whole project says after a change.
fn told(change: impl FnOnce(&Project)) -> String {
    let project = set();
    change(&project);
    let run = project.run(["check", "--format", "json", "--quiet"]);
    assert!(run.code < 2, "{}{}", run.stdout, run.stderr);
    drawn(&run.findings())
}

fn letter(old: &str, new: &str) -> String {
    told(|project| {
        project.replace("data/mau/cong-van.yaml", old, new);
    })
}

fn decision(old: &str, new: &str) -> String {
    told(|project| {
        project.replace("data/mau/quyet-dinh.yaml", old, new);
    })
}

#[test]
fn a_set_in_order() {
    assert_eq!(told(|_| {}), "");
    // Blanks agree with everything.
    assert_eq!(
        told(|p| {
            p.plan("so: 12\nngay: 15/3/2024\n", "ngay: 2024-03\n");
        }),
        ""
    );
    // An act of another year, and of another body.
    assert_eq!(
        letter(
            "số 12/KH-UBND ngày 15 tháng 3 năm 2024 của Ủy ban nhân dân huyện,",
            "số 12/KH-UBND ngày 02 tháng 4 năm 2021 của Ủy ban nhân dân tỉnh,"
        ),
        ""
    );
    assert_eq!(
        letter("số 12/KH-UBND ngày 15 tháng 3 năm 2024 của", "số 15/KH-UBND ngày 19 tháng 02 năm 2024 của"),
        ""
    );
    // Another task of the same words but for their number.
    assert_eq!(
        letter(
            "trong năm, gửi Phòng Nội vụ trước ngày 29/3/2024",
            "trong năm, xây dựng kế hoạch giúp đỡ, gửi Phòng Nội vụ"
        ),
        ""
    );
}

#[test]
fn a_document_of_the_set_cited_with_another_date() {
    insta::assert_snapshot!(letter("ngày 15 tháng 3 năm 2024", "ngày 16 tháng 3 năm 2024"), @"
    SET001 cong-van.yaml:8:49 <cong-van.yaml>
      «Kế hoạch số 12/KH-UBND» được dẫn với ngày 16/3/2024, văn bản ấy ghi ngày 15/3/2024
      cùng với: ke-hoach.yaml:3:7
      cách sửa: sửa câu dẫn cho khớp với Kế hoạch số 12/KH-UBND; nếu ke-hoach.yaml mới là chỗ sai thì sửa ở đó
    ");
}

#[test]
fn a_document_of_the_set_cited_with_another_number_symbol_kind_or_issuer() {
    insta::assert_snapshot!(letter("số 12/KH-UBND", "số 21/KH-UBND"), @"
    SET001 cong-van.yaml:8:33 <cong-van.yaml>
      «Kế hoạch số 21/KH-UBND» được dẫn với số, ký hiệu khác: văn bản ấy là «Kế hoạch số 12/KH-UBND»
      cùng với: ke-hoach.yaml:2:5
      cách sửa: sửa câu dẫn cho khớp với Kế hoạch số 12/KH-UBND; nếu ke-hoach.yaml mới là chỗ sai thì sửa ở đó
    ");
    insta::assert_snapshot!(letter("số 12/KH-UBND", "số 12/KH-HĐND"), @"
    SET001 cong-van.yaml:8:33 <cong-van.yaml>
      «Kế hoạch số 12/KH-HĐND» được dẫn với số, ký hiệu khác: văn bản ấy là «Kế hoạch số 12/KH-UBND»
      cùng với: ho-so.yaml:2:11
      cách sửa: sửa câu dẫn cho khớp với Kế hoạch số 12/KH-UBND; nếu ke-hoach.yaml mới là chỗ sai thì sửa ở đó
    ");
    insta::assert_snapshot!(letter("Kế hoạch số 12", "Quyết định số 12"), @"
    SET001 cong-van.yaml:8:35 <cong-van.yaml>
      «Quyết định số 12/KH-UBND» được dẫn với tên loại khác: văn bản ấy là «Kế hoạch số 12/KH-UBND»
      cùng với: ke-hoach.yaml:2:5
      cách sửa: sửa câu dẫn cho khớp với Kế hoạch số 12/KH-UBND; nếu ke-hoach.yaml mới là chỗ sai thì sửa ở đó
    ");
    insta::assert_snapshot!(letter("của Ủy ban nhân dân huyện, Ủy", "của Hội đồng nhân dân huyện, Ủy"), @"
    SET001 cong-van.yaml:8:73 <cong-van.yaml>
      «Kế hoạch số 12/KH-UBND» được dẫn là của «Hội đồng nhân dân huyện», cơ quan ban hành văn bản ấy là «Ủy ban nhân dân huyện Tân Lập»
      cùng với: ho-so.yaml:1:10
      cách sửa: sửa câu dẫn cho khớp với Kế hoạch số 12/KH-UBND; nếu ke-hoach.yaml mới là chỗ sai thì sửa ở đó
    ");
}

#[test]
fn a_document_cited_by_its_kind_and_day_alone() {
    insta::assert_snapshot!(decision("Trưởng phòng Nội vụ tại Tờ trình số 21/TTr-PNV ngày 16 tháng 3", "Phòng Nội vụ tại Tờ trình ngày 17 tháng 3"), @"
    SET001 quyet-dinh.yaml:9:53 <quyet-dinh.yaml>
      «Tờ trình» được dẫn với ngày 17/3/2024, văn bản ấy ghi ngày 16/3/2024
      cùng với: to-trinh.yaml:6:7
      cách sửa: sửa câu dẫn cho khớp với Tờ trình số 21/TTr-PNV; nếu to-trinh.yaml mới là chỗ sai thì sửa ở đó
    ");
}

#[test]
fn a_pointer_line_that_a_clerk_typed() {
    let annex = |line: &str| {
        told(|project| {
            project.replace(
                "data/mau/quyet-dinh.yaml",
                "noi_nhan: [Như Điều 2",
                &format!("phu_luc:\n  - tieu_de: Danh sách\n    noi_dung:\n      - doan: \"{line}\"\nnoi_nhan: [Như Điều 2"),
            );
            project.replace(
                "data/mau/quyet-dinh.yaml",
                "năm 2024 cho các xã.",
                "năm 2024 cho các xã theo Phụ lục kèm theo Quyết định này.",
            );
        })
    };
    assert_eq!(annex("(Kèm theo Quyết định số 09/QĐ-UBND ngày 20 tháng 3 năm 2024)"), "");
    insta::assert_snapshot!(annex("(Kèm theo Quyết định số 08/QĐ-UBND ngày 20 tháng 3 năm 2024)"), @"
    SET001 quyet-dinh.yaml:20:40 <quyet-dinh.yaml>
      «Quyết định số 08/QĐ-UBND» được dẫn với số, ký hiệu khác: văn bản ấy là «Quyết định số 09/QĐ-UBND»
      cùng với: quyet-dinh.yaml:2:5
      cách sửa: sửa câu dẫn cho khớp với Quyết định số 09/QĐ-UBND; nếu văn bản này mới là chỗ sai thì sửa ở đó
    ");
}

#[test]
fn one_act_with_two_dates_issuers_or_subjects() {
    insta::assert_snapshot!(letter("ngày 27 tháng 01 năm 2021", "ngày 21 tháng 01 năm 2021"), @"
    SET002 cong-van.yaml:10:60 <cong-van.yaml>
      «Nghị định số 07/2021/NĐ-CP» ở đây ghi ngày 21/01/2021, ở ke-hoach.yaml ghi ngày 27/01/2021
      cùng với: ke-hoach.yaml:6:69
      cùng với: quyet-dinh.yaml:7:69
      cách sửa: tra văn bản gốc rồi sửa chỗ ghi sai; mọi văn bản trong bộ ghi như nhau
    ");
    insta::assert_snapshot!(decision("co_quan: Chính phủ", "co_quan: Thủ tướng Chính phủ"), @"
    SET002 quyet-dinh.yaml:7:52 <quyet-dinh.yaml>
      «Nghị định số 07/2021/NĐ-CP» ở đây ghi cơ quan ban hành «Thủ tướng Chính phủ», ở cong-van.yaml ghi cơ quan ban hành «Chính phủ»
      cùng với: cong-van.yaml:10:85
      cùng với: ke-hoach.yaml:6:52
      cách sửa: tra văn bản gốc rồi sửa chỗ ghi sai; mọi văn bản trong bộ ghi như nhau
    ");
    insta::assert_snapshot!(decision("trich_yeu: quy định chuẩn nghèo", "trich_yeu: quy định mức sống tối thiểu"), @"
    SET002 quyet-dinh.yaml:7:92 <quyet-dinh.yaml>
      «Nghị định số 07/2021/NĐ-CP» ở đây ghi trích yếu «quy định mức sống tối thiểu», ở ke-hoach.yaml ghi trích yếu «quy định chuẩn nghèo»
      cùng với: ke-hoach.yaml:6:92
      cách sửa: tra văn bản gốc rồi sửa chỗ ghi sai; mọi văn bản trong bộ ghi như nhau
    ");
    insta::assert_snapshot!(decision("07/2021/NĐ-CP", "17/2021/NĐ-CP"), @"
    SET002 quyet-dinh.yaml:7:28 <quyet-dinh.yaml>
      cùng một Nghị định mà ở đây ghi số «17/2021/NĐ-CP», ở cong-van.yaml ghi số «07/2021/NĐ-CP»
      cùng với: cong-van.yaml:10:41
      cùng với: ke-hoach.yaml:6:28
      cách sửa: tra văn bản gốc rồi sửa chỗ ghi sai; mọi văn bản trong bộ ghi như nhau
    ");
}

#[test]
fn one_task_with_two_deadlines() {
    insta::assert_snapshot!(letter("trước ngày 29/3/2024", "trước ngày 28/3/2024"), @"
    SET003 cong-van.yaml:9:120 <cong-van.yaml>
      «Ủy ban nhân dân các xã lập danh sách hộ …» ở đây có hạn ngày 28/3/2024, ở quyet-dinh.yaml là ngày 29/3/2024
      cùng với: quyet-dinh.yaml:16:52
      ghi chú: quyet-dinh.yaml viết: «Lập danh sách hộ nghèo có khả năng thoát…»
      cách sửa: sửa một trong hai ngày cho khớp; nếu là hai việc khác nhau thì ghi rõ việc, hoặc bỏ qua có lý do
    SET003 quyet-dinh.yaml:16:52 <quyet-dinh.yaml>
      «Lập danh sách hộ nghèo có khả năng thoát…» ở đây có hạn ngày 29/3/2024, ở cong-van.yaml là ngày 28/3/2024
      cùng với: cong-van.yaml:9:120
      ghi chú: cong-van.yaml viết: «Ủy ban nhân dân các xã lập danh sách hộ …»
      cách sửa: sửa một trong hai ngày cho khớp; nếu là hai việc khác nhau thì ghi rõ việc, hoặc bỏ qua có lý do
    ");
    // A day that comes from a table is shown with its cell.
    let project = set();
    project.dossier(
        "noi_nhan: [Ủy",
        "  viec:\n    tep: viec.xlsx\n    cot:\n      ten: { tieu_de: Nhiệm vụ, kieu: chi_tieu }\n      han: { tieu_de: Thời hạn, kieu: ngay }\nnoi_nhan: [Ủy",
    );
    project.workbook(
        "data/mau/viec.xlsx",
        "[Việc]\n| TT | Nhiệm vụ | Thời hạn |\n| 1 | Lập danh sách hộ nghèo có khả năng thoát nghèo | \"05/4/2024\" |\n",
    );
    project.replace(
        "data/mau/quyet-dinh.yaml",
        "      - khoan: { tieu_de: Lập danh sách hộ nghèo có khả năng thoát nghèo }\n        noi_dung:\n          - gach: \"Thời hạn hoàn thành: trước ngày 29 tháng 3 năm 2024.\"\n",
        "      - lap: viec\n        noi_dung:\n          - khoan: { tieu_de: \"{{ dong.ten }}\" }\n            noi_dung:\n              - gach: \"Thời hạn hoàn thành: trước {{ dong.han | ngay_dai }}.\"\n",
    );
    let run = project.run(["check", "--format", "json", "--quiet"]);
    insta::assert_snapshot!(drawn(&run.findings()), @"
    SET003 cong-van.yaml:9:120 <cong-van.yaml>
      «Ủy ban nhân dân các xã lập danh sách hộ …» ở đây có hạn ngày 29/3/2024, ở quyet-dinh.yaml là ngày 05/4/2024
      cùng với: quyet-dinh.yaml:18:51
      cùng với: viec.xlsx [Việc] C2
      ghi chú: quyet-dinh.yaml viết: «Lập danh sách hộ nghèo có khả năng thoát…»
      cách sửa: sửa một trong hai ngày cho khớp; nếu là hai việc khác nhau thì ghi rõ việc, hoặc bỏ qua có lý do
    SET003 quyet-dinh.yaml:18:51 <quyet-dinh.yaml>
      «Lập danh sách hộ nghèo có khả năng thoát…» ở đây có hạn ngày 05/4/2024, ở cong-van.yaml là ngày 29/3/2024
      cùng với: cong-van.yaml:9:120
      cùng với: viec.xlsx [Việc] C2
      ghi chú: cong-van.yaml viết: «Ủy ban nhân dân các xã lập danh sách hộ …»
      cách sửa: sửa một trong hai ngày cho khớp; nếu là hai việc khác nhau thì ghi rõ việc, hoặc bỏ qua có lý do
    ");
}

#[test]
fn one_issuer_and_one_post_written_in_two_ways() {
    insta::assert_snapshot!(letter("so: 33", "so: 33\nco_quan: Ủy ban nhân dân huyện Tân Lâp"), @"
    SET004 cong-van.yaml:4:10 <cong-van.yaml>
      cơ quan ban hành ở đây ghi «Ủy ban nhân dân huyện Tân Lâp», ở bao-cao.yaml ghi «Ủy ban nhân dân huyện Tân Lập»
      cùng với: ho-so.yaml:1:10
      cách sửa: viết một kiểu trong cả bộ; ghi `co_quan` một lần ở ho-so.yaml cho các văn bản cùng cơ quan
    ");
    insta::assert_snapshot!(letter("so: 33", "so: 33\nnguoi_ky: { dong: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH], ho_ten: Nguyễn Văn Ân }"), @"
    SET004 cong-van.yaml:4:11 <cong-van.yaml>
      người ký với chức vụ «CHỦ TỊCH» ở đây ghi «Nguyễn Văn Ân», ở bao-cao.yaml ghi «Nguyễn Văn An»
      cùng với: ho-so.yaml:19:11
      cách sửa: xem lại họ tên; nếu chức vụ đổi người giữa hai văn bản thì bỏ qua có lý do
    ");
    // Deputies are several.
    assert_eq!(
        letter(
            "so: 33",
            "so: 33\nnguoi_ky: { dong: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH], ho_ten: Lê Thị Cúc }"
        ),
        ""
    );
}

#[test]
fn a_submission_that_names_another_document_than_it_submits() {
    insta::assert_snapshot!(decision("bền vững năm 2024 cho", "bền vững năm 2023 cho"), @"
    SET004 quyet-dinh.yaml:4:12 <quyet-dinh.yaml>
      trích yếu ở đây ghi «Về việc giao chỉ tiêu giảm nghèo bền vững năm 2023 cho các xã trên địa bàn huyện», ở to-trinh.yaml ghi «Về việc ban hành Quyết định giao chỉ tiêu giảm nghèo bền vững năm 2024 cho các xã trên địa bàn huyện»
      cùng với: to-trinh.yaml:7:12
      cách sửa: tờ trình gọi văn bản được trình đúng như văn bản ấy tự gọi: sửa một trong hai trích yếu
    SET004 to-trinh.yaml:7:12 <to-trinh.yaml>
      trích yếu ở đây ghi «Về việc ban hành Quyết định giao chỉ tiêu giảm nghèo bền vững năm 2024 cho các xã trên địa bàn huyện», ở quyet-dinh.yaml ghi «Về việc giao chỉ tiêu giảm nghèo bền vững năm 2023 cho các xã trên địa bàn huyện»
      cùng với: quyet-dinh.yaml:4:12
      cách sửa: tờ trình gọi văn bản được trình đúng như văn bản ấy tự gọi: sửa một trong hai trích yếu
    ");
}

#[test]
fn two_documents_with_one_number_and_one_older_than_its_basis() {
    insta::assert_snapshot!(told(|p| {
        p.file("data/mau/ke-hoach-2.yaml", crate::harness::REPORT.replace("bao-cao", "ke-hoach").replace("so: 7", "so: 12"));
    }), @"
    SET005 ke-hoach-2.yaml:2:5 <ke-hoach-2.yaml>
      số «12/KH-UBND» cũng là số của ke-hoach.yaml
      cùng với: ke-hoach.yaml:2:5
      cách sửa: mỗi số, ký hiệu của một cơ quan trong một năm chỉ cấp cho một văn bản: xem lại sổ văn bản đi
    SET005 ke-hoach.yaml:2:5 <ke-hoach.yaml>
      số «12/KH-UBND» cũng là số của ke-hoach-2.yaml
      cùng với: ke-hoach-2.yaml:2:5
      cách sửa: mỗi số, ký hiệu của một cơ quan trong một năm chỉ cấp cho một văn bản: xem lại sổ văn bản đi
    ");
    insta::assert_snapshot!(decision("ngay: 20/3/2024", "ngay: 14/3/2024"), @"
    SET005 quyet-dinh.yaml:8:27 <quyet-dinh.yaml>
      căn cứ «Kế hoạch số 12/KH-UBND» ghi ngày 15/3/2024; đây là văn bản ngày 14/3/2024
      cùng với: quyet-dinh.yaml:3:7
      cùng với: ke-hoach.yaml:3:7
      cách sửa: sửa ngày ghi sai ở một trong hai văn bản
    SET005 quyet-dinh.yaml:9:58 <quyet-dinh.yaml>
      căn cứ «Tờ trình số 21/TTr-PNV» ghi ngày 16/3/2024; đây là văn bản ngày 14/3/2024
      cùng với: quyet-dinh.yaml:3:7
      cùng với: to-trinh.yaml:6:7
      cách sửa: sửa ngày ghi sai ở một trong hai văn bản
    ");
}

#[test]
fn one_document_is_checked_among_all_of_them_and_by_every_worker() {
    let project = set();
    project.replace("data/mau/cong-van.yaml", "trước ngày 29/3/2024", "trước ngày 28/3/2024");
    let alone = project.run(["check", "--format", "json", "--quiet", "data/mau/cong-van.yaml"]);
    assert_eq!(alone.codes(), ["SET003"]);
    for jobs in ["1", "2", "5"] {
        let run = project.run(["check", "--format", "json", "--quiet", "--jobs", jobs]);
        assert_eq!(run.codes(), ["SET003", "SET003"], "{jobs} workers");
    }
}

#[test]
fn a_disagreement_that_the_clerk_lets_stand() {
    let project = set();
    project.replace("data/mau/cong-van.yaml", "trước ngày 29/3/2024.", "trước ngày 28/3/2024.");
    project.replace(
        "data/mau/cong-van.yaml",
        "noi_nhan:",
        "bo_qua: [{ ma: SET003, ly_do: hai đợt nộp khác nhau }]\nnoi_nhan:",
    );
    let run = project.run(["check", "--format", "json", "--quiet", "data/mau/cong-van.yaml"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.findings()[0]["waived"], "hai đợt nộp khác nhau");
}
