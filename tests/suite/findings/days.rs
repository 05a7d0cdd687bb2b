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
    insta::assert_snapshot!(said("Các xã báo cáo trước ngày 31/4/2024; rà soát xong ngày 15 tháng 13 năm 2024."), @"
    TIM007 ke-hoach.yaml:11:42 <ke-hoach.yaml>
      «31/4/2024»: không có ngày 31 trong tháng 4 năm 2024
      cách sửa: sửa ngày hoặc tháng
    TIM007 ke-hoach.yaml:11:71 <ke-hoach.yaml>
      «15 tháng 13 năm 2024»: không có tháng 13
      cách sửa: sửa ngày hoặc tháng
    ");
    assert_eq!(said("Các xã báo cáo trước ngày 30/4/2024; rà soát xong ngày 15 tháng 12 năm 2024."), "");
}

#[test]
fn a_year_far_from_the_dossier() {
    insta::assert_snapshot!(said("Các xã báo cáo trước ngày 30/4/2204; thực hiện từ ngày 01/01/1024."), @"
    cảnh báo TIM008 ke-hoach.yaml:11:42 <ke-hoach.yaml>
      ngày 30/4/2204 quá xa: đây là hồ sơ năm 2024
      cách sửa: sửa năm của ngày này; nếu đúng thì bỏ qua có lý do
    cảnh báo TIM008 ke-hoach.yaml:11:71 <ke-hoach.yaml>
      ngày 01/01/1024 quá xa: đây là hồ sơ năm 2024
      cách sửa: sửa năm của ngày này; nếu đúng thì bỏ qua có lý do
    ");
    assert_eq!(said("Tầm nhìn đến ngày 31/12/2045; kỷ niệm ngày 03/02/1930."), "");
    insta::assert_snapshot!(checked(|project| { project.plan("ngay: 15/3/2024", "ngay: 15/3/2204"); }), @"
    cảnh báo TIM004 ho-so.yaml:1:26 <ke-hoach.yaml>
      cơ quan ban hành, cơ quan chủ quản «Ủy ban nhân dân huyện Tân Lập» trong văn bản ngày 15/3/2204: cấp huyện không còn từ ngày 01/7/2025
      ghi chú: theo Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 51
      cách sửa: ghi các xã, phường, đặc khu; nói về đơn vị trước sắp xếp thì ghi «(cũ)» sau tên
    cảnh báo TIM008 ke-hoach.yaml:3:7 <ke-hoach.yaml>
      ngày 15/3/2204 quá xa: đây là hồ sơ năm 2024
      cách sửa: sửa năm của ngày này; nếu đúng thì bỏ qua có lý do
    ");
}

#[test]
fn a_weekday_of_another_day() {
    insta::assert_snapshot!(said("Họp ngày 26/3/2024 (thứ Tư) và thứ Sáu, ngày 28/3/2024."), @"
    TIM009 ke-hoach.yaml:11:25 <ke-hoach.yaml>
      ngày 26/3/2024 là thứ Ba, ở đây ghi thứ Tư
      cách sửa: sửa thứ hoặc sửa ngày
    TIM009 ke-hoach.yaml:11:61 <ke-hoach.yaml>
      ngày 28/3/2024 là thứ Năm, ở đây ghi thứ Sáu
      cách sửa: sửa thứ hoặc sửa ngày
    ");
    assert_eq!(said("Họp ngày 26/3/2024 (thứ Ba) và Thứ năm, ngày 28/3/2024, chủ nhật ngày 31/3/2024."), "");
}

#[test]
fn a_day_before_the_document() {
    insta::assert_snapshot!(said("Các xã lập danh sách, gửi Phòng Nội vụ trước ngày 10/3/2024."), @"
    cảnh báo TIM010 ke-hoach.yaml:11:66 <ke-hoach.yaml>
      «Các xã lập danh sách, gửi Phòng Nội vụ t…» có hạn ngày 10/3/2024, trước ngày ban hành: đây là văn bản ngày 15/3/2024
      cùng với: ke-hoach.yaml:3:7
      cách sửa: sửa ngày này, hoặc sửa `ngay` của văn bản
    ");
    for fact in [
        "Các xã lập danh sách, gửi Phòng Nội vụ trước ngày 15/3/2024.",
        "Hộ đã được lập danh sách trước ngày 10/3/2024 thì giữ nguyên.",
        "Áp dụng với quyết định ban hành trước ngày 01/01/2022.",
        "Rà soát trẻ em sinh trước ngày 10/3/2024, gửi danh sách.",
        "Đến ngày 31/12/2023, toàn huyện còn hộ nghèo.",
    ] {
        assert_eq!(said(fact), "", "{fact}");
    }
    insta::assert_snapshot!(met(&[("giay-moi", "ngay: 18/3/2024", "ngay: 28/3/2024")]), @"
    cảnh báo TIM010 giay-moi.yaml:7:12 <giay-moi.yaml>
      «08 giờ 00 phút, ngày 26/3/2024 (thứ Ba)» họp ngày 26/3/2024, trước ngày ban hành: đây là văn bản ngày 28/3/2024
      cùng với: giay-moi.yaml:3:7
      cách sửa: sửa ngày này, hoặc sửa `ngay` của văn bản
    ");
}

#[test]
fn what_is_told_before_it_was_done() {
    insta::assert_snapshot!(said("Ngày 20/3/2024, Ủy ban nhân dân tỉnh ban hành chính sách mới. Thực hiện Công văn số 30/UBND-NV ngày 25/3/2024 của Ủy ban nhân dân tỉnh về giảm nghèo."), @"
    cảnh báo TIM011 ke-hoach.yaml:11:21 <ke-hoach.yaml>
      «Ngày 20/3/2024, Ủy ban nhân dân tỉnh ban…» ghi ngày 20/3/2024, sau ngày ban hành: đây là văn bản ngày 15/3/2024
      cùng với: ke-hoach.yaml:3:7
      cách sửa: sửa ngày trong câu, hoặc sửa `ngay` của văn bản
    cảnh báo TIM011 ke-hoach.yaml:11:116 <ke-hoach.yaml>
      «Công văn số 30/UBND-NV» ghi ngày 25/3/2024, sau ngày ban hành: đây là văn bản ngày 15/3/2024
      cùng với: ke-hoach.yaml:3:7
      cách sửa: sửa ngày trong câu, hoặc sửa `ngay` của văn bản
    ");
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
    insta::assert_snapshot!(leave("21/6/2024", "28/6/2024"), @"
    cảnh báo TIM012 giay-nghi-phep.yaml:7:12 <giay-nghi-phep.yaml>
      ghi nghỉ 5 ngày, nhưng từ 17/6/2024 đến 28/6/2024 là 12 ngày, trong đó 10 ngày làm việc
      cùng với: giay-nghi-phep.yaml:8:10
      cùng với: giay-nghi-phep.yaml:9:11
      cách sửa: sửa số ngày nghỉ, hoặc sửa ngày bắt đầu, ngày kết thúc
    ");
    insta::assert_snapshot!(leave("05 ngày", "07 ngày"), @"
    cảnh báo TIM012 giay-nghi-phep.yaml:7:12 <giay-nghi-phep.yaml>
      ghi nghỉ 7 ngày, nhưng từ 17/6/2024 đến 21/6/2024 là 5 ngày, trong đó 5 ngày làm việc
      cùng với: giay-nghi-phep.yaml:8:10
      cùng với: giay-nghi-phep.yaml:9:11
      cách sửa: sửa số ngày nghỉ, hoặc sửa ngày bắt đầu, ngày kết thúc
    ");
    insta::assert_snapshot!(leave("ngay: 12/6/2024", "ngay: 19/6/2024"), @"
    cảnh báo TIM012 giay-nghi-phep.yaml:8:10 <giay-nghi-phep.yaml>
      nghỉ từ ngày 17/6/2024, trước văn bản ngày 19/6/2024
      cùng với: giay-nghi-phep.yaml:3:7
      cách sửa: sửa chỗ ghi sai
    ");
    insta::assert_snapshot!(leave("ngay_don: 11/6/2024", "ngay_don: 14/6/2024"), @"
    cảnh báo TIM012 giay-nghi-phep.yaml:4:11 <giay-nghi-phep.yaml>
      đơn ngày 14/6/2024, sau văn bản ngày 12/6/2024
      cùng với: giay-nghi-phep.yaml:3:7
      cách sửa: sửa chỗ ghi sai
    ");
    insta::assert_snapshot!(leave("ngay_don: 11/6/2024", "ngay_don: 18/6/2024"), @"
    cảnh báo TIM012 giay-nghi-phep.yaml:4:11 <giay-nghi-phep.yaml>
      đơn ngày 18/6/2024, sau văn bản ngày 12/6/2024
      cùng với: giay-nghi-phep.yaml:3:7
      cách sửa: sửa chỗ ghi sai
    KEY005 giay-nghi-phep.yaml:8:1 <giay-nghi-phep.yaml>
      «tu_ngay» 17/6/2024 trước «ngay_don» 18/6/2024
      cùng với: giay-nghi-phep.yaml:4:1
      cách sửa: xem lại hai ngày
    ");
}

#[test]
fn an_act_of_one_year_dated_in_another() {
    insta::assert_snapshot!(checked(|project| { project.plan("ngay: 27/01/2021", "ngay: 27/01/2012"); }), @"
    SET006 ke-hoach.yaml:6:28 <ke-hoach.yaml>
      «Nghị định số 07/2021/NĐ-CP» mang số của năm 2021, mà ghi ngày 27/01/2012
      cùng với: ke-hoach.yaml:6:69
      cách sửa: tra văn bản gốc rồi sửa số hoặc ngày
    ");
    insta::assert_snapshot!(said("Quy trình theo Quyết định số 24/2091/QĐ-TTg."), @"
    SET006 ke-hoach.yaml:11:45 <ke-hoach.yaml>
      «Quyết định số 24/2091/QĐ-TTg» mang số của năm 2091, sau năm của văn bản này
      cùng với: ke-hoach.yaml:3:7
      cách sửa: tra văn bản gốc rồi sửa số hoặc ngày
    ");
    assert_eq!(
        said(
            "Ngày 10/3/2024, Ủy ban nhân dân tỉnh ban hành hướng dẫn thực hiện Quyết định số 24/2021/QĐ-TTg."
        ),
        ""
    );
}

#[test]
fn a_number_one_digit_away_from_an_act_of_the_set() {
    insta::assert_snapshot!(said("Chuẩn nghèo theo Nghị định số 70/2021/NĐ-CP."), @"
    cảnh báo SET007 ke-hoach.yaml:11:46 <ke-hoach.yaml>
      «Nghị định số 70/2021/NĐ-CP» không được nêu đủ ngày, cơ quan, trích yếu ở đâu trong bộ; gần giống «Nghị định số 07/2021/NĐ-CP» ở ke-hoach.yaml
      cùng với: ke-hoach.yaml:6:28
      cách sửa: số gõ nhầm thì sửa; nếu là văn bản khác thì lần dẫn đầu ghi đủ ngày, cơ quan ban hành, trích yếu
    ");
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
    insta::assert_snapshot!(met(&[("thong-bao", "họp ngày 26/3/2024", "họp ngày 28/3/2024")]), @"
    cảnh báo SET008 thong-bao.yaml:7:29 <thong-bao.yaml>
      cuộc họp ở đây ghi ngày 28/3/2024, ở giay-moi.yaml ghi ngày 26/3/2024
      cùng với: giay-moi.yaml:7:12
      cách sửa: sửa chỗ ghi sai; nếu là hai cuộc họp thì bỏ qua có lý do
    ");
    insta::assert_snapshot!(met(&[("giay-moi", "26/3/2024 (thứ Ba)", "27/3/2024")]), @"
    cảnh báo SET008 giay-moi.yaml:7:12 <giay-moi.yaml>
      cuộc họp ở đây ghi ngày 27/3/2024, ở thong-bao.yaml ghi ngày 26/3/2024
      cùng với: thong-bao.yaml:6:16
      cùng với: thong-bao.yaml:7:29
      cách sửa: sửa chỗ ghi sai; nếu là hai cuộc họp thì bỏ qua có lý do
    cảnh báo SET008 thong-bao.yaml:6:16 <thong-bao.yaml>
      cuộc họp ở đây ghi ngày 26/3/2024, ở giay-moi.yaml ghi ngày 27/3/2024
      cùng với: giay-moi.yaml:7:12
      cách sửa: sửa chỗ ghi sai; nếu là hai cuộc họp thì bỏ qua có lý do
    cảnh báo SET008 thong-bao.yaml:7:29 <thong-bao.yaml>
      cuộc họp ở đây ghi ngày 26/3/2024, ở giay-moi.yaml ghi ngày 27/3/2024
      cùng với: giay-moi.yaml:7:12
      cách sửa: sửa chỗ ghi sai; nếu là hai cuộc họp thì bỏ qua có lý do
    ");
    // Another meeting.
    assert_eq!(met(&[("thong-bao", "họp ngày 26/3/2024", "họp ngày 12/01/2024")]), "");
}
