//! Rules over the documents of one dossier together.

use super::rules;

rules! {
    CITED_DIFFERENTLY {
        code: "SET001", name: "cited-differently-in-the-set", severity: Error,
        what: "văn bản trong bộ được văn bản khác dẫn sai số, ký hiệu, ngày, cơ quan hoặc tên loại",
        why: "cả bộ được trình ký cùng nhau; dẫn sai số, ngày của chính văn bản trong bộ thì người nhận không tìm được văn bản ấy",
        basis: "quy ước của chương trình, README.md, mục «Bộ văn bản khớp nhau»",
        mend: "sửa câu dẫn cho khớp với đầu văn bản được dẫn; chưa có số, ngày thì để trống ở cả hai nơi",
    }
    ACT_DIFFERS {
        code: "SET002", name: "one-act-two-descriptions", severity: Error,
        what: "cùng một văn bản mà hai chỗ ghi khác số, ngày, cơ quan ban hành hoặc trích yếu",
        why: "một trong hai chỗ chắc chắn sai; căn cứ ghi sai làm văn bản mất chỗ dựa",
        basis: "quy ước của chương trình, README.md, mục «Bộ văn bản khớp nhau»",
        mend: "tra văn bản gốc rồi sửa chỗ ghi sai",
    }
    DEADLINE_DIFFERS {
        code: "SET003", name: "one-task-two-deadlines", severity: Error,
        what: "cùng một việc mà hai văn bản trong bộ ghi hai thời hạn",
        why: "người thực hiện không biết theo hạn nào; thường do sửa hạn ở một văn bản mà quên văn bản kia",
        basis: "quy ước của chương trình, README.md, mục «Bộ văn bản khớp nhau»",
        mend: "sửa một trong hai ngày; nếu là hai việc khác nhau thì ghi rõ hơn, hoặc bỏ qua có lý do",
    }
    HEADS_DIFFER {
        code: "SET004", name: "one-issuer-two-writings", severity: Error,
        what: "cùng một cơ quan, một chức vụ mà hai văn bản trong bộ ghi khác nhau, hoặc tờ trình gọi văn bản được trình khác với tên của nó",
        why: "tên cơ quan, địa danh, người ký, trích yếu lệch nhau trong một bộ thì bộ văn bản bị trả lại",
        basis: "quy ước của chương trình, README.md, mục «Bộ văn bản khớp nhau»",
        mend: "viết một kiểu trong cả bộ; thông tin dùng chung ghi một lần ở ho-so.yaml",
    }
    OLDER_THAN_BASIS {
        code: "SET005", name: "numbers-and-dates-of-the-set", severity: Error,
        what: "hai văn bản trong bộ trùng số, ký hiệu, hoặc văn bản có ngày trước ngày của văn bản mà nó căn cứ",
        why: "một số chỉ cấp cho một văn bản; văn bản không thể căn cứ vào văn bản chưa ban hành",
        basis: "Nghị định 30/2020/NĐ-CP, Điều 15 (số và thời gian ban hành văn bản)",
        mend: "xem lại số trong sổ đăng ký văn bản đi và ngày của từng văn bản",
    }
}
