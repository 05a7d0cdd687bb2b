//! Rules about days and the numbers of acts as they are typed: no such day, a year far away, a day that comes too early.

use super::rules;

rules! {
    ACT_YEAR {
        code: "SET006", name: "act-number-of-another-year", severity: Error,
        what: "năm trong số, ký hiệu của văn bản được dẫn khác năm trong ngày của nó, hoặc sau năm của văn bản đang soạn",
        why: "văn bản mang số của năm nào thì ban hành trong năm ấy; một trong hai chỗ chắc chắn gõ nhầm",
        basis: "Luật Ban hành văn bản quy phạm pháp luật: số, ký hiệu gồm số thứ tự và năm ban hành",
        mend: "tra văn bản gốc rồi sửa số hoặc ngày",
    }
    NUMBER_SLIP {
        code: "SET007", name: "act-number-one-digit-away", severity: Warning,
        what: "văn bản được dẫn chỉ bằng số, mà số ấy chỉ khác một chữ số, hoặc đảo hai chữ số, so với văn bản cùng loại trong bộ",
        why: "số gõ nhầm một chữ thì người đọc tìm ra văn bản khác; văn bản dẫn lần đầu phải ghi đủ ngày, cơ quan, trích yếu nên số chỉ ghi trơn thường là số của văn bản đã nêu",
        basis: "quy ước của chương trình, README.md, mục «Bộ văn bản khớp nhau»",
        mend: "sửa số cho khớp; nếu đúng là văn bản khác thì ghi đủ ngày, cơ quan ban hành, trích yếu ở lần dẫn đầu",
    }
    MEETING_DAYS {
        code: "SET008", name: "one-meeting-two-days", severity: Warning,
        what: "giấy mời, biên bản và văn bản nhắc đến cuộc họp ghi hai ngày chỉ khác nhau một chữ số, hoặc đảo hai chữ số",
        why: "cùng một cuộc họp mà ngày lệch nhau thì biên bản, thông báo mất giá trị chứng minh",
        basis: "quy ước của chương trình, README.md, mục «Bộ văn bản khớp nhau»",
        mend: "sửa chỗ ghi sai; nếu là hai cuộc họp thì bỏ qua có lý do",
    }
    NO_SUCH_DAY {
        code: "TIM007", name: "no-such-day", severity: Error,
        what: "ngày ghi trong câu văn không có trong lịch",
        why: "ngày 31/4 không có thật: chắc chắn là gõ nhầm, và không ai thực hiện được theo ngày ấy",
        basis: "lịch",
        mend: "sửa ngày hoặc tháng",
    }
    YEAR_FAR {
        code: "TIM008", name: "year-far-from-dossier", severity: Warning,
        what: "ngày của một năm trước 1900 hoặc sau năm của hồ sơ hơn 30 năm",
        why: "thường là gõ nhầm một chữ số, ví dụ 2204 thay cho 2024",
        basis: "quy ước của chương trình, README.md, mục «Mốc thời gian»",
        mend: "sửa năm; ngày đúng là xa như vậy thì bỏ qua có lý do",
    }
    WRONG_WEEKDAY {
        code: "TIM009", name: "weekday-of-another-day", severity: Error,
        what: "thứ trong tuần không khớp với ngày",
        why: "người dự họp không biết đến theo thứ hay theo ngày",
        basis: "lịch",
        mend: "sửa thứ hoặc sửa ngày",
    }
    DEADLINE_PASSED {
        code: "TIM010", name: "day-before-document", severity: Warning,
        what: "thời hạn của một việc, hoặc ngày họp của giấy mời, trước ngày của chính văn bản",
        why: "việc giao đã quá hạn từ lúc ban hành thì không ai thực hiện được; thường do chép hạn của năm trước",
        basis: "quy ước của chương trình, README.md, mục «Mốc thời gian»",
        mend: "sửa thời hạn, hoặc sửa `ngay` của văn bản",
    }
    NOT_YET_DONE {
        code: "TIM011", name: "told-before-it-was-done", severity: Warning,
        what: "câu kể việc đã làm, hoặc văn bản được dẫn, mang ngày sau ngày của chính văn bản",
        why: "văn bản không thể kể việc chưa xảy ra, dẫn văn bản chưa ban hành; một trong hai ngày gõ nhầm",
        basis: "quy ước của chương trình, README.md, mục «Mốc thời gian»",
        mend: "sửa ngày trong câu, hoặc sửa `ngay` của văn bản",
    }
    LEAVE_DAYS {
        code: "TIM012", name: "leave-and-its-days", severity: Warning,
        what: "số ngày nghỉ không khớp với ngày bắt đầu, ngày kết thúc, hoặc đơn và giấy nghỉ phép có ngày ngược nhau",
        why: "người nghỉ và cơ quan tính hai số ngày khác nhau",
        basis: "quy ước của chương trình, README.md, mục «Mốc thời gian»",
        mend: "sửa `thoi_gian` hoặc các ngày; kỳ nghỉ có ngày lễ khác thì bỏ qua có lý do",
    }
}
