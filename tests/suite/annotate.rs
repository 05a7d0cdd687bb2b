//! `annotate`: comments on the cells of a copy, and nothing else changed in it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use calamine::{Reader, Xlsx};
use duthao::annotate::{Comment, Note, package_kind, patched};
use duthao::diag::{CellRef, Severity};
use duthao::load::workbook::{Limits, SheetEntry, open};
use rust_xlsxwriter::{Note as Sticker, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::harness::Project;

/// The sample with a total that does not fit: one error, and one warning of the rate.
fn broken() -> Project {
    let project = Project::sample();
    project.sheet("| 590 | 1410 |", "| 590 | 1411 |");
    project
}

const BOOK: &str = "data/mau/bang.xlsx";

/// The parts of a package in their order: name, compressed bytes, text.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes.to_vec())).expect("a package");
    (0..archive.len())
        .map(|at| {
            let mut raw = archive.by_index_raw(at).expect("a part");
            let name = raw.name().expect("a name").into_owned();
            let mut packed = Vec::new();
            raw.read_to_end(&mut packed).expect("its bytes");
            drop(raw);
            let mut text = Vec::new();
            archive.by_index(at).expect("a part").read_to_end(&mut text).expect("its bytes");
            (name, packed, String::from_utf8_lossy(&text).into_owned())
        })
        .collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(own, ..)| own == name);
    found.unwrap_or_else(|| panic!("no part {name}")).2
}

/// Which parts of a copy differ from the original, and which are new; none is lost, all keep their order.
fn changes(before: &[u8], after: &[u8]) -> (Vec<String>, Vec<String>) {
    let (before, after) = (parts(before), parts(after));
    let names =
        |parts: &[(String, Vec<u8>, String)]| parts.iter().map(|(name, ..)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&before), names(&after)[..before.len()]);
    let changed = before.iter().zip(&after).filter(|(old, new)| old.1 != new.1);
    (changed.map(|(old, _)| old.0.clone()).collect(), names(&after[before.len()..]))
}

/// What calamine reads on every sheet.
fn values(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let names = book.sheet_names().to_vec();
    names
        .into_iter()
        .filter_map(|name| Some((name.clone(), format!("{:?}", book.worksheet_range(&name).ok()?))))
        .collect()
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_offending_cell_gets_a_comment_and_the_rest_stays() {
    let project = broken();
    let run = project.run(["annotate", BOOK, "ghi-chu.xlsx"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    insta::assert_snapshot!(run.stderr.lines().skip(2).collect::<Vec<_>>().join("\n"), @"
    Trang   Ô    Mã      Mức
    Biểu 1  F4   TOT002  lỗi
    Biểu 1  C10  EQN001  lỗi
    Biểu 1  E10  EQN001  lỗi
    Biểu 1  F10  EQN001  lỗi
    Biểu 1  F10  TOT002  lỗi

    4 ô có ghi chú → ghi-chu.xlsx
    ");
    let (before, after) = (bytes(&project.path(BOOK)), bytes(&project.path("ghi-chu.xlsx")));
    let (changed, new) = changes(&before, &after);
    assert_eq!(changed, ["[Content_Types].xml", "xl/worksheets/sheet1.xml"]);
    assert_eq!(
        new,
        ["xl/comments1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/drawings/vmlDrawing1.vml"]
    );
    assert_eq!(values(&before), values(&after));
    let sheet = part(&after, "xl/worksheets/sheet1.xml");
    let drawing = "<legacyDrawing r:id=\"rId2\"/>";
    assert_eq!(sheet.replace(drawing, ""), part(&before, "xl/worksheets/sheet1.xml"));
    insta::assert_snapshot!(said(&part(&after, "xl/comments1.xml")), @"
    [F4] Xem lỗi TOT002 ở ô F10: các dòng được cộng (F4:F7)
    [C10] Xem lỗi EQN001 ở ô F10: cột dau
    [E10] Xem lỗi EQN001 ở ô F10: cột giam
    [F10] Lỗi EQN001: cột «Cuối năm › Số hộ» của «Toàn huyện» ghi 1.411, tính theo công thức dau - giam thì được 1.410
    Ô này: lệch 1
    Ô C10: cột dau
    Ô E10: cột giam
    Ghi chú: 2.000 - 590 = 1.410
    Cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    ―――――
    Lỗi TOT002: dòng tổng «Toàn huyện», cột «Cuối năm › Số hộ» ghi 1.411, tổng các dòng là 1.410
    Ô này: lệch 1
    Ô F4:F7: các dòng được cộng
    Ghi chú: 210 + 1.200 = 1.410
    Cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    ");
    // The same again is the same to the byte.
    project.run(["annotate", BOOK, "ghi-chu-2.xlsx"]);
    assert!(bytes(&project.path("ghi-chu-2.xlsx")) == after);
}

/// The comments of a part, each under its cell.
fn said(comments: &str) -> String {
    let mut lines = String::new();
    for comment in comments.split("<comment ref=\"").skip(1) {
        let (cell, rest) = comment.split_once('"').expect("a cell");
        let texts: Vec<&str> = rest
            .split("<t")
            .filter_map(|run| run.strip_prefix(" xml:space=\"preserve\">").or_else(|| run.strip_prefix('>')))
            .filter_map(|run| run.split("</t>").next())
            .collect();
        lines.push_str(&format!("[{cell}] {}\n", texts.concat().replace("&#13;", "")));
    }
    lines
}

#[test]
fn as_json_it_is_one_object() {
    let project = broken();
    let run = project.run(["annotate", BOOK, "ghi-chu.xlsx", "--format", "json", "--quiet"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let json = run.json();
    assert_eq!(json["out"], "ghi-chu.xlsx");
    let first = &json["comments"][0];
    assert_eq!(first["sheet"], "Biểu 1");
    let keys: Vec<&String> = first.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["cell", "code", "severity", "sheet"]);
}

#[test]
fn a_workbook_without_findings_is_said_to_be_so() {
    let project = Project::sample();
    let run = project.run(["annotate", BOOK, "ghi-chu.xlsx", "--format", "json"]);
    assert_eq!(run.code, 0);
    assert_eq!(run.json(), serde_json::json!({ "out": null, "comments": [] }));
    assert!(run.stderr.contains("«data/mau/bang.xlsx» không có ô nào mang lỗi, cảnh báo; không ghi tệp"));
    assert!(!project.exists("ghi-chu.xlsx"));
}

#[test]
fn nothing_is_overwritten_and_nothing_put_among_the_sources() {
    let project = broken();
    project.file("co-roi.xlsx", "của người khác");
    project.file("data/mau/le.xlsx", bytes(&project.path(BOOK)));
    project.file("le.xlsx", bytes(&project.path(BOOK)));
    let before = project.files("data");
    let mut said = String::new();
    for (book, out) in [
        (BOOK, BOOK),
        (BOOK, "data/mau/ghi-chu.xlsx"),
        (BOOK, "templates/ghi-chu.xlsx"),
        (BOOK, "co-roi.xlsx"),
        (BOOK, "ghi-chu.xls"),
        (BOOK, "ghi-chu.xlsm"),
        (BOOK, "khong-co/ghi-chu.xlsx"),
        ("data/mau/khong-co.xlsx", "ghi-chu.xlsx"),
        ("data/mau/le.xlsx", "ghi-chu.xlsx"),
        ("le.xlsx", "ghi-chu.xlsx"),
    ] {
        let run = project.run(["annotate", book, out, "--quiet", "--format", "json"]);
        assert_eq!((run.code, run.json()["out"].is_null()), (2, true), "{book} {out}");
        said.push_str(&run.stderr);
    }
    insta::assert_snapshot!(said, @"
    sự cố: không ghi vào «data/mau/bang.xlsx»: data/ và templates/ là chỗ của tệp gốc; ghi ra chỗ khác, ví dụ ghi-chu.xlsx
    sự cố: không ghi vào «data/mau/ghi-chu.xlsx»: data/ và templates/ là chỗ của tệp gốc; ghi ra chỗ khác, ví dụ ghi-chu.xlsx
    sự cố: không ghi vào «templates/ghi-chu.xlsx»: data/ và templates/ là chỗ của tệp gốc; ghi ra chỗ khác, ví dụ ghi-chu.xlsx
    sự cố: không ghi vào «co-roi.xlsx»: đã có tệp cùng tên; xóa, đổi tên tệp đó, hoặc ghi ra tên khác
    sự cố: không ghi vào «ghi-chu.xls»: tên tệp phải kết thúc bằng .xlsx (bảng tính có macro: .xlsm)
    sự cố: không ghi vào «ghi-chu.xlsm»: bảng tính không có macro, tên tệp phải kết thúc bằng .xlsx
    sự cố: không ghi được tệp «khong-co/ghi-chu.xlsx»: không có tệp hoặc thư mục này
    sự cố: không đọc được tệp «data/mau/khong-co.xlsx»: không có tệp hoặc thư mục này
    sự cố: không hồ sơ nào đọc «data/mau/le.xlsx»; khai báo bảng tính này dưới «bang» của ho-so.yaml (xem: duthao inspect)
    sự cố: «le.xlsx» không nằm trong data/ của dự án; ghi chú lấy từ kết quả kiểm tra hồ sơ, nên hãy chép bảng tính vào thư mục hồ sơ và khai báo trong ho-so.yaml (xem: duthao inspect)
    ");
    assert!(project.files("data") == before);
    assert_eq!(project.read("co-roi.xlsx"), "của người khác");
    let there = project.names("").into_iter().filter(|name| !name.starts_with("data/"));
    assert_eq!(there.collect::<Vec<_>>(), ["co-roi.xlsx", "le.xlsx"]);
}

#[test]
fn a_dossier_that_cannot_be_read_is_not_called_clean() {
    let project = broken();
    project.dossier("tep: bang.xlsx", "tepp: bang.xlsx");
    let run = project.run(["annotate", BOOK, "ghi-chu.xlsx", "--quiet"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    insta::assert_snapshot!(run.stderr, @"sự cố: «data/mau/bang.xlsx» chưa được đọc, vì: khóa «tepp» không dùng được trong bảng «xa» (data/mau/ho-so.yaml:9:5); sửa xong rồi chạy lại");
}

#[test]
fn what_is_let_stand_gets_no_comment() {
    let project = broken();
    let waivers = "nam: 2024\nbo_qua:\n  - { ma: EQN001, ly_do: đang hỏi lại }\n  - { ma: TOT002, ly_do: đang hỏi lại }";
    project.dossier("nam: 2024", waivers);
    let run = project.run(["annotate", BOOK, "ghi-chu.xlsx"]);
    assert_eq!(run.code, 0);
    assert!(
        run.stderr.contains("2 lỗi, cảnh báo được bỏ qua (bo_qua) không ghi chú vào ô"),
        "{}",
        run.stderr
    );
    assert!(!project.exists("ghi-chu.xlsx"));
}

/// The sample's sheet with stickers of another person, as a library writes them.
fn with_stickers() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Biểu 1").expect("a name");
    for (row, line) in (0..).zip(crate::harness::SHEET.lines().skip(4).map(|line| line.trim_matches('|'))) {
        for (column, cell) in (0..).zip(line.split('|').map(str::trim)) {
            match cell.replace(',', ".").parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).map(|_| ()),
                Err(_) => sheet.write_string(row, column, cell).map(|_| ()),
            }
            .expect("a cell");
        }
    }
    sheet.insert_note(4, 4, &Sticker::new("xem lại").set_author("Lan")).expect("a note");
    sheet.insert_note(0, 0, &Sticker::new("của tôi").set_author("Lan")).expect("a note");
    book.save_to_buffer().expect("a workbook")
}

fn comment(sheet: &str, cell: &str, text: &str) -> Comment {
    let note = Note { code: "TOT001".into(), severity: Severity::Error, text: text.into() };
    Comment { sheet: sheet.into(), cell: CellRef::parse(cell).expect("a cell"), notes: vec![note] }
}

#[test]
fn comments_that_are_there_stay() {
    let before = with_stickers();
    let after =
        patched(before.clone(), &[comment("Biểu 1", "E5", "sai"), comment("Biểu 1", "F7", "cũng sai")]);
    let after = after.expect("a copy");
    let (changed, new) = changes(&before, &after);
    assert_eq!(changed, ["xl/drawings/vmlDrawing1.vml", "xl/comments1.xml"]);
    assert_eq!(new, [""; 0]);
    insta::assert_snapshot!(said(&part(&after, "xl/comments1.xml")), @"
    [A1] Lan:
    của tôi
    [E5] Lan:
    xem lại
    ―――――
    sai
    [F7] cũng sai
    ");
    // E5 had its box already.
    let boxes = part(&after, "xl/drawings/vmlDrawing1.vml");
    assert_eq!(boxes.matches("ObjectType=\"Note\"").count(), 3);
    assert_eq!(values(&before), values(&after));
}

/// Every workbook of the samples and of the tests that is a package of this kind.
fn packages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found: Vec<PathBuf> = ["data", "tests/workbooks"]
        .iter()
        .flat_map(|folder| walkdir::WalkDir::new(root.join(folder)).into_iter().filter_map(Result::ok))
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|ending| ending == "xlsx" || ending == "xlsm"))
        .filter(|path| bytes(path).starts_with(b"PK"))
        .collect();
    found.sort();
    found
}

#[test]
fn every_workbook_keeps_its_parts_and_its_values() {
    let packages = packages();
    assert!(packages.len() > 20);
    for path in packages {
        let before = bytes(&path);
        let name = values(&before).into_keys().next().expect("a sheet");
        let after = patched(before.clone(), &[comment(&name, "B5", "sai"), comment(&name, "C9", "sai")]);
        let after = after.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let (changed, new) = changes(&before, &after);
        let may_change = |name: &String| {
            name == "[Content_Types].xml" || name.starts_with("xl/worksheets/") || name.contains("omments")
        };
        assert!(changed.iter().all(may_change), "{}: {changed:?}", path.display());
        assert!(new.len() <= 3 && changed.len() <= 3, "{}: {new:?}", path.display());
        assert_eq!(values(&before), values(&after), "{}", path.display());
    }
}

#[test]
fn a_signature_and_conversations_are_known() {
    let kind = |name: &str| {
        let mut writer = ZipWriter::new_append(Cursor::new(with_stickers())).expect("a package");
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        let bytes = writer.finish().expect("a package").into_inner();
        let kind = package_kind(bytes).expect("a package");
        (kind.has_macros, kind.is_signed, kind.has_threads)
    };
    assert_eq!(kind("_xmlsignatures/sig1.xml"), (false, true, false));
    assert_eq!(kind("xl/threadedComments/threadedComment1.xml"), (false, false, true));
    assert_eq!(kind("docProps/khac.xml"), (false, false, false));
}

/// A dossier that reads one of the files of `tests/workbooks` through an equation that does not hold there.
fn reading(ending: &str) -> Project {
    let project = Project::sample();
    let file = format!("tests/workbooks/giam-ngheo.{ending}");
    project
        .file(&format!("data/khac/bieu.{ending}"), bytes(&Path::new(env!("CARGO_MANIFEST_DIR")).join(file)));
    let table = format!(
        "nam: 2024
bang:
  xa:
    tep: bieu.{ending}
    cot:
      ten: {{ tieu_de: \"Xã, phường\", kieu: dia_phuong }}
      dau: {{ tieu_de: [Đầu năm 2026, Hộ nghèo, Số hộ], kieu: so_ho }}
      giam: {{ tieu_de: Chỉ tiêu giảm hộ nghèo, kieu: so_ho }}
      cuoi: {{ tieu_de: [Cuối năm 2026, Hộ nghèo, Số hộ], kieu: so_ho, cong_thuc: dau - giam - giam }}
"
    );
    project.replace("data/khac/ho-so.yaml", "nam: 2024\n", &table);
    project
}

#[test]
fn macros_are_kept_and_ask_for_their_own_ending() {
    let project = reading("xlsm");
    let run = project.run(["annotate", "data/khac/bieu.xlsm", "ghi-chu.xlsx", "--quiet"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("bảng tính có macro, tên tệp phải kết thúc bằng .xlsm"), "{}", run.stderr);
    let run = project.run(["annotate", "data/khac/bieu.xlsm", "ghi-chu.xlsm"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let after = bytes(&project.path("ghi-chu.xlsm"));
    let (changed, _) = changes(&bytes(&project.path("data/khac/bieu.xlsm")), &after);
    assert_eq!(changed, ["xl/worksheets/sheet1.xml", "[Content_Types].xml"]);
    // I12 is Xã An Bình's row.
    assert!(part(&after, "xl/comments1.xml").contains("<comment ref=\"I12\""));
}

/// Every filled cell of the only visible sheet of that name.
fn cells(bytes: Vec<u8>, name: Option<&str>) -> Vec<String> {
    let mut book = open(bytes, &Limits::default()).expect("a workbook");
    let is_it = |sheet: &SheetEntry| name.map_or(sheet.is_visible, |name| sheet.name == name);
    let at = book.sheets().iter().position(is_it).expect("the sheet");
    let sheet = book.sheet(at).expect("its cells");
    let rows: Vec<u32> = sheet.row_numbers().collect();
    let rows = rows
        .iter()
        .flat_map(|row| sheet.row(*row).map(move |(column, raw)| format!("{row},{column}: {raw:?}")));
    rows.collect()
}

#[test]
fn a_format_that_cannot_be_patched_becomes_a_workbook_of_values() {
    for ending in ["xls", "xlsb", "ods"] {
        let project = reading(ending);
        let book = format!("data/khac/bieu.{ending}");
        let run = project.run(["annotate", &book, "ghi-chu.xlsx"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let why = format!("định dạng .{ending} không chèn ghi chú được");
        assert!(run.stderr.contains(&why), "{}", run.stderr);
        let (before, after) = (bytes(&project.path(&book)), bytes(&project.path("ghi-chu.xlsx")));
        assert_eq!(cells(before, None), cells(after.clone(), Some("Biểu 1")));
        let front = cells(after.clone(), Some("Về tệp này")).join("\n").replace(ending, "…");
        if ending == "xls" {
            insta::assert_snapshot!(front, @r#"
            1,1: Text("Đây là bản chép chỉ có số và chữ của các trang đang hiện, không có định dạng, công thức, hình: định dạng .… không chèn ghi chú được.")
            2,1: Text("Tệp gốc: data/khac/bieu.…. Ô trong bản chép mang đúng chữ cột và số dòng của tệp gốc; sửa thì sửa ở tệp gốc.")
            "#);
        }
        assert!(part(&after, "xl/comments1.xml").contains("<comment ref=\"I12\""));
        project.run(["annotate", &book, "ghi-chu-2.xlsx"]);
        assert!(bytes(&project.path("ghi-chu-2.xlsx")) == after);
    }
}
