//! A project's own templates, and a binary that needs nothing but `data/`.

use crate::harness::Project;
use crate::pages::{laid_out, words};

#[test]
fn a_file_of_the_projects_templates_takes_the_place_of_the_embedded_one() {
    let project = Project::sample();
    project.build();
    let before = project.json("output/mau/manifest.json");
    project.template(
        "forms/noi-nhan.tera",
        "{% for noi in noi_nhan %}",
        "<khoi ten=\"noi_nhan_muc\" nhan=\"-\">Cổng thông tin điện tử;</khoi>{% for noi in noi_nhan %}",
    );
    let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
    assert!(words(&pages, "noi_nhan_muc").starts_with("- Cổng thông tin điện tử; - "));
    project.build();
    let after = project.json("output/mau/manifest.json");
    let changed: Vec<String> = before["inputs"]
        .as_array()
        .expect("inputs")
        .iter()
        .filter(|row| !after["inputs"].as_array().expect("inputs").contains(row))
        .map(|row| row["path"].as_str().expect("a path").to_owned())
        .collect();
    assert_eq!(
        changed,
        ["templates/forms/noi-nhan.tera"],
        "the manifest names the file that changed and no other"
    );
    assert_ne!(before["documents"][0]["key"], after["documents"][0]["key"]);
}

#[test]
fn the_layout_and_the_form_as_data_can_be_overridden_too() {
    let project = Project::sample();
    project.template("nd30.yaml", "  tieu_ngu: Độc lập - Tự do - Hạnh phúc", "  tieu_ngu: Độc lập - Tự do");
    project.template(
        "layout/chu.typ",
        "#let cased(s, words) = if s.in_hoa { upper(words) } else { words }",
        "#let cased(s, words) = words",
    );
    let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
    assert_eq!(words(&pages, "tieu_ngu"), "Độc lập - Tự do");
    assert_eq!(words(&pages, "ten_loai"), "Kế hoạch", "the layout no longer writes capitals");
}

#[test]
fn a_second_profile_is_a_file_that_says_what_differs() {
    let project = Project::sample();
    project.file(
        "templates/so-tay.yaml",
        "ke_thua: nd30\ncan_cu: Sổ tay công tác văn thư của huyện\ncum_tu:\n  tieu_ngu: Độc lập - Tự do\nthanh_phan:\n  ten_loai: { in_hoa: false }\n\
         loai:\n  - { id: ke-hoach, ten: Kế hoạch công tác, viet_tat: KHCT, mau: \"1.4\" }\n",
    );
    project.plan("so: 12", "so: 12\nthe_thuc: { theo: so-tay, le_trai: 35 }");
    let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
    assert_eq!(words(&pages, "tieu_ngu"), "Độc lập - Tự do");
    assert_eq!(words(&pages, "ten_loai"), "Kế hoạch công tác");
    assert_eq!(words(&pages, "so_ky_hieu"), "Số: 12/KHCT-UBND");
    let other = laid_out(project.root(), "mau", "bao-cao").into_pages();
    assert_eq!(words(&other, "tieu_ngu"), "Độc lập - Tự do - Hạnh phúc", "the other documents keep theirs");
    project.build();
}

#[test]
fn the_binary_works_in_a_folder_with_nothing_but_data_and_no_environment() {
    let project = Project::sample();
    project.build();
    let usual = project.files("output");
    let bare = Project::sample();
    let run = bare.run_with(["build"], |command| {
        command.env_clear().env("PATH", "");
    });
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(bare.files("output") == usual);
}
