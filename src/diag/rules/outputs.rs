//! Rules over templates, the laid-out page as a page, and the output folder.

use super::rules;

rules! {
    MISSING_GLYPH {
        code: "LAY001", name: "missing-glyph", severity: Error,
        what: "phông chữ không có ký tự này",
        why: "ký tự không có trong phông in ra ô vuông hoặc chỗ trống",
        basis: "quy ước của chương trình: chữ nào của người soạn cũng phải có trên trang in",
        mend: "gõ lại ký tự bằng chữ thường dùng (Unicode), hoặc đặt phông có ký tự đó vào templates/fonts",
    }
    UNSTABLE {
        code: "LAY002", name: "layout-does-not-settle", severity: Error,
        what: "dàn trang không ổn định sau nhiều lần thử",
        why: "trang in đổi sau mỗi lần thử thì số trang, ngắt trang không đáng tin",
        basis: "quy ước của chương trình: cùng dữ liệu thì cùng trang in",
        mend: "bỏ phần đã sửa trong templates/layout; vẫn còn thì gửi hồ sơ cho người phụ trách kỹ thuật",
    }
    UNKNOWN_FONT {
        code: "LAY003", name: "unknown-font", severity: Error,
        what: "không tìm thấy phông chữ",
        why: "thiếu phông thì chữ in bằng phông khác, dòng và trang ngắt khác",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I: phông Times New Roman; README.md, mục «Thay đổi mẫu, thể thức, phông chữ»",
        mend: "chép đủ bốn tệp phông (thường, đậm, nghiêng, đậm nghiêng) vào templates/fonts, hoặc xóa tệp hỏng",
    }
    OVERFLOW {
        code: "LAY004", name: "text-over-text", severity: Error,
        what: "chữ in chồng lên nhau hoặc ra ngoài trang",
        why: "chữ chồng lên nhau hoặc ra ngoài giấy thì không đọc được",
        basis: "quy ước của chương trình: chữ nào của người soạn cũng đọc được trên trang in",
        mend: "rút ngắn chữ ở chỗ được nêu, bớt cột của bảng, hoặc tách bảng thành phụ lục",
    }
    LOST_FIGURE {
        code: "LAY005", name: "figure-not-printed", severity: Error,
        what: "số liệu của văn bản không có trên trang in",
        why: "câu văn gọi một số liệu mà trang in không có số đó: mẫu đã bỏ mất chữ",
        basis: "quy ước của chương trình, docs/block-markup.md, mục «Thẻ»",
        mend: "in đoạn chữ qua mảnh `chu` trong mẫu đã sửa, hoặc xóa mẫu để dùng mẫu gốc",
    }
    LOST_TEXT {
        code: "LAY006", name: "text-not-printed", severity: Error,
        what: "chữ của người soạn không được in, hoặc in khác với tệp",
        why: "mẫu hay tệp dàn trang bị sửa có thể bỏ mất một nơi nhận, in số khác, ngày khác, người ký khác mà không báo",
        basis: "quy ước của chương trình: không mất chữ nào trên đường từ tệp đến trang in",
        mend: "so tệp trong templates/forms, templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc",
    }
    STRAY_TEXT {
        code: "LAY007", name: "text-of-no-component", severity: Error,
        what: "trên trang có chữ không thuộc thành phần nào của văn bản, hoặc có trang trống",
        why: "chữ do tệp dàn trang tự thêm thì không ai soạn, không quy tắc nào xét; nhãn thành phần bị bỏ thì không đo được thể thức",
        basis: "quy ước của chương trình: chữ nào trên trang in cũng do văn bản hoặc mẫu viết ra",
        mend: "so tệp trong templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc",
    }
    PDF_STANDARD {
        code: "LAY008", name: "pdf-standard-not-met", severity: Error,
        what: "văn bản không ghi được theo tiêu chuẩn PDF đã chọn",
        why: "tệp tự nhận là PDF/A, PDF/UA mà không đúng thì nơi lưu trữ trả lại",
        basis: "ISO 19005 (PDF/A), ISO 14289-1 (PDF/UA); README.md, mục «Lệnh và mã thoát»",
        mend: "sửa chỗ được nêu, chọn tiêu chuẩn khác (a-2b là rộng nhất), hoặc bỏ --pdf-standard",
    }
    LONG_TABLE {
        code: "LAY009", name: "annex-very-long", severity: Warning,
        what: "bảng in dài trên 5.000 dòng",
        why: "phụ lục hàng trăm trang thì mở chậm, in tốn, người nhận phải tìm mấy dòng của mình trong đó",
        basis: "quy ước của chương trình, README.md, mục «Mỗi đơn vị một văn bản»",
        mend: "lập mỗi đơn vị một văn bản với phụ lục của riêng nó (moi_dong), hoặc chỉ in các dòng tổng hợp và gửi bảng chi tiết bằng Excel",
    }
    EDITED {
        code: "OUT001", name: "output-edited-by-hand", severity: Error,
        what: "kết quả đã bị sửa bằng tay",
        why: "ghi đè thì mất phần người khác đã sửa bằng tay",
        basis: "quy ước của chương trình, README.md, mục «Lệnh và mã thoát»",
        mend: "chép phần đã sửa vào tệp YAML, chuyển tệp đi chỗ khác rồi dựng lại; hoặc dùng --force để ghi đè",
    }
    TAKEN {
        code: "OUT002", name: "output-place-taken", severity: Error,
        what: "chỗ của kết quả đã có thư mục, tệp hay liên kết khác",
        why: "xóa thư mục của người khác để ghi một tệp thì mất hết những gì trong đó",
        basis: "quy ước của chương trình, README.md, mục «Lệnh và mã thoát»",
        mend: "chuyển thư mục, tệp hay liên kết đó sang chỗ khác rồi dựng lại; --force không xóa nó",
    }
    TEMPLATE {
        code: "TPL001", name: "template-error", severity: Error,
        what: "mẫu văn bản có lỗi",
        why: "mẫu lỗi thì không biết cái gì đứng ở đâu trên trang",
        basis: "quy ước của chương trình, docs/block-markup.md",
        mend: "sửa thẻ hoặc biến ở dòng được nêu; xóa tệp trong templates/forms để dùng mẫu gốc",
    }
    LAYOUT_SOURCE {
        code: "TPL002", name: "layout-error", severity: Error,
        what: "tệp dàn trang có lỗi",
        why: "tệp dàn trang lỗi thì không in được trang nào",
        basis: "quy ước của chương trình, README.md, mục «Thay đổi mẫu, thể thức, phông chữ»",
        mend: "sửa tệp ở dòng được nêu; xóa tệp trong templates/layout để dùng tệp gốc",
    }
    PROFILE {
        code: "TPL003", name: "profile-error", severity: Error,
        what: "tệp thể thức nd30.yaml có lỗi",
        why: "tệp thể thức sai thì cỡ chữ, lề, cụm từ cố định không còn đúng Nghị định",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I; docs/block-markup.md, mục «Thêm một thể thức»",
        mend: "so với tệp gốc của chương trình, sửa khóa được nêu; xóa tệp để dùng tệp gốc",
    }
}
