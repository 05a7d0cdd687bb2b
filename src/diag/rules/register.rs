//! Rules over the units of tables against the register that the office names (`dia_ban`).

use super::rules;

rules! {
    UNKNOWN_UNIT {
        code: "REG001", name: "unit-not-in-register", severity: Error,
        what: "đơn vị không có trong danh mục đơn vị hành chính",
        why: "tên đơn vị viết sai hoặc đơn vị không có thật mà in vào văn bản đã ký thì chỉ tiêu không giao được cho ai",
        basis: "quy ước của chương trình, README.md, mục «Danh mục đơn vị hành chính»",
        mend: "sửa tên đơn vị trong bảng tính theo gợi ý, hoặc bổ sung đơn vị vào danh mục; dòng không phải đơn vị hành chính thì bỏ qua có lý do",
    }
    DOUBLED_UNIT {
        code: "REG002", name: "one-unit-in-two-rows", severity: Error,
        what: "hai dòng là cùng một đơn vị của danh mục",
        why: "hai tên khác nhau mà là một đơn vị thì số của đơn vị đó bị cộng hai lần",
        basis: "quy ước của chương trình, README.md, mục «Danh mục đơn vị hành chính»",
        mend: "xóa dòng thừa, hoặc sửa tên dòng viết nhầm",
    }
    ENDED_UNIT {
        code: "REG003", name: "unit-ended", severity: Error,
        what: "đơn vị đã hết hiệu lực trước ngày của văn bản",
        why: "giao chỉ tiêu cho đơn vị đã sáp nhập hoặc giải thể thì không ai thực hiện",
        basis: "cột hết hiệu lực của danh mục đơn vị hành chính; từ 01/7/2025 không còn cấp huyện (Luật Tổ chức chính quyền địa phương số 72/2025/QH15)",
        mend: "ghi đơn vị mới; nói về đơn vị trước sắp xếp thì ghi «(cũ)» sau tên",
    }
    FUTURE_UNIT {
        code: "REG004", name: "unit-not-yet-valid", severity: Error,
        what: "đơn vị chưa có hiệu lực vào ngày của văn bản",
        why: "văn bản không thể giao việc cho đơn vị chưa thành lập; thường là ghi nhầm ngày văn bản hoặc lấy nhầm bảng",
        basis: "cột có hiệu lực của danh mục đơn vị hành chính",
        mend: "xem lại «ngay» của văn bản, tên đơn vị trong bảng tính và ngày hiệu lực trong danh mục",
    }
    MISSING_UNIT {
        code: "REG005", name: "unit-without-row", severity: Warning,
        what: "bảng thiếu đơn vị cùng cấp trên có trong danh mục",
        why: "bảng có gần đủ các đơn vị của một địa bàn mà sót vài đơn vị thì thường là sót dòng, tổng cũng thiếu",
        basis: "quy ước của chương trình, README.md, mục «Danh mục đơn vị hành chính»: chỉ xét khi bảng có từ hai phần ba số đơn vị",
        mend: "thêm dòng còn thiếu vào bảng tính; đơn vị không được giao chỉ tiêu thì bỏ qua có lý do",
    }
    AMBIGUOUS_UNIT {
        code: "REG006", name: "unit-name-ambiguous", severity: Warning,
        what: "tên đơn vị là tên của nhiều đơn vị trong danh mục",
        why: "không rõ là đơn vị nào thì không kiểm tra được, và người đọc cũng không rõ",
        basis: "quy ước của chương trình, README.md, mục «Danh mục đơn vị hành chính»",
        mend: "ghi cấp trên trong ngoặc sau tên, hoặc xếp các dòng vào nhóm mang tên cấp trên",
    }
    TWO_WRITINGS {
        code: "REG007", name: "unit-written-two-ways", severity: Warning,
        what: "hai bảng của hồ sơ viết tên một đơn vị khác nhau",
        why: "tên lệch một chữ giữa hai bảng thì ít nhất một bảng in sai tên đơn vị, và số của hai bảng không ghép được với nhau",
        basis: "quy ước của chương trình, README.md, mục «Danh mục đơn vị hành chính»: hai bảng có chung phần lớn tên, tên lệch một chữ chỉ có ở một bảng",
        mend: "sửa tên ở bảng viết sai; đúng là hai đơn vị khác nhau thì bỏ qua có lý do",
    }
    UNIT_IN_TWO_GROUPS {
        code: "REG008", name: "unit-in-two-groups", severity: Error,
        what: "một đơn vị nằm ở hai nhóm của bảng",
        why: "một đơn vị chỉ thuộc một khu vực: tên ghi hai lần thì một dòng ghi nhầm tên, đơn vị thật của dòng đó không có chỉ tiêu",
        basis: "quy ước của chương trình, README.md, mục «Danh mục đơn vị hành chính»: chỉ xét khi các nhóm là khu vực, loại địa bàn và tên đơn vị là duy nhất trên địa bàn",
        mend: "sửa tên dòng ghi nhầm, hoặc xóa dòng thừa; bảng ghi một đơn vị ở nhiều nhóm là đúng thì bỏ qua có lý do",
    }
}
