//! The annex workbooks read back: names of sheets, merged ranges, values and formulas.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, SheetVisible, Xlsx};

use zip::ZipArchive;

use crate::harness::{PLAN, Project, files};
use crate::pages::golden;

/// The visible sheets of a workbook as text: a cell is its value, with its formula in front where it has one.
pub fn drawn(bytes: &[u8]) -> String {
    let workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let sheets = workbook.sheets_metadata().iter();
    let visible = sheets.filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = visible.map(|sheet| sheet.name.clone()).collect();
    drawn_sheets(bytes, &names)
}

/// Some sheets of a workbook as text.
pub fn drawn_sheets(bytes: &[u8], names: &[String]) -> String {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let mut text = String::new();
    for name in names {
        text.push_str(&format!("[{name}]\n"));
        let formulas = workbook.worksheet_formula(name).expect("formulas");
        let range = workbook.worksheet_range(name).expect("cells");
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, cells) in range.rows().enumerate() {
            let row = first_row + u32::try_from(row).expect("a row");
            let shown: Vec<String> = cells
                .iter()
                .enumerate()
                .map(|(column, value)| {
                    let column = first_column + u32::try_from(column).expect("a column");
                    let value = match value {
                        Data::Empty => String::new(),
                        Data::Float(number) => number.to_string().replace('.', ","),
                        Data::String(string) => format!("«{string}»"),
                        other => format!("{other:?}"),
                    };
                    match formulas.get_value((row, column)).filter(|formula| !formula.is_empty()) {
                        Some(formula) => format!("={formula} → {value}"),
                        None => value,
                    }
                })
                .collect();
            text.push_str(format!("{} | {}", row + 1, shown.join(" | ")).trim_end());
            text.push('\n');
        }
        let merged = workbook.merge_cells_by_sheet_name(name).expect("merged ranges");
        let mut ranges: Vec<String> = merged
            .iter()
            .map(|range| format!("{}:{}", cell(range.start.0, range.start.1), cell(range.end.0, range.end.1)))
            .collect();
        ranges.sort();
        text.push_str(&format!("gộp: {}\n", ranges.join(" ")));
    }
    text
}

fn cell(row: u32, column: u32) -> String {
    duthao::diag::CellRef { row: row + 1, column: column + 1 }.to_string()
}

#[test]
fn the_samples_have_the_expected_workbooks() {
    let project = Project::new();
    for (path, bytes) in files(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data")) {
        project.file(&format!("data/{path}"), bytes);
    }
    project.build();
    // Of a document that there is for every commune one stands for all.
    let is_drawn = |path: &str| path.matches('/').count() == 1 || path.ends_with("/xa-deo-mau.xlsx");
    let workbooks = project.files("output");
    let workbooks = workbooks.iter().filter(|(path, _)| path.ends_with(".xlsx") && is_drawn(path));
    for (path, bytes) in workbooks {
        let name = path.trim_end_matches(".xlsx").replace('/', ".");
        golden(&format!("{name}.annex"), &drawn(bytes));
    }
}

#[test]
fn the_small_sample_is_drawn_in_full() {
    let project = Project::sample();
    project.build();
    insta::assert_snapshot!(drawn(&project.files("output/mau")["ke-hoach.xlsx"]), @r"
    [Phụ lục]
    1 | «Phụ lục» |  |  |  |  |  |
    2 | «CHỈ TIÊU GIẢM NGHÈO NĂM 2024» |  |  |  |  |  |
    3 | «(Kèm theo Kế hoạch số 12/KH-UBND ngày 15 tháng 3 năm 2024 của Ủy ban nhân dân huyện Tân Lập)» |  |  |  |  |  |
    4 |  |  |  |  |  |  |
    5 | «Đơn vị tính: hộ, %» |  |  |  |  |  |
    6 | «TT» | «Địa phương» | «Đầu năm» |  | «Chỉ tiêu giảm» | «Cuối năm» |
    7 |  |  | «Số hộ» | «Tỷ lệ» |  | «Số hộ» | «Tỷ lệ»
    8 | «I» | «Khu vực đồng bằng» | =SUM(C9:C10) → 300 | 5 | =SUM(E9:E10) → 90 | =SUM(F9:F10) → 210 | 3,5
    9 | 1 | «Xã An Bình» | 100 | 5 | 40 | =C9-E9 → 60 | 3
    10 | 2 | «Xã An Hòa» | 200 | 5 | 50 | =C10-E10 → 150 | 3,75
    11 | «II» | «Khu vực miền núi» | =SUM(C12:C13) → 1700 | 12,14 | =SUM(E12:E13) → 500 | =SUM(F12:F13) → 1200 | 8,57
    12 | 1 | «Xã Yên Lạc» | 1200 | 12 | 400 | =C12-E12 → 800 | 8
    13 | 2 | «Xã Yên Minh» | 500 | 12,5 | 100 | =C13-E13 → 400 | 10
    14 |  | «Toàn huyện» | =SUM(C8,C11) → 2000 | 10 | =SUM(E8,E11) → 590 | =SUM(F8,F11) → 1410 | 7,05
    15 | «Ghi chú: Số liệu rà soát cuối năm trước./.» |  |  |  |  |  |
    gộp: A15:G15 A1:G1 A2:G2 A3:G3 A5:G5 A6:A7 B6:B7 C6:D6 E6:E7 F6:G6
    ");
}

#[test]
fn every_annex_is_a_sheet_and_a_document_without_one_has_no_workbook() {
    let project = Project::sample();
    let more = "  - { tieu_de: Tỷ lệ, bang: xa, cot: [ten, ty_le_dau] }\n";
    project.file("data/mau/ke-hoach.yaml", format!("{PLAN}{more}"));
    project.plan("thực hiện Phụ lục kèm theo", "thực hiện các Phụ lục kèm theo");
    project.build();
    let workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(project.files("output/mau")["ke-hoach.xlsx"].clone())).expect("a workbook");
    assert_eq!(workbook.sheet_names(), ["Phụ lục I", "Phụ lục II", "_duthao"]);
    assert!(!project.exists("output/mau/bao-cao.xlsx"));
}

#[test]
fn every_formula_gives_the_printed_value_once_more() {
    let project = Project::sample();
    project.build();
    let text = drawn(&project.files("output/mau")["ke-hoach.xlsx"]);
    let formulas: Vec<&str> = text.split(" | ").filter(|cell| cell.starts_with('=')).collect();
    assert!(!formulas.is_empty());
    assert!(
        formulas.iter().all(|cell| !cell.trim().ends_with('→')),
        "every formula has its value stored: {formulas:?}"
    );
}

/// The sample's plan with switches on its annex.
fn with_switches(switches: &str) -> Project {
    let project = Project::sample();
    project.plan(
        "    ghi_chu: Số liệu rà soát cuối năm trước\n",
        &format!("    ghi_chu: Số liệu rà soát cuối năm trước\n    bang_tinh: {switches}\n"),
    );
    project.build();
    project
}

/// A part of the plan's workbook.
fn part(project: &Project, name: &str) -> String {
    let bytes = project.files("output/mau")["ke-hoach.xlsx"].clone();
    let mut package = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    package.by_name(name).expect("a part").read_to_string(&mut text).expect("text");
    text
}

/// What stands between two marks of a text, the marks included.
fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    let from = text.find(begin).unwrap_or_else(|| panic!("no {begin}"));
    let to = text[from..].find(end).unwrap_or_else(|| panic!("no {end}"));
    &text[from..from + to + end.len()]
}

#[test]
fn a_hidden_sheet_says_which_table_of_which_document_stands_where() {
    let project = with_switches("{ mo: [giam] }");
    let bytes = project.files("output/mau")["ke-hoach.xlsx"].clone();
    let workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).expect("a workbook");
    let hidden = workbook.sheets_metadata().iter().find(|sheet| sheet.name == "_duthao").expect("a sheet");
    assert_eq!(hidden.visible, SheetVisible::VeryHidden);
    insta::assert_snapshot!(drawn_sheets(&bytes, &["_duthao".to_owned()]), @"
    [_duthao]
    1 | «duthao» | «1» |  |  |
    2 | «ho_so» | «mau» |  |  |
    3 | «van_ban» | «ke-hoach» |  |  |
    4 | «bang» | «Phụ lục» | «xa» | «8» | «14»
    5 | «cot» | «2» | «ten» |  |
    6 | «cot» | «3» | «dau» |  |
    7 | «cot» | «4» | «ty_le_dau» |  |
    8 | «cot» | «5» | «giam» | «mo» |
    9 | «cot» | «6» | «cuoi» |  |
    10 | «cot» | «7» | «ty_le_cuoi» |  |
    11 | «dong» | «8» | «4» | «Khu vực đồng bằng» |
    12 | «dong» | «9» | «5» | «Xã An Bình» | «mo»
    13 | «dong» | «10» | «6» | «Xã An Hòa» | «mo»
    14 | «dong» | «11» | «7» | «Khu vực miền núi» |
    15 | «dong» | «12» | «8» | «Xã Yên Lạc» | «mo»
    16 | «dong» | «13» | «9» | «Xã Yên Minh» | «mo»
    17 | «dong» | «14» | «10» | «Toàn huyện» |
    gộp:
    ");
}

#[test]
fn a_sheet_is_printed_as_the_decree_wants_its_pages() {
    let project = Project::sample();
    project.build();
    let sheet = part(&project, "xl/worksheets/sheet1.xml");
    insta::assert_snapshot!(between(&sheet, "<printOptions", "</headerFooter>").replace("><", ">\n<"), @r#"
    <printOptions horizontalCentered="1"/>
    <pageMargins left="1.1811023622047245" right="0.5905511811023623" top="0.7874015748031497" bottom="0.7874015748031497" header="0.3937007874015748" footer="0.3937007874015748"/>
    <pageSetup paperSize="9" fitToHeight="0" orientation="portrait" useFirstPageNumber="1" horizontalDpi="200" verticalDpi="200"/>
    <headerFooter differentFirst="1" scaleWithDoc="0">
    <oddHeader>&amp;C&amp;"Times New Roman,Regular"&amp;14&amp;P</oddHeader>
    <oddFooter>&amp;L&amp;"Times New Roman,Italic"&amp;10 Số: 12/KH-UBND</oddFooter>
    <firstFooter>&amp;L&amp;"Times New Roman,Italic"&amp;10 Số: 12/KH-UBND</firstFooter>
    </headerFooter>
    "#);
    insta::assert_snapshot!(between(&sheet, "<sheetPr", "</sheetViews>").replace("><", ">\n<"), @r#"
    <sheetPr>
    <pageSetUpPr fitToPage="1"/>
    </sheetPr>
    <dimension ref="A1:G15"/>
    <sheetViews>
    <sheetView tabSelected="1" workbookViewId="0">
    <pane ySplit="7" topLeftCell="A8" activePane="bottomLeft" state="frozen"/>
    <selection pane="bottomLeft"/>
    </sheetView>
    </sheetViews>
    "#);
    let names = part(&project, "xl/workbook.xml");
    insta::assert_snapshot!(between(&names, "<definedNames>", "</definedNames>").replace("><", ">\n<"), @r#"
    <definedNames>
    <definedName name="_xlnm.Print_Area" localSheetId="0">'Phụ lục'!$A$1:$G$15</definedName>
    <definedName name="_xlnm.Print_Titles" localSheetId="0">'Phụ lục'!$6:$7</definedName>
    </definedNames>
    "#);
}

#[test]
fn only_the_open_cells_can_be_changed() {
    let project = with_switches("{ mo: [giam] }");
    let sheet = part(&project, "xl/worksheets/sheet1.xml");
    insta::assert_snapshot!(between(&sheet, "<sheetProtection", "/>"), @r#"<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>"#);
    // The formats that are not locked, and the cells that have them.
    let styles = part(&project, "xl/styles.xml");
    let formats = between(&styles, "<cellXfs", "</cellXfs>");
    let open: Vec<String> = formats
        .split("<xf ")
        .skip(1)
        .enumerate()
        .filter(|(_, format)| format.contains("locked=\"0\""))
        .map(|(at, _)| format!("s=\"{at}\""))
        .collect();
    let cells = sheet.split("<c r=\"").skip(1).filter(|cell| open.iter().any(|style| cell.contains(style)));
    let cells: Vec<&str> = cells.filter_map(|cell| cell.split('"').next()).collect();
    assert_eq!(cells, ["E9", "E10", "E12", "E13"], "the communes' targets, no group and no total");
}

#[test]
fn nothing_is_protected_unless_it_is_asked_for() {
    assert!(
        !part(&with_switches("{ mo: [giam], khoa: khong }"), "xl/worksheets/sheet1.xml")
            .contains("sheetProtection")
    );
    assert!(part(&with_switches("{ khoa: co }"), "xl/worksheets/sheet1.xml").contains("sheetProtection"));
    let project = Project::sample();
    project.build();
    assert!(!part(&project, "xl/worksheets/sheet1.xml").contains("sheetProtection"));
}

#[test]
fn every_figure_names_its_cell_where_it_is_asked_for() {
    let project = with_switches("{ ghi_nguon: co }");
    let comments = part(&project, "xl/comments1.xml");
    let said: Vec<String> = comments
        .split("<comment ref=\"")
        .skip(1)
        .map(|comment| {
            let text = comment.split("</t>").next().and_then(|text| text.rsplit('>').next());
            format!("{}: {}", comment.split('"').next().unwrap_or_default(), text.unwrap_or_default())
        })
        .collect();
    assert_eq!(said.len(), 7 * 5, "every figure of seven rows");
    assert_eq!(said[0], "C8: bang.xlsx, trang Biểu 1, ô C4");
    assert_eq!(said[34], "G14: bang.xlsx, trang Biểu 1, ô G10");
}

#[test]
fn rates_of_a_count_over_another_are_live() {
    let project = Project::sample();
    let dossier = project.read("data/mau/ho-so.yaml");
    let dossier = dossier
        .replace(
            "ten: { tieu_de: Địa phương, kieu: dia_phuong }",
            "ten: { tieu_de: Địa phương, kieu: dia_phuong }\n      ho: { tieu_de: Tổng số hộ, kieu: so_ho }",
        )
        .replace("le: 2, cua: dau", "le: 2, cua: dau, tren: ho")
        .replace("le: 2, cua: cuoi", "le: 2, cua: cuoi, tren: ho");
    project.file("data/mau/ho-so.yaml", dossier);
    project.plan("cot: [ten, dau,", "cot: [ten, ho, dau,");
    project.workbook(
        "data/mau/bang.xlsx",
        "
[Biểu 1]
| TT | Địa phương | Tổng số hộ | Đầu năm | < | Chỉ tiêu giảm | Cuối năm | < |
| ^ | ^ | ^ | Số hộ | Tỷ lệ | ^ | Số hộ | Tỷ lệ |
| 1 | Xã An Bình | 2000 | 100 | 5,00 | 40 | 60 | 3,00 |
| 2 | Xã An Hòa | 4200 | 200 | 4,76 | 50 | 150 | 3,57 |
| | Toàn huyện | 6200 | 300 | 4,84 | 90 | 210 | 3,39 |
",
    );
    project.build();
    let text = drawn(&project.files("output/mau")["ke-hoach.xlsx"]);
    let rows: Vec<&str> = text.lines().skip_while(|line| !line.contains("Xã An Bình")).take(3).collect();
    insta::assert_snapshot!(rows.join("\n"), @"
    8 | 1 | «Xã An Bình» | 2000 | 100 | =ROUND(D8/C8*100,2) → 5 | 40 | =D8-F8 → 60 | =ROUND(G8/C8*100,2) → 3
    9 | 2 | «Xã An Hòa» | 4200 | 200 | =ROUND(D9/C9*100,2) → 4,76 | 50 | =D9-F9 → 150 | =ROUND(G9/C9*100,2) → 3,57
    10 |  | «Toàn huyện» | =SUM(C8:C9) → 6200 | =SUM(D8:D9) → 300 | =ROUND(D10/C10*100,2) → 4,84 | =SUM(F8:F9) → 90 | =SUM(G8:G9) → 210 | =ROUND(G10/C10*100,2) → 3,39
    ");
}
