//! Rules over what no figure, row number or column id may be.

use super::rules;

rules! {
    CUT_OVER_STOCK {
        code: "BND001", name: "cut-over-stock", severity: Error,
        what: "số giảm nhiều hơn số đang có",
        why: "không thể giảm 120 hộ ở xã chỉ có 100 hộ nghèo; giao chỉ tiêu như vậy là không thực hiện được",
        basis: "quy ước của chương trình: cột có «cong_thuc» trừ, ví dụ ngheo_dau - giam",
        mend: "sửa ô sai trong dòng; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm» ở đầu cột",
    }
    RATE_OVER_HUNDRED {
        code: "BND002", name: "rate-over-hundred", severity: Error,
        what: "tỷ lệ lớn hơn 100%",
        why: "một phần không thể lớn hơn cả thể; thường là thiếu dấu phẩy (797 thay cho 7,97)",
        basis: "quy ước của chương trình: cột phan_tram, diem_phan_tram, và dòng có đơn vị tính %",
        mend: "sửa tỷ lệ; tỷ lệ so với kế hoạch, năm trước thì ghi «Đạt», «So với …» ở đầu cột",
    }
    NEGATIVE {
        code: "BND003", name: "negative-figure", severity: Error,
        what: "số hộ, số người, tỷ lệ là số âm",
        why: "không có số hộ âm; dấu trừ thừa làm sai mọi tổng của cột",
        basis: "quy ước của chương trình: cột đếm và cột tỷ lệ; mức giảm (điểm %) và tiền được phép âm",
        mend: "sửa ô sai; cột là mức tăng, giảm có thể âm thì ghi rõ «Tăng, giảm», «So với …» ở đầu cột",
    }
    RANGE_AGAINST_COUNTS {
        code: "BND004", name: "range-against-counts", severity: Warning,
        what: "khoảng chỉ tiêu theo tỷ lệ không khớp với số hộ cùng dòng",
        why: "chỉ tiêu ghi hai cách mà lệch nhau thì đơn vị không biết phải đạt số nào",
        basis: "quy ước của chương trình: cột tỷ lệ có «cua» (tử số) và «tren» (mẫu số), một bên là khoảng",
        mend: "tính lại khoảng tỷ lệ từ khoảng số hộ và tổng số hộ của dòng",
    }
    ZERO_BASE {
        code: "BND005", name: "zero-base", severity: Warning,
        what: "tỷ lệ hoặc mức giảm tính trên số 0",
        why: "không có hộ nào thì không có tỷ lệ, không có gì để giảm; thường là một ô gõ thiếu",
        basis: "quy ước của chương trình: khóa «cua», «tren» của cột tỷ lệ, «cong_thuc» của cột còn lại",
        mend: "sửa số 0 nếu gõ thiếu, hoặc ghi 0 hay «-» ở ô tỷ lệ",
    }
    ROW_NUMBERS {
        code: "BND006", name: "row-numbers-out-of-sequence", severity: Warning,
        what: "số thứ tự nhảy cóc hoặc lặp lại",
        why: "số thứ tự nhảy thường là mất một dòng, lặp thường là chép thừa một dòng",
        basis: "quy ước của chương trình: số thứ tự chạy suốt bảng hoặc bắt đầu lại ở mỗi nhóm; nhóm đánh I, II, A, B, II.1",
        mend: "đánh lại số thứ tự, hoặc thêm dòng còn thiếu vào bảng",
    }
    COLUMN_IDS {
        code: "BND007", name: "column-ids-out-of-sequence", severity: Warning,
        what: "số của cột dưới đầu bảng nhảy cóc hoặc lặp lại",
        why: "lời văn và ghi chú gọi cột theo số này; số sai thì người đọc tìm nhầm cột",
        basis: "quy ước của chương trình: hàng A, B, 1, 2, 3 = 1 - 2 dưới đầu bảng",
        mend: "đánh lại số của các cột, sửa cả công thức ghi ở hàng này",
    }
    BELOW_OWN_RULE {
        code: "BND008", name: "below-the-plans-own-rule", severity: Warning,
        what: "chỉ tiêu thấp hơn mức mà chính kế hoạch quy định",
        why: "kế hoạch nói một đằng, biểu giao một nẻo thì đơn vị làm theo số thấp",
        basis: "quy ước của chương trình: khóa «muc_toi_thieu» của bảng trong ho-so.yaml",
        mend: "sửa chỉ tiêu của đơn vị, hoặc sửa «muc_toi_thieu» nếu quy định đã khác",
    }
}
