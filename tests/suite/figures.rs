//! What is printed for ranges, indicators, parts, lists of names and an office's habits: text, annex and record.

use crate::annex;
use crate::harness::Project;
use crate::pages::laid_out;

/// A dossier «so» with one table «bang», and a report that prints the lines and the whole table.
pub fn project(columns: &str, sheet: &str, shared: &str, lines: &[&str]) -> Project {
    let project = Project::new();
    let indented: String = columns.trim().lines().map(|line| format!("      {}\n", line.trim())).collect();
    project.file(
        "data/so/ho-so.yaml",
        format!(
            "co_quan: Ủy ban nhân dân huyện Tân Lập\nviet_tat: UBND\ndia_danh: Tân Lập\nnam: 2024\n{shared}\
             nguoi_ky: {{ dong: [CHỦ TỊCH] }}\nbang:\n  bang:\n    tep: bang.xlsx\n    cot:\n{indented}\nnoi_nhan: [\"Lưu: VT\"]\n"
        ),
    );
    let lines: String = lines.iter().map(|line| format!("  - doan: \"{line}\"\n")).collect();
    project.file(
        "data/so/bao-cao.yaml",
        format!(
            "loai: bao-cao\nngay: 20/3/2024\ntrich_yeu: Chỉ tiêu\nnoi_dung:\n  - khoan: Theo Phụ lục.\n{lines}\
             phu_luc: [{{ tieu_de: Chỉ tiêu, bang: bang }}]\n"
        ),
    );
    project.workbook("data/so/bang.xlsx", &format!("[Biểu]\n{}", sheet.trim()));
    project
}

/// The paragraphs of the report, one a line.
pub fn text(project: &Project) -> String {
    let pages = laid_out(project.root(), "so", "bao-cao").into_pages();
    let lines = pages.printed.lines.iter().filter(|line| line.component == "doan");
    lines.map(|line| format!("{}\n", line.text.trim())).collect()
}

/// The rows of the annex's workbook from the table's head on.
pub fn table(project: &Project) -> String {
    project.build();
    let drawn = annex::drawn(&project.files("output/so")["bao-cao.xlsx"]);
    drawn.lines().skip(5).filter(|line| !line.starts_with("gộp")).map(|line| format!("{line}\n")).collect()
}

/// What `figures.json` says of the figures of the text: as printed, value, unit.
pub fn record(project: &Project) -> String {
    project.build();
    let rows = project.json("output/so/bao-cao.figures.json");
    let of_text = rows.as_array().expect("rows").iter().filter(|row| !row["value"].is_null());
    of_text.map(|row| format!("{} = {} ({})\n", row["text"], row["value"], row["unit"])).collect()
}

const PLACES: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
giam: { tieu_de: Giảm, kieu: so_ho }
ty_le: { tieu_de: Tỷ lệ, kieu: phan_tram }
diem: { tieu_de: Giảm tỷ lệ, kieu: diem_phan_tram }";

const RANGES: &str = "
| TT | Địa phương | Giảm | Tỷ lệ | Giảm tỷ lệ |
| 1 | Xã An Bình | 400 - 450 | 6-7% | 1,58 - 1,60 |
| 2 | Xã An Hòa | \"từ 550 đến 600\" | trên 20 | \"dưới 1,20%\" |
| 3 | Xã Yên Lạc | 40 | \"1,60\" | 2,5 |
| | Tổng cộng | 990–1.090 | 80% trở lên | 1 - 1,5 |";

#[test]
fn ranges_are_printed_in_the_words_of_the_cell() {
    let project = project(
        PLACES,
        RANGES,
        "",
        &[
            "Giảm {{ bang.dong['An Bình'].giam }}; {{ bang.dong['An Hòa'].giam }}; {{ bang.tong.giam }} hộ",
            "Còn {{ bang.dong['An Bình'].ty_le }}; {{ bang.dong['An Hòa'].ty_le }}; {{ bang.tong.ty_le }}; {{ bang.dong['Yên Lạc'].ty_le }}",
            "Điểm {{ bang.dong['An Bình'].diem }}; {{ bang.dong['An Hòa'].diem }}; {{ bang.tong.diem }}",
            "Lẻ {{ bang.dong['An Bình'].ty_le | le(1) }}; {{ bang.dong['An Hòa'].ty_le | le(1) }}",
            "Chữ {{ bang.dong['An Bình'].diem | chu }}; {{ bang.dong['An Hòa'].ty_le | chu }}; {{ bang.tong.ty_le | chu }}",
            "Hai số {{ bang.dong['An Bình'].ty_le | hai_so }}; {{ bang.tong.diem | hai_so }}",
        ],
    );
    insta::assert_snapshot!(text(&project), @"
    Giảm 400 - 450; từ 550 đến 600; 990 - 1.090 hộ
    Còn 6 - 7%; trên 20%; 80% trở lên; 1,60%
    Điểm 1,58 - 1,60%; dưới 1,20%; 1 - 1,5%
    Lẻ 6,0 - 7,0%; trên 20,0%
    Chữ từ một phẩy năm mươi tám đến một phẩy sáu mươi; trên hai mươi;
    tám mươi trở lên
    Hai số 06 - 07%; 1 - 1,5%./.
    ");
    insta::assert_snapshot!(table(&project), @"
    5 | «TT» | «Địa phương» | «Giảm» | «Tỷ lệ» | «Giảm tỷ lệ»
    6 | 1 | «Xã An Bình» | «400 - 450» | «6 - 7» | «1,58 - 1,60»
    7 | 2 | «Xã An Hòa» | «từ 550 đến 600» | «trên 20» | «dưới 1,20»
    8 | 3 | «Xã Yên Lạc» | 40 | 1,6 | 2,5
    9 |  | «Tổng cộng» | «990 - 1.090» | «80 trở lên» | «1 - 1,5»
    10 | «./.» |  |  |  |
    ");
    insta::assert_snapshot!(record(&project), @r#"
    "400 - 450" = {"max":"450","min":"400"} ("hộ")
    "từ 550 đến 600" = {"max":"600","min":"550"} ("hộ")
    "990 - 1.090" = {"max":"1090","min":"990"} ("hộ")
    "6 - 7%" = {"max":"7","min":"6"} ("%")
    "trên 20%" = {"max":null,"min":"20"} ("%")
    "80% trở lên" = {"max":null,"min":"80"} ("%")
    "1,60%" = "1.6" ("%")
    "1,58 - 1,60%" = {"max":"1.60","min":"1.58"} ("điểm %")
    "dưới 1,20%" = {"max":"1.20","min":null} ("điểm %")
    "1 - 1,5%" = {"max":"1.5","min":"1"} ("điểm %")
    "6,0 - 7,0%" = {"max":"7","min":"6"} ("%")
    "trên 20,0%" = {"max":null,"min":"20"} ("%")
    "từ một phẩy năm mươi tám đến một phẩy sáu mươi" = {"max":"1.60","min":"1.58"} ("điểm %")
    "trên hai mươi" = {"max":null,"min":"20"} ("%")
    "tám mươi trở lên" = {"max":null,"min":"80"} ("%")
    "06 - 07%" = {"max":"7","min":"6"} ("%")
    "1 - 1,5%" = {"max":"1.5","min":"1"} ("điểm %")
    "#);
}

#[test]
fn without_a_total_row_ranges_are_added_end_by_end() {
    let rows = RANGES.lines().filter(|line| !line.contains("Tổng cộng")).collect::<Vec<_>>().join("\n");
    let project = project(PLACES, &rows, "", &["Giảm {{ bang.tong.giam }} hộ"]);
    insta::assert_snapshot!(text(&project), @"Giảm 990 - 1.090 hộ./.");
    insta::assert_snapshot!(record(&project), @r#""990 - 1.090" = {"max":"1090","min":"990"} ("hộ")"#);
}

const INDICATORS: &str = "
ten: { tieu_de: Chỉ tiêu, kieu: chi_tieu }
dvt: { tieu_de: Đơn vị tính, kieu: don_vi_tinh }
nam_nay: { tieu_de: Năm 2024, kieu: so_lieu }
ghi_chu: { tieu_de: Ghi chú, kieu: van_ban }";

#[test]
fn indicators_have_the_unit_of_their_row() {
    let sheet = "
| TT | Chỉ tiêu | Đơn vị tính | Năm 2024 | Ghi chú |
| I | Giảm nghèo | | | |
| 1 | Mức giảm tỷ lệ hộ nghèo | % | 1,58 - 1,60 | |
| 2 | Mức giảm ở huyện miền núi | % | \"6-7%\" | 6,5 |
| II | Hỗ trợ | | | |
| 1 | Mô hình giảm nghèo | mô hình | trên 20 | |
| 1.1 | Mô hình chăn nuôi | mô hình | \"12\" | |
| 2 | Người lao động được hỗ trợ | % | \"80%\" | Đạt |
| - | Trong đó: người nghèo | | 100 | |
| 3 | Tỷ lệ giảm bình quân | điểm % | 1,5 | |";
    let project = project(
        INDICATORS,
        sheet,
        "",
        &[
            "Tỉnh {{ bang.dong['Mức giảm tỷ lệ hộ nghèo'].nam_nay }}, miền núi {{ bang.dong['Mức giảm ở huyện miền núi'].nam_nay }}",
            "{{ bang.nhom['1'].nam_nay }} mô hình; {{ bang.dong['Mô hình chăn nuôi'].nam_nay }} {{ bang.dong['Mô hình chăn nuôi'].dvt }}",
            "Hỗ trợ {{ bang.dong['Người lao động được hỗ trợ'].nam_nay }}, người nghèo {{ bang.dong['Người lao động được hỗ trợ'].trong_do.nam_nay }}",
            "Bình quân {{ bang.dong['Tỷ lệ giảm bình quân'].nam_nay }}",
        ],
    );
    insta::assert_snapshot!(text(&project), @r"
    Tỉnh 1,58 - 1,60%, miền núi 6 - 7%
    trên 20 mô hình; 12 mô hình
    Hỗ trợ 80%, người nghèo 100%
    Bình quân 1,5%./.
    ");
    insta::assert_snapshot!(table(&project), @"
    5 | «TT» | «Chỉ tiêu» | «Đơn vị tính» | «Năm 2024» | «Ghi chú»
    6 | «I» | «Giảm nghèo» |  |  |
    7 | 1 | «Mức giảm tỷ lệ hộ nghèo» | «%» | «1,58 - 1,60» |
    8 | 2 | «Mức giảm ở huyện miền núi» | «%» | «6 - 7» | «6,5»
    9 | «II» | «Hỗ trợ» |  |  |
    10 | 1 | «Mô hình giảm nghèo» | «mô hình» | «trên 20» |
    11 | «1.1» | «Mô hình chăn nuôi» | «mô hình» | 12 |
    12 | 2 | «Người lao động được hỗ trợ» | «%» | 80 | «Đạt»
    13 | «-» | «Trong đó: người nghèo» |  | 100 |
    14 | 3 | «Tỷ lệ giảm bình quân» | «điểm %» | 1,5 |
    15 | «./.» |  |  |  |
    ");
    insta::assert_snapshot!(record(&project), @r#"
    "1,58 - 1,60%" = {"max":"1.60","min":"1.58"} ("%")
    "6 - 7%" = {"max":"7","min":"6"} ("%")
    "trên 20" = {"max":null,"min":"20"} ("mô hình")
    "12" = "12" ("mô hình")
    "80%" = "80" ("%")
    "100%" = "100" ("%")
    "1,5%" = "1.5" ("điểm %")
    "#);
}

const WITH_PARTS: &str = "
| TT | Địa phương | Giảm | Tỷ lệ | Giảm tỷ lệ |
| I | Vùng cao | 90 | 9 | 1 |
| | Trong đó: Hộ DTTS | 60 | 6 | 1 |
| 1 | Xã An Bình | 40 | 8 | 1 |
| | - Hộ DTTS | 30 | 6 | 1 |
| | - Hộ có người khuyết tật | 5 | 1 | 1 |
| 2 | Xã An Hòa | 50 | 10 | 1 |
| | - Hộ DTTS | 30 | 6 | 1 |
| | Tổng cộng | 90 | 9 | 1 |
| | Trong đó: | | | |
| | - hộ DTTS | 60 | 6 | 1 |
| | - Số liệu tính đến ngày 31/12 | | | |";

#[test]
fn parts_stand_under_their_rows_and_are_never_added() {
    let project = project(
        PLACES,
        WITH_PARTS,
        "",
        &[
            "Giảm {{ bang.tong.giam }} hộ, trong đó {{ bang.tong.trong_do.giam }} hộ DTTS",
            "Vùng cao {{ bang.nhom['I'].trong_do.giam }}, tỷ lệ {{ bang.nhom['I'].trong_do.ty_le }}",
            "An Bình {{ bang.dong['An Bình'].trong_do['Hộ DTTS'].giam }} và {{ bang.dong['An Bình'].trong_do['hộ có người khuyết tật'].giam }}",
            "Các xã: {{ bang.cac_ten }}",
        ],
    );
    project.replace(
        "data/so/bao-cao.yaml",
        "phu_luc:",
        "  - lap: bang\n    noi_dung:\n      - doan: \"{{ dong.ten }}: {{ dong.giam }}, DTTS {{ dong.trong_do['Hộ DTTS'].giam }}\"\nphu_luc:",
    );
    insta::assert_snapshot!(text(&project), @"
    Giảm 90 hộ, trong đó 60 hộ DTTS
    Vùng cao 60, tỷ lệ 6%
    An Bình 30 và 5
    Các xã: An Bình và An Hòa
    Xã An Bình: 40, DTTS 30
    Xã An Hòa: 50, DTTS 30./.
    ");
    insta::assert_snapshot!(table(&project), @"
    5 | «TT» | «Địa phương» | «Giảm» | «Tỷ lệ» | «Giảm tỷ lệ»
    6 | «I» | «Vùng cao» | =SUM(C8,C11) → 90 | 9 | 1
    7 |  | «Trong đó: Hộ DTTS» | 60 | 6 | 1
    8 | 1 | «Xã An Bình» | 40 | 8 | 1
    9 |  | «- Hộ DTTS» | 30 | 6 | 1
    10 |  | «- Hộ có người khuyết tật» | 5 | 1 | 1
    11 | 2 | «Xã An Hòa» | 50 | 10 | 1
    12 |  | «- Hộ DTTS» | 30 | 6 | 1
    13 |  | «Tổng cộng» | =SUM(C6) → 90 | 9 | 1
    14 |  | «Trong đó:» |  |  |
    15 |  | «- hộ DTTS» | 60 | 6 | 1
    16 | «./.» |  |  |  |
    ");
}

#[test]
fn part_rows_are_part_in_the_blocks() {
    let project = project(PLACES, WITH_PARTS, "", &["Các xã"]);
    let blocks = laid_out(project.root(), "so", "bao-cao").blocks;
    let json = serde_json::to_string(&blocks).expect("JSON");
    assert_eq!(json.matches("\"kind\":\"part\"").count(), 6, "{json}");
}

#[test]
fn counts_take_a_zero_where_the_column_says_so() {
    let columns = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
giam: { tieu_de: Giảm, kieu: so_ho, hai_so: co }
tang: { tieu_de: Tăng, kieu: so_ho, hai_so: khong }
nua: { tieu_de: Nửa, kieu: so_luong, hai_so: co }";
    let sheet = "
| Địa phương | Giảm | Tăng | Nửa |
| Phường Minh Long | 3 | 3 | 2,5 |
| Phường Thành Tâm | 0 | 0 | 3 |
| Xã Minh Lập | 1200 | 4 - 5 | 1,5 - 3 |
| Xã Quang Minh | 2 - 9 | 12 | 0 |";
    let project = project(
        columns,
        sheet,
        "",
        &[
            "Giảm {{ bang.dong['Minh Long'].giam }}; {{ bang.dong['Thành Tâm'].giam }}; {{ bang.dong['Minh Lập'].giam }}; {{ bang.dong['Quang Minh'].giam }}",
            "Nửa {{ bang.dong['Minh Long'].nua }}; {{ bang.dong['Thành Tâm'].nua }}; {{ bang.dong['Minh Lập'].nua }}",
        ],
    );
    insta::assert_snapshot!(text(&project), @r"
    Giảm 03; 0; 1.200; 02 - 09
    Nửa 2,5; 03; 1,5 - 3./.
    ");
    project.build();
    let rows = project.json("output/so/bao-cao.figures.json");
    let of_annex = rows.as_array().expect("rows").iter().filter(|row| row["value"].is_null());
    let printed: Vec<String> =
        of_annex.map(|row| row["text"].as_str().expect("text").replace('\n', " | ")).collect();
    insta::assert_snapshot!(printed.join("\n"), @r"
    03 | 0 | 1.200 | 02 - 09
    3 | 0 | 4 - 5 | 12
    2,5 | 03 | 1,5 - 3 | 0
    ");
}

const NAMES: &str = "
| TT | Địa phương | Giảm | Tỷ lệ | Giảm tỷ lệ |
| I | Thành thị | 3 | 1 | 1 |
| 1 | Phường 10 | 1 | 1 | 1 |
| 2 | Phường 2 | 2 | 1 | 1 |
| II | Nông thôn | 6 | 1 | 1 |
| 1 | Xã Đắk Ơ | 1 | 1 | 1 |
| 2 | Xã Bù Gia Mập | 2 | 1 | 1 |
| 3 | Xã Ấn Độ | 3 | 1 | 1 |
| III | Hải đảo | 5 | 1 | 1 |
| 1 | Đặc khu Lý Sơn | 5 | 1 | 1 |";

#[test]
fn names_are_listed_in_the_sheets_order_or_in_the_alphabets() {
    let project = project(
        PLACES,
        NAMES,
        "",
        &[
            "{{ bang.cac_ten }}",
            "{{ bang.cac_ten | sap_xep }}",
            "{{ bang.nhom['I'].cac_ten }}; {{ bang.nhom['I'].cac_ten | sap_xep }}; {{ bang.nhom['III'].cac_ten }}",
        ],
    );
    insta::assert_snapshot!(text(&project), @"
    Phường 10, Phường 2, xã Đắk Ơ, xã Bù Gia Mập, xã Ấn Độ và đặc khu Lý
    Sơn
    đặc khu Lý Sơn, Phường 2, Phường 10, xã Ấn Độ, xã Bù Gia Mập và xã Đắk
    Ơ
    Phường 10 và Phường 2; Phường 2 và Phường 10; Lý Sơn./.
    ");
}

const HABITS: &str = "
ten: { tieu_de: Địa phương, kieu: dia_phuong }
giam: { tieu_de: Giảm, kieu: so_luong }
diem: { tieu_de: Giảm tỷ lệ, kieu: diem_phan_tram }
han: { tieu_de: Thời hạn, kieu: ngay }";

const HABIT_LINES: [&str; 4] = [
    "{{ bang.dong['An Bình'].giam | chu }}; {{ bang.dong['An Hòa'].giam | chu }}",
    "{{ bang.dong['An Bình'].diem }}; {{ bang.dong['An Hòa'].diem }}; {{ bang.dong['An Hòa'].diem | le(2) }}",
    "{{ bang.dong['An Bình'].han }}",
    "{{ bang.dong['An Hòa'].diem | chu }}",
];

const HABIT_SHEET: &str = "
| Địa phương | Giảm | Giảm tỷ lệ | Thời hạn |
| Xã An Bình | 1005000024 | 2,2 | \"8/3/2024\" |
| Xã An Hòa | 2104 | 6-7 | \"16/7/2024\" |";

fn habits(shared: &str, own: &str) -> String {
    let project = project(HABITS, HABIT_SHEET, shared, &HABIT_LINES);
    let basis = "can_cu: [{ loai: Quyết định, so: 24/2021/QĐ-TTg, co_quan: Thủ tướng Chính phủ, ngay: 16/7/2021, trich_yeu: về rà soát }]\nnoi_dung:";
    project.replace("data/so/bao-cao.yaml", "noi_dung:", &format!("{own}{basis}"));
    let pages = laid_out(project.root(), "so", "bao-cao").into_pages();
    let basis = crate::pages::words(&pages, "can_cu");
    project.build();
    let rows = project.json("output/so/bao-cao.figures.json");
    let is_rates = |row: &&serde_json::Value| row["annex"].is_string() && row["unit"].is_string();
    let rates = rows.as_array().expect("rows").iter().rfind(is_rates).expect("the annex's column of rates");
    let annex = rates["text"].clone();
    format!("{basis}\n{}{annex}\n", text(&project))
}

#[test]
fn figures_are_written_by_the_offices_habits() {
    insta::assert_snapshot!(habits("", ""), @r#"
    Căn cứ Quyết định số 24/2021/QĐ-TTg ngày 16 tháng 7 năm 2021 của Thủ tướng Chính phủ về rà soát.
    một tỷ không trăm linh năm triệu không trăm hai mươi tư; hai nghìn một trăm
    linh bốn
    2,2%; 6 - 7%; 6,00 - 7,00%
    08/3/2024
    từ sáu đến bảy./.
    "2,2\n6 - 7"
    "#);
    insta::assert_snapshot!(habits(
        "thoi_quen: { linh: le, nghin: ngan, tu: bon, ty: ti, ngay_ngan: du-so, ngay_can_cu: ngan, diem: diem-phan-tram, khoang: lien }\n",
        ""
    ), @r#"
    Căn cứ Quyết định số 24/2021/QĐ-TTg ngày 16/07/2021 của Thủ tướng Chính phủ về rà soát.
    một tỉ không trăm lẻ năm triệu không trăm hai mươi bốn; hai ngàn một trăm
    lẻ bốn
    2,2 điểm %; 6-7 điểm %; 6,00-7,00 điểm %
    08/03/2024
    từ sáu đến bảy./.
    "2,2\n6-7"
    "#);
}

#[test]
fn a_documents_habit_stands_over_the_dossiers_key_by_key() {
    insta::assert_snapshot!(habits(
        "thoi_quen: { linh: le, nghin: ngan, khoang: lien, ngay_can_cu: ngan }\n",
        "thoi_quen: { nghin: nghin, diem: diem-phan-tram }\n"
    ), @r#"
    Căn cứ Quyết định số 24/2021/QĐ-TTg ngày 16/7/2021 của Thủ tướng Chính phủ về rà soát.
    một tỷ không trăm lẻ năm triệu không trăm hai mươi tư; hai nghìn một trăm lẻ
    bốn
    2,2 điểm %; 6-7 điểm %; 6,00-7,00 điểm %
    08/3/2024
    từ sáu đến bảy./.
    "2,2\n6-7"
    "#);
}
