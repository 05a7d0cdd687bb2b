//! Rules about what holds on a day, from dated records (`templates/moc-thoi-gian.yaml`).

use super::rules;

rules! {
    BASIS_AFTER {
        code: "TIM001", name: "basis-after-document", severity: Warning,
        what: "căn cứ có ngày sau ngày của văn bản",
        why: "văn bản không thể căn cứ vào văn bản chưa ban hành; thường là ghi nhầm năm của một trong hai",
        basis: "quy ước của chương trình, README.md, mục «Mốc thời gian»",
        mend: "sửa ngày của căn cứ hoặc `ngay` của văn bản",
    }
    BASIS_NOT_IN_FORCE {
        code: "TIM002", name: "basis-not-in-force", severity: Warning,
        what: "căn cứ đã hết hiệu lực hoặc chưa có hiệu lực vào ngày của văn bản",
        why: "văn bản dựa vào quy định không còn hiệu lực thì bị trả lại hoặc bị bãi bỏ",
        basis: "templates/moc-thoi-gian.yaml, phần `van_ban`, mỗi mốc ghi nguồn",
        mend: "thay bằng văn bản đang có hiệu lực; mốc sai hoặc thiếu thì ghi ở `moc_thoi_gian`",
    }
    BODY_ENDED {
        code: "TIM003", name: "body-ended", severity: Warning,
        what: "cơ quan đã kết thúc hoạt động mà văn bản vẫn giao việc, gửi tới hoặc đứng tên",
        why: "việc giao cho cơ quan không còn thì không ai làm, văn bản gửi tới không ai nhận",
        basis: "templates/moc-thoi-gian.yaml, phần `co_quan`, mỗi mốc ghi nguồn",
        mend: "ghi cơ quan tiếp nhận nhiệm vụ; nói về cơ quan trước sắp xếp thì ghi «(cũ)» sau tên",
    }
    LEVEL_ENDED {
        code: "TIM004", name: "level-ended", severity: Warning,
        what: "cơ quan ban hành, nơi gửi hoặc nơi nhận thuộc cấp, loại đơn vị hành chính không còn",
        why: "từ khi chính quyền địa phương có hai cấp, văn bản gửi cấp huyện không có nơi nhận",
        basis: "templates/moc-thoi-gian.yaml, phần `cap`, mỗi mốc ghi nguồn",
        mend: "gửi các xã, phường, đặc khu; nói về đơn vị trước sắp xếp thì ghi «(cũ)» sau tên",
    }
    STANDARDS_MIXED {
        code: "TIM005", name: "two-poverty-standards-compared", severity: Warning,
        what: "số hộ nghèo của hai chuẩn nghèo được so sánh mà không ghi chú",
        why: "chuẩn nghèo đổi thì đầu kỳ và cuối kỳ đếm hai loại hộ khác nhau: mức giảm in ra không có nghĩa",
        basis: "templates/moc-thoi-gian.yaml, phần `chuan_ngheo`, mỗi mốc ghi nguồn",
        mend: "ghi chú dưới bảng hoặc trong lời văn rằng hai chuẩn nghèo không so sánh trực tiếp được, và nêu văn bản quy định chuẩn mới",
    }
    OLD_WORKBOOK {
        code: "TIM006", name: "workbook-of-another-year", severity: Warning,
        what: "bảng tính ghi năm khác với năm của hồ sơ",
        why: "chép hồ sơ năm trước rồi quên thay bảng tính thì mọi con số đều là của năm trước",
        basis: "quy ước của chương trình, README.md, mục «Mốc thời gian»",
        mend: "thay bảng tính của đúng năm, hoặc sửa năm ghi trên đầu cột, tên trang, tên tệp",
    }
}
