//! What every stage takes of a document in a warm process: a two-page decision with an annex of 18 rows, and all samples.
//!
//! `cargo bench --bench stages` prints medians and their share of layout and PDF export, which no other stage can make
//! faster. `cargo bench --bench stages -- decision 200` makes the decision so often and prints nothing, for a profiler;
//! `samples 20` makes every sample. By hand, never in the gate.

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]
#![expect(clippy::float_arithmetic, reason = "shares of time")]

use std::path::Path;
use std::time::Duration;

use duthao::discover::{self, Job};
use duthao::load::Project;
use duthao::pipeline::{Order, Workshop};
use duthao::stopwatch::{Stage, Stopwatch, Timings};
use rust_xlsxwriter::{Workbook, XlsxError};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const ROUNDS: usize = 60;
const SAMPLE_ROUNDS: usize = 15;

fn main() {
    // One thread, as in a worker process.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    pool.expect("nobody has made a pool yet");
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    decision(folder.path()).expect("a workbook can be written");
    let arguments: Vec<String> = std::env::args().filter(|argument| argument != "--bench").collect();
    let often = |count: &String| count.parse::<usize>().expect("a number of rounds");
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [_, "decision", _] => {
            made(folder.path(), often(&arguments[2]));
        }
        [_, "samples", _] => {
            made(Path::new(ROOT), often(&arguments[2]));
        }
        _ => {
            print("two-page decision, annex of 18 rows", &made(folder.path(), ROUNDS));
            print("all samples", &made(Path::new(ROOT), SAMPLE_ROUNDS));
        }
    }
}

/// The times of every round, as a worker process spends them on the dossiers of a project.
fn made(root: &Path, rounds: usize) -> Vec<Timings> {
    let jobs = discover::jobs(root, root, &[]).expect("the dossiers are there").0;
    let mut workshop = Workshop::open(Project::new(root)).expect("the embedded templates are sound");
    let mut round = || {
        let mut timings = Timings::default();
        jobs.iter().for_each(|job| dossier(&mut workshop, job, &mut timings));
        timings
    };
    round();
    (0..rounds).map(|_| round()).collect()
}

fn dossier(workshop: &mut Workshop, job: &Job, timings: &mut Timings) {
    let order = Order { kinds: vec!["pdf".to_owned(), "xlsx".to_owned()], ..Order::default() };
    workshop.next_dossier();
    let mut watch = Stopwatch::start();
    let mut loaded = workshop.read(&job.dossier);
    watch.lap(Stage::Load);
    Workshop::check(&mut loaded);
    watch.lap(Stage::Content);
    workshop.meet(&mut loaded, &job.documents, &mut watch);
    timings.add(&watch.timings());
    for document in &job.documents {
        let outcome = workshop.document(&mut loaded, document, &order).expect("no fault");
        assert!(outcome.built.is_some(), "{}: {:?}", document.file, outcome.findings);
        timings.add(&outcome.timings);
    }
}

/// A line a stage: the median, and its share of layout and PDF export.
fn print(what: &str, rounds: &[Timings]) {
    let typesetting = |timings: &Timings| timings.of(Stage::Layout) + timings.of(Stage::Pdf);
    let base = median(rounds.iter().map(typesetting));
    let line = |name: &str, time: Duration| {
        let milliseconds = time.as_secs_f64() * 1000.0;
        println!(
            "  {name:<10} {milliseconds:>9.3} ms {:>6.1} %",
            100.0 * time.as_secs_f64() / base.as_secs_f64()
        );
    };
    println!("{what}, medians of {} rounds, share of layout and PDF", rounds.len());
    for stage in Stage::ALL {
        line(&format!("{stage:?}"), median(rounds.iter().map(|round| round.of(stage))));
    }
    let all_else = |timings: &Timings| timings.total() - typesetting(timings);
    let composing = |timings: &Timings| all_else(timings) - timings.of(Stage::Load);
    line("all else", median(rounds.iter().map(all_else)));
    line("… but load", median(rounds.iter().map(composing)));
    let of_all = |stages: &[Stage]| {
        let share = |round: &Timings| {
            let time: Duration = stages.iter().map(|stage| round.of(*stage)).sum();
            Duration::from_secs_f64(time.as_secs_f64() / round.total().as_secs_f64())
        };
        median(rounds.iter().map(share)).as_secs_f64() * 100.0
    };
    println!("  rules over figures: {:.2} % of all", of_all(&[Stage::Content, Stage::Agreement]));
    println!("  rules of the decree: {:.2} % of all", of_all(&[Stage::Wording, Stage::Form]));
}

fn median(times: impl Iterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.collect();
    times.sort();
    times[times.len() / 2]
}

const DOSSIER: &str = "\
co_quan: Ủy ban nhân dân tỉnh Trường Sơn
viet_tat: UBND
dia_danh: Trường Sơn
nam: 2024
bang:
  huyen:
    tep: chi-tieu.xlsx
    cot:
      ten: { tieu_de: Địa phương, kieu: dia_phuong }
      dau: { tieu_de: [Đầu năm, Số hộ], kieu: so_ho }
      ty_le_dau: { tieu_de: [Đầu năm, Tỷ lệ], kieu: phan_tram, le: 2, cua: dau }
      giam: { tieu_de: Chỉ tiêu giảm, kieu: so_ho }
      cuoi: { tieu_de: [Cuối năm, Số hộ], kieu: so_ho, cong_thuc: dau - giam }
      ty_le_cuoi: { tieu_de: [Cuối năm, Tỷ lệ], kieu: phan_tram, le: 2, cua: cuoi }
";

const DECISION: &str = "\
loai: quyet-dinh
so: 12
ngay: 15/3/2024
trich_yeu: Về việc giao chỉ tiêu giảm nghèo năm {{ nam }} cho các huyện trên địa bàn tỉnh
can_cu:
  - { loai: Luật, trich_yeu: Tổ chức chính quyền địa phương, ngay: 19/6/2015 }
  - { loai: Nghị định, so: 07/2021/NĐ-CP, co_quan: Chính phủ, ngay: 27/01/2021, trich_yeu: quy định chuẩn nghèo đa chiều giai đoạn 2021 - 2025 }
  - Theo đề nghị của Giám đốc Sở Lao động - Thương binh và Xã hội tại Tờ trình số 08/TTr-SLĐTBXH ngày 08 tháng 01 năm 2024
noi_dung:
  - dieu: \"Giao chỉ tiêu giảm nghèo năm {{ nam }} cho các huyện với tổng số hộ nghèo giảm là {{ huyen.tong.giam }} hộ (bằng chữ: {{ huyen.tong.giam | chu }} hộ), đưa tỷ lệ hộ nghèo từ {{ huyen.tong.ty_le_dau }} xuống {{ huyen.tong.ty_le_cuoi }}. Chỉ tiêu giao cho từng huyện nêu tại Phụ lục kèm theo Quyết định này.\"
  - dieu: Tổ chức thực hiện
    noi_dung:
      - khoan: Sở Lao động - Thương binh và Xã hội chủ trì, phối hợp với các sở, ngành, đơn vị liên quan hướng dẫn, kiểm tra, đôn đốc các địa phương triển khai các giải pháp hỗ trợ giảm nghèo để hoàn thành chỉ tiêu được giao.
      - khoan: Ủy ban nhân dân các huyện tập trung lãnh đạo, chỉ đạo và triển khai đồng bộ các giải pháp hỗ trợ giảm nghèo; riêng huyện Trà Bồng giảm {{ huyen.dong['Trà Bồng'].giam }} hộ.
  - dieu: Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Lao động - Thương binh và Xã hội, Chủ tịch Ủy ban nhân dân các huyện chịu trách nhiệm thi hành Quyết định này.
phu_luc:
  - tieu_de: Chỉ tiêu giảm nghèo năm {{ nam }}
    bang: huyen
    cot: [ten, dau, ty_le_dau, giam, cuoi, ty_le_cuoi]
noi_nhan: [Như Điều 3, Thường trực Tỉnh ủy, \"Lưu: VT, LĐ\"]
nguoi_ky: { dong: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH], ho_ten: Nguyễn Văn An }
";

/// A decision of one page with an annex of one: 18 districts, a total, seven printed columns.
#[expect(clippy::disallowed_methods, reason = "a bench writes the files that it reads")]
fn decision(root: &Path) -> Result<(), XlsxError> {
    const DISTRICTS: [&str; 18] = [
        "Trà Bồng",
        "Sơn Hà",
        "Ba Tơ",
        "Minh Long",
        "Nghĩa Hành",
        "Mộ Đức",
        "Tư Nghĩa",
        "Bình Sơn",
        "Lý Sơn",
        "Đắk Mil",
        "Tuy Đức",
        "Krông Nô",
        "Cư Jút",
        "Đắk Song",
        "Hiệp Đức",
        "Tiên Phước",
        "Nông Sơn",
        "Quế Sơn",
    ];
    const ROWS: u32 = DISTRICTS.len() as u32;
    let folder = root.join("data/tinh");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("ho-so.yaml"), DOSSIER)?;
    std::fs::write(folder.join("quyet-dinh.yaml"), DECISION)?;
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = rust_xlsxwriter::Format::new();
    sheet.merge_range(0, 2, 0, 3, "Đầu năm", &plain)?.merge_range(0, 5, 0, 6, "Cuối năm", &plain)?;
    for (column, title) in ["TT", "Địa phương", "", "", "Chỉ tiêu giảm"].into_iter().enumerate() {
        if !title.is_empty() {
            let column = u16::try_from(column).unwrap_or_default();
            sheet.merge_range(0, column, 1, column, title, &plain)?;
        }
    }
    for (column, title) in [(2, "Số hộ"), (3, "Tỷ lệ"), (5, "Số hộ"), (6, "Tỷ lệ")] {
        sheet.write(1, column, title)?;
    }
    let household = |row: u32| 10_000 + row * 1_000;
    let mut write = |at: u32, name: &str, all: u32, poor: u32, cut: u32| -> Result<(), XlsxError> {
        let rate = |count: u32| f64::from((count * 20_000 + all) / (2 * all)) / 100.0;
        sheet.write(at, 1, name)?.write(at, 2, poor)?.write(at, 3, rate(poor))?;
        sheet.write(at, 4, cut)?.write(at, 5, poor - cut)?.write(at, 6, rate(poor - cut))?;
        Ok(())
    };
    let (mut all, mut poor, mut cut) = (0, 0, 0);
    for row in 1..=ROWS {
        let own = (household(row), 700 + row * 37, 50 + row * 7);
        write(row + 1, &format!("Huyện {}", DISTRICTS[row as usize - 1]), own.0, own.1, own.2)?;
        (all, poor, cut) = (all + own.0, poor + own.1, cut + own.2);
    }
    write(ROWS + 2, "Toàn tỉnh", all, poor, cut)?;
    for row in 1..=ROWS {
        sheet.write(row + 1, 0, row)?;
    }
    workbook.save(folder.join("chi-tieu.xlsx"))
}
