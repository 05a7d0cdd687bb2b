//! The head of a table: found by its labels, one to four rows, merged both ways or filled from the left.

use std::ops::RangeInclusive;

use crate::load::workbook::{Raw, Sheet};
use crate::vietnamese::text::{fold, strip_marks};

/// The deepest head that is looked for.
const MOST_HEAD_ROWS: u32 = 4;
/// A head mostly lies within this many rows from the top; further down only rows with a wanted label are looked at.
const HEAD_WITHIN: u32 = 60;
/// Labels of the column of row numbers, folded.
pub(super) const NUMBER_LABELS: [&str; 6] = ["tt", "stt", "số tt", "số thứ tự", "thứ tự", "s.t.t"];

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
    /// The column of row numbers.
    numbers: Option<u32>,
    /// Whether of several columns with one heading the first is meant: the clerk says where the table begins (`tu_cot`).
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

    /// The columns that have a heading.
    pub fn columns(&self) -> impl Iterator<Item = u32> {
        (1u32..).zip(&self.paths).filter(|(_, path)| !path.is_empty()).map(|(column, _)| column)
    }

    /// A column's labels from top to bottom.
    pub fn path(&self, column: u32) -> Vec<&str> {
        let path = column.checked_sub(1).and_then(|at| self.paths.get(at as usize));
        path.into_iter().flatten().map(|label| label.written.as_str()).collect()
    }

    /// Whether a text is the lowest label over a column.
    pub fn is_label(&self, column: u32, text: &str) -> bool {
        let Some(label) = self.paths.get(column as usize - 1).and_then(|path| path.last()) else {
            return false;
        };
        // Every row is asked, and folding is what costs: what folds alike has as many letters.
        label.written.chars().count() == text.chars().count() && label.folded == fold(text)
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

/// Where a table is looked for: everywhere, or from a row (`tu_dong`) and a column (`tu_cot`) on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    pub row: u32,
    /// Of several columns with one heading the first from here on is meant.
    pub column: Option<u32>,
}

impl Start {
    /// The whole sheet.
    pub const SHEET: Self = Self { row: 1, column: None };
}

/// The band of rows whose labels match most of the wanted paths; among equals the shallowest, then the highest.
pub fn find_head(sheet: &Sheet, wanted: &[&[String]], start: Start) -> Option<Head> {
    let wanted: Vec<Vec<String>> =
        wanted.iter().map(|path| path.iter().map(|part| fold(part)).collect()).collect();
    let last = sheet.last_row();
    let top = start.row;
    let above = best_head(sheet, top..=last.min(top + HEAD_WITHIN - 1), &wanted, start.column);
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
        let found = best_head(sheet, rows, &wanted, start.column);
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
    read_head(sheet, &band, first_row).with_numbers_of(&[])
}

/// The best band among some rows, with the number of its matches.
fn best_head(
    sheet: &Sheet,
    rows: RangeInclusive<u32>,
    wanted: &[Vec<String>],
    from_column: Option<u32>,
) -> Option<(usize, Head)> {
    let (top, bottom) = (*rows.start(), *rows.end());
    let first_column = from_column.unwrap_or(1);
    // Every label once: folding is what costs.
    let labels: Vec<Vec<Option<LabelText>>> = rows.map(|row| labels(sheet, row, first_column)).collect();
    let mut best: Option<(usize, Head)> = None;
    for height in 1..=MOST_HEAD_ROWS {
        for first_row in top..=(bottom + 1).saturating_sub(height) {
            let at = (first_row - top) as usize;
            let band = &labels[at..at + height as usize];
            let mut head = read_head(sheet, band, first_row);
            head.takes_first = from_column.is_some();
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

fn read_head(sheet: &Sheet, band: &[Vec<Option<LabelText>>], first_row: u32) -> Head {
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
    let height = u32::try_from(band.len()).unwrap_or(1);
    Head { first_row, last_row: first_row + height - 1, paths, numbers: None, takes_first: false }
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
