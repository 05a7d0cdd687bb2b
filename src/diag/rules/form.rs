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
}
