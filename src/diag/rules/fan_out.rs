//! Rules over documents that are made one for every row of a table (`moi_dong`).

use super::rules;

rules! {
    NO_UNITS {
        code: "FAN001", name: "fan-out-over-nothing", severity: Error,
        what: "«moi_dong» không chọn được dòng nào",
        why: "không có dòng thì không có văn bản; một «nhom», «loai» ghi sai sẽ làm mất cả loạt văn bản",
        basis: "quy ước của chương trình, README.md, mục «Mỗi đơn vị một văn bản»",
        mend: "xem lại «bang», «theo», «nhom», «loai» của «moi_dong»",
    }
    SAME_FILE {
        code: "FAN002", name: "two-units-one-file", severity: Error,
        what: "hai đơn vị của «moi_dong» cùng một tên tệp",
        why: "văn bản của đơn vị này sẽ ghi đè văn bản của đơn vị kia",
        basis: "quy ước của chương trình, README.md, mục «Mỗi đơn vị một văn bản»",
        mend: "ghi tên khác nhau trong bảng tính, ví dụ thêm tên huyện; hoặc chọn bớt bằng «nhom», «loai»",
    }
    NO_OWN_ROWS {
        code: "FAN003", name: "unit-missing-in-other-table", severity: Error,
        what: "bảng in theo «cua: dong» không có đúng một dòng hoặc một nhóm của đơn vị",
        why: "phụ lục của đơn vị ấy sẽ trống, hoặc lấy nhầm số của đơn vị khác cùng tên",
        basis: "quy ước của chương trình, README.md, mục «Mỗi đơn vị một văn bản»",
        mend: "ghi tên đơn vị giống nhau trong hai bảng; mỗi đơn vị một dòng hoặc một nhóm",
    }
    UNMADE_IN_LIST {
        code: "FAN004", name: "list-names-unmade-document", severity: Error,
        what: "danh sách kê cả văn bản không lập được",
        why: "danh sách gửi đi sẽ nhắc tới văn bản chưa có",
        basis: "quy ước của chương trình, README.md, mục «Mỗi đơn vị một văn bản»",
        mend: "sửa lỗi của các văn bản bị từ chối rồi dựng lại",
    }
    ONE_NUMBER {
        code: "FAN005", name: "one-number-for-all-units", severity: Error,
        what: "mọi văn bản của «moi_dong» in cùng một số",
        why: "mỗi văn bản có số riêng; nhiều văn bản một số thì không dẫn được văn bản nào",
        basis: "Nghị định 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.3: số là số thứ tự của văn bản",
        mend: "để trống «so», hoặc ghi cột chứa số của từng văn bản: moi_dong: { bang: …, so: <cột> }",
    }
}
