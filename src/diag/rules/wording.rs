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
}
