//! Widths of columns and heights of rows, in pixels of Excel (96 to an inch), from the number of characters.
//!
//! - Holds: the page's width, the width of letters of Times New Roman, how many lines a text takes.
//! - In and out: character counts, texts and sizes in; whole pixels out.
//! - Never here: fonts, cells, floats: a pixel more or less does not matter, the same bytes do.
//! - Why: Excel fits a row to its text by itself, but never a row whose text stands in merged cells.

/// Width of a digit of Times New Roman 12.
const DIGIT: u32 = 8;
/// What Excel leaves free on both sides of a cell's text, with the border.
const PADDING: u32 = 7;
/// Between the margins of an A4 page (160 mm and 247 mm), and a little less, as printers differ.
const PORTRAIT: u32 = 595;
const LANDSCAPE: u32 = 922;
/// Above and below the text of a head, together.
const HEAD_PADDING: u32 = 8;
/// Excel's limit for a row, 409 points.
pub(super) const HIGHEST: u32 = 545;

/// The width of every column; together they fill the page, or are wider and will be printed smaller.
pub(super) fn column_widths(characters: &[u32], landscape: bool) -> Vec<u32> {
    let natural: Vec<u32> = characters.iter().map(|count| natural(*count)).collect();
    let page = if landscape { LANDSCAPE } else { PORTRAIT };
    let sum: u32 = natural.iter().sum();
    if sum == 0 || sum >= page {
        return natural;
    }
    natural.iter().map(|width| width * page / sum).collect()
}

/// The width of a column that shows so many characters.
pub(super) fn natural(characters: u32) -> u32 {
    characters.saturating_add(1).min(100) * DIGIT + PADDING
}

/// The heights of stacked rows of which every cell stands in a row, goes over so many and needs so much: a cell over
/// several rows only adds to the lowest of them what the others leave it short of.
pub(super) fn stacked(mut cells: Vec<(u32, u32, u32)>, rows: u32) -> Vec<u32> {
    let mut heights: Vec<u32> = vec![0; usize::try_from(rows).unwrap_or_default()];
    cells.sort_by_key(|(_, over, _)| *over);
    for (row, over, needed) in cells {
        let first = usize::try_from(row).unwrap_or(usize::MAX);
        let last = first.saturating_add(usize::try_from(over).unwrap_or_default()).min(heights.len());
        let Some(rows) = heights.get_mut(first..last) else { continue };
        let given: u32 = rows.iter().sum();
        if let Some(lowest) = rows.last_mut() {
            *lowest += (needed + HEAD_PADDING).saturating_sub(given);
        }
    }
    heights.into_iter().map(|height| height.min(HIGHEST)).collect()
}

/// The height of a row that must show all of a text across a width.
pub(super) fn height(text: &str, points: u32, width: u32) -> u32 {
    lines(text, points, width).saturating_mul(line_height(points)).min(HIGHEST)
}

/// One line of Times New Roman as Excel spaces it: 21 pixels for 12 points, 25 for 14.
fn line_height(points: u32) -> u32 {
    (points * 7).div_ceil(4)
}

/// How many lines a text takes when it is wrapped between words.
fn lines(text: &str, points: u32, width: u32) -> u32 {
    // A point is 4/3 pixels; letters are measured in thousandths of the size.
    let room = (width.saturating_sub(PADDING).saturating_mul(750) / points).max(1);
    text.lines().map(|line| wrapped(line, room)).sum::<u32>().max(1)
}

fn wrapped(line: &str, room: u32) -> u32 {
    let (mut lines, mut used) = (1, 0);
    for word in line.split_whitespace() {
        let width: u32 = word.chars().map(letter).sum();
        let blank = if used == 0 { 0 } else { letter(' ') };
        if used + blank + width <= room {
            used += blank + width;
            continue;
        }
        let own_lines = width.div_ceil(room);
        // A word that is too long begins its own line, unless nothing stands on this one.
        lines += if used == 0 { own_lines - 1 } else { own_lines };
        used = width - (own_lines - 1) * room;
    }
    lines
}

/// The width of a bold letter, rather too wide than too narrow, in thousandths of the size.
fn letter(c: char) -> u32 {
    match c {
        ' ' => 250,
        'i' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' | 'l' | 't' | 'f' | 'j' | '.' | ',' | ':' | ';' | '(' | ')'
        | '-' | '/' => 333,
        'I' | 'Ì' | 'Í' | 'Ỉ' | 'Ĩ' | 'Ị' => 389,
        'm' | 'w' => 833,
        _ if c.is_uppercase() => 740,
        _ => 530,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_page_or_keep_what_they_need() {
        assert_eq!(column_widths(&[3, 20, 7], false), [81, 365, 148]);
        assert_eq!(column_widths(&[30; 10], true), [255; 10]);
        assert!(column_widths(&[], false).is_empty());
        for landscape in [false, true] {
            let page = if landscape { LANDSCAPE } else { PORTRAIT };
            assert!(column_widths(&[3, 18, 9, 9, 9], landscape).iter().sum::<u32>() <= page);
        }
    }

    #[test]
    fn a_text_takes_the_lines_that_it_needs() {
        for (text, width, expected) in [
            ("", 100, 1),
            ("Số hộ", 100, 1),
            ("Hộ nghèo đầu năm", 100, 2),
            ("Hộ nghèo\nđầu năm", 300, 2),
            ("giảm-nghèo-bền-vững-giai-đoạn", 60, 5),
            ("a giảm-nghèo-bền-vững-giai-đoạn", 60, 6),
        ] {
            assert_eq!(lines(text, 12, width), expected, "{text}");
        }
        assert_eq!(height("Số hộ", 14, 100), 25);
        assert_eq!(height(&"nghèo ".repeat(1_000), 12, 100), HIGHEST);
    }
}
