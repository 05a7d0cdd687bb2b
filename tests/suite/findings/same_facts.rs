//! A fact that stands in several places of a dossier (`doi_chieu`, `TOT005`).

use super::drawn;
use crate::harness::Project;

const RESULTS: &str = "
[Biểu 1]
| TT | Địa phương | Chỉ tiêu |
| 1 | Xã An Bình | 40 |
| 2 | Xã An Hòa | 50 |
| 3 | Xã Yên Lạc | 400 |
| 4 | Xã Yên Minh | 100 |
| | Toàn huyện | 590 |";

/// What is found in the sample with a second table `kq` and these facts.
fn with(results: &str, facts: &str) -> String {
    let project = Project::sample();
    project.workbook("data/mau/kq.xlsx", results);
    project.dossier(
        "noi_nhan:",
        &format!(
            "  kq:\n    tep: kq.xlsx\n    cot:\n      ten: {{ tieu_de: Địa phương, kieu: dia_phuong }}\n      \
             giao: {{ tieu_de: Chỉ tiêu, kieu: so_ho }}\ndoi_chieu:\n{facts}\nnoi_nhan:"
        ),
    );
    drawn(&project.run(["check", "--format", "json", "--quiet"]).findings())
}

#[test]
fn two_tables_say_the_same_otherwise() {
    let changed = RESULTS.replace("| 40 |", "| 30 |").replace("| 50 |", "| 60 |");
    insta::assert_snapshot!(with(&changed, "  - bang_nhau: [xa.giam, kq.giao]"), @"");
}

#[test]
fn a_constant_repeats_a_total_otherwise() {
    insta::assert_snapshot!(
        with(RESULTS, "  - bang_nhau: [xa.tong.giam, \"kq.dong['Yên Lạc'].giao\", hang_so.xa_ngheo]"),
        @""
    );
}

#[test]
fn all_places_say_the_same() {
    let facts = "  - bang_nhau: [xa.giam, kq.giao]\n  - bang_nhau: [\"{{ xa.tong.giam }}\", kq.tong.giao]";
    insta::assert_snapshot!(with(RESULTS, facts), @"");
}

#[test]
fn facts_that_cannot_be_compared() {
    let facts = "  - bang_nhau: [xa.tong.giam]\n  - { nhau: x }\n  - bang_nhau: [xa.tong.giamm, kq.tong.giao]\n  \
                 - bang_nhau: [xa.giam, kq.tong.giao]\n  - bang_nhau: [\"xa.tong.giam | chu\", kq.tong.giao]\n  \
                 - bang_nhau: [dong.giam, kq.tong.giao]";
    insta::assert_snapshot!(with(RESULTS, facts), @"");
}
