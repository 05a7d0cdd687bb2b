//! Rules of capitals: Phụ lục II of the decree, read from the composed blocks.

use super::rules;

rules! {
    CAPITALS_SENTENCE {
        code: "WRD040", name: "sentence-without-capital", severity: Error,
        what: "đầu câu, đầu dòng không viết hoa",
        why: "chữ hoa báo bắt đầu câu mới; sau dấu chấm, chấm hỏi, chấm than và khi xuống dòng đều phải viết hoa",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I",
        mend: "đầu câu và đầu dòng viết hoa",
    }
    CAPITALS_PERSONS {
        code: "WRD041", name: "capitals-of-persons", severity: Warning,
        what: "tên người viết hoa không đúng",
        why: "tên người viết hoa chữ đầu của mọi âm tiết; tên phiên âm chỉ viết hoa âm tiết đầu của mỗi phần",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục II",
        mend: "tên người viết hoa mọi âm tiết",
    }
    CAPITALS_UNITS {
        code: "WRD042", name: "capitals-of-units", severity: Warning,
        what: "tên đơn vị hành chính viết hoa không đúng",
        why: "danh từ chung (tỉnh, huyện, xã …) trước tên riêng viết thường; trước số, tên người, tên sự kiện thì viết hoa: «tỉnh Nam Định», «Quận 1»",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III",
        mend: "trước tên riêng viết thường, trước số và tên người viết hoa; tên lấy từ bảng thì thêm bộ lọc: `{{ dong.ten | thuong }}`",
    }
    CAPITALS_PLACES {
        code: "WRD043", name: "capitals-of-places", severity: Warning,
        what: "tên sông núi, vùng miền, địa danh nước ngoài viết hoa không đúng",
        why: "tên vùng viết hoa mọi âm tiết («Tây Bắc»); từ chỉ địa hình đứng trước một tên đủ nghĩa thì viết thường («sông Vàm Cỏ»)",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III",
        mend: "tên vùng viết hoa mọi âm tiết, từ chỉ địa hình trước một tên đủ nghĩa viết thường",
    }
    CAPITALS_BODIES {
        code: "WRD044", name: "capitals-of-bodies", severity: Warning,
        what: "tên cơ quan, tổ chức viết hoa không đúng",
        why: "viết hoa chữ chỉ loại hình cơ quan và chữ chỉ chức năng, lĩnh vực: «Sở Nông nghiệp và Môi trường», «Ủy ban nhân dân»",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV",
        mend: "viết đúng tên chính thức của cơ quan",
    }
    CAPITALS_PEOPLE {
        code: "WRD045", name: "capitals-of-people-and-state", severity: Warning,
        what: "«Nhân dân», «Nhà nước» viết hoa không đúng",
        why: "hai danh từ này viết hoa chữ đầu khi nói về Nhân dân, Nhà nước; trong tên gọi chung («ngân sách nhà nước») thì viết thường",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V",
        mend: "viết «Nhân dân», «Nhà nước»",
    }
    CAPITALS_HONOURS {
        code: "WRD046", name: "capitals-of-honours", severity: Warning,
        what: "tên huân chương, danh hiệu viết hoa không đúng",
        why: "viết hoa chữ đầu của tên riêng và của từ chỉ thứ hạng: «Huân chương Lao động hạng Nhất»",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V",
        mend: "tên huân chương viết hoa chữ đầu của tên và của hạng",
    }
    CAPITALS_POSTS {
        code: "WRD047", name: "capitals-of-posts", severity: Warning,
        what: "chức vụ đi liền với tên cơ quan cụ thể mà không viết hoa",
        why: "chức vụ viết hoa khi đi liền với tên người hoặc cơ quan cụ thể: «Chủ tịch Ủy ban nhân dân tỉnh»; nói chung thì viết thường: «các chủ tịch xã»",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V",
        mend: "chức vụ đi liền tên cơ quan viết hoa",
    }
    CAPITALS_PERSONIFIED {
        code: "WRD048", name: "capitals-of-personified-nouns", severity: Warning,
        what: "danh từ chung đã riêng hóa («Đảng») viết hoa không đúng",
        why: "dùng như tên riêng thì viết hoa chữ đầu",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V",
        mend: "viết hoa «Đảng» khi nói về Đảng Cộng sản Việt Nam",
    }
    CAPITALS_DAYS {
        code: "WRD049", name: "capitals-of-days", severity: Warning,
        what: "ngày lễ, ngày tết, năm âm lịch, thứ, tháng viết hoa không đúng",
        why: "viết hoa chữ đầu của tên ngày lễ («ngày Quốc khánh»), mọi âm tiết của năm âm lịch («Kỷ Tỵ»), «tết Nguyên đán», «thứ Hai»",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V",
        mend: "tên ngày lễ, năm âm lịch, thứ và tháng viết bằng chữ thì viết hoa; «tết» trước tên ngày tết viết thường",
    }
    CAPITALS_ACTS {
        code: "WRD050", name: "capitals-of-acts", severity: Warning,
        what: "tên loại hoặc tên gọi của một văn bản cụ thể viết hoa không đúng",
        why: "nói đến một văn bản cụ thể thì viết hoa tên loại và chữ đầu tên gọi: «Quyết định số 86/QĐ-UBND», «Luật Đất đai»",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V",
        mend: "tên loại của văn bản cụ thể viết hoa",
    }
    CAPITALS_CITED {
        code: "WRD051", name: "capitals-of-cited-parts", severity: Warning,
        what: "viện dẫn phần, chương, mục, điều, khoản, điểm viết hoa không đúng",
        why: "viết hoa Phần, Chương, Mục, Tiểu mục, Điều; viết thường khoản, điểm: «điểm a khoản 1 Điều 2»",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V",
        mend: "Phần, Chương, Mục, Điều viết hoa; khoản, điểm viết thường",
    }
    CAPITALS_EVENTS {
        code: "WRD052", name: "capitals-of-events", severity: Warning,
        what: "tên sự kiện lịch sử viết hoa không đúng",
        why: "viết hoa chữ đầu của tên sự kiện; con số trong tên viết bằng chữ và viết hoa: «Cách mạng tháng Tám»",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V",
        mend: "tên sự kiện viết hoa chữ đầu, tháng trong tên viết bằng chữ và viết hoa",
    }
    CAPITALS_WORKS {
        code: "WRD053", name: "capitals-of-works", severity: Warning,
        what: "tên sách, báo, tạp chí viết hoa không đúng",
        why: "viết hoa chữ đầu của tên: «tạp chí Cộng sản»",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V",
        mend: "tên sách, báo, tạp chí viết hoa chữ đầu của tên",
    }
}
