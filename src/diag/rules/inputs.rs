//! Rules over what the clerk hands in: folders, YAML, keys, workbooks. No waiver covers these.

use super::rules;

rules! {
    TWO_FILES {
        code: "DIR001", name: "two-files-one-name", severity: Error,
        what: "hai tệp cho cùng một văn bản",
        why: "hai tệp cùng tên, khác đuôi (.yaml và .yml) là cùng một văn bản; chỉ một tệp được đọc, sửa nhầm tệp kia thì không có gì đổi",
        basis: "quy ước của chương trình, README.md, mục «Thư mục»: mỗi văn bản một tệp",
        mend: "xóa tệp cũ hoặc đổi tên một trong hai tệp",
    }
    MISNAMED {
        code: "DIR002", name: "misnamed-file", severity: Warning,
        what: "tệp hoặc thư mục không được đọc vì đặt tên sai",
        why: "tệp đặt sai tên hay sai chỗ thì không được đọc; người soạn tưởng văn bản đã được dựng",
        basis: "quy ước của chương trình, README.md, mục «Thư mục»",
        mend: "đổi tên theo lời nhắc: văn bản là tệp .yaml nằm ngay trong thư mục hồ sơ, thông tin dùng chung là ho-so.yaml; tệp không phải văn bản thì chuyển ra ngoài data/",
    }
    NAME_OF_PART {
        code: "DIR003", name: "name-of-a-part", severity: Error,
        what: "tên tệp trùng với tệp riêng của phụ lục",
        why: "phụ lục tách riêng ghi ra tệp như ke-hoach.phu-luc-1.pdf; một văn bản mang đúng tên đó sẽ đè lên tệp phụ lục",
        basis: "quy ước của chương trình, README.md, mục «Thư mục»",
        mend: "đổi tên tệp văn bản, bỏ đuôi .phu-luc-… hoặc .kem-theo-…",
    }
    UNKNOWN_KEY {
        code: "KEY001", name: "unknown-key", severity: Error,
        what: "khóa không có trong quy ước",
        why: "khóa viết sai chính tả thì giá trị của nó không được dùng, chữ của người soạn mất mà không ai biết",
        basis: "quy ước của chương trình, docs/forms.md, mục «Khóa chung của mọi mẫu»",
        mend: "sửa tên khóa theo gợi ý; khóa không dùng thì xóa dòng đó",
    }
    MISSING_KEY {
        code: "KEY002", name: "missing-key", severity: Error,
        what: "thiếu khóa bắt buộc",
        why: "thiếu giá trị này thì trang in có chỗ trống hoặc sai thể thức",
        basis: "quy ước của chương trình, docs/forms.md, mục «Khóa chung của mọi mẫu» và mục của từng mẫu",
        mend: "thêm dòng «khóa: giá trị» ở tệp được nêu; giá trị dùng chung cho cả hồ sơ thì ghi ở ho-so.yaml",
    }
    DUPLICATE_KEY {
        code: "KEY003", name: "duplicate-key", severity: Error,
        what: "khóa ghi hai lần",
        why: "hai dòng cùng khóa nói hai điều khác nhau, chương trình không tự chọn",
        basis: "quy ước của chương trình: mỗi khóa ghi một lần trong một nhóm",
        mend: "giữ một dòng, xóa dòng kia",
    }
    WRONG_SHAPE {
        code: "KEY004", name: "wrong-shape", severity: Error,
        what: "giá trị không đúng dạng",
        why: "giá trị không đúng dạng thì không đọc ra điều người soạn muốn: danh sách thay cho chữ, chữ thay cho số",
        basis: "quy ước của chương trình, docs/forms.md, ví dụ của từng mẫu",
        mend: "viết lại giá trị theo dạng nêu trong thông báo; so với ví dụ cùng mẫu trong docs/forms.md",
    }
    WRONG_DATE {
        code: "KEY005", name: "wrong-date", severity: Error,
        what: "ngày tháng không đúng",
        why: "ngày không có trong lịch hoặc viết lẫn ngày với tháng sẽ in sai ngày ký",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4: ghi đầy đủ ngày, tháng, năm; cách gõ theo docs/forms.md",
        mend: "viết 15/3/2023 hoặc 2023-03-15; chưa biết ngày thì viết 2023-03",
    }
    UNKNOWN_WORD {
        code: "KEY006", name: "unknown-word", severity: Error,
        what: "giá trị không nằm trong danh sách cho phép",
        why: "giá trị ngoài danh sách không có cách in nào ứng với nó",
        basis: "quy ước của chương trình, docs/forms.md (danh sách giá trị của từng khóa)",
        mend: "chọn một giá trị trong danh sách mà thông báo nêu",
    }
    WRONG_FORMULA {
        code: "KEY007", name: "wrong-formula", severity: Error,
        what: "công thức không đọc được",
        why: "công thức không đọc được thì cột không tính được, cũng không kiểm tra được",
        basis: "quy ước của chương trình, README.md, mục «Gọi số liệu trong câu văn»",
        mend: "chỉ dùng + - * /, dấu ngoặc, tên cột và số, ví dụ: cong_thuc: dau - giam",
    }
    NOT_FOR_KIND {
        code: "KEY008", name: "key-not-for-kind", severity: Error,
        what: "khóa không dùng cho loại văn bản này",
        why: "mẫu không có thành phần này, nên chữ đã viết sẽ không được in ra",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục III (các mẫu 1.1 đến 1.10); docs/forms.md, mục của từng mẫu",
        mend: "xóa khóa, hoặc chọn loại văn bản có thành phần đó",
    }
    OUTSIDE_FORM {
        code: "KEY009", name: "outside-the-form", severity: Error,
        what: "giá trị nằm ngoài mức thể thức cho phép",
        why: "cỡ chữ, lề hoặc khoảng cách ngoài mức cho phép làm cả văn bản sai thể thức",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I; mức của từng khóa ở docs/forms.md, mục «Chỉnh thể thức, thói quen viết»",
        mend: "chọn giá trị trong mức mà thông báo nêu, hoặc xóa khóa để dùng giá trị có sẵn",
    }
    MISSING_WORKBOOK {
        code: "XLS001", name: "missing-workbook", severity: Error,
        what: "không tìm thấy bảng tính",
        why: "không có bảng tính thì mọi số liệu của văn bản không có nguồn",
        basis: "quy ước của chương trình, README.md, mục «Thư mục»: bảng tính nằm cùng thư mục với ho-so.yaml",
        mend: "chép tệp vào thư mục hồ sơ, hoặc sửa tên ở khóa «tep» cho đúng",
    }
    UNREADABLE_WORKBOOK {
        code: "XLS002", name: "unreadable-workbook", severity: Error,
        what: "không đọc được bảng tính",
        why: "tệp hỏng, có mật khẩu hoặc không phải bảng tính thì không đọc được ô nào",
        basis: "quy ước của chương trình, README.md, mục «Bảng tính đọc được»",
        mend: "mở tệp bằng Excel, bỏ mật khẩu, lưu lại dạng «Excel Workbook (*.xlsx)»",
    }
    MISSING_SHEET {
        code: "XLS003", name: "missing-sheet", severity: Error,
        what: "không tìm thấy trang tính",
        why: "không biết đọc trang nào thì có thể lấy nhầm số của năm khác, biểu khác",
        basis: "quy ước của chương trình, README.md, mục «Một hồ sơ nhỏ»",
        mend: "sửa khóa «trang» cho đúng tên trang tính; tệp có nhiều trang đang hiện thì phải ghi «trang»",
    }
    MISSING_COLUMN {
        code: "XLS004", name: "missing-column", severity: Error,
        what: "không tìm thấy cột",
        why: "cột không tìm thấy thì số liệu của cột không có; đoán cột khác sẽ in nhầm số",
        basis: "quy ước của chương trình, README.md, mục «Một hồ sơ nhỏ»: cột được tìm theo «tieu_de»",
        mend: "ghi «tieu_de» đúng như đầu bảng; đầu bảng nhiều tầng thì ghi danh sách từ trên xuống",
    }
    NOT_A_NUMBER {
        code: "XLS005", name: "not-a-number", severity: Error,
        what: "ô số chứa chữ",
        why: "ô chữ trong cột số không cộng được, và có thể là số gõ nhầm",
        basis: "quy ước của chương trình, README.md, mục «Gọi số liệu trong câu văn» (kiểu cột, khoảng, mức)",
        mend: "gõ lại ô thành số; khoảng và mức viết như «6 - 7», «trên 20»; cột chữ thì khai báo kieu: van_ban",
    }
    ERROR_VALUE {
        code: "XLS006", name: "error-value", severity: Error,
        what: "ô chứa giá trị lỗi",
        why: "ô mang #REF!, #DIV/0!… không có giá trị để in",
        basis: "quy ước của chương trình: chỉ in giá trị có trong ô",
        mend: "mở bảng tính, sửa công thức của ô rồi lưu lại",
    }
    BLANK_CELL {
        code: "XLS007", name: "blank-cell", severity: Error,
        what: "ô số hoặc đơn vị tính để trống",
        why: "ô trống không phải là số 0; in số 0 hay bỏ qua đều là nói thay người lập bảng",
        basis: "quy ước của chương trình, README.md, mục «Chương trình kiểm tra những gì»",
        mend: "điền số vào ô; không có thì ghi 0",
    }
    DUPLICATE_UNIT {
        code: "XLS008", name: "duplicate-unit", severity: Error,
        what: "đơn vị ghi hai lần",
        why: "một đơn vị có hai dòng thì số của nó bị cộng hai lần, và không rõ gọi dòng nào",
        basis: "quy ước của chương trình, README.md, mục «Chương trình kiểm tra những gì»",
        mend: "xóa dòng thừa; hai đơn vị trùng tên thì ghi thêm tên huyện hoặc xếp vào hai nhóm",
    }
    NO_ROWS {
        code: "XLS009", name: "no-unit-rows", severity: Error,
        what: "bảng không có dòng đơn vị",
        why: "bảng không có dòng nào để in, để cộng; thường là nhầm trang hoặc nhầm cột tên",
        basis: "quy ước của chương trình, README.md, mục «Một hồ sơ nhỏ»",
        mend: "xem lại «trang» và «tieu_de» của cột tên; dữ liệu phải nằm dưới đầu bảng",
    }
    TOO_PRECISE {
        code: "XLS010", name: "more-decimals-than-declared", severity: Error,
        what: "ô có nhiều chữ số thập phân hơn khai báo",
        why: "ô có nhiều số lẻ hơn khai báo thì số in ra khác số trong ô, cộng lại sẽ lệch",
        basis: "quy ước của chương trình, README.md, mục «Gọi số liệu trong câu văn»: số chỉ được làm tròn khi câu văn yêu cầu",
        mend: "làm tròn ô trong bảng tính, hoặc tăng «le» của cột",
    }
    TOO_LARGE {
        code: "XLS011", name: "workbook-too-large", severity: Error,
        what: "bảng tính vượt giới hạn",
        why: "bảng quá lớn làm máy hết bộ nhớ; thường do định dạng kéo dài đến dòng cuối của trang tính",
        basis: "quy ước của chương trình: giới hạn dòng, cột, dung lượng nêu trong thông báo",
        mend: "xóa các dòng, cột trống thừa ở cuối trang tính, hoặc chép phần cần dùng sang tệp mới",
    }
    NAMELESS_ROW {
        code: "XLS012", name: "row-without-name", severity: Error,
        what: "dòng có số liệu mà không có tên đơn vị",
        why: "số liệu không rõ của đơn vị nào mà vẫn được cộng",
        basis: "quy ước của chương trình, README.md, mục «Chương trình kiểm tra những gì»",
        mend: "ghi tên đơn vị vào dòng, hoặc xóa số liệu của dòng",
    }
    AFTER_TOTAL {
        code: "XLS013", name: "figures-after-total", severity: Error,
        what: "có số liệu nằm dưới dòng tổng",
        why: "số nằm dưới dòng tổng không được cộng vào tổng; có thể là đơn vị bị bỏ quên",
        basis: "quy ước của chương trình, README.md, mục «Gọi số liệu trong câu văn»: dòng tổng đóng bảng",
        mend: "chuyển dòng lên trên dòng tổng, hoặc chuyển phần số liệu phụ sang trang khác",
    }
    AMBIGUOUS_COLUMN {
        code: "XLS014", name: "ambiguous-column", severity: Error,
        what: "nhiều cột cùng tiêu đề",
        why: "nhiều cột cùng tiêu đề: chọn nhầm cột là in nhầm số",
        basis: "quy ước của chương trình, README.md, mục «Một hồ sơ nhỏ»",
        mend: "ghi «tieu_de» đủ các tầng từ trên xuống, ví dụ [Đầu năm, Số hộ]; cần thì đổi tên cột trong bảng tính",
    }
    REVERSED_RANGE {
        code: "XLS015", name: "range-reversed", severity: Error,
        what: "khoảng có hai đầu bằng nhau hoặc đảo ngược",
        why: "khoảng «7 - 6» không có giá trị nào nằm trong; thường là gõ nhầm hoặc Excel đã đổi thành ngày",
        basis: "quy ước của chương trình, README.md, mục «Gọi số liệu trong câu văn»",
        mend: "viết số nhỏ trước, số lớn sau; hai đầu bằng nhau thì ghi một số",
    }
    UNIT_OR_PART {
        code: "XLS016", name: "unit-or-part", severity: Error,
        what: "không rõ dòng là đơn vị hay là một phần của dòng trên",
        why: "đọc nhầm một phần («trong đó») thành một đơn vị thì số bị cộng hai lần",
        basis: "quy ước của chương trình, README.md, mục «Gọi số liệu trong câu văn»: dòng «trong đó»",
        mend: "là đơn vị thì bỏ gạch đầu tên hoặc đánh số thứ tự; là một phần thì để ngay dưới dòng của nó, không đánh số",
    }
    NO_RESULT {
        code: "XLS017", name: "formula-without-result", severity: Error,
        what: "ô công thức chưa có kết quả",
        why: "tệp do chương trình khác ghi ra có thể chỉ có công thức; chương trình này in kết quả đã lưu, không tính thay Excel",
        basis: "quy ước của chương trình: chỉ in giá trị có trong ô",
        mend: "mở bảng tính bằng Excel, để Excel tính rồi lưu lại",
    }
    LOCALE_TRAP {
        code: "XLS018", name: "thousands-or-decimals", severity: Error,
        what: "số lẻ trong cột đếm, có thể là hàng nghìn",
        why: "«2.900» gõ trong Excel tiếng Anh thành 2,9; chương trình không đoán số nào đúng",
        basis: "quy ước của chương trình, README.md, mục «Bảng tính đọc được»",
        mend: "gõ lại số không có dấu chấm (2900), hoặc sửa thành số tròn đúng",
    }
    PERCENT_SCALE {
        code: "XLS019", name: "percent-scale-conflict", severity: Error,
        what: "định dạng phần trăm của ô trái với khai báo của cột",
        why: "0,0797 và 7,97 lệch nhau một trăm lần; đọc nhầm là in nhầm tỷ lệ",
        basis: "quy ước của chương trình, README.md, mục «Bảng tính đọc được»: khóa «o»",
        mend: "bỏ «o» để theo định dạng của ô; ô không có định dạng % mà ghi tỷ số thì khai báo «o: ty_so»",
    }
    MERGED_DATA {
        code: "XLS020", name: "merged-data-cell", severity: Error,
        what: "số liệu nằm trong ô gộp",
        why: "một ô gộp qua nhiều dòng chỉ giữ một số; không rõ các dòng dưới cũng là số đó hay không có số",
        basis: "quy ước của chương trình: mỗi dòng một số",
        mend: "bỏ gộp ô rồi ghi số vào từng dòng",
    }
    TWO_TABLES {
        code: "XLS021", name: "two-tables-one-head", severity: Error,
        what: "một trang có hai bảng cùng đầu bảng",
        why: "đọc nhầm bảng (năm khác, biểu khác) là in nhầm số",
        basis: "quy ước của chương trình, README.md, mục «Bảng tính đọc được»: khóa «tu_dong»",
        mend: "thêm «tu_dong» với số dòng của đầu bảng cần đọc",
    }
    HIDDEN_ROWS {
        code: "XLS022", name: "hidden-rows", severity: Warning,
        what: "bảng có dòng bị ẩn hoặc đang lọc",
        why: "dòng bị ẩn vẫn được đọc, cộng và in, mà người soạn nhìn bảng tính không thấy",
        basis: "quy ước của chương trình: mọi dòng của bảng được đọc",
        mend: "bỏ ẩn, tắt bộ lọc rồi xem lại; dòng không thuộc bảng thì xóa hẳn",
    }
    HIDDEN_COLUMN {
        code: "XLS023", name: "hidden-column", severity: Warning,
        what: "cột được đọc đang bị ẩn",
        why: "số của cột ẩn vẫn được in, mà người soạn nhìn bảng tính không thấy",
        basis: "quy ước của chương trình: cột khai báo ở «cot» được đọc dù ẩn",
        mend: "bỏ ẩn cột rồi xem lại, hoặc bỏ cột khỏi «cot»",
    }
    HIDDEN_SHEET {
        code: "XLS024", name: "hidden-sheet", severity: Warning,
        what: "bảng lấy từ trang tính bị ẩn",
        why: "trang ẩn thường là số cũ hoặc bản nháp",
        basis: "quy ước của chương trình: trang gọi đúng tên thì được đọc dù ẩn",
        mend: "bỏ ẩn trang rồi xem lại, hoặc sửa «trang»",
    }
    EXTERNAL_LINK {
        code: "XLS025", name: "external-link", severity: Warning,
        what: "ô lấy số từ tệp khác",
        why: "số trong ô là số của lần cập nhật cuối; tệp kia đã đổi thì số này cũ",
        basis: "quy ước của chương trình: chỉ đọc giá trị đã lưu, không mở tệp khác",
        mend: "cập nhật liên kết trong Excel rồi lưu lại, hoặc dán thành giá trị",
    }
    OLD_LETTERS {
        code: "XLS026", name: "old-letters-converted", severity: Warning,
        what: "ô viết bằng phông TCVN3, VNI đã chuyển sang Unicode",
        why: "chữ Việt của phông cũ đọc thẳng ra thành chữ khác; chương trình chuyển và nói đã chuyển gì",
        basis: "quy ước của chương trình, README.md, mục «Bảng tính đọc được»",
        mend: "xem lại các tên đã chuyển; chuyển hẳn bảng tính sang Unicode bằng Unikey",
    }
    MIXED_LETTERS {
        code: "XLS027", name: "old-letters-mixed", severity: Error,
        what: "một cột lẫn chữ phông cũ với chữ Unicode",
        why: "cùng một dãy ký tự đọc được hai cách, chuyển nhầm là sai tên đơn vị",
        basis: "quy ước của chương trình: không đoán chữ",
        mend: "chuyển cả cột sang Unicode bằng Unikey rồi lưu lại",
    }
    SPLIT_ROW {
        code: "XLS028", name: "csv-row-split", severity: Error,
        what: "dòng CSV bị tách thành nhiều ô hơn các dòng khác",
        why: "«7,97» không đặt trong ngoặc kép bị tách thành hai ô, mọi số sau đó lệch sang cột khác",
        basis: "quy ước của chương trình: các dòng của bảng có cùng số ô",
        mend: "đặt số có dấu phẩy trong ngoặc kép, hoặc lưu lại dạng .xlsx",
    }
    SYNTAX {
        code: "YML001", name: "yaml-syntax", severity: Error,
        what: "YAML sai cú pháp",
        why: "tệp không đọc được thì không biết người soạn viết gì",
        basis: "quy ước YAML; README.md, mục «Gọi số liệu trong câu văn» (khi nào phải đặt ngoặc kép)",
        mend: "sửa đúng dòng và cột được nêu: dấu ngoặc, dấu nháy, độ thụt dòng",
    }
    TAB {
        code: "YML002", name: "tab-indentation", severity: Error,
        what: "thụt dòng bằng phím Tab",
        why: "YAML chỉ hiểu dấu cách ở đầu dòng; phím Tab làm sai bậc của khóa",
        basis: "quy ước YAML",
        mend: "thay phím Tab bằng dấu cách, mỗi bậc hai dấu cách",
    }
    UNQUOTED_COLON {
        code: "YML003", name: "unquoted-colon", severity: Error,
        what: "dấu hai chấm không đặt trong ngoặc kép",
        why: "dấu hai chấm giữa câu bị hiểu là một khóa mới, phần sau của câu bị mất",
        basis: "quy ước YAML; README.md, mục «Gọi số liệu trong câu văn»",
        mend: "đặt cả giá trị trong ngoặc kép, ví dụ: trich_yeu: \"Mục tiêu: giảm nghèo\"",
    }
    NOT_TEXT {
        code: "YML004", name: "not-text", severity: Error,
        what: "tệp không phải văn bản Unicode",
        why: "tệp lưu bằng mã cũ (TCVN3, VNI) hoặc là tệp nhị phân thì chữ Việt đọc ra sai",
        basis: "quy ước của chương trình: tệp YAML là UTF-8 hoặc UTF-16",
        mend: "mở bằng Notepad, chọn «Save As» với mã hóa UTF-8 rồi lưu lại; gõ lại chữ viết bằng phông cũ",
    }
    CUT_BY_HASH {
        code: "YML005", name: "text-cut-by-hash", severity: Error,
        what: "chữ sau dấu # bị coi là ghi chú",
        why: "YAML coi chữ sau dấu # là ghi chú và bỏ đi; câu in ra bị cụt",
        basis: "quy ước YAML; README.md, mục «Gọi số liệu trong câu văn»",
        mend: "đặt cả giá trị trong ngoặc kép; là ghi chú thật thì thêm dấu cách sau #",
    }
}
