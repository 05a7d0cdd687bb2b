//! What a file really is, by its bytes, whatever its name says (nd30.md §7: `.xls` that is a web page, a Word file
//! renamed, an export of a bookkeeping program).

use super::compound::{Compound, SIGNATURE};
use super::package::Package;
use super::{Format, WorkbookTrouble, unreadable};

/// How a file that opens in Excel becomes one that is read.
const SAVE_AS_XLSX: &str =
    "mở bằng Excel, chọn File > Save As, kiểu «Excel Workbook (*.xlsx)», rồi dùng tệp mới";
const WANT_WORKBOOK: &str = "đặt vào đây bảng tính .xlsx, .xlsm, .xlsb, .xls, .ods hoặc .csv";
const UNPACK: &str = "giải nén, rồi chép bảng tính bên trong vào thư mục hồ sơ";

/// The outermost shape of a file.
#[derive(Debug, PartialEq, Eq)]
pub enum Shape {
    Zip,
    Ole,
    /// The bare records of an `.xls`.
    Records,
    /// Nothing that is known: maybe text.
    Other,
}

/// What the first bytes tell; a file of a known kind that holds no table is refused by name.
pub fn shape(bytes: &[u8]) -> Result<Shape, WorkbookTrouble> {
    let is = |begins: &[&[u8]]| begins.iter().any(|begin| bytes.starts_with(begin));
    if is(&[b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"]) {
        return Ok(Shape::Zip);
    }
    if is(&[&SIGNATURE]) {
        return Ok(Shape::Ole);
    }
    // The record that opens the workbook, and its length.
    if is(&[b"\x09\x08\x08\x00", b"\x09\x08\x10\x00"]) {
        return Ok(Shape::Records);
    }
    for (begins, what) in OLD {
        if is(begins) {
            return Err(unreadable(format!("tệp là {what}, định dạng quá cũ"), SAVE_AS_XLSX));
        }
    }
    for (begins, what, help) in KNOWN {
        if is(begins) {
            return Err(not_a_workbook(what, help));
        }
    }
    match marked_up(bytes) {
        Some((what, help)) => Err(not_a_workbook(what, help)),
        None => Ok(Shape::Other),
    }
}

/// Formats of spreadsheets that nothing writes any more.
const OLD: &[(&[&[u8]], &str)] = &[
    (&[b"\x09\x00\x04\x00", b"\x09\x00\x06\x00"], "bảng tính Excel 2 (1987)"),
    (&[b"\x09\x02\x06\x00", b"\x09\x02\x04\x00"], "bảng tính Excel 3 (1990)"),
    (&[b"\x09\x04\x06\x00", b"\x09\x04\x04\x00"], "bảng tính Excel 4 (1992)"),
    (&[b"\x00\x00\x02\x00", b"\x00\x00\x1A\x00"], "bảng tính Lotus 1-2-3"),
];

const KNOWN: &[(&[&[u8]], &str, &str)] = &[
    (&[b"%PDF-"], "PDF", "xin bản gốc là bảng tính của tệp PDF này"),
    (&[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*"], "ảnh", "gõ lại bảng trong ảnh vào Excel"),
    (&[b"{\\rtf"], "văn bản RTF của Word", "chép bảng trong văn bản sang Excel rồi lưu dạng .xlsx"),
    (&[b"7z\xBC\xAF"], "gói nén .7z", UNPACK),
    (&[b"Rar!"], "gói nén .rar", UNPACK),
    (&[b"\x1F\x8B"], "gói nén .gz", UNPACK),
    (&[b"ID;PWXL", b"ID;PSCALC"], "bảng tính SYLK", SAVE_AS_XLSX),
];

/// Text with marks around it: a web page, XML.
fn marked_up(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const LOOKED_AT: usize = 8192;
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    // In UTF-16 every other byte of these marks is zero.
    let text: String = head.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect();
    let text = text.trim_start_matches(['\u{EF}', '\u{BB}', '\u{BF}', '\u{FE}', '\u{FF}']).trim_start();
    let lower = text.to_ascii_lowercase();
    if lower.starts_with("mime-version:") {
        return Some(("trang web đóng gói (.mht)", SAVE_AS_XLSX));
    }
    if lower.starts_with("<?xml") && lower.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return Some(("bảng tính XML của Excel 2003", SAVE_AS_XLSX));
    }
    if lower.contains("<office:document") && lower.starts_with("<?xml") {
        return Some(("bảng tính OpenDocument dạng XML (.fods)", SAVE_AS_XLSX));
    }
    let is_tag = lower.starts_with('<')
        && lower[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?'));
    const PAGE: [&str; 8] = ["<html", "<table", "<!doctype html", "<body", "<head", "<meta", "<tr", "<style"];
    if is_tag && PAGE.iter().any(|tag| lower.contains(tag)) {
        return Some(("trang web (HTML)", SAVE_AS_XLSX));
    }
    lower.starts_with("<?xml").then_some(("XML không rõ loại", WANT_WORKBOOK))
}

/// Which kind of workbook a zipped file is.
pub fn zipped(package: &mut Package) -> Result<Format, WorkbookTrouble> {
    if let Some(kind) = package.part("mimetype")? {
        const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.";
        return match kind.trim_ascii().strip_prefix(OPEN_DOCUMENT) {
            Some(b"spreadsheet" | b"spreadsheet-template") => Ok(Format::Ods),
            Some(kind) if kind.starts_with(b"text") => Err(text_document("OpenDocument (.odt)")),
            Some(kind) if kind.starts_with(b"presentation") => Err(slides("OpenDocument (.odp)")),
            Some(_) => Err(not_a_workbook("tài liệu OpenDocument khác", WANT_WORKBOOK)),
            None => Err(not_a_workbook("gói tài liệu không phải bảng tính", WANT_WORKBOOK)),
        };
    }
    let has = |part: &str| package.has(part);
    let begins = |part: &str| package.names().any(|name| name.starts_with(part));
    if has("xl/workbook.bin") {
        return Ok(Format::Xlsb);
    }
    if begins("word/") && !begins("xl/workbook") {
        return Err(text_document("Word (.docx)"));
    }
    if begins("ppt/") && !begins("xl/workbook") {
        return Err(slides("PowerPoint (.pptx)"));
    }
    if has("[content_types].xml") || begins("xl/") {
        return Ok(Format::Xlsx);
    }
    if has("index.zip") || begins("index/document.iwa") || begins("index/tables/") {
        return Err(not_a_workbook(
            "bảng tính Numbers của Apple",
            "mở bằng Numbers, chọn File > Export To > Excel, rồi dùng tệp .xlsx",
        ));
    }
    Err(not_a_workbook("gói nén .zip", UNPACK))
}

/// Refuses what lies in the storage of Office 97-2003 and is no workbook.
pub fn ole(file: &Compound<'_>) -> Result<(), WorkbookTrouble> {
    // Since 2007 a password wraps the whole file.
    if file.has("EncryptedPackage") || file.has("EncryptionInfo") {
        return Err(WorkbookTrouble::password());
    }
    if file.has("Workbook") || file.has("Book") {
        return Ok(());
    }
    if file.has("WordDocument") {
        return Err(text_document("Word 97-2003 (.doc)"));
    }
    if file.has("PowerPoint Document") {
        return Err(slides("PowerPoint 97-2003 (.ppt)"));
    }
    if file.has("__properties_version1.0") {
        return Err(not_a_workbook("thư Outlook (.msg)", "lưu riêng tệp đính kèm của thư rồi dùng tệp đó"));
    }
    Err(not_a_workbook("tài liệu Office cũ, bên trong không có bảng tính", WANT_WORKBOOK))
}

fn not_a_workbook(what: &str, help: &str) -> WorkbookTrouble {
    unreadable(format!("tệp là {what}, không phải dạng bảng tính đọc được"), help)
}

fn text_document(what: &str) -> WorkbookTrouble {
    unreadable(
        format!("tệp là văn bản {what}, không phải bảng tính"),
        "chép bảng trong văn bản sang Excel rồi lưu dạng .xlsx",
    )
}

fn slides(what: &str) -> WorkbookTrouble {
    unreadable(
        format!("tệp là bản trình chiếu {what}, không phải bảng tính"),
        "chép bảng trong bản trình chiếu sang Excel rồi lưu dạng .xlsx",
    )
}

#[cfg(test)]
mod tests {
    use super::super::WorkbookTrouble;
    use super::{Shape, shape};

    #[test]
    fn a_file_is_called_what_it_is() {
        let utf16: Vec<u8> = "\u{FEFF}<html><table>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, what) in [
            (b"\xEF\xBB\xBF \r\n<TABLE border=1><tr>".as_slice(), "trang web"),
            (b"<!-- x --><html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", "trang web"),
            (&utf16, "trang web"),
            (b"<?xml version=\"1.0\"?><html><body>", "trang web"),
            (b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "XML của Excel 2003"),
            (b"<?xml version=\"1.0\"?><a/>", "XML không rõ loại"),
            (b"%PDF-1.7", "PDF"),
            (b"{\\rtf1", "RTF"),
            (b"\x09\x00\x04\x00\x02\x00\x10\x00", "Excel 2 (1987), định dạng quá cũ"),
            (b"\x09\x04\x06\x00\x00\x00\x10\x00", "Excel 4"),
        ] {
            match shape(bytes) {
                Err(WorkbookTrouble::Unreadable { reason, .. }) => assert!(reason.contains(what), "{reason}"),
                other => panic!("{what}: {other:?}"),
            }
        }
        for text in ["TT;Xã;Số hộ", "<5 hộ;<table", "ID;PHUONG;XA", "PK,Xã", "{a}", "<= 5"] {
            assert_eq!(shape(text.as_bytes()), Ok(Shape::Other), "{text}");
        }
    }
}
