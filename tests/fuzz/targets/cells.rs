//! A sheet as a clerk fills it: every column reads whatever stands in its cells, in columns of every kind. Nothing may
//! panic, and a number that was read has no more decimals than its column allows.

#![no_main]

use std::path::PathBuf;
use std::sync::OnceLock;

use duthao::load::{Project, dossier};
use duthao::model::table::Value;
use libfuzzer_sys::fuzz_target;

#[global_allocator]
static COUNTED: duthao_fuzz::Counted = duthao_fuzz::Counted;

const MOST_BYTES: usize = 64 << 20;

const DOSSIER: &str = "\
co_quan: Ủy ban nhân dân huyện Tân Lập
viet_tat: UBND
dia_danh: Tân Lập
nam: 2024
nguoi_ky: { dong: [CHỦ TỊCH] }
noi_nhan: [\"Lưu: VT\"]
bang:
  xa:
    tep: bang.csv
    cot:
      ten: { tieu_de: Xã, kieu: dia_phuong }
      ho: { tieu_de: Hộ, kieu: so_ho }
      luong: { tieu_de: Lượng, kieu: so_luong, le: 3 }
      tien: { tieu_de: Tiền, kieu: tien }
      phan_tram: { tieu_de: Phần trăm, kieu: phan_tram, le: 2 }
      ty_so: { tieu_de: Tỷ số, kieu: phan_tram, o: ty_so }
      diem: { tieu_de: Điểm, kieu: diem_phan_tram }
      ngay: { tieu_de: Ngày, kieu: ngay }
      chu: { tieu_de: Chữ, kieu: van_ban }
  chi_tieu:
    tep: bang.csv
    cot:
      ten: { tieu_de: Xã, kieu: chi_tieu }
      don_vi: { tieu_de: Chữ, kieu: don_vi_tinh }
      so: { tieu_de: Lượng, kieu: so_lieu }
";

/// The project's folder, on a disk of memory where there is one.
fn folder() -> &'static PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let shared = PathBuf::from("/dev/shm");
        let root = if shared.is_dir() { shared } else { std::env::temp_dir() };
        let folder = root.join(format!("duthao-fuzz-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("data/so")).expect("a folder");
        std::fs::write(folder.join("data/so/ho-so.yaml"), DOSSIER).expect("a file");
        folder
    })
}

// Every line is a row: its number, its name, and what stands in every other column of it.
fuzz_target!(|text: &str| {
    let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
    let mut csv = String::from("TT;Xã;Hộ;Lượng;Tiền;Phần trăm;Tỷ số;Điểm;Ngày;Chữ\n");
    for line in text.lines().take(12) {
        let mut cells = line.splitn(3, '|');
        let (number, name) = (cells.next().unwrap_or_default(), cells.next().unwrap_or("Xã An Bình"));
        let figure = quoted(cells.next().unwrap_or(number));
        csv.push_str(&format!("{};{}{}\n", quoted(number), quoted(name), format!(";{figure}").repeat(8)));
    }
    std::fs::write(folder().join("data/so/bang.csv"), csv).expect("a file");
    duthao_fuzz::within(MOST_BYTES, read);
});

fn read() {
    let loaded = dossier(&Project::new(folder()), "so");
    for table in loaded.dossier.tables.values() {
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let (Value::Number(number), Some(most)) = (cell, column.decimals) else { continue };
                assert!(number.normalize().scale() <= most, "{number} in {} of {}", column.id, row.name);
            }
        }
    }
    let findings = loaded.findings.into_sorted(&loaded.sources);
    assert!(findings.iter().all(|finding| !finding.message.is_empty()));
}
