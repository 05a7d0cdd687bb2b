//! The harness: a project in a folder of its own, the real program, and what it left behind.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet};
use serde_json::Value;
use tempfile::TempDir;

/// The shared facts of the sample dossier «mau».
pub const DOSSIER: &str = "\
co_quan: Ủy ban nhân dân huyện Tân Lập
viet_tat: UBND
dia_danh: Tân Lập
nam: 2024
hang_so:
  xa_ngheo: { gia_tri: 3, don_vi: xã, nguon: \"Nghị quyết số 5/NQ-HĐND\" }
bang:
  xa:
    tep: bang.xlsx
    trang: Biểu 1
    cot:
      ten: { tieu_de: Địa phương, kieu: dia_phuong }
      dau: { tieu_de: [Đầu năm, Số hộ], kieu: so_ho }
      ty_le_dau: { tieu_de: [Đầu năm, Tỷ lệ], kieu: phan_tram, le: 2, cua: dau }
      giam: { tieu_de: Chỉ tiêu giảm, kieu: so_ho }
      cuoi: { tieu_de: [Cuối năm, Số hộ], kieu: so_ho, cong_thuc: dau - giam }
      ty_le_cuoi: { tieu_de: [Cuối năm, Tỷ lệ], kieu: phan_tram, le: 2, cua: cuoi }
noi_nhan: [Ủy ban nhân dân các xã, \"Lưu: VT, LĐ\"]
nguoi_ky: { dong: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH], ho_ten: Nguyễn Văn An }
";

/// The sample's sheet: two groups of two communes, and a total; every sum and every rate fits.
pub const SHEET: &str = "
[Biểu 1]
| CHỈ TIÊU GIẢM NGHÈO | < | < | < | < | < | < |
| TT | Địa phương | Đầu năm | < | Chỉ tiêu giảm | Cuối năm | < |
| ^ | ^ | Số hộ | Tỷ lệ | ^ | Số hộ | Tỷ lệ |
| I | Khu vực đồng bằng | 300 | 5,00 | 90 | 210 | 3,50 |
| 1 | Xã An Bình | 100 | 5,00 | 40 | 60 | 3,00 |
| 2 | Xã An Hòa | 200 | 5,00 | 50 | 150 | 3,75 |
| II | Khu vực miền núi | 1700 | 12,14 | 500 | 1200 | 8,57 |
| 1 | Xã Yên Lạc | 1200 | 12,00 | 400 | 800 | 8,00 |
| 2 | Xã Yên Minh | 500 | 12,50 | 100 | 400 | 10,00 |
| | Toàn huyện | 2000 | 10,00 | 590 | 1410 | 7,05 |
| Ghi chú: theo kết quả rà soát cuối năm trước. | | | | | | |
";

pub const PLAN: &str = "\
loai: ke-hoach
so: 12
ngay: 15/3/2024
trich_yeu: Giảm nghèo năm {{ nam }}
can_cu:
  - { loai: Nghị định, so: 07/2021/NĐ-CP, co_quan: Chính phủ, ngay: 27/01/2021, trich_yeu: quy định chuẩn nghèo }
mo_dau: Ủy ban nhân dân huyện ban hành Kế hoạch như sau
noi_dung:
  - muc: Mục tiêu
    noi_dung:
      - doan: Giảm {{ xa.tong.giam }} hộ nghèo, còn {{ xa.tong.cuoi }} hộ, chiếm {{ xa.tong.ty_le_cuoi }}.
      - lap: xa
        noi_dung:
          - gach: \"{{ dong.ten }}: giảm {{ dong.giam }} hộ.\"
  - muc: Tổ chức thực hiện
    noi_dung:
      - doan: Ủy ban nhân dân các xã thực hiện Phụ lục kèm theo.
phu_luc:
  - tieu_de: Chỉ tiêu giảm nghèo năm {{ nam }}
    bang: xa
    cot: [ten, dau, ty_le_dau, giam, cuoi, ty_le_cuoi]
    don_vi_tinh: \"Đơn vị tính: hộ, %\"
    ghi_chu: Số liệu rà soát cuối năm trước
";

pub const REPORT: &str = "\
loai: bao-cao
so: 7
ngay: 20/3/2024
trich_yeu: Kết quả giảm nghèo
noi_dung:
  - doan: Toàn huyện có {{ hang_so.xa_ngheo | hai_so }} xã nghèo.
";

pub const OTHER_DOSSIER: &str = "\
co_quan: Ủy ban nhân dân xã An Bình
viet_tat: UBND
dia_danh: An Bình
nam: 2024
nguoi_ky: { dong: [CHỦ TỊCH] }
noi_nhan: [Các thôn, \"Lưu: VT\"]
";

pub const NOTICE: &str = "\
loai: thong-bao
trich_yeu: Lịch tiếp công dân
ngay: 02/01/2024
noi_dung:
  - doan: Ủy ban nhân dân xã tiếp công dân vào thứ Hai.
";

/// A project in a temporary folder.
pub struct Project {
    folder: TempDir,
}

/// What one run of the program said.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Project {
    /// An empty folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// Two dossiers: «mau» with a plan (one annex) and a report, «khac» with a notice; everything in order.
    pub fn sample() -> Self {
        Self::new()
            .with("data/mau/ho-so.yaml", DOSSIER)
            .with("data/mau/ke-hoach.yaml", PLAN)
            .with("data/mau/bao-cao.yaml", REPORT)
            .with("data/khac/ho-so.yaml", OTHER_DOSSIER)
            .with("data/khac/thong-bao.yaml", NOTICE)
            .with_workbook("data/mau/bang.xlsx", SHEET)
    }

    fn with(self, path: &str, text: &str) -> Self {
        self.file(path, text);
        self
    }

    fn with_workbook(self, path: &str, drawing: &str) -> Self {
        self.workbook(path, drawing);
        self
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file, as the clerk does.
    #[expect(clippy::disallowed_methods, reason = "the clerk writes files, whatever the program may do")]
    pub fn file(&self, path: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::write(path, content).expect("the file can be written");
        self
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn json(&self, path: &str) -> Value {
        serde_json::from_str(&self.read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn exists(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    pub fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        self
    }

    pub fn remove_folder(&self, path: &str) -> &Self {
        fs::remove_dir_all(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        self
    }

    /// Replaces the only occurrence of some words in a file.
    pub fn replace(&self, path: &str, old: &str, new: &str) -> &Self {
        let text = self.read(path);
        assert_eq!(text.matches(old).count(), 1, "«{old}» stands once in {path}");
        self.file(path, text.replace(old, new))
    }

    /// The plan with one replacement.
    pub fn plan(&self, old: &str, new: &str) -> &Self {
        self.replace("data/mau/ke-hoach.yaml", old, new)
    }

    /// The shared facts with one replacement.
    pub fn dossier(&self, old: &str, new: &str) -> &Self {
        self.replace("data/mau/ho-so.yaml", old, new)
    }

    /// The sheet with one replacement.
    pub fn sheet(&self, old: &str, new: &str) -> &Self {
        assert_eq!(SHEET.matches(old).count(), 1, "«{old}» stands once on the sheet");
        self.workbook("data/mau/bang.xlsx", &SHEET.replace(old, new))
    }

    /// The program's own template with one replacement, as the project's override.
    pub fn template(&self, path: &str, old: &str, new: &str) -> &Self {
        let own = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates").join(path))
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(own.matches(old).count(), 1, "«{old}» stands once in templates/{path}");
        self.file(&format!("templates/{path}"), own.replace(old, new))
    }

    /// Writes a workbook from a drawing: `[name]` begins a sheet, `| a | b |` is a row.
    ///
    /// `7,97` is a number, `\"7,97\"` is text, `#REF!` an error, `=A1+B1 → 5` a formula with its result (without one, a
    /// formula that was never calculated); `<` belongs to the cell on its left, `^` to the one above; nothing is blank.
    pub fn workbook(&self, path: &str, drawing: &str) -> &Self {
        let mut workbook = Workbook::new();
        // Without a date of its own the file would hold the present moment.
        let date = ExcelDateTime::from_ymd(2024, 1, 1).expect("a date");
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
        for part in drawing.split("\n[").map(str::trim).filter(|part| !part.is_empty()) {
            let (name, rows) = part.trim_start_matches('[').split_once(']').expect("a sheet has a [name]");
            let rows: Vec<Vec<&str>> = rows
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(|line| {
                    let inner = line.strip_prefix('|').and_then(|rest| rest.strip_suffix('|'));
                    inner
                        .unwrap_or_else(|| panic!("a row stands between bars: {line}"))
                        .split('|')
                        .map(str::trim)
                        .collect()
                })
                .collect();
            draw(workbook.add_worksheet().set_name(name).expect("a sheet's name"), &rows);
        }
        self.file(path, workbook.save_to_buffer().expect("a workbook"))
    }

    /// Runs the program in the project's folder.
    pub fn run<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Run {
        self.run_with(arguments, |_| {})
    }

    /// Runs the program after `prepare` has changed its environment.
    pub fn run_with<'a>(
        &self,
        arguments: impl IntoIterator<Item = &'a str>,
        prepare: impl FnOnce(&mut Command),
    ) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_duthao"));
        command.args(arguments).current_dir(self.root()).stdin(Stdio::null());
        prepare(&mut command);
        let output = command.output().expect("the program starts");
        Run {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }

    /// Builds everything, which must succeed.
    pub fn build(&self) -> Run {
        let run = self.run(["build"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        run
    }

    /// Every file under a folder with its bytes, by its path inside.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        files(&self.path(folder))
    }

    pub fn names(&self, folder: &str) -> Vec<String> {
        self.files(folder).into_keys().collect()
    }
}

/// A word to whoever runs the tests, e.g. why one is skipped.
#[expect(clippy::print_stderr, reason = "tests talk to standard error")]
pub fn say(words: &str) {
    eprintln!("{words}");
}

/// Every file under a folder with its bytes.
pub fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(root)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let inside =
                entry.path().strip_prefix(root).expect("it lies inside").to_string_lossy().into_owned();
            (inside, fs::read(entry.path()).expect("a file can be read"))
        })
        .collect()
}

impl Run {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}{}", self.stdout, self.stderr))
    }

    pub fn findings(&self) -> Vec<Value> {
        self.json().as_array().expect("an array of findings").clone()
    }

    /// The codes of the findings, in order.
    pub fn codes(&self) -> Vec<String> {
        self.findings().iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
    }
}

fn draw(sheet: &mut Worksheet, rows: &[Vec<&str>]) {
    let at = |row: usize, column: usize| rows.get(row).and_then(|cells| cells.get(column)).copied();
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !matches!(**text, "" | "<" | "^")) {
            let mut last_column = column;
            while at(row, last_column + 1) == Some("<") {
                last_column += 1;
            }
            let mut last_row = row;
            while at(last_row + 1, column) == Some("^") {
                last_row += 1;
            }
            let (first, last) =
                ((number(row), column_number(column)), (number(last_row), column_number(last_column)));
            if first != last {
                sheet
                    .merge_range(first.0, first.1, last.0, last.1, "", &Format::new())
                    .expect("a merged range");
            }
            write(sheet, first.0, first.1, text);
        }
    }
}

fn number(row: usize) -> u32 {
    u32::try_from(row).expect("a row")
}

fn column_number(column: usize) -> u16 {
    u16::try_from(column).expect("a column")
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, text: &str) {
    sheet.set_formula_result_default("");
    let quoted = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let double: Option<f64> = text.replace(',', ".").parse().ok().filter(|_| !text.contains('.'));
    let result = match (quoted, double, text) {
        (Some(quoted), ..) => sheet.write_string(row, column, quoted),
        (None, Some(double), _) => sheet.write_number(row, column, double),
        (None, None, text) if text.starts_with('#') && text.ends_with(['!', '?', 'A']) => {
            sheet.write_formula(row, column, Formula::new("=1/0").set_result(text))
        }
        (None, None, text) if text.starts_with('=') => match text.split_once('→') {
            Some((formula, value)) => {
                sheet.write_formula(row, column, Formula::new(formula.trim()).set_result(value.trim()))
            }
            None => sheet.write_formula(row, column, Formula::new(text)),
        },
        (None, None, text) => sheet.write_string(row, column, text),
    };
    result.expect("a cell can be written");
}
