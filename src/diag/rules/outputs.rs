//! Rules over templates, the laid-out page as a page, and the output folder.

use super::rules;

rules! {
    MISSING_GLYPH {
        code: "LAY001", name: "missing-glyph", severity: Error,
        what: "phông chữ không có ký tự này",
        why: "",
        basis: "",
        mend: "",
    }
    UNSTABLE {
        code: "LAY002", name: "layout-does-not-settle", severity: Error,
        what: "dàn trang không ổn định sau nhiều lần thử",
        why: "",
        basis: "",
        mend: "",
    }
    UNKNOWN_FONT {
        code: "LAY003", name: "unknown-font", severity: Error,
        what: "không tìm thấy phông chữ",
        why: "",
        basis: "",
        mend: "",
    }
    OVERFLOW {
        code: "LAY004", name: "text-over-text", severity: Error,
        what: "chữ in chồng lên nhau hoặc ra ngoài trang",
        why: "",
        basis: "",
        mend: "",
    }
    LOST_FIGURE {
        code: "LAY005", name: "figure-not-printed", severity: Error,
        what: "số liệu của văn bản không có trên trang in",
        why: "",
        basis: "",
        mend: "",
    }
    LOST_TEXT {
        code: "LAY006", name: "text-not-printed", severity: Error,
        what: "một đoạn chữ hoặc một ô của bảng không có trên trang in",
        why: "mẫu hay tệp dàn trang bị sửa có thể bỏ mất chữ mà không báo; mọi chữ của văn bản phải có trên trang",
        basis: "quy ước của chương trình: không mất chữ nào trên đường từ tệp đến trang in",
        mend: "so tệp trong templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc",
    }
    EDITED {
        code: "OUT001", name: "output-edited-by-hand", severity: Error,
        what: "kết quả đã bị sửa bằng tay",
        why: "",
        basis: "",
        mend: "",
    }
    TEMPLATE {
        code: "TPL001", name: "template-error", severity: Error,
        what: "mẫu văn bản có lỗi",
        why: "",
        basis: "",
        mend: "",
    }
    LAYOUT_SOURCE {
        code: "TPL002", name: "layout-error", severity: Error,
        what: "tệp dàn trang có lỗi",
        why: "",
        basis: "",
        mend: "",
    }
    PROFILE {
        code: "TPL003", name: "profile-error", severity: Error,
        what: "tệp thể thức nd30.yaml có lỗi",
        why: "",
        basis: "",
        mend: "",
    }
}
