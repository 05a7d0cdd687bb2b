//! `docs/conformity.md`, the part that is written by machine: for each of the decree's rows, whether the program draws
//! it, which rules check it, or why it does not concern the program.
//!
//! Update: `UPDATE=1 cargo test --release --test suite decree`.

use duthao::check;
use duthao::model::verdict::Row;

const PAGE: &str = "docs/conformity.md";
const BEGINS: &str = "<!-- Từ đây do máy ghi: UPDATE=1 cargo test --release --test suite decree -->\n";
const ENDS: &str = "<!-- Hết phần do máy ghi -->\n";

/// Rows of the form that templates and layout print without a clerk's doing (measured by hand in the tables above).
const DRAWN: &[u16] = &[
    1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27, 30, 31, 32, 33,
    34, 35, 36, 37, 38, 39, 40, 42, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 60, 61, 62, 63, 64, 65, 66,
    70, 72, 77, 79, 86, 87, 88, 89, 90, 93, 94, 95, 96, 97, 98, 99, 100, 101, 106, 108, 109,
];

const SILENT: &str = "Nghị định không quy định";
const REGISTRY: &str = "việc của Văn thư";
const SIGNING: &str = "ký số là việc của hệ thống quản lý văn bản, sau khi chương trình đã xong việc";

/// Rows of the form that do not concern the program, and why.
const NOT_APPLICABLE: &[(u16, &str)] = &[
    (6, SILENT),
    (13, SILENT),
    (26, SILENT),
    (41, REGISTRY),
    (67, SILENT),
    (69, SILENT),
    (80, SILENT),
    (81, "ký tay"),
    (82, SIGNING),
    (83, SIGNING),
    (84, REGISTRY),
    (102, SIGNING),
    (103, SIGNING),
    (104, SILENT),
    (105, SILENT),
    (107, "văn bản mật không soạn bằng chương trình này"),
    (110, "Văn thư làm từ bản chính đã ký, đóng dấu"),
    (111, "bản số hóa của bản giấy đã ký"),
    (112, SILENT),
    (113, SIGNING),
];

/// What the program does about a row: drawn, the codes that check it, why not.
fn treatment(row: Row) -> (bool, Vec<&'static str>, Option<&'static str>) {
    let codes =
        check::rules_of_rows().into_iter().filter(|(of, _)| *of == row).map(|(_, rule)| rule.code).collect();
    let Row::Form(number) = row else { return (false, codes, None) };
    let reason = NOT_APPLICABLE.iter().find(|(of, _)| *of == number).map(|(_, reason)| *reason);
    (DRAWN.contains(&number), codes, reason)
}

fn in_words(row: Row) -> String {
    let (is_drawn, codes, reason) = treatment(row);
    let mut parts = Vec::new();
    if is_drawn {
        parts.push("vẽ".to_owned());
    }
    if !codes.is_empty() {
        parts.push(format!("kiểm tra: {}", codes.join(", ")));
    }
    if let Some(reason) = reason {
        parts.push(format!("không áp dụng: {reason}"));
    }
    if parts.is_empty() { "còn mở".to_owned() } else { parts.join("; ") }
}

fn generated() -> String {
    let rows: Vec<(Row, &str)> = check::rows().collect();
    let count = |wanted: &dyn Fn(Row) -> bool| rows.iter().filter(|(row, _)| wanted(*row)).count();
    let mut text = format!(
        "\nMọi dòng quy định: 113 dòng của Phụ lục I (I.1-I.113) và 26 dòng viết hoa của Phụ lục II (II.1-II.26). «Vẽ»: mẫu và \
         cách dàn trang tự in đúng. «Kiểm tra»: mỗi lần `check`, `build` chương trình xét lại, không đúng là lỗi hoặc cảnh báo \
         có mã đó (`duthao explain`); kết quả từng văn bản: `duthao check --form`. «Còn mở»: chưa làm.\n\nTổng cộng: {} vẽ, {} \
         kiểm tra, {} không áp dụng, {} còn mở.\n\n| Dòng | Quy định | Chương trình |\n|---|---|---|\n",
        count(&|row| treatment(row).0),
        count(&|row| !treatment(row).1.is_empty()),
        count(&|row| treatment(row).2.is_some()),
        count(&|row| in_words(row) == "còn mở"),
    );
    for (row, name) in rows {
        text.push_str(&format!("| {row} | {name} | {} |\n", in_words(row)));
    }
    text.push('\n');
    text
}

#[test]
fn the_page_says_what_is_drawn_and_what_is_checked() {
    let path = format!("{}/{PAGE}", env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(&path).expect("the page");
    let (before, rest) = page.split_once(BEGINS).expect("the mark where the machine's part begins");
    let (_, after) = rest.split_once(ENDS).expect("the mark where it ends");
    let wanted = format!("{before}{BEGINS}{}{ENDS}{after}", generated());
    if std::env::vars().any(|(name, _)| name == "UPDATE") {
        std::fs::File::create(&path)
            .and_then(|mut file| std::io::Write::write_all(&mut file, wanted.as_bytes()))
            .expect("docs/ can be written");
    } else {
        assert!(page == wanted, "run UPDATE=1 cargo test --release --test suite decree");
    }
}

#[test]
fn every_row_is_drawn_checked_or_does_not_concern_the_program() {
    let open: Vec<String> =
        check::rows().filter(|(row, _)| in_words(*row) == "còn mở").map(|(row, _)| row.to_string()).collect();
    assert_eq!(open, [""; 0], "rows that are neither drawn nor checked");
}

#[test]
fn every_row_stands_once_in_the_tables_by_hand() {
    let page = std::fs::read_to_string(format!("{}/{PAGE}", env!("CARGO_MANIFEST_DIR"))).expect("the page");
    for number in 1..=113 {
        let begins = format!("| {number} | ");
        assert_eq!(page.lines().filter(|line| line.starts_with(&begins)).count(), 1, "row {number}");
    }
}

#[test]
fn only_rows_that_may_be_are_not_applicable() {
    /// Where the decree is silent, and what is done with pen, seal and signature after the program is through.
    const MAY_BE: &[u16] =
        &[6, 13, 26, 41, 67, 69, 80, 81, 82, 83, 84, 102, 103, 104, 105, 107, 110, 111, 112, 113];
    let listed: Vec<u16> = NOT_APPLICABLE.iter().map(|(row, _)| *row).collect();
    assert!(listed.iter().all(|row| MAY_BE.contains(row)), "{listed:?}");
    assert!(listed.windows(2).all(|pair| pair[0] < pair[1]), "in order, each once");
    assert!(DRAWN.windows(2).all(|pair| pair[0] < pair[1]), "in order, each once");
}
