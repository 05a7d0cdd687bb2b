//! Rules of the decree's wording, read from the composed blocks.

use super::rules;

rules! {
    MOTTO {
        code: "WRD001", name: "national-title-and-motto", severity: Error,
        what: "Quốc hiệu hoặc Tiêu ngữ không đúng chữ",
        why: "Quốc hiệu, Tiêu ngữ là cụm từ cố định; Tiêu ngữ dùng dấu gạch nối ngắn có dấu cách hai bên, không dùng gạch dài",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1",
        mend: "trả `cum_tu.quoc_hieu`, `cum_tu.tieu_ngu` trong templates/nd30.yaml về chữ gốc",
    }
    REFERENCE_NUMBER {
        code: "WRD002", name: "reference-number", severity: Error,
        what: "số, ký hiệu không đúng cách ghi",
        why: "văn bản được tìm và viện dẫn theo số, ký hiệu: sai một dấu gạch là thành một ký hiệu khác",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 3; bảng chữ viết tắt tên loại, Phụ lục III",
        mend: "sửa «so», «viet_tat» hoặc «don_vi_soan»; đã đúng thì trả templates/forms/dau-trang.tera và templates/nd30.yaml về bản gốc",
    }
    PLACE_NAME {
        code: "WRD003", name: "place-name", severity: Error,
        what: "địa danh không đúng tên đơn vị hành chính hoặc thiếu dấu phẩy",
        why: "địa danh là tên chính thức của nơi cơ quan đóng trụ sở; viết tắt hoặc sai tên thì không rõ văn bản của nơi nào",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 4",
        mend: "sửa «dia_danh» ở văn bản, ho-so.yaml hoặc chung.yaml",
    }
    DATE_WORDING {
        code: "WRD004", name: "date-wording", severity: Error,
        what: "thời gian ban hành không đúng cách ghi",
        why: "thời gian ghi đủ «ngày … tháng … năm …»; số 0 thêm trước ngày dưới 10 và tháng 1, 2 để không sửa thêm được số",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 4",
        mend: "ghi «ngay» dạng 15/3/2023; đã đúng thì trả templates/forms/dau-trang.tera về bản gốc",
    }
    ISSUER_NAME {
        code: "WRD005", name: "issuer-name", severity: Error,
        what: "tên cơ quan ban hành hoặc cơ quan chủ quản chưa đầy đủ, hoặc không đúng chỗ",
        why: "tên phải cho biết cơ quan nào, ở địa phương nào; tên cơ quan chủ quản đứng ngay trên tên cơ quan ban hành",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 2",
        mend: "ghi đủ tên, ví dụ «UBND tỉnh Đắk Nông», «Ủy ban nhân dân huyện Tân Lập»",
    }
    ABBREVIATED_NAME {
        code: "WRD006", name: "abbreviated-name", severity: Error,
        what: "tên cơ quan viết tắt ngoài dòng cơ quan chủ quản",
        why: "chỉ tên cơ quan chủ quản được viết tắt những cụm từ thông dụng; tên cơ quan ban hành và người ký phải ghi đủ",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 2",
        mend: "ghi đủ tên",
    }
    SUBJECT_WORDING {
        code: "WRD007", name: "subject-wording", severity: Error,
        what: "trích yếu mở đầu hoặc kết thúc không đúng",
        why: "trích yếu là tên gọi của văn bản khi viện dẫn; «V/v» ghi hai lần là lỗi dễ thấy nhất của công văn",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 5a, 5b; Phụ lục III, mẫu 1.2, 1.3, 1.5",
        mend: "sửa «trich_yeu», hoặc trả mẫu trong templates/forms về bản gốc",
    }
    AUTHORITY_AND_COMMAND {
        code: "WRD008", name: "authority-and-command", severity: Warning,
        what: "dòng thẩm quyền ban hành hoặc dòng «QUYẾT ĐỊNH:», «QUYẾT NGHỊ:» không đúng",
        why: "hai dòng này cho biết ai quyết định và phần quyết định bắt đầu từ đâu; thẩm quyền phải hợp với người ký",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1, 1.2, 1.3",
        mend: "sửa «tham_quyen», «nguoi_ky», hoặc trả mẫu trong templates/forms về bản gốc",
    }
    ADDRESSEES {
        code: "WRD009", name: "addressees", severity: Error,
        what: "«Kính gửi:» không đúng loại văn bản hoặc không đúng cách ghi",
        why: "Kính gửi chỉ dùng cho công văn, tờ trình và báo cáo gửi cấp trên; từ hai nơi thì mỗi nơi một dòng để thấy hết",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 9a",
        mend: "sửa «kinh_gui»; đã đúng thì trả templates/forms/kinh-gui.tera về bản gốc",
    }
    RECIPIENTS {
        code: "WRD010", name: "recipients", severity: Error,
        what: "danh sách nơi nhận không đúng cách ghi",
        why: "mỗi nơi nhận một dòng để văn thư gửi đủ, không sót nơi nào",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 9b",
        mend: "sửa «noi_nhan»; đã đúng thì trả templates/forms/noi-nhan.tera về bản gốc",
    }
    FIRST_RECIPIENT {
        code: "WRD011", name: "first-recipient", severity: Error,
        what: "«Như trên» hoặc «Như Điều …» không đúng chỗ",
        why: "«Như trên» chỉ về «Kính gửi:»; không có Kính gửi thì không ai biết gửi cho ai",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 9b; Phụ lục III, mẫu 1.1, 1.2, 1.3",
        mend: "sửa dòng đầu của «noi_nhan»",
    }
    ARCHIVE_LINE {
        code: "WRD012", name: "archive-line", severity: Error,
        what: "dòng «Lưu: VT, …» hoặc ký hiệu người soạn thảo không đúng",
        why: "dòng lưu cho biết bản gốc ở Văn thư và đơn vị soạn thảo giữ bao nhiêu bản",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 9b, 12",
        mend: "dòng cuối của «noi_nhan» ghi: \"Lưu: VT, KGVX\"",
    }
    SIGNING_AUTHORITY {
        code: "WRD013", name: "signing-authority", severity: Error,
        what: "quyền hạn, chức vụ người ký không đúng cách ghi",
        why: "TM., KT., TL., TUQ., Q. cho biết người ký có thẩm quyền từ đâu; ghi sai thì hiệu lực chữ ký bị nghi ngờ",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 7a; Nghị định 30/2020/NĐ-CP, Điều 13",
        mend: "sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]",
    }
    TITLE_BEFORE_NAME {
        code: "WRD014", name: "title-before-name", severity: Error,
        what: "trước họ tên người ký có học hàm, học vị, danh hiệu, hoặc họ tên viết in hoa",
        why: "họ tên người ký không kèm học hàm, học vị, danh hiệu; trừ đơn vị mà bộ quản lý ngành quy định khác",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 7b",
        mend: "sửa «ho_ten» của «nguoi_ky»",
    }
    COMPONENTS {
        code: "WRD015", name: "components", severity: Error,
        what: "văn bản thiếu một thành phần, có hai lần, hoặc không đúng thứ tự",
        why: "thiếu một thành phần của Điều 8 thì văn bản không hợp lệ về thể thức",
        basis: "Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2; Phụ lục I, sơ đồ bố trí; Phụ lục III",
        mend: "so mẫu trong templates/forms với mẫu gốc của chương trình",
    }
    ATTACHED_HEAD {
        code: "WRD016", name: "attached-head", severity: Warning,
        what: "đầu trang của văn bản kèm theo hoặc phụ lục không đúng mẫu",
        why: "văn bản kèm theo có tên cơ quan và Quốc hiệu nhưng không có số, địa danh riêng; phụ lục không có cả hai",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.3, 2.1, 2.2",
        mend: "trả templates/forms/kem-theo.tera, templates/forms/phu-luc.tera về bản gốc",
    }
    ANNEX_LABEL {
        code: "WRD017", name: "annex-label", severity: Error,
        what: "nhãn phụ lục không đúng",
        why: "lời văn viện dẫn phụ lục theo nhãn; nhãn là «Phụ lục» in thường, từ hai phụ lục thì đánh số La Mã",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục phụ lục",
        mend: "trả `cum_tu.phu_luc` trong templates/nd30.yaml và templates/forms/phu-luc.tera về bản gốc",
    }
    POINTER_LINE {
        code: "WRD018", name: "pointer-line", severity: Error,
        what: "dòng «(Kèm theo …)» của phụ lục không đúng",
        why: "phụ lục rời khỏi văn bản chỉ còn dòng này cho biết nó thuộc văn bản nào; bản điện tử thì để trống số, ngày",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục phụ lục; Phụ lục III, mẫu 2.1, 2.2",
        mend: "trả templates/forms/phu-luc.tera về bản gốc",
    }
    STAMP_WORDING {
        code: "WRD019", name: "stamp-wording", severity: Error,
        what: "dấu chỉ độ khẩn hoặc phạm vi lưu hành không đúng chữ",
        why: "dấu khẩn và dấu lưu hành chỉ có những chữ Nghị định nêu; chữ khác không buộc ai làm gì",
        basis: "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 10b, 11",
        mend: "trả `do_khan`, `pham_vi` trong templates/nd30.yaml về chữ gốc",
    }
}
