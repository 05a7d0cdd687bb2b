//! An annex of many pages: its head and its groups are named again on each, no row is lost, totals never stand alone,
//! and it stays one table for whoever has it read to them.

use std::process::Command;

use duthao::compile::Pages;
use duthao::model::printed::PrintedLine;

use crate::harness::{DOSSIER, PLAN, Project};
use crate::pages::laid_out;

/// Eight groups of 37 communes; long names of some wrap.
const GROUPS: usize = 8;
const COMMUNES: usize = 37;

fn group(number: usize) -> String {
    format!("Khu vực thứ {number}")
}

fn commune(group: usize, number: usize) -> String {
    let more = if number.is_multiple_of(9) {
        " thuộc vùng đặc biệt khó khăn, biên giới, bãi ngang"
    } else {
        ""
    };
    format!("Xã số {group}.{number}{more}")
}

fn long_annex() -> Project {
    let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];
    let mut sheet = "
[Biểu 1]
| TT | Địa phương | Đầu năm | < | Chỉ tiêu giảm | Cuối năm | < |
| ^ | ^ | Số hộ | Tỷ lệ | ^ | Số hộ | Tỷ lệ |
"
    .to_owned();
    let row = |number: &str, name: &str, times: usize| {
        format!("| {number} | {name} | {} | 10,00 | {} | {} | 9,00 |\n", times * 100, times * 10, times * 90)
    };
    for at in 1..=GROUPS {
        sheet.push_str(&row(roman[at - 1], &group(at), COMMUNES));
        for number in 1..=COMMUNES {
            sheet.push_str(&row(&number.to_string(), &commune(at, number), 1));
        }
    }
    sheet.push_str(&row("", "Toàn huyện", GROUPS * COMMUNES));
    let project = Project::new();
    project.file("data/mau/ho-so.yaml", DOSSIER).file("data/mau/ke-hoach.yaml", PLAN);
    project.workbook("data/mau/bang.xlsx", &sheet);
    project.plan("      - lap: xa\n        noi_dung:\n          - gach: \"{{ dong.ten }}: giảm {{ dong.giam }} hộ.\"\n", "");
    project
}

/// The lines of the annex's table, page by page.
fn table_pages(pages: &Pages) -> Vec<Vec<&PrintedLine>> {
    let table: Vec<&PrintedLine> =
        pages.printed.lines.iter().filter(|line| line.component == "bang").collect();
    table.chunk_by(|a, b| a.page == b.page).map(<[_]>::to_vec).collect()
}

fn text(lines: &[&PrintedLine]) -> String {
    lines.iter().map(|line| format!("{}\n", line.text)).collect()
}

#[test]
fn every_page_has_the_head_its_number_and_the_group_that_goes_on() {
    let project = long_annex();
    let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
    let table = table_pages(&pages);
    assert!(table.len() >= 7, "{}", table.len());
    let mut open = String::new();
    let mut carried = 0;
    for (at, lines) in table.iter().enumerate() {
        let said = text(lines);
        for heading in ["TT", "Địa phương", "Đầu năm", "Chỉ tiêu", "Tỷ lệ"] {
            assert!(said.contains(heading), "«{heading}» on page {}", at + 1);
        }
        let first_row = said.lines().find(|line| line.contains("Xã số") || line.contains("Khu vực"));
        let first_row = first_row.expect("a row");
        if at > 0 && !open.is_empty() && first_row.contains("(tiếp theo)") {
            assert!(first_row.contains(&format!("{open} (tiếp theo)")), "{first_row}");
            assert!(!first_row.contains("3.700"), "a group's figures are printed once: {first_row}");
            carried += 1;
        } else {
            let is_group = first_row.contains("Khu vực");
            assert!(is_group, "page {} begins inside a group without naming it: {first_row}", at + 1);
        }
        assert_eq!(said.matches("(tiếp theo)").count(), usize::from(first_row.contains("(tiếp theo)")));
        let numbers = pages.printed.lines.iter().filter(|line| line.component == "so_trang");
        let own: Vec<&str> =
            numbers.filter(|line| line.page == lines[0].page).map(|line| line.text.as_str()).collect();
        assert_eq!(own, if at == 0 { vec![] } else { vec![(at + 1).to_string()] });
        let last_group = (1..=GROUPS).rev().find(|number| said.contains(&group(*number)));
        open = last_group.map(group).unwrap_or(open);
    }
    assert!(carried >= 5, "{carried} pages begin inside a group");
}

#[test]
fn every_row_stands_once_and_the_total_with_the_last_of_them() {
    let project = long_annex();
    let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
    let table = table_pages(&pages);
    let all: String = table.iter().map(|lines| text(lines)).collect();
    for at in 1..=GROUPS {
        let heads = all.lines().filter(|line| line.contains(&group(at)) && !line.contains("(tiếp theo)"));
        assert_eq!(heads.count(), 1, "{}", group(at));
        for number in 1..=COMMUNES {
            let name = format!("Xã số {at}.{number}");
            let rows = all.lines().filter(|line| {
                line.match_indices(&name)
                    .any(|(found, _)| !line[found + name.len()..].starts_with(|c: char| c.is_ascii_digit()))
            });
            assert_eq!(rows.count(), 1, "{name}");
        }
    }
    let last = text(table.last().expect("a page"));
    for said in ["Toàn huyện", "Xã số 8.36", "Xã số 8.37"] {
        assert!(last.contains(said), "«{said}» stands on the last page: {last}");
    }
}

#[test]
fn a_row_that_takes_two_lines_stands_whole_on_one_page() {
    let project = long_annex();
    let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
    for at in 1..=GROUPS {
        for number in (9..=COMMUNES).step_by(9) {
            let name = format!("Xã số {at}.{number} ");
            let first = pages.printed.lines.iter().find(|line| line.text.contains(&name)).expect("a row");
            assert!(!first.text.contains("bãi ngang"), "the name wraps: {}", first.text);
            let rest: Vec<&PrintedLine> = pages
                .printed
                .lines
                .iter()
                .filter(|line| line.page == first.page && line.baseline_mm > first.baseline_mm)
                .take(2)
                .collect();
            assert!(rest.iter().any(|line| line.text.contains("bãi ngang")), "{name}: {rest:?}");
        }
    }
}

/// What `pdftotext` and `pdfinfo` (poppler-utils) print; `None` where they are not installed.
fn tool(name: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(name).args(arguments).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
fn with_and_without_structure_it_reads_the_same_and_with_it_it_is_one_table() {
    let project = long_annex();
    let pdf = project.path("output/mau/ke-hoach.pdf");
    let pdf = pdf.to_string_lossy();
    project.build();
    let Some(tagged) = tool("pdftotext", &["-layout", &pdf, "-"]) else {
        eprintln!("skipped: pdftotext (poppler-utils) is not installed");
        return;
    };
    let structure = tool("pdfinfo", &["-struct", &pdf]).expect("pdfinfo comes with pdftotext");
    let count = |name: &str| structure.lines().filter(|line| line.trim().starts_with(name)).count();
    assert_eq!(count("Table"), 1, "{structure}");
    // Two rows of the head, every row once, the total.
    assert_eq!(count("TR"), 2 + GROUPS * (COMMUNES + 1) + 1);
    assert_eq!(count("TH "), 9, "the cells of the head, once");
    let words = tool("pdfinfo", &["-struct-text", &pdf]).expect("pdfinfo comes with pdftotext");
    assert!(!words.contains("(tiếp theo)"), "what is printed again is no part of the table");
    let run = project.run(["build", "--untagged"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(tool("pdftotext", &["-layout", &pdf, "-"]).as_ref(), Some(&tagged));
}
