//! Bytes as offices save them, and bytes that are no text.
//!
//! - Holds: the tests of the characters of CSV files.
//! - In and out: nothing.
//! - Never here: helpers for other modules.
//! - Why: they are too long to stand in the module's own file.

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::vietnamese::legacy::Encoding;

const TABLE: &str = "Tên đơn vị;Số hộ;Tỷ lệ\r\nXã Hưng Hà;2.900;7,97\r\nThị trấn Bồng Sơn;1 234;«8,01»\r\n";

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

fn with_mark(mark: &[u8], bytes: &[u8]) -> Vec<u8> {
    [mark, bytes].concat()
}

/// As Windows writes it: the letter with its roof or horn, then the tone as a byte of its own.
fn windows_1258(text: &str) -> Vec<u8> {
    let is_tone = |c: char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let split: String = text
        .chars()
        .map(|letter| {
            let tones: String = letter.nfd().filter(|c| is_tone(*c)).collect();
            let plain: String = letter.nfd().filter(|c| !is_tone(*c)).nfc().collect();
            plain + &tones
        })
        .collect();
    let (bytes, _, has_errors) = WINDOWS_1258.encode(&split);
    assert!(!has_errors, "{text}");
    bytes.into_owned()
}

fn windows_1252(text: &str) -> Vec<u8> {
    let (bytes, _, has_errors) = WINDOWS_1252.encode(text);
    assert!(!has_errors, "{text}");
    bytes.into_owned()
}

fn charset(bytes: &[u8]) -> Result<Charset, CsvTrouble> {
    decode(bytes).map(|decoded| decoded.charset)
}

#[test]
fn reads_every_way_of_writing_unicode() {
    let rows = [
        (TABLE.as_bytes().to_vec(), Charset::Utf8, false),
        (with_mark(b"\xEF\xBB\xBF", TABLE.as_bytes()), Charset::Utf8, true),
        (with_mark(b"\xFF\xFE", &utf16(TABLE, u16::to_le_bytes)), Charset::Utf16Le, true),
        (with_mark(b"\xFE\xFF", &utf16(TABLE, u16::to_be_bytes)), Charset::Utf16Be, true),
        (utf16(TABLE, u16::to_le_bytes), Charset::Utf16Le, false),
        (utf16(TABLE, u16::to_be_bytes), Charset::Utf16Be, false),
        (windows_1258(TABLE), Charset::Windows1258, false),
    ];
    for (bytes, charset, is_marked) in rows {
        let expected = Decoded { text: TABLE.to_owned(), charset, is_marked };
        assert_eq!(decode(&bytes), Ok(expected));
    }
    assert_eq!(charset(b"a;b\n1;2\n"), Ok(Charset::Utf8));
    // Signs that are the same in every Windows code page.
    assert_eq!(charset(b"a;b\n20 \xB0C;\xBD\n"), Ok(Charset::Windows1258));
    assert_eq!(decode(b"a;b\x1A").map(|decoded| decoded.text), Ok("a;b".to_owned()));
}

#[test]
fn knows_old_fonts_by_the_whole_file() {
    let tcvn3 =
        windows_1252("STT;Tªn ®¬n vÞ;Sè hé\n1;X· Mü Léc;12\n2;TT. Nga S¬n;7,97\n3;Ph\u{AD}êng §«ng S¬n;5\n");
    let decoded = decode(&tcvn3).unwrap();
    assert_eq!(decoded.charset, Charset::Legacy(Encoding::Tcvn3));
    let mut cells = Vec::new();
    let layout = each_cell(&decoded.text, |_, _, cell| {
        cells.push(Encoding::Tcvn3.convert(cell).unwrap_or_else(|| cell.to_owned()));
        Ok::<(), CsvTrouble>(())
    });
    assert_eq!(layout.map(|layout| layout.separator), Ok(Separator::Semicolon));
    assert_eq!(cells[1..6], ["Tên đơn vị", "Số hộ", "1", "Xã Mỹ Lộc", "12"]);
    assert_eq!(cells[10], "Phường Đông Sơn");
    let vni = windows_1252("STT,Teân ñôn vò,Soá hoä\n1,Xaõ Myõ Loäc,12\n2,Thò traán Chôï Môùi,5\n");
    assert_eq!(charset(&vni), Ok(Charset::Legacy(Encoding::Vni)));
}

#[test]
fn does_not_guess() {
    let unknown =
        |line: usize, sample: &str| Err(CsvTrouble::UnknownCharset { line, sample: sample.to_owned() });
    // Too little for an old font, and no Vietnamese.
    assert_eq!(charset(&windows_1252("a;b\nHµ Néi;1\n")), unknown(2, "Hµ Néi;1"));
    assert_eq!(charset(&windows_1252("x· A;1\n")), unknown(1, "x· A;1"));
    assert_eq!(charset(&windows_1252("Hôtel;Musée\n")), unknown(1, "Hôtel;Musée"));
    assert_eq!(charset(&windows_1252("Müller;Größe\nKöln;5")), unknown(1, "Müller;Größe"));
    // UTF-8 that was cut or patched is not read as another code page.
    let mut cut = TABLE.as_bytes().to_vec();
    cut.insert(40, 0xE1);
    assert!(matches!(charset(&cut), Err(CsvTrouble::UnknownCharset { line: 1 | 2, .. })));
    let marked = with_mark(b"\xEF\xBB\xBFa;b\nc;", &[0xE1, b'\n']);
    assert_eq!(charset(&marked), Err(CsvTrouble::Broken { charset: "UTF-8", line: 2 }));
}

#[test]
fn refuses_what_is_no_text() {
    assert_eq!(charset(b""), Err(CsvTrouble::Empty));
    assert_eq!(charset(b"\xEF\xBB\xBF \r\n"), Err(CsvTrouble::Empty));
    assert_eq!(charset(b"\x1A"), Err(CsvTrouble::Empty));
    assert_eq!(charset(b"a;b\nc\0;d\n"), Err(CsvTrouble::Control { line: 2, code: 0 }));
    assert_eq!(charset(b"a;b\nc;\x07\n"), Err(CsvTrouble::Control { line: 2, code: 7 }));
    assert_eq!(charset(b"PK\x03\x04\n"), Err(CsvTrouble::Control { line: 1, code: 3 }));
}

#[test]
fn says_what_is_wrong() {
    let said: Vec<String> = [
        CsvTrouble::Quotes { line: 7 },
        CsvTrouble::UnknownCharset { line: 2, sample: "Hµ Néi;1".to_owned() },
        CsvTrouble::Broken { charset: "UTF-8", line: 2 },
    ]
    .map(|trouble| trouble.to_string())
    .to_vec();
    assert_eq!(
        said,
        [
            "dấu ngoặc kép mở ở dòng 7 không được đóng đúng chỗ: bên trong ô, mỗi dấu ngoặc kép phải viết hai lần",
            "không rõ bảng mã chữ của tệp (không phải UTF-8, UTF-16, Windows-1258; không đủ chữ để nhận ra TCVN3, VNI), ví dụ \
             dòng 2: «Hµ Néi;1»; hãy lưu lại bằng «CSV UTF-8»",
            "tệp ghi là UTF-8 nhưng có chỗ không phải UTF-8, bắt đầu từ dòng 2: tệp đã hỏng hoặc bị cắt",
        ]
    );
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(decoded) = decode(&bytes) {
            let _ = each_cell(&decoded.text, |_, _, _| Ok::<(), CsvTrouble>(()));
        }
    }

    /// What is written comes back in its place, whatever stands in the cells.
    #[test]
    fn cells_come_back(rows in proptest::collection::vec(proptest::collection::vec("[a-zĐấ0-9,;\"\t\r\n .]{0,6}", 2..5), 1..8)) {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut text = String::from("sep=;\n");
        let mut expected = Vec::new();
        for (row, cells) in (1_u32..).zip(&rows) {
            let padded = cells.iter().map(String::as_str).chain(std::iter::repeat("")).take(width);
            let quoted: Vec<String> = padded.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&(quoted.join(";") + "\r\n"));
            let filled = (1_u32..).zip(cells).filter(|(_, cell)| !cell.trim().is_empty());
            expected.extend(filled.map(|(column, cell)| (row, column, cell.clone())));
        }
        let mut found = Vec::new();
        let layout = each_cell(&text, |row, column, cell| {
            found.push((row, column, cell.to_owned()));
            Ok::<(), CsvTrouble>(())
        });
        prop_assert_eq!(layout.map(|layout| layout.uneven), Ok(None));
        prop_assert_eq!(found, expected);
    }
}
