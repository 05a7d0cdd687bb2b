//! `duthao inspect`: what it prints loads as it stands, whatever workbook it was printed for.

mod files;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::harness::{Project, Run, SHEET};

/// What a dossier needs beside its tables.
const SHARED: &str = "\
co_quan: Ủy ban nhân dân huyện Tân Lập
viet_tat: UBND
dia_danh: Tân Lập
nam: 2024
noi_nhan: [Các xã, \"Lưu: VT\"]
nguoi_ky: { dong: [CHỦ TỊCH] }
";

/// Inspects a drawn workbook; what is printed must load without any finding.
fn inspect(drawing: &str) -> Run {
    let project = Project::new();
    project.workbook("bang.xlsx", drawing);
    let run = project.run(["inspect", "bang.xlsx"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let bytes = fs::read(project.path("bang.xlsx")).expect("readable");
    assert_eq!(pasted("bang.xlsx", &bytes, &run.stdout), Vec::<Value>::new(), "{}", run.stdout);
    run
}

/// Pastes a block into a dossier beside its workbook and checks it.
fn pasted(file: &str, bytes: &[u8], block: &str) -> Vec<Value> {
    let project = Project::new();
    project.file(&format!("data/thu/{file}"), bytes);
    project.file("data/thu/ho-so.yaml", format!("{SHARED}{block}"));
    project.file("data/thu/thong-bao.yaml", crate::harness::NOTICE);
    project.run(["check", "--format", "json", "--quiet"]).findings()
}

/// Findings about keys, columns, or sheets: about the block, and not about the workbook's figures.
fn about_the_block(findings: &[Value]) -> Vec<&Value> {
    const OF_BLOCKS: [&str; 7] = ["XLS001", "XLS003", "XLS004", "XLS009", "XLS010", "XLS013", "XLS014"];
    let is_about = |finding: &&Value| {
        let code = finding["code"].as_str().unwrap_or_default();
        // Half a household is a fault of the workbook, whatever the block says.
        let is_half = finding["help"].as_str().is_some_and(|help| help.contains("số nguyên"));
        code.starts_with("KEY") || code.starts_with("YML") || OF_BLOCKS.contains(&code) && !is_half
    };
    findings.iter().filter(is_about).collect()
}

fn sample_workbooks() -> Vec<PathBuf> {
    const ENDINGS: [&str; 6] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found: Vec<PathBuf> = ["data", "tests/workbooks"]
        .iter()
        .flat_map(|folder| walkdir::WalkDir::new(root.join(folder)))
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known)))
        .collect();
    found.sort();
    found
}

#[test]
fn every_printed_block_loads_as_it_stands() {
    let somewhere = Project::new();
    let mut read = 0;
    for path in sample_workbooks() {
        let shown = path.display().to_string();
        let run = somewhere.run(["inspect", &shown, "--format", "json"]);
        if run.code == 1 {
            assert_eq!(run.json()["bang"], "", "{shown}");
            assert!(!run.json()["findings"].as_array().expect("findings").is_empty(), "{shown}");
            continue;
        }
        assert_eq!(run.code, 0, "{shown}: {}", run.stderr);
        let object = run.json();
        let block = object["bang"].as_str().expect("a text");
        let tables = object["tables"].as_array().expect("tables");
        let left_out = tables.iter().filter(|table| table["declared"] == false).count();
        assert_eq!(left_out, 0, "{shown}: {:#}", object["tables"]);
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        let findings = pasted(name, &fs::read(&path).expect("readable"), block);
        assert_eq!(about_the_block(&findings), Vec::<&Value>::new(), "{shown}:\n{block}");
        read += 1;
    }
    assert!(read >= 9, "the sample dossiers have nine workbooks");
}

#[test]
fn a_clerk_reads_what_was_understood() {
    let run = inspect(SHEET);
    insta::assert_snapshot!(run.stderr, @"
    bang.xlsx: Excel (.xlsx), 1 bảng

    Trang «Biểu 1»
      Bảng giam_ngheo (CHỈ TIÊU GIẢM NGHÈO), vùng A2:G10
        đầu bảng dòng 2-3; số thứ tự ở cột A
          B  Địa phương        ten         dia_phuong               cột tên đơn vị
          C  Đầu năm › Số hộ   dau         so_ho                    chữ «số hộ»
          D  Đầu năm › Tỷ lệ   ty_le_dau   phan_tram le 2 của dau   chữ «tỷ lệ»
          E  Chỉ tiêu giảm     giam        so_ho                    như cột C
          F  Cuối năm › Số hộ  cuoi        so_ho = dau - giam       chữ «số hộ»; công thức đúng ở mọi dòng
          G  Cuối năm › Tỷ lệ  ty_le_cuoi  phan_tram le 2 của cuoi  chữ «tỷ lệ»
        dòng: 4 đơn vị (Xã An Bình, Xã An Hòa, Xã Yên Lạc, …); 2 nhóm (I Khu vực đồng bằng, II Khu vực miền núi); 1 tổng (Toàn huyện)
        dưới bảng, không đọc: dòng 11 «Ghi chú: theo kết quả rà soát cuối năm trước.»

    dán khối bang: dưới đây vào ho-so.yaml, cạnh bảng tính; xem lại kieu của từng cột, rồi chạy: duthao check
    ");
    insta::assert_snapshot!(run.stdout, @"
    bang:
      # CHỈ TIÊU GIẢM NGHÈO; A2:G10
      giam_ngheo:
        tep: bang.xlsx
        trang: Biểu 1
        cot:
          ten:        { tieu_de: Địa phương, kieu: dia_phuong }
          dau:        { tieu_de: [Đầu năm, Số hộ], kieu: so_ho }
          ty_le_dau:  { tieu_de: [Đầu năm, Tỷ lệ], kieu: phan_tram, le: 2, cua: dau }
          giam:       { tieu_de: Chỉ tiêu giảm, kieu: so_ho }
          cuoi:       { tieu_de: [Cuối năm, Số hộ], kieu: so_ho, cong_thuc: dau - giam }
          ty_le_cuoi: { tieu_de: [Cuối năm, Tỷ lệ], kieu: phan_tram, le: 2, cua: cuoi }
    ");
}

#[test]
fn the_same_as_json() {
    let project = Project::new();
    project.workbook("bang.xlsx", SHEET);
    let object = project.run(["inspect", "bang.xlsx", "--format", "json"]).json();
    let table = &object["tables"][0];
    assert_eq!(
        (&table["name"], &table["sheet"], &table["range"], &table["head"]),
        (&json!("giam_ngheo"), &json!("Biểu 1"), &json!("A2:G10"), &json!({ "first": 2, "last": 3 }))
    );
    assert_eq!(table["rows"], json!({ "units": 4, "groups": 2, "parts": 0, "totals": 1 }));
    let rate = &table["columns"][2];
    assert_eq!(
        (&rate["letter"], &rate["kind"], &rate["le"], &rate["cua"]),
        (&json!("D"), &json!("phan_tram"), &json!(2), &json!("dau"))
    );
    let quiet = project.run(["inspect", "bang.xlsx", "--quiet"]);
    assert_eq!(
        (quiet.stdout.trim(), quiet.stderr.as_str()),
        (object["bang"].as_str().expect("a text").trim(), "")
    );
}

#[test]
fn headings_over_blanks_and_years_as_numbers() {
    let run = inspect(
        "
[Sheet1]
| Danh sách xã | | | | |
| Đơn vị tính: triệu đồng | | | | |
| Xã, phường | Đầu tư | | Hộ nghèo | |
| | 2023 | 2024 | 2023 | 2024 |
| Xã An Bình | 10,5 | 20 | 31 | 30 |
| Xã An Hòa | 11,5 | 21 | 28 | 27 |
",
    );
    insta::assert_snapshot!(run.stdout, @r#"
    bang:
      # Danh sách xã; A3:E6
      bang_1:
        tep: bang.xlsx
        trang: Sheet1
        cot:
          ten:         { tieu_de: "Xã, phường", kieu: dia_phuong }
          dau_tu_2023: { tieu_de: [Đầu tư, "2023"], kieu: tien, don_vi: triệu đồng }
          dau_tu_2024: { tieu_de: [Đầu tư, "2024"], kieu: tien, don_vi: triệu đồng }
          ngheo_2023:  { tieu_de: [Hộ nghèo, "2023"], kieu: so_ho }
          ngheo_2024:  { tieu_de: [Hộ nghèo, "2024"], kieu: so_ho }
    "#);
}

#[test]
fn tables_beside_and_below_each_other_are_told_apart() {
    let run = inspect(
        "
[Hai bảng]
| BIỂU A | | | | | | |
| TT | Xã | Số hộ | | TT | Xã | Số hộ |
| 1 | Xã An Bình | 10 | | 1 | Xã Yên Lạc | 40 |
| 2 | Xã An Hòa | 20 | | 2 | Xã Yên Minh | 50 |
| | Tổng cộng | 30 | | | Tổng cộng | 90 |
| | | | | | | |
| BIỂU B | | | | | | |
| TT | Xã | Số hộ | | | | |
| 1 | Xã Ia Đal | 1 | | | | |
| 2 | Xã Ia Dom | 2 | | | | |
",
    );
    insta::assert_snapshot!(run.stdout, @"
    bang:
      # BIỂU A; A2:C5
      hai_bang:
        tep: bang.xlsx
        trang: Hai bảng
        tu_dong: 2
        tu_cot: A
        cot:
          ten:   { tieu_de: Xã, kieu: dia_phuong }
          so_ho: { tieu_de: Số hộ, kieu: so_ho }

      # E2:G5
      hai_bang_2:
        tep: bang.xlsx
        trang: Hai bảng
        tu_dong: 2
        tu_cot: E
        cot:
          ten:   { tieu_de: Xã, kieu: dia_phuong }
          so_ho: { tieu_de: Số hộ, kieu: so_ho }

      # BIỂU B; A8:C10
      hai_bang_3:
        tep: bang.xlsx
        trang: Hai bảng
        cot:
          ten:   { tieu_de: Xã, kieu: dia_phuong }
          so_ho: { tieu_de: Số hộ, kieu: so_ho }
    ");
}

#[test]
fn a_table_far_down_the_sheet_is_found() {
    let rows = |first: u32, last: u32| {
        (first..=last).map(|row| format!("| {row} | Xã Tân {row} | {row} |\n")).collect::<String>()
    };
    let drawing = format!(
        "[Biểu 1]\n| TT | Xã | Số hộ |\n{}| TT | Đơn vị | Số hộ giảm |\n{}",
        rows(1, 100),
        rows(101, 120)
    );
    let run = inspect(&drawing);
    assert_eq!(run.stdout.matches("tep: bang.xlsx").count(), 2, "{}", run.stdout);
    assert!(run.stderr.contains("100 đơn vị") && run.stderr.contains("20 đơn vị"), "{}", run.stderr);
}

#[test]
fn every_heading_is_quoted_as_it_must_be() {
    let run = inspect(
        "
[Biểu # 1]
| TT | Xã: \"tên\" | - Số hộ | Tỷ lệ, % | {{ x }} (người) | Ghi chú # 1 |
| 1 | Xã An Bình | 10 | 7,5 | 4 | không |
| 2 | Xã An Hòa | 20 | 6,25 | 5 | có |
",
    );
    insta::assert_snapshot!(run.stdout, @r#"
    bang:
      # A1:F3
      bieu_1:
        tep: bang.xlsx
        trang: "Biểu # 1"
        cot:
          ten:     { tieu_de: "Xã: \"tên\"", kieu: dia_phuong }
          so_ho:   { tieu_de: "- Số hộ", kieu: so_ho }
          ty_le:   { tieu_de: "Tỷ lệ, %", kieu: phan_tram, le: 2 }
          x:       { tieu_de: "{{ x }} (người)", kieu: so_nguoi }
          ghi_chu: { tieu_de: "Ghi chú # 1", kieu: van_ban }
    "#);
}

#[test]
fn kinds_come_from_words_looks_and_values() {
    let run = inspect(
        "
[Biểu 1]
| TT | Mã | Tên xã | Nhân khẩu | Kinh phí (triệu đồng) | Ngày rà soát | Số hộ đạt | Số hộ không đạt | Tổng số hộ | Còn trống (kg) | Tỷ lệ |
| 1 | 101 | Xã An Bình | 120 | 1,5 | 15/3/2024 | 3 | 4 | 7 | | 42,857142857 |
| 2 | 102 | Xã An Hòa | 130 | 2,25 | 16/3/2024 | 5 | 1 | 6 | | 83,333333333 |
| 3 | 103 | Xã An Lạc | 140 | 3 | 17/3/2024 | 2 | 2 | 4 | | 50 |
",
    );
    insta::assert_snapshot!(run.stderr, @"
    bang.xlsx: Excel (.xlsx), 1 bảng

    Trang «Biểu 1»
      Bảng bieu_1, vùng A1:K4
        đầu bảng dòng 1; số thứ tự ở cột A
          B  Mã                     ma            van_ban                    mã, không cộng
          C  Tên xã                 ten           dia_phuong                 cột tên đơn vị
          D  Nhân khẩu              nhan_khau     so_nguoi                   chữ «nhân khẩu»
          E  Kinh phí (triệu đồng)  kinh_phi      tien triệu đồng            chữ «(triệu đồng)»
          F  Ngày rà soát           ngay_ra_soat  ngay                       ô là ngày
          G  Số hộ đạt              dat           so_ho                      chữ «số hộ»
          H  Số hộ không đạt        khong_dat     so_ho                      chữ «số hộ»
          I  Tổng số hộ             tong_ho       so_ho = dat + khong_dat    chữ «số hộ»; công thức đúng ở mọi dòng
          J  Còn trống (kg)         (con)         so_luong kg                chữ «(kg)»
          K  Tỷ lệ                  ty_le         phan_tram = dat / tong_ho  chữ «tỷ lệ»
        dòng: 3 đơn vị (Xã An Bình, Xã An Hòa, Xã An Lạc)
        ! cột J (con): cột trống, ghi trong khối bang sau dấu #
        ! cột K (ty_le): ô còn 9 chữ số lẻ chưa làm tròn: dùng ROUND(…; 2) trong bảng tính rồi thêm le: 2

    dán khối bang: dưới đây vào ho-so.yaml, cạnh bảng tính; xem lại kieu của từng cột, rồi chạy: duthao check
    ");
    insta::assert_snapshot!(run.stdout, @"
    bang:
      # A1:K4
      bieu_1:
        tep: bang.xlsx
        trang: Biểu 1
        cot:
          ma:           { tieu_de: Mã, kieu: van_ban }
          ten:          { tieu_de: Tên xã, kieu: dia_phuong }
          nhan_khau:    { tieu_de: Nhân khẩu, kieu: so_nguoi }
          kinh_phi:     { tieu_de: Kinh phí (triệu đồng), kieu: tien, don_vi: triệu đồng }
          ngay_ra_soat: { tieu_de: Ngày rà soát, kieu: ngay }
          dat:          { tieu_de: Số hộ đạt, kieu: so_ho }
          khong_dat:    { tieu_de: Số hộ không đạt, kieu: so_ho }
          tong_ho:      { tieu_de: Tổng số hộ, kieu: so_ho, cong_thuc: dat + khong_dat }
          # con:          { tieu_de: Còn trống (kg), kieu: so_luong, don_vi: kg }   # cột trống: bỏ dấu # đầu dòng khi đã có số
          ty_le:        { tieu_de: Tỷ lệ, kieu: phan_tram, cua: dat, tren: tong_ho }
    ");
}

#[test]
fn tu_cot_says_in_which_column_a_table_begins() {
    let project = Project::sample();
    project.dossier("    trang: Biểu 1\n", "    trang: Biểu 1\n    tu_cot: A\n");
    assert_eq!(project.run(["check", "--quiet"]).code, 0);
    project.dossier("tu_cot: A", "tu_cot: C");
    assert_eq!(project.run(["check", "--format", "json"]).codes()[0], "XLS004", "the names lie on the left");
    project.dossier("tu_cot: C", "tu_cot: 3");
    assert_eq!(project.run(["check", "--format", "json"]).codes()[0], "KEY004");
}
