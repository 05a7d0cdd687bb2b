//! Cells at the end of the sheet, more columns than a sheet has, cells of ten megabytes, in every format.

use super::Outcome::{Either, Read, Refused};
use super::make::{ODS_ROWS, ROWS, SHEET, ods, shared, xlsx};
use super::{Case, case, hold};

/// The rows with one cell more, in a row of its own.
fn with_cell(reference: &str, row: &str) -> Vec<u8> {
    xlsx(&format!("{ROWS}<row{row}><c{reference}><v>1</v></c></row>")).zip()
}

#[test]
fn a_cell_at_the_end_of_the_sheet_takes_no_memory() {
    let at = |reference: &str, row: &str| {
        let name = format!("{reference} in row {row}");
        case(name, "bang.xlsx", with_cell(&format!(" r=\"{reference}\""), &format!(" r=\"{row}\"")), Either)
    };
    hold([
        at("XFD1048576", "1048576"),
        at("XFE1048577", "1048577"),
        at("A4294967295", "4294967295"),
        at("A4294967296", "4294967296"),
        at("A99999999999999999999", "99999999999999999999"),
        at("ZZZZZZZZZZZZ9", "9"),
        at("A0", "0"),
        at("A-1", "-1"),
        at("9", "9"),
        at("", ""),
        at("Ă9", "9"),
        at("A9B", "9"),
        at("$A$9", "9"),
        at("A1", "9"),
    ]);
}

#[test]
fn what_a_sheet_says_of_itself_is_not_believed() {
    let sheet = |before: &str, after: &str| {
        let text = super::make::sheet(ROWS);
        let text = text.replace("<sheetData>", &format!("{before}<sheetData>"));
        xlsx(ROWS).with(SHEET, text.replace("</sheetData>", &format!("</sheetData>{after}"))).zip()
    };
    let merges: String =
        (0..100_000).map(|at| format!("<mergeCell ref=\"F{}:G{}\"/>", at + 9, at + 9)).collect();
    let over_each_other = "<mergeCell ref=\"A5:XFD1048576\"/>".repeat(10_000);
    hold([
        case("dimension", "bang.xlsx", sheet("<dimension ref=\"A1:XFD1048576\"/>", ""), Read),
        case("no dimension", "bang.xlsx", sheet("<dimension ref=\"\"/>", ""), Either),
        case(
            "columns",
            "bang.xlsx",
            sheet("<cols><col min=\"1\" max=\"4294967295\" width=\"9\"/></cols>", ""),
            Either,
        ),
        case(
            "hidden columns",
            "bang.xlsx",
            sheet("<cols><col min=\"5\" max=\"16384\" hidden=\"1\"/></cols>", ""),
            Either,
        ),
        case(
            "one merge",
            "bang.xlsx",
            sheet("", "<mergeCells><mergeCell ref=\"E5:XFD1048576\"/></mergeCells>"),
            Either,
        ),
        case(
            "merged upside down",
            "bang.xlsx",
            sheet("", "<mergeCells><mergeCell ref=\"F9:E5\"/></mergeCells>"),
            Either,
        ),
        case("many merges", "bang.xlsx", sheet("", &format!("<mergeCells>{merges}</mergeCells>")), Either),
        case(
            "merges over each other",
            "bang.xlsx",
            sheet("", &format!("<mergeCells>{over_each_other}</mergeCells>")),
            Either,
        ),
        case("filter", "bang.xlsx", sheet("", "<autoFilter ref=\"A1:XFD1048576\"/>"), Either),
    ]);
}

#[test]
fn a_count_of_strings_is_not_believed() {
    let strings = |count: &str| {
        let text = format!("<sst count=\"{count}\" uniqueCount=\"{count}\"><si><t>Xã Ân Thi</t></si></sst>");
        shared(&["Xã Ân Thi"]).with("xl/sharedStrings.xml", text).zip()
    };
    hold(
        ["4294967295", "9223372036854775807", "-1", "x"]
            .map(|count| case(format!("count of strings {count}"), "bang.xlsx", strings(count), Either)),
    );
}

#[test]
fn a_string_or_a_style_that_is_not_there() {
    let cell = |attributes: &str, value: &str| {
        let cell = format!(
            "<row r=\"4\"><c r=\"A4\"><v>3</v></c><c r=\"B4\"{attributes}><v>{value}</v></c><c r=\"C4\"><v>1</v></c></row>"
        );
        xlsx(&format!("{ROWS}{cell}")).zip()
    };
    hold([
        case("string 7", "bang.xlsx", cell(" t=\"s\"", "7"), Refused),
        case("string 4294967296", "bang.xlsx", cell(" t=\"s\"", "4294967296"), Refused),
        case("string -1", "bang.xlsx", cell(" t=\"s\"", "-1"), Refused),
        case("string x", "bang.xlsx", cell(" t=\"s\"", "x"), Refused),
        case("style 99", "bang.xlsx", cell(" s=\"99\" t=\"str\"", "Xã Yên"), Either),
        case("style 4294967296", "bang.xlsx", cell(" s=\"4294967296\" t=\"str\"", "Xã Yên"), Either),
        case("an unknown type", "bang.xlsx", cell(" t=\"zzz\"", "Xã Yên"), Either),
        case("a number that is none", "bang.xlsx", cell("", "1e999"), Either),
        case("not a number", "bang.xlsx", cell("", "NaN"), Either),
        case("a date out of time", "bang.xlsx", cell(" t=\"d\"", "99999-99-99T99"), Either),
    ]);
}

#[test]
fn a_hundred_thousand_columns() {
    let mut cells = String::new();
    for column in 1..=100_000u32 {
        cells.push_str(&format!("<c r=\"{}4\"><v>1</v></c>", letters(column)));
    }
    let row = format!("{ROWS}<row r=\"4\">{cells}</row>");
    let without = format!("{ROWS}<row>{}</row>", "<c><v>1</v></c>".repeat(100_000));
    let line = |separator: &str| vec!["1"; 100_000].join(separator);
    let table = "TT;Địa phương;Số hộ;Ghi chú\n1;Xã An Bình;100;\n";
    hold([
        case("xlsx", "bang.xlsx", xlsx(&row).zip(), Either),
        case("xlsx without references", "bang.xlsx", xlsx(&without).zip(), Either),
        case("far column", "bang.xlsx", with_cell(" r=\"EQXD9\"", " r=\"9\""), Either),
        case("csv", "bang.csv", format!("{table}{}\n", line(";")).into_bytes(), Either),
        case("csv head", "bang.csv", format!("{}\n{table}", line(";")).into_bytes(), Either),
        case("csv of one line", "bang.csv", line(",").into_bytes(), Refused),
    ]);
}

/// 1 is A, 27 is AA.
fn letters(mut column: u32) -> String {
    let mut letters = String::new();
    while column > 0 {
        column -= 1;
        letters.insert(0, char::from_u32(u32::from('A') + column % 26).expect("a letter"));
        column /= 26;
    }
    letters
}

#[test]
fn a_cell_of_ten_megabytes() {
    const MOST: usize = 10_000_000;
    let pieces = ["9", "1-", "a b ", "từ 1 đến ", "e\u{301}"];
    let long = |piece: &str| piece.repeat(MOST / piece.len());
    let mut cases: Vec<Case> = Vec::new();
    for piece in pieces {
        let text = long(piece);
        let cell = |column: &str| {
            format!(
                "{ROWS}<row r=\"4\"><c r=\"A4\"><v>3</v></c><c r=\"{column}4\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>"
            )
        };
        // As a name and as a number.
        for column in ["B", "C"] {
            cases.push(case(
                format!("{piece:?} in {column}"),
                "bang.xlsx",
                xlsx(&cell(column)).zip(),
                Either,
            ));
        }
        cases.push(case(format!("{piece:?} shared"), "bang.xlsx", shared(&[text.as_str()]).zip(), Either));
        let line = format!("TT;Địa phương;Số hộ;Ghi chú\n1;Xã An Bình;{text};\n");
        cases.push(case(format!("{piece:?} in csv"), "bang.csv", line.into_bytes(), Either));
    }
    hold(cases);
}

#[test]
fn ten_thousand_faults() {
    let unit = |row: usize| {
        format!(
            "<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c><c r=\"B{row}\" t=\"inlineStr\"><is><t>Xã {row}</t></is></c>\
             <c r=\"C{row}\" t=\"inlineStr\"><is><t>chưa có</t></is></c></row>"
        )
    };
    let units: String = (4..10_004).map(unit).collect();
    hold([case("faults", "bang.xlsx", xlsx(&format!("{ROWS}{units}")).zip(), Refused)]);
}

#[test]
fn a_cell_as_long_as_a_cell_may_be() {
    const MOST: usize = 32_000;
    let cell = |piece: &str| {
        let text = piece.repeat(MOST / piece.chars().count());
        format!(
            "{ROWS}<row r=\"4\"><c r=\"A4\"><v>3</v></c><c r=\"B4\" t=\"inlineStr\"><is><t>Xã Yên</t></is></c>\
             <c r=\"C4\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>"
        )
    };
    hold(
        ["a b ", "từ 1 đến ", "1-", "- ", "9", "1.", "trên "]
            .map(|piece| case(format!("{piece:?}"), "bang.xlsx", xlsx(&cell(piece)).zip(), Refused)),
    );
}

#[test]
fn rows_without_end() {
    let empty: String = (4..400_004).map(|row| format!("<row r=\"{row}\"/>")).collect();
    hold([case("empty rows", "bang.xlsx", xlsx(&format!("{ROWS}{empty}")).zip(), Either)]);
}

#[test]
fn lines_without_end() {
    const HEAD: &str = "TT;Địa phương;Số hộ;Ghi chú\n";
    let units = format!("{HEAD}{}", "1;Xã;1;\n".repeat(1_000_000));
    let blank = format!("{HEAD}1;Xã An;1;\n{}", "\n".repeat(5_000_000));
    hold([
        case("csv rows", "bang.csv", units.into_bytes(), Refused),
        case("csv blank rows", "bang.csv", blank.into_bytes(), Either),
    ]);
}

#[test]
fn text_files_that_are_none() {
    let table = "TT;Địa phương;Số hộ;Ghi chú\n1;Xã An Bình;100;\n";
    let utf16: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xFF, 0xFE], utf16.as_slice()].concat();
    hold([
        case("csv", "bang.csv", table.into(), Read),
        case(
            "an open quote",
            "bang.csv",
            format!("{table}2;\"{}", "x;\n".repeat(2_000_000)).into_bytes(),
            Refused,
        ),
        case("zero bytes", "bang.csv", vec![0; 3_000_000], Refused),
        case("one byte", "bang.csv", vec![b';'], Refused),
        case("only a mark", "bang.csv", vec![0xEF, 0xBB, 0xBF], Refused),
        case("half a UTF-16 letter", "bang.csv", marked[..marked.len() - 1].to_vec(), Either),
        case("bytes that are no text", "bang.csv", (0..=255).cycle().take(100_000).collect(), Refused),
        case("nothing", "bang.csv", Vec::new(), Refused),
        case("nothing, as a workbook", "bang.xlsx", Vec::new(), Refused),
        case("quotes", "bang.csv", vec![b'"'; 5_000_000], Refused),
        case("separators", "bang.csv", vec![b';'; 10_000_000], Refused),
    ]);
}

#[test]
fn an_ods_that_repeats_itself_takes_no_memory() {
    let value = "office:value-type=\"float\" office:value=\"1\"";
    let cell = |repeated: &str, value: &str| {
        format!("<table:table-cell table:number-columns-repeated=\"{repeated}\" {value}/>")
    };
    let row = |repeated: &str, cells: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{repeated}\">{cells}</table:table-row>")
    };
    let with = |name: &str, rows: String, outcome| {
        case(name, "bang.ods", ods(&format!("{ODS_ROWS}{rows}")).zip(), outcome)
    };
    let last = format!("<table:table-row>{}{}</table:table-row>", cell("16383", ""), cell("1", value));
    hold([
        case("sound", "bang.ods", ods(ODS_ROWS).zip(), Read),
        with("blank to the end", row("1048573", &cell("16384", "")), Read),
        with("blank, then a last cell", format!("{}{last}", row("1048572", &cell("16384", ""))), Either),
        with("a full sheet", row("1048573", &cell("16384", value)), Refused),
        with("a full row", row("1", &cell("16384", value)), Either),
        with("a cell too often", row("1", &cell("4294967295", value)), Refused),
        with("a cell far too often", row("1", &cell("99999999999999999999", value)), Either),
        with("a row too often", row("4294967295", &cell("1", value)), Refused),
        with("below zero", row("-1", &cell("-1", value)), Either),
        with("never", row("0", &cell("0", value)), Either),
        with("many blank rows, each written", row("1", &cell("16384", "")).repeat(100_000), Either),
    ]);
}
