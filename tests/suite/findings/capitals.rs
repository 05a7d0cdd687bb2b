//! Capitals by Phụ lục II of the decree (`WRD040` to `WRD053`).

use super::wording_body::said;

#[test]
fn sentences_and_lines_without_a_capital() {
    insta::assert_snapshot!(said(&["doan: giảm nghèo bền vững. các xã thực hiện.", "gach: hộ cận nghèo;"]), @"
    WRD040 ke-hoach.yaml:11:15 <ke-hoach.yaml>
      viết là «giảm», phải viết «Giảm»
      cách sửa: sửa thành «Giảm»; đầu câu và đầu dòng viết hoa
    WRD040 ke-hoach.yaml:11:36 <ke-hoach.yaml>
      viết là «các», phải viết «Các»
      cách sửa: sửa thành «Các»; đầu câu và đầu dòng viết hoa
    WRD040 ke-hoach.yaml:12:15 <ke-hoach.yaml>
      viết là «hộ», phải viết «Hộ»
      cách sửa: sửa thành «Hộ»; đầu câu và đầu dòng viết hoa
    ");
}

#[test]
fn names_of_persons() {
    let project = crate::harness::Project::sample();
    project.dossier("ho_ten: Nguyễn Văn An", "ho_ten: Nguyễn văn An");
    let run = project.run(["check", "--format", "json", "--quiet", "data/mau/ke-hoach.yaml"]);
    insta::assert_snapshot!(super::drawn(&run.findings()), @"
    cảnh báo WRD041 ho-so.yaml:19:11
      viết là «Nguyễn văn An», phải viết «Nguyễn Văn An»
      cách sửa: sửa thành «Nguyễn Văn An»; tên người viết hoa mọi âm tiết
    ");
    insta::assert_snapshot!(said(&["doan: Học tập tư tưởng Hồ chí Minh; giỗ Tổ vua Hùng và chủ nghĩa Mác - lê-Nin."]), @"
    cảnh báo WRD041 ke-hoach.yaml:11:32 <ke-hoach.yaml>
      viết là «Hồ chí Minh», phải viết «Hồ Chí Minh»
      cách sửa: sửa thành «Hồ Chí Minh»; tên người viết hoa mọi âm tiết
    cảnh báo WRD041 ke-hoach.yaml:11:52 <ke-hoach.yaml>
      viết là «vua Hùng», phải viết «Vua Hùng»
      cách sửa: sửa thành «Vua Hùng»; tên người viết hoa mọi âm tiết
    cảnh báo WRD041 ke-hoach.yaml:11:80 <ke-hoach.yaml>
      viết là «lê-Nin», phải viết «Lê-nin»
      cách sửa: sửa thành «Lê-nin»; tên người viết hoa mọi âm tiết
    ");
}

#[test]
fn names_of_units() {
    insta::assert_snapshot!(said(&[
        "doan: Ủy ban nhân dân Huyện Tân Lập giao Xã An Bình và phường 1, thị xã Hai Bà Trưng.",
        "doan: Đoàn công tác của thành phố Hồ Chí Minh và thủ đô Hà Nội.",
    ]), @"
    cảnh báo WRD042 ke-hoach.yaml:11:31 <ke-hoach.yaml>
      viết là «Huyện», phải viết «huyện»
      cách sửa: sửa thành «huyện»; trước tên riêng viết thường, trước số và tên người viết hoa; tên lấy từ bảng thì thêm bộ lọc: `{{ dong.ten | thuong }}`
    cảnh báo WRD042 ke-hoach.yaml:11:50 <ke-hoach.yaml>
      viết là «Xã», phải viết «xã»
      cách sửa: sửa thành «xã»; trước tên riêng viết thường, trước số và tên người viết hoa; tên lấy từ bảng thì thêm bộ lọc: `{{ dong.ten | thuong }}`
    cảnh báo WRD042 ke-hoach.yaml:11:64 <ke-hoach.yaml>
      viết là «phường», phải viết «Phường»
      cách sửa: sửa thành «Phường»; trước tên riêng viết thường, trước số và tên người viết hoa; tên lấy từ bảng thì thêm bộ lọc: `{{ dong.ten | thuong }}`
    cảnh báo WRD042 ke-hoach.yaml:11:74 <ke-hoach.yaml>
      viết là «thị xã», phải viết «Thị xã»
      cách sửa: sửa thành «Thị xã»; trước tên riêng viết thường, trước số và tên người viết hoa; tên lấy từ bảng thì thêm bộ lọc: `{{ dong.ten | thuong }}`
    cảnh báo WRD042 ke-hoach.yaml:12:33 <ke-hoach.yaml>
      viết là «thành phố Hồ Chí Minh», phải viết «Thành phố Hồ Chí Minh»
      cách sửa: sửa thành «Thành phố Hồ Chí Minh»; trước tên riêng viết thường, trước số và tên người viết hoa; tên lấy từ bảng thì thêm bộ lọc: `{{ dong.ten | thuong }}`
    cảnh báo WRD042 ke-hoach.yaml:12:58 <ke-hoach.yaml>
      viết là «thủ đô Hà Nội», phải viết «Thủ đô Hà Nội»
      cách sửa: sửa thành «Thủ đô Hà Nội»; trước tên riêng viết thường, trước số và tên người viết hoa; tên lấy từ bảng thì thêm bộ lọc: `{{ dong.ten | thuong }}`
    ");
}

#[test]
fn names_of_places() {
    insta::assert_snapshot!(said(&["doan: Các tỉnh Tây nguyên, vùng tây Bắc, dọc Sông Vàm Cỏ đến vũng Tàu, học tập kinh nghiệm của Thái lan."]), @"
    cảnh báo WRD043 ke-hoach.yaml:11:24 <ke-hoach.yaml>
      viết là «Tây nguyên», phải viết «Tây Nguyên»
      cách sửa: sửa thành «Tây Nguyên»; tên vùng viết hoa mọi âm tiết, từ chỉ địa hình trước một tên đủ nghĩa viết thường
    cảnh báo WRD043 ke-hoach.yaml:11:41 <ke-hoach.yaml>
      viết là «tây Bắc», phải viết «Tây Bắc»
      cách sửa: sửa thành «Tây Bắc»; tên vùng viết hoa mọi âm tiết, từ chỉ địa hình trước một tên đủ nghĩa viết thường
    cảnh báo WRD043 ke-hoach.yaml:11:54 <ke-hoach.yaml>
      viết là «Sông Vàm Cỏ», phải viết «sông Vàm Cỏ»
      cách sửa: sửa thành «sông Vàm Cỏ»; tên vùng viết hoa mọi âm tiết, từ chỉ địa hình trước một tên đủ nghĩa viết thường
    cảnh báo WRD043 ke-hoach.yaml:11:70 <ke-hoach.yaml>
      viết là «vũng Tàu», phải viết «Vũng Tàu»
      cách sửa: sửa thành «Vũng Tàu»; tên vùng viết hoa mọi âm tiết, từ chỉ địa hình trước một tên đủ nghĩa viết thường
    cảnh báo WRD043 ke-hoach.yaml:11:104 <ke-hoach.yaml>
      viết là «Thái lan», phải viết «Thái Lan»
      cách sửa: sửa thành «Thái Lan»; tên vùng viết hoa mọi âm tiết, từ chỉ địa hình trước một tên đủ nghĩa viết thường
    ");
}

#[test]
fn names_of_bodies() {
    insta::assert_snapshot!(said(&["doan: Trình ủy ban nhân dân tỉnh, Hội đồng Nhân dân tỉnh, sở Tài chính, Bộ Nông nghiệp và môi trường, ban chấp hành Trung ương, Liên Hợp quốc."]), @"
    cảnh báo WRD044 ke-hoach.yaml:11:21 <ke-hoach.yaml>
      viết là «ủy ban nhân dân», phải viết «Ủy ban nhân dân»
      cách sửa: sửa thành «Ủy ban nhân dân»; viết đúng tên chính thức của cơ quan
    cảnh báo WRD044 ke-hoach.yaml:11:43 <ke-hoach.yaml>
      viết là «Hội đồng Nhân dân», phải viết «Hội đồng nhân dân»
      cách sửa: sửa thành «Hội đồng nhân dân»; viết đúng tên chính thức của cơ quan
    cảnh báo WRD044 ke-hoach.yaml:11:67 <ke-hoach.yaml>
      viết là «sở Tài chính», phải viết «Sở Tài chính»
      cách sửa: sửa thành «Sở Tài chính»; viết đúng tên chính thức của cơ quan
    cảnh báo WRD044 ke-hoach.yaml:11:81 <ke-hoach.yaml>
      viết là «Bộ Nông nghiệp và môi trường», phải viết «Bộ Nông nghiệp và Môi trường»
      cách sửa: sửa thành «Bộ Nông nghiệp và Môi trường»; viết đúng tên chính thức của cơ quan
    cảnh báo WRD044 ke-hoach.yaml:11:111 <ke-hoach.yaml>
      viết là «ban chấp hành Trung ương», phải viết «Ban Chấp hành Trung ương»
      cách sửa: sửa thành «Ban Chấp hành Trung ương»; viết đúng tên chính thức của cơ quan
    cảnh báo WRD044 ke-hoach.yaml:11:137 <ke-hoach.yaml>
      viết là «Liên Hợp quốc», phải viết «Liên hợp quốc»
      cách sửa: sửa thành «Liên hợp quốc»; viết đúng tên chính thức của cơ quan
    ");
}

#[test]
fn the_people_and_the_state() {
    insta::assert_snapshot!(said(&["doan: Vận động các tầng lớp nhân dân; chính sách của nhà nước; Nhà Nước hỗ trợ."]), @"
    cảnh báo WRD045 ke-hoach.yaml:11:28 <ke-hoach.yaml>
      viết là «tầng lớp nhân dân», phải viết «tầng lớp Nhân dân»
      cách sửa: sửa thành «tầng lớp Nhân dân»; viết «Nhân dân», «Nhà nước»
    cảnh báo WRD045 ke-hoach.yaml:11:58 <ke-hoach.yaml>
      viết là «của nhà nước», phải viết «của Nhà nước»
      cách sửa: sửa thành «của Nhà nước»; viết «Nhân dân», «Nhà nước»
    cảnh báo WRD045 ke-hoach.yaml:11:72 <ke-hoach.yaml>
      viết là «Nhà Nước», phải viết «Nhà nước»
      cách sửa: sửa thành «Nhà nước»; viết «Nhân dân», «Nhà nước»
    ");
}

#[test]
fn orders_and_titles_of_honour() {
    insta::assert_snapshot!(said(&["doan: Tặng Huân chương Lao động hạng nhất và Huân chương sao Vàng."]), @"
    cảnh báo WRD046 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      viết là «Huân chương Lao động hạng nhất», phải viết «Huân chương Lao động hạng Nhất»
      cách sửa: sửa thành «Huân chương Lao động hạng Nhất»; tên huân chương viết hoa chữ đầu của tên và của hạng
    cảnh báo WRD046 ke-hoach.yaml:11:54 <ke-hoach.yaml>
      viết là «Huân chương sao Vàng», phải viết «Huân chương Sao vàng»
      cách sửa: sửa thành «Huân chương Sao vàng»; tên huân chương viết hoa chữ đầu của tên và của hạng
    ");
}

#[test]
fn posts_with_their_bodies() {
    insta::assert_snapshot!(said(&["doan: Giao chủ tịch Ủy ban nhân dân xã An Bình, phó Giám đốc Sở Tài chính thực hiện."]), @"
    cảnh báo WRD047 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      viết là «chủ tịch», phải viết «Chủ tịch»
      cách sửa: sửa thành «Chủ tịch»; chức vụ đi liền tên cơ quan viết hoa
    cảnh báo WRD047 ke-hoach.yaml:11:57 <ke-hoach.yaml>
      viết là «phó Giám đốc», phải viết «Phó Giám đốc»
      cách sửa: sửa thành «Phó Giám đốc»; chức vụ đi liền tên cơ quan viết hoa
    ");
}

#[test]
fn personified_nouns() {
    insta::assert_snapshot!(said(&["doan: Thực hiện chủ trương của đảng."]), @"
    cảnh báo WRD048 ke-hoach.yaml:11:25 <ke-hoach.yaml>
      viết là «chủ trương của đảng», phải viết «chủ trương của Đảng»
      cách sửa: sửa thành «chủ trương của Đảng»; viết hoa «Đảng» khi nói về Đảng Cộng sản Việt Nam
    ");
}

#[test]
fn days_years_and_months() {
    insta::assert_snapshot!(said(&["doan: Tặng quà ngày quốc khánh và Tết Nguyên đán năm Kỷ tỵ; nghỉ tết từ sáng thứ hai; họp vào Thứ tư, ngày 03/4/2024."]), @"
    cảnh báo WRD049 ke-hoach.yaml:11:43 <ke-hoach.yaml>
      viết là «Tết Nguyên đán», phải viết «tết Nguyên đán»
      cách sửa: sửa thành «tết Nguyên đán»; tên ngày lễ, năm âm lịch, thứ và tháng viết bằng chữ thì viết hoa; «tết» trước tên ngày tết viết thường
    cảnh báo WRD049 ke-hoach.yaml:11:62 <ke-hoach.yaml>
      viết là «Kỷ tỵ», phải viết «Kỷ Tỵ»
      cách sửa: sửa thành «Kỷ Tỵ»; tên ngày lễ, năm âm lịch, thứ và tháng viết bằng chữ thì viết hoa; «tết» trước tên ngày tết viết thường
    cảnh báo WRD049 ke-hoach.yaml:11:69 <ke-hoach.yaml>
      viết là «nghỉ tết», phải viết «nghỉ Tết»
      cách sửa: sửa thành «nghỉ Tết»; tên ngày lễ, năm âm lịch, thứ và tháng viết bằng chữ thì viết hoa; «tết» trước tên ngày tết viết thường
    cảnh báo WRD049 ke-hoach.yaml:11:81 <ke-hoach.yaml>
      viết là «sáng thứ hai», phải viết «sáng thứ Hai»
      cách sửa: sửa thành «sáng thứ Hai»; tên ngày lễ, năm âm lịch, thứ và tháng viết bằng chữ thì viết hoa; «tết» trước tên ngày tết viết thường
    cảnh báo WRD049 ke-hoach.yaml:11:103 <ke-hoach.yaml>
      viết là «Thứ tư», phải viết «thứ Tư»
      cách sửa: sửa thành «thứ Tư»; tên ngày lễ, năm âm lịch, thứ và tháng viết bằng chữ thì viết hoa; «tết» trước tên ngày tết viết thường
    ");
}

#[test]
fn named_acts() {
    insta::assert_snapshot!(said(&["doan: Thực hiện luật Đất đai và nghị định số 07/2021/NĐ-CP."]), @"
    cảnh báo WRD050 ke-hoach.yaml:11:25 <ke-hoach.yaml>
      viết là «luật Đất đai», phải viết «Luật Đất đai»
      cách sửa: sửa thành «Luật Đất đai»; tên loại của văn bản cụ thể viết hoa
    cảnh báo WRD050 ke-hoach.yaml:11:41 <ke-hoach.yaml>
      viết là «nghị định», phải viết «Nghị định»
      cách sửa: sửa thành «Nghị định»; tên loại của văn bản cụ thể viết hoa
    ");
}

#[test]
fn cited_parts_of_acts() {
    insta::assert_snapshot!(said(&["doan: Theo Khoản 2 điều 5, Điểm a khoản 1 Điều 3 và chương II Nghị định số 07/2021/NĐ-CP."]), @"
    cảnh báo WRD051 ke-hoach.yaml:11:20 <ke-hoach.yaml>
      viết là «Khoản», phải viết «khoản»
      cách sửa: sửa thành «khoản»; Phần, Chương, Mục, Điều viết hoa; khoản, điểm viết thường
    cảnh báo WRD051 ke-hoach.yaml:11:28 <ke-hoach.yaml>
      viết là «điều», phải viết «Điều»
      cách sửa: sửa thành «Điều»; Phần, Chương, Mục, Điều viết hoa; khoản, điểm viết thường
    cảnh báo WRD051 ke-hoach.yaml:11:36 <ke-hoach.yaml>
      viết là «Điểm», phải viết «điểm»
      cách sửa: sửa thành «điểm»; Phần, Chương, Mục, Điều viết hoa; khoản, điểm viết thường
    cảnh báo WRD051 ke-hoach.yaml:11:61 <ke-hoach.yaml>
      viết là «chương», phải viết «Chương»
      cách sửa: sửa thành «Chương»; Phần, Chương, Mục, Điều viết hoa; khoản, điểm viết thường
    ");
}

#[test]
fn historical_events_and_works() {
    insta::assert_snapshot!(said(&["doan: Kỷ niệm Cách mạng Tháng tám; bài trên tạp chí cộng Sản."]), @"
    cảnh báo WRD052 ke-hoach.yaml:11:23 <ke-hoach.yaml>
      viết là «Cách mạng Tháng tám», phải viết «Cách mạng tháng Tám»
      cách sửa: sửa thành «Cách mạng tháng Tám»; tên sự kiện viết hoa chữ đầu, tháng trong tên viết bằng chữ và viết hoa
    cảnh báo WRD053 ke-hoach.yaml:11:53 <ke-hoach.yaml>
      viết là «tạp chí cộng Sản», phải viết «tạp chí Cộng sản»
      cách sửa: sửa thành «tạp chí Cộng sản»; tên sách, báo, tạp chí viết hoa chữ đầu của tên
    ");
}

/// Every row in its right writing, and what only looks like a mistake.
#[test]
fn right_capitals_and_words_that_look_wrong() {
    assert_eq!(
        said(&[
            "doan: Ủy ban nhân dân tỉnh Nam Định, Ủy ban nhân dân xã An Bình, thành phố Thái Nguyên, Quận 1, Phường Điện Biên Phủ, Thủ đô Hà Nội, Thành phố Hồ Chí Minh.",
            "\"doan: 'Xã An Bình: giảm 40 hộ. Huyện Tân Lập: giảm 590 hộ; Xã An Hòa (Xã Yên Lạc cũ) và Tỉnh Đoàn Nam Định.'\"",
            "doan: Quán triệt chủ trương của Đảng; nhân dân trong tỉnh; văn bản số 45/SNNMT-PTNT ngày 02/02/2024 của Sở Nông nghiệp; Công ty Cấp nước Thành phố Xanh; PGS.TS Trần An, đ/c Lê Văn Hùng.",
            "doan: Các sở Tài chính, Nội vụ; giám đốc các sở; Hội Liên hiệp Phụ nữ; Đoàn Thanh niên Cộng sản Hồ Chí Minh; xã Bản Hồ; cầu Cốc Lếu; ông Sùng A Lềnh, Bí thư Đảng ủy xã Sa Pa.",
            "doan: Gồm 02 phường 3 xã và các phường 1, 2, 3; tại phường 3 hộ thoát nghèo; trẻ em và phụ nữ Việt Nam.",
            "doan: Cán bộ tài chính, cơ sở y tế, trụ sở công an; cơ quan nhà nước, ngân sách nhà nước, Tòa án nhân dân, Công an nhân dân; báo Nhân Dân.",
            "doan: Các chủ tịch xã, chủ tịch Ủy ban nhân dân các xã, các phó chủ tịch; giám đốc doanh nghiệp; Chủ tịch Ủy ban nhân dân huyện.",
            "doan: Lần thứ hai, ngày thứ ba của tháng ba; họp vào thứ Hai; tết Nguyên đán; nghỉ Tết; năm Kỷ Tỵ; ngày Quốc khánh 2-9; Quý I năm 2024.",
            "doan: Điểm a khoản 1 Điều 2 Luật Đất đai; 15 điều 3 chương; điều 5 người cần biết; khoản 2 Điều 5; điểm 1.",
            "\"doan: 'Phong trào “cả nước chung tay vì người nghèo. không để ai bị bỏ lại phía sau”, TP. Huế, tr. 5, v.v. và các nội dung khác.'\"",
            "doan: Vùng Tây Nguyên, Tây Bắc; phía tây bắc huyện, cán bộ nam bộ phận hỗ trợ; sông Vàm Cỏ, Vũng Tàu; Mát-xcơ-va; Liên hợp quốc; UNDP.",
            "doan: Huân chương Sao vàng; Cách mạng tháng Tám; tạp chí Cộng sản; Đảng Cộng sản Việt Nam; cấp ủy đảng; Lê-nin; Vua Hùng.",
        ]
        .map(|line| line.trim_matches('"'))),
        ""
    );
}
