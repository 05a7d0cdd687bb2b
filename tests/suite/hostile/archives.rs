//! Archives that are cut off, lie about what they hold, or hold far more than they weigh (`.xlsx`, `.ods`).

use super::Outcome::{Either, Read, Refused};
use super::make::{ODS_ROWS, ROWS, SHEET, SHEET_AFTER, kept, ods, patched, shared, sheet_before, xlsx};
use super::{Case, case, hold};

const MEGABYTE: usize = 1_000_000;
/// What a bomb unpacks to; it weighs a thousandth of that.
const BOMB: usize = 600 * MEGABYTE;

/// The signature of an entry in the list at the end of an archive.
const LISTED: &[u8] = b"PK\x01\x02";

#[test]
fn a_file_that_ends_too_soon_is_refused() {
    let whole = xlsx(ROWS).zip();
    let cut = |at: usize| case(format!("cut at {at}"), "bang.xlsx", whole[..at].to_vec(), Refused);
    let steps = (0..24).map(|step| whole.len() * step / 24);
    hold(steps.chain([1, 3, 4, 30, whole.len() - 22, whole.len() - 1]).map(cut));
}

#[test]
fn a_kept_workbook_that_ends_too_soon_is_refused() {
    for (name, file) in [("giam-ngheo.xlsx", "bang.xlsx"), ("giam-ngheo.xlsm", "bang.xlsm")] {
        let whole = kept(name);
        hold((1..8).map(|step| {
            let at = whole.len() * step / 8;
            case(format!("{name} cut at {at}"), file, whole[..at].to_vec(), Refused)
        }));
    }
}

#[test]
fn a_sheet_that_unpacks_without_end_is_refused() {
    let before = sheet_before();
    let bomb = |piece: &str| {
        let times = BOMB / piece.len();
        xlsx(ROWS).with_repeated(SHEET, &before, piece, times, SHEET_AFTER).zip()
    };
    hold([
        case("blanks", "bang.xlsx", bomb("                    "), Refused),
        case("empty rows", "bang.xlsx", bomb("<row></row>"), Refused),
        case("empty cells", "bang.xlsx", bomb("<row><c/><c/><c/><c/></row>"), Refused),
        case("comments", "bang.xlsx", bomb("<!-- -->"), Refused),
    ]);
}

#[test]
fn shared_strings_styles_and_lists_that_unpack_without_end_are_refused() {
    let names = [
        ("xl/sharedStrings.xml", "<sst>", "<si><t>xã xã xã xã xã xã xã</t></si>", "</sst>"),
        ("xl/sharedStrings.xml", "<sst><si><t>", "xxxxxxxxxxxxxxxx", "</t></si></sst>"),
        ("xl/sharedStrings.xml", "<sst>", "<si/>", "</sst>"),
        ("xl/styles.xml", "<styleSheet><cellXfs>", "<xf numFmtId=\"0\"/>", "</cellXfs></styleSheet>"),
        (
            "xl/workbook.xml",
            "<workbook><sheets>",
            "<sheet name=\"x\" sheetId=\"1\"/>",
            "</sheets></workbook>",
        ),
        ("[Content_Types].xml", "<Types>", "<Default Extension=\"x\" ContentType=\"y\"/>", "</Types>"),
    ];
    hold(names.into_iter().map(|(name, before, piece, after)| {
        let parts = shared(&["Xã Ân Thi"]).with_repeated(name, before, piece, BOMB / piece.len(), after);
        case(format!("{name} of {piece}"), "bang.xlsx", parts.zip(), Refused)
    }));
}

#[test]
fn a_part_that_nobody_needs_may_be_as_large_as_it_likes() {
    let parts = xlsx(ROWS).with_repeated("xl/media/anh.bmp", "BM", "\0\0\0\0\0\0\0\0", 25 * MEGABYTE, "");
    hold([case("picture", "bang.xlsx", parts.zip(), Either)]);
}

/// The archive with the sizes of every entry in its list, or in front of the entry as well, put to another value.
fn with_sizes(mut bytes: Vec<u8>, size: u32, everywhere: bool) -> Vec<u8> {
    for at in 0..bytes.len().saturating_sub(30) {
        if bytes[at..].starts_with(LISTED) {
            bytes[at + 24..at + 28].copy_from_slice(&size.to_le_bytes());
        } else if everywhere && bytes[at..].starts_with(b"PK\x03\x04") {
            bytes[at + 22..at + 26].copy_from_slice(&size.to_le_bytes());
        }
    }
    bytes
}

#[test]
fn a_part_whose_stated_size_lies_asks_for_no_memory() {
    let heavy =
        xlsx(ROWS).with_repeated(SHEET, &sheet_before(), "<row></row>", 90 * MEGABYTE, SHEET_AFTER).zip();
    let sound = xlsx(ROWS).zip();
    let mut cases: Vec<Case> = Vec::new();
    for everywhere in [false, true] {
        for size in [0, 1, 10, 0x7FFF_FFFF, 0xFFFF_FFFE] {
            let name = format!("says {size}, everywhere: {everywhere}");
            cases.push(case(name, "bang.xlsx", with_sizes(sound.clone(), size, everywhere), Either));
        }
        cases.push(case(
            "1 GB that says 10 bytes",
            "bang.xlsx",
            with_sizes(heavy.clone(), 10, everywhere),
            Refused,
        ));
    }
    hold(cases);
}

/// The archive that says to hold 65535 entries.
fn with_count(mut bytes: Vec<u8>) -> Vec<u8> {
    let end = bytes.len() - 22;
    bytes[end + 8..end + 12].fill(0xFF);
    bytes
}

#[test]
fn entries_of_one_name_and_names_that_lead_elsewhere() {
    let other = "<row r=\"2\"><c r=\"C2\"><v>999</v></c></row>";
    let twice = xlsx(ROWS).with("xl/worksheets/sheet2.xml", super::make::sheet(other)).zip();
    let mut cases = vec![
        case("two sheets of one name", "bang.xlsx", patched(twice, b"sheet2.xml", b"sheet1.xml"), Refused),
        case("a list of 65535", "bang.xlsx", with_count(xlsx(ROWS).zip()), Either),
    ];
    for name in ["../../../etc/passwd", "/etc/passwd", "C:\\x.xml", "..\\..\\x.xml", "xl/../../x.xml", "a\0b"]
    {
        cases.push(case(name, "bang.xlsx", xlsx(ROWS).with(name, "x").zip(), Either));
    }
    hold(cases);
}

#[test]
fn a_list_of_a_hundred_thousand_parts() {
    hold([case("many parts", "bang.xlsx", xlsx(ROWS).with_empty(100_000).zip(), Either)]);
}

#[test]
fn a_sheet_is_looked_for_in_the_archive_only() {
    let relations = "xl/_rels/workbook.xml.rels";
    let to = |target: &str| xlsx(ROWS).replace(relations, "worksheets/sheet1.xml", target).zip();
    hold([
        case("from the root", "bang.xlsx", to("/xl/worksheets/sheet1.xml"), Read),
        case("above the root", "bang.xlsx", to("../../../../../../etc/passwd"), Refused),
        case("a file of the machine", "bang.xlsx", to("file:///etc/passwd"), Refused),
        case("itself", "bang.xlsx", to("workbook.xml"), Either),
        case("nothing", "bang.xlsx", to(""), Refused),
    ]);
}

#[test]
fn an_archive_without_its_parts_or_with_a_broken_one_is_refused() {
    let needed = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET];
    let mut cases: Vec<Case> = needed
        .into_iter()
        .flat_map(|name| ["", "<", "x", "\u{0}\u{0}"].map(|text| (name, text)))
        .map(|(name, text)| {
            case(format!("{name} is {text:?}"), "bang.xlsx", xlsx(ROWS).with(name, text).zip(), Refused)
        })
        .collect();
    let sound = xlsx(ROWS).zip();
    let renamed = patched(sound.clone(), b"xl/workbook.xml", b"xl/workbonk.xml");
    cases.push(case("no workbook", "bang.xlsx", renamed, Refused));
    cases.push(case(
        "an archive of nothing",
        "bang.xlsx",
        [b"PK\x05\x06".as_slice(), &[0; 18]].concat(),
        Refused,
    ));
    cases.push(case(
        "an archive in front of which stands a page",
        "bang.xlsx",
        [b"<html>".as_slice(), &sound].concat(),
        Either,
    ));
    hold(cases);
}

#[test]
fn an_ods_that_is_cut_off_or_unpacks_without_end_is_refused() {
    let whole = ods(ODS_ROWS).zip();
    let mut cases: Vec<Case> = (0..12)
        .map(|step| whole.len() * step / 12)
        .map(|at| case(format!("ods cut at {at}"), "bang.ods", whole[..at].to_vec(), Refused))
        .collect();
    let bomb = |piece: &str| {
        ods(ODS_ROWS).with_repeated("content.xml", "<office:document-content>", piece, BOMB / piece.len(), "")
    };
    cases.push(case("blanks", "bang.ods", bomb("          ").zip(), Refused));
    cases.push(case("elements", "bang.ods", bomb("<table:table-row/>").zip(), Refused));
    hold(cases);
}
