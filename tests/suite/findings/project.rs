//! The project's own templates (`TPL`), the laid-out pages (`LAY`), and a report with many findings at once.

use super::{drawn, refused};
use crate::harness::Project;

#[test]
fn a_form_with_an_error() {
    insta::assert_snapshot!(refused(|p| { p.template("forms/1.4.tera", "{% elif kinh_gui %}", "{% elif kinh_gui"); }), @"@@");
}

#[test]
fn a_form_with_an_unknown_name() {
    insta::assert_snapshot!(refused(|p| { p.template("forms/1.4.tera", "{{ ten_loai }}", "{{ ten_loaii }}"); }), @"@@");
}

#[test]
fn a_form_that_prints_text_outside_a_block() {
    insta::assert_snapshot!(refused(|p| { p.template("forms/1.4.tera", "<phan ten=\"van_ban\" kho=\"doc\">", "<phan ten=\"van_ban\" kho=\"doc\">Chữ rơi"); }), @"@@");
}

#[test]
fn a_kind_that_has_no_form_yet() {
    insta::assert_snapshot!(refused(|p| { p.plan("loai: ke-hoach", "loai: cong-van"); }), @"@@");
}

#[test]
fn a_layout_with_an_error() {
    insta::assert_snapshot!(refused(|p| { p.template("layout/main.typ", "#van_ban(json", "#van_bann(json"); }), @"@@");
}

#[test]
fn a_form_as_data_with_an_error() {
    insta::assert_snapshot!(refused(|p| { p.template("nd30.yaml", "cum_tu:\n", "cum_tuu:\n"); }), @"@@");
}

#[test]
fn a_form_as_data_that_is_no_yaml() {
    insta::assert_snapshot!(refused(|p| { p.template("nd30.yaml", "  rong_mm: 210", "  rong_mm: [210"); }), @"@@");
}

#[test]
fn a_character_that_the_font_lacks() {
    insta::assert_snapshot!(refused(|p| { p.plan("Ủy ban nhân dân các xã thực hiện", "Ủy ban nhân dân các xã 村 thực hiện"); }), @"@@");
}

#[test]
fn a_layout_that_never_settles() {
    insta::assert_snapshot!(refused(|p| {
        p.template("layout/main.typ", "#van_ban(", "#let n = counter(\"n\")\n#context n.update(n.final().first() + 1)\n#van_ban(");
    }), @"@@");
}

#[test]
fn a_font_that_is_not_there() {
    insta::assert_snapshot!(refused(|p| {
        p.template("layout/main.typ", "#van_ban(", "#set text(font: \"Không Có Phông\")\n#van_ban(");
    }), @"@@");
}

#[test]
fn everything_wrong_in_a_dossier_is_said_in_one_run() {
    insta::assert_snapshot!(refused(|p| {
        p.sheet("| 40 | 60 | 3,00 |", "| #N/A | | 3,00 |");
        p.dossier("gia_tri: 3", "gia_tri: ba");
        p.plan("ngay: 15/3/2024", "ngay: 35/3/2024");
        p.plan("{{ xa.tong.giam }}", "{{ xa.tong.giamm }}");
        p.plan("bang: xa", "bang: xa\n    cott: [ten]");
        p.replace("data/mau/bao-cao.yaml", "hang_so.xa_ngheo | hai_so", "nam | hai_so");
    }), @"@@");
}

#[test]
fn one_document_with_a_finding_does_not_stop_its_neighbour() {
    let project = Project::sample();
    project.plan("so: 12", "so: không");
    let run = project.run(["build", "--format", "json"]);
    assert_eq!(run.code, 1);
    assert_eq!(project.names("output/mau"), ["bao-cao.figures.json", "bao-cao.pdf", "manifest.json"]);
    assert_eq!(project.names("output/khac"), ["manifest.json", "thong-bao.figures.json", "thong-bao.pdf"]);
}

#[test]
fn a_report_for_people_is_drawn_in_full() {
    let project = Project::sample();
    project.sheet("| 590 | 1410 |", "| 600 | 1400 |");
    project.plan("trich_yeu: Giảm", "trich_yue: Giảm");
    let run = project.run(["build"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    insta::assert_snapshot!(run.stderr, @"@@");
}

#[test]
fn a_finding_has_exactly_the_keys_of_the_contract() {
    let project = Project::sample();
    project.sheet("| 590 | 1410 | 7,05 |", "| 590 | 1411 | 7,05 |");
    let run = project.run(["check", "--format", "json"]);
    assert_eq!(drawn(&run.findings()).lines().filter(|line| line.starts_with("TOT002")).count(), 1);
    insta::assert_snapshot!(run.stdout, @"@@");
}
