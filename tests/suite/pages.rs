//! The laid-out pages, as a reader sees them: page, size, bold and italic, component, words.

#![expect(clippy::float_arithmetic, reason = "page geometry is measured in millimetres, not in figures")]

use std::path::Path;

use duthao::compile::Pages;
use duthao::discover::DocumentFile;
use duthao::load;
use duthao::model::printed::PrintedLine;
use duthao::pipeline::{Course, LaidOut, Order, Workshop};
use duthao::stopwatch::Stopwatch;

use crate::harness::{PLAN, Project};

/// Takes a document through every stage up to its pages, in this process.
pub fn laid_out(root: &Path, dossier: &str, id: &str) -> LaidOut {
    let mut workshop =
        Workshop::open(load::Project::new(root)).unwrap_or_else(|finding| panic!("{finding:?}"));
    in_workshop(&mut workshop, dossier, id)
}

/// The same with a workshop that several documents share; of a fanned-out document that of its first unit.
pub fn in_workshop(workshop: &mut Workshop, dossier: &str, id: &str) -> LaidOut {
    let file = DocumentFile { id: id.to_owned(), file: format!("data/{dossier}/{id}.yaml") };
    // A file may have been written anew since the last document.
    workshop.next_dossier();
    let mut loaded = workshop.dossier(dossier);
    let jobs = duthao::discover::jobs(workshop.root(), workshop.root(), &[]).expect("a project").0;
    let all = jobs.into_iter().find(|job| job.dossier == dossier).expect("the dossier is there").all;
    workshop.meet(&mut loaded, &all, &mut Stopwatch::start());
    let works = workshop.works(&mut loaded, std::slice::from_ref(&file), &Order::default());
    let mut course = Course::of_unit(&file, works.first().and_then(|work| work.unit.clone()));
    let laid_out = workshop.lay_out(&mut loaded, &file, &mut course);
    laid_out.unwrap_or_else(|| {
        panic!("{:#?}", course.findings.iter().chain(loaded.loaded.findings.iter()).collect::<Vec<_>>())
    })
}

/// The words of one component, its lines joined by blanks.
pub fn words(pages: &Pages, component: &str) -> String {
    lines(pages, component).iter().map(|line| line.text.trim()).collect::<Vec<_>>().join(" ")
}

fn lines<'a>(pages: &'a Pages, component: &str) -> Vec<&'a PrintedLine> {
    pages.printed.lines.iter().filter(|line| line.component == component).collect()
}

pub fn drawn(pages: &Pages) -> String {
    let mut text = String::new();
    for (at, (width, height)) in pages.printed.paper_mm.iter().enumerate() {
        text.push_str(&format!("══ tờ {}, {width:.0} × {height:.0} mm\n", at + 1));
        for line in pages.printed.lines.iter().filter(|line| line.page == at + 1) {
            let bold = if line.bold { "B" } else { "-" };
            let italic = if line.italic { "I" } else { "-" };
            text.push_str(&format!(
                "{:>4} {bold}{italic} {:<18} {}\n",
                line.size_pt, line.component, line.text
            ));
        }
    }
    text
}

/// Holds a text against `expected/<name>.snap`.
pub fn golden(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("expected");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Every document of the sample dossiers, as dossier and document.
pub fn samples() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let jobs = duthao::discover::jobs(root, root, &[]).expect("the samples are there").0;
    jobs.into_iter()
        .flat_map(|job| {
            job.documents
                .into_iter()
                .map(move |document| (job.dossier.clone(), document.id))
                .collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn the_samples_are_laid_out_as_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (dossier, id) in samples() {
        for pdf in laid_out(root, &dossier, &id).pdfs {
            let annex = pdf.part.as_ref().map(|part| format!(".{part}")).unwrap_or_default();
            golden(&format!("{dossier}.{id}{annex}.pages"), &drawn(&pdf.pages));
        }
    }
}

/// The shortest line of a component must be longer than half of the longest.
fn assert_balanced(pages: &Pages, component: &str) {
    for page in lines(pages, component).chunk_by(|a, b| a.page == b.page) {
        let widths: Vec<f64> = page.iter().map(|line| line.right_mm - line.left_mm).collect();
        let (least, most) = widths
            .iter()
            .fold((f64::MAX, 0.0_f64), |(least, most), width| (least.min(*width), most.max(*width)));
        assert!(least > most / 2.0, "the lines of {component} are {widths:.0?} mm long");
    }
}

#[test]
fn no_line_of_a_balanced_title_is_left_with_a_single_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (dossier, id) in samples() {
        let pages = laid_out(root, &dossier, &id).into_pages();
        for component in ["trich_yeu", "tham_quyen", "phu_luc_tieu_de", "phu_luc_kem_theo"] {
            assert_balanced(&pages, component);
        }
    }
}

#[test]
fn a_title_of_two_three_or_four_lines_is_balanced() {
    let project = Project::sample();
    let sentence =
        "Về việc giao chỉ tiêu kế hoạch giảm nghèo theo chuẩn nghèo đa chiều trên địa bàn huyện Tân Lập ";
    let words: Vec<&str> = sentence.split_whitespace().cycle().take(75).collect();
    let mut workshop =
        Workshop::open(load::Project::new(project.root())).unwrap_or_else(|finding| panic!("{finding:?}"));
    for count in (18..75).step_by(3) {
        project.file("data/mau/bao-cao.yaml", crate::harness::REPORT);
        let subject = words[..count].join(" ");
        project.replace("data/mau/bao-cao.yaml", "Kết quả giảm nghèo", &subject);
        assert_balanced(&in_workshop(&mut workshop, "mau", "bao-cao").into_pages(), "trich_yeu");
    }
}

#[test]
fn a_wide_table_lies_on_a_landscape_page_and_the_text_does_not() {
    let project = Project::sample();
    let heading = "Số hộ có khả năng thoát nghèo bền vững theo đăng ký của các thôn, bản";
    let columns: Vec<String> =
        (1..=8).map(|n| format!("      c{n}: {{ tieu_de: \"{heading} {n}\", kieu: so_ho }}\n")).collect();
    project.dossier("noi_nhan:", &format!("{}noi_nhan:", columns.concat()));
    project.plan("cuoi, ty_le_cuoi]", "cuoi, ty_le_cuoi, c1, c2, c3, c4, c5, c6, c7, c8]");
    let mut sheet = String::new();
    for (at, line) in crate::harness::SHEET.lines().enumerate() {
        let more = match at {
            3 => (1..=8).map(|n| format!(" {heading} {n} |")).collect(),
            4 => " ^ |".repeat(8),
            5.. if line.contains("Ghi chú") => String::new(),
            5..=11 => " 0 |".repeat(8),
            _ => String::new(),
        };
        sheet.push_str(&format!("{line}{more}\n"));
    }
    project.workbook("data/mau/bang.xlsx", &sheet);
    let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
    let shapes: Vec<bool> = pages.printed.paper_mm.iter().map(|(width, height)| width > height).collect();
    assert_eq!(shapes, [false, true]);
    let right = pages.printed.lines.iter().map(|line| line.right_mm).fold(0.0, f64::max);
    assert!(right <= 297.0 - 15.0 + 0.1, "nothing runs into the margin: {right}");
}

/// A project whose table has this many communes and no groups.
fn long_table(rows: u32) -> Project {
    let project = Project::sample();
    let mut sheet = "
[Biểu 1]
| TT | Địa phương | Đầu năm | < | Chỉ tiêu giảm | Cuối năm | < |
| ^ | ^ | Số hộ | Tỷ lệ | ^ | Số hộ | Tỷ lệ |
"
    .to_owned();
    for row in 1..=rows {
        sheet.push_str(&format!("| {row} | Xã số {row} | 100 | 10,00 | 10 | 90 | 9,00 |\n"));
    }
    sheet.push_str(&format!(
        "| | Toàn huyện | {} | 10,00 | {} | {} | 9,00 |\n",
        rows * 100,
        rows * 10,
        rows * 90
    ));
    project.workbook("data/mau/bang.xlsx", &sheet);
    project
}

#[test]
fn a_long_table_repeats_its_head_and_loses_no_row() {
    let pages = laid_out(long_table(60).root(), "mau", "ke-hoach").into_pages();
    let table = lines(&pages, "bang");
    let annex_pages: Vec<usize> = {
        let mut pages: Vec<usize> = table.iter().map(|line| line.page).collect();
        pages.dedup();
        pages
    };
    assert!(annex_pages.len() >= 2, "{annex_pages:?}");
    for page in &annex_pages {
        for heading in ["TT", "Đầu năm", "Chỉ tiêu", "Tỷ lệ"] {
            let on_page =
                table.iter().filter(|line| line.page == *page).any(|line| line.text.contains(heading));
            assert!(on_page, "«{heading}» on page {page}");
        }
    }
    for row in 1..=60 {
        let name = format!("Xã số {row}");
        let count = table
            .iter()
            .flat_map(|line| line.text.match_indices(&name).map(|(at, _)| &line.text[at + name.len()..]))
            .filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
            .count();
        assert_eq!(count, 1, "{name}");
    }
}

/// A margin of the form, in millimetres.
fn margin(key: &str) -> f64 {
    let profile = String::from_utf8_lossy(
        duthao::templates::EMBEDDED.iter().find(|(path, _)| *path == "nd30.yaml").expect("it is embedded").1,
    );
    let after = profile
        .split(&format!("  {key}:"))
        .nth(1)
        .and_then(|rest| rest.split("gia_tri: ").nth(1))
        .expect("a margin");
    after.split(',').next().and_then(|number| number.trim().parse().ok()).expect("a number")
}

#[test]
fn page_numbers_restart_in_every_annex_and_the_first_page_has_none() {
    let pages = laid_out(long_table(60).root(), "mau", "ke-hoach").into_pages();
    let first_annex_page = lines(&pages, "phu_luc_nhan")[0].page;
    for sheet in 1..=pages.count() {
        let number = if sheet < first_annex_page { sheet } else { sheet - first_annex_page + 1 };
        let printed: Vec<&PrintedLine> =
            pages.printed.lines.iter().filter(|line| line.page == sheet && line.baseline_mm < 20.0).collect();
        let texts: Vec<&str> = printed.iter().map(|line| line.text.as_str()).collect();
        if number == 1 {
            assert_eq!(texts, [""; 0], "sheet {sheet} begins a run of pages");
        } else {
            assert_eq!(texts, [number.to_string()], "sheet {sheet}");
            assert!(!printed[0].bold && !printed[0].italic && printed[0].size_pt >= 13.0);
            let middle = (printed[0].left_mm + printed[0].right_mm) / 2.0;
            let text_middle = (margin("le_trai") + 210.0 - margin("le_phai")) / 2.0;
            assert!((middle - text_middle).abs() < 1.0, "the number stands in the middle: {middle}");
        }
    }
}

#[test]
fn the_signature_never_stands_without_the_last_lines() {
    let project = Project::new();
    project.file("data/dai/ho-so.yaml", crate::harness::OTHER_DOSSIER);
    let sentence =
        "Ủy ban nhân dân các xã rà soát, lập danh sách và hỗ trợ hộ nghèo thuộc chỉ tiêu giảm trong năm. ";
    let mut workshop =
        Workshop::open(load::Project::new(project.root())).unwrap_or_else(|finding| panic!("{finding:?}"));
    let mut counts = std::collections::BTreeSet::new();
    for length in 12..44 {
        let body: String =
            (0..length).map(|_| format!("  - doan: {}\n", sentence.repeat(2).trim())).collect();
        let text =
            format!("loai: thong-bao\ntrich_yeu: Dài\nnoi_nhan: [A, B, C, D, E, F]\nnoi_dung:\n{body}");
        project.file(&format!("data/dai/n{length}.yaml"), text);
        let pages = in_workshop(&mut workshop, "dai", &format!("n{length}")).into_pages();
        let body = lines(&pages, "doan");
        let last = body.last().expect("a body");
        assert!(last.text.ends_with("./."), "{}", last.text);
        let foot: Vec<&PrintedLine> = ["noi_nhan_dau", "noi_nhan_muc", "chuc_vu"]
            .into_iter()
            .flat_map(|component| lines(&pages, component))
            .collect();
        assert!(
            foot.iter().all(|line| line.page == last.page),
            "{length}: the foot is whole, beside the last line"
        );
        let beside = body.iter().filter(|line| line.page == last.page).count();
        assert!(beside >= 2, "{length}: {beside} line(s) of text on the page of the signature");
        assert!(
            foot.iter().all(|line| line.baseline_mm > last.baseline_mm),
            "{length}: the foot lies under the text"
        );
        counts.insert(pages.count());
    }
    assert!(counts.len() >= 2, "the lengths pass a page's end: {counts:?}");
}

#[test]
fn a_draft_says_so_and_a_document_that_is_issued_does_not() {
    let project = Project::sample();
    assert_eq!(words(&laid_out(project.root(), "mau", "ke-hoach").into_pages(), "du_thao"), "");
    project.plan("so: 12\n", "trang_thai: du-thao\nso:\n");
    let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
    assert_eq!(words(&pages, "du_thao"), "DỰ THẢO");
    let number = words(&pages, "so_ky_hieu");
    assert!(
        number.starts_with("Số:") && number.ends_with("/KH-UBND") && !number.contains(char::is_numeric),
        "{number}"
    );
}

#[test]
fn a_number_below_ten_and_a_day_below_ten_have_a_zero_and_so_have_two_months() {
    let project = Project::sample();
    for (number, day, printed, date) in [
        ("7", "5/2/2024", "Số: 07/KH-UBND", "Tân Lập, ngày 05 tháng 02 năm 2024"),
        ("147", "05/03/2024", "Số: 147/KH-UBND", "Tân Lập, ngày 05 tháng 3 năm 2024"),
        ("10", "2024-12-25", "Số: 10/KH-UBND", "Tân Lập, ngày 25 tháng 12 năm 2024"),
        ("1592", "25/12/2024", "Số: 1592/KH-UBND", "Tân Lập, ngày 25 tháng 12 năm 2024"),
    ] {
        project.file("data/mau/ke-hoach.yaml", PLAN);
        project.plan("so: 12", &format!("so: {number}")).plan("ngay: 15/3/2024", &format!("ngay: {day}"));
        let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
        assert_eq!(
            (words(&pages, "so_ky_hieu"), words(&pages, "dia_danh_ngay")),
            (printed.to_owned(), date.to_owned())
        );
    }
}

#[test]
fn the_pointer_line_is_filled_in_on_paper_and_open_in_electronic_form() {
    let project = Project::sample();
    let paper = words(&laid_out(project.root(), "mau", "ke-hoach").into_pages(), "phu_luc_kem_theo");
    assert_eq!(
        paper,
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày 15 tháng 3 năm 2024 của Ủy ban nhân dân huyện Tân Lập)"
    );
    project.plan("so: 12\n", "so: 12\nphuong_thuc: dien-tu\n");
    let open = words(&laid_out(project.root(), "mau", "ke-hoach").into_pages(), "phu_luc_kem_theo");
    let without_blanks: String =
        open.split(char::is_whitespace).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    assert_eq!(
        without_blanks,
        "(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm của Ủy ban nhân dân huyện Tân Lập)"
    );
}

#[test]
fn several_annexes_have_roman_numbers_and_one_alone_has_none() {
    let project = Project::sample();
    assert_eq!(words(&laid_out(project.root(), "mau", "ke-hoach").into_pages(), "phu_luc_nhan"), "Phụ lục");
    let more = "  - { tieu_de: Tỷ lệ, bang: xa, cot: [ten, ty_le_dau] }\n".repeat(3);
    project.file("data/mau/ke-hoach.yaml", format!("{PLAN}{more}"));
    let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
    let labels: Vec<&str> = lines(&pages, "phu_luc_nhan").iter().map(|line| line.text.as_str()).collect();
    assert_eq!(labels, ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]);
    let sheets: Vec<usize> = lines(&pages, "phu_luc_nhan").iter().map(|line| line.page).collect();
    assert_eq!(sheets, [2, 3, 4, 5], "every annex begins a page");
}

#[test]
fn one_addressee_stands_on_the_line_and_several_below_it() {
    let project = Project::sample();
    project.plan("loai: ke-hoach\n", "loai: to-trinh\nkinh_gui: Ủy ban nhân dân tỉnh\n");
    let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
    assert_eq!(words(&pages, "kinh_gui"), "Kính gửi: Ủy ban nhân dân tỉnh");
    project.plan("kinh_gui: Ủy ban nhân dân tỉnh\n", "kinh_gui: [Sở Tài chính, Sở Nội vụ, Sở Y tế]\n");
    let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
    assert_eq!(words(&pages, "kinh_gui_dau"), "Kính gửi:");
    let items = lines(&pages, "kinh_gui_muc");
    let texts: Vec<&str> = items.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["- Sở Tài chính;", "- Sở Nội vụ;", "- Sở Y tế."]);
    assert!(
        items.windows(2).all(|two| (two[0].left_mm - two[1].left_mm).abs() < 0.01),
        "the dashes are aligned"
    );
}

#[test]
fn endings_are_those_of_the_form_whatever_the_clerk_typed() {
    let project = Project::sample();
    project.plan("thực hiện Phụ lục kèm theo.", "thực hiện Phụ lục kèm theo./.");
    project.dossier(
        "noi_nhan: [Ủy ban nhân dân các xã, \"Lưu: VT, LĐ\"]",
        "noi_nhan: [\"Ủy ban nhân dân các xã;\", \"Lưu: VT, LĐ.\"]",
    );
    let pages = laid_out(project.root(), "mau", "ke-hoach").into_pages();
    assert!(words(&pages, "doan").ends_with("Phụ lục kèm theo./."), "{}", words(&pages, "doan"));
    assert_eq!(words(&pages, "noi_nhan_muc"), "- Ủy ban nhân dân các xã; - Lưu: VT, LĐ.");
    assert!(words(&pages, "can_cu").ends_with("quy định chuẩn nghèo."));
}
