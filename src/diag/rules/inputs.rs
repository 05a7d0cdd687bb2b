//! Rules over what the clerk hands in: folders, YAML, keys, workbooks. No waiver covers these.

use super::rules;

rules! {
    TWO_FILES {
        code: "DIR001", name: "two-files-one-name", severity: Error,
        what: "hai tệp cho cùng một văn bản",
        why: "",
        basis: "",
        mend: "",
    }
    MISNAMED {
        code: "DIR002", name: "misnamed-file", severity: Warning,
        what: "tệp hoặc thư mục không được đọc vì đặt tên sai",
        why: "",
        basis: "",
        mend: "",
    }
    NAME_OF_PART {
        code: "DIR003", name: "name-of-a-part", severity: Error,
        what: "tên tệp trùng với tệp riêng của phụ lục",
        why: "",
        basis: "",
        mend: "",
    }
    UNKNOWN_KEY {
        code: "KEY001", name: "unknown-key", severity: Error,
        what: "khóa không có trong quy ước",
        why: "",
        basis: "",
        mend: "",
    }
    MISSING_KEY {
        code: "KEY002", name: "missing-key", severity: Error,
        what: "thiếu khóa bắt buộc",
        why: "",
        basis: "",
        mend: "",
    }
    DUPLICATE_KEY {
        code: "KEY003", name: "duplicate-key", severity: Error,
        what: "khóa ghi hai lần",
        why: "",
        basis: "",
        mend: "",
    }
    WRONG_SHAPE {
        code: "KEY004", name: "wrong-shape", severity: Error,
        what: "giá trị không đúng dạng",
        why: "",
        basis: "",
        mend: "",
    }
    WRONG_DATE {
        code: "KEY005", name: "wrong-date", severity: Error,
        what: "ngày tháng không đúng",
        why: "",
        basis: "",
        mend: "",
    }
    UNKNOWN_WORD {
        code: "KEY006", name: "unknown-word", severity: Error,
        what: "giá trị không nằm trong danh sách cho phép",
        why: "",
        basis: "",
        mend: "",
    }
    WRONG_FORMULA {
        code: "KEY007", name: "wrong-formula", severity: Error,
        what: "công thức không đọc được",
        why: "",
        basis: "",
        mend: "",
    }
    NOT_FOR_KIND {
        code: "KEY008", name: "key-not-for-kind", severity: Error,
        what: "khóa không dùng cho loại văn bản này",
        why: "",
        basis: "",
        mend: "",
    }
    OUTSIDE_FORM {
        code: "KEY009", name: "outside-the-form", severity: Error,
        what: "giá trị nằm ngoài mức thể thức cho phép",
        why: "",
        basis: "",
        mend: "",
    }
    MISSING_WORKBOOK {
        code: "XLS001", name: "missing-workbook", severity: Error,
        what: "không tìm thấy bảng tính",
        why: "",
        basis: "",
        mend: "",
    }
    UNREADABLE_WORKBOOK {
        code: "XLS002", name: "unreadable-workbook", severity: Error,
        what: "không đọc được bảng tính",
        why: "",
        basis: "",
        mend: "",
    }
    MISSING_SHEET {
        code: "XLS003", name: "missing-sheet", severity: Error,
        what: "không tìm thấy trang tính",
        why: "",
        basis: "",
        mend: "",
    }
    MISSING_COLUMN {
        code: "XLS004", name: "missing-column", severity: Error,
        what: "không tìm thấy cột",
        why: "",
        basis: "",
        mend: "",
    }
    NOT_A_NUMBER {
        code: "XLS005", name: "not-a-number", severity: Error,
        what: "ô số chứa chữ",
        why: "",
        basis: "",
        mend: "",
    }
    ERROR_VALUE {
        code: "XLS006", name: "error-value", severity: Error,
        what: "ô chứa giá trị lỗi",
        why: "",
        basis: "",
        mend: "",
    }
    BLANK_CELL {
        code: "XLS007", name: "blank-cell", severity: Error,
        what: "ô số hoặc đơn vị tính để trống",
        why: "",
        basis: "",
        mend: "",
    }
    DUPLICATE_UNIT {
        code: "XLS008", name: "duplicate-unit", severity: Error,
        what: "đơn vị ghi hai lần",
        why: "",
        basis: "",
        mend: "",
    }
    NO_ROWS {
        code: "XLS009", name: "no-unit-rows", severity: Error,
        what: "bảng không có dòng đơn vị",
        why: "",
        basis: "",
        mend: "",
    }
    TOO_PRECISE {
        code: "XLS010", name: "more-decimals-than-declared", severity: Error,
        what: "ô có nhiều chữ số thập phân hơn khai báo",
        why: "",
        basis: "",
        mend: "",
    }
    TOO_LARGE {
        code: "XLS011", name: "workbook-too-large", severity: Error,
        what: "bảng tính vượt giới hạn",
        why: "",
        basis: "",
        mend: "",
    }
    NAMELESS_ROW {
        code: "XLS012", name: "row-without-name", severity: Error,
        what: "dòng có số liệu mà không có tên đơn vị",
        why: "",
        basis: "",
        mend: "",
    }
    AFTER_TOTAL {
        code: "XLS013", name: "figures-after-total", severity: Error,
        what: "có số liệu nằm dưới dòng tổng",
        why: "",
        basis: "",
        mend: "",
    }
    AMBIGUOUS_COLUMN {
        code: "XLS014", name: "ambiguous-column", severity: Error,
        what: "nhiều cột cùng tiêu đề",
        why: "",
        basis: "",
        mend: "",
    }
    REVERSED_RANGE {
        code: "XLS015", name: "range-reversed", severity: Error,
        what: "khoảng có hai đầu bằng nhau hoặc đảo ngược",
        why: "",
        basis: "",
        mend: "",
    }
    UNIT_OR_PART {
        code: "XLS016", name: "unit-or-part", severity: Error,
        what: "không rõ dòng là đơn vị hay là một phần của dòng trên",
        why: "",
        basis: "",
        mend: "",
    }
    SYNTAX {
        code: "YML001", name: "yaml-syntax", severity: Error,
        what: "YAML sai cú pháp",
        why: "",
        basis: "",
        mend: "",
    }
    TAB {
        code: "YML002", name: "tab-indentation", severity: Error,
        what: "thụt dòng bằng phím Tab",
        why: "",
        basis: "",
        mend: "",
    }
    UNQUOTED_COLON {
        code: "YML003", name: "unquoted-colon", severity: Error,
        what: "dấu hai chấm không đặt trong ngoặc kép",
        why: "",
        basis: "",
        mend: "",
    }
    NOT_TEXT {
        code: "YML004", name: "not-text", severity: Error,
        what: "tệp không phải văn bản Unicode",
        why: "",
        basis: "",
        mend: "",
    }
    CUT_BY_HASH {
        code: "YML005", name: "text-cut-by-hash", severity: Error,
        what: "chữ sau dấu # bị coi là ghi chú",
        why: "",
        basis: "",
        mend: "",
    }
}
