//! Rules over numbers and names of units that are typed into text.

use super::rules;

rules! {
    TEXT_AGAINST_TABLE {
        code: "TXT001", name: "text-contradicts-table", severity: Error,
        what: "số gõ trong câu trái với bảng",
        why: "một văn bản đã ký mà câu văn nói một số, phụ lục nói một số thì không ai biết phải theo số nào",
        basis: "quy ước của chương trình, README.md, mục «Số gõ tay trong câu văn»: cùng câu có tên đơn vị và chỉ tiêu, hoặc số chỉ lệch một chữ số, hai chữ số đổi chỗ",
        mend: "sửa số trong câu, hoặc gọi số từ bảng bằng {{ bảng.dòng.cột }}; số nói về việc khác thì bỏ qua có lý do",
    }
    UNSOURCED_NUMBER {
        code: "TXT002", name: "number-without-source", severity: Warning,
        what: "số gõ trong câu chưa rõ nguồn",
        why: "số gõ tay không đổi theo bảng tính, và khi bị hỏi không ai biết lấy từ đâu",
        basis: "quy ước của chương trình, README.md, mục «Số gõ tay trong câu văn»",
        mend: "gọi số từ bảng bằng {{ bảng.dòng.cột }}, hoặc khai ở «hang_so» của ho-so.yaml kèm nguồn; số không cần nguồn thì bỏ qua có lý do",
    }
    WORDS_AGAINST_DIGITS {
        code: "TXT003", name: "words-contradict-digits", severity: Error,
        what: "số viết bằng chữ khác số viết bằng chữ số",
        why: "khi số và chữ khác nhau, người nhận văn bản không biết số nào đúng",
        basis: "quy ước của chương trình, README.md, mục «Số gõ tay trong câu văn»",
        mend: "sửa số hoặc chữ; để chương trình tự đọc số thì dùng bộ lọc chu: {{ … | chu }}",
    }
    MISSPELT_UNIT {
        code: "TXT004", name: "unit-written-unlike-table", severity: Warning,
        what: "tên đơn vị gõ trong câu viết khác bảng",
        why: "tên đơn vị lệch một chữ trong văn bản đã ký là một đơn vị khác, hoặc không có thật",
        basis: "quy ước của chương trình, README.md, mục «Số gõ tay trong câu văn»: tên lệch một chữ so với tên trong bảng, không phải tên của đơn vị nào khác trong hồ sơ và danh mục",
        mend: "sửa tên trong câu hoặc trong bảng, hoặc gọi tên từ bảng; đúng là một đơn vị khác thì bỏ qua có lý do",
    }
    COUNT_AGAINST_LIST {
        code: "TXT005", name: "count-contradicts-list", severity: Error,
        what: "số đếm khác với phần kể ra",
        why: "ghi 05 phường mà kể tên 04 thì người đọc không biết thiếu phường nào, hay số sai",
        basis: "quy ước của chương trình, README.md, mục «Số gõ tay trong câu văn»: đơn vị kể tên ngay sau số, mục viết ra dưới câu có dấu hai chấm, loại đơn vị của bảng",
        mend: "đếm lại, sửa số (số gọi từ «hang_so» thì sửa ở ho-so.yaml) hoặc bổ sung phần kể ra; số không đếm danh sách này thì bỏ qua có lý do",
    }
}
