//! The annex workbook that the program writes is a workbook that it reads: the province's annex is where a district
//! starts. A table that is written and read back is the same table.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::harness::{PLAN, Project};

/// A table as a clerk draws it, and nothing wrong in it.
#[derive(Debug, Clone)]
struct Drawn {
    /// Units by group; one group alone is written without its row.
    groups: Vec<Vec<Unit>>,
    total_first: bool,
}

#[derive(Debug, Clone)]
struct Unit {
    before: u32,
    cut: u32,
    /// In hundredths of a percent.
    rate: u32,
    note: Option<&'static str>,
    /// Written as «-» where the cut is nothing.
    dash: bool,
}

fn unit() -> impl Strategy<Value = Unit> {
    let notes = prop_oneof![
        Just(None),
        Just(Some("theo rà soát")),
        Just(Some("=A1+1")),
        Just(Some("trên 20")),
        Just(Some("x"))
    ];
    (1_u32..200_000, 0_u32..10_000, 0_u32..10_000, notes, any::<bool>()).prop_map(
        |(before, rate, part, note, dash)| Unit { before, cut: before * part / 10_000, rate, note, dash },
    )
}

fn table() -> impl Strategy<Value = Drawn> {
    let group = prop::collection::vec(unit(), 1..5);
    (prop::collection::vec(group, 1..4), any::<bool>())
        .prop_map(|(groups, total_first)| Drawn { groups, total_first })
}

impl Drawn {
    fn sheet(&self) -> String {
        let mut lines = String::from(
            "[Biểu 1]\n| TT | Xã, phường | Đầu năm | < | Giảm | Còn | Ghi chú |\n| ^ | ^ | Số hộ | Tỷ lệ | ^ | ^ | ^ |\n",
        );
        let sum = |units: &[Unit], of: fn(&Unit) -> u32| units.iter().map(of).sum::<u32>();
        let row = |number: &str, name: &str, units: &[Unit], is_unit: bool| {
            let (before, cut) = (sum(units, |unit| unit.before), sum(units, |unit| unit.cut));
            let shown = if is_unit && cut == 0 && units[0].dash { "-".to_owned() } else { cut.to_string() };
            let rate = format!("{},{:02}", units[0].rate / 100, units[0].rate % 100);
            let note = units[0].note.filter(|_| is_unit).map_or(String::new(), |note| format!("\"{note}\""));
            format!("| {number} | {name} | {before} | {rate} | {shown} | {} | {note} |\n", before - cut)
        };
        let all: Vec<Unit> = self.groups.concat();
        let total = row("", "Tổng cộng", &all, false);
        if self.total_first {
            lines.push_str(&total);
        }
        for (at, units) in self.groups.iter().enumerate() {
            if self.groups.len() > 1 {
                lines.push_str(&row(["I", "II", "III"][at], &format!("Khu vực {}", at + 1), units, false));
            }
            for (number, unit) in (1..).zip(units) {
                let name = format!("Xã Hòa {}{number}", ["An", "Bình", "Châu"][at]);
                lines.push_str(&row(&number.to_string(), &name, std::slice::from_ref(unit), true));
            }
        }
        if !self.total_first {
            lines.push_str(&total);
        }
        lines
    }
}

const COLUMNS: &str = "      ten: { tieu_de: \"Xã, phường\", kieu: dia_phuong }
      dau: { tieu_de: [Đầu năm, Số hộ], kieu: so_ho }
      ty_le: { tieu_de: [Đầu năm, Tỷ lệ], kieu: phan_tram, le: 2 }
      giam: { tieu_de: Giảm, kieu: so_ho }
      con: { tieu_de: Còn, kieu: so_ho, cong_thuc: dau - giam }
      ghi_chu: { tieu_de: Ghi chú, kieu: van_ban }
";

/// A dossier with one plan that prints the table of `bang.xlsx` as its annex.
fn dossier(project: &Project, name: &str) {
    let facts = "co_quan: Ủy ban nhân dân huyện Tân Lập\nviet_tat: UBND\ndia_danh: Tân Lập\nnam: 2024\n\
                 noi_nhan: [Ủy ban nhân dân các xã, \"Lưu: VT, LĐ\"]\n\
                 nguoi_ky: { dong: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH], ho_ten: Nguyễn Văn An }\n";
    project.file(
        &format!("data/{name}/ho-so.yaml"),
        format!("{facts}bang:\n  xa:\n    tep: bang.xlsx\n    cot:\n{COLUMNS}"),
    );
    let begin = PLAN.find("  - muc: Mục tiêu").expect("a section");
    let end = PLAN.find("  - muc: Tổ chức").expect("a section");
    let plan = format!("{}{}", &PLAN[..begin], &PLAN[end..])
        .replace("    cot: [ten, dau, ty_le_dau, giam, cuoi, ty_le_cuoi]\n", "");
    project.file(&format!("data/{name}/ke-hoach.yaml"), plan);
}

/// The printed figures of every number column.
fn printed(project: &Project, name: &str) -> Vec<String> {
    let figures = project.json(&format!("output/{name}/ke-hoach.figures.json"));
    let rows = figures.as_array().expect("rows");
    rows.iter().map(|row| row["text"].as_str().expect("a text").to_owned()).collect()
}

#[test]
fn an_annex_that_is_read_again_is_the_same_annex() {
    // The same cases in every run: a failure is one that anybody can repeat.
    let config = Config { cases: 12, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let outcome = runner.run(&table(), |drawn| {
        let project = Project::new();
        dossier(&project, "tinh");
        project.workbook("data/tinh/bang.xlsx", &drawn.sheet());
        let built = project.run(["build", "--quiet"]);
        prop_assert_eq!(built.code, 0, "{}\n{}", drawn.sheet(), built.stderr);
        let annex = std::fs::read(project.path("output/tinh/ke-hoach.xlsx")).expect("a workbook");
        dossier(&project, "huyen");
        project.file("data/huyen/bang.xlsx", &annex);
        let again = project.run(["build", "--quiet"]);
        prop_assert_eq!(again.code, 0, "{}\n{}", drawn.sheet(), again.stderr);
        prop_assert_eq!(printed(&project, "tinh"), printed(&project, "huyen"));
        let once_more = std::fs::read(project.path("output/huyen/ke-hoach.xlsx")).expect("a workbook");
        prop_assert_eq!(crate::annex::drawn(&annex), crate::annex::drawn(&once_more));
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}
