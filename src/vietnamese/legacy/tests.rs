//! Rows of (bytes, letters) for the old code pages, and columns that must and must not be taken for one.
//!
//! - Holds: the tests of `legacy`, and the way back into a code page.
//! - In and out: nothing.
//! - Never here: helpers for other modules.
//! - Why: they are too long to stand in the module's own file.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

const SMALL: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

/// The way into a code page: the one code, or pair of codes, that is read as this letter.
fn encode(encoding: Encoding, text: &str) -> String {
    let codes: Vec<char> = ('\u{A1}'..='\u{FE}').collect();
    let is_stray = |code: char| encoding == Encoding::Vni && vni::has_strays(&code.to_string());
    let way = |letter: char| {
        let wanted = letter.to_string();
        let alone = codes.iter().filter(|code| !is_stray(**code)).map(char::to_string);
        let plain: char = letter.to_string().nfd().next().unwrap();
        let is_upper = letter.is_uppercase();
        let pairs = [plain.to_string(), encode_horn(plain, &wanted)]
            .into_iter()
            .flat_map(|base| codes.iter().map(move |mark| format!("{base}{mark}")))
            .filter(|pair| pair.chars().nth(1).is_some_and(|mark| mark.is_uppercase() == is_upper));
        let pairs: Vec<String> = if encoding == Encoding::Vni { pairs.collect() } else { Vec::new() };
        let found = alone.chain(pairs).find(|code| encoding.decode(code) == wanted);
        found.unwrap_or_else(|| panic!("no way to write {letter}"))
    };
    text.chars().map(|c| if c.is_ascii() { c.to_string() } else { way(c) }).collect()
}

/// ơ and ư are letters of their own in VNI.
fn encode_horn(plain: char, wanted: &str) -> String {
    let has_horn = wanted.nfd().any(|c| c == '\u{31B}');
    match plain {
        'o' if has_horn => "ô",
        'O' if has_horn => "Ô",
        'u' if has_horn => "ö",
        'U' if has_horn => "Ö",
        _ => "",
    }
    .to_owned()
}

#[test]
fn knows_the_fonts() {
    let rows = [
        (".VnTime", Some(Encoding::Tcvn3)),
        (".VnArial Narrow", Some(Encoding::Tcvn3)),
        (".VNTIME", Some(Encoding::Tcvn3)),
        (".VnTimeH", Some(Encoding::Tcvn3Capitals)),
        (".VnArial NarrowH", Some(Encoding::Tcvn3Capitals)),
        ("VNI-Times", Some(Encoding::Vni)),
        ("Vni-Helve", Some(Encoding::Vni)),
        ("VNI Aptima", Some(Encoding::Vni)),
        ("Times New Roman", None),
        ("VnTime", None),
        ("VNI", None),
        ("VNISoft", None),
        ("Calibri H", None),
        ("Ấ", None),
        ("", None),
    ];
    for (font, encoding) in rows {
        assert_eq!(Encoding::of_font(font), encoding, "{font}");
    }
}

#[test]
fn reads_tcvn3() {
    let rows = [
        ("Hµ Néi", "Hà Nội"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("Th\u{AD}êng Xu©n, Ngäc LÆc, Nh\u{AD} Thanh", "Thường Xuân, Ngọc Lặc, Như Thanh"),
        ("¡n ¢n £ ¤ng ¥n ¦ng §", "Ăn Ân Ê Ông Ơn Ưng Đ"),
        ("VÜnh Phóc; §¾k N«ng; QuÕ S¬n", "Vĩnh Phúc; Đắk Nông; Quế Sơn"),
        ("Hµ NéI", "HÀ NỘI"),
        ("Phßng TH¾NG LîI", "Phòng THẮNG LỢI"),
        ("VN® vµ H§ND x·", "VNđ và HĐND xã"),
        ("50 m² \u{93}x·\u{94} 20°C", "50 m² “xã” 20°C"),
    ];
    for (coded, text) in rows {
        assert_eq!(Encoding::Tcvn3.decode(coded), text);
        assert_eq!(Encoding::Tcvn3.convert(coded).as_deref(), Some(text));
    }
    assert_eq!(Encoding::Tcvn3Capitals.decode("Céng hßa x· héi"), "CỘNG HÒA XÃ HỘI");
    assert_eq!(Encoding::Tcvn3Capitals.decode("stt"), "STT");
}

#[test]
fn reads_vni() {
    let rows = [
        ("Haø Noäi", "Hà Nội"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("Thöôøng Xuaân, Phuø Myõ, Bình Döông, Phöôùc Loäc", "Thường Xuân, Phù Mỹ, Bình Dương, Phước Lộc"),
        ("Lyù Sôn, Myõ Tho, thò xaõ, chæ tieâu, tyû leä, Ñaêk Laêk, kyõ, Vónh", {
            "Lý Sơn, Mỹ Tho, thị xã, chỉ tiêu, tỷ lệ, Đăk Lăk, kỹ, Vĩnh"
        }),
        ("UÛY BAN NHAÂN DAÂN TÆNH ÑOÀNG NAI, QUAÄN GOØ VAÁP", "ỦY BAN NHÂN DÂN TỈNH ĐỒNG NAI, QUẬN GÒ VẤP"),
        (
            "Aân Thi, Öùng Hoøa, YÙ Yeân, Bæm, ñòa chæ, Myõ Xuyeân",
            "Ân Thi, Ứng Hòa, Ý Yên, Bỉm, địa chỉ, Mỹ Xuyên",
        ),
        (
            "thò traán Chôï Môùi, röøng, khuyû, kî, Tröôøng Löu",
            "thị trấn Chợ Mới, rừng, khuỷ, kỵ, Trường Lưu",
        ),
        ("50 m² ½ \u{93}xaõ\u{94} 20°C", "50 m² ½ “xã” 20°C"),
    ];
    for (coded, text) in rows {
        assert_eq!(Encoding::Vni.decode(coded), text);
        assert_eq!(Encoding::Vni.convert(coded).as_deref(), Some(text));
    }
}

#[test]
fn goes_into_every_letter_and_back() {
    let capitals = SMALL.to_uppercase();
    for letter in SMALL.chars().chain(capitals.chars()) {
        let text = letter.to_string();
        assert_eq!(Encoding::Vni.decode(&encode(Encoding::Vni, &text)), text);
    }
    for letter in SMALL.chars().chain("ĂÂÊÔƠƯĐ".chars()) {
        let text = letter.to_string();
        let coded = encode(Encoding::Tcvn3, &text);
        assert_eq!(coded.chars().count(), 1);
        assert_eq!(Encoding::Tcvn3.decode(&coded), text);
        assert_eq!(Encoding::Tcvn3Capitals.decode(&coded), text.to_uppercase());
    }
    // The rows that were held against other tables of the code page one by one.
    let spots = [
        ('í', 0xDD),
        ('ò', 0xDF),
        ('õ', 0xE2),
        ('ó', 0xE3),
        ('ù', 0xEF),
        ('ú', 0xF3),
        ('ý', 0xFD),
        ('ạ', 0xB9),
    ];
    for (letter, code) in spots {
        let coded = char::from_u32(code).unwrap().to_string();
        assert_eq!(encode(Encoding::Tcvn3, &letter.to_string()), coded);
    }
}

#[test]
fn leaves_unicode_alone() {
    for text in ["Xã Hưng Hà, ½ ó ã é", "Đông", "Tỷ lệ: ó", "Xa\u{303}", "µ và ộ", "Привет ó"]
    {
        for encoding in [Encoding::Tcvn3, Encoding::Tcvn3Capitals, Encoding::Vni] {
            assert_eq!(encoding.decode(text), text);
            assert_eq!(encoding.convert(text), None);
        }
    }
    // Letters that the code page has not: the cell is Unicode though every letter of it is Latin-1.
    assert_eq!(Encoding::Tcvn3.convert("Xã Hà Nam"), None);
    assert_eq!(Encoding::Vni.convert("Xã Hà Nam"), None);
    assert_eq!(Encoding::Tcvn3.convert("Xa Nam 2.900"), None);
}

fn read(column: &[&str]) -> Reading {
    read_column(&mut column.iter().copied())
}

#[test]
fn recognises_a_column() {
    let tcvn3 =
        ["STT", "X· Mü Léc", "X· Hoµng Long", "Ph\u{AD}êng §«ng S¬n", "TT. Nga S¬n", "Tæng céng", "12", ""];
    assert_eq!(read(&tcvn3), Reading::Legacy(Encoding::Tcvn3));
    assert_eq!(detect(&mut tcvn3.into_iter()), Some(Encoding::Tcvn3));
    let vni = ["Xaõ Myõ Loäc", "Thò traán Chôï Môùi", "Phöôøng 1", "Xaõ Bình Döông", "Toång coäng"];
    assert_eq!(read(&vni), Reading::Legacy(Encoding::Vni));
    let highland =
        ["HuyÖn Kr«ng N«", "HuyÖn §¾k Mil", "HuyÖn C\u{AD} Jót", "HuyÖn §¾k R'LÊp", "Tuy §øc", "Gia NghÜa"];
    assert_eq!(read(&highland), Reading::Legacy(Encoding::Tcvn3));
    // Abbreviations speak neither for nor against.
    let acts = ["Q§ 24/Q§-BNNMT", "N§ 30/N§-CP", "HéI H§ND", "BL§TBXH", "LuËt söa ®æi"];
    assert_eq!(read(&acts), Reading::Legacy(Encoding::Tcvn3));
    // Capitals and bytes that a reader took for Latin-1 controls.
    assert_eq!(read(&["THµNH PHè", "H¶I D¦¥NG", "\u{93}MôC\u{94} TI£U"]), Reading::Legacy(Encoding::Tcvn3));
    assert_eq!(read(&["TÆNH ÑOÀNG NAI", "QUAÄN GOØ VAÁP"]), Reading::Legacy(Encoding::Vni));
}

#[test]
fn wants_the_evidence_of_a_column() {
    assert_eq!(read(&["Hµ Néi"]), Reading::Unicode);
    assert_eq!(read(&["Haø Noäi"]), Reading::Unicode);
    // One word again and again may be a unit of measure.
    assert_eq!(read(&["N·m", "N·m", "N·m", "N·m"]), Reading::Unicode);
    assert_eq!(read(&[]), Reading::Unicode);
}

#[test]
fn tells_a_column_of_both() {
    // Certain cells do no harm to one another …
    let certain = ["X· Hoµng Long", "Xã Mỹ Lộc", "Ph\u{AD}êng §«ng S¬n", "TT. Nga S¬n", "Xã Hà Nam"];
    assert_eq!(read(&certain), Reading::Legacy(Encoding::Tcvn3));
    let converted: Vec<Option<String>> = certain.iter().map(|text| Encoding::Tcvn3.convert(text)).collect();
    assert_eq!(converted[1], None);
    assert_eq!(converted[4], None);
    assert_eq!(converted[0].as_deref(), Some("Xã Hoàng Long"));
    // … but «Thó» is a word as it stands and «Thú» in TCVN3.
    let open = ["X· Hoµng Long", "Xã Mỹ Lộc", "Ph\u{AD}êng §«ng S¬n", "TT. Nga S¬n", "Thó"];
    assert_eq!(read(&open), Reading::Unclear(Encoding::Tcvn3));
    assert_eq!(detect(&mut open.into_iter()), None);
}

#[test]
fn leaves_other_columns_alone() {
    let columns: [&[&str]; 12] = [
        &["Xã Hưng Hà", "Xã Mỹ Lộc", "Thị trấn Bồng Sơn", "Phường Đông Vệ"],
        // Vietnamese whose letters are all of Latin-1.
        &["Xã Thanh Hà", "Xã Hòa Bình", "Xã Nam Hà", "Lý Nhân", "Cát Vân", "Bình Tân", "Phù Cát", "Sông Lô"],
        &["Tính", "Lô", "Tô", "Thôn", "Bình", "Thành", "Hòa", "Có", "Rào", "Núi Thành", "Phú Tân", "Cái Bè"],
        &["Thó", "Xóm Lê", "Phú", "Lâm", "Cô Tô", "Cô Lê", "Bùi Thê", "Tú", "Kê", "Lý Bé", "Mê Ló"],
        &[
            "Hôtel de Ville",
            "Musée du Louvre",
            "Été à la mer",
            "François",
            "Noël",
            "Orléans",
            "Théâtre",
            "pré",
        ],
        &["São Paulo", "Município de Goiânia", "Açúcar", "Coração", "João Pessoa", "Ceará", "Paraná", "Avô"],
        &[
            "Müller",
            "Straße",
            "für Österreich",
            "Köln",
            "Größe",
            "Süd",
            "Tür",
            "Übung",
            "Fuß",
            "Jäger",
            "möglich",
        ],
        &[
            "½",
            "¼ ha",
            "20 °C",
            "© 2024",
            "5 £",
            "10 ¥",
            "§ 5",
            "50 m²",
            "100 m³",
            "±5",
            "µm",
            "«a»",
            "«Tổng»",
        ],
        &["£5", "£ 20", "½ cup", "¼ kg", "5½", "3¾", "¥100", "«x»", "·", "Ban¹", "Ghi chú²", "m³"],
        &["H\u{E1}»™i", "Tá»•ng cá»™ng", "HÃ  Ná»™i", "XÃ£ Má»¹ Lá»™c", "ThÃ nh phá»‘"],
        &["Año", "Señor", "Cañón", "Peñón", "Niño", "España", "Ibáñez", "Núñez", "El Niño", "mañana", "más"],
        &[
            "Malmö",
            "Åre",
            "Sjö",
            "Älv",
            "Ö",
            "Växjö",
            "Skåne",
            "Tromsø",
            "Ærø",
            "København",
            "Århus",
            "på",
            "små",
        ],
    ];
    for column in columns {
        assert_eq!(read(column), Reading::Unicode, "{column:?}");
    }
}

proptest! {
    #[test]
    fn plain_text_stays(text in "[ -~]{0,40}") {
        prop_assert_eq!(Encoding::Tcvn3.decode(&text), text.clone());
        prop_assert_eq!(Encoding::Vni.decode(&text), text.clone());
        prop_assert_eq!(Encoding::Tcvn3Capitals.decode(&text), text.to_uppercase());
    }

    #[test]
    fn nothing_panics_and_all_is_composed(text in any::<String>()) {
        for encoding in [Encoding::Tcvn3, Encoding::Tcvn3Capitals, Encoding::Vni] {
            let _ = encoding.convert(&text);
            if text.chars().all(|c| c <= '\u{FF}') {
                let decoded = encoding.decode(&text);
                prop_assert_eq!(decoded.nfc().collect::<String>(), decoded);
            }
        }
        read(&[&text, &text, &text]);
    }

    #[test]
    fn words_come_back(words in proptest::collection::vec("[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{1,6}", 1..5)) {
        let text = words.join(" ");
        for encoding in [Encoding::Tcvn3, Encoding::Vni] {
            prop_assert_eq!(encoding.decode(&encode(encoding, &text)), text.clone());
        }
    }
}
