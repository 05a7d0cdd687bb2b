//! What the samples type more than once, described by hand: the same number or day of an act, the same meeting, the
//! same deadline. `{}` is where the value stands; `^` is the beginning of a line; `*` is every document.

/// A place of a fact: the file without its ending, and the words around the value.
pub type Spot = (&'static str, &'static str);

/// One thing of a dossier, and everywhere it is typed.
pub struct Fact {
    pub dossier: &'static str,
    pub name: &'static str,
    pub spots: &'static [Spot],
}

const fn fact(dossier: &'static str, name: &'static str, spots: &'static [Spot]) -> Fact {
    Fact { dossier, name, spots }
}

const DAK: &str = "dak-nong-2023";
const QUANG_NAM: &str = "quang-nam-2024";
const QUANG_NGAI: &str = "quang-ngai-2024";
const IA: &str = "ia-grai-2021";
const MAU: &str = "minh-hoa-2026";

pub const FACTS: &[Fact] = &[
    fact("chon-thanh-2024", "ngày họp", &[("giay-moi", "phút, ngày {}"), ("thong-bao", "Ngày {}, bà")]),
    fact(DAK, "số Kế hoạch", &[("ke-hoach", "^so: {}"), ("cong-van", "Kế hoạch số {}/KH-UBND")]),
    fact(DAK, "ngày Kế hoạch", &[("ke-hoach", "^ngay: {}"), ("cong-van", "Ngày {}, Ủy ban nhân dân tỉnh")]),
    fact(DAK, "số Nghị quyết HĐND", &[("*", "so: {}/NQ-HĐND"), ("*", "Nghị quyết số {}/NQ-HĐND")]),
    fact(
        DAK,
        "ngày Nghị quyết HĐND",
        &[("*", "co_quan: Hội đồng nhân dân tỉnh, ngay: {}"), ("*", "/NQ-HĐND ngày {}")],
    ),
    fact(DAK, "số Nghị quyết Tỉnh ủy", &[("*", "so: {}-NQ/TU"), ("*", "Nghị quyết số {}-NQ/TU")]),
    fact(DAK, "số Quyết định rà soát", &[("*", "so: {}/QĐ-TTg"), ("*", "Quyết định số {}/QĐ-TTg")]),
    fact(QUANG_NAM, "số Nghị định", &[("*", "so: {}/NĐ-CP"), ("*", "Nghị định số {}/NĐ-CP")]),
    fact(QUANG_NAM, "ngày Nghị định", &[("*", "co_quan: Chính phủ, ngay: {}")]),
    fact(QUANG_NAM, "số Quyết định rà soát", &[("*", "so: {}/QĐ-TTg"), ("*", "Quyết định số {}/QĐ-TTg")]),
    fact(QUANG_NAM, "ngày Quyết định rà soát", &[("*", "Thủ tướng Chính phủ, ngay: {}")]),
    fact(QUANG_NAM, "ngày Tờ trình", &[("to-trinh", "^ngay: {}"), ("quyet-dinh", "Tờ trình ngày {}")]),
    fact(QUANG_NAM, "hạn gửi danh sách", &[("*", "chậm nhất ngày {}")]),
    fact(QUANG_NGAI, "số Kế hoạch", &[("ke-hoach", "^so: {}"), ("cong-van", "Kế hoạch số {}/KH-UBND")]),
    fact(QUANG_NGAI, "ngày Kế hoạch", &[("ke-hoach", "^ngay: {}"), ("cong-van", "Ngày {}, Ủy ban")]),
    fact(QUANG_NGAI, "số Nghị định", &[("*", "so: {}/NĐ-CP"), ("*", "Nghị định số {}/NĐ-CP")]),
    fact(QUANG_NGAI, "ngày Nghị định", &[("*", "co_quan: Chính phủ, ngay: {}"), ("*", "/NĐ-CP ngày {}")]),
    fact(QUANG_NGAI, "số Chương trình", &[("*", "so: {}/QĐ-TTg"), ("*", "Quyết định số {}/QĐ-TTg và")]),
    fact(QUANG_NGAI, "ngày Chương trình", &[("*", "Thủ tướng Chính phủ, ngay: {}")]),
    fact(
        QUANG_NGAI,
        "số Kế hoạch giai đoạn",
        &[
            ("*", "so: {}/QĐ-UBND, co_quan: Ủy ban nhân dân tỉnh, ngay: 29/7/2022"),
            ("*", "Quyết định số {}/QĐ-UBND"),
        ],
    ),
    fact(
        QUANG_NGAI,
        "ngày Kế hoạch giai đoạn",
        &[("*", "so: 833/QĐ-UBND, co_quan: Ủy ban nhân dân tỉnh, ngay: {}")],
    ),
    fact(
        QUANG_NGAI,
        "số giao kế hoạch",
        &[("*", "so: {}/QĐ-UBND, co_quan: Ủy ban nhân dân tỉnh, ngay: 12/12/2023")],
    ),
    fact(
        QUANG_NGAI,
        "ngày giao kế hoạch",
        &[("*", "so: 1367/QĐ-UBND, co_quan: Ủy ban nhân dân tỉnh, ngay: {}")],
    ),
    fact(
        IA,
        "ngày Hội nghị",
        &[
            ("bien-ban", "^ngay: {}"),
            ("bien-ban", "phút, ngày {}"),
            ("giay-moi", "phút, ngày {}"),
            ("bao-cao", "Ngày {}, Ủy ban nhân dân huyện tổ chức"),
            ("thong-bao", "Hội nghị ngày {}"),
        ],
    ),
    fact(MAU, "ngày Luật", &[("*", "Tổ chức chính quyền địa phương, ngay: {}")]),
    fact(
        MAU,
        "số Nghị định cũ",
        &[
            ("*", "so: {}/NĐ-CP, co_quan: Chính phủ, ngay: 27/01/2021"),
            ("*", "chuẩn nghèo đa chiều theo Nghị định số {}/NĐ-CP"),
            ("*", "tại Điều 3 Nghị định số {}/NĐ-CP"),
        ],
    ),
    fact(
        MAU,
        "ngày Nghị định cũ",
        &[("*", "07/2021/NĐ-CP, co_quan: Chính phủ, ngay: {}"), ("*", "07/2021/NĐ-CP ngày {}")],
    ),
    fact(
        MAU,
        "số Nghị định mới",
        &[
            ("*", "so: {}/NĐ-CP, co_quan: Chính phủ, ngay: 30/12/2025"),
            ("*", "Chuẩn nghèo theo Nghị định số {}/NĐ-CP"),
            ("*", "chuẩn nghèo theo Nghị định số {}/NĐ-CP"),
        ],
    ),
    fact(
        MAU,
        "ngày Nghị định mới",
        &[("*", "351/2025/NĐ-CP, co_quan: Chính phủ, ngay: {}"), ("*", "351/2025/NĐ-CP ngày {}")],
    ),
    fact(
        MAU,
        "số Nghị quyết HĐND",
        &[("nghi-quyet", "^so: {}"), ("*", "so: {}/NQ-HĐND"), ("*", "Nghị quyết số {}/NQ-HĐND")],
    ),
    fact(
        MAU,
        "ngày Nghị quyết HĐND",
        &[
            ("nghi-quyet", "^ngay: {}"),
            ("nghi-quyet", "thông qua ngày {}"),
            ("*", "co_quan: Hội đồng nhân dân tỉnh, ngay: {}"),
            ("*", "/NQ-HĐND ngày {}"),
        ],
    ),
    fact(MAU, "số Nghị quyết Quốc hội", &[("*", "so: {}/QH15"), ("*", "Nghị quyết số {}/QH15")]),
    fact(MAU, "ngày Nghị quyết Quốc hội", &[("*", "co_quan: Quốc hội, ngay: {}"), ("*", "/QH15 ngày {}")]),
    fact(MAU, "số Quyết định", &[("quyet-dinh", "^so: {}"), ("*", "Quyết định số {}/QĐ-UBND")]),
    fact(
        MAU,
        "ngày Quyết định",
        &[("quyet-dinh", "^ngay: {}"), ("cong-van", "Ngày {}, Ủy ban"), ("*", "/QĐ-UBND ngày {}")],
    ),
    fact(MAU, "số Tờ trình", &[("to-trinh", "^so: {}"), ("*", "Tờ trình số {}/TTr-SNNMT")]),
    fact(MAU, "ngày Tờ trình", &[("to-trinh", "^ngay: {}"), ("*", "/TTr-SNNMT ngày {}")]),
    fact(
        MAU,
        "ngày họp",
        &[
            ("giay-moi", "phút, ngày {}"),
            ("bien-ban", "^ngay: {}"),
            ("bien-ban", "phút, ngày {}"),
            ("to-trinh", "cuộc họp ngày {}"),
        ],
    ),
    fact(MAU, "hạn giao chỉ tiêu", &[("cong-van", "tổ dân phố trước ngày {}"), ("nhiem-vu", "E7: {}")]),
    fact(MAU, "hạn lập danh sách", &[("cong-van", "Môi trường trước ngày {};"), ("nhiem-vu", "E8: {}")]),
    fact(MAU, "hết hạn chuẩn nghèo", &[("*", "áp dụng đến hết ngày {}")]),
    fact(MAU, "chuẩn nghèo mới", &[("quyet-dinh", "áp dụng từ ngày {}"), ("bao-cao", "2030 từ ngày {}")]),
];
