//! A workbook of a province beside calamine alone on the same file: typed, classified and tied out against merely read.
//!
//! `cargo bench --bench workbook` writes the files, runs every measure in a process of its own (so that peak memory is
//! its own), in turns, and prints the medians with their ratios. By hand, never in the gate.

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]
#![expect(clippy::float_arithmetic, reason = "ratios, and the cells of a sheet")]

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use calamine::{Reader, Xlsx};
use duthao::check;
use duthao::load::{self, Project};
use rust_xlsxwriter::{Format, Formula, Workbook};

const ROUNDS: usize = 7;
const COLUMNS: u16 = 20;
const SIZES: [u32; 3] = [1_000, 10_000, 100_000];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [_, "calamine", file] => report(|| calamine_alone(Path::new(file))),
        [_, "duthao", root] => report(|| typed_and_tied_out(Path::new(root))),
        _ => compare(),
    }
    ExitCode::SUCCESS
}

/// Runs both programs in turns and prints medians.
fn compare() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    println!("rows × {COLUMNS} | calamine alone | typed, classified, tied out | time ratio | memory ratio");
    for rows in SIZES {
        let root = folder.path().join(rows.to_string());
        let file = province(&root, rows);
        let mut runs: [Vec<(Duration, u64)>; 2] = [Vec::new(), Vec::new()];
        for _ in 0..ROUNDS {
            runs[0].push(run("calamine", &file));
            runs[1].push(run("duthao", &root));
        }
        let [alone, ours] = runs.map(median);
        println!(
            "{rows} | {:?}, {} MB | {:?}, {} MB | {:.2} | {:.2}",
            alone.0,
            alone.1 / 1024,
            ours.0,
            ours.1 / 1024,
            ours.0.as_secs_f64() / alone.0.as_secs_f64(),
            ours.1 as f64 / alone.1 as f64
        );
    }
}

/// What calamine's own users do.
fn calamine_alone(file: &Path) {
    let bytes = std::fs::read(file).expect("the file is there");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = workbook.worksheet_range("Biểu 1").expect("a sheet");
    assert!(range.height() > 1_000);
}

/// A dossier's table read, typed, its rows told apart, and every rule over tables run.
fn typed_and_tied_out(root: &Path) {
    let mut loaded = load::dossier(&Project::new(root), "tinh");
    check::tables(&loaded.dossier, &mut loaded.findings);
    let said = loaded.findings.iter().next().map(|finding| &finding.message);
    assert_eq!(said, None, "the file is in order");
    assert_eq!(loaded.dossier.tables.len(), 1);
}

/// Prints microseconds and peak memory in kilobytes.
fn report(measured: impl FnOnce()) {
    let began = Instant::now();
    measured();
    println!("{} {}", began.elapsed().as_micros(), peak_kilobytes());
}

fn run(what: &str, path: &Path) -> (Duration, u64) {
    let this = std::env::current_exe().expect("the program knows where it lies");
    let output = Command::new(this).arg(what).arg(path).output().expect("the program starts");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let numbers: Vec<u64> = text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    assert_eq!(numbers.len(), 2, "{text}{}", String::from_utf8_lossy(&output.stderr));
    (Duration::from_micros(numbers[0]), numbers[1])
}

fn median(mut runs: Vec<(Duration, u64)>) -> (Duration, u64) {
    runs.sort();
    runs[runs.len() / 2]
}

fn peak_kilobytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// A dossier whose only table has so many communes in groups of a hundred, sums that fit, rates with two decimals, a
/// column of formulas, and texts.
#[expect(clippy::disallowed_methods, reason = "a bench writes the files that it reads")]
fn province(root: &Path, rows: u32) -> PathBuf {
    const GROUP: u32 = 100;
    let folder = root.join("data/tinh");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Biểu 1").expect("a name");
    let (rate, count) = (Format::new().set_num_format("0.00"), Format::new().set_num_format("#,##0"));
    let mut keys = String::from("      ten: { tieu_de: Địa phương, kieu: dia_phuong }\n");
    sheet.write(0, 0, "TT").and_then(|sheet| sheet.write(0, 1, "Địa phương")).expect("a cell");
    for column in 2..COLUMNS {
        let title = match kind(column) {
            Kind::Difference => format!("Tăng, giảm {column}"),
            _ => format!("Chỉ tiêu {column}"),
        };
        sheet.write(0, column, &title).expect("a cell");
        let kind = match kind(column) {
            Kind::Count => "so_ho".to_owned(),
            Kind::Rate => "phan_tram, le: 2".to_owned(),
            Kind::Difference => format!("so_ho, cong_thuc: c{} - c{}", column - 2, column - 1),
            Kind::Note => "van_ban".to_owned(),
        };
        keys.push_str(&format!("      c{column}: {{ tieu_de: {title}, kieu: {kind} }}\n"));
    }
    let value = |row: u32, column: u16| (row * 31 + u32::from(column) * 17) % 5_000;
    let mut totals = vec![0_u32; usize::from(COLUMNS)];
    let mut line = 1;
    let write_row = |sheet: &mut rust_xlsxwriter::Worksheet,
                     line: u32,
                     number: &str,
                     name: &str,
                     of: &dyn Fn(u16) -> u32| {
        sheet.write(line, 0, number).and_then(|sheet| sheet.write(line, 1, name)).expect("a cell");
        for column in 2..COLUMNS {
            match kind(column) {
                Kind::Count => sheet.write_with_format(line, column, of(column), &count),
                Kind::Rate => {
                    sheet.write_with_format(line, column, f64::from(of(column) % 9_999) / 100.0, &rate)
                }
                Kind::Difference => {
                    let result = i64::from(of(column - 2)) - i64::from(of(column - 1));
                    let formula = Formula::new("=A1-B1").set_result(result.to_string());
                    sheet.write_formula_with_format(line, column, formula, &count)
                }
                Kind::Note => sheet.write(line, column, "theo kết quả rà soát"),
            }
            .expect("a cell");
        }
    };
    let groups = rows.div_ceil(GROUP);
    for group in 0..groups {
        let units: Vec<u32> = (group * GROUP..rows.min((group + 1) * GROUP)).collect();
        // The rate of a group lies between those of its communes.
        let sum = |column: u16| {
            let mut values = units.iter().map(|row| value(*row, column));
            if let Kind::Rate = kind(column) { values.by_ref().min().unwrap_or(0) } else { values.sum() }
        };
        write_row(sheet, line, &roman(group + 1), &format!("Huyện số {}", group + 1), &sum);
        line += 1;
        for (number, row) in (1..).zip(&units) {
            write_row(sheet, line, &format!("{number}"), &format!("Xã Phước Hòa {row}"), &|column| {
                value(*row, column)
            });
            line += 1;
        }
        for column in 2..COLUMNS {
            let total = &mut totals[usize::from(column)];
            *total = match kind(column) {
                Kind::Rate if group > 0 => sum(column).min(*total),
                _ => *total + sum(column),
            };
        }
    }
    write_row(sheet, line, "", "Tổng cộng", &|column| totals[usize::from(column)]);
    let file = folder.join("tinh.xlsx");
    workbook.save(&file).expect("the file can be written");
    let head = "co_quan: Ủy ban nhân dân tỉnh\nviet_tat: UBND\ndia_danh: Tỉnh\nnam: 2024\nbang:\n  xa:\n    tep: tinh.xlsx\n    cot:\n";
    std::fs::write(folder.join("ho-so.yaml"), format!("{head}{keys}")).expect("the file can be written");
    file
}

enum Kind {
    Count,
    Rate,
    Difference,
    Note,
}

fn kind(column: u16) -> Kind {
    match column {
        19 => Kind::Note,
        column if column % 6 == 5 => Kind::Rate,
        column if column % 6 == 4 => Kind::Difference,
        _ => Kind::Count,
    }
}

/// Group numbers as offices write them.
fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 6] = [(40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let (mut rest, mut text) = (number % 49, String::new());
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    if text.is_empty() { "I".to_owned() } else { text }
}
