//! Rules of the decree's form, measured on the laid-out pages.

use super::rules;

rules! {
    PAPER {
        code: "FRM001", name: "paper-size", severity: Error,
        what: "trang giấy không phải khổ A4, hoặc để ngang không đúng chỗ",
        why: "văn bản hành chính in trên khổ A4 để đứng; chỉ bảng không tách thành phụ lục mới được để cả văn bản nằm ngang",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 1, 2",
        mend: "trả `trang.rong_mm`, `trang.cao_mm` trong templates/nd30.yaml về 210 và 297; để `<phan kho=\"doc\">` trong mẫu",
    }
    MARGINS {
        code: "FRM002", name: "margins", severity: Error,
        what: "lề trang sai, hoặc có chữ lấn ra lề",
        why: "lề trên, lề dưới 20-25 mm, lề trái 30-35 mm, lề phải 15-20 mm; chữ lấn ra lề bị mất khi đóng tập hoặc in",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 3",
        mend: "chỉnh `trang.le_…` trong templates/nd30.yaml vào khoảng cho phép; chữ lấn ra lề: thêm dấu cách vào từ quá dài",
    }
    FONT {
        code: "FRM003", name: "font-and-colour", severity: Error,
        what: "chữ không phải Times New Roman màu đen, hoặc dấu chỉ độ khẩn không phải màu đỏ tươi",
        why: "cả văn bản dùng một phông Times New Roman, bộ mã Unicode, màu đen; riêng dấu chỉ độ khẩn in mực đỏ tươi. Khi máy chưa có Times New Roman, chương trình dùng tạm Liberation Serif cùng bề rộng chữ và hàng 7 ghi là chưa kiểm tra được",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4; mục III, khoản 2 (độ khẩn)",
        mend: "đặt tệp phông Times New Roman của cơ quan vào templates/fonts; trả `chu.ten`, `chu.mau` và `mau` trong templates/nd30.yaml về giá trị gốc",
    }
    SIZE_PAIR {
        code: "FRM004", name: "size-pair", severity: Error,
        what: "cỡ chữ của Quốc hiệu, Tiêu ngữ, địa danh không đi cùng nhau",
        why: "cỡ chữ tăng, giảm cùng nhau: Quốc hiệu cỡ 13 thì Tiêu ngữ 14, địa danh 14; Quốc hiệu cỡ 12 thì hai dòng kia 13",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục V, ghi chú cuối bảng",
        mend: "chọn một cặp bằng `the_thuc: { co_chu: \"13-14-14\" }`; trả `co` của ba thành phần trong templates/nd30.yaml về giá trị gốc",
    }
    SIZE {
        code: "FRM005", name: "text-size", severity: Error,
        what: "cỡ chữ của một thành phần nằm ngoài mức cho phép",
        why: "mỗi thành phần có cỡ chữ riêng trong bảng mẫu chữ của Nghị định; điều, khoản, điểm cùng cỡ với lời văn",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II và bảng mẫu chữ của mục V",
        mend: "trả `co` của thành phần đó trong templates/nd30.yaml về trong khoảng `tu`-`den`",
    }
    BOLD {
        code: "FRM006", name: "bold", severity: Error,
        what: "một thành phần in đậm, hoặc không in đậm, trái với mẫu chữ",
        why: "Nghị định định rõ thành phần nào in đậm; chữ nhấn mạnh trong lời văn thì được",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II và bảng mẫu chữ của mục V",
        mend: "trả `dam` của thành phần đó trong templates/nd30.yaml về giá trị gốc; bỏ dấu `**` ở thành phần không thuộc lời văn",
    }
    ITALIC {
        code: "FRM007", name: "italic", severity: Error,
        what: "một thành phần in nghiêng, hoặc in đứng, trái với mẫu chữ",
        why: "Nghị định định rõ thành phần nào in nghiêng (căn cứ, địa danh và ngày, dòng kèm theo); lời văn in chữ đứng",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II và bảng mẫu chữ của mục V",
        mend: "trả `nghieng` của thành phần đó trong templates/nd30.yaml về giá trị gốc; chỉ để dấu `*` quanh vài từ, không quanh cả đoạn",
    }
    CASE {
        code: "FRM008", name: "capital-letters", severity: Error,
        what: "một thành phần in hoa, hoặc in thường, trái với mẫu chữ",
        why: "Nghị định định rõ thành phần nào in hoa; trích yếu, họ tên người ký, lời văn đều in thường",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II và bảng mẫu chữ của mục V",
        mend: "viết lại bằng chữ thường, chỉ hoa chữ đầu; trả `in_hoa` trong templates/nd30.yaml về giá trị gốc",
    }
    ALIGNMENT {
        code: "FRM009", name: "alignment", severity: Error,
        what: "một thành phần canh lề sai",
        why: "lời văn canh đều cả hai lề; tên cơ quan, Quốc hiệu, tên loại, trích yếu, chữ ký canh giữa; Nơi nhận sát lề trái",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II và bảng mẫu chữ của mục V",
        mend: "trả `can` của thành phần đó trong templates/nd30.yaml về giá trị gốc",
    }
    INDENT {
        code: "FRM010", name: "first-line-indent", severity: Error,
        what: "chữ đầu dòng thụt vào khác 1 cm và 1,27 cm",
        why: "Nghị định chỉ cho hai giá trị 1 cm hoặc 1,27 cm, không phải một khoảng",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6",
        mend: "đặt `the_thuc: { thut_dau_dong: 10 }` hoặc 12.7; trả `thut` trong templates/nd30.yaml về giá trị gốc",
    }
    PARAGRAPH_SPACING {
        code: "FRM011", name: "paragraph-spacing", severity: Error,
        what: "hai đoạn văn cách nhau dưới 6 pt",
        why: "khoảng cách giữa các đoạn văn tối thiểu là 6 pt, không kể giãn dòng",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6",
        mend: "đặt `the_thuc: { cach_doan: 6 }` hoặc lớn hơn; trả `cach_tren_pt` trong templates/nd30.yaml về `cach_doan`",
    }
    LINE_SPACING {
        code: "FRM012", name: "line-spacing", severity: Error,
        what: "giãn dòng ngoài khoảng từ dòng đơn đến 1,5 dòng",
        why: "khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa 1,5 dòng; Quốc hiệu với Tiêu ngữ và tên cơ quan nhiều dòng cách nhau dòng đơn",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1, 2, 6",
        mend: "đặt `the_thuc: { gian_dong: 1.15 }` trong khoảng 1-1,5; trả `dong`, `cach_tren_pt` trong templates/nd30.yaml về giá trị gốc",
    }
    PAGE_NUMBER {
        code: "FRM013", name: "page-number", severity: Error,
        what: "số trang sai chỗ, sai kiểu hoặc sai số",
        why: "số trang là chữ số Ả Rập, đánh từ 1, cỡ 13-14, chữ đứng, giữa lề trên; không hiện ở trang đầu; mỗi phụ lục đánh số riêng",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 7; mục III, khoản 1 (phụ lục)",
        mend: "trả mục `so_trang` của templates/nd30.yaml và tệp layout/trang.typ về bản gốc",
    }
    RULE_LINE {
        code: "FRM014", name: "rule-line", severity: Error,
        what: "đường kẻ dưới Tiêu ngữ, tên cơ quan, trích yếu thiếu, thừa hoặc sai độ dài",
        why: "dưới Tiêu ngữ kẻ nét liền dài bằng dòng chữ; dưới tên cơ quan và trích yếu dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối; dưới trích yếu công văn không kẻ",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1, 2, 5; mẫu 1.3, 2.1 của Phụ lục III (đường kẻ dưới dòng «Kèm theo»)",
        mend: "trả `ke_duoi` của thành phần đó trong templates/nd30.yaml về giá trị gốc (bang_chu; từ 0.34 đến 0.5; null)",
    }
    ORDER {
        code: "FRM015", name: "order-on-the-page", severity: Error,
        what: "các thành phần đứng trên trang không đúng thứ tự",
        why: "sơ đồ bố trí của Nghị định định rõ ô nào trên, ô nào dưới; mẫu bị sửa có thể vẽ lộn thứ tự",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục IV (sơ đồ bố trí)",
        mend: "so tệp trong templates/layout với tệp gốc của chương trình; xóa tệp đó để dùng tệp gốc",
    }
    PLACE {
        code: "FRM016", name: "place-on-the-page", severity: Error,
        what: "một thành phần không đứng đúng ô của sơ đồ bố trí",
        why: "Quốc hiệu ở trên bên phải, tên cơ quan bên trái; số ngang hàng với địa danh; trích yếu công văn cách số 6 pt; Nơi nhận sát lề trái, ngang hàng với quyền hạn người ký",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II và mục IV (sơ đồ bố trí)",
        mend: "so templates/nd30.yaml và templates/layout với tệp gốc của chương trình; tên quá dài: viết gọn lại",
    }
    TITLE_LINE {
        code: "FRM017", name: "national-title-on-one-line", severity: Warning,
        what: "Quốc hiệu hoặc Tiêu ngữ bị ngắt thành nhiều dòng",
        why: "các mẫu của Phụ lục III đều in Quốc hiệu trên một dòng, Tiêu ngữ trên một dòng",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục III, các mẫu",
        mend: "tăng `dau_trang.cot_phai` trong templates/nd30.yaml, hoặc dùng cặp cỡ chữ 12-13-13",
    }
    STAMP {
        code: "FRM018", name: "stamp-frame", severity: Error,
        what: "dấu chỉ độ khẩn hoặc phạm vi lưu hành thiếu khung hoặc khung sai cỡ",
        why: "HỎA TỐC 30 × 8 mm, THƯỢNG KHẨN 40 × 8 mm, KHẨN 20 × 8 mm, khung một nét; dấu chỉ phạm vi lưu hành cũng có khung một nét",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 2",
        mend: "trả danh sách `do_khan` và `khung_theo`, `khung` trong templates/nd30.yaml về giá trị gốc",
    }
    CONTACT_LINE {
        code: "FRM019", name: "contact-line", severity: Error,
        what: "dòng địa chỉ liên hệ sai chỗ, hoặc đường kẻ trên nó không hết bề ngang",
        why: "dòng địa chỉ liên hệ nằm ở cuối trang đầu, dưới một đường kẻ nét liền hết bề ngang vùng chữ",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 4",
        mend: "trả thành phần `lien_he` của templates/nd30.yaml (`ke_tren: 1`, `vi_tri: le_duoi`) về giá trị gốc",
    }
    LONELY_SIGNATURE {
        code: "FRM020", name: "lonely-signature", severity: Warning,
        what: "phần ký đứng một mình ở một trang, hoặc bị chia ra hai trang",
        why: "một tờ chỉ có chữ ký và dấu có thể bị ghép vào bất cứ văn bản nào; Nghị định không quy định, các cơ quan đều tránh",
        basis: "thông lệ của các cơ quan; Nghị định 30/2020/NĐ-CP không quy định",
        mend: "thêm hoặc bớt vài chữ ở đoạn cuối, hoặc giãn dòng khác đi (`the_thuc.gian_dong`) để có dòng lời văn đi cùng phần ký",
    }
}
