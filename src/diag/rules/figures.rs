//! Rules over figures and over the references that print them.

use super::rules;

rules! {
    EQUATION {
        code: "EQN001", name: "row-equation-mismatch", severity: Error,
        what: "dòng không thỏa công thức của cột",
        why: "",
        basis: "",
        mend: "",
    }
    COMPUTED {
        code: "EQN002", name: "formula-without-value", severity: Error,
        what: "không tính được giá trị của cột công thức",
        why: "",
        basis: "",
        mend: "",
    }
    RATE_OUT_OF_RANGE {
        code: "RAT001", name: "rate-outside-counts", severity: Warning,
        what: "tỷ lệ không khớp với số hộ và tỷ lệ khác cùng dòng",
        why: "",
        basis: "",
        mend: "",
    }
    RATE_NOT_COUNT_OVER_TOTAL {
        code: "RAT002", name: "rate-not-count-over-total", severity: Warning,
        what: "tỷ lệ không bằng tử số chia mẫu số cùng dòng",
        why: "",
        basis: "",
        mend: "",
    }
    UNKNOWN_PATH {
        code: "REF001", name: "unknown-reference", severity: Error,
        what: "tham chiếu không tìm thấy số liệu",
        why: "",
        basis: "",
        mend: "",
    }
    BROKEN_REFERENCE {
        code: "REF002", name: "broken-reference", severity: Error,
        what: "tham chiếu viết sai cú pháp",
        why: "",
        basis: "",
        mend: "",
    }
    WRONG_FILTER {
        code: "REF003", name: "filter-does-not-fit", severity: Error,
        what: "bộ lọc không dùng được cho số liệu này",
        why: "",
        basis: "",
        mend: "",
    }
    GROUP_SUM {
        code: "TOT001", name: "group-total-mismatch", severity: Error,
        what: "dòng nhóm không bằng tổng các dòng của nhóm",
        why: "",
        basis: "",
        mend: "",
    }
    TOTAL_SUM {
        code: "TOT002", name: "grand-total-mismatch", severity: Error,
        what: "dòng tổng không bằng tổng các dòng",
        why: "",
        basis: "",
        mend: "",
    }
    HIDDEN_TOTAL {
        code: "TOT003", name: "total-row-not-named", severity: Error,
        what: "dòng đơn vị bằng tổng các dòng khác",
        why: "",
        basis: "",
        mend: "",
    }
    PART_EXCEEDS {
        code: "TOT004", name: "part-exceeds-whole", severity: Error,
        what: "dòng «trong đó» lớn hơn dòng chứa nó",
        why: "",
        basis: "",
        mend: "",
    }
}
