//! Workbooks (`XLS`), sums (`TOT`), row equations (`EQN`) and rates (`RAT`).

use super::{drawn, refused};
use crate::harness::Project;

#[test]
fn a_missing_workbook_names_the_nearest_one() {
    insta::assert_snapshot!(refused(|p| { p.dossier("tep: bang.xlsx", "tep: bangg.xlsx"); }), @"@@");
}

#[test]
fn a_workbook_outside_the_dossier_is_not_read() {
    insta::assert_snapshot!(refused(|p| { p.dossier("tep: bang.xlsx", "tep: ../khac/bang.xlsx"); }), @"@@");
}

#[test]
fn a_file_that_is_no_workbook() {
    insta::assert_snapshot!(refused(|p| { p.file("data/mau/bang.xlsx", "TT;Địa phương;Số hộ\n"); }), @"@@");
}

#[test]
fn an_empty_workbook_file() {
    insta::assert_snapshot!(refused(|p| { p.file("data/mau/bang.xlsx", ""); }), @"@@");
}

#[test]
fn a_missing_sheet_names_the_nearest_one() {
    insta::assert_snapshot!(refused(|p| { p.dossier("trang: Biểu 1", "trang: Biểu 2"); }), @"@@");
}

#[test]
fn two_sheets_and_none_named() {
    insta::assert_snapshot!(refused(|p| {
        p.dossier("    trang: Biểu 1\n", "");
        p.sheet("[Biểu 1]", "[Tổng hợp]\n| Bìa |\n[Biểu 1]");
    }), @"@@");
}

#[test]
fn a_missing_column_names_the_nearest_one() {
    insta::assert_snapshot!(refused(|p| { p.dossier("tieu_de: Chỉ tiêu giảm,", "tieu_de: Chỉ tiêu giam hộ,"); }), @"@@");
}

#[test]
fn a_missing_column_under_a_merged_head() {
    insta::assert_snapshot!(refused(|p| { p.dossier("[Cuối năm, Số hộ]", "[Giữa năm, Số hộ]"); }), @"@@");
}

#[test]
fn text_in_a_number_cell() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| Xã An Bình | 100 |", "| Xã An Bình | một trăm |"); }), @"@@");
}

#[test]
fn a_percentage_in_a_column_of_counts() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| Xã An Bình | 100 |", "| Xã An Bình | \"100%\" |"); }), @"@@");
}

#[test]
fn a_percentage_typed_as_text_is_read() {
    let project = Project::sample();
    project.sheet("| Xã An Bình | 100 | 5,00 |", "| Xã An Bình | \"100\" | \"5,00%\" |");
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!((run.code, run.stdout.trim()), (0, "[]"));
}

#[test]
fn an_error_value() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 40 | 60 |", "| #REF! | 60 |"); }), @"@@");
}

#[test]
fn a_blank_cell() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 40 | 60 |", "| | 60 |"); }), @"@@");
}

#[test]
fn a_formula_that_was_never_calculated() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 40 | 60 |", "| =C5-F5 | 60 |"); }), @"@@");
}

#[test]
fn a_unit_that_stands_twice() {
    insta::assert_snapshot!(refused(|p| { p.sheet("Xã Yên Minh", "xã  Yên Lạc"); }), @"@@");
}

#[test]
fn a_table_without_units() {
    insta::assert_snapshot!(refused(|p| {
        let rows: Vec<&str> = crate::harness::SHEET.lines().filter(|line| !line.contains("Xã ") && !line.contains("Khu vực")).collect();
        p.workbook("data/mau/bang.xlsx", &rows.join("\n"));
    }), @"@@");
}

#[test]
fn a_fraction_of_a_household() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 1700 | 12,14 | 500 |", "| 1,7 | 12,14 | 500 |"); }), @"@@");
}

#[test]
fn a_rate_with_more_decimals_than_declared() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 150 | 3,75 |", "| 150 | 3,754 |"); }), @"@@");
}

#[test]
fn a_sheet_beyond_every_limit() {
    insta::assert_snapshot!(refused(|p| {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet().set_name("Biểu 1").expect("a name");
        sheet.write(0, 0, "TT").expect("a cell");
        sheet.write(1_048_575, 16_383, 1).expect("a cell");
        p.file("data/mau/bang.xlsx", workbook.save_to_buffer().expect("a workbook"));
    }), @"@@");
}

#[test]
fn a_group_that_is_not_the_sum() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 300 | 5,00 | 90 | 210 |", "| 300 | 5,00 | 80 | 220 |"); }), @"@@");
}

#[test]
fn a_total_that_is_not_the_sum() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 590 | 1410 |", "| 600 | 1400 |"); }), @"@@");
}

#[test]
fn before_minus_cut_is_not_after() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 40 | 60 | 3,00 |", "| 40 | 61 | 3,05 |"); }), @"@@");
}

#[test]
fn a_formula_that_divides_by_nothing() {
    insta::assert_snapshot!(refused(|p| {
        p.dossier("noi_nhan:", "      muc_giam: { kieu: so_luong, cong_thuc: giam / (dau - dau) }\nnoi_nhan:");
    }), @"@@");
}

#[test]
fn a_rate_outside_what_the_counts_allow_is_a_warning() {
    let project = Project::sample();
    project.sheet("| 40 | 60 | 3,00 |", "| 40 | 60 | 3,10 |");
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(project.exists("output/mau/ke-hoach.pdf"), "a warning does not refuse");
    insta::assert_snapshot!(drawn(&run.findings()), @"@@");
}

#[test]
fn the_published_plan_of_dak_nong_has_four_rates_that_do_not_fit() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::new();
    for (path, bytes) in crate::harness::files(&root.join("data")) {
        project.file(&format!("data/{path}"), bytes);
    }
    let run = project.run(["check", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    insta::assert_snapshot!(drawn(&run.findings()), @"@@");
}
