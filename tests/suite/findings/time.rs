//! What holds on the day of a document (`TIM`), from `templates/moc-thoi-gian.yaml`.

use super::drawn;
use crate::harness::{Project, SHEET};

/// The sample's plan with a few changes; one of a later day is a province's, since there are no districts.
fn plan(changes: &[(&str, &str)]) -> String {
    told(|project| {
        for (old, new) in changes {
            project.plan(old, new);
        }
        if changes.contains(&(DATE, LATE)) {
            of_province(project);
        }
    })
}

fn of_province(project: &Project) {
    project.plan("Ủy ban nhân dân huyện ban hành", "Ủy ban nhân dân tỉnh ban hành");
    project.dossier("co_quan: Ủy ban nhân dân huyện Tân Lập", "co_quan: Ủy ban nhân dân tỉnh Tân Lập");
}

fn told(change: impl FnOnce(&Project)) -> String {
    let project = Project::sample();
    change(&project);
    let run = project.run(["check", "--format", "json", "--quiet", "data/mau/ke-hoach.yaml"]);
    assert!(run.code < 2, "{}{}", run.stdout, run.stderr);
    drawn(&run.findings())
}

/// A line of the plan's first section.
const TEXT: &str = "      - doan: Giảm {{ xa";
const DATE: &str = "ngay: 15/3/2024";
const LATE: &str = "ngay: 20/10/2025";

fn said(date: &str, line: &str) -> String {
    plan(&[(DATE, date), (TEXT, &format!("      - {line}\n{TEXT}"))])
}

#[test]
fn a_basis_after_the_document() {
    insta::assert_snapshot!(plan(&[("ngay: 27/01/2021", "ngay: 27/01/2025")]), @"
    SET006 ke-hoach.yaml:6:28 <ke-hoach.yaml>
      «Nghị định số 07/2021/NĐ-CP» mang số của năm 2021, mà ghi ngày 27/01/2025
      cùng với: ke-hoach.yaml:6:69
      cách sửa: tra văn bản gốc rồi sửa số hoặc ngày
    cảnh báo TIM001 ke-hoach.yaml:6:69 <ke-hoach.yaml>
      căn cứ «Nghị định số 07/2021/NĐ-CP» ghi ngày 27/01/2025; đây là văn bản ngày 15/3/2024
      cùng với: ke-hoach.yaml:3:7
      cách sửa: sửa ngày của căn cứ hoặc `ngay` của văn bản
    ");
    insta::assert_snapshot!(plan(&[("can_cu:\n", "can_cu:\n  - Căn cứ Quyết định số 90/QĐ-TTg ngày 18 tháng 5 năm 2024 của Thủ tướng Chính phủ phê duyệt Chương trình\n")]), @"
    cảnh báo TIM001 ke-hoach.yaml:6:41 <ke-hoach.yaml>
      căn cứ «Quyết định số 90/QĐ-TTg» ghi ngày 18/5/2024; đây là văn bản ngày 15/3/2024
      cùng với: ke-hoach.yaml:3:7
      cách sửa: sửa ngày của căn cứ hoặc `ngay` của văn bản
    ");
    // A month whose day is still blank counts to its end.
    assert_eq!(
        plan(&[
            (DATE, "ngay: 2024-03"),
            (
                "07/2021/NĐ-CP, co_quan: Chính phủ, ngay: 27/01/2021",
                "07/2024/NĐ-CP, co_quan: Chính phủ, ngay: 27/3/2024"
            )
        ]),
        ""
    );
}

#[test]
fn a_basis_that_is_not_in_force() {
    insta::assert_snapshot!(plan(&[("can_cu:\n", "can_cu:\n  - Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư\n")]), @"
    cảnh báo TIM002 ke-hoach.yaml:6:25 <ke-hoach.yaml>
      căn cứ «Nghị định số 110/2004/NĐ-CP» hết hiệu lực từ ngày 05/3/2020; đây là văn bản ngày 15/3/2024
      cùng với: ke-hoach.yaml:3:7
      ghi chú: theo Nghị định 30/2020/NĐ-CP, Điều 37
      cách sửa: thay bằng Nghị định số 30/2020/NĐ-CP, sau khi đối chiếu nội dung viện dẫn
    ");
    let law = "can_cu:\n  - { loai: Luật, trich_yeu: Tổ chức chính quyền địa phương, ngay: 19/6/2015 }\n";
    assert_eq!(plan(&[("can_cu:\n", law)]), "");
    insta::assert_snapshot!(plan(&[(DATE, LATE), ("can_cu:\n", law)]), @"
    cảnh báo TIM002 ke-hoach.yaml:6:30 <ke-hoach.yaml>
      căn cứ «Luật Tổ chức chính quyền địa phương» hết hiệu lực từ ngày 01/7/2025 (cần đối chiếu); đây là văn bản ngày 20/10/2025
      cùng với: ke-hoach.yaml:3:7
      ghi chú: theo Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025; mốc này cần đối chiếu với văn bản gốc
      cách sửa: thay bằng Luật Tổ chức chính quyền địa phương số 72/2025/QH15, sau khi đối chiếu nội dung viện dẫn
    ");
    let archives = "can_cu:\n  - { loai: Luật, trich_yeu: Lưu trữ, ngay: 21/6/2024 }\n";
    insta::assert_snapshot!(plan(&[(DATE, "ngay: 20/10/2024"), ("can_cu:\n", archives)]), @"
    cảnh báo TIM002 ke-hoach.yaml:6:30 <ke-hoach.yaml>
      căn cứ «Luật Lưu trữ» có hiệu lực từ ngày 01/7/2025; đây là văn bản ngày 20/10/2024
      cùng với: ke-hoach.yaml:3:7
      ghi chú: theo Luật Lưu trữ số 33/2024/QH15
      cách sửa: xem lại căn cứ hoặc `ngay` của văn bản
    ");
    assert_eq!(plan(&[(DATE, LATE), ("can_cu:\n", archives)]), "");
}

#[test]
fn an_office_adds_records_of_its_own() {
    insta::assert_snapshot!(told(|project| {
        project.file(
            "data/chung.yaml",
            "moc_thoi_gian:\n  van_ban:\n    - { loai: Nghị định, so: 07/2021/NĐ-CP, het_hieu_luc: 01/02/2024, nguon: Công báo tỉnh số 3, do_tin: mot_nguon }\n",
        );
    }), @"
    cảnh báo TIM002 ke-hoach.yaml:6:28 <ke-hoach.yaml>
      căn cứ «Nghị định số 07/2021/NĐ-CP» hết hiệu lực từ ngày 01/02/2024 (cần đối chiếu); đây là văn bản ngày 15/3/2024
      cùng với: ke-hoach.yaml:3:7
      ghi chú: theo Công báo tỉnh số 3; mốc này mới có một nguồn, cần đối chiếu
      cách sửa: xem lại căn cứ hoặc `ngay` của văn bản
    ");
    insta::assert_snapshot!(told(|project| {
        project.file("data/chung.yaml", "moc_thoi_gian:\n  van_ban:\n    - { loai: Nghị định, het: 01/02/2024 }\n");
    }), @"
    KEY004 data/chung.yaml:2:3
      «moc_thoi_gian» ghi sai: không có khóa «het»
      cách sửa: ghi như templates/moc-thoi-gian.yaml: van_ban, co_quan, cap, chuan_ngheo; ngày dạng 01/7/2025
    ");
}

#[test]
fn a_body_that_has_ended_where_it_acts() {
    let line = "khoan: Sở Lao động - Thương binh và Xã hội chủ trì, tổng hợp kết quả.";
    assert_eq!(said(DATE, line), "");
    insta::assert_snapshot!(said(LATE, line), @"
    cảnh báo TIM003 ke-hoach.yaml:11:16 <ke-hoach.yaml>
      «Sở Lao động - Thương binh và Xã hội» được giao việc hoặc nhắc tên trong văn bản ngày 20/10/2025, nhưng không còn từ ngày 01/3/2025 (cần đối chiếu)
      ghi chú: theo văn bản của Huế, Phú Thọ, Nghệ An năm 2025 do Sở Nông nghiệp và Môi trường chủ trì; mốc này cần đối chiếu với văn bản gốc
      cách sửa: ghi cơ quan tiếp nhận: Sở Nông nghiệp và Môi trường (về giảm nghèo); nói về trước đó thì ghi «(cũ)» sau tên
    ");
    insta::assert_snapshot!(plan(&[(DATE, LATE), ("can_cu:\n", "noi_nhan: [Sở LĐ-TB&XH, \"Lưu: VT\"]\ncan_cu:\n  - Theo đề nghị của Giám đốc Sở Lao động – Thương binh và Xã hội\n")]), @"
    cảnh báo TIM003 ke-hoach.yaml:7:31 <ke-hoach.yaml>
      «Sở Lao động – Thương binh và Xã hội» là cơ quan đề nghị trong văn bản ngày 20/10/2025, nhưng không còn từ ngày 01/3/2025 (cần đối chiếu)
      cùng với: ke-hoach.yaml:5:12
      ghi chú: theo văn bản của Huế, Phú Thọ, Nghệ An năm 2025 do Sở Nông nghiệp và Môi trường chủ trì; mốc này cần đối chiếu với văn bản gốc
      cách sửa: ghi cơ quan tiếp nhận: Sở Nông nghiệp và Môi trường (về giảm nghèo); nói về trước đó thì ghi «(cũ)» sau tên
    ");
}

#[test]
fn a_body_that_has_ended_and_is_only_named() {
    for line in [
        "doan: Thực hiện Thông tư số 07/2021/TT-BLĐTBXH ngày 18 tháng 7 năm 2021 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội.",
        "doan: Năm 2024, Sở Lao động - Thương binh và Xã hội đã tổ chức rà soát.",
        "doan: Nhiệm vụ của Sở Lao động - Thương binh và Xã hội trước đây do Sở Nội vụ thực hiện.",
        "doan: Hồ sơ do Sở Lao động - Thương binh và Xã hội (cũ) lập được bàn giao nguyên trạng.",
        "doan: Bỏ cụm từ «Sở Lao động - Thương binh và Xã hội» trong các mẫu biểu.",
    ] {
        assert_eq!(said(LATE, line), "", "{line}");
    }
}

#[test]
fn a_district_that_a_document_is_sent_to() {
    let letter = |date: &str, to: &str| {
        told(|project| {
            project.plan(DATE, date);
            project.plan("can_cu:\n", &format!("noi_nhan: [{to}, \"Lưu: VT\"]\ncan_cu:\n"));
            of_province(project);
        })
    };
    let to = "\"Ủy ban nhân dân các huyện, thị xã, thành phố\"";
    assert_eq!(letter("ngay: 30/6/2025", to), "");
    insta::assert_snapshot!(letter("ngay: 01/7/2025", to), @"
    cảnh báo TIM004 ke-hoach.yaml:5:33 <ke-hoach.yaml>
      nơi nhận «Ủy ban nhân dân các huyện, thị xã, thành phố» trong văn bản ngày 01/7/2025: cấp huyện không còn từ ngày 01/7/2025
      ghi chú: theo Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 51
      cách sửa: ghi các xã, phường, đặc khu; nói về đơn vị trước sắp xếp thì ghi «(cũ)» sau tên
    ");
    insta::assert_snapshot!(letter(LATE, "\"Ủy ban nhân dân các xã, phường, thị trấn\""), @"
    cảnh báo TIM004 ke-hoach.yaml:5:45 <ke-hoach.yaml>
      nơi nhận «Ủy ban nhân dân các xã, phường, thị trấn» trong văn bản ngày 20/10/2025: thị trấn không còn từ ngày 01/7/2025
      ghi chú: theo danh mục đơn vị hành chính cấp xã từ 01/7/2025: xã, phường, đặc khu
      cách sửa: ghi các xã, phường, đặc khu; nói về đơn vị trước sắp xếp thì ghi «(cũ)» sau tên
    ");
    for to in [
        "\"Ủy ban nhân dân các xã, phường, đặc khu\"",
        "\"Ủy ban nhân dân xã Tân Lập, huyện Tân Sơn (cũ)\"",
        "\"Ủy ban nhân dân thành phố Huế\"",
        "\"Phòng giao dịch Ngân hàng Chính sách xã hội huyện Tân Lập\"",
    ] {
        assert_eq!(letter(LATE, to), "", "{to}");
    }
}

/// A commune's plan of 2027: a time when there are no districts.
fn of_2027(project: &Project) {
    project
        .plan(DATE, "ngay: 15/02/2027")
        .plan("Ủy ban nhân dân huyện ban hành", "Ủy ban nhân dân xã ban hành");
    project.dossier("nam: 2024", "nam: 2027");
    project.dossier("co_quan: Ủy ban nhân dân huyện Tân Lập", "co_quan: Ủy ban nhân dân xã Tân Lập");
    project.dossier("noi_nhan: [Ủy ban nhân dân các xã", "noi_nhan: [Các thôn");
}

#[test]
fn figures_of_two_poverty_standards_side_by_side() {
    insta::assert_snapshot!(told(of_2027), @"
    cảnh báo TIM005 bang.xlsx [Biểu 1] F4:F10 <ke-hoach.yaml>
      bảng «xa» đặt «Cuối năm › Số hộ» cạnh «Đầu năm › Số hộ»: hai cột theo hai chuẩn nghèo, không so sánh được
      cùng với: bang.xlsx [Biểu 1] C4:C10
      ghi chú: đến hết năm 2026: Nghị định số 07/2021/NĐ-CP; theo Nghị định số 351/2025/NĐ-CP: năm 2026 tiếp tục áp dụng chuẩn nghèo giai đoạn 2022 - 2025
      ghi chú: từ năm 2027: Nghị định số 351/2025/NĐ-CP; theo Nghị định số 351/2025/NĐ-CP
      cách sửa: ghi chú dưới bảng hoặc trong lời văn: từ năm 2027 áp dụng chuẩn nghèo theo Nghị định số 351/2025/NĐ-CP, không so sánh trực tiếp với các năm trước
    ");
    // The year before, and the year after, one standard holds throughout.
    for year in ["2026", "2028"] {
        let said = told(|project| {
            of_2027(project);
            project
                .dossier("nam: 2027", &format!("nam: {year}"))
                .plan("ngay: 15/02/2027", &format!("ngay: 15/02/{year}"));
        });
        assert_eq!(said, "", "{year}");
    }
    // The document says so.
    let noted = told(|project| {
        of_2027(project);
        project.plan(
            "ghi_chu: Số liệu rà soát cuối năm trước",
            "ghi_chu: Hai năm theo hai chuẩn nghèo nên không so sánh trực tiếp",
        );
    });
    assert_eq!(noted, "");
    insta::assert_snapshot!(told(|project| {
        of_2027(project);
        project.plan("ghi_chu: Số liệu rà soát", "ghi_chu: Hai năm theo hai chuẩn nghèo nên không so sánh trực tiếp; số liệu rà soát");
        project.plan("Hai năm theo hai chuẩn nghèo nên không so sánh trực tiếp; số liệu", "Số liệu");
        project.plan(TEXT, &format!("      - doan: Tỷ lệ hộ nghèo cuối năm 2027 giảm 2% so với năm 2026.\n{TEXT}"));
    }), @r#"
    cảnh báo TIM005 bang.xlsx [Biểu 1] F4:F10 <ke-hoach.yaml>
      bảng «xa» đặt «Cuối năm › Số hộ» cạnh «Đầu năm › Số hộ»: hai cột theo hai chuẩn nghèo, không so sánh được
      cùng với: bang.xlsx [Biểu 1] C4:C10
      ghi chú: đến hết năm 2026: Nghị định số 07/2021/NĐ-CP; theo Nghị định số 351/2025/NĐ-CP: năm 2026 tiếp tục áp dụng chuẩn nghèo giai đoạn 2022 - 2025
      ghi chú: từ năm 2027: Nghị định số 351/2025/NĐ-CP; theo Nghị định số 351/2025/NĐ-CP
      cách sửa: ghi chú dưới bảng hoặc trong lời văn: từ năm 2027 áp dụng chuẩn nghèo theo Nghị định số 351/2025/NĐ-CP, không so sánh trực tiếp với các năm trước
    cảnh báo TIM005 ke-hoach.yaml:11:39 <ke-hoach.yaml>
      câu này so sánh năm 2027 với năm 2026: hai năm theo hai chuẩn nghèo, không so sánh được
      ghi chú: đến hết năm 2026: Nghị định số 07/2021/NĐ-CP; theo Nghị định số 351/2025/NĐ-CP: năm 2026 tiếp tục áp dụng chuẩn nghèo giai đoạn 2022 - 2025
      ghi chú: từ năm 2027: Nghị định số 351/2025/NĐ-CP; theo Nghị định số 351/2025/NĐ-CP
      cách sửa: ghi chú dưới bảng hoặc trong lời văn: từ năm 2027 áp dụng chuẩn nghèo theo Nghị định số 351/2025/NĐ-CP, không so sánh trực tiếp với các năm trước
    cảnh báo TXT002 ke-hoach.yaml:11:49 <ke-hoach.yaml>
      số 2% gõ trong câu, chưa rõ nguồn
      cách sửa: khai ở «hang_so» của ho-so.yaml, có nguồn, rồi gọi tên hằng số: ten_hang_so: { gia_tri: 2, don_vi: "%", nguon: "…" }
    "#);
}

#[test]
fn a_workbook_of_last_year() {
    let old = SHEET.replace("CHỈ TIÊU GIẢM NGHÈO", "CHỈ TIÊU GIẢM NGHÈO NĂM 2023");
    insta::assert_snapshot!(told(|project| { project.workbook("data/mau/bang.xlsx", &old); }), @"
    cảnh báo TIM006 bang.xlsx [Biểu 1] A1
      bảng «xa» của hồ sơ năm 2024 lấy từ bảng tính ghi «CHỈ TIÊU GIẢM NGHÈO NĂM 2023»
      cùng với: ho-so.yaml:4:6
      ghi chú: không tiêu đề, đầu cột, tên trang hay tên tệp nào ghi năm 2024
      cách sửa: thay bảng tính của đúng năm; nếu số liệu đúng là của năm này thì sửa năm ghi trên bảng, hoặc sửa `nam`
    ");
    insta::assert_snapshot!(told(|project| {
        project.workbook("data/mau/bang-2023.xlsx", &SHEET.replace("| Chỉ tiêu giảm |", "| Chỉ tiêu giảm năm 2023 |"));
        project.dossier("tep: bang.xlsx", "tep: bang-2023.xlsx").dossier("tieu_de: Chỉ tiêu giảm,", "tieu_de: Chỉ tiêu giảm năm 2023,");
    }), @"
    cảnh báo TIM006 ho-so.yaml:15:7
      bảng «xa» của hồ sơ năm 2024 lấy từ bảng tính ghi «Chỉ tiêu giảm năm 2023»
      cùng với: bang-2023.xlsx
      cùng với: ho-so.yaml:4:6
      ghi chú: không tiêu đề, đầu cột, tên trang hay tên tệp nào ghi năm 2024
      cách sửa: thay bảng tính của đúng năm; nếu số liệu đúng là của năm này thì sửa năm ghi trên bảng, hoặc sửa `nam`
    ");
    for title in [
        "CHỈ TIÊU NĂM 2024, SO VỚI NĂM 2023",
        "CHỈ TIÊU GIAI ĐOẠN 2021 - 2025",
        "HỘ NGHÈO CUỐI NĂM 2023",
        "(Kèm theo Quyết định số 9/QĐ-UBND ngày 28/12/2023)",
    ] {
        let sheet = SHEET.replace("CHỈ TIÊU GIẢM NGHÈO", title);
        assert_eq!(
            told(|project| {
                project.workbook("data/mau/bang.xlsx", &sheet);
            }),
            "",
            "{title}"
        );
    }
}
