//! Whatever stands in a text, the rules over words and figures come to an end: «½», «m²», no-break blanks, letters of other
//! scripts, marks that stand alone, numbers that run into symbols. A rule that cuts a text inside a letter, or behind
//! where it ends, would stop the whole document.

use std::cell::{Cell, RefCell};

use duthao::diag::{Finding, human};
use duthao::discover::DocumentFile;
use duthao::load;
use duthao::pipeline::{Course, OpenDossier, Workshop};
use duthao::stopwatch::Stopwatch;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::harness::Project;

const CASES: u32 = 40;

/// Words that the rules look for, as offices write them.
const WORDS: &[&str] = &[
    "xã An Bình",
    "An Bình",
    "Xã An Hòa",
    "An Hoà",
    "An Bính",
    "xã Yên Lạc",
    "thị xã Yên Lạc",
    "TT. Yên Minh",
    "P. 5",
    "Khu vực miền núi",
    "toàn huyện",
    "toàn tỉnh",
    "các xã",
    "và",
    "hoặc",
    "gồm",
    "trong đó",
    "bao gồm",
    "cụ thể là",
    "590",
    "4.990",
    "0.960",
    "7,97%",
    "7,97 %",
    "05",
    "1.234.567,89",
    "12/18",
    "1,58 - 1,60%",
    "100",
    "40",
    "999999999999999999999999999999",
    "2024",
    "2021-2025",
    "2021 - 2025",
    "15/3/2024",
    "31/4/2024",
    "29/02/2024",
    "ngày 05 tháng 3 năm 2024",
    "tháng 3 năm 2024",
    "Ngày",
    "ngày",
    "trước ngày",
    "chậm nhất",
    "đến hết",
    "17 giờ 30 phút",
    "thứ Ba,",
    "(thứ 3)",
    "Chủ nhật",
    "hộ",
    "hộ nghèo",
    "hộ cận nghèo",
    "xã",
    "phường",
    "huyện",
    "điểm %",
    "điểm phần trăm",
    "phần trăm",
    "triệu đồng",
    "tỷ",
    "giảm",
    "còn",
    "từ",
    "xuống còn",
    "chiếm",
    "đầu năm",
    "cuối năm",
    "khoảng",
    "trở lên",
    "bằng chữ:",
    "BẰNG CHỮ:",
    "năm trăm chín mươi",
    "ba",
    "mười lăm",
    "một phần",
    "(ba)",
    "(03)",
    "số",
    "Số",
    "Nghị định",
    "Nghị định số 30/2020/NĐ-CP",
    "30/2020/NĐ-CP",
    "Quyết định",
    "QĐ-UBND",
    "12/KH-UBND",
    "số 12/KH-UBND",
    "13-NQ/TU",
    "/",
    "Luật",
    "Căn cứ",
    "của Chính phủ",
    "của",
    "Ủy ban nhân dân",
    "UBND",
    "Sở Lao động - Thương binh và Xã hội",
    "chủ tịch",
    "Chủ tịch Ủy ban nhân dân huyện",
    "khoản 1",
    "Điều 5",
    "điểm a",
    "khoản 2 Điều 3 Kế hoạch này",
    "Phụ lục II kèm theo",
    "Mục I",
    "Chương II",
    "Phần",
    "kèm theo",
    "cuộc họp",
    "Hội nghị",
    "tổ chức",
    "ban hành",
    "phê duyệt",
    "thông qua",
    "đã",
    "v.v.",
    "...",
    "./.",
    "TM.",
    "KT.",
    "Lưu: VT",
    "Nguyễn Văn A",
    "[tên]",
    "<tên>",
    "xxx",
    "http://a.vn",
    "a@b.vn",
    "08 nhóm nhiệm vụ sau:",
    "05 xã (An Bình, An Hòa)",
    "09 xã, 04 phường và 01 đặc khu",
    "chuẩn nghèo",
    "so với",
    "không so sánh",
    "trước đây",
    "(cũ)",
    "Tết Nguyên đán",
    "năm Giáp Thìn",
    "Quốc khánh",
    "Đảng",
    "nhà nước",
];

/// Signs that are more than one byte, that change their length in the other case, that have no look, that combine.
const SIGNS: &[&str] = &[
    "½",
    "²",
    "m²",
    "³",
    "…",
    "–",
    "—",
    "‑",
    "«",
    "»",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "ʼ",
    "(",
    ")",
    "[",
    "]",
    ";",
    ":",
    ",",
    ".",
    "!",
    "?",
    "/",
    "-",
    "+",
    "%",
    "‰",
    "°",
    "&",
    "*",
    "_",
    "\\",
    "|",
    "\u{a0}",
    "\u{202f}",
    "\u{3000}",
    "\u{2009}",
    "\u{301}",
    "\u{323}",
    "e\u{302}\u{301}",
    "o\u{31b}",
    "\u{ad}",
    "\u{200b}",
    "\u{2060}",
    "İ",
    "ẞ",
    "K",
    "ﬁ",
    "Ǆ",
    "ΐ",
    "Ω",
    "Ж",
    "Ð",
    "字",
    "①",
    "٣",
    "४",
    "𝟛",
    "🙂",
    "¸",
    "¬",
    "Ỷ",
    "ỵ",
    "Ệ",
    "ǲ",
    "ŉ",
    "Å",
    "ͅ",
    "Σ",
    "ς",
];

const GAPS: &[&str] = &[" ", " ", " ", " ", "", "\u{a0}", ", ", ". ", "; ", " - ", "  "];

/// Some words and signs with something or nothing between them.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(WORDS).prop_map(str::to_owned),
        2 => proptest::sample::select(SIGNS).prop_map(str::to_owned),
        1 => "[0-9.,/%-]{1,6}",
        1 => "\\PC{1,3}".prop_map(|text: String| text.replace(['{', '}'], "")),
    ];
    let pieces = proptest::collection::vec((piece, proptest::sample::select(GAPS)), 1..14);
    pieces.prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap.to_owned()]).collect())
}

/// A document with a text in every place where a clerk may write one.
fn document(texts: &[String]) -> String {
    let mut texts = texts.iter().cycle().map(|text| serde_json::to_string(text).expect("a string"));
    let mut next = || texts.next().expect("there is always another one");
    let mut yaml = format!(
        "loai: ke-hoach\nso: 12\nngay: 15/3/2024\ntrich_yeu: {}\ncan_cu:\n  - {}\n  - Căn cứ Luật Tổ chức ngày 19/6/2015\n",
        next(),
        next()
    );
    yaml += &format!(
        "mo_dau: {}\nnoi_nhan: [{}, \"Lưu: VT\"]\nnoi_dung:\n  - muc: {}\n    noi_dung:\n",
        next(),
        next(),
        next()
    );
    for kind in ["doan", "gach", "khoan", "doan", "diem", "cong", "doan", "doan"] {
        yaml += &format!("      - {kind}: {}\n", next());
    }
    yaml += &format!("  - muc: Tổ chức thực hiện\n    noi_dung:\n      - doan: {}\n", next());
    yaml += &format!("phu_luc:\n  - tieu_de: {}\n    bang: xa\n    ghi_chu: {}\n", next(), next());
    yaml
}

struct Office {
    project: Project,
    workshop: Workshop,
    loaded: OpenDossier,
}

impl Office {
    fn open() -> Self {
        let project = Project::sample();
        let workshop = Workshop::open(load::Project::new(project.root())).expect("the templates are sound");
        let loaded = workshop.dossier("mau");
        Self { project, workshop, loaded }
    }

    /// What the rules say of a document, also as it is shown.
    fn findings(&mut self, yaml: &str) -> (bool, Vec<Finding>) {
        let file = |id: &str| DocumentFile { id: id.to_owned(), file: format!("data/mau/{id}.yaml") };
        self.project.file("data/mau/ke-hoach.yaml", yaml);
        // The file may have changed since it was read for the text before.
        self.workshop.next_dossier();
        let documents = [file("ke-hoach"), file("bao-cao")];
        self.workshop.meet(&mut self.loaded, &documents, &mut Stopwatch::start());
        let mut course = Course::of(&documents[0]);
        let composed = self.workshop.compose(&mut self.loaded, &documents[0], &mut course);
        let findings = course.findings.into_sorted(&self.loaded.loaded.sources);
        assert!(!human::text(&findings, false).contains('\0'));
        (composed.is_some(), findings)
    }
}

#[test]
fn whatever_a_text_holds_it_is_read_to_its_end() {
    let office = RefCell::new(Office::open());
    let composed = Cell::new(0);
    // The same cases in every run: a failure is one that anybody can repeat.
    let config =
        Config { cases: CASES, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let outcome = runner.run(&proptest::collection::vec(text(), 16), |texts| {
        let (is_composed, _) = office.borrow_mut().findings(&document(&texts));
        composed.set(composed.get() + u32::from(is_composed));
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    // Nearly every document comes to the last rule; else nothing is proven.
    assert!(composed.get() > CASES * 9 / 10, "{composed:?}");
}

#[test]
fn places_where_a_text_was_once_cut_inside_a_letter() {
    let mut office = Office::open();
    for text in [
        // A day that runs into the number of the next act.
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2024/NĐ-CP của Chính phủ",
        // A no-break blank behind the kind of an act, as it is copied from Word.
        "Căn cứ Luật\u{a0}½ chức chính quyền địa phương ngày 19/6/2015",
        "Luật\u{a0}",
        // Letters that are shorter or longer in small letters, so that places shift.
        "giảm 590 hộ (ẞ bằng chữ: năm trăm chín mươi hộ) İ",
        "giảm 590 hộ KİİK bằng chữ: năm trăm chín mươi hộ",
        "giảm 590 hộ nghèo ở các địa phương có tỷ lệ cao½ trở lên",
    ] {
        let texts: Vec<String> = std::iter::repeat_n(text.to_owned(), 16).collect();
        assert!(!office.findings(&document(&texts)).1.is_empty(), "{text}");
    }
}
