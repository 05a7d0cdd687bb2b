//! `duthao collect`: annex workbooks that the units have filled in, merged into a new workbook of the table.

use crate::annex::drawn;
use crate::harness::{DOSSIER, PLAN, Project, SHEET};
use crate::returns::{NOTICE, Typed, sent, sent_to_all, typed};

fn new_workbook(project: &Project) -> String {
    drawn(&std::fs::read(project.path("moi.xlsx")).expect("it was written"))
}

#[test]
fn what_the_communes_filled_in_becomes_a_new_table() {
    let project = sent();
    let before = project.files("data");
    project.returned("thong-bao/xa-an-binh.xlsx", "thu/an-binh.xlsx", &[("D7", Typed::Number("45"))]);
    project.returned("thong-bao/xa-an-hoa.xlsx", "thu/an-hoa.xlsx", &[]);
    project.returned("thong-bao/xa-yen-minh.xlsx", "thu/yen-minh.xlsx", &[("D7", Typed::Number("97"))]);
    let run = project.collect();
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    insta::assert_snapshot!(run.stdout, @"
    Nhận được 3/4 đơn vị, 2 ô thay đổi
    Chưa có số thu về: Xã Yên Lạc

    Cột            Chỉ tiêu  Tổng thu về  Chênh lệch
    Chỉ tiêu giảm  590       592          +2
    (đơn vị chưa có số thu về tính theo số đã gửi đi)

    Đơn vị       Cột            Đã gửi  Thu về  Ở
    Xã An Bình   Chỉ tiêu giảm  40      45      an-binh.xlsx Phụ lục!D7
    Xã Yên Minh  Chỉ tiêu giảm  100     97      yen-minh.xlsx Phụ lục!D7

    Đã ghi moi.xlsx; data/mau/bang.xlsx vẫn như cũ
    ");
    insta::assert_snapshot!(new_workbook(&project), @"
    [Biểu 1]
    1 | «CHỈ TIÊU GIẢM NGHÈO» |  |  |  |  |  |
    2 | «TT» | «Địa phương» | «Đầu năm» |  | «Chỉ tiêu giảm» | «Cuối năm» |
    3 |  |  | «Số hộ» | «Tỷ lệ» |  | «Số hộ» | «Tỷ lệ»
    4 | «I» | «Khu vực đồng bằng» | =SUM(C5:C6) → 300 | 5 | =SUM(E5:E6) → 95 | =SUM(F5:F6) → 205 | 3,5
    5 | 1 | «Xã An Bình» | 100 | 5 | 45 | =C5-E5 → 55 | 3
    6 | 2 | «Xã An Hòa» | 200 | 5 | 50 | =C6-E6 → 150 | 3,75
    7 | «II» | «Khu vực miền núi» | =SUM(C8:C9) → 1700 | 12,14 | =SUM(E8:E9) → 497 | =SUM(F8:F9) → 1203 | 8,57
    8 | 1 | «Xã Yên Lạc» | 1200 | 12 | 400 | =C8-E8 → 800 | 8
    9 | 2 | «Xã Yên Minh» | 500 | 12,5 | 97 | =C9-E9 → 403 | 10
    10 |  | «Toàn huyện» | =SUM(C4,C7) → 2000 | 10 | =SUM(E4,E7) → 592 | =SUM(F4,F7) → 1408 | 7,05
    11 | «Ghi chú: theo kết quả rà soát cuối năm trước.» |  |  |  |  |  |
    gộp: A1:G1 A2:A3 B2:B3 C2:D2 E2:E3 F2:G2
    [Thu về]
    1 | «Nhận được 3/4 đơn vị, 2 ô thay đổi» |  |  |  |  |
    2 |  |  |  |  |  |
    3 | «Tổng các đơn vị so với chỉ tiêu của hồ sơ» |  |  |  |  |
    4 | «Cột» | «Bảng» | «Chỉ tiêu» | «Tổng thu về» | «Chênh lệch» |
    5 | «Chỉ tiêu giảm» | «xa» | 590 | 592 | 2 |
    6 | «(đơn vị chưa có số thu về tính theo số đã gửi đi)» |  |  |  |  |
    7 |  |  |  |  |  |
    8 | «Các ô thay đổi: 2» |  |  |  |  |
    9 | «Đơn vị» | «Cột» | «Đã gửi» | «Thu về» | «Tệp thu về» | «Ô»
    10 | «Xã An Bình» | «Chỉ tiêu giảm» | «40» | «45» | «an-binh.xlsx» | «D7»
    11 | «Xã Yên Minh» | «Chỉ tiêu giảm» | «100» | «97» | «yen-minh.xlsx» | «D7»
    12 |  |  |  |  |  |
    13 | «Đơn vị chưa có số thu về: 1» |  |  |  |  |
    14 | «Xã Yên Lạc» |  |  |  |  |
    gộp:
    ");
    assert_eq!(project.files("data"), before, "the dossier's own files stay as they are");
}

#[test]
fn one_annex_sent_to_all_is_filled_in_row_by_row() {
    let project = sent_to_all();
    project.returned("ke-hoach.xlsx", "thu/a.xlsx", &[("E9", Typed::Number("35"))]);
    project.returned(
        "ke-hoach.xlsx",
        "thu/b.xlsx",
        &[("E12", Typed::Number("410")), ("E13", Typed::Number("110"))],
    );
    let run = project.collect();
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    insta::assert_snapshot!(run.stdout, @"
    Nhận được 3/4 đơn vị, 3 ô thay đổi
    Chưa có số thu về: Xã An Hòa

    Cột            Chỉ tiêu  Tổng thu về  Chênh lệch
    Chỉ tiêu giảm  590       605          +15
    (đơn vị chưa có số thu về tính theo số đã gửi đi)

    Đơn vị       Cột            Đã gửi  Thu về  Ở
    Xã An Bình   Chỉ tiêu giảm  40      35      a.xlsx Phụ lục!E9
    Xã Yên Lạc   Chỉ tiêu giảm  400     410     b.xlsx Phụ lục!E12
    Xã Yên Minh  Chỉ tiêu giảm  100     110     b.xlsx Phụ lục!E13

    Đã ghi moi.xlsx; data/mau/bang.xlsx vẫn như cũ
    ");
}

#[test]
fn the_new_workbook_takes_the_place_of_the_old_one() {
    let project = sent_to_all();
    project.returned("ke-hoach.xlsx", "thu/a.xlsx", &[("E9", Typed::Number("35"))]);
    assert_eq!(project.collect().code, 0);
    let new = std::fs::read(project.path("moi.xlsx")).expect("it was written");
    project.file("data/mau/bang.xlsx", &new);
    // The list of differences beside the table is no table.
    project.dossier("    trang: Biểu 1\n", "");
    let run = project.run(["build", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let annex = drawn(&project.files("output/mau")["ke-hoach.xlsx"]);
    let rows: Vec<&str> =
        annex.lines().filter(|line| line.contains("An Bình") || line.contains("Toàn huyện")).collect();
    insta::assert_snapshot!(rows.join("\n"), @"
    9 | 1 | «Xã An Bình» | 100 | 5 | 35 | =C9-E9 → 65 | 3
    14 |  | «Toàn huyện» | =SUM(C8,C11) → 2000 | 10 | =SUM(E8,E11) → 585 | =SUM(F8,F11) → 1415 | 7,05
    ");
}

#[test]
fn ratios_and_undeclared_columns_stay_as_they_are() {
    let project = Project::sample();
    let dossier = DOSSIER.replace("le: 2, cua: dau }", "le: 2, cua: dau, o: ty_so }");
    project
        .file("data/mau/ho-so.yaml", dossier.replace("le: 2, cua: cuoi }", "le: 2, cua: cuoi, o: ty_so }"));
    let mut sheet = SHEET
        .replace("Cuối năm | < |\n", "Cuối năm | < | Cán bộ |\n")
        .replace("| ^ | Số hộ | Tỷ lệ |\n", "| ^ | Số hộ | Tỷ lệ | ^ |\n");
    for rate in ["5,00", "3,50", "3,00", "3,75", "12,14", "8,57", "12,00", "8,00", "12,50", "10,00", "7,05"] {
        let ratio = format!("0,{:0>4}", rate.replace(',', ""));
        sheet = sheet.replace(&format!("| {rate} |"), &format!("| {ratio} |"));
    }
    sheet = sheet.replace("| 60 | 0,0300 |", "| 60 | 0,0300 | Lan |");
    project.workbook("data/mau/bang.xlsx", &sheet);
    project.file(
        "data/mau/ke-hoach.yaml",
        PLAN.replace("    bang: xa\n", "    bang: xa\n    bang_tinh: { mo: [giam] }\n"),
    );
    project.build();
    let figures = project.read("output/mau/ke-hoach.figures.json");
    project.returned("ke-hoach.xlsx", "thu/a.xlsx", &[("E9", Typed::Number("41"))]);
    assert_eq!(project.collect().code, 0);
    insta::assert_snapshot!(new_workbook(&project).split("[Thu về]").next().unwrap_or_default(), @"
    [Biểu 1]
    1 | «CHỈ TIÊU GIẢM NGHÈO» |  |  |  |  |  |  |
    2 | «TT» | «Địa phương» | «Đầu năm» |  | «Chỉ tiêu giảm» | «Cuối năm» |  | «Cán bộ»
    3 |  |  | «Số hộ» | «Tỷ lệ» |  | «Số hộ» | «Tỷ lệ» |
    4 | «I» | «Khu vực đồng bằng» | =SUM(C5:C6) → 300 | 0,05 | =SUM(E5:E6) → 91 | =SUM(F5:F6) → 209 | 0,035 |
    5 | 1 | «Xã An Bình» | 100 | 0,05 | 41 | =C5-E5 → 59 | 0,03 | «Lan»
    6 | 2 | «Xã An Hòa» | 200 | 0,05 | 50 | =C6-E6 → 150 | 0,0375 |
    7 | «II» | «Khu vực miền núi» | =SUM(C8:C9) → 1700 | 0,1214 | =SUM(E8:E9) → 500 | =SUM(F8:F9) → 1200 | 0,0857 |
    8 | 1 | «Xã Yên Lạc» | 1200 | 0,12 | 400 | =C8-E8 → 800 | 0,08 |
    9 | 2 | «Xã Yên Minh» | 500 | 0,125 | 100 | =C9-E9 → 400 | 0,1 |
    10 |  | «Toàn huyện» | =SUM(C4,C7) → 2000 | 0,1 | =SUM(E4,E7) → 591 | =SUM(F4,F7) → 1409 | 0,0705 |
    11 | «Ghi chú: theo kết quả rà soát cuối năm trước.» |  |  |  |  |  |  |
    gộp: A1:G1 A2:A3 B2:B3 C2:D2 E2:E3 F2:G2 H2:H3
    ");
    // Back again, and the new table is the old one.
    let new = std::fs::read(project.path("moi.xlsx")).expect("it was written");
    project.file(
        "data/mau/bang.xlsx",
        typed(
            &new,
            &[
                ("E5", Typed::Number("40")),
                ("F5", Typed::Number("60")),
                ("E4", Typed::Number("90")),
                ("F4", Typed::Number("210")),
                ("E10", Typed::Number("590")),
                ("F10", Typed::Number("1410")),
            ],
        ),
    );
    let run = project.run(["build", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(project.read("output/mau/ke-hoach.figures.json"), figures);
}

#[test]
fn a_commune_that_gets_the_whole_table_fills_in_its_own_row() {
    let project = Project::new();
    project.file("data/mau/ho-so.yaml", DOSSIER);
    project.file("data/mau/thong-bao.yaml", NOTICE.replace("cua: dong, ", ""));
    project.workbook("data/mau/bang.xlsx", SHEET);
    project.build();
    project.returned("thong-bao/xa-an-hoa.xlsx", "thu/a.xlsx", &[("D9", Typed::Number("55"))]);
    project.returned("thong-bao/xa-yen-lac.xlsx", "thu/b.xlsx", &[("D9", Typed::Number("55"))]);
    let run = project.collect();
    assert_eq!(run.code, 1);
    assert!(run.stdout.starts_with("Nhận được 1/4 đơn vị, 1 ô thay đổi"), "{}", run.stdout);
    assert!(run.stderr.contains("RET005"), "{}", run.stderr);
}

#[test]
fn the_object_has_the_keys_of_the_contract() {
    let project = sent();
    project.returned("thong-bao/xa-an-binh.xlsx", "thu/an-binh.xlsx", &[("D7", Typed::Number("45"))]);
    let run = project.run(["collect", "thu/an-binh.xlsx", "--to", "moi.xlsx", "--format", "json"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    insta::assert_snapshot!(run.stdout, @r#"
    {
      "answered": [
        {
          "changed": 1,
          "files": [
            "thu/an-binh.xlsx"
          ],
          "unit": "Xã An Bình"
        }
      ],
      "changed": [
        {
          "at": {
            "cell": "D7",
            "file": "thu/an-binh.xlsx",
            "sheet": "Phụ lục"
          },
          "cell": {
            "cell": "E5",
            "file": "data/mau/bang.xlsx",
            "sheet": "Biểu 1"
          },
          "column": "Chỉ tiêu giảm",
          "new": "45",
          "old": "40",
          "table": "xa",
          "unit": "Xã An Bình"
        }
      ],
      "findings": [],
      "missing": [
        "Xã An Hòa",
        "Xã Yên Lạc",
        "Xã Yên Minh"
      ],
      "sums": [
        {
          "at": {
            "cell": "E10",
            "file": "data/mau/bang.xlsx",
            "sheet": "Biểu 1"
          },
          "column": "Chỉ tiêu giảm",
          "difference": "5",
          "sum": "595",
          "table": "xa",
          "target": "590"
        }
      ],
      "to": "moi.xlsx"
    }
    "#);
}

#[test]
fn nothing_is_written_over_and_nothing_among_the_sources() {
    let project = sent();
    project.returned("thong-bao/xa-an-binh.xlsx", "thu/an-binh.xlsx", &[]);
    project.file("co-san.xlsx", "của người khác");
    for (to, said) in [
        ("co-san.xlsx", "đã có tệp cùng tên"),
        ("data/mau/moi.xlsx", "data/ và templates/ là chỗ của tệp gốc"),
        ("moi.xls", "tên tệp phải kết thúc bằng .xlsx"),
    ] {
        let run = project.run(["collect", "thu/an-binh.xlsx", "--to", to, "--format", "json"]);
        assert_eq!(run.code, 2, "{to}");
        assert!(run.stderr.contains(said), "{}", run.stderr);
        let empty = serde_json::json!({ "answered": [], "missing": [], "changed": [], "sums": [], "findings": [], "to": null });
        assert_eq!(run.json(), empty);
    }
    assert_eq!(project.read("co-san.xlsx"), "của người khác");
    let run = project.run(["collect", "thu/an-binh.xlsx", "thu/khong-co.xlsx", "--to", "moi.xlsx"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("thu/khong-co.xlsx"), "{}", run.stderr);
    assert!(!project.exists("moi.xlsx"));
}

#[test]
fn the_same_answers_give_the_same_bytes_and_lock_files_are_passed_over() {
    let project = sent();
    project.returned("thong-bao/xa-an-binh.xlsx", "thu/an-binh.xlsx", &[("D7", Typed::Number("45"))]);
    project.file("thu/~$an-binh.xlsx", "khóa");
    let run = project.run([
        "collect",
        "thu/~$an-binh.xlsx",
        "thu/an-binh.xlsx",
        "thu/an-binh.xlsx",
        "--to",
        "a.xlsx",
    ]);
    assert_eq!((run.code, run.stderr.as_str()), (0, "bỏ qua tệp khóa tạm của Excel: thu/~$an-binh.xlsx\n"));
    assert_eq!(project.run(["collect", "thu/an-binh.xlsx", "--to", "b.xlsx"]).code, 0);
    let bytes = |name: &str| std::fs::read(project.path(name)).expect("it was written");
    assert!(bytes("a.xlsx") == bytes("b.xlsx"));
}

#[test]
fn what_is_wrong_with_one_workbook_leaves_the_others() {
    let project = sent();
    project.returned("thong-bao/xa-an-binh.xlsx", "thu/an-binh.xlsx", &[("D7", Typed::Text("khoảng 45"))]);
    project.returned("thong-bao/xa-an-hoa.xlsx", "thu/an-hoa.xlsx", &[("D7", Typed::Number("60"))]);
    let run = project.collect();
    assert_eq!(run.code, 1);
    assert!(
        run.stdout.starts_with(
            "Nhận được 1/4 đơn vị, 1 ô thay đổi\nChưa có số thu về: Xã An Bình, Xã Yên Lạc, Xã Yên Minh"
        ),
        "{}",
        run.stdout
    );
    assert_eq!(project.names("thu").len(), 2, "what came back is not written to");
}

#[test]
fn a_folder_or_a_star_stands_for_the_workbooks_in_it() {
    let project = sent();
    project.returned("thong-bao/xa-an-binh.xlsx", "thu/an-binh.xlsx", &[("D7", Typed::Number("45"))]);
    project.returned("thong-bao/xa-an-hoa.xlsx", "thu/an-hoa.XLSX", &[]);
    project.file("thu/ghi-chu.txt", "gọi lại xã Yên Lạc");
    for (nth, named) in ["thu", "thu/", "thu/*.xlsx", "thu/an-*"].iter().enumerate() {
        let run = project.run(["collect", named, "--to", &format!("{nth}.xlsx")]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{named}");
        assert!(run.stdout.starts_with("Nhận được 2/4 đơn vị, 1 ô thay đổi"), "{named}: {}", run.stdout);
    }
    let run = project.run(["collect", "trong/*.xlsx", "--to", "moi.xlsx"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("không có bảng tính nào để thu"), "{}", run.stderr);
}
