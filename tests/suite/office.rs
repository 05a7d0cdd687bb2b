//! The workbooks through LibreOffice, where it is installed: opened, computed again, saved, and nothing is different.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx};

use crate::harness::{Project, files, say};
use crate::package::rewritten;

/// Lets LibreOffice save workbooks anew; `None` where it is not installed.
fn converted(project: &Project, folder: &str) -> Option<BTreeMap<String, Vec<u8>>> {
    let names: Vec<String> =
        project.names(folder).into_iter().map(|name| format!("{folder}/{name}")).collect();
    // A profile of its own: another office may be open.
    let profile = format!("-env:UserInstallation=file://{}", project.path("ho-so-office").display());
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "xlsx", "--outdir", "da-luu"])
        .args(&names)
        .current_dir(project.root())
        .output();
    let Ok(run) = run else {
        say("skipped: soffice (LibreOffice) is not installed");
        return None;
    };
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let saved = project.files("da-luu");
    assert_eq!(saved.len(), names.len(), "{}", String::from_utf8_lossy(&run.stderr));
    Some(saved)
}

/// The workbook without the results of its formulas: whoever opens it must compute them.
fn without_results(bytes: &[u8]) -> Vec<u8> {
    let is_sheet = |name: &str| name.starts_with("xl/worksheets/");
    rewritten(bytes, is_sheet, |whole| {
        let mut pieces = whole.split("</f><v>");
        let mut kept = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (_, rest) = piece.split_once("</v>").expect("a result ends");
            kept.push_str("</f>");
            kept.push_str(rest);
        }
        kept
    })
}

/// Every cell by sheet and place: what it holds, and whether it is a formula.
fn cells(bytes: &[u8]) -> BTreeMap<(String, u32, u32), (Data, bool)> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let mut cells = BTreeMap::new();
    for name in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&name).expect("formulas");
        let range = workbook.worksheet_range(&name).expect("cells");
        let (row, column) = range.start().unwrap_or_default();
        for (down, across, value) in range.used_cells() {
            let at = |first: u32, more: usize| first + u32::try_from(more).expect("small");
            let place = (at(row, down), at(column, across));
            let is_formula = formulas.get_value(place).is_some_and(|formula| !formula.is_empty());
            cells.insert((name.clone(), place.0, place.1), (value.clone(), is_formula));
        }
    }
    cells
}

/// Whether two cells hold the same; a number may be written with other digits behind the fifteenth.
#[expect(clippy::float_arithmetic, reason = "two programs write the same double with other digits")]
fn same(before: &Data, after: &Data) -> bool {
    let number = |cell: &Data| match cell {
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(*number as f64),
        _ => None,
    };
    match (number(before), number(after)) {
        (Some(before), Some(after)) => (before - after).abs() <= 1e-9 * before.abs().max(1.0),
        _ => before.to_string() == after.to_string(),
    }
}

#[test]
fn the_samples_compute_to_what_is_printed() {
    let project = Project::new();
    for (path, bytes) in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")) {
        project.file(&format!("data/{path}"), bytes);
    }
    assert_eq!(project.run(["build", "--only", "xlsx", "--quiet"]).code, 0);
    let mut books: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (path, bytes) in project.files("output") {
        // Of a document that there is for every commune one stands for all.
        let is_first = path.matches('/').count() == 1 || path.ends_with("/xa-deo-mau.xlsx");
        if path.ends_with(".xlsx") && is_first {
            let name = path.replace('/', ".");
            project.file(&format!("gui/{name}"), without_results(&bytes));
            books.insert(name, bytes);
        }
    }
    let Some(saved) = converted(&project, "gui") else { return };
    let mut formulas = 0;
    for (name, bytes) in &books {
        let (before, after) = (cells(bytes), cells(&saved[name]));
        for (place, (value, is_formula)) in &before {
            let Some((computed, is_still)) = after.get(place) else {
                assert_eq!(*value, Data::Empty, "{name} {place:?} is lost");
                continue;
            };
            assert!(same(value, computed), "{name} {place:?}: {value:?} became {computed:?}");
            assert_eq!(is_formula, is_still, "{name} {place:?}");
            formulas += usize::from(*is_formula);
        }
    }
    assert!(formulas > 300, "{formulas}");
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let project = Project::sample();
    project.replace("data/mau/ho-so.yaml", "noi_nhan:", "#\nnoi_nhan:");
    let dossier = project.read("data/mau/ho-so.yaml");
    let column = "      ghi_chu: { tieu_de: Ghi chú, kieu: van_ban }\n#\n";
    project.file("data/mau/ho-so.yaml", dossier.replace("#\n", column));
    project.plan("cuoi, ty_le_cuoi]", "cuoi, ty_le_cuoi, ghi_chu]");
    let texts = ["=1+1", "+84 261", "-5", "@SUM(A1)", "1-2", "'đầu dòng"];
    let mut sheet = crate::harness::SHEET.replace("| Cuối năm | < |\n", "| Cuối năm | < | Ghi chú |\n");
    sheet = sheet.replace("| ^ | Số hộ | Tỷ lệ |\n", "| ^ | Số hộ | Tỷ lệ | ^ |\n");
    for (row, text) in
        ["60 | 3,00 |", "150 | 3,75 |", "210 | 3,50 |", "800 | 8,00 |", "400 | 10,00 |", "1200 | 8,57 |"]
            .iter()
            .zip(texts)
    {
        sheet = sheet.replace(row, &format!("{row} \"{text}\" |"));
    }
    project.workbook("data/mau/bang.xlsx", &sheet);
    project.build();
    let bytes = project.files("output/mau")["ke-hoach.xlsx"].clone();
    let written = |bytes: &[u8]| -> Vec<String> {
        let cells = cells(bytes);
        let column =
            cells.iter().filter(|((sheet, row, column), _)| sheet == "Phụ lục" && *row > 6 && *column == 7);
        column.map(|(_, (value, is_formula))| format!("{value} {is_formula}")).collect()
    };
    let expected: Vec<String> = ["-5", "=1+1", "+84 261", "'đầu dòng", "@SUM(A1)", "1-2"]
        .iter()
        .map(|text| format!("{text} false"))
        .collect();
    let own = written(&bytes);
    let own: Vec<String> = own.into_iter().filter(|text| !text.starts_with(' ')).collect();
    assert_eq!(own, expected);
    project.file("gui/ke-hoach.xlsx", &bytes);
    let Some(saved) = converted(&project, "gui") else { return };
    let after: Vec<String> =
        written(&saved["ke-hoach.xlsx"]).into_iter().filter(|text| !text.starts_with(' ')).collect();
    assert_eq!(after, expected);
}
