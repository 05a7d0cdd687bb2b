//! The composed blocks of every sample, changed in one word, ending or place at a time; the rules of the wording must
//! tell of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use duthao::check;
use duthao::diag::Findings;
use duthao::load;
use duthao::model::blocks::{Block, Blocks};
use duthao::model::body::Written;
use duthao::model::document::{Document, Status};
use duthao::model::norm::Norm;
use duthao::model::text::{RichText, Run, words};

use super::{Outcome, Report};
use crate::docs;
use crate::pages::laid_out;

/// Of every kind of change, this many places of a document are tried: the first ones.
const PLACES: usize = 3;

/// A change of one paragraph's runs; whether it found what it changes.
type Change = fn(&mut Paragraph<'_>) -> bool;

/// One paragraph of the blocks.
struct Paragraph<'a> {
    document: &'a Document<RichText, Written>,
    component: &'a str,
    label: &'a mut Option<String>,
    runs: &'a mut Vec<Run>,
}

impl Paragraph<'_> {
    fn is(&self, components: &[&str]) -> bool {
        components.contains(&self.component)
    }

    fn is_running(&self) -> bool {
        self.is(&["doan", "khoan", "diem", "gach", "dieu", "cong"])
    }

    /// In a draft, blanks for words still to come are no fault.
    fn is_issued(&self) -> bool {
        self.document.identity.status == Status::Issued
    }

    /// Replaces the first occurrence of some words.
    fn replace(&mut self, old: &str, new: &str) -> bool {
        let Some(run) = self.runs.iter_mut().find(|run| run.text.contains(old)) else { return false };
        run.text = run.text.replacen(old, new, 1);
        true
    }

    /// Replaces the last letters.
    fn ending(&mut self, old: &str, new: &str) -> bool {
        let Some(run) = self.runs.iter_mut().rev().find(|run| !run.text.is_empty()) else { return false };
        let Some(rest) = run.text.strip_suffix(old) else { return false };
        run.text = format!("{rest}{new}");
        true
    }

    /// Replaces some words that do not begin the paragraph.
    fn inside(&mut self, old: &str, new: &str) -> bool {
        self.replace(&format!(" {old}"), &format!(" {new}"))
    }
}

/// What is changed where; the groups are those of the report.
const CHANGES: &[(&str, &str, Change)] = &[
    ("đuôi căn cứ", "«;» thành «.»", |p| p.is(&["can_cu"]) && p.ending(";", ".")),
    ("đuôi căn cứ", "«.» thành «;»", |p| p.is(&["can_cu"]) && p.ending(".", ";")),
    ("đuôi căn cứ", "bỏ «;»", |p| p.is(&["can_cu"]) && p.ending(";", "")),
    ("đuôi nơi nhận", "«;» thành «.»", |p| p.is(&["noi_nhan_muc"]) && p.ending(";", ".")),
    ("đuôi nơi nhận", "«;» thành «,»", |p| p.is(&["noi_nhan_muc"]) && p.ending(";", ",")),
    ("đuôi nơi nhận", "bỏ «.» cuối", |p| p.is(&["noi_nhan_muc"]) && p.ending(".", "")),
    ("Nơi nhận", "bỏ dấu hai chấm", |p| p.is(&["noi_nhan_dau"]) && p.ending(":", "")),
    ("Nơi nhận", "«Lưu VT»", |p| p.is(&["noi_nhan_muc"]) && p.replace("Lưu: VT", "Lưu VT")),
    ("Nơi nhận", "«Lưu: VT-»", |p| p.is(&["noi_nhan_muc"]) && p.replace("VT, ", "VT - ")),
    ("Nơi nhận", "bỏ «Như»", |p| {
        let is_letter = p.document.identity.form == "1.5" || p.document.identity.form == "1.4";
        is_letter && p.is(&["noi_nhan_muc"]) && p.replace("Như trên", "Các nơi trên")
    }),
    ("Kính gửi", "bỏ dấu hai chấm", |p| {
        p.is(&["kinh_gui", "kinh_gui_dau"]) && p.replace("Kính gửi:", "Kính gửi")
    }),
    ("Kính gửi", "«;» thành «,»", |p| p.is(&["kinh_gui_muc"]) && p.ending(";", ",")),
    ("Kính gửi", "«.» thành «;»", |p| p.is(&["kinh_gui_muc"]) && p.ending(".", ";")),
    ("Quốc hiệu, Tiêu ngữ", "gạch dài", |p| p.is(&["tieu_ngu"]) && p.replace(" - ", " – ")),
    ("Quốc hiệu, Tiêu ngữ", "gạch không cách", |p| p.is(&["tieu_ngu"]) && p.replace(" - ", "-")),
    ("Quốc hiệu, Tiêu ngữ", "chữ thường", |p| p.is(&["tieu_ngu"]) && p.replace("Tự do", "tự do")),
    ("Quốc hiệu, Tiêu ngữ", "bỏ một chữ", |p| p.is(&["quoc_hieu"]) && p.replace(" XÃ HỘI", "")),
    ("số, ký hiệu", "cách quanh «/»", |p| p.is(&["so_ky_hieu"]) && p.replace("/", " / ")),
    ("số, ký hiệu", "gạch dài", |p| p.is(&["so_ky_hieu"]) && p.replace("-", "–")),
    ("số, ký hiệu", "cách quanh «-»", |p| p.is(&["so_ky_hieu"]) && p.replace("-", " - ")),
    ("số, ký hiệu", "bỏ dấu hai chấm", |p| p.is(&["so_ky_hieu"]) && p.replace("Số:", "Số")),
    ("số, ký hiệu", "thêm năm", |p| p.is(&["so_ky_hieu"]) && p.replace("/", "/2026/")),
    ("số, ký hiệu", "bỏ số 0", |p| p.is(&["so_ky_hieu"]) && p.replace(" 0", " ")),
    ("số, ký hiệu", "TTR", |p| p.is(&["so_ky_hieu"]) && p.replace("TTr", "TTR")),
    ("số, ký hiệu", "sai cơ quan", |p| p.is(&["so_ky_hieu"]) && p.replace("UBND", "UBNND")),
    ("địa danh, ngày", "bỏ dấu phẩy", |p| p.is(&["dia_danh_ngay"]) && p.replace(",", "")),
    ("địa danh, ngày", "tháng 03", |p| p.is(&["dia_danh_ngay"]) && p.replace("tháng 3", "tháng 03")),
    ("địa danh, ngày", "tháng 1", |p| p.is(&["dia_danh_ngay"]) && p.replace("tháng 0", "tháng ")),
    ("địa danh, ngày", "ngày 6", |p| p.is(&["dia_danh_ngay"]) && p.replace("ngày 0", "ngày ")),
    ("địa danh, ngày", "ngày bằng gạch chéo", |p| {
        p.is(&["dia_danh_ngay"]) && p.replace(" tháng ", "/")
    }),
    ("cơ quan", "UBND", |p| p.is(&["co_quan"]) && p.replace("Ủy ban nhân dân", "UBND")),
    ("trích yếu", "«V/v» hai lần", |p| p.is(&["trich_yeu_cong_van"]) && p.replace("V/v ", "V/v V/v ")),
    ("trích yếu", "bỏ «V/v»", |p| p.is(&["trich_yeu_cong_van"]) && p.replace("V/v ", "")),
    ("trích yếu", "thêm dấu chấm", |p| p.is(&["trich_yeu"]) && p.ending("", ".")),
    ("người ký", "bỏ TM.", |p| p.is(&["chuc_vu"]) && p.replace("TM. ", "")),
    ("người ký", "«TM» không chấm", |p| p.is(&["chuc_vu"]) && p.replace("TM. ", "TM ")),
    ("người ký", "bỏ KT.", |p| p.is(&["chuc_vu"]) && p.replace("KT. CHỦ TỊCH", "CHỦ TỊCH")),
    ("người ký", "KT. chức vụ cấp phó", |p| {
        p.is(&["chuc_vu"]) && p.replace("KT. CHỦ TỊCH", "KT. PHÓ CHỦ TỊCH")
    }),
    ("người ký", "học vị", |p| {
        p.is(&["ho_ten"]) && !words(p.runs).is_empty() && p.replace("", "ThS. ")
    }),
    ("phụ lục", "PHỤ LỤC", |p| p.is(&["phu_luc_nhan"]) && p.replace("Phụ lục", "PHỤ LỤC")),
    ("phụ lục", "số Ả Rập", |p| p.is(&["phu_luc_nhan"]) && p.replace(" II", " 2")),
    ("phụ lục", "sai số", |p| p.is(&["phu_luc_nhan"]) && p.replace("Phụ lục I", "Phụ lục V")),
    ("phụ lục", "dòng kèm theo sai loại", |p| {
        p.is(&["phu_luc_kem_theo"]) && p.replace("Kèm theo", "Ban hành theo")
    }),
    ("đánh số", "nhảy số điều", |p| {
        p.is(&["dieu", "dieu_tieu_de"]) && relabel(p, "Điều 2.", "Điều 4.")
    }),
    ("đánh số", "nhảy số khoản", |p| p.is(&["khoan", "khoan_tieu_de"]) && relabel(p, "2.", "3.")),
    ("đánh số", "điểm không theo chữ cái", |p| p.is(&["diem"]) && relabel(p, "b)", "c)")),
    ("đánh số", "điểm dùng dấu chấm", |p| p.is(&["diem"]) && relabel(p, "a)", "a.")),
    ("đánh số", "mục số Ả Rập", |p| p.is(&["muc"]) && relabel(p, "II.", "2.")),
    ("đánh số", "chương số Ả Rập", |p| p.is(&["chuong", "phan"]) && p.replace(" II", " 2")),
    ("dấu kết thúc", "bỏ «./.»", |p| p.ending("./.", ".")),
    ("dấu kết thúc", "hai lần", |p| p.is_running() && p.ending("./.", "././.")),
    ("dấu câu", "hai dấu cách", |p| p.is_running() && p.replace(" ", "  ")),
    ("dấu câu", "cách trước dấu phẩy", |p| p.is_running() && p.replace(", ", " , ")),
    ("dấu câu", "không cách sau dấu phẩy", |p| p.is_running() && p.replace(", ", ",")),
    ("dấu câu", "cách trước dấu chấm phẩy", |p| p.is_running() && p.replace(";", " ;")),
    ("dấu câu", "cách sau ngoặc mở", |p| p.is_running() && p.replace("(", "( ")),
    ("dấu câu", "cách trước ngoặc đóng", |p| p.is_running() && p.replace(")", " )")),
    ("viện dẫn", "«Khoản» giữa câu", |p| p.is_running() && p.inside("khoản 1", "Khoản 1")),
    ("viện dẫn", "«điều» giữa câu", |p| p.is_running() && p.inside("Điều 1", "điều 1")),
    ("viện dẫn", "bỏ chữ «số»", |p| {
        (p.is_running() || p.is(&["can_cu"])) && p.replace("Nghị định số ", "Nghị định ")
    }),
    ("viện dẫn", "điều không có", |p| p.is_running() && p.replace("Điều 1 ", "Điều 19 ")),
    ("chữ hoa", "«ủy ban nhân dân»", |p| {
        p.is_running() && p.inside("Ủy ban nhân dân", "ủy ban nhân dân")
    }),
    ("chữ hoa", "«Tỉnh» giữa câu", |p| p.is_running() && p.inside("tỉnh Minh Họa", "Tỉnh Minh Họa")),
    ("chữ hoa", "«sở» giữa câu", |p| p.is_running() && p.inside("Sở Nông nghiệp", "sở Nông nghiệp")),
    ("chữ hoa", "«và môi trường»", |p| {
        p.is_running() && p.replace("và Môi trường", "và môi trường")
    }),
    ("chữ hoa", "đầu câu chữ thường", lower_first),
    ("chữ hoa", "«hội đồng nhân dân»", |p| {
        p.is_running() && p.inside("Hội đồng nhân dân", "hội đồng nhân dân")
    }),
    ("chữ mẫu", "[tên]", |p| p.is_issued() && p.is_running() && p.replace(" ", " [tên] ")),
    ("chữ mẫu", "…", |p| p.is_issued() && p.is_running() && p.replace(" ", " … ")),
];

fn relabel(p: &mut Paragraph<'_>, old: &str, new: &str) -> bool {
    let fits = p.label.as_deref() == Some(old);
    if fits {
        *p.label = Some(new.to_owned());
    }
    fits
}

fn lower_first(p: &mut Paragraph<'_>) -> bool {
    let Some(run) = p.runs.first_mut().filter(|run| run.figure.is_none()) else { return false };
    let Some(first) = run.text.chars().next().filter(|first| first.is_uppercase()) else { return false };
    if !matches!(p.component, "doan" | "khoan" | "diem" | "gach") {
        return false;
    }
    run.text = format!("{}{}", first.to_lowercase(), &run.text[first.len_utf8()..]);
    true
}

/// Components that a document cannot do without, and pairs that stand in this order.
const DROPPED: &[&str] = &[
    "quoc_hieu",
    "tieu_ngu",
    "co_quan",
    "so_ky_hieu",
    "dia_danh_ngay",
    "ten_loai",
    "trich_yeu",
    "trich_yeu_cong_van",
    "noi_nhan_dau",
    "chuc_vu",
    "menh_lenh",
    "phu_luc_nhan",
    "phu_luc_kem_theo",
];
const SWAPPED: &[(&str, &str)] = &[
    ("quoc_hieu", "tieu_ngu"),
    ("co_quan_chu_quan", "co_quan"),
    ("co_quan", "so_ky_hieu"),
    ("ten_loai", "trich_yeu"),
    ("trich_yeu", "tham_quyen"),
    ("can_cu", "menh_lenh"),
    ("noi_nhan_dau", "noi_nhan_muc"),
    ("chuc_vu", "ho_ten"),
    ("phu_luc_nhan", "phu_luc_tieu_de"),
    ("phu_luc_tieu_de", "phu_luc_kem_theo"),
];

/// Every paragraph of the blocks in reading order, with a change in place.
fn each(
    blocks: &mut [Block],
    document: &Document<RichText, Written>,
    change: &mut impl FnMut(&mut Paragraph<'_>),
) {
    for block in blocks {
        match block {
            Block::Paragraph { component, label, runs } => {
                change(&mut Paragraph { document, component, label, runs })
            }
            Block::Columns { left, right, .. } => {
                each(left, document, change);
                each(right, document, change);
            }
            Block::Table(_) => {}
        }
    }
}

/// The blocks with a change at its `nth` place; none when there are fewer.
fn changed(
    blocks: &Blocks,
    document: &Document<RichText, Written>,
    change: Change,
    nth: usize,
) -> Option<(Blocks, String)> {
    let (mut copy, mut met, mut said) = (blocks.clone(), 0, None);
    for section in &mut copy.sections {
        each(&mut section.blocks, document, &mut |paragraph| {
            let before = (paragraph.label.clone(), paragraph.runs.clone());
            if said.is_none() && change(paragraph) {
                if met == nth {
                    said = Some(words(paragraph.runs));
                } else {
                    (*paragraph.label, *paragraph.runs) = before;
                }
                met += 1;
            }
        });
    }
    said.map(|said| (copy, said))
}

fn name(block: &Block) -> &str {
    match block {
        Block::Paragraph { component, .. } | Block::Columns { component, .. } => component,
        Block::Table(table) => &table.component,
    }
}

/// Applies a change to the first list of blocks (a section's, or a column's) that it fits.
fn first_list(blocks: &mut Vec<Block>, change: &impl Fn(&mut Vec<Block>) -> bool) -> bool {
    change(blocks)
        || blocks.iter_mut().any(|block| match block {
            Block::Columns { left, right, .. } => first_list(left, change) || first_list(right, change),
            _ => false,
        })
}

fn dropped(blocks: &Blocks, component: &str) -> Option<Blocks> {
    let mut copy = blocks.clone();
    let drop = |list: &mut Vec<Block>| {
        let before = list.len();
        list.retain(|block| name(block) != component);
        list.len() < before
    };
    copy.sections.iter_mut().any(|section| first_list(&mut section.blocks, &drop)).then_some(copy)
}

fn swapped(blocks: &Blocks, first: &str, second: &str) -> Option<Blocks> {
    let mut copy = blocks.clone();
    let swap = |list: &mut Vec<Block>| {
        let at = |wanted: &str| list.iter().position(|block| name(block) == wanted);
        let (Some(one), Some(other)) = (at(first), at(second)) else { return false };
        list.swap(one, other);
        true
    };
    copy.sections.iter_mut().any(|section| first_list(&mut section.blocks, &swap)).then_some(copy)
}

/// The samples: folder of the project, dossier, document.
fn samples(examples: &Path) -> Vec<(PathBuf, String, String)> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut samples = Vec::new();
    for root in [own, examples] {
        for entry in walkdir::WalkDir::new(root.join("data")).sort_by_file_name() {
            let entry = entry.expect("the folder can be read");
            let path = entry.path();
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            if path.extension().is_some_and(|ending| ending == "yaml") && stem != "ho-so" {
                let dossier = path.parent().and_then(|folder| folder.file_name()).expect("a dossier");
                samples.push((root.to_owned(), dossier.to_string_lossy().into_owned(), stem.to_owned()));
            }
        }
    }
    samples
}

/// Tries every change on every sample.
pub fn report() -> Report {
    let examples = docs::project();
    let own = include_str!("../../../templates/nd30.yaml");
    let norm = Norm::of(&load::to_json("templates/nd30.yaml", own).expect("YAML")).expect("a whole profile");
    let mut report = Report::default();
    for (root, dossier, id) in samples(examples.root()) {
        let laid_out = laid_out(&root, &dossier, &id);
        let told = |blocks: &Blocks| {
            let mut findings = Findings::of_document(format!("data/{dossier}/{id}.yaml"));
            check::wording(&check::TextSubject::new(&laid_out.checked, blocks, &norm), &mut findings);
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            findings.iter().for_each(|finding| *counts.entry(finding.message.clone()).or_default() += 1);
            counts
        };
        let untouched = told(&laid_out.blocks);
        let mut tried = |group, said: String, blocks: &Blocks| {
            let told = told(blocks);
            let is_new =
                told.iter().any(|(said, count)| untouched.get(said).is_none_or(|known| known < count));
            let outcome = if is_new { Outcome::Caught } else { Outcome::Missed };
            report.add(group, &format!("{dossier}/{id}: {said}"), outcome);
        };
        for (group, what, change) in CHANGES {
            for nth in 0..PLACES {
                let Some((blocks, words)) =
                    changed(&laid_out.blocks, laid_out.checked.document(), *change, nth)
                else {
                    break;
                };
                let words: String = words.chars().take(60).collect();
                tried(group, format!("{what}: «{words}»"), &blocks);
            }
        }
        for component in DROPPED {
            if let Some(blocks) = dropped(&laid_out.blocks, component) {
                tried("bỏ thành phần", (*component).to_owned(), &blocks);
            }
        }
        for (first, second) in SWAPPED {
            if let Some(blocks) = swapped(&laid_out.blocks, first, second) {
                tried("đổi thứ tự", format!("{first} và {second}"), &blocks);
            }
        }
    }
    report
}
