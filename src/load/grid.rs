//! Finds a table on a sheet: its head by the labels, its rows by their kind.
//!
//! Nothing is found by position: title rows above, a head of one to four rows, a column-id row and notes under the
//! table are what an office's workbook looks like (nd30.md §7 rows 9, 10, 13, 14, 19, 20).

use super::workbook::{Raw, Sheet};
use crate::diag::CellRef;
use crate::model::table::RowKind;
use crate::vietnamese::text::{fold, strip_marks};

/// The deepest head that is looked for.
const MOST_HEAD_ROWS: u32 = 4;
/// A head mostly lies within this many rows from the top; further down only rows with a wanted label are looked at.
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
    pub last_row: u32,
    /// By sheet column from 1: the labels from top to bottom; empty where there are none.
    paths: Vec<Vec<LabelText>>,
    /// The column of row numbers.
    numbers: Option<u32>,
    /// Whether of several columns with one heading the first is meant: the clerk says where the table begins (`tu_o`).
    takes_first: bool,
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
        let mut found = if exact.is_empty() { columns(&ends) } else { exact };
        if self.takes_first {
            found.truncate(1);
        }
        found
    }

    /// A column's labels from top to bottom.
    pub fn path(&self, column: u32) -> Vec<&str> {
        let path = column.checked_sub(1).and_then(|at| self.paths.get(at as usize));
        path.into_iter().flatten().map(|label| label.written.as_str()).collect()
    }

    /// Whether a text is one of a column's labels.
    pub fn is_over(&self, column: u32, text: &str) -> bool {
        let path = column.checked_sub(1).and_then(|at| self.paths.get(at as usize));
        let folded = fold(text);
        path.into_iter().flatten().any(|label| label.folded == folded)
    }

    /// The column of row numbers («TT»).
    pub fn number_column(&self) -> Option<u32> {
        self.numbers
    }

    /// Of several tables beside each other, each has row numbers of its own: those on the left of its columns count.
    fn with_numbers_of(mut self, wanted: &[Vec<String>]) -> Self {
        let found = |path: &Vec<String>| match self.find_folded(path).as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        let first = wanted.iter().filter_map(found).min();
        let numbered = || {
            (1u32..).zip(&self.paths).filter(|(_, path)| {
                path.last().is_some_and(|label| NUMBER_LABELS.contains(&label.folded.as_str()))
            })
        };
        let on_the_left = numbered().filter(|(column, _)| first.is_some_and(|first| *column <= first)).last();
        self.numbers = on_the_left.or_else(|| numbered().next()).map(|(column, _)| column);
        self
    }

    /// Every heading as one line, for suggestions.
    pub fn titles(&self) -> Vec<String> {
        self.paths.iter().filter(|path| !path.is_empty()).map(|path| line(path)).collect()
    }
}

fn line(path: &[LabelText]) -> String {
    path.iter().map(|label| label.written.as_str()).collect::<Vec<_>>().join(" › ")
}

/// The band of rows whose labels match most of the wanted paths; among equals the shallowest, then the highest.
///
/// With `from` only what lies below and right of that cell is looked at, and the first table there is meant.
pub fn find_head(sheet: &Sheet, wanted: &[&[String]], from: Option<CellRef>) -> Option<Head> {
    let wanted: Vec<Vec<String>> =
        wanted.iter().map(|path| path.iter().map(|part| fold(part)).collect()).collect();
    let last = sheet.last_row();
    let top = from.map_or(1, |from| from.row);
    let above = best_head(sheet, top..=last.min(top + HEAD_WITHIN - 1), &wanted, from);
    let is_whole = |best: &Option<(usize, Head)>| {
        best.as_ref().is_some_and(|(_, head)| wanted.iter().all(|path| head.find_folded(path).len() == 1))
    };
    if is_whole(&above) || last < top + HEAD_WITHIN {
        return above.map(|(_, head)| head);
    }
    // A table further down: around rows that hold the last word of a wanted path.
    let mut best = above;
    for row in rows_with_labels(sheet, &wanted, top + HEAD_WITHIN) {
        let rows = row.saturating_sub(MOST_HEAD_ROWS - 1).max(1)..=(row + MOST_HEAD_ROWS - 1).min(last);
        let found = best_head(sheet, rows, &wanted, from);
        let most = best.as_ref().map_or(0, |(most, _)| *most);
        if found.as_ref().is_some_and(|(matches, _)| *matches > most) {
            best = found;
        }
        if is_whole(&best) {
            break;
        }
    }
    best.map(|(_, head)| head)
}

/// The head that a band of rows makes.
pub fn head_of(sheet: &Sheet, first_row: u32, last_row: u32) -> Head {
    let band: Vec<Vec<Option<LabelText>>> = (first_row..=last_row).map(|row| labels(sheet, row, 1)).collect();
    read_head(sheet, &band, last_row).with_numbers_of(&[])
}

/// The best band among some rows, with the number of its matches.
fn best_head(
    sheet: &Sheet,
    rows: std::ops::RangeInclusive<u32>,
    wanted: &[Vec<String>],
    from: Option<CellRef>,
) -> Option<(usize, Head)> {
    let (top, bottom) = (*rows.start(), *rows.end());
    let first_column = from.map_or(1, |from| from.column);
    // Every label once: folding is what costs.
    let labels: Vec<Vec<Option<LabelText>>> = rows.map(|row| labels(sheet, row, first_column)).collect();
    let mut best: Option<(usize, Head)> = None;
    for height in 1..=MOST_HEAD_ROWS {
        for first_row in top..=(bottom + 1).saturating_sub(height) {
            let at = (first_row - top) as usize;
            let band = &labels[at..at + height as usize];
            let mut head = read_head(sheet, band, first_row + height - 1);
            head.takes_first = from.is_some();
            let head = head.with_numbers_of(wanted);
            let matches = wanted.iter().filter(|path| head.find_folded(path).len() == 1).count()
                + usize::from(head.number_column().is_some());
            if matches > best.as_ref().map_or(0, |(most, _)| *most) {
                best = Some((matches, head));
            }
        }
    }
    best
}

/// The rows from one on that hold the last word of a wanted path.
fn rows_with_labels<'a>(
    sheet: &'a Sheet,
    wanted: &'a [Vec<String>],
    first_row: u32,
) -> impl Iterator<Item = u32> + 'a {
    let last_words: Vec<&String> = wanted.iter().filter_map(|path| path.last()).collect();
    let longest = last_words.iter().map(|word| word.chars().count()).max().unwrap_or(0);
    let first_letter = |text: &str| text.chars().next().map(|c| strip_marks(&c.to_string()).to_lowercase());
    let first_letters: Vec<Option<String>> = last_words.iter().map(|word| first_letter(word)).collect();
    let is_wanted = move |raw: Raw<'_>| match raw {
        // Folding a long sheet costs: what is too long, or begins with no wanted letter, is passed over.
        Raw::Text(text) => {
            text.chars().count() <= longest
                && first_letters.contains(&first_letter(text))
                && last_words.contains(&&fold(text))
        }
        _ => false,
    };
    sheet
        .row_numbers()
        .skip_while(move |row| *row < first_row)
        .filter(move |row| sheet.row(*row).any(|(_, raw)| is_wanted(raw)))
}

/// The labels of a row; none left of the first column that counts.
fn labels(sheet: &Sheet, row: u32, first_column: u32) -> Vec<Option<LabelText>> {
    let label = |column| if column < first_column { None } else { label(sheet, row, column) };
    (1..=sheet.last_column()).map(label).collect()
}

fn label(sheet: &Sheet, row: u32, column: u32) -> Option<LabelText> {
    match sheet.spread(row, column)? {
        Raw::Text(written) => Some(LabelText { written: written.to_owned(), folded: fold(written) }),
        raw => year(raw).map(|year| LabelText { written: year.clone(), folded: year }),
    }
}

/// A year that stands over a column as a number.
pub fn year(raw: Raw<'_>) -> Option<String> {
    let Raw::Number(double) = raw else { return None };
    let written = double.to_string();
    written.parse().is_ok_and(|year: u32| (1990..=2100).contains(&year)).then_some(written)
}

fn read_head(sheet: &Sheet, band: &[Vec<Option<LabelText>>], last_row: u32) -> Head {
    let columns = band.first().map_or(0, Vec::len);
    // Where nothing is merged, a heading stands over its first column only and means the next ones too.
    let filled = (!sheet.has_merges()).then(|| filled_from_the_left(band));
    let band = filled.as_deref().unwrap_or(band);
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
    Head { last_row, paths, numbers: None, takes_first: false }
}

/// A blank over a label takes the heading on its left, if that one stands over labels as well.
fn filled_from_the_left(band: &[Vec<Option<LabelText>>]) -> Vec<Vec<Option<LabelText>>> {
    let mut filled = band.to_vec();
    for (at, row) in filled.iter_mut().enumerate() {
        let has_below = |column: usize| band[at + 1..].iter().any(|below| below[column].is_some());
        for column in 1..row.len() {
            if row[column].is_none() && has_below(column) && has_below(column - 1) {
                row[column] = row[column - 1].clone();
            }
        }
    }
    filled
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
    text.starts_with(char::is_alphabetic) && NUMBER_LABELS.contains(&fold(text).as_str())
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

/// «Tổng cộng», «Toàn tỉnh», «Cộng (1+2):», «Tổng số toàn huyện», «Cả tỉnh», «∑».
fn is_total_label(text: &str) -> bool {
    const SUM_WORDS: [&str; 7] = ["tổng cộng", "tổng số", "tổng", "cộng", "chung", "∑", "total"];
    const ALL_WORDS: [&str; 2] = ["toàn", "cả"];
    const UNIT_WORDS: [&str; 12] = [
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
    ];
    let folded = fold(text.split('(').next().unwrap_or_default());
    let mut rest = folded.trim_matches(|c: char| c == ':' || c == '.' || c == '-' || c.is_whitespace());
    let mut has_sum_word = false;
    let after = |rest: &str, word: &str| {
        let tail = rest.strip_prefix(fold(word).as_str())?;
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
    let is_roman = |part: &str| !part.is_empty() && part.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'));
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
