//! Days and numbers of acts as they are typed: no such day, a year far away, a day that comes too early (`TIM007` on),
//! an act's year, a number one digit away, one meeting on two days (`SET006` on).

use super::drawn;
use crate::harness::Project;

/// A line of the plan's first section.
const TEXT: &str = "      - doan: Giảm {{ xa";

const INVITATION: &str = "\
loai: giay-moi
so: 8
ngay: 18/3/2024
trich_yeu: Họp triển khai Kế hoạch giảm nghèo năm 2024
kinh_gui: Ủy ban nhân dân các xã
toi_du: cuộc họp triển khai Kế hoạch giảm nghèo năm 2024
thoi_gian: 08 giờ 00 phút, ngày 26/3/2024 (thứ Ba)
dia_diem: Phòng họp Ủy ban nhân dân huyện
noi_dung:
  - doan: Đề nghị các đại biểu dự họp đầy đủ.
noi_nhan: [Như trên, \"Lưu: VT\"]
";
const NOTICE: &str = "\
loai: thong-bao
so: 15
ngay: 29/3/2024
trich_yeu: Kết luận cuộc họp triển khai Kế hoạch giảm nghèo năm 2024
noi_dung:
  - doan: Ngày 26/3/2024, lãnh đạo Ủy ban nhân dân huyện chủ trì cuộc họp triển khai Kế hoạch.
  - doan: Tại cuộc họp ngày 26/3/2024, các xã đã thống nhất chỉ tiêu.
noi_nhan: [Như trên, \"Lưu: VT\"]
";

fn checked(change: impl FnOnce(&Project)) -> String {
    let project = Project::sample();
    change(&project);
    let run = project.run(["check", "--format", "json", "--quiet"]);
    assert!(run.code < 2, "{}{}", run.stdout, run.stderr);
    let findings = run.findings();
    let is_of_days = |finding: &&serde_json::Value| {
        ["SET", "TIM", "KEY"]
            .iter()
            .any(|family| finding["code"].as_str().is_some_and(|code| code.starts_with(family)))
    };
    drawn(&findings.iter().filter(is_of_days).cloned().collect::<Vec<_>>())
}

/// What is said of the sample's plan with one sentence more.
fn said(sentence: &str) -> String {
    checked(|project| {
        project.plan(TEXT, &format!("      - doan: \"{sentence}\"\n{TEXT}"));
    })
}

/// What is said of an invitation and a notice, after one change in each of the files.
fn met(changes: &[(&str, &str, &str)]) -> String {
    checked(|project| {
        project.file("data/mau/giay-moi.yaml", INVITATION).file("data/mau/thong-bao.yaml", NOTICE);
        for (file, old, new) in changes {
            project.replace(&format!("data/mau/{file}.yaml"), old, new);
        }
    })
}

#[test]
fn a_day_that_no_calendar_has() {
    insta::assert_snapshot!(said("Các xã báo cáo trước ngày 31/4/2024; rà soát xong ngày 15 tháng 13 năm 2024."), @"");
    assert_eq!(said("Các xã báo cáo trước ngày 30/4/2024; rà soát xong ngày 15 tháng 12 năm 2024."), "");
}

#[test]
fn a_year_far_from_the_dossier() {
    insta::assert_snapshot!(said("Các xã báo cáo trước ngày 30/4/2204; thực hiện từ ngày 01/01/1024."), @"");
    assert_eq!(said("Tầm nhìn đến ngày 31/12/2045; kỷ niệm ngày 03/02/1930."), "");
    insta::assert_snapshot!(checked(|project| { project.plan("ngay: 15/3/2024", "ngay: 15/3/2204"); }), @"");
}

#[test]
fn a_weekday_of_another_day() {
    insta::assert_snapshot!(said("Họp ngày 26/3/2024 (thứ Tư) và thứ Sáu, ngày 28/3/2024."), @"");
    assert_eq!(said("Họp ngày 26/3/2024 (thứ Ba) và Thứ năm, ngày 28/3/2024, chủ nhật ngày 31/3/2024."), "");
}

#[test]
fn a_day_before_the_document() {
    insta::assert_snapshot!(said("Các xã lập danh sách, gửi Phòng Nội vụ trước ngày 10/3/2024."), @"");
    for fact in [
        "Các xã lập danh sách, gửi Phòng Nội vụ trước ngày 15/3/2024.",
        "Hộ đã được lập danh sách trước ngày 10/3/2024 thì giữ nguyên.",
        "Áp dụng với quyết định ban hành trước ngày 01/01/2022.",
        "Rà soát trẻ em sinh trước ngày 10/3/2024, gửi danh sách.",
        "Đến ngày 31/12/2023, toàn huyện còn hộ nghèo.",
    ] {
        assert_eq!(said(fact), "", "{fact}");
    }
    insta::assert_snapshot!(met(&[("giay-moi", "ngay: 18/3/2024", "ngay: 28/3/2024")]), @"");
}

#[test]
fn what_is_told_before_it_was_done() {
    insta::assert_snapshot!(said("Ngày 20/3/2024, Ủy ban nhân dân tỉnh ban hành chính sách mới. Thực hiện Công văn số 30/UBND-NV ngày 25/3/2024 của Ủy ban nhân dân tỉnh về giảm nghèo."), @"");
    assert_eq!(
        said(
            "Ngày 10/3/2024, Ủy ban nhân dân tỉnh ban hành chính sách mới. Ngày 20/4/2024, các xã tổ chức rà soát."
        ),
        ""
    );
}

#[test]
fn a_leave_and_its_days() {
    let leave = |old: &str, new: &str| {
        let form = "\
loai: giay-nghi-phep
so: 6
ngay: 12/6/2024
ngay_don: 11/6/2024
ong_ba: Trần Thị Bình
chuc_vu: Chuyên viên
thoi_gian: 05 ngày
tu_ngay: 17/6/2024
den_ngay: 21/6/2024
noi_nghi: xã An Bình
tinh_vao: nghỉ hằng năm
noi_nhan: [Bà Trần Thị Bình, \"Lưu: VT\"]
";
        assert_eq!(form.matches(old).count(), 1, "{old}");
        checked(|project| {
            project.file("data/mau/giay-nghi-phep.yaml", form.replace(old, new));
        })
    };
    assert_eq!(leave("05 ngày", "5 ngày"), "");
    assert_eq!(leave("21/6/2024", "22/6/2024"), "");
    insta::assert_snapshot!(leave("21/6/2024", "28/6/2024"), @"");
    insta::assert_snapshot!(leave("05 ngày", "07 ngày"), @"");
    insta::assert_snapshot!(leave("ngay: 12/6/2024", "ngay: 19/6/2024"), @"");
    insta::assert_snapshot!(leave("ngay_don: 11/6/2024", "ngay_don: 14/6/2024"), @"");
    insta::assert_snapshot!(leave("ngay_don: 11/6/2024", "ngay_don: 18/6/2024"), @"");
}

#[test]
fn an_act_of_one_year_dated_in_another() {
    insta::assert_snapshot!(checked(|project| { project.plan("ngay: 27/01/2021", "ngay: 27/01/2012"); }), @"");
    insta::assert_snapshot!(said("Quy trình theo Quyết định số 24/2091/QĐ-TTg."), @"");
    assert_eq!(
        said(
            "Ngày 10/3/2024, Ủy ban nhân dân tỉnh ban hành hướng dẫn thực hiện Quyết định số 24/2021/QĐ-TTg."
        ),
        ""
    );
}

#[test]
fn a_number_one_digit_away_from_an_act_of_the_set() {
    insta::assert_snapshot!(said("Chuẩn nghèo theo Nghị định số 70/2021/NĐ-CP."), @"");
    assert_eq!(said("Chuẩn nghèo theo Nghị định số 7/2021/NĐ-CP; Quyết định số 07/2021/QĐ-TTg."), "");
    assert_eq!(
        said(
            "Nghị định số 09/2021/NĐ-CP ngày 09 tháng 02 năm 2021 của Chính phủ về quản lý vật liệu xây dựng."
        ),
        ""
    );
}

#[test]
fn one_meeting_on_two_days() {
    assert_eq!(met(&[]), "");
    insta::assert_snapshot!(met(&[("thong-bao", "họp ngày 26/3/2024", "họp ngày 28/3/2024")]), @"");
    insta::assert_snapshot!(met(&[("giay-moi", "26/3/2024 (thứ Ba)", "27/3/2024")]), @"");
    // Another meeting.
    assert_eq!(met(&[("thong-bao", "họp ngày 26/3/2024", "họp ngày 12/01/2024")]), "");
}
