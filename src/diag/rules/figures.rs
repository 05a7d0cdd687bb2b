//! Rules over figures and over the references that print them.

use super::rules;

rules! {
    EQUATION {
        code: "EQN001", name: "row-equation-mismatch", severity: Error,
        what: "dòng không thỏa công thức của cột",
        why: "người đọc lấy số trong cùng dòng tính lại là thấy sai, ví dụ đầu năm trừ giảm không bằng cuối năm",
        basis: "quy ước của chương trình: khóa «cong_thuc» của cột trong ho-so.yaml",
        mend: "sửa ô sai trong dòng rồi lưu bảng tính; công thức khai sai thì sửa «cong_thuc»",
    }
    COMPUTED {
        code: "EQN002", name: "formula-without-value", severity: Error,
        what: "không tính được giá trị của cột công thức",
        why: "cột chỉ có công thức thì số in ra là số tính được; không tính được thì không có gì để in",
        basis: "quy ước của chương trình, README.md, mục «Gọi số liệu trong câu văn»",
        mend: "sửa các ô mà công thức đọc (ô không phải số, khoảng, chia cho 0); kết quả lẻ thì khai báo «le»",
    }
    RATE_OUT_OF_RANGE {
        code: "RAT001", name: "rate-outside-counts", severity: Warning,
        what: "tỷ lệ không khớp với số hộ và tỷ lệ khác cùng dòng",
        why: "các tỷ lệ trong một dòng có chung một mẫu số; tỷ lệ lệch nghĩa là một con số trong dòng đã sai",
        basis: "quy ước của chương trình, README.md, mục «Một cảnh báo thật»; khóa «cua» của cột",
        mend: "đối chiếu số hộ và tỷ lệ với nguồn, sửa ô sai; số đã công bố sai từ trước thì bỏ qua có lý do",
    }
    RATE_NOT_COUNT_OVER_TOTAL {
        code: "RAT002", name: "rate-not-count-over-total", severity: Warning,
        what: "tỷ lệ không bằng tử số chia mẫu số cùng dòng",
        why: "người đọc lấy tử số chia mẫu số cùng dòng là thấy tỷ lệ sai",
        basis: "quy ước của chương trình: khóa «cua» (tử số) và «tren» (mẫu số) của cột",
        mend: "sửa tỷ lệ, tử số hoặc mẫu số trong dòng; số đã công bố sai từ trước thì bỏ qua có lý do",
    }
    RATE_NOT_FORMULA {
        code: "RAT003", name: "points-not-difference", severity: Warning,
        what: "mức giảm (điểm %) không bằng hiệu hai tỷ lệ đã ghi, hoặc tỷ lệ không đúng công thức",
        why: "người đọc lấy hai tỷ lệ in trong dòng trừ nhau là thấy mức giảm sai",
        basis: "quy ước của chương trình: «cong_thuc» của cột phan_tram, diem_phan_tram; làm tròn theo «le» hoặc theo chính ô đó",
        mend: "đối chiếu các tỷ lệ với nguồn, sửa ô sai; số đã công bố sai từ trước thì bỏ qua có lý do",
    }
    RATE_OF_TOTAL {
        code: "RAT004", name: "rate-of-total-not-between-rows", severity: Warning,
        what: "tỷ lệ của dòng tổng, dòng nhóm nằm ngoài tỷ lệ các dòng, hoặc là trung bình cộng của chúng",
        why: "tỷ lệ chung tính từ tổng số hộ; lấy trung bình cộng các tỷ lệ thì xã nhỏ nặng bằng xã lớn, kết quả sai",
        basis: "quy ước của chương trình: cột phan_tram không có «cua» và «cong_thuc»",
        mend: "tính lại tỷ lệ từ số hộ của cả dòng; có cột số hộ thì khai báo «cua», «tren»",
    }
    DENOMINATOR_SUM {
        code: "RAT005", name: "denominators-do-not-add-up", severity: Warning,
        what: "tỷ lệ của dòng tổng, dòng nhóm không khớp với tổng mẫu số của các dòng",
        why: "tổng số hộ của cả tỉnh là tổng số hộ các huyện; tỷ lệ cho ra hai tổng khác nhau thì có ô sai",
        basis: "quy ước của chương trình: khóa «cua» của cột tỷ lệ không có «tren»",
        mend: "đối chiếu tỷ lệ của dòng này và của các dòng được cộng với nguồn, sửa ô sai",
    }
    UNKNOWN_PATH {
        code: "REF001", name: "unknown-reference", severity: Error,
        what: "tham chiếu không tìm thấy số liệu",
        why: "tham chiếu không có số liệu thì câu văn thiếu số",
        basis: "quy ước của chương trình, README.md, mục «Gọi số liệu trong câu văn»",
        mend: "sửa tên bảng, dòng hoặc cột theo gợi ý; hằng số thì khai ở «hang_so» của ho-so.yaml",
    }
    BROKEN_REFERENCE {
        code: "REF002", name: "broken-reference", severity: Error,
        what: "tham chiếu viết sai cú pháp",
        why: "tham chiếu viết sai không biết gọi số nào, và không được in nguyên dấu ngoặc ra giấy",
        basis: "quy ước của chương trình, README.md, mục «Gọi số liệu trong câu văn»",
        mend: "viết {{ bảng.dòng.cột }} hoặc {{ … | bộ_lọc }}; muốn in dấu ngoặc thì viết {{{{",
    }
    WRONG_FILTER {
        code: "REF003", name: "filter-does-not-fit", severity: Error,
        what: "bộ lọc không dùng được cho số liệu này",
        why: "bộ lọc không hợp thì số in ra sai nghĩa, ví dụ đọc bằng chữ một tên xã",
        basis: "quy ước của chương trình, README.md, mục «Gọi số liệu trong câu văn»",
        mend: "bỏ bộ lọc hoặc dùng bộ lọc mà thông báo nêu",
    }
    GROUP_SUM {
        code: "TOT001", name: "group-total-mismatch", severity: Error,
        what: "dòng nhóm không bằng tổng các dòng của nhóm",
        why: "người đọc cộng tay các dòng của nhóm là thấy không khớp, và không tin cả bảng",
        basis: "quy ước của chương trình, README.md, mục «Chương trình kiểm tra những gì»",
        mend: "sửa dòng nhóm hoặc dòng đơn vị sai rồi lưu bảng tính; cột không cộng dồn thì đổi «kieu»",
    }
    TOTAL_SUM {
        code: "TOT002", name: "grand-total-mismatch", severity: Error,
        what: "dòng tổng không bằng tổng các dòng",
        why: "người đọc cộng tay cột là thấy tổng không khớp, và không tin cả bảng",
        basis: "quy ước của chương trình, README.md, mục «Chương trình kiểm tra những gì»",
        mend: "sửa dòng tổng hoặc dòng sai rồi lưu bảng tính; cột không cộng dồn thì đổi «kieu»",
    }
    HIDDEN_TOTAL {
        code: "TOT003", name: "total-row-not-named", severity: Error,
        what: "dòng đơn vị bằng tổng các dòng khác",
        why: "dòng cộng mang tên lạ bị đọc là một đơn vị: mọi tổng tính ra thành gấp đôi",
        basis: "quy ước của chương trình, README.md, mục «Gọi số liệu trong câu văn»: dòng tổng nhận ra theo tên",
        mend: "là dòng tổng thì đặt tên «Tổng cộng» hoặc «Toàn tỉnh»; là đơn vị thì thêm dòng tổng",
    }
    PART_EXCEEDS {
        code: "TOT004", name: "part-exceeds-whole", severity: Error,
        what: "dòng «trong đó» lớn hơn dòng chứa nó",
        why: "một phần không thể lớn hơn cả dòng; một trong hai ô đã gõ sai",
        basis: "quy ước của chương trình, README.md, mục «Gọi số liệu trong câu văn»: dòng «trong đó»",
        mend: "sửa ô sai rồi lưu bảng tính; dòng không phải «trong đó» thì bỏ gạch đầu tên",
    }
    SAME_FACT {
        code: "TOT005", name: "same-fact-different-figures", severity: Error,
        what: "một số liệu ghi ở hai nơi của hồ sơ mà khác nhau",
        why: "hai bảng của một hồ sơ nói hai số thì không biết văn bản nào đúng",
        basis: "quy ước của chương trình: khóa «doi_chieu» của ho-so.yaml",
        mend: "sửa nơi sai; hai số vốn không phải là một thì xóa mục đó của «doi_chieu»",
    }
}
