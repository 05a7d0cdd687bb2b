//! Rules over annex workbooks that come back from the units (`collect`). No waiver covers these.

use super::rules;

rules! {
    NOT_RETURNED {
        code: "RET001", name: "not-a-returned-annex", severity: Error,
        what: "tệp thu về không phải phụ lục do chương trình lập",
        why: "không có trang ẩn thì không biết ô nào là của cột nào, dòng nào; đoán thì nhầm số của đơn vị này sang đơn vị khác",
        basis: "quy ước của chương trình, README.md, mục «Thu phụ lục về»",
        mend: "xin đơn vị điền vào đúng tệp Excel đã nhận và gửi lại chính tệp đó",
    }
    OTHER_DOSSIER {
        code: "RET002", name: "return-of-another-dossier", severity: Error,
        what: "tệp thu về thuộc hồ sơ, văn bản khác",
        why: "số của năm khác, văn bản khác lẫn vào thì cả bảng tổng hợp sai",
        basis: "quy ước của chương trình, README.md, mục «Thu phụ lục về»: mỗi lần thu một văn bản",
        mend: "bỏ tệp đó ra và thu riêng, hoặc xin đơn vị gửi đúng tệp",
    }
    OLDER_BUILD {
        code: "RET003", name: "return-of-an-older-build", severity: Error,
        what: "tệp thu về lập từ bản cũ của hồ sơ",
        why: "dòng, cột của hồ sơ đã đổi sau khi gửi, nên không biết số trong tệp nay thuộc dòng nào, cột nào",
        basis: "quy ước của chương trình, README.md, mục «Thu phụ lục về»",
        mend: "đưa hồ sơ về như lúc gửi rồi thu, hoặc dựng lại phụ lục và gửi tệp mới",
    }
    CHANGED_SHAPE {
        code: "RET004", name: "return-with-another-shape", severity: Error,
        what: "tệp thu về bị thêm bớt dòng, cột, đổi tiêu đề hay đổi tên dòng",
        why: "ô không còn ở chỗ đã gửi thì số có thể là của dòng, cột khác",
        basis: "quy ước của chương trình, README.md, mục «Thu phụ lục về»",
        mend: "xin đơn vị điền lại vào tệp đã nhận, chỉ gõ vào các ô được mở",
    }
    CLOSED_CELL {
        code: "RET005", name: "closed-cell-changed", severity: Error,
        what: "ô ngoài phần được điền đã bị sửa",
        why: "đơn vị sửa số nền (số hộ đầu năm, tổng số hộ) thì chỉ tiêu không còn trên cùng một số liệu với tỉnh",
        basis: "quy ước của chương trình, README.md, mục «Thu phụ lục về»: chỉ các cột ghi ở «mo» được điền",
        mend: "trả ô đó về số đã gửi rồi thu lại; nếu số của đơn vị đúng thì sửa bảng tính của hồ sơ, dựng và gửi lại",
    }
    TWO_ANSWERS {
        code: "RET006", name: "two-answers", severity: Error,
        what: "hai tệp thu về ghi hai số khác nhau cho cùng một ô",
        why: "lấy số nào cũng là đoán; số kia mất mà không ai biết",
        basis: "quy ước của chương trình, README.md, mục «Thu phụ lục về»",
        mend: "hỏi đơn vị bản nào đúng, bỏ tệp kia ra rồi thu lại",
    }
    NO_ANSWER {
        code: "RET007", name: "return-without-an-answer", severity: Warning,
        what: "tệp thu về không khác gì bản đã gửi",
        why: "phụ lục gửi chung cho mọi đơn vị mà không có ô nào khác thì không biết đơn vị nào trả lời, hay tệp chưa điền",
        basis: "quy ước của chương trình, README.md, mục «Thu phụ lục về»",
        mend: "hỏi lại đơn vị đã điền chưa; thống nhất với số đã gửi thì không cần gửi tệp",
    }
    NOTHING_OPEN {
        code: "RET008", name: "nothing-to-fill-in", severity: Error,
        what: "phụ lục không có ô nào mở cho đơn vị điền",
        why: "không có cột ghi ở «mo» thì mọi ô là số của hồ sơ, không có gì để thu",
        basis: "quy ước của chương trình, docs/forms.md, «bang_tinh» của phụ lục",
        mend: "thêm «bang_tinh: { mo: [<cột>] }» vào phụ lục, dựng lại và gửi tệp mới",
    }
}
