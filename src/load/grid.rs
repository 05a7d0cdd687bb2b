//! Finds a table on a sheet: its head by the labels, its rows by their kind.
//!
//! Nothing is found by position: title rows above, a head of one to four rows, a column-id row and notes under the
//! table are what an office's workbook looks like (nd30.md §7 rows 9, 10, 13, 14, 19, 20).

mod head;

use super::workbook::{Raw, Sheet};
use crate::diag::CellRef;
use crate::model::column_id::{ColumnId, ColumnMark};
use crate::model::table::RowKind;
use crate::vietnamese::listed::Words;
use crate::vietnamese::text::fold;
use head::NUMBER_LABELS;
pub use head::{Head, Start, find_head, head_of, year};

/// Whether a row under the head, before any unit, is the row of column ids (A, B, 1, 2, 5=1-4).
pub fn is_id_row(sheet: &Sheet, head: &Head, row: u32, declared: &[u32]) -> bool {
    id_row(sheet, head, row, declared).is_some()
}

/// The ids of the row of column ids, from left to right; `None` where the row is another one.
///
/// The name column settles it: a place is never called «B» or «2», so its cell is an id or blank. Ids run on from left
/// to right and begin at the beginning: «1 | A | 80» is a place called A with 80 households. A row of ids in which one
/// is wrong is still one.
pub fn id_row(sheet: &Sheet, head: &Head, row: u32, declared: &[u32]) -> Option<Vec<ColumnId>> {
    let id_of = |column: u32| match sheet.cell(row, column)? {
        Raw::Number(number) => ColumnMark::parse(&number.to_string()),
        Raw::Text(text) => ColumnMark::parse(text),
        _ => None,
    };
    let filled: Vec<u32> =
        declared.iter().copied().filter(|column| sheet.cell(row, *column).is_some()).collect();
    if filled.len() < 2 || filled.iter().any(|column| id_of(*column).is_none()) {
        return None;
    }
    // Columns that are not declared are numbered too.
    let mut ids: Vec<ColumnId> = Vec::new();
    for column in head.columns() {
        ids.extend(id_of(column).map(|mark| ColumnId { cell: CellRef { row, column }, mark }));
    }
    let plain = |id: &ColumnId| if let ColumnMark::Number(number) = id.mark { Some(number) } else { None };
    let letter = |id: &ColumnId| if let ColumnMark::Letter(letter) = id.mark { Some(letter) } else { None };
    let numbers: Vec<u32> = ids.iter().filter_map(plain).collect();
    let letters: Vec<char> = ids.iter().filter_map(letter).collect();
    // The number of a first unit is 1 as well.
    let first = ids.iter().filter(|id| Some(id.cell.column) != head.number_column()).find_map(plain);
    let letters_first = ids.iter().skip_while(|id| plain(id).is_none()).all(|id| letter(id).is_none());
    const LATEST_FIRST: u32 = 3;
    let begins = letters_first && first.is_none_or(|first| first <= LATEST_FIRST);
    let is_in_order =
        numbers.is_sorted_by(|left, right| left < right) && letters.is_sorted_by(|left, right| left < right);
    // «A | B» over names is no name, whatever the numbers behind them.
    let is_lettered = letters_first && letters.len() > 1 && ('A'..='Z').zip(&letters).all(|(a, b)| a == *b);
    (is_lettered || begins && (is_in_order || has_slip(&ids, &letters))).then_some(ids)
}

/// Whether ids out of order are still ids: begun with A, or with 1, 2, and mostly each one more than the one before.
fn has_slip(ids: &[ColumnId], letters: &[char]) -> bool {
    const FEWEST: usize = 4;
    const MOST_WRONG: usize = 2;
    let numbers: Vec<u32> = ids.iter().filter_map(|id| id.mark.number()).collect();
    let (good, wrong): (Vec<_>, Vec<_>) = numbers.windows(2).partition(|pair| pair[0] + 1 == pair[1]);
    let begins = match letters {
        [] => ids.len() >= FEWEST && numbers.starts_with(&[1, 2]),
        [first, ..] => *first == 'A' && letters.len() > 1,
    };
    begins && wrong.len() <= MOST_WRONG && good.len() >= wrong.len()
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

static SUM_WORDS: Words = Words::of(&["tổng cộng", "tổng số", "tổng", "cộng", "chung", "∑", "total"]);
static ALL_WORDS: Words = Words::of(&["toàn", "cả"]);
static UNIT_WORDS: Words = Words::of(&[
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
]);

/// «Tổng cộng», «Toàn tỉnh», «Cộng (1+2):», «Tổng số toàn huyện», «Cả tỉnh», «∑».
fn is_total_label(text: &str) -> bool {
    // Every row is asked, and folding is what costs.
    if !text.starts_with(['T', 't', 'C', 'c', '∑', '-', '–', ' ']) {
        return false;
    }
    let folded = fold(text.split('(').next().unwrap_or_default());
    let mut rest = folded.trim_matches(|c: char| c == ':' || c == '.' || c == '-' || c.is_whitespace());
    let mut has_sum_word = false;
    while let Some(behind) = SUM_WORDS.behind(rest) {
        rest = behind;
        has_sum_word = true;
    }
    if rest.is_empty() {
        return has_sum_word;
    }
    ALL_WORDS.behind(rest).is_some_and(|place| UNIT_WORDS.behind(place).is_some())
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
mod tests;
