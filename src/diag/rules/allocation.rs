//! Rules over columns whose values are shares of a total (`phan_bo`).

use super::rules;

rules! {
    NOT_ALLOCATED {
        code: "ALC001", name: "total-cannot-be-split", severity: Error,
        what: "không phân bổ được tổng cho các đơn vị",
        why: "mức tối thiểu, tối đa trái nhau hoặc không có căn cứ chia thì không có cách chia nào cộng lại đúng bằng tổng",
        basis: "quy ước của chương trình, README.md, mục «Phân bổ một chỉ tiêu»",
        mend: "sửa tổng, mức tối thiểu, tối đa hoặc cột dùng để chia theo phép tính nêu trong thông báo",
    }
    SHARE {
        code: "ALC002", name: "share-mismatch", severity: Error,
        what: "số giao cho đơn vị khác kết quả phân bổ",
        why: "số giao không theo cách chia đã nêu trong kế hoạch thì đơn vị nhận nhiều hơn có lý do để khiếu nại",
        basis: "quy ước của chương trình, README.md, mục «Phân bổ một chỉ tiêu»: phân bổ theo phần dư lớn nhất",
        mend: "sửa ô sai rồi lưu bảng tính; nếu số trong bảng đúng thì sửa «phan_bo»; có thỏa thuận riêng thì bỏ qua có lý do",
    }
}
