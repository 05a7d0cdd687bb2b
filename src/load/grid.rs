//! Finds a table on a sheet: its head by the labels, its rows by their kind.
//!
//! Nothing is found by position: title rows above, a head of one to four rows, a column-id row and notes under the
//! table are what an office's workbook looks like (nd30.md §7 rows 9, 10, 13, 14, 19, 20).

use super::workbook::{RawCell, Sheet};
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
    pub last_row: u32,
    /// By sheet column from 1: the labels from top to bottom; empty where there are none.
    paths: Vec<Vec<LabelText>>,
}

impl Head {
    /// The sheet column whose path is the wanted one, else the only one whose path ends with it.
    pub fn find(&self, wanted: &[String]) -> Option<u32> {
        self.find_folded(&wanted.iter().map(|part| fold(part)).collect::<Vec<_>>())
    }

    fn find_folded(&self, wanted: &[String]) -> Option<u32> {
        let same = |path: &[LabelText]| path.iter().map(|label| &label.folded).eq(wanted);
        let exact = self.paths.iter().position(|path| same(path));
        let column = exact.or_else(|| {
            let ends = |path: &[LabelText]| {
                path.len().checked_sub(wanted.len()).is_some_and(|above| same(&path[above..]))
            };
            let mut ending = self.paths.iter().enumerate().filter(|(_, path)| ends(path));
            match (ending.next(), ending.next()) {
                (Some((column, _)), None) => Some(column),
                _ => None,
            }
        })?;
        u32::try_from(column).ok().map(|column| column + 1)
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
        let line = |path: &Vec<LabelText>| {
            path.iter().map(|label| label.written.as_str()).collect::<Vec<_>>().join(" › ")
        };
        self.paths.iter().filter(|path| !path.is_empty()).map(line).collect()
    }
}

/// The band of rows whose labels match most of the wanted paths; among equals the shallowest, then the highest.
pub fn find_head(sheet: &Sheet, wanted: &[&[String]]) -> Option<Head> {
    let last_row = sheet.last_row().min(HEAD_WITHIN);
    let last_column = sheet.last_column();
    let wanted: Vec<Vec<String>> =
        wanted.iter().map(|path| path.iter().map(|part| fold(part)).collect()).collect();
    // Every label once: folding is what costs.
    let labels: Vec<Vec<Option<LabelText>>> =
        (1..=last_row).map(|row| (1..=last_column).map(|column| label(sheet, row, column)).collect()).collect();
    let mut best: Option<(usize, Head)> = None;
    for height in 1..=MOST_HEAD_ROWS {
        for first_row in 1..=last_row.saturating_sub(height - 1) {
            let band = &labels[first_row as usize - 1..(first_row + height - 1) as usize];
            let head = read_head(band, first_row + height - 1);
            let matches = wanted.iter().filter(|path| head.find_folded(path).is_some()).count()
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
        Some(RawCell::Text(written)) => Some(LabelText { written: written.clone(), folded: fold(written) }),
        _ => None,
    }
}

fn read_head(band: &[Vec<Option<LabelText>>], last_row: u32) -> Head {
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
    Head { last_row, paths }
}

/// Whether the row right under the head is the row of column ids (A, B, 1, 2, 5=1-4).
pub fn is_id_row(sheet: &Sheet, row: u32, columns: &[u32]) -> bool {
    let mut ids = 0;
    for column in columns {
        let is_id = match sheet.cell(row, *column) {
            None => continue,
            Some(RawCell::Number(number)) => {
                let text = number.to_string();
                text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit())
            }
            Some(RawCell::Text(text)) => is_id_text(text),
            Some(_) => false,
        };
        if !is_id {
            return false;
        }
        ids += 1;
    }
    ids >= 2 && columns.first().is_some_and(|name| {
        // The name column settles it: a place is never called «B» or «2».
        matches!(sheet.cell(row, *name), Some(RawCell::Number(_)))
            || matches!(sheet.cell(row, *name), Some(RawCell::Text(text)) if is_id_text(text))
    })
}

fn is_id_text(text: &str) -> bool {
    let inner = text.trim_start_matches('(').trim_end_matches(')').trim();
    let single_letter = inner.chars().count() == 1 && inner.chars().all(|c| c.is_ascii_uppercase());
    let small_number = inner.len() <= 2 && !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_digit());
    let formula = inner.contains('=') && !inner.chars().any(|c| c.is_lowercase());
    single_letter || small_number || formula
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

fn is_total_label(text: &str) -> bool {
    const WHOLE: [&str; 6] = ["tổng cộng", "tổng số", "tổng", "cộng", "cả nước", "toàn quốc"];
    const BEGINNINGS: [&str; 8] = [
        "toàn tỉnh", "toàn thành phố", "toàn huyện", "toàn thị xã", "toàn xã", "toàn phường", "tổng cộng",
        "tổng số",
    ];
    let folded = fold(text);
    WHOLE.iter().any(|label| folded == fold(label))
        || BEGINNINGS.iter().any(|label| {
            let label = fold(label);
            folded.strip_prefix(label.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
}

/// `II` is 1, `II.1` is 2; `None` for anything that does not begin with a Roman number.
fn group_level(number: &str) -> Option<usize> {
    let parts: Vec<&str> = number.trim_end_matches('.').split('.').map(str::trim).collect();
    let roman = parts.first().filter(|first| {
        !first.is_empty() && first.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
    });
    roman?;
    parts[1..].iter().all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit())).then_some(parts.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_by_number_and_label() {
        for (number, name, kind) in [
            ("1", "Huyện Krông Nô", RowKind::Unit),
            ("I", "Khu vực đồng bằng", RowKind::Group { level: 1 }),
            ("II.1", "Huyện nghèo", RowKind::Group { level: 2 }),
            ("", "Toàn tỉnh", RowKind::Total),
            ("Tổng cộng", "", RowKind::Total),
            ("", "TỔNG SỐ (A+B)", RowKind::Total),
            ("3", "Xã Toàn Thắng", RowKind::Unit),
            ("4", "Cộng Hòa", RowKind::Unit),
            ("V.a", "Xã Vạn An", RowKind::Unit),
        ] {
            assert_eq!(row_kind(number, name), kind, "{number} {name}");
        }
    }
}
