//! Finds a table on a sheet: its head by the labels, its rows by their kind.
//!
//! Nothing is found by position: title rows above, a head of one to four rows, a column-id row and notes under the
//! table are what an office's workbook looks like (nd30.md §7 rows 9, 10, 13, 14, 19, 20).

use std::sync::LazyLock;

use super::workbook::{Raw, Sheet};
use crate::model::table::RowKind;
use crate::vietnamese::text::fold;

/// The deepest head that is looked for.
const MOST_HEAD_ROWS: u32 = 4;
/// A head lies within this many rows from the top.
const HEAD_WITHIN: u32 = 60;
/// Labels of the column of row numbers, folded.
const NUMBER_LABELS: [&str; 6] = ["tt", "stt", "số tt", "số thứ tự", "thứ tự", "s.t.t"];

/// A label of the head, as written and as compared.
#[derive(Debug, Clone, PartialEq, Eq)]
struct LabelText {
    written: String,
    folded: String,
}

/// Where the head lies and what it says over every column.
#[derive(Debug)]
pub struct Head {
    pub first_row: u32,
    pub last_row: u32,
    /// By sheet column from 1: the labels from top to bottom; empty where there are none.
    paths: Vec<Vec<LabelText>>,
}

impl Head {
    /// The sheet columns whose path is the wanted one, else those whose path ends with it; one is what is hoped for.
    pub fn find(&self, wanted: &[String]) -> Vec<u32> {
        self.find_folded(&wanted.iter().map(|part| fold(part)).collect::<Vec<_>>())
    }

    /// A column's heading as one line.
    pub fn title(&self, column: u32) -> String {
        self.paths.get(column as usize - 1).map(|path| line(path)).unwrap_or_default()
    }

    fn find_folded(&self, wanted: &[String]) -> Vec<u32> {
        let same = |path: &[LabelText]| path.iter().map(|label| &label.folded).eq(wanted);
        let ends = |path: &[LabelText]| {
            path.len().checked_sub(wanted.len()).is_some_and(|above| same(&path[above..]))
        };
        let columns = |matches: &dyn Fn(&[LabelText]) -> bool| -> Vec<u32> {
            (1u32..).zip(&self.paths).filter(|(_, path)| matches(path)).map(|(column, _)| column).collect()
        };
        let exact = columns(&same);
        if exact.is_empty() { columns(&ends) } else { exact }
    }

    /// Whether a text is the lowest label over a column.
    pub fn is_label(&self, column: u32, text: &str) -> bool {
        let Some(label) = self.paths.get(column as usize - 1).and_then(|path| path.last()) else {
            return false;
        };
        // Every row is asked, and folding, which never changes how many letters there are, is what costs.
        label.written.chars().count() == text.chars().count() && label.folded == fold(text)
    }

    /// The column of row numbers («TT»).
    pub fn number_column(&self) -> Option<u32> {
        let column = self.paths.iter().position(|path| {
            path.last().is_some_and(|label| NUMBER_LABELS.contains(&label.folded.as_str()))
        })?;
        u32::try_from(column).ok().map(|column| column + 1)
    }

    /// Every heading as one line, for suggestions.
    pub fn titles(&self) -> Vec<String> {
        self.paths.iter().filter(|path| !path.is_empty()).map(|path| line(path)).collect()
    }
}

fn line(path: &[LabelText]) -> String {
    path.iter().map(|label| label.written.as_str()).collect::<Vec<_>>().join(" › ")
}

/// The band of rows whose labels match most of the wanted paths, from a row on; among equals the shallowest, then the
/// highest.
pub fn find_head(sheet: &Sheet, wanted: &[&[String]], from_row: u32) -> Option<Head> {
    let above = from_row.saturating_sub(1);
    let last_row = sheet.last_row().min(above.saturating_add(HEAD_WITHIN)).saturating_sub(above);
    let last_column = sheet.last_column();
    let wanted: Vec<Vec<String>> =
        wanted.iter().map(|path| path.iter().map(|part| fold(part)).collect()).collect();
    // Every label once: folding is what costs.
    let labels: Vec<Vec<Option<LabelText>>> = (1..=last_row)
        .map(|row| (1..=last_column).map(|column| label(sheet, above + row, column)).collect())
        .collect();
    let mut best: Option<(usize, Head)> = None;
    for height in 1..=MOST_HEAD_ROWS {
        for first_row in 1..=last_row.saturating_sub(height - 1) {
            let band = &labels[first_row as usize - 1..(first_row + height - 1) as usize];
            let head = read_head(band, above + first_row);
            let matches = wanted.iter().filter(|path| head.find_folded(path).len() == 1).count()
                + usize::from(head.number_column().is_some());
            if matches > best.as_ref().map_or(0, |(most, _)| *most) {
                best = Some((matches, head));
            }
        }
    }
    best.map(|(_, head)| head)
}

fn label(sheet: &Sheet, row: u32, column: u32) -> Option<LabelText> {
    match sheet.spread(row, column) {
        Some(Raw::Text(written)) => Some(LabelText { written: written.to_owned(), folded: fold(written) }),
        _ => None,
    }
}

fn read_head(band: &[Vec<Option<LabelText>>], first_row: u32) -> Head {
    let columns = band.first().map_or(0, Vec::len);
    let paths = (0..columns)
        .map(|column| {
            let mut path: Vec<LabelText> = Vec::new();
            for label in band.iter().filter_map(|row| row[column].as_ref()) {
                // A label merged over several rows stands in each of them.
                if path.last() != Some(label) {
                    path.push(label.clone());
                }
            }
            path
        })
        .collect();
    let height = u32::try_from(band.len()).unwrap_or(1);
    Head { first_row, last_row: first_row + height - 1, paths }
}

/// A cell of the row of column ids.
enum Id {
    Number(u32),
    Letter(char),
    Formula,
}

/// Whether a row under the head, before any unit, is the row of column ids (A, B, 1, 2, 5=1-4).
///
/// The name column settles it: a place is never called «B» or «2», so its cell is an id or blank. Ids run on from left
/// to right and begin at the beginning: «1 | A | 80» is a place called A with 80 households.
pub fn is_id_row(sheet: &Sheet, head: &Head, row: u32, declared: &[u32]) -> bool {
    let id_of = |column: u32| match sheet.cell(row, column)? {
        Raw::Number(number) => id(&number.to_string()),
        Raw::Text(text) => id(text),
        _ => None,
    };
    let filled: Vec<u32> =
        declared.iter().copied().filter(|column| sheet.cell(row, *column).is_some()).collect();
    if filled.len() < 2 || filled.iter().any(|column| id_of(*column).is_none()) {
        return false;
    }
    // Columns that are not declared are numbered too.
    let mut ids: Vec<(u32, Id)> = Vec::new();
    for (column, _) in (1..).zip(&head.paths).filter(|(_, path)| !path.is_empty()) {
        ids.extend(id_of(column).map(|id| (column, id)));
    }
    let number = |(_, id): &(u32, Id)| if let Id::Number(number) = id { Some(*number) } else { None };
    let letter = |(_, id): &(u32, Id)| if let Id::Letter(letter) = id { Some(*letter) } else { None };
    let numbers: Vec<u32> = ids.iter().filter_map(number).collect();
    let letters: Vec<char> = ids.iter().filter_map(letter).collect();
    // The number of a first unit is 1 as well.
    let first = ids.iter().filter(|(column, _)| Some(*column) != head.number_column()).find_map(number);
    let letters_first = ids.iter().skip_while(|id| number(id).is_none()).all(|id| letter(id).is_none());
    const LATEST_FIRST: u32 = 3;
    letters_first
        && first.is_none_or(|first| first <= LATEST_FIRST)
        && numbers.is_sorted_by(|left, right| left < right)
        && letters.is_sorted_by(|left, right| left < right)
}

fn id(text: &str) -> Option<Id> {
    let inner = text.trim_start_matches('(').trim_end_matches(')').trim();
    let is_number = !inner.is_empty() && inner.len() <= 2 && inner.bytes().all(|b| b.is_ascii_digit());
    let mut chars = inner.chars();
    match (chars.next(), chars.next()) {
        (Some(letter), None) if letter.is_ascii_alphabetic() => Some(Id::Letter(letter.to_ascii_uppercase())),
        _ if is_number => inner.parse().ok().map(Id::Number),
        _ => {
            let is_formula =
                inner.contains('=') && !inner.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
            is_formula.then_some(Id::Formula)
        }
    }
}

/// Whether a text is the heading of a column of row numbers: another table begins.
pub fn is_number_heading(text: &str) -> bool {
    const LONGEST: usize = 24;
    // Every row is asked, and folding is what costs.
    text.starts_with(['T', 't', 'S', 's'])
        && text.len() <= LONGEST
        && NUMBER_LABELS.contains(&fold(text).as_str())
}

/// What a row is, by its number and name.
pub fn row_kind(number: &str, name: &str) -> RowKind {
    if is_total_label(name) || is_total_label(number) {
        return RowKind::Total;
    }
    match group_level(number) {
        Some(level) => RowKind::Group { level },
        None => RowKind::Unit,
    }
}

/// Words as `fold` writes them.
fn folded(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| fold(word)).collect()
}

static SUM_WORDS: LazyLock<Vec<String>> =
    LazyLock::new(|| folded(&["tổng cộng", "tổng số", "tổng", "cộng", "chung", "∑", "total"]));
static ALL_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| folded(&["toàn", "cả"]));
static UNIT_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    folded(&[
        "tỉnh",
        "thành phố",
        "huyện",
        "thị xã",
        "xã",
        "phường",
        "quận",
        "nước",
        "quốc",
        "vùng",
        "ngành",
        "địa bàn",
    ])
});

/// «Tổng cộng», «Toàn tỉnh», «Cộng (1+2):», «Tổng số toàn huyện», «Cả tỉnh», «∑».
fn is_total_label(text: &str) -> bool {
    // Every row is asked, and folding is what costs.
    if !text.starts_with(['T', 't', 'C', 'c', '∑', '-', '–', ' ']) {
        return false;
    }
    let folded = fold(text.split('(').next().unwrap_or_default());
    let mut rest = folded.trim_matches(|c: char| c == ':' || c == '.' || c == '-' || c.is_whitespace());
    let mut has_sum_word = false;
    let after = |rest: &str, word: &String| {
        let tail = rest.strip_prefix(word.as_str())?;
        (tail.is_empty() || tail.starts_with(' ')).then(|| tail.trim_start().len())
    };
    while let Some(left) = SUM_WORDS.iter().find_map(|word| after(rest, word)) {
        rest = &rest[rest.len() - left..];
        has_sum_word = true;
    }
    if rest.is_empty() {
        return has_sum_word;
    }
    let Some(left) = ALL_WORDS.iter().find_map(|word| after(rest, word)) else { return false };
    let place = &rest[rest.len() - left..];
    UNIT_WORDS.iter().any(|word| after(place, word).is_some())
}

/// `A` is 1, `II` is 2, `II.1` is 3: a letter stands above Roman numbers, those above their parts; `None` for units.
fn group_level(number: &str) -> Option<usize> {
    let number = number.trim_end_matches(['.', ')', '-', ' ']);
    let parts: Vec<&str> = number.split('.').map(str::trim).collect();
    // A lone C, D or M is a letter; groups beyond the fiftieth have more of them.
    let is_roman = |part: &str| {
        let is_sign =
            |c: char| matches!(c, 'I' | 'V' | 'X' | 'L') || part.len() > 1 && matches!(c, 'C' | 'D' | 'M');
        !part.is_empty() && part.chars().all(is_sign)
    };
    let is_letter = |part: &str| part.len() == 1 && part.bytes().all(|b| b.is_ascii_uppercase());
    let is_number = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let first = *parts.first()?;
    if is_roman(first) {
        parts[1..].iter().all(is_number).then_some(1 + parts.len())
    } else {
        (is_letter(first) && parts.len() == 1).then_some(1)
    }
}

/// The level of `1` when `1.1` follows it: below every Roman number. `None` when nothing is numbered under it.
pub fn decimal_group_level(number: &str, next: &str) -> Option<usize> {
    const BELOW_ROMAN: usize = 10;
    let number = number.trim_end_matches('.');
    let is_decimal = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '.');
    let is_under = next.strip_prefix(number).is_some_and(|rest| rest.len() > 1 && rest.starts_with('.'));
    (is_decimal && is_under).then(|| BELOW_ROMAN + number.matches('.').count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_by_number_and_label() {
        for (number, name, kind) in [
            ("1", "Huyện Krông Nô", RowKind::Unit),
            ("A", "Khu vực thành thị", RowKind::Group { level: 1 }),
            ("I", "Khu vực đồng bằng", RowKind::Group { level: 2 }),
            ("I)", "Khu vực đồng bằng", RowKind::Group { level: 2 }),
            ("II.1", "Huyện nghèo", RowKind::Group { level: 3 }),
            ("", "Toàn tỉnh", RowKind::Total),
            ("Tổng cộng", "", RowKind::Total),
            ("", "TỔNG SỐ (A+B)", RowKind::Total),
            ("", "Tổng toàn tỉnh:", RowKind::Total),
            ("", "Cộng (1+2)", RowKind::Total),
            ("", "Cả tỉnh", RowKind::Total),
            ("", "∑", RowKind::Total),
            ("", "Chung toàn huyện", RowKind::Total),
            ("3", "Xã Toàn Thắng", RowKind::Unit),
            ("4", "Cộng Hòa", RowKind::Unit),
            ("5", "Tổng số hộ được vay vốn", RowKind::Unit),
            ("6", "Toàn Sơn", RowKind::Unit),
            ("V.a", "Xã Vạn An", RowKind::Unit),
        ] {
            assert_eq!(row_kind(number, name), kind, "{number} {name}");
        }
    }

    #[test]
    fn a_number_with_numbers_under_it_is_a_group() {
        assert_eq!(decimal_group_level("1", "1.1"), Some(10));
        assert_eq!(decimal_group_level("1.1", "1.1.1"), Some(11));
        for (number, next) in [("1", "2"), ("1", "11"), ("", ".1"), ("a", "a.1")] {
            assert_eq!(decimal_group_level(number, next), None, "{number} {next}");
        }
    }
}
