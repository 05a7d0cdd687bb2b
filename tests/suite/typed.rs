//! What a clerk types is what is printed: no text is ever code of the layout, the form, the workbook or the record.

use proptest::prelude::*;

use crate::annex;
use crate::harness::{Project, SHEET};
use crate::pages::laid_out;

/// Signs that mean something to Typst, Tera, XML, Excel or JSON; every one is a clerk's plain text.
const HOSTILE: &str =
    r##"#x $y$ (*) 2*3 _w_ @a <b> & \ " ' `c` {% if %} {# #} ~ -- --- ... =A1 // [d] {e} &amp; %"##;
/// As HOSTILE, with the one sign that a clerk doubles to print it; cells are never expanded.
const BRACES: &str = "{{{{ nam }}";

pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn everything_printed(project: &Project, id: &str) -> String {
    let pages = laid_out(project.root(), "mau", id).into_pages();
    let lines = pages.printed.lines.iter().filter(|line| line.component != "so_trang");
    squeezed(&lines.map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "))
}

/// A YAML value in double quotes.
pub fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string")
}

/// What the fields must print, one by one; each is told from the others by its number.
#[derive(Default)]
struct Fields(Vec<String>);

impl Fields {
    /// A hostile text.
    fn next(&mut self) -> String {
        self.field(BRACES)
    }

    /// The same for a name, which takes no references.
    fn name(&mut self) -> String {
        self.field("{ nam }")
    }

    fn field(&mut self, braces: &str) -> String {
        let text = format!("F{:02} {braces} {HOSTILE} hết", self.0.len() + 1);
        self.0.push(squeezed(&text.replace("{{{{", "{{")));
        quoted(&text)
    }

    fn assert_in(&self, printed: &str) {
        for wanted in &self.0 {
            let is_there = printed.contains(wanted) || printed.contains(&wanted.to_uppercase());
            assert!(is_there, "{wanted} in {printed}");
        }
    }
}

#[test]
fn hostile_text_in_every_field_prints_as_typed() {
    let project = Project::sample();
    let mut field = Fields::default();
    let mut texts = String::new();
    for key in ["co_quan", "co_quan_chu_quan", "trich_yeu", "mo_dau"] {
        texts.push_str(&format!("{key}: {}\n", field.next()));
    }
    for key in ["viet_tat", "dia_danh"] {
        texts.push_str(&format!("{key}: {}\n", field.name()));
    }
    texts.push_str(&format!("kinh_gui: [{}, {}]\n", field.next(), field.next()));
    texts.push_str(&format!("noi_nhan: [{}]\n", field.next()));
    texts.push_str(&format!("nguoi_ky: {{ dong: [{}], ho_ten: {} }}\n", field.name(), field.name()));
    let (kind, number, issuer, subject) = (field.name(), field.name(), field.name(), field.next());
    texts.push_str(&format!(
        "can_cu:\n  - {{ loai: {kind}, so: {number}, co_quan: {issuer}, trich_yeu: {subject} }}\n  - {}\n",
        field.next()
    ));
    texts.push_str("noi_dung:\n");
    for kind in ["phan", "chuong", "muc", "tieu_muc", "dieu", "khoan", "diem", "gach", "cong", "doan"] {
        texts.push_str(&format!("  - {kind}: {}\n", field.next()));
    }
    for kind in ["khoan", "dieu"] {
        texts.push_str(&format!("  - {kind}: {{ tieu_de: {} }}\n", field.next()));
    }
    texts.push_str("  - doan: Giảm {{ xa.tong.giam }} hộ theo Phụ lục.\n");
    texts.push_str(&format!(
        "phu_luc:\n  - {{ tieu_de: {}, bang: xa, don_vi_tinh: {}, ghi_chu: {} }}\n",
        field.next(),
        field.next(),
        field.next()
    ));
    project.file("data/mau/ke-hoach.yaml", format!("loai: to-trinh\n{texts}"));
    let printed = everything_printed(&project, "ke-hoach");
    assert!(printed.contains("F01{{nam}}"), "{printed}");
    field.assert_in(&printed);
    // The decree's rules about words have much to say of it, and its numbers come from nowhere; nothing else is said.
    let told = project.run(["check", "--format", "json", "--quiet"]).codes();
    assert!(told.iter().all(|code| code.starts_with("WRD") || code == "TXT002"), "{told:?}");
}

#[test]
fn footnote_signs_print_as_typed_however_many_there_are() {
    let project = Project::sample();
    for text in [
        "(*) theo quý; (*) theo năm",
        "số hộ* và số khẩu*",
        "2 * 3 * 4",
        "**",
        "a ** b ** c",
        "*",
        "(**) một (**) hai",
    ] {
        project.file(
            "data/mau/bao-cao.yaml",
            format!(
                "loai: bao-cao\ntrich_yeu: A\nnoi_dung:\n  - doan: {}\n",
                quoted(&format!("đầu {text} cuối"))
            ),
        );
        let printed = everything_printed(&project, "bao-cao");
        assert!(printed.contains(&squeezed(&format!("đầu {text} cuối"))), "«{text}» in {printed}");
    }
}

#[test]
fn hostile_text_in_a_decision_prints_as_typed() {
    let project = Project::sample();
    let mut field = Fields::default();
    let (authority, body) = (field.next(), field.next());
    project.file(
        "data/mau/quyet-dinh.yaml",
        format!("loai: quyet-dinh\ntrich_yeu: A\ntham_quyen: {authority}\nnoi_dung:\n  - dieu: {body}\n"),
    );
    let printed = everything_printed(&project, "quyet-dinh");
    field.assert_in(&printed);
}

#[test]
fn hostile_cells_headings_and_units_are_kept_on_the_page_in_the_workbook_and_in_the_record() {
    let project = Project::sample();
    let name = format!("Xã {{{{ nam }}}} {{{{{{{{ *z* _x0041_ {HOSTILE}");
    let heading = format!("Giảm {{{{ nam }}}} {HOSTILE}");
    project.workbook(
        "data/mau/bang.xlsx",
        &SHEET.replace("Xã An Bình", &name).replace("Chỉ tiêu giảm", &heading),
    );
    project.dossier(
        "giam: { tieu_de: Chỉ tiêu giảm, kieu: so_ho }",
        &format!("giam: {{ tieu_de: {}, kieu: so_ho, don_vi: {} }}", quoted(&heading), quoted(HOSTILE)),
    );
    let printed = everything_printed(&project, "ke-hoach");
    assert_eq!(printed.matches(&squeezed(&name)).count(), 2, "in the text and in the annex: {printed}");
    project.build();
    let workbook = annex::drawn(&project.files("output/mau")["ke-hoach.xlsx"]);
    assert!(workbook.contains(&format!("«{name}»")), "{workbook}");
    assert!(workbook.contains(&format!("«{heading}»")), "{workbook}");
    let figures = project.json("output/mau/ke-hoach.figures.json");
    let units: Vec<&str> =
        figures.as_array().expect("rows").iter().filter_map(|row| row["unit"].as_str()).collect();
    assert!(units.contains(&HOSTILE), "{units:?}");
}

#[test]
fn marks_of_direction_and_other_invisible_signs_never_reach_the_page() {
    let project = Project::sample();
    project.plan(
        "Giảm {{ xa.tong.giam }} hộ nghèo",
        "Giảm\u{202e} {{ xa.tong.cuoi }}\u{200f} hộ\u{200b} ng\u{ad}hèo",
    );
    project.workbook("data/mau/bang.xlsx", &SHEET.replace("Xã An Bình", "Xã\u{202e} An\u{2066} Bình"));
    let printed = everything_printed(&project, "ke-hoach");
    assert!(printed.contains("Giảm1.410hộnghèo"), "{printed}");
    assert!(printed.contains("XãAnBình"), "{printed}");
}

/// Everything that can be typed on a Vietnamese keyboard, without the two signs that have a meaning in text (`*`, and
/// `{{`, which is doubled below) and the bar of the harness's drawings.
pub fn typed() -> impl Strategy<Value = String> {
    let letters = "aAbBzZ0189 ăâđêôơưẤỔựỹỵĐĂ°§«»–—…½€!\"#$%&'()+,-./:;<=>?@[]^_`{}~\\";
    let letters: Vec<char> = letters.chars().collect();
    prop::collection::vec(prop::sample::select(letters), 1..40).prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_typed_is_printed(subject in typed(), body in typed(), recipient in typed(), unit in typed()) {
        let project = Project::sample();
        let clerk = |text: &str| quoted(&format!("đầu {} cuối", text.replace("{{", "{{{{")));
        project.file("data/mau/ke-hoach.yaml", format!(
            "loai: ke-hoach\ntrich_yeu: {}\nnoi_nhan: [{}]\nnoi_dung:\n  - doan: {}\nphu_luc:\n  - {{ tieu_de: A, bang: xa, cot: [ten] }}\n",
            clerk(&subject), clerk(&recipient), clerk(&body)
        ));
        project.workbook("data/mau/bang.xlsx", &SHEET.replace("Xã An Bình", &format!("Xã đầu {unit} cuối")));
        let printed = everything_printed(&project, "ke-hoach");
        for text in [&subject, &body, &recipient, &unit] {
            let wanted = squeezed(&format!("đầu {text} cuối"));
            prop_assert!(printed.contains(&wanted), "«{}» in {}", wanted, printed);
        }
    }
}
