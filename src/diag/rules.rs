//! The table of rules: every code with its name, weight and what it says is wrong.
//!
//! A code is three letters and three digits and is never reused: `DIR` folders and file names, `YML` the YAML as text, `KEY` its keys and values,
//! `XLS` workbooks, `TOT` sums, `EQN` row equations, `RAT` rates, `REF` references in text, `TPL` templates,
//! `LAY` the laid-out page, `OUT` the output folder.

use super::Severity;

/// One rule, as data.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    pub code: &'static str,
    /// The fault's name; read it as «allow …».
    pub name: &'static str,
    pub severity: Severity,
    /// What is wrong, for the clerk.
    pub what: &'static str,
}

macro_rules! rules {
    ($($constant:ident $code:literal $name:literal $severity:ident $what:literal;)*) => {
        $(pub const $constant: Rule =
            Rule { code: $code, name: $name, severity: Severity::$severity, what: $what };)*

        /// Every rule, by code.
        pub static ALL: &[&Rule] = &[$(&$constant),*];
    };
}

rules! {
    TWO_FILES "DIR001" "two-files-one-name" Error "hai tệp cho cùng một văn bản";
    MISNAMED "DIR002" "misnamed-file" Warning "tệp hoặc thư mục không được đọc vì đặt tên sai";
    NAME_OF_PART "DIR003" "name-of-a-part" Error "tên tệp trùng với tệp riêng của phụ lục";
    EQUATION "EQN001" "row-equation-mismatch" Error "dòng không thỏa công thức của cột";
    COMPUTED "EQN002" "formula-without-value" Error "không tính được giá trị của cột công thức";
    UNKNOWN_KEY "KEY001" "unknown-key" Error "khóa không có trong quy ước";
    MISSING_KEY "KEY002" "missing-key" Error "thiếu khóa bắt buộc";
    DUPLICATE_KEY "KEY003" "duplicate-key" Error "khóa ghi hai lần";
    WRONG_SHAPE "KEY004" "wrong-shape" Error "giá trị không đúng dạng";
    WRONG_DATE "KEY005" "wrong-date" Error "ngày tháng không đúng";
    UNKNOWN_WORD "KEY006" "unknown-word" Error "giá trị không nằm trong danh sách cho phép";
    WRONG_FORMULA "KEY007" "wrong-formula" Error "công thức không đọc được";
    NOT_FOR_KIND "KEY008" "key-not-for-kind" Error "khóa không dùng cho loại văn bản này";
    OUTSIDE_FORM "KEY009" "outside-the-form" Error "giá trị nằm ngoài mức thể thức cho phép";
    MISSING_GLYPH "LAY001" "missing-glyph" Error "phông chữ không có ký tự này";
    UNSTABLE "LAY002" "layout-does-not-settle" Error "dàn trang không ổn định sau nhiều lần thử";
    UNKNOWN_FONT "LAY003" "unknown-font" Error "không tìm thấy phông chữ";
    OVERFLOW "LAY004" "text-over-text" Error "chữ in chồng lên nhau hoặc ra ngoài trang";
    LOST_FIGURE "LAY005" "figure-not-printed" Error "số liệu của văn bản không có trên trang in";
    EDITED "OUT001" "output-edited-by-hand" Error "kết quả đã bị sửa bằng tay";
    RATE_OUT_OF_RANGE "RAT001" "rate-outside-counts" Warning "tỷ lệ không khớp với số hộ và tỷ lệ khác cùng dòng";
    RATE_NOT_COUNT_OVER_TOTAL "RAT002" "rate-not-count-over-total" Warning "tỷ lệ không bằng tử số chia mẫu số cùng dòng";
    UNKNOWN_PATH "REF001" "unknown-reference" Error "tham chiếu không tìm thấy số liệu";
    BROKEN_REFERENCE "REF002" "broken-reference" Error "tham chiếu viết sai cú pháp";
    WRONG_FILTER "REF003" "filter-does-not-fit" Error "bộ lọc không dùng được cho số liệu này";
    GROUP_SUM "TOT001" "group-total-mismatch" Error "dòng nhóm không bằng tổng các dòng của nhóm";
    TOTAL_SUM "TOT002" "grand-total-mismatch" Error "dòng tổng không bằng tổng các dòng";
    HIDDEN_TOTAL "TOT003" "total-row-not-named" Error "dòng đơn vị bằng tổng các dòng khác";
    PART_EXCEEDS "TOT004" "part-exceeds-whole" Error "dòng «trong đó» lớn hơn dòng chứa nó";
    TEMPLATE "TPL001" "template-error" Error "mẫu văn bản có lỗi";
    LAYOUT_SOURCE "TPL002" "layout-error" Error "tệp dàn trang có lỗi";
    PROFILE "TPL003" "profile-error" Error "tệp thể thức nd30.yaml có lỗi";
    MISSING_WORKBOOK "XLS001" "missing-workbook" Error "không tìm thấy bảng tính";
    UNREADABLE_WORKBOOK "XLS002" "unreadable-workbook" Error "không đọc được bảng tính";
    MISSING_SHEET "XLS003" "missing-sheet" Error "không tìm thấy trang tính";
    MISSING_COLUMN "XLS004" "missing-column" Error "không tìm thấy cột";
    NOT_A_NUMBER "XLS005" "not-a-number" Error "ô số chứa chữ";
    ERROR_VALUE "XLS006" "error-value" Error "ô chứa giá trị lỗi";
    BLANK_CELL "XLS007" "blank-cell" Error "ô số hoặc đơn vị tính để trống";
    DUPLICATE_UNIT "XLS008" "duplicate-unit" Error "đơn vị ghi hai lần";
    NO_ROWS "XLS009" "no-unit-rows" Error "bảng không có dòng đơn vị";
    TOO_PRECISE "XLS010" "more-decimals-than-declared" Error "ô có nhiều chữ số thập phân hơn khai báo";
    TOO_LARGE "XLS011" "workbook-too-large" Error "bảng tính vượt giới hạn";
    NAMELESS_ROW "XLS012" "row-without-name" Error "dòng có số liệu mà không có tên đơn vị";
    AFTER_TOTAL "XLS013" "figures-after-total" Error "có số liệu nằm dưới dòng tổng";
    AMBIGUOUS_COLUMN "XLS014" "ambiguous-column" Error "nhiều cột cùng tiêu đề";
    REVERSED_RANGE "XLS015" "range-reversed" Error "khoảng có hai đầu bằng nhau hoặc đảo ngược";
    UNIT_OR_PART "XLS016" "unit-or-part" Error "không rõ dòng là đơn vị hay là một phần của dòng trên";
    SYNTAX "YML001" "yaml-syntax" Error "YAML sai cú pháp";
    TAB "YML002" "tab-indentation" Error "thụt dòng bằng phím Tab";
    UNQUOTED_COLON "YML003" "unquoted-colon" Error "dấu hai chấm không đặt trong ngoặc kép";
    NOT_TEXT "YML004" "not-text" Error "tệp không phải văn bản Unicode";
    CUT_BY_HASH "YML005" "text-cut-by-hash" Error "chữ sau dấu # bị coi là ghi chú";
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn codes_are_unique_sorted_and_well_formed() {
        for pair in ALL.windows(2) {
            assert!(pair[0].code < pair[1].code, "{} before {}", pair[0].code, pair[1].code);
        }
        for rule in ALL {
            let (letters, digits) = rule.code.split_at(3);
            assert!(letters.bytes().all(|b| b.is_ascii_uppercase()), "{}", rule.code);
            assert!(digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()), "{}", rule.code);
            assert!(!rule.what.is_empty() && !rule.name.is_empty());
        }
    }
}
