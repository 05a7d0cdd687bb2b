//! Rules of the decree's wording: legal bases, the body, and all running text.

use super::rules;

rules! {
    BASIS_ENDINGS {
        code: "WRD020", name: "basis-endings", severity: Error,
        what: "căn cứ không kết thúc bằng «;», hoặc căn cứ cuối cùng không kết thúc bằng «.»",
        why: "mỗi căn cứ là một dòng của một câu: dấu «;» nối các dòng, dấu «.» ở dòng cuối khép câu lại",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6",
        mend: "xóa dấu cuối câu trong căn cứ: chương trình tự in «;» và «.»; nếu đã sửa templates/forms/can-cu.tera thì trả lại chữ gốc",
    }
    BASIS_CONTENT {
        code: "WRD021", name: "basis-content", severity: Error,
        what: "căn cứ thiếu số, ngày, cơ quan ban hành, trích yếu; hoặc căn cứ là luật mà ghi cả số, cơ quan",
        why: "người đọc tìm được văn bản làm căn cứ nhờ những chi tiết này; riêng Hiến pháp, bộ luật, luật, pháp lệnh chỉ ghi tên loại và tên gọi",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6",
        mend: "ghi đủ `loai`, `so`, `ngay`, `co_quan`, `trich_yeu`; với luật, pháp lệnh bỏ `so`, `co_quan`",
    }
    MENTIONS {
        code: "WRD022", name: "first-and-later-mentions", severity: Error,
        what: "văn bản viện dẫn lần đầu không ghi đủ, hoặc lần sau ghi lại cả ngày tháng",
        why: "lần đầu phải đủ tên loại, số, ký hiệu, ngày tháng, cơ quan ban hành, trích yếu để tra được; các lần sau chỉ cần tên loại và số, ký hiệu",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6",
        mend: "ghi đủ ở lần đầu, rút gọn ở các lần sau",
    }
    NUMBER_WORD {
        code: "WRD023", name: "number-without-its-word", severity: Warning,
        what: "viện dẫn văn bản thiếu chữ «số» trước số, ký hiệu",
        why: "Nghị định và các mẫu đều viết «Nghị định số 30/2020/NĐ-CP»",
        basis: "Nghị định 30/2020/NĐ-CP, cách viết trong Phụ lục III",
        mend: "thêm chữ «số» giữa tên loại và số, ký hiệu",
    }
    NUMBERING {
        code: "WRD024", name: "numbers-of-blocks", severity: Error,
        what: "phần, chương, mục, điều, khoản, điểm đánh số sai kiểu, nhảy số, hoặc số in hai lần",
        why: "phần, chương, mục «I.» dùng số La Mã; mục, tiểu mục, điều, khoản dùng chữ số Ả Rập; điểm theo thứ tự a, b, c, d, đ, e, g, h …; số nhảy cóc làm viện dẫn sai chỗ",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6",
        mend: "xóa số tự gõ và dùng khối `khoan`, `diem` để chương trình đánh số; nếu đã sửa mẫu thì trả `nhan` về chữ gốc",
    }
    HEADINGS {
        code: "WRD025", name: "missing-titles", severity: Error,
        what: "phần, chương, mục, tiểu mục không có tên, hoặc điều của quy chế, quy định không có tên",
        why: "người đọc tìm theo tên; quyết định, nghị quyết theo Mẫu 1.1, 1.2 được viết điều không tên, quy chế và quy định thì không",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6",
        mend: "ghi tên: `- chuong: …`, `- dieu: { tieu_de: … }`",
    }
    DECIMAL_HEADINGS {
        code: "WRD026", name: "decimal-headings", severity: Warning,
        what: "đề mục đánh số kiểu 1.1, 1.1.1",
        why: "Nghị định chỉ có phần, chương, mục, điều, khoản, điểm; kiểu số thập phân không viện dẫn được bằng những chữ ấy",
        basis: "thông lệ; Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 không có cấp này",
        mend: "bỏ số tự gõ; dùng `khoan` (1.) và `diem` (a) lồng nhau",
    }
    END_MARK {
        code: "WRD027", name: "end-mark", severity: Warning,
        what: "dấu «./.» thiếu ở cuối, hoặc đứng ở chỗ khác",
        why: "dấu «./.» báo lời văn đã hết; đứng giữa chừng thì phần sau như được thêm vào",
        basis: "Nghị định 30/2020/NĐ-CP, các mẫu của Phụ lục III",
        mend: "để chương trình tự in «./.»; nếu đã sửa mẫu thì trả lại `cum_tu.ket_thuc` ở cuối nội dung",
    }
    ANNOUNCED {
        code: "WRD028", name: "unannounced-annex", severity: Error,
        what: "phụ lục hoặc văn bản kèm theo không được lời văn nhắc đến",
        why: "phụ lục chỉ có giá trị khi lời văn dẫn đến nó; người nhận không biết phải đọc nó cùng với điều nào",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1",
        mend: "thêm câu dẫn đến phụ lục trong lời văn",
    }
    REFERENCES {
        code: "WRD029", name: "reference-to-nothing", severity: Error,
        what: "viện dẫn điều, khoản, điểm, chương, mục, bảng hoặc phụ lục không có trong văn bản này",
        why: "người thực hiện không tìm thấy chỗ được dẫn; thường do thêm, bớt điều mà quên sửa số",
        basis: "quy ước của chương trình",
        mend: "sửa lại số, hoặc đặt `ten` cho khối được dẫn rồi viết `{{ xem.<tên> }}` để chương trình tự in đúng số",
    }
    SPACING {
        code: "WRD030", name: "blanks-and-signs", severity: Warning,
        what: "thừa, thiếu dấu cách quanh dấu câu, hai dấu cách hoặc hai dấu câu liền nhau",
        why: "dấu câu đứng liền chữ trước và cách chữ sau một dấu cách; sai thì dòng bị ngắt trước dấu câu",
        basis: "thông lệ soạn thảo văn bản tiếng Việt",
        mend: "dấu câu đứng liền chữ trước, cách chữ sau một dấu cách; trong ngoặc không để dấu cách",
    }
    LEFTOVERS {
        code: "WRD031", name: "sample-text-left", severity: Warning,
        what: "còn chữ mẫu chưa thay: «…», «[tên]», «xxx», «Nguyễn Văn A»",
        why: "chữ giữ chỗ lọt vào bản ban hành là nội dung bị thiếu",
        basis: "quy ước của chương trình",
        mend: "thay bằng chữ thật; bản còn để trống thì ghi `trang_thai: du-thao`",
    }
    FOREIGN_LETTERS {
        code: "WRD032", name: "letters-that-only-look-vietnamese", severity: Error,
        what: "có ký tự chỉ giống chữ tiếng Việt, hoặc chữ của bảng mã cũ",
        why: "văn bản dùng bộ mã Unicode; chữ Kirin, Hy Lạp nhìn giống chữ tiếng Việt nhưng tìm không ra, chữ của bảng mã cũ thì không đọc được",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4",
        mend: "xóa chữ đó rồi gõ lại bằng bộ gõ Unicode",
    }
}
