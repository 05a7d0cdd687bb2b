//! `.xls` and `.xlsb`: records that lie about their length and place, containers that lead in circles, flipped bytes.

use super::Outcome::{Either, Refused};
use super::make::{kept, patched};
use super::{Case, case, hold};

const FORMATS: [(&str, &str); 7] = [
    ("giam-ngheo.xlsx", "bang.xlsx"),
    ("giam-ngheo.xlsb", "bang.xlsb"),
    ("giam-ngheo.xls", "bang.xls"),
    ("giam-ngheo-biff5.xls", "bang.xls"),
    ("giam-ngheo.ods", "bang.ods"),
    ("giam-ngheo-1258.csv", "bang.csv"),
    ("giam-ngheo-utf16.csv", "bang.csv"),
];

/// Numbers that look like chance and are the same on every run.
fn chance(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).expect("31 bits") % below
    }
}

#[test]
fn flipped_bytes_are_refused_or_read_in_every_format() {
    const TRIES: u64 = 25;
    for (name, file) in FORMATS {
        let whole = kept(name);
        hold((0..TRIES).map(|seed| {
            let mut chance = chance(seed + 1);
            let mut bytes = whole.clone();
            for _ in 0..=chance(8) {
                let at = chance(bytes.len());
                bytes[at] = [0, 0xFF, 0x7F, 0x80, 1][chance(5)];
            }
            case(format!("{name}, try {seed}"), file, bytes, Either)
        }));
    }
}

#[test]
fn a_workbook_that_ends_too_soon_is_refused_or_read() {
    for (name, file) in FORMATS {
        let whole = kept(name);
        hold((0..8).map(|step| {
            let at = whole.len() * step / 8;
            // What lies behind the last record of an `.xls` may be missing, and half a text is a text.
            let outcome = if name.ends_with(".xls") || name.ends_with(".csv") { Either } else { Refused };
            case(format!("{name} cut at {at}"), file, whole[..at].to_vec(), outcome)
        }));
    }
}

/// The places of the records of one kind and length in the one stream of a workbook.
fn records(bytes: &[u8], kind: u16, length: u16) -> Vec<usize> {
    let head = [kind.to_le_bytes(), length.to_le_bytes()].concat();
    (0..bytes.len()).filter(|at| bytes[*at..].starts_with(&head)).collect()
}

#[test]
fn a_cell_at_the_end_of_an_xls_takes_no_memory() {
    // A number, whole or packed into four bytes: kind and length of its record.
    let mut cases: Vec<Case> = Vec::new();
    for (name, kind, length) in [("giam-ngheo.xls", 0x027E, 10), ("giam-ngheo-biff5.xls", 0x0203, 14)] {
        let bytes = kept(name);
        let last = *records(&bytes, kind, length).last().expect("a number");
        for (row, column) in [(0xFFFF_u16, 0x00FF_u16), (0xFFFF, 0xFFFF), (0, 0xFFFF)] {
            let mut bytes = bytes.clone();
            bytes[last + 4..last + 6].copy_from_slice(&row.to_le_bytes());
            bytes[last + 6..last + 8].copy_from_slice(&column.to_le_bytes());
            cases.push(case(format!("{name}: row {row}, column {column}"), "bang.xls", bytes, Either));
        }
    }
    hold(cases);
}

#[test]
fn what_an_xls_says_of_its_size_is_not_believed() {
    let bytes = kept("giam-ngheo.xls");
    let strings =
        (0..bytes.len()).find(|at| bytes[*at..].starts_with(&[0xFC, 0x00])).expect("the table of strings");
    let mut many = bytes.clone();
    many[strings + 4..strings + 12].fill(0xFF);
    let mut sized = bytes.clone();
    for at in records(&bytes, 0x0200, 14) {
        sized[at + 4..at + 16].fill(0xFF);
    }
    let five = kept("giam-ngheo-biff5.xls");
    let mut wide = five.clone();
    for at in records(&five, 0x0200, 10) {
        wide[at + 4..at + 14].fill(0xFF);
    }
    hold([
        case("count of strings", "bang.xls", many, Either),
        case("size of the sheet", "bang.xls", sized, Either),
        case("size of the sheet, BIFF5", "bang.xls", wide, Either),
    ]);
}

#[test]
fn a_container_that_leads_in_circles_is_refused() {
    const TABLE: usize = 512;
    let bytes = kept("giam-ngheo-biff5.xls");
    let link = |at: usize, to: u32| {
        let mut bytes = bytes.clone();
        bytes[TABLE + 4 * at..TABLE + 4 * at + 4].copy_from_slice(&to.to_le_bytes());
        bytes
    };
    let mut far = bytes.clone();
    // Where the directory begins, and how many sectors of tables there are.
    far[0x30..0x34].copy_from_slice(&0x00FF_FFFF_u32.to_le_bytes());
    let mut tables = bytes.clone();
    tables[0x2C..0x30].copy_from_slice(&u32::MAX.to_le_bytes());
    let mut more = bytes.clone();
    more[0x44..0x4C].copy_from_slice(&[0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F]);
    let mut shift = bytes.clone();
    shift[0x1E..0x20].copy_from_slice(&[0xFF, 0xFF]);
    hold([
        case("a stream into itself", "bang.xls", link(5, 2), Either),
        case("a sector into itself", "bang.xls", link(2, 2), Either),
        case("a directory into itself", "bang.xls", link(1, 1), Either),
        case("a stream out of the file", "bang.xls", link(3, 0x00FF_FFFF), Either),
        case("a directory out of the file", "bang.xls", far, Refused),
        case("tables without end", "bang.xls", tables, Either),
        case("more tables than there are", "bang.xls", more, Either),
        case("sectors of no size", "bang.xls", shift, Either),
    ]);
}

#[test]
fn a_workbook_under_another_ending_or_too_old() {
    hold([
        case("xlsx as xls", "bang.xls", kept("giam-ngheo.xlsx"), Either),
        case("xls as xlsx", "bang.xlsx", kept("giam-ngheo.xls"), Either),
        case("ods as xlsx", "bang.xlsx", kept("giam-ngheo.ods"), Either),
        case("a page as xls", "bang.xls", kept("giam-ngheo-la-html.xls"), Either),
        case("xml as xls", "bang.xls", kept("giam-ngheo-la-xml.xls"), Refused),
        case("BIFF2", "bang.xls", kept("cu-biff2.xls"), Refused),
        case("BIFF3", "bang.xls", kept("cu-biff3.xls"), Refused),
        case("BIFF4", "bang.xls", kept("cu-biff4.xls"), Refused),
        case("BIFF4 renamed", "bang.xlsx", kept("cu-biff4.xls"), Refused),
        case("locked xlsx", "bang.xlsx", kept("mat-khau.xlsx"), Refused),
        case("locked xls", "bang.xls", kept("mat-khau.xls"), Refused),
        case("locked ods", "bang.ods", kept("mat-khau.ods"), Refused),
        case(
            "no name of a stream",
            "bang.xls",
            patched(kept("giam-ngheo-biff5.xls"), b"B\0o\0o\0k\0", b"B\0o\0o\0c\0"),
            Refused,
        ),
        case("a picture", "bang.xlsx", b"\x89PNG\r\n\x1a\n".repeat(500), Refused),
        case("a PDF", "bang.xls", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".repeat(500), Refused),
    ]);
}
