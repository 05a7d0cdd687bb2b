//! Names that are one unit, and names that only look so.

use super::{Age, UnitKind, UnitName, coarse};

fn kind_and_core(text: &str) -> (Option<UnitKind>, String) {
    let name = UnitName::parse(text);
    (name.kind, name.core)
}

#[test]
fn one_unit_in_many_writings() {
    for group in [
        &["Xã Hòa An", "Hòa An", "UBND xã Hòa An", "Ủy ban nhân dân xã Hoà An", "Uỷ ban nhân dân Xã Hòa  An"]
            [..],
        &["xã hoà an", "XÃ HÒA AN", "X. Hòa An", "Hòa An:", "Hòa An *", "xa\u{303} ho\u{300}a an"],
        &["TT. Ngô Mây", "TT Ngô Mây", "TT.Ngô Mây", "Thị trấn Ngô Mây", "thị trấn Ngô-Mây", "Ngô Mây"],
        &["P. 1", "P.1", "P1", "P 1", "Phường 1", "Phường 01", "phường số 1", "UBND P.1"],
        &["Q. 1", "Q.1", "Quận 1", "Quận 01"],
        &["TX. An Khê", "TX An Khê", "Thị xã An Khê", "UBND thị xã An Khê"],
        &["TP. Gia Nghĩa", "TP Gia Nghĩa", "Tp.Gia Nghĩa", "Thành phố Gia Nghĩa", "UBND TP. Gia Nghĩa"],
        &["H. Tuy Đức", "Huyện Tuy Đức", "Tuy Đức", "huyện Tuy Đức"],
        &["Huyện Đắk R'Lấp", "Đắk R’Lấp", "Đắk R`Lấp"],
        &["Đặc khu Phú Quốc", "ĐẶC KHU PHÚ QUỐC"],
        &["Tổ dân phố 5", "Tổ dân phố số 05", "TDP 5", "TDP. 5"],
        &["Khu phố 2", "KP 2", "KP.2"],
        &["Thôn Lý Nhân", "Thôn Lí Nhân"],
        &["Thành phố Buôn Ma Thuột", "Buôn Ma Thuột", "TP. Buôn Ma Thuột"],
        &["Xã Bản Lầu", "Bản Lầu", "UBND xã Bản Lầu"],
        &["Tỉnh Đắk Nông", "tỉnh Đắk Nông", "Đắk Nông"],
    ] {
        for (left, right) in group.iter().flat_map(|left| group.iter().map(move |right| (left, right))) {
            let (left_name, right_name) = (UnitName::parse(left), UnitName::parse(right));
            assert!(left_name.matches(&right_name), "{left} and {right}: {left_name:?} {right_name:?}");
        }
    }
}

#[test]
fn units_that_only_look_alike() {
    for (left, right) in [
        ("Xã Đông Hà", "Thành phố Đông Hà"),
        ("Xã Tân Lập", "Thị trấn Tân Lập"),
        ("Xã Tân Lập", "TT Tân Lập"),
        ("Đắk Lắk", "Đắc Lắc"),
        ("Phường 1", "Phường I"),
        ("Phường 1", "Phường 11"),
        ("Thôn 1-2", "Thôn 12"),
        ("Thôn 1", "Buôn 1"),
        ("Thôn 1", "Tổ dân phố 1"),
        ("Xã An", "Xã Tân An"),
        ("Xã Thanh Hóa", "Xã Thạnh Hóa"),
        ("Xã Tân Lập (huyện Krông Búk)", "Xã Tân Lập (huyện Krông Năng)"),
        ("Hòa Bình", "Hòa Bính"),
        ("Quận 1", "Phường 1"),
        ("Bản Lầu", "Xã Lầu"),
    ] {
        assert!(!UnitName::parse(left).matches(&UnitName::parse(right)), "{left} and {right}");
    }
}

#[test]
fn a_unit_word_belongs_to_the_name_where_no_unit_is_meant() {
    for text in [
        "Xã hội",
        "XÃ HỘI",
        "xã hội",
        "Bản thân",
        "BẢN THÂN",
        "Thị trấn",
        "Quận",
        "TP",
        "TP.",
        "P.",
        "Tổ 1",
        "Thành Công",
        "Xã",
        "Thị xã",
        "Huyện ủy",
        "Hà Nội",
        "Thị Nghè",
        "Quận ủy",
        "Thôn quê",
        "Buôn bán",
        "Tỉnh đoàn",
        "UBND",
        "Tà Xùa",
        "Phường hội",
        "H Mông",
        "Bản đồ quy hoạch",
        "TTX Việt Nam",
        "Phan Thiết",
    ] {
        assert_eq!(kind_and_core(text).0, None, "{text}");
        assert!(!kind_and_core(text).1.is_empty(), "{text}");
    }
    for (text, kind, core) in [
        ("Bản Thân", UnitKind::Hamlet, "thân"),
        ("Xã Thị Trấn", UnitKind::Commune, "thị trấn"),
        ("Xã Xã Phiên", UnitKind::Commune, "xã phiên"),
        ("Xã Bản Lang", UnitKind::Commune, "bản lang"),
        ("Thị trấn Nông trường Mộc Châu", UnitKind::Township, "nông trường mộc châu"),
        ("Phường Thành Công", UnitKind::Ward, "thành công"),
        ("Thành phố Hồ Chí Minh", UnitKind::City, "hồ chí minh"),
        ("Xã Ea H'leo", UnitKind::Commune, "ea h'leo"),
        ("Buôn Ma Thuột", UnitKind::HighlandVillage, "ma thuột"),
    ] {
        assert_eq!(kind_and_core(text), (Some(kind), super::fold(core)), "{text}");
    }
}

#[test]
fn what_stands_behind_a_name_is_told_apart() {
    for (text, core, age, remark) in [
        ("TP Vinh (cũ)", "vinh", Age::Former, None),
        ("Huyện Tuy Đức cũ", "tuy đức", Age::Former, None),
        ("Huyện Tuy Đức (CŨ)", "tuy đức", Age::Former, None),
        ("Xã Hòa An (mới)", "hòa an", Age::New, None),
        ("Phường Phố Cũ", "phố cũ", Age::Unsaid, None),
        ("Xã Đổi mới", "đổi mới", Age::Unsaid, None),
        ("Cũ", "cũ", Age::Unsaid, None),
        ("Xã Tân Lập (huyện Krông Búk)", "tân lập", Age::Unsaid, Some("huyện krông búk")),
        ("Xã Tân Lập, huyện Krông Búk", "tân lập", Age::Unsaid, Some("huyện krông búk")),
        ("Xã Tân Lập (huyện Krông Búk) (cũ)", "tân lập", Age::Former, Some("huyện krông búk")),
        ("Xã Tân Lập cũ (1)", "tân lập", Age::Former, Some("1")),
    ] {
        let name = UnitName::parse(text);
        let folded = |text: &str| super::fold(text);
        assert_eq!(name.core, folded(core), "{text}");
        assert_eq!(name.age, age, "{text}");
        assert_eq!(name.remark, remark.map(folded), "{text}");
    }
}

#[test]
fn a_remark_and_an_age_tell_rows_apart_but_not_names() {
    for (left, right, doubles) in [
        ("Xã A", "A", true),
        ("Xã A", "UBND xã A", true),
        ("Xã A (1)", "Xã A (2)", false),
        ("Xã A", "Xã A (cũ)", false),
        ("Xã A", "Thị trấn A", false),
        ("Xã A", "Xã A (huyện B)", false),
    ] {
        assert_eq!(UnitName::parse(left).doubles(&UnitName::parse(right)), doubles, "{left} and {right}");
    }
    assert!(UnitName::parse("Vinh").matches(&UnitName::parse("TP Vinh (cũ)")));
    assert!(UnitName::parse("Xã A").matches(&UnitName::parse("Xã A (huyện B)")));
}

#[test]
fn a_register_writes_kinds_as_words() {
    for (text, kind) in [
        ("Xã", Some(UnitKind::Commune)),
        ("Thành phố thuộc tỉnh", Some(UnitKind::City)),
        ("TT.", Some(UnitKind::Township)),
        ("Đặc khu", Some(UnitKind::SpecialZone)),
        ("thôn", Some(UnitKind::Village)),
        ("Cấp xã", None),
        ("", None),
    ] {
        assert_eq!(UnitKind::of_word(text), kind, "{text}");
    }
    assert_eq!(UnitKind::Township.word(), "Thị trấn");
}

#[test]
fn names_that_may_be_one_unit_have_one_coarse_number() {
    let names = [
        "Xã Hòa An",
        "Hoà An",
        "UBND xã HOÀ  AN",
        "Xã Hoà-An",
        "Phường 1",
        "P. 01",
        "P1",
        "Quận 1",
        "Q1",
        "Đắk R'Lấp",
        "Huyện Đắk R’Lấp",
        "Lý Sơn",
        "Huyện Lí Sơn",
        "TT. Tân Lập",
        "Tân Lập",
        "Xã Tân Lập (cũ)",
        "Tân Lập cũ",
        "Bản Lầu",
        "Xã Bản Lầu",
        "Xã A",
        "A:",
        "Xã B, huyện C",
        "Xã B",
        "Thôn số 5",
        "Thôn 5",
        "Quý Lộc",
        "Xã Quí Lộc",
    ];
    for left in names {
        for right in names {
            let (one, other) = (UnitName::parse(left), UnitName::parse(right));
            assert!(!one.matches(&other) || coarse(left) == coarse(right), "{left} and {right}");
        }
    }
    assert_ne!(coarse("Xã Tân Lập"), coarse("Xã Tân Minh"));
}
