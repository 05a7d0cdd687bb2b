//! One workbook in every format: whatever a file is kept in, its sheet is the same, cell by cell and fact by fact.
//!
//! `tests/workbooks/README.md` says how each file was made. The `.xlsx` is the expectation of the others; calamine reads
//! the files again as the witness of their values, where it can.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use calamine::{Data, Reader};
use duthao::diag::CellRef;
use duthao::load::workbook::{Format, Limits, Raw, Sheet, Untold, WorkbookTrouble, open};

fn bytes(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks").join(file);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The sheets of a file, each with whether it is shown.
fn sheets(file: &str) -> (Format, Vec<(Sheet, bool)>) {
    let limits = Limits::default();
    let mut book = open(bytes(file), &limits).unwrap_or_else(|trouble| panic!("{file}: {trouble:?}"));
    let shown: Vec<bool> = book.sheets().iter().map(|sheet| sheet.is_visible).collect();
    let sheets = shown.into_iter().enumerate().map(|(at, is_visible)| {
        let sheet = book.sheet(at).unwrap_or_else(|trouble| panic!("{file}: {trouble:?}"));
        (sheet, is_visible)
    });
    let sheets = sheets.collect();
    (book.format(), sheets)
}

/// What the program that wrote a file wrote otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lost {
    /// LibreOffice calls some errors by a number.
    ErrorNames,
    /// SheetJS forgot the hidden row of the file that it converted.
    HiddenRows,
}

/// A sheet in lines, one a cell, with everything that is told of it.
fn lines(sheet: &Sheet, is_visible: bool, lost: &[Lost]) -> Vec<String> {
    let mut lines = vec![format!("«{}» shown: {is_visible}", sheet.name)];
    for row in sheet.row_numbers() {
        for (column, value) in sheet.row(row) {
            let look = sheet.look(row, column);
            let value = match value {
                Raw::Error(_) if lost.contains(&Lost::ErrorNames) => "Error".to_owned(),
                value => format!("{value:?}"),
            };
            let is_percent = value.starts_with("Number") && look.is_percent;
            lines.push(format!(
                "{row},{column}: {value} {is_percent} {:?} {:?}",
                look.decimals, look.encoding
            ));
        }
    }
    for row in 1..=sheet.last_row() {
        for column in 1..=sheet.last_column() {
            if let Some(range) = sheet.merged(CellRef { row, column }) {
                lines.push(format!("{row},{column} in {range}"));
            }
        }
    }
    let facts = &sheet.facts;
    if !lost.contains(&Lost::HiddenRows) {
        lines.push(format!("hidden rows: {:?}", facts.hidden_rows));
    }
    lines.push(format!("hidden columns: {:?}", facts.hidden_columns));
    lines.push(format!("filter: {:?}", facts.filter.map(|range| range.to_string())));
    lines.push(format!("link: {:?}", facts.external.map(|cell| cell.to_string())));
    lines
}

/// What is in one and not in the other.
fn difference(one: &[String], other: &[String]) -> Vec<String> {
    let only = |sign: &str, from: &[String], to: &[String]| {
        from.iter().filter(|line| !to.contains(line)).map(|line| format!("{sign} {line}")).collect::<Vec<_>>()
    };
    [only("-", one, other), only("+", other, one)].concat()
}

fn is_same(name: &str, ending: &str, lost: &[Lost]) -> Vec<String> {
    let (_, expected) = sheets(&format!("{name}.xlsx"));
    let (_, read) = sheets(&format!("{name}{ending}"));
    let mut complaints = Vec::new();
    if read.len() != expected.len() {
        complaints.push(format!("{name}{ending}: {} sheets, not {}", read.len(), expected.len()));
    }
    for ((read, shown), (expected, should_show)) in read.iter().zip(&expected) {
        let lines = lines(read, *shown, lost);
        let difference = difference(&self::lines(expected, *should_show, lost), &lines);
        complaints.extend(difference.into_iter().map(|line| format!("{name}{ending}: {line}")));
    }
    complaints
}

#[test]
fn every_format_gives_the_same_sheet() {
    let mut complaints = Vec::new();
    for (name, ending, lost) in [
        ("giam-ngheo", ".xlsm", &[] as &[Lost]),
        ("giam-ngheo", ".xls", &[]),
        ("giam-ngheo", ".ods", &[]),
        ("giam-ngheo", ".xlsb", &[]),
        ("an", ".xls", &[]),
        ("an", ".ods", &[]),
        ("an", ".xlsb", &[Lost::HiddenRows]),
        ("lien-ket-ngoai", ".xls", &[]),
        ("lien-ket-ngoai", ".ods", &[]),
        ("loc", ".xls", &[]),
        ("loc", ".ods", &[]),
        ("loi", ".xls", &[]),
        ("loi", ".ods", &[Lost::ErrorNames]),
        ("ngay", ".xls", &[]),
        ("ngay", ".ods", &[]),
        ("tcvn3", ".xls", &[]),
        ("tcvn3", ".ods", &[]),
        ("vni", ".xls", &[]),
        ("ty-le-phan-tram", ".xls", &[]),
        ("ty-le-phan-tram", ".ods", &[]),
        ("ty-le-phan-tram", ".xlsb", &[]),
    ] {
        complaints.extend(is_same(name, ending, lost));
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// A value as both witnesses write it; blanks of text do not count.
fn witnessed(value: &Data) -> Option<String> {
    match value {
        Data::Int(whole) => Some(format!("{:?}", whole.to_string().parse::<f64>().expect("a number"))),
        Data::Float(double) => Some(format!("{double:?}")),
        Data::String(text) => {
            let folded = duthao::vietnamese::text::clean(text);
            (!folded.is_empty()).then_some(folded)
        }
        _ => None,
    }
}

/// Of files in Unicode: calamine does not convert.
#[test]
fn calamine_reads_the_same_values() {
    for file in
        ["giam-ngheo.xls", "an.xls", "ty-le-phan-tram.xls", "giam-ngheo-biff5.xls", "lien-ket-ngoai.xls"]
    {
        let mut witness = calamine::Xls::new(Cursor::new(bytes(file))).expect(file);
        witnesses(file, |name| witness.worksheet_range(name).expect(file));
    }
    for file in ["giam-ngheo.ods", "an.ods", "ty-le-phan-tram.ods", "lien-ket-ngoai.ods"] {
        let mut witness = calamine::Ods::new(Cursor::new(bytes(file))).expect(file);
        witnesses(file, |name| witness.worksheet_range(name).expect(file));
    }
    for file in ["giam-ngheo.xlsb", "an.xlsb", "ty-le-phan-tram.xlsb"] {
        let mut witness = calamine::Xlsb::new(Cursor::new(bytes(file))).expect(file);
        witnesses(file, |name| witness.worksheet_range(name).expect(file));
    }
}

fn witnesses(file: &str, mut range: impl FnMut(&str) -> calamine::Range<Data>) {
    for (sheet, _) in sheets(file).1 {
        let range = range(&sheet.name);
        let (top, left) = range.start().unwrap_or_default();
        let mut count = 0;
        for (row, column, value) in range.used_cells() {
            let Some(value) = witnessed(value) else { continue };
            let (row, column) = (
                top + u32::try_from(row).expect("small") + 1,
                left + u32::try_from(column).expect("small") + 1,
            );
            let read = match sheet.cell(row, column) {
                Some(Raw::Number(double)) => format!("{double:?}"),
                Some(Raw::Text(text)) => text.to_owned(),
                other => format!("{other:?}"),
            };
            assert_eq!(read, value, "{file} «{}» {row},{column}", sheet.name);
            count += 1;
        }
        assert!(count > 0 || sheet.last_row() == 0, "{file} «{}»", sheet.name);
    }
}

/// Every cell of the one visible sheet in lines.
fn plain(file: &str) -> Vec<String> {
    let (_, sheets) = sheets(file);
    let (sheet, _) = &sheets[0];
    let cells = sheet.row_numbers().flat_map(|row| sheet.row(row).map(move |cell| (row, cell)));
    cells.map(|(row, (column, value))| format!("{row},{column}: {value:?}")).collect()
}

#[test]
fn excel_5_workbooks_are_read() {
    let (format, sheets) = sheets("an-biff5.xls");
    assert_eq!((format, &*sheets[0].0.facts.hidden_rows), (Format::Xls, &[5][..]));
    let told = &sheets[0].0.facts;
    assert_eq!(told.untold, [Untold::Formulas, Untold::Links]);
    let tcvn3 = plain("tcvn3-biff5.xls");
    let unicode = plain("giam-ngheo-biff5.xls");
    insta::assert_snapshot!(tcvn3[..8].join("\n"), @r#"
    1,1: Text("BIỂU CHỈ TIÊU GIẢM NGHÈO")
    2,6: Text("Đơn vị tính: hộ, %")
    3,1: Text("TT")
    3,2: Text("Xã, phường")
    3,3: Text("Tổng số hộ")
    3,4: Text("Hộ nghèo đầu năm")
    3,5: Text("Tỷ lệ hộ nghèo đầu năm (%)")
    3,6: Text("Chỉ tiêu giảm hộ nghèo")
    "#);
    insta::assert_snapshot!(unicode[..30].join("\n"), @r#"
    1,1: Text("BIỂU CHỈ TIÊU GIẢM NGHÈO")
    2,6: Text("Đơn vị tính: hộ, %")
    3,1: Text("TT")
    3,2: Text("Xã, phường")
    3,3: Text("Tổng số hộ")
    3,4: Text("Hộ nghèo đầu năm")
    3,5: Text("Tỷ lệ hộ nghèo đầu năm (%)")
    3,6: Text("Chỉ tiêu giảm hộ nghèo")
    3,7: Text("Ghi chú")
    4,1: Text("I")
    4,2: Text("Khu vực đồng bằng")
    4,3: Number(11500.0)
    4,4: Number(494.0)
    4,5: Number(4.3)
    4,6: Number(160.0)
    5,1: Number(1.0)
    5,2: Text("Xã An Bình")
    5,3: Number(2900.0)
    5,4: Number(145.0)
    5,5: Number(5.0)
    5,6: Number(45.0)
    6,2: Text("Trong đó: hộ DTTS")
    6,3: Number(310.0)
    6,4: Number(25.0)
    6,5: Number(8.06)
    6,6: Number(8.0)
    7,1: Number(2.0)
    7,2: Text("Xã An Hòa")
    7,3: Number(3120.0)
    7,4: Number(187.0)
    "#);
}

#[test]
fn what_is_no_workbook_is_called_by_name() {
    let refused = |file: &str| match read_all(bytes(file)) {
        Err(WorkbookTrouble::Unreadable { reason, help }) => format!("{file}: {reason}\n  {help}"),
        other => format!("{file}: {other:?}"),
    };
    let files = [
        "giam-ngheo-la-html.xls",
        "giam-ngheo-la-xml.xls",
        "cu-biff2.xls",
        "cu-biff3.xls",
        "cu-biff4.xls",
        "mat-khau.xlsx",
        "mat-khau.xls",
        "mat-khau.ods",
    ];
    insta::assert_snapshot!(files.map(refused).join("\n"), @"
    giam-ngheo-la-html.xls: tệp là trang web (HTML), không phải dạng bảng tính đọc được
      mở bằng Excel, chọn File > Save As, kiểu «Excel Workbook (*.xlsx)», rồi dùng tệp mới
    giam-ngheo-la-xml.xls: tệp là bảng tính XML của Excel 2003, không phải dạng bảng tính đọc được
      mở bằng Excel, chọn File > Save As, kiểu «Excel Workbook (*.xlsx)», rồi dùng tệp mới
    cu-biff2.xls: tệp là bảng tính Excel 2 (1987), định dạng quá cũ
      mở bằng Excel, chọn File > Save As, kiểu «Excel Workbook (*.xlsx)», rồi dùng tệp mới
    cu-biff3.xls: tệp là bảng tính Excel 3 (1990), định dạng quá cũ
      mở bằng Excel, chọn File > Save As, kiểu «Excel Workbook (*.xlsx)», rồi dùng tệp mới
    cu-biff4.xls: tệp là bảng tính Excel 4 (1992), định dạng quá cũ
      mở bằng Excel, chọn File > Save As, kiểu «Excel Workbook (*.xlsx)», rồi dùng tệp mới
    mat-khau.xlsx: tệp có mật khẩu
      mở bằng Excel, bỏ mật khẩu (File, Info, Protect Workbook) rồi lưu lại
    mat-khau.xls: tệp có mật khẩu
      mở bằng Excel, bỏ mật khẩu (File, Info, Protect Workbook) rồi lưu lại
    mat-khau.ods: tệp có mật khẩu
      mở bằng Excel, bỏ mật khẩu (File, Info, Protect Workbook) rồi lưu lại
    ");
}

/// What a panic while reading becomes.
const PANICKED: &str = "nội dung không theo quy cách của định dạng";

/// Opens a file and reads all of its sheets.
fn read_all(bytes: Vec<u8>) -> Result<(), WorkbookTrouble> {
    let limits = Limits::default();
    let mut book = open(bytes, &limits)?;
    for at in 0..book.sheets().len() {
        book.sheet(at)?;
    }
    Ok(())
}

#[test]
fn no_broken_byte_is_a_panic() {
    let judge = |file: &str, at: usize, bytes: Vec<u8>| {
        if let Err(WorkbookTrouble::Unreadable { reason, .. }) = read_all(bytes) {
            assert!(!reason.contains(PANICKED), "{file}: byte {at}");
        }
    };
    for file in ["lien-ket-ngoai.xls", "tcvn3-biff5.xls"] {
        let whole = bytes(file);
        for at in (0..whole.len()).step_by(2) {
            let mut broken = whole.clone();
            broken[at] ^= [0xFF, 0x01, 0x80][at % 3];
            judge(file, at, broken);
            if at % 16 == 0 {
                judge(file, at, whole[..at].to_vec());
            }
        }
    }
    for (file, part) in [
        ("giam-ngheo.xlsb", "xl/worksheets/sheet1.bin"),
        ("giam-ngheo.xlsb", "xl/workbook.bin"),
        ("giam-ngheo.xlsb", "xl/styles.bin"),
        ("loc.ods", "content.xml"),
    ] {
        let parts = parts(file);
        let whole = &parts.iter().find(|(name, _)| name == part).expect(part).1;
        for at in (0..whole.len()).step_by(7) {
            let mut broken = whole.clone();
            broken[at] ^= [0x01, 0xFF][at % 2];
            judge(file, at, zipped(&parts, part, &broken));
            if at % 16 == 0 {
                judge(file, at, zipped(&parts, part, &whole[..at]));
            }
        }
    }
}

fn parts(file: &str) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes(file))).expect(file);
    let numbers = 0..archive.len();
    numbers
        .map(|at| {
            let mut part = archive.by_index(at).expect(file);
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect(file);
            (part.name().expect(file).into_owned(), bytes)
        })
        .collect()
}

/// The parts in an archive, one of them with other bytes.
fn zipped(parts: &[(String, Vec<u8>)], changed: &str, bytes: &[u8]) -> Vec<u8> {
    let plain = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, own) in parts {
        writer.start_file(name.as_str(), plain).expect("a part");
        writer.write_all(if name == changed { bytes } else { own }).expect("in memory");
    }
    writer.finish().expect("an archive").into_inner()
}
