//! The form as data, changed in one place at a time; every change that a reader would see on the page must be told.

use std::collections::BTreeMap;

use duthao::discover::DocumentFile;
use duthao::load;
use duthao::pipeline::{Course, Workshop};
use serde_json::{Value, json};

use super::{Outcome, Report};
use crate::docs;
use crate::harness::Project;
use crate::pages::drawn;

/// The dossier of the examples, which have every component between them.
const DOSSIER: &str = "vi-du";

/// A document with the marks that no example has.
const MARKS: &str = "\
loai: bao-cao
co_quan_chu_quan: Ủy ban nhân dân tỉnh Minh Họa
co_quan: Sở Nông nghiệp và Môi trường
viet_tat: SNNMT
so: 12
ngay: 15/3/2026
trich_yeu: Tình hình giảm nghèo quý I năm 2026
do_khan: khan
pham_vi: luu-hanh-noi-bo
nguoi_soan: PL
so_ban: 20
kinh_gui: [Ủy ban nhân dân tỉnh Minh Họa]
noi_dung:
  - doan: Sở báo cáo tình hình giảm nghèo quý I năm 2026 trên địa bàn tỉnh, tiến độ thực hiện các nhiệm vụ được giao và những việc phải làm trong quý sau.
  - gach: Các xã, phường đã rà soát xong danh sách hộ nghèo, hộ cận nghèo đầu kỳ;
  - cong: Không có khó khăn, vướng mắc cần giải quyết.
noi_nhan: [Như trên, \"Lưu: VT, BTXH\"]
nguoi_ky: { dong: [GIÁM ĐỐC], ho_ten: Trần Văn Bình }
";

/// One change of `nd30.yaml`.
struct Fault {
    /// What is changed, e.g. «lề trang».
    group: &'static str,
    /// `thanh_phan.trich_yeu.dam = false`.
    said: String,
    /// A profile that says nothing but the change.
    profile: Value,
    /// The component that must be on the page for the change to show; none for what every page has.
    component: Option<String>,
}

fn fault(group: &'static str, path: &[&str], value: Value, component: Option<&str>) -> Fault {
    let said = format!("{} = {value}", path.join("."));
    let profile = path.iter().rev().fold(value, |inner, key| json!({ *key: inner }));
    Fault { group, said, profile, component: component.map(str::to_owned) }
}

/// Every change that the decree forbids, generated from the components' own demands.
fn faults(profile: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (name, demands) in profile["thanh_phan"].as_object().expect("components") {
        // Where the decree is silent any change is allowed.
        if demands["dieu"].is_null() || demands["dong_bang"].is_null() {
            continue;
        }
        faults.extend(of_component(name, demands));
    }
    faults.extend(of_pages());
    faults
}

fn of_component(name: &str, demands: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut add = |group, key: &str, value: Value| {
        faults.push(fault(group, &["thanh_phan", name, key], value, Some(name)));
    };
    let is_open = |key: &str| demands["tu_do"].as_array().is_some_and(|open| open.contains(&json!(key)));
    if let (Some(from), Some(to)) = (demands["tu"].as_i64(), demands["den"].as_i64()) {
        for size in [from - 2, from - 1, to + 1, to + 2] {
            add("cỡ chữ", "co", json!(size));
        }
    }
    for (group, key) in [("đậm", "dam"), ("nghiêng", "nghieng"), ("in hoa", "in_hoa")] {
        add(group, key, json!(!demands[key].as_bool().expect("yes or no")));
    }
    if !is_open("can") {
        // What must stand flush left still does when it is justified.
        let allowed = |side: &&str| demands["can"] == **side || demands["can"] == "trai" && *side == "deu";
        for side in ["trai", "phai", "giua", "deu"].into_iter().filter(|side| !allowed(side)) {
            add("canh lề", "can", json!(side));
        }
    }
    let is_running = demands["can"] == "deu" && demands["thut"] == true;
    if is_running {
        add("thụt đầu dòng", "thut", json!(false));
        add("cách đoạn", "cach_tren_pt", json!(0));
        add("cách đoạn", "cach_tren_pt", json!(4));
    }
    match &demands["ke_duoi"] {
        Value::Null if name == "trich_yeu_cong_van" => add("đường kẻ", "ke_duoi", json!(0.4)),
        Value::Null => {}
        given => {
            for length in [json!(null), json!(0.2), json!(0.65), json!("bang_chu")] {
                if length != *given {
                    add("đường kẻ", "ke_duoi", length);
                }
            }
        }
    }
    faults
}

/// A value whose permitted range was changed with it, so that reading the profile does not already refuse it.
fn widened(value: f64) -> Value {
    json!({ "gia_tri": value, "tu": 0, "den": 1000, "cho_phep": [value] })
}

/// Changes of the page and of single demands.
fn of_pages() -> Vec<Fault> {
    let of = |group, path: &[&str], value: Value| {
        let component = (path[0] == "thanh_phan").then(|| path[1]);
        fault(group, path, value, component)
    };
    let mut faults = Vec::new();
    for side in ["le_tren", "le_duoi", "le_trai", "le_phai"] {
        for margin in [10.0, 14.0, 38.0, 45.0] {
            faults.push(of("lề trang", &["trang", side], widened(margin)));
        }
    }
    let values = [
        ("khổ giấy", "trang.rong_mm", json!(216)),
        ("khổ giấy", "trang.cao_mm", json!(279)),
        ("số trang", "so_trang.co", json!(12)),
        ("số trang", "so_trang.co", json!(15)),
        ("số trang", "so_trang.dam", json!(true)),
        ("số trang", "so_trang.nghieng", json!(true)),
        ("số trang", "so_trang.hien_trang_dau", json!(true)),
        ("số trang", "so_trang.cach_chu_pt", json!(-40)),
        ("thụt đầu dòng", "doan.thut_dau_dong_mm", widened(0.0)),
        ("thụt đầu dòng", "doan.thut_dau_dong_mm", widened(5.0)),
        ("thụt đầu dòng", "doan.thut_dau_dong_mm", widened(11.3)),
        ("thụt đầu dòng", "doan.thut_dau_dong_mm", widened(15.0)),
        ("cách đoạn", "doan.cach_doan_pt", widened(0.0)),
        ("cách đoạn", "doan.cach_doan_pt", widened(3.0)),
        ("cách đoạn", "doan.cach_doan_pt", widened(5.0)),
        ("giãn dòng", "doan.gian_dong", widened(0.9)),
        ("giãn dòng", "doan.gian_dong", widened(1.6)),
        ("giãn dòng", "doan.gian_dong", widened(2.0)),
        ("giãn dòng", "thanh_phan.co_quan.dong", json!("gian")),
        ("giãn dòng", "thanh_phan.co_quan_chu_quan.dong", json!("gian")),
        ("giãn dòng", "thanh_phan.tieu_ngu.cach_tren_pt", json!(6)),
        ("cặp cỡ chữ", "thanh_phan.quoc_hieu.co", json!(12)),
        ("cặp cỡ chữ", "thanh_phan.tieu_ngu.co", json!(13)),
        ("cặp cỡ chữ", "thanh_phan.dia_danh_ngay.co", json!(13)),
        ("cỡ chữ", "thanh_phan.khoan.co", json!(13)),
        ("cỡ chữ", "thanh_phan.diem.co", json!(13)),
        ("cỡ chữ", "thanh_phan.dieu.co", json!(13)),
        ("màu", "chu.mau", json!("404040")),
        ("màu", "chu.mau", json!("0000FF")),
        ("màu", "thanh_phan.do_khan.mau", json!("000000")),
        ("màu", "thanh_phan.trich_yeu.mau", json!("FF0000")),
        ("khung", "thanh_phan.pham_vi.khung", json!(false)),
        ("khung", "thanh_phan.do_khan.khung_theo", json!("pham_vi")),
        ("chỗ đứng", "thanh_phan.trich_yeu_cong_van.cach_tren_pt", json!(0)),
        ("chỗ đứng", "thanh_phan.trich_yeu_cong_van.cach_tren_pt", json!(12)),
        ("chỗ đứng", "thanh_phan.pham_vi.vi_tri", json!("le_duoi")),
        ("chỗ đứng", "thanh_phan.lien_he.vi_tri", json!("goc_tren_phai")),
        ("chỗ đứng", "thanh_phan.chu_ky_so.vi_tri", json!("le_duoi")),
        ("chỗ đứng", "thanh_phan.kinh_gui_muc.le_trai_mm", json!(20)),
        ("chỗ đứng", "thanh_phan.kinh_gui_muc.le_trai_mm", json!(70)),
        ("chỗ đứng", "thanh_phan.noi_nhan_dau.le_trai_mm", json!(10)),
        ("chỗ đứng", "thanh_phan.noi_nhan_muc.le_trai_mm", json!(10)),
        ("đường kẻ", "thanh_phan.lien_he.ke_tren", json!(0.5)),
        ("cột", "dau_trang.cot_phai_toi_da", json!(0.4)),
    ];
    for (group, path, value) in values {
        faults.push(of(group, &path.split('.').collect::<Vec<_>>(), value));
    }
    faults
}

/// The examples that a change is tried on: for every component the one that prints most of it; what concerns every
/// page is tried where most page numbers stand.
fn documents(project: &Project) -> BTreeMap<String, String> {
    let mut most: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut workshop = Workshop::open(load::Project::new(project.root())).expect("the templates are whole");
    for id in ids(project) {
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        for line in lay(&mut workshop, &id).pages.iter().flat_map(|pages| &pages.printed.lines) {
            *lines.entry(line.component.clone()).or_default() += 1;
        }
        for (component, count) in lines {
            let known = most.entry(component).or_default();
            if count > known.0 {
                *known = (count, id.clone());
            }
        }
    }
    most.into_iter().map(|(component, (_, id))| (component, id)).collect()
}

/// The example that a change is tried on.
fn example<'a>(fault: &Fault, of_component: &'a BTreeMap<String, String>) -> &'a str {
    let component = fault.component.as_deref().unwrap_or("so_trang");
    of_component.get(component).unwrap_or_else(|| panic!("no example prints {component}"))
}

fn ids(project: &Project) -> Vec<String> {
    let names = project.names(&format!("data/{DOSSIER}")).into_iter();
    names
        .filter_map(|name| name.strip_suffix(".yaml").filter(|id| *id != "ho-so").map(str::to_owned))
        .collect()
}

struct Laid {
    is_told: bool,
    pages: Vec<duthao::compile::Pages>,
}

fn lay(workshop: &mut Workshop, id: &str) -> Laid {
    let file = DocumentFile { id: id.to_owned(), file: format!("data/{DOSSIER}/{id}.yaml") };
    let mut loaded = workshop.dossier(DOSSIER);
    let mut course = Course::of(&file);
    let laid_out = workshop.lay_out(&mut loaded, &file, &mut course);
    Laid {
        is_told: !course.findings.is_empty(),
        pages: laid_out.map(|laid| laid.pdfs.into_iter().map(|pdf| pdf.pages).collect()).unwrap_or_default(),
    }
}

/// The page as a reader with a ruler sees it.
fn seen(laid: &Laid) -> String {
    laid.pages.iter().map(|pages| format!("{}{:?}", drawn(pages), pages.printed)).collect()
}

/// Tries the changes of one thread, each as a profile of its own for a copy of an example.
fn tried(
    project: &Project,
    faults: &[(usize, Fault)],
    of_component: &BTreeMap<String, String>,
) -> Vec<Outcome> {
    let mut workshop = Workshop::open(load::Project::new(project.root())).expect("the templates are whole");
    let mut clean: BTreeMap<&str, String> = BTreeMap::new();
    let mut outcomes = Vec::new();
    for (number, fault) in faults {
        let id = example(fault, of_component);
        let untouched = clean.entry(id).or_insert_with(|| seen(&lay(&mut workshop, id))).clone();
        let changed = lay(&mut workshop, &format!("thu-{number}-{id}"));
        outcomes.push(match () {
            () if changed.is_told => Outcome::Caught,
            () if seen(&changed).replace(&format!("thu-{number}-"), "") == untouched => Outcome::Invisible,
            () => Outcome::Missed,
        });
    }
    outcomes
}

/// Tries every change, each as a profile of its own for a copy of an example.
pub fn report() -> Report {
    const THREADS: usize = 4;
    let project = docs::project();
    project.file(&format!("data/{DOSSIER}/dau.yaml"), MARKS);
    let own = include_str!("../../../templates/nd30.yaml");
    let profile = load::to_json("templates/nd30.yaml", own).expect("the profile is YAML");
    let of_component = documents(&project);
    let mut parts: Vec<Vec<(usize, Fault)>> = (0..THREADS).map(|_| Vec::new()).collect();
    for (number, fault) in faults(&profile).into_iter().enumerate() {
        let id = example(&fault, &of_component);
        let mut text = fault.profile.clone();
        text["ke_thua"] = json!("nd30");
        project.file(&format!("templates/thu-{number}.yaml"), text.to_string());
        let document = project.read(&format!("data/{DOSSIER}/{id}.yaml"));
        let document = format!("{document}\nthe_thuc: {{ theo: thu-{number} }}\n");
        project.file(&format!("data/{DOSSIER}/thu-{number}-{id}.yaml"), document);
        parts[number % THREADS].push((number, fault));
    }
    let mut rows: Vec<(usize, &Fault, Outcome)> = Vec::new();
    std::thread::scope(|scope| {
        let threads: Vec<_> =
            parts.iter().map(|part| scope.spawn(|| tried(&project, part, &of_component))).collect();
        for (part, thread) in parts.iter().zip(threads) {
            let outcomes = thread.join().expect("the thread ends");
            rows.extend(
                part.iter().zip(outcomes).map(|((number, fault), outcome)| (*number, fault, outcome)),
            );
        }
    });
    rows.sort_by_key(|(number, ..)| *number);
    let mut report = Report::default();
    for (_, fault, outcome) in rows {
        report.add(fault.group, &fault.said, outcome);
    }
    report
}
